/* pt-append.c: a node after or before another one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-auto-place.h"
#include "pt-divert.h"
#include "pt-flow-repair.h"
#include "pt-growth.h"
#include "pt-model-writer.h"
#include "pt-new-flow.h"
#include "pt-new-node.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PtElement *old;  /* what is there */
  PtElement fresh; /* what comes */
  gboolean before; /* @fresh leads to @old */
  PtBpmnType type; /* of the flow between them */
  PtBounds bounds; /* of @fresh */
} Join;

/* Data and annotations may want the flow the other way round. */
static gboolean
find_flow (Join *join)
{
  const PtElement *source = join->before ? &join->fresh : join->old;
  const PtElement *target = join->before ? join->old : &join->fresh;

  if (pt_rules_connect (source, target, &join->type, NULL) == PT_VERDICT_ALLOW)
    return TRUE;
  if (pt_rules_connect (target, source, &join->type, NULL) != PT_VERDICT_ALLOW
      || join->type == PT_BPMN_SEQUENCE_FLOW)
    return FALSE;
  join->before = !join->before;
  return TRUE;
}

static PtRouteEnd
fresh_end (const Join *join)
{
  PtFamily family = pt_element_family (&join->fresh);

  return (PtRouteEnd){ .bounds = join->bounds,
                       .outline = pt_outline_of (family),
                       .is_gateway = family == PT_FAMILY_GATEWAY };
}

static void
connect (PtDraft *draft, Join *join)
{
  PtRouteEnd old_end = pt_draft_route_end (draft, join->old->figure);
  PtRouteEnd new_end = fresh_end (join);
  xmlNode *flow = pt_new_flow_make (draft, join->type, join->before ? &join->fresh : join->old,
                                    join->before ? join->old : &join->fresh);

  pt_new_flow_draw (draft, join->old->figure->diagram, flow, join->type,
                    join->before ? &new_end : &old_end, join->before ? &old_end : &new_end, NULL,
                    pt_flow_is_vertical (join->old));
}

static gboolean
may_stand_beside (const PtElement *old, const PtNodeSpec *spec)
{
  PtFamily family = pt_bpmn_type_info (spec->type)->family;

  return old != NULL && old->figure != NULL && !old->figure->is_edge && old->parent != NULL
         && pt_element_family (old) != PT_FAMILY_POOL && family != PT_FAMILY_POOL
         && family != PT_FAMILY_LANE && spec->type != PT_BPMN_BOUNDARY_EVENT
         && pt_rules_contain (old->parent, spec->type, NULL) == PT_VERDICT_ALLOW;
}

/* The role that plays the old one plays the new one. What is drawn outside of the lane it is listed in
 * says nothing about where that one belongs.
 *
 * Returns: (nullable): the lane of the old one */
static PtDiagramElement *
lane_to_stay_in (const Join *join)
{
  const PtElement *old = join->old->attached_to != NULL ? join->old->attached_to : join->old;
  PtDiagram *diagram = join->old->figure->diagram;
  const PtDiagramElement *figure = pt_diagram_find (diagram, old);
  PtDiagramElement *lane = old->lane != NULL ? pt_diagram_find (diagram, old->lane) : NULL;

  if (lane == NULL || figure == NULL || old->parent->type != PT_BPMN_PROCESS
      || !pt_bpmn_type_is_a (join->fresh.type, PT_BPMN_FLOW_NODE)
      || !pt_bounds_contains_point (lane->bounds, pt_bounds_center (figure->bounds)))
    return NULL;
  return lane;
}

static void
make_room (PtDraft *draft, Join *join, PtDiagramElement *lane)
{
  if (lane != NULL)
    join->bounds = pt_growth_hold_in_lane (draft, lane, join->bounds);
  else
    pt_growth_hold (draft, join->old->figure->diagram, join->old->parent, join->bounds);
}

/* @between: it comes between the node and all flows on that side */
static char *
add_beside (PtProcessGraph *graph,
            const char *id,
            const PtNodeSpec *spec,
            gboolean before,
            gboolean between)
{
  Join join = { .old = pt_process_graph_get (graph, id), .before = before };
  PtPoint size = pt_new_node_size (spec);
  PtDiagramElement *lane;
  PtDiagram *diagram;
  PtDraft *draft;

  if (join.old != NULL && join.old->figure != NULL)
    pt_process_graph_set_shown (graph, join.old->figure->diagram);
  if (!may_stand_beside (join.old, spec))
    return NULL;
  join.fresh = pt_new_node_prospect (spec, join.old->parent);
  if (!find_flow (&join))
    return NULL;
  diagram = join.old->figure->diagram;
  lane = lane_to_stay_in (&join);
  join.bounds = pt_new_node_bounds (
      spec, pt_auto_place (join.old->figure, &join.fresh, size, before, lane));
  draft = pt_draft_begin (graph, before ? _ ("Prepend") : _ ("Append"));
  make_room (draft, &join, lane);
  join.fresh.node = pt_new_node_make (draft, diagram, join.old->parent, spec, join.bounds);
  if (between)
    {
      PtRouteEnd end = fresh_end (&join);

      pt_divert_flows (draft, join.old, &join.fresh, &end, before);
    }
  connect (draft, &join);
  pt_draft_commit (draft);
  return pt_model_id (join.fresh.node);
}

char *
pt_modeling_append (PtProcessGraph *graph, const char *source_id, const PtNodeSpec *spec)
{
  return add_beside (graph, source_id, spec, FALSE, FALSE);
}

char *
pt_modeling_prepend (PtProcessGraph *graph, const char *target_id, const PtNodeSpec *spec)
{
  return add_beside (graph, target_id, spec, TRUE, FALSE);
}

char *
pt_modeling_put_between (PtProcessGraph *graph, const char *id, PtBpmnType gateway, gboolean before)
{
  const PtNodeSpec spec = { .type = gateway };

  return add_beside (graph, id, &spec, before, TRUE);
}
