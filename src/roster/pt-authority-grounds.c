/* pt-authority-grounds.c: how it comes that somebody may do a task on a day
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "pt-authority-private.h"

typedef struct
{
  const PtAuthority *authority;
  const PtPerson *person;
  GArray *grounds; /* of PtGround */
} Search;

static void
add (Search *self, PtGroundKind kind, const char *name, const char *other)
{
  PtGround ground = { kind, name, other };

  g_array_append_val (self->grounds, ground);
}

/* ----- roles -----------------------------------------------------------------------------------
 */

static void
add_hold (Search *self, const PtRole *role)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (self->authority->roster, role);

  for (guint i = 0; i < self->person->holds->len; i++)
    {
      const PtHold *hold = self->person->holds->pdata[i];

      if (hold->deputy || !pt_hold_covers (hold, &self->authority->day)
          || !g_ptr_array_find (kinds, hold->role, NULL))
        continue;
      add (self, hold->role == role ? PT_GROUND_HOLDS : PT_GROUND_KIND, role->name,
           hold->role->name);
      return;
    }
}

static void
add_deputy (Search *self, const PtRole *role)
{
  g_autoptr (GPtrArray) absent = g_ptr_array_new ();

  pt_standing_add_represented (self->authority->roster, role, &self->authority->day, self->person,
                               absent);
  for (guint i = 0; i < absent->len; i++)
    add (self, PT_GROUND_STANDS_IN, role->name, ((const PtPerson *)absent->pdata[i])->name);
  if (absent->len == 0)
    add (self, PT_GROUND_SPARE, role->name, NULL);
}

/* ----- all -------------------------------------------------------------------------------------
 */

static const PtGroundKind kinds[] = {
  [PT_ASSIGNMENT_SKILL] = PT_GROUND_SKILL,
  [PT_ASSIGNMENT_UNIT] = PT_GROUND_UNIT,
  [PT_ASSIGNMENT_PERSON] = PT_GROUND_PERSON,
};

static void
add_leaf (Search *self, const PtAssignment *part)
{
  const PtStanding *standing = g_hash_table_lookup (self->authority->standings, part);

  if (standing == NULL || standing->entry == NULL
      || !pt_person_set_has (standing->all, self->person))
    return;
  if (part->kind != PT_ASSIGNMENT_ROLE)
    add (self, kinds[part->kind], ((const PtEntry *)standing->entry)->name, NULL);
  else if (pt_person_set_has (standing->own, self->person))
    add_hold (self, standing->entry);
  else
    add_deputy (self, standing->entry);
}

/* What stands behind “not” admits nobody by itself. */
static void
add_grounds (Search *self, const PtAssignment *part)
{
  if (part->kind == PT_ASSIGNMENT_NOT)
    return;
  if (part->parts == NULL)
    add_leaf (self, part);
  for (guint i = 0; part->parts != NULL && i < part->parts->len; i++)
    add_grounds (self, part->parts->pdata[i]);
}

GArray *
pt_authority_get_grounds (const PtAuthority *self, const PtPerson *person)
{
  Search search = { self, person, g_array_new (FALSE, FALSE, sizeof (PtGround)) };

  if (pt_authority_admits (self, person))
    add_grounds (&search, self->assignment);
  return search.grounds;
}

/* ----- in words --------------------------------------------------------------------------------
 */

/* {1} is the name of what the assignment asks for, {2} the other one. */
static const char *const sentences[] = {
  [PT_GROUND_HOLDS] = N_ ("holds the role “{1}”"),
  [PT_GROUND_KIND] = N_ ("holds “{2}”, which is a kind of “{1}”"),
  [PT_GROUND_STANDS_IN] = N_ ("stands in for {2} as “{1}”"),
  [PT_GROUND_SPARE] = N_ ("can stand in as “{1}”"),
  [PT_GROUND_SKILL] = N_ ("has the skill “{1}”"),
  [PT_GROUND_UNIT] = N_ ("belongs to “{1}”"),
  [PT_GROUND_PERSON] = N_ ("is named"),
};

char *
pt_ground_describe (const PtGround *self)
{
  const char *const args[]
      = { self->name != NULL ? self->name : "", self->other != NULL ? self->other : "", NULL };

  return pt_wording_fill (_ (sentences[self->kind]), args);
}
