/* pt-roles-list.h: the lines of the roles pane, made from what a roles file says
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-roles-item.h"

G_BEGIN_DECLS

/** PtRolesOrder: how the lines are arranged. */
typedef enum
{
  PT_ROLES_BY_UNIT, /* units, in them their roles, below those who hold them */
  PT_ROLES_ROLES,   /* all roles that people play, in and outside the organisation */
  PT_ROLES_PEOPLE,
  PT_ROLES_SYSTEMS,
} PtRolesOrder;

/**
 * pt_roles_list_new:
 * @search: "" or letters: only what has them in its name, without an order by unit
 *
 * Returns: (transfer full): of PtRolesItem, with what stands below them
 */
GListModel *pt_roles_list_new (PtRoster *roster, PtRolesOrder order, const char *search);

/** pt_roles_list_renew: Has @list say what @fresh says. Lines about the same stay the same objects,
 * so whoever shows them keeps its place. */
void pt_roles_list_renew (GListModel *list, GListModel *fresh);

/** pt_roles_list_set_problems: each line tells the most severe of @diagnostics that names it */
void pt_roles_list_set_problems (GListModel *list, PtDiagnostics *diagnostics);

G_END_DECLS
