/* pt-lower-node.c: activities, events and gateways, with what their children say
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-definition-types.h"
#include "pt-loop-counts.h"
#include "pt-lower.h"
#include "pt-people-list.h"
#include "pt-settings.h"

#include <string.h>

/* ----- events
 * ------------------------------------------------------------------------------------- */

/* The definition stands in the event, or at the root and is referred to. */
static xmlNode *
definition_of (PtLower *self, const PtElement *element)
{
  xmlNode *definition = pt_element_child_node (element, PT_BPMN_EVENT_DEFINITION);

  for (xmlNode *child = pt_xml_first_element (element->node); child && !definition;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "eventDefinitionRef"))
      {
        g_autofree char *id = pt_xml_text (child);

        definition = pt_document_get_by_id (self->document, id);
      }
  return definition;
}

static void
read_timer (PtLower *self, PtNode *node, const xmlNode *definition)
{
  static const char *const tags[] = {
    [PT_TIME_DATE] = "timeDate",
    [PT_TIME_DURATION] = "timeDuration",
    [PT_TIME_CYCLE] = "timeCycle",
  };

  for (guint kind = PT_TIME_DATE; kind < G_N_ELEMENTS (tags) && !node->time_text; kind++)
    {
      node->time_text = pt_lower_expression (self, definition, tags[kind], &node->language);
      if (node->time_text)
        node->time_kind = kind;
    }
}

static void
read_conditional (PtLower *self, PtNode *node, const xmlNode *definition)
{
  node->condition = pt_lower_expression (self, definition, "condition", &node->language);
}

static void
read_link (PtLower *self, PtNode *node, const xmlNode *definition)
{
  node->link = pt_lower_attribute (self, definition, "name");
  if (!node->link)
    node->link = node->name;
}

static void
read_compensation (PtLower *self, PtNode *node, const xmlNode *definition)
{
  node->activity_ref = pt_lower_attribute (self, definition, "activityRef");
}

static void
read_message (PtLower *self, PtNode *node, const xmlNode *definition)
{
  node->topic = pt_lower_keep (self, pt_setting_read_name (definition, PT_SETTING_TOPIC));
  if (!node->topic)
    node->topic = pt_lower_keep (self, pt_setting_read_name (definition->parent, PT_SETTING_TOPIC));
}

static const struct
{
  PtBpmnType type;
  void (*read) (PtLower *self, PtNode *node, const xmlNode *definition);
} definition_readers[] = {
  { PT_BPMN_TIMER_EVENT_DEFINITION, read_timer },
  { PT_BPMN_CONDITIONAL_EVENT_DEFINITION, read_conditional },
  { PT_BPMN_LINK_EVENT_DEFINITION, read_link },
  { PT_BPMN_COMPENSATE_EVENT_DEFINITION, read_compensation },
  { PT_BPMN_MESSAGE_EVENT_DEFINITION, read_message },
};

static void
read_event (PtLower *self, PtNode *node, const PtElement *element)
{
  const xmlNode *definition = definition_of (self, element);
  const PtDefinitionType *type = pt_definition_type_of_event (element->event_definition);

  node->event_definition = element->event_definition;
  node->n_event_definitions = element->n_event_definitions;
  if (type)
    node->reference = pt_lower_find (self, element->event_ref, type->type);
  for (guint i = 0; definition && i < G_N_ELEMENTS (definition_readers); i++)
    if (definition_readers[i].type == node->event_definition)
      definition_readers[i].read (self, node, definition);
}

/* ----- activities
 * --------------------------------------------------------------------------------- */

static void
read_standard_loop (PtLower *self, PtNode *node, const xmlNode *loop)
{
  g_autofree char *test_before = pt_xml_attribute (loop, "testBefore");

  node->loop_text = pt_lower_expression (self, loop, "loopCondition", &node->language);
  node->loop_test_before
      = g_strcmp0 (test_before, "true") == 0 || g_strcmp0 (test_before, "1") == 0;
  node->loop_maximum = pt_lower_attribute (self, loop, "loopMaximum");
}

