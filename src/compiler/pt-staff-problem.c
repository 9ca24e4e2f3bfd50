/* pt-staff-problem.c: a process, a roles file and a day as a problem of numbers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

#define MAX_HOLDERS_WITH_DEPUTIES 50 /* with more, nobody waits for a deputy */

PtStaffWork *
pt_staff_problem_work (const PtStaffProblem *self, guint task)
{
  return pt_staff_work (self->staff, g_array_index (self->tasks, guint, task));
}

guint
pt_staff_problem_task (const PtStaffProblem *self, guint work)
{
  for (guint i = 0; i < self->tasks->len; i++)
    if (g_array_index (self->tasks, guint, i) == work)
      return i;
  return G_MAXUINT;
}

const PtPerson *
pt_staff_problem_person (const PtStaffProblem *self, guint person)
{
  GPtrArray *persons = pt_roster_get_persons (self->staff->roster);

  return person < persons->len ? persons->pdata[person] : NULL;
}

static void
add_reason (PtStaffProblem *self, guint fact, PtStaffReason reason)
{
  if (self->reasons->len <= fact)
    g_array_set_size (self->reasons, fact + 1);
  *pt_staff_reason (self, fact) = reason;
}

/* ----- people -------------------------------------------------------------------------------- */

static void
set_unit (PtStaffProblem *self, const PtPerson *person)
{
  if (person->unit != NULL)
    pt_staffing_set_unit (self->staffing, person->index, person->unit->index);
}

static void
add_people (PtStaffProblem *self)
{
  GPtrArray *persons = pt_roster_get_persons (self->staff->roster);

  pt_staffing_add_people (self->staffing, persons->len);
  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];

      set_unit (self, person);
      for (const PtPerson *above = person->manager; above != NULL; above = above->manager)
        pt_staffing_add_superior (self->staffing, i, above->index);
    }
}

/* ----- tasks --------------------------------------------------------------------------------- */

/* Who would stand in if anybody who may were away. */
static void
allow_deputies (PtStaffProblem *self, guint task, GPtrArray *people)
{
  g_autoptr (GPtrArray) spare = NULL;

  if (people->len > MAX_HOLDERS_WITH_DEPUTIES)
    return;
  spare = pt_staff_spare_people (self->staff, pt_staff_problem_work (self, task), &self->day);
  for (guint i = 0; i < spare->len; i++)
    if (!g_ptr_array_find (people, spare->pdata[i], NULL))
      for (guint k = 0; k < people->len; k++)
        pt_staffing_allow_deputy (self->staffing, task, ((const PtPerson *)spare->pdata[i])->index,
                                  ((const PtPerson *)people->pdata[k])->index);
}

/* @authority, @people: (transfer full), but for an authority of the pass's own day */
static void
add_task (PtStaffProblem *self, guint number, PtAuthority *authority, GPtrArray *people)
{
  const PtStaffWork *work = pt_staff_work (self->staff, number);
  guint task = pt_staffing_add_task (self->staffing, work->n_seats);

  g_array_append_val (self->tasks, number);
  g_ptr_array_add (self->people, people);
  g_ptr_array_add (self->authorities, authority);
  add_reason (self, pt_staffing_fact_of (self->staffing, task),
              (PtStaffReason){ PT_STAFF_REASON_WORK, number, NULL, NULL });
  for (guint i = 0; i < people->len; i++)
    pt_staffing_allow (self->staffing, task, ((const PtPerson *)people->pdata[i])->index);
  allow_deputies (self, task, people);
}

static void
add_task_on_day (PtStaffProblem *self, guint number)
{
  const PtStaffWork *work = pt_staff_work (self->staff, number);
  PtAuthority *authority
      = pt_authority_new (self->staff->roster, work->assignment, &self->day, PT_DEPUTIES_WHEN_AWAY);
  GPtrArray *people = pt_staff_people_of (authority);

  if (people->len > 0 || !work->is_said)
    {
      add_task (self, number, authority, people);
      return;
    }
  g_ptr_array_unref (people);
  pt_authority_free (authority);
}

static void
add_tasks (PtStaffProblem *self)
{
  for (guint i = 0; i < self->staff->works->len; i++)
    {
      PtStaffWork *work = pt_staff_work (self->staff, i);

      if (work->process != self->process)
        continue;
      if (self->owns_authorities)
        add_task_on_day (self, i);
      else if (!work->is_said)
        add_task (self, i, work->authority, g_ptr_array_ref (work->people));
    }
}

/* ----- rules --------------------------------------------------------------------------------- */

static const PtStaffRule rules[] = {
  [PT_RULE_SEPARATE_ROLES] = PT_STAFF_SEPARATE, [PT_RULE_SEPARATE_TASKS] = PT_STAFF_SEPARATE,
  [PT_RULE_SAME_PERSON] = PT_STAFF_SAME,        [PT_RULE_AT_MOST] = PT_STAFF_AT_MOST,
  [PT_RULE_AT_LEAST] = PT_STAFF_AT_LEAST,       [PT_RULE_SAME_UNIT] = PT_STAFF_SAME_UNIT,
  [PT_RULE_OTHER_UNIT] = PT_STAFF_OTHER_UNIT,   [PT_RULE_SUPERIOR] = PT_STAFF_SUPERIOR,
};

