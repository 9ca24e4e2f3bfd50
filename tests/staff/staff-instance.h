/* staff-instance.h: a problem as plain tables, from which both the product and the tests work
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/staff.h>

#define MAX_TASKS 8
#define MAX_PEOPLE 10
#define MAX_RULES 8
#define MAX_OBSTACLES 2
#define MAX_FACTS (MAX_TASKS + MAX_RULES + MAX_OBSTACLES)

typedef struct
{
  PtStaffRule kind;
  guint n, weight, n_tasks, tasks[MAX_TASKS], groups[MAX_TASKS];
} Rule;

/* Facts are numbered: tasks, rules, obstacles. */
typedef struct
{
  guint n_tasks, n_people, n_rules, n_obstacles;
  guint n_seats[MAX_TASKS];
  gboolean allowed[MAX_TASKS][MAX_PEOPLE];
  gboolean deputy[MAX_TASKS][MAX_PEOPLE][MAX_PEOPLE];        /* for whom */
  gboolean obstructed[MAX_TASKS][MAX_PEOPLE][MAX_OBSTACLES]; /* by what */
  guint unit[MAX_PEOPLE];
  gboolean above[MAX_PEOPLE][MAX_PEOPLE]; /* the second is above the first */
  Rule rules[MAX_RULES];
} Instance;

/* What is asked of it. */
typedef struct
{
  gboolean done[MAX_TASKS], away[MAX_PEOPLE], holds[MAX_FACTS];
} Question;

static inline guint
instance_n_facts (const Instance *self)
{
  return self->n_tasks + self->n_rules + self->n_obstacles;
}

static inline gboolean
may_do (const Instance *self, const Question *asked, guint task, guint person)
{
  gboolean may = self->allowed[task][person];

  for (guint holder = 0; holder < self->n_people; holder++)
    may |= self->deputy[task][person][holder] && asked->away[holder];
  for (guint i = 0; i < self->n_obstacles; i++)
    may |= self->obstructed[task][person][i] && !asked->holds[self->n_tasks + self->n_rules + i];
  return may && !asked->away[person];
}

/* All tasks, nobody away, whatever must hold. */
static inline Question
question_plain (const Instance *self)
{
  Question asked = { 0 };

  for (guint i = 0; i < self->n_tasks; i++)
    asked.done[i] = TRUE;
  for (guint i = 0; i < instance_n_facts (self); i++)
    asked.holds[i] = i < self->n_tasks || i >= self->n_tasks + self->n_rules
                     || self->rules[i - self->n_tasks].weight == 0;
  return asked;
}

/* ----- into the product ---------------------------------------------------------------------- */

static inline void
tell_allowances (const Instance *self, PtStaffing *staffing, guint task)
{
  guint first_obstacle = self->n_tasks + self->n_rules;

  for (guint person = 0; person < self->n_people; person++)
    {
      if (self->allowed[task][person])
        pt_staffing_allow (staffing, task, person);
      for (guint holder = 0; holder < self->n_people; holder++)
        if (self->deputy[task][person][holder])
          pt_staffing_allow_deputy (staffing, task, person, holder);
      for (guint i = 0; i < self->n_obstacles; i++)
        if (self->obstructed[task][person][i])
          pt_staffing_allow_unless (staffing, task, person, first_obstacle + i);
    }
}

static inline void
tell_people (const Instance *self, PtStaffing *staffing)
{
  pt_staffing_add_people (staffing, self->n_people);
  for (guint person = 0; person < self->n_people; person++)
    {
      pt_staffing_set_unit (staffing, person, self->unit[person]);
      for (guint superior = 0; superior < self->n_people; superior++)
        if (self->above[person][superior])
          pt_staffing_add_superior (staffing, person, superior);
    }
}

