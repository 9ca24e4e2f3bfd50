/* test-symbols.c: a file with every symbol of the notation is read and painted
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "canvas.h"

static PtProcessGraph *
read_sheet (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "draw", "symbols.bpmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);

  assert_non_null (document);
  return pt_process_graph_new (document);
}

static gboolean
is_shown (PtProcessGraph *graph, PtBpmnType type)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = elements->pdata[i];
      if (element->type == type && element->figure != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The standard has no sign for these: one is never drawn, the other is one of its two kinds. */
static gboolean
has_no_sign (PtBpmnType type)
{
  return type == PT_BPMN_IMPLICIT_THROW_EVENT || type == PT_BPMN_DATA_ASSOCIATION;
}

static void
the_sheet_has_every_type_that_is_drawn (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_sheet ();
  for (PtBpmnType type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
      if (info->tag != NULL && info->family > PT_FAMILY_PLANE && !has_no_sign (type)
          && !is_shown (graph, type))
        fail_msg ("%s is not on the sheet", info->tag);
    }
}

static gboolean
has_event (PtProcessGraph *graph, PtBpmnType type, PtBpmnType definition, gboolean non_interrupting)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *event = elements->pdata[i];
      if (event->type == type && event->event_definition == definition
          && event->n_event_definitions == (definition != PT_BPMN_NONE)
          && (gboolean)event->non_interrupting == non_interrupting)
        return TRUE;
    }
  return FALSE;
}

static void
the_sheet_has_every_event_the_standard_lists (void **state)
{
  static const PtBpmnType events[]
      = { PT_BPMN_START_EVENT, PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_BOUNDARY_EVENT,
          PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_END_EVENT };
  /* Always interrupting, wherever they start or stop something (table 10.93). */
  static const PtBpmnType interrupting[]
      = { PT_BPMN_NONE, PT_BPMN_ERROR_EVENT_DEFINITION, PT_BPMN_CANCEL_EVENT_DEFINITION,
          PT_BPMN_COMPENSATE_EVENT_DEFINITION };
  g_autoptr (PtProcessGraph) graph = read_sheet ();

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    for (PtBpmnType definition = 0; definition < PT_BPMN_N_TYPES; definition++)
      {
        if (!pt_bpmn_event_allows (events[i], definition) || definition == PT_BPMN_EVENT_DEFINITION)
          continue;
        gboolean both = events[i] == PT_BPMN_START_EVENT || events[i] == PT_BPMN_BOUNDARY_EVENT;
        for (guint k = 0; k < G_N_ELEMENTS (interrupting); k++)
          both = both && definition != interrupting[k];
        for (int non_interrupting = 0; non_interrupting <= both; non_interrupting++)
          if (!has_event (graph, events[i], definition, non_interrupting))
            fail_msg ("%s with definition %s is not on the sheet",
                      pt_bpmn_type_info (events[i])->tag, pt_bpmn_type_info (definition)->tag);
      }
}

static void
every_figure_of_the_sheet_is_painted (void **state)
{
  static const PtInk *const inks[] = { &pt_ink_light, &pt_ink_dark, &pt_ink_paper };
  g_autoptr (PtProcessGraph) graph = read_sheet ();
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (inks) * diagrams->len; i++)
    {
      g_autoptr (PtPainter) painter = pt_painter_new (inks[i % G_N_ELEMENTS (inks)]);
      const PtDiagram *diagram = diagrams->pdata[i / G_N_ELEMENTS (inks)];
      for (guint j = 0; j < diagram->elements->len; j++, n++)
        {
          const PtDiagramElement *figure = diagram->elements->pdata[j];
          Canvas canvas = canvas_new (pt_bounds_grow (pt_painter_extents (painter, figure), 4));
          assert_non_null (figure->element);
          pt_painter_draw (painter, canvas.cr, figure, PT_DETAIL_FULL);
          if (pt_bounds_is_empty (canvas_ink (&canvas)))
            fail_msg ("%s is not painted", figure->id);
          canvas_clear (&canvas);
        }
    }
  assert_true (n > 600);
}

/* What a label stands on may not hide it, wherever the file leaves its place open. */
static void
labels_of_the_sheet_keep_clear_of_their_flows (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_sheet ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GPtrArray *elements = pt_process_graph_get_elements (graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *flow = elements->pdata[i];
      if (flow->source == NULL || flow->figure == NULL
          || !pt_painter_has_outside_label (flow->source->figure))
        continue;
      PtBounds label = pt_painter_label_bounds (painter, flow->source->figure);
      for (double share = 0; share <= 1; share += 0.01)
        if (pt_bounds_contains_point (label, pt_polyline_at (flow->figure->waypoints,
                                                             flow->figure->n_waypoints, share)))
          fail_msg ("%s crosses the label of %s", flow->id, flow->source->id);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_sheet_has_every_type_that_is_drawn),
    cmocka_unit_test (the_sheet_has_every_event_the_standard_lists),
    cmocka_unit_test (every_figure_of_the_sheet_is_painted),
    cmocka_unit_test (labels_of_the_sheet_keep_clear_of_their_flows),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
