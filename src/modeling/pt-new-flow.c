/* pt-new-flow.c: a new connection with its figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-new-flow.h"

#include "pt-di-writer.h"
#include "pt-model-writer.h"
#include "pt-rules.h"

const PtElement *
pt_flow_container (PtBpmnType type, const PtElement *source, const PtElement *target)
{
  const PtElement *pool = pt_pool_of (source) != NULL ? pt_pool_of (source) : pt_pool_of (target);

  switch (type)
    {
    case PT_BPMN_MESSAGE_FLOW:
    case PT_BPMN_CONVERSATION_LINK:
      return pool != NULL ? pool->parent : NULL;
    case PT_BPMN_DATA_INPUT_ASSOCIATION:
      return target;
    case PT_BPMN_DATA_OUTPUT_ASSOCIATION:
      return source;
    case PT_BPMN_ASSOCIATION:
      return target->type == PT_BPMN_TEXT_ANNOTATION ? target->parent : source->parent;
    default:
      return source->parent;
    }
}

/* What a compensation event points to is no part of the normal flow from now on. */
static void
mark_compensation (PtDraft *draft, xmlNode *flow, const PtElement *source, const PtElement *target)
{
  if (source->event_definition != PT_BPMN_COMPENSATE_EVENT_DEFINITION
      || pt_element_family (target) != PT_FAMILY_ACTIVITY)
    return;
  pt_model_set (draft, flow, "associationDirection", "One");
  pt_model_set (draft, target->node, "isForCompensation", "true");
}

xmlNode *
pt_new_flow_make (PtDraft *draft, PtBpmnType type, const PtElement *source, const PtElement *target)
{
  const PtElement *container = pt_flow_container (type, source, target);
  xmlNode *flow = pt_model_connect (draft, type, container->node, source->node, target->node);

  if (type == PT_BPMN_ASSOCIATION)
    mark_compensation (draft, flow, source, target);
  return flow;
}

/* --- drawing it --- */

static void
append_point (GArray *points, PtPoint p)
{
  g_array_append_val (points, p);
}

/* From the last point within @from to the first within @to, both cropped. */
static GArray *
crop (const PtRouteEnd *from, const PtRouteEnd *to, const GArray *waypoints)
{
  const PtPoint *p = (const PtPoint *)(gconstpointer)waypoints->data;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  guint first = 0, last = waypoints->len - 1;

  while (first + 1 < last && pt_outline_contains (from->outline, from->bounds, p[first + 1]))
    first++;
  while (last > first + 1 && pt_outline_contains (to->outline, to->bounds, p[last - 1]))
    last--;
  append_point (points, pt_outline_contains (from->outline, from->bounds, p[first])
                            ? pt_outline_crop (from->outline, from->bounds, p[first], p[first + 1])
                            : p[first]);
  for (guint i = first + 1; i < last; i++)
    append_point (points, p[i]);
  append_point (points, pt_outline_contains (to->outline, to->bounds, p[last])
                            ? pt_outline_crop (to->outline, to->bounds, p[last], p[last - 1])
                            : p[last]);
  pt_route_simplify (points);
  return points;
}

GArray *
pt_flow_fit (PtBpmnType type,
             const PtRouteEnd *from,
             const PtRouteEnd *to,
             const GArray *waypoints,
             gboolean vertical)
{
  g_autoptr (GArray) points = NULL;

  if (waypoints != NULL && waypoints->len >= 2)
    points = crop (from, to, waypoints);
  if (points != NULL && points->len >= 2)
    return g_steal_pointer (&points);
  return pt_route (from, to, pt_route_style_of (type), vertical);
}

void
pt_new_flow_draw (PtDraft *draft,
                  PtDiagram *diagram,
                  xmlNode *flow,
                  PtBpmnType type,
                  const PtRouteEnd *from,
                  const PtRouteEnd *to,
                  const GArray *waypoints,
                  gboolean vertical)
{
  g_autoptr (GArray) points = pt_flow_fit (type, from, to, waypoints, vertical);

  pt_di_add_edge (draft, diagram, flow, points);
}
