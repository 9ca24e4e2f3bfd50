/* pt-feel-decimal.c: decimal128 arithmetic
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-decimal.h"

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>

#include <string.h>

#define BIAS 6176
#define EXPONENT_SHIFT 49
#define SIGN (G_GUINT64_CONSTANT (1) << 63)
#define COEFFICIENT_HIGH ((G_GUINT64_CONSTANT (1) << EXPONENT_SHIFT) - 1)
#define SMALL (G_GUINT64_CONSTANT (1) << 62)
#define WHOLE_HIGH ((guint64)BIAS << EXPONENT_SHIFT)
#define MAX_DIGITS 40    /* of a plain writing */
#define MAX_POWER 100000 /* of a power by multiplication */

static BID_UINT128
to_bid (PtFeelDecimal a)
{
  BID_UINT128 bid;

  bid.w[0] = a.low;
  bid.w[1] = a.high;
  return bid;
}

static PtFeelDecimal
from_bid (BID_UINT128 bid)
{
  return (PtFeelDecimal){ bid.w[0], bid.w[1] };
}

/* ----- on the bits --------------------------------------------------------------------------- */

/* Whether its coefficient is below 2^62; infinities and NaN have coefficient bits set or the two
 * topmost of the exponent. */
static inline gboolean
is_small (PtFeelDecimal a)
{
  return (a.high & COEFFICIENT_HIGH) == 0 && a.low < SMALL && (a.high >> 61 & 3) != 3;
}

static inline int
exponent_of (PtFeelDecimal a)
{
  return (int)(a.high >> EXPONENT_SHIFT & 0x3fff);
}

/* Gives @a the exponent of @b, which is smaller, if its coefficient then is still small. */
static gboolean
align (PtFeelDecimal *a, PtFeelDecimal b)
{
  int distance = exponent_of (*a) - exponent_of (b);

  if (distance > 18)
    return FALSE;
  for (int i = 0; i < distance; i++)
    {
      if (a->low >= SMALL / 10)
        return FALSE;
      a->low *= 10;
    }
  a->high -= (guint64)distance << EXPONENT_SHIFT;
  return TRUE;
}

static gboolean
make_alike (PtFeelDecimal *a, PtFeelDecimal *b)
{
  if (!is_small (*a) || !is_small (*b))
    return FALSE;
  if (exponent_of (*a) == exponent_of (*b))
    return TRUE;
  return exponent_of (*a) > exponent_of (*b) ? align (a, *b) : align (b, *a);
}

static inline PtFeelDecimal
from_signed (gint64 coefficient, int exponent)
{
  guint64 high = (guint64)exponent << EXPONENT_SHIFT;

  return coefficient < 0 ? (PtFeelDecimal){ (guint64)-coefficient, high | SIGN }
                         : (PtFeelDecimal){ (guint64)coefficient, high };
}

static inline gint64
signed_coefficient (PtFeelDecimal a)
{
  return a.high & SIGN ? -(gint64)a.low : (gint64)a.low;
}

/* ----- arithmetic ---------------------------------------------------------------------------- */

PtFeelDecimal
pt_decimal_add (PtFeelDecimal a, PtFeelDecimal b)
{
  PtFeelDecimal x = a, y = b;
  unsigned flags = 0;

  if (make_alike (&x, &y))
    return from_signed (signed_coefficient (x) + signed_coefficient (y), exponent_of (x));
  return from_bid (bid128_add (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags));
}

PtFeelDecimal
pt_decimal_subtract (PtFeelDecimal a, PtFeelDecimal b)
{
  return pt_decimal_add (a, pt_decimal_negate (b));
}

PtFeelDecimal
pt_decimal_multiply (PtFeelDecimal a, PtFeelDecimal b)
{
  int exponent = exponent_of (a) + exponent_of (b) - BIAS;
  unsigned flags = 0;

  if (is_small (a) && is_small (b) && (a.low | b.low) < (G_GUINT64_CONSTANT (1) << 31)
      && exponent > 0 && exponent < 2 * BIAS - 100)
    return from_signed (signed_coefficient (a) * signed_coefficient (b), exponent);
  return from_bid (bid128_mul (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags));
}

PtFeelDecimal
pt_decimal_divide (PtFeelDecimal a, PtFeelDecimal b)
{
  unsigned flags = 0;

  return from_bid (bid128_div (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags));
}

/* By squaring (D. Knuth, "The Art of Computer Programming", 4.6.3, algorithm A). */
static PtFeelDecimal
whole_power (PtFeelDecimal base, guint64 exponent)
{
  PtFeelDecimal result = pt_decimal_from_int (1);

  for (; exponent > 0; exponent >>= 1)
    {
      if (exponent & 1)
        result = pt_decimal_multiply (result, base);
      if (exponent > 1)
        base = pt_decimal_multiply (base, base);
    }
  return result;
}

