/* pt-symbol.c: reads the little path language of pt-symbols.def and paints it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-symbol.h"

#include <math.h>
#include <string.h>

#include "pt-color.h"

#define MAX_OPERANDS 6
/* In grid units. */
#define THICK 3.2
#define HEAVY 4.2

/* Step: one instruction of a path. */
typedef struct
{
  char operator;
  double operand[MAX_OPERANDS];
} Step;

static const char *const paths[PT_N_SYMBOLS] = {
#define PT_SYMBOL(name, path) [PT_SYMBOL_##name] = path,
#include "pt-symbols.def"
#undef PT_SYMBOL
};

static const struct
{
  char operator;
  guint n_operands;
} arities[] = { { 'M', 2 }, { 'L', 2 }, { 'C', 6 }, { 'O', 3 }, { 'A', 5 } };

static guint
arity (char operator)
{
  for (guint i = 0; i < G_N_ELEMENTS (arities); i++)
    if (arities[i].operator== operator)
      return arities[i].n_operands;
  return 0;
}

static GArray *
read_path (const char *path)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  const char *p = path;
  while (*p != '\0')
    {
      Step step = { .operator= * p++ };
      for (guint i = 0, n = arity (step.operator); i < n; i++)
        {
          char *end;
          step.operand[i] = g_ascii_strtod (p, &end);
          p = end;
        }
      g_array_append_val (steps, step);
      p += strspn (p, " ");
    }
  return steps;
}

static const GArray *
steps_of (PtSymbol symbol)
{
  static GArray *all[PT_N_SYMBOLS];
  static gsize ready;
  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < PT_N_SYMBOLS; i++)
        all[i] = read_path (paths[i] != NULL ? paths[i] : "");
      g_once_init_leave (&ready, 1);
    }
  return all[symbol];
}

static void
stroke (cairo_t *cr, guint32 color, double width)
{
  pt_color_set (cr, color);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
trace (cairo_t *cr, const Step *step)
{
  const double *v = step->operand;
  switch (step->operator)
    {
    case 'M':
      cairo_move_to (cr, v[0], v[1]);
      break;
    case 'L':
      cairo_line_to (cr, v[0], v[1]);
      break;
    case 'C':
      cairo_curve_to (cr, v[0], v[1], v[2], v[3], v[4], v[5]);
      break;
    case 'Z':
      cairo_close_path (cr);
      break;
    case 'O':
      cairo_new_sub_path (cr);
      cairo_arc (cr, v[0], v[1], v[2], 0, 2 * G_PI);
      break;
    case 'A':
      cairo_new_sub_path (cr);
      cairo_arc (cr, v[0], v[1], v[2], v[3] * G_PI / 180, v[4] * G_PI / 180);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
paint_body (cairo_t *cr, double width, const PtSymbolInk *ink)
{
  pt_color_set (cr, ink->filled ? ink->line : ink->paper);
  cairo_fill_preserve (cr);
  stroke (cr, ink->line, width);
}

/* Returns whether @step paints what the steps before it drew. */
static gboolean
paint (cairo_t *cr, const Step *step, double width, const PtSymbolInk *ink)
{
  switch (step->operator)
    {
    case 'B':
      paint_body (cr, width, ink);
      return TRUE;
    case 'D':
      stroke (cr, ink->filled ? ink->paper : ink->line, width);
      return TRUE;
    case 'F':
      pt_color_set (cr, ink->line);
      cairo_fill (cr);
      return TRUE;
    case 'T':
      stroke (cr, ink->line, THICK);
      return TRUE;
    case 'H':
      stroke (cr, ink->line, HEAVY);
      return TRUE;
    default:
      return FALSE;
    }
}

/* In the coordinates of the grid, which is @scale times as large as a diagram unit. */
static void
play (PtSymbol symbol, cairo_t *cr, double scale, const PtSymbolInk *ink)
{
  const GArray *steps = steps_of (symbol);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      if (!paint (cr, step, ink->width / scale, ink))
        trace (cr, step);
    }
}

void
pt_symbol_draw (PtSymbol symbol, cairo_t *cr, PtBounds box, const PtSymbolInk *ink)
{
  double side = MIN (box.width, box.height);
  PtPoint center = pt_bounds_center (box);
  if (side <= 0)
    return;

  cairo_save (cr);
  cairo_translate (cr, center.x - side / 2, center.y - side / 2);
  cairo_scale (cr, side / PT_SYMBOL_GRID, side / PT_SYMBOL_GRID);
  play (symbol, cr, side / PT_SYMBOL_GRID, ink);
  cairo_restore (cr);
}

void
pt_symbol_draw_at (PtSymbol symbol, cairo_t *cr, PtPoint at, double angle, const PtSymbolInk *ink)
{
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, angle);
  play (symbol, cr, 1, ink);
  cairo_restore (cr);
}
