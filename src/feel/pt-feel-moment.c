/* pt-feel-moment.c: the calendar, and arithmetic with moments
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-moment.h"

#include "pt-feel-decimal.h"

/* ----- the calendar -------------------------------------------------------------------------- */

static gint64
floor_divide (gint64 a, gint64 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static gboolean
is_leap (gint64 year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
pt_calendar_month_length (gint64 year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return lengths[month - 1] + (month == 2 && is_leap (year));
}

/* H. Hinnant, "chrono-compatible low-level date algorithms", 2013: years begin in March, in eras of
 * 400.
 */
gint64
pt_calendar_days (gint64 year, int month, int day)
{
  gint64 shifted = year - (month <= 2);
  gint64 era = floor_divide (shifted, 400);
  gint64 of_era = shifted - era * 400;
  gint64 of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
set_days (PtFeelMoment *moment, gint64 days, gint64 *year)
{
  gint64 shifted = days + 719468;
  gint64 era = floor_divide (shifted, 146097);
  gint64 of_era = shifted - era * 146097;
  gint64 year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint64 of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month = (5 * of_year + 2) / 153;

  moment->day = (guint8)(of_year - (153 * month + 2) / 5 + 1);
  moment->month = (guint8)(month < 10 ? month + 3 : month - 9);
  *year = year_of_era + era * 400 + (moment->month <= 2);
}

static gint64
days_of (const PtFeelMoment *moment)
{
  return pt_calendar_days (moment->year, moment->month, moment->day);
}

int
pt_calendar_day_of_year (const PtFeelMoment *moment)
{
  return (int)(days_of (moment) - pt_calendar_days (moment->year, 1, 1)) + 1;
}

int
pt_calendar_weekday (const PtFeelMoment *moment)
{
  gint64 days = days_of (moment) + 3; /* 1970-01-01 was a Thursday */

  return (int)(days - floor_divide (days, 7) * 7) + 1;
}

/* A week belongs to the year its Thursday is in. */
int
pt_calendar_week (const PtFeelMoment *moment)
{
  gint64 thursday = days_of (moment) + 4 - pt_calendar_weekday (moment);
  PtFeelMoment day = { 0 };
  gint64 year;

  set_days (&day, thursday, &year);
  return (int)((thursday - pt_calendar_days (year, 1, 1)) / 7) + 1;
}

/* ----- moments ------------------------------------------------------------------------------- */

static gboolean
is_day (const PtFeelMoment *moment)
{
  return ABS (moment->year) <= PT_MAX_YEAR && moment->month >= 1 && moment->month <= 12
         && moment->day >= 1
         && moment->day <= pt_calendar_month_length (moment->year, moment->month);
}

PtFeelValue
pt_moment_value (PtFeelKind kind, const PtFeelMoment *moment)
{
  PtFeelValue value = { kind };

  if (kind != PT_FEEL_KIND_TIME && !is_day (moment))
    return PT_FEEL_NULL;
  value.moment = g_new (PtFeelMoment, 1);
  *value.moment = *moment;
  g_atomic_ref_count_init (&value.moment->refs);
  return value;
}

static gint64
local_seconds (const PtFeelMoment *self)
{
  gint64 days = self->month > 0 ? days_of (self) : 0;

  return days * PT_DAY_SECONDS + self->nanos / PT_NANOS;
}

int
pt_moment_offset (const PtFeelMoment *self)
{
  if (self->clock == PT_CLOCK_ZONE)
    return pt_zone_offset (self->zone, local_seconds (self), TRUE);
  return self->clock == PT_CLOCK_OFFSET ? self->offset : 0;
}

static gint64
instant_of (const PtFeelMoment *self)
{
  return local_seconds (self) - pt_moment_offset (self);
}

gboolean
pt_moment_compare (const PtFeelMoment *a, const PtFeelMoment *b, int *order)
{
  gint64 left = instant_of (a), right = instant_of (b);

  if ((a->clock == PT_CLOCK_ANY) != (b->clock == PT_CLOCK_ANY))
    return FALSE;
  if (left == right)
    {
      left = a->nanos % PT_NANOS;
      right = b->nanos % PT_NANOS;
    }
  *order = (left > right) - (left < right);
  return TRUE;
}

PtFeelMoment
pt_moment_at_midnight (const PtFeelMoment *date)
{
  PtFeelMoment moment = *date;

  moment.nanos = 0;
  moment.clock = PT_CLOCK_OFFSET;
  moment.offset = 0;
  return moment;
}

/* ----- arithmetic ---------------------------------------------------------------------------- */

static PtFeelValue
value_in_year (PtFeelKind kind, PtFeelMoment *moment, gint64 year)
{
  if (ABS (year) > PT_MAX_YEAR)
    return PT_FEEL_NULL;
  moment->year = (gint32)year;
  return pt_moment_value (kind, moment);
}

PtFeelValue
pt_moment_add_months (const PtFeelValue *value, PtFeelDecimal months)
{
  PtFeelMoment moment = *value->moment;
  gint64 count, year;

  if (!pt_decimal_to_int (months, &count) || ABS (count) > PT_MAX_YEAR * G_GINT64_CONSTANT (24))
    return PT_FEEL_NULL;
  count += moment.year * G_GINT64_CONSTANT (12) + moment.month - 1;
  year = floor_divide (count, 12);
  moment.month = (guint8)(count - year * 12 + 1);
  moment.day = (guint8)MIN (moment.day, pt_calendar_month_length (year, moment.month));
  return value_in_year (value->kind, &moment, year);
}

static PtFeelValue
add_to_time (PtFeelMoment moment, gint64 seconds, gint64 nanos)
{
  gint64 sum = moment.nanos + seconds % PT_DAY_SECONDS * PT_NANOS + nanos;

  moment.nanos = sum - floor_divide (sum, PT_DAY_NANOS) * PT_DAY_NANOS;
  return pt_moment_value (PT_FEEL_KIND_TIME, &moment);
}

/* In a zone, time passes in Greenwich and is then read from the clocks there. */
PtFeelValue
pt_moment_add_seconds (const PtFeelValue *value, PtFeelDecimal duration)
{
  PtFeelMoment moment = *value->moment;
  gint64 seconds, nanos, days, year;

  if (!pt_decimal_split (duration, &seconds, &nanos)
      || ABS (seconds) > PT_MAX_YEAR * G_GINT64_CONSTANT (3) * 366 * PT_DAY_SECONDS)
    return PT_FEEL_NULL;
  if (value->kind == PT_FEEL_KIND_TIME)
    return add_to_time (moment, seconds, nanos);
  nanos += moment.nanos % PT_NANOS;
  seconds += instant_of (&moment) + floor_divide (nanos, PT_NANOS);
  nanos -= floor_divide (nanos, PT_NANOS) * PT_NANOS;
  seconds += moment.clock == PT_CLOCK_ZONE ? pt_zone_offset (moment.zone, seconds, FALSE)
                                           : pt_moment_offset (&moment);
  days = floor_divide (seconds, PT_DAY_SECONDS);
  set_days (&moment, days, &year);
  moment.nanos
      = value->kind == PT_FEEL_KIND_DATE ? 0 : (seconds - days * PT_DAY_SECONDS) * PT_NANOS + nanos;
  return value_in_year (value->kind, &moment, year);
}

static PtFeelMoment
as_instant (const PtFeelValue *value)
{
  return value->kind == PT_FEEL_KIND_DATE ? pt_moment_at_midnight (value->moment) : *value->moment;
}

PtFeelValue
pt_moment_between (const PtFeelValue *from, const PtFeelValue *to)
{
  PtFeelMoment a = as_instant (from), b = as_instant (to);
  PtFeelValue value = { PT_FEEL_KIND_DAYS };
  PtFeelDecimal nanos;

  if ((a.clock == PT_CLOCK_ANY) != (b.clock == PT_CLOCK_ANY))
    return PT_FEEL_NULL;
  nanos = pt_decimal_divide (pt_decimal_from_int (b.nanos % PT_NANOS - a.nanos % PT_NANOS),
                             pt_decimal_from_int (PT_NANOS));
  value.decimal = pt_decimal_add (pt_decimal_from_int (instant_of (&b) - instant_of (&a)), nanos);
  return value;
}

PtFeelValue
pt_moment_months_between (const PtFeelMoment *from, const PtFeelMoment *to)
{
  gint64 months = (to->year - (gint64)from->year) * 12 + to->month - from->month;
  PtFeelValue value = { PT_FEEL_KIND_MONTHS };

  if (months > 0 && to->day < from->day)
    months--;
  else if (months < 0 && to->day > from->day)
    months++;
  value.decimal = pt_decimal_from_int (months);
  return value;
}

PtFeelValue
pt_moment_now (gboolean is_date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;
  PtFeelMoment moment = { .clock = is_date ? PT_CLOCK_ANY : PT_CLOCK_OFFSET };

  g_date_time_get_ymd (now, &year, &month, &day);
  moment.year = year;
  moment.month = (guint8)month;
  moment.day = (guint8)day;
  if (!is_date)
    {
      moment.offset = (gint32)(g_date_time_get_utc_offset (now) / G_TIME_SPAN_SECOND);
      moment.nanos = ((g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60
                      + g_date_time_get_second (now))
                         * PT_NANOS
                     + g_date_time_get_microsecond (now) * G_GINT64_CONSTANT (1000);
    }
  return pt_moment_value (is_date ? PT_FEEL_KIND_DATE : PT_FEEL_KIND_DATE_TIME, &moment);
}
