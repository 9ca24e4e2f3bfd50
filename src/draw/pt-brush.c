/* pt-brush.c: what a painter of one figure is handed: the surface, the figure, its colours
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-brush.h"

#define MARKER_GAP 4.0
#define SHADE 0.16
/* A dash so short that its round ends make a dot; cairo drops some of no length at all. */
#define DOT 0.01

static const struct
{
  double lengths[4];
  int n;
} dashes[PT_N_DASHES] = {
  [PT_DASH_NON_INTERRUPTING] = { { 4.5, 3 }, 2 }, [PT_DASH_EVENT_SUB_PROCESS] = { { DOT, 4.5 }, 2 },
  [PT_DASH_GROUP] = { { 9, 5, DOT, 5 }, 4 },      [PT_DASH_MESSAGE] = { { 6, 4 }, 2 },
  [PT_DASH_ASSOCIATION] = { { DOT, 4 }, 2 },
};

void
pt_brush_init (PtBrush *brush,
               cairo_t *cr,
               const PtInk *ink,
               const PtDiagramElement *figure,
               PtDetail detail)
{
  *brush = (PtBrush){ .cr = cr,
                      .ink = ink,
                      .figure = figure,
                      .element = figure->element,
                      .box = figure->bounds,
                      .colors = pt_figure_colors (ink, figure),
                      .plain = detail == PT_DETAIL_LOW };
}

void
pt_brush_fill (PtBrush *brush, guint32 color)
{
  pt_color_set (brush->cr, color);
  cairo_fill_preserve (brush->cr);
}

static gboolean
has_dots (PtDash dash)
{
  for (int i = 0; i < dashes[dash].n; i += 2)
    if (dashes[dash].lengths[i] <= DOT)
      return TRUE;
  return FALSE;
}

void
pt_brush_stroke (PtBrush *brush, guint32 color, double width, PtDash dash)
{
  cairo_t *cr = brush->cr;
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, has_dots (dash) ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes[dash].lengths, dashes[dash].n, 0);
  cairo_set_line_width (cr, width);
  pt_color_set (cr, color);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
pt_brush_body (PtBrush *brush, double width, PtDash dash)
{
  pt_brush_fill (brush, brush->colors.fill);
  pt_brush_stroke (brush, brush->colors.line, width, dash);
}

void
pt_brush_symbol (PtBrush *brush, PtSymbol symbol, PtBounds box, gboolean filled)
{
  PtSymbolInk ink = { .line = brush->colors.mark,
                      .paper = brush->colors.fill,
                      .width = PT_LINE_SYMBOL,
                      .filled = filled };
  if (symbol != PT_SYMBOL_NONE)
    pt_symbol_draw (symbol, brush->cr, box, &ink);
}

void
pt_brush_symbols (PtBrush *brush, const PtSymbol *symbols, guint n, PtBounds box)
{
  double width = n * PT_MARKER_SIZE + (MAX (n, 1) - 1) * MARKER_GAP;
  PtBounds place
      = { box.x + (box.width - width) / 2, box.y + box.height - PT_PADDING - PT_MARKER_SIZE,
          PT_MARKER_SIZE, PT_MARKER_SIZE };

  for (guint i = 0; i < n && pt_bounds_contains (box, place); i++)
    {
      pt_brush_symbol (brush, symbols[i], place, FALSE);
      place.x += PT_MARKER_SIZE + MARKER_GAP;
    }
}

guint32
pt_brush_shade (const PtBrush *brush)
{
  return pt_color_mix (brush->colors.fill, brush->ink->line, SHADE);
}

void
pt_brush_envelope (PtBrush *brush, PtBounds box, gboolean initiating)
{
  cairo_t *cr = brush->cr;
  guint32 paper = initiating ? brush->colors.fill : pt_brush_shade (brush);
  pt_path_rounded (cr, box, 1.5, PT_CORNERS_ALL);
  pt_brush_fill (brush, paper);
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_FLOW, PT_DASH_SOLID);
  cairo_move_to (cr, box.x, box.y);
  cairo_line_to (cr, box.x + box.width / 2, box.y + box.height * 0.58);
  cairo_line_to (cr, box.x + box.width, box.y);
  pt_brush_stroke (brush, pt_color_legible (brush->colors.line, paper, PT_CONTRAST_MARK),
                   PT_LINE_FLOW, PT_DASH_SOLID);
}

PtSymbol
pt_symbol_row_find (const PtSymbolRow *rows, PtBpmnType type)
{
  for (; rows->type != PT_BPMN_NONE; rows++)
    if (pt_bpmn_type_is_a (type, rows->type))
      return rows->symbol;
  return PT_SYMBOL_NONE;
}
