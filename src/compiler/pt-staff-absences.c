/* pt-staff-absences.c: what stops when somebody is away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-staff.h"

#define MAX_TOLD 5
#define MAX_DEPUTIES 3
#define MOST_AWAY 3
#define FEW 4 /* people of one task, any of whom may be missed */

/* ----- RZ01, RR05: one person ---------------------------------------------------------------- */

/* Returns: (nullable): the role of a task of the conflict that @person has */
static const PtRole *
role_in_conflict (const PtStaffProblem *problem, const GArray *conflict, const PtPerson *person)
{
  for (guint i = 0; i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));
      const PtStaffWork *work;

      if (reason->kind != PT_STAFF_REASON_WORK)
        continue;
      work = pt_staff_work (problem->staff, reason->index);
      if (work->role != NULL && g_ptr_array_find (work->people, (gpointer)person, NULL))
        return work->role;
    }
  return NULL;
}

/* Who could stand in: those of the same unit first. Whoever has part in the conflict is no help. */
static void
offer_deputies (PtStaffProblem *problem,
                const GArray *conflict,
                const PtPerson *person,
                PtDiagnostic *finding)
{
  const PtRole *role = role_in_conflict (problem, conflict, person);
  GPtrArray *persons = pt_roster_get_persons (problem->staff->roster);
  guint n = 0;

  for (guint round = 0; role != NULL && round < 2; round++)
    for (guint i = 0; i < persons->len && n < MAX_DEPUTIES; i++)
      {
        const PtPerson *other = persons->pdata[i];

        if ((other->unit != person->unit) != (round == 1)
            || !pt_staff_would_help (problem, conflict, other, role))
          continue;
        pt_diagnostic_add_fix (finding, PT_FIX_ADD_DEPUTY, other->name, role->name, other->id,
                               role->id, NULL);
        n++;
      }
}

/* Returns: (nullable): who has to do @work when @away is, if that is one person; @stands_in:
 * whether only as a deputy */
static const PtPerson *
last_for (PtStaffProblem *problem,
          const PtStaffWork *work,
          const PtPerson *away,
          gboolean *stands_in)
{
  g_autoptr (GPtrArray) spare = pt_staff_spare_people (problem->staff, work, &problem->day);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < work->people->len; i++)
    if (work->people->pdata[i] != away)
      g_ptr_array_add (left, work->people->pdata[i]);
  for (guint i = 0; i < spare->len; i++)
    if (spare->pdata[i] != away && !g_ptr_array_find (left, spare->pdata[i], NULL))
      g_ptr_array_add (left, spare->pdata[i]);
  if (left->len != 1)
    return NULL;
  *stands_in |= g_ptr_array_find (spare, left->pdata[0], NULL)
                && !g_ptr_array_find (work->people, left->pdata[0], NULL);
  return left->pdata[0];
}

/* Two tasks that are to be kept apart, and one person left for both, who stands in for one. */
typedef struct
{
  const PtStaffBond *bond; /* (nullable) */
  const PtPerson *deputy;
  guint works[2];
} Squeeze;

static gboolean
squeezes (PtStaffProblem *problem, const PtPerson *away, const guint works[2], Squeeze *squeeze)
{
  gboolean stands_in = FALSE;
  const PtPerson *one
      = last_for (problem, pt_staff_work (problem->staff, works[0]), away, &stands_in);
  const PtPerson *other
      = one ? last_for (problem, pt_staff_work (problem->staff, works[1]), away, &stands_in) : NULL;

  if (!one || one != other || !stands_in)
    return FALSE;
  *squeeze = (Squeeze){ squeeze->bond, one, { works[0], works[1] } };
  return TRUE;
}

static gboolean
keeps_apart (const PtStaffBond *bond, guint i, guint k)
{
  return (bond->type == PT_RULE_SEPARATE_ROLES || bond->type == PT_RULE_SEPARATE_TASKS)
         && g_array_index (bond->groups, guint, i) != g_array_index (bond->groups, guint, k);
}

static gboolean
find_pair (PtStaffProblem *problem, const PtPerson *away, Squeeze *squeeze)
{
  const PtStaffBond *bond = squeeze->bond;

  for (guint i = 0; i < bond->works->len; i++)
    for (guint k = i + 1; k < bond->works->len; k++)
      {
        const guint works[]
            = { g_array_index (bond->works, guint, i), g_array_index (bond->works, guint, k) };

        if (keeps_apart (bond, i, k) && squeezes (problem, away, works, squeeze))
          return TRUE;
      }
  return FALSE;
}

