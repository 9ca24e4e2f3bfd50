/* pt-cli-draw.c: `partitur draw`: a picture of a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/paper.h>

#include "pt-cli.h"

static gboolean
shows (PtDiagram *diagram, const PtElement *element)
{
  return diagram->element == element
         || (element->participant != NULL
             && pt_diagram_find (diagram, element->participant) != NULL);
}

/* The diagrams to draw: those that show process @id, or all that show something. */
static GPtrArray *
choose (PtProcessGraph *graph, const char *id)
{
  GPtrArray *all = pt_process_graph_get_diagrams (graph);
  GPtrArray *chosen = g_ptr_array_new ();
  PtElement *element = id != NULL ? pt_process_graph_get (graph, id) : NULL;

  for (guint i = 0; i < all->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (all, i);

      if (id != NULL ? element != NULL && shows (diagram, element) : diagram->elements->len > 0)
        g_ptr_array_add (chosen, diagram);
    }
  return chosen;
}

static PtExit
draw (const char *path,
      const char *output,
      PtPictureFormat format,
      const char *process,
      double scale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_cli_load_process (path, &error);
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (GPtrArray) diagrams = NULL;
  g_autoptr (GBytes) picture = NULL;

  if (document == NULL)
    return pt_cli_failure (error);
  pt_cli_say_odd (document, path);
  graph = pt_process_graph_new (document);
  pt_cli_make_diagram (graph, path);
  diagrams = choose (graph, process);
  if (process != NULL && diagrams->len == 0)
    return pt_cli_usage (_ ("“%s” draws no process with the id “%s”"), path, process);
  picture = pt_picture_write_all (diagrams, format, scale, pt_document_get_name (document), &error);
  if (picture == NULL || !pt_cli_write (output, picture, &error))
    return pt_cli_failure (error);
  return PT_EXIT_DONE;
}

PtExit
pt_cli_draw (int argc, char *argv[])
{
  g_autofree char *output = NULL;
  g_autofree char *process = NULL;
  g_auto (GStrv) files = NULL;
  double scale = 1.0;
  PtPictureFormat format = PT_PICTURE_SVG;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("The picture: OUT.svg, OUT.pdf or OUT.png; - writes SVG to standard output"), "OUT" },
    { "process", 0, 0, G_OPTION_ARG_STRING, &process, N_ ("Only the diagram of this process"),
      "ID" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, N_ ("Size; 1 is 96 units an inch"), "S" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 1, &files, &exit))
    return exit;
  if (output == NULL)
    return pt_cli_usage (_ ("draw needs -o with the name of the picture"));
  if (!g_str_equal (output, "-") && !pt_picture_format_from_name (output, &format))
    return pt_cli_usage (_ ("“%s” should end in .svg, .pdf or .png"), output);
  if (!(scale > 0.0 && scale <= 100.0))
    return pt_cli_usage (_ ("the scale must be above 0 and at most 100"));
  return draw (files[0], output, format, process, scale);
}
