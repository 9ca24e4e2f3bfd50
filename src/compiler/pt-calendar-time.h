/* pt-calendar-time.h: a time that comes again once in each of its units
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PT_CALENDAR_OTHER, /* every second week, every three days … */
  PT_CALENDAR_HOUR,
  PT_CALENDAR_DAY,
  PT_CALENDAR_WEEK,
  PT_CALENDAR_MONTH,
  PT_CALENDAR_YEAR,
} PtCalendarUnit;

/** PtCalendarTime: of the date and clock, what is smaller than the unit says when it comes. */
typedef struct
{
  PtCalendarUnit unit;
  int month, day;
  GDateWeekday weekday;
  int hour, minute, second;
} PtCalendarTime;

/** pt_calendar_time_read: Returns: whether @iso is a cycle that began in the past, so that only the
 * calendar says when it comes */
gboolean pt_calendar_time_read (const char *iso, PtCalendarTime *time);

G_END_DECLS
