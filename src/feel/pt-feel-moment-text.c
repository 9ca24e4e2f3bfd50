/* pt-feel-moment-text.c: dates, times and durations as text (ISO 8601, as XML Schema and DMN
 * restrict it)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-moment.h"

#include "pt-feel-decimal.h"

#include <string.h>

#define MAX_OFFSET (18 * 3600)

/* ----- reading moments ----------------------------------------------------------------------- */

/* Exactly @n digits. */
static gboolean
read_digits (const char **at, int n, gint64 *number)
{
  *number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *number = *number * 10 + ((*at)[i] - '0');
    }
  *at += n;
  return TRUE;
}

static gboolean
read_sign (const char **at, char sign)
{
  gboolean found = **at == sign;

  *at += found;
  return found;
}

/* Four digits, or more that do not begin with 0. */
static gboolean
read_year (const char **at, gint64 *year)
{
  gboolean negative = read_sign (at, '-');
  int n = (int)strspn (*at, "0123456789");

  if (n < 4 || n > 9 || (n > 4 && **at == '0') || !read_digits (at, n, year))
    return FALSE;
  if (negative)
    *year = -*year;
  return TRUE;
}

static gboolean
read_date (const char **at, PtFeelMoment *moment)
{
  gint64 year, month, day;

  if (!read_year (at, &year) || !read_sign (at, '-') || !read_digits (at, 2, &month)
      || !read_sign (at, '-') || !read_digits (at, 2, &day) || month > 12)
    return FALSE;
  moment->year = (gint32)year;
  moment->month = (guint8)month;
  moment->day = (guint8)day;
  return TRUE;
}

/* Behind a point: at least one digit; what is beyond the ninth is cut off. */
static gboolean
read_fraction (const char **at, gint64 *nanos)
{
  gint64 unit = PT_NANOS / 10;

  *nanos = 0;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at); (*at)++, unit /= 10)
    *nanos += (**at - '0') * unit;
  return TRUE;
}

/* hh:mm[:ss] */
static gboolean
read_offset (const char **at, gboolean negative, PtFeelMoment *moment)
{
  gint64 hours, minutes, seconds = 0;

  if (!read_digits (at, 2, &hours) || !read_sign (at, ':') || !read_digits (at, 2, &minutes)
      || (read_sign (at, ':') && !read_digits (at, 2, &seconds)))
    return FALSE;
  moment->offset = (gint32)((hours * 60 + minutes) * 60 + seconds) * (negative ? -1 : 1);
  moment->clock = PT_CLOCK_OFFSET;
  return minutes < 60 && seconds < 60 && ABS (moment->offset) <= MAX_OFFSET;
}

static gboolean
read_clock (const char **at, PtFeelMoment *moment)
{
  if (**at == '\0')
    return TRUE;
  if (read_sign (at, 'Z') || read_sign (at, 'z'))
    {
      moment->clock = PT_CLOCK_OFFSET;
      return TRUE;
    }
  if (read_sign (at, '@'))
    {
      moment->zone = pt_zone_find (*at);
      moment->clock = PT_CLOCK_ZONE;
      *at += strlen (*at);
      return moment->zone != NULL;
    }
  if (read_sign (at, '-'))
    return read_offset (at, TRUE, moment);
  return read_sign (at, '+') && read_offset (at, FALSE, moment);
}

static gboolean
read_time (const char **at, PtFeelMoment *moment)
{
  gint64 hours, minutes, seconds, nanos = 0;

  if (!read_digits (at, 2, &hours) || !read_sign (at, ':') || !read_digits (at, 2, &minutes)
      || !read_sign (at, ':') || !read_digits (at, 2, &seconds)
      || (read_sign (at, '.') && !read_fraction (at, &nanos)))
    return FALSE;
  moment->nanos = ((hours * 60 + minutes) * 60 + seconds) * PT_NANOS + nanos;
  /* 24:00:00 is the next midnight */
  return (hours < 24 || moment->nanos == PT_DAY_NANOS) && minutes < 60 && seconds < 60
         && read_clock (at, moment);
}

/* The end of a day as the beginning of the next. */
static PtFeelValue
day_end (PtFeelKind kind, PtFeelMoment *moment)
{
  PtFeelValue day, next;

  moment->nanos = 0;
  if (kind == PT_FEEL_KIND_TIME)
    return pt_moment_value (kind, moment);
  day = pt_moment_value (PT_FEEL_KIND_DATE, moment);
  if (day.kind == PT_FEEL_KIND_NULL)
    return day;
  next = pt_moment_add_seconds (&day, pt_decimal_from_int (PT_DAY_SECONDS));
  next.kind = next.kind == PT_FEEL_KIND_NULL ? next.kind : kind;
  pt_feel_value_clear (&day);
  return next;
}

PtFeelValue
pt_moment_read (PtFeelKind kind, const char *text)
{
  PtFeelMoment moment = { .clock = PT_CLOCK_ANY };
  gboolean read;

  if (kind == PT_FEEL_KIND_TIME)
    read = read_time (&text, &moment);
  else
    read = read_date (&text, &moment);
  if (read && kind == PT_FEEL_KIND_DATE_TIME && read_sign (&text, 'T'))
    read = read_time (&text, &moment);
  if (!read || *text != '\0')
    return PT_FEEL_NULL;
  return moment.nanos == PT_DAY_NANOS ? day_end (kind, &moment) : pt_moment_value (kind, &moment);
}

/* ----- reading durations --------------------------------------------------------------------- */

typedef struct
{
  char letter;
  gint64 factor;
} Unit;

/* Adds numbers with units, each at most once and in this order, to @sum. Returns: whether there was
 * one.
 */
