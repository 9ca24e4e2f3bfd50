/* pt-net-messages.c: several processes as one net: the messages between them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-net.h"

static gboolean
waits_for_message (const PtNode *node)
{
  return node->type == PT_BPMN_RECEIVE_TASK
         || (pt_bpmn_type_is_a (node->type, PT_BPMN_CATCH_EVENT)
             && node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION);
}

static gboolean
is_of_process (const PtProgram *program, PtIndex node)
{
  return node != PT_NO_INDEX
         && pt_program_scope (program, pt_program_node (program, node)->scope)->parent == PT_NO_INDEX;
}

gboolean
pt_net_message_ends (const PtProgram *program, guint flow, PtIndex *sender, PtIndex *receiver)
{
  const PtMessageFlow *it = PT_PROGRAM_AT (program->message_flows, PtMessageFlow, flow);

  *sender = it->source_node;
  *receiver = it->target_node;
  return is_of_process (program, it->source_node) && is_of_process (program, it->target_node)
         && waits_for_message (pt_program_node (program, it->target_node));
}

/* ----- several processes ----------------------------------------------------------------------- */

static void
note_message (GHashTable *table, PtIndex node, guint place)
{
  GArray *places = g_hash_table_lookup (table, GUINT_TO_POINTER (node + 1));

  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, GUINT_TO_POINTER (node + 1), places);
    }
  g_array_append_val (places, place);
}

static GHashTable *
new_messages (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
}

static gboolean
is_among (const GArray *scopes, PtIndex scope)
{
  for (guint i = 0; i < scopes->len; i++)
    if (g_array_index (scopes, PtIndex, i) == scope)
      return TRUE;
  return FALSE;
}

/* Those that events and tasks of the scopes themselves send and wait for. */
static void
find_messages (PtNetMaker *self, const GArray *scopes)
{
  self->received = new_messages ();
  self->sent = new_messages ();
  for (PtIndex i = 0; i < self->program->message_flows->len; i++)
    {
      PtIndex sender, receiver;
      guint place;

      if (!pt_net_message_ends (self->program, i, &sender, &receiver)
          || !is_among (scopes, pt_program_node (self->program, sender)->scope)
          || !is_among (scopes, pt_program_node (self->program, receiver)->scope))
        continue;
      place = pt_net_add_place (self->net, PT_PLACE_SENT, i);
      note_message (self->sent, sender, place);
      note_message (self->received, receiver, place);
    }
}

PtNet *
pt_net_maker_make_all (PtNetMaker *self, const GArray *scopes)
{
  self->net = pt_net_alloc ();
  find_messages (self, scopes);
  for (guint i = 0; i < scopes->len; i++)
    pt_net_maker_add_scope (self, g_array_index (scopes, PtIndex, i));
  g_clear_pointer (&self->received, g_hash_table_unref);
  g_clear_pointer (&self->sent, g_hash_table_unref);
  return pt_net_maker_finish (self);
}
