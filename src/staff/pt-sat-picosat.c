/* pt-sat-picosat.c: PicoSAT, by Armin Biere
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-sat.h"

#include <picosat/picosat.h>

/* Most people do not do most tasks: a guess of "no" is right most of the time. */
static gpointer
create (int (*is_spent) (gpointer sat), gpointer sat)
{
  PicoSAT *solver = picosat_init ();

  picosat_set_global_default_phase (solver, 0);
  picosat_set_interrupt (solver, sat, is_spent);
  return solver;
}

static void
destroy (gpointer solver)
{
  picosat_reset (solver);
}

static void
add (gpointer solver, int literal)
{
  picosat_add (solver, literal);
}

static void
assume (gpointer solver, int literal)
{
  picosat_assume (solver, literal);
}

static int
solve (gpointer solver, int decisions)
{
  return picosat_sat (solver, decisions);
}

static gboolean
value (gpointer solver, int literal)
{
  return picosat_deref (solver, literal) == 1;
}

static gboolean
failed (gpointer solver, int literal)
{
  return picosat_failed_assumption (solver, literal) != 0;
}

const PtSatClass pt_sat_picosat = {
  .name = "PicoSAT",
  .create = create,
  .destroy = destroy,
  .add = add,
  .assume = assume,
  .solve = solve,
  .value = value,
  .failed = failed,
};
