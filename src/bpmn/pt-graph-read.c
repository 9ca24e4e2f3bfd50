/* pt-graph-read.c: what an element says itself
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"
#include "pt-node.h"

static void
read_name (PtProcessGraph *self, PtElement *element)
{
  pt_graph_set_text (self, &element->name, pt_xml_peek (element->node, "name"));
}

static void
read_annotation (PtProcessGraph *self, PtElement *element)
{
  const xmlNode *text = pt_node_child (element->node, PT_NS_BPMN, "text");
  g_autofree char *words = text ? pt_xml_text (text) : NULL;

  pt_graph_set_text (self, &element->name, words);
}

static void
read_category_value (PtProcessGraph *self, PtElement *element)
{
  pt_graph_set_text (self, &element->name, pt_xml_peek (element->node, "value"));
}

static void
read_group (PtProcessGraph *self, PtElement *element)
{
  if (element->ref && element->ref->type == PT_BPMN_CATEGORY_VALUE)
    pt_graph_set_text (self, &element->name, pt_xml_peek (element->ref->node, "value"));
}

static void
read_activity (PtProcessGraph *self, PtElement *element)
{
  const xmlNode *loop = NULL;

  element->for_compensation = pt_node_is_true (element->node, "isForCompensation", FALSE);
  if (pt_node_child_of_type (element->node, PT_BPMN_STANDARD_LOOP))
    element->loop = PT_LOOP_STANDARD;
  else if ((loop = pt_node_child_of_type (element->node, PT_BPMN_MULTI_INSTANCE_LOOP)))
    element->loop
        = pt_node_is_true (loop, "isSequential", FALSE) ? PT_LOOP_SEQUENTIAL : PT_LOOP_PARALLEL;
}

static void
read_sub_process (PtProcessGraph *self, PtElement *element)
{
  element->triggered_by_event = pt_node_is_true (element->node, "triggeredByEvent", FALSE);
}

static void
read_choreography_activity (PtProcessGraph *self, PtElement *element)
{
  static const char *const loops[]
      = { "None", "Standard", "MultiInstanceParallel", "MultiInstanceSequential" };
  const char *value = pt_xml_peek (element->node, "loopType");

  for (guint loop = 0; value && loop < G_N_ELEMENTS (loops); loop++)
    if (g_str_equal (value, loops[loop]))
      element->loop = loop;
}

/* Counts @type as one more event definition. */
static void
add_event_definition (PtElement *event, PtBpmnType type)
{
  if (event->n_event_definitions++ == 0)
    event->event_definition = type;
}

static void
read_event (PtProcessGraph *self, PtElement *element)
{
  const PtReferences *references = &pt_element_record (element)->references;

  for (xmlNode *child = pt_xml_first_element (element->node); child;
       child = pt_xml_next_element (child))
    {
      PtBpmnType type = pt_bpmn_type_from_node (child);
      if (pt_bpmn_type_is_a (type, PT_BPMN_EVENT_DEFINITION))
        add_event_definition (element, type);
    }
  for (guint i = 0; i < references->n; i++)
    {
      PtElement *definition = NULL;
      if (references->items[i].kind == PT_REFERENCE_DEFINITION)
        definition = pt_reference_target (&references->items[i]);
      if (definition && pt_element_is_a (definition, PT_BPMN_EVENT_DEFINITION))
        add_event_definition (element, definition->type);
    }
  element->parallel_multiple = pt_node_is_true (element->node, "parallelMultiple", FALSE);
}

static void
read_start_event (PtProcessGraph *self, PtElement *element)
{
  element->non_interrupting = !pt_node_is_true (element->node, "isInterrupting", TRUE);
}

static void
read_boundary_event (PtProcessGraph *self, PtElement *element)
{
  element->non_interrupting = !pt_node_is_true (element->node, "cancelActivity", TRUE);
}

static void
read_instantiate (PtProcessGraph *self, PtElement *element)
{
  element->instantiate = pt_node_is_true (element->node, "instantiate", FALSE);
}

static void
read_event_gateway (PtProcessGraph *self, PtElement *element)
{
  const char *kind = pt_xml_peek (element->node, "eventGatewayType");

  read_instantiate (self, element);
  element->event_gateway_parallel = g_strcmp0 (kind, "Parallel") == 0;
}

