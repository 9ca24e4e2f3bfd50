/* pt-paint-pool.c: pools and lanes (9.3, 10.8)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-brush.h"

/* How much of the header's colour the header of a lane has. */
#define LANE_SHARE 0.5

static guint32
header_color (const PtBrush *brush, double share)
{
  guint32 strong = brush->figure->has_fill
                       ? pt_color_mix (brush->colors.fill, brush->colors.line, 0.08)
                       : brush->ink->faint;
  return pt_color_mix (brush->colors.fill, strong, share);
}

/* Keeps clear of the outline of the pool below it. */
static void
paint_header (PtBrush *brush, double share)
{
  PtBounds header = pt_bounds_grow (pt_figure_header (brush->figure), -PT_LINE_FLOW / 2);
  pt_path_rectangle (brush->cr, header);
  pt_brush_fill (brush, header_color (brush, share));
  cairo_new_path (brush->cr);
}

static void
paint_header_edge (PtBrush *brush)
{
  PtBounds header = pt_figure_header (brush->figure);
  double right = header.x + header.width, bottom = header.y + header.height;
  if (brush->figure->is_horizontal)
    cairo_move_to (brush->cr, right, header.y);
  else
    cairo_move_to (brush->cr, header.x, bottom);
  cairo_line_to (brush->cr, right, bottom);
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_FINE, PT_DASH_SOLID);
}

/* Only a colour of the file fills a pool or lane; else the ground shows. */
static void
paint_body (PtBrush *brush)
{
  if (!brush->figure->has_fill)
    return;
  pt_path_rectangle (brush->cr, brush->box);
  pt_brush_fill (brush, brush->colors.fill);
  cairo_new_path (brush->cr);
}

static void
paint_outline (PtBrush *brush, double width)
{
  pt_path_rectangle (brush->cr, brush->box);
  pt_brush_stroke (brush, brush->colors.line, width, PT_DASH_SOLID);
}

void
pt_paint_pool (PtBrush *brush)
{
  PtSymbol several = PT_SYMBOL_INSTANCES_PARALLEL;
  gboolean black_box = pt_figure_is_black_box (brush->figure);

  paint_body (brush);
  paint_header (brush, 1);
  paint_outline (brush, PT_LINE_FLOW);
  if (brush->plain)
    return;
  if (!black_box)
    paint_header_edge (brush);
  if (brush->element->multiplicity)
    pt_brush_symbols (brush, &several, 1, brush->box);
}

void
pt_paint_lane (PtBrush *brush)
{
  paint_body (brush);
  paint_header (brush, LANE_SHARE);
  paint_outline (brush, PT_LINE_FINE);
}
