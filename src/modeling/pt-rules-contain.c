/* pt-rules-contain.c: what may stand in what, how small it may get, what it may turn into
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-containers.h"
#include "pt-rules.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PtVerdict verdict;
  const char *reason;
} Answer;

static const Answer no_answer = { PT_VERDICT_IGNORE, NULL };
static const Answer allowed = { PT_VERDICT_ALLOW, NULL };

static Answer
forbid (const char *reason)
{
  return (Answer){ PT_VERDICT_FORBID, reason };
}

static Answer
allow_if (gboolean condition, const char *reason)
{
  return condition ? allowed : forbid (reason);
}

/* --- by the family of what is put in --- */

static Answer
put_pool (const PtElement *container, PtBpmnType type)
{
  return allow_if (container->type == PT_BPMN_PROCESS || container->type == PT_BPMN_COLLABORATION,
                   _ ("A pool stands free on the drawing, beside other pools."));
}

static Answer
put_lane (const PtElement *container, PtBpmnType type)
{
  PtFamily family = pt_element_family (container);

  return allow_if ((family == PT_FAMILY_POOL || family == PT_FAMILY_LANE)
                       && container->process != NULL,
                   _ ("A lane divides a pool; put the pool there first."));
}

/* Opened in its place, or as the whole of a diagram of its own. */
static gboolean
is_open_sub_process (const PtElement *container)
{
  return pt_element_is_a (container, PT_BPMN_SUB_PROCESS)
         && (container->figure == NULL || container->figure->is_expanded
             || pt_element_is_shown_whole (container));
}

static gboolean
goes_on (PtBpmnType type)
{
  return type != PT_BPMN_START_EVENT && type != PT_BPMN_END_EVENT && type != PT_BPMN_BOUNDARY_EVENT;
}

static Answer
put_node (const PtElement *container, PtBpmnType type)
{
  switch (pt_element_family (container))
    {
    case PT_FAMILY_PLANE:
      return allow_if (container->type != PT_BPMN_COLLABORATION,
                       _ ("On this drawing everything happens in pools: put it into one."));
    case PT_FAMILY_POOL:
    case PT_FAMILY_LANE:
      return allow_if (container->process != NULL, _ ("Nothing is shown inside this pool."));
    case PT_FAMILY_ACTIVITY:
      if (pt_rules_attach (container, type) && !is_open_sub_process (container))
        return allowed;
      return allow_if (is_open_sub_process (container),
                       _ ("Only an opened sub-process can hold other elements."));
    case PT_FAMILY_FLOW:
      return container->type == PT_BPMN_SEQUENCE_FLOW
                 ? allow_if (goes_on (type), _ ("A flow cannot lead through this."))
                 : no_answer;
    default:
      return no_answer;
    }
}

static Answer
put_event (const PtElement *container, PtBpmnType type)
{
  if (type == PT_BPMN_BOUNDARY_EVENT)
    return allow_if (pt_rules_attach (container, type),
                     _ ("A boundary event is put onto the edge of an activity."));
  return put_node (container, type);
}

static Answer
put_data (const PtElement *container, PtBpmnType type)
{
  if (type != PT_BPMN_DATA_OBJECT_REFERENCE && type != PT_BPMN_DATA_STORE_REFERENCE)
    return no_answer;
  return pt_element_family (container) == PT_FAMILY_FLOW ? no_answer : put_node (container, type);
}

static Answer
put_artifact (const PtElement *container, PtBpmnType type)
{
  PtFamily family = pt_element_family (container);

  if (family == PT_FAMILY_ACTIVITY)
    return allow_if (is_open_sub_process (container),
                     _ ("Only an opened sub-process can hold other elements."));
  if (family == PT_FAMILY_POOL && container->process == NULL)
    return forbid (_ ("Nothing is shown inside this pool."));
  return pt_container_of (container, type) != NULL ? allowed : no_answer;
}

static Answer
put_conversation (const PtElement *container, PtBpmnType type)
{
  return allow_if (container->type == PT_BPMN_COLLABORATION,
                   _ ("A conversation stands between pools."));
}

