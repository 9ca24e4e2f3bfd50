/* pt-role-names.h: finding roles by what a drawing calls them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/roster.h>

/** PtRoleNames: the names, ids and aliases of some roles. Strings are the caller's and must outlive
 * it. */
typedef struct _PtRoleNames PtRoleNames;

/** pt_role_names_new: @roles: of PtRole, read once */
PtRoleNames *pt_role_names_new (GPtrArray *roles);
void pt_role_names_free (PtRoleNames *self);

PtRoleMatch pt_role_names_find (const PtRoleNames *self,
                                const char *name,
                                const PtRole **role,
                                const PtRole **other);
const PtRole *pt_role_names_suggest (const PtRoleNames *self, const char *name);
