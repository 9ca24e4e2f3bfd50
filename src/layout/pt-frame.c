/* pt-frame.c: the eight mirrorings of the plane, so that a route is worked out for one direction
 * only
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-frame.h"

PtBounds
pt_frame_bounds (PtFrame frame, PtBounds b)
{
  PtBounds r = frame.swap ? (PtBounds){ b.y, b.x, b.height, b.width } : b;

  if (frame.mirror_x)
    r.x = -r.x - r.width;
  if (frame.mirror_y)
    r.y = -r.y - r.height;
  return r;
}

void
pt_frame_leave (PtFrame frame, GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      PtPoint *p = &g_array_index (points, PtPoint, i);
      PtPoint q = { frame.mirror_x ? -p->x : p->x, frame.mirror_y ? -p->y : p->y };

      *p = frame.swap ? (PtPoint){ q.y, q.x } : q;
    }
}
