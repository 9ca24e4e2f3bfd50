/* pt-cli-compile.c: `partitur compile`: from the logical to the executable process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-cli.h"

/* NAME.T.bpmn beside NAME.bpmn; what came from standard input goes to standard output. */
static char *
default_output (const char *path, const PtTarget *target)
{
  static const char *const endings[] = { ".bpmn20.xml", ".bpmn2", ".bpmn", ".xml" };
  g_autofree char *stem = g_strdup (path);

  if (g_str_equal (path, "-"))
    return g_strdup ("-");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (stem, endings[i]))
      {
        stem[strlen (stem) - strlen (endings[i])] = '\0';
        break;
      }
  return g_strdup_printf ("%s.%s.bpmn", stem, pt_target_get_id (target));
}

static GBytes *
map_text (PtCompilation *compilation)
{
  g_autoptr (JsonNode) map = pt_compilation_get_map (compilation);
  g_autofree char *text = json_to_string (map, TRUE);
  char *line = g_strconcat (text, "\n", NULL);

  return g_bytes_new_take (line, strlen (line));
}

/* The map and what else goes beside the process, in the same folder. */
static void
add_neighbours (PtCompilation *compilation, const char *path, GArray *outputs)
{
  const GPtrArray *side_files = pt_compilation_get_side_files (compilation);
  g_autofree char *folder = g_path_get_dirname (path);
  PtOutput map = { g_strconcat (path, ".map.json", NULL), map_text (compilation) };

  g_array_append_val (outputs, map);
  for (guint i = 0; i < side_files->len; i++)
    {
      const PtSideFile *file = g_ptr_array_index (side_files, i);
      PtOutput output
          = { g_build_filename (folder, file->name, NULL), g_bytes_ref (file->bytes) };

      g_array_append_val (outputs, output);
    }
}

static void
output_clear (PtOutput *output)
{
  g_free ((char *)output->path);
  g_bytes_unref (output->bytes);
}

static void
say_written (const GArray *outputs)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < outputs->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            g_array_index (outputs, PtOutput, i).path);
  pt_cli_say_written (names->str);
}

static PtExit
write_outputs (PtCompilation *compilation, const char *path)
{
  g_autoptr (GArray) outputs = g_array_new (FALSE, FALSE, sizeof (PtOutput));
  PtOutput xml = { g_strdup (path), g_bytes_ref (pt_compilation_get_xml (compilation)) };
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (outputs, (GDestroyNotify)output_clear);
  g_array_append_val (outputs, xml);
  if (!g_str_equal (path, "-"))
    add_neighbours (compilation, path, outputs);
  if (!pt_cli_write_all ((const PtOutput *)(gpointer)outputs->data, outputs->len, &error))
    return pt_cli_failure (error);
  if (outputs->len > 1)
    say_written (outputs);
  return PT_EXIT_DONE;
}

static gboolean
same_file (const char *a, const char *b)
{
  g_autoptr (GFile) first = g_file_new_for_commandline_arg (a);
  g_autoptr (GFile) second = g_file_new_for_commandline_arg (b);

  return g_file_equal (first, second);
}

/* Findings go where the executable process does not: to standard error when that is on standard
 * output. */
static void
report (PtDiagnostics *found, const char *file, const char *output, gboolean json)
{
  g_autoptr (JsonNode) node = json ? pt_diagnostics_to_json (found, file) : NULL;
  g_autofree char *text = json ? json_to_string (node, TRUE) : pt_diagnostics_to_text (found, file);

  if (g_str_equal (output, "-"))
    g_printerr (json ? "%s\n" : "%s", text);
  else if (json)
    pt_cli_print ("%s\n", text);
  else
    pt_cli_report (found, file);
}

static PtExit
compile (const char *path,
         const char *roles_path,
         const char *output,
         const PtCompileOptions *options,
         gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_cli_load_process (path, &error);
  g_autoptr (PtDocument) roles = document != NULL ? pt_cli_load_roles (roles_path, &error) : NULL;
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (PtCompilation) compilation = NULL;
  PtExit written;

  if (roles == NULL)
    return pt_cli_failure (error);
  graph = pt_process_graph_new (document);
  pt_cli_make_diagram (graph, path);
  compilation = pt_compile (graph, roles, options);
  report (pt_compilation_get_diagnostics (compilation), path, output, json);
  if (pt_compilation_get_xml (compilation) == NULL)
    {
      g_printerr (_ ("partitur: nothing was written: errors stand in the way (--force writes all "
                     "the same)\n"));
      return PT_EXIT_FINDINGS;
    }
  written = write_outputs (compilation, output);
  return written != PT_EXIT_DONE ? written
                                 : pt_cli_exit_of (pt_compilation_get_diagnostics (compilation));
}

PtExit
pt_cli_compile (int argc, char *argv[])
{
  g_autofree char *roles = NULL;
  g_autofree char *target = NULL;
  g_autofree char *output = NULL;
  g_autofree char *rules_path = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (PtRules) rules = NULL;
  PtCompileOptions options = { .emit = TRUE };
  gboolean json;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "roles", 'r', 0, G_OPTION_ARG_FILENAME, &roles, N_ ("The roles file: who plays which role"),
      "R" },
    { "target", 't', 0, G_OPTION_ARG_STRING, &target, N_ ("The engine's dialect"), "T" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write here instead of NAME.T.bpmn"),
      "OUT" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Write in spite of errors"), NULL },
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &rules_path, N_ ("Severities by code, from this file"),
      "RULES" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("Roles and holders as of this day"), "DATE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How findings are printed: text or json"),
      "text|json" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 1, &files, &exit))
    return exit;
  if (roles == NULL)
    return pt_cli_usage (_ ("compile needs --roles with the file that says who plays which role; "
                            "“partitur roles from %s -o roles.xml” makes a first one of the lanes and "
                            "pools"),
                         files[0]);
  if (target == NULL)
    return pt_cli_usage (_ ("compile needs --target with the engine that is to play the process; "
                            "“partitur compile --help” lists them"));
  if (!pt_cli_format (format, &json) || !pt_cli_date (as_of, &options.day)
      || !pt_cli_target (target, &options.target))
    return PT_EXIT_USAGE;
  if (!pt_cli_rules (rules_path, &rules, &exit))
    return exit;
  options.rules = rules;
  if (output == NULL)
    output = default_output (files[0], options.target);
  if (!g_str_equal (output, "-") && (same_file (output, files[0]) || same_file (output, roles)))
    return pt_cli_usage (_ ("“%s” is an input; write the executable process somewhere else"),
                         output);
  return compile (files[0], roles, output, &options, json);
}
