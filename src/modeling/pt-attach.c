/* pt-attach.c: boundary events on the edge of their host
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-attach.h"

#include "pt-lane-members.h"
#include "pt-model-writer.h"
#include "pt-new-node.h"
#include "pt-replace.h"
#include "pt-rules.h"

#define REACH 20.0 /* of an opened sub-process' edge */

PtPoint
pt_attach_point (PtBounds host, PtPoint p)
{
  double right = host.x + host.width, bottom = host.y + host.height;
  PtPoint q = { CLAMP (p.x, host.x, right), CLAMP (p.y, host.y, bottom) };
  double left_by = q.x - host.x, right_by = right - q.x, top_by = q.y - host.y,
         bottom_by = bottom - q.y;
  double least = MIN (MIN (left_by, right_by), MIN (top_by, bottom_by));

  if (least == bottom_by)
    q.y = bottom;
  else if (least == top_by)
    q.y = host.y;
  else if (least == right_by)
    q.x = right;
  else
    q.x = host.x;
  return q;
}

gboolean
pt_attach_wanted (const PtElement *host, PtBpmnType type, PtPoint p)
{
  if (!pt_rules_attach (host, type) || host->figure == NULL)
    return FALSE;
  if (type == PT_BPMN_BOUNDARY_EVENT || !pt_element_is_a (host, PT_BPMN_SUB_PROCESS)
      || !host->figure->is_expanded)
    return TRUE;
  return pt_point_distance (p, pt_attach_point (host->figure->bounds, p)) <= REACH;
}

xmlNode *
pt_attach_make (PtDraft *draft,
                PtDiagram *diagram,
                PtElement *host,
                const PtNodeSpec *spec,
                PtPoint p)
{
  const PtDiagramElement *figure = pt_diagram_find (diagram, host);
  PtNodeSpec event = *spec;
  PtPoint dock = pt_attach_point (figure->bounds, p);
  g_autofree char *id = NULL;
  xmlNode *node;

  event.type = PT_BPMN_BOUNDARY_EVENT;
  node = pt_new_node_make (draft, diagram, host->parent, &event, pt_new_node_bounds (&event, dock));
  pt_model_set (draft, node, "attachedToRef", host->id);
  id = pt_model_id (node);
  if (host->lane != NULL)
    pt_lane_enter (draft, host->lane->node, id);
  return node;
}

gboolean
pt_attach_possible (const PtElement *event, const PtElement *host)
{
  return event->attached_to == NULL && event->parent == host->parent && host->figure != NULL
         && event->figure != NULL && event->figure->diagram == host->figure->diagram
         && pt_sequence_flows (event->incoming, NULL) == 0;
}

static void
dock (PtDraft *draft, PtElement *event, const PtElement *host, PtPoint p)
{
  PtPoint at = pt_attach_point (pt_draft_bounds (draft, host->figure), p);
  PtBounds b = event->figure->bounds;

  pt_draft_place (draft, event->figure,
                  (PtBounds){ at.x - b.width / 2, at.y - b.height / 2, b.width, b.height });
}

void
pt_attach_existing (PtDraft *draft, PtElement *event, PtElement *host, PtPoint p)
{
  xmlNode *fresh = pt_replace_element (draft, event, PT_BPMN_BOUNDARY_EVENT, TRUE);

  pt_model_set (draft, fresh, "attachedToRef", host->id);
  dock (draft, event, host, p);
  pt_lane_share (draft, event, host);
}

void
pt_attach_slide (PtDraft *draft, PtElement *event, PtElement *onto, double dx, double dy)
{
  gboolean is_new = onto != NULL && onto != event->attached_to && onto->figure != NULL
                    && onto->figure->diagram == event->figure->diagram
                    && pt_rules_attach (onto, event->type) && onto->parent == event->parent;
  PtElement *host = is_new ? onto : event->attached_to;
  PtPoint center = pt_bounds_center (event->figure->bounds);

  dock (draft, event, host, (PtPoint){ center.x + dx, center.y + dy });
  if (!is_new)
    return;
  pt_model_set (draft, event->node, "attachedToRef", host->id);
  pt_lane_share (draft, event, host);
}
