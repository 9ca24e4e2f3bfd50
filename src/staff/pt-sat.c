/* pt-sat.c: one interface to two solvers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-sat.h"

struct _PtSat
{
  const PtSatClass *klass;
  gpointer solver;
  int n_variables;
  guint n_calls;
  const PtEffort *effort; /* (nullable): of the running call */
};

static const PtSatClass *const classes[PT_N_SAT_KINDS] = {
  [PT_SAT_PICOSAT] = &pt_sat_picosat,
  [PT_SAT_CADICAL] = &pt_sat_cadical,
};

gboolean
pt_sat_kind_is_there (PtSatKind kind)
{
  return classes[kind]->create != NULL;
}

const char *
pt_sat_kind_name (PtSatKind kind)
{
  return classes[kind]->name;
}

gboolean
pt_effort_is_spent (const PtEffort *self)
{
  return self != NULL
         && (g_cancellable_is_cancelled (self->cancellable)
             || (self->deadline != 0 && g_get_monotonic_time () >= self->deadline));
}

static int
is_spent (gpointer sat)
{
  return pt_effort_is_spent (((PtSat *)sat)->effort);
}

PtSat *
pt_sat_new (PtSatKind kind)
{
  PtSat *self;

  if (!pt_sat_kind_is_there (kind))
    return NULL;
  self = g_new0 (PtSat, 1);
  self->klass = classes[kind];
  self->solver = self->klass->create (is_spent, self);
  return self;
}

void
pt_sat_free (PtSat *self)
{
  self->klass->destroy (self->solver);
  g_free (self);
}

int
pt_sat_new_variable (PtSat *self)
{
  return ++self->n_variables;
}

void
pt_sat_add (PtSat *self, int literal)
{
  self->klass->add (self->solver, literal);
}

void
pt_sat_add_all (PtSat *self, const int *clause)
{
  do
    pt_sat_add (self, *clause);
  while (*clause++ != 0);
}

void
pt_sat_assume (PtSat *self, int literal)
{
  self->klass->assume (self->solver, literal);
}

PtAnswer
pt_sat_solve (PtSat *self, const PtEffort *effort)
{
  int decisions = effort != NULL && effort->decisions > 0 ? effort->decisions : -1;
  int result;

  /* A solver asks only now and then, and small problems are done before it does. */
  if (pt_effort_is_spent (effort))
    return PT_ANSWER_UNDECIDED;
  self->effort = effort;
  self->n_calls++;
  result = self->klass->solve (self->solver, decisions);
  self->effort = NULL;
  return result == 10 ? PT_ANSWER_YES : result == 20 ? PT_ANSWER_NO : PT_ANSWER_UNDECIDED;
}

gboolean
pt_sat_value (PtSat *self, int literal)
{
  return self->klass->value (self->solver, literal);
}

gboolean
pt_sat_failed (PtSat *self, int literal)
{
  return self->klass->failed (self->solver, literal);
}

guint
pt_sat_get_n_calls (const PtSat *self)
{
  return self->n_calls;
}
