/* pt-staffing-seal.c: variables and clauses of who may have which seat
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each seat has a row of variables over the people of its task, in ascending order: "this one".
 * Rules that only keep people from tasks are content with "at least one". Where others speak of the
 * task, there is a second row, "this one or one before": it says "only one" with three clauses a
 * person, and makes the seats of one task ascend, so that they are different people and no order of
 * them is tried twice.
 */
#include "pt-staffing-private.h"

int
pt_staffing_is_done (const PtStaffing *self, guint task)
{
  return pt_staffing_fact (self, pt_staffing_task (self, task)->fact)->literal;
}

GArray *
pt_staffing_seats_of (const PtStaffing *self, const GArray *tasks)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tasks->len; i++)
    {
      const PtStaffTask *task = pt_staffing_task (self, g_array_index (tasks, guint, i));

      for (guint seat = task->first_seat; seat < task->first_seat + task->n_seats; seat++)
        g_array_append_val (seats, seat);
    }
  return seats;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return x < y ? -1 : x > y;
}

int
pt_staffing_literal (const PtStaffing *self, guint seat, guint person)
{
  const PtSeat *of = pt_staffing_seat (self, seat);
  guint index;

  if (!g_array_binary_search (pt_staffing_task (self, of->task)->people, &person, compare_numbers,
                              &index))
    return 0;
  return of->first + (int)index;
}

/* ----- people -------------------------------------------------------------------------------- */

/* By person, then as the conditions are numbered: what is always allowed comes first. */
static int
compare_allowances (gconstpointer a, gconstpointer b)
{
  const PtAllowance *x = a, *y = b;

  if (x->person != y->person)
    return x->person < y->person ? -1 : 1;
  return (int)x->when - (int)y->when;
}

static void
collect_people (PtStaffTask *task)
{
  task->people = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_sort (task->allowances, compare_allowances);
  for (guint i = 0; i < task->allowances->len; i++)
    {
      guint person = g_array_index (task->allowances, PtAllowance, i).person;

      if (task->people->len == 0
          || g_array_index (task->people, guint, task->people->len - 1) != person)
        g_array_append_val (task->people, person);
    }
}

static int
here (PtStaffing *self, guint person)
{
  if (self->here[person] == 0)
    self->here[person] = pt_sat_new_variable (self->sat);
  return self->here[person];
}

static int
condition (PtStaffing *self, const PtAllowance *allowance)
{
  if (allowance->when == PT_IF_GIVEN_UP)
    return -pt_staffing_fact (self, allowance->other)->literal;
  return -here (self, allowance->other);
}

/* The allowances of one person, from @first on: one of the conditions is needed, unless there is
 * none. */
static void
tie_to_conditions (PtStaffing *self, const PtStaffTask *task, guint first, guint n, int index)
{
  if (g_array_index (task->allowances, PtAllowance, first).when == PT_IF_ALWAYS)
    return;
  for (guint k = 0; k < task->n_seats; k++)
    {
      pt_sat_add (self->sat, -(pt_staffing_seat (self, task->first_seat + k)->first + index));
      for (guint i = first; i < first + n; i++)
        pt_sat_add (self->sat, condition (self, &g_array_index (task->allowances, PtAllowance, i)));
      pt_sat_add (self->sat, 0);
    }
}

static void
add_conditions (PtStaffing *self, const PtStaffTask *task)
{
  guint first = 0;

  for (guint i = 0; i < task->people->len; i++)
    {
      guint person = g_array_index (task->people, guint, i), n = 0;

      while (first + n < task->allowances->len
             && g_array_index (task->allowances, PtAllowance, first + n).person == person)
        n++;
      tie_to_conditions (self, task, first, n, (int)i);
      first += n;
    }
}

/* ----- seats --------------------------------------------------------------------------------- */

