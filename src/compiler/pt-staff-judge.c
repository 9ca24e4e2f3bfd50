/* pt-staff-judge.c: on which paths a process can be finished
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * If people can do all tasks, they can do those of each path: most rules only forbid. Otherwise a
 * conflict names a few tasks; the paths are told apart by those only, and on each path everything
 * else is taken to happen. Where that brings up further tasks, paths are told apart by these, too.
 * Rules that demand a number of people are not content with less, so their tasks count from the
 * start.
 */
#include "pt-staff.h"

#define MAX_CONFLICTS 8

typedef struct
{
  PtStaffProblem *problem;
  PtStaffCase asked; /* who is away */
  GArray *watched;   /* guint: tasks that tell paths apart */
  PtStaffRuns *runs; /* (nullable) */
  PtStaffVerdict *verdict;
} Judge;

/* ----- tasks that matter --------------------------------------------------------------------- */

static guint
place_of (const Judge *self, guint task)
{
  for (guint i = 0; i < self->watched->len; i++)
    if (g_array_index (self->watched, guint, i) == task)
      return i;
  return G_MAXUINT;
}

/* Returns: whether it was not watched yet */
static gboolean
watch (Judge *self, guint task)
{
  if (task == G_MAXUINT || place_of (self, task) != G_MAXUINT)
    return FALSE;
  g_array_append_val (self->watched, task);
  return TRUE;
}

static gboolean
watch_conflict (Judge *self, const GArray *conflict)
{
  gboolean is_new = FALSE;

  for (guint i = 0; i < conflict->len; i++)
    {
      const PtStaffReason *reason
          = pt_staff_reason (self->problem, g_array_index (conflict, guint, i));

      if (reason->kind == PT_STAFF_REASON_WORK)
        is_new |= watch (self, pt_staff_problem_task (self->problem, reason->index));
    }
  return is_new;
}

static void
watch_demands (Judge *self)
{
  const PtStaff *staff = self->problem->staff;

  for (guint i = 0; i < staff->bonds->len; i++)
    {
      const PtStaffBond *bond = pt_staff_bond (staff, i);

      if (bond->type != PT_RULE_AT_LEAST || bond->process != self->problem->process
          || bond->weight > 0 || bond->is_said)
        continue;
      for (guint k = 0; k < bond->works->len; k++)
        watch (self, pt_staff_problem_task (self->problem, g_array_index (bond->works, guint, k)));
    }
}

/* ----- paths --------------------------------------------------------------------------------- */

static void
find_runs (Judge *self)
{
  const PtStaff *staff = self->problem->staff;
  g_autofree PtIndex *nodes = g_new (PtIndex, self->watched->len + 1);

  for (guint i = 0; i < self->watched->len; i++)
    nodes[i] = pt_staff_problem_work (self->problem, g_array_index (self->watched, guint, i))->node;
  g_clear_pointer (&self->runs, pt_staff_runs_free);
  self->runs = pt_staff_runs_new (staff->maker, staff->program, self->problem->process, nodes,
                                  self->watched->len, staff->effort.cancellable);
}

static GArray *
tasks_of_run (const Judge *self, const PtStaffRun *run)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint task = 0; task < self->problem->tasks->len; task++)
    {
      guint place = place_of (self, task);

      if (place == G_MAXUINT || run->watched >> place & 1)
        g_array_append_val (tasks, task);
    }
  return tasks;
}

