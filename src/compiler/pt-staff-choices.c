/* pt-staff-choices.c: who must not do what they may, and who has to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

#define MAX_TOLD 5
#define MAX_LOOKED_AT 20

/* Whether all tasks of the conflict, and the one of @choice, happen on one path: what shuts out
 * each other needs no people at the same time. */
static gboolean
is_of_one_path (PtStaffProblem *problem, const PtStaffChoice *choice)
{
  PtStaff *self = (PtStaff *)problem->staff;
  g_autoptr (GArray) conflict = NULL;
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  g_autoptr (PtStaffRuns) runs = NULL;
  guint64 all;

  pt_staffing_choice_conflict (problem->staffing, choice, &self->effort, &conflict);
  g_array_append_val (nodes, pt_staff_problem_work (problem, choice->task)->node);
  for (guint i = 0; conflict != NULL && i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));

      if (reason->kind == PT_STAFF_REASON_WORK)
        g_array_append_val (nodes, pt_staff_work (self, reason->index)->node);
    }
  if (conflict == NULL || nodes->len >= PT_STAFF_MAX_WATCHED)
    return FALSE;
  all = ((guint64)1 << nodes->len) - 1;
  runs = pt_staff_runs_new (self->maker, self->program, problem->process,
                            (const PtIndex *)(gpointer)nodes->data, nodes->len,
                            self->effort.cancellable);
  for (guint i = 0; i < runs->runs->len; i++)
    if (((const PtStaffRun *)runs->runs->pdata[i])->watched == all)
      return TRUE;
  return FALSE;
}

/* What nobody could do if @choice were made. */
static char *
tell_stranded (PtStaffProblem *problem, const PtStaffChoice *choice, const PtStaffWork *chosen)
{
  g_autoptr (GArray) conflict = NULL;
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (guint));

  pt_staffing_choice_conflict (problem->staffing, choice, &problem->staff->effort, &conflict);
  for (guint i = 0; conflict != NULL && i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));

      if (reason->kind == PT_STAFF_REASON_WORK
          && pt_staff_work (problem->staff, reason->index) != chosen)
        g_array_append_val (works, reason->index);
    }
  return pt_staff_name_works (problem->staff, works);
}

static void
say_dead (PtStaff *self, PtStaffProblem *problem, const PtStaffChoice *choice)
{
  const PtStaffWork *work = pt_staff_problem_work (problem, choice->task);
  const PtPerson *person = pt_staff_problem_person (problem, choice->person);
  g_autofree char *stranded = tell_stranded (problem, choice, work);
  g_autofree char *expression = pt_assignment_to_string (work->assignment);
  g_autofree char *without
      = g_strdup_printf (work->assignment->kind == PT_ASSIGNMENT_OR ? "(%s) and not person(%s)"
                                                                    : "%s and not person(%s)",
                         expression, person->id);
  PtDiagnostic *finding
      = pt_staff_say (self, PT_CODE_RS04, work->node, person->name, work->label, stranded);

  if (!work->is_start)
    pt_diagnostic_add_fix (finding, PT_FIX_SET_ASSIGNMENT, without,
                           pt_program_node (self->program, work->node)->origin.logical, NULL);
}

static void
say_forced (PtStaff *self, PtStaffProblem *problem, const PtStaffChoice *choice)
{
  const PtStaffWork *work = pt_staff_problem_work (problem, choice->task);
  const PtPerson *person = pt_staff_problem_person (problem, choice->person);

  /* That only one person may is told with the role. */
  if (work->people->len <= work->n_seats)
    return;
  pt_staff_say (self, PT_CODE_RS05, work->node, person->name, work->label);
}

void
pt_staff_check_choices (PtStaff *self, PtStaffProblem *problem)
{
  g_autoptr (GArray) dead = NULL, forced = NULL;

  if (pt_staffing_dead_choices (problem->staffing, NULL, &self->effort, &dead) != PT_ANSWER_YES)
    return;
  g_array_set_size (dead, MIN (dead->len, MAX_LOOKED_AT));
  for (guint i = dead->len; i-- > 0;)
    if (!is_of_one_path (problem, &g_array_index (dead, PtStaffChoice, i)))
      g_array_remove_index (dead, i);
  forced = pt_staffing_forced_choices (problem->staffing, dead);
  for (guint i = 0; i < dead->len && i < MAX_TOLD; i++)
    say_dead (self, problem, &g_array_index (dead, PtStaffChoice, i));
  for (guint i = 0; i < forced->len && i < MAX_TOLD; i++)
    say_forced (self, problem, &g_array_index (forced, PtStaffChoice, i));
}
