/* calendar.h: when people work: weekly hours in a time zone, and days on which nobody works
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moments are seconds since 1970-01-01 00:00 UTC, as g_date_time_to_unix() gives them. A working day is
 * one of the calendar's own zone; clock changes are those of the IANA time zone database.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ----- days that come again --------------------------------------------------------------------- */

/** PtRecurrence: a rule for days that come again, a subset of RFC 5545's RRULE. */
typedef struct _PtRecurrence PtRecurrence;

/** PtRecurrenceError: the message says which part is wrong and what may stand there. */
typedef enum
{
  PT_RECURRENCE_ERROR_SYNTAX,
} PtRecurrenceError;

#define PT_RECURRENCE_ERROR (pt_recurrence_error_quark ())
GQuark pt_recurrence_error_quark (void);

/**
 * pt_recurrence_parse:
 * @text: "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1". FREQ is WEEKLY or YEARLY; besides it INTERVAL, COUNT,
 *   UNTIL (a day), BYMONTH, BYMONTHDAY (also from the end: -1) and BYDAY (MO … SU; YEARLY also counted
 *   within the month, or the year without BYMONTH: 4TH, -1MO); parts that are lists are parted by commas
 * @start: (nullable): the first day it may hold, RFC 5545's DTSTART; without one it always held. COUNT,
 *   INTERVAL and what @text leaves to the first day need one.
 *
 * Returns: (transfer full) (nullable): %NULL with @error
 */
PtRecurrence *pt_recurrence_parse (const char *text, const GDate *start, GError **error);
void pt_recurrence_free (PtRecurrence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtRecurrence, pt_recurrence_free)
/** pt_recurrence_has: Returns: whether @day is one of its days */
gboolean pt_recurrence_has (const PtRecurrence *self, const GDate *day);

/* ----- calendars -------------------------------------------------------------------------------- */

/** PtWorkHours: hours on one day of the week. */
typedef struct
{
  GDateWeekday day;
  guint from, until; /* minutes from the day's midnight; over 24 × 60: into the night that follows */
} PtWorkHours;

/** PtClosure: days on which nobody works. */
typedef struct
{
  const char *name;   /* (nullable) */
  GDate from, until;  /* both included, an invalid one is open; with a rule, of its first time */
  PtRecurrence *rule; /* (nullable): its days are first days; how many follow, from and until say */
} PtClosure;

/** PtCalendar: a calendar of a roles file, part of its #PtRoster. */
typedef struct
{
  const char *id, *name; /* name is never NULL */
  const char *zone;      /* (nullable): as the file says it */
  GTimeZone *time_zone;  /* UTC where the file names none, or one that is not known */
  GArray *work;          /* of PtWorkHours, file order */
  GArray *closures;      /* of PtClosure, file order */
} PtCalendar;

/** PtSlot: a stretch of working time, @until not included. */
typedef struct
{
  gint64 from, until; /* moments */
} PtSlot;

/** pt_calendar_is_closed: Returns: whether nobody works on @day, whatever its weekly hours */
gboolean pt_calendar_is_closed (const PtCalendar *self, const GDate *day);

/** pt_calendar_slots: Returns: (transfer full): of PtSlot: the working time from @from to @until, in
 *  order; slots neither touch nor overlap */
GArray *pt_calendar_slots (const PtCalendar *self, gint64 from, gint64 until);

/** pt_calendar_hours: Returns: hours of working time from @from to @until */
double pt_calendar_hours (const PtCalendar *self, gint64 from, gint64 until);

/** pt_calendar_overlap: Returns: hours in which both work, from @from to @until */
double
pt_calendar_overlap (const PtCalendar *self, const PtCalendar *other, gint64 from, gint64 until);

/**
 * pt_calendar_weekly_hours:
 * @closures: whether days on which nobody works count as such; without them the week is as the weekly
 *   hours say
 *
 * Returns: hours in the week that begins on Monday @monday in the zone of @self
 */
double pt_calendar_weekly_hours (const PtCalendar *self, const GDate *monday, gboolean closures);

/**
 * pt_calendar_weekly_overlap:
 * @day: in the first week; @n_weeks: how many
 *
 * How many hours both work at a time, week by week (from Monday, in the zone of @self). Closed days are
 * left aside: what differs from week to week are clock changes.
 *
 * Returns: (transfer full): of double, @n_weeks of them
 */
GArray *pt_calendar_weekly_overlap (const PtCalendar *self,
                                    const PtCalendar *other,
                                    const GDate *day,
                                    guint n_weeks);

/** pt_calendar_moment: Returns: the moment of @minutes after midnight of @day in the calendar's zone */
gint64 pt_calendar_moment (const PtCalendar *self, const GDate *day, guint minutes);

/** pt_calendar_day_of: @day: (out): on which @moment lies in the calendar's zone */
void pt_calendar_day_of (const PtCalendar *self, gint64 moment, GDate *day);

G_END_DECLS
