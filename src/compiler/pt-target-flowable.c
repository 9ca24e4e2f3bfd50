/* pt-target-flowable.c: the target "flowable": Flowable 8
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn for Activiti or Camunda 7 it reads too, as far as it goes by the same name.
 */
#include "pt-target.h"

#include <glib/gi18n-lib.h>

/* ----- people --------------------------------------------------------------------------------- */

/* The fields stand in the task itself. */
static gpointer
start_form (PtEmission *self, xmlNode *element)
{
  return element;
}

static void
add_field (PtEmission *self, gpointer element, const PtVariable *variable)
{
  xmlNode *field = pt_vendor_add_extension (self, element, "formProperty");

  pt_vendor_describe_field (self, field, variable, "name", "double");
  pt_emission_set (field, "required", "true");
}

static void
set_user_task (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_vendor_set_candidates (self, element, node);
  pt_vendor_set_due_date (self, element, node);
  pt_vendor_ask (self, element, node, pt_vendor_has_form (self, element, "formProperty"),
                 start_form, add_field);
}

/* ----- systems -------------------------------------------------------------------------------- */

static void
map_variables (PtEmission *self, xmlNode *element, const char *tag, const GPtrArray *variables)
{
  for (guint i = 0; i < variables->len; i++)
    {
      const PtVariable *variable = g_ptr_array_index (variables, i);
      xmlNode *entry = pt_vendor_add_extension (self, element, tag);

      pt_emission_set (entry, "source", variable->name);
      pt_emission_set (entry, "target", variable->name);
    }
}

static void
set_mapping (PtEmission *self, xmlNode *element, const PtNode *node)
{
  g_autoptr (GPtrArray) inputs = pt_vendor_inputs (self, node);
  g_autoptr (GPtrArray) outputs = pt_vendor_outputs (self, node);

  if (!pt_vendor_find_extension (self, element, "externalWorkerInParameter"))
    map_variables (self, element, "externalWorkerInParameter", inputs);
  if (!pt_vendor_find_extension (self, element, "externalWorkerOutParameter"))
    map_variables (self, element, "externalWorkerOutParameter", outputs);
}

static void
set_external (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_vendor_set_external (self, element, node, "external-worker");
  set_mapping (self, element, node);
}

/* Without a list nothing would come back. */
static void
return_variables (PtEmission *self, xmlNode *element, const PtNode *call)
{
  g_auto (GStrv) names = g_strsplit (call->returned ? call->returned : "", " ", -1);
  g_autofree char *list = g_strjoinv (", ", names);

  pt_emission_report (self, PT_CODE_X61, &call->origin, list);
  for (guint i = 0; names[i] && *names[i]; i++)
    {
      xmlNode *out = pt_vendor_add_extension (self, element, "out");

      pt_emission_set (out, "source", names[i]);
      pt_emission_set (out, "target", names[i]);
    }
}

static void
set_call (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (pt_vendor_maps_variables (self, element))
    return;
  pt_vendor_set (self, element, "inheritVariables", "true");
  return_variables (self, element, node);
}

static const PtNodeSetter nodes[] = {
  { PT_BPMN_USER_TASK, set_user_task },
  { PT_BPMN_SERVICE_TASK, set_external },
  { PT_BPMN_CALL_ACTIVITY, set_call },
  { PT_BPMN_NONE },
};

static void
set_node (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_vendor_set_node (self, element, node, nodes);
}

/* ----- what the engine is strict about -------------------------------------------------------- */

#define MAX_DOCUMENTATION 2000 /* in characters, of a process */

