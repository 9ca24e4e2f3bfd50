/* pt-staffing-rules.c: the clauses of rules
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staffing-private.h"

/* What is said of two seats; @sat gets clauses that begin with @off, which switches them off. */
typedef void (*PtPairRule) (PtStaffing *self, int off, guint a, guint b);

static const GArray *
people_of (const PtStaffing *self, guint seat)
{
  return pt_staffing_task (self, pt_staffing_seat (self, seat)->task)->people;
}

/* ----- same or other person ------------------------------------------------------------------ */

static void
separate_seats (PtStaffing *self, int off, guint a, guint b)
{
  const GArray *people = people_of (self, a);
  int pair = pt_staffing_pair (self, a, b);

  if (pair != 0)
    {
      pt_sat_clause (self->sat, off, -pair);
      return;
    }
  for (guint i = 0; i < people->len; i++)
    {
      int other = pt_staffing_literal (self, b, g_array_index (people, guint, i));

      if (other != 0)
        pt_sat_clause (self->sat, off, -(pt_staffing_seat (self, a)->first + (int)i), -other);
    }
}

/* Whoever has @seat also has one of the seats of @task, if that is done. */
static void
bind_to (PtStaffing *self, int off, guint seat, guint number)
{
  const GArray *people = people_of (self, seat);
  const PtStaffTask *task = pt_staffing_task (self, number);

  for (guint i = 0; i < people->len; i++)
    {
      pt_sat_add (self->sat, off);
      pt_sat_add (self->sat, -pt_staffing_is_done (self, number));
      pt_sat_add (self->sat, -(pt_staffing_seat (self, seat)->first + (int)i));
      for (guint k = 0; k < task->n_seats; k++)
        {
          int other
              = pt_staffing_literal (self, task->first_seat + k, g_array_index (people, guint, i));

          if (other != 0)
            pt_sat_add (self->sat, other);
        }
      pt_sat_add (self->sat, 0);
    }
}

static void
bind_tasks (PtStaffing *self, const PtFact *fact)
{
  for (guint i = 0; i < fact->tasks->len; i++)
    for (guint j = i + 1; j < fact->tasks->len; j++)
      {
        guint fewer = g_array_index (fact->tasks, guint, i);
        guint more = g_array_index (fact->tasks, guint, j);
        const PtStaffTask *task;

        if (pt_staffing_task (self, fewer)->n_seats > pt_staffing_task (self, more)->n_seats)
          {
            guint swapped = fewer;

            fewer = more;
            more = swapped;
          }
        task = pt_staffing_task (self, fewer);
        for (guint k = 0; k < task->n_seats; k++)
          bind_to (self, -fact->literal, task->first_seat + k, more);
      }
}

/* ----- units --------------------------------------------------------------------------------- */

/* Returns: the variable that somebody of @unit has the seat, or 0 when none of its people are of it
 */
static int
unit_variable (const PtStaffing *self, guint seat, guint unit)
{
  return GPOINTER_TO_INT (
      g_hash_table_lookup (pt_staffing_seat (self, seat)->units, GUINT_TO_POINTER (unit)));
}

static void
say_somebody_of_it (PtStaffing *self, const PtSeat *seat, guint unit, int variable)
{
  const GArray *people = pt_staffing_task (self, seat->task)->people;

  pt_sat_add (self->sat, -variable);
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (self->units, guint, g_array_index (people, guint, i)) == unit)
      pt_sat_add (self->sat, seat->first + (int)i);
  pt_sat_add (self->sat, 0);
}

static void
add_units (PtStaffing *self, guint number)
{
  PtSeat *seat = pt_staffing_seat (self, number);
  const GArray *people = people_of (self, number);
  GHashTableIter iter;
  gpointer unit, variable;

  if (seat->units != NULL)
    return;
  seat->units = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < people->len; i++)
    {
      guint of = g_array_index (self->units, guint, g_array_index (people, guint, i));

      if (unit_variable (self, number, of) == 0)
        g_hash_table_insert (seat->units, GUINT_TO_POINTER (of),
                             GINT_TO_POINTER (pt_sat_new_variable (self->sat)));
      pt_sat_clause (self->sat, -(seat->first + (int)i), unit_variable (self, number, of));
    }
  g_hash_table_iter_init (&iter, seat->units);
  while (g_hash_table_iter_next (&iter, &unit, &variable))
    say_somebody_of_it (self, seat, GPOINTER_TO_UINT (unit), GPOINTER_TO_INT (variable));
}

