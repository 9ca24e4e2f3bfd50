/* pt-cli-diff.c: `partitur diff`: what changed between two versions of a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/paper.h>
#include <string.h>

#include "pt-cli.h"

typedef struct
{
  const char *before, *after; /* names of the files */
  PtAspect aspects;
  gboolean side_by_side;
} Request;

/* --- how it is told --- */

static GBytes *
to_bytes (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_text (PtComparison *comparison, const Request *request, GError **error)
{
  return to_bytes (pt_comparison_to_text (comparison, request->aspects));
}

static GBytes *
write_json (PtComparison *comparison, const Request *request, GError **error)
{
  g_autoptr (JsonNode) node
      = pt_comparison_to_json (comparison, request->before, request->after, request->aspects);
  g_autofree char *text = json_to_string (node, TRUE);

  return to_bytes (g_strconcat (text, "\n", NULL));
}

/* One that has no drawing gets one for the picture. How it is drawn then says nothing. */
static GBytes *
write_svg (PtComparison *comparison, const Request *request, GError **error)
{
  PtDocument *old = pt_comparison_get_before (comparison);
  PtDocument *new = pt_comparison_get_after (comparison);
  g_autoptr (PtProcessGraph) before = pt_process_graph_new (old);
  g_autoptr (PtProcessGraph) after = pt_process_graph_new (new);
  g_autoptr (PtComparison) again = NULL;
  g_autofree char *title = g_strdup_printf ("%s – %s", request->before, request->after);
  PtComparisonView view
      = request->side_by_side ? PT_COMPARISON_SIDE_BY_SIDE : PT_COMPARISON_OVERLAY;

  pt_cli_make_diagram (before, request->before);
  pt_cli_make_diagram (after, request->after);
  again = pt_comparison_new (old, new);
  return pt_picture_write_comparison (again, before, after, request->aspects, view, PT_PICTURE_SVG,
                                      title, error);
}

static const struct
{
  const char *name;
  GBytes *(*write) (PtComparison *comparison, const Request *request, GError **error);
} formats[] = {
  { "text", write_text },
  { "json", write_json },
  { "svg", write_svg },
};

static int
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (name != NULL ? name : "text", formats[i].name) == 0)
      return (int)i;
  pt_cli_usage (_ ("“%s” is not a format; there are text, json and svg"), name);
  return -1;
}

static gboolean
read_aspects (const char *only, PtAspect *aspects)
{
  *aspects = only == NULL                    ? PT_ASPECT_ALL
             : g_str_equal (only, "wording") ? PT_ASPECT_WORDING
             : g_str_equal (only, "layout")  ? PT_ASPECT_LAYOUT
                                             : 0;
  if (*aspects == 0)
    pt_cli_usage (_ ("--only takes “wording” or “layout”, not “%s”"), only);
  return *aspects != 0;
}

/* --- the verb --- */

static gboolean
differs (const PtComparison *comparison, PtAspect aspects)
{
  for (PtDifferenceKind kind = 0; kind < PT_N_DIFFERENCE_KINDS; kind++)
    if (pt_comparison_count (comparison, kind, aspects) > 0)
      return TRUE;
  return FALSE;
}

static PtComparison *
compare_files (const Request *request, GError **error)
{
  g_autoptr (PtDocument) before = pt_cli_load_process (request->before, error);
  g_autoptr (PtDocument) after
      = before != NULL ? pt_cli_load_process (request->after, error) : NULL;

  return after != NULL ? pt_comparison_new (before, after) : NULL;
}

static PtExit
run (const Request *request, int format, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtComparison) comparison = compare_files (request, &error);
  g_autoptr (GBytes) bytes = NULL;
  gboolean differing;

  if (comparison == NULL)
    return pt_cli_failure (error);
  differing = differs (comparison, request->aspects);
  bytes = formats[format].write (comparison, request, &error);
  if (bytes == NULL || !pt_cli_write (output, bytes, &error))
    return pt_cli_failure (error);
  return differing ? PT_EXIT_FINDINGS : PT_EXIT_DONE;
}

PtExit
pt_cli_diff (int argc, char *argv[])
{
  g_autofree char *output = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *only = NULL;
  g_auto (GStrv) files = NULL;
  Request request;
  gboolean side_by_side = FALSE;
  PtExit exit;
  int format;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name,
      N_ ("How differences are told: text, json or svg"), "text|json|svg" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only,
      N_ ("Only what the process says, or only how it is drawn"), "wording|layout" },
    { "side-by-side", 0, 0, G_OPTION_ARG_NONE, &side_by_side,
      N_ ("Draw both versions beside each other, not over each other"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write here"), "OUT" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 2, 2, &files, &exit))
    return exit;
  format = find_format (format_name);
  if (format < 0 || !read_aspects (only, &request.aspects))
    return PT_EXIT_USAGE;
  request.before = files[0];
  request.after = files[1];
  request.side_by_side = side_by_side;
  if (g_str_equal (request.before, "-") && g_str_equal (request.after, "-"))
    return pt_cli_usage (_ ("only one of the two versions can be standard input"));
  return run (&request, format, output != NULL ? output : "-");
}
