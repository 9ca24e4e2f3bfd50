/* staff.h: whether these people can do these tasks under these rules, and if not, why not
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workflow satisfiability problem (Q. Wang, N. Li: "Satisfiability and resiliency in workflow
 * authorization systems", 2010): a plan gives every task somebody who may do it, so that all rules
 * hold. Tasks, people and units are numbers from 0; nothing here knows a drawing or a roles file.
 *
 * What a person would call a reason is a fact: "only these may do task 3", "rule 7". Facts are
 * numbered in the order they were added. Conflicts and repairs are sets of facts, so they can be
 * told in words.
 *
 * The problem becomes clauses for a SAT solver: a variable for each task and each person who may do
 * it; for tasks under rules that count people also one for each pair, whether the same person does
 * both (D. Karapetyan, A. Parkes, G. Gutin, A. Gagarin: "Pattern-based approach to the workflow
 * satisfiability problem with user-independent constraints", 2019). A literal for each fact
 * switches its clauses on.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* ----- solvers ------------------------------------------------------------------------------- */

typedef enum
{
  PT_SAT_PICOSAT, /* small and quick to start: the usual one */
  PT_SAT_CADICAL, /* for hard problems; may be missing, as it is not needed for building */
  PT_N_SAT_KINDS,
} PtSatKind;

/** pt_sat_kind_is_there: Returns: whether this program was built with it */
gboolean pt_sat_kind_is_there (PtSatKind kind);
/** pt_sat_kind_name: Returns: (transfer none): what its authors call it */
const char *pt_sat_kind_name (PtSatKind kind);

/** PtEffort: what a question may cost; all zero: whatever it takes. */
typedef struct
{
  GCancellable *cancellable; /* (nullable) */
  gint64 deadline;           /* in the time of g_get_monotonic_time(); 0: none */
  int decisions;             /* the most that one call of the solver may try, the same on every
                                machine; 0: any number */
} PtEffort;

/** pt_effort_is_spent: Returns: whether the time is over or nobody waits any more; @self:
 * (nullable) */
gboolean pt_effort_is_spent (const PtEffort *self);

typedef enum
{
  PT_ANSWER_UNDECIDED, /* the effort was spent before */
  PT_ANSWER_NO,
  PT_ANSWER_YES,
} PtAnswer;

/* ----- the problem --------------------------------------------------------------------------- */

/** PtStaffing: a problem. Everything is added before the first question. One thread at a time. */
typedef struct _PtStaffing PtStaffing;

/** pt_staffing_new: Returns: (transfer full) (nullable): %NULL when @kind is not there */
PtStaffing *pt_staffing_new (PtSatKind kind);
void pt_staffing_free (PtStaffing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtStaffing, pt_staffing_free)

/** pt_staffing_add_people: @n more, each in a unit of its own. Returns: number of the first */
guint pt_staffing_add_people (PtStaffing *self, guint n);
/** pt_staffing_set_unit: @unit: any number; people without one that is known keep their own */
void pt_staffing_set_unit (PtStaffing *self, guint person, guint unit);
/** pt_staffing_add_superior: @superior is above @person, at whatever distance: all of them are told
 */
void pt_staffing_add_superior (PtStaffing *self, guint person, guint superior);

/**
 * pt_staffing_add_task:
 * @n_seats: how many different people do it: 1, or more for parallel votes and for the rounds of a
 * loop that each need somebody else
 *
 * Adds a task, and the fact that only those may do it who are allowed.
 *
 * Returns: its number
 */
guint pt_staffing_add_task (PtStaffing *self, guint n_seats);
/** pt_staffing_fact_of: Returns: the fact who may do @task */
guint pt_staffing_fact_of (const PtStaffing *self, guint task);

/** pt_staffing_allow: @person may do @task */
void pt_staffing_allow (PtStaffing *self, guint task, guint person);
/** pt_staffing_allow_deputy: @deputy may do @task while @holder is away */
void pt_staffing_allow_deputy (PtStaffing *self, guint task, guint deputy, guint holder);
/** pt_staffing_allow_unless: @person could do @task, were it not for the fact @obstacle */
void pt_staffing_allow_unless (PtStaffing *self, guint task, guint person, guint obstacle);
/** pt_staffing_is_allowed: Returns: whether it was said by pt_staffing_allow() */
gboolean pt_staffing_is_allowed (const PtStaffing *self, guint task, guint person);

/** PtStaffRule: rules speak of the tasks that are done; of those left out they demand nothing. */
typedef enum
{
  PT_STAFF_SEPARATE,  /* nobody does tasks of two groups */
  PT_STAFF_SAME,      /* one person does all; who does a task of fewer seats also has one of more */
  PT_STAFF_AT_MOST,   /* at most n different people do them all */
  PT_STAFF_AT_LEAST,  /* at least n different people, as soon as one of them is done */
  PT_STAFF_SAME_UNIT, /* people of one unit */
  PT_STAFF_OTHER_UNIT, /* people of units that are different for each two tasks */
  PT_STAFF_SUPERIOR,   /* the first task by somebody above those who do the others */
  PT_N_STAFF_RULES,
} PtStaffRule;

/** pt_staffing_add_rule: @n: for those that count. PT_STAFF_SEPARATE takes each task for a group.
 *  Returns: its fact */
guint pt_staffing_add_rule (PtStaffing *self,
                            PtStaffRule rule,
                            const guint *tasks,
                            guint n_tasks,
                            guint n);
/** pt_staffing_add_separation: a #PT_STAFF_SEPARATE whose task i is in the group groups[i]: what
 * roles that exclude each other come to. Returns: its fact */
