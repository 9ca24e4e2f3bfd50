/* routes.h: what is asked of every route
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <partitur/layout.h>

static inline PtRouteEnd
task_at (double x, double y)
{
  return (PtRouteEnd){ .bounds = { x, y, 100, 80 }, .outline = PT_OUTLINE_ROUNDED };
}

static inline PtRouteEnd
gateway_at (double x, double y)
{
  return (
      PtRouteEnd){ .bounds = { x, y, 50, 50 }, .outline = PT_OUTLINE_DIAMOND, .is_gateway = TRUE };
}

static inline PtPoint
point (const GArray *route, guint i)
{
  return g_array_index (route, PtPoint, i);
}

static inline PtPoint
last_point (const GArray *route)
{
  return point (route, route->len - 1);
}

static inline void
assert_point (PtPoint p, double x, double y)
{
  if (fabs (p.x - x) > 0.01 || fabs (p.y - y) > 0.01)
    fail_msg ("%g %g instead of %g %g", p.x, p.y, x, y);
}

static inline gboolean
is_on (const PtRouteEnd *end, PtPoint p)
{
  PtBounds larger = pt_bounds_grow (end->bounds, 0.05),
           smaller = pt_bounds_grow (end->bounds, -0.3);

  return pt_outline_contains (end->outline, larger, p)
         && !pt_outline_contains (end->outline, smaller, p);
}

/* Whether the inside of @end meets the segment, looked at point by point. */
static inline gboolean
crosses (const PtRouteEnd *end, PtPoint a, PtPoint b)
{
  PtBounds inside = pt_bounds_grow (end->bounds, -1);

  for (int i = 0; i <= 400; i++)
    {
      PtPoint p = { a.x + (b.x - a.x) * i / 400, a.y + (b.y - a.y) * i / 400 };

      if (pt_outline_contains (end->outline, inside, p))
        return TRUE;
    }
  return FALSE;
}

static inline void
assert_right_angles (const GArray *route)
{
  for (guint i = 0; i + 1 < route->len; i++)
    {
      PtPoint a = point (route, i), b = point (route, i + 1);

      if (fabs (a.x - b.x) > 0.01 && fabs (a.y - b.y) > 0.01)
        fail_msg ("slanted from %g %g to %g %g", a.x, a.y, b.x, b.y);
      assert_true (pt_point_distance (a, b) > 0.01);
    }
}

/* For ends that do not overlap. */
static inline void
assert_decent (const GArray *route, const PtRouteEnd *from, const PtRouteEnd *to)
{
  assert_true (route->len >= 2);
  assert_right_angles (route);
  if (!is_on (from, point (route, 0)) || !is_on (to, last_point (route)))
    fail_msg ("docks at %g %g and %g %g", point (route, 0).x, point (route, 0).y,
              last_point (route).x, last_point (route).y);
  for (guint i = 0; i + 1 < route->len; i++)
    if (crosses (from, point (route, i), point (route, i + 1))
        || crosses (to, point (route, i), point (route, i + 1)))
      fail_msg ("runs through an end (ends at %g %g and %g %g)", from->bounds.x, from->bounds.y,
                to->bounds.x, to->bounds.y);
}
