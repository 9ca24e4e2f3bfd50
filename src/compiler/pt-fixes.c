/* pt-fixes.c: the repairs of fixes.def, carried out
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fixes.h"

#include <partitur/compiler.h>
#include <partitur/modeling.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* ----- the drawing ---------------------------------------------------------------------------- */

static gboolean
add_event (const PtRepair *self, PtBpmnType type)
{
  const PtNodeSpec spec = { .type = type };
  g_autofree char *id = type == PT_BPMN_START_EVENT
                            ? pt_modeling_prepend (self->graph, self->args[1], &spec)
                            : pt_modeling_append (self->graph, self->args[1], &spec);

  return id != NULL;
}

static gboolean
add_start_event (const PtRepair *self)
{
  return add_event (self, PT_BPMN_START_EVENT);
}

static gboolean
add_end_event (const PtRepair *self)
{
  return add_event (self, PT_BPMN_END_EVENT);
}

static gboolean
rename_element (const PtRepair *self)
{
  return pt_modeling_rename (self->graph, self->args[1], self->args[0]);
}

static gboolean
delete_element (const PtRepair *self)
{
  const char *const ids[] = { self->args[1], NULL };

  return pt_modeling_delete (self->graph, ids);
}

static gboolean
replace_element (const PtRepair *self)
{
  const PtElement *element = pt_process_graph_get (self->graph, self->args[1]);

  return pt_modeling_replace (self->graph, self->args[1], pt_bpmn_type_from_tag (self->args[2]),
                              element->event_definition);
}

static gboolean
make_plain (const PtRepair *self)
{
  const PtElement *element = pt_process_graph_get (self->graph, self->args[1]);

  return pt_modeling_replace (self->graph, self->args[1], element->type, PT_BPMN_NONE);
}

static gboolean
put_between (const PtRepair *self, gboolean before)
{
  g_autofree char *id = pt_modeling_put_between (self->graph, self->args[1],
                                                 pt_bpmn_type_from_tag (self->args[2]), before);

  return id != NULL;
}

static gboolean
insert_join (const PtRepair *self)
{
  return put_between (self, TRUE);
}

static gboolean
insert_split (const PtRepair *self)
{
  return put_between (self, FALSE);
}

static gboolean
set_default (const PtRepair *self)
{
  return pt_modeling_set_default (self->graph, self->args[1], self->args[2]);
}

static gboolean
mark_compensation (const PtRepair *self)
{
  return pt_modeling_mark_compensation (self->graph, self->args[1]);
}

static gboolean
move_to_lane (const PtRepair *self)
{
  return pt_modeling_move_to_lane (self->graph, self->args[2], self->args[1]);
}

static gboolean
let_write (const PtRepair *self)
{
  g_autofree char *id = pt_modeling_connect (self->graph, self->args[1], self->args[3], NULL);

  return id != NULL;
}

static gboolean
set_timer (const PtRepair *self)
{
  return pt_modeling_set_timer (self->graph, self->args[1], self->args[2], self->args[0]);
}

static gboolean
set_assignment (const PtRepair *self)
{
  return pt_modeling_set_assignment (self->graph, self->args[1], self->args[0]);
}

/* ----- all of them ---------------------------------------------------------------------------- */

/* What a kind of repair does, and which of its arguments are ids that must still be in the drawing.
 */