PtFeelDecimal
pt_decimal_power (PtFeelDecimal a, PtFeelDecimal b)
{
  gint64 exponent;
  unsigned flags = 0;

  if (pt_decimal_to_int (b, &exponent) && ABS (exponent) <= MAX_POWER)
    {
      PtFeelDecimal power = whole_power (a, (guint64)ABS (exponent));

      return exponent < 0 ? pt_decimal_divide (pt_decimal_from_int (1), power) : power;
    }
  return from_bid (bid128_pow (to_bid (a), to_bid (b), BID_ROUNDING_TO_NEAREST, &flags));
}

PtFeelDecimal
pt_decimal_negate (PtFeelDecimal a)
{
  if (!pt_decimal_is_zero (a))
    a.high ^= SIGN;
  return a;
}

PtFeelDecimal
pt_decimal_abs (PtFeelDecimal a)
{
  a.high &= ~SIGN;
  return a;
}

PtFeelDecimal
pt_decimal_sqrt (PtFeelDecimal a)
{
  unsigned flags = 0;

  return from_bid (bid128_sqrt (to_bid (a), BID_ROUNDING_TO_NEAREST, &flags));
}

PtFeelDecimal
pt_decimal_exp (PtFeelDecimal a)
{
  unsigned flags = 0;

  return from_bid (bid128_exp (to_bid (a), BID_ROUNDING_TO_NEAREST, &flags));
}

PtFeelDecimal
pt_decimal_log (PtFeelDecimal a)
{
  unsigned flags = 0;

  return from_bid (bid128_log (to_bid (a), BID_ROUNDING_TO_NEAREST, &flags));
}

PtFeelDecimal
pt_decimal_modulo (PtFeelDecimal a, PtFeelDecimal b)
{
  unsigned flags = 0;
  PtFeelDecimal rest = from_bid (bid128_fmod (to_bid (a), to_bid (b), &flags));

  if (!pt_decimal_is_zero (rest) && ((rest.high ^ b.high) & SIGN))
    rest = pt_decimal_add (rest, b);
  return rest;
}

/* ----- rounding ------------------------------------------------------------------------------ */

static BID_UINT128
unit_of (int scale)
{
  unsigned flags = 0;

  return bid128_scalbn (to_bid (pt_decimal_from_int (1)), -scale, BID_ROUNDING_TO_NEAREST, &flags);
}

/* The library's own ways of rounding; the last two are made of them, by the sign. */
static unsigned
mode_of (PtFeelDecimal a, PtRounding rounding)
{
  static const unsigned modes[] = {
    [PT_ROUND_HALF_EVEN] = BID_ROUNDING_TO_NEAREST, [PT_ROUND_FLOOR] = BID_ROUNDING_DOWN,
    [PT_ROUND_CEILING] = BID_ROUNDING_UP,           [PT_ROUND_DOWN] = BID_ROUNDING_TO_ZERO,
    [PT_ROUND_HALF_UP] = BID_ROUNDING_TIES_AWAY,
  };

  if (rounding == PT_ROUND_UP)
    return a.high & SIGN ? BID_ROUNDING_DOWN : BID_ROUNDING_UP;
  return modes[rounding];
}

/* A half goes towards zero when what is left is no more than one. */
static PtFeelDecimal
round_half_down (PtFeelDecimal a, int scale)
{
  PtFeelDecimal near = pt_decimal_round (a, scale, PT_ROUND_DOWN);
  PtFeelDecimal far = pt_decimal_round (a, scale, PT_ROUND_UP);
  PtFeelDecimal below = pt_decimal_abs (pt_decimal_subtract (a, near));
  PtFeelDecimal above = pt_decimal_abs (pt_decimal_subtract (far, a));

  return pt_decimal_compare (below, above) > 0 ? far : near;
}

PtFeelDecimal
pt_decimal_round (PtFeelDecimal a, int scale, PtRounding rounding)
{
  unsigned flags = 0;
  BID_UINT128 rounded;

  if (exponent_of (a) - BIAS >= -scale && is_small (a))
    return a;
  if (rounding == PT_ROUND_HALF_DOWN)
    return round_half_down (a, scale);
  rounded = bid128_quantize (to_bid (a), unit_of (scale), mode_of (a, rounding), &flags);
  /* more digits than a number has: nothing is lost by keeping it */
  return bid128_isNaN (rounded) ? a : from_bid (rounded);
}

/* ----- questions ----------------------------------------------------------------------------- */

int
pt_decimal_compare (PtFeelDecimal a, PtFeelDecimal b)
{
  PtFeelDecimal x = a, y = b;
  unsigned flags = 0;

  if (make_alike (&x, &y))
    {
      gint64 left = signed_coefficient (x), right = signed_coefficient (y);

      return (left > right) - (left < right);
    }
  if (bid128_quiet_less (to_bid (a), to_bid (b), &flags))
    return -1;
  return bid128_quiet_greater (to_bid (a), to_bid (b), &flags) ? 1 : 0;
}

gboolean
pt_decimal_is_zero (PtFeelDecimal a)
{
  if (is_small (a))
    return a.low == 0;
  return bid128_isZero (to_bid (a));
}

gboolean
pt_decimal_is_finite (PtFeelDecimal a)
{
  return (a.high >> 59 & 15) != 15;
}

