/* pt-sound-messages.c: who waits in vain for a message of another process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-sound.h"

static gboolean
holds_flow_to (const PtSound *self, const PtFault *fault, PtIndex node)
{
  for (guint i = 0; i < self->net->places->len; i++)
    {
      const PtNetPlace *place = pt_net_place (self->net, i);

      if (pt_marking_has (fault->marking, i) && place->kind == PT_PLACE_FLOW
          && pt_program_flow (self->program, place->index)->target == node)
        return TRUE;
    }
  return FALSE;
}

/* A token is before it, or before the gateway that waits for it and others. */
static gboolean
waits (const PtSound *self, const PtFault *fault, PtIndex node)
{
  const PtWays *previous = &self->previous;

  if (holds_flow_to (self, fault, node))
    return TRUE;
  for (guint j = previous->first[node]; j < previous->first[node + 1]; j++)
    if (pt_program_node (self->program, previous->to[j])->type == PT_BPMN_EVENT_BASED_GATEWAY
        && holds_flow_to (self, fault, previous->to[j]))
      return TRUE;
  return FALSE;
}

static void
say (PtSound *self, PtIndex sender, PtIndex receiver, const PtFault *fault)
{
  g_autofree char *label = pt_report_node_label (self->program, receiver);
  g_autofree char *sender_label = pt_report_node_label (self->program, sender);
  PtDiagnostic *finding = pt_sound_say (self, PT_CODE_S114, receiver, label, sender_label, NULL);

  if (finding == NULL)
    return;
  pt_report_at (finding, &pt_program_node (self->program, sender)->origin);
  pt_sound_trace (self, finding, fault->trace);
}

void
pt_sound_explain_messages (PtSound *self, const PtNetMaker *maker, const PtFault *fault)
{
  if (fault->kind != PT_FAULT_STUCK)
    return;
  for (guint i = 0; i < self->net->places->len; i++)
    {
      const PtNetPlace *place = pt_net_place (self->net, i);
      PtIndex sender, receiver;

      if (place->kind != PT_PLACE_SENT || pt_marking_has (fault->marking, i)
          || !pt_net_message_ends (self->program, place->index, &sender, &receiver)
          || !waits (self, fault, receiver))
        continue;
      self->scope = pt_program_node (self->program, receiver)->scope;
      self->nodes = pt_net_maker_get_nodes (maker, self->scope);
      say (self, sender, receiver, fault);
    }
}
