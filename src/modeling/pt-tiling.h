/* pt-tiling.h: a pool and its lanes, which always fill it without gaps
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes meet in lines. Whatever changes the size of a pool or lane moves such a line, and all that
 * ends or begins at it goes along; so they tile their pool before and after. Coordinates here are
 * turned for vertical pools: lanes always lie below each other, their titles at the left.
 */
#pragma once

#include "pt-draft.h"

typedef enum
{
  PT_SIDE_LEFT, /* of the pool: where the titles are */
  PT_SIDE_TOP,
  PT_SIDE_RIGHT,
  PT_SIDE_BOTTOM,
  PT_N_SIDES,
} PtSide;

#define PT_LANE_HEADER 30.0
#define PT_LANE_LEAST 60.0

typedef struct
{
  PtDraft *draft;
  PtElement *process;
  PtDiagramElement *pool; /* (nullable): lanes may stand in a process without a pool */
  GPtrArray *lanes;       /* of PtDiagramElement, outer before inner */
  gboolean vertical;
} PtTiling;

/** pt_tiling_new: @member: a pool or lane. Returns: (transfer full) (nullable): NULL if not drawn
 */
PtTiling *pt_tiling_new (PtDraft *draft, PtElement *member);
void pt_tiling_free (PtTiling *tiling);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtTiling, pt_tiling_free)

/** pt_tiling_turn: turns bounds into or out of the coordinates of @tiling */
PtBounds pt_tiling_turn (const PtTiling *tiling, PtBounds b);
/** pt_tiling_bounds: Returns: turned bounds that @figure will have */
PtBounds pt_tiling_bounds (const PtTiling *tiling, const PtDiagramElement *figure);
/** pt_tiling_extent: Returns: turned bounds of the pool, or of all lanes */
PtBounds pt_tiling_extent (const PtTiling *tiling);
double pt_side_of (PtBounds b, PtSide side);
/** pt_tiling_move_line: moves the line at @from, a @side of some lane or the pool, to @to, not so
 * far that a lane loses what it holds. Returns: where it went */
double pt_tiling_move_line (PtTiling *tiling, PtSide side, double from, double to);
/** pt_tiling_insert: opens room of @height at the line @y: what lies below moves down, what the
 *  line runs through or what is around @beside (nullable), a lane at that line, grows */
void pt_tiling_insert (PtTiling *tiling, double y, double height, const PtElement *beside);
/** pt_tiling_push_pools: moves the other pools that begin at or after @y by @by downwards */
void pt_tiling_push_pools (PtTiling *tiling, double y, double by);
/** pt_tiling_set_side: puts one side of @figure, turned, to @value without looking at its
 * neighbours */
void pt_tiling_set_side (PtTiling *tiling, PtDiagramElement *figure, PtSide side, double value);
