/* pt-move.c: moving elements, also into another container or lane
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-attach.h"
#include "pt-containers.h"
#include "pt-growth.h"
#include "pt-lane-members.h"
#include "pt-model-writer.h"
#include "pt-rehome.h"
#include "pt-rules.h"
#include "pt-selection.h"
#include "pt-split.h"
#include "pt-tiling.h"

#include <glib/gi18n-lib.h>

/* --- where it goes
 * -------------------------------------------------------------------------------- */

static PtElement *
new_home (const PtElement *onto, const PtElement *element)
{
  PtElement *home = pt_container_of (onto, element->type);

  return home != NULL && pt_element_family (element) != PT_FAMILY_POOL ? home : element->parent;
}

static gboolean
may_go (const PtSelection *selection, const PtElement *onto, const PtElement *element)
{
  for (const PtElement *up = onto; up != NULL; up = up->parent)
    if (g_hash_table_contains (selection->inside, up))
      return FALSE;
  if (element->attached_to != NULL || pt_element_family (element) == PT_FAMILY_POOL)
    return TRUE;
  return pt_rules_contain (onto, element->type, NULL) == PT_VERDICT_ALLOW;
}

static gboolean
all_may_go (const PtSelection *selection, const PtElement *onto)
{
  for (guint i = 0; i < selection->tops->len; i++)
    if (!may_go (selection, onto, g_ptr_array_index (selection->tops, i)))
      return FALSE;
  return TRUE;
}

static void
rehome_tops (PtDraft *draft, const PtSelection *selection, PtElement *onto)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();
  PtElement *home = NULL;

  for (guint i = 0; i < selection->tops->len; i++)
    {
      PtElement *element = g_ptr_array_index (selection->tops, i);
      GPtrArray *events = element->boundary_events;

      if (element->attached_to != NULL || new_home (onto, element) == element->parent)
        continue;
      home = new_home (onto, element);
      g_ptr_array_add (leaving, element);
      for (guint j = 0; events != NULL && j < events->len; j++)
        g_ptr_array_add (leaving, g_ptr_array_index (events, j));
    }
  if (leaving->len > 0)
    pt_rehome (draft, leaving, home);
}

static void
hold_all (PtDraft *draft, const PtSelection *selection, const PtElement *onto)
{
  for (guint i = 0; i < selection->tops->len; i++)
    {
      PtElement *element = g_ptr_array_index (selection->tops, i);
      PtFamily family = pt_element_family (element);

      if (family != PT_FAMILY_POOL && family != PT_FAMILY_ARTIFACT && element->attached_to == NULL)
        pt_growth_hold (draft, element->figure->diagram, new_home (onto, element),
                        pt_draft_bounds (draft, element->figure));
    }
}

/* --- boundary events on their own ------------------------------------------------------------- */

/* It keeps to an edge: of its host, or of another activity it is dragged to. */
static void
slide (PtDraft *draft, PtElement *event, PtElement *onto, double dx, double dy)
{
  gboolean is_new = onto != NULL && onto != event->attached_to && onto->figure != NULL
                    && onto->figure->diagram == event->figure->diagram
                    && pt_rules_attach (onto, event->type) && onto->parent == event->parent;
  PtElement *host = is_new ? onto : event->attached_to;
  PtBounds b = event->figure->bounds;
  PtPoint center = pt_bounds_center (b), dock;

  dock = pt_attach_point (pt_draft_bounds (draft, host->figure),
                          (PtPoint){ center.x + dx, center.y + dy });
  pt_draft_place (draft, event->figure,
                  (PtBounds){ dock.x - b.width / 2, dock.y - b.height / 2, b.width, b.height });
  if (!is_new)
    return;
  pt_model_set (draft, event->node, "attachedToRef", host->id);
  pt_lane_share (draft, event, host);
}

static gboolean
slides (const PtSelection *selection, const PtElement *element)
{
  const PtElement *host = element->attached_to;

  return host != NULL && host->figure != NULL && !g_hash_table_contains (selection->inside, host);
}

/* --- the operations
 * ------------------------------------------------------------------------------- */

/* A single node without flows that is dropped on a flow goes into it. */
static gboolean
goes_into_flow (const PtSelection *selection, const PtElement *onto)
{
  const PtElement *element
      = selection->tops->len == 1 ? g_ptr_array_index (selection->tops, 0) : NULL;

  return onto != NULL && onto->type == PT_BPMN_SEQUENCE_FLOW && element != NULL
         && pt_element_is_a (element, PT_BPMN_FLOW_NODE) && element->attached_to == NULL
         && pt_sequence_flows (element->incoming, NULL) == 0
         && pt_sequence_flows (element->outgoing, NULL) == 0;
}

static void
shift_all (PtDraft *draft, const PtSelection *selection, double dx, double dy)
{
  PtDiagram *diagram = ((PtElement *)g_ptr_array_index (selection->tops, 0))->figure->diagram;

  for (guint i = 0; i < selection->all->len; i++)
    {
      PtElement *element = g_ptr_array_index (selection->all, i);
      PtDiagramElement *figure = pt_diagram_find (diagram, element);

      if (!slides (selection, element))
        pt_draft_shift (draft, figure != NULL ? figure : element->figure, dx, dy);
    }
}

