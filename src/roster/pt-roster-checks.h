/* pt-roster-checks.h: the single checks of a roles file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-roster-private.h"

/** PtRosterCheck: what all checks of one run need. */
typedef struct
{
  PtDocument *document;
  PtRoster *roster; /* a snapshot of the document */
  const GDate *day;
  PtDiagnostics *diagnostics;
  const char *file; /* name of the document in findings */
} PtRosterCheck;

/** pt_roster_check_place: says that @diagnostic is about @node */
void pt_roster_check_place (const PtRosterCheck *self, PtDiagnostic *diagnostic, xmlNode *node);

/** Against the schema: RF01. */
void pt_roster_check_shape (const PtRosterCheck *self);
/** Ids and names: RF02, RF04. */
void pt_roster_check_names (const PtRosterCheck *self);
/** References among entries: RF03, RF05. */
void pt_roster_check_references (const PtRosterCheck *self);
/** Spans and time zones: RF06, RF10. */
void pt_roster_check_times (const PtRosterCheck *self);
/** Holders, external parties and systems on the day: RH00, RH01, RH04, RX02, RX05. */
void pt_roster_check_staff (const PtRosterCheck *self);