/* What the standard has a child for and engines a setting; some want what is FEEL marked by a sign.
 */
static const char *
read_list (PtLower *self, const xmlNode *loop, const char *tag, PtSetting setting)
{
  const char *list = pt_lower_child_text (self, loop, tag);

  if (!list)
    list = pt_lower_keep (self, pt_setting_read (loop, setting));
  return list && *list == '=' ? list + 1 : list;
}

/* What one entry is called: a setting of an engine, or a child of the standard with a name. */
static const char *
read_entry (PtLower *self, const xmlNode *loop, const char *tag, PtSetting setting)
{
  const char *entry = pt_lower_keep (self, pt_setting_read (loop, setting));

  for (xmlNode *child = pt_xml_first_element (loop); child && !entry;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, tag))
      entry = pt_lower_attribute (self, child, "name");
  return entry && *entry == '=' ? entry + 1 : entry;
}

static void
read_multi_instance (PtLower *self, PtNode *node, const xmlNode *loop)
{
  node->loop_text = read_list (self, loop, "loopDataInputRef", PT_SETTING_LIST);
  node->loop_is_collection = node->loop_text != NULL;
  if (!node->loop_text)
    node->loop_text = pt_lower_expression (self, loop, "loopCardinality", &node->language);
  node->loop_element = read_entry (self, loop, "inputDataItem", PT_SETTING_ENTRY);
  node->loop_output = read_list (self, loop, "loopDataOutputRef", PT_SETTING_OUTPUT);
  node->loop_result = read_entry (self, loop, "outputDataItem", PT_SETTING_GIVEN);
  node->loop_completion = pt_lower_expression (self, loop, "completionCondition", &node->language);
  if (node->loop_completion)
    node->loop_completion
        = pt_lower_keep (self, pt_loop_counts_say (node->loop_completion, PT_COUNTS_STANDARD));
}

static void
read_loop (PtLower *self, PtNode *node, const PtElement *element)
{
  node->loop = element->loop;
  if (node->loop == PT_LOOP_STANDARD)
    read_standard_loop (self, node, pt_element_child_node (element, PT_BPMN_STANDARD_LOOP));
  else if (node->loop != PT_LOOP_NONE)
    read_multi_instance (self, node, pt_element_child_node (element, PT_BPMN_MULTI_INSTANCE_LOOP));
}

/* "group(sales)" is how some engines want a group written. */
static const char *
bare_performer (PtLower *self, const char *text)
{
  gsize n = text ? strlen (text) : 0;

  if (n > strlen ("group()") && g_str_has_prefix (text, "group(") && text[n - 1] == ')')
    return pt_lower_keep (self, g_strndup (text + strlen ("group("), n - strlen ("group()")));
  return text;
}

/* A name may have a comma: only what has brackets is a list. */
static gboolean
is_list (const char *performer)
{
  return performer && (strstr (performer, "user(") || strstr (performer, "group("));
}

static const char *
resource_name (PtLower *self, const char *reference)
{
  const char *local = reference ? pt_bpmn_local_reference (reference) : NULL;
  const PtElement *resource = reference ? pt_process_graph_get (self->graph, reference) : NULL;

  if (!resource && local)
    resource = pt_process_graph_get (self->graph, local);
  return resource && resource->name ? pt_program_string (self->program, resource->name) : reference;
}

static void
read_performer (PtLower *self, PtNode *node, const PtElement *element)
{
  xmlNode *role = pt_element_child_node (element, PT_BPMN_RESOURCE_ROLE);
  g_autofree char *list = NULL;
  const char *text;

  if (!role)
    node->candidates = pt_lower_keep (self, pt_element_get_candidates (element));
  if (!role)
    return;
  node->performer = resource_name (self, pt_lower_child_text (self, role, "resourceRef"));
  if (node->performer)
    return;
  text = pt_lower_child_text (self, role, "resourceAssignmentExpression");
  list = is_list (text) ? pt_people_list_to_assignment (text) : NULL;
  if (list)
    {
      node->assignment = pt_lower_keep (self, g_steal_pointer (&list));
      node->assignment_is_list = TRUE;
    }
  else
    node->performer = bare_performer (self, text);
}

