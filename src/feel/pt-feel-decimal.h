/* pt-feel-decimal.h: decimal128 arithmetic
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic is that of the Intel Decimal Floating-Point Math Library, rounding half to even.
 * What is done most (sums, products, comparisons of numbers that fit in 62 bits) is done here on
 * the bits, with the same result to the bit. (Encoding: IEEE 754-2008, 3.5.2, binary encoding: a
 * sign bit, 14 bits of exponent plus 6176, 113 bits of coefficient.)
 */
#pragma once

#include <partitur/feel-value.h>

G_BEGIN_DECLS

PtFeelDecimal pt_decimal_add (PtFeelDecimal a, PtFeelDecimal b);
PtFeelDecimal pt_decimal_subtract (PtFeelDecimal a, PtFeelDecimal b);
PtFeelDecimal pt_decimal_multiply (PtFeelDecimal a, PtFeelDecimal b);
PtFeelDecimal pt_decimal_divide (PtFeelDecimal a, PtFeelDecimal b);
PtFeelDecimal pt_decimal_power (PtFeelDecimal a, PtFeelDecimal b);
PtFeelDecimal pt_decimal_negate (PtFeelDecimal a);
PtFeelDecimal pt_decimal_abs (PtFeelDecimal a);
PtFeelDecimal pt_decimal_sqrt (PtFeelDecimal a);
PtFeelDecimal pt_decimal_exp (PtFeelDecimal a);
PtFeelDecimal pt_decimal_log (PtFeelDecimal a);
/** pt_decimal_modulo: the remainder with the sign of @b: a - b · floor (a / b), exactly */
PtFeelDecimal pt_decimal_modulo (PtFeelDecimal a, PtFeelDecimal b);

typedef enum
{
  PT_ROUND_HALF_EVEN,
  PT_ROUND_FLOOR,
  PT_ROUND_CEILING,
  PT_ROUND_DOWN,      /* towards zero */
  PT_ROUND_HALF_UP,   /* halves away from zero */
  PT_ROUND_UP,        /* away from zero */
  PT_ROUND_HALF_DOWN, /* halves towards zero */
} PtRounding;
/** pt_decimal_round: @scale: digits behind the point, -6111 to 6176, may be negative */
PtFeelDecimal pt_decimal_round (PtFeelDecimal a, int scale, PtRounding rounding);

int pt_decimal_compare (PtFeelDecimal a, PtFeelDecimal b);
gboolean pt_decimal_is_zero (PtFeelDecimal a);
/** pt_decimal_is_finite: Returns: FALSE for what an operation makes that has no result */
gboolean pt_decimal_is_finite (PtFeelDecimal a);
gboolean pt_decimal_is_whole (PtFeelDecimal a);

PtFeelDecimal pt_decimal_from_int (gint64 number);
/** pt_decimal_to_int: Returns: whether @a is whole and fits */
gboolean pt_decimal_to_int (PtFeelDecimal a, gint64 *number);
/** pt_decimal_split: Returns: whether the whole part, which goes into @whole, fits; @nanos: the
 * rest in billionths, of the same sign, cut off */
gboolean pt_decimal_split (PtFeelDecimal a, gint64 *whole, gint64 *nanos);
double pt_decimal_to_double (PtFeelDecimal a);
/** pt_decimal_parse: [-]digits[.digits][e[+-]digits], also “.5”, of @length bytes. Returns: whether
 * it is one and has a finite value */
gboolean pt_decimal_parse (const char *text, gsize length, PtFeelDecimal *result);
/** pt_decimal_append: the shortest plain writing: 12.5, not 12.50; with an exponent (1E+50) from 41
 * digits on */
void pt_decimal_append (GString *out, PtFeelDecimal a);

G_END_DECLS
