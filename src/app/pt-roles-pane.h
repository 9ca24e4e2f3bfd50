/* pt-roles-pane.h: the roles file beside the drawing: units, roles, and who holds them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-page.h"
#include "pt-roles-item.h"

G_BEGIN_DECLS

#define PT_TYPE_ROLES_PANE (pt_roles_pane_get_type ())
G_DECLARE_FINAL_TYPE (PtRolesPane, pt_roles_pane, PT, ROLES_PANE, GtkWidget)

/** pt_roles_pane_set_page: @page: (nullable): whose roles file it shows and edits; not kept alive
 */
void pt_roles_pane_set_page (PtRolesPane *self, PtPage *page);
/** pt_roles_pane_roles_changed: the page has another roles file, or none */
void pt_roles_pane_roles_changed (PtRolesPane *self);
/** pt_roles_pane_update: the page has another result of the compiler */
void pt_roles_pane_update (PtRolesPane *self);
/** pt_roles_pane_get_selected: Returns: (nullable) (transfer none): the line chosen in the list */
PtRolesItem *pt_roles_pane_get_selected (PtRolesPane *self);

G_END_DECLS
