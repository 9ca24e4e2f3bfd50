/* pt-cli-save.c: `partitur save`: open and write again
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-cli.h"

/* Whether some diagram shows something. */
static gboolean
is_drawn (PtDocument *document)
{
  xmlNode *node = pt_xml_first_element (pt_document_get_root (document));

  for (; node != NULL; node = pt_xml_next_element (node))
    if (pt_xml_is (node, PT_NS_BPMNDI, "BPMNDiagram"))
      for (xmlNode *plane = pt_xml_first_element (node); plane; plane = pt_xml_next_element (plane))
        if (pt_xml_first_element (plane) != NULL)
          return TRUE;
  return FALSE;
}

static void
say_odd (PtDocument *document, const char *path)
{
  pt_cli_say_odd (document, path);
  if (!is_drawn (document))
    g_printerr (_ ("partitur: “%s” has no drawing; none was added\n"), path);
}

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
  say_odd (document, files[0]);
  return PT_EXIT_DONE;
}
