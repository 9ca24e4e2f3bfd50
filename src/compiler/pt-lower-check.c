/* pt-lower-check.c: faults of structure that are named and left as they are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-links.h"
#include "pt-lower.h"
#include "pt-report.h"

/** Starts: the start events of a scope. */
typedef struct
{
  guint n, n_triggers;
} Starts;

typedef struct
{
  const PtProgram *program;
  PtDiagnostics *diagnostics;
  const PtLinks *links;
  Starts *starts;    /* by scope */
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

static void
check_link (Check *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  if (pt_links_is (node, node->type) && pt_links_partner (self->links, node) == PT_NO_INDEX)
    report_node (self, i, PT_CODE_B27, node->link);
}

/* ----- starts of sub-processes
 * -------------------------------------------------------------------- */

static void
note_start (Check *self, const PtNode *node)
{
  Starts *starts = &self->starts[node->scope];

  if (node->type != PT_BPMN_START_EVENT)
    return;
  starts->n++;
  starts->n_triggers += node->event_definition != PT_BPMN_NONE;
}

static void
check_event_sub_process (Check *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  if (node->triggered_by_event
      && (self->starts[node->inner].n != 1 || self->starts[node->inner].n_triggers != 1))
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

static guint
hash_text (const char *text)
{
  return text ? pt_id_hash (text) : 0;
}

static guint
hash_way (gconstpointer key)
{
  const PtFlow *flow = key;

  return (hash_text (flow->name) * 31 + hash_text (flow->condition)) * 31 + flow->target;
}

static gboolean
same_way (gconstpointer first, gconstpointer second)
{
  const PtFlow *a = first, *b = second;

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

/* At a gateway that chooses, the default flow says something else than one like it. */
static void
check_twins (Check *self, PtIndex i)
{
  const PtProgram *program = self->program;
  const PtNode *node = pt_program_node (program, i);
  g_autoptr (GHashTable) ways = node->n_out > 1 ? g_hash_table_new (hash_way, same_way) : NULL;

  for (guint k = 0; ways && k < node->n_out; k++)
    {
      PtIndex index = pt_program_flow_out (program, i, k);

      if (index != node->default_flow
          && !g_hash_table_add (ways, pt_program_flow (program, index)))
        report_twin (self, index);
    }
}

static void
check_node (Check *self, PtIndex i)
{
  for (guint row = 0; row < G_N_ELEMENTS (checks); row++)
    if (pt_bpmn_type_is_a (pt_program_node (self->program, i)->type, checks[row].type))
      checks[row].check (self, i);
  check_twins (self, i);
}

void
pt_lower_check (PtProgram *program, PtDiagnostics *diagnostics)
{
  g_autoptr (PtLinks) links = pt_links_new (program);
  g_autofree Starts *starts = g_new0 (Starts, program->scopes->len);
  Check self = { program, diagnostics, links, starts };

  if (program->nodes->len == 0)
    pt_diagnostics_add (diagnostics, PT_CODE_B17, NULL);
  for (guint i = 0; i < program->nodes->len; i++)
    note_start (&self, pt_program_node (program, i));
  for (guint i = 0; i < program->nodes->len; i++)
    check_node (&self, i);
}
