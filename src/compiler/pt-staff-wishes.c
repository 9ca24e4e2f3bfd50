/* pt-staff-wishes.c: rules that should hold
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule with a weight is no reason why a process cannot be finished. But where no plan keeps it,
 * people should know. Paths are told apart by the tasks that such rules are about.
 */
#include "pt-staff.h"

typedef struct
{
  PtStaffProblem *problem;
  GArray *watched; /* guint: tasks */
  PtStaffRuns *runs;
  guint *n_broken; /* by bond: on how many runs it cannot be kept … */
  guint *first;    /* … and the first of them */
} Wishes;

static const PtStaffBond *
bond_at (const Wishes *self, guint i)
{
  return pt_staff_bond (self->problem->staff, i);
}

static gboolean
is_wish (const Wishes *self, guint i)
{
  const PtStaffBond *bond = bond_at (self, i);

  return bond->weight > 0 && bond->process == self->problem->process && !bond->is_said;
}

/* ----- paths ---------------------------------------------------------------------------------- */

static guint
place_of (const Wishes *self, guint task)
{
  for (guint i = 0; i < self->watched->len; i++)
    if (g_array_index (self->watched, guint, i) == task)
      return i;
  return G_MAXUINT;
}

static void
watch (Wishes *self, const PtStaffBond *bond)
{
  for (guint i = 0; i < bond->works->len; i++)
    {
      guint task = pt_staff_problem_task (self->problem, g_array_index (bond->works, guint, i));

      if (task != G_MAXUINT && place_of (self, task) == G_MAXUINT)
        g_array_append_val (self->watched, task);
    }
}

static void
find_runs (Wishes *self)
{
  const PtStaff *staff = self->problem->staff;
  g_autofree PtIndex *nodes = g_new (PtIndex, self->watched->len + 1);

  for (guint i = 0; i < self->watched->len; i++)
    nodes[i] = pt_staff_problem_work (self->problem, g_array_index (self->watched, guint, i))->node;
  self->runs = pt_staff_runs_new (staff->maker, staff->program, self->problem->process, nodes,
                                  self->watched->len, staff->effort.cancellable);
}

/* ----- what cannot be kept -------------------------------------------------------------------- */

/* A rule may stand for several facts. */
static void
note_broken (Wishes *self, const GArray *broken, guint run)
{
  const PtStaff *staff = self->problem->staff;

  for (guint i = 0; i < staff->bonds->len; i++)
    if (pt_staff_has_fact (self->problem, broken, PT_STAFF_REASON_BOND, i))
      {
        if (self->n_broken[i]++ == 0)
          self->first[i] = run;
      }
}

static void
try_run (Wishes *self, guint number)
{
  const PtStaffRun *run = self->runs->runs->pdata[number];
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) broken = NULL;
  PtStaffCase asked = { 0 };
  guint cost = 0;

  for (guint task = 0; task < self->problem->tasks->len; task++)
    {
      guint place = place_of (self, task);

      if (place == G_MAXUINT || run->watched >> place & 1)
        g_array_append_val (tasks, task);
    }
  asked.tasks = (const guint *)(gpointer)tasks->data;
  asked.n_tasks = tasks->len;
  if (pt_staffing_cheapest (self->problem->staffing, &asked, &self->problem->staff->effort, &cost,
                            &broken, NULL)
          == PT_ANSWER_YES
      && cost > 0 && broken)
    note_broken (self, broken, number);
}

static void
say (const Wishes *self, PtStaff *staff, guint i)
{
  const PtStaffBond *bond = bond_at (self, i);
  gboolean is_everywhere = self->runs->is_complete && self->n_broken[i] == self->runs->runs->len;
  g_autofree char *process = pt_staff_process_label (staff, bond->process);
  g_autofree char *what = pt_staff_tell_bond (staff, bond->works, bond);
  g_autofree char *run = is_everywhere
                             ? g_strdup ("")
                             : pt_staff_tell_run (staff, self->runs->runs->pdata[self->first[i]]);
  PtDiagnostic *finding
      = pt_diagnostics_add (staff->diagnostics, PT_CODE_RS10, process, what, run, NULL);

  for (guint k = 0; k < bond->works->len; k++)
    pt_staff_say_at (staff, finding,
                     pt_staff_work (staff, g_array_index (bond->works, guint, k))->node);
  pt_staff_offer_to_drop (bond, finding);
}

void
pt_staff_check_wishes (PtStaff *self, PtStaffProblem *problem)
{
  g_autoptr (GArray) watched = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *n_broken = g_new0 (guint, self->bonds->len + 1);
  g_autofree guint *first = g_new0 (guint, self->bonds->len + 1);
  Wishes wishes = { problem, watched, NULL, n_broken, first };

  for (guint i = 0; i < self->bonds->len; i++)
    if (is_wish (&wishes, i))
      watch (&wishes, bond_at (&wishes, i));
  if (watched->len == 0 || watched->len > PT_STAFF_MAX_WATCHED)
    return;
  find_runs (&wishes);
  for (guint i = 0; i < wishes.runs->runs->len && !pt_effort_is_spent (&self->effort); i++)
    try_run (&wishes, i);
  for (guint i = 0; i < self->bonds->len; i++)
    if (n_broken[i] > 0)
      say (&wishes, self, i);
  pt_staff_runs_free (wishes.runs);
}
