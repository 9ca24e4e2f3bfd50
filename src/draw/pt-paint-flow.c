/* pt-paint-flow.c: connecting objects (8.4.13, 9.3, 10.4.2)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-brush.h"

#include <math.h>
#include <string.h>

#define BEND_RADIUS 6.0
#define LINK_WIDTH 5.0
#define LINK_GAP 2.0

/* How far a line ends before its tip, so that it does not show through or beside the sign there. */
static const double trims[PT_N_SYMBOLS] = {
  [PT_SYMBOL_ARROW] = 9.0,  [PT_SYMBOL_ARROW_LIGHT] = 10.5, [PT_SYMBOL_ARROW_OPEN] = 0.5,
  [PT_SYMBOL_ORIGIN] = 7.0, [PT_SYMBOL_CONDITIONAL] = 16.5,
};

/** FlowLook: how a type of connecting object is drawn. */
typedef struct
{
  PtBpmnType type;
  PtDash dash;
  double width;
  PtSymbol start, end;
} FlowLook;

static const FlowLook looks[] = {
  { PT_BPMN_SEQUENCE_FLOW, PT_DASH_SOLID, PT_LINE_FLOW, PT_SYMBOL_NONE, PT_SYMBOL_ARROW },
  { PT_BPMN_MESSAGE_FLOW, PT_DASH_MESSAGE, PT_LINE_FLOW, PT_SYMBOL_ORIGIN, PT_SYMBOL_ARROW_LIGHT },
  { PT_BPMN_ASSOCIATION, PT_DASH_ASSOCIATION, PT_LINE_FLOW, PT_SYMBOL_NONE, PT_SYMBOL_NONE },
  { PT_BPMN_DATA_ASSOCIATION, PT_DASH_ASSOCIATION, PT_LINE_FLOW, PT_SYMBOL_NONE,
    PT_SYMBOL_ARROW_OPEN },
  { PT_BPMN_CONVERSATION_LINK, PT_DASH_SOLID, LINK_WIDTH, PT_SYMBOL_NONE, PT_SYMBOL_NONE },
};

static PtSymbol
sequence_flow_start (const PtElement *flow)
{
  const PtElement *source = flow->source;
  if (source != NULL && source->default_flow == flow)
    return PT_SYMBOL_DEFAULT;
  if (flow->has_condition && source != NULL && pt_element_is_a (source, PT_BPMN_ACTIVITY))
    return PT_SYMBOL_CONDITIONAL;
  return PT_SYMBOL_NONE;
}

static FlowLook
look_of (const PtElement *flow)
{
  FlowLook look = looks[0];
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (pt_element_is_a (flow, looks[i].type))
      look = looks[i];

  if (look.type == PT_BPMN_SEQUENCE_FLOW)
    look.start = sequence_flow_start (flow);
  else if (look.type == PT_BPMN_ASSOCIATION)
    {
      look.end = flow->association_direction > 0 ? PT_SYMBOL_ARROW_OPEN : PT_SYMBOL_NONE;
      look.start = flow->association_direction > 1 ? PT_SYMBOL_ARROW_OPEN : PT_SYMBOL_NONE;
    }
  return look;
}

/* No eye can follow a line of more, and no picture of it is ever done: some are passed over. */
#define MAX_POINTS 10000

/* A copy without repeated points: they have no direction. */
static GArray *
distinct_points (const PtDiagramElement *figure)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (PtPoint), figure->n_waypoints);
  guint stride = figure->n_waypoints / MAX_POINTS + 1;

  g_array_append_val (points, figure->waypoints[0]);
  for (guint i = (figure->n_waypoints - 1) % stride; i < figure->n_waypoints; i += stride)
    {
      PtPoint last = g_array_index (points, PtPoint, points->len - 1);
      if (pt_point_distance (last, figure->waypoints[i]) > 0.1)
        g_array_append_val (points, figure->waypoints[i]);
    }
  return points;
}

/* Moves @end towards its neighbour by @by, at most almost there. */
static void
shorten (PtPoint *end, PtPoint neighbour, double by)
{
  double length = pt_point_distance (*end, neighbour);
  double share = MIN (by, length * 0.95) / length;
  end->x += (neighbour.x - end->x) * share;
  end->y += (neighbour.y - end->y) * share;
}

static void
stroke_line (PtBrush *brush, const GArray *points, const FlowLook *look)
{
  const PtPoint *p = (const PtPoint *)points->data;
  double radius = brush->plain ? 0 : BEND_RADIUS;
  pt_path_line (brush->cr, p, points->len, radius);
  pt_brush_stroke (brush, brush->colors.line, look->width, look->dash);
  if (look->type != PT_BPMN_CONVERSATION_LINK)
    return;
  pt_path_line (brush->cr, p, points->len, radius);
  pt_brush_stroke (brush, brush->colors.ground, LINK_GAP, PT_DASH_SOLID);
}

static void
paint_end (PtBrush *brush, PtSymbol symbol, PtPoint tip, PtPoint behind)
{
  PtSymbolInk ink
      = { .line = brush->colors.line,
          .paper = brush->ink->fill,
          .width = symbol == PT_SYMBOL_ARROW_OPEN || symbol == PT_SYMBOL_DEFAULT ? PT_LINE_FLOW
                                                                                 : PT_LINE_SYMBOL };
  if (symbol != PT_SYMBOL_NONE)
    pt_symbol_draw_at (symbol, brush->cr, tip, atan2 (tip.y - behind.y, tip.x - behind.x), &ink);
}

/* In the middle of the segment that half the way is on, where it does not hide a bend; in the
 * middle of the way where that segment is too short. */
static PtPoint
envelope_center (const PtPoint *points, guint n)
{
  PtPoint half = pt_polyline_at (points, n, 0.5);
  for (guint i = 1; i < n; i++)
    if (pt_segment_distance (half, points[i - 1], points[i], NULL) < 0.01
        && pt_point_distance (points[i - 1], points[i]) > 2 * PT_ENVELOPE_WIDTH)
      return (PtPoint){ (points[i - 1].x + points[i].x) / 2, (points[i - 1].y + points[i].y) / 2 };
  return half;
}

static void
paint_envelope (PtBrush *brush)
{
  const PtDiagramElement *flow = brush->figure;
  PtPoint middle = envelope_center (flow->waypoints, flow->n_waypoints);
  PtBounds envelope = { middle.x - PT_ENVELOPE_WIDTH / 2, middle.y - PT_ENVELOPE_HEIGHT / 2,
                        PT_ENVELOPE_WIDTH, PT_ENVELOPE_HEIGHT };
  pt_brush_envelope (brush, envelope, flow->message_initiating);
}

void
pt_paint_flow (PtBrush *brush)
{
  g_autoptr (GArray) points = distinct_points (brush->figure);
  FlowLook look = look_of (brush->element);
  if (points->len < 2)
    return;
  if (brush->plain)
    {
      stroke_line (brush, points, &look);
      return;
    }

  PtPoint *p = (PtPoint *)points->data, *last = p + points->len - 1;
  PtPoint start = p[0], end = *last;
  shorten (&p[0], p[1], trims[look.start]);
  shorten (last, last[-1], trims[look.end]);
  stroke_line (brush, points, &look);
  paint_end (brush, look.start, start, p[1]);
  paint_end (brush, look.end, end, last[-1]);
  if (brush->figure->message_visible)
    paint_envelope (brush);
}
