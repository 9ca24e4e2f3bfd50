/* pt-emit-event.c: events of an executable file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"
#include "pt-target.h"

/* ----- definitions: each row is what one kind of them refers to or holds ---------------------- */

static const struct
{
  PtBpmnType definition, refers_to;
  const char *attribute;
} references[] = {
  { PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_MESSAGE, "messageRef" },
  { PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_BPMN_SIGNAL, "signalRef" },
  { PT_BPMN_ERROR_EVENT_DEFINITION, PT_BPMN_ERROR, "errorRef" },
  { PT_BPMN_ESCALATION_EVENT_DEFINITION, PT_BPMN_ESCALATION, "escalationRef" },
};

static void
set_reference (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const PtDefinition *target;

  if (node->reference == PT_NO_INDEX)
    return;
  target = pt_program_definition (self->program, node->reference);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (references[i].definition == node->event_definition
        && references[i].refers_to == target->type)
      pt_emission_set (element, references[i].attribute, pt_emission_id (self, &target->origin));
}

static const char *const time_tags[] = { NULL, "timeDate", "timeDuration", "timeCycle" };

static void
emit_time (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const char *text = node->time_iso ? node->time_iso : node->time_text;

  if (node->time_kind != PT_TIME_NONE && text)
    pt_emission_add_expression (self, element, time_tags[node->time_kind], text, NULL);
}

static void
emit_condition (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_emission_add_expression (self, element, "condition", node->condition ? node->condition : "",
                              self->target->dialect->attribute);
}

/* The standard wants a name; two link events meet by it. */
static void
set_link (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const char *name = node->link ? node->link : node->name;

  pt_emission_set (element, "name", name ? name : pt_emission_id (self, &node->origin));
}

static void
set_activity (PtEmission *self, xmlNode *element, const PtNode *node)
{
  pt_emission_set (element, "activityRef", pt_emission_id_of_text (self, node->activity_ref));
}

static const struct
{
  PtBpmnType definition;
  void (*emit) (PtEmission *self, xmlNode *element, const PtNode *node);
} contents[] = {
  { PT_BPMN_TIMER_EVENT_DEFINITION, emit_time },
  { PT_BPMN_CONDITIONAL_EVENT_DEFINITION, emit_condition },
  { PT_BPMN_LINK_EVENT_DEFINITION, set_link },
  { PT_BPMN_COMPENSATE_EVENT_DEFINITION, set_activity },
};

static void
emit_definition (PtEmission *self, xmlNode *parent, const PtNode *node)
{
  xmlNode *element
      = pt_emission_add (self, parent, pt_bpmn_type_info (node->event_definition)->tag);

  pt_emission_set (element, "id", pt_emission_derive_id (self, &node->origin, "_definition"));
  set_reference (self, element, node);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    if (contents[i].definition == node->event_definition)
      contents[i].emit (self, element, node);
  if (self->target->emitter->event_definition)
    self->target->emitter->event_definition (self, element, node);
}

/* ----- events --------------------------------------------------------------------------------- */

static void
set_place (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (node->type == PT_BPMN_START_EVENT && node->non_interrupting)
    pt_emission_set (element, "isInterrupting", "false");
  if (node->type == PT_BPMN_BOUNDARY_EVENT && node->host != PT_NO_INDEX)
    {
      pt_emission_set (element, "attachedToRef",
                       pt_emission_id (self, &pt_program_node (self->program, node->host)->origin));
      if (node->non_interrupting)
        pt_emission_set (element, "cancelActivity", "false");
    }
  if (node->parallel_multiple && pt_bpmn_type_is_a (node->type, PT_BPMN_CATCH_EVENT))
    pt_emission_set (element, "parallelMultiple", "true");
}

void
pt_emit_event (PtEmission *self, xmlNode *element, const PtNode *node)
{
  set_place (self, element, node);
  pt_emission_carry (self, element, node->data, &node->origin);
  if (node->event_definition != PT_BPMN_NONE)
    emit_definition (self, element, node);
}