static gboolean
is_known (const PtStaffVerdict *verdict, const GArray *conflict)
{
  for (guint i = 0; i < verdict->conflicts->len; i++)
    {
      const GArray *other = verdict->conflicts->pdata[i];

      if (other->len == conflict->len
          && memcmp (other->data, conflict->data, conflict->len * sizeof (guint)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @conflict: (transfer full) */
static void
note_conflict (Judge *self, GArray *conflict, guint run)
{
  if (is_known (self->verdict, conflict) || self->verdict->conflicts->len >= MAX_CONFLICTS)
    {
      g_array_unref (conflict);
      return;
    }
  g_ptr_array_add (self->verdict->conflicts, conflict);
  g_ptr_array_add (self->verdict->runs,
                   self->runs != NULL ? pt_staff_run_copy (self->runs->runs->pdata[run]) : NULL);
}

/* Returns: %FALSE when paths must be told apart by more tasks */
static gboolean
try_run (Judge *self, guint number)
{
  const PtStaffRun *run = self->runs->runs->pdata[number];
  g_autoptr (GArray) tasks = tasks_of_run (self, run);
  GArray *conflict = NULL;
  PtStaffCase asked = self->asked;
  PtAnswer answer;

  asked.tasks = (const guint *)(gpointer)tasks->data;
  asked.n_tasks = tasks->len;
  answer = pt_staffing_conflict (self->problem->staffing, &asked, FALSE,
                                 &self->problem->staff->effort, &conflict);
  if (conflict == NULL)
    {
      if (answer == PT_ANSWER_UNDECIDED)
        self->verdict->answer = answer;
      return TRUE;
    }
  if (watch_conflict (self, conflict))
    {
      g_array_unref (conflict);
      return FALSE;
    }
  self->verdict->n_stuck++;
  note_conflict (self, conflict, number);
  return TRUE;
}

static void
forget (PtStaffVerdict *verdict)
{
  g_ptr_array_set_size (verdict->conflicts, 0);
  g_ptr_array_set_size (verdict->runs, 0);
  verdict->n_stuck = verdict->n_runs = 0;
  verdict->answer = PT_ANSWER_YES;
}

/* Returns: %FALSE when it must be done again with more tasks */
static gboolean
try_runs (Judge *self)
{
  forget (self->verdict);
  find_runs (self);
  self->verdict->n_runs = self->runs->runs->len;
  for (guint i = 0; i < self->runs->runs->len; i++)
    if (!try_run (self, i))
      return FALSE;
  if (!self->runs->is_complete || self->runs->runs->len == 0)
    self->verdict->answer = PT_ANSWER_UNDECIDED;
  self->verdict->never = self->verdict->n_stuck == self->verdict->n_runs && self->runs->is_complete;
  if (self->verdict->conflicts->len > 0)
    self->verdict->answer = PT_ANSWER_NO;
  return TRUE;
}

static void
tell_paths_apart (Judge *self)
{
  do
    if (self->watched->len > PT_STAFF_MAX_WATCHED)
      {
        forget (self->verdict);
        self->verdict->answer = PT_ANSWER_UNDECIDED;
        return;
      }
  while (!try_runs (self));
}

/* Where the tasks of demands make too many paths, all that are not part of a conflict are taken to
 * happen: whatever cannot be then, cannot be with fewer of them either. */
static void
leave_out_demands (Judge *self, const GArray *conflict)
{
  g_array_set_size (self->watched, 0);
  watch_conflict (self, conflict);
  tell_paths_apart (self);
  if (self->verdict->answer == PT_ANSWER_YES)
    self->verdict->answer = PT_ANSWER_UNDECIDED;
}

void
pt_staff_judge (PtStaffProblem *problem, const guint *away, guint n_away, PtStaffVerdict *verdict)
{
  g_autoptr (GArray) watched = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) conflict = NULL;
  Judge self = { .problem = problem, .watched = watched, .verdict = verdict };
  gboolean has_demands;

  verdict->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  verdict->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_staff_run_free);
  self.asked = (PtStaffCase){ .away = away, .n_away = n_away };
  verdict->answer = pt_staffing_conflict (problem->staffing, &self.asked, FALSE,
                                          &problem->staff->effort, &conflict);
  watch_demands (&self);
  has_demands = watched->len > 0;
  if (conflict == NULL && (verdict->answer != PT_ANSWER_YES || watched->len == 0))
    return;
  if (conflict != NULL)
    watch_conflict (&self, conflict);
  tell_paths_apart (&self);
  if (verdict->answer == PT_ANSWER_UNDECIDED && has_demands && conflict != NULL)
    leave_out_demands (&self, conflict);
  g_clear_pointer (&self.runs, pt_staff_runs_free);
}

void
pt_staff_verdict_clear (PtStaffVerdict *self)
{
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
}
