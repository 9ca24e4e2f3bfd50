/* pt-frame.h: the eight mirrorings of the plane, so that a route is worked out for one direction
 * only
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/geometry.h>

/* Into the frame: first the axes are swapped, then mirrored; a zeroed frame changes nothing. */
typedef struct
{
  gboolean swap, mirror_x, mirror_y;
} PtFrame;
PtBounds pt_frame_bounds (PtFrame frame, PtBounds b);
/** pt_frame_leave: maps @points (element-type PtPoint) back out of the frame, in place */
void pt_frame_leave (PtFrame frame, GArray *points);
