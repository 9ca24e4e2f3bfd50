/* pt-path.h: outlines as cairo paths
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <partitur/geometry.h>

/** PtCorners: which corners of a rectangle are rounded. */
typedef enum
{
  PT_CORNERS_NONE = 0,
  PT_CORNERS_TOP = 1 << 0,
  PT_CORNERS_BOTTOM = 1 << 1,
  PT_CORNERS_ALL = PT_CORNERS_TOP | PT_CORNERS_BOTTOM,
} PtCorners;

void pt_path_rectangle (cairo_t *cr, PtBounds b);
void pt_path_rounded (cairo_t *cr, PtBounds b, double radius, PtCorners corners);
/** pt_path_circle: the largest circle in the middle of @b */
void pt_path_circle (cairo_t *cr, PtBounds b);
/** pt_path_half_ellipse: along the lower (@lower) or upper half of the ellipse in @b, left to right
 *  or right to left */
void pt_path_half_ellipse (cairo_t *cr, PtBounds b, gboolean lower);
void pt_path_diamond (cairo_t *cr, PtBounds b);
/** pt_path_hexagon: corners at the left and right */
void pt_path_hexagon (cairo_t *cr, PtBounds b);
/** pt_path_sheet: a page with its upper right corner folded */
void pt_path_sheet (cairo_t *cr, PtBounds b, double fold);
/** pt_path_line: through @points, bends rounded with @radius where the segments are long enough */
void pt_path_line (cairo_t *cr, const PtPoint *points, guint n, double radius);
