/* pt-target-camunda8.c: the target "camunda8": Zeebe, the engine of Camunda 8.8 and later
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PLATFORM_VERSION "8.8.0"
#define FORM_SCHEMA 18 /* of form-js 1.x */
/* What a case is known by to those who send it messages; diagnostics.def tells of it. */
#define CASE_KEY "=businessKey"

/* Expressions are told from texts by the sign before them. */
static char *
mark (const char *text)
{
  return g_strconcat (*text == '=' ? "" : "=", text, NULL);
}

static void
set_expression (xmlNode *element, const char *name, const char *text)
{
  g_autofree char *marked = mark (text);

  pt_emission_set (element, name, marked);
}

/* ----- the file ------------------------------------------------------------------------------- */

static xmlNode *
find_message (PtEmission *self, const char *id)
{
  for (xmlNode *child = pt_xml_first_element (self->root); child;
       child = pt_xml_next_element (child))
    {
      g_autofree char *other
          = pt_xml_is (child, PT_NS_BPMN, "message") ? pt_xml_attribute (child, "id") : NULL;

      if (g_strcmp0 (other, id) == 0)
        return child;
    }
  return NULL;
}

/* Each message that a running case waits for says where the case has its key. */
static void
add_subscription (PtEmission *self, const PtNode *node)
{
  const PtDefinition *definition = pt_program_definition (self->program, node->reference);
  xmlNode *message = find_message (self, pt_emission_id (self, &definition->origin));

  if (message && !pt_vendor_find_extension (self, message, "subscription"))
    set_expression (pt_vendor_add_extension (self, message, "subscription"), "correlationKey",
                    definition->key ? definition->key : CASE_KEY);
}

static void
set_definitions (PtEmission *self)
{
  xmlNs *modeler = pt_emission_namespace (self, PT_NS_MODELER, "modeler");

  pt_emission_set_ns (self->root, modeler, "executionPlatform", "Camunda Cloud");
  pt_emission_set_ns (self->root, modeler, "executionPlatformVersion", PLATFORM_VERSION);
  for (guint i = 0; i < self->program->nodes->len; i++)
    if (pt_vendor_waits_for_case (self->program, pt_program_node (self->program, i)))
      add_subscription (self, pt_program_node (self->program, i));
}

/* ----- people --------------------------------------------------------------------------------- */

static void
replace (xmlNode *definition, const char *name, const char *value)
{
  if (value)
    xmlSetProp (definition, (const xmlChar *)name, (const xmlChar *)value);
  else
    xmlUnsetProp (definition, (const xmlChar *)name);
}

static void
tell_drawn (PtEmission *self, const xmlNode *definition, const PtNode *node, const char *groups)
{
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();

  for (const xmlAttr *attribute = definition->properties; attribute; attribute = attribute->next)
    g_ptr_array_add (drawn, (gpointer)pt_xml_value (attribute));
  g_ptr_array_add (drawn, NULL);
  pt_vendor_tell_offered (self, node, (const char *const *)drawn->pdata, groups);
}

static void
set_candidates (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autofree char *groups = pt_vendor_groups (self, node), *users = pt_vendor_users (node);
  xmlNode *definition = pt_vendor_find_extension (self, element, "assignmentDefinition");

  if (definition && !pt_vendor_is_derived (node))
    tell_drawn (self, definition, node, groups);
  if ((!groups && !users) || (definition && !pt_vendor_is_derived (node)))
    return;
  if (!definition)
    definition = pt_vendor_add_extension (self, element, "assignmentDefinition");
  replace (definition, "candidateGroups", groups);
  replace (definition, "candidateUsers", users);
}

/* FEEL has no duration of months and days together. */
static char *
add_to_now (const char *iso)
{
  const char *months = strpbrk (iso, "YMT"), *rest;

  if (!months || *months == 'T')
    return g_strdup_printf ("=now() + duration(\"%s\")", iso);
  rest = months + 1;
  if (*months == 'Y' && g_ascii_isdigit (*rest) && rest[strspn (rest, "0123456789")] == 'M')
    rest += strspn (rest, "0123456789") + 1;
  if (!*rest)
    return g_strdup_printf ("=now() + duration(\"%s\")", iso);
  return g_strdup_printf ("=now() + duration(\"%.*s\") + duration(\"P%s\")", (int)(rest - iso), iso,
                          rest);
}