static gboolean
read_units (const char **at, const Unit *units, PtFeelDecimal *sum)
{
  gboolean found = FALSE;

  for (; units->letter; units++)
    {
      gsize n = strspn (*at, units->letter == 'S' ? "0123456789." : "0123456789");
      PtFeelDecimal number;

      if (n == 0 || (*at)[n] != units->letter || !pt_decimal_parse (*at, n, &number))
        continue;
      number = pt_decimal_multiply (number, pt_decimal_from_int (units->factor));
      *sum = pt_decimal_add (*sum, number);
      *at += n + 1;
      found = TRUE;
    }
  return found;
}

static gboolean
read_days (const char *at, PtFeelDecimal *sum)
{
  static const Unit days[] = { { 'D', 86400 }, { 0 } };
  static const Unit times[] = { { 'H', 3600 }, { 'M', 60 }, { 'S', 1 }, { 0 } };
  gboolean found = read_units (&at, days, sum);

  if (read_sign (&at, 'T') && !read_units (&at, times, sum))
    return FALSE;
  return *at == '\0' && (found || at[-1] != 'P');
}

static gboolean
read_months (const char *at, PtFeelDecimal *sum)
{
  static const Unit units[] = { { 'Y', 12 }, { 'M', 1 }, { 0 } };

  return read_units (&at, units, sum) && *at == '\0';
}

PtFeelValue
pt_duration_read (const char *text)
{
  gboolean negative = read_sign (&text, '-');
  PtFeelValue value = { .decimal = pt_decimal_from_int (0) };

  if (!read_sign (&text, 'P'))
    return PT_FEEL_NULL;
  if (read_months (text, &value.decimal))
    value.kind = PT_FEEL_KIND_MONTHS;
  else
    {
      value.decimal = pt_decimal_from_int (0);
      if (!read_days (text, &value.decimal))
        return PT_FEEL_NULL;
      value.kind = PT_FEEL_KIND_DAYS;
    }
  if (negative)
    value.decimal = pt_decimal_negate (value.decimal);
  return value;
}

/* ----- writing ------------------------------------------------------------------------------- */

static void
append_fraction (GString *out, gint64 nanos)
{
  if (nanos == 0)
    return;
  g_string_append_printf (out, ".%09" G_GINT64_FORMAT, nanos);
  while (out->str[out->len - 1] == '0')
    g_string_truncate (out, out->len - 1);
}

static void
append_clock (GString *out, const PtFeelMoment *moment)
{
  int offset = ABS (moment->offset);

  if (moment->clock == PT_CLOCK_ZONE)
    g_string_append_printf (out, "@%s", pt_zone_get_name (moment->zone));
  if (moment->clock != PT_CLOCK_OFFSET)
    return;
  if (offset == 0)
    {
      g_string_append_c (out, 'Z');
      return;
    }
  g_string_append_printf (out, "%c%02d:%02d", moment->offset < 0 ? '-' : '+', offset / 3600,
                          offset / 60 % 60);
  if (offset % 60)
    g_string_append_printf (out, ":%02d", offset % 60);
}

static void
append_time (GString *out, const PtFeelMoment *moment)
{
  int seconds = (int)(moment->nanos / PT_NANOS);

  g_string_append_printf (out, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  append_fraction (out, moment->nanos % PT_NANOS);
  append_clock (out, moment);
}

void
pt_moment_append (GString *out, PtFeelKind kind, const PtFeelMoment *moment)
{
  if (kind != PT_FEEL_KIND_TIME)
    g_string_append_printf (out, "%s%04d-%02d-%02d", moment->year < 0 ? "-" : "",
                            ABS (moment->year), moment->month, moment->day);
  if (kind == PT_FEEL_KIND_DATE_TIME)
    g_string_append_c (out, 'T');
  if (kind != PT_FEEL_KIND_DATE)
    append_time (out, moment);
}

static void
append_unit (GString *out, gint64 number, char letter)
{
  if (number)
    g_string_append_printf (out, "%" G_GINT64_FORMAT "%c", number, letter);
}

static void
append_months (GString *out, gint64 months)
{
  append_unit (out, months / 12, 'Y');
  append_unit (out, months % 12, 'M');
  if (months == 0)
    g_string_append (out, "0M");
}

static void
append_days (GString *out, gint64 seconds, gint64 nanos)
{
  append_unit (out, seconds / PT_DAY_SECONDS, 'D');
  if (seconds % PT_DAY_SECONDS || nanos || seconds == 0)
    g_string_append_c (out, 'T');
  append_unit (out, seconds / 3600 % 24, 'H');
  append_unit (out, seconds / 60 % 60, 'M');
  if (seconds % 60 || nanos || seconds == 0)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, seconds % 60);
      append_fraction (out, nanos);
      g_string_append_c (out, 'S');
    }
}

void
pt_duration_append (GString *out, const PtFeelValue *duration)
{
  gint64 whole, nanos;
  PtFeelDecimal zero = pt_decimal_from_int (0);

  if (pt_decimal_compare (duration->decimal, zero) < 0)
    g_string_append_c (out, '-');
  g_string_append_c (out, 'P');
  if (!pt_decimal_split (pt_decimal_abs (duration->decimal), &whole, &nanos))
    {
      pt_decimal_append (out, pt_decimal_abs (duration->decimal));
      g_string_append_c (out, duration->kind == PT_FEEL_KIND_MONTHS ? 'M' : 'S');
    }
  else if (duration->kind == PT_FEEL_KIND_MONTHS)
    append_months (out, whole);
  else
    append_days (out, whole, nanos);
}
