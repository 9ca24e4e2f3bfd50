/* pt-calendar-time.c: a time that comes again once in each of its units
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-calendar-time.h"

#include <stdio.h>
#include <string.h>

#define LAST_YEAR 2024 /* of the first time: what begins later has a first time that is meant */

/* What is once in each of its units; seven days are a week. */
static gboolean
read_period (const char *period, PtCalendarTime *time)
{
  static const struct
  {
    const char *period;
    PtCalendarUnit unit;
  } rows[] = {
    { "PT1H", PT_CALENDAR_HOUR }, { "P1D", PT_CALENDAR_DAY },   { "P1W", PT_CALENDAR_WEEK },
    { "P7D", PT_CALENDAR_WEEK },  { "P1M", PT_CALENDAR_MONTH }, { "P1Y", PT_CALENDAR_YEAR },
    { "P12M", PT_CALENDAR_YEAR },
  };

  time->unit = PT_CALENDAR_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].period, period) == 0)
      time->unit = rows[i].unit;
  return *period == 'P' && strchr (period, '/') == NULL;
}

gboolean
pt_calendar_time_read (const char *iso, PtCalendarTime *time)
{
  char clock[16] = "00:00:00", period[32] = "";
  int year = 0;
  GDate date;

  *time = (PtCalendarTime){ 0 };
  if (sscanf (iso, "R/%4d-%2d-%2dT%8[0-9:]/%31s", &year, &time->month, &time->day, clock, period)
          != 5
      && sscanf (iso, "R/%4d-%2d-%2d/%31s", &year, &time->month, &time->day, period) != 4)
    return FALSE;
  if (year > LAST_YEAR || !g_date_valid_dmy ((GDateDay)time->day, time->month, (GDateYear)year)
      || sscanf (clock, "%2d:%2d:%2d", &time->hour, &time->minute, &time->second) < 2)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)time->day, time->month, (GDateYear)year);
  time->weekday = g_date_get_weekday (&date);
  return read_period (period, time);
}