static const struct
{
  gboolean (*apply) (const PtRepair *self);
  guint n_args;
  guint ids; /* bit n for argument n, from 0 */
  gboolean of_roles;
} repairs[PT_N_FIXES] = {
  [PT_FIX_ADD_START_EVENT] = { add_start_event, 2, 1 << 1 },
  [PT_FIX_ADD_END_EVENT] = { add_end_event, 2, 1 << 1 },
  [PT_FIX_RENAME] = { rename_element, 2, 1 << 1 },
  [PT_FIX_DELETE] = { delete_element, 2, 1 << 1 },
  [PT_FIX_REPLACE] = { replace_element, 3, 1 << 1 },
  [PT_FIX_CHANGE_GATEWAY] = { replace_element, 4, 1 << 1 },
  [PT_FIX_MARK_COMPENSATION] = { mark_compensation, 2, 1 << 1 },
  [PT_FIX_SET_DEFAULT] = { set_default, 3, 1 << 1 | 1 << 2 },
  [PT_FIX_CREATE_ROLE] = { pt_repair_create_role, 2, 0, TRUE },
  [PT_FIX_ADD_ALIAS] = { pt_repair_add_alias, 3, 0, TRUE },
  [PT_FIX_REPLACE_REFERENCE] = { pt_repair_replace_reference, 4 },
  [PT_FIX_MOVE_TO_LANE] = { move_to_lane, 3, 1 << 1 | 1 << 2 },
  [PT_FIX_LET_WRITE] = { let_write, 4, 1 << 1 | 1 << 3 },
  [PT_FIX_SET_TIMER] = { set_timer, 3, 1 << 1 },
  [PT_FIX_ENTER_NAME] = { pt_repair_enter_name, 2, 1 << 1 },
  [PT_FIX_ENTER_TIME] = { pt_repair_enter_time, 2, 1 << 1 },
  [PT_FIX_ENTER_COUNT] = { pt_repair_enter_count, 2, 1 << 1 },
  [PT_FIX_SET_ASSIGNMENT] = { set_assignment, 2, 1 << 1 },
  [PT_FIX_MAKE_PLAIN] = { make_plain, 2, 1 << 1 },
  [PT_FIX_INSERT_JOIN] = { insert_join, 4, 1 << 1 },
  [PT_FIX_INSERT_SPLIT] = { insert_split, 4, 1 << 1 },
  [PT_FIX_ADD_ENTRY] = { pt_repair_add_entry, 2, 0, TRUE },
  [PT_FIX_SWAP_SPAN] = { pt_repair_swap_span, 1, 0, TRUE },
  [PT_FIX_END_SPANS] = { pt_repair_end_spans, 3, 0, TRUE },
  [PT_FIX_END_HOLD] = { pt_repair_end_hold, 3, 0, TRUE },
  [PT_FIX_EXTEND_HOLD] = { pt_repair_extend_hold, 2, 0, TRUE },
  [PT_FIX_SET_DEPUTY] = { pt_repair_set_deputy, 3, 0, TRUE },
  [PT_FIX_SET_OWNER] = { pt_repair_set_owner, 3, 0, TRUE },
  [PT_FIX_SET_CHANNEL] = { pt_repair_set_channel, 2, 0, TRUE },
  [PT_FIX_ADD_HOLDER] = { pt_repair_add_holder, 4, 0, TRUE },
  [PT_FIX_SCALE_SHARES] = { pt_repair_scale_shares, 3, 0, TRUE },
  [PT_FIX_ADD_DEPUTY] = { pt_repair_add_deputy, 4, 0, TRUE },
  [PT_FIX_GRANT_SKILL] = { pt_repair_grant_skill, 5, 0, TRUE },
  [PT_FIX_REMOVE_RULE] = { pt_repair_remove_rule, 3 },
  [PT_FIX_REPLACE_TAG] = { pt_repair_replace_tag, 4 },
  [PT_FIX_SET_ROUNDS] = { pt_repair_set_rounds, 2, 1 << 1 },
  [PT_FIX_SET_ACCOUNTABLE] = { pt_repair_set_accountable, 3, 1 << 2 },
  [PT_FIX_ADD_DEADLINE] = { pt_repair_add_deadline, 2, 1 << 1 },
  [PT_FIX_WRITE_UTF8] = { pt_repair_write_utf8, 0 },
  [PT_FIX_DRAW_ALL] = { pt_repair_draw_all, 0 },
  [PT_FIX_DRAW] = { pt_repair_draw, 2, 1 << 1 },
  [PT_FIX_NEW_ID] = { pt_repair_new_id, 2 },
  [PT_FIX_VALID_ID] = { pt_repair_valid_id, 2 },
  [PT_FIX_REMOVE_REFERENCE] = { pt_repair_remove_reference, 3 },
  [PT_FIX_SET_VALUE] = { pt_repair_set_value, 4 },
  [PT_FIX_REMOVE_ATTRIBUTE] = { pt_repair_remove_attribute, 2 },
  [PT_FIX_RENAME_ATTRIBUTE] = { pt_repair_rename_attribute, 3 },
  [PT_FIX_RENAME_TAG] = { pt_repair_rename_tag, 3 },
  [PT_FIX_REMOVE_ELEMENT] = { pt_repair_remove_element, 3 },
  [PT_FIX_ATTACH] = { pt_repair_attach, 4, 1 << 1 },
  [PT_FIX_REMOVE_FIGURE] = { pt_repair_remove_element, 3 },
};

static gboolean
finds_all (const PtRepair *self, PtFixKind kind)
{
  for (guint i = 0; i < repairs[kind].n_args; i++)
    if (repairs[kind].ids & 1 << i && !pt_process_graph_get (self->graph, self->args[i]))
      return FALSE;
  return TRUE;
}

gboolean
pt_compiler_apply_fix (PtProcessGraph *graph, PtDocument *roles, const PtFix *fix, GError **error)
{
  const PtRepair self = { graph, roles, (const char *const *)fix->args };

  g_return_val_if_fail (g_strv_length (fix->args) >= repairs[fix->kind].n_args, FALSE);
  if (repairs[fix->kind].of_roles && !roles)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("There is no roles file to change. Open or create one first."));
      return FALSE;
    }
  if (finds_all (&self, fix->kind) && repairs[fix->kind].apply (&self))
    return TRUE;
  if (pt_fix_question (fix))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 /* Translators: what was entered, what was asked for */
                 _ ("“%s” cannot stand there. Asked for is: %s"), fix->args[0],
                 pt_fix_question (fix));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The repair no longer fits: the file has changed since it was offered."));
  return FALSE;
}
