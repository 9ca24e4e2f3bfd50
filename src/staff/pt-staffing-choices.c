/* pt-staffing-choices.c: who may do a task but must not, and who has to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staffing-private.h"

/* What plans have shown. */
typedef struct
{
  PtAsk *ask;
  GHashTable *alive; /* variables of seats that some plan has */
  GArray *plan;      /* (nullable): the newest */
  GPtrArray *apart;  /* by task: (nullable) GArray of guint: tasks that somebody else must do */
} Choices;

/* ----- by the solver ------------------------------------------------------------------------- */

/* Each plan shows as many choices as it has seats. */
static void
note_plan (Choices *self)
{
  const PtStaffing *staffing = self->ask->staffing;

  g_clear_pointer (&self->plan, g_array_unref);
  self->plan = pt_ask_get_plan (self->ask);
  for (guint seat = 0; seat < self->plan->len; seat++)
    {
      guint person = g_array_index (self->plan, guint, seat);

      if (person != G_MAXUINT)
        g_hash_table_add (self->alive,
                          GINT_TO_POINTER (pt_staffing_literal (staffing, seat, person)));
    }
}

static gboolean
is_known_alive (const Choices *self, const PtStaffTask *task, guint person)
{
  for (guint seat = task->first_seat; seat < task->first_seat + task->n_seats; seat++)
    if (g_hash_table_contains (self->alive,
                               GINT_TO_POINTER (
                                   pt_staffing_literal (self->ask->staffing, seat, person))))
      return TRUE;
  return FALSE;
}

/* Returns: whether some plan gives @person a seat of @task */
static PtAnswer
try_choice (Choices *self, const PtStaffTask *task, guint person)
{
  for (guint seat = task->first_seat; seat < task->first_seat + task->n_seats; seat++)
    {
      PtAnswer answer;

      self->ask->also = pt_staffing_literal (self->ask->staffing, seat, person);
      answer = pt_ask_solve (self->ask);
      if (answer == PT_ANSWER_YES)
        note_plan (self);
      if (answer != PT_ANSWER_NO)
        return answer;
    }
  return PT_ANSWER_NO;
}

/* ----- without it ---------------------------------------------------------------------------- */

static void
add_apart (Choices *self, guint task, guint other)
{
  if (self->apart->pdata[task] == NULL)
    self->apart->pdata[task] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val ((GArray *)self->apart->pdata[task], other);
}

