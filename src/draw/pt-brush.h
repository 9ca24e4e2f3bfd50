/* pt-brush.h: what a painter of one figure is handed: the surface, the figure, its colours
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-color.h"
#include "pt-figure.h"
#include "pt-path.h"
#include "pt-symbol.h"

/* Widths of lines in diagram units. */
#define PT_LINE_OUTLINE 2.0
#define PT_LINE_FLOW 1.5
#define PT_LINE_HEAVY 4.0
#define PT_LINE_FINE 1.0
#define PT_LINE_SYMBOL 1.25

/* Corners of activities; the outline that flows dock to has the same. */
#define PT_CORNER_RADIUS 10.0

/** PtDash: a pattern of dashes and dots. */
typedef enum
{
  PT_DASH_SOLID,
  PT_DASH_NON_INTERRUPTING,
  PT_DASH_EVENT_SUB_PROCESS,
  PT_DASH_GROUP,
  PT_DASH_MESSAGE,
  PT_DASH_ASSOCIATION,
  PT_N_DASHES
} PtDash;

/** PtBrush: everything a painter may use. */
typedef struct
{
  cairo_t *cr;
  const PtInk *ink;
  const PtDiagramElement *figure;
  const PtElement *element; /* (nullable): that of @figure */
  PtBounds box;             /* of @figure */
  PtFigureColors colors;
  gboolean plain; /* low detail: bodies and lines only */
} PtBrush;

typedef void (*PtPaint) (PtBrush *brush);

/** pt_brush_init: @figure can be painted */
void pt_brush_init (PtBrush *brush,
                    cairo_t *cr,
                    const PtInk *ink,
                    const PtDiagramElement *figure,
                    PtDetail detail);

/** pt_brush_fill: Fills the path and keeps it. */
void pt_brush_fill (PtBrush *brush, guint32 color);
/** pt_brush_stroke: Strokes the path and ends it. */
void pt_brush_stroke (PtBrush *brush, guint32 color, double width, PtDash dash);
/** pt_brush_body: Fills and strokes the path in the colours of the figure, and ends it. */
void pt_brush_body (PtBrush *brush, double width, PtDash dash);
/** pt_brush_symbol: Paints @symbol in the middle of @box in the colours of marks on the body. */
void pt_brush_symbol (PtBrush *brush, PtSymbol symbol, PtBounds box, gboolean filled);
/** pt_brush_symbols: Paints @n markers in a row in the middle of the lower edge of @box. */
void pt_brush_symbols (PtBrush *brush, const PtSymbol *symbols, guint n, PtBounds box);
/** pt_brush_envelope: Paints a message in @box: light from whom initiates, else shaded. */
void pt_brush_envelope (PtBrush *brush, PtBounds box, gboolean initiating);
/** pt_brush_shade: Returns: the body colour of what answers: bands and messages */
guint32 pt_brush_shade (const PtBrush *brush);

/** PtSymbolRow: which symbol a type has. Tables of them end with #PT_BPMN_NONE. */
typedef struct
{
  PtBpmnType type;
  PtSymbol symbol;
} PtSymbolRow;

PtSymbol pt_symbol_row_find (const PtSymbolRow *rows, PtBpmnType type);

/* The painters. Each knows the types of one family. */
void pt_paint_pool (PtBrush *brush);
void pt_paint_lane (PtBrush *brush);
void pt_paint_band (PtBrush *brush);
void pt_paint_activity (PtBrush *brush);
void pt_paint_choreography (PtBrush *brush);
void pt_paint_event (PtBrush *brush);
void pt_paint_gateway (PtBrush *brush);
void pt_paint_conversation (PtBrush *brush);
void pt_paint_data_object (PtBrush *brush);
void pt_paint_data_store (PtBrush *brush);
void pt_paint_message (PtBrush *brush);
void pt_paint_annotation (PtBrush *brush);
void pt_paint_group (PtBrush *brush);
void pt_paint_flow (PtBrush *brush);
void pt_paint_unknown (PtBrush *brush);
