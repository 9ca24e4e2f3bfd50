/* pt-legalise-flows.c: conditions only where a gateway really splits; elsewhere lower has put one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

#include "pt-report.h"

static void
drop_condition (PtLegalise *self, PtIndex i)
{
  PtFlow *flow = pt_program_flow (self->program, i);
  g_autofree char *label = pt_report_flow_label (self->program, i);
  PtDiagnostic *finding
      = pt_diagnostics_add (self->diagnostics, PT_CODE_X13, label, flow->condition,
                            pt_target_get_label (self->target), NULL);

  pt_report_at (finding, &flow->origin);
  flow->condition = NULL;
  flow->language = NULL;
}

/* ----- splits of gateways --------------------------------------------------------------------- */

static gboolean
is_choice (PtBpmnType type)
{
  return type == PT_BPMN_EXCLUSIVE_GATEWAY || type == PT_BPMN_INCLUSIVE_GATEWAY;
}

static gboolean
decides (const PtNode *node, PtIndex flow)
{
  return is_choice (node->type) && node->n_out > 1 && node->default_flow != flow;
}

/* Whether an earlier pass already said what is wrong with it. */
static gboolean
is_reported (PtLegalise *self, const PtNode *node)
{
  for (guint i = 0; node->origin.logical && i < pt_diagnostics_get_length (self->diagnostics); i++)
    {
      const PtDiagnostic *finding = pt_diagnostics_get (self->diagnostics, i);

      if (finding->severity == PT_SEVERITY_ERROR
          && g_ptr_array_find_with_equal_func (finding->elements, node->origin.logical, g_str_equal,
                                               NULL))
        return TRUE;
    }
  return FALSE;
}

static void
report_open_flow (PtLegalise *self, PtIndex gateway, PtIndex flow, PtCode code)
{
  g_autofree char *label = pt_report_flow_label (self->program, flow);
  const PtOrigin *origin = &pt_program_node (self->program, gateway)->origin;
  const char *flow_id = pt_report_id (&pt_program_flow (self->program, flow)->origin);
  PtDiagnostic *finding = pt_legalise_report (self, code, gateway, label);

  pt_diagnostic_add_element (finding, flow_id);
  if (origin->logical && flow_id)
    pt_diagnostic_add_fix (finding, PT_FIX_SET_DEFAULT, label, origin->logical, flow_id, NULL);
}

/* One way without a condition is the way for everything else; with two nobody knows. */
static void
settle_open_flows (PtLegalise *self, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);
  PtIndex open = PT_NO_INDEX;
  guint n_open = 0;

  for (guint k = 0; k < node->n_out; k++)
    {
      PtIndex flow = pt_program_flow_out (self->program, i, k);

      if (pt_program_flow (self->program, flow)->condition || node->default_flow == flow)
        continue;
      open = flow;
      n_open++;
    }
  if (n_open == 0 || is_reported (self, node))
    return;
  if (n_open == 1 && node->default_flow == PT_NO_INDEX)
    {
      node->default_flow = open;
      report_open_flow (self, i, open, PT_CODE_X14);
    }
  else
    report_open_flow (self, i, open, PT_CODE_X15);
}

void
pt_legalise_conditions (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (!pt_legalise_is_played (self, i))
        continue;
      for (guint k = 0; k < node->n_out; k++)
        {
          PtIndex flow = pt_program_flow_out (self->program, i, k);

          if (pt_program_flow (self->program, flow)->condition && !decides (node, flow))
            drop_condition (self, flow);
        }
      if (node->type == PT_BPMN_EXCLUSIVE_GATEWAY && node->n_out > 1)
        settle_open_flows (self, i);
    }
}
