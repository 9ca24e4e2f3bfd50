/* pt-difference-mark.c: what differs, outlined and signed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each kind has a colour and a sign, so that no one has to tell red from green.
 */
#include <math.h>

#include "pt-color.h"
#include "pt-figure.h"
#include "pt-path.h"

#define OUTLINE_WIDTH 3.0    /* pixels */
#define OUTLINE_DISTANCE 3.0 /* from the figure */
#define FLOW_WIDTH 8.0
#define FLOW_ALPHA 0.45
#define BADGE_RADIUS 8.0
#define SIGN_SIZE 4.0 /* half of it */
#define SIGN_WIDTH 1.7
#define ACTIVITY_RADIUS 10.0 /* diagram units */
#define FORMER_ALPHA 0.45
#define FORMER_WIDTH 1.5

/* ----- signs: around the origin, in units of which 1 is half a sign ----- */

static void
sign_plus (cairo_t *cr)
{
  cairo_move_to (cr, -1, 0);
  cairo_line_to (cr, 1, 0);
  cairo_move_to (cr, 0, -1);
  cairo_line_to (cr, 0, 1);
}

static void
sign_minus (cairo_t *cr)
{
  cairo_move_to (cr, -1, 0);
  cairo_line_to (cr, 1, 0);
}

/* A pencil, its tip at the lower left. */
static void
sign_pencil (cairo_t *cr)
{
  cairo_move_to (cr, -1, 1);
  cairo_line_to (cr, -0.7, 0.1);
  cairo_line_to (cr, 0.4, -1);
  cairo_line_to (cr, 1, -0.4);
  cairo_line_to (cr, -0.1, 0.7);
  cairo_close_path (cr);
}

static void
sign_arrows (cairo_t *cr)
{
  cairo_move_to (cr, -1.1, 0);
  cairo_line_to (cr, 1.1, 0);
  cairo_move_to (cr, -0.5, -0.6);
  cairo_line_to (cr, -1.1, 0);
  cairo_line_to (cr, -0.5, 0.6);
  cairo_move_to (cr, 0.5, -0.6);
  cairo_line_to (cr, 1.1, 0);
  cairo_line_to (cr, 0.5, 0.6);
}

/* Half a disc, filled by its own lines. */
static void
sign_half (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  for (double x = -0.75; x < 0; x += 0.25)
    {
      cairo_move_to (cr, x, -sqrt (1 - x * x));
      cairo_line_to (cr, x, sqrt (1 - x * x));
    }
}

static void
sign_hash (cairo_t *cr)
{
  for (double at = -0.4; at < 1; at += 0.8)
    {
      cairo_move_to (cr, at, -1);
      cairo_line_to (cr, at, 1);
      cairo_move_to (cr, -1, at);
      cairo_line_to (cr, 1, at);
    }
}

static const struct
{
  guint32 color, color_on_dark;
  void (*sign) (cairo_t *cr);
} looks[PT_N_DIFFERENCE_KINDS] = {
  [PT_DIFFERENCE_ADDED] = { 0x1b7f4b, 0x57e389, sign_plus },
  [PT_DIFFERENCE_REMOVED] = { 0xc01c28, 0xff7b83, sign_minus },
  [PT_DIFFERENCE_CHANGED] = { 0xa35a00, 0xf8c14d, sign_pencil },
  [PT_DIFFERENCE_MOVED] = { 0x1a5fb4, 0x78aeed, sign_arrows },
  [PT_DIFFERENCE_RECOLORED] = { 0x813d9c, 0xdc8add, sign_half },
  [PT_DIFFERENCE_NEW_ID] = { 0x5e5c64, 0xc0bfbc, sign_hash },
};

guint32
pt_difference_color (PtDifferenceKind kind, gboolean dark)
{
  return dark ? looks[kind].color_on_dark : looks[kind].color;
}

