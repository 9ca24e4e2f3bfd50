/* test-conflicts.c: conflicts are least, repairs repair, and all of them are found
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "backtracker.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#define N_INSTANCES 500

static gboolean
possible_without (const Instance *instance, const Question *asked, const GArray *facts)
{
  Question weaker = *asked;

  for (guint i = 0; i < facts->len; i++)
    weaker.holds[g_array_index (facts, guint, i)] = FALSE;
  return backtrack (instance, &weaker);
}

/* ----- conflicts ----------------------------------------------------------------------------- */

/* Nothing but the tasks of the conflict, its rules and (unless they are told, too) the obstacles.
 */
static Question
only (const Instance *instance, const Question *asked, const GArray *conflict, gboolean obstacles)
{
  Question alone = *asked;

  for (guint i = 0; i < instance_n_facts (instance); i++)
    if (obstacles || i < instance->n_tasks + instance->n_rules)
      alone.holds[i] = FALSE;
  for (guint i = 0; i < conflict->len; i++)
    alone.holds[g_array_index (conflict, guint, i)] = TRUE;
  return alone;
}

static void
check_conflict (const Instance *instance, const Question *asked, PtSatKind kind, gboolean obstacles)
{
  g_autoptr (PtStaffing) staffing = instance_build (instance, kind);
  g_autoptr (GArray) conflict = NULL;
  guint tasks[MAX_TASKS], away[MAX_PEOPLE];
  PtStaffCase the_case = question_case (instance, asked, tasks, away);
  Question alone;

  assert_int_equal (pt_staffing_conflict (staffing, &the_case, obstacles, NULL, &conflict),
                    backtrack (instance, asked) ? PT_ANSWER_YES : PT_ANSWER_NO);
  if (conflict == NULL)
    return;
  alone = only (instance, asked, conflict, obstacles);
  assert_false (backtrack (instance, &alone));
  for (guint i = 0; i < conflict->len; i++)
    {
      Question weaker = alone;

      weaker.holds[g_array_index (conflict, guint, i)] = FALSE;
      assert_true (backtrack (instance, &weaker));
    }
}

static void
conflicts_are_least (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19870401);

  for (guint i = 0; i < N_INSTANCES; i++)
    {
      Instance instance;
      Question asked;

      instance_make (&instance, rand);
      question_make (&asked, &instance, rand);
      for (PtSatKind kind = 0; kind < PT_N_SAT_KINDS; kind++)
        if (pt_sat_kind_is_there (kind))
          check_conflict (&instance, &asked, kind, i % 2);
    }
}

/* ----- repairs ------------------------------------------------------------------------------- */

static guint
mask_of (const GArray *facts)
{
  guint mask = 0;

  for (guint i = 0; i < facts->len; i++)
    mask |= 1u << g_array_index (facts, guint, i);
  return mask;
}

static gboolean
possible_with_mask (const Instance *instance, const Question *asked, guint mask)
{
  Question weaker = *asked;

  for (guint i = 0; i < instance_n_facts (instance); i++)
    if (mask & (1u << i))
      weaker.holds[i] = FALSE;
  return backtrack (instance, &weaker);
}

/* By trying all sets: how many repair of which no part does. */
static guint
count_repairs (const Instance *instance, const Question *asked)
{
  guint n_free = instance->n_rules + instance->n_obstacles, n = 0;
  g_autofree gboolean *repairs = g_new0 (gboolean, 1u << n_free);

  for (guint set = 0; set < 1u << n_free; set++)
    {
      gboolean has_less = FALSE;

      for (guint i = 0; i < n_free; i++)
        has_less |= (set & (1u << i)) && repairs[set & ~(1u << i)];
      repairs[set] = has_less || possible_with_mask (instance, asked, set << instance->n_tasks);
      n += repairs[set] && !has_less;
    }
  return n;
}

static guint
cost_of (const GArray *set, const guint *costs)
{
  guint cost = 0;

  for (guint i = 0; i < set->len; i++)
    cost += costs[g_array_index (set, guint, i)];
  return cost;
}

