/* pt-target-camunda7.c: the target "camunda7": Camunda 7.24, Operaton and CIB seven, one dialect
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All three read Camunda's namespace. What is drawn with attributes of that namespace already is
 * left as it is: it says more than what can be inferred.
 */
#include "pt-target.h"

#include <glib/gi18n-lib.h>

#define NS_MODELER "http://camunda.org/schema/modeler/1.0"
#define PLATFORM_VERSION "7.24.0"
/* Without it the engine refuses the deployment; half a year is what Camunda proposes. */
#define HISTORY_TIME_TO_LIVE "P180D"

static xmlNs *
camunda (PtEmission *self)
{
  return pt_emission_namespace (self, PT_NS_CAMUNDA, "camunda");
}

static void
set (PtEmission *self, xmlNode *element, const char *name, const char *value)
{
  pt_emission_set_ns (element, camunda (self), name, value);
}

static xmlNode *
add (PtEmission *self, xmlNode *parent, const char *tag)
{
  return xmlAddChild (parent,
                      xmlNewDocNode (self->doc, camunda (self), (const xmlChar *)tag, NULL));
}

static gboolean
has_any_attribute (const xmlNode *element, const char *const *names)
{
  for (guint i = 0; names[i]; i++)
    if (xmlHasNsProp ((xmlNode *)element, (const xmlChar *)names[i],
                      (const xmlChar *)PT_NS_CAMUNDA))
      return TRUE;
  return FALSE;
}

static gboolean
has_extension (xmlNode *element, const char *name)
{
  xmlNode *extensions = pt_emission_find_extensions (element);

  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_CAMUNDA, name))
      return TRUE;
  return FALSE;
}

/* ----- the file and its processes ------------------------------------------------------------- */

static void
set_platform (PtEmission *self)
{
  xmlNs *modeler = pt_emission_namespace (self, NS_MODELER, "modeler");

  pt_emission_set_ns (self->root, modeler, "executionPlatform", "Camunda Platform");
  pt_emission_set_ns (self->root, modeler, "executionPlatformVersion", PLATFORM_VERSION);
}

static void
set_process (PtEmission *self, xmlNode *element, const PtScope *scope)
{
  set (self, element, "historyTimeToLive", HISTORY_TIME_TO_LIVE);
}

/* ----- people --------------------------------------------------------------------------------- */

static void
set_candidates (PtEmission *self, xmlNode *element, const PtNode *node)
{
  static const char *const assignments[]
      = { "assignee", "candidateUsers", "candidateGroups", NULL };

  if (node->role != PT_NO_INDEX && !has_any_attribute (element, assignments))
    set (self, element, "candidateGroups", pt_program_role (self->program, node->role)->id);
}

static void
add_field (PtEmission *self, xmlNode *form, const PtDecision *decision)
{
  xmlNode *field = add (self, form, "formField");

  pt_emission_set (field, "id", decision->variable);
  pt_emission_set (field, "label", decision->question);
  pt_emission_set (field, "type", decision->is_boolean ? "boolean" : "enum");
  for (guint i = 0; !decision->is_boolean && i < decision->values->len; i++)
    {
      xmlNode *value = add (self, field, "value");

      pt_emission_set (value, "id", g_ptr_array_index (decision->values, i));
      pt_emission_set (value, "name", g_ptr_array_index (decision->values, i));
    }
}

static gboolean
has_form (xmlNode *element)
{
  static const char *const forms[] = { "formKey", "formRef", NULL };

  return has_any_attribute (element, forms) || has_extension (element, "formData");
}

