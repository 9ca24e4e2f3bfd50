/* pt-target-spiff.c: the target "spiff": SpiffWorkflow 3
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Variables are named by ids there: what holds a list, and an entry of it, has the name of the
 * variable as its id.
 */
#include "pt-target.h"

#include <glib/gi18n-lib.h>

/* ----- people --------------------------------------------------------------------------------- */

/* A form is a JSON schema: the questions, and which of them have to be answered. */
typedef struct
{
  JsonObject *properties;
  JsonArray *required;
} Form;

static gpointer
start_form (PtEmission *self, xmlNode *element)
{
  Form *form = g_new (Form, 1);

  form->properties = json_object_new ();
  form->required = json_array_new ();
  return form;
}

/* How JSON schemas call types; what is not here is a text. */
static const struct
{
  const char *type, *called, *format;
} field_types[] = {
  { "boolean", "boolean", NULL },
  { "number", "number", NULL },
  { "date", "string", "date" },
  { "time", "string", "time" },
  { "date and time", "string", "date-time" },
};

static void
set_field_type (JsonObject *field, const PtVariable *variable)
{
  const char *called = "string";

  for (guint i = 0; i < G_N_ELEMENTS (field_types); i++)
    if (g_strcmp0 (variable->type, field_types[i].type) == 0)
      {
        called = field_types[i].called;
        if (field_types[i].format)
          json_object_set_string_member (field, "format", field_types[i].format);
      }
  json_object_set_string_member (field, "type", called);
}

static void
add_field (PtEmission *self, gpointer data, const PtVariable *variable)
{
  Form *form = data;
  JsonObject *field = json_object_new ();
  JsonArray *values = pt_vendor_is_choice (variable) ? json_array_new () : NULL;

  set_field_type (field, variable);
  json_object_set_string_member (field, "title", variable->label);
  for (guint i = 0; values && i < variable->values->len; i++)
    json_array_add_string_element (values, g_ptr_array_index (variable->values, i));
  if (values)
    json_object_set_array_member (field, "enum", values);
  json_object_set_object_member (form->properties, variable->name, field);
  json_array_add_string_element (form->required, variable->name);
}

static JsonNode *
make_schema (Form *form, const char *title)
{
  JsonObject *schema = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (schema, "title", title ? title : "");
  json_object_set_string_member (schema, "type", "object");
  json_object_set_object_member (schema, "properties", form->properties);
  json_object_set_array_member (schema, "required", form->required);
  json_node_take_object (node, schema);
  return node;
}

static void
set_user_task (PtEmission *self, xmlNode *element, const PtNode *node)
{
  gboolean is_drawn = pt_vendor_find_extension (self, element, "properties") != NULL;
  g_autofree Form *form = pt_vendor_ask (self, element, node, is_drawn, start_form, add_field);
  xmlNode *property;
  const char *name;

  if (!form)
    return;
  name = pt_emission_side_file (self, node, "-schema.json", make_schema (form, node->name));
  property
      = pt_vendor_add (self, pt_vendor_add_extension (self, element, "properties"), "property");
  pt_emission_set (property, "name", "formJsonSchemaFilename");
  pt_emission_set (property, "value", name);
}

/* ----- systems -------------------------------------------------------------------------------- */

/* The parser looks elements up by any id, so what is done may be called like none of them. */
static void
set_operation (PtEmission *self, xmlNode *operator, const char * topic)
{
  g_autofree char *apart = g_strconcat ("job.", topic, NULL);

  pt_emission_set (operator, "id", pt_source_map_has_id (self->map, topic) ? apart : topic);
}

/* Values are Python; what is not there yet is None and does not stop the case. */
static void
add_parameters (PtEmission *self, xmlNode *operator, const PtNode * node)
{
  g_autoptr (GPtrArray) inputs = pt_vendor_inputs (self, node);
  xmlNode *parameters = pt_vendor_add (self, operator, "parameters");

  for (guint i = 0; i < inputs->len; i++)
    {
      const PtVariable *variable = g_ptr_array_index (inputs, i);
      g_autofree char *value = g_strdup_printf ("locals().get('%s')", variable->name);
      xmlNode *parameter = pt_vendor_add (self, parameters, "parameter");

      pt_emission_set (parameter, "id", variable->name);
      pt_emission_set (parameter, "type", variable->type ? variable->type : "any");
      pt_emission_set (parameter, "value", value);
    }
}

