/* unplaced.h: process files without the places that they give to labels
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include <partitur/bpmn.h>

/** unplaced_load: Returns: (transfer full) (nullable): the file without its labels' bounds */
static inline PtDocument *
unplaced_load (GFile *file)
{
  static const char label[]
      = "<(?:[\\w.-]+:)?BPMNLabel\\b[^>]*?(?:/>|>.*?</(?:[\\w.-]+:)?BPMNLabel\\s*>)";
  g_autoptr (GRegex) pattern = g_regex_new (label, G_REGEX_DOTALL | G_REGEX_RAW, 0, NULL);
  g_autofree char *text = NULL;
  gsize size;

  if (!g_file_load_contents (file, NULL, &text, &size, NULL, NULL))
    return NULL;
  char *stripped = g_regex_replace_literal (pattern, text, (gssize)size, 0, "", 0, NULL);
  if (stripped == NULL)
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (stripped, strlen (stripped));
  return pt_bpmn_load_bytes (bytes, g_file_peek_path (file), NULL);
}
