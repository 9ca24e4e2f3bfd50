/* pt-cli-roles.c: `partitur roles check` and `partitur roles from`: the role-assignment file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-cli.h"

PtExit
pt_cli_roles_check (int argc, char *argv[])
{
  g_autofree char *rules_path = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (PtRules) rules = NULL;
  g_autoptr (PtDiagnostics) found = NULL;
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json;
  GDate day;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &rules_path, N_ ("Severities by code, from this file"),
      "RULES" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("Holders as of this day"), "DATE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How findings are printed: text or json"),
      "text|json" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 1, &files, &exit))
    return exit;
  if (!pt_cli_format (format, &json) || !pt_cli_date (as_of, &day))
    return PT_EXIT_USAGE;
  if (!pt_cli_rules (rules_path, &rules, &exit))
    return exit;
  document = pt_cli_load_roles (files[0], &error);
  if (document == NULL)
    return pt_cli_failure (error);
  found = pt_diagnostics_new (rules);
  pt_roster_check (document, &day, found);
  pt_diagnostics_sort (found);
  node = json ? pt_diagnostics_to_json (found, files[0]) : NULL;
  if (json)
    pt_cli_print_json (node);
  else
    pt_cli_report (found, files[0]);
  return pt_cli_exit_of (found);
}

static GPtrArray *
load_graphs (GStrv files, GError **error)
{
  g_autoptr (GPtrArray) graphs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (PtDocument) document = pt_cli_load_process (files[i], error);

      if (document == NULL)
        return NULL;
      g_ptr_array_add (graphs, pt_process_graph_new (document));
    }
  return g_steal_pointer (&graphs);
}

/* A file without roles would look like one that was drafted. */
static PtExit
refuse_empty (GStrv files)
{
  g_autofree char *names = g_strjoinv (", ", files);

  g_printerr (_ ("partitur: nothing was written: %s has no lane and no pool with a name, so nothing says "
                 "who does the work; draw a lane for each role and name it\n"),
              names);
  return PT_EXIT_IO;
}

PtExit
pt_cli_roles_from (int argc, char *argv[])
{
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GPtrArray) graphs = NULL;
  g_autoptr (PtDocument) roles = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The roles file to write"), "R" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 0, &files, &exit))
    return exit;
  if (output == NULL)
    return pt_cli_usage (_ ("roles from needs -o with the roles file to write"));
  graphs = load_graphs (files, &error);
  if (graphs == NULL)
    return pt_cli_failure (error);
  roles = pt_roster_draft ((PtProcessGraph *const *)graphs->pdata, graphs->len, NULL);
  if (pt_xml_first_element (pt_document_get_root (roles)) == NULL)
    return refuse_empty (files);
  bytes = pt_document_to_bytes (roles, &error);
  if (bytes == NULL || !pt_cli_write (output, bytes, &error))
    return pt_cli_failure (error);
  pt_cli_say_written (output);
  return PT_EXIT_DONE;
}
