/* pt-model-writer.c: the one place that writes elements of the model
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-model-writer.h"

#include <string.h>

const char *
pt_model_id_prefix (PtBpmnType type)
{
  static const struct
  {
    PtBpmnType type;
    const char *prefix;
  } prefixes[] = {
    /* the first that fits counts */
    { PT_BPMN_MESSAGE_FLOW, "MessageFlow" },
    { PT_BPMN_SEQUENCE_FLOW, "Flow" },
    { PT_BPMN_DATA_INPUT_ASSOCIATION, "DataInputAssociation" },
    { PT_BPMN_DATA_OUTPUT_ASSOCIATION, "DataOutputAssociation" },
    { PT_BPMN_ASSOCIATION, "Association" },
    { PT_BPMN_CONVERSATION_LINK, "ConversationLink" },
    { PT_BPMN_CONVERSATION_NODE, "Conversation" },
    { PT_BPMN_SUB_PROCESS, "SubProcess" },
    { PT_BPMN_ACTIVITY, "Task" },
    { PT_BPMN_EVENT_DEFINITION, "EventDefinition" },
    { PT_BPMN_EVENT, "Event" },
    { PT_BPMN_GATEWAY, "Gateway" },
    { PT_BPMN_DATA_OBJECT_REFERENCE, "DataObjectReference" },
    { PT_BPMN_DATA_STORE_REFERENCE, "DataStoreReference" },
    { PT_BPMN_DATA_OBJECT, "DataObject" },
    { PT_BPMN_TEXT_ANNOTATION, "TextAnnotation" },
    { PT_BPMN_GROUP, "Group" },
    { PT_BPMN_CATEGORY_VALUE, "CategoryValue" },
    { PT_BPMN_CATEGORY, "Category" },
    { PT_BPMN_PARTICIPANT, "Participant" },
    { PT_BPMN_LANE_SET, "LaneSet" },
    { PT_BPMN_LANE, "Lane" },
    { PT_BPMN_COLLABORATION, "Collaboration" },
    { PT_BPMN_PROCESS, "Process" },
    { PT_BPMN_PROPERTY, "Property" },
    { PT_BPMN_RESOURCE_ROLE, "Performer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (pt_bpmn_type_is_a (type, prefixes[i].type))
      return prefixes[i].prefix;
  return "Element";
}

/* --- elements --- */

void
pt_model_set (PtDraft *draft, xmlNode *node, const char *attribute, const char *value)
{
  pt_document_set_attribute (draft->document, node, NULL, attribute, value);
}

static void
insert (PtDraft *draft, xmlNode *parent, xmlNode *node)
{
  pt_document_insert (draft->document, parent,
                      pt_bpmn_insertion_point (parent, (const char *)node->name), node);
}

xmlNode *
pt_model_add_before (PtDraft *draft, xmlNode *parent, PtBpmnType type, xmlNode *before)
{
  xmlNode *node = pt_document_make_element (draft->document, parent, PT_NS_BPMN, "bpmn",
                                            pt_bpmn_type_info (type)->tag);
  g_autofree char *id = pt_document_make_id (draft->document, pt_model_id_prefix (type));

  xmlSetProp (node, BAD_CAST "id", (const xmlChar *)id);
  pt_document_insert (draft->document, parent, before, node);
  return node;
}

xmlNode *
pt_model_add (PtDraft *draft, xmlNode *parent, PtBpmnType type)
{
  return pt_model_add_before (draft, parent, type,
                              pt_bpmn_insertion_point (parent, pt_bpmn_type_info (type)->tag));
}

xmlNode *
pt_model_add_child (PtDraft *draft, xmlNode *parent, const char *tag, const char *text)
{
  xmlNode *node = pt_document_make_element (draft->document, parent, PT_NS_BPMN, "bpmn", tag);

  if (text != NULL)
    xmlAddChild (node, xmlNewDocText (parent->doc, (const xmlChar *)text));
  insert (draft, parent, node);
  return node;
}

xmlNode *
pt_model_find_child (const xmlNode *parent, const char *tag)
{
  for (xmlNode *child = pt_xml_first_element (parent); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, tag))
      return child;
  return NULL;
}

void
pt_model_put_child (PtDraft *draft, xmlNode *parent, const char *tag, const char *text)
{
  xmlNode *child = pt_model_find_child (parent, tag);

  if (text == NULL || *text == '\0')
    {
      if (child != NULL)
        pt_document_remove (draft->document, child);
    }
  else if (child == NULL)
    pt_model_add_child (draft, parent, tag, text);
  else
    pt_document_set_text (draft->document, child, text);
}

char *
pt_model_id (const xmlNode *node)
{
  return pt_xml_attribute (node, "id");
}

void
pt_model_reparent (PtDraft *draft, xmlNode *node, xmlNode *parent)
{
  if (node->parent == parent)
    return;
  pt_document_remove (draft->document, node);
  insert (draft, parent, node);
}

/* --- references --- */

gboolean
pt_model_names (const char *text, const char *id)
{
  const char *local;

  if (text == NULL || id == NULL)
    return FALSE;
  local = pt_bpmn_local_reference (text);
  return g_str_equal (text, id) || (local != NULL && g_str_equal (local, id));
}

