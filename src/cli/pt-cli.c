/* pt-cli.c: what the verbs of the command line share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <partitur/modeling.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "pt-cli.h"

/* --- options --- */

PtExit
pt_cli_usage (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("partitur: %s\n", text);
  return PT_EXIT_USAGE;
}

PtExit
pt_cli_failure (const GError *error)
{
  g_printerr ("partitur: %s\n", error->message);
  return PT_EXIT_IO;
}

static const PtVerb *running;

void
pt_cli_begin (const PtVerb *verb)
{
  g_autofree char *name = g_strconcat ("partitur ", verb->name, NULL);

  running = verb;
  g_set_prgname (name);
}

static void
print_help (GOptionContext *context)
{
  g_autofree char *targets = pt_cli_target_names ();
  g_autofree char *known = g_strdup_printf (_ ("Targets: %s"), targets);
  g_autofree char *help = NULL;

  g_option_context_set_summary (context, _ (running->summary));
  if (strstr (running->arguments, "--target") != NULL)
    g_option_context_set_description (context, known);
  help = g_option_context_get_help (context, TRUE, NULL);
  pt_cli_print ("%s", help);
}

gboolean
pt_cli_parse (int argc,
              char *argv[],
              const GOptionEntry *entries,
              guint min,
              guint max,
              GStrv *files,
              PtExit *exit)
{
  g_autoptr (GOptionContext) context = g_option_context_new (running->arguments);
  g_autoptr (GError) error = NULL;
  gboolean wants_help = FALSE;
  GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, files, NULL, NULL },
    { NULL },
  };
  guint n;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  *exit = PT_EXIT_DONE;
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *exit = pt_cli_usage ("%s", error->message);
      return FALSE;
    }
  if (wants_help)
    {
      print_help (context);
      return FALSE;
    }
  n = *files != NULL ? g_strv_length (*files) : 0;
  if (n < min || (max != 0 && n > max))
    {
      *exit = pt_cli_usage (n < min ? _ ("a file is missing; “%s --help” shows how to call it")
                                    : _ ("too many files; “%s --help” shows how to call it"),
                            g_get_prgname ());
      return FALSE;
    }
  return TRUE;
}

gboolean
pt_cli_date (const char *text, GDate *date)
{
  g_date_clear (date, 1);
  if (text == NULL)
    {
      g_date_set_time_t (date, time (NULL));
      return TRUE;
    }
  if (pt_roster_parse_day (text, date))
    return TRUE;
  pt_cli_usage (_ ("“%s” is not a day; write it like 2026-03-01"), text);
  return FALSE;
}

gboolean
pt_cli_format (const char *text, gboolean *json)
{
  *json = g_strcmp0 (text, "json") == 0;
  if (text == NULL || *json || g_str_equal (text, "text"))
    return TRUE;
  pt_cli_usage (_ ("“%s” is not a format; there are text and json"), text);
  return FALSE;
}

char *
pt_cli_target_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; pt_target_get_all ()[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            pt_target_get_id (pt_target_get_all ()[i]));
  return g_string_free (names, FALSE);
}

gboolean
pt_cli_target (const char *id, const PtTarget **target)
{
  g_autofree char *known = pt_cli_target_names ();

  *target = id != NULL ? pt_target_find (id) : NULL;
  if (id == NULL || *target != NULL)
    return TRUE;
  pt_cli_usage (_ ("“%s” is not a target; there are: %s"), id, known);
  return FALSE;
}

gboolean
pt_cli_rules (const char *path, PtRules **rules, PtExit *exit)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;
  g_autoptr (GError) error = NULL;

  *rules = NULL;
  if (file == NULL)
    return TRUE;
  *rules = pt_rules_new ();
  if (pt_rules_load (*rules, file, &error))
    return TRUE;
  *exit = pt_cli_failure (error);
  return FALSE;
}

/* --- files --- */

static gboolean
is_standard (const char *path)
{
  return g_str_equal (path, "-");
}

GBytes *
pt_cli_read (const char *path, GError **error)
{
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GFile) file = NULL;

  if (!is_standard (path))
    {
      file = g_file_new_for_commandline_arg (path);
      return g_file_load_bytes (file, NULL, NULL, error);
    }
  in = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  out = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static PtDocument *
load (const char *path,
      PtDocument *(*load_file) (GFile *, GCancellable *, GError **),
      PtDocument *(*load_bytes) (GBytes *, const char *, GError **),
      GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!is_standard (path))
    {
      file = g_file_new_for_commandline_arg (path);
      return load_file (file, NULL, error);
    }
  bytes = pt_cli_read (path, error);
  return bytes != NULL ? load_bytes (bytes, path, error) : NULL;
}

