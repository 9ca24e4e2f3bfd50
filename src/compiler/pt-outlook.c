/* pt-outlook.c: what becomes of the activities if somebody were away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/candidates.h>

#include <glib/gi18n-lib.h>

#include "pt-report.h"
#include "pt-staff.h"

#define PATIENCE 2000 /* milliseconds */

static const struct
{
  const char *id, *label;
} states[PT_N_STAFFED] = {
  [PT_STAFFED_FINE] = { "fine", N_ ("several may do it") },
  [PT_STAFFED_ONE] = { "one", N_ ("no more may be missing") },
  [PT_STAFFED_DEPUTIES] = { "deputies", N_ ("only deputies are left") },
  [PT_STAFFED_STUCK] = { "stuck", N_ ("the rules leave nobody for it") },
  [PT_STAFFED_NOBODY] = { "nobody", N_ ("nobody may do it") },
};

const char *
pt_staffed_id (PtStaffed state)
{
  return states[state].id;
}

const char *
pt_staffed_label (PtStaffed state)
{
  return _ (states[state].label);
}

/* ----- who is left
 * --------------------------------------------------------------------------------- */

static void
prospect_free (gpointer data)
{
  PtProspect *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self->rules);
  g_ptr_array_unref (self->left);
  g_free (self);
}

static PtStaffed
state_of (guint n_holders, guint n_deputies, guint n_seats)
{
  if (n_holders + n_deputies < n_seats)
    return PT_STAFFED_NOBODY;
  if (n_holders == 0)
    return PT_STAFFED_DEPUTIES;
  return n_holders + n_deputies == n_seats ? PT_STAFFED_ONE : PT_STAFFED_FINE;
}

static gboolean
is_in (const GPtrArray *people, gconstpointer person)
{
  return g_ptr_array_find ((GPtrArray *)people, person, NULL);
}

/* How it stands without @away (nullable), and who is left in @left (nullable). */
static PtStaffed
count_left (const PtStaff *staff, const PtStaffWork *work, const GPtrArray *away, GPtrArray *left)
{
  g_autoptr (GPtrArray) deputies = g_ptr_array_new ();
  gboolean is_missed = FALSE;
  guint n = 0;

  for (guint i = 0; i < work->people->len; i++)
    {
      PtPerson *person = work->people->pdata[i];

      if (away != NULL && is_in (away, person))
        is_missed = TRUE;
      else if (pt_authority_is_deputy (work->authority, person))
        g_ptr_array_add (deputies, person);
      else if (++n && left != NULL)
        g_ptr_array_add (left, person);
    }
  if (is_missed)
    {
      g_autoptr (GPtrArray) spare = pt_staff_spare_people (staff, work, &staff->day);

      for (guint i = 0; i < spare->len; i++)
        if (!is_in (away, spare->pdata[i]))
          g_ptr_array_add (deputies, spare->pdata[i]);
    }
  for (guint i = 0; left != NULL && i < deputies->len; i++)
    g_ptr_array_add (left, deputies->pdata[i]);
  return state_of (n, deputies->len, work->n_seats);
}

static PtProspect *
prospect_new (const PtStaff *staff, const PtStaffWork *work, const GPtrArray *away)
{
  PtProspect *self = g_new0 (PtProspect, 1);

  self->id = g_strdup (pt_report_id (&pt_program_node (staff->program, work->node)->origin));
  self->label = g_strdup (work->label);
  self->left = g_ptr_array_new ();
  self->state = count_left (staff, work, away, self->left);
  self->usual = count_left (staff, work, NULL, NULL);
  return self;
}

/* ----- what rules leave
 * ---------------------------------------------------------------------------- */

static char *
tell_rules (const PtStaffProblem *problem, const GArray *conflict)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));

      if (reason->kind == PT_STAFF_REASON_BOND)
        g_ptr_array_add (labels, pt_staff_bond (problem->staff, reason->index)->label);
    }
  return pt_staff_join (labels, FALSE);
}

/* Which of the two states of a prospect a verdict tells of. */
typedef PtStaffed *(*StateOf) (PtProspect *prospect);

static PtStaffed *
state_away (PtProspect *prospect)
{
  return &prospect->state;
}

