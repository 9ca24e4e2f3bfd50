/* pt-cli-save.c: `partitur save`: open and write again
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-cli.h"

PtExit
pt_cli_save (int argc, char *argv[])
{
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write here"), "OUT" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 1, &files, &exit))
    return exit;
  if (output == NULL)
    return pt_cli_usage (_ ("save needs -o with the file to write"));
  document = pt_cli_load_process (files[0], &error);
  bytes = document != NULL ? pt_document_to_bytes (document, &error) : NULL;
  if (bytes == NULL || !pt_cli_write (output, bytes, &error))
    return pt_cli_failure (error);
  return PT_EXIT_DONE;
}
