/* pt-staff-process.c: whether a process can be finished, on the day and later
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-staff.h"

#include <glib/gi18n-lib.h>

#define DAYS_AHEAD 365
#define MAX_SPANS 3

/* ----- today --------------------------------------------------------------------------------- */

static void
trace_run (const PtStaff *self, const PtStaffRun *run, PtDiagnostic *finding)
{
  for (guint i = 0; run != NULL && i < run->nodes->len; i++)
    {
      PtIndex node = g_array_index (run->nodes, PtIndex, i);

      pt_diagnostic_add_trace (finding,
                               pt_report_id (&pt_program_node (self->program, node)->origin));
    }
}

static void
replace_argument (PtDiagnostic *finding, guint i, char *text)
{
  g_free (finding->args[i]);
  finding->args[i] = text;
}

/* The repairs add to the finding what it is about, so it is there before they are known. */
static void
say_stuck (PtStaff *self, PtStaffProblem *problem, const PtStaffVerdict *verdict, guint i)
{
  const GArray *conflict = verdict->conflicts->pdata[i];
  g_autofree char *process = pt_staff_process_label (self, problem->process);
  g_autofree char *day = pt_roster_format_day (&problem->day);
  g_autofree char *why = pt_staff_tell_conflict (problem, conflict);
  g_autofree char *run = pt_staff_tell_run (self, verdict->runs->pdata[i]);
  PtDiagnostic *finding;

  if (verdict->never || *run == '\0')
    finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RS01, process, day, why, "", NULL);
  else
    finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RS02, run, process, why, "", NULL);
  replace_argument (finding, 3, pt_staff_offer_repairs (problem, conflict, finding));
  trace_run (self, verdict->runs->pdata[i], finding);
}

static void
say_undecided (PtStaff *self, PtIndex process)
{
  g_autofree char *label = pt_staff_process_label (self, process);

  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_RS09, label, NULL),
                &pt_program_scope (self->program, process)->origin);
}

/* ----- later --------------------------------------------------------------------------------- */

/* A span of days on which the same is wrong. */
typedef struct
{
  GDate from, until;
  char *why, *repairs, *away;
  char *run;          /* the turns that lead there; "" for all */
  gboolean is_open;   /* nobody looked further */
  gboolean is_shared; /* several are away */
  GPtrArray *elements; /* of char* */
  GPtrArray *fixes;    /* of PtFix */
} Span;

static void
span_clear (Span *self)
{
  g_free (self->why);
  g_free (self->repairs);
  g_free (self->away);
  g_free (self->run);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_clear_pointer (&self->fixes, g_ptr_array_unref);
  *self = (Span){ 0 };
}

static void
say_span (PtStaff *self, PtIndex process, Span *span, guint *n)
{
  g_autofree char *label = NULL, *from = NULL, *until = NULL;

  if (span->why == NULL)
    return;
  if ((*n)++ < MAX_SPANS)
    {
      PtDiagnostic *finding;

      label = pt_staff_process_label (self, process);
      from = pt_roster_format_day (&span->from);
      until = span->is_open ? g_strdup ("") : pt_roster_format_day (&span->until);
      if (span->is_shared)
        finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RZ03, from, until, label,
                                      span->away, span->why, span->repairs, span->run, NULL);
      else
        finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RS03, from, until, label,
                                      span->why, span->repairs, span->run, NULL);
      for (guint i = 0; i < span->elements->len; i++)
        pt_diagnostic_add_element (finding, span->elements->pdata[i]);
      g_ptr_array_unref (finding->fixes);
      finding->fixes = g_ptr_array_ref (span->fixes);
    }
  span_clear (span);
}

/* @day is the first of a stretch on which nothing changes, up to @until. */
static void
look_at (PtStaff *self,
         PtIndex process,
         const GDate *day,
         const GDate *until,
         gboolean is_last,
         Span *span,
         guint *n)
{
  g_autoptr (PtStaffProblem) problem = pt_staff_problem_new (self, process, day);
  g_autoptr (PtDiagnostics) aside = pt_diagnostics_new (NULL);
  g_auto (PtStaffVerdict) verdict = { 0 };
  g_autofree char *why = NULL;
  g_autoptr (GPtrArray) away = NULL;
  PtDiagnostic *scratch;

  pt_staff_judge (problem, NULL, 0, &verdict);
  if (verdict.answer == PT_ANSWER_NO)
    why = pt_staff_tell_conflict (problem, verdict.conflicts->pdata[0]);
  if (g_strcmp0 (why, span->why) != 0)
    say_span (self, process, span, n);
  if (why == NULL)
    return;
  span->until = *until;
  span->is_open = is_last;
  if (span->why != NULL)
    return;
  away = pt_staff_find_away (problem, verdict.conflicts->pdata[0]);
  span->is_shared = away->len > 1;
  span->away = pt_staff_name_people (away, FALSE);
  scratch = pt_diagnostics_add (aside, PT_CODE_RS09, "", NULL);
  span->from = *day;
  span->run = verdict.never ? g_strdup ("") : pt_staff_tell_run (self, verdict.runs->pdata[0]);
  span->why = g_steal_pointer (&why);
  span->repairs = pt_staff_offer_repairs (problem, verdict.conflicts->pdata[0], scratch);
  span->elements = g_ptr_array_ref (scratch->elements);
  span->fixes = g_ptr_array_ref (scratch->fixes);
}

/* Stretches on which everything about people is the same are looked at once. */
void
pt_staff_check_days (PtStaff *self, PtStaffProblem *today)
{
  GDate last = self->day;
  g_autoptr (GArray) days = NULL;
  Span span = { 0 };
  guint n = 0;

  g_date_add_days (&last, DAYS_AHEAD);
  days = pt_roster_change_points (self->roster, &self->day, &last);
  for (guint i = 1; i < days->len && !pt_effort_is_spent (&self->effort); i++)
    {
      GDate until = i + 1 < days->len ? g_array_index (days, GDate, i + 1) : last;

      if (i + 1 < days->len)
        g_date_subtract_days (&until, 1);
      look_at (self, today->process, &g_array_index (days, GDate, i), &until, i + 1 == days->len,
               &span, &n);
    }
  say_span (self, today->process, &span, &n);
}

/* ----- all ----------------------------------------------------------------------------------- */

void
pt_staff_check_process (PtStaff *self, PtIndex process)
{
  g_autoptr (PtStaffProblem) problem = pt_staff_problem_new (self, process, &self->day);
  g_auto (PtStaffVerdict) verdict = { 0 };

  if (problem->tasks->len == 0)
    return;
  pt_staff_judge (problem, NULL, 0, &verdict);
  for (guint i = 0; i < verdict.conflicts->len; i++)
    say_stuck (self, problem, &verdict, i);
  if (verdict.answer == PT_ANSWER_YES)
    {
      pt_staff_check_wishes (self, problem);
      pt_staff_check_choices (self, problem);
      pt_staff_check_absences (self, problem);
      pt_staff_check_days (self, problem);
    }
  if (verdict.answer == PT_ANSWER_UNDECIDED || pt_effort_is_spent (&self->effort))
    say_undecided (self, process);
}
