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
  const char *file;   /* name of the document in findings */
  GHashTable *places; /* entry → its number among the elements of the root, plus one */
  guint64 *patience;  /* how many people may still be looked at to offer one */
} PtRosterCheck;

/** pt_roster_check_path: Returns: (transfer full): the path of @node for fixes, see %PT_ROLES_PATH
 */
char *pt_roster_check_path (const PtRosterCheck *self, const xmlNode *node);
/** pt_roster_check_line: Returns: (transfer full): the line of @node; "" for what is not in the
 * text */
char *pt_roster_check_line (const PtRosterCheck *self, xmlNode *node);
/** pt_roster_check_entry: Returns: (nullable): the element of an entry of the snapshot */
xmlNode *pt_roster_check_entry (const PtRosterCheck *self, const char *id);
/** pt_roster_check_part: Returns: (nullable): the child @tag of person @id at @place among those */
xmlNode *
pt_roster_check_part (const PtRosterCheck *self, const char *id, const char *tag, guint place);
/** pt_roster_check_take: Returns: whether there is patience left to look at @n more people */
gboolean pt_roster_check_take (const PtRosterCheck *self, guint n);
/** pt_roster_check_offer_deputies: adds fixes that let somebody else stand in during @absence, an
 *  element `away` of it: at most three, those first who know the work */
void pt_roster_check_offer_deputies (const PtRosterCheck *self,
                                     PtDiagnostic *diagnostic,
                                     const PtAbsence *absence);
/** pt_roster_check_offer_holders: the same for somebody who holds @role: people of its unit */
void pt_roster_check_offer_holders (const PtRosterCheck *self,
                                    PtDiagnostic *diagnostic,
                                    const PtRole *role);

/** pt_roster_check_place: says that @diagnostic is about @node */
void pt_roster_check_place (const PtRosterCheck *self, PtDiagnostic *diagnostic, xmlNode *node);

/** Against the schema: RF01. */
void pt_roster_check_shape (const PtRosterCheck *self);
/** The age of the file: RF09. */
void pt_roster_check_age (const PtRosterCheck *self);
/** Ids and names: RF02, RF04. */
void pt_roster_check_names (const PtRosterCheck *self);
/** References among entries: RF03. */
void pt_roster_check_references (const PtRosterCheck *self);
/** References that run in a circle: RF05. */
void pt_roster_check_circles (const PtRosterCheck *self);
/** Spans, days that come again and time zones: RF06, RF01, RF10. */
void pt_roster_check_times (const PtRosterCheck *self);
/** Holders, external parties and systems on the day: RH00, RH01, RH04, RX02, RX05. */
void pt_roster_check_staff (const PtRosterCheck *self);
/** Persons: RH04, RH06, RH09, RH11. */
void pt_roster_check_people (const PtRosterCheck *self);
/** Roles soon: RH02, RH03. */
void pt_roster_check_outlook (const PtRosterCheck *self);
/** Rules: RF01 for what they need, RR02. */
void pt_roster_check_rules (const PtRosterCheck *self);
