/* pt-growth.c: containers grow to hold what is put into them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-growth.h"

#include "pt-containers.h"
#include "pt-tiling.h"

#define ROOM 20.0

/* What sides must at least be at, the title left free. */
static double
wanted_side (PtBounds bounds, PtSide side)
{
  double value = pt_side_of (pt_bounds_grow (bounds, ROOM), side);

  return side == PT_SIDE_LEFT ? value - PT_LANE_HEADER : value;
}

static void
grow_pool (PtDraft *draft, PtElement *pool, PtBounds bounds)
{
  g_autoptr (PtTiling) tiling = pt_tiling_new (draft, pool);
  PtBounds wanted = pt_tiling_turn (tiling, bounds);
  double bottom = pt_side_of (pt_tiling_extent (tiling), PT_SIDE_BOTTOM), moved;

  for (PtSide side = 0; side < PT_N_SIDES; side++)
    {
      double now = pt_side_of (pt_tiling_extent (tiling), side), then = wanted_side (wanted, side);
      gboolean is_outside = side == PT_SIDE_LEFT || side == PT_SIDE_TOP ? then < now : then > now;

      if (!is_outside)
        continue;
      pt_tiling_move_line (tiling, side, now, then);
      pt_draft_lanes_changed (draft, pool->process);
    }
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