/* A form that is drawn already has to ask what the process decides by itself. */
static void
add_form (PtEmission *self, xmlNode *element, const PtNode *node)
{
  gboolean is_drawn = has_form (element);
  xmlNode *form = NULL;

  for (guint i = 0; i < self->program->decisions->len; i++)
    {
      const PtDecision *decision = pt_program_decision (self->program, i);

      if (decision->collected_at == PT_NO_INDEX
          || pt_program_node (self->program, decision->collected_at) != node)
        continue;
      if (is_drawn)
        {
          pt_emission_report (self, PT_CODE_X28, &node->origin, decision->variable);
          continue;
        }
      if (!form)
        form = add (self, pt_emission_extensions (self, element), "formData");
      add_field (self, form, decision);
    }
}

static void
set_user_task (PtEmission *self, xmlNode *element, const PtNode *node)
{
  set_candidates (self, element, node);
  add_form (self, element, node);
}

/* ----- systems -------------------------------------------------------------------------------- */

/* Work a system fetches by its topic. */
static void
set_external (PtEmission *self, xmlNode *element, const PtNode *node)
{
  static const char *const implementations[]
      = { "class", "delegateExpression", "expression", "type", "decisionRef", NULL };

  if (has_any_attribute (element, implementations))
    return;
  set (self, element, "type", "external");
  set (self, element, "topic", node->topic ? node->topic : pt_emission_id (self, &node->origin));
}

/* A called process sees what this one knows, and gives back what it found out. */
static void
set_call (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *extensions, *key;

  if (has_extension (element, "in") || has_extension (element, "out"))
    return;
  extensions = pt_emission_extensions (self, element);
  key = add (self, extensions, "in");
  pt_emission_set (key, "businessKey", "#{execution.processBusinessKey}");
  pt_emission_set (add (self, extensions, "in"), "variables", "all");
  pt_emission_set (add (self, extensions, "out"), "variables", "all");
}

static const struct
{
  PtBpmnType type;
  void (*set) (PtEmission *self, xmlNode *element, const PtNode *node);
} nodes[] = {
  { PT_BPMN_USER_TASK, set_user_task }, { PT_BPMN_SERVICE_TASK, set_external },
  { PT_BPMN_SEND_TASK, set_external },  { PT_BPMN_BUSINESS_RULE_TASK, set_external },
  { PT_BPMN_CALL_ACTIVITY, set_call },
};

static gboolean
is_played (PtEmission *self, const PtNode *node)
{
  return pt_program_scope (self->program, pt_program_process_of (self->program, node->scope))
      ->executable;
}

static void
set_node (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (!is_played (self, node))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    if (nodes[i].type == node->type)
      nodes[i].set (self, element, node);
}

/* A bare throw event does nothing here: somebody has to send the message. */
static void
set_event_definition (PtEmission *self, xmlNode *definition, const PtNode *node)
{
  if (node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION
      && pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT) && is_played (self, node))
    set_external (self, definition, node);
}

static void
set_collection (PtEmission *self, xmlNode *loop, const PtNode *node)
{
  set (self, loop, "collection", node->loop_text);
  set (self, loop, "elementVariable", node->loop_element ? node->loop_element : "item");
}

/* ----- the rows ------------------------------------------------------------------------------- */

/* Script languages an engine runs when a library for them is put beside it. */
static const char *const script_languages[]
    = { "feel", "groovy", "javascript", "ecmascript", "python", "ruby", "freemarker", NULL };

static const PtDialect dialect = {
  .language = "juel",
  .attribute = NULL,
  .from_feel = pt_feel_to_juel,
  .others = script_languages,
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
  .collection = set_collection,
};

const PtTarget pt_target_camunda7 = {
  .id = "camunda7",
  .label = N_ ("Camunda 7 (Operaton, CIB seven)"),
  .dialect = &dialect,
  .lacks = PT_LACK_LOOPS | PT_LACK_LOOSE_GATEWAYS | PT_LACK_WAITING_TASKS | PT_LACK_FREE_STARTS | PT_LACK_FREE_ESCALATION
           | PT_LACK_INSTANTIATING_TASKS | PT_LACK_EMPTY_SCRIPTS,
  .refusals = refusals,
  .emitter = &emitter,
};