PtDocument *
pt_cli_load_process (const char *path, GError **error)
{
  return load (path, pt_bpmn_load, pt_bpmn_load_bytes, error);
}

PtDocument *
pt_cli_load_roles (const char *path, GError **error)
{
  return load (path, pt_roster_load, pt_roster_load_bytes, error);
}

PtCompilation *
pt_cli_analyse (const char *path, PtDocument *roles, const GDate *day, GError **error)
{
  g_autoptr (PtDocument) document = pt_cli_load_process (path, error);
  g_autoptr (PtProcessGraph) graph = NULL;
  PtCompileOptions options = { .day = *day };

  if (document == NULL)
    return NULL;
  graph = pt_process_graph_new (document);
  return pt_compile (graph, roles, &options);
}

void
pt_cli_say_odd (PtDocument *document, const char *path)
{
  const char *claimed = pt_document_get_claimed_encoding (document);
  int line, column;

  if (pt_document_get_strays (document, &line, &column) > 0)
    g_printerr (
        _ ("partitur: “%s”, line %d, column %d: here and perhaps elsewhere is a letter that is not "
           "UTF-8, though the file claims to be; it is read as a Western European one\n"),
        path, line, column);
  if (claimed != NULL)
    g_printerr (_ ("partitur: “%s” claims to be encoded as %s, but is read as UTF-8\n"), path,
                claimed);
}

void
pt_cli_make_diagram (PtProcessGraph *graph, const char *path)
{
  if (pt_modeling_make_diagram (graph))
    g_printerr (_ ("partitur: “%s” has no drawing; it was laid out\n"), path);
}

static gboolean
write_standard (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("Standard output: %s"),
               g_strerror (errno));
  return FALSE;
}

gboolean
pt_cli_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (is_standard (path))
    return write_standard (bytes, error);
  file = g_file_new_for_commandline_arg (path);
  return pt_write_atomically (file, bytes, error);
}

void
pt_cli_say_written (const char *paths)
{
  if (!is_standard (paths))
    /* Translators: on the command line; %s is one file name or several */
    g_printerr (_ ("Wrote %s\n"), paths);
}

static void
content_clear (PtFileContent *content)
{
  g_object_unref (content->file);
}

gboolean
pt_cli_write_all (const PtOutput *outputs, guint n, GError **error)
{
  g_autoptr (GArray) contents = g_array_new (FALSE, FALSE, sizeof (PtFileContent));

  g_array_set_clear_func (contents, (GDestroyNotify)content_clear);
  for (guint i = 0; i < n; i++)
    if (!is_standard (outputs[i].path))
      {
        PtFileContent content
            = { g_file_new_for_commandline_arg (outputs[i].path), outputs[i].bytes };

        g_array_append_val (contents, content);
      }
  if (!pt_write_all ((const PtFileContent *)(gpointer)contents->data, contents->len, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (is_standard (outputs[i].path) && !write_standard (outputs[i].bytes, error))
      return FALSE;
  return TRUE;
}

void
pt_cli_print (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
}

void
pt_cli_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  pt_cli_print ("%s\n", text);
}

/* --- findings --- */

void
pt_cli_report (const PtDiagnostics *diagnostics, const char *file)
{
  guint n_errors = pt_diagnostics_count (diagnostics, PT_SEVERITY_ERROR);
  guint n_warnings = pt_diagnostics_count (diagnostics, PT_SEVERITY_WARNING);
  guint n_notes = pt_diagnostics_count (diagnostics, PT_SEVERITY_INFO);
  g_autofree char *errors
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u error", "%u errors", n_errors),
                         n_errors);
  g_autofree char *warnings
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", n_warnings),
                         n_warnings);
  g_autofree char *notes
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", n_notes), n_notes);
  g_autofree char *text = pt_diagnostics_to_text (diagnostics, file);

  pt_cli_print ("%s", text);
  /* translators: closing line of a report: file, then how many findings of each severity */
  pt_cli_print (_ ("%s: %s, %s, %s\n"), file, errors, warnings, notes);
}

PtExit
pt_cli_exit_of (const PtDiagnostics *diagnostics)
{
  return pt_diagnostics_count (diagnostics, PT_SEVERITY_ERROR) > 0 ? PT_EXIT_FINDINGS
                                                                   : PT_EXIT_DONE;
}
