/* pt-feel-moment.h: dates, times, dates and times; zones; reading and writing them and durations
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar is computed here because GDateTime ends at the years 1 and 9999; the offsets of
 * zones are GLib's.
 */
#pragma once

#include <partitur/feel-value.h>

G_BEGIN_DECLS

#define PT_NANOS G_GINT64_CONSTANT (1000000000)
#define PT_DAY_SECONDS G_GINT64_CONSTANT (86400)
#define PT_DAY_NANOS (PT_DAY_SECONDS * PT_NANOS)
#define PT_MAX_YEAR 999999999

/** PtZone: a place with its own rules; lives as long as the program. */
typedef struct _PtZone PtZone;
/** pt_zone_find: Returns: (transfer none) (nullable): %NULL when @name is none that the system
 * knows */
const PtZone *pt_zone_find (const char *name);
const char *pt_zone_get_name (const PtZone *self);
/** pt_zone_offset: Returns: seconds east of Greenwich at @seconds, which count from 1970 on the
 * clocks there (@is_local) or in Greenwich */
int pt_zone_offset (const PtZone *self, gint64 seconds, gboolean is_local);

/** PtClock: what a moment says of the place it is meant in. */
typedef enum
{
  PT_CLOCK_ANY,    /* nothing */
  PT_CLOCK_OFFSET, /* so far from Greenwich */
  PT_CLOCK_ZONE,   /* a place */
} PtClock;

struct _PtFeelMoment
{
  gatomicrefcount refs;
  gint32 year;
  guint8 month, day; /* from 1; 0 in times */
  guint8 clock;      /* PtClock */
  gint32 offset;     /* seconds east, of %PT_CLOCK_OFFSET */
  gint64 nanos;      /* of the day */
  const PtZone *zone;
};

gint64 pt_calendar_days (gint64 year, int month, int day); /* since 1970-01-01 */
int pt_calendar_month_length (gint64 year, int month);
int pt_calendar_day_of_year (const PtFeelMoment *moment);
/** pt_calendar_weekday: Returns: 1 Monday to 7 Sunday */
int pt_calendar_weekday (const PtFeelMoment *moment);
int pt_calendar_week (const PtFeelMoment *moment); /* ISO 8601 */

/** pt_moment_value: Returns: (transfer full): a copy of @moment as a value; null when the day is
 * none of the calendar */
PtFeelValue pt_moment_value (PtFeelKind kind, const PtFeelMoment *moment);
/** pt_moment_offset: Returns: seconds east of Greenwich, 0 without a clock */
int pt_moment_offset (const PtFeelMoment *self);
/** pt_moment_compare: Returns: FALSE when only one has a clock */
gboolean pt_moment_compare (const PtFeelMoment *a, const PtFeelMoment *b, int *order);
/** pt_moment_at_midnight: @date as a date and time in Greenwich */
PtFeelMoment pt_moment_at_midnight (const PtFeelMoment *date);

/* Arithmetic; null where there is no result. @seconds, @months: durations */
PtFeelValue pt_moment_add_months (const PtFeelValue *moment, PtFeelDecimal months);
PtFeelValue pt_moment_add_seconds (const PtFeelValue *moment, PtFeelDecimal seconds);
PtFeelValue pt_moment_between (const PtFeelValue *from, const PtFeelValue *to);
/** pt_moment_months_between: whole months from the day @from to the day @to */
PtFeelValue pt_moment_months_between (const PtFeelMoment *from, const PtFeelMoment *to);
PtFeelValue pt_moment_now (gboolean is_date);

/** pt_moment_read: @kind: of the three. Returns: null when @text is none */
PtFeelValue pt_moment_read (PtFeelKind kind, const char *text);
void pt_moment_append (GString *out, PtFeelKind kind, const PtFeelMoment *moment);
/** pt_duration_read: either kind of duration. Returns: null when @text is none */
PtFeelValue pt_duration_read (const char *text);
void pt_duration_append (GString *out, const PtFeelValue *duration);

G_END_DECLS
