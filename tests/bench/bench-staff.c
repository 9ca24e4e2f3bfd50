/* bench-staff.c: plans, conflicts, repairs and absences in made organisations, both solvers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of JSON for each solver and size; times in milliseconds of processor time. Two kinds of
 * problems: organisations (tasks that belong to one role, people with one role or two, pairs of
 * tasks that two people do), and those of the literature (JAIR 66, 2019): ten people a task, each
 * allowed a random part of the tasks, some of all pairs apart, at most three people for some fives.
 */
#include <partitur/staff.h>

#include "pt-bench.h"

#define LIMIT_SECONDS 20

/* ----- organisations ------------------------------------------------------------------------- */

typedef struct
{
  guint n_tasks, n_people, n_roles, n_pairs;
} Shape;

static gboolean
holds_role (const guint *roles, guint person, guint role)
{
  return roles[2 * person] == role || roles[2 * person + 1] == role;
}

static void
add_pairs (PtStaffing *staffing, const Shape *shape, GRand *rand)
{
  for (guint i = 0; i < shape->n_pairs; i++)
    {
      guint pair[2] = { (guint)g_rand_int_range (rand, 0, (int)shape->n_tasks) };

      pair[1] = (pair[0] + (guint)g_rand_int_range (rand, 1, (int)shape->n_tasks)) % shape->n_tasks;
      pt_staffing_add_rule (staffing, PT_STAFF_SEPARATE, pair, 2, 0);
    }
}

/* For each role one more holder, as a repair. */
static void
add_obstacles (PtStaffing *staffing, const Shape *shape, const guint *owners)
{
  for (guint role = 0; role < shape->n_roles; role++)
    {
      guint obstacle = pt_staffing_add_obstacle (staffing);
      guint person = pt_staffing_add_people (staffing, 1);

      for (guint task = 0; task < shape->n_tasks; task++)
        if (owners[task] == role)
          pt_staffing_allow_unless (staffing, task, person, obstacle);
    }
}

static PtStaffing *
make_organisation (const Shape *shape, gboolean obstacles, GRand *rand, PtSatKind kind)
{
  PtStaffing *staffing = pt_staffing_new (kind);
  g_autofree guint *roles = g_new (guint, 2 * shape->n_people);
  g_autofree guint *owners = g_new (guint, shape->n_tasks);

  pt_staffing_add_people (staffing, shape->n_people);
  for (guint i = 0; i < 2 * shape->n_people; i++)
    roles[i] = i % 2 == 1 && g_rand_int_range (rand, 0, 5) > 0
                   ? roles[i - 1]
                   : (guint)g_rand_int_range (rand, 0, (int)shape->n_roles);
  for (guint task = 0; task < shape->n_tasks; task++)
    {
      pt_staffing_add_task (staffing, 1);
      owners[task] = (guint)g_rand_int_range (rand, 0, (int)shape->n_roles);
      for (guint person = 0; person < shape->n_people; person++)
        if (holds_role (roles, person, owners[task]))
          pt_staffing_allow (staffing, task, person);
    }
  add_pairs (staffing, shape, rand);
  if (obstacles)
    add_obstacles (staffing, shape, owners);
  return staffing;
}

/* ----- what is measured ---------------------------------------------------------------------- */

typedef struct
{
  double plan, conflict, repairs, choices, survives[3];
  guint n_calls[3];
} Times;

static double
since (double start)
{
  return pt_bench_cpu () - start;
}

static void
measure_absences (PtStaffing *staffing, Times *times)
{
  for (guint n = 1; n <= 3; n++)
    {
      double start = pt_bench_cpu ();
      guint n_calls = pt_staffing_get_n_calls (staffing);
      g_auto (PtResilience) found = { 0 };

      pt_staffing_survives (staffing, NULL, n, NULL, &found);
      times->survives[n - 1] = since (start);
      times->n_calls[n - 1] = pt_staffing_get_n_calls (staffing) - n_calls;
    }
}

