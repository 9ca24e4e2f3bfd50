/* pt-overlay.h: putting marks together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/tools.h>

G_BEGIN_DECLS

#define PT_HANDLE_SIZE 8.0 /* pixels */
#define PT_N_HANDLES 8

/** pt_overlay_new: Returns: (transfer full) (element-type PtMark): frees the points of its marks */
GArray *pt_overlay_new (void);
void pt_overlay_add_bounds (GArray *overlay, PtMarkKind kind, PtBounds bounds, PtFamily family);
/** pt_overlay_add_figure: an outline around a shape, a route along an edge */
void pt_overlay_add_figure (GArray *overlay, PtMarkKind kind, const PtDiagramElement *figure);
/** pt_overlay_add_points: @points: (transfer none) */
void pt_overlay_add_points (GArray *overlay, PtMarkKind kind, const PtPoint *points, guint n);
void pt_overlay_add_line (GArray *overlay, PtMarkKind kind, PtPoint from, PtPoint to);
/** pt_overlay_add_handles: resize handles of a shape, bends of an edge */
void pt_overlay_add_handles (GArray *overlay, const PtDiagramElement *figure);

/** pt_handle_point: Returns: where resize handle @index of @bounds is; clockwise from top left */
PtPoint pt_handle_point (PtBounds bounds, guint index);
/** pt_handle_hit: Returns: the handle, bend or segment of @figure at @at; no figure when there is
 * none */
PtHit pt_handle_hit (PtDiagramElement *figure, PtPoint at, double tolerance);
/** pt_handle_cursor: Returns: CSS name of the resize cursor of handle @index */
const char *pt_handle_cursor (guint index);

G_END_DECLS
