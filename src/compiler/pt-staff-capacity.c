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

static void
add_with_general (GHashTable *roles, const PtRole *role)
{
  if (!g_hash_table_add (roles, (gpointer)role))
    return;
  for (guint i = 0; i < role->is_a->len; i++)
    add_with_general (roles, role->is_a->pdata[i]);
}

/* Returns: how many of @roles have work, or 1 */
static guint
count_with_work (const Capacity *self, GHashTable *roles)
{
  GHashTableIter iter;
  gpointer role;
  guint n = 0;

  g_hash_table_iter_init (&iter, roles);
  while (g_hash_table_iter_next (&iter, &role, NULL))
    n += self->has_work (role, self->user_data);
  return MAX (n, 1);
}

/* What @hold says is for all that is done by it; without a word, all that a person has is for all
 * that the person does. Returns: the part of full-time that @person has for @role */
static double
share_of (const Capacity *self, const PtPerson *person, const PtRole *role)
{
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);
  gboolean is_silent = FALSE;
  double share = 0;

  for (guint i = 0; i < person->holds->len; i++)
    {
      const PtHold *hold = person->holds->pdata[i];
      g_autoptr (GHashTable) covered = g_hash_table_new (NULL, NULL);

      if (hold->deputy || !pt_hold_covers (hold, &self->span->day))
        continue;
      add_with_general (covered, hold->role);
      add_with_general (all, hold->role);
      if (!g_hash_table_contains (covered, role))
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
