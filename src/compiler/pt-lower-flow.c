/* pt-lower-flow.c: sequence flows and message flows; what may not be joined is left out and said
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"
#include "pt-lower.h"

/* The id an end names, whether it exists or not. */
static void
report_loose_end (PtLower *self, const PtElement *flow, PtCode code, const char *attribute)
{
  g_autofree char *id = pt_xml_attribute (flow->node, attribute);
  const PtDanglingReference reference
      = { .node = flow->node,
          .attribute = attribute,
          .value = id,
          .wanted
          = flow->type == PT_BPMN_SEQUENCE_FLOW ? PT_BPMN_FLOW_NODE : PT_BPMN_BASE_ELEMENT };
  g_autofree char *meant
      = id && *id ? pt_suggestions_find (self->file->suggestions, &reference) : NULL;
  PtDiagnostic *diagnostic = pt_lower_report (self, flow, code, id);

  pt_file_offer_reference (self->file, diagnostic, &reference, meant);
  pt_lower_offer_delete (diagnostic, flow);
}

/* Returns: whether both ends of the flow or association name something */
static gboolean
has_both_ends (PtLower *self, const PtElement *flow)
{
  if (!flow->source)
    report_loose_end (self, flow, PT_CODE_B01, "sourceRef");
  if (!flow->target)
    report_loose_end (self, flow, PT_CODE_B02, "targetRef");
  return flow->source && flow->target;
}

static void
refuse (PtLower *self, const PtElement *flow, PtCode code)
{
  g_autofree char *source = pt_lower_label (flow->source);
  g_autofree char *target = pt_lower_label (flow->target);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, code, source, target, NULL);

  pt_lower_place (self, diagnostic, flow);
  pt_diagnostic_add_element (diagnostic, flow->source->id);
  pt_diagnostic_add_element (diagnostic, flow->target->id);
  pt_lower_offer_delete (diagnostic, flow);
}

/* ----- sequence flows
 * ----------------------------------------------------------------------------- */

static gboolean
is_event_sub_process (const PtElement *element)
{
  return pt_element_is_a (element, PT_BPMN_SUB_PROCESS) && element->triggered_by_event;
}

static gboolean
has_no_way_in (const PtElement *element)
{
  return element->type == PT_BPMN_START_EVENT || element->type == PT_BPMN_BOUNDARY_EVENT
         || is_event_sub_process (element) || element->for_compensation
         || (element->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
             && element->event_definition == PT_BPMN_LINK_EVENT_DEFINITION);
}

static gboolean
has_no_way_out (const PtElement *element)
{
  return element->type == PT_BPMN_END_EVENT || is_event_sub_process (element)
         || element->for_compensation
         || (element->type == PT_BPMN_INTERMEDIATE_THROW_EVENT
             && element->event_definition == PT_BPMN_LINK_EVENT_DEFINITION)
         || (element->type == PT_BPMN_BOUNDARY_EVENT
             && element->event_definition == PT_BPMN_COMPENSATE_EVENT_DEFINITION);
}

/* Why the two may not be joined by a sequence flow, or %PT_N_CODES when they may. */
static PtCode
fault_of_sequence_flow (PtLower *self, const PtElement *source, const PtElement *target)
{
  if (!pt_lower_is (self, source, PT_BPMN_FLOW_NODE)
      || !pt_lower_is (self, target, PT_BPMN_FLOW_NODE))
    return PT_CODE_B09;
  if (source->process != target->process)
    return PT_CODE_B04;
  if (source->parent != target->parent)
    return PT_CODE_B05;
  if (has_no_way_in (target))
    return PT_CODE_B07;
  return has_no_way_out (source) ? PT_CODE_B08 : PT_N_CODES;
}

