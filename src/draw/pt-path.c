/* pt-path.c: outlines as cairo paths
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-path.h"

#define RIGHT_ANGLE (G_PI / 2)
/* How far the control points of a rounded bend lie towards its corner: a quarter circle at right
 * angles. */
#define BEND 0.5523
#define HEXAGON_CORNER 0.25

void
pt_path_rectangle (cairo_t *cr, PtBounds b)
{
  cairo_rectangle (cr, b.x, b.y, b.width, b.height);
}

static void
corner (cairo_t *cr, double x, double y, double radius, int quarter)
{
  cairo_arc (cr, x, y, radius, quarter * RIGHT_ANGLE, (quarter + 1) * RIGHT_ANGLE);
}

void
pt_path_rounded (cairo_t *cr, PtBounds b, double radius, PtCorners corners)
{
  double r = MIN (radius, MIN (b.width, b.height) / 2);
  double top = corners & PT_CORNERS_TOP ? r : 0, bottom = corners & PT_CORNERS_BOTTOM ? r : 0;
  double right = b.x + b.width, lower = b.y + b.height;

  cairo_new_sub_path (cr);
  corner (cr, right - bottom, lower - bottom, bottom, 0);
  corner (cr, b.x + bottom, lower - bottom, bottom, 1);
  corner (cr, b.x + top, b.y + top, top, 2);
  corner (cr, right - top, b.y + top, top, 3);
  cairo_close_path (cr);
}

void
pt_path_circle (cairo_t *cr, PtBounds b)
{
  PtPoint center = pt_bounds_center (b);
  cairo_new_sub_path (cr);
  cairo_arc (cr, center.x, center.y, MAX (MIN (b.width, b.height), 0) / 2, 0, 2 * G_PI);
}

void
pt_path_half_ellipse (cairo_t *cr, PtBounds b, gboolean lower)
{
  PtPoint center = pt_bounds_center (b);
  cairo_matrix_t before;
  cairo_get_matrix (cr, &before);
  cairo_translate (cr, center.x, center.y);
  cairo_scale (cr, b.width / 2, b.height / 2);
  if (lower)
    cairo_arc_negative (cr, 0, 0, 1, G_PI, 0);
  else
    cairo_arc_negative (cr, 0, 0, 1, 0, -G_PI);
  cairo_set_matrix (cr, &before);
}

static void
polygon (cairo_t *cr, const PtPoint *points, guint n)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

void
pt_path_diamond (cairo_t *cr, PtBounds b)
{
  PtPoint center = pt_bounds_center (b);
  PtPoint corners[] = {
    { center.x, b.y }, { b.x + b.width, center.y }, { center.x, b.y + b.height }, { b.x, center.y }
  };
  polygon (cr, corners, G_N_ELEMENTS (corners));
}

void
pt_path_hexagon (cairo_t *cr, PtBounds b)
{
  double in = b.width * HEXAGON_CORNER, right = b.x + b.width, bottom = b.y + b.height;
  double middle = b.y + b.height / 2;
  PtPoint corners[] = { { b.x, middle },   { b.x + in, b.y },      { right - in, b.y },
                        { right, middle }, { right - in, bottom }, { b.x + in, bottom } };
  polygon (cr, corners, G_N_ELEMENTS (corners));
}

void
pt_path_sheet (cairo_t *cr, PtBounds b, double fold)
{
  double right = b.x + b.width, bottom = b.y + b.height;
  PtPoint corners[] = {
    { b.x, b.y }, { right - fold, b.y }, { right, b.y + fold }, { right, bottom }, { b.x, bottom }
  };
  polygon (cr, corners, G_N_ELEMENTS (corners));
}

static PtPoint
towards (PtPoint from, PtPoint to, double share)
{
  return (PtPoint){ from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

static void
bend (cairo_t *cr, PtPoint before, PtPoint at, PtPoint after, double radius)
{
  double in = pt_point_distance (before, at), out = pt_point_distance (at, after);
  double r = MIN (radius, MIN (in, out) / 2);
  if (r < 0.5)
    {
      cairo_line_to (cr, at.x, at.y);
      return;
    }
  PtPoint begin = towards (at, before, r / in), end = towards (at, after, r / out);
  PtPoint c1 = towards (begin, at, BEND), c2 = towards (end, at, BEND);
  cairo_line_to (cr, begin.x, begin.y);
  cairo_curve_to (cr, c1.x, c1.y, c2.x, c2.y, end.x, end.y);
}

void
pt_path_line (cairo_t *cr, const PtPoint *points, guint n, double radius)
{
  cairo_new_path (cr);
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i + 1 < n; i++)
    bend (cr, points[i - 1], points[i], points[i + 1], radius);
  cairo_line_to (cr, points[n - 1].x, points[n - 1].y);
}
