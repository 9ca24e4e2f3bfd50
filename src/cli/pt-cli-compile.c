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
  g_autofree char *stem = g_strdup (path);
  gsize ending = pt_bpmn_file_ending (path);

  if (g_str_equal (path, "-"))
    return g_strdup ("-");
  if (ending == 0 && g_str_has_suffix (path, ".xml"))
    ending = strlen (".xml");
  stem[strlen (stem) - ending] = '\0';
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
      PtOutput output = { g_build_filename (folder, file->name, NULL), g_bytes_ref (file->bytes) };

      g_array_append_val (outputs, output);
    }
}

static void
add_outputs (PtCompilation *compilation, const char *path, GArray *outputs)
{
  PtOutput xml = { g_strdup (path), g_bytes_ref (pt_compilation_get_xml (compilation)) };

  g_array_append_val (outputs, xml);
  if (!g_str_equal (path, "-"))
    add_neighbours (compilation, path, outputs);
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

static gboolean
same_file (const char *a, const char *b)
{
  g_autoptr (GFile) first = g_file_new_for_commandline_arg (a);
  g_autoptr (GFile) second = g_file_new_for_commandline_arg (b);

  return g_file_equal (first, second);
}

/* ----- what is called along with it ----------------------------------------------------------- */

/* A compiled file: the one that was named, then those with what is called from it. */
typedef struct
{
  char *path, *output;
  PtCompilation *compilation;
} Compiled;

static void
compiled_clear (Compiled *self)
{
  g_free (self->path);
  g_free (self->output);
  pt_compilation_unref (self->compilation);
}

/* In the folder of the other output. */
static char *
output_beside (const char *output, const char *path, const PtTarget *target)
{
  g_autofree char *folder = g_path_get_dirname (output);
  g_autofree char *usual = default_output (path, target);
  g_autofree char *name = g_path_get_basename (usual);

  return g_build_filename (folder, name, NULL);
}

/* As somebody would name it who names the first one as @path. */
static char *
path_beside (const char *path, GFile *file)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_file_get_basename (file);
  char *beside
      = g_str_equal (folder, ".") ? g_strdup (name) : g_build_filename (folder, name, NULL);
  g_autoptr (GFile) there = g_file_new_for_commandline_arg (beside);

  if (g_file_equal (there, file))
    return beside;
  g_free (beside);
  return g_file_get_path (file);
}

static void
add_called (GArray *all, PtProcessGraph *graph, PtDocument *roles, const PtCompileOptions *options)
{
  Compiled first = g_array_index (all, Compiled, 0);
  g_autoptr (GPtrArray) called = pt_compile_called (graph, first.compilation, roles, options);

  for (guint i = 0; i < called->len; i++)
    {
      const PtCalledFile *file = g_ptr_array_index (called, i);
      Compiled one
          = { path_beside (first.path, file->file), NULL, pt_compilation_ref (file->compilation) };

      one.output = output_beside (first.output, one.path, options->target);
      g_array_append_val (all, one);
    }
}

static GArray *
compile_all (PtProcessGraph *graph,
             const char *path,
             PtDocument *roles,
             const char *output,
             const PtCompileOptions *options)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Compiled));
  Compiled first = { g_strdup (path), g_strdup (output), pt_compile (graph, roles, options) };

  g_array_set_clear_func (all, (GDestroyNotify)compiled_clear);
  g_array_append_val (all, first);
  if (!g_str_equal (output, "-"))
    add_called (all, graph, roles, options);
  return all;
}

/* ----- what is said and written --------------------------------------------------------------- */

static JsonNode *
findings_to_json (const GArray *all)
{
  JsonNode *node;
  JsonArray *array;

  if (all->len == 1)
    return pt_diagnostics_to_json (pt_compilation_get_diagnostics (
                                       g_array_index (all, Compiled, 0).compilation),
                                   g_array_index (all, Compiled, 0).path);
  array = json_array_new ();
  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);
  for (guint i = 0; i < all->len; i++)
    {
      const Compiled *one = &g_array_index (all, Compiled, i);

      json_array_add_element (array, pt_diagnostics_to_json (pt_compilation_get_diagnostics (
                                                                 one->compilation),
                                                             one->path));
    }
  return node;
}

static void
report_as_text (const Compiled *one)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (one->compilation);
  g_autofree char *text = NULL;

  if (!g_str_equal (one->output, "-"))
    {
      pt_cli_report (found, one->path);
      return;
    }
  text = pt_diagnostics_to_text (found, one->path);
  g_printerr ("%s", text);
}

/* Findings go where the executable process does not: to standard error when that is on standard
 * output. */
static void
report (const GArray *all, gboolean json)
{
  g_autoptr (JsonNode) node = json ? findings_to_json (all) : NULL;
  g_autofree char *text = json ? json_to_string (node, TRUE) : NULL;

  for (guint i = 0; !json && i < all->len; i++)
    report_as_text (&g_array_index (all, Compiled, i));
  if (json && g_str_equal (g_array_index (all, Compiled, 0).output, "-"))
    g_printerr ("%s\n", text);
  else if (json)
    pt_cli_print ("%s\n", text);
}

static gboolean
is_complete (const GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (pt_compilation_get_xml (g_array_index (all, Compiled, i).compilation) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_overwritten (const GArray *all, guint i, const char *roles_path)
{
  const char *output = g_array_index (all, Compiled, i).output;

  if (g_str_equal (output, "-"))
    return FALSE;
  for (guint k = 0; k < all->len; k++)
    if (same_file (output, g_array_index (all, Compiled, k).path)
        || (k < i && same_file (output, g_array_index (all, Compiled, k).output)))
      return TRUE;
  return same_file (output, roles_path);
}

static PtExit
write_all (const GArray *all, const char *roles_path)
{
  g_autoptr (GArray) outputs = g_array_new (FALSE, FALSE, sizeof (PtOutput));
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (outputs, (GDestroyNotify)output_clear);
  for (guint i = 0; i < all->len; i++)
    {
      const Compiled *one = &g_array_index (all, Compiled, i);

      if (is_overwritten (all, i, roles_path))
        return pt_cli_usage (_ ("“%s” is an input, or would be written twice; write the executable "
                                "process somewhere else, or give the drawings different file names"),
                             one->output);
      add_outputs (one->compilation, one->output, outputs);
    }
  if (!pt_cli_write_all ((const PtOutput *)(gpointer)outputs->data, outputs->len, &error))
    return pt_cli_failure (error);
  if (outputs->len > 1)
    say_written (outputs);
  return PT_EXIT_DONE;
}

static PtExit
exit_of (const GArray *all)
{
  PtExit exit = PT_EXIT_DONE;

  for (guint i = 0; i < all->len; i++)
    exit = MAX (exit, pt_cli_exit_of (pt_compilation_get_diagnostics (
                          g_array_index (all, Compiled, i).compilation)));
  return exit;
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
  g_autoptr (GArray) all = NULL;
  PtExit written;

  if (roles == NULL)
    return pt_cli_failure (error);
  graph = pt_process_graph_new (document);
  pt_cli_make_diagram (graph, path);
  all = compile_all (graph, path, roles, output, options);
  report (all, json);
  if (!is_complete (all))
    {
      g_printerr (_ ("partitur: nothing was written: errors stand in the way (--force writes all "
                     "the same)\n"));
      return PT_EXIT_FINDINGS;
    }
  written = write_all (all, roles_path);
  return written != PT_EXIT_DONE ? written : exit_of (all);
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
  return compile (files[0], roles, output, &options, json);
}
