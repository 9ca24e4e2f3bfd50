/* pt-rules-connect.c: which connection runs between two elements (BPMN 2.0, tables 7.3 and 7.4)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-rules.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PtVerdict verdict;
  PtBpmnType type;
  const char *reason;
} Answer;

static const Answer no_answer = { PT_VERDICT_IGNORE, PT_BPMN_NONE, NULL };

static Answer
allow (PtBpmnType type)
{
  return (Answer){ PT_VERDICT_ALLOW, type, NULL };
}

static Answer
forbid (const char *reason)
{
  return (Answer){ PT_VERDICT_FORBID, PT_BPMN_NONE, reason };
}

static gboolean
is_of (const PtElement *element, PtFamily family)
{
  return pt_element_family (element) == family;
}

PtElement *
pt_pool_of (const PtElement *element)
{
  if (is_of (element, PT_FAMILY_POOL))
    return (PtElement *)element;
  return element->process != NULL ? element->process->participant : NULL;
}

guint
pt_sequence_flows (GPtrArray *flows, PtElement **first)
{
  guint n = 0;

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      PtElement *flow = g_ptr_array_index (flows, i);

      if (flow->type == PT_BPMN_SEQUENCE_FLOW && n++ == 0 && first != NULL)
        *first = flow;
    }
  return n;
}

/* --- what is beside the flow --- */

static Answer
explain (const PtElement *source, const PtElement *target)
{
  gboolean from = source->type == PT_BPMN_TEXT_ANNOTATION;
  gboolean to = target->type == PT_BPMN_TEXT_ANNOTATION;

  if (from && to)
    return forbid (_ ("An annotation explains an element, not another annotation."));
  return from || to ? allow (PT_BPMN_ASSOCIATION) : no_answer;
}

static Answer
use_data (const PtElement *source, const PtElement *target)
{
  gboolean from = is_of (source, PT_FAMILY_DATA), to = is_of (target, PT_FAMILY_DATA);
  const PtElement *user = from ? target : source;

  if (!from && !to)
    return no_answer;
  if (from && to)
    return forbid (_ ("Data goes into an activity or event, or comes out of one."));
  if (source->type == PT_BPMN_MESSAGE || target->type == PT_BPMN_MESSAGE)
    return allow (PT_BPMN_ASSOCIATION);
  if (!is_of (user, PT_FAMILY_ACTIVITY) && !is_of (user, PT_FAMILY_EVENT))
    return forbid (_ ("Only activities and events read and write data."));
  if (source->process != target->process)
    return forbid (_ ("Data stays inside its pool; send a message to another one."));
  if (from && (pt_element_is_a (user, PT_BPMN_CATCH_EVENT) || source->type == PT_BPMN_DATA_OUTPUT))
    return forbid (_ ("An event that waits only gives data, it reads none."));
  if (to && (pt_element_is_a (user, PT_BPMN_THROW_EVENT) || target->type == PT_BPMN_DATA_INPUT))
    return forbid (_ ("An event that sends only reads data, it gives none."));
  return allow (from ? PT_BPMN_DATA_INPUT_ASSOCIATION : PT_BPMN_DATA_OUTPUT_ASSOCIATION);
}

static Answer
converse (const PtElement *source, const PtElement *target)
{
  gboolean from = is_of (source, PT_FAMILY_CONVERSATION);
  gboolean to = is_of (target, PT_FAMILY_CONVERSATION);

  if (!from && !to)
    return no_answer;
  if (is_of (from ? target : source, PT_FAMILY_POOL))
    return allow (PT_BPMN_CONVERSATION_LINK);
  return forbid (_ ("A conversation links pools."));
}

static Answer
compensate (const PtElement *source, const PtElement *target)
{
  if (source->attached_to == NULL
      || source->event_definition != PT_BPMN_COMPENSATE_EVENT_DEFINITION)
    return no_answer;
  if (!is_of (target, PT_FAMILY_ACTIVITY) || target == source->attached_to
      || target->parent != source->parent)
    return forbid (_ ("A compensation event points to the activity that undoes the work."));
  if (!target->for_compensation
      && (pt_sequence_flows (target->incoming, NULL) > 0
          || pt_sequence_flows (target->outgoing, NULL) > 0))
    return forbid (_ ("The activity that undoes the work stands outside the normal flow."));
  return allow (PT_BPMN_ASSOCIATION);
}

/* --- sequence flows --- */

static const char *
refuse_source (const PtElement *source)
{
  if (source->type == PT_BPMN_END_EVENT)
    return _ ("Nothing follows an end event.");
  if (source->type == PT_BPMN_INTERMEDIATE_THROW_EVENT
      && source->event_definition == PT_BPMN_LINK_EVENT_DEFINITION)
    return _ ("A sending link goes on at the link event that catches it.");
  return NULL;
}