guint pt_staffing_add_separation (PtStaffing *self,
                                  const guint *tasks,
                                  const guint *groups,
                                  guint n_tasks);
/**
 * pt_staffing_add_obstacle:
 * A fact that says nothing but keeps people from tasks (pt_staffing_allow_unless()): somebody's
 * absence, or that there is no further holder of a role, with a made-up person.
 *
 * Returns: the fact
 */
guint pt_staffing_add_obstacle (PtStaffing *self);
/** pt_staffing_set_weight: @weight: 0 must hold (the default); 1 to 100: should hold, and only
 *  pt_staffing_cheapest() looks at it */
void pt_staffing_set_weight (PtStaffing *self, guint fact, guint weight);
/** pt_staffing_set_cost: what it costs to change this by a repair; 0: cannot be. 1 unless said
 *  otherwise, 0 for tasks */
void pt_staffing_set_cost (PtStaffing *self, guint fact, guint cost);

/* ----- questions ----------------------------------------------------------------------------- */

/** PtStaffCase: what is asked about; NULL instead of it: all tasks, nobody away. */
typedef struct
{
  const guint *tasks; /* (nullable): those that are done: a path; %NULL: all */
  guint n_tasks;
  const guint *away; /* people */
  guint n_away;
} PtStaffCase;

/**
 * pt_staffing_plan:
 * @plan: (out) (optional) (transfer full) (element-type guint): by seat, the person, or %G_MAXUINT
 * for tasks that are not done; %NULL unless the answer is yes
 *
 * Returns: whether all that must hold can hold
 */
PtAnswer pt_staffing_plan (PtStaffing *self,
                           const PtStaffCase *asked,
                           const PtEffort *effort,
                           GArray **plan);

/**
 * pt_staffing_conflict:
 * @conflict: (out) (transfer full) (element-type guint) (nullable): when the answer is no: facts
 * that cannot hold together, though they could if any single one were given up. Obstacles are
 * always taken to hold, and only told where @obstacles says so
 *
 * Returns: as pt_staffing_plan(); undecided also when the conflict might not be the least
 */
PtAnswer pt_staffing_conflict (PtStaffing *self,
                               const PtStaffCase *asked,
                               gboolean obstacles,
                               const PtEffort *effort,
                               GArray **conflict);

/**
 * pt_staffing_repairs:
 * @max: how many are wanted
 * @repairs: (out) (transfer full) (element-type GArray): sets of facts; giving up one set makes a
 * plan possible, giving up a part of it does not. The cheapest first. One empty set when nothing is
 * wrong
 *
 * By implicit hitting sets: the cheapest set that takes something from each conflict known so far,
 * until none is left (after R. Reiter: "A theory of diagnosis from first principles", 1987).
 *
 * Returns: yes when these are all, or @max of them; undecided when there may be more
 */
PtAnswer pt_staffing_repairs (PtStaffing *self,
                              const PtStaffCase *asked,
                              guint max,
                              const PtEffort *effort,
                              GPtrArray **repairs);

/**
 * pt_staffing_cheapest:
 * @cost: (out): sum of the weights of the rules that cannot be kept, the least there is
 * @broken: (out) (transfer full) (element-type guint) (nullable): those rules
 * @plan: (out) (optional) (transfer full) (nullable): as for pt_staffing_plan()
 *
 * Returns: whether what must hold can hold
 */
PtAnswer pt_staffing_cheapest (PtStaffing *self,
                               const PtStaffCase *asked,
                               const PtEffort *effort,
                               guint *cost,
                               GArray **broken,
                               GArray **plan);

typedef struct
{
  guint task, person;
} PtStaffChoice;

/**
 * pt_staffing_dead_choices:
 * @dead: (out) (transfer full) (element-type PtStaffChoice): who may do a task, but must not: no
 * plan has it, so the others could not be done. By task, then by person
 *
 * Returns: yes when these are all
 */
PtAnswer pt_staffing_dead_choices (PtStaffing *self,
                                   const PtStaffCase *asked,
                                   const PtEffort *effort,
                                   GArray **dead);
/** pt_staffing_choice_conflict: as pt_staffing_conflict(), if @choice were made: what then cannot hold */
PtAnswer pt_staffing_choice_conflict (PtStaffing *self,
                                      const PtStaffChoice *choice,
                                      const PtEffort *effort,
                                      GArray **conflict);
/** pt_staffing_forced_choices: Returns: (transfer full) (element-type PtStaffChoice): tasks for
 * which the
 *  @dead choices leave only so many people as they need, when nobody is away */
GArray *pt_staffing_forced_choices (PtStaffing *self, const GArray *dead);

/** PtResilience: what pt_staffing_survives() found. */
typedef struct
{
  GPtrArray
      *plans;   /* of GArray: plans such that any absence that was looked at leaves one of them */
  GArray *away; /* (nullable): guint: people whose absence leaves no plan, none of them in vain */
} PtResilience;

/**
 * pt_staffing_survives:
 * @n: how many may be away at the same time, whoever they are
 * @found: (out caller-allocates): clear with pt_resilience_clear()
 *
 * By implicit hitting sets: people are looked for who spoil each plan known so far, then a plan
 * that does without them.
 *
 * Returns: whether there is a plan whoever is away
 */
PtAnswer pt_staffing_survives (PtStaffing *self,
                               const PtStaffCase *asked,
                               guint n,
                               const PtEffort *effort,
                               PtResilience *found);
void pt_resilience_clear (PtResilience *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PtResilience, pt_resilience_clear)

/** pt_staffing_get_n_calls: Returns: how often the solver was called, for benchmarks */
guint pt_staffing_get_n_calls (const PtStaffing *self);

G_END_DECLS
