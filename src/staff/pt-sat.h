/* pt-sat.h: the part of a SAT solver that is needed here, whoever does the work
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Literals are numbers as in the DIMACS format: a variable, or minus it.
 */
#pragma once

#include <partitur/staff.h>

G_BEGIN_DECLS

typedef struct _PtSat PtSat;

/** pt_sat_new: Returns: (transfer full) (nullable): %NULL when @kind is not there */
PtSat *pt_sat_new (PtSatKind kind);
void pt_sat_free (PtSat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSat, pt_sat_free)

int pt_sat_new_variable (PtSat *self);
/** pt_sat_add: the next literal of a clause; 0 ends it */
void pt_sat_add (PtSat *self, int literal);
/** pt_sat_assume: only for the next pt_sat_solve() */
void pt_sat_assume (PtSat *self, int literal);
/** pt_sat_solve: @effort: (nullable) */
PtAnswer pt_sat_solve (PtSat *self, const PtEffort *effort);
/** pt_sat_value: Returns: after a yes: whether @literal is true */
gboolean pt_sat_value (PtSat *self, int literal);
/** pt_sat_failed: Returns: after a no: whether the assumption @literal was needed for it */
gboolean pt_sat_failed (PtSat *self, int literal);
guint pt_sat_get_n_calls (const PtSat *self);

/** pt_sat_clause: a clause at once */
#define pt_sat_clause(self, ...) pt_sat_add_all (self, (const int[]){ __VA_ARGS__, 0 })
void pt_sat_add_all (PtSat *self, const int *clause);

/* ----- for those who do the work ------------------------------------------------------------------ */

/** PtSatClass: @solver is theirs. `solve` gets the limit of decisions, -1 for none, and answers as
 *  solvers do: 10 yes, 20 no, else undecided. */
typedef struct
{
  const char *name;
  gpointer (*create) (int (*is_spent) (gpointer sat), gpointer sat);
  void (*destroy) (gpointer solver);
  void (*add) (gpointer solver, int literal);
  void (*assume) (gpointer solver, int literal);
  int (*solve) (gpointer solver, int decisions);
  gboolean (*value) (gpointer solver, int literal);
  gboolean (*failed) (gpointer solver, int literal);
} PtSatClass;

extern const PtSatClass pt_sat_picosat, pt_sat_cadical;

G_END_DECLS
