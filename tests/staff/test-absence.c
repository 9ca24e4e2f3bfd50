/* test-absence.c: who may be away, against all absences tried one by one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "backtracker.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#define N_CHECKS 400

static guint
size_of (guint set)
{
  guint n = 0;

  for (; set != 0; set &= set - 1)
    n++;
  return n;
}

static Question
without (const Instance *instance, guint away)
{
  Question asked = question_plain (instance);

  for (guint i = 0; i < instance->n_people; i++)
    asked.away[i] = (away >> i) & 1;
  return asked;
}

static gboolean
possible_without (const Instance *instance, guint away)
{
  Question asked = without (instance, away);

  return backtrack (instance, &asked);
}

static gboolean
survives (const Instance *instance, guint n)
{
  for (guint away = 0; away < 1u << instance->n_people; away++)
    if (size_of (away) <= n && !possible_without (instance, away))
      return FALSE;
  return TRUE;
}

/* Nobody of the counter-example is away in vain. */
static void
check_counter_example (const Instance *instance, const GArray *people, guint n)
{
  guint away = 0;

  for (guint i = 0; i < people->len; i++)
    away |= 1u << g_array_index (people, guint, i);
  assert_true (size_of (away) <= n && people->len == size_of (away));
  assert_false (possible_without (instance, away));
  for (guint i = 0; i < people->len; i++)
    assert_true (possible_without (instance, away & ~(1u << g_array_index (people, guint, i))));
}

/* Whoever is away, one of the plans is left. */
static void
check_certificate (const Instance *instance, const GPtrArray *plans, guint n)
{
  for (guint away = 0; away < 1u << instance->n_people; away++)
    {
      Question asked = without (instance, away);
      gboolean is_left = FALSE;

      for (guint i = 0; size_of (away) <= n && i < plans->len; i++)
        is_left |= is_plan (instance, &asked, plans->pdata[i]);
      assert_true (is_left || size_of (away) > n);
    }
}

static void
check (const Instance *instance, guint n, PtSatKind kind)
{
  g_autoptr (PtStaffing) staffing = instance_build (instance, kind);
  g_auto (PtResilience) found = { 0 };
  gboolean expected = survives (instance, n);

  assert_int_equal (pt_staffing_survives (staffing, NULL, n, NULL, &found),
                    expected ? PT_ANSWER_YES : PT_ANSWER_NO);
  if (expected)
    {
      assert_null (found.away);
      check_certificate (instance, found.plans, n);
    }
  else
    check_counter_example (instance, found.away, n);
}

/* More people and fewer rules than elsewhere, lest nothing survive anything. */
static void
make (Instance *instance, GRand *rand)
{
  instance_make (instance, rand);
  instance->n_rules = MIN (instance->n_rules, 2);
  instance->n_obstacles = 0;
  instance->n_tasks = MIN (instance->n_tasks, 4);
  memset (instance->obstructed, 0, sizeof instance->obstructed);
  memset (instance->rules, 0, sizeof instance->rules);
  for (guint i = 0; i < instance->n_rules; i++)
    make_rule (instance, &instance->rules[i], rand);
  for (guint task = 0; task < instance->n_tasks; task++)
    for (guint person = 0; person < instance->n_people; person++)
      instance->allowed[task][person] |= by_chance (rand, 50);
}

static void
absences (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (18091010);
  guint n_survived = 0;

  for (guint i = 0; i < N_CHECKS; i++)
    {
      Instance instance;
      guint n = i % 4;

      make (&instance, rand);
      n_survived += survives (&instance, n);
      for (PtSatKind kind = 0; kind < PT_N_SAT_KINDS; kind++)
        if (pt_sat_kind_is_there (kind))
          check (&instance, n, kind);
    }
  assert_in_range (n_survived, N_CHECKS / 8, N_CHECKS * 7 / 8);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (absences),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
