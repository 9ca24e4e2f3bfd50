/* pt-roles-item.h: one line of the roles pane: a unit, a role, or a person
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <partitur/roster.h>

G_BEGIN_DECLS

/** PtRolesKind: what a line stands for. */
typedef enum
{
  PT_ROLES_UNIT,
  PT_ROLES_ROLE,
  PT_ROLES_PERSON,
} PtRolesKind;

/** PtRolesItem: Says what the roster says; holds copies, so it may be shown longer than that lives.
 * Signal `changed ()`: it says something else now. */
#define PT_TYPE_ROLES_ITEM (pt_roles_item_get_type ())
G_DECLARE_FINAL_TYPE (PtRolesItem, pt_roles_item, PT, ROLES_ITEM, GObject)

/** pt_roles_item_new_unit, …: Returns: (transfer full). @hold: (nullable): by which a person stands
 * below a role */
PtRolesItem *pt_roles_item_new_unit (const PtUnit *unit);
PtRolesItem *pt_roles_item_new_role (const PtRole *role, guint n_holders);
PtRolesItem *pt_roles_item_new_person (const PtPerson *person, const PtHold *hold);

PtRolesKind pt_roles_item_get_kind (PtRolesItem *self);
/** pt_roles_item_get_id: Returns: (transfer none): of the entry in the roles file */
const char *pt_roles_item_get_id (PtRolesItem *self);
const char *pt_roles_item_get_name (PtRolesItem *self);
/** pt_roles_item_get_detail: Returns: (transfer none): what else is to be said, in few words */
const char *pt_roles_item_get_detail (PtRolesItem *self);
const char *pt_roles_item_get_icon (PtRolesItem *self);
/** pt_roles_item_get_word: Returns: (transfer none): "Unit", "Role", "System" … */
const char *pt_roles_item_get_word (PtRolesItem *self);
/** pt_roles_item_get_role_kind: of a role */
PtRoleKind pt_roles_item_get_role_kind (PtRolesItem *self);
/** pt_roles_item_get_color: Returns: 0xRRGGBB of a role; -1 of anything else */
int pt_roles_item_get_color (PtRolesItem *self);
/** pt_roles_item_get_held: Returns: (nullable): id of the role that a person stands below */
const char *pt_roles_item_get_held (PtRolesItem *self);
/** pt_roles_item_get_place: Returns: which hold of the person that is, as PtHold tells */
guint pt_roles_item_get_place (PtRolesItem *self);
/** pt_roles_item_is_same: Returns: whether both lines are about the same */
gboolean pt_roles_item_is_same (PtRolesItem *self, PtRolesItem *other);
/** pt_roles_item_renew: says what @fresh says, which is about the same; what stands below it and
 * what is wrong with it stays */
void pt_roles_item_renew (PtRolesItem *self, PtRolesItem *fresh);

/** pt_roles_item_add: @child: (transfer full): stands below it */
void pt_roles_item_add (PtRolesItem *self, PtRolesItem *child);
/** pt_roles_item_get_children: Returns: (nullable) (transfer none): of PtRolesItem */
GListModel *pt_roles_item_get_children (PtRolesItem *self);

/** pt_roles_item_set_problem: @diagnostic: (nullable): the finding that is told with it */
void pt_roles_item_set_problem (PtRolesItem *self, const PtDiagnostic *diagnostic);
/** pt_roles_item_get_problem: Returns: (nullable) (transfer none): in words; @severity: (out) */
const char *pt_roles_item_get_problem (PtRolesItem *self, PtSeverity *severity);

G_END_DECLS
