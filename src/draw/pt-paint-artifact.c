/* pt-paint-artifact.c: annotations and groups (8.4.1), conversations (9.5), and what has no sign
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-brush.h"

#define BRACKET 10.0

void
pt_paint_annotation (PtBrush *brush)
{
  PtBounds box = brush->box;
  double arm = MIN (BRACKET, box.width);

  if (brush->figure->has_fill)
    {
      pt_path_rectangle (brush->cr, box);
      pt_brush_fill (brush, brush->colors.fill);
      cairo_new_path (brush->cr);
    }
  cairo_move_to (brush->cr, box.x + arm, box.y);
  cairo_line_to (brush->cr, box.x, box.y);
  cairo_line_to (brush->cr, box.x, box.y + box.height);
  cairo_line_to (brush->cr, box.x + arm, box.y + box.height);
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_FLOW, PT_DASH_SOLID);
}

void
pt_paint_group (PtBrush *brush)
{
  pt_path_rounded (brush->cr, brush->box, PT_CORNER_RADIUS, PT_CORNERS_ALL);
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_FLOW, PT_DASH_GROUP);
}

void
pt_paint_conversation (PtBrush *brush)
{
  PtBpmnType type = brush->element->type;
  PtSymbol collapsed = PT_SYMBOL_COLLAPSED;

  pt_path_hexagon (brush->cr, brush->box);
  pt_brush_body (brush, type == PT_BPMN_CALL_CONVERSATION ? PT_LINE_HEAVY : PT_LINE_OUTLINE,
                 PT_DASH_SOLID);
  if (type == PT_BPMN_SUB_CONVERSATION && !brush->plain)
    pt_brush_symbols (brush, &collapsed, 1, brush->box);
}

/* A figure whose element is not in the file, or is not drawn by the standard: its place is shown.
 */
void
pt_paint_unknown (PtBrush *brush)
{
  if (brush->figure->is_edge)
    pt_path_line (brush->cr, brush->figure->waypoints, brush->figure->n_waypoints, 0);
  else
    pt_path_rectangle (brush->cr, brush->box);
  pt_brush_stroke (brush, pt_color_mix (brush->ink->background, brush->colors.line, 0.5),
                   PT_LINE_FINE, PT_DASH_NON_INTERRUPTING);
}
