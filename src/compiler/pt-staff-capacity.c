/* pt-staff-capacity.c: how many hours a week the holders of a role have for it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/calendar.h>

#include "pt-staff-amounts.h"

#define HOURS_A_WEEK 40. /* of a full-time post without a calendar */

/* Returns: how many roles that have work @person holds on @day */
static guint
count_roles (const PtPerson *person, const GDate *day, PtStaffHasWork has_work, gpointer user_data)
{
  guint n = 0;

  for (guint i = 0; i < person->holds->len; i++)
    {
      const PtHold *hold = person->holds->pdata[i];

      n += !hold->deputy && pt_hold_covers (hold, day) && has_work (hold->role, user_data);
    }
  return MAX (n, 1);
}

static double
weekly_hours (const PtPerson *person, const GDate *day)
{
  const PtCalendar *calendar = pt_person_get_calendar (person);
  GDate monday = *day;

  g_date_subtract_days (&monday, (guint)g_date_get_weekday (&monday) - G_DATE_MONDAY);
  return calendar != NULL ? pt_calendar_weekly_hours (calendar, &monday, FALSE) : HOURS_A_WEEK;
}

/* Which part of the days from @from to @until @person is away. */
static double
part_away (const PtPerson *person, const GDate *from, const GDate *until)
{
  guint n = 0, n_away = 0;

  for (GDate day = *from; g_date_compare (&day, until) <= 0; g_date_add_days (&day, 1))
    {
      n++;
      n_away += pt_person_get_absence (person, &day) != NULL;
    }
  return n > 0 ? (double)n_away / n : 0;
}

double
pt_staff_capacity (const PtRole *role,
                   const PtStaffSpan *span,
                   PtStaffHasWork has_work,
                   gpointer user_data,
                   GPtrArray *away)
{
  double hours = 0;

  for (guint i = 0; i < role->holds->len; i++)
    {
      const PtHold *hold = role->holds->pdata[i];
      double part = 0, share;

      if (!hold->person->active || hold->deputy || !pt_hold_covers (hold, &span->day))
        continue;
      if (away != NULL)
        part = part_away (hold->person, &span->from, &span->until);
      if (part > 0)
        g_ptr_array_add (away, (gpointer)hold->person);
      share = hold->share >= 0
                  ? hold->share
                  : hold->person->fte / count_roles (hold->person, &span->day, has_work, user_data);
      hours += (1 - part) * share * weekly_hours (hold->person, &span->day);
    }
  return hours;
}