/* A duration begins when the task does; a date needs a zone. */
static char *
due_date (PtTimeKind kind, const char *iso)
{
  const char *clock = strchr (iso, 'T');

  if (kind == PT_TIME_DURATION)
    return add_to_now (iso);
  if (clock == NULL)
    return g_strconcat (iso, "T00:00:00Z", NULL);
  return g_strconcat (iso, strpbrk (clock, "Z+-") ? "" : "Z", NULL);
}

static void
set_schedule (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autofree char *due = node->due_iso ? due_date (node->due_kind, node->due_iso) : NULL;

  if (due && !pt_vendor_find_extension (self, element, "taskSchedule"))
    pt_emission_set (pt_vendor_add_extension (self, element, "taskSchedule"), "dueDate", due);
}

static void
add_choices (JsonObject *field, const PtVariable *variable)
{
  JsonArray *values = json_array_new ();
  JsonObject *validate = json_object_new ();

  for (guint i = 0; i < variable->values->len; i++)
    {
      JsonObject *value = json_object_new ();

      json_object_set_string_member (value, "label", g_ptr_array_index (variable->values, i));
      json_object_set_string_member (value, "value", g_ptr_array_index (variable->values, i));
      json_array_add_object_element (values, value);
    }
  json_object_set_array_member (field, "values", values);
  json_object_set_boolean_member (validate, "required", TRUE);
  json_object_set_object_member (field, "validate", validate);
}

/* What kind of field asks for what; a text field for what is not here. */
static const struct
{
  const char *type, *field, *subtype;
} fields[] = {
  { "boolean", "checkbox", NULL },
  { "number", "number", NULL },
  { "date", "datetime", "date" },
  { "time", "datetime", "time" },
  { "date and time", "datetime", "datetime" },
};

static void
set_field_type (JsonObject *field, const PtVariable *variable)
{
  const char *type = pt_vendor_is_choice (variable) ? "radio" : "textfield";

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (variable->type, fields[i].type) == 0)
      {
        type = fields[i].field;
        if (fields[i].subtype)
          json_object_set_string_member (field, "subtype", fields[i].subtype);
      }
  json_object_set_string_member (field, "type", type);
}

static void
add_field (PtEmission *self, gpointer components, const PtVariable *variable)
{
  JsonObject *field = json_object_new ();

  set_field_type (field, variable);
  json_object_set_string_member (field, "id", variable->name);
  json_object_set_string_member (field, "key", variable->name);
  json_object_set_string_member (field, "label", variable->label);
  if (pt_vendor_is_choice (variable))
    add_choices (field, variable);
  json_array_add_object_element (components, field);
}

static gpointer
start_form (PtEmission *self, xmlNode *element)
{
  return json_array_new ();
}

static JsonNode *
make_form (JsonArray *components, const char *id)
{
  JsonObject *form = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_array_member (form, "components", components);
  json_object_set_string_member (form, "type", "default");
  json_object_set_string_member (form, "id", id);
  json_object_set_string_member (form, "executionPlatform", "Camunda Cloud");
  json_object_set_string_member (form, "executionPlatformVersion", PLATFORM_VERSION);
  json_object_set_int_member (form, "schemaVersion", FORM_SCHEMA);
  json_node_take_object (node, form);
  return node;
}

/* Forms are files of their own there, told apart by ids. */
static void
add_form (PtEmission *self, xmlNode *element, const PtNode *node, gboolean is_drawn)
{
  JsonArray *components = pt_vendor_ask (self, element, node, is_drawn, start_form, add_field);
  PtIndex process = pt_program_process_of (self->program, node->scope);
  g_autofree char *id = NULL;

  if (!components)
    return;
  id = g_strdup_printf ("Form_%s_%s",
                        pt_emission_id (self, &pt_program_scope (self->program, process)->origin),
                        pt_emission_id (self, &node->origin));
  pt_emission_side_file (self, node, ".form", make_form (components, id));
  pt_emission_set (pt_vendor_add_extension (self, element, "formDefinition"), "formId", id);
}

