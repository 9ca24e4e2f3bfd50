/* pt-staffing-absence.c: what happens when people are away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two solvers play against each other: one finds people whose absence spoils each plan known so
 * far, the other a plan for just that absence. A plan is spoilt when one of its people is away, or
 * when one of its deputies stands in for somebody who is here after all.
 */
#include "pt-staffing-private.h"

/* Who is away: a solver with a variable for each person that a plan has used, of which at most n
 * are true. counts[k]: at least k + 1 of the people so far are away. */
typedef struct
{
  PtSat *sat;
  guint n;
  int *away; /* by person: variable or 0 */
  int *counts;
} Absences;

static void
absences_clear (Absences *self)
{
  pt_sat_free (self->sat);
  g_free (self->away);
  g_free (self->counts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Absences, absences_clear)

/* Counted as they come: a further person makes a further row of sums. */
static void
count_person (Absences *self, int away)
{
  for (guint k = self->n; k-- > 0;)
    {
      int sum = pt_sat_new_variable (self->sat);

      if (self->counts[k] != 0)
        pt_sat_clause (self->sat, -self->counts[k], sum);
      if (self->counts[k] != 0 && k + 1 == self->n)
        pt_sat_clause (self->sat, -away, -self->counts[k]);
      if (k == 0)
        pt_sat_clause (self->sat, -away, sum);
      else if (self->counts[k - 1] != 0)
        pt_sat_clause (self->sat, -away, -self->counts[k - 1], sum);
      self->counts[k] = sum;
    }
}

static int
away_variable (Absences *self, guint person)
{
  if (self->away[person] == 0)
    {
      self->away[person] = pt_sat_new_variable (self->sat);
      count_person (self, self->away[person]);
    }
  return self->away[person];
}

/* ----- plans --------------------------------------------------------------------------------- */

/* Returns: who must be away for @person to have @seat: the first absent one of those it stands in
 * for, or %G_MAXUINT for a person who always may */
static guint
stands_in_for (const PtAsk *ask, guint seat, guint person)
{
  const GArray *allowances
      = pt_staffing_task (ask->staffing, pt_staffing_seat (ask->staffing, seat)->task)->allowances;

  for (guint i = 0; i < allowances->len; i++)
    {
      const PtAllowance *allowance = &g_array_index (allowances, PtAllowance, i);

      if (allowance->person != person)
        continue;
      if (allowance->when == PT_IF_ALWAYS)
        return G_MAXUINT;
      if (allowance->when == PT_IF_AWAY && ask->is_away[allowance->other])
        return allowance->other;
    }
  return G_MAXUINT;
}

/* From now on only absences that spoil @plan. Variables first: a new one comes with clauses. */
static void
add_plan (Absences *self, const PtAsk *ask, const GArray *plan)
{
  g_autoptr (GArray) clause = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint seat = 0; seat < plan->len; seat++)
    {
      guint person = g_array_index (plan, guint, seat), holder;
      int literal;

      if (person == G_MAXUINT)
        continue;
      literal = away_variable (self, person);
      g_array_append_val (clause, literal);
      holder = stands_in_for (ask, seat, person);
      if (holder == G_MAXUINT)
        continue;
      literal = -away_variable (self, holder);
      g_array_append_val (clause, literal);
    }
  for (guint i = 0; i < clause->len; i++)
    pt_sat_add (self->sat, g_array_index (clause, int, i));
  pt_sat_add (self->sat, 0);
}

static void
send_away (Absences *self, PtAsk *ask)
{
  for (guint person = 0; person < ask->staffing->units->len; person++)
    ask->is_away[person] = self->away[person] != 0 && pt_sat_value (self->sat, self->away[person]);
}

/* ----- the game ------------------------------------------------------------------------------ */

/* Whoever can come back without a plan becoming possible was away in vain. */
static GArray *
shrink (PtAsk *ask, const guint8 *always_away)
{
  GArray *away = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint person = 0; person < ask->staffing->units->len; person++)
    {
      if (!ask->is_away[person] || always_away[person])
        continue;
      ask->is_away[person] = 0;
      if (pt_ask_solve (ask) == PT_ANSWER_NO)
        continue;
      ask->is_away[person] = 1;
      g_array_append_val (away, person);
    }
  return away;
}

static void
keep_away (PtAsk *ask, const guint8 *always_away)
{
  for (guint person = 0; person < ask->staffing->units->len; person++)
    ask->is_away[person] |= always_away[person];
}

/* Returns: yes when nobody spoils all plans any more */
static PtAnswer
play (PtAsk *ask, Absences *absences, const guint8 *always_away, PtResilience *found)
{
  for (;;)
    {
      PtAnswer answer = pt_ask_solve (ask);

      if (answer == PT_ANSWER_NO)
        found->away = shrink (ask, always_away);
      if (answer != PT_ANSWER_YES)
        return answer;
      g_ptr_array_add (found->plans, pt_ask_get_plan (ask));
      if (absences->n == 0)
        return PT_ANSWER_YES;
      add_plan (absences, ask, found->plans->pdata[found->plans->len - 1]);
      answer = pt_sat_solve (absences->sat, ask->effort);
      if (answer != PT_ANSWER_YES)
        return answer == PT_ANSWER_NO ? PT_ANSWER_YES : answer;
      send_away (absences, ask);
      keep_away (ask, always_away);
    }
}

PtAnswer
pt_staffing_survives (PtStaffing *self,
                      const PtStaffCase *asked,
                      guint n,
                      const PtEffort *effort,
                      PtResilience *found)
{
  g_autoptr (PtAsk) ask = pt_ask_new (self, asked, effort);
  g_autofree guint8 *always_away = g_memdup2 (ask->is_away, self->units->len + 1);
  g_auto (Absences) absences = { .sat = pt_sat_new (self->kind), .n = n };

  absences.away = g_new0 (int, self->units->len + 1);
  absences.counts = g_new0 (int, n + 1);
  found->plans = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  found->away = NULL;
  return play (ask, &absences, always_away, found);
}

void
pt_resilience_clear (PtResilience *self)
{
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->away, g_array_unref);
}
