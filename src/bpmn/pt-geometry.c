/* pt-geometry.c: points, bounds and polylines
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include <partitur/geometry.h>

PtPoint
pt_bounds_center (PtBounds b)
{
  return (PtPoint){ b.x + b.width / 2, b.y + b.height / 2 };
}

gboolean
pt_bounds_contains_point (PtBounds b, PtPoint p)
{
  return p.x >= b.x && p.x <= b.x + b.width && p.y >= b.y && p.y <= b.y + b.height;
}

gboolean
pt_bounds_contains (PtBounds outer, PtBounds inner)
{
  PtPoint far = { inner.x + inner.width, inner.y + inner.height };

  return pt_bounds_contains_point (outer, (PtPoint){ inner.x, inner.y })
         && pt_bounds_contains_point (outer, far);
}

gboolean
pt_bounds_intersects (PtBounds a, PtBounds b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

gboolean
pt_bounds_is_empty (PtBounds b)
{
  return b.width <= 0 && b.height <= 0;
}

PtBounds
pt_bounds_union (PtBounds a, PtBounds b)
{
  if (pt_bounds_is_empty (a))
    return b;
  if (pt_bounds_is_empty (b))
    return a;

  double left = MIN (a.x, b.x), top = MIN (a.y, b.y);
  double right = MAX (a.x + a.width, b.x + b.width);
  double bottom = MAX (a.y + a.height, b.y + b.height);

  return (PtBounds){ left, top, right - left, bottom - top };
}

PtBounds
pt_bounds_grow (PtBounds b, double margin)
{
  double x = MAX (margin, -b.width / 2), y = MAX (margin, -b.height / 2);

  return (PtBounds){ b.x - x, b.y - y, b.width + 2 * x, b.height + 2 * y };
}

PtBounds
pt_points_bounds (const PtPoint *points, guint n)
{
  if (n == 0)
    return (PtBounds){ 0 };

  PtPoint low = points[0], high = points[0];
  for (guint i = 1; i < n; i++)
    {
      low = (PtPoint){ MIN (low.x, points[i].x), MIN (low.y, points[i].y) };
      high = (PtPoint){ MAX (high.x, points[i].x), MAX (high.y, points[i].y) };
    }
  return (PtBounds){ low.x, low.y, high.x - low.x, high.y - low.y };
}

double
pt_point_distance (PtPoint a, PtPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static PtPoint
between (PtPoint a, PtPoint b, double fraction)
{
  return (PtPoint){ a.x + (b.x - a.x) * fraction, a.y + (b.y - a.y) * fraction };
}

double
pt_segment_distance (PtPoint p, PtPoint a, PtPoint b, PtPoint *nearest)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  /* The foot of the perpendicular, kept on the segment. */
  double foot = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;
  PtPoint q = between (a, b, CLAMP (foot, 0, 1));

  if (nearest)
    *nearest = q;
  return pt_point_distance (p, q);
}

PtPoint
pt_polyline_at (const PtPoint *points, guint n, double fraction)
{
  double length = 0;

  if (n == 0)
    return (PtPoint){ 0 };
  for (guint i = 1; i < n; i++)
    length += pt_point_distance (points[i - 1], points[i]);

  double left = CLAMP (fraction, 0, 1) * length;
  for (guint i = 1; i < n; i++)
    {
      double step = pt_point_distance (points[i - 1], points[i]);
      if (left <= step)
        return between (points[i - 1], points[i], step > 0 ? left / step : 0);
      left -= step;
    }
  return points[n - 1];
}
