/* corpus-files.h: the process files in the folder that PARTITUR_CORPUS names
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

/* Engines and modelers name their process files differently. */
static inline gboolean
corpus_is_process_name (const char *name)
{
  return g_str_has_suffix (name, ".bpmn") || g_str_has_suffix (name, ".bpmn2")
         || g_str_has_suffix (name, ".xml");
}

static inline void
corpus_find (GFile *folder, GPtrArray *files)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (folder, "standard::name,standard::type", 0, NULL, NULL);
  GFileInfo *info = NULL;
  GFile *file = NULL;

  while (children && g_file_enumerator_iterate (children, &info, &file, NULL, NULL) && info)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      corpus_find (file, files);
    else if (corpus_is_process_name (g_file_info_get_name (info)))
      g_ptr_array_add (files, g_object_ref (file));
}

/** corpus_files: Returns: (transfer full) (nullable) (element-type GFile): %NULL, having said so,
 * when there is no corpus */
static inline GPtrArray *
corpus_files (void)
{
  const char *corpus = g_getenv ("PARTITUR_CORPUS");
  if (!corpus)
    {
      fprintf (stderr, "skipped: PARTITUR_CORPUS is not set\n");
      return NULL;
    }
  g_autoptr (GFile) folder = g_file_new_for_path (corpus);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  corpus_find (folder, files);
  return files;
}
