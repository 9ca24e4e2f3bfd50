/* pt-overlay.c: putting marks together, and finding the handles among them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-overlay.h"

#include "pt-facts.h"

/* Which share of width and height each handle stands at, and the cursor that goes with it. */
static const struct
{
  double x, y;
  const char *cursor;
} handles[PT_N_HANDLES] = {
  { 0.0, 0.0, "nw-resize" }, { 0.5, 0.0, "n-resize" },  { 1.0, 0.0, "ne-resize" },
  { 1.0, 0.5, "e-resize" },  { 1.0, 1.0, "se-resize" }, { 0.5, 1.0, "s-resize" },
  { 0.0, 1.0, "sw-resize" }, { 0.0, 0.5, "w-resize" },
};

static void
clear_mark (PtMark *mark)
{
  g_clear_pointer (&mark->points, g_array_unref);
}

GArray *
pt_overlay_new (void)
{
  GArray *overlay = g_array_new (FALSE, TRUE, sizeof (PtMark));

  g_array_set_clear_func (overlay, (GDestroyNotify)clear_mark);
  return overlay;
}

void
pt_overlay_add_bounds (GArray *overlay, PtMarkKind kind, PtBounds bounds, PtFamily family)
{
  PtMark mark = { .kind = kind, .bounds = bounds, .family = family };

  g_array_append_val (overlay, mark);
}

void
pt_overlay_add_points (GArray *overlay, PtMarkKind kind, const PtPoint *points, guint n)
{
  PtMark mark = { .kind = kind, .bounds = pt_points_bounds (points, n), .family = PT_FAMILY_FLOW };

  mark.points = g_array_sized_new (FALSE, FALSE, sizeof (PtPoint), n);
  g_array_append_vals (mark.points, points, n);
  g_array_append_val (overlay, mark);
}

void
pt_overlay_add_line (GArray *overlay, PtMarkKind kind, PtPoint from, PtPoint to)
{
  PtPoint points[] = { from, to };

  pt_overlay_add_points (overlay, kind, points, G_N_ELEMENTS (points));
}

void
pt_overlay_add_figure (GArray *overlay, PtMarkKind kind, const PtDiagramElement *figure)
{
  if (figure->is_edge)
    pt_overlay_add_points (overlay, kind, figure->waypoints, figure->n_waypoints);
  else
    pt_overlay_add_bounds (overlay, kind, figure->bounds, pt_facts_family (figure));
}

PtPoint
pt_handle_point (PtBounds bounds, guint index)
{
  return (PtPoint){ bounds.x + bounds.width * handles[index].x,
                    bounds.y + bounds.height * handles[index].y };
}

const char *
pt_handle_cursor (guint index)
{
  return handles[index].cursor;
}

static void
add_handle (GArray *overlay, PtPoint at)
{
  pt_overlay_add_bounds (overlay, PT_MARK_HANDLE, (PtBounds){ at.x, at.y, 0, 0 }, PT_FAMILY_NONE);
}

void
pt_overlay_add_handles (GArray *overlay, const PtDiagramElement *figure)
{
  for (guint i = 0; figure->is_edge && i < figure->n_waypoints; i++)
    add_handle (overlay, figure->waypoints[i]);
  for (guint i = 0; pt_facts_is_resizable (figure) && i < PT_N_HANDLES; i++)
    add_handle (overlay, pt_handle_point (figure->bounds, i));
}

static PtHit
edge_handle_hit (PtDiagramElement *edge, PtPoint at, double tolerance)
{
  for (guint i = 0; i < edge->n_waypoints; i++)
    if (pt_point_distance (at, edge->waypoints[i]) <= tolerance)
      return (PtHit){ edge, PT_PART_WAYPOINT, i };
  for (guint i = 0; i + 1 < edge->n_waypoints; i++)
    if (pt_segment_distance (at, edge->waypoints[i], edge->waypoints[i + 1], NULL) <= tolerance)
      return (PtHit){ edge, PT_PART_SEGMENT, i };
  return (PtHit){ NULL, PT_PART_NONE, 0 };
}

PtHit
pt_handle_hit (PtDiagramElement *figure, PtPoint at, double tolerance)
{
  if (figure->is_edge)
    return edge_handle_hit (figure, at, tolerance);
  for (guint i = 0; pt_facts_is_resizable (figure) && i < PT_N_HANDLES; i++)
    if (pt_point_distance (at, pt_handle_point (figure->bounds, i)) <= tolerance)
      return (PtHit){ figure, PT_PART_HANDLE, i };
  return (PtHit){ NULL, PT_PART_NONE, 0 };
}