static Squeeze
find_squeeze (PtStaffProblem *problem, const GArray *conflict, const PtPerson *away)
{
  for (guint i = 0; i < problem->staff->bonds->len; i++)
    {
      Squeeze squeeze = { .bond = pt_staff_bond (problem->staff, i) };

      if (pt_staff_has_fact (problem, conflict, PT_STAFF_REASON_BOND, i)
          && find_pair (problem, away, &squeeze))
        return squeeze;
    }
  return (Squeeze){ 0 };
}

static void
say_fragile (PtStaff *self,
             PtStaffProblem *problem,
             const PtPerson *person,
             const PtStaffVerdict *verdict)
{
  const GArray *conflict = verdict->conflicts->pdata[0];
  const Squeeze squeeze = find_squeeze (problem, conflict, person);
  g_autofree char *process = pt_staff_process_label (self, problem->process);
  g_autofree char *stuck = g_strdup_printf ("%u", verdict->n_stuck);
  g_autofree char *all = g_strdup_printf ("%u", verdict->n_runs);
  PtDiagnostic *finding;

  if (squeeze.bond != NULL)
    {
      finding
          = pt_diagnostics_add (self->diagnostics, PT_CODE_RR05, person->name, squeeze.deputy->name,
                                pt_staff_work (self, squeeze.works[0])->label,
                                pt_staff_work (self, squeeze.works[1])->label, squeeze.bond->label,
                                NULL);
      for (guint i = 0; i < G_N_ELEMENTS (squeeze.works); i++)
        pt_staff_say_at (self, finding, pt_staff_work (self, squeeze.works[i])->node);
    }
  else
    {
      finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RZ01, process, person->name,
                                    verdict->n_runs > 1 ? stuck : "", all, NULL);
      for (guint i = 0; i < conflict->len; i++)
        if (pt_staff_reason (problem, g_array_index (conflict, guint, i))->kind
            == PT_STAFF_REASON_WORK)
          pt_staff_say_at (self, finding,
                           pt_staff_work (self, pt_staff_reason (problem,
                                                                 g_array_index (conflict, guint, i))
                                                    ->index)
                               ->node);
    }
  offer_deputies (problem, conflict, person, finding);
}

/* Those of tasks with few people, where not all tasks have one at once. Returns: (transfer full):
 * guint: persons by number */
static GArray *
find_scarce (const PtStaffProblem *problem)
{
  GArray *scarce = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint task = 0; task < problem->tasks->len; task++)
    {
      const GPtrArray *people = problem->people->pdata[task];

      for (guint i = 0; i < people->len && people->len <= FEW; i++)
        g_array_append_val (scarce, ((const PtPerson *)people->pdata[i])->index);
    }
  return scarce;
}

/* After the first few, all others together. */
static void
say_others (PtStaff *self, const PtStaffProblem *problem, const GPtrArray *others)
{
  g_autofree char *process = pt_staff_process_label (self, problem->process);
  g_autofree char *names = pt_staff_name_people (others, TRUE);

  if (others->len > 0)
    pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_RZ01, process, names, "", "",
                                      NULL),
                  &pt_program_scope (self->program, problem->process)->origin);
}

/* A plan that does without somebody shows that they may be away. */
static void
check_each (PtStaff *self, PtStaffProblem *problem)
{
  g_autoptr (GArray) plan = NULL;
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint n = 0;

  pt_staffing_plan (problem->staffing, NULL, &self->effort, &plan);
  if (plan == NULL)
    plan = find_scarce (problem);
  for (guint i = 0; i < plan->len && !pt_effort_is_spent (&self->effort); i++)
    {
      guint person = g_array_index (plan, guint, i);
      g_auto (PtStaffVerdict) verdict = { 0 };

      if (person == G_MAXUINT || !g_hash_table_add (tried, GUINT_TO_POINTER (person + 1)))
        continue;
      pt_staff_judge (problem, &person, 1, &verdict);
      if (verdict.answer != PT_ANSWER_NO)
        continue;
      if (n++ < MAX_TOLD)
        say_fragile (self, problem, pt_staff_problem_person (problem, person), &verdict);
      else
        g_ptr_array_add (others, (gpointer)pt_staff_problem_person (problem, person));
    }
  say_others (self, problem, others);
}