static void
lower_sequence_flow (PtLower *self, const PtElement *element)
{
  PtCode fault;
  PtOrigin origin;
  PtIndex index;
  PtFlow *flow;

  if (!has_both_ends (self, element))
    return;
  fault = fault_of_sequence_flow (self, element->source, element->target);
  if (fault != PT_N_CODES)
    {
      refuse (self, element, fault);
      return;
    }
  origin = pt_lower_origin (self, element);
  index = pt_program_add_flow (self->program);
  flow = pt_program_flow (self->program, index);
  pt_lower_remember (self, element, index);
  flow->origin = origin;
  flow->name = pt_lower_name (self, element);
  flow->source = pt_lower_index (self, element->source);
  flow->target = pt_lower_index (self, element->target);
  flow->scope = pt_program_node (self->program, flow->source)->scope;
  flow->carried = pt_lower_carried (self, element);
  flow->figure = pt_lower_figure (self, element);
  flow->condition
      = pt_lower_expression (self, element->node, "conditionExpression", &flow->language);
  pt_lower_branch (self, flow, element);
}

/* A default flow must leave the element that names it; a reference that dangles is named elsewhere.
 */
static void
set_default_flow (PtLower *self, const PtElement *element)
{
  const PtElement *flow = element->default_flow;

  if (!flow || !pt_lower_is (self, element, PT_BPMN_FLOW_NODE))
    return;
  if (flow->source == element && pt_lower_is (self, flow, PT_BPMN_SEQUENCE_FLOW))
    pt_program_node (self->program, pt_lower_index (self, element))->default_flow
        = pt_lower_index (self, flow);
  else if (flow->source != element)
    {
      g_autofree char *label = pt_lower_label (flow);

      pt_lower_report (self, element, PT_CODE_B31, label);
    }
}

void
pt_lower_flows (PtLower *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->type == PT_BPMN_SEQUENCE_FLOW && element->process)
        lower_sequence_flow (self, element);
    }
  for (guint i = 0; i < elements->len; i++)
    set_default_flow (self, g_ptr_array_index (elements, i));
}

/* ----- message flows
 * ------------------------------------------------------------------------------ */

/* The pool an end of a message flow lies in, or is. */
static const PtElement *
pool_of (const PtElement *end)
{
  if (end->type == PT_BPMN_PARTICIPANT)
    return end;
  return end->process ? end->process->participant : NULL;
}

static gboolean
may_exchange (PtLower *self, const PtElement *end)
{
  return pt_lower_is (self, end, PT_BPMN_PARTICIPANT) || pt_lower_is (self, end, PT_BPMN_FLOW_NODE);
}

static void
set_end (PtLower *self, const PtElement *end, PtIndex *node, PtIndex *pool)
{
  *(end->type == PT_BPMN_PARTICIPANT ? pool : node) = pt_lower_index (self, end);
}

static void
add_message_flow (PtLower *self, const PtElement *element)
{
  PtOrigin origin = pt_lower_origin (self, element);
  PtIndex index = pt_program_add_message_flow (self->program);
  PtMessageFlow *flow = PT_PROGRAM_AT (self->program->message_flows, PtMessageFlow, index);

  flow->origin = origin;
  flow->name = pt_lower_name (self, element);
  set_end (self, element->source, &flow->source_node, &flow->source_pool);
  set_end (self, element->target, &flow->target_node, &flow->target_pool);
  flow->message = pt_lower_find (self, element->ref, PT_BPMN_MESSAGE);
  flow->carried = pt_lower_carried (self, element);
  flow->figure = pt_lower_figure (self, element);
}

static void
lower_message_flow (PtLower *self, const PtElement *element)
{
  if (!has_both_ends (self, element))
    return;
  if (!may_exchange (self, element->source) || !may_exchange (self, element->target))
    refuse (self, element, PT_CODE_B09);
  else if (pool_of (element->source) == pool_of (element->target))
    refuse (self, element, PT_CODE_B06);
  else
    add_message_flow (self, element);
}

void
pt_lower_message_flows (PtLower *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->type == PT_BPMN_MESSAGE_FLOW && element->parent->type == PT_BPMN_COLLABORATION)
        lower_message_flow (self, element);
    }
}
