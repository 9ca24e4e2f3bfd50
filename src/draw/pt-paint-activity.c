/* pt-paint-activity.c: tasks, sub-processes and call activities (10.3)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-activity.h"
#include "pt-brush.h"

static double
outline_width (const PtElement *activity)
{
  return activity->type == PT_BPMN_CALL_ACTIVITY ? PT_LINE_HEAVY : PT_LINE_OUTLINE;
}

static void
paint_second_outline (PtBrush *brush)
{
  pt_path_rounded (brush->cr, pt_figure_inside (brush->figure),
                   PT_CORNER_RADIUS - PT_TRANSACTION_GAP, PT_CORNERS_ALL);
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_FLOW, PT_DASH_SOLID);
}

static void
paint_symbols (PtBrush *brush)
{
  PtSymbol markers[PT_MAX_MARKERS];
  guint n = pt_activity_markers (brush->figure, markers);
  PtBounds inside = pt_figure_inside (brush->figure);
  PtBounds corner = { inside.x + PT_PADDING, inside.y + PT_PADDING, PT_ICON_SIZE, PT_ICON_SIZE };

  pt_brush_symbols (brush, markers, n, inside);
  if (pt_bounds_contains (inside, corner))
    pt_brush_symbol (brush, pt_activity_icon (brush->figure), corner,
                     brush->element->type == PT_BPMN_SEND_TASK);
}

void
pt_paint_activity (PtBrush *brush)
{
  const PtElement *activity = brush->element;
  double width = outline_width (activity);
  PtBounds body = pt_bounds_grow (brush->box, (PT_LINE_OUTLINE - width) / 2);

  pt_path_rounded (brush->cr, body, PT_CORNER_RADIUS, PT_CORNERS_ALL);
  pt_brush_body (brush, width,
                 activity->triggered_by_event ? PT_DASH_EVENT_SUB_PROCESS : PT_DASH_SOLID);
  if (brush->plain)
    return;
  if (activity->type == PT_BPMN_TRANSACTION)
    paint_second_outline (brush);
  paint_symbols (brush);
}
