/* pt-target-camunda7.c: the target "camunda7": Camunda 7.24, Operaton and CIB seven, one dialect
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All three read Camunda's namespace.
 */
#include "pt-target.h"
#include "pt-vendor.h"

#include <glib/gi18n-lib.h>

#define PLATFORM_VERSION "7.24.0"
/* Without it the engine refuses the deployment; half a year is what Camunda proposes. */
#define HISTORY_TIME_TO_LIVE "P180D"

/* ----- the file and its processes ------------------------------------------------------------- */

static void
set_platform (PtEmission *self)
{
  xmlNs *modeler = pt_emission_namespace (self, PT_NS_MODELER, "modeler");

  pt_emission_set_ns (self->root, modeler, "executionPlatform", "Camunda Platform");
  pt_emission_set_ns (self->root, modeler, "executionPlatformVersion", PLATFORM_VERSION);
}

static void
set_process (PtEmission *self, xmlNode *element, const PtScope *scope)
{
  pt_vendor_set (self, element, "historyTimeToLive", HISTORY_TIME_TO_LIVE);
}

/* ----- people --------------------------------------------------------------------------------- */

static gpointer
start_form (PtEmission *self, xmlNode *element)
{
  return pt_vendor_add_extension (self, element, "formData");
}

static void
add_field (PtEmission *self, gpointer form, const PtVariable *variable)
{
  pt_vendor_describe_field (self, pt_vendor_add (self, form, "formField"), variable, "label",
                            "long");
}

static void
set_user_task (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_vendor_set_candidates (self, element, node);
  pt_vendor_set_due_date (self, element, node);
  pt_vendor_ask (self, element, node, pt_vendor_has_form (self, element, "formData"), start_form,
                 add_field);
}

/* ----- systems -------------------------------------------------------------------------------- */

/* Read by name, so that what is not there yet is null and does not stop the case. */
static void
map_variables (PtEmission *self, xmlNode *mapping, const char *tag, const GPtrArray *variables)
{
  for (guint i = 0; i < variables->len; i++)
    {
      const PtVariable *variable = g_ptr_array_index (variables, i);
      g_autofree char *value = g_strdup_printf ("${execution.getVariable('%s')}", variable->name);

      pt_emission_set (pt_vendor_add_text (self, mapping, tag, value), "name", variable->name);
    }
}

/* Of work that is done several times at once the engine takes nothing back in this way. */
static void
set_mapping (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autoptr (GPtrArray) inputs = pt_vendor_inputs (self, node);
  g_autoptr (GPtrArray) outputs = pt_vendor_outputs (self, node);
  xmlNode *mapping;

  if (node->loop != PT_LOOP_NONE)
    g_ptr_array_set_size (outputs, 0);
  if (inputs->len + outputs->len == 0 || pt_vendor_find_extension (self, element, "inputOutput"))
    return;
  mapping = pt_vendor_add_extension (self, element, "inputOutput");
  map_variables (self, mapping, "inputParameter", inputs);
  map_variables (self, mapping, "outputParameter", outputs);
}

/* Of a table that is kept what it says in one value, as other engines do. */
static void
set_table (PtEmission *self, xmlNode *element, const PtNode *node)
{
  static const char *const drawn[] = { "decisionRef", NULL };

  if (pt_vendor_has_attribute (self, element, drawn))
    return;
  pt_vendor_set (self, element, "decisionRef", node->table);
  if (!node->table_result)
    return;
  pt_vendor_set (self, element, "resultVariable", node->table_result);
  pt_vendor_set (self, element, "mapDecisionResult", "singleEntry");
}

static void
set_external (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (node->table)
    set_table (self, element, node);
  else
    pt_vendor_set_external (self, element, node, "external");
}

static void
set_job (PtEmission *self, xmlNode *element, const PtNode *node)
{
  set_external (self, element, node);
  set_mapping (self, element, node);
}

/* A called process sees what this one knows, and gives back what it found out. */
static void
set_call (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *extensions;

  if (pt_vendor_maps_variables (self, element))
    return;
  extensions = pt_emission_extensions (self, element);
  pt_emission_set (pt_vendor_add (self, extensions, "in"), "businessKey",
                   "#{execution.processBusinessKey}");
  pt_emission_set (pt_vendor_add (self, extensions, "in"), "variables", "all");
  pt_emission_set (pt_vendor_add (self, extensions, "out"), "variables", "all");
}

static const PtNodeSetter nodes[] = {
  { PT_BPMN_USER_TASK, set_user_task }, { PT_BPMN_SERVICE_TASK, set_job },
  { PT_BPMN_SEND_TASK, set_job },       { PT_BPMN_BUSINESS_RULE_TASK, set_job },
  { PT_BPMN_CALL_ACTIVITY, set_call },  { PT_BPMN_NONE },
};

static void
set_node (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_vendor_set_node (self, element, node, nodes);
}

/* A bare throw event does nothing here: somebody has to send the message. */
static const PtNodeSetter definitions[]
    = { { PT_BPMN_THROW_EVENT, set_external }, { PT_BPMN_NONE } };

static void
set_event_definition (PtEmission *self, xmlNode *definition, const PtNode *node)
{
  if (pt_vendor_is_message_thrown (node))
    pt_vendor_set_node (self, definition, node, definitions);
}

/* ----- the rows ------------------------------------------------------------------------------- */

/* Script languages an engine runs when a library for them is put beside it. */
static const char *const script_languages[]
    = { "feel", "groovy", "javascript", "ecmascript", "python", "ruby", "freemarker", NULL };

static const PtDialect dialect = {
  .counts = PT_COUNTS_SHORT,
  .results = PT_RESULTS_NONE,
  .language = "juel",
  .attribute = NULL,
  .from_feel = pt_feel_to_juel,
  .others = script_languages,
  .script = "juel",
  .time_marks = "$#",
  .call_marks = "$#",
};

static const PtRefusal refusals[] = {
  { PT_BPMN_COMPLEX_GATEWAY, PT_BPMN_NONE, PT_BPMN_INCLUSIVE_GATEWAY },
  { PT_BPMN_AD_HOC_SUB_PROCESS, PT_BPMN_NONE, PT_BPMN_SUB_PROCESS },
  { PT_BPMN_NONE },
};

static const PtEmitter emitter = {
  .definitions = set_platform,
  .process = set_process,
  .node = set_node,
  .event_definition = set_event_definition,
  .collection = pt_vendor_set_collection,
};

static const PtVendor *const vendors[] = { &pt_vendor_camunda, &pt_vendor_activiti, NULL };

const PtTarget pt_target_camunda7 = {
  .id = "camunda7",
  .label = N_ ("Camunda 7 (Operaton, CIB seven)"),
  .dialect = &dialect,
  .lacks = PT_LACK_LOOPS | PT_LACK_LOOSE_GATEWAYS | PT_LACK_WAITING_TASKS | PT_LACK_FREE_STARTS
           | PT_LACK_TIMER_STARTS | PT_LACK_FREE_ESCALATION | PT_LACK_OFFERS | PT_LACK_SAME_HANDLERS
           | PT_LACK_SAME_SIGNALS | PT_LACK_INSTANTIATING_TASKS | PT_LACK_EMPTY_SCRIPTS,
  .refusals = refusals,
  .asks_tables = TRUE,
  .keeps_table_result = TRUE,
  .reads = vendors,
  .keeps_names = TRUE,
  .due_date = pt_vendor_keep_iso,
  .emitter = &emitter,
};
