/* pt-roles-commands.h: what can be done to a roles file from its pane
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-page.h"
#include "pt-roles-item.h"

G_BEGIN_DECLS

/* Each is undone at once; the page must have a roles file. */

/** pt_roles_commands_add: @what: "role", "external", "system", "person" or "unit"; @beside:
 * (nullable): a unit it comes into. Returns: (transfer full) (nullable): its id; %NULL without a
 * name */
char *pt_roles_commands_add (PtPage *page, const char *what, const char *name, PtRolesItem *beside);
/** pt_roles_commands_rename: @old: what it was called; lanes and pools of a role go along in
 * the drawing, and come back with it */
void pt_roles_commands_rename (PtPage *page, const char *id, const char *old, const char *name);
/** pt_roles_commands_away: @person is away from now on over these days; @deputy: (nullable) */
void pt_roles_commands_away (PtPage *page,
                             const char *person,
                             const char *from,
                             const char *until,
                             const char *deputy);
/** pt_roles_commands_back: the absence at @place, which PtAbsence tells, is not to be */
void pt_roles_commands_back (PtPage *page, const char *person, guint place);
/** pt_roles_commands_remove: A person that stands below a role no longer holds it as that line
 * says; another line goes, with all that refers to it. What that is, is said. */
void pt_roles_commands_remove (PtPage *page, PtRolesItem *item);
/** pt_roles_commands_hold: @person holds the role with id @role_id from now on */
void pt_roles_commands_hold (PtPage *page, PtRolesItem *person, const char *role_id);
/** pt_roles_commands_set_kind: @kind: "internal", "external" or "system" */
void pt_roles_commands_set_kind (PtPage *page, PtRolesItem *role, const char *kind);
/** pt_roles_commands_set_color: @color: "#rrggbb"; an empty one takes the role's own colour away */
void pt_roles_commands_set_color (PtPage *page, PtRolesItem *role, const char *color);

/** pt_roles_commands_menu: @item: (nullable). Returns: (transfer full): what can be done with it,
 * as actions of the pane */
GMenuModel *pt_roles_commands_menu (const PtRoster *roster, PtRolesItem *item);

G_END_DECLS
