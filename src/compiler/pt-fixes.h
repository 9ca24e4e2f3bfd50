/* pt-fixes.h: repairs that stand in a file of their own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** PtRepair: a fix about to be carried out; @args as its row in fixes.def says. */
typedef struct
{
  PtProcessGraph *graph;
  PtDocument *roles; /* (nullable) */
  const char *const *args;
} PtRepair;

/* Each is one undo step. Returns: %FALSE when what it was about is no longer there. */
gboolean pt_repair_write_utf8 (const PtRepair *self);
gboolean pt_repair_draw_all (const PtRepair *self);
gboolean pt_repair_draw (const PtRepair *self);
gboolean pt_repair_new_id (const PtRepair *self);
gboolean pt_repair_valid_id (const PtRepair *self);
gboolean pt_repair_remove_reference (const PtRepair *self);
gboolean pt_repair_set_value (const PtRepair *self);
gboolean pt_repair_replace_reference (const PtRepair *self);
gboolean pt_repair_attach (const PtRepair *self);
gboolean pt_repair_remove_attribute (const PtRepair *self);
gboolean pt_repair_rename_attribute (const PtRepair *self);
gboolean pt_repair_rename_tag (const PtRepair *self);
gboolean pt_repair_remove_element (const PtRepair *self);

gboolean pt_repair_enter_name (const PtRepair *self);
gboolean pt_repair_enter_time (const PtRepair *self);
gboolean pt_repair_enter_count (const PtRepair *self);

gboolean pt_repair_create_role (const PtRepair *self);
gboolean pt_repair_add_alias (const PtRepair *self);
gboolean pt_repair_add_entry (const PtRepair *self);
gboolean pt_repair_set_owner (const PtRepair *self);
gboolean pt_repair_set_channel (const PtRepair *self);
gboolean pt_repair_swap_span (const PtRepair *self);
gboolean pt_repair_end_spans (const PtRepair *self);
gboolean pt_repair_end_hold (const PtRepair *self);
gboolean pt_repair_extend_hold (const PtRepair *self);
gboolean pt_repair_set_deputy (const PtRepair *self);
gboolean pt_repair_add_holder (const PtRepair *self);
gboolean pt_repair_scale_shares (const PtRepair *self);
/* Of people and rules (pt-fixes-staff.c) */
gboolean pt_repair_add_deputy (const PtRepair *self);
gboolean pt_repair_grant_skill (const PtRepair *self);
gboolean pt_repair_remove_rule (const PtRepair *self);
gboolean pt_repair_replace_tag (const PtRepair *self);
gboolean pt_repair_set_rounds (const PtRepair *self);
gboolean pt_repair_set_accountable (const PtRepair *self);
gboolean pt_repair_add_deadline (const PtRepair *self);

G_END_DECLS