/* What is called has the key of the case, where Camunda 7 says so by an expression of its own. */
static void
inherit_keys (PtEmission *self, xmlNode *parent)
{
  for (xmlNode *child = pt_xml_first_element (parent), *next; child; child = next)
    {
      next = pt_xml_next_element (child);
      inherit_keys (self, child);
      if (!pt_xml_is (child, pt_vendor_camunda.uri, "in") || !pt_xml_peek (child, "businessKey"))
        continue;
      pt_vendor_set (self, parent->parent, "inheritBusinessKey", "true");
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
}

static void
name_data_objects (PtEmission *self, xmlNode *parent)
{
  for (xmlNode *child = pt_xml_first_element (parent); child; child = pt_xml_next_element (child))
    {
      g_autofree char *name = pt_xml_attribute (child, "name");
      g_autofree char *id = pt_xml_attribute (child, "id");

      if (pt_xml_is (child, PT_NS_BPMN, "dataObject") && (!name || !*name))
        xmlSetProp (child, (const xmlChar *)"name", (const xmlChar *)id);
      else if (pt_xml_is (child, PT_NS_BPMN, "subProcess"))
        name_data_objects (self, child);
    }
}

static void
shorten_documentation (PtEmission *self, const PtScope *scope, xmlNode *process)
{
  xmlNode *child = pt_xml_first_element (process);
  g_autofree char *kept = NULL;

  if (!child || !pt_xml_is (child, PT_NS_BPMN, "documentation") || !scope->carried.documentation
      || g_utf8_strlen (scope->carried.documentation, -1) <= MAX_DOCUMENTATION)
    return;
  kept = g_utf8_substring (scope->carried.documentation, 0, MAX_DOCUMENTATION);
  pt_emission_set_value (child, NULL, kept);
  pt_emission_report (self, PT_CODE_X49, &scope->origin, pt_target_get_label (self->target));
}

/* Flowable looks for what a message carries under a name that no file can give it, and does nothing
 * with what it finds. */
static void
drop_items (PtEmission *self)
{
  for (xmlNode *child = pt_xml_first_element (self->root); child;
       child = pt_xml_next_element (child))
    {
      xmlAttr *item = pt_xml_is (child, PT_NS_BPMN, "message")
                          ? xmlHasProp (child, (const xmlChar *)"itemRef")
                          : NULL;

      if (item)
        xmlRemoveProp (item);
    }
}

static void
finish (PtEmission *self)
{
  GHashTableIter iter;
  gpointer index, process;

  drop_items (self);
  g_hash_table_iter_init (&iter, self->processes);
  while (g_hash_table_iter_next (&iter, &index, &process))
    {
      inherit_keys (self, process);
      name_data_objects (self, process);
      shorten_documentation (self, pt_program_scope (self->program, GPOINTER_TO_UINT (index)),
                             process);
    }
}

/* ----- the rows ------------------------------------------------------------------------------- */

/* Script languages it runs when a library for them is put beside it. */
static const char *const script_languages[]
    = { "groovy", "javascript", "ecmascript", "python", NULL };

static const PtDialect dialect = {
  .counts = PT_COUNTS_SHORT,
  .results = PT_RESULTS_NONE,
  .language = "juel",
  .from_feel = pt_feel_to_juel,
  .others = script_languages,
  .script = "juel",
  .time_marks = "$#",
  .call_marks = "$#",
};

static const char never_ends[] = N_ (
    "the sub-process around it is repeated or has an event on its border, and would then never "
    "end; draw one more sub-process inside it, around the rest");

/* A complex gateway would become an exclusive one there, without a word. What compensates is not
 * waited for, and a case that ends in the meantime fails. */
static const PtRefusal refusals[] = {
  { PT_BPMN_COMPLEX_GATEWAY, PT_BPMN_NONE, PT_BPMN_INCLUSIVE_GATEWAY, PT_PLACE_ANY },
  { PT_BPMN_START_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_PROCESS },
  { PT_BPMN_EVENT, PT_BPMN_COMPENSATE_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_ANY },
  { PT_BPMN_START_EVENT, PT_BPMN_ESCALATION_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_INTERRUPTING,
    N_ ("there it would not stop what is around it") },
  { PT_BPMN_START_EVENT, PT_BPMN_NONE, PT_BPMN_NONE, PT_PLACE_NESTED,
    N_ ("it would never begin, within another event sub-process") },
  { PT_BPMN_START_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_WITHIN_HOST,
    never_ends },
  { PT_BPMN_START_EVENT, PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_WITHIN_HOST,
    never_ends },
  { PT_BPMN_START_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_WITHIN_HOST,
    never_ends },
  { PT_BPMN_START_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_WITHIN_HOST,
    never_ends },
  { PT_BPMN_START_EVENT, PT_BPMN_ESCALATION_EVENT_DEFINITION, PT_BPMN_NONE, PT_PLACE_WITHIN_HOST,
    never_ends },
  { PT_BPMN_NONE },
};

static const PtBpmnType silent_ends[]
    = { PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_NONE };

static const PtVendor *const vendors[]
    = { &pt_vendor_flowable, &pt_vendor_activiti, &pt_vendor_camunda, NULL };

/* Of what is drawn for Camunda 7. */
static const char *const unread[] = { "inputOutput", "formData", "formRef", NULL };

static const PtEmitter emitter = {
  .node = set_node,
  .collection = pt_vendor_set_collection,
  .finish = finish,
  .reads_owners = TRUE,
};

const PtTarget pt_target_flowable = {
  .id = "flowable",
  .label = N_ ("Flowable"),
  .dialect = &dialect,
  .lacks = PT_LACK_LOOPS | PT_LACK_LOOSE_GATEWAYS | PT_LACK_WAITING_TASKS | PT_LACK_FREE_STARTS
           | PT_LACK_INSTANTIATING_TASKS | PT_LACK_EMPTY_SCRIPTS | PT_LACK_LINKS
           | PT_LACK_MESSAGE_THROWS | PT_LACK_SEND_TASKS | PT_LACK_RULE_TASKS | PT_LACK_OFFERS
           | PT_LACK_SAME_HANDLERS | PT_LACK_SAME_SIGNALS | PT_LACK_RETURNS,
  .refusals = refusals,
  .silent_ends = silent_ends,
  .reads = vendors,
  .keeps_names = TRUE,
  .looks_when_asked = TRUE,
  .throws_uncaught = TRUE,
  .unread = unread,
  .due_date = pt_vendor_keep_iso,
  .emitter = &emitter,
};
