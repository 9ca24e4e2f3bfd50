/* pt-style-thrown.c: what is thrown is caught, and what is caught is thrown
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-catchers.h"
#include "pt-report.h"
#include "pt-style.h"

static gboolean
is_alarm (const PtNode *node)
{
  return node->event_definition == PT_BPMN_ERROR_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_ESCALATION_EVENT_DEFINITION;
}

/* Tasks may fail by themselves, with whatever error; so may what is called. */
static gboolean
may_throw (PtStyle *self, PtIndex scope, const PtNode *catcher)
{
  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    {
      PtIndex node = pt_lists_get (self->nodes, scope, k);
      const PtNode *entry = pt_program_node (self->program, node);

      if (entry->inner != PT_NO_INDEX ? may_throw (self, entry->inner, catcher)
          : pt_bpmn_type_is_a (entry->type, PT_BPMN_ACTIVITY)
              ? catcher->event_definition == PT_BPMN_ERROR_EVENT_DEFINITION
                    || entry->type == PT_BPMN_CALL_ACTIVITY
              : (entry->type == PT_BPMN_END_EVENT
                 || entry->type == PT_BPMN_INTERMEDIATE_THROW_EVENT)
                    && pt_catches (catcher, entry))
        return TRUE;
    }
  return FALSE;
}

static void
check_catcher (PtStyle *self, PtIndex node)
{
  const PtNode *catcher = pt_program_node (self->program, node);
  PtIndex inner = catcher->host == PT_NO_INDEX
                      ? PT_NO_INDEX
                      : pt_program_node (self->program, catcher->host)->inner;
  g_autofree char *label = NULL;

  if (inner == PT_NO_INDEX || pt_lists_length (self->nodes, inner) == 0
      || may_throw (self, inner, catcher))
    return;
  label = pt_report_node_label (self->program, catcher->host);
  pt_style_say (self, PT_CODE_M25, node, label, NULL);
}

void
pt_style_check_thrown (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);

  if (!is_alarm (entry))
    return;
  if (entry->type == PT_BPMN_END_EVENT || entry->type == PT_BPMN_INTERMEDIATE_THROW_EVENT)
    {
      if (pt_catchers_leave (self->catchers, entry))
        pt_style_say (self, PT_CODE_M24, node, NULL);
    }
  else if (entry->type == PT_BPMN_BOUNDARY_EVENT)
    check_catcher (self, node);
}

/* ----- signals ---------------------------------------------------------------------------------
 */

static gboolean
is_signal (const PtNode *node)
{
  return node->event_definition == PT_BPMN_SIGNAL_EVENT_DEFINITION
         && node->reference != PT_NO_INDEX;
}

static gboolean
throws (const PtNode *node)
{
  return node->type == PT_BPMN_END_EVENT || node->type == PT_BPMN_INTERMEDIATE_THROW_EVENT;
}

static gpointer
key_of (const PtNode *signal, gboolean thrown)
{
  return GUINT_TO_POINTER (2 * signal->reference + (thrown ? 1 : 0));
}

/* A signal goes to whoever listens, also elsewhere; that nobody in the file does may be a slip.
 * What begins with one is made for those from elsewhere. */
void
pt_style_check_signals (PtStyle *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (is_signal (node))
        g_hash_table_add (seen, key_of (node, throws (node)));
    }
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (is_signal (node) && pt_style_is_drawn (node) && node->type != PT_BPMN_START_EVENT
          && !g_hash_table_contains (seen, key_of (node, !throws (node))))
        pt_style_say (self, PT_CODE_M26, i, NULL);
    }
}
