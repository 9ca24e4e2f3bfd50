/* pt-staff-holders.c: whether roles are held, for how long, and by more than one person
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

#define MAX_DEPUTIES 3

/* ----- roles in use -------------------------------------------------------------------------- */

/* Returns: (transfer container): of PtRole: each once, in the order of the tasks */
static GPtrArray *
roles_in_use (const PtStaff *self)
{
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; i < self->works->len; i++)
    {
      const PtRole *role = pt_staff_work (self, i)->role;

      if (role != NULL && !pt_staff_work (self, i)->is_start
          && !g_ptr_array_find (roles, role, NULL))
        g_ptr_array_add (roles, (gpointer)role);
    }
  return roles;
}

static PtDiagnostic *
about_role (const PtStaff *self, PtDiagnostic *finding, const PtRole *role)
{
  for (guint i = 0; i < self->works->len; i++)
    if (pt_staff_work (self, i)->role == role && !pt_staff_work (self, i)->is_start)
      pt_staff_say_at (self, finding, pt_staff_work (self, i)->node);
  return finding;
}

typedef void (*HoldVisit) (const PtHold *hold, gpointer data);

/* Holds of the role or a special kind of it, of people who have not left; no deputies. */
static void
foreach_hold (const PtStaff *self, const PtRole *role, HoldVisit visit, gpointer data)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (self->roster, role);

  for (guint i = 0; i < kinds->len; i++)
    {
      const PtRole *kind = kinds->pdata[i];

      for (guint k = 0; k < kind->holds->len; k++)
        {
          const PtHold *hold = kind->holds->pdata[k];

          if (hold->person->active && !hold->deputy)
            visit (hold, data);
        }
    }
}

/* ----- all are away: that is told of the roles file ------------------------------------------ */

/* Returns: whether there are holders, but nobody to play the role */
static gboolean
is_everybody_away (const PtStaff *self, const PtRole *role)
{
  g_autoptr (PtAssignment) assignment = pt_assignment_new_role (role->id);
  PtStaffWork work = { .assignment = assignment };
  g_autoptr (GPtrArray) people = pt_staff_people_on (self, &work, &self->day);

  return people->len == 0 && pt_roster_count_holders (self->roster, role, &self->day) > 0;
}

static void
mark_said (PtStaff *self, const PtRole *role)
{
  for (guint i = 0; i < self->works->len; i++)
    if (pt_staff_work (self, i)->role == role && pt_staff_work (self, i)->people->len == 0)
      pt_staff_work (self, i)->is_said = TRUE;
}

/* ----- RH05: only one ------------------------------------------------------------------------ */

typedef struct
{
  const GDate *day;
  guint n;
  const PtPerson *holder; /* (nullable): the last one */
} Only;

static void
offer_stand_ins (PtStaff *self, const PtRole *role, const PtPerson *holder, PtDiagnostic *finding)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);
  guint n = 0;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < persons->len && n < MAX_DEPUTIES; i++)
      {
        const PtPerson *person = persons->pdata[i];

        if (person == holder || !person->active || (person->unit != holder->unit) != (round == 1))
          continue;
        pt_diagnostic_add_fix (finding, PT_FIX_ADD_DEPUTY, person->name, role->name, person->id,
                               role->id, NULL);
        n++;
      }
}

static void
note_only (const PtHold *hold, gpointer data)
{
  Only *self = data;

  if (!pt_hold_covers (hold, self->day) || hold->person == self->holder)
    return;
  self->n++;
  self->holder = hold->person;
}

/* Whether somebody else would be admitted, as a deputy, if the holder were away. */
static gboolean
has_stand_in (const PtStaff *self, const PtRole *role, const PtPerson *holder)
{
  g_autoptr (PtAssignment) assignment = pt_assignment_new_role (role->id);
  g_autoptr (PtAuthority) authority
      = pt_authority_new (self->roster, assignment, &self->day, PT_DEPUTIES_ALWAYS);
  GPtrArray *persons = pt_roster_get_persons (self->roster);

  for (guint i = 0; i < persons->len; i++)
    if (persons->pdata[i] != holder && pt_authority_admits (authority, persons->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
check_single (PtStaff *self, const PtRole *role)
{
  Only only = { .day = &self->day };
  PtDiagnostic *finding;

  foreach_hold (self, role, note_only, &only);
  if (only.n != 1 || has_stand_in (self, role, only.holder))
    return;
  finding
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RH05, role->name, only.holder->name, NULL);
  about_role (self, finding, role);
  offer_stand_ins (self, role, only.holder, finding);
}

/* ----- all ----------------------------------------------------------------------------------- */

/* The pass goes on with the tasks that somebody can do. */
void
pt_staff_check_holders (PtStaff *self)
{
  g_autoptr (GPtrArray) roles = roles_in_use (self);

  for (guint i = 0; i < roles->len && !pt_effort_is_spent (&self->effort); i++)
    {
      const PtRole *role = roles->pdata[i];

      if (is_everybody_away (self, role))
        mark_said (self, role);
      if (pt_roster_count_holders (self->roster, role, &self->day) == 0)
        mark_said (self, role); /* by the bind pass */
      else
        check_single (self, role);
    }
}
