/* test-trip.c: the trip request workflow of dos Santos and Ranise, by hand
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Request, car, flight, hotel, validation: five pairs of them by two people; the first by a or b,
 * the fourth by a, the others by a, b or c.
 */
#include "staff-instance.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

enum
{
  A,
  B,
  C,
  N_PEOPLE
};

enum
{
  T1,
  T2,
  T3,
  T4,
  T5,
  N_TASKS
};

static const guint pairs[][2] = { { T1, T2 }, { T1, T4 }, { T2, T3 }, { T2, T5 }, { T3, T5 } };

static PtStaffing *
trip (PtSatKind kind)
{
  static const char *const may[N_TASKS] = { "ab", "abc", "abc", "a", "abc" };
  PtStaffing *staffing = pt_staffing_new (kind);

  pt_staffing_add_people (staffing, N_PEOPLE);
  for (guint task = 0; task < N_TASKS; task++)
    {
      assert_int_equal (pt_staffing_add_task (staffing, 1), task);
      for (const char *c = may[task]; *c != '\0'; c++)
        pt_staffing_allow (staffing, task, (guint)(*c - 'a'));
    }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    pt_staffing_add_rule (staffing, PT_STAFF_SEPARATE, pairs[i], 2, 0);
  return staffing;
}

/* Each plan by itself is a problem in which everybody has no choice. */
static guint
count_plans (void)
{
  guint n = 0;

  for (guint code = 0; code < 243; code++)
    {
      g_autoptr (PtStaffing) staffing = pt_staffing_new (PT_SAT_PICOSAT);
      g_autoptr (PtStaffing) full = trip (PT_SAT_PICOSAT);
      gboolean may = TRUE;

      pt_staffing_add_people (staffing, N_PEOPLE);
      for (guint task = 0, rest = code; task < N_TASKS; task++, rest /= 3)
        {
          pt_staffing_add_task (staffing, 1);
          pt_staffing_allow (staffing, task, rest % 3);
          may &= pt_staffing_is_allowed (full, task, rest % 3);
        }
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        pt_staffing_add_rule (staffing, PT_STAFF_SEPARATE, pairs[i], 2, 0);
      n += may && pt_staffing_plan (staffing, NULL, NULL, NULL) == PT_ANSWER_YES;
    }
  return n;
}

static void
four_plans (void **state)
{
  assert_int_equal (count_plans (), 4);
}

static void
assert_choice (const GArray *choices, guint i, guint task, guint person)
{
  assert_int_equal (g_array_index (choices, PtStaffChoice, i).task, task);
  assert_int_equal (g_array_index (choices, PtStaffChoice, i).person, person);
}

static void
dead_and_forced (void **state)
{
  for (PtSatKind kind = 0; kind < PT_N_SAT_KINDS; kind++)
    {
      g_autoptr (PtStaffing) staffing = NULL;
      g_autoptr (GArray) dead = NULL, forced = NULL;

      if (!pt_sat_kind_is_there (kind))
        continue;
      staffing = trip (kind);
      assert_int_equal (pt_staffing_dead_choices (staffing, NULL, NULL, &dead), PT_ANSWER_YES);
      assert_int_equal (dead->len, 2);
      assert_choice (dead, 0, T1, A);
      assert_choice (dead, 1, T2, B);
      forced = pt_staffing_forced_choices (staffing, dead);
      assert_int_equal (forced->len, 2);
      assert_choice (forced, 0, T1, B);
      assert_choice (forced, 1, T4, A);
    }
}

static void
one_absence_is_too_much (void **state)
{
  g_autoptr (PtStaffing) staffing = trip (PT_SAT_PICOSAT);
  g_auto (PtResilience) none = { 0 }, one = { 0 };

  assert_int_equal (pt_staffing_survives (staffing, NULL, 0, NULL, &none), PT_ANSWER_YES);
  assert_int_equal (pt_staffing_survives (staffing, NULL, 1, NULL, &one), PT_ANSWER_NO);
  assert_int_equal (one.away->len, 1);
}

/* Without t4, a and b and c are enough for anything but t1 by c. */
static void
a_path (void **state)
{
  g_autoptr (PtStaffing) staffing = trip (PT_SAT_PICOSAT);
  const guint path[] = { T1, T2, T3, T5 }, away[] = { A };
  PtStaffCase whole = { .away = away, .n_away = 1 };
  PtStaffCase part = { .tasks = path, .n_tasks = 4 };
  g_autoptr (GArray) plan = NULL, conflict = NULL;

  assert_int_equal (pt_staffing_plan (staffing, &part, NULL, &plan), PT_ANSWER_YES);
  assert_int_equal (g_array_index (plan, guint, T4), G_MAXUINT);
  assert_int_equal (pt_staffing_conflict (staffing, &whole, FALSE, NULL, &conflict), PT_ANSWER_NO);
  assert_int_equal (conflict->len, 1);
  assert_int_equal (g_array_index (conflict, guint, 0), pt_staffing_fact_of (staffing, T4));
}

/* Nobody waits any more, or the time is over: then nothing is claimed. */
static void
spent_efforts (void **state)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const PtEffort cancelled = { .cancellable = cancellable }, late = { .deadline = 1 };
  const PtEffort *const efforts[] = { &cancelled, &late };

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (efforts); i++)
    {
      g_autoptr (PtStaffing) staffing = trip (PT_SAT_PICOSAT);
      g_autoptr (GArray) conflict = NULL, dead = NULL, broken = NULL;
      g_autoptr (GPtrArray) repairs = NULL;
      g_auto (PtResilience) found = { 0 };
      guint cost;

      assert_int_equal (pt_staffing_plan (staffing, NULL, efforts[i], NULL), PT_ANSWER_UNDECIDED);
      assert_int_equal (pt_staffing_conflict (staffing, NULL, TRUE, efforts[i], &conflict),
                        PT_ANSWER_UNDECIDED);
      assert_int_equal (pt_staffing_repairs (staffing, NULL, 9, efforts[i], &repairs),
                        PT_ANSWER_UNDECIDED);
      assert_int_equal (pt_staffing_dead_choices (staffing, NULL, efforts[i], &dead),
                        PT_ANSWER_UNDECIDED);
      assert_int_equal (pt_staffing_survives (staffing, NULL, 1, efforts[i], &found),
                        PT_ANSWER_UNDECIDED);
      assert_int_equal (pt_staffing_cheapest (staffing, NULL, efforts[i], &cost, &broken, NULL),
                        PT_ANSWER_UNDECIDED);
    }
}

static void
solvers_have_names (void **state)
{
  assert_true (pt_sat_kind_is_there (PT_SAT_PICOSAT));
  assert_string_equal (pt_sat_kind_name (PT_SAT_PICOSAT), "PicoSAT");
  assert_string_equal (pt_sat_kind_name (PT_SAT_CADICAL), "CaDiCaL");
  if (!pt_sat_kind_is_there (PT_SAT_CADICAL))
    assert_null (pt_staffing_new (PT_SAT_CADICAL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (four_plans),
    cmocka_unit_test (dead_and_forced),
    cmocka_unit_test (one_absence_is_too_much),
    cmocka_unit_test (a_path),
    cmocka_unit_test (spent_efforts),
    cmocka_unit_test (solvers_have_names),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
