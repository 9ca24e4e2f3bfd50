/* pt-move-to-lane.c: putting a node into a lane without looking for a place oneself
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-tiling.h"

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
