/* pt-staffing-repair.c: the least that must be given up
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-hitting-set.h"
#include "pt-staffing-private.h"

/* A search for the cheapest set of facts to give up. */
typedef struct
{
  PtAsk *ask;
  guint8 *wanted; /* by fact: may be given up */
  guint *costs;   /* by fact */
  PtHittingSets *conflicts;
} Search;

static void
clear (Search *self)
{
  pt_ask_free (self->ask);
  g_free (self->wanted);
  g_free (self->costs);
  pt_hitting_sets_free (self->conflicts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear)

static void
begin (Search *self, PtStaffing *staffing, const PtStaffCase *asked, const PtEffort *effort)
{
  self->ask = pt_ask_new (staffing, asked, effort);
  self->wanted = g_new0 (guint8, staffing->facts->len + 1);
  self->costs = g_new0 (guint, staffing->facts->len + 1);
  self->conflicts = pt_hitting_sets_new (self->costs, staffing->facts->len);
}

static void
want (Search *self, guint fact, guint cost)
{
  self->wanted[fact] = 1;
  self->costs[fact] = cost;
}

static void
hold (Search *self, const GArray *but)
{
  for (guint i = 0; i < self->ask->staffing->facts->len; i++)
    if (self->wanted[i])
      self->ask->holds[i] = 1;
  for (guint i = 0; but != NULL && i < but->len; i++)
    self->ask->holds[g_array_index (but, guint, i)] = 0;
}

/* Small conflicts lead to the end sooner. A conflict that could not be made least is one, too.
 * Returns: whether there is anything in it to give up */
static gboolean
learn (Search *self)
{
  GArray *conflict = pt_ask_get_failed (self->ask, self->wanted);

  for (guint i = 0; i < self->ask->staffing->facts->len; i++)
    if (self->wanted[i])
      self->ask->holds[i] = 0;
  for (guint i = 0; i < conflict->len; i++)
    self->ask->holds[g_array_index (conflict, guint, i)] = 1;
  pt_ask_shrink (self->ask, conflict);
  pt_hitting_sets_add (self->conflicts, conflict);
  return conflict->len > 0;
}

/* Returns: yes with the cheapest set that is not blocked, no when there is none */
static PtAnswer
find_next (Search *self, GArray **set)
{
  for (;;)
    {
      PtAnswer answer = pt_hitting_sets_cheapest (self->conflicts, self->ask->effort, set);

      if (answer != PT_ANSWER_YES)
        return answer;
      hold (self, *set);
      answer = pt_ask_solve (self->ask);
      if (answer == PT_ANSWER_YES)
        return answer;
      g_clear_pointer (set, g_array_unref);
      if (answer == PT_ANSWER_UNDECIDED || !learn (self))
        return answer;
    }
}

/* ----- repairs ------------------------------------------------------------------------------- */

PtAnswer
pt_staffing_repairs (PtStaffing *self,
                     const PtStaffCase *asked,
                     guint max,
                     const PtEffort *effort,
                     GPtrArray **repairs)
{
  g_auto (Search) search = { 0 };

  begin (&search, self, asked, effort);
  *repairs = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < self->facts->len; i++)
    if (search.ask->holds[i] && pt_staffing_fact (self, i)->cost > 0)
      want (&search, i, pt_staffing_fact (self, i)->cost);
  while ((*repairs)->len < max)
    {
      GArray *set = NULL;
      PtAnswer answer = find_next (&search, &set);

      if (answer != PT_ANSWER_YES)
        return answer == PT_ANSWER_NO ? PT_ANSWER_YES : answer;
      pt_hitting_sets_block (search.conflicts, set);
      g_ptr_array_add (*repairs, set);
    }
  return PT_ANSWER_YES;
}

/* ----- rules that should hold ---------------------------------------------------------------- */

static guint
sum (const Search *self, const GArray *set)
{
  guint cost = 0;

  for (guint i = 0; i < set->len; i++)
    cost += self->costs[g_array_index (set, guint, i)];
  return cost;
}

PtAnswer
pt_staffing_cheapest (PtStaffing *self,
                      const PtStaffCase *asked,
                      const PtEffort *effort,
                      guint *cost,
                      GArray **broken,
                      GArray **plan)
{
  g_auto (Search) search = { 0 };
  PtAnswer answer;

  begin (&search, self, asked, effort);
  for (guint i = 0; i < self->facts->len; i++)
    if (pt_staffing_fact (self, i)->weight > 0)
      want (&search, i, pt_staffing_fact (self, i)->weight);
  *broken = NULL;
  answer = find_next (&search, broken);
  *cost = *broken != NULL ? sum (&search, *broken) : 0;
  if (plan != NULL)
    *plan = answer == PT_ANSWER_YES ? pt_ask_get_plan (search.ask) : NULL;
  return answer;
}
