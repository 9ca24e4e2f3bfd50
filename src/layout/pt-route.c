/* pt-route.c: how a new connection runs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-frame.h"

#include <math.h>
#include <partitur/layout.h>

#define CLEARANCE 20.0 /* between a shape and a route that goes around it */
#define LEAST_GAP 10.0 /* two ends closer than this leave no room for a bend between them */
#define JOG 5.0        /* a step smaller than this is not worth two bends */

#define RIGHT(b) ((b).x + (b).width)
#define BOTTOM(b) ((b).y + (b).height)

static void
add (GArray *points, double x, double y)
{
  PtPoint p = { x, y };

  g_array_append_val (points, p);
}

/* Which axes separate two bounds. */
typedef enum
{
  APART_NOT = 0,
  APART_X = 1,
  APART_Y = 2,
  APART_BOTH = APART_X | APART_Y,
} Apart;

static Apart
apart (PtBounds a, PtBounds b)
{
  double dx = fmax (b.x - RIGHT (a), a.x - RIGHT (b));
  double dy = fmax (b.y - BOTTOM (a), a.y - BOTTOM (b));
  Apart found = (dx >= LEAST_GAP ? APART_X : 0) | (dy >= LEAST_GAP ? APART_Y : 0);

  if (found != APART_NOT || fmax (dx, dy) < 0)
    return found;
  return dx >= dy ? APART_X : APART_Y;
}

/* --- the shapes of routes, from centre to centre; @b lies to the right of @a --- */

static void
run_across (GArray *points, PtBounds a, PtBounds b)
{
  PtPoint from = pt_bounds_center (a), to = pt_bounds_center (b);
  double middle = (RIGHT (a) + b.x) / 2;

  if (fabs (from.y - to.y) < JOG)
    {
      from.y = to.y = a.height < b.height ? from.y : to.y;
      add (points, from.x, from.y);
      add (points, to.x, to.y);
      return;
    }
  add (points, from.x, from.y);
  add (points, middle, from.y);
  add (points, middle, to.y);
  add (points, to.x, to.y);
}

static void
run_one_bend (GArray *points, PtBounds a, PtBounds b, gboolean across_first)
{
  PtPoint from = pt_bounds_center (a), to = pt_bounds_center (b);

  add (points, from.x, from.y);
  add (points, across_first ? to.x : from.x, across_first ? from.y : to.y);
  add (points, to.x, to.y);
}

/* Out to the right, around below, up into @b: loops, and ends that overlap. */
static void
run_around (GArray *points, PtBounds a, PtBounds b)
{
  PtPoint from = pt_bounds_center (a), to = pt_bounds_center (b);
  double right = fmax (RIGHT (a), RIGHT (b)) + CLEARANCE;
  double below = fmax (BOTTOM (a), BOTTOM (b)) + CLEARANCE;

  add (points, from.x, from.y);
  add (points, right, from.y);
  add (points, right, below);
  add (points, to.x, below);
  add (points, to.x, to.y);
}

/* Out of @a to the right and back into the right side of @b, which does not lie ahead. */
static void
run_back (GArray *points, PtBounds a, PtBounds b)
{
  PtPoint from = pt_bounds_center (a), to = pt_bounds_center (b);
  double turn = fmax (RIGHT (a), RIGHT (b)) + CLEARANCE;
  double least = a.height / 2 + CLEARANCE;

  if (fabs (to.y - from.y) < least)
    to.y = from.y + least < BOTTOM (b) - JOG ? from.y + least : from.y - least;
  add (points, from.x, from.y);
  add (points, turn, from.y);
  add (points, turn, to.y);
  add (points, to.x, to.y);
}

/* --- choosing one --- */

/* Into this frame @b lies to the right of @a. */
static PtFrame
frame_across (PtBounds a, PtBounds b)
{
  return (PtFrame){ .mirror_x = pt_bounds_center (b).x < pt_bounds_center (a).x };
}

static PtFrame
frame_along (PtBounds a, PtBounds b)
{
  return (PtFrame){ .swap = TRUE, .mirror_x = pt_bounds_center (b).y < pt_bounds_center (a).y };
}

static void
across_in (PtFrame frame, GArray *points, PtBounds a, PtBounds b)
{
  run_across (points, pt_frame_bounds (frame, a), pt_frame_bounds (frame, b));
  pt_frame_leave (frame, points);
}

/* Into this frame the boundary event @b looks to the right, away from its @host. */
static PtFrame
frame_away (PtBounds b, PtBounds host)
{
  PtPoint c = pt_bounds_center (b);
  struct
  {
    double distance;
    PtFrame frame;
  } sides[] = {
    { fabs (c.y - BOTTOM (host)), { .swap = TRUE } },
    { fabs (c.y - host.y), { .swap = TRUE, .mirror_x = TRUE } },
    { fabs (c.x - RIGHT (host)), { 0 } },
    { fabs (c.x - host.x), { .mirror_x = TRUE } },
  };
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (sides); i++)
    if (sides[i].distance < sides[nearest].distance)
      nearest = i;
  return sides[nearest].frame;
}

