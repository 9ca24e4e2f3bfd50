/* backtracker.h: a second opinion: a plan by trying
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pattern backtracking (D. Karapetyan, A. Gagarin, G. Gutin, 2014): first which seats go together,
 * which is all that most rules look at, then a person for each such block. No clauses, no clever
 * bounds; nothing is shared with the product.
 */
#pragma once

#include "staff-instance.h"

#define MAX_SEATS (MAX_TASKS * 3)

typedef struct
{
  const Instance *instance;
  Question asked;
  guint n_seats, task_of[MAX_SEATS];
  guint block_of[MAX_SEATS], n_blocks;
  guint person_of[MAX_SEATS]; /* by block */
} Backtracker;

static inline gboolean
speaks_of (const Rule *rule, guint task, guint *at)
{
  for (*at = 0; *at < rule->n_tasks; (*at)++)
    if (rule->tasks[*at] == task)
      return TRUE;
  return FALSE;
}

/* ----- rules of patterns --------------------------------------------------------------------- */

static inline guint
count_blocks (const Backtracker *self, const Rule *rule, gboolean *is_done)
{
  gboolean seen[MAX_SEATS] = { FALSE };
  guint n = 0, at;

  *is_done = FALSE;
  for (guint seat = 0; seat < self->n_seats; seat++)
    if (speaks_of (rule, self->task_of[seat], &at))
      {
        *is_done = TRUE;
        n += !seen[self->block_of[seat]];
        seen[self->block_of[seat]] = TRUE;
      }
  return n;
}

static inline gboolean
is_in_task (const Backtracker *self, guint block, guint task)
{
  for (guint seat = 0; seat < self->n_seats; seat++)
    if (self->task_of[seat] == task && self->block_of[seat] == block)
      return TRUE;
  return FALSE;
}

/* Every one of the task with fewer seats has a seat of the other. */
static inline gboolean
are_bound (const Backtracker *self, guint a, guint b)
{
  const guint *n_seats = self->instance->n_seats;
  guint fewer = n_seats[a] <= n_seats[b] ? a : b, more = fewer == a ? b : a;

  for (guint seat = 0; seat < self->n_seats; seat++)
    if (self->task_of[seat] == fewer && !is_in_task (self, self->block_of[seat], more))
      return FALSE;
  return TRUE;
}

static inline gboolean
all_bound (const Backtracker *self, const Rule *rule)
{
  for (guint i = 0; i < rule->n_tasks; i++)
    for (guint j = 0; j < i; j++)
      if (self->asked.done[rule->tasks[i]] && self->asked.done[rule->tasks[j]]
          && !are_bound (self, rule->tasks[i], rule->tasks[j]))
        return FALSE;
  return TRUE;
}

static inline gboolean
all_separate (const Backtracker *self, const Rule *rule)
{
  guint at_a, at_b;

  for (guint a = 0; a < self->n_seats; a++)
    for (guint b = 0; b < a; b++)
      if (self->block_of[a] == self->block_of[b] && self->task_of[a] != self->task_of[b]
          && speaks_of (rule, self->task_of[a], &at_a) && speaks_of (rule, self->task_of[b], &at_b)
          && rule->groups[at_a] != rule->groups[at_b])
        return FALSE;
  return TRUE;
}

/* ----- rules of people ----------------------------------------------------------------------- */

static inline guint
person_at (const Backtracker *self, guint seat)
{
  return self->person_of[self->block_of[seat]];
}

static inline gboolean
units_fit (const Backtracker *self, const Rule *rule, gboolean same)
{
  const guint *unit = self->instance->unit;
  guint at;

  for (guint a = 0; a < self->n_seats; a++)
    for (guint b = 0; b < a; b++)
      if (self->task_of[a] != self->task_of[b] && speaks_of (rule, self->task_of[a], &at)
          && speaks_of (rule, self->task_of[b], &at)
          && (unit[person_at (self, a)] == unit[person_at (self, b)]) != same)
        return FALSE;
  return TRUE;
}

static inline gboolean
is_superior (const Backtracker *self, guint seat, const Rule *rule)
{
  for (guint boss = 0; boss < self->n_seats; boss++)
    if (self->task_of[boss] == rule->tasks[0]
        && !self->instance->above[person_at (self, seat)][person_at (self, boss)])
      return FALSE;
  return TRUE;
}

static inline gboolean
superiors_fit (const Backtracker *self, const Rule *rule)
{
  guint at;

  for (guint seat = 0; seat < self->n_seats; seat++)
    if (speaks_of (rule, self->task_of[seat], &at) && at > 0 && !is_superior (self, seat, rule))
      return FALSE;
  return TRUE;
}

/* ----- both ---------------------------------------------------------------------------------- */