/* Standard attributes that PtProgram has no field for, and what they are when left out. */
static const struct
{
  PtBpmnType type;
  const char *name, *usual;
} untranslated[] = {
  { PT_BPMN_ACTIVITY, "startQuantity", "1" },
  { PT_BPMN_ACTIVITY, "completionQuantity", "1" },
  { PT_BPMN_TRANSACTION, "method", "##Compensate" },
  { PT_BPMN_AD_HOC_SUB_PROCESS, "ordering", "Parallel" },
  { PT_BPMN_AD_HOC_SUB_PROCESS, "cancelRemainingInstances", "true" },
};

static void
report_untranslated (PtLower *self, const PtElement *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (untranslated); i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *said = NULL;

      if (!pt_element_is_a (element, untranslated[i].type))
        continue;
      value = pt_xml_attribute (element->node, untranslated[i].name);
      if (value == NULL || g_str_equal (value, untranslated[i].usual))
        continue;
      said = g_strdup_printf ("%s=\"%s\"", untranslated[i].name, value);
      pt_lower_report (self, element, PT_CODE_B32, said);
    }
}

static void
read_activity (PtLower *self, PtNode *node, const PtElement *element)
{
  node->for_compensation = element->for_compensation;
  node->triggered_by_event = element->triggered_by_event;
  read_loop (self, node, element);
  pt_lower_work (self, node, element);
  if (!node->assignment)
    read_performer (self, node, element);
  report_untranslated (self, element);
}

static void
read_messenger (PtLower *self, PtNode *node, const PtElement *element)
{
  node->reference = pt_lower_find (self, element->ref, PT_BPMN_MESSAGE);
}

static void
read_job (PtLower *self, PtNode *node, const PtElement *element)
{
  node->table = pt_lower_keep (self, pt_setting_read_name (element->node, PT_SETTING_DECISION));
  if (node->table)
    node->table_result
        = pt_lower_keep (self, pt_setting_read_name (element->node, PT_SETTING_RESULT));
  else
    node->topic = pt_lower_keep (self, pt_setting_read_name (element->node, PT_SETTING_TOPIC));
}

static void
read_script (PtLower *self, PtNode *node, const PtElement *element)
{
  node->script = pt_lower_child_text (self, element->node, "script");
  node->script_format = pt_lower_attribute (self, element->node, "scriptFormat");
}

/* What stands in another file may be named with the prefix of its namespace. */
static const char *
without_prefix (const char *name)
{
  const char *colon = name ? strchr (name, ':') : NULL;

  return colon && xmlValidateQName ((const xmlChar *)name, 0) == 0 ? colon + 1 : name;
}

/* A global task that is called is done where it is called (BPMN 2.0, 10.3.6). Returns: whether it
 * is one */
