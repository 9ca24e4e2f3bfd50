/* pt-authority-private.h: what is known of who may do a task on a day
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/assignment.h>

#include "pt-standing.h"

struct _PtAuthority
{
  PtRoster *roster;
  const PtAssignment *assignment;
  GDate day;
  PtDeputies deputies;
  GHashTable *standings;   /* part that speaks of persons → PtStanding */
  GPtrArray *alternatives; /* of PtAlternative */
  PtPersonSet *admitted, *admitted_by_themselves;
};

/** pt_authority_is_there: Returns: whether @person is active and not away */
gboolean pt_authority_is_there (const PtAuthority *self, const PtPerson *person);