static void
read_sequence_flow (PtProcessGraph *self, PtElement *element)
{
  element->has_condition = pt_node_child (element->node, PT_NS_BPMN, "conditionExpression") != NULL;
}

static void
read_association (PtProcessGraph *self, PtElement *element)
{
  static const char *const directions[] = { "None", "One", "Both" };
  const char *value = pt_xml_peek (element->node, "associationDirection");

  for (guint i = 0; value && i < G_N_ELEMENTS (directions); i++)
    if (g_str_equal (value, directions[i]))
      element->association_direction = i;
}

static void
read_data_association (PtProcessGraph *self, PtElement *element)
{
  element->association_direction = 1;
}

static void
read_data (PtProcessGraph *self, PtElement *element)
{
  const xmlNode *state = pt_node_child_of_type (element->node, PT_BPMN_DATA_STATE);

  pt_graph_set_text (self, &element->data_state, state ? pt_xml_peek (state, "name") : NULL);
  element->is_collection = pt_node_is_true (element->node, "isCollection", FALSE);
}

/* The object is the collection; its references are what is drawn. */
static void
read_data_object_reference (PtProcessGraph *self, PtElement *element)
{
  read_data (self, element);
  if (element->ref && pt_node_is_true (element->ref->node, "isCollection", FALSE))
    element->is_collection = TRUE;
}

static void
read_participant (PtProcessGraph *self, PtElement *element)
{
  const xmlNode *multiplicity
      = pt_node_child_of_type (element->node, PT_BPMN_PARTICIPANT_MULTIPLICITY);

  element->multiplicity = multiplicity && pt_node_number (multiplicity, "maximum") > 1;
}

/* A type is read by its own row and those of its supertypes, in this order. */
static const struct
{
  PtBpmnType type;
  void (*read) (PtProcessGraph *self, PtElement *element);
} readers[] = {
  { PT_BPMN_BASE_ELEMENT, read_name },
  { PT_BPMN_TEXT_ANNOTATION, read_annotation },
  { PT_BPMN_CATEGORY_VALUE, read_category_value },
  { PT_BPMN_GROUP, read_group },
  { PT_BPMN_ACTIVITY, read_activity },
  { PT_BPMN_SUB_PROCESS, read_sub_process },
  { PT_BPMN_CHOREOGRAPHY_ACTIVITY, read_choreography_activity },
  { PT_BPMN_EVENT, read_event },
  { PT_BPMN_START_EVENT, read_start_event },
  { PT_BPMN_BOUNDARY_EVENT, read_boundary_event },
  { PT_BPMN_RECEIVE_TASK, read_instantiate },
  { PT_BPMN_EVENT_BASED_GATEWAY, read_event_gateway },
  { PT_BPMN_SEQUENCE_FLOW, read_sequence_flow },
  { PT_BPMN_ASSOCIATION, read_association },
  { PT_BPMN_DATA_ASSOCIATION, read_data_association },
  { PT_BPMN_DATA_OBJECT, read_data },
  { PT_BPMN_DATA_OBJECT_REFERENCE, read_data_object_reference },
  { PT_BPMN_DATA_STORE, read_data },
  { PT_BPMN_DATA_STORE_REFERENCE, read_data },
  { PT_BPMN_DATA_INPUT, read_data },
  { PT_BPMN_DATA_OUTPUT, read_data },
  { PT_BPMN_PARTICIPANT, read_participant },
};

static void
clear_facts (PtProcessGraph *self, PtElement *element)
{
  pt_graph_set_text (self, &element->name, NULL);
  pt_graph_set_text (self, &element->data_state, NULL);
  element->event_definition = PT_BPMN_NONE;
  element->n_event_definitions = 0;
  element->loop = PT_LOOP_NONE;
  element->non_interrupting = FALSE;
  element->parallel_multiple = FALSE;
  element->triggered_by_event = FALSE;
  element->for_compensation = FALSE;
  element->instantiate = FALSE;
  element->event_gateway_parallel = FALSE;
  element->is_collection = FALSE;
  element->has_condition = FALSE;
  element->multiplicity = FALSE;
  element->association_direction = 0;
}

void
pt_graph_read_facts (PtProcessGraph *self, PtElement *element)
{
  clear_facts (self, element);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (pt_element_is_a (element, readers[i].type))
      readers[i].read (self, element);
}