static PtStaffed *
state_usual (PtProspect *prospect)
{
  return &prospect->usual;
}

static void
note_conflict (PtOutlook *self,
               const PtStaffProblem *problem,
               const GArray *conflict,
               StateOf state)
{
  for (guint i = 0; i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));
      PtProspect *prospect;

      if (reason->kind != PT_STAFF_REASON_WORK)
        continue;
      prospect = self->prospects->pdata[reason->index];
      if (*state (prospect) >= PT_STAFFED_STUCK)
        continue;
      *state (prospect) = PT_STAFFED_STUCK;
      if (state == state_away)
        prospect->rules = tell_rules (problem, conflict);
    }
}

static void
judge (PtOutlook *self, PtStaffProblem *problem, const GArray *away, StateOf state)
{
  g_auto (PtStaffVerdict) verdict = { 0 };

  pt_staff_judge (problem, (const guint *)(gpointer)away->data, away->len, &verdict);
  for (guint i = 0; i < verdict.conflicts->len; i++)
    note_conflict (self, problem, verdict.conflicts->pdata[i], state);
  self->is_undecided |= verdict.answer == PT_ANSWER_UNDECIDED;
}

/* What nobody may do is known already; with it in the problem, nothing else would come to light. */
static void
leave_out (const PtStaff *staff, const PtOutlook *self, StateOf state)
{
  for (guint i = 0; i < staff->works->len; i++)
    pt_staff_work (staff, i)->is_said = *state (self->prospects->pdata[i]) == PT_STAFFED_NOBODY;
}

static void
judge_process (PtOutlook *self,
               const PtStaff *staff,
               PtIndex process,
               const GArray *away,
               StateOf state)
{
  g_autoptr (PtStaffProblem) problem = NULL;

  leave_out (staff, self, state);
  problem = pt_staff_problem_new (staff, process, &staff->day);
  if (problem->tasks->len > 0)
    judge (self, problem, away, state);
}

/* ----- all
 * ----------------------------------------------------------------------------------------- */

static GArray *
numbers_of (const GPtrArray *persons)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < persons->len; i++)
    g_array_append_val (numbers, ((const PtPerson *)persons->pdata[i])->index);
  return numbers;
}

static void
judge_all (PtOutlook *self, const PtStaff *staff, const GPtrArray *away)
{
  g_autoptr (GArray) numbers = numbers_of (away);
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (guint));

  for (PtIndex i = 0; i < staff->program->scopes->len && !pt_effort_is_spent (&staff->effort); i++)
    {
      const PtScope *process = pt_program_scope (staff->program, i);

      if (process->parent != PT_NO_INDEX || !process->executable)
        continue;
      judge_process (self, staff, i, nobody, state_usual);
      judge_process (self, staff, i, numbers, state_away);
    }
}

PtOutlook *
pt_outlook_new (const PtProgram *program,
                PtRoster *roster,
                const GDate *day,
                const GPtrArray *away,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (PtDiagnostics) aside = pt_diagnostics_new (NULL);
  g_auto (PtStaff) staff = { 0 };
  g_autoptr (PtOutlook) self = g_new0 (PtOutlook, 1);

  pt_staff_init (&staff, program, roster, day, aside, PATIENCE, cancellable);
  self->roster = pt_roster_ref (roster);
  self->prospects = g_ptr_array_new_with_free_func (prospect_free);
  for (guint i = 0; i < staff.works->len; i++)
    g_ptr_array_add (self->prospects, prospect_new (&staff, pt_staff_work (&staff, i), away));
  judge_all (self, &staff, away);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->is_undecided |= pt_effort_is_spent (&staff.effort);
  return g_steal_pointer (&self);
}

void
pt_outlook_free (PtOutlook *self)
{
  g_ptr_array_unref (self->prospects);
  pt_roster_unref (self->roster);
  g_free (self);
}

const PtProspect *
pt_outlook_find (const PtOutlook *self, const char *id)
{
  for (guint i = 0; i < self->prospects->len; i++)
    if (g_strcmp0 (((const PtProspect *)self->prospects->pdata[i])->id, id) == 0)
      return self->prospects->pdata[i];
  return NULL;
}
