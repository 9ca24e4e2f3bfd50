/* pt-divert.c: flows of one node that become those of another
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-divert.h"

#include "pt-di-writer.h"
#include "pt-flow-repair.h"
#include "pt-model-writer.h"

/* To the route it is as if that end had moved. */
static void
reroute (PtDraft *draft, PtElement *flow, const PtRouteEnd *end, gboolean at_target)
{
  PtDiagramElement *edge = flow->figure;
  const PtDiagramElement *source = edge ? pt_diagram_find (edge->diagram, flow->source) : NULL;
  const PtDiagramElement *target = edge ? pt_diagram_find (edge->diagram, flow->target) : NULL;
  g_autoptr (GArray) before = NULL, after = NULL;
  PtRouteEnd from, to;

  if (!source || !target || source->is_edge || target->is_edge)
    return;
  from = pt_draft_route_end (draft, source);
  to = pt_draft_route_end (draft, target);
  before = pt_di_waypoints (edge);
  after = pt_route_repair (before, from.bounds, to.bounds, at_target ? &from : end,
                           at_target ? end : &to, pt_route_style_of (flow->type),
                           pt_flow_is_vertical (flow));
  pt_flow_set_route (draft, edge, after);
}

static void
divert (PtDraft *draft,
        PtElement *flow,
        const PtElement *fresh,
        const PtRouteEnd *end,
        gboolean before)
{
  if (before)
    pt_model_set_target (draft, flow->type, flow->node, flow->target->node, fresh->node);
  else
    pt_model_set_source (draft, flow->type, flow->node, flow->source->node, fresh->node);
  reroute (draft, flow, end, before);
  pt_flow_redraw_elsewhere (draft, flow, before ? flow->source : NULL,
                            before ? NULL : flow->target);
}

void
pt_divert_flows (PtDraft *draft,
                 PtElement *old,
                 const PtElement *fresh,
                 const PtRouteEnd *end,
                 gboolean before)
{
  const GPtrArray *flows = before ? old->incoming : old->outgoing;

  if (!before && old->default_flow)
    {
      pt_model_set (draft, fresh->node, "default", old->default_flow->id);
      pt_model_set (draft, old->node, "default", NULL);
    }
  for (guint i = 0; flows && i < flows->len; i++)
    {
      PtElement *flow = flows->pdata[i];

      if (flow->type == PT_BPMN_SEQUENCE_FLOW && flow->source && flow->target)
        divert (draft, flow, fresh, end, before);
    }
}
