/* pt-sat-cadical.c: CaDiCaL, by Armin Biere, where it was there when this was built
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "pt-sat.h"

#ifdef PT_HAVE_CADICAL

#include <ccadical.h>

static gpointer
create (int (*is_spent) (gpointer sat), gpointer sat)
{
  CCaDiCaL *solver = ccadical_init ();

  ccadical_set_option (solver, "quiet", 1);
  ccadical_set_option (solver, "phase", 0);
  ccadical_set_terminate (solver, sat, is_spent);
  return solver;
}

static void
destroy (gpointer solver)
{
  ccadical_release (solver);
}

static void
add (gpointer solver, int literal)
{
  ccadical_add (solver, literal);
}

static void
assume (gpointer solver, int literal)
{
  ccadical_assume (solver, literal);
}

static int
solve (gpointer solver, int decisions)
{
  ccadical_limit (solver, "decisions", decisions);
  return ccadical_solve (solver);
}

static gboolean
value (gpointer solver, int literal)
{
  return ccadical_val (solver, literal) == literal;
}

static gboolean
failed (gpointer solver, int literal)
{
  return ccadical_failed (solver, literal) != 0;
}

const PtSatClass pt_sat_cadical = {
  .name = "CaDiCaL",
  .create = create,
  .destroy = destroy,
  .add = add,
  .assume = assume,
  .solve = solve,
  .value = value,
  .failed = failed,
};

#else

const PtSatClass pt_sat_cadical = { .name = "CaDiCaL" };

#endif
