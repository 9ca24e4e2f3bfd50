/* pt-roster-check-offers.c: who could stand in, or hold a role that nobody holds
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

#define MOST_OFFERED 3
#define PEOPLE_COST 50 /* of patience */

/* People with how well they fit; the best are few. */
typedef struct
{
  const PtPerson *persons[MOST_OFFERED];
  guint scores[MOST_OFFERED];
  guint n;
} Best;

static void
consider (Best *self, const PtPerson *person, guint score)
{
  guint i = self->n;

  while (i > 0 && self->scores[i - 1] < score)
    i--;
  if (i >= MOST_OFFERED)
    return;
  self->n = MIN (self->n + 1, MOST_OFFERED);
  for (guint k = self->n - 1; k > i; k--)
    {
      self->persons[k] = self->persons[k - 1];
      self->scores[k] = self->scores[k - 1];
    }
  self->persons[i] = person;
  self->scores[i] = score;
}

static gboolean
spans_meet (const PtAbsence *a, const PtAbsence *b)
{
  return (!g_date_valid (&a->from) || !g_date_valid (&b->until)
          || g_date_compare (&a->from, &b->until) <= 0)
         && (!g_date_valid (&b->from) || !g_date_valid (&a->until)
             || g_date_compare (&b->from, &a->until) <= 0);
}

static gboolean
is_there_during (const PtPerson *person, const PtAbsence *absence)
{
  for (guint i = 0; i < person->absences->len; i++)
    if (spans_meet (person->absences->pdata[i], absence))
      return FALSE;
  return person->active && person != absence->person;
}

/* How many of the roles of @person @other holds, too. */
static guint
count_common_roles (const PtPerson *person, const PtPerson *other)
{
  guint count = 0;

  for (guint i = 0; i < person->holds->len; i++)
    for (guint k = 0; k < other->holds->len; k++)
      count
          += ((PtHold *)person->holds->pdata[i])->role == ((PtHold *)other->holds->pdata[k])->role;
  return count;
}

/* Who holds the same roles knows the work; who is of the unit knows the people. */
static guint
rate_deputy (const PtPerson *absent, const PtPerson *person)
{
  return 2 * count_common_roles (absent, person)
         + (absent->unit != NULL && absent->unit == person->unit);
}

void
pt_roster_check_offer_deputies (const PtRosterCheck *self,
                                PtDiagnostic *diagnostic,
                                const PtAbsence *absence)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);
  xmlNode *node = pt_roster_check_part (self, absence->person->id, "away", absence->place);
  g_autofree char *path = NULL;
  Best best = { 0 };

  if (node == NULL || !pt_roster_check_take (self, PEOPLE_COST * persons->len))
    return;
  for (guint i = 0; i < persons->len; i++)
    if (persons->pdata[i] != absence->deputy && is_there_during (persons->pdata[i], absence))
      consider (&best, persons->pdata[i], rate_deputy (absence->person, persons->pdata[i]));
  path = pt_roster_check_path (self, node);
  for (guint i = 0; i < best.n; i++)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_DEPUTY, best.persons[i]->name, path,
                           best.persons[i]->id, NULL);
}

static guint
rate_holder (const PtRole *role, const PtPerson *person)
{
  guint score = role->unit != NULL && pt_unit_is_within (person->unit, role->unit);

  for (guint i = 0; i < person->holds->len; i++)
    score += 2 * (((PtHold *)person->holds->pdata[i])->role == role);
  return score;
}

void
pt_roster_check_offer_holders (const PtRosterCheck *self,
                               PtDiagnostic *diagnostic,
                               const PtRole *role)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);
  Best best = { 0 };

  if (!pt_roster_check_take (self, PEOPLE_COST * persons->len))
    return;
  for (guint i = 0; i < persons->len; i++)
    if (((PtPerson *)persons->pdata[i])->active)
      consider (&best, persons->pdata[i], rate_holder (role, persons->pdata[i]));
  for (guint i = 0; i < best.n; i++)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_ADD_HOLDER, best.persons[i]->name,
                           best.persons[i]->id, role->id, role->name, NULL);
}
