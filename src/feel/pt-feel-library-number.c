/* pt-feel-library-number.c: built-in functions on numbers and truth values (10.3.4.2, 10.3.4.5)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"

static void
give (PtFeelValue *out, PtFeelDecimal decimal)
{
  *out = pt_feel_finite (PT_FEEL_KIND_NUMBER, decimal);
}

/* ----- rounding ------------------------------------------------------------------------------ */

static void
round_to (const PtFeelValue *args, guint n, PtRounding rounding, PtFeelValue *out)
{
  gint64 scale = 0, fraction;

  if (n > 1
      && (!pt_decimal_split (args[1].decimal, &scale, &fraction) || scale < -6111 || scale > 6176))
    return;
  give (out, pt_decimal_round (args[0].decimal, (int)scale, rounding));
}

#define ROUNDING(name, rounding)                                                                   \
  static void name (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)            \
  {                                                                                                \
    round_to (args, n, rounding, out);                                                             \
  }

ROUNDING (decimal, PT_ROUND_HALF_EVEN)
ROUNDING (round_floor, PT_ROUND_FLOOR)
ROUNDING (round_ceiling, PT_ROUND_CEILING)
ROUNDING (round_up, PT_ROUND_UP)
ROUNDING (round_down, PT_ROUND_DOWN)
ROUNDING (round_half_up, PT_ROUND_HALF_UP)
ROUNDING (round_half_down, PT_ROUND_HALF_DOWN)

/* ----- arithmetic ---------------------------------------------------------------------------- */

static void
absolute (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_decimal (args[0].kind, pt_decimal_abs (args[0].decimal));
}

static void
modulo (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  if (!pt_decimal_is_zero (args[1].decimal))
    give (out, pt_decimal_modulo (args[0].decimal, args[1].decimal));
}

static void
square_root (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  give (out, pt_decimal_sqrt (args[0].decimal));
}

static void
logarithm (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  give (out, pt_decimal_log (args[0].decimal));
}

static void
exponential (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  give (out, pt_decimal_exp (args[0].decimal));
}

static void
has_rest (const PtFeelValue *value, gint64 wanted, PtFeelValue *out)
{
  PtFeelDecimal rest = pt_decimal_modulo (value->decimal, pt_decimal_from_int (2));

  *out = pt_feel_boolean (pt_decimal_compare (rest, pt_decimal_from_int (wanted)) == 0);
}

static void
odd (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  has_rest (&args[0], 1, out);
}

static void
even (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  has_rest (&args[0], 0, out);
}

static void
negate (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_boolean (!args[0].truth);
}

const PtFeelBuiltinRow pt_feel_builtins_number[] = {
  { "not", "negand:b", PT_FEEL_KIND_BOOLEAN, negate },
  { "decimal", "n:n, scale:n", PT_FEEL_KIND_NUMBER, decimal },
  { "floor", "n:n, scale:n?", PT_FEEL_KIND_NUMBER, round_floor },
  { "ceiling", "n:n, scale:n?", PT_FEEL_KIND_NUMBER, round_ceiling },
  { "round up", "n:n, scale:n", PT_FEEL_KIND_NUMBER, round_up },
  { "round down", "n:n, scale:n", PT_FEEL_KIND_NUMBER, round_down },
  { "round half up", "n:n, scale:n", PT_FEEL_KIND_NUMBER, round_half_up },
  { "round half down", "n:n, scale:n", PT_FEEL_KIND_NUMBER, round_half_down },
  { "abs", "n:num", PT_FEEL_KIND_ANY, absolute },
  { "modulo", "dividend:n, divisor:n", PT_FEEL_KIND_NUMBER, modulo },
  { "sqrt", "number:n", PT_FEEL_KIND_NUMBER, square_root },
  { "log", "number:n", PT_FEEL_KIND_NUMBER, logarithm },
  { "exp", "number:n", PT_FEEL_KIND_NUMBER, exponential },
  { "odd", "number:n", PT_FEEL_KIND_BOOLEAN, odd },
  { "even", "number:n", PT_FEEL_KIND_BOOLEAN, even },
  { NULL },
};
