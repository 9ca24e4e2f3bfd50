/* pt-paint-event.c: start, intermediate, boundary and end events (10.5)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-brush.h"

#define RING_GAP 3.5
/* The symbol's share of the circle's diameter. */
#define SYMBOL_SHARE 0.53

static const PtSymbolRow symbols[] = {
  { PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_SYMBOL_MESSAGE },
  { PT_BPMN_TIMER_EVENT_DEFINITION, PT_SYMBOL_TIMER },
  { PT_BPMN_ERROR_EVENT_DEFINITION, PT_SYMBOL_ERROR },
  { PT_BPMN_ESCALATION_EVENT_DEFINITION, PT_SYMBOL_ESCALATION },
  { PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_SYMBOL_SIGNAL },
  { PT_BPMN_COMPENSATE_EVENT_DEFINITION, PT_SYMBOL_COMPENSATION },
  { PT_BPMN_CONDITIONAL_EVENT_DEFINITION, PT_SYMBOL_CONDITION },
  { PT_BPMN_LINK_EVENT_DEFINITION, PT_SYMBOL_LINK },
  { PT_BPMN_CANCEL_EVENT_DEFINITION, PT_SYMBOL_CANCEL },
  { PT_BPMN_TERMINATE_EVENT_DEFINITION, PT_SYMBOL_TERMINATE },
  { PT_BPMN_NONE },
};

static PtSymbol
symbol_of (const PtElement *event)
{
  if (event->n_event_definitions > 1)
    return event->parallel_multiple ? PT_SYMBOL_PARALLEL_MULTIPLE : PT_SYMBOL_MULTIPLE;
  return pt_symbol_row_find (symbols, event->event_definition);
}

static gboolean
has_two_rings (PtBpmnType type)
{
  return type == PT_BPMN_BOUNDARY_EVENT || type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
         || type == PT_BPMN_INTERMEDIATE_THROW_EVENT;
}

/* The outer edge of every line is as far out, however thick the line. */
static PtBounds
ring_box (PtBounds box, double width)
{
  return pt_bounds_grow (box, (PT_LINE_OUTLINE - width) / 2);
}

void
pt_paint_event (PtBrush *brush)
{
  const PtElement *event = brush->element;
  gboolean two_rings = has_two_rings (event->type);
  PtDash dash = event->non_interrupting ? PT_DASH_NON_INTERRUPTING : PT_DASH_SOLID;
  double width = event->type == PT_BPMN_END_EVENT ? PT_LINE_HEAVY
                 : two_rings                      ? PT_LINE_FLOW
                                                  : PT_LINE_OUTLINE;
  PtBounds circle = ring_box (brush->box, width);

  pt_path_circle (brush->cr, circle);
  pt_brush_body (brush, width, dash);
  if (brush->plain)
    return;
  if (two_rings)
    {
      pt_path_circle (brush->cr, pt_bounds_grow (circle, -RING_GAP));
      pt_brush_stroke (brush, brush->colors.line, width, dash);
    }

  double margin = -(1 - SYMBOL_SHARE) / 2 * MIN (circle.width, circle.height);
  pt_brush_symbol (brush, symbol_of (event), pt_bounds_grow (circle, margin),
                   pt_element_is_a (event, PT_BPMN_THROW_EVENT));
}
