/* pt-type-collect.c: who on each way to a node is the last to know something
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-type.h"

static const PtBpmnType tellers[] = {
  PT_BPMN_USER_TASK,   PT_BPMN_SERVICE_TASK, PT_BPMN_SEND_TASK,     PT_BPMN_BUSINESS_RULE_TASK,
  PT_BPMN_SCRIPT_TASK, PT_BPMN_RECEIVE_TASK, PT_BPMN_CALL_ACTIVITY,
};

gboolean
pt_type_asks (const PtNode *node)
{
  return node->type == PT_BPMN_USER_TASK;
}

/* A message, signal or error may bring something along. */
gboolean
pt_type_tells (const PtNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (tellers); i++)
    if (node->type == tellers[i])
      return TRUE;
  return pt_bpmn_type_is_a (node->type, PT_BPMN_CATCH_EVENT)
         && (node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION
             || node->event_definition == PT_BPMN_SIGNAL_EVENT_DEFINITION
             || node->event_definition == PT_BPMN_ERROR_EVENT_DEFINITION
             || node->event_definition == PT_BPMN_ESCALATION_EVENT_DEFINITION);
}

static void
reach (PtWays *ways, guint point, GArray *queue)
{
  for (guint k = ways->first_before[point]; k < ways->first_before[point + 1]; k++)
    if (ways->seen[ways->before[k]] != ways->walk)
      {
        ways->seen[ways->before[k]] = ways->walk;
        g_array_append_val (queue, ways->before[k]);
      }
}

static void
reach_from (PtWays *ways, PtIndex node, gboolean by_expression, GArray *queue, PtCollection *found)
{
  const PtNode *entry = pt_program_node (ways->program, node);
  gboolean is_again = by_expression && entry->loop == PT_LOOP_STANDARD;
  guint behind = PT_POINT_BEHIND (node);

  if (is_again)
    g_array_append_val (queue, behind);
  if (is_again && !entry->loop_test_before)
    return;
  found->is_loose = ways->begins[PT_POINT_BEFORE (node)];
  reach (ways, PT_POINT_BEFORE (node), queue);
}

PtCollection
pt_type_collect (PtWays *ways,
                 PtIndex node,
                 gboolean by_expression,
                 gboolean (*knows) (const PtNode *node))
{
  PtCollection found = { g_array_new (FALSE, FALSE, sizeof (PtIndex)), FALSE };
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  ways->walk++;
  if (ways->patience > 0)
    reach_from (ways, node, by_expression, queue, &found);
  for (guint i = 0; i < queue->len; i++)
    {
      guint point = g_array_index (queue, guint, i);
      PtIndex at = point / 2;

      if (point == PT_POINT_BEHIND (at) && knows (pt_program_node (ways->program, at)))
        {
          g_array_append_val (found.nodes, at);
          continue;
        }
      found.is_loose |= ways->begins[point];
      reach (ways, point, queue);
    }
  ways->patience -= MIN (ways->patience, queue->len);
  return found;
}

void
pt_collection_clear (PtCollection *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
}
