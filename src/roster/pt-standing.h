/* pt-standing.h: who is what a part of an assignment asks for, on a day
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/assignment.h>

#include "pt-person-set.h"

/** PtEntry: what roles, skills, units and persons begin with */
typedef struct
{
  const char *id, *name;
} PtEntry;

/** PtStanding: the persons whom a part admits, whether they are there or away. */
typedef struct
{
  gconstpointer entry; /* (nullable): the role, skill, unit or person that is meant */
  PtPersonSet *own;    /* by themselves */
  PtPersonSet *all;    /* and deputies */
} PtStanding;

/** pt_standing_new: @part: a role, skill, unit or person. Returns: (transfer full) */
PtStanding *pt_standing_new (const PtRoster *roster,
                             const PtAssignment *part,
                             const GDate *day,
                             PtDeputies deputies);
void pt_standing_free (PtStanding *self);

/** pt_standing_add_represented: adds to @persons, of PtPerson, whom of the holders of @role who are
 *  away @deputy stands in for */
void pt_standing_add_represented (const PtRoster *roster,
                                  const PtRole *role,
                                  const GDate *day,
                                  const PtPerson *deputy,
                                  GPtrArray *persons);
