/* geometry.h: points and bounds in diagram units (BPMN 2.0, annex B.2 "Diagram Common")
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Diagram units: x grows to the right, y downwards; at zoom 1 a unit is a CSS pixel, on paper
 * 1/96 inch. Doubles throughout: float bounds lose whole units in far-away diagrams. */
typedef struct
{
  double x, y;
} PtPoint;

typedef struct
{
  double x, y, width, height;
} PtBounds;

PtPoint pt_bounds_center (PtBounds b);
gboolean pt_bounds_contains_point (PtBounds b, PtPoint p);
/** pt_bounds_contains: Returns: whether @inner lies wholly in @outer (edges may touch) */
gboolean pt_bounds_contains (PtBounds outer, PtBounds inner);
/** pt_bounds_intersects: Returns: whether they share more than an edge; a flat one does where it
 *  passes through */
gboolean pt_bounds_intersects (PtBounds a, PtBounds b);
/** pt_bounds_union: An empty one (no width and no height) adds nothing. */
PtBounds pt_bounds_union (PtBounds a, PtBounds b);
/** pt_bounds_grow: Returns: @b with @margin added on all four sides (negative shrinks) */
PtBounds pt_bounds_grow (PtBounds b, double margin);
gboolean pt_bounds_is_empty (PtBounds b);
/** pt_points_bounds: Returns: the smallest bounds around @points; empty for none */
PtBounds pt_points_bounds (const PtPoint *points, guint n);
double pt_point_distance (PtPoint a, PtPoint b);
/** pt_segment_distance: Returns: distance of @p from the segment @a @b; @nearest (out, nullable) */
double pt_segment_distance (PtPoint p, PtPoint a, PtPoint b, PtPoint *nearest);
/** pt_polyline_at: Returns: the point at @fraction (0..1) of the length of the polyline */
PtPoint pt_polyline_at (const PtPoint *points, guint n, double fraction);

G_END_DECLS
