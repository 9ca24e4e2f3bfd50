/* pt-staff-recruits.c: who else could be asked
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

gboolean
pt_staff_has_fact (const PtStaffProblem *problem,
                   const GArray *conflict,
                   PtStaffReasonKind kind,
                   guint index)
{
  for (guint i = 0; i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));

      if (reason->kind == kind && reason->index == index)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_conflict (const PtStaffProblem *problem, const GArray *conflict, guint task)
{
  return pt_staff_has_fact (problem, conflict, PT_STAFF_REASON_WORK,
                            g_array_index (problem->tasks, guint, task));
}

/* Whoever has part in the conflict already is no help. */
static gboolean
is_involved (const PtStaffProblem *problem, const GArray *conflict, const PtPerson *person)
{
  for (guint task = 0; task < problem->tasks->len; task++)
    if (is_in_conflict (problem, conflict, task)
        && g_ptr_array_find (problem->people->pdata[task], (gpointer)person, NULL))
      return TRUE;
  return FALSE;
}

/* Whether a rule keeps a role from the roles that @person has. */
static gboolean
may_not_have_both (const PtStaff *staff, const PtPerson *person, const PtRole *role)
{
  GPtrArray *rules = pt_roster_get_rules (staff->roster);

  for (guint i = 0; i < person->holds->len; i++)
    for (guint k = 0; k < rules->len; k++)
      {
        const PtHold *hold = person->holds->pdata[i];
        const PtRule *rule = rules->pdata[k];

        if (rule->type == PT_RULE_SEPARATE_ROLES && hold->role != role
            && g_ptr_array_find (rule->roles, hold->role, NULL)
            && g_ptr_array_find (rule->roles, role, NULL))
          return TRUE;
      }
  return FALSE;
}

static gboolean
gives (const PtRole *role, const char *name)
{
  g_autoptr (GPtrArray) generals = pt_role_get_generals (role);

  for (guint i = 0; i < generals->len; i++)
    if (g_strcmp0 (((const PtRole *)generals->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* Whether nothing but @role keeps @person from what @authority admits to. */
static gboolean
lacks_only (const PtAuthority *authority, const PtPerson *person, const PtRole *role)
{
  g_autoptr (GArray) bars = pt_authority_get_bars (authority, person);

  for (guint i = 0; i < bars->len; i++)
    {
      const PtBar *bar = &g_array_index (bars, PtBar, i);
      gboolean is_of_role
          = bar->kind == PT_BAR_ROLE || bar->kind == PT_BAR_ROLE_DAY || bar->kind == PT_BAR_DEPUTY;

      if (!is_of_role || !gives (role, bar->name))
        return FALSE;
    }
  return bars->len > 0;
}

gboolean
pt_staff_would_help (const PtStaffProblem *problem,
                     const GArray *conflict,
                     const PtPerson *person,
                     const PtRole *role)
{
  if (!person->active || pt_person_get_absence (person, &problem->day) != NULL
      || is_involved (problem, conflict, person)
      || may_not_have_both (problem->staff, person, role))
    return FALSE;
  for (guint task = 0; task < problem->tasks->len; task++)
    if (is_in_conflict (problem, conflict, task)
        && lacks_only (problem->authorities->pdata[task], person, role))
      return TRUE;
  return FALSE;
}
