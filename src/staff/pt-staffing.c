/* pt-staffing.c: tasks, people and rules, before they become clauses
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staffing-private.h"

#include <partitur/hash.h>

static void
clear_task (gpointer data)
{
  PtStaffTask *task = data;

  g_array_unref (task->allowances);
  g_clear_pointer (&task->people, g_array_unref);
}

static void
clear_seat (gpointer data)
{
  g_clear_pointer (&((PtSeat *)data)->units, g_hash_table_unref);
}

static void
clear_fact (gpointer data)
{
  g_clear_pointer (&((PtFact *)data)->tasks, g_array_unref);
  g_clear_pointer (&((PtFact *)data)->groups, g_array_unref);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint)size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
unref_superiors (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

PtStaffing *
pt_staffing_new (PtSatKind kind)
{
  PtSat *sat = pt_sat_new (kind);
  PtStaffing *self;

  if (sat == NULL)
    return NULL;
  self = g_new0 (PtStaffing, 1);
  self->kind = kind;
  self->sat = sat;
  self->tasks = array_new (sizeof (PtStaffTask), clear_task);
  self->seats = array_new (sizeof (PtSeat), clear_seat);
  self->facts = array_new (sizeof (PtFact), clear_fact);
  self->units = g_array_new (FALSE, FALSE, sizeof (guint));
  self->superiors = g_ptr_array_new_with_free_func (unref_superiors);
  self->pairs = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free, NULL);
  return self;
}

void
pt_staffing_free (PtStaffing *self)
{
  pt_sat_free (self->sat);
  g_array_unref (self->tasks);
  g_array_unref (self->seats);
  g_array_unref (self->facts);
  g_array_unref (self->units);
  g_ptr_array_unref (self->superiors);
  g_hash_table_unref (self->pairs);
  g_free (self->here);
  g_free (self);
}

/* ----- people -------------------------------------------------------------------------------- */

guint
pt_staffing_add_people (PtStaffing *self, guint n)
{
  guint first = self->units->len;

  for (guint person = first; person < first + n; person++)
    {
      guint own = G_MAXUINT - person;

      g_array_append_val (self->units, own);
      g_ptr_array_add (self->superiors, NULL);
    }
  return first;
}

void
pt_staffing_set_unit (PtStaffing *self, guint person, guint unit)
{
  g_array_index (self->units, guint, person) = unit;
}

void
pt_staffing_add_superior (PtStaffing *self, guint person, guint superior)
{
  if (self->superiors->pdata[person] == NULL)
    self->superiors->pdata[person] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val ((GArray *)self->superiors->pdata[person], superior);
}

/* ----- facts --------------------------------------------------------------------------------- */

static guint
add_fact (PtStaffing *self, PtFactKind kind, const guint *tasks, guint n_tasks)
{
  PtFact fact = { .kind = kind,
                  .literal = pt_sat_new_variable (self->sat),
                  .cost = kind != PT_FACT_TASK,
                  .tasks = g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_array_append_vals (fact.tasks, tasks, n_tasks);
  g_array_append_val (self->facts, fact);
  return self->facts->len - 1;
}

void
pt_staffing_set_weight (PtStaffing *self, guint fact, guint weight)
{
  pt_staffing_fact (self, fact)->weight = weight;
}

void
pt_staffing_set_cost (PtStaffing *self, guint fact, guint cost)
{
  pt_staffing_fact (self, fact)->cost = cost;
}

guint
pt_staffing_add_obstacle (PtStaffing *self)
{
  return add_fact (self, PT_FACT_OBSTACLE, NULL, 0);
}

guint
pt_staffing_add_rule (PtStaffing *self,
                      PtStaffRule rule,
                      const guint *tasks,
                      guint n_tasks,
                      guint n)
{
  guint number = add_fact (self, PT_FACT_RULE, tasks, n_tasks);
  PtFact *fact = pt_staffing_fact (self, number);

  fact->rule = rule;
  fact->n = n;
  return number;
}

guint
pt_staffing_add_separation (PtStaffing *self,
                            const guint *tasks,
                            const guint *groups,
                            guint n_tasks)
{
  guint number = pt_staffing_add_rule (self, PT_STAFF_SEPARATE, tasks, n_tasks, 0);
  PtFact *fact = pt_staffing_fact (self, number);

  fact->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (fact->groups, groups, n_tasks);
  return number;
}

/* ----- tasks --------------------------------------------------------------------------------- */

guint
pt_staffing_add_task (PtStaffing *self, guint n_seats)
{
  guint number = self->tasks->len;
  PtStaffTask task = { .first_seat = self->seats->len,
                       .n_seats = MAX (n_seats, 1),
                       .fact = add_fact (self, PT_FACT_TASK, &number, 1),
                       .allowances = g_array_new (FALSE, FALSE, sizeof (PtAllowance)) };
  PtSeat seat = { .task = number };

  for (guint i = 0; i < task.n_seats; i++)
    g_array_append_val (self->seats, seat);
  g_array_append_val (self->tasks, task);
  return number;
}

guint
pt_staffing_fact_of (const PtStaffing *self, guint task)
{
  return pt_staffing_task (self, task)->fact;
}

static void
allow (PtStaffing *self, guint task, guint person, PtIf when, guint other)
{
  PtAllowance allowance = { .person = person, .when = when, .other = other };

  g_array_append_val (pt_staffing_task (self, task)->allowances, allowance);
}

void
pt_staffing_allow (PtStaffing *self, guint task, guint person)
{
  allow (self, task, person, PT_IF_ALWAYS, 0);
}

void
pt_staffing_allow_deputy (PtStaffing *self, guint task, guint deputy, guint holder)
{
  allow (self, task, deputy, PT_IF_AWAY, holder);
}

void
pt_staffing_allow_unless (PtStaffing *self, guint task, guint person, guint obstacle)
{
  allow (self, task, person, PT_IF_GIVEN_UP, obstacle);
}

gboolean
pt_staffing_is_allowed (const PtStaffing *self, guint task, guint person)
{
  const GArray *allowances = pt_staffing_task (self, task)->allowances;

  for (guint i = 0; i < allowances->len; i++)
    {
      const PtAllowance *allowance = &g_array_index (allowances, PtAllowance, i);

      if (allowance->person == person && allowance->when == PT_IF_ALWAYS)
        return TRUE;
    }
  return FALSE;
}

guint
pt_staffing_get_n_calls (const PtStaffing *self)
{
  return pt_sat_get_n_calls (self->sat);
}