static void
bind_units (PtStaffing *self, int off, guint a, guint b)
{
  int b_is_done = pt_staffing_is_done (self, pt_staffing_seat (self, b)->task);
  GHashTableIter iter;
  gpointer unit, variable;

  add_units (self, a);
  add_units (self, b);
  g_hash_table_iter_init (&iter, pt_staffing_seat (self, a)->units);
  while (g_hash_table_iter_next (&iter, &unit, &variable))
    {
      int other = unit_variable (self, b, GPOINTER_TO_UINT (unit));

      pt_sat_add (self->sat, off);
      pt_sat_add (self->sat, -b_is_done);
      pt_sat_add (self->sat, -GPOINTER_TO_INT (variable));
      if (other != 0)
        pt_sat_add (self->sat, other);
      pt_sat_add (self->sat, 0);
    }
}

static void
separate_units (PtStaffing *self, int off, guint a, guint b)
{
  GHashTableIter iter;
  gpointer unit, variable;

  add_units (self, a);
  add_units (self, b);
  g_hash_table_iter_init (&iter, pt_staffing_seat (self, a)->units);
  while (g_hash_table_iter_next (&iter, &unit, &variable))
    {
      int other = unit_variable (self, b, GPOINTER_TO_UINT (unit));

      if (other != 0)
        pt_sat_clause (self->sat, off, -GPOINTER_TO_INT (variable), -other);
    }
}

/* ----- above and below ----------------------------------------------------------------------- */

/* Whoever has @b has somebody above who has @a, if that is done. */
static void
put_above (PtStaffing *self, int off, guint a, guint b)
{
  const GArray *people = people_of (self, b);

  for (guint i = 0; i < people->len; i++)
    {
      const GArray *superiors = self->superiors->pdata[g_array_index (people, guint, i)];

      pt_sat_add (self->sat, off);
      pt_sat_add (self->sat, -pt_staffing_is_done (self, pt_staffing_seat (self, a)->task));
      pt_sat_add (self->sat, -(pt_staffing_seat (self, b)->first + (int)i));
      for (guint k = 0; superiors != NULL && k < superiors->len; k++)
        {
          int superior = pt_staffing_literal (self, a, g_array_index (superiors, guint, k));

          if (superior != 0)
            pt_sat_add (self->sat, superior);
        }
      pt_sat_add (self->sat, 0);
    }
}

/* ----- by rule ------------------------------------------------------------------------------- */

gboolean
pt_staffing_are_apart (const PtFact *fact, guint a, guint b)
{
  if (g_array_index (fact->tasks, guint, a) == g_array_index (fact->tasks, guint, b))
    return FALSE;
  return fact->groups == NULL
         || g_array_index (fact->groups, guint, a) != g_array_index (fact->groups, guint, b);
}

static void
each_seat (PtStaffing *self, const PtFact *fact, guint a, guint b, PtPairRule rule)
{
  const PtStaffTask *first = pt_staffing_task (self, g_array_index (fact->tasks, guint, a));
  const PtStaffTask *second = pt_staffing_task (self, g_array_index (fact->tasks, guint, b));

  for (guint i = 0; i < first->n_seats; i++)
    for (guint j = 0; j < second->n_seats; j++)
      rule (self, -fact->literal, first->first_seat + i, second->first_seat + j);
}

static void
each_two (PtStaffing *self, const PtFact *fact, PtPairRule rule)
{
  for (guint a = 0; a < fact->tasks->len; a++)
    for (guint b = a + 1; b < fact->tasks->len; b++)
      if (pt_staffing_are_apart (fact, a, b))
        each_seat (self, fact, a, b, rule);
}

static void
encode_separate (PtStaffing *self, const PtFact *fact)
{
  each_two (self, fact, separate_seats);
}

static void
encode_same_unit (PtStaffing *self, const PtFact *fact)
{
  each_two (self, fact, bind_units);
}

static void
encode_other_unit (PtStaffing *self, const PtFact *fact)
{
  each_two (self, fact, separate_units);
}

static void
encode_superior (PtStaffing *self, const PtFact *fact)
{
  for (guint i = 1; i < fact->tasks->len; i++)
    each_seat (self, fact, 0, i, put_above);
}

static void (*const encoders[PT_N_STAFF_RULES]) (PtStaffing *self, const PtFact *fact) = {
  [PT_STAFF_SEPARATE] = encode_separate,
  [PT_STAFF_SAME] = bind_tasks,
  [PT_STAFF_AT_MOST] = pt_staffing_encode_at_most,
  [PT_STAFF_AT_LEAST] = pt_staffing_encode_at_least,
  [PT_STAFF_SAME_UNIT] = encode_same_unit,
  [PT_STAFF_OTHER_UNIT] = encode_other_unit,
  [PT_STAFF_SUPERIOR] = encode_superior,
};

void
pt_staffing_encode_rule (PtStaffing *self, const PtFact *fact)
{
  if (fact->kind == PT_FACT_RULE)
    encoders[fact->rule](self, fact);
}
