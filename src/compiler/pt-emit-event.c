/* pt-emit-event.c: events of an executable file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-definition-types.h"
#include "pt-emission.h"
#include "pt-target.h"

/* ----- definitions ---------------------------------------------------------------------------- */

static void
set_reference (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const PtDefinition *target;
  const PtDefinitionType *type;

  if (node->reference == PT_NO_INDEX)
    return;
  target = pt_program_definition (self->program, node->reference);
  type = pt_definition_type (target->type);
  if (type->event_definition == node->event_definition)
    pt_emission_set (element, type->reference, pt_emission_id (self, &target->origin));
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
  const char *name = node->link && *node->link ? node->link : node->name;

  pt_emission_set (element, "name", name && *name ? name : pt_emission_id (self, &node->origin));
}

static void
set_activity (PtEmission *self, xmlNode *element, const PtNode *node)
{
  /* what catches it undoes what it is attached to */
  if (pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT))
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
