/* pt-draft.c: one operation in the making
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-draft.h"

#include "pt-di-writer.h"
#include "pt-flow-repair.h"
#include "pt-lane-members.h"
#include "pt-model-writer.h"

PtDraft *
pt_draft_begin (PtProcessGraph *graph, const char *name)
{
  PtDraft *draft = g_new0 (PtDraft, 1);

  draft->graph = graph;
  draft->document = pt_process_graph_get_document (graph);
  draft->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  draft->placed = g_ptr_array_new ();
  draft->doomed = g_hash_table_new (NULL, NULL);
  draft->routed = g_hash_table_new (NULL, NULL);
  draft->listed = g_hash_table_new (NULL, NULL);
  draft->new_lanes = g_array_new (FALSE, FALSE, sizeof (PtNewLane));
  draft->lane_processes = g_ptr_array_new ();
  pt_model_note_habit (draft);
  pt_document_begin (draft->document, name);
  return draft;
}

static void
draft_free (PtDraft *draft)
{
  g_hash_table_unref (draft->places);
  g_ptr_array_unref (draft->placed);
  g_hash_table_unref (draft->doomed);
  g_hash_table_unref (draft->routed);
  g_hash_table_unref (draft->listed);
  g_array_unref (draft->new_lanes);
  g_ptr_array_unref (draft->lane_processes);
  g_free (draft);
}

static void
write_places (PtDraft *draft)
{
  for (guint i = 0; i < draft->placed->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (draft->placed, i);
      PtBounds now = pt_draft_bounds (draft, figure);
      PtPoint from = pt_bounds_center (figure->bounds), to = pt_bounds_center (now);

      if (figure->element != NULL && pt_draft_is_doomed (draft, figure->element))
        continue;
      pt_di_set_bounds (draft, figure->node, now);
      pt_di_shift_label (draft, figure, to.x - from.x, to.y - from.y);
    }
}

gboolean
pt_draft_commit (PtDraft *draft)
{
  PtDocument *document = draft->document;

  write_places (draft);
  pt_flow_repair_all (draft);
  pt_lane_members_update (draft);
  draft_free (draft);
  pt_document_commit (document);
  return TRUE;
}

void
pt_draft_cancel (PtDraft *draft)
{
  PtDocument *document = draft->document;

  draft_free (draft);
  pt_document_cancel (document);
}

PtBounds
pt_draft_bounds (const PtDraft *draft, const PtDiagramElement *figure)
{
  const PtBounds *place = g_hash_table_lookup (draft->places, figure);

  return place != NULL ? *place : figure->bounds;
}

void
pt_draft_place (PtDraft *draft, PtDiagramElement *figure, PtBounds bounds)
{
  PtBounds *place = g_hash_table_lookup (draft->places, figure);

  if (place == NULL)
    {
      place = g_new (PtBounds, 1);
      g_hash_table_insert (draft->places, figure, place);
      g_ptr_array_add (draft->placed, figure);
    }
  *place = bounds;
}

void
pt_draft_shift (PtDraft *draft, PtDiagramElement *figure, double dx, double dy)
{
  PtBounds b = pt_draft_bounds (draft, figure);

  b.x += dx;
  b.y += dy;
  pt_draft_place (draft, figure, b);
}

/* A point on an edge keeps to the edge when the edge moves. */
static double
follow_edge (double value, double start, double size, double new_start, double new_size)
{
  const double reach = 1;

  if (value <= start + reach)
    return value - start + new_start;
  if (value >= start + size - reach)
    return value - start - size + new_start + new_size;
  return CLAMP (value, new_start, new_start + new_size);
}

void
pt_draft_place_host (PtDraft *draft, PtDiagramElement *figure, PtBounds bounds)
{
  PtBounds before = pt_draft_bounds (draft, figure);
  GPtrArray *events = figure->element != NULL ? figure->element->boundary_events : NULL;

  pt_draft_place (draft, figure, bounds);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      PtDiagramElement *event = pt_diagram_find (figure->diagram, g_ptr_array_index (events, i));
      PtPoint c;

      if (event == NULL)
        continue;
      c = pt_bounds_center (pt_draft_bounds (draft, event));
      pt_draft_shift (draft, event,
                      follow_edge (c.x, before.x, before.width, bounds.x, bounds.width) - c.x,
                      follow_edge (c.y, before.y, before.height, bounds.y, bounds.height) - c.y);
    }
}

PtRouteEnd
pt_draft_route_end (const PtDraft *draft, const PtDiagramElement *figure)
{
  PtRouteEnd end = pt_route_end (figure);

  end.bounds = pt_draft_bounds (draft, figure);
  if (end.is_boundary)
    end.host
        = pt_draft_bounds (draft, pt_diagram_find (figure->diagram, figure->element->attached_to));
  return end;
}

gboolean
pt_draft_doom (PtDraft *draft, PtElement *element)
{
  return g_hash_table_add (draft->doomed, element);
}

gboolean
pt_draft_is_doomed (const PtDraft *draft, const PtElement *element)
{
  return g_hash_table_contains (draft->doomed, element);
}

void
pt_draft_lanes_changed (PtDraft *draft, PtElement *process)
{
  if (process != NULL && !g_ptr_array_find (draft->lane_processes, process, NULL))
    g_ptr_array_add (draft->lane_processes, process);
}
