/* pt-lower-check.c: faults of structure that are named and left as they are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lower.h"
#include "pt-report.h"

typedef struct
{
  const PtProgram *program;
  PtDiagnostics *diagnostics;
} Check;

static PtDiagnostic *
report_node (Check *self, PtIndex node, PtCode code, const char *arg)
{
  g_autofree char *label = pt_report_node_label (self->program, node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, code, label, arg ? arg : "", NULL);

  pt_report_at (diagnostic, &pt_program_node (self->program, node)->origin);
  return diagnostic;
}

static void
offer_delete (PtDiagnostic *diagnostic, const char *label, const PtOrigin *origin)
{
  if (origin->logical)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_DELETE, label, origin->logical, NULL);
}

static void
report_deletable_node (Check *self, PtIndex node, PtCode code)
{
  g_autofree char *label = pt_report_node_label (self->program, node);

  offer_delete (report_node (self, node, code, NULL), label,
                &pt_program_node (self->program, node)->origin);
}

/* ----- single nodes
 * ------------------------------------------------------------------------------- */

static gboolean
may_follow_event_gateway (const PtNode *node)
{
  static const PtBpmnType triggers[]
      = { PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_TIMER_EVENT_DEFINITION,
          PT_BPMN_SIGNAL_EVENT_DEFINITION, PT_BPMN_CONDITIONAL_EVENT_DEFINITION };

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    if (node->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT && node->event_definition == triggers[i])
      return TRUE;
  return node->type == PT_BPMN_RECEIVE_TASK;
}

static void
check_event_gateway (Check *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  if (node->n_out < 2)
    report_node (self, i, PT_CODE_B21, NULL);
  for (guint k = 0; k < node->n_out; k++)
    {
      PtIndex target
          = pt_program_flow (self->program, pt_program_flow_out (self->program, i, k))->target;
      g_autofree char *label = pt_report_node_label (self->program, target);

      if (!may_follow_event_gateway (pt_program_node (self->program, target)))
        pt_report_at (report_node (self, i, PT_CODE_B20, label),
                      &pt_program_node (self->program, target)->origin);
    }
}

static void
check_plain_gateway (Check *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  if (node->n_in == 1 && node->n_out == 1)
    report_deletable_node (self, i, PT_CODE_B22);
}

/* ----- links
 * -------------------------------------------------------------------------------------- */

static gboolean
is_link (const PtNode *node, PtBpmnType type)
{
  return node->type == type && node->event_definition == PT_BPMN_LINK_EVENT_DEFINITION;
}

static gboolean
has_partner (const PtProgram *program, const PtNode *link, PtBpmnType partner)
{
  for (guint i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (is_link (node, partner) && node->scope == link->scope
          && g_strcmp0 (node->link, link->link) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_link (Check *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  PtBpmnType partner = node->type == PT_BPMN_INTERMEDIATE_THROW_EVENT
                           ? PT_BPMN_INTERMEDIATE_CATCH_EVENT
                           : PT_BPMN_INTERMEDIATE_THROW_EVENT;

  if (node->event_definition == PT_BPMN_LINK_EVENT_DEFINITION
      && !has_partner (self->program, node, partner))
    report_node (self, i, PT_CODE_B27, node->link);
}

/* ----- starts of sub-processes
 * -------------------------------------------------------------------- */

static void
check_event_sub_process (Check *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  guint n_starts = 0, n_triggers = 0;

  if (!node->triggered_by_event)
    return;
  for (guint k = 0; k < self->program->nodes->len; k++)
    {
      const PtNode *start = pt_program_node (self->program, k);

      if (start->scope != node->inner || start->type != PT_BPMN_START_EVENT)
        continue;
      n_starts++;
      n_triggers += start->event_definition != PT_BPMN_NONE;
    }
  if (n_starts != 1 || n_triggers != 1)
    report_node (self, i, PT_CODE_B28, NULL);
}

static void
check_start_event (Check *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  const PtScope *scope = pt_program_scope (self->program, node->scope);
  g_autofree char *label = NULL;

  if (scope->node == PT_NO_INDEX || node->event_definition == PT_BPMN_NONE
      || pt_program_node (self->program, scope->node)->triggered_by_event)
    return;
  label = pt_report_node_label (self->program, scope->node);
  report_node (self, i, PT_CODE_B29, label);
}

static const struct
{
  PtBpmnType type;
  void (*check) (Check *self, PtIndex node);
} checks[] = {
  { PT_BPMN_EVENT_BASED_GATEWAY, check_event_gateway },
  { PT_BPMN_EXCLUSIVE_GATEWAY, check_plain_gateway },
  { PT_BPMN_INCLUSIVE_GATEWAY, check_plain_gateway },
  { PT_BPMN_PARALLEL_GATEWAY, check_plain_gateway },
  { PT_BPMN_INTERMEDIATE_THROW_EVENT, check_link },
  { PT_BPMN_INTERMEDIATE_CATCH_EVENT, check_link },
  { PT_BPMN_SUB_PROCESS, check_event_sub_process },
  { PT_BPMN_START_EVENT, check_start_event },
};

/* ----- the whole
 * ---------------------------------------------------------------------------------- */

/* At a gateway that chooses, the default flow says something else than one like it. */
static gboolean
is_twin (const PtProgram *program, PtIndex first, PtIndex second)
{
  const PtFlow *a = pt_program_flow (program, first), *b = pt_program_flow (program, second);
  PtIndex default_flow = pt_program_node (program, a->source)->default_flow;

  if (first == default_flow || second == default_flow)
    return FALSE;
  return a->target == b->target && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->condition, b->condition) == 0;
}

static void
report_twin (Check *self, PtIndex index)
{
  const PtFlow *flow = pt_program_flow (self->program, index);
  g_autofree char *source = pt_report_node_label (self->program, flow->source);
  g_autofree char *target = pt_report_node_label (self->program, flow->target);
  g_autofree char *label = pt_report_flow_label (self->program, index);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_B23, source, target, NULL);

  pt_report_at (diagnostic, &flow->origin);
  offer_delete (diagnostic, label, &flow->origin);
}

static void
check_twins (Check *self, PtIndex i)
{
  const PtProgram *program = self->program;
  guint n = pt_program_node (program, i)->n_out;

  for (guint k = 1; k < n; k++)
    {
      PtIndex index = pt_program_flow_out (program, i, k);
      guint other = 0;

      while (other < k && !is_twin (program, pt_program_flow_out (program, i, other), index))
        other++;
      if (other < k)
        report_twin (self, index);
    }
}

void
pt_lower_check (PtProgram *program, PtDiagnostics *diagnostics)
{
  Check self = { program, diagnostics };

  if (program->nodes->len == 0)
    pt_diagnostics_add (diagnostics, PT_CODE_B17, NULL);
  for (guint i = 0; i < program->nodes->len; i++)
    {
      for (guint row = 0; row < G_N_ELEMENTS (checks); row++)
        if (pt_bpmn_type_is_a (pt_program_node (program, i)->type, checks[row].type))
          checks[row].check (&self, i);
      check_twins (&self, i);
    }
}