/* Returns: whether there was a plan */
static gboolean
measure_possible (const Shape *shape, guint seed, PtSatKind kind, Times *times)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double start = pt_bench_cpu ();
  g_autoptr (PtStaffing) staffing = make_organisation (shape, FALSE, rand, kind);
  g_autoptr (GArray) dead = NULL;

  if (pt_staffing_plan (staffing, NULL, NULL, NULL) != PT_ANSWER_YES)
    return FALSE;
  times->plan = since (start);
  start = pt_bench_cpu ();
  pt_staffing_dead_choices (staffing, NULL, NULL, &dead);
  times->choices = since (start);
  measure_absences (staffing, times);
  return TRUE;
}

/* Returns: whether there was a conflict between rules, not only a task that nobody may do */
static gboolean
measure_impossible (const Shape *shape, guint seed, PtSatKind kind, Times *times, guint *n_repairs)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (PtStaffing) staffing = make_organisation (shape, TRUE, rand, kind);
  g_autoptr (GArray) conflict = NULL;
  g_autoptr (GPtrArray) repairs = NULL;
  double start;

  if (pt_staffing_plan (staffing, NULL, NULL, NULL) != PT_ANSWER_NO)
    return FALSE;
  start = pt_bench_cpu ();
  pt_staffing_conflict (staffing, NULL, FALSE, NULL, &conflict);
  times->conflict = since (start);
  start = pt_bench_cpu ();
  pt_staffing_repairs (staffing, NULL, G_MAXUINT, NULL, &repairs);
  times->repairs = since (start);
  *n_repairs = repairs->len;
  return conflict->len > 1;
}

/* ----- means --------------------------------------------------------------------------------- */

typedef struct
{
  double sum, max;
  guint n;
} Mean;

static void
take (Mean *self, double value)
{
  self->sum += value;
  self->max = MAX (self->max, value);
  self->n++;
}

static void
report (JsonObject *result, const char *name, const Mean *self)
{
  g_autofree char *max = g_strconcat (name, "_max", NULL);

  json_object_set_double_member (result, name, self->n > 0 ? self->sum / self->n : 0);
  json_object_set_double_member (result, max, self->max);
}

static JsonObject *
begin (const char *problem, PtSatKind kind, guint n_tasks, guint n_people)
{
  JsonObject *result = json_object_new ();

  json_object_set_string_member (result, "benchmark", "staff");
  json_object_set_string_member (result, "problem", problem);
  json_object_set_string_member (result, "solver", pt_sat_kind_name (kind));
  json_object_set_int_member (result, "tasks", n_tasks);
  json_object_set_int_member (result, "people", n_people);
  return result;
}

static void
report_possible (const Shape *shape, PtSatKind kind)
{
  JsonObject *result = begin ("organisation", kind, shape->n_tasks, shape->n_people);
  Mean plan = { 0 }, choices = { 0 }, survives[3] = { { 0 } }, calls[3] = { { 0 } };

  for (guint seed = 1; plan.n < 10 && seed < 1000; seed++)
    {
      Times times = { 0 };

      if (!measure_possible (shape, seed, kind, &times))
        continue;
      take (&plan, times.plan);
      take (&choices, times.choices);
      for (guint n = 0; n < 3; n++)
        {
          take (&survives[n], times.survives[n]);
          take (&calls[n], times.n_calls[n]);
        }
    }
  json_object_set_int_member (result, "instances", plan.n);
  report (result, "plan_ms", &plan);
  report (result, "dead_choices_ms", &choices);
  report (result, "one_absence_ms", &survives[0]);
  report (result, "two_absences_ms", &survives[1]);
  report (result, "three_absences_ms", &survives[2]);
  report (result, "two_absences_calls", &calls[1]);
  pt_bench_print (result);
}

static void
report_impossible (const Shape *shape, PtSatKind kind)
{
  JsonObject *result = begin ("organisation in conflict", kind, shape->n_tasks, shape->n_people);
  Mean conflict = { 0 }, repairs = { 0 }, counts = { 0 };

  for (guint seed = 1; conflict.n < 40 && seed < 4000; seed++)
    {
      Times times = { 0 };
      guint n_repairs;

      if (!measure_impossible (shape, seed, kind, &times, &n_repairs))
        continue;
      take (&conflict, times.conflict);
      take (&repairs, times.repairs);
      take (&counts, n_repairs);
    }
  json_object_set_int_member (result, "instances", conflict.n);
  report (result, "conflict_ms", &conflict);
  report (result, "all_repairs_ms", &repairs);
  report (result, "repairs", &counts);
  pt_bench_print (result);
}