/* Last, for a host may have grown. */
static void
slide_all (PtDraft *draft, const PtSelection *selection, PtElement *onto, double dx, double dy)
{
  for (guint i = 0; i < selection->tops->len; i++)
    if (slides (selection, g_ptr_array_index (selection->tops, i)))
      slide (draft, g_ptr_array_index (selection->tops, i), onto, dx, dy);
}

/* Its centre comes to lie on the flow. */
static void
aim_at_flow (PtElement *element, PtElement *flow, double *dx, double *dy)
{
  PtPoint center = pt_bounds_center (element->figure->bounds);
  PtPoint at = pt_split_point (flow, (PtPoint){ center.x + *dx, center.y + *dy });

  *dx = at.x - center.x;
  *dy = at.y - center.y;
}

gboolean
pt_modeling_move (PtProcessGraph *graph,
                  const char *const *ids,
                  double dx,
                  double dy,
                  const char *container)
{
  PtElement *onto = container != NULL ? pt_process_graph_get (graph, container) : NULL, *first;
  g_autoptr (PtSelection) selection = pt_selection_new (graph, ids);
  gboolean into_flow = goes_into_flow (selection, onto);
  PtDraft *draft;

  if (selection->tops->len == 0 || (container != NULL && onto == NULL)
      || (onto != NULL && !all_may_go (selection, onto)))
    return FALSE;
  first = g_ptr_array_index (selection->tops, 0);
  if (into_flow)
    aim_at_flow (first, onto, &dx, &dy);
  draft = pt_draft_begin (graph, _ ("Move"));
  shift_all (draft, selection, dx, dy);
  if (onto != NULL)
    {
      hold_all (draft, selection, onto);
      rehome_tops (draft, selection, onto);
    }
  slide_all (draft, selection, onto, dx, dy);
  if (into_flow)
    pt_split_flow (draft, onto, first->node, first->type, pt_draft_bounds (draft, first->figure));
  return pt_draft_commit (draft);
}

/* --- into a lane
 * ---------------------------------------------------------------------------------- */

static gboolean
is_free (const PtElement *node, PtBounds place)
{
  GPtrArray *siblings = node->parent->children;

  for (guint i = 0; i < siblings->len; i++)
    {
      PtElement *other = g_ptr_array_index (siblings, i);
      PtFamily family = pt_element_family (other);

      if (other != node && other->figure != NULL && !other->figure->is_edge
          && other->attached_to != node && family != PT_FAMILY_LANE && family != PT_FAMILY_ARTIFACT
          && pt_bounds_intersects (other->figure->bounds, place))
        return FALSE;
    }
  return TRUE;
}

/* Straight across into the lane if that is free, else a step to either side, ever wider. */
static PtPoint
nearest_free (const PtElement *node, PtBounds lane, gboolean vertical)
{
  const double step = 10;
  PtBounds b = node->figure->bounds;
  PtPoint center = pt_bounds_center (lane), found;
  guint n = (vertical ? lane.height : lane.width) / step;

  found = vertical ? (PtPoint){ center.x, pt_bounds_center (b).y }
                   : (PtPoint){ pt_bounds_center (b).x, center.y };
  for (guint i = 0; i <= 2 * n; i++)
    {
      double aside = (i + 1) / 2 * step * (i % 2 ? 1 : -1);
      PtPoint p = { found.x + (vertical ? 0 : aside), found.y + (vertical ? aside : 0) };
      PtBounds place = { p.x - b.width / 2, p.y - b.height / 2, b.width, b.height };

      if (pt_bounds_contains (lane, place) && is_free (node, pt_bounds_grow (place, step)))
        return p;
    }
  return found;
}

gboolean
pt_modeling_move_to_lane (PtProcessGraph *graph, const char *id, const char *lane_id)
{
  PtElement *node = pt_process_graph_get (graph, id), *lane = pt_process_graph_get (graph, lane_id);
  const char *ids[] = { id, NULL };
  PtBounds inner;
  PtPoint from, to;
  gboolean vertical;

  if (node == NULL || lane == NULL || lane->type != PT_BPMN_LANE || lane->figure == NULL
      || node->figure == NULL || !pt_element_is_a (node, PT_BPMN_FLOW_NODE))
    return FALSE;
  vertical = !lane->figure->is_horizontal;
  inner = lane->figure->bounds;
  inner.x += vertical ? 0 : PT_LANE_HEADER;
  inner.width -= vertical ? 0 : PT_LANE_HEADER;
  inner.y += vertical ? PT_LANE_HEADER : 0;
  inner.height -= vertical ? PT_LANE_HEADER : 0;
  from = pt_bounds_center (node->figure->bounds);
  to = nearest_free (node, inner, vertical);
  return pt_modeling_move (graph, ids, to.x - from.x, to.y - from.y, lane_id);
}