/* A service gives one thing back: where one is drawn, it is that. */
static void
set_result (PtEmission *self, xmlNode *operator, const PtNode * node)
{
  g_autoptr (GPtrArray) outputs = pt_vendor_outputs (self, node);

  if (outputs->len == 1)
    pt_emission_set (operator, "resultVariable",
                     ((const PtVariable *)g_ptr_array_index (outputs, 0))->name);
}

static void
set_service (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *operator;

  if (pt_vendor_find_extension (self, element, "serviceTaskOperator"))
    return;
  operator= pt_vendor_add_extension (self, element, "serviceTaskOperator");
  set_operation (self, operator, pt_vendor_topic (self, node));
  set_result (self, operator, node);
  add_parameters (self, operator, node);
}

static void
set_table (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *extensions;

  if (!node->table || pt_vendor_find_extension (self, element, "calledDecisionId"))
    return;
  extensions = pt_emission_extensions (self, element);
  pt_vendor_add_text (self, extensions, "calledDecisionId", node->table);
}

static const PtNodeSetter nodes[] = {
  { PT_BPMN_USER_TASK, set_user_task },
  { PT_BPMN_SERVICE_TASK, set_service },
  { PT_BPMN_BUSINESS_RULE_TASK, set_table },
  { PT_BPMN_NONE },
};

static void
set_node (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_vendor_set_node (self, element, node, nodes);
}

/* ----- several at once ------------------------------------------------------------------------ */

static const char *
add_property (PtEmission *self, PtIndex scope, const char *id)
{
  PtIndex process = pt_program_process_of (self->program, scope);
  xmlNode *parent = g_hash_table_lookup (self->processes, GUINT_TO_POINTER (process));
  xmlNode *element = pt_emission_insert (self, parent, "property");

  pt_emission_set (element, "id", id);
  pt_emission_set (element, "name", id);
  return id;
}

/* A list that is worked out is kept in a variable first. */
static const char *
name_list (PtEmission *self, xmlNode *loop, const PtNode *node)
{
  const char *list = node->loop_text, *name;
  g_autofree char *script = NULL;

  if (pt_source_map_has_id (self->map, list))
    return list;
  if (xmlValidateNCName ((const xmlChar *)list, 0) == 0)
    return add_property (self, node->scope, pt_source_map_take_id (self->map, list, NULL, NULL));
  name = pt_emission_derive_id (self, &node->origin, "_list");
  script = g_strdup_printf ("%s = %s", name, list);
  pt_vendor_add_text (self, pt_emission_extensions (self, loop->parent), "preScript", script);
  return add_property (self, node->scope, name);
}

/* The entry of the last one would stay among the variables, where the next activity with an entry
 * of that name would not accept it. */
static void
forget (PtEmission *self, xmlNode *activity, const char *entry)
{
  g_autofree char *script = g_strdup_printf ("globals().pop('%s', None)", entry);
  xmlNode *drawn = pt_vendor_find_extension (self, activity, "postScript");
  g_autofree char *text = drawn ? pt_xml_text (drawn) : NULL;

  if (g_strcmp0 (text, script) == 0)
    return;
  pt_vendor_add_text (self, pt_emission_extensions (self, activity), "postScript", script);
}

static const char *
name_output (PtEmission *self, const PtNode *node)
{
  const char *list = node->loop_output;

  return pt_source_map_has_id (self->map, list)
             ? list
             : add_property (self, node->scope,
                             pt_source_map_take_id (self->map, list, NULL, NULL));
}

static void
add_item (PtEmission *self, xmlNode *loop, const char *tag, const char *name, const PtNode *node)
{
  xmlNode *item = pt_emission_add (self, loop, tag);

  pt_emission_set (item, "id",
                   pt_source_map_take_id (self->map, name, node->origin.logical,
                                          node->origin.near));
  pt_emission_set (item, "name", name);
}