gboolean
pt_decimal_is_whole (PtFeelDecimal a)
{
  unsigned flags = 0;

  if (is_small (a) && exponent_of (a) >= BIAS)
    return TRUE;
  return bid128_quiet_equal (to_bid (a), bid128_round_integral_zero (to_bid (a), &flags), &flags);
}

/* ----- conversions --------------------------------------------------------------------------- */

PtFeelDecimal
pt_decimal_from_int (gint64 number)
{
  if (number == G_MININT64)
    return (PtFeelDecimal){ SIGN, WHOLE_HIGH | SIGN };
  return from_signed (number, BIAS);
}

gboolean
pt_decimal_to_int (PtFeelDecimal a, gint64 *number)
{
  unsigned flags = 0;

  if (is_small (a) && exponent_of (a) == BIAS)
    {
      *number = signed_coefficient (a);
      return TRUE;
    }
  *number = bid128_to_int64_xint (to_bid (a), &flags);
  return flags == 0;
}

gboolean
pt_decimal_split (PtFeelDecimal a, gint64 *whole, gint64 *nanos)
{
  unsigned flags = 0;
  PtFeelDecimal rest;

  *nanos = 0;
  if (pt_decimal_to_int (a, whole))
    return TRUE;
  *whole = bid128_to_int64_int (to_bid (a), &flags);
  if (flags & BID_INVALID_EXCEPTION)
    return FALSE;
  rest = pt_decimal_subtract (a, pt_decimal_from_int (*whole));
  rest = pt_decimal_multiply (rest, pt_decimal_from_int (1000000000));
  *nanos = bid128_to_int64_int (to_bid (rest), &flags);
  return TRUE;
}

double
pt_decimal_to_double (PtFeelDecimal a)
{
  unsigned flags = 0;

  return bid128_to_binary64 (to_bid (a), BID_ROUNDING_TO_NEAREST, &flags);
}

/* Up to 18 digits, without an exponent. */
static gboolean
parse_small (const char *text, gsize length, PtFeelDecimal *result)
{
  gboolean negative = length > 0 && *text == '-';
  gint64 coefficient = 0;
  int digits = 0, behind = -1;

  for (gsize i = negative; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      {
        if (++digits > 18)
          return FALSE;
        coefficient = coefficient * 10 + (text[i] - '0');
        behind += behind >= 0;
      }
    else if (text[i] == '.' && behind < 0)
      behind = 0;
    else
      return FALSE;
  if (digits == 0 || text[length - 1] == '.')
    return FALSE;
  *result = from_signed (negative ? -coefficient : coefficient, BIAS - MAX (behind, 0));
  return TRUE;
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

static gboolean
is_number (const char *text)
{
  gsize whole, behind = 0;

  text += *text == '-';
  whole = count_digits (text);
  text += whole;
  if (*text == '.')
    {
      behind = count_digits (text + 1);
      if (behind == 0)
        return FALSE;
      text += 1 + behind;
    }
  if (*text == 'e' || *text == 'E')
    {
      text += text[1] == '+' || text[1] == '-' ? 2 : 1;
      if (count_digits (text) == 0)
        return FALSE;
      text += count_digits (text);
    }
  return *text == '\0' && whole + behind > 0;
}

gboolean
pt_decimal_parse (const char *text, gsize length, PtFeelDecimal *result)
{
  g_autofree char *copy = NULL;
  unsigned flags = 0;

  if (parse_small (text, length, result))
    return TRUE;
  copy = g_strndup (text, length);
  if (!is_number (copy))
    return FALSE;
  *result = from_bid (bid128_from_string (copy, BID_ROUNDING_TO_NEAREST, &flags));
  return pt_decimal_is_finite (*result);
}

/* Digits with the point @point digits from their left, which may lie outside of them. */
static void
append_plain (GString *out, const char *digits, int n, int point)
{
  if (point <= 0)
    {
      g_string_append (out, "0.");
      for (int i = point; i < 0; i++)
        g_string_append_c (out, '0');
      g_string_append_len (out, digits, n);
      return;
    }
  g_string_append_len (out, digits, MIN (n, point));
  for (int i = n; i < point; i++)
    g_string_append_c (out, '0');
  if (n > point)
    g_string_append_printf (out, ".%.*s", n - point, digits + point);
}

void
pt_decimal_append (GString *out, PtFeelDecimal a)
{
  char text[64], *exponent;
  const char *digits = text + 1;
  unsigned flags = 0;
  int n, point;

  bid128_to_string (text, to_bid (a), &flags);
  exponent = strchr (text, 'E');
  if (pt_decimal_is_zero (a) || !exponent)
    {
      g_string_append_c (out, '0');
      return;
    }
  n = (int)(exponent - digits);
  point = n + atoi (exponent + 1);
  for (; n > 1 && *digits == '0'; digits++, n--, point--)
    ;
  for (; n > 1 && digits[n - 1] == '0'; n--)
    ;
  if (*text == '-')
    g_string_append_c (out, '-');
  if (MAX (point, n) <= MAX_DIGITS && point > n - MAX_DIGITS)
    append_plain (out, digits, n, point);
  else
    {
      append_plain (out, digits, n, 1);
      g_string_append_printf (out, "E%+d", point - 1);
    }
}
