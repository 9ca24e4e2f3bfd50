/* pt-assignment-private.h: making expressions, and what their names mean
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/assignment.h>

/** pt_assignment_word: Returns: (transfer none): how @kind is written: "same-as" */
const char *pt_assignment_word (PtAssignmentKind kind);

/** pt_assignment_new: Returns: (transfer full): without name and parts */
PtAssignment *pt_assignment_new (PtAssignmentKind kind, guint column);
/** pt_assignment_add_part: @part: (transfer full) */
void pt_assignment_add_part (PtAssignment *self, PtAssignment *part);

/** pt_assignment_resolve: @self: a role, skill, unit or person. Returns: (nullable): the entry of
 * the roles file that is meant: by id, else by name as people write names */
gconstpointer pt_assignment_resolve (const PtAssignment *self, const PtRoster *roster);
