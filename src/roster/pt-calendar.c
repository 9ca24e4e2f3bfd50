/* pt-calendar.c: working time: slots in a zone, hours between two moments, hours of two calendars
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/calendar.h>

#include "pt-calendar-private.h"

#define SECONDS_PER_HOUR 3600.0
#define MINUTES_PER_DAY (24u * 60u)
#define MOST_DAYS (366u * 200u) /* nobody plans for longer */

/* ----- days and moments ------------------------------------------------------------------------
 */

gint64
pt_calendar_moment (const PtCalendar *self, const GDate *day, guint minutes)
{
  GDate date = *day;
  g_autoptr (GDateTime) time = NULL;

  g_date_add_days (&date, minutes / MINUTES_PER_DAY);
  minutes %= MINUTES_PER_DAY;
  time = g_date_time_new (self->time_zone, g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), (int)(minutes / 60), (int)(minutes % 60), 0);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

void
pt_calendar_day_of (const PtCalendar *self, gint64 moment, GDate *day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_timezone (utc, self->time_zone) : NULL;
  int year, month, number;

  g_date_clear (day, 1);
  g_return_if_fail (here != NULL);
  g_date_time_get_ymd (here, &year, &month, &number);
  g_date_set_dmy (day, (GDateDay)number, (GDateMonth)month, (GDateYear)year);
}

/* ----- closed days -----------------------------------------------------------------------------
 */

/* How many days follow the first one. */
static guint
extra_days (const PtClosure *closure)
{
  return g_date_valid (&closure->from) && g_date_valid (&closure->until)
             ? (guint)MAX (g_date_days_between (&closure->from, &closure->until), 0)
             : 0;
}

static gboolean
closes (const PtClosure *self, const GDate *day)
{
  GDate first = *day;

  if (self->rule == NULL)
    return (!g_date_valid (&self->from) || g_date_compare (&self->from, day) <= 0)
           && (!g_date_valid (&self->until) || g_date_compare (day, &self->until) <= 0);
  for (guint i = 0; i <= extra_days (self) && g_date_valid (&first); i++)
    {
      if (pt_recurrence_has (self->rule, &first))
        return TRUE;
      if (g_date_get_julian (&first) == 1)
        break;
      g_date_subtract_days (&first, 1);
    }
  return FALSE;
}

gboolean
pt_calendar_is_closed (const PtCalendar *self, const GDate *day)
{
  for (guint i = 0; i < self->closures->len; i++)
    if (closes (&g_array_index (self->closures, PtClosure, i), day))
      return TRUE;
  return FALSE;
}

void
pt_calendar_clear (PtCalendar *self)
{
  for (guint i = 0; i < self->closures->len; i++)
    g_clear_pointer (&g_array_index (self->closures, PtClosure, i).rule, pt_recurrence_free);
  g_clear_pointer (&self->closures, g_array_unref);
  g_clear_pointer (&self->work, g_array_unref);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);
}

/* ----- slots -----------------------------------------------------------------------------------
 */

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const PtSlot *first = a, *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

/* Sorts @slots and makes one of those that touch or overlap. */
static void
join_slots (GArray *slots)
{
  guint n = 0;

  g_array_sort (slots, compare_slots);
  for (guint i = 0; i < slots->len; i++)
    {
      PtSlot slot = g_array_index (slots, PtSlot, i);
      PtSlot *last = n > 0 ? &g_array_index (slots, PtSlot, n - 1) : NULL;

      if (last != NULL && slot.from <= last->until)
        last->until = MAX (last->until, slot.until);
      else
        g_array_index (slots, PtSlot, n++) = slot;
    }
  g_array_set_size (slots, n);
}

static void
add_day (const PtCalendar *self, const GDate *day, gint64 from, gint64 until, GArray *slots)
{
  GDateWeekday weekday = g_date_get_weekday (day);

  for (guint i = 0; i < self->work->len; i++)
    {
      const PtWorkHours *work = &g_array_index (self->work, PtWorkHours, i);
      PtSlot slot;

      if (work->day != weekday)
        continue;
      slot.from = MAX (from, pt_calendar_moment (self, day, work->from));
      slot.until = MIN (until, pt_calendar_moment (self, day, work->until));
      if (slot.from < slot.until)
        g_array_append_val (slots, slot);
    }
}

