/* pt-cli-draw.c: `partitur draw`: a picture of a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/modeling.h>
#include <partitur/paper.h>

#include "pt-cli.h"

#define MOST_NAMED 10 /* of the shapes that a picture does not show whole */

/* --- what can be asked for --- */

static gboolean
can_be_drawn (const PtElement *element)
{
  PtFamily family = pt_element_family (element);

  return element->id != NULL
         && (family == PT_FAMILY_PLANE || element->type == PT_BPMN_PARTICIPANT
             || pt_element_is_a (element, PT_BPMN_SUB_PROCESS)
             || pt_element_is_a (element, PT_BPMN_SUB_CHOREOGRAPHY));
}

static gboolean
is_called (const char *wanted, const char *id, const char *name, gboolean by_name)
{
  return g_strcmp0 (wanted, by_name ? name : id) == 0;
}

static PtElement *
find_element (PtProcessGraph *graph, const char *wanted, gboolean by_name)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);

  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      if (can_be_drawn (element) && is_called (wanted, element->id, element->name, by_name))
        return element;
    }
  return NULL;
}

static PtDiagram *
find_diagram (PtProcessGraph *graph, const char *wanted, gboolean by_name)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (diagrams, i);
      g_autofree char *title = pt_diagram_title (diagram);

      if (is_called (wanted, diagram->id, title, by_name))
        return diagram;
    }
  return NULL;
}

/* --- the diagrams of it --- */

static void
add_diagrams_of (PtProcessGraph *graph, const PtElement *element, GPtrArray *chosen)
{
  GPtrArray *all = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < all->len; i++)
    if (((PtDiagram *)g_ptr_array_index (all, i))->element == element)
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
}

/* A pool stands for its process, which may be drawn in the pool. */
static void
add_drawing_of (PtProcessGraph *graph, PtElement *element, GPtrArray *chosen)
{
  const PtElement *pool = element->type == PT_BPMN_PARTICIPANT ? element : element->participant;
  PtElement *process = element->type == PT_BPMN_PARTICIPANT ? element->process : element;

  if (process != NULL)
    add_diagrams_of (graph, process, chosen);
  if (chosen->len == 0 && pool != NULL && pool->figure != NULL)
    g_ptr_array_add (chosen, pool->figure->diagram);
  if (chosen->len == 0 && process != NULL && pt_modeling_give_diagram (graph, process->id))
    add_diagrams_of (graph, process, chosen);
}

/* @wanted is an id, or failing that a name, of what can be drawn or of a diagram. */
static void
choose_one (PtProcessGraph *graph, const char *wanted, GPtrArray *chosen)
{
  for (gboolean by_name = FALSE; by_name <= TRUE && chosen->len == 0; by_name++)
    {
      PtDiagram *diagram = find_diagram (graph, wanted, by_name);
      PtElement *element = find_element (graph, wanted, by_name);

      if (diagram != NULL)
        g_ptr_array_add (chosen, diagram);
      else if (element != NULL)
        add_drawing_of (graph, element, chosen);
    }
}

static void
choose_all (PtProcessGraph *graph, GPtrArray *chosen)
{
  g_autoptr (GPtrArray) all = pt_process_graph_diagrams_by_depth (graph);

  for (guint i = 0; i < all->len; i++)
    if (((PtDiagram *)g_ptr_array_index (all, i))->elements->len > 0)
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
}

/* --- when there is none --- */

static void
list_word (GPtrArray *words, GString *list, const char *id, const char *name)
{
  g_ptr_array_add (words, (char *)id);
  if (name != NULL && *name != '\0')
    {
      g_ptr_array_add (words, (char *)name);
      g_string_append_printf (list, "\n  %s  (%s)", id, name);
    }
  else
    g_string_append_printf (list, "\n  %s", id);
}

static void
list_words (PtProcessGraph *graph, GPtrArray *words, GString *list)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (can_be_drawn (element))
        list_word (words, list, element->id, element->name);
    }
  for (guint i = 0; i < diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (diagrams, i);

      if (diagram->id != NULL)
        list_word (words, list, diagram->id, diagram->name);
    }
  g_ptr_array_add (words, NULL);
}