/* ----- RZ02: what a role promises ------------------------------------------------------------ */

static GArray *
tasks_of_role (const PtStaffProblem *problem, const PtRole *role)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < problem->tasks->len; i++)
    if (pt_staff_problem_work (problem, i)->role == role)
      g_array_append_val (tasks, i);
  return tasks;
}

static char *
name_away (const PtStaffProblem *problem, const GArray *away)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (guint i = 0; i < away->len; i++)
    g_ptr_array_add (people,
                     (gpointer)pt_staff_problem_person (problem, g_array_index (away, guint, i)));
  return pt_staff_name_people (people, FALSE);
}

static void
offer_holder (PtStaff *self, PtStaffProblem *problem, const PtRole *role, PtDiagnostic *finding)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);

  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];
      gboolean has_it = FALSE;

      for (guint task = 0; task < problem->tasks->len; task++)
        has_it |= pt_staff_problem_work (problem, task)->role == role
                  && g_ptr_array_find (problem->people->pdata[task], (gpointer)person, NULL);
      if (has_it || !person->active || pt_person_get_absence (person, &self->day) != NULL)
        continue;
      pt_diagnostic_add_fix (finding, PT_FIX_ADD_HOLDER, person->name, person->id, role->id,
                             role->name, NULL);
      return;
    }
}

static void
check_promise (PtStaff *self, PtStaffProblem *problem, const PtRole *role)
{
  g_autoptr (GArray) tasks = tasks_of_role (problem, role);
  PtStaffCase only = { .tasks = (const guint *)(gpointer)tasks->data, .n_tasks = tasks->len };
  g_auto (PtResilience) found = { 0 };
  g_autofree char *n = g_strdup_printf ("%u", role->spare), *away = NULL;
  PtDiagnostic *finding;

  if (pt_staffing_survives (problem->staffing, &only, role->spare, &self->effort, &found)
      != PT_ANSWER_NO)
    return;
  away = name_away (problem, found.away);
  finding
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RZ02, role->name, n, away,
                            pt_staff_problem_work (problem, g_array_index (tasks, guint, 0))->label,
                            NULL);
  for (guint i = 0; i < tasks->len; i++)
    pt_staff_say_at (self, finding,
                     pt_staff_problem_work (problem, g_array_index (tasks, guint, i))->node);
  offer_holder (self, problem, role, finding);
}

static void
check_promises (PtStaff *self, PtStaffProblem *problem)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < problem->tasks->len; i++)
    {
      const PtRole *role = pt_staff_problem_work (problem, i)->role;

      if (role == NULL || role->spare == 0 || g_ptr_array_find (seen, role, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer)role);
      check_promise (self, problem, role);
    }
}

/* ----- RZ04: how many ------------------------------------------------------------------------ */

/* What nobody may do was told, and is no part of the problem. */
static gboolean
lacks_works (const PtStaff *self, PtIndex process)
{
  for (guint i = 0; i < self->works->len; i++)
    if (pt_staff_work (self, i)->process == process && pt_staff_work (self, i)->is_said)
      return TRUE;
  return FALSE;
}

static void
check_most (PtStaff *self, PtStaffProblem *problem)
{
  guint survived = 0, n_plans = 0;
  g_autofree char *process = NULL, *n = NULL, *plans = NULL;

  if (lacks_works (self, problem->process))
    return;
  for (guint t = 1; t <= MOST_AWAY; t++)
    {
      g_auto (PtResilience) found = { 0 };

      if (pt_staffing_survives (problem->staffing, NULL, t, &self->effort, &found) != PT_ANSWER_YES)
        break;
      survived = t;
      n_plans = found.plans->len;
    }
  if (survived == 0)
    return;
  process = pt_staff_process_label (self, problem->process);
  n = g_strdup_printf ("%u", survived);
  plans = g_strdup_printf ("%u", n_plans);
  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_RZ04, process, n, plans, NULL),
                &pt_program_scope (self->program, problem->process)->origin);
}

void
pt_staff_check_absences (PtStaff *self, PtStaffProblem *problem)
{
  check_each (self, problem);
  check_promises (self, problem);
  check_most (self, problem);
}
