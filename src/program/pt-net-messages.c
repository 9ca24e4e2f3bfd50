/* pt-net-messages.c: which message flows join two steps
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
