/* pt-staff-skills.c: skills that tasks ask for, and who stands in without having them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

/* Returns: (nullable): the first skill that is asked for, and not excluded */
static const PtAssignment *
find_skill (const PtAssignment *assignment)
{
  if (assignment->kind == PT_ASSIGNMENT_SKILL)
    return assignment;
  for (guint i = 0; assignment->kind != PT_ASSIGNMENT_NOT && assignment->parts != NULL
                    && i < assignment->parts->len;
       i++)
    {
      const PtAssignment *found = find_skill (assignment->parts->pdata[i]);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const PtSkill *
skill_named (const PtStaff *self, const char *name)
{
  GPtrArray *skills = pt_roster_get_skills (self->roster);
  const PtSkill *skill = pt_roster_get_skill (self->roster, name);

  for (guint i = 0; skill == NULL && i < skills->len; i++)
    if (g_strcmp0 (((const PtSkill *)skills->pdata[i])->name, name) == 0)
      skill = skills->pdata[i];
  return skill;
}

/* Who would be admitted if nothing but the role were asked. */
static GPtrArray *
people_of_role (const PtStaff *self, const PtRole *role, PtDeputies deputies)
{
  g_autoptr (PtAssignment) assignment = pt_assignment_new_role (role->id);
  g_autoptr (PtAuthority) authority
      = pt_authority_new (self->roster, assignment, &self->day, deputies);
  GPtrArray *persons = pt_roster_get_persons (self->roster);
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < persons->len; i++)
    if (pt_authority_admits (authority, persons->pdata[i]))
      g_ptr_array_add (people, persons->pdata[i]);
  return people;
}

static void
offer_training (PtDiagnostic *finding, const PtPerson *person, const PtSkill *skill, guint level)
{
  g_autofree char *text = g_strdup_printf ("%u", level);

  pt_diagnostic_add_fix (finding, PT_FIX_GRANT_SKILL, person->name, skill->name, text, person->id,
                         skill->id, NULL);
}

/* ----- RH08: nobody has it ---------------------------------------------------------------------- */

static void
check_level (PtStaff *self, PtStaffWork *work, const PtSkill *skill, guint level)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *text = g_strdup_printf ("%u", level);
  PtDiagnostic *finding;

  if (work->people->len > 0 || work->is_said)
    return;
  if (work->role != NULL)
    people = people_of_role (self, work->role, PT_DEPUTIES_WHEN_AWAY);
  finding = pt_staff_say (self, PT_CODE_RH08, work->node, work->label, skill->name, text,
                          work->role != NULL ? work->role->name : "");
  for (guint i = 0; people != NULL && i < MIN (people->len, 2); i++)
    offer_training (finding, people->pdata[i], skill, level);
  work->is_said = TRUE;
}

/* ----- RH07: who stands in has it not ------------------------------------------------------------ */

static void
check_deputies (PtStaff *self, const PtStaffWork *work, const PtSkill *skill, guint level)
{
  g_autoptr (GPtrArray) all = people_of_role (self, work->role, PT_DEPUTIES_ALWAYS);
  g_autoptr (PtAuthority) full
      = pt_authority_new (self->roster, work->assignment, &self->day, PT_DEPUTIES_ALWAYS);
  g_autoptr (PtAssignment) role = pt_assignment_new_role (work->role->id);
  g_autoptr (PtAuthority) plain
      = pt_authority_new (self->roster, role, &self->day, PT_DEPUTIES_ALWAYS);

  for (guint i = 0; i < all->len; i++)
    {
      const PtPerson *person = all->pdata[i];
      PtDiagnostic *finding;

      if (!pt_authority_is_deputy (plain, person) || pt_authority_admits (full, person))
        continue;
      finding = pt_staff_say (self, PT_CODE_RH07, work->node, person->name, work->label,
                              work->role->name);
      offer_training (finding, person, skill, level);
    }
}

/* ----- all ------------------------------------------------------------------------------------- */

void
pt_staff_check_skills (PtStaff *self)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      PtStaffWork *work = pt_staff_work (self, i);
      const PtAssignment *part = find_skill (work->assignment);
      const PtSkill *skill = part != NULL ? skill_named (self, part->name) : NULL;

      if (skill == NULL)
        continue;
      check_level (self, work, skill, part->level);
      if (work->role != NULL)
        check_deputies (self, work, skill, part->level);
    }
}