static void
check_repairs (const Instance *instance,
               const Question *asked,
               const GPtrArray *repairs,
               const guint *costs)
{
  for (guint i = 0; i < repairs->len; i++)
    {
      const GArray *repair = repairs->pdata[i];
      guint mask = mask_of (repair);

      assert_true (possible_without (instance, asked, repair));
      for (guint k = 0; k < repair->len; k++)
        assert_false (
            possible_with_mask (instance, asked, mask & ~(1u << g_array_index (repair, guint, k))));
      if (i > 0)
        assert_true (cost_of (repairs->pdata[i - 1], costs) <= cost_of (repair, costs));
    }
  assert_int_equal (repairs->len, count_repairs (instance, asked));
}

static void
all_repairs_are_found (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20130607);

  for (guint i = 0; i < N_INSTANCES; i++)
    {
      g_autoptr (PtStaffing) staffing = NULL;
      g_autoptr (GPtrArray) repairs = NULL;
      Instance instance;
      Question asked;
      guint costs[MAX_FACTS] = { 0 };

      instance_make (&instance, rand);
      asked = question_plain (&instance);
      staffing = instance_build (&instance, i % 5 == 0 && pt_sat_kind_is_there (PT_SAT_CADICAL)
                                                ? PT_SAT_CADICAL
                                                : PT_SAT_PICOSAT);
      for (guint fact = instance.n_tasks; fact < instance_n_facts (&instance); fact++)
        {
          costs[fact] = (guint)g_rand_int_range (rand, 1, 4);
          pt_staffing_set_cost (staffing, fact, costs[fact]);
        }
      assert_int_equal (pt_staffing_repairs (staffing, NULL, G_MAXUINT, NULL, &repairs),
                        PT_ANSWER_YES);
      check_repairs (&instance, &asked, repairs, costs);
    }
}

/* ----- rules that should hold ---------------------------------------------------------------- */

/* By trying all sets: the least sum of weights of rules that are broken. */
static guint
least_cost (const Instance *instance, const Question *asked)
{
  guint least = G_MAXUINT;

  for (guint set = 0; set < 1u << instance->n_rules; set++)
    {
      Question weaker = *asked;
      guint cost = 0;
      gboolean is_soft = TRUE;

      for (guint i = 0; i < instance->n_rules; i++)
        {
          weaker.holds[instance->n_tasks + i] = !(set & (1u << i));
          if (set & (1u << i))
            {
              cost += instance->rules[i].weight;
              is_soft &= instance->rules[i].weight > 0;
            }
        }
      if (is_soft && cost < least && backtrack (instance, &weaker))
        least = cost;
    }
  return least;
}

static void
cheapest_plans (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15010745);

  for (guint i = 0; i < N_INSTANCES; i++)
    {
      g_autoptr (PtStaffing) staffing = NULL;
      g_autoptr (GArray) broken = NULL, plan = NULL;
      Instance instance;
      Question asked;
      guint cost, expected;

      instance_make (&instance, rand);
      for (guint k = 0; k < instance.n_rules; k++)
        if (by_chance (rand, 70))
          instance.rules[k].weight = (guint)g_rand_int_range (rand, 1, 101);
      asked = question_plain (&instance);
      expected = least_cost (&instance, &asked);
      staffing = instance_build (&instance, PT_SAT_PICOSAT);
      assert_int_equal (pt_staffing_cheapest (staffing, NULL, NULL, &cost, &broken, &plan),
                        expected == G_MAXUINT ? PT_ANSWER_NO : PT_ANSWER_YES);
      if (expected == G_MAXUINT)
        continue;
      assert_int_equal (cost, expected);
      for (guint k = 0; k < instance.n_rules; k++)
        asked.holds[instance.n_tasks + k] = TRUE;
      for (guint k = 0; k < broken->len; k++)
        asked.holds[g_array_index (broken, guint, k)] = FALSE;
      assert_true (is_plan (&instance, &asked, plan));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (conflicts_are_least),
    cmocka_unit_test (all_repairs_are_found),
    cmocka_unit_test (cheapest_plans),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
