/* pt-legalise-definitions.c: messages, signals, errors and escalations that events only imply
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "pt-definition-types.h"
#include "pt-legalise.h"
#include "pt-report.h"

/* What has a code means any when it is caught without a definition. */
static gboolean
is_only_needed_to_throw (const PtDefinitionType *type)
{
  return type->code != NULL;
}

/* Returns: (nullable): what @node needs a definition of */
static const PtDefinitionType *
type_for (const PtNode *node)
{
  gboolean is_task = node->type == PT_BPMN_SEND_TASK || node->type == PT_BPMN_RECEIVE_TASK;
  const PtDefinitionType *type = is_task ? pt_definition_type (PT_BPMN_MESSAGE)
                                         : pt_definition_type_of_event (node->event_definition);

  if (type && is_only_needed_to_throw (type)
      && !pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT))
    return NULL;
  return type;
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
name_of_end (PtLegalise *self, PtIndex node)
{
  const char *name = node == PT_NO_INDEX ? NULL : pt_program_node (self->program, node)->name;

  return name && *name ? name : NULL;
}

/* Both ends of a flow call its message the same: by the flow, or by who waits for it. */
static const char *
name_for (PtLegalise *self, PtIndex i, PtBpmnType type)
{
  const PtMessageFlow *flow = type == PT_BPMN_MESSAGE ? flow_at (self, i) : NULL;
  const char *name = NULL;

  if (flow && flow->name && *flow->name)
    return flow->name;
  if (flow)
    name = name_of_end (self, flow->target_node);
  if (flow && !name)
    name = name_of_end (self, flow->source_node);
  return name ? name : pt_program_node (self->program, i)->name;
}

/* What the flow carries, or the node at its other end means. */
static PtIndex
message_of (PtLegalise *self, PtIndex i)
{
  const PtMessageFlow *flow = flow_at (self, i);
  PtIndex other = !flow                    ? PT_NO_INDEX
                  : flow->source_node == i ? flow->target_node
                                           : flow->source_node;
  PtIndex meant;

  if (!flow || flow->message != PT_NO_INDEX || other == PT_NO_INDEX)
    return flow ? flow->message : PT_NO_INDEX;
  meant = pt_program_node (self->program, other)->reference;
  return meant != PT_NO_INDEX
                 && pt_program_definition (self->program, meant)->type == PT_BPMN_MESSAGE
             ? meant
             : PT_NO_INDEX;
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
make_definition (PtLegalise *self, PtIndex i, const PtDefinitionType *type, const char *name)
{
  const PtOrigin *cause = &pt_program_node (self->program, i)->origin;
  g_autofree char *base = g_strconcat (type->prefix, "_", cause->id, NULL);
  PtIndex made = pt_program_add_definition (self->program, type->type);
  PtDefinition *definition = pt_program_definition (self->program, made);

  definition->origin = (PtOrigin){ pt_program_make_id (self->program, base), NULL,
                                   cause->logical ? cause->logical : cause->near };
  definition->name = name;
  return made;
}

static gboolean
sends (const PtNode *node)
{
  return node->type == PT_BPMN_SEND_TASK || pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT);
}

static void
report_meant (PtLegalise *self, PtIndex i, const PtDefinitionType *type, const char *name)
{
  const PtNode *node = pt_program_node (self->program, i);
  g_autofree char *label = pt_report_node_label (self->program, i);

  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X15, label, name,
                                    sends (node) ? "" : _ (type->label),
                                    sends (node) ? _ (type->label) : "", NULL),
                &node->origin);
}

/* Whoever does the work knows which message it is. */
static gboolean
is_sent_by_system (PtLegalise *self, const PtNode *node)
{
  return sends (node) && node->topic && pt_legalise_has_own_settings (self, node);
}