static PtExit
complain (PtProcessGraph *graph, const char *path, const char *wanted)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GString) list = g_string_new (NULL);
  const char *meant;

  list_words (graph, words, list);
  meant = pt_suggest (wanted, (const char *const *)words->pdata);
  if (meant != NULL)
    return pt_cli_usage (_ ("“%s” has nothing to draw that is called “%s”. Did you mean “%s”? "
                            "There are:%s"),
                         path, wanted, meant, list->str);
  return pt_cli_usage (_ ("“%s” has nothing to draw that is called “%s”. There are:%s"), path,
                       wanted, list->str);
}

/* --- what is not shown whole --- */

static void
name_shortened (PtPainter *painter, const PtDiagram *diagram, GPtrArray *ids)
{
  for (guint i = 0; i < diagram->elements->len && ids->len <= MOST_NAMED; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);
      g_autofree char *whole = pt_painter_hidden_label (painter, figure);

      if (whole != NULL && figure->element->id != NULL)
        g_ptr_array_add (ids, (char *)figure->element->id);
    }
}

/* A picture cannot show the rest of a text where the pointer rests, as the window does. */
static void
say_shortened (GPtrArray *diagrams, const char *path)
{
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_paper);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < diagrams->len; i++)
    name_shortened (painter, g_ptr_array_index (diagrams, i), ids);
  if (ids->len == 0)
    return;
  if (ids->len > MOST_NAMED)
    {
      g_ptr_array_set_size (ids, MOST_NAMED);
      g_ptr_array_add (ids, (gpointer) "…");
    }
  g_ptr_array_add (ids, NULL);
  list = g_strjoinv (", ", (char **)ids->pdata);
  g_printerr (_ ("partitur: “%s”: some shapes are too small to show their whole text; make them "
                 "larger or the text shorter: %s\n"),
              path, list);
}

/* --- what is not there --- */

/* A shape without a size or out of reach, a line without points, and what stands for nothing. */
static guint
count_missing (PtPainter *painter, const PtDiagram *diagram)
{
  guint n = 0;

  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);

      if (!figure->is_hidden)
        n += figure->element == NULL || pt_bounds_is_empty (pt_painter_extents (painter, figure));
    }
  return n;
}

static void
say_missing (GPtrArray *diagrams, const char *path)
{
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_paper);
  guint n = 0;

  for (guint i = 0; i < diagrams->len; i++)
    n += count_missing (painter, g_ptr_array_index (diagrams, i));
  if (n > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE,
                             "partitur: “%s”: %u thing cannot be drawn as it stands in the file; "
                             "“partitur check” says which and why\n",
                             "partitur: “%s”: %u things cannot be drawn as they stand in the file; "
                             "“partitur check” says which and why\n",
                             n),
                path, n);
}

/* --- the verb --- */

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
  g_autoptr (GPtrArray) diagrams = g_ptr_array_new ();
  g_autoptr (GBytes) picture = NULL;

  if (document == NULL)
    return pt_cli_failure (error);
  pt_cli_say_odd (document, path);
  graph = pt_process_graph_new (document);
  pt_cli_make_diagram (graph, path);
  if (process != NULL)
    choose_one (graph, process, diagrams);
  else
    choose_all (graph, diagrams);
  if (process != NULL && diagrams->len == 0)
    return complain (graph, path, process);
  picture = pt_picture_write_all (diagrams, format, scale, pt_document_get_name (document), &error);
  if (picture == NULL || !pt_cli_write (output, picture, &error))
    return pt_cli_failure (error);
  pt_cli_say_written (output);
  say_shortened (diagrams, path);
  say_missing (diagrams, path);
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
    { "process", 0, 0, G_OPTION_ARG_STRING, &process,
      N_ ("Only the process, pool, sub-process or diagram with this id or name"), "ID" },
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
