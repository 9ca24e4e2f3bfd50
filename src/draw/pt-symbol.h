/* pt-symbol.h: the small signs of the notation: event definitions, kinds of tasks, markers, line
 * ends
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <partitur/geometry.h>

typedef enum
{
  PT_SYMBOL_NONE,
#define PT_SYMBOL(name, path) PT_SYMBOL_##name,
#include "pt-symbols.def"
#undef PT_SYMBOL
  PT_N_SYMBOLS
} PtSymbol;

/* Side of the square that the rows of pt-symbols.def are drawn in. */
#define PT_SYMBOL_GRID 24.0

/** PtSymbolInk: how a symbol is painted. */
typedef struct
{
  guint32 line;
  guint32 paper;
  double width;    /* of lines, in diagram units */
  gboolean filled; /* solid bodies with light details: what an event throws */
} PtSymbolInk;

/** pt_symbol_draw: Paints @symbol as large as fits @box, in its middle. */
void pt_symbol_draw (PtSymbol symbol, cairo_t *cr, PtBounds box, const PtSymbolInk *ink);
/** pt_symbol_draw_at: Paints @symbol with its origin at @at, its x axis turned by @angle (radians),
 *  one grid unit being one diagram unit. For ends of lines. */
void
pt_symbol_draw_at (PtSymbol symbol, cairo_t *cr, PtPoint at, double angle, const PtSymbolInk *ink);
