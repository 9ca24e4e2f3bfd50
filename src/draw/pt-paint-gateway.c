/* pt-paint-gateway.c: diamonds (10.6)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-brush.h"

static const PtSymbolRow symbols[] = {
  { PT_BPMN_EXCLUSIVE_GATEWAY, PT_SYMBOL_EXCLUSIVE },
  { PT_BPMN_PARALLEL_GATEWAY, PT_SYMBOL_PARALLEL },
  { PT_BPMN_INCLUSIVE_GATEWAY, PT_SYMBOL_INCLUSIVE },
  { PT_BPMN_COMPLEX_GATEWAY, PT_SYMBOL_COMPLEX },
  { PT_BPMN_EVENT_BASED_GATEWAY, PT_SYMBOL_EVENT_BASED },
  { PT_BPMN_NONE },
};

/* The symbol's share of the diamond's width. */
#define SYMBOL_SHARE 0.5
#define RINGED_SYMBOL_SHARE 0.56

static PtSymbol
symbol_of (const PtBrush *brush)
{
  const PtElement *gateway = brush->element;
  PtSymbol symbol = pt_symbol_row_find (symbols, gateway->type);
  if (symbol == PT_SYMBOL_EXCLUSIVE && !brush->figure->is_marker_visible)
    return PT_SYMBOL_NONE;
  if (symbol == PT_SYMBOL_EVENT_BASED && gateway->event_gateway_parallel)
    return PT_SYMBOL_EVENT_BASED_PARALLEL;
  if (symbol == PT_SYMBOL_EVENT_BASED && gateway->instantiate)
    return PT_SYMBOL_EVENT_BASED_START;
  return symbol;
}

void
pt_paint_gateway (PtBrush *brush)
{
  PtBounds box = brush->box;
  pt_path_diamond (brush->cr, box);
  pt_brush_body (brush, PT_LINE_OUTLINE, PT_DASH_SOLID);
  if (brush->plain)
    return;

  double share
      = brush->element->type == PT_BPMN_EVENT_BASED_GATEWAY ? RINGED_SYMBOL_SHARE : SYMBOL_SHARE;
  double margin = -(1 - share) / 2 * MIN (box.width, box.height);
  pt_brush_symbol (brush, symbol_of (brush), pt_bounds_grow (box, margin), FALSE);
}