static inline PtStaffing *
instance_build (const Instance *self, PtSatKind kind)
{
  PtStaffing *staffing = pt_staffing_new (kind);

  tell_people (self, staffing);
  for (guint i = 0; i < self->n_tasks; i++)
    pt_staffing_add_task (staffing, self->n_seats[i]);
  for (guint i = 0; i < self->n_rules; i++)
    {
      const Rule *rule = &self->rules[i];
      guint fact;

      if (rule->kind == PT_STAFF_SEPARATE)
        fact = pt_staffing_add_separation (staffing, rule->tasks, rule->groups, rule->n_tasks);
      else
        fact = pt_staffing_add_rule (staffing, rule->kind, rule->tasks, rule->n_tasks, rule->n);
      pt_staffing_set_weight (staffing, fact, rule->weight);
    }
  for (guint i = 0; i < self->n_obstacles; i++)
    pt_staffing_add_obstacle (staffing);
  for (guint i = 0; i < self->n_tasks; i++)
    tell_allowances (self, staffing, i);
  return staffing;
}

/* Points into @tasks and @away, which have room for all. */
static inline PtStaffCase
question_case (const Instance *self, const Question *asked, guint *tasks, guint *away)
{
  PtStaffCase result = { .tasks = tasks, .away = away };

  for (guint i = 0; i < self->n_tasks; i++)
    if (asked->done[i])
      tasks[result.n_tasks++] = i;
  for (guint i = 0; i < self->n_people; i++)
    if (asked->away[i])
      away[result.n_away++] = i;
  return result;
}

/* ----- made ones ----------------------------------------------------------------------------- */

static inline gboolean
by_chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static inline void
make_rule (const Instance *self, Rule *rule, GRand *rand)
{
  guint32 order[MAX_TASKS];

  for (guint i = 0; i < self->n_tasks; i++)
    order[i] = i;
  rule->kind = (PtStaffRule)g_rand_int_range (rand, 0, PT_N_STAFF_RULES);
  rule->n_tasks = (guint)g_rand_int_range (rand, 2, (int)MIN (self->n_tasks, 5) + 1);
  rule->n = (guint)g_rand_int_range (rand, 1, (int)rule->n_tasks + 1);
  for (guint i = 0; i < rule->n_tasks; i++)
    {
      guint other = (guint)g_rand_int_range (rand, (int)i, (int)self->n_tasks);
      guint32 task = order[other];

      order[other] = order[i];
      order[i] = task;
      rule->tasks[i] = task;
      rule->groups[i] = by_chance (rand, 80) ? i : 0;
    }
}

static inline void
make_people (Instance *self, GRand *rand)
{
  for (guint person = 0; person < self->n_people; person++)
    {
      self->unit[person] = (guint)g_rand_int_range (rand, 0, 3);
      for (guint superior = 0; superior < person; superior++)
        self->above[person][superior] = by_chance (rand, 40);
    }
}

static inline void
make_task (Instance *self, guint task, GRand *rand)
{
  int density = g_rand_int_range (rand, 20, 70);

  self->n_seats[task] = by_chance (rand, 15) ? (guint)g_rand_int_range (rand, 2, 4) : 1;
  for (guint person = 0; person < self->n_people; person++)
    {
      self->allowed[task][person] = by_chance (rand, density);
      if (by_chance (rand, 10))
        self->deputy[task][person][g_rand_int_range (rand, 0, (int)self->n_people)] = TRUE;
      if (self->n_obstacles > 0 && by_chance (rand, 15))
        self->obstructed[task][person][g_rand_int_range (rand, 0, (int)self->n_obstacles)] = TRUE;
    }
}

static inline void
instance_make (Instance *self, GRand *rand)
{
  memset (self, 0, sizeof *self);
  self->n_tasks = (guint)g_rand_int_range (rand, 2, 7);
  self->n_people = (guint)g_rand_int_range (rand, 2, 8);
  self->n_rules = (guint)g_rand_int_range (rand, 0, 6);
  self->n_obstacles = (guint)g_rand_int_range (rand, 0, MAX_OBSTACLES + 1);
  make_people (self, rand);
  for (guint i = 0; i < self->n_tasks; i++)
    make_task (self, i, rand);
  for (guint i = 0; i < self->n_rules; i++)
    make_rule (self, &self->rules[i], rand);
}

static inline void
question_make (Question *asked, const Instance *instance, GRand *rand)
{
  *asked = question_plain (instance);
  for (guint i = 0; i < instance->n_tasks; i++)
    asked->done[i] = by_chance (rand, 85);
  for (guint i = 0; i < instance->n_people; i++)
    asked->away[i] = by_chance (rand, 15);
}