static void
route_from_boundary (GArray *points, const PtRouteEnd *from, PtBounds target)
{
  PtFrame frame = frame_away (from->bounds, from->host);
  PtBounds a = pt_frame_bounds (frame, from->bounds), b = pt_frame_bounds (frame, target);
  double y = pt_bounds_center (a).y;

  if (b.x < RIGHT (a) + LEAST_GAP)
    run_back (points, a, b);
  else if (y > b.y + JOG && y < BOTTOM (b) - JOG)
    run_across (points, a, b);
  else
    run_one_bend (points, a, b, TRUE);
  pt_frame_leave (frame, points);
}

static void
route_orthogonal (GArray *points, const PtRouteEnd *from, const PtRouteEnd *to)
{
  PtBounds a = from->bounds, b = to->bounds;
  Apart separation = apart (a, b);

  if (from->is_boundary)
    route_from_boundary (points, from, b);
  else if (separation == APART_NOT)
    run_around (points, a, b);
  else if (separation == APART_Y)
    across_in (frame_along (a, b), points, a, b);
  else if (separation == APART_BOTH && (from->is_gateway || to->is_gateway))
    run_one_bend (points, a, b, !from->is_gateway);
  else
    across_in (frame_across (a, b), points, a, b);
}

/* The x at which a straight line up or down meets both; %FALSE when there is none. */
static gboolean
common_x (PtBounds a, PtBounds b, double *x)
{
  double low = fmax (a.x, b.x), high = fmin (RIGHT (a), RIGHT (b));
  double preferred[] = { pt_bounds_center (a).x, pt_bounds_center (b).x, (low + high) / 2 };

  if (high - low < JOG)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (preferred); i++)
    if (preferred[i] > low && preferred[i] < high)
      {
        *x = preferred[i];
        return TRUE;
      }
  return FALSE;
}

static void
route_message (GArray *points, const PtRouteEnd *from, const PtRouteEnd *to)
{
  PtBounds a = from->bounds, b = to->bounds;
  Apart separation = apart (a, b);
  double x;

  if (separation == APART_Y && common_x (a, b, &x))
    {
      add (points, x, pt_bounds_center (a).y);
      add (points, x, pt_bounds_center (b).y);
    }
  else if (separation & APART_Y)
    across_in (frame_along (a, b), points, a, b);
  else
    route_orthogonal (points, from, to);
}

static void
route_straight (GArray *points, const PtRouteEnd *from, const PtRouteEnd *to)
{
  PtPoint a = pt_bounds_center (from->bounds), b = pt_bounds_center (to->bounds);

  add (points, a.x, a.y);
  add (points, b.x, b.y);
}

/* --- the whole --- */

static void
crop_ends (GArray *points, const PtRouteEnd *from, const PtRouteEnd *to)
{
  PtPoint *p = &g_array_index (points, PtPoint, 0);
  guint last = points->len - 1;
  PtPoint first = pt_outline_crop (from->outline, from->bounds, p[0], p[1]);

  p[last] = pt_outline_crop (to->outline, to->bounds, p[last], p[last - 1]);
  p[0] = first;
}

static PtRouteEnd
end_in (PtFrame frame, const PtRouteEnd *end)
{
  PtRouteEnd result = *end;

  result.bounds = pt_frame_bounds (frame, end->bounds);
  result.host = pt_frame_bounds (frame, end->host);
  return result;
}

GArray *
pt_route (const PtRouteEnd *from, const PtRouteEnd *to, PtRouteStyle style, gboolean vertical)
{
  static void (*const routers[]) (GArray *, const PtRouteEnd *, const PtRouteEnd *) = {
    [PT_ROUTE_ORTHOGONAL] = route_orthogonal,
    [PT_ROUTE_STRAIGHT] = route_straight,
    [PT_ROUTE_MESSAGE] = route_message,
  };
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  PtFrame frame = { .swap = vertical };
  PtRouteEnd a = end_in (frame, from), b = end_in (frame, to);

  routers[style](points, &a, &b);
  pt_frame_leave (frame, points);
  crop_ends (points, from, to);
  pt_route_simplify (points);
  if (points->len < 2)
    add (points, g_array_index (points, PtPoint, 0).x + 1, g_array_index (points, PtPoint, 0).y);
  return points;
}

PtRouteStyle
pt_route_style_of (PtBpmnType flow_type)
{
  if (flow_type == PT_BPMN_MESSAGE_FLOW)
    return PT_ROUTE_MESSAGE;
  return flow_type == PT_BPMN_SEQUENCE_FLOW ? PT_ROUTE_ORTHOGONAL : PT_ROUTE_STRAIGHT;
}

PtRouteEnd
pt_route_end (const PtDiagramElement *shape)
{
  PtRouteEnd end = { .bounds = shape->bounds };
  const PtElement *element = shape->element;
  PtDiagramElement *host;

  if (element == NULL)
    return end;
  end.outline = pt_outline_of (pt_element_family (element));
  end.is_gateway = pt_element_family (element) == PT_FAMILY_GATEWAY;
  host = element->attached_to != NULL ? pt_diagram_find (shape->diagram, element->attached_to)
                                      : NULL;
  if (host != NULL && !host->is_edge)
    {
      end.is_boundary = TRUE;
      end.host = host->bounds;
    }
  return end;
}
