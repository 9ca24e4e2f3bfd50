/* pt-route-repair.c: keeping a route when its ends move
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <partitur/layout.h>

#define SAME 0.01 /* what rounding to three decimals may move, and a little more */
#define INSET 1.0 /* a segment along the very edge of a shape does not run through it */

static gboolean
near_to (double a, double b)
{
  return fabs (a - b) <= SAME;
}

static PtPoint *
at (GArray *points, guint i)
{
  return &g_array_index (points, PtPoint, i);
}

/* --- simplifying --- */

static gboolean
is_superfluous (PtPoint before, PtPoint p, PtPoint after)
{
  return pt_point_distance (before, p) <= SAME
         || pt_segment_distance (p, before, after, NULL) <= SAME;
}

void
pt_route_simplify (GArray *points)
{
  guint kept = 1;

  if (points->len < 2)
    return;
  for (guint i = 1; i < points->len; i++)
    {
      PtPoint p = *at (points, i);
      gboolean is_last = i + 1 == points->len;

      while (is_last && kept > 1 && pt_point_distance (*at (points, kept - 1), p) <= SAME)
        kept--;
      if (is_last ? pt_point_distance (*at (points, kept - 1), p) > SAME
                  : !is_superfluous (*at (points, kept - 1), p, *at (points, i + 1)))
        *at (points, kept++) = p;
    }
  g_array_set_size (points, kept);
}

/* --- repairing --- */

/* A coordinate docked to the far edge stays on it, one in between stays where it is if it can. */
static double
follow_size (double value, double start, double size, double new_start, double new_size)
{
  if (value >= start + size - SAME)
    return value - start - size + new_start + new_size;
  return value <= start + SAME ? value - start + new_start
                               : CLAMP (value, new_start, new_start + new_size);
}

/* Where the docking point @p goes when the shape it docks to goes from @before to @after. */
static PtPoint
follow (PtPoint p, PtBounds before, PtBounds after)
{
  if (near_to (before.width, after.width) && near_to (before.height, after.height))
    return (PtPoint){ p.x + after.x - before.x, p.y + after.y - before.y };
  return (PtPoint){ follow_size (p.x, before.x, before.width, after.x, after.width),
                    follow_size (p.y, before.y, before.height, after.y, after.height) };
}

/* How the segment next to an end runs, looked at before anything moves. */
typedef enum
{
  RUNS_SLANTED,
  RUNS_LEVEL,
  RUNS_UPRIGHT,
} Run;

static Run
run_of (PtPoint a, PtPoint b)
{
  if (near_to (a.y, b.y))
    return RUNS_LEVEL;
  return near_to (a.x, b.x) ? RUNS_UPRIGHT : RUNS_SLANTED;
}

/* Puts @end to @place; the bend next to it follows as far as a right angle asks. */
static void
pull_end (PtPoint *end, PtPoint *bend, PtPoint place, Run run)
{
  *end = place;
  if (run == RUNS_LEVEL)
    bend->y = place.y;
  else if (run == RUNS_UPRIGHT)
    bend->x = place.x;
}

/* Whether the segment @a @b has a point inside @b (Liang and Barsky's clipping). */
static gboolean
runs_through (PtPoint a, PtPoint b, PtBounds bounds)
{
  PtBounds r = pt_bounds_grow (bounds, -INSET);
  double edge[] = { a.x - r.x, r.x + r.width - a.x, a.y - r.y, r.y + r.height - a.y };
  double step[] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  double enter = 0, leave = 1;

  for (int i = 0; i < 4; i++)
    {
      if (step[i] == 0 && edge[i] <= 0)
        return FALSE;
      if (step[i] < 0)
        enter = fmax (enter, edge[i] / step[i]);
      else if (step[i] > 0)
        leave = fmin (leave, edge[i] / step[i]);
    }
  return enter < leave;
}

/* The first and last segment are cropped at the outlines, which are smaller than the bounds. */
static gboolean
route_runs_through (GArray *points, const PtRouteEnd *from, const PtRouteEnd *to)
{
  for (guint i = 0; i + 1 < points->len; i++)
    {
      PtPoint a = *at (points, i), b = *at (points, i + 1);

      if ((i > 0 || from->outline == PT_OUTLINE_RECTANGLE) && runs_through (a, b, from->bounds))
        return TRUE;
      if ((i + 2 < points->len || to->outline == PT_OUTLINE_RECTANGLE)
          && runs_through (a, b, to->bounds))
        return TRUE;
      if (from->is_boundary && runs_through (a, b, from->host)
          && !pt_bounds_intersects (from->host, to->bounds))
        return TRUE;
    }
  return FALSE;
}

/* After the pull a first segment may point back over its own shape: its bend must lie outside. */
static gboolean
ends_lead_outwards (GArray *points, const PtRouteEnd *from, const PtRouteEnd *to)
{
  guint last = points->len - 1;

  return !pt_outline_contains (from->outline, pt_bounds_grow (from->bounds, -INSET),
                               *at (points, 1))
         && !pt_outline_contains (to->outline, pt_bounds_grow (to->bounds, -INSET),
                                  *at (points, last - 1));
}

