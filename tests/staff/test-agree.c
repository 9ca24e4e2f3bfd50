/* test-agree.c: two solvers and the backtracker say the same of made problems
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "backtracker.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#define N_INSTANCES 1000

static void
ask (const Instance *instance, const Question *asked, PtSatKind kind, gboolean expected)
{
  g_autoptr (PtStaffing) staffing = instance_build (instance, kind);
  g_autoptr (GArray) plan = NULL, again = NULL;
  guint tasks[MAX_TASKS], away[MAX_PEOPLE];
  PtStaffCase the_case = question_case (instance, asked, tasks, away);
  PtAnswer answer = pt_staffing_plan (staffing, &the_case, NULL, &plan);

  assert_int_equal (answer, expected ? PT_ANSWER_YES : PT_ANSWER_NO);
  assert_int_equal (plan != NULL, expected);
  if (expected)
    assert_true (is_plan (instance, asked, plan));
  /* What was asked before does not matter. */
  pt_staffing_plan (staffing, NULL, NULL, NULL);
  assert_int_equal (pt_staffing_plan (staffing, &the_case, NULL, &again), answer);
}

static void
agree (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20100401);
  guint n_possible = 0;

  for (guint i = 0; i < N_INSTANCES; i++)
    {
      Instance instance;
      Question asked;
      gboolean expected;

      instance_make (&instance, rand);
      question_make (&asked, &instance, rand);
      expected = backtrack (&instance, &asked);
      n_possible += expected;
      for (PtSatKind kind = 0; kind < PT_N_SAT_KINDS; kind++)
        if (pt_sat_kind_is_there (kind))
          ask (&instance, &asked, kind, expected);
    }
  /* Lest the test only knows one answer. */
  assert_in_range (n_possible, N_INSTANCES / 5, N_INSTANCES * 4 / 5);
}

/* ----- choices ------------------------------------------------------------------------------- */

/* Whether some plan has @person for @task: nobody else may do it. */
static gboolean
can_be_chosen (const Instance *instance, guint task, guint person)
{
  Instance forced = *instance;
  Question asked;
  guint at;

  for (guint other = 0; other < instance->n_people; other++)
    {
      forced.allowed[task][other] = other == person;
      memset (forced.deputy[task][other], 0, sizeof forced.deputy[task][other]);
    }
  for (at = 0; at < instance->n_obstacles; at++)
    for (guint other = 0; other < instance->n_people; other++)
      forced.obstructed[task][other][at] = FALSE;
  asked = question_plain (&forced);
  return backtrack (&forced, &asked);
}

static gboolean
is_dead (const GArray *dead, guint task, guint person)
{
  for (guint i = 0; i < dead->len; i++)
    if (g_array_index (dead, PtStaffChoice, i).task == task
        && g_array_index (dead, PtStaffChoice, i).person == person)
      return TRUE;
  return FALSE;
}

static void
check_choices (const Instance *instance, PtSatKind kind)
{
  g_autoptr (PtStaffing) staffing = instance_build (instance, kind);
  g_autoptr (GArray) dead = NULL;

  assert_int_equal (pt_staffing_dead_choices (staffing, NULL, NULL, &dead), PT_ANSWER_YES);
  for (guint task = 0; task < instance->n_tasks; task++)
    for (guint person = 0; person < instance->n_people; person++)
      if (instance->n_seats[task] == 1)
        assert_int_equal (is_dead (dead, task, person),
                          instance->allowed[task][person]
                              && !can_be_chosen (instance, task, person));
}

static void
choices (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20110627);

  for (guint i = 0; i < 300; i++)
    {
      Instance instance;

      instance_make (&instance, rand);
      for (guint k = 0; i % 2 == 0 && k < instance.n_rules; k++)
        instance.rules[k].kind = PT_STAFF_SEPARATE;
      for (PtSatKind kind = 0; kind < PT_N_SAT_KINDS; kind++)
        if (pt_sat_kind_is_there (kind))
          check_choices (&instance, kind);
    }
}

/* ----- counting ------------------------------------------------------------------------------ */

/* At most 3 of 12 takes another way into clauses than at most 3 of 5. */
static void
many_under_one_rule (void **state)
{
  for (guint n_needed = 1; n_needed <= 5; n_needed++)
    {
      g_autoptr (PtStaffing) staffing = pt_staffing_new (PT_SAT_PICOSAT);
      guint tasks[12];

      pt_staffing_add_people (staffing, 12);
      for (guint i = 0; i < 12; i++)
        {
          tasks[i] = pt_staffing_add_task (staffing, 1);
          /* n_needed groups that share nobody */
          pt_staffing_allow (staffing, i, i % n_needed);
          pt_staffing_allow (staffing, i, i % n_needed + 5);
        }
      pt_staffing_add_rule (staffing, PT_STAFF_AT_MOST, tasks, 12, 3);
      assert_int_equal (pt_staffing_plan (staffing, NULL, NULL, NULL),
                        n_needed <= 3 ? PT_ANSWER_YES : PT_ANSWER_NO);
    }
}

/* More seats than people is seen at once, however many there are. */
static void
more_seats_than_people (void **state)
{
  g_autoptr (PtStaffing) staffing = pt_staffing_new (PT_SAT_PICOSAT);
  PtEffort effort = { .decisions = 10 };
  guint task = pt_staffing_add_task (staffing, 41);

  pt_staffing_add_people (staffing, 40);
  for (guint i = 0; i < 40; i++)
    pt_staffing_allow (staffing, task, i);
  assert_int_equal (pt_staffing_plan (staffing, NULL, &effort, NULL), PT_ANSWER_NO);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agree),
    cmocka_unit_test (choices),
    cmocka_unit_test (many_under_one_rule),
    cmocka_unit_test (more_seats_than_people),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
