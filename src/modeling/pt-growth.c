/* pt-growth.c: containers grow to hold what is put into them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-growth.h"

#include "pt-containers.h"
#include "pt-tiling.h"

#define ROOM 20.0
#define LANE_ROOM 10.0 /* to the lines of a lane: many are hardly higher than a task */

/* Returns: by how much @side of @frame must go outwards to hold @bounds, the title left free; all turned */
static double
lack (PtBounds frame, PtBounds bounds, PtSide side)
{
  double is = pt_side_of (frame, side), wanted = pt_side_of (pt_bounds_grow (bounds, ROOM), side);

  if (side == PT_SIDE_LEFT)
    wanted -= PT_LANE_HEADER;
  return side == PT_SIDE_LEFT || side == PT_SIDE_TOP ? is - wanted : wanted - is;
}

static void
grow_side (PtTiling *tiling, PtSide side, double by)
{
  double now = pt_side_of (pt_tiling_extent (tiling), side);
  gboolean outwards_is_up = side == PT_SIDE_RIGHT || side == PT_SIDE_BOTTOM;

  if (by <= 0)
    return;
  pt_tiling_move_line (tiling, side, now, outwards_is_up ? now + by : now - by);
  pt_draft_lanes_changed (tiling->draft, tiling->process);
}

static void
grow_pool (PtDraft *draft, PtElement *pool, PtBounds bounds)
{
  g_autoptr (PtTiling) tiling = pt_tiling_new (draft, pool);
  PtBounds wanted = pt_tiling_turn (tiling, bounds), frame = pt_tiling_extent (tiling);
  double bottom = pt_side_of (frame, PT_SIDE_BOTTOM), moved;

  for (PtSide side = 0; side < PT_N_SIDES; side++)
    grow_side (tiling, side, lack (frame, wanted, side));
  moved = pt_side_of (pt_tiling_extent (tiling), PT_SIDE_BOTTOM) - bottom;
  if (moved > 0)
    pt_tiling_push_pools (tiling, bottom, moved);
}

static void
grow_sub_process (PtDraft *draft, PtDiagramElement *frame, PtBounds bounds)
{
  PtBounds now = pt_draft_bounds (draft, frame);
  PtBounds then = pt_bounds_union (now, pt_bounds_grow (bounds, ROOM));

  if (!frame->is_expanded || pt_bounds_contains (now, then))
    return;
  pt_draft_place_host (draft, frame, then);
  pt_growth_hold (draft, frame->diagram, frame->element->parent, then);
}

void
pt_growth_hold (PtDraft *draft, PtDiagram *diagram, PtElement *container, PtBounds bounds)
{
  PtDiagramElement *frame = container != NULL ? pt_container_drawn (diagram, container) : NULL;

  if (frame == NULL || frame->is_edge)
    return;
  if (frame->element->type == PT_BPMN_PARTICIPANT)
    grow_pool (draft, frame->element, bounds);
  else
    grow_sub_process (draft, frame, bounds);
}

static void
open_lane (PtTiling *tiling, double y, double by)
{
  if (by <= 0)
    return;
  pt_tiling_insert (tiling, y, by, NULL);
  pt_draft_lanes_changed (tiling->draft, tiling->process);
}

/* A lane is opened just inside of the line where it lacks room. What lies above stays: at the upper line
 * all that stands in the lane moves down, as does what is to come. */
PtBounds
pt_growth_hold_in_lane (PtDraft *draft, PtDiagramElement *lane, PtBounds bounds)
{
  g_autoptr (PtTiling) tiling = pt_tiling_new (draft, lane->element);
  PtBounds wanted = pt_tiling_turn (tiling, pt_bounds_grow (bounds, LANE_ROOM));
  PtBounds now = pt_tiling_bounds (tiling, lane);
  double top = now.y, bottom = pt_side_of (now, PT_SIDE_BOTTOM);
  double above = MAX (top - wanted.y, 0);

  open_lane (tiling, bottom - LANE_ROOM / 2, pt_side_of (wanted, PT_SIDE_BOTTOM) - bottom);
  open_lane (tiling, top + LANE_ROOM / 2, above);
  wanted = pt_tiling_turn (tiling, bounds);
  wanted.y += above;
  grow_side (tiling, PT_SIDE_LEFT, lack (now, wanted, PT_SIDE_LEFT));
  grow_side (tiling, PT_SIDE_RIGHT, lack (now, wanted, PT_SIDE_RIGHT));
  return pt_tiling_turn (tiling, wanted);
}

static double
pulled (double start, double length, double lane_start, double lane_length)
{
  double last = lane_start + lane_length - LANE_ROOM - length;

  return MAX (MIN (start, last), lane_start + LANE_ROOM);
}

PtBounds
pt_growth_pull_into (const PtDiagramElement *lane, PtBounds bounds)
{
  PtBounds room = lane->bounds;

  if (lane->is_horizontal)
    bounds.y = pulled (bounds.y, bounds.height, room.y, room.height);
  else
    bounds.x = pulled (bounds.x, bounds.width, room.x, room.width);
  return bounds;
}
