/* pt-flow-repair.c: flows follow their ends
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-flow-repair.h"

#include "pt-di-writer.h"
#include "pt-new-flow.h"

typedef struct
{
  PtRouteEnd now;
  PtBounds before;
} End;

gboolean
pt_flow_is_vertical (const PtElement *element)
{
  const PtElement *pool = element;

  if (pt_element_family (element) != PT_FAMILY_POOL)
    pool = element->process != NULL ? element->process->participant : NULL;
  return pool != NULL && pool->figure != NULL && !pool->figure->is_horizontal;
}

/* How far the figure of @element goes; an edge goes as far as both of its ends do. */
static PtPoint
displacement (PtDraft *draft, const PtDiagramElement *figure)
{
  PtBounds now;
  const PtDiagramElement *source, *target;
  PtPoint a, b;

  if (!figure->is_edge)
    {
      now = pt_draft_bounds (draft, figure);
      return (PtPoint){ now.x - figure->bounds.x, now.y - figure->bounds.y };
    }
  source = pt_diagram_find (figure->diagram, figure->element->source);
  target = pt_diagram_find (figure->diagram, figure->element->target);
  if (source == NULL || target == NULL || source->is_edge || target->is_edge)
    return (PtPoint){ 0, 0 };
  a = displacement (draft, source);
  b = displacement (draft, target);
  return a.x == b.x && a.y == b.y ? a : (PtPoint){ 0, 0 };
}

/* An end that is no shape, say the flow an annotation points to, is a point. */
static End
find_end (PtDraft *draft, PtDiagram *diagram, const PtElement *element, PtPoint dock)
{
  const PtDiagramElement *figure = element != NULL ? pt_diagram_find (diagram, element) : NULL;
  PtPoint shift = { 0, 0 };
  End end = { 0 };

  if (figure != NULL && !figure->is_edge)
    return (End){ pt_draft_route_end (draft, figure), figure->bounds };
  if (figure != NULL && figure->element != NULL)
    shift = displacement (draft, figure);
  end.before = (PtBounds){ dock.x - 0.5, dock.y - 0.5, 1, 1 };
  end.now.bounds = (PtBounds){ end.before.x + shift.x, end.before.y + shift.y, 1, 1 };
  return end;
}

static PtPoint
middle_of (const GArray *points)
{
  return pt_polyline_at ((const PtPoint *)(gconstpointer)points->data, points->len, 0.5);
}

void
pt_flow_set_route (PtDraft *draft, PtDiagramElement *edge, const GArray *points)
{
  g_hash_table_add (draft->routed, edge);
  pt_di_set_waypoints (draft, edge->node, points);
  if (edge->has_label && edge->n_waypoints > 0)
    {
      PtPoint from = pt_polyline_at (edge->waypoints, edge->n_waypoints, 0.5);
      PtPoint to = middle_of (points);

      pt_di_shift_label (draft, edge, to.x - from.x, to.y - from.y);
    }
}

static const PtDiagramElement *
drawn_end (PtDiagram *diagram, const PtElement *end)
{
  return end != NULL ? pt_diagram_find (diagram, end) : NULL;
}

static void
redraw (PtDraft *draft, PtDiagramElement *edge, const PtElement *source, const PtElement *target)
{
  const PtDiagramElement *from = drawn_end (edge->diagram, source);
  const PtDiagramElement *to = drawn_end (edge->diagram, target);
  g_autoptr (GArray) route = NULL;
  PtRouteEnd from_end, to_end;

  if (edge->node->parent == NULL)
    return;
  if (from == NULL || to == NULL)
    {
      pt_document_remove (draft->document, edge->node);
      return;
    }
  if (from->is_edge || to->is_edge)
    return;
  from_end = pt_draft_route_end (draft, from);
  to_end = pt_draft_route_end (draft, to);
  route = pt_flow_fit (edge->element->type, &from_end, &to_end, NULL,
                       pt_flow_is_vertical (edge->element));
  pt_flow_set_route (draft, edge, route);
}

void
pt_flow_redraw_elsewhere (PtDraft *draft,
                          PtElement *flow,
                          const PtElement *source,
                          const PtElement *target)
{
  g_autoptr (GPtrArray) figures = pt_element_figures (flow);

  for (guint i = 0; i < figures->len; i++)
    {
      PtDiagramElement *edge = g_ptr_array_index (figures, i);

      if (edge != flow->figure && edge->is_edge)
        redraw (draft, edge, source, target);
    }
}

static void
repair (PtDraft *draft, PtDiagram *diagram, PtElement *flow)
{
  PtDiagramElement *edge = pt_diagram_find (diagram, flow);
  g_autoptr (GArray) before = NULL, after = NULL;
  PtPoint first = { 0, 0 }, last = { 0, 0 };
  End from, to;

  if (edge == NULL || !edge->is_edge || pt_draft_is_doomed (draft, flow)
      || g_hash_table_contains (draft->routed, edge))
    return;
  before = pt_di_waypoints (edge);
  if (before->len > 0)
    {
      first = edge->waypoints[0];
      last = edge->waypoints[edge->n_waypoints - 1];
    }
  from = find_end (draft, diagram, flow->source, first);
  to = find_end (draft, diagram, flow->target, last);
  after = pt_route_repair (before, from.before, to.before, &from.now, &to.now,
                           pt_route_style_of (flow->type), pt_flow_is_vertical (flow));
  pt_flow_set_route (draft, edge, after);
}

static void
repair_list (PtDraft *draft, PtDiagram *diagram, GPtrArray *flows)
{
  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      PtElement *flow = g_ptr_array_index (flows, i);

      repair (draft, diagram, flow);
      /* What points to the flow follows it. */
      for (guint j = 0; flow->incoming != NULL && j < flow->incoming->len; j++)
        repair (draft, diagram, g_ptr_array_index (flow->incoming, j));
      for (guint j = 0; flow->outgoing != NULL && j < flow->outgoing->len; j++)
        repair (draft, diagram, g_ptr_array_index (flow->outgoing, j));
    }
}

void
pt_flow_repair_all (PtDraft *draft)
{
  for (guint i = 0; i < draft->placed->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (draft->placed, i);

      if (figure->element == NULL)
        continue;
      repair_list (draft, figure->diagram, figure->element->incoming);
      repair_list (draft, figure->diagram, figure->element->outgoing);
    }
}
