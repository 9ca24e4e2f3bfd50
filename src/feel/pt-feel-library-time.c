/* pt-feel-library-time.c: built-in functions on dates, times and durations (10.3.4.1, 10.3.4.8)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"

/* ----- making dates and times ---------------------------------------------------------------- */

static void
date_from (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelMoment moment = { 0 };

  if (args[0].kind == PT_FEEL_KIND_STRING)
    {
      *out = pt_moment_read (PT_FEEL_KIND_DATE, args[0].string->text);
      return;
    }
  moment = *args[0].moment;
  moment.nanos = 0;
  moment.clock = PT_CLOCK_ANY;
  *out = pt_moment_value (PT_FEEL_KIND_DATE, &moment);
}

static gboolean
set_date (PtFeelMoment *moment, const PtFeelValue *args)
{
  gint64 year, month, day;

  if (!pt_feel_get_int (&args[0], &year) || !pt_feel_get_int (&args[1], &month)
      || !pt_feel_get_int (&args[2], &day) || ABS (year) > PT_MAX_YEAR || month < 1 || month > 12
      || day < 1 || day > 31)
    return FALSE;
  moment->year = (gint32)year;
  moment->month = (guint8)month;
  moment->day = (guint8)day;
  return TRUE;
}

/* Hour, minute, second and, if there are more than three, the distance from Greenwich. */
static gboolean
set_time (PtFeelMoment *moment, const PtFeelValue *args, guint n)
{
  gint64 hour, minute, second, nanos, offset, rest;

  if (!pt_feel_get_int (&args[0], &hour) || !pt_feel_get_int (&args[1], &minute)
      || !pt_decimal_split (args[2].decimal, &second, &nanos) || hour < 0 || hour > 23 || minute < 0
      || minute > 59 || second < 0 || second > 59 || nanos < 0)
    return FALSE;
  moment->nanos = ((hour * 60 + minute) * 60 + second) * PT_NANOS + nanos;
  if (n < 4 || args[3].kind == PT_FEEL_KIND_NULL)
    return TRUE;
  if (args[3].kind == PT_FEEL_KIND_STRING)
    {
      moment->clock = PT_CLOCK_ZONE;
      moment->zone = pt_zone_find (args[3].string->text);
      return moment->zone != NULL;
    }
  moment->clock = PT_CLOCK_OFFSET;
  if (!pt_decimal_split (args[3].decimal, &offset, &rest) || ABS (offset) > 18 * 3600)
    return FALSE;
  moment->offset = (gint32)offset;
  return TRUE;
}

static void
date_of_parts (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelMoment moment = { 0 };

  if (set_date (&moment, args))
    *out = pt_moment_value (PT_FEEL_KIND_DATE, &moment);
}

static void
time_from (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelMoment moment;

  if (args[0].kind == PT_FEEL_KIND_STRING)
    {
      *out = pt_moment_read (PT_FEEL_KIND_TIME, args[0].string->text);
      return;
    }
  moment = args[0].kind == PT_FEEL_KIND_DATE ? pt_moment_at_midnight (args[0].moment)
                                             : *args[0].moment;
  moment.year = 0;
  moment.month = moment.day = 0;
  *out = pt_moment_value (PT_FEEL_KIND_TIME, &moment);
}

static void
time_of_parts (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelMoment moment = { 0 };

  if (set_time (&moment, args, n))
    *out = pt_moment_value (PT_FEEL_KIND_TIME, &moment);
}

static void
date_time_from (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelMoment moment;

  if (args[0].kind == PT_FEEL_KIND_STRING)
    *out = pt_moment_read (PT_FEEL_KIND_DATE_TIME, args[0].string->text);
  else if (args[0].kind == PT_FEEL_KIND_DATE)
    {
      moment = pt_moment_at_midnight (args[0].moment);
      *out = pt_moment_value (PT_FEEL_KIND_DATE_TIME, &moment);
    }
  else
    *out = pt_feel_value_ref (&args[0]);
}

