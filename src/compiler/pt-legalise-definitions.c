/* pt-legalise-definitions.c: messages, signals, errors and escalations that events only imply
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

#include <string.h>

static const struct
{
  PtBpmnType definition, type;
  gboolean only_thrown; /* caught without one, it means any */
  const char *prefix;
} kinds[] = {
  { PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_MESSAGE, FALSE, "Message" },
  { PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_BPMN_SIGNAL, FALSE, "Signal" },
  { PT_BPMN_ERROR_EVENT_DEFINITION, PT_BPMN_ERROR, TRUE, "Error" },
  { PT_BPMN_ESCALATION_EVENT_DEFINITION, PT_BPMN_ESCALATION, TRUE, "Escalation" },
};

/* Returns: the row for what @node needs a definition of, or -1 */
static int
kind_of (const PtNode *node)
{
  gboolean is_task = node->type == PT_BPMN_SEND_TASK || node->type == PT_BPMN_RECEIVE_TASK;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_task ? kinds[i].type == PT_BPMN_MESSAGE : kinds[i].definition == node->event_definition)
      return kinds[i].only_thrown && !pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT) ? -1
                                                                                          : (int)i;
  return -1;
}

/* ----- finding a name ------------------------------------------------------------------------- */

/* The message flow that ends or begins at a node knows what is sent. */
static const PtMessageFlow *
flow_at (PtLegalise *self, PtIndex i)
{
  for (guint k = 0; k < self->program->message_flows->len; k++)
    {
      const PtMessageFlow *flow = PT_PROGRAM_AT (self->program->message_flows, PtMessageFlow, k);

      if (flow->source_node == i || flow->target_node == i)
        return flow;
    }
  return NULL;
}

static const char *
name_for (PtLegalise *self, PtIndex i, PtBpmnType type)
{
  const PtMessageFlow *flow = type == PT_BPMN_MESSAGE ? flow_at (self, i) : NULL;

  if (flow && flow->name && *flow->name)
    return flow->name;
  return pt_program_node (self->program, i)->name;
}

static PtIndex
find_named (PtLegalise *self, PtBpmnType type, const char *name)
{
  for (PtIndex i = 0; i < self->program->definitions->len; i++)
    {
      const PtDefinition *definition = pt_program_definition (self->program, i);

      if (definition->type == type && g_strcmp0 (definition->name, name) == 0)
        return i;
    }
  return PT_NO_INDEX;
}

/* ----- making one ----------------------------------------------------------------------------- */

static PtIndex
make_definition (PtLegalise *self, PtIndex i, int kind, const char *name)
{
  const PtOrigin *cause = &pt_program_node (self->program, i)->origin;
  g_autofree char *base = g_strconcat (kinds[kind].prefix, "_", cause->id, NULL);
  PtIndex made = pt_program_add_definition (self->program, kinds[kind].type);
  PtDefinition *definition = pt_program_definition (self->program, made);

  definition->origin = (PtOrigin){ pt_program_make_id (self->program, base), NULL,
                                   cause->logical ? cause->logical : cause->near };
  definition->name = name;
  return made;
}

static void
refer (PtLegalise *self, PtIndex i, int kind)
{
  const PtMessageFlow *flow = kinds[kind].type == PT_BPMN_MESSAGE ? flow_at (self, i) : NULL;
  const char *name = name_for (self, i, kinds[kind].type);
  PtIndex found = flow ? flow->message : PT_NO_INDEX;

  if (found == PT_NO_INDEX && (!name || !*name))
    {
      pt_legalise_report (self, PT_CODE_X16, i, pt_bpmn_type_label (kinds[kind].type));
      return;
    }
  if (found == PT_NO_INDEX)
    found = find_named (self, kinds[kind].type, name);
  if (found == PT_NO_INDEX)
    {
      found = make_definition (self, i, kind, name);
      pt_legalise_report (self, PT_CODE_X15, i, name);
    }
  pt_program_node (self->program, i)->reference = found;
}

/* A definition that is drawn may still lack its name or its code. */
static void
complete (PtLegalise *self, PtIndex i, int kind)
{
  PtDefinition *definition
      = pt_program_definition (self->program, pt_program_node (self->program, i)->reference);
  const char *name = definition->name && *definition->name ? definition->name
                                                           : name_for (self, i, kinds[kind].type);

  if (!definition->name || !*definition->name)
    definition->name = name ? name : definition->origin.id;
  if (!kinds[kind].only_thrown || (definition->code && *definition->code))
    return;
  definition->code = definition->name;
  pt_legalise_report (self, PT_CODE_X17, i, definition->code);
}

void
pt_legalise_definitions (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      int kind = kind_of (pt_program_node (self->program, i));

      if (kind < 0 || !pt_legalise_is_played (self, i))
        continue;
      if (pt_program_node (self->program, i)->reference == PT_NO_INDEX)
        refer (self, i, kind);
      if (pt_program_node (self->program, i)->reference != PT_NO_INDEX)
        complete (self, i, kind);
    }
}