/* A form key belongs to tasks of the old kind, which are jobs. */
static gboolean
is_job (const xmlNode *form)
{
  return form && xmlHasProp ((xmlNode *)form, (const xmlChar *)"formKey");
}

static void
set_user_task (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *form = pt_vendor_find_extension (self, element, "formDefinition");

  if (!pt_vendor_find_extension (self, element, "userTask") && !is_job (form))
    pt_vendor_add_extension (self, element, "userTask");
  set_candidates (self, element, node);
  set_schedule (self, element, node);
  add_form (self, element, node, form != NULL);
}

/* ----- systems -------------------------------------------------------------------------------- */

static gboolean
says_what_is_done (PtEmission *self, xmlNode *element)
{
  static const char *const ways[] = { "calledDecision", "script" };
  xmlNode *definition = pt_vendor_find_extension (self, element, "taskDefinition");

  if (definition && xmlHasProp (definition, (const xmlChar *)"type"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (pt_vendor_find_extension (self, element, ways[i]))
      return TRUE;
  return FALSE;
}

static void
add_header (PtEmission *self, xmlNode *element, const char *key, const char *value)
{
  xmlNode *header
      = pt_vendor_add (self, pt_vendor_add_extension (self, element, "taskHeaders"), "header");

  pt_emission_set (header, "key", key);
  pt_emission_set (header, "value", value);
}

static void
map_variables (PtEmission *self, xmlNode *mapping, const char *tag, const GPtrArray *variables)
{
  for (guint i = 0; i < variables->len; i++)
    {
      const PtVariable *variable = g_ptr_array_index (variables, i);
      xmlNode *entry = pt_vendor_add (self, mapping, tag);

      set_expression (entry, "source", variable->name);
      pt_emission_set (entry, "target", variable->name);
    }
}

static void
set_mapping (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autoptr (GPtrArray) inputs = pt_vendor_inputs (self, node);
  g_autoptr (GPtrArray) outputs = pt_vendor_outputs (self, node);
  xmlNode *mapping;

  if (inputs->len + outputs->len == 0 || pt_vendor_find_extension (self, element, "ioMapping"))
    return;
  mapping = pt_vendor_add_extension (self, element, "ioMapping");
  map_variables (self, mapping, "input", inputs);
  map_variables (self, mapping, "output", outputs);
}

/* The worker is told the name of the message it is to send. */
/* The engine wants to be told where to keep what the table says. */
static void
set_table (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autofree char *result = pt_feel_make_name (node->name ? node->name : node->table);
  xmlNode *called = pt_vendor_add_extension (self, element, "calledDecision");

  pt_emission_set (called, "decisionId", node->table);
  pt_emission_set (called, "resultVariable", node->table_result ? node->table_result : result);
}

static void
set_job (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const char *message = node->reference == PT_NO_INDEX
                            ? NULL
                            : pt_program_definition (self->program, node->reference)->name;
  xmlNode *definition = pt_vendor_find_extension (self, element, "taskDefinition");

  if (says_what_is_done (self, element))
    return;
  if (node->table)
    {
      set_table (self, element, node);
      return;
    }
  pt_emission_set (definition ? definition
                              : pt_vendor_add_extension (self, element, "taskDefinition"),
                   "type", pt_vendor_topic (self, node));
  if (message && !pt_vendor_find_extension (self, element, "taskHeaders"))
    add_header (self, element, "messageName", message);
}

static void
set_system (PtEmission *self, xmlNode *element, const PtNode *node)
{
  set_job (self, element, node);
  set_mapping (self, element, node);
}

static void
set_thrown_message (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (pt_vendor_is_message_thrown (node))
    set_job (self, element, node);
}

static void
set_script (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autofree char *result = pt_feel_make_name (node->name ? node->name : "result");
  xmlNode *script;

  if (says_what_is_done (self, element))
    return;
  if (!node->script)
    {
      set_job (self, element, node);
      return;
    }
  script = pt_vendor_add_extension (self, element, "script");
  set_expression (script, "expression", node->script);
  pt_emission_set (script, "resultVariable", result);
}

/* A called process sees what this one knows, and gives back what it found out. */
static void
set_call (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const char *id = pt_emission_id_of_text (self, node->called);
  xmlNode *call;

  if (pt_vendor_find_extension (self, element, "calledElement"))
    return;
  call = pt_vendor_add_extension (self, element, "calledElement");
  pt_emission_set (call, "processId", id ? id : node->called);
  pt_emission_set (call, "propagateAllChildVariables", "true");
  pt_emission_set (call, "propagateAllParentVariables", "true");
}

/* ----- several at once ------------------------------------------------------------------------ */

static char *
list_of_beginnings (PtEmission *self, PtIndex scope)
{
  GString *list = g_string_new ("=[");

  for (guint i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->scope == scope && node->n_in == 0 && node->type != PT_BPMN_BOUNDARY_EVENT
          && !node->triggered_by_event && !node->for_compensation)
        g_string_append_printf (list, "%s\"%s\"", list->len > 2 ? ", " : "",
                                pt_emission_id (self, &node->origin));
    }
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

static void
set_ad_hoc (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autofree char *list = list_of_beginnings (self, node->inner);

  if (!pt_vendor_find_extension (self, element, "adHoc"))
    pt_emission_set (pt_vendor_add_extension (self, element, "adHoc"), "activeElementsCollection",
                     list);
}

static void
set_collection (PtEmission *self, xmlNode *loop, const PtNode *node)
{
  xmlNode *characteristics = pt_vendor_add_extension (self, loop, "loopCharacteristics");

  set_expression (characteristics, "inputCollection", node->loop_text);
  pt_emission_set (characteristics, "inputElement",
                   node->loop_element ? node->loop_element : "item");
  if (!node->loop_output)
    return;
  pt_emission_set (characteristics, "outputCollection", node->loop_output);
  set_expression (characteristics, "outputElement",
                  node->loop_result ? node->loop_result : node->loop_output);
}

static const PtNodeSetter nodes[] = {
  { PT_BPMN_USER_TASK, set_user_task },
  { PT_BPMN_SERVICE_TASK, set_system },
  { PT_BPMN_SEND_TASK, set_system },
  { PT_BPMN_BUSINESS_RULE_TASK, set_system },
  { PT_BPMN_SCRIPT_TASK, set_script },
  { PT_BPMN_CALL_ACTIVITY, set_call },
  { PT_BPMN_AD_HOC_SUB_PROCESS, set_ad_hoc },
  { PT_BPMN_THROW_EVENT, set_thrown_message },
  { PT_BPMN_NONE },
};

static void
set_node (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_vendor_set_node (self, element, node, nodes);
}

/* The job says what is sent. */
static void
set_event_definition (PtEmission *self, xmlNode *definition, const PtNode *node)
{
  if (pt_vendor_is_message_thrown (node))
    xmlUnsetProp (definition, (const xmlChar *)"messageRef");
}

/* ----- the calendar --------------------------------------------------------------------------- */

static const char *const weekdays[]
    = { "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

/* As Spring writes it. */
static char *
cron (const PtCalendarTime *time)
{
  g_autofree char *clock = g_strdup_printf ("%d %d %d", time->second, time->minute, time->hour);

  switch (time->unit)
    {
    case PT_CALENDAR_HOUR:
      return g_strdup_printf ("%d %d * * * *", time->second, time->minute);
    case PT_CALENDAR_DAY:
      return g_strdup_printf ("%s * * *", clock);
    case PT_CALENDAR_WEEK:
      return g_strdup_printf ("%s * * %d", clock, time->weekday);
    case PT_CALENDAR_MONTH:
      return g_strdup_printf ("%s %d * *", clock, time->day);
    case PT_CALENDAR_YEAR:
      return g_strdup_printf ("%s %d %d *", clock, time->day, time->month);
    default:
      return NULL;
    }
}

/* Returns: (transfer full): what is true of the days that count, and how many have to be looked at
 */
static char *
days_of (const PtCalendarTime *time, guint *n)
{
  switch (time->unit)
    {
    case PT_CALENDAR_DAY:
      *n = 1;
      return g_strdup ("");
    case PT_CALENDAR_WEEK:
      *n = 7;
      return g_strdup_printf ("day of week(item) = \"%s\" and ", weekdays[time->weekday]);
    case PT_CALENDAR_MONTH:
      *n = 62;
      return g_strdup_printf ("item.day = %d and ", time->day);
    case PT_CALENDAR_YEAR:
      *n = 366 * (time->month == 2 && time->day == 29 ? 8 : 1);
      return g_strdup_printf ("item.month = %d and item.day = %d and ", time->month, time->day);
    default:
      return NULL;
    }
}

/* Where a time counts once, the engine takes no cycle: the first of the next days that fits. */
static char *
say_calendar (const PtCalendarTime *time, gboolean is_once)
{
  guint n;
  g_autofree char *days = is_once ? days_of (time, &n) : NULL;

  if (!is_once)
    return cron (time);
  if (!days)
    return NULL;
  return g_strdup_printf (
      "=(for n in 0..%u return date and time(today() + duration(\"P\" + string(n) + "
      "\"D\"), time(\"%02d:%02d:%02dZ\")))[%sitem > now()][1]",
      n, time->hour, time->minute, time->second, days);
}

/* ----- the rows ------------------------------------------------------------------------------- */

static char *
from_feel (const PtFeel *feel, GError **error)
{
  g_autofree char *text = pt_feel_to_string (feel);

  return mark (text);
}

static const char *const no_others[] = { NULL };

static const PtDialect dialect = {
  .language = "zeebe",
  .from_feel = from_feel,
  .others = no_others,
  .script = "feel",
  .time_marks = "=",
  .call_marks = "=",
};

static const PtRefusal refusals[] = {
  { PT_BPMN_COMPLEX_GATEWAY, PT_BPMN_NONE, PT_BPMN_INCLUSIVE_GATEWAY, PT_PLACE_ANY },
  { PT_BPMN_TRANSACTION, PT_BPMN_NONE, PT_BPMN_SUB_PROCESS, PT_PLACE_ANY },
  { PT_BPMN_START_EVENT, PT_BPMN_NONE, PT_BPMN_NONE, PT_PLACE_AD_HOC },
  { PT_BPMN_END_EVENT, PT_BPMN_NONE, PT_BPMN_NONE, PT_PLACE_AD_HOC },
  { PT_BPMN_EVENT, PT_BPMN_CANCEL_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_ANY },
  { PT_BPMN_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_ANY },
  { PT_BPMN_START_EVENT, PT_BPMN_COMPENSATE_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_ANY },
  { PT_BPMN_NONE },
};

static const PtVendor *const vendors[] = { &pt_vendor_zeebe, NULL };

static const PtEmitter emitter = {
  .definitions = set_definitions,
  .node = set_node,
  .event_definition = set_event_definition,
  .collection = set_collection,
};

const PtTarget pt_target_camunda8 = {
  .id = "camunda8",
  .label = N_ ("Camunda 8 (Zeebe)"),
  .dialect = &dialect,
  .lacks = PT_LACK_LOOPS | PT_LACK_LOOSE_GATEWAYS | PT_LACK_WAITING_TASKS | PT_LACK_FREE_STARTS
           | PT_LACK_FREE_ESCALATION | PT_LACK_USER_ESCALATION | PT_LACK_INSTANTIATING_TASKS
           | PT_LACK_EMPTY_SCRIPTS | PT_LACK_FOREIGN_SCRIPTS | PT_LACK_CARDINALITY
           | PT_LACK_ONE_OF_MANY | PT_LACK_ZONELESS | PT_LACK_CASES | PT_LACK_SHORT_CIRCUITS
           | PT_LACK_OFFERS | PT_LACK_DOERS | PT_LACK_SAME_HANDLERS | PT_LACK_FREE_ORDER,
  .refusals = refusals,
  .asks_tables = TRUE,
  .keeps_table_result = TRUE,
  .reads = vendors,
  .say_calendar = say_calendar,
  .due_date = due_date,
  .emitter = &emitter,
};
