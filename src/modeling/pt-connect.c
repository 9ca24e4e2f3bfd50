/* pt-connect.c: drawing connections, and hanging them to other ends
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-flow-repair.h"
#include "pt-model-writer.h"
#include "pt-new-flow.h"
#include "pt-di-writer.h"

#include <glib/gi18n-lib.h>

/* An end that is an edge, say the flow an annotation explains, is docked to in its middle. */
static gboolean
end_on (PtDraft *draft, PtDiagram *diagram, const PtElement *element, PtRouteEnd *end)
{
  const PtDiagramElement *figure = pt_diagram_find (diagram, element);
  PtPoint middle;

  if (figure == NULL)
    return FALSE;
  if (!figure->is_edge)
    {
      *end = pt_draft_route_end (draft, figure);
      return TRUE;
    }
  if (figure->n_waypoints == 0)
    return FALSE;
  middle = pt_polyline_at (figure->waypoints, figure->n_waypoints, 0.5);
  *end = (PtRouteEnd){ .bounds = { middle.x - 0.5, middle.y - 0.5, 1, 1 } };
  return TRUE;
}

static void
draw (PtDraft *draft,
      xmlNode *flow,
      PtBpmnType type,
      const PtElement *source,
      const PtElement *target,
      const GArray *waypoints)
{
  PtDiagram *diagram = source->figure != NULL ? source->figure->diagram : NULL;
  PtRouteEnd from, to;

  if (diagram != NULL && end_on (draft, diagram, source, &from)
      && end_on (draft, diagram, target, &to))
    pt_new_flow_draw (draft, diagram, flow, type, &from, &to, waypoints,
                      pt_flow_is_vertical (source));
}

static GArray *
reversed (const GArray *waypoints)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PtPoint));

  for (guint i = waypoints->len; i-- > 0;)
    g_array_append_val (points, g_array_index (waypoints, PtPoint, i));
  return points;
}

/* A flow between what is drawn on different diagrams could not be drawn. */
static gboolean
are_drawn_together (const PtElement *one, const PtElement *other)
{
  return one->figure == NULL || other->figure == NULL
         || pt_diagram_find (one->figure->diagram, other) != NULL;
}

char *
pt_modeling_connect (PtProcessGraph *graph,
                     const char *source_id,
                     const char *target_id,
                     const GArray *waypoints)
{
  PtElement *source = pt_process_graph_get (graph, source_id);
  PtElement *target = pt_process_graph_get (graph, target_id);
  g_autoptr (GArray) backwards = NULL;
  PtBpmnType type;
  PtDraft *draft;
  xmlNode *flow;

  if (source != NULL && target != NULL && !are_drawn_together (source, target))
    return NULL;
  if (pt_rules_connect (source, target, &type, NULL) != PT_VERDICT_ALLOW)
    {
      PtElement *swap = source;

      if (pt_rules_connect (target, source, &type, NULL) != PT_VERDICT_ALLOW)
        return NULL;
      source = target;
      target = swap;
      if (waypoints != NULL)
        waypoints = backwards = reversed (waypoints);
    }
  draft = pt_draft_begin (graph, _ ("Connect"));
  flow = pt_new_flow_make (draft, type, source, target);
  draw (draft, flow, type, source, target, waypoints);
  pt_draft_commit (draft);
  return pt_model_id (flow);
}

/* --- other ends --- */

/* To the route it is as if the old end had moved to where the new one is. */
static void
reroute (PtDraft *draft, PtElement *flow, const PtElement *source, const PtElement *target)
{
  PtDiagramElement *edge = flow->figure;
  g_autoptr (GArray) before = NULL, after = NULL;
  PtRouteEnd old_from, old_to, from, to;

  if (edge == NULL || !end_on (draft, edge->diagram, flow->source, &old_from)
      || !end_on (draft, edge->diagram, flow->target, &old_to)
      || !end_on (draft, edge->diagram, source, &from)
      || !end_on (draft, edge->diagram, target, &to))
    return;
  before = pt_di_waypoints (edge);
  after = pt_route_repair (before, old_from.bounds, old_to.bounds, &from, &to,
                           pt_route_style_of (flow->type), pt_flow_is_vertical (source));
  pt_flow_set_route (draft, edge, after);
}

/* A flow that leaves its source is its default flow no more. */
static void
forget_default (PtDraft *draft, const PtElement *flow)
{
  if (flow->source->default_flow == flow)
    pt_model_set (draft, flow->source->node, "default", NULL);
}

gboolean
pt_modeling_reconnect (PtProcessGraph *graph,
                       const char *id,
                       const char *source_id,
                       const char *target_id)
{
  PtElement *flow = pt_process_graph_get (graph, id), *source, *target;
  const PtElement *container;
  PtBpmnType type;
  PtDraft *draft;

  if (flow == NULL || pt_element_family (flow) != PT_FAMILY_FLOW || flow->source == NULL
      || flow->target == NULL)
    return FALSE;
  source = source_id != NULL ? pt_process_graph_get (graph, source_id) : flow->source;
  target = target_id != NULL ? pt_process_graph_get (graph, target_id) : flow->target;
  if (source == flow || target == flow || !are_drawn_together (flow, source)
      || !are_drawn_together (flow, target) || pt_rules_connect (source, target, &type, NULL) != PT_VERDICT_ALLOW || type != flow->type)
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Reconnect"));
  if (source != flow->source)
    {
      forget_default (draft, flow);
      pt_model_set_source (draft, type, flow->node, flow->source->node, source->node);
    }
  if (target != flow->target)
    pt_model_set_target (draft, type, flow->node, flow->target->node, target->node);
  container = pt_flow_container (type, source, target);
  pt_model_reparent (draft, flow->node, container->node);
  reroute (draft, flow, source, target);
  pt_flow_redraw_elsewhere (draft, flow, source, target);
  return pt_draft_commit (draft);
}

gboolean
pt_modeling_set_waypoints (PtProcessGraph *graph, const char *id, const GArray *waypoints)
{
  PtElement *flow = pt_process_graph_get (graph, id);
  PtDraft *draft;

  if (flow == NULL || flow->figure == NULL || !flow->figure->is_edge || waypoints->len < 2)
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Bend flow"));
  pt_flow_set_route (draft, flow->figure, waypoints);
  return pt_draft_commit (draft);
}