static inline gboolean
is_kept (const Backtracker *self, const Rule *rule)
{
  gboolean is_done;
  guint n = count_blocks (self, rule, &is_done);

  switch (rule->kind)
    {
    case PT_STAFF_SEPARATE:
      return all_separate (self, rule);
    case PT_STAFF_SAME:
      return all_bound (self, rule);
    case PT_STAFF_AT_MOST:
      return n <= rule->n;
    case PT_STAFF_AT_LEAST:
      return !is_done || n >= rule->n;
    case PT_STAFF_SAME_UNIT:
      return units_fit (self, rule, TRUE);
    case PT_STAFF_OTHER_UNIT:
      return units_fit (self, rule, FALSE);
    case PT_STAFF_SUPERIOR:
      return superiors_fit (self, rule);
    case PT_N_STAFF_RULES:
    default:
      g_assert_not_reached ();
    }
}

static inline gboolean
looks_at_people (const Rule *rule)
{
  return rule->kind == PT_STAFF_SAME_UNIT || rule->kind == PT_STAFF_OTHER_UNIT
         || rule->kind == PT_STAFF_SUPERIOR;
}

static inline gboolean
all_kept (const Backtracker *self, gboolean of_people)
{
  for (guint i = 0; i < self->instance->n_rules; i++)
    if (self->asked.holds[self->instance->n_tasks + i]
        && looks_at_people (&self->instance->rules[i]) == of_people
        && !is_kept (self, &self->instance->rules[i]))
      return FALSE;
  return TRUE;
}

/* Of the first @n_seats seats. */
static inline gboolean
may_have_block (const Backtracker *self, guint n_seats, guint block, guint person)
{
  for (guint seat = 0; seat < n_seats; seat++)
    if (self->block_of[seat] == block
        && !may_do (self->instance, &self->asked, self->task_of[seat], person))
      return FALSE;
  return TRUE;
}

static inline gboolean
has_block (const Backtracker *self, guint n_blocks, guint person)
{
  for (guint i = 0; i < n_blocks; i++)
    if (self->person_of[i] == person)
      return TRUE;
  return FALSE;
}

static inline gboolean
find_people (Backtracker *self, guint block)
{
  if (block == self->n_blocks)
    return all_kept (self, TRUE);
  for (guint person = 0; person < self->instance->n_people; person++)
    if (!has_block (self, block, person) && may_have_block (self, self->n_seats, block, person))
      {
        self->person_of[block] = person;
        if (find_people (self, block + 1))
          return TRUE;
      }
  return FALSE;
}

static inline gboolean
may_join (const Backtracker *self, guint seat, guint block)
{
  for (guint before = 0; before < seat; before++)
    if (self->task_of[before] == self->task_of[seat] && self->block_of[before] == block)
      return FALSE;
  for (guint person = 0; person < self->instance->n_people; person++)
    if (may_have_block (self, seat, block, person)
        && may_do (self->instance, &self->asked, self->task_of[seat], person))
      return TRUE;
  return FALSE;
}

static inline gboolean
find_pattern (Backtracker *self, guint seat)
{
  guint n_blocks = self->n_blocks;

  if (seat == self->n_seats)
    return all_kept (self, FALSE) && find_people (self, 0);
  for (guint block = 0; block <= n_blocks && block < self->instance->n_people; block++)
    {
      if (!may_join (self, seat, block))
        continue;
      self->block_of[seat] = block;
      self->n_blocks = MAX (n_blocks, block + 1);
      if (find_pattern (self, seat + 1))
        return TRUE;
      self->n_blocks = n_blocks;
    }
  return FALSE;
}

static inline gboolean
find_plan (const Instance *instance, const Question *asked)
{
  Backtracker self = { .instance = instance, .asked = *asked };

  for (guint task = 0; task < instance->n_tasks; task++)
    for (guint i = 0; asked->done[task] && i < instance->n_seats[task]; i++)
      self.task_of[self.n_seats++] = task;
  return find_pattern (&self, 0);
}

/* Tasks whose fact is given up may be left out, or not. */
static inline gboolean
backtrack (const Instance *instance, const Question *asked)
{
  for (guint task = 0; task < instance->n_tasks; task++)
    if (asked->done[task] && !asked->holds[task])
      {
        Question without = *asked, with = *asked;

        with.holds[task] = TRUE;
        without.done[task] = FALSE;
        return backtrack (instance, &without) || backtrack (instance, &with);
      }
  return find_plan (instance, asked);
}

/* Whether the plan of the product, by seat, keeps all that it should. */
static inline gboolean
is_plan (const Instance *instance, const Question *asked, const GArray *plan)
{
  Backtracker self = { .instance = instance, .asked = *asked };
  guint all_seats = 0;

  self.n_blocks = instance->n_people;
  for (guint i = 0; i < instance->n_people; i++)
    self.person_of[i] = i;
  for (guint task = 0; task < instance->n_tasks; task++)
    for (guint i = 0; i < instance->n_seats[task]; i++)
      {
        guint person = g_array_index (plan, guint, all_seats++);

        if (!asked->done[task] && person == G_MAXUINT)
          continue;
        if (!asked->done[task] || person >= instance->n_people
            || !may_do (instance, asked, task, person))
          return FALSE;
        for (guint before = 0; before < self.n_seats; before++)
          if (self.task_of[before] == task && self.block_of[before] == person)
            return FALSE;
        self.task_of[self.n_seats] = task;
        self.block_of[self.n_seats++] = person;
      }
  return all_kept (&self, TRUE) && all_kept (&self, FALSE);
}
