/* pt-hitting-set.c: the cheapest set that shares something with each of several sets
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The set with the fewest numbers that may still be taken is where it branches: one of them is
 * needed. What was tried there is out for the branches after it, so nothing is looked at twice.
 * Sets that share nothing each cost at least their cheapest number: that is the bound.
 */
#include "pt-hitting-set.h"

typedef enum
{
  FREE,
  IN,
  OUT,
} State;

struct _PtHittingSets
{
  const guint *costs;
  guint n;
  GPtrArray *sets, *blocked; /* of GArray of guint */
  guint8 *states;
  guint8 *counted; /* scratch for the bound */
  GArray *best;    /* (nullable) */
  guint best_cost;
  guint n_steps;
  const PtEffort *effort;
  gboolean is_spent;
};

PtHittingSets *
pt_hitting_sets_new (const guint *costs, guint n)
{
  PtHittingSets *self = g_new0 (PtHittingSets, 1);

  self->costs = costs;
  self->n = n;
  self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->blocked = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->states = g_new0 (guint8, n + 1);
  self->counted = g_new0 (guint8, n + 1);
  return self;
}

void
pt_hitting_sets_free (PtHittingSets *self)
{
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->blocked);
  g_free (self->states);
  g_free (self->counted);
  g_free (self);
}

void
pt_hitting_sets_add (PtHittingSets *self, GArray *set)
{
  g_ptr_array_add (self->sets, set);
}

void
pt_hitting_sets_block (PtHittingSets *self, const GArray *set)
{
  g_ptr_array_add (self->blocked, g_array_copy ((GArray *)set));
}

static guint
count_states (const PtHittingSets *self, const GArray *set, State state)
{
  guint n = 0;

  for (guint i = 0; i < set->len; i++)
    n += self->states[g_array_index (set, guint, i)] == state;
  return n;
}

static gboolean
is_blocked (const PtHittingSets *self)
{
  for (guint i = 0; i < self->blocked->len; i++)
    {
      const GArray *set = self->blocked->pdata[i];

      if (count_states (self, set, IN) == set->len)
        return TRUE;
    }
  return FALSE;
}

/* Returns: what @set costs at least, or 0 when it shares a number with one that was counted. */
static guint
cost_apart (const PtHittingSets *self, const GArray *set)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < set->len; i++)
    {
      guint number = g_array_index (set, guint, i);

      if (self->states[number] != FREE)
        continue;
      if (self->counted[number])
        return 0;
      least = MIN (least, self->costs[number]);
    }
  for (guint i = 0; i < set->len; i++)
    self->counted[g_array_index (set, guint, i)] = 1;
  return least;
}

/* @open: (out) (nullable): the set to branch on. Returns: what is needed at least to hit all sets.
 */
static guint
look (const PtHittingSets *self, const GArray **open)
{
  guint bound = 0, fewest = G_MAXUINT;

  *open = NULL;
  memset (self->counted, 0, self->n);
  for (guint i = 0; i < self->sets->len; i++)
    {
      const GArray *set = self->sets->pdata[i];
      guint n_free;

      if (count_states (self, set, IN) > 0)
        continue;
      n_free = count_states (self, set, FREE);
      if (n_free == 0)
        return G_MAXUINT;
      bound += cost_apart (self, set);
      if (n_free < fewest)
        {
          fewest = n_free;
          *open = set;
        }
    }
  return bound;
}

static void
keep (PtHittingSets *self, guint cost)
{
  if (self->best != NULL)
    g_array_set_size (self->best, 0);
  else
    self->best = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->n; i++)
    if (self->states[i] == IN)
      g_array_append_val (self->best, i);
  self->best_cost = cost;
}

static void search (PtHittingSets *self, guint cost);

static void
branch (PtHittingSets *self, const GArray *open, guint cost)
{
  g_autofree guint8 *before = g_memdup2 (self->states, self->n);

  for (guint i = 0; i < open->len && !self->is_spent; i++)
    {
      guint number = g_array_index (open, guint, i);

      if (self->states[number] != FREE)
        continue;
      self->states[number] = IN;
      search (self, cost + self->costs[number]);
      self->states[number] = OUT;
    }
  memcpy (self->states, before, self->n);
}

static void
search (PtHittingSets *self, guint cost)
{
  const GArray *open;
  guint bound;

  if (++self->n_steps % 256 == 0 && pt_effort_is_spent (self->effort))
    self->is_spent = TRUE;
  if (self->is_spent || cost >= self->best_cost || is_blocked (self))
    return;
  bound = look (self, &open);
  if (bound >= self->best_cost - cost)
    return;
  if (open == NULL)
    keep (self, cost);
  else
    branch (self, open, cost);
}

PtAnswer
pt_hitting_sets_cheapest (PtHittingSets *self, const PtEffort *effort, GArray **found)
{
  memset (self->states, FREE, self->n);
  self->best = NULL;
  self->best_cost = G_MAXUINT;
  self->effort = effort;
  self->is_spent = FALSE;
  search (self, 0);
  if (self->is_spent)
    g_clear_pointer (&self->best, g_array_unref);
  *found = g_steal_pointer (&self->best);
  return self->is_spent ? PT_ANSWER_UNDECIDED : *found != NULL ? PT_ANSWER_YES : PT_ANSWER_NO;
}