/* ----- the literature's ---------------------------------------------------------------------- */

static void
shuffle (guint *numbers, guint n, GRand *rand)
{
  for (guint i = 0; i < n; i++)
    {
      guint other = (guint)g_rand_int_range (rand, (int)i, (int)n), number = numbers[other];

      numbers[other] = numbers[i];
      numbers[i] = number;
    }
}

static PtStaffing *
make_random (guint k, guint density, guint n_counts, GRand *rand, PtSatKind kind)
{
  PtStaffing *staffing = pt_staffing_new (kind);
  g_autofree guint *order = g_new (guint, k);

  pt_staffing_add_people (staffing, 10 * k);
  for (guint i = 0; i < k; i++)
    order[i] = pt_staffing_add_task (staffing, 1);
  for (guint person = 0; person < 10 * k; person++)
    {
      guint n = (guint)g_rand_int_range (rand, 1, (int)(k - 1) / 2 + 1);

      shuffle (order, k, rand);
      for (guint i = 0; i < n; i++)
        pt_staffing_allow (staffing, order[i], person);
    }
  for (guint a = 0; a < k; a++)
    for (guint b = 0; b < a; b++)
      if ((guint)g_rand_int_range (rand, 0, 100) < density)
        pt_staffing_add_rule (staffing, PT_STAFF_SEPARATE, (guint[]){ a, b }, 2, 0);
  for (guint i = 0; i < n_counts; i++)
    {
      shuffle (order, k, rand);
      pt_staffing_add_rule (staffing, PT_STAFF_AT_MOST, order, 5, 3);
    }
  return staffing;
}

typedef struct
{
  Mean time;
  guint n_answers[3];
} Literature;

static void
measure_random (guint k, guint density, guint n_counts, guint seed, PtSatKind kind, Literature *all)
{
  g_autoptr (GRand) rand
      = g_rand_new_with_seed (k * 1000003 + density * 1009 + n_counts * 11 + seed);
  g_autoptr (PtStaffing) staffing = make_random (k, density, n_counts, rand, kind);
  PtEffort effort = { .deadline = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC };
  double start = pt_bench_cpu ();

  all->n_answers[pt_staffing_plan (staffing, NULL, &effort, NULL)]++;
  take (&all->time, since (start));
}

static void
report_random (guint k, PtSatKind kind)
{
  JsonObject *result = begin ("literature", kind, k, 10 * k);
  Literature all = { { 0 } };

  for (guint density = 10; density <= 30; density += 10)
    for (guint half = 0; half <= 2; half++)
      for (guint seed = 1; seed <= 3; seed++)
        measure_random (k, density, half * k / 2, seed, kind, &all);
  json_object_set_int_member (result, "instances", all.time.n);
  json_object_set_int_member (result, "possible", all.n_answers[PT_ANSWER_YES]);
  json_object_set_int_member (result, "impossible", all.n_answers[PT_ANSWER_NO]);
  json_object_set_int_member (result, "undecided", all.n_answers[PT_ANSWER_UNDECIDED]);
  report (result, "plan_ms", &all.time);
  pt_bench_print (result);
}

int
main (void)
{
  static const Shape large = { 60, 200, 8, 20 }, middle = { 60, 60, 8, 60 };
  static const Shape tight = { 60, 60, 12, 60 };

  for (PtSatKind kind = 0; kind < PT_N_SAT_KINDS; kind++)
    {
      if (!pt_sat_kind_is_there (kind))
        continue;
      report_possible (&middle, kind);
      report_possible (&large, kind);
      report_impossible (&tight, kind);
      for (guint k = 20; k <= 40; k += 10)
        report_random (k, kind);
    }
  return 0;
}