static gboolean
refers_to (const xmlNode *child, const char *tag, const char *id)
{
  g_autofree char *text = pt_xml_is (child, PT_NS_BPMN, tag) ? pt_xml_text (child) : NULL;

  return pt_model_names (text, id);
}

void
pt_model_drop_reference (PtDraft *draft, xmlNode *parent, const char *tag, const char *id)
{
  for (xmlNode *child = pt_xml_first_element (parent); child; child = pt_xml_next_element (child))
    if (refers_to (child, tag, id))
      {
        pt_document_remove (draft->document, child);
        return;
      }
}

/* --- flows --- */

#define HABIT_KEY "pt-modeling-lists-flows"

static gboolean
lists_flows (const PtElement *node, GPtrArray *flows, const char *tag)
{
  return flows != NULL && flows->len > 0 && pt_element_is_a (node, PT_BPMN_FLOW_NODE)
         && pt_model_find_child (node->node, tag) != NULL;
}

static gboolean
find_habit (PtProcessGraph *graph)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  gboolean has_flows = FALSE;

  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      has_flows |= element->type == PT_BPMN_SEQUENCE_FLOW;
      if (lists_flows (element, element->incoming, "incoming")
          || lists_flows (element, element->outgoing, "outgoing"))
        return TRUE;
    }
  return !has_flows;
}

void
pt_model_note_habit (PtDraft *draft)
{
  GObject *document = G_OBJECT (draft->document);

  if (g_object_get_data (document, HABIT_KEY) == NULL)
    g_object_set_data (document, HABIT_KEY, GINT_TO_POINTER (find_habit (draft->graph) ? 1 : -1));
}

static gboolean
has_habit_to_list_flows (PtDraft *draft)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (draft->document), HABIT_KEY)) > 0;
}

static void
list_flow (PtDraft *draft, PtBpmnType type, xmlNode *end, const char *tag, const char *flow_id)
{
  if (type == PT_BPMN_SEQUENCE_FLOW && has_habit_to_list_flows (draft))
    pt_model_add_child (draft, end, tag, flow_id);
}

/* Where a flow says what it runs between: data associations in children, all others in attributes.
 */
static void
write_end (PtDraft *draft, PtBpmnType type, xmlNode *flow, const char *tag, const char *id)
{
  if (pt_bpmn_type_is_a (type, PT_BPMN_DATA_ASSOCIATION))
    pt_model_put_child (draft, flow, tag, id);
  else
    pt_model_set (draft, flow, tag, id);
}

/* A data association wants an end in its activity, too. What the activity needs is said by the
 * drawing; a property without meaning holds the place, as other tools do it. */
static char *
placeholder_of (PtDraft *draft, xmlNode *activity)
{
  const char *name = "__targetRef_placeholder";
  xmlNode *property;

  for (property = pt_xml_first_element (activity); property != NULL;
       property = pt_xml_next_element (property))
    {
      g_autofree char *found = pt_xml_attribute (property, "name");

      if (pt_xml_is (property, PT_NS_BPMN, "property") && g_strcmp0 (found, name) == 0)
        return pt_model_id (property);
    }
  property = pt_model_add (draft, activity, PT_BPMN_PROPERTY);
  pt_model_set (draft, property, "name", name);
  return pt_model_id (property);
}

void
pt_model_set_source (PtDraft *draft, PtBpmnType type, xmlNode *flow, xmlNode *old, xmlNode *end)
{
  g_autofree char *flow_id = pt_model_id (flow), *end_id = pt_model_id (end);

  if (type == PT_BPMN_DATA_OUTPUT_ASSOCIATION)
    {
      pt_model_reparent (draft, flow, end);
      return;
    }
  write_end (draft, type, flow, "sourceRef", end_id);
  if (old != NULL)
    pt_model_drop_reference (draft, old, "outgoing", flow_id);
  list_flow (draft, type, end, "outgoing", flow_id);
}

void
pt_model_set_target (PtDraft *draft, PtBpmnType type, xmlNode *flow, xmlNode *old, xmlNode *end)
{
  g_autofree char *flow_id = pt_model_id (flow), *end_id = pt_model_id (end);

  if (type == PT_BPMN_DATA_INPUT_ASSOCIATION)
    {
      g_autofree char *place = placeholder_of (draft, end);

      write_end (draft, type, flow, "targetRef", place);
      pt_model_reparent (draft, flow, end);
      return;
    }
  write_end (draft, type, flow, "targetRef", end_id);
  if (old != NULL)
    pt_model_drop_reference (draft, old, "incoming", flow_id);
  list_flow (draft, type, end, "incoming", flow_id);
}

xmlNode *
pt_model_connect (PtDraft *draft,
                  PtBpmnType type,
                  xmlNode *container,
                  xmlNode *source,
                  xmlNode *target)
{
  xmlNode *flow = pt_model_add (draft, container, type);

  pt_model_set_source (draft, type, flow, NULL, source);
  pt_model_set_target (draft, type, flow, NULL, target);
  return flow;
}