static gboolean
become_global (PtLower *self, PtNode *node, const PtElement *called)
{
  static const struct
  {
    PtBpmnType global, task;
  } types[] = {
    { PT_BPMN_GLOBAL_USER_TASK, PT_BPMN_USER_TASK },
    { PT_BPMN_GLOBAL_MANUAL_TASK, PT_BPMN_MANUAL_TASK },
    { PT_BPMN_GLOBAL_SCRIPT_TASK, PT_BPMN_SCRIPT_TASK },
    { PT_BPMN_GLOBAL_BUSINESS_RULE_TASK, PT_BPMN_BUSINESS_RULE_TASK },
    { PT_BPMN_GLOBAL_TASK, PT_BPMN_TASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (called && pt_bpmn_type_is_a (called->type, types[i].global))
      {
        node->type = types[i].task;
        if (!node->name)
          node->name = pt_lower_name (self, called);
        return TRUE;
      }
  return FALSE;
}

static void
read_call (PtLower *self, PtNode *node, const PtElement *element)
{
  const char *called = pt_lower_attribute (self, element->node, "calledElement");

  if (become_global (self, node, element->ref))
    return;
  node->called = element->ref ? pt_program_string (self->program, element->ref->id)
                              : without_prefix (called);
}

static void
read_ad_hoc (PtLower *self, PtNode *node, const PtElement *element)
{
  const char *completion
      = pt_lower_expression (self, element->node, "completionCondition", &node->language);

  if (completion)
    node->loop_completion = completion;
}

static void
read_event_gateway (PtLower *self, PtNode *node, const PtElement *element)
{
  node->parallel_multiple = element->event_gateway_parallel;
}

static void
read_complex_gateway (PtLower *self, PtNode *node, const PtElement *element)
{
  node->condition
      = pt_lower_expression (self, element->node, "activationCondition", &node->language);
}

/* A type is read by its own row and those of its supertypes, in this order. */
static const struct
{
  PtBpmnType type;
  void (*read) (PtLower *self, PtNode *node, const PtElement *element);
} readers[] = {
  { PT_BPMN_EVENT, read_event },
  { PT_BPMN_ACTIVITY, read_activity },
  { PT_BPMN_SERVICE_TASK, read_job },
  { PT_BPMN_BUSINESS_RULE_TASK, read_job },
  { PT_BPMN_SCRIPT_TASK, read_job },
  { PT_BPMN_SEND_TASK, read_job },
  { PT_BPMN_SEND_TASK, read_messenger },
  { PT_BPMN_RECEIVE_TASK, read_messenger },
  { PT_BPMN_SCRIPT_TASK, read_script },
  { PT_BPMN_CALL_ACTIVITY, read_call },
  { PT_BPMN_AD_HOC_SUB_PROCESS, read_ad_hoc },
  { PT_BPMN_EVENT_BASED_GATEWAY, read_event_gateway },
  { PT_BPMN_COMPLEX_GATEWAY, read_complex_gateway },
};

/* ----- all of them
 * -------------------------------------------------------------------------------- */

static const PtBpmnType data_types[] = {
  PT_BPMN_IO_SPECIFICATION, PT_BPMN_PROPERTY,  PT_BPMN_DATA_ASSOCIATION, PT_BPMN_DATA_INPUT,
  PT_BPMN_DATA_OUTPUT,      PT_BPMN_INPUT_SET, PT_BPMN_OUTPUT_SET,
};

static gboolean
is_data (const xmlNode *node)
{
  PtBpmnType type = pt_bpmn_type_from_node (node);

  for (guint i = 0; i < G_N_ELEMENTS (data_types); i++)
    if (pt_bpmn_type_is_a (type, data_types[i]))
      return TRUE;
  return FALSE;
}

static const char *
data_of (PtLower *self, const PtElement *element)
{
  g_autoptr (GString) text = NULL;

  for (xmlNode *child = pt_xml_first_element (element->node); child;
       child = pt_xml_next_element (child))
    if (is_data (child))
      {
        if (!text)
          text = g_string_new (NULL);
        pt_lower_xml (text, child);
      }
  return text ? pt_program_string (self->program, text->str) : NULL;
}

void
pt_lower_node (PtLower *self, const PtElement *element, PtIndex scope)
{
  PtOrigin origin = pt_lower_origin (self, element);
  PtIndex index = pt_program_add_node (self->program);
  PtNode *node = pt_program_node (self->program, index);

  pt_lower_remember (self, element, index);
  node->origin = origin;
  node->type = element->type;
  node->name = pt_lower_name (self, element);
  node->scope = scope;
  node->lane = pt_lower_find (self, element->lane, PT_BPMN_LANE);
  node->host = pt_lower_find (self, element->attached_to, PT_BPMN_ACTIVITY);
  node->parallel_multiple = element->parallel_multiple;
  node->non_interrupting = element->non_interrupting;
  node->instantiate = element->instantiate;
  node->carried = pt_lower_carried (self, element);
  node->data = data_of (self, element);
  node->figure = pt_lower_figure (self, element);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (pt_bpmn_type_is_a (element->type, readers[i].type))
      readers[i].read (self, node, element);
}