static void
date_and_time (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelMoment moment = *args[1].moment;

  moment.year = args[0].moment->year;
  moment.month = args[0].moment->month;
  moment.day = args[0].moment->day;
  *out = pt_moment_value (PT_FEEL_KIND_DATE_TIME, &moment);
}

static void
date_time_of_parts (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  PtFeelMoment moment = { 0 };

  if (set_date (&moment, args) && set_time (&moment, args + 3, n - 3))
    *out = pt_moment_value (PT_FEEL_KIND_DATE_TIME, &moment);
}

/* ----- durations ----------------------------------------------------------------------------- */

static void
duration_from (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = args[0].kind == PT_FEEL_KIND_STRING ? pt_duration_read (args[0].string->text)
                                             : pt_feel_value_ref (&args[0]);
}

static void
months_between (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_moment_months_between (args[0].moment, args[1].moment);
}

/* ----- parts --------------------------------------------------------------------------------- */

static void
day_of_year (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_number (pt_calendar_day_of_year (args[0].moment));
}

static void
day_of_week (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  static const char *const days[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

  *out = pt_feel_string (days[pt_calendar_weekday (args[0].moment) - 1]);
}

static void
month_of_year (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  static const char *const months[]
      = { "January", "February", "March",     "April",   "May",      "June",
          "July",    "August",   "September", "October", "November", "December" };

  *out = pt_feel_string (months[args[0].moment->month - 1]);
}

static void
week_of_year (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_number (pt_calendar_week (args[0].moment));
}

static void
now (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_moment_now (FALSE);
}

static void
today (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_moment_now (TRUE);
}

/* The same in what they say, not only in what they mean: not 12:00Z and 13:00+01:00. */
static gboolean
same_moment (const PtFeelMoment *a, const PtFeelMoment *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day && a->nanos == b->nanos
         && a->clock == b->clock && a->offset == b->offset && a->zone == b->zone;
}

static void
is_same (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  gboolean same = args[0].kind == args[1].kind;

  if (same && args[0].kind >= PT_FEEL_KIND_DATE && args[0].kind <= PT_FEEL_KIND_DATE_TIME)
    same = same_moment (args[0].moment, args[1].moment);
  else if (same)
    same = pt_feel_value_equal (&args[0], &args[1]) == 1;
  *out = pt_feel_boolean (same);
}

const PtFeelBuiltinRow pt_feel_builtins_time[] = {
  { "date", "from:sdD", PT_FEEL_KIND_DATE, date_from },
  { "date", "year:n, month:n, day:n", PT_FEEL_KIND_DATE, date_of_parts },
  { "time", "from:stdD", PT_FEEL_KIND_TIME, time_from },
  { "time", "hour:n, minute:n, second:n, offset:u0?", PT_FEEL_KIND_TIME, time_of_parts },
  { "date and time", "from:sdD", PT_FEEL_KIND_DATE_TIME, date_time_from },
  { "date and time", "date:dD, time:t", PT_FEEL_KIND_DATE_TIME, date_and_time },
  { "date and time", "year:n, month:n, day:n, hour:n, minute:n, second:n, offset:us0?",
    PT_FEEL_KIND_DATE_TIME, date_time_of_parts },
  { "duration", "from:sum", PT_FEEL_KIND_ANY, duration_from },
  { "years and months duration", "from:dD, to:dD", PT_FEEL_KIND_MONTHS, months_between },
  { "day of year", "date:dD", PT_FEEL_KIND_NUMBER, day_of_year },
  { "day of week", "date:dD", PT_FEEL_KIND_STRING, day_of_week },
  { "month of year", "date:dD", PT_FEEL_KIND_STRING, month_of_year },
  { "week of year", "date:dD", PT_FEEL_KIND_NUMBER, week_of_year },
  { "now", "", PT_FEEL_KIND_DATE_TIME, now, TRUE },
  { "today", "", PT_FEEL_KIND_DATE, today, TRUE },
  { "is", "value1:a0, value2:a0", PT_FEEL_KIND_BOOLEAN, is_same },
  { NULL },
};