static void
unref_apart (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static void
find_apart (Choices *self)
{
  const PtStaffing *staffing = self->ask->staffing;

  self->apart = g_ptr_array_new_with_free_func (unref_apart);
  g_ptr_array_set_size (self->apart, (int)staffing->tasks->len);
  for (guint i = 0; i < staffing->facts->len; i++)
    {
      const PtFact *fact = pt_staffing_fact (staffing, i);

      if (fact->kind != PT_FACT_RULE || fact->rule != PT_STAFF_SEPARATE || fact->weight > 0)
        continue;
      for (guint a = 0; a < fact->tasks->len; a++)
        for (guint b = 0; b < fact->tasks->len; b++)
          if (pt_staffing_are_apart (fact, a, b))
            add_apart (self, g_array_index (fact->tasks, guint, a),
                       g_array_index (fact->tasks, guint, b));
    }
}

static gboolean
has_seat (const Choices *self, guint number, guint person)
{
  const PtStaffTask *task = pt_staffing_task (self->ask->staffing, number);

  for (guint seat = task->first_seat; seat < task->first_seat + task->n_seats; seat++)
    if (g_array_index (self->plan, guint, seat) == person)
      return TRUE;
  return FALSE;
}

/* Returns: whether the newest plan would do with @person for @number, and all else as it is. Only
 * looked at where no rule but separations speaks of the task. */
static gboolean
fits_into_plan (const Choices *self, guint number, guint person)
{
  const GArray *apart = self->apart->pdata[number];

  if (self->plan == NULL || pt_staffing_task (self->ask->staffing, number)->is_exact)
    return FALSE;
  for (guint i = 0; apart != NULL && i < apart->len; i++)
    if (has_seat (self, g_array_index (apart, guint, i), person))
      return FALSE;
  return TRUE;
}

/* ----- all ----------------------------------------------------------------------------------- */

/* Sorted: what is always allowed comes first for each person. */
static PtAnswer
check_task (Choices *self, guint number, GArray *dead)
{
  const PtStaffTask *task = pt_staffing_task (self->ask->staffing, number);
  PtStaffChoice choice = { .task = number, .person = G_MAXUINT };

  for (guint i = 0; i < task->allowances->len; i++)
    {
      const PtAllowance *allowance = &g_array_index (task->allowances, PtAllowance, i);
      PtAnswer answer;

      if (allowance->when != PT_IF_ALWAYS || allowance->person == choice.person
          || self->ask->is_away[allowance->person])
        continue;
      choice.person = allowance->person;
      if (is_known_alive (self, task, choice.person)
          || fits_into_plan (self, number, choice.person))
        continue;
      answer = try_choice (self, task, choice.person);
      if (answer == PT_ANSWER_UNDECIDED)
        return answer;
      if (answer == PT_ANSWER_NO)
        g_array_append_val (dead, choice);
    }
  return PT_ANSWER_YES;
}

PtAnswer
pt_staffing_dead_choices (PtStaffing *self,
                          const PtStaffCase *asked,
                          const PtEffort *effort,
                          GArray **dead)
{
  g_autoptr (PtAsk) ask = pt_ask_new (self, asked, effort);
  g_autoptr (GHashTable) alive = g_hash_table_new (NULL, NULL);
  Choices choices = { .ask = ask, .alive = alive };
  PtAnswer answer = PT_ANSWER_YES;

  find_apart (&choices);
  *dead = g_array_new (FALSE, FALSE, sizeof (PtStaffChoice));
  for (guint i = 0; i < self->tasks->len && answer == PT_ANSWER_YES; i++)
    if (ask->is_done[i])
      answer = check_task (&choices, i, *dead);
  g_clear_pointer (&choices.plan, g_array_unref);
  g_ptr_array_unref (choices.apart);
  return answer;
}

/* With several seats, the first stands for all. */
PtAnswer
pt_staffing_choice_conflict (PtStaffing *self,
                             const PtStaffChoice *choice,
                             const PtEffort *effort,
                             GArray **conflict)
{
  g_autoptr (PtAsk) ask = pt_ask_new (self, NULL, effort);

  ask->also = pt_staffing_literal (self, pt_staffing_task (self, choice->task)->first_seat,
                                   choice->person);
  return pt_ask_find_conflict (ask, FALSE, conflict);
}

/* ----- forced -------------------------------------------------------------------------------- */

static gboolean
contains (const GArray *dead, guint task, guint person)
{
  for (guint i = 0; i < dead->len; i++)
    {
      const PtStaffChoice *choice = &g_array_index (dead, PtStaffChoice, i);

      if (choice->task == task && choice->person == person)
        return TRUE;
    }
  return FALSE;
}

static void
append_if_forced (const PtStaffTask *task, guint number, const GArray *dead, GArray *forced)
{
  guint first = forced->len;
  PtStaffChoice choice = { .task = number, .person = G_MAXUINT };

  for (guint i = 0; i < task->allowances->len; i++)
    {
      const PtAllowance *allowance = &g_array_index (task->allowances, PtAllowance, i);

      if (allowance->when != PT_IF_ALWAYS || allowance->person == choice.person)
        continue;
      choice.person = allowance->person;
      if (!contains (dead, number, choice.person))
        g_array_append_val (forced, choice);
      if (forced->len - first > task->n_seats)
        break;
    }
  if (forced->len - first != task->n_seats)
    g_array_set_size (forced, first);
}

GArray *
pt_staffing_forced_choices (PtStaffing *self, const GArray *dead)
{
  GArray *forced = g_array_new (FALSE, FALSE, sizeof (PtStaffChoice));

  pt_staffing_seal (self);
  for (guint i = 0; i < self->tasks->len; i++)
    append_if_forced (pt_staffing_task (self, i), i, dead, forced);
  return forced;
}
