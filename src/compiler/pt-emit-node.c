/* pt-emit-node.c: activities and gateways of an executable file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"
#include "pt-expression.h"
#include "pt-references.h"
#include "pt-target.h"

#include <string.h>

/* ----- activities ----------------------------------------------------------------------------- */

/* People are offered the work of a task, a system performs it. An engine that would offer it a
 * second time for a potential owner is told the performer, which it does not read, but other tools
 * do. */
static const char *
performer_tag (PtEmission *self, const PtNode *node)
{
  gboolean by_system = node->role != PT_NO_INDEX
                       && pt_program_role (self->program, node->role)->kind == PT_ROLE_SYSTEM;

  return by_system || self->target->emitter->reads_owners ? "performer" : "potentialOwner";
}

static void
emit_role (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *performer = pt_emission_add (self, element, performer_tag (self, node));

  pt_emission_set (performer, "id", pt_emission_derive_id (self, &node->origin, "_performer"));
  pt_emission_add_text (self, performer, "resourceRef", pt_emission_resource (self, node->role));
}

/* Who may, in full. Engines take what a potential owner says for the name of a group, and do not read what a
 * performer says. */
static void
emit_assignment (PtEmission *self, xmlNode *element, const PtNode *node)
{
  gboolean is_read = self->target->reads != NULL;
  xmlNode *performer
      = pt_emission_add (self, element, is_read ? "performer" : performer_tag (self, node));

  pt_emission_set (
      performer, "id",
      pt_emission_derive_id (self, &node->origin, is_read ? "_assignment" : "_performer"));
  pt_emission_add_expression (self,
                              pt_emission_add (self, performer, "resourceAssignmentExpression"),
                              "formalExpression", node->assignment, PT_ASSIGNMENT_LANGUAGE);
}

static void
emit_performer (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (!pt_bpmn_type_is_a (node->type, PT_BPMN_TASK))
    return;
  if (node->role != PT_NO_INDEX && (!node->assignment || self->target->reads))
    emit_role (self, element, node);
  if (node->assignment && !(node->assignment_is_list && self->target->reads))
    emit_assignment (self, element, node);
}

static gboolean
is_number (const char *text)
{
  return text && *text && strspn (text, "0123456789") == strlen (text);
}

/* What is left in the words of an engine is not in those of the target. */
static const char *
language_of (PtEmission *self, const char *text)
{
  return pt_expression_is_juel (text) ? NULL : self->target->dialect->attribute;
}

static void
emit_standard_loop (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *loop = pt_emission_add (self, element, "standardLoopCharacteristics");

  if (node->loop_test_before)
    pt_emission_set (loop, "testBefore", "true");
  if (is_number (node->loop_maximum))
    pt_emission_set (loop, "loopMaximum", node->loop_maximum);
  if (node->loop_text)
    pt_emission_add_expression (self, loop, "loopCondition", node->loop_text,
                                language_of (self, node->loop_text));
}

static void
emit_multi_instance (PtEmission *self, xmlNode *element, const PtNode *node)
{
  xmlNode *loop = pt_emission_add (self, element, "multiInstanceLoopCharacteristics");

  if (node->loop == PT_LOOP_SEQUENTIAL)
    pt_emission_set (loop, "isSequential", "true");
  if (node->loop_text && node->loop_is_collection)
    self->target->emitter->collection (self, loop, node);
  else if (node->loop_text)
    pt_emission_add_expression (self, loop, "loopCardinality", node->loop_text,
                                language_of (self, node->loop_text));
  if (node->loop_completion)
    pt_emission_add_expression (self, loop, "completionCondition", node->loop_completion,
                                language_of (self, node->loop_completion));
}

static void
emit_loop (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (node->loop == PT_LOOP_STANDARD)
    emit_standard_loop (self, element, node);
  else if (node->loop != PT_LOOP_NONE)
    emit_multi_instance (self, element, node);
}

static void
set_default_flow (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const PtFlow *flow;

  if (node->default_flow == PT_NO_INDEX)
    return;
  flow = pt_program_flow (self->program, node->default_flow);
  if (flow->source != PT_NO_INDEX && flow->target != PT_NO_INDEX
      && pt_program_node (self->program, flow->source) == node)
    pt_emission_set (element, "default", pt_emission_id (self, &flow->origin));
}

static void
set_message (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const PtDefinition *message;

  if (node->reference == PT_NO_INDEX)
    return;
  message = pt_program_definition (self->program, node->reference);
  if (message->type == PT_BPMN_MESSAGE)
    pt_emission_set (element, "messageRef", pt_emission_id (self, &message->origin));
}

static void
emit_receive_task (PtEmission *self, xmlNode *element, const PtNode *node)
{
  set_message (self, element, node);
  if (node->instantiate)
    pt_emission_set (element, "instantiate", "true");
}

static void
emit_script_task (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_emission_set (element, "scriptFormat", node->script_format);
  if (node->script)
    pt_emission_add_text (self, element, "script", node->script);
}