void
pt_difference_draw_badge (cairo_t *cr,
                          PtDifferenceKind kind,
                          gboolean dark,
                          PtPoint center,
                          double pixel)
{
  cairo_save (cr);
  cairo_translate (cr, center.x, center.y);
  cairo_scale (cr, pixel, pixel);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, BADGE_RADIUS, 0, 2 * G_PI);
  pt_color_set (cr, pt_difference_color (kind, dark));
  cairo_fill (cr);
  cairo_save (cr);
  cairo_scale (cr, SIGN_SIZE, SIGN_SIZE);
  looks[kind].sign (cr);
  cairo_restore (cr);
  pt_color_set (cr, dark ? 0x1e1e1e : 0xffffff);
  cairo_set_line_width (cr, SIGN_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* ----- outlines ----- */

static void
outline_path (cairo_t *cr, const PtDiagramElement *figure, double distance)
{
  PtBounds b = pt_bounds_grow (figure->bounds, distance);

  switch (pt_figure_family (figure))
    {
    case PT_FAMILY_EVENT:
      pt_path_circle (cr, b);
      break;
    case PT_FAMILY_GATEWAY:
      pt_path_diamond (cr, pt_bounds_grow (b, distance / 2));
      break;
    case PT_FAMILY_ACTIVITY:
    case PT_FAMILY_CHOREOGRAPHY:
      pt_path_rounded (cr, b, ACTIVITY_RADIUS + distance, PT_CORNERS_ALL);
      break;
    default:
      pt_path_rectangle (cr, b);
    }
}

/* The upper right corner; the middle of a flow. */
static PtPoint
badge_place (const PtDiagramElement *figure)
{
  if (figure->is_edge && figure->n_waypoints > 0)
    return pt_polyline_at (figure->waypoints, figure->n_waypoints, 0.5);
  return (PtPoint){ figure->bounds.x + figure->bounds.width, figure->bounds.y };
}

void
pt_difference_draw (cairo_t *cr,
                    PtDifferenceKind kind,
                    gboolean dark,
                    const PtDiagramElement *figure,
                    double pixel)
{
  guint32 color = pt_difference_color (kind, dark);

  if (!pt_figure_can_be_painted (figure))
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  if (figure->is_edge)
    {
      pt_path_line (cr, figure->waypoints, figure->n_waypoints, 0);
      pt_color_set_with_alpha (cr, color, FLOW_ALPHA);
      cairo_set_line_width (cr, FLOW_WIDTH * pixel);
    }
  else
    {
      outline_path (cr, figure, OUTLINE_DISTANCE * pixel);
      pt_color_set (cr, color);
      cairo_set_line_width (cr, OUTLINE_WIDTH * pixel);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
  pt_difference_draw_badge (cr, kind, dark, badge_place (figure), pixel);
}

static void
draw_removed (cairo_t *cr, PtPainter *painter, const PtDiagramElement *figure, double pixel)
{
  cairo_push_group (cr);
  pt_painter_draw (painter, cr, figure, PT_DETAIL_FULL);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, FORMER_ALPHA);
  pt_difference_draw (cr, PT_DIFFERENCE_REMOVED, pt_painter_get_ink (painter)->dark, figure, pixel);
}

static void
draw_moved (cairo_t *cr, PtPainter *painter, const PtDiagramElement *figure, double pixel)
{
  const double dash[] = { 5 * pixel, 4 * pixel };

  if (!pt_figure_can_be_painted (figure))
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  if (figure->is_edge)
    pt_path_line (cr, figure->waypoints, figure->n_waypoints, 0);
  else
    outline_path (cr, figure, 0);
  pt_color_set_with_alpha (
      cr, pt_difference_color (PT_DIFFERENCE_MOVED, pt_painter_get_ink (painter)->dark),
      FORMER_ALPHA);
  cairo_set_line_width (cr, FORMER_WIDTH * pixel);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
pt_difference_draw_former (cairo_t *cr,
                           PtPainter *painter,
                           const PtFormerFigure *former,
                           double pixel)
{
  if (former->kind == PT_DIFFERENCE_MOVED)
    draw_moved (cr, painter, former->figure, pixel);
  else
    draw_removed (cr, painter, former->figure, pixel);
}

double
pt_difference_reach (double pixel)
{
  return (BADGE_RADIUS + OUTLINE_DISTANCE + 1) * pixel;
}

PtBounds
pt_difference_extents (const PtDiagramElement *figure, double pixel)
{
  return pt_bounds_grow (figure->bounds, pt_difference_reach (pixel));
}