static void
set_collection (PtEmission *self, xmlNode *loop, const PtNode *node)
{
  const char *entry = node->loop_element ? node->loop_element : "item";
  const char *list = name_list (self, loop, node);
  const char *output = node->loop_output ? name_output (self, node) : NULL;

  pt_emission_watch (self, pt_emission_add_text (self, loop, "loopDataInputRef", list),
                     &node->origin);
  if (output)
    pt_emission_watch (self, pt_emission_add_text (self, loop, "loopDataOutputRef", output),
                       &node->origin);
  add_item (self, loop, "inputDataItem", entry, node);
  if (output)
    add_item (self, loop, "outputDataItem", node->loop_result, node);
  forget (self, loop->parent, entry);
}

/* A cycle makes up for all the times that have passed. */
static char *
say_calendar (const PtCalendarTime *time, gboolean is_once)
{
  return NULL;
}

/* ----- the rows ------------------------------------------------------------------------------- */

static const char *const no_others[] = { NULL };

static const PtDialect dialect = {
  .counts = PT_COUNTS_NONE,
  .results = PT_RESULTS_NAMED,
  .language = "python",
  .from_feel = pt_feel_to_python,
  .others = no_others,
  .script = "python",
  .quotes_times = TRUE,
};

/* An event sub-process that begins on an error or escalation would run in every case, one that
 * begins at a time would keep the case from ending, and none stops what is around it. An event that
 * stops a sub-process of several instances ends the engine's own run. */
static const PtRefusal refusals[] = {
  { PT_BPMN_COMPLEX_GATEWAY, PT_BPMN_NONE, PT_BPMN_INCLUSIVE_GATEWAY, PT_PLACE_ANY },
  { PT_BPMN_AD_HOC_SUB_PROCESS, PT_BPMN_NONE, PT_BPMN_SUB_PROCESS, PT_PLACE_ANY },
  { PT_BPMN_EVENT, PT_BPMN_COMPENSATE_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_ANY },
  { PT_BPMN_START_EVENT, PT_BPMN_ERROR_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_ANY },
  { PT_BPMN_START_EVENT, PT_BPMN_ESCALATION_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_ANY },
  { PT_BPMN_START_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_EVENT_SUB_PROCESS },
  { PT_BPMN_START_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_INTERRUPTING },
  { PT_BPMN_START_EVENT, PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_INTERRUPTING },
  { PT_BPMN_START_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION, PT_BPMN_NONE,
    PT_PLACE_INTERRUPTING },
  { PT_BPMN_START_EVENT, PT_BPMN_NONE, PT_BPMN_NONE, PT_PLACE_WITHIN,
    N_ ("within a sub-process it would never begin") },
  { PT_BPMN_BOUNDARY_EVENT, PT_BPMN_NONE, PT_BPMN_NONE, PT_PLACE_AT_REPEATED },
  { PT_BPMN_NONE },
};

static const PtBpmnType silent_ends[] = { PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_BPMN_NONE };

static const PtVendor *const vendors[] = { &pt_vendor_spiff, NULL };

/* A file that is compiled again must not take Python for FEEL. */
static void
set_language (PtEmission *self)
{
  pt_emission_set (self->root, "expressionLanguage", self->target->dialect->language);
}

static const PtEmitter emitter = {
  .definitions = set_language,
  .node = set_node,
  .collection = set_collection,
};

const PtTarget pt_target_spiff = {
  .id = "spiff",
  .label = N_ ("SpiffWorkflow"),
  .dialect = &dialect,
  .lacks = PT_LACK_LOOSE_GATEWAYS | PT_LACK_FREE_STARTS | PT_LACK_INSTANTIATING_TASKS
           | PT_LACK_EMPTY_SCRIPTS | PT_LACK_LINKS | PT_LACK_RULE_TASKS | PT_LACK_ONE_OF_MANY
           | PT_LACK_CRON | PT_LACK_OTHER_STARTS | PT_LACK_GROUPS | PT_LACK_CHOSEN_TIMERS
           | PT_LACK_OFFERS | PT_LACK_DOERS | PT_LACK_SAME_HANDLERS | PT_LACK_FREE_DATA
           | PT_LACK_SERIES | PT_LACK_ENTRIES_IN_TURN,
  .refusals = refusals,
  .silent_ends = silent_ends,
  .asks_tables = TRUE,
  .reads = vendors,
  .say_calendar = say_calendar,
  .emitter = &emitter,
};