/* An expression in FEEL stands elsewhere. */
static gboolean
may_be_called (const char *called)
{
  return xmlValidateNCName ((const xmlChar *)called, 0) == 0
         || (pt_expression_is_marked (called) && *called != '=');
}

static void
emit_call_activity (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const char *id = pt_emission_id_of_text (self, node->called);

  if (!id && node->called && may_be_called (node->called))
    id = node->called;
  pt_emission_set (element, "calledElement", id);
}

static void
emit_sub_process (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (node->triggered_by_event)
    pt_emission_set (element, "triggeredByEvent", "true");
  if (node->inner != PT_NO_INDEX)
    pt_emit_scope (self, element, node->inner);
  if (node->type == PT_BPMN_AD_HOC_SUB_PROCESS && node->loop_completion
      && node->loop == PT_LOOP_NONE)
    pt_emission_add_expression (self, element, "completionCondition", node->loop_completion,
                                self->target->dialect->attribute);
}

static const struct
{
  PtBpmnType type;
  void (*emit) (PtEmission *self, xmlNode *element, const PtNode *node);
} activities[] = {
  { PT_BPMN_SEND_TASK, set_message },        { PT_BPMN_RECEIVE_TASK, emit_receive_task },
  { PT_BPMN_SCRIPT_TASK, emit_script_task }, { PT_BPMN_CALL_ACTIVITY, emit_call_activity },
  { PT_BPMN_SUB_PROCESS, emit_sub_process },
};

static void
emit_activity (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (node->for_compensation)
    pt_emission_set (element, "isForCompensation", "true");
  set_default_flow (self, element, node);
  pt_emission_carry (self, element, node->data, &node->origin);
  if (self->target->emitter->data)
    self->target->emitter->data (self, element, node);
  emit_performer (self, element, node);
  emit_loop (self, element, node);
  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    if (pt_bpmn_type_is_a (node->type, activities[i].type))
      activities[i].emit (self, element, node);
}

/* ----- gateways ------------------------------------------------------------------------------- */

static const char *
direction_of (const PtNode *node)
{
  if (node->n_in > 1)
    return node->n_out > 1 ? "Mixed" : "Converging";
  return node->n_out > 1 ? "Diverging" : NULL;
}

static gboolean
may_have_default (PtBpmnType type)
{
  return type == PT_BPMN_EXCLUSIVE_GATEWAY || type == PT_BPMN_INCLUSIVE_GATEWAY
         || type == PT_BPMN_COMPLEX_GATEWAY;
}

static void
emit_gateway (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_emission_set (element, "gatewayDirection", direction_of (node));
  if (may_have_default (node->type))
    set_default_flow (self, element, node);
  if (node->type == PT_BPMN_COMPLEX_GATEWAY && node->condition)
    pt_emission_add_expression (self, element, "activationCondition", node->condition,
                                self->target->dialect->attribute);
  if (node->type != PT_BPMN_EVENT_BASED_GATEWAY)
    return;
  if (node->instantiate)
    pt_emission_set (element, "instantiate", "true");
  if (node->parallel_multiple)
    pt_emission_set (element, "eventGatewayType", "Parallel");
}

/* ----- nodes ---------------------------------------------------------------------------------- */

/* A boundary event that lost its activity can only wait by itself. */
static const char *
tag_of (const PtNode *node)
{
  gboolean adrift = node->type == PT_BPMN_BOUNDARY_EVENT && node->host == PT_NO_INDEX;

  return pt_bpmn_type_info (adrift ? PT_BPMN_INTERMEDIATE_CATCH_EVENT : node->type)->tag;
}

static void
emit_ends (PtEmission *self, xmlNode *element, PtIndex i)
{
  const PtProgram *program = self->program;
  const PtNode *node = pt_program_node (program, i);

  for (guint k = 0; k < node->n_in; k++)
    pt_emission_add_text (self, element, "incoming",
                          pt_emission_id (self,
                                          &pt_program_flow (program,
                                                            pt_program_flow_in (program, i, k))
                                               ->origin));
  for (guint k = 0; k < node->n_out; k++)
    pt_emission_add_text (self, element, "outgoing",
                          pt_emission_id (self,
                                          &pt_program_flow (program,
                                                            pt_program_flow_out (program, i, k))
                                               ->origin));
}

void
pt_emit_node (PtEmission *self, xmlNode *parent, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  xmlNode *element = pt_emission_add_base (self, parent, tag_of (node), &node->origin, node->name,
                                           &node->carried);

  if (self->target->emitter->node)
    self->target->emitter->node (self, element, node);
  emit_ends (self, element, i);
  if (pt_bpmn_type_is_a (node->type, PT_BPMN_ACTIVITY))
    emit_activity (self, element, node);
  else if (pt_bpmn_type_is_a (node->type, PT_BPMN_EVENT))
    pt_emit_event (self, element, node);
  else if (pt_bpmn_type_is_a (node->type, PT_BPMN_GATEWAY))
    emit_gateway (self, element, node);
}