static PtPoint
crop (const PtRouteEnd *end, PtPoint dock, PtPoint next)
{
  PtBounds b = end->bounds;
  PtPoint center = pt_bounds_center (b);
  PtPoint inside = { CLAMP (dock.x, b.x, b.x + b.width), CLAMP (dock.y, b.y, b.y + b.height) };
  PtPoint edge = inside;
  Run run = run_of (dock, next);

  /* A level or upright segment stays so when it is lengthened to the centre line. */
  if (run == RUNS_LEVEL)
    inside.x = center.x;
  else if (run == RUNS_UPRIGHT)
    inside.y = center.y;
  else if (!pt_outline_contains (end->outline, pt_bounds_grow (b, -INSET), dock))
    return edge;
  return pt_outline_contains (end->outline, b, inside)
             ? pt_outline_crop (end->outline, b, inside, next)
             : edge;
}

static GArray *
copy_moved (const GArray *points, double dx, double dy)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (PtPoint), points->len);

  for (guint i = 0; i < points->len; i++)
    {
      PtPoint p = g_array_index (points, PtPoint, i);

      p = (PtPoint){ p.x + dx, p.y + dy };
      g_array_append_val (copy, p);
    }
  return copy;
}

static gboolean
moved_alike (PtBounds from_before, PtBounds to_before, PtBounds from, PtBounds to)
{
  return near_to (from.x - from_before.x, to.x - to_before.x)
         && near_to (from.y - from_before.y, to.y - to_before.y)
         && near_to (from.width, from_before.width) && near_to (from.height, from_before.height)
         && near_to (to.width, to_before.width) && near_to (to.height, to_before.height);
}

static guint
count_slanted (GArray *points)
{
  guint n = 0;

  for (guint i = 0; i + 1 < points->len; i++)
    n += run_of (*at (points, i), *at (points, i + 1)) == RUNS_SLANTED;
  return n;
}

/* Pulls both ends along; %FALSE when right angles would be lost, or an end lead inwards. */
static gboolean
pull_ends (GArray *points,
           PtBounds from_before,
           PtBounds to_before,
           const PtRouteEnd *from,
           const PtRouteEnd *to)
{
  guint last = points->len - 1, slanted = count_slanted (points);
  PtPoint first_place = follow (*at (points, 0), from_before, from->bounds);
  PtPoint last_place = follow (*at (points, last), to_before, to->bounds);

  if (last == 1)
    {
      *at (points, 0) = first_place;
      *at (points, 1) = last_place;
    }
  else
    {
      Run first_run = run_of (*at (points, 0), *at (points, 1));
      Run last_run = run_of (*at (points, last), *at (points, last - 1));

      pull_end (at (points, 0), at (points, 1), first_place, first_run);
      pull_end (at (points, last), at (points, last - 1), last_place, last_run);
    }
  return count_slanted (points) <= slanted && ends_lead_outwards (points, from, to);
}

static GArray *
repair_angled (const GArray *points,
               PtBounds from_before,
               PtBounds to_before,
               const PtRouteEnd *from,
               const PtRouteEnd *to)
{
  g_autoptr (GArray) route = copy_moved (points, 0, 0);
  guint last = route->len - 1;
  PtPoint first_dock, last_dock;

  if (!pull_ends (route, from_before, to_before, from, to))
    return NULL;
  first_dock = crop (from, *at (route, 0), *at (route, 1));
  last_dock = crop (to, *at (route, last), *at (route, last - 1));
  *at (route, 0) = first_dock;
  *at (route, last) = last_dock;
  pt_route_simplify (route);
  return route->len < 2 || route_runs_through (route, from, to) ? NULL : g_steal_pointer (&route);
}

/* The bends of a straight connection stay where the user put them. */
static GArray *
repair_straight (const GArray *points, const PtRouteEnd *from, const PtRouteEnd *to)
{
  GArray *route = copy_moved (points, 0, 0);
  guint last = route->len - 1;

  *at (route, 0) = pt_outline_crop (from->outline, from->bounds, pt_bounds_center (from->bounds),
                                    *at (route, 1));
  *at (route, last) = pt_outline_crop (to->outline, to->bounds, pt_bounds_center (to->bounds),
                                       *at (route, last - 1));
  pt_route_simplify (route);
  return route;
}

GArray *
pt_route_repair (const GArray *points,
                 PtBounds from_before,
                 PtBounds to_before,
                 const PtRouteEnd *from,
                 const PtRouteEnd *to,
                 PtRouteStyle style,
                 gboolean vertical)
{
  g_autoptr (GArray) route = NULL;

  if (points->len >= 2 && moved_alike (from_before, to_before, from->bounds, to->bounds))
    return copy_moved (points, from->bounds.x - from_before.x, from->bounds.y - from_before.y);
  if (points->len > 2 && style == PT_ROUTE_STRAIGHT)
    route = repair_straight (points, from, to);
  else if (points->len >= 2 && style != PT_ROUTE_STRAIGHT)
    route = repair_angled (points, from_before, to_before, from, to);
  return route != NULL && route->len >= 2 ? g_steal_pointer (&route)
                                          : pt_route (from, to, style, vertical);
}