/* Returns: the first of @n variables in a row */
static int
add_row (PtStaffing *self, guint n)
{
  int first = n > 0 ? pt_sat_new_variable (self->sat) : 0;

  for (guint i = 1; i < n; i++)
    pt_sat_new_variable (self->sat);
  return first;
}

/* Somebody, if the task is done. */
static void
add_somebody (PtStaffing *self, const PtSeat *seat, int n)
{
  pt_sat_add (self->sat, -pt_staffing_is_done (self, seat->task));
  for (int i = 0; i < n; i++)
    pt_sat_add (self->sat, seat->first + i);
  pt_sat_add (self->sat, 0);
}

/* Nobody else, and nobody at all when the task is not done. */
static void
add_nobody_else (PtStaffing *self, const PtSeat *seat, int n)
{
  int is_done = pt_staffing_is_done (self, seat->task);

  for (int i = 0; i < n; i++)
    {
      pt_sat_clause (self->sat, -(seat->first + i), is_done);
      pt_sat_clause (self->sat, -(seat->first + i), seat->first_upto + i);
      if (i + 1 == n)
        break;
      pt_sat_clause (self->sat, -(seat->first_upto + i), seat->first_upto + i + 1);
      pt_sat_clause (self->sat, -(seat->first + i + 1), -(seat->first_upto + i));
    }
}

/* Whoever has the seat comes behind the one who has the seat before. That "one before" means that
 * there is one is said, too: so too few people are noticed without trying. */
static void
add_order (PtStaffing *self, const PtSeat *seat, const PtSeat *before, int n)
{
  if (n == 0)
    return;
  pt_sat_clause (self->sat, -seat->first);
  pt_sat_clause (self->sat, -before->first_upto, before->first);
  for (int i = 1; i < n; i++)
    {
      pt_sat_clause (self->sat, -(seat->first + i), before->first_upto + i - 1);
      pt_sat_clause (self->sat, -(before->first_upto + i), before->first_upto + i - 1,
                     before->first + i);
    }
}

static void
add_seats (PtStaffing *self, const PtStaffTask *task)
{
  guint n = task->people->len;

  for (guint k = task->first_seat; k < task->first_seat + task->n_seats; k++)
    {
      PtSeat *seat = pt_staffing_seat (self, k);

      seat->first = add_row (self, n);
      add_somebody (self, seat, (int)n);
      if (!task->is_exact)
        continue;
      seat->first_upto = add_row (self, n);
      add_nobody_else (self, seat, (int)n);
      if (k > task->first_seat)
        add_order (self, seat, pt_staffing_seat (self, k - 1), (int)n);
    }
}

/* ----- all ----------------------------------------------------------------------------------- */

static void
find_exact (PtStaffing *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    pt_staffing_task (self, i)->is_exact = pt_staffing_task (self, i)->n_seats > 1;
  for (guint i = 0; i < self->facts->len; i++)
    {
      const PtFact *fact = pt_staffing_fact (self, i);

      if (fact->kind != PT_FACT_RULE || fact->rule == PT_STAFF_SEPARATE)
        continue;
      for (guint k = 0; k < fact->tasks->len; k++)
        pt_staffing_task (self, g_array_index (fact->tasks, guint, k))->is_exact = TRUE;
    }
}

static void
encode_rules (PtStaffing *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    pt_staffing_add_pairs (self, pt_staffing_fact (self, i));
  pt_staffing_tie_pairs (self);
  for (guint i = 0; i < self->facts->len; i++)
    pt_staffing_encode_rule (self, pt_staffing_fact (self, i));
}

void
pt_staffing_seal (PtStaffing *self)
{
  if (self->is_sealed)
    return;
  self->is_sealed = TRUE;
  self->here = g_new0 (int, self->units->len + 1);
  find_exact (self);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      PtStaffTask *task = pt_staffing_task (self, i);

      collect_people (task);
      add_seats (self, task);
      add_conditions (self, task);
    }
  encode_rules (self);
}
