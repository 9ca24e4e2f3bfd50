/* pt-pass-decide.c: labels and conditions become FEEL over decision variables
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-passes.h"

#include <partitur/feel.h>

#include "pt-decide.h"
#include "pt-report.h"

typedef struct
{
  PtProgram *program;
  PtVariables *variables;
  PtDiagnostics *diagnostics;
} Decide;

static gboolean
chooses (PtBpmnType type)
{
  return type == PT_BPMN_EXCLUSIVE_GATEWAY || type == PT_BPMN_INCLUSIVE_GATEWAY;
}

/* Where nothing is chosen, a condition could only stop the path for ever. */
static void
drop_condition (Decide *self, PtIndex index, PtCode code)
{
  PtFlow *flow = pt_program_flow (self->program, index);
  g_autofree char *label = pt_report_flow_label (self->program, index);
  g_autofree char *source = pt_report_node_label (self->program, flow->source);

  pt_report_at (pt_diagnostics_add (self->diagnostics, code, label, flow->condition, source, NULL),
                &flow->origin);
  flow->condition = flow->language = NULL;
}

static void
drop_conditions (Decide *self, PtIndex node, PtCode code)
{
  for (guint k = 0; k < pt_program_node (self->program, node)->n_out; k++)
    {
      PtIndex index = pt_program_flow_out (self->program, node, k);

      if (pt_program_flow (self->program, index)->condition)
        drop_condition (self, index, code);
    }
}

static void
decide_flows (Decide *self, PtIndex node)
{
  PtNode *entry = pt_program_node (self->program, node);

  if (entry->n_out < 2)
    {
      entry->default_flow = PT_NO_INDEX;
      drop_conditions (self, node, PT_CODE_D07);
    }
  else if (chooses (entry->type))
    pt_decide_split (self->program, node, self->variables, self->diagnostics);
  else if (entry->type != PT_BPMN_COMPLEX_GATEWAY)
    drop_conditions (self, node, PT_CODE_D08);
}

/* ----- conditional events
 * ------------------------------------------------------------------------- */

static void
report_event (Decide *self, PtIndex node, PtCode code, const char *arg1, const char *arg2)
{
  g_autofree char *label = pt_report_node_label (self->program, node);

  pt_report_at (pt_diagnostics_add (self->diagnostics, code, label, arg1, arg2, NULL),
                &pt_program_node (self->program, node)->origin);
}

/* Words become a variable that is true when what they say is so. */
static void
ask_event (Decide *self, PtIndex node, const char *words)
{
  g_autofree char *proposal
      = g_strdup_printf ("%s = true", pt_variables_get (self->variables, words, TRUE));
  PtNode *entry = pt_program_node (self->program, node);
  const char *condition = pt_program_infer (self->program, &entry->origin, PT_INFERENCE_CONDITION,
                                            "", words, proposal);
  const PtInference *known;

  entry->condition = pt_program_string (self->program, condition);
  known = pt_program_recall (self->program, &entry->origin, PT_INFERENCE_CONDITION, "");
  if (!condition)
    report_event (self, node, PT_CODE_D12, NULL, NULL);
  else if (!known || known->state == PT_INFERENCE_PROPOSED)
    report_event (self, node, PT_CODE_D11, condition, NULL);
}

static void
decide_event (Decide *self, PtIndex node)
{
  PtNode *entry = pt_program_node (self->program, node);
  const char *drawn = entry->condition ? entry->condition : entry->name;
  g_autofree char *text = NULL;
  g_autofree char *foreign = NULL;
  g_autoptr (GError) error = NULL;

  if (entry->event_definition != PT_BPMN_CONDITIONAL_EVENT_DEFINITION)
    return;
  if (!drawn)
    {
      report_event (self, node, PT_CODE_D12, NULL, NULL);
      return;
    }
  switch (pt_condition_read (drawn, entry->language, &text, &foreign, &error))
    {
    case PT_CONDITION_BROKEN:
      report_event (self, node, PT_CODE_D04, drawn, error->message);
      break;
    case PT_CONDITION_WORDS:
      ask_event (self, node, drawn);
      break;
    default:
      entry->condition = pt_program_string (self->program, text);
    }
}

PtProgram *
pt_pass_decide (PtProgram *program, PtDiagnostics *diagnostics)
{
  PtProgram *result = pt_program_open (program);
  g_autoptr (PtVariables) variables = pt_variables_new ();
  Decide self = { result, variables, diagnostics };

  for (guint i = 0; i < result->nodes->len; i++)
    {
      decide_flows (&self, i);
      decide_event (&self, i);
    }
  pt_program_seal (result);
  return result;
}