/* An event is about one message: of several flows at it the first one counts. */
static void
tell_others (PtLegalise *self, PtIndex i)
{
  const PtMessageFlow *first = flow_at (self, i);

  for (guint k = 0; first && k < self->program->message_flows->len; k++)
    {
      const PtMessageFlow *flow = PT_PROGRAM_AT (self->program->message_flows, PtMessageFlow, k);
      g_autofree char *label = NULL;

      if (flow == first || !flow->name || g_strcmp0 (flow->name, first->name) == 0
          || (first->source_node == i ? flow->source_node : flow->target_node) != i)
        continue;
      label = pt_report_node_label (self->program, i);
      pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X78, label, flow->name,
                                        first->name ? first->name : "", NULL),
                    &pt_program_node (self->program, i)->origin);
    }
}

static void
refer (PtLegalise *self, PtIndex i, const PtDefinitionType *type)
{
  const char *name = name_for (self, i, type->type);
  PtIndex found = type->type == PT_BPMN_MESSAGE ? message_of (self, i) : PT_NO_INDEX;

  if (found == PT_NO_INDEX && (!name || !*name))
    {
      if (is_sent_by_system (self, pt_program_node (self->program, i)))
        return;
      pt_legalise_report (self, PT_CODE_X16, i, _ (type->label));
      return;
    }
  if (found == PT_NO_INDEX)
    found = find_named (self, type->type, name);
  if (found == PT_NO_INDEX)
    {
      found = make_definition (self, i, type, name);
      report_meant (self, i, type, name);
    }
  pt_program_node (self->program, i)->reference = found;
  if (type->type == PT_BPMN_MESSAGE)
    tell_others (self, i);
}

/* A definition that is drawn may still lack its name or its code. */
static void
complete (PtLegalise *self, PtIndex i, const PtDefinitionType *type)
{
  PtDefinition *definition
      = pt_program_definition (self->program, pt_program_node (self->program, i)->reference);
  const char *name
      = definition->name && *definition->name ? definition->name : name_for (self, i, type->type);

  if (!definition->name || !*definition->name)
    definition->name = name ? name : definition->origin.id;
  if (!is_only_needed_to_throw (type) || (definition->code && *definition->code))
    return;
  definition->code = definition->name;
  pt_legalise_report (self, PT_CODE_X17, i, definition->code);
}

void
pt_legalise_definitions (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtDefinitionType *type = type_for (pt_program_node (self->program, i));

      if (!type || !pt_legalise_is_played (self, i))
        continue;
      if (pt_program_node (self->program, i)->reference == PT_NO_INDEX)
        refer (self, i, type);
      if (pt_program_node (self->program, i)->reference != PT_NO_INDEX)
        complete (self, i, type);
    }
}

/* ----- the same name twice -------------------------------------------------------------------- */

/* Notes for each definition which one of the same name comes first. */
static PtIndex *
find_first_of_name (const PtProgram *program)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  PtIndex *firsts = g_new (PtIndex, program->definitions->len + 1);

  for (PtIndex i = 0; i < program->definitions->len; i++)
    {
      const PtDefinition *definition = pt_program_definition (program, i);
      gboolean counts = definition->type == PT_BPMN_SIGNAL && definition->name;
      gpointer found = counts ? g_hash_table_lookup (first, definition->name) : NULL;

      firsts[i] = found ? GPOINTER_TO_UINT (found) - 1 : i;
      if (counts && !found)
        g_hash_table_insert (first, (gpointer)definition->name, GUINT_TO_POINTER (i + 1));
    }
  return firsts;
}

/* A signal is known by its name, so two of one name are one. */
void
pt_legalise_signals (PtLegalise *self)
{
  g_autofree PtIndex *firsts = find_first_of_name (self->program);

  for (PtIndex i = 0; i < self->program->definitions->len; i++)
    pt_program_definition (self->program, i)->is_left_out = firsts[i] != i;
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (node->reference != PT_NO_INDEX)
        node->reference = firsts[node->reference];
    }
}