static const char *
refuse_target (const PtElement *target)
{
  if (target->type == PT_BPMN_START_EVENT)
    return _ ("Nothing comes before a start event.");
  if (target->type == PT_BPMN_BOUNDARY_EVENT)
    return _ ("An event on the edge of an activity is reached from within that activity.");
  if (target->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
      && target->event_definition == PT_BPMN_LINK_EVENT_DEFINITION)
    return _ ("A catching link is reached by the link event that sends.");
  return NULL;
}

static const char *
refuse_either (const PtElement *end)
{
  if (end->triggered_by_event)
    return _ ("An event sub-process is started by its own event.");
  if (end->for_compensation)
    return _ ("An activity that undoes work stands outside the normal flow.");
  return NULL;
}

/* 10.6.6: an event-based gateway waits for the first of several events. */
static const char *
refuse_after_event_gateway (const PtElement *source, const PtElement *target)
{
  static const PtBpmnType awaited[]
      = { PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_TIMER_EVENT_DEFINITION,
          PT_BPMN_CONDITIONAL_EVENT_DEFINITION, PT_BPMN_SIGNAL_EVENT_DEFINITION };

  if (source->type != PT_BPMN_EVENT_BASED_GATEWAY)
    return NULL;
  if (target->type == PT_BPMN_RECEIVE_TASK)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (awaited); i++)
    if (target->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT && target->event_definition == awaited[i])
      return NULL;
  return _ ("After an event-based gateway come events that wait for a message, a time, a condition "
            "or a signal, or receive tasks.");
}

static Answer
flow_in_sequence (const PtElement *source, const PtElement *target)
{
  const char *reason;

  if (!pt_element_is_a (source, PT_BPMN_FLOW_NODE) || !pt_element_is_a (target, PT_BPMN_FLOW_NODE)
      || pt_pool_of (source) != pt_pool_of (target))
    return no_answer;
  if (source->process != target->process)
    return forbid (_ ("A sequence flow stays within one process."));
  reason = refuse_source (source);
  reason = reason != NULL ? reason : refuse_target (target);
  reason = reason != NULL ? reason : refuse_either (source);
  reason = reason != NULL ? reason : refuse_either (target);
  reason = reason != NULL ? reason : refuse_after_event_gateway (source, target);
  if (reason == NULL && source->parent != target->parent)
    reason = _ ("A sequence flow does not cross the edge of a sub-process.");
  if (reason == NULL && source == target && !is_of (source, PT_FAMILY_ACTIVITY))
    reason = _ ("Only an activity can lead back to itself.");
  return reason != NULL ? forbid (reason) : allow (PT_BPMN_SEQUENCE_FLOW);
}

/* --- message flows --- */

static gboolean
may_exchange (const PtElement *end, PtBpmnType event_kind)
{
  if (is_of (end, PT_FAMILY_POOL) || is_of (end, PT_FAMILY_ACTIVITY))
    return TRUE;
  return pt_element_is_a (end, event_kind)
         && (end->event_definition == PT_BPMN_NONE
             || end->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION);
}

static Answer
send_message (const PtElement *source, const PtElement *target)
{
  const PtElement *from = pt_pool_of (source), *to = pt_pool_of (target);

  if (from == NULL || to == NULL || is_of (source, PT_FAMILY_LANE)
      || is_of (target, PT_FAMILY_LANE))
    return no_answer;
  if (from == to)
    return forbid (_ ("A message goes from one pool to another."));
  if (!may_exchange (source, PT_BPMN_THROW_EVENT))
    return forbid (_ ("Only pools, activities and message events that send can send a message."));
  if (!may_exchange (target, PT_BPMN_CATCH_EVENT))
    return forbid (
        _ ("Only pools, activities and message events that wait can receive a message."));
  return allow (PT_BPMN_MESSAGE_FLOW);
}

/* The root holds the model and is no part of it. */
static gboolean
stands_in_model (const PtElement *element)
{
  return element != NULL && element->parent != NULL;
}

PtVerdict
pt_rules_connect (const PtElement *source,
                  const PtElement *target,
                  PtBpmnType *type,
                  const char **reason)
{
  static Answer (*const rules[]) (const PtElement *, const PtElement *)
      = { explain, use_data, converse, compensate, flow_in_sequence, send_message };
  Answer answer = no_answer;

  for (guint i = 0; stands_in_model (source) && stands_in_model (target) && i < G_N_ELEMENTS (rules)
                    && answer.verdict == PT_VERDICT_IGNORE;
       i++)
    answer = rules[i](source, target);
  if (type != NULL)
    *type = answer.type;
  if (reason != NULL)
    *reason = answer.reason;
  return answer.verdict;
}