static void
add_fact (PtStaffProblem *self, guint bond, guint fact)
{
  const PtStaffBond *of = pt_staff_bond (self->staff, bond);

  pt_staffing_set_weight (self->staffing, fact, of->weight);
  /* What an assignment says is not there to be dropped. */
  pt_staffing_set_cost (self->staffing, fact, of->id != NULL ? 2 : 0);
  add_reason (self, fact, (PtStaffReason){ PT_STAFF_REASON_BOND, bond, NULL, NULL });
}

/* Each stands above the one named before. */
static void
add_chain (PtStaffProblem *self, guint bond, const GArray *tasks)
{
  for (guint i = 1; i < tasks->len; i++)
    {
      const guint pair[] = { g_array_index (tasks, guint, i), g_array_index (tasks, guint, i - 1) };

      add_fact (self, bond, pt_staffing_add_rule (self->staffing, PT_STAFF_SUPERIOR, pair, 2, 0));
    }
}

static void
add_rule (PtStaffProblem *self, guint bond)
{
  const PtStaffBond *of = pt_staff_bond (self->staff, bond);
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < of->works->len; i++)
    {
      guint task = pt_staff_problem_task (self, g_array_index (of->works, guint, i));

      if (task == G_MAXUINT)
        continue;
      g_array_append_val (tasks, task);
      g_array_append_val (groups, g_array_index (of->groups, guint, i));
    }
  if (tasks->len == 0)
    return;
  if (rules[of->type] == PT_STAFF_SUPERIOR)
    add_chain (self, bond, tasks);
  else if (rules[of->type] == PT_STAFF_SEPARATE)
    add_fact (self, bond,
              pt_staffing_add_separation (self->staffing, (const guint *)(gpointer)tasks->data,
                                          (const guint *)(gpointer)groups->data, tasks->len));
  else
    add_fact (self, bond,
              pt_staffing_add_rule (self->staffing, rules[of->type],
                                    (const guint *)(gpointer)tasks->data, tasks->len, of->n));
}

/* ----- what would help ----------------------------------------------------------------------- */

static gboolean
was_seen (const PtStaffProblem *self, guint task, const PtRole *role)
{
  for (guint i = 0; i < task; i++)
    if (pt_staff_problem_work (self, i)->role == role)
      return TRUE;
  return FALSE;
}

/* One more holder of a role could do all its tasks. */
static void
add_holders (PtStaffProblem *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const PtRole *role = pt_staff_problem_work (self, i)->role;
      guint obstacle, person;

      if (role == NULL || was_seen (self, i, role))
        continue;
      obstacle = pt_staffing_add_obstacle (self->staffing);
      person = pt_staffing_add_people (self->staffing, 1);
      add_reason (self, obstacle, (PtStaffReason){ PT_STAFF_REASON_HOLDER, 0, role, NULL });
      for (guint task = i; task < self->tasks->len; task++)
        if (pt_staff_problem_work (self, task)->role == role)
          pt_staffing_allow_unless (self->staffing, task, person, obstacle);
    }
}

gboolean
pt_staff_problem_is_only_away (const PtStaffProblem *self, guint task, const PtPerson *person)
{
  g_autoptr (GArray) bars = pt_authority_get_bars (self->authorities->pdata[task], person);

  return bars->len == 1 && g_array_index (bars, PtBar, 0).kind == PT_BAR_AWAY;
}

static void
add_absence (PtStaffProblem *self, const PtPerson *person)
{
  guint obstacle = G_MAXUINT;

  for (guint task = 0; task < self->tasks->len; task++)
    {
      if (!pt_staff_problem_is_only_away (self, task, person))
        continue;
      if (obstacle == G_MAXUINT)
        {
          obstacle = pt_staffing_add_obstacle (self->staffing);
          add_reason (self, obstacle, (PtStaffReason){ PT_STAFF_REASON_ABSENCE, 0, NULL, person });
        }
      pt_staffing_allow_unless (self->staffing, task, person->index, obstacle);
    }
}

static void
add_absences (PtStaffProblem *self)
{
  GPtrArray *persons = pt_roster_get_persons (self->staff->roster);

  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];

      if (person->active && pt_person_get_absence (person, &self->day) != NULL)
        add_absence (self, person);
    }
}

/* ----- all ----------------------------------------------------------------------------------- */

PtStaffProblem *
pt_staff_problem_new (const PtStaff *staff, PtIndex process, const GDate *day)
{
  PtStaffProblem *self = g_new0 (PtStaffProblem, 1);

  self->staff = staff;
  self->process = process;
  self->day = *day;
  self->staffing = pt_staffing_new (PT_SAT_PICOSAT);
  self->tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->authorities = g_ptr_array_new ();
  self->owns_authorities = g_date_compare (day, &staff->day) != 0;
  if (self->owns_authorities)
    g_ptr_array_set_free_func (self->authorities, (GDestroyNotify)pt_authority_free);
  self->reasons = g_array_new (FALSE, TRUE, sizeof (PtStaffReason));
  add_people (self);
  add_tasks (self);
  for (guint i = 0; i < staff->bonds->len; i++)
    if (pt_staff_bond (staff, i)->process == process && !pt_staff_bond (staff, i)->is_said)
      add_rule (self, i);
  add_holders (self);
  add_absences (self);
  return self;
}

void
pt_staff_problem_free (PtStaffProblem *self)
{
  pt_staffing_free (self->staffing);
  g_array_unref (self->tasks);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->authorities);
  g_array_unref (self->reasons);
  g_free (self);
}
