/* pt-roster-people.c: what follows for people and units from what the file says of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-private.h"

gboolean
pt_hold_covers (const PtHold *hold, const GDate *day)
{
  return pt_roster_span_covers (&hold->from, &hold->until, day);
}

gboolean
pt_unit_is_within (const PtUnit *unit, const PtUnit *other)
{
  for (; unit != NULL; unit = unit->within)
    if (unit == other)
      return TRUE;
  return FALSE;
}

gboolean
pt_person_is_above (const PtPerson *person, const PtPerson *other)
{
  for (other = other->manager; other != NULL; other = other->manager)
    if (other == person)
      return TRUE;
  return FALSE;
}

const PtCalendar *
pt_person_get_calendar (const PtPerson *person)
{
  const PtCalendar *calendar = person->calendar;

  for (const PtUnit *unit = person->unit; unit != NULL && calendar == NULL; unit = unit->within)
    calendar = unit->calendar;
  return calendar;
}

const PtAbsence *
pt_person_get_absence (const PtPerson *person, const GDate *day)
{
  for (guint i = 0; i < person->absences->len; i++)
    {
      const PtAbsence *absence = person->absences->pdata[i];

      if (pt_roster_span_covers (&absence->from, &absence->until, day))
        return absence;
    }
  return NULL;
}

const PtAbility *
pt_person_get_ability (const PtPerson *person, const PtSkill *skill, const GDate *day)
{
  const PtAbility *best = NULL;

  for (guint i = 0; i < person->abilities->len; i++)
    {
      const PtAbility *ability = person->abilities->pdata[i];
      gboolean expired = g_date_valid (day) && g_date_valid (&ability->until)
                         && g_date_compare (&ability->until, day) < 0;

      if (ability->skill == skill && !expired && (best == NULL || ability->level > best->level))
        best = ability;
    }
  return best;
}

/* ----- of the whole organisation ---------------------------------------------------------------
 */

GPtrArray *
pt_roster_get_kinds_of (const PtRoster *self, const PtRole *role)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  g_ptr_array_add (found, (gpointer)role);
  g_hash_table_add (known, (gpointer)role);
  for (guint i = 0; i < found->len; i++)
    {
      const PtRole *general = found->pdata[i];

      for (guint k = 0; k < general->kinds->len; k++)
        if (g_hash_table_add (known, general->kinds->pdata[k]))
          g_ptr_array_add (found, general->kinds->pdata[k]);
    }
  return found;
}

GPtrArray *
pt_role_get_generals (const PtRole *self)
{
  GPtrArray *found = g_ptr_array_new ();

  g_ptr_array_add (found, (gpointer)self);
  for (guint i = 0; i < found->len; i++)
    {
      const PtRole *special = found->pdata[i];

      for (guint k = 0; k < special->is_a->len; k++)
        if (!g_ptr_array_find (found, special->is_a->pdata[k], NULL))
          g_ptr_array_add (found, special->is_a->pdata[k]);
    }
  return found;
}

GPtrArray *
pt_roster_get_holders (const PtRoster *self, const PtRole *role, const GDate *day)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (self, role);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *holders = g_ptr_array_new ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const PtRole *kind = kinds->pdata[i];

      for (guint k = 0; k < kind->holds->len; k++)
        {
          const PtHold *hold = kind->holds->pdata[k];

          if (!hold->deputy && hold->person->active && pt_hold_covers (hold, day)
              && g_hash_table_add (known, (gpointer)hold->person))
            g_ptr_array_add (holders, (gpointer)hold->person);
        }
    }
  return holders;
}

guint
pt_roster_count_holders (const PtRoster *self, const PtRole *role, const GDate *day)
{
  g_autoptr (GPtrArray) holders = pt_roster_get_holders (self, role, day);

  return holders->len;
}

/* ----- change points ---------------------------------------------------------------------------
 */

typedef struct
{
  guint32 first, last; /* Julian days */
  GArray *days;        /* of guint32 */
} Points;

/* @after: days until the change */
static void
add_point (Points *self, const GDate *day, guint after)
{
  guint32 julian;

  if (!g_date_valid (day))
    return;
  julian = g_date_get_julian (day) + after;
  if (julian > self->first && julian <= self->last)
    g_array_append_val (self->days, julian);
}

static void
add_span (Points *self, const GDate *from, const GDate *until)
{
  add_point (self, from, 0);
  add_point (self, until, 1);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;

  return (first > second) - (first < second);
}

static GArray *
dates_of (Points *self)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (GDate));

  g_array_append_val (self->days, self->first);
  g_array_sort (self->days, compare_days);
  for (guint i = 0; i < self->days->len; i++)
    {
      guint32 day = g_array_index (self->days, guint32, i);
      GDate date;

      if (i > 0 && day == g_array_index (self->days, guint32, i - 1))
        continue;
      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);
      g_array_append_val (dates, date);
    }
  return dates;
}

GArray *
pt_roster_change_points (const PtRoster *self, const GDate *from, const GDate *until)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint32));
  Points points = { g_date_get_julian (from), g_date_get_julian (until), days };

  for (guint i = 0; i < self->holds->len; i++)
    {
      const PtHold *hold = &g_array_index (self->holds, PtHold, i);

      add_span (&points, &hold->from, &hold->until);
    }
  for (guint i = 0; i < self->abilities->len; i++)
    add_point (&points, &g_array_index (self->abilities, PtAbility, i).until, 1);
  for (guint i = 0; i < self->absences->len; i++)
    {
      const PtAbsence *absence = &g_array_index (self->absences, PtAbsence, i);

      add_span (&points, &absence->from, &absence->until);
    }
  return dates_of (&points);
}
