/* pt-snap.h: guide lines and the grid
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-tool.h"

G_BEGIN_DECLS

#define PT_SNAP_TOLERANCE 7.0 /* pixels */
#define PT_GRID 10.0          /* diagram units */

/** PtGuides: the lines snapped to. */
typedef struct
{
  gboolean has_x, has_y;
  double x, y;
} PtGuides;

/** PtSnap: what a shape can line up with: centres of nodes, edges of containers. Plain geometry. */
typedef struct _PtSnap PtSnap;

PtSnap *pt_snap_new (PtEditor *editor);
void pt_snap_free (PtSnap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSnap, pt_snap_free)

/**
 * pt_snap_collect:
 * @like: family of what is placed: nodes line up with nodes, pools and lanes with pools and lanes
 * @moved: (nullable): set of ids that move themselves
 */
void pt_snap_collect (PtSnap *self, PtFamily like, GHashTable *moved);
/** pt_snap_add_point: something else to line up with, e.g. the neighbours of a bend */
void pt_snap_add_point (PtSnap *self, PtPoint point);

/**
 * pt_snap_bounds:
 * @input: for zoom, and for Ctrl, which snaps nothing
 * @guides: (out)
 *
 * Returns: what to add to @bounds so that it lines up: first with a guide within PT_SNAP_TOLERANCE,
 *   else (when the editor's grid is on) its centre with the grid; each axis by itself
 */
PtPoint pt_snap_bounds (PtSnap *self, PtBounds bounds, const PtInput *input, PtGuides *guides);
PtPoint pt_snap_point (PtSnap *self, PtPoint point, const PtInput *input, PtGuides *guides);
/** pt_snap_corner: like pt_snap_point(), but to the edges of other shapes: for resizing */
PtPoint pt_snap_corner (PtSnap *self, PtPoint point, const PtInput *input, PtGuides *guides);

/** pt_guides_overlay: adds the guides as lines through all of the diagram */
void pt_guides_overlay (const PtGuides *guides, PtEditor *editor, GArray *overlay);

G_END_DECLS