PtVerdict
pt_rules_contain (const PtElement *container, PtBpmnType type, const char **reason)
{
  static Answer (*const rules[]) (const PtElement *, PtBpmnType) = {
    [PT_FAMILY_POOL] = put_pool,         [PT_FAMILY_LANE] = put_lane,
    [PT_FAMILY_ACTIVITY] = put_node,     [PT_FAMILY_GATEWAY] = put_node,
    [PT_FAMILY_EVENT] = put_event,       [PT_FAMILY_DATA] = put_data,
    [PT_FAMILY_ARTIFACT] = put_artifact, [PT_FAMILY_CONVERSATION] = put_conversation,
    [PT_FAMILY_CHOREOGRAPHY] = NULL,
  };
  PtFamily family = pt_bpmn_type_info (type)->family;
  Answer answer = no_answer;

  /* A group only surrounds: what is dropped into it goes to what the group stands in. */
  while (container != NULL && container->type == PT_BPMN_GROUP)
    container = container->parent;
  if (container != NULL && rules[family] != NULL)
    answer = rules[family](container, type);
  if (reason != NULL)
    *reason = answer.reason;
  return answer.verdict;
}

/* On the diagram of its own inside a sub-process has no edge. */
gboolean
pt_rules_attach (const PtElement *host, PtBpmnType event_type)
{
  return pt_element_family (host) == PT_FAMILY_ACTIVITY && !host->triggered_by_event
         && !pt_element_is_shown_whole (host)
         && (event_type == PT_BPMN_BOUNDARY_EVENT || event_type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
             || event_type == PT_BPMN_INTERMEDIATE_THROW_EVENT);
}

/* --- sizes --- */

static PtPoint
least_of_family (const PtDiagramElement *figure)
{
  switch (pt_element_family (figure->element))
    {
    case PT_FAMILY_POOL:
    case PT_FAMILY_LANE:
      return figure->is_horizontal ? (PtPoint){ 150, 60 } : (PtPoint){ 60, 150 };
    case PT_FAMILY_ACTIVITY:
      return figure->is_expanded && pt_element_is_a (figure->element, PT_BPMN_SUB_PROCESS)
                 ? (PtPoint){ 140, 120 }
                 : (PtPoint){ 50, 40 };
    case PT_FAMILY_ARTIFACT:
      return (PtPoint){ 50, 30 };
    default: /* events, gateways and data have their one size */
      return (PtPoint){ figure->bounds.width, figure->bounds.height };
    }
}

PtPoint
pt_rules_min_size (const PtDiagramElement *figure)
{
  PtPoint least = { 1, 1 };
  PtBounds needs;

  if (figure->element == NULL || figure->is_edge)
    return least;
  least = least_of_family (figure);
  needs = pt_container_needs (figure);
  return (PtPoint){ MAX (least.x, needs.width), MAX (least.y, needs.height) };
}

/* --- names --- */

gboolean
pt_rules_can_name (const PtElement *element)
{
  switch (pt_element_family (element))
    {
    case PT_FAMILY_NONE:
    case PT_FAMILY_PLANE:
      return FALSE;
    case PT_FAMILY_FLOW:
      return element->type != PT_BPMN_ASSOCIATION
             && !pt_element_is_a (element, PT_BPMN_DATA_ASSOCIATION);
    default:
      return TRUE;
    }
}

/* --- replacements --- */

static gboolean
holds_elements (const PtElement *element)
{
  return pt_element_is_a (element, PT_BPMN_SUB_PROCESS) && element->children != NULL
         && element->children->len > 0;
}

static gboolean
event_fits (const PtElement *event, PtBpmnType type)
{
  if (event->type == PT_BPMN_BOUNDARY_EVENT || type == PT_BPMN_BOUNDARY_EVENT)
    return event->type == type;
  return type != PT_BPMN_IMPLICIT_THROW_EVENT
         && !(type == PT_BPMN_START_EVENT && pt_sequence_flows (event->incoming, NULL) > 0)
         && !(type == PT_BPMN_END_EVENT && pt_sequence_flows (event->outgoing, NULL) > 0);
}

static gboolean
fits (const PtElement *element, PtBpmnType type)
{
  switch (pt_element_family (element))
    {
    case PT_FAMILY_ACTIVITY:
      return type != element->type
             && (!holds_elements (element) || pt_bpmn_type_is_a (type, PT_BPMN_SUB_PROCESS));
    case PT_FAMILY_GATEWAY:
      return type != element->type;
    case PT_FAMILY_EVENT: /* the same type again, with another definition */
      return event_fits (element, type);
    case PT_FAMILY_DATA:
      return type != element->type && pt_element_is_a (element, PT_BPMN_FLOW_ELEMENT)
             && pt_bpmn_type_is_a (type, PT_BPMN_FLOW_ELEMENT);
    default:
      return FALSE;
    }
}

GArray *
pt_rules_replacements (const PtElement *element)
{
  GArray *types = g_array_new (FALSE, FALSE, sizeof (guint));
  PtFamily family = pt_element_family (element);

  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    if (pt_bpmn_type_info (type)->family == family && pt_bpmn_type_info (type)->tag != NULL
        && fits (element, type))
      g_array_append_val (types, type);
  return types;
}
