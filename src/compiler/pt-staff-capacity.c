/* pt-staff-capacity.c: how many hours a week the holders of a role have for it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/calendar.h>

#include "pt-staff-amounts.h"

#define HOURS_A_WEEK 40. /* of a full-time post without a calendar */

typedef struct
{
  const PtStaffSpan *span;
  PtStaffHasWork has_work;
  gpointer user_data;
} Capacity;

/* Returns: how many of @roles have work, or 1 */
static guint
count_with_work (const Capacity *self, const GPtrArray *roles)
{
  guint n = 0;

  for (guint i = 0; i < roles->len; i++)
    n += self->has_work (roles->pdata[i], self->user_data);
  return MAX (n, 1);
}

static void
add_all (GPtrArray *roles, const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (!g_ptr_array_find (roles, others->pdata[i], NULL))
      g_ptr_array_add (roles, others->pdata[i]);
}

/* What @hold says is for all that is done by it; without a word, all that a person has is for all
 * that the person does. Returns: the part of full-time that @person has for @role */
static double
share_of (const Capacity *self, const PtPerson *person, const PtRole *role)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  gboolean is_silent = FALSE;
  double share = 0;

  for (guint i = 0; i < person->holds->len; i++)
    {
      const PtHold *hold = person->holds->pdata[i];
      g_autoptr (GPtrArray) covered = NULL;

      if (hold->deputy || !pt_hold_covers (hold, &self->span->day))
        continue;
      covered = pt_role_get_generals (hold->role);
      add_all (all, covered);
      if (!g_ptr_array_find (covered, role, NULL))
        continue;
      if (hold->share < 0)
        is_silent = TRUE;
      else
        share += hold->share / count_with_work (self, covered);
    }
  return is_silent ? share + person->fte / count_with_work (self, all) : share;
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
pt_staff_capacity (const PtRoster *roster,
                   const PtRole *role,
                   const PtStaffSpan *span,
                   PtStaffHasWork has_work,
                   gpointer user_data,
                   GPtrArray *away)
{
  const Capacity self = { span, has_work, user_data };
  g_autoptr (GPtrArray) holders = pt_roster_get_holders (roster, role, &span->day);
  double hours = 0;

  for (guint i = 0; i < holders->len; i++)
    {
      const PtPerson *person = holders->pdata[i];
      double part = away != NULL ? part_away (person, &span->from, &span->until) : 0;

      if (part > 0)
        g_ptr_array_add (away, (gpointer)person);
      hours += (1 - part) * share_of (&self, person, role) * weekly_hours (person, &span->day);
    }
  return hours;
}
