/* pt-roles-row.h: a line of the roles pane as one sees it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "pt-roles-item.h"

G_BEGIN_DECLS

/**
 * PtRolesRow: A person or role can be dragged from it, and persons dropped on a role. Signals:
 * `dropped (PtRolesItem *person)`: on its role; `menu (double x, double y)`: it was clicked for
 * what one can do with it.
 */
#define PT_TYPE_ROLES_ROW (pt_roles_row_get_type ())
G_DECLARE_FINAL_TYPE (PtRolesRow, pt_roles_row, PT, ROLES_ROW, GtkWidget)

GtkWidget *pt_roles_row_new (void);
/** pt_roles_row_set: @row: (nullable): of a GtkTreeListModel of PtRolesItem */
void pt_roles_row_set (PtRolesRow *self, GtkTreeListRow *row);
/** pt_roles_row_get_item: Returns: (nullable) (transfer none) */
PtRolesItem *pt_roles_row_get_item (PtRolesRow *self);

G_END_DECLS
