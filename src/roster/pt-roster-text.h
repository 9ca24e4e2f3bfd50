/* pt-roster-text.h: roles files written from nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/roster.h>

/** pt_roster_append_attribute: appends ` attribute="value"`, escaped, white space collapsed */
void pt_roster_append_attribute (GString *text, const char *attribute, const char *value);

/**
 * pt_roster_document_of:
 * @name: (nullable): of the organisation
 * @entries: lines of valid XML in %PT_NS_ROLES
 *
 * Returns: (transfer full): a document that was loaded from the whole text
 */
PtDocument *pt_roster_document_of (const char *name, const char *entries);
