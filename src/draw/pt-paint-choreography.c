/* pt-paint-choreography.c: choreography activities and the bands of their participants (11)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-activity.h"
#include "pt-brush.h"

#include <string.h>

void
pt_paint_choreography (PtBrush *brush)
{
  double width
      = brush->element->type == PT_BPMN_CALL_CHOREOGRAPHY ? PT_LINE_HEAVY : PT_LINE_OUTLINE;
  PtSymbol markers[PT_MAX_MARKERS];

  pt_path_rounded (brush->cr, brush->box, PT_CORNER_RADIUS, PT_CORNERS_ALL);
  pt_brush_body (brush, width, PT_DASH_SOLID);
  if (!brush->plain)
    pt_brush_symbols (brush, markers, pt_activity_markers (brush->figure, markers),
                      pt_figure_between_bands (brush->figure));
}

static PtCorners
band_corners (const char *kind)
{
  if (g_str_has_prefix (kind, "top"))
    return PT_CORNERS_TOP;
  return g_str_has_prefix (kind, "bottom") ? PT_CORNERS_BOTTOM : PT_CORNERS_NONE;
}

/* The message a participant sends hangs on its band by a dotted line. */
static void
paint_message (PtBrush *brush, gboolean at_bottom, gboolean initiating)
{
  PtBounds band = brush->box;
  double middle = band.x + band.width / 2;
  double edge = at_bottom ? band.y + band.height : band.y;
  double end = at_bottom ? edge + PT_ENVELOPE_DISTANCE : edge - PT_ENVELOPE_DISTANCE;
  PtBounds envelope = { middle - PT_ENVELOPE_WIDTH / 2, at_bottom ? end : end - PT_ENVELOPE_HEIGHT,
                        PT_ENVELOPE_WIDTH, PT_ENVELOPE_HEIGHT };

  cairo_move_to (brush->cr, middle, edge);
  cairo_line_to (brush->cr, middle, end);
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_FLOW, PT_DASH_ASSOCIATION);
  pt_brush_envelope (brush, envelope, initiating);
}

void
pt_paint_band (PtBrush *brush)
{
  const char *kind = brush->figure->band_kind;
  gboolean initiating = strstr (kind, "non_initiating") == NULL;
  PtCorners corners = band_corners (kind);
  PtSymbol several = PT_SYMBOL_INSTANCES_PARALLEL;

  pt_path_rounded (brush->cr, brush->box, PT_CORNER_RADIUS, corners);
  pt_brush_fill (brush, initiating ? brush->colors.fill : pt_brush_shade (brush));
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_OUTLINE, PT_DASH_SOLID);
  if (brush->plain)
    return;
  if (brush->figure->message_visible)
    paint_message (brush, corners == PT_CORNERS_BOTTOM, initiating);
  if (brush->element != NULL && brush->element->multiplicity)
    pt_brush_symbols (brush, &several, 1, brush->box);
}
