/* pt-split.c: a node put onto a sequence flow, and a node taken out of one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-split.h"

#include "pt-di-writer.h"
#include "pt-flow-repair.h"
#include "pt-model-writer.h"
#include "pt-new-flow.h"

#include <math.h>

/* --- splitting --- */

static guint
nearest_segment (const PtDiagramElement *edge, PtPoint p, PtPoint *nearest)
{
  double least = INFINITY;
  guint segment = 0;

  for (guint i = 0; i + 1 < edge->n_waypoints; i++)
    {
      PtPoint at;
      double distance = pt_segment_distance (p, edge->waypoints[i], edge->waypoints[i + 1], &at);

      if (distance >= least)
        continue;
      least = distance;
      segment = i;
      *nearest = at;
    }
  return segment;
}

PtPoint
pt_split_point (const PtElement *flow, PtPoint p)
{
  PtPoint nearest = p;

  if (flow->figure != NULL && flow->figure->is_edge)
    nearest_segment (flow->figure, p, &nearest);
  return nearest;
}

static void
append_points (GArray *points, const PtPoint *from, guint n)
{
  g_array_append_vals (points, from, n);
}

static void
draw_halves (PtDraft *draft, PtElement *flow, xmlNode *second, const PtRouteEnd *middle)
{
  PtDiagramElement *edge = flow->figure;
  const PtDiagramElement *source = pt_diagram_find (edge->diagram, flow->source);
  const PtDiagramElement *target = pt_diagram_find (edge->diagram, flow->target);
  PtPoint center = pt_bounds_center (middle->bounds), at = center;
  guint i = nearest_segment (edge, center, &at) + 1;
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  g_autoptr (GArray) first_route = NULL;
  PtRouteEnd from, to;
  gboolean vertical = pt_flow_is_vertical (flow);

  if (source == NULL || target == NULL)
    return;
  from = pt_draft_route_end (draft, source);
  to = pt_draft_route_end (draft, target);
  append_points (before, edge->waypoints, i);
  append_points (before, &center, 1);
  append_points (after, &center, 1);
  append_points (after, edge->waypoints + i, edge->n_waypoints - i);
  first_route = pt_flow_fit (flow->type, &from, middle, before, vertical);
  pt_flow_set_route (draft, edge, first_route);
  pt_new_flow_draw (draft, edge->diagram, second, flow->type, middle, &to, after, vertical);
}

void
pt_split_flow (PtDraft *draft, PtElement *flow, xmlNode *node, PtBpmnType type, PtBounds bounds)
{
  PtFamily family = pt_bpmn_type_info (type)->family;
  PtRouteEnd middle = { .bounds = bounds,
                        .outline = pt_outline_of (family),
                        .is_gateway = family == PT_FAMILY_GATEWAY };
  xmlNode *second;

  pt_model_set_target (draft, flow->type, flow->node, flow->target->node, node);
  second = pt_model_connect (draft, flow->type, flow->parent->node, node, flow->target->node);
  if (flow->figure != NULL && flow->figure->n_waypoints >= 2)
    draw_halves (draft, flow, second, &middle);
  pt_flow_redraw_elsewhere (draft, flow, flow->source,
                            pt_process_graph_get_by_node (draft->graph, node));
}

/* --- healing --- */

/* The lines of both flows are lengthened to where they cross; parallel ones are joined half way. */
static void
append_crossing (GArray *points, PtPoint a, PtPoint b, gboolean a_level, gboolean b_level)
{
  PtPoint bends[2] = { { b.x, a.y }, { b.x, a.y } };

  if (a_level && b_level)
    {
      bends[0] = (PtPoint){ (a.x + b.x) / 2, a.y };
      bends[1] = (PtPoint){ (a.x + b.x) / 2, b.y };
    }
  else if (!a_level && !b_level)
    {
      bends[0] = (PtPoint){ a.x, (a.y + b.y) / 2 };
      bends[1] = (PtPoint){ b.x, (a.y + b.y) / 2 };
    }
  else if (!a_level)
    bends[0] = bends[1] = (PtPoint){ a.x, b.y };
  append_points (points, bends, 2);
}

static gboolean
is_level (PtPoint a, PtPoint b)
{
  return fabs (a.y - b.y) <= fabs (a.x - b.x);
}

static GArray *
join (const PtDiagramElement *in, const PtDiagramElement *out)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  guint last = in->n_waypoints - 1;

  append_points (points, in->waypoints, last);
  append_crossing (points, in->waypoints[last], out->waypoints[0],
                   is_level (in->waypoints[last - 1], in->waypoints[last]),
                   is_level (out->waypoints[0], out->waypoints[1]));
  append_points (points, out->waypoints + 1, out->n_waypoints - 1);
  pt_route_simplify (points);
  return points;
}

static gboolean
has_route (const PtDiagramElement *edge)
{
  return edge != NULL && edge->is_edge && edge->n_waypoints >= 2;
}

void
pt_split_heal (PtDraft *draft, PtElement *in, PtElement *out, PtElement *next)
{
  PtDiagramElement *edge = in->figure;
  const PtDiagramElement *going = edge != NULL ? pt_diagram_find (edge->diagram, out) : NULL;
  const PtDiagramElement *source = NULL, *target = NULL;
  g_autoptr (GArray) joined = NULL, route = NULL;
  PtRouteEnd from, to;

  pt_model_set_target (draft, in->type, in->node, in->target->node, next->node);
  pt_flow_redraw_elsewhere (draft, in, in->source, next);
  if (edge != NULL)
    {
      source = pt_diagram_find (edge->diagram, in->source);
      target = pt_diagram_find (edge->diagram, next);
    }
  if (source == NULL || target == NULL)
    return;
  from = pt_draft_route_end (draft, source);
  to = pt_draft_route_end (draft, target);
  /* A route over several nodes that go at once is better made anew. */
  if (has_route (edge) && has_route (going) && out->source == in->target)
    joined = join (edge, going);
  route = pt_flow_fit (in->type, &from, &to, joined, pt_flow_is_vertical (in));
  pt_flow_set_route (draft, edge, route);
}
