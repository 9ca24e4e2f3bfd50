/* pt-staffing-private.h: the inside of a problem
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-sat.h"

G_BEGIN_DECLS

/* What must be false for somebody to be allowed. */
typedef enum
{
  PT_IF_ALWAYS,
  PT_IF_AWAY,    /* `other`: a person who is here */
  PT_IF_GIVEN_UP /* `other`: a fact that holds */
} PtIf;

typedef struct
{
  guint person;
  PtIf when;
  guint other;
} PtAllowance;

typedef struct
{
  guint first_seat, n_seats, fact;
  gboolean is_exact;  /* exactly one person has each seat, not at least one */
  GArray *allowances; /* PtAllowance; sorted when sealed */
  GArray *people;     /* guint, ascending: whoever may, on whatever condition; when sealed */
} PtStaffTask;

/* A seat: its variables are those of its task's people in their order: first, first + 1, … Unless
 * the task is exact, several may be true: then each of them could do it, whoever does the others.
 */
typedef struct
{
  guint task;
  int first;         /* variable: this person does it */
  int first_upto;    /* variable: this person or one before; of exact ones */
  GHashTable *units; /* (nullable): unit + 1 → variable: somebody of that unit does it */
} PtSeat;

typedef enum
{
  PT_FACT_TASK,
  PT_FACT_RULE,
  PT_FACT_OBSTACLE,
} PtFactKind;

typedef struct
{
  PtFactKind kind;
  int literal; /* holds */
  guint weight, cost;
  PtStaffRule rule;
  guint n;
  GArray *tasks, *groups; /* guint: of rules; of a task its number */
} PtFact;

struct _PtStaffing
{
  PtSatKind kind;
  PtSat *sat;
  gboolean is_sealed;
  GArray *tasks;        /* PtStaffTask */
  GArray *seats;        /* PtSeat */
  GArray *facts;        /* PtFact */
  GArray *units;        /* guint: by person; without one: G_MAXUINT - person */
  GPtrArray *superiors; /* by person: (nullable) GArray of guint */
  int *here;            /* by person: variable, 0 for those without a deputy */
  GHashTable *pairs;    /* two seats → variable: the same person has both */
};

#define pt_staffing_task(self, i) (&g_array_index ((self)->tasks, PtStaffTask, (i)))
#define pt_staffing_seat(self, i) (&g_array_index ((self)->seats, PtSeat, (i)))
#define pt_staffing_fact(self, i) (&g_array_index ((self)->facts, PtFact, (i)))

/** pt_staffing_seal: Makes the clauses, once. */
void pt_staffing_seal (PtStaffing *self);
/** pt_staffing_literal: Returns: that @person has @seat, or 0 for those who may not */
int pt_staffing_literal (const PtStaffing *self, guint seat, guint person);
/** pt_staffing_is_done: Returns: the literal that @task is done, which is its fact */
int pt_staffing_is_done (const PtStaffing *self, guint task);
/** pt_staffing_seats_of: Returns: (transfer full): guint: of all these tasks */
GArray *pt_staffing_seats_of (const PtStaffing *self, const GArray *tasks);

/** pt_staffing_are_apart: Returns: whether a separation keeps its tasks at @a and @b apart */
gboolean pt_staffing_are_apart (const PtFact *fact, guint a, guint b);
/** pt_staffing_encode_rule: the clauses of one rule, switched on by the literal of its fact */
void pt_staffing_encode_rule (PtStaffing *self, const PtFact *fact);

/** pt_staffing_add_pairs: variables for each two seats of the tasks of a rule that counts */
void pt_staffing_add_pairs (PtStaffing *self, const PtFact *fact);
/** pt_staffing_tie_pairs: what the pairs have to do with each other, once all are there */
void pt_staffing_tie_pairs (PtStaffing *self);
/** pt_staffing_pair: Returns: the variable that @a and @b are the same person, or 0 */
int pt_staffing_pair (const PtStaffing *self, guint a, guint b);
void pt_staffing_encode_at_most (PtStaffing *self, const PtFact *fact);
void pt_staffing_encode_at_least (PtStaffing *self, const PtFact *fact);

/* ----- asking -------------------------------------------------------------------------------- */

/** PtAsk: a case, by number; which facts are taken to hold is up to the question. */
typedef struct
{
  PtStaffing *staffing;
  const PtEffort *effort;
  guint8 *is_done; /* by task */
  guint8 *is_away; /* by person */
  guint8 *holds;   /* by fact: all that must hold, at first; those of tasks not done never do */
  int also;        /* a further literal that is taken to be true, or 0 */
} PtAsk;

PtAsk *pt_ask_new (PtStaffing *staffing, const PtStaffCase *asked, const PtEffort *effort);
void pt_ask_free (PtAsk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtAsk, pt_ask_free)

PtAnswer pt_ask_solve (PtAsk *self);
/** pt_ask_find_conflict: @obstacles, @conflict: as for pt_staffing_conflict() */
PtAnswer pt_ask_find_conflict (PtAsk *self, gboolean obstacles, GArray **conflict);
/** pt_ask_get_plan: Returns: (transfer full): after a yes */
GArray *pt_ask_get_plan (const PtAsk *self);
/** pt_ask_get_person: Returns: who has @seat, after a yes; %G_MAXUINT when its task is not done */
guint pt_ask_get_person (const PtAsk *self, guint seat);
/**
 * pt_ask_shrink:
 * @core: (inout): after a no: facts that hold, to be made as few as possible; the others that hold
 * stay
 *
 * Returns: no when none of them can be spared, undecided when one perhaps can
 */
PtAnswer pt_ask_shrink (PtAsk *self, GArray *core);
/** pt_ask_get_failed: Returns: (transfer full): after a no: those of the @wanted facts that hold
 * and were needed */
GArray *pt_ask_get_failed (const PtAsk *self, const guint8 *wanted);

G_END_DECLS
