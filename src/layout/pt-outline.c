/* pt-outline.c: the outlines flows dock to, and where a line crosses them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <partitur/layout.h>

#define CORNER_RADIUS 10.0
#define ROUNDING 1e-6 /* a point on the outline may come out a hair beyond it */

PtOutline
pt_outline_of (PtFamily family)
{
  switch (family)
    {
    case PT_FAMILY_ACTIVITY:
    case PT_FAMILY_CHOREOGRAPHY:
      return PT_OUTLINE_ROUNDED;
    case PT_FAMILY_EVENT:
      return PT_OUTLINE_ELLIPSE;
    case PT_FAMILY_GATEWAY:
      return PT_OUTLINE_DIAMOND;
    default:
      return PT_OUTLINE_RECTANGLE;
    }
}

/* Every crossing below is the largest t with inside + t * direction still within the outline. */

static double
leave_slab (double p, double direction, double low, double high)
{
  if (direction == 0)
    return INFINITY;
  return ((direction > 0 ? high : low) - p) / direction;
}

static double
leave_rectangle (PtBounds b, PtPoint p, PtPoint d)
{
  return fmin (leave_slab (p.x, d.x, b.x, b.x + b.width),
               leave_slab (p.y, d.y, b.y, b.y + b.height));
}

/* @q and @v are measured in half axes from the centre; NAN when the line misses the circle. */
static double
leave_unit_circle (PtPoint q, PtPoint v)
{
  double a = v.x * v.x + v.y * v.y;
  double b = q.x * v.x + q.y * v.y;
  double c = q.x * q.x + q.y * q.y - 1;

  return (-b + sqrt (b * b - a * c)) / a;
}

static double
leave_unit_diamond (PtPoint q, PtPoint v)
{
  double least = INFINITY;

  for (int i = 0; i < 4; i++)
    {
      double nx = i & 1 ? 1 : -1, ny = i & 2 ? 1 : -1;
      double speed = nx * v.x + ny * v.y;

      if (speed > 0)
        least = fmin (least, (1 - nx * q.x - ny * q.y) / speed);
    }
  return least;
}

/* The centre of the corner circle @p belongs to; %FALSE on the straight sides. */
static gboolean
corner_of (PtBounds b, PtPoint p, double *radius, PtPoint *center)
{
  double r = fmin (CORNER_RADIUS, fmin (b.width, b.height) / 2);
  double x = CLAMP (p.x, b.x + r, b.x + b.width - r);
  double y = CLAMP (p.y, b.y + r, b.y + b.height - r);

  *radius = r;
  *center = (PtPoint){ x, y };
  return r > 0 && x != p.x && y != p.y;
}

static double
leave_rounded (PtBounds b, PtPoint p, PtPoint d)
{
  double t = leave_rectangle (b, p, d);
  PtPoint hit = { p.x + t * d.x, p.y + t * d.y }, center;
  double r;

  if (!isfinite (t) || !corner_of (b, hit, &r, &center))
    return t;
  return leave_unit_circle ((PtPoint){ (p.x - center.x) / r, (p.y - center.y) / r },
                            (PtPoint){ d.x / r, d.y / r });
}

/* @p in half axes from the centre of @b */
static PtPoint
to_unit (PtBounds b, PtPoint p)
{
  PtPoint c = pt_bounds_center (b);

  return (PtPoint){ (p.x - c.x) / (b.width / 2), (p.y - c.y) / (b.height / 2) };
}

PtPoint
pt_outline_crop (PtOutline outline, PtBounds b, PtPoint inside, PtPoint outside)
{
  PtPoint d = { outside.x - inside.x, outside.y - inside.y };
  double t = NAN;

  if (pt_bounds_is_empty (b) || (d.x == 0 && d.y == 0))
    return outside;
  if (outline == PT_OUTLINE_RECTANGLE)
    t = leave_rectangle (b, inside, d);
  else if (outline == PT_OUTLINE_ROUNDED)
    t = leave_rounded (b, inside, d);
  else if (b.width > 0 && b.height > 0)
    {
      PtPoint v = { d.x / (b.width / 2), d.y / (b.height / 2) };

      t = outline == PT_OUTLINE_ELLIPSE ? leave_unit_circle (to_unit (b, inside), v)
                                        : leave_unit_diamond (to_unit (b, inside), v);
    }
  if (!(t >= -ROUNDING && t <= 1))
    return outside;
  t = fmax (t, 0);
  return (PtPoint){ inside.x + t * d.x, inside.y + t * d.y };
}

gboolean
pt_outline_contains (PtOutline outline, PtBounds b, PtPoint p)
{
  PtPoint q, center;
  double r;

  if (!pt_bounds_contains_point (b, p))
    return FALSE;
  switch (outline)
    {
    case PT_OUTLINE_ROUNDED:
      return !corner_of (b, p, &r, &center) || pt_point_distance (p, center) <= r;
    case PT_OUTLINE_ELLIPSE:
      q = to_unit (b, p);
      return q.x * q.x + q.y * q.y <= 1;
    case PT_OUTLINE_DIAMOND:
      q = to_unit (b, p);
      return fabs (q.x) + fabs (q.y) <= 1;
    case PT_OUTLINE_RECTANGLE:
    default:
      return TRUE;
    }
}
