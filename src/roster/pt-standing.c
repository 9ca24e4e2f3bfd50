/* pt-standing.c: who is what a part of an assignment asks for, on a day
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-standing.h"

#include "pt-assignment-private.h"

/* What is asked of everybody. */
typedef struct
{
  const PtRoster *roster;
  const PtAssignment *part;
  const GDate *day;
  PtDeputies deputies;
  PtStanding *standing;
} Asking;

/* ----- roles -----------------------------------------------------------------------------------
 */

typedef void (*HoldVisit) (const PtHold *hold, gpointer data);

/* Every hold of @role, or of a special kind of it, of somebody active on the day. */
static void
foreach_hold (const PtRoster *roster,
              const PtRole *role,
              const GDate *day,
              HoldVisit visit,
              gpointer data)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (roster, role);

  for (guint i = 0; i < kinds->len; i++)
    {
      const PtRole *kind = kinds->pdata[i];

      for (guint k = 0; k < kind->holds->len; k++)
        {
          const PtHold *hold = kind->holds->pdata[k];

          if (hold->person->active && pt_hold_covers (hold, day))
            visit (hold, data);
        }
    }
}

/* Returns: (transfer container): of PtRole: those whose holders stand in for holders of @role */
static GPtrArray *
deputy_roles (const PtRoster *roster, const PtRole *role)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (roster, role);
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const PtRole *kind = kinds->pdata[i];

      if (kind->deputy != NULL && !g_ptr_array_find (roles, kind->deputy, NULL))
        g_ptr_array_add (roles, (gpointer)kind->deputy);
    }
  return roles;
}

typedef struct
{
  const GDate *day;
  PtStanding *standing;
  gboolean anybody_away;
  GPtrArray *deputies; /* of PtPerson: who stand in while somebody is away */
} Holders;

static void
note_hold (const PtHold *hold, gpointer data)
{
  Holders *self = data;
  const PtAbsence *absence = pt_person_get_absence (hold->person, self->day);

  if (hold->deputy)
    {
      g_ptr_array_add (self->deputies, (gpointer)hold->person);
      return;
    }
  pt_person_set_add (self->standing->own, hold->person);
  self->anybody_away |= absence != NULL;
  if (absence != NULL && absence->deputy != NULL)
    pt_person_set_add (self->standing->all, absence->deputy);
}

static void
note_deputy (const PtHold *hold, gpointer data)
{
  Holders *self = data;

  if (!hold->deputy)
    g_ptr_array_add (self->deputies, (gpointer)hold->person);
}

static void
add_holders (const Asking *asking)
{
  const PtRole *role = asking->standing->entry;
  g_autoptr (GPtrArray) roles = deputy_roles (asking->roster, role);
  g_autoptr (GPtrArray) deputies = g_ptr_array_new ();
  Holders holders = { asking->day, asking->standing, FALSE, deputies };

  foreach_hold (asking->roster, role, asking->day, note_hold, &holders);
  if (holders.anybody_away || asking->deputies == PT_DEPUTIES_ALWAYS)
    {
      for (guint i = 0; i < roles->len; i++)
        foreach_hold (asking->roster, roles->pdata[i], asking->day, note_deputy, &holders);
      for (guint i = 0; i < deputies->len; i++)
        pt_person_set_add (asking->standing->all, deputies->pdata[i]);
    }
}

/* ----- the other parts -------------------------------------------------------------------------
 */

static gboolean
has_skill (const Asking *asking, const PtPerson *person)
{
  const PtAbility *ability = pt_person_get_ability (person, asking->standing->entry, asking->day);

  return ability != NULL && ability->level >= asking->part->level;
}

static gboolean
is_of_unit (const Asking *asking, const PtPerson *person)
{
  return pt_unit_is_within (person->unit, asking->standing->entry);
}

static gboolean
is_person (const Asking *asking, const PtPerson *person)
{
  return person == asking->standing->entry;
}

static gboolean (*const questions[]) (const Asking *asking, const PtPerson *person) = {
  [PT_ASSIGNMENT_SKILL] = has_skill,
  [PT_ASSIGNMENT_UNIT] = is_of_unit,
  [PT_ASSIGNMENT_PERSON] = is_person,
};

static void
ask_everybody (const Asking *asking)
{
  GPtrArray *persons = pt_roster_get_persons (asking->roster);

  for (guint i = 0; i < persons->len; i++)
    if (questions[asking->part->kind](asking, persons->pdata[i]))
      pt_person_set_add (asking->standing->own, persons->pdata[i]);
}

PtStanding *
pt_standing_new (const PtRoster *roster,
                 const PtAssignment *part,
                 const GDate *day,
                 PtDeputies deputies)
{
  guint n = pt_roster_get_persons (roster)->len;
  PtStanding *self = g_new (PtStanding, 1);
  Asking asking = { roster, part, day, deputies, self };

  self->entry = pt_assignment_resolve (part, roster);
  self->own = pt_person_set_new (n);
  self->all = pt_person_set_new (n);
  if (self->entry != NULL && part->kind == PT_ASSIGNMENT_ROLE)
    add_holders (&asking);
  else if (self->entry != NULL)
    ask_everybody (&asking);
  pt_person_set_unite (self->all, self->own);
  return self;
}

void
pt_standing_free (PtStanding *self)
{
  g_free (self->own);
  g_free (self->all);
  g_free (self);
}

/* ----- for whom --------------------------------------------------------------------------------
 */

typedef struct
{
  const GDate *day;
  const PtPerson *deputy;
  gboolean by_role;   /* holds the role as a deputy, or the role that is its deputy */
  GPtrArray *persons; /* of PtPerson */
} Represented;

static void
note_own_role (const PtHold *hold, gpointer data)
{
  Represented *self = data;

  self->by_role |= hold->person == self->deputy && hold->deputy;
}

static void
note_deputy_role (const PtHold *hold, gpointer data)
{
  Represented *self = data;

  self->by_role |= hold->person == self->deputy && !hold->deputy;
}

static void
note_absent (const PtHold *hold, gpointer data)
{
  Represented *self = data;
  const PtAbsence *absence = pt_person_get_absence (hold->person, self->day);

  if (!hold->deputy && absence != NULL && (self->by_role || absence->deputy == self->deputy)
      && !g_ptr_array_find (self->persons, hold->person, NULL))
    g_ptr_array_add (self->persons, (gpointer)hold->person);
}

void
pt_standing_add_represented (const PtRoster *roster,
                             const PtRole *role,
                             const GDate *day,
                             const PtPerson *deputy,
                             GPtrArray *persons)
{
  Represented self = { day, deputy, FALSE, persons };
  g_autoptr (GPtrArray) roles = deputy_roles (roster, role);

  foreach_hold (roster, role, day, note_own_role, &self);
  for (guint i = 0; i < roles->len; i++)
    foreach_hold (roster, roles->pdata[i], day, note_deputy_role, &self);
  foreach_hold (roster, role, day, note_absent, &self);
}