static GArray *
find_slots (const PtCalendar *self, gint64 from, gint64 until, gboolean closures)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (PtSlot));
  GDate day, last;

  if (from >= until)
    return slots;
  pt_calendar_day_of (self, from, &day);
  pt_calendar_day_of (self, until, &last);
  g_return_val_if_fail (g_date_valid (&day) && g_date_valid (&last), slots);
  g_date_subtract_days (&day, 1); /* its night may reach into the span */
  for (guint i = 0; i < MOST_DAYS && g_date_compare (&day, &last) <= 0; i++)
    {
      if (!closures || !pt_calendar_is_closed (self, &day))
        add_day (self, &day, from, until, slots);
      g_date_add_days (&day, 1);
    }
  join_slots (slots);
  return slots;
}

GArray *
pt_calendar_slots (const PtCalendar *self, gint64 from, gint64 until)
{
  return find_slots (self, from, until, TRUE);
}

/* ----- hours -----------------------------------------------------------------------------------
 */

static double
hours_in (const GArray *slots)
{
  gint64 seconds = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const PtSlot *slot = &g_array_index (slots, PtSlot, i);

      seconds += slot->until - slot->from;
    }
  return (double)seconds / SECONDS_PER_HOUR;
}

static double
hours_in_both (const GArray *a, const GArray *b)
{
  gint64 seconds = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      const PtSlot *first = &g_array_index (a, PtSlot, i), *second = &g_array_index (b, PtSlot, k);

      seconds += MAX (MIN (first->until, second->until) - MAX (first->from, second->from), 0);
      if (first->until < second->until)
        i++;
      else
        k++;
    }
  return (double)seconds / SECONDS_PER_HOUR;
}

double
pt_calendar_hours (const PtCalendar *self, gint64 from, gint64 until)
{
  g_autoptr (GArray) slots = pt_calendar_slots (self, from, until);

  return hours_in (slots);
}

double
pt_calendar_overlap (const PtCalendar *self, const PtCalendar *other, gint64 from, gint64 until)
{
  g_autoptr (GArray) here = pt_calendar_slots (self, from, until);
  g_autoptr (GArray) there = pt_calendar_slots (other, from, until);

  return hours_in_both (here, there);
}

static void
week_from (const PtCalendar *self, const GDate *monday, gint64 *from, gint64 *until)
{
  *from = pt_calendar_moment (self, monday, 0);
  *until = pt_calendar_moment (self, monday, 7 * MINUTES_PER_DAY);
}

double
pt_calendar_weekly_hours (const PtCalendar *self, const GDate *monday, gboolean closures)
{
  gint64 from, until;
  g_autoptr (GArray) slots = NULL;

  week_from (self, monday, &from, &until);
  slots = find_slots (self, from, until, closures);
  return hours_in (slots);
}

GArray *
pt_calendar_weekly_overlap (const PtCalendar *self,
                            const PtCalendar *other,
                            const GDate *day,
                            guint n_weeks)
{
  GArray *hours = g_array_sized_new (FALSE, FALSE, sizeof (double), n_weeks);
  GDate monday = *day;

  g_date_subtract_days (&monday, g_date_get_weekday (day) - G_DATE_MONDAY);
  for (guint i = 0; i < n_weeks; i++)
    {
      gint64 from, until;
      g_autoptr (GArray) here = NULL;
      g_autoptr (GArray) there = NULL;
      double both;

      week_from (self, &monday, &from, &until);
      here = find_slots (self, from, until, FALSE);
      there = find_slots (other, from, until, FALSE);
      both = hours_in_both (here, there);
      g_array_append_val (hours, both);
      g_date_add_days (&monday, 7);
    }
  return hours;
}
