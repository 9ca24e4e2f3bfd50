/* pt-decide-tell.c: what a split is read as, and what may surprise there
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-decide.h"
#include "pt-report.h"

/* Of votes the last one would count. */
static void
check_votes (const PtProgram *program, const PtDecision *decision, PtDiagnostics *diagnostics)
{
  const PtNode *asked = pt_program_node (program, decision->collected_at);
  g_autofree char *label = NULL;

  if (asked->loop != PT_LOOP_PARALLEL && asked->loop != PT_LOOP_SEQUENTIAL)
    return;
  label = pt_report_node_label (program, decision->collected_at);
  pt_report_at (pt_diagnostics_add (diagnostics, PT_CODE_D13, label, decision->question, NULL),
                &pt_program_node (program, decision->gateway)->origin);
}

void
pt_decide_report_reading (const PtProgram *program, PtIndex index, PtDiagnostics *diagnostics)
{
  const PtDecision *decision = pt_program_decision (program, index);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *asked = decision->collected_at != PT_NO_INDEX
                               ? pt_report_node_label (program, decision->collected_at)
                               : g_strdup ("");

  for (guint i = 0; decision->values->len > 1 && i < decision->values->len; i++)
    g_string_append_printf (values, "%s%s", i > 0 ? ", " : "",
                            (const char *)g_ptr_array_index (decision->values, i));
  pt_report_at (pt_diagnostics_add (diagnostics, PT_CODE_D02, decision->question,
                                    decision->variable, values->str, asked, NULL),
                &pt_program_node (program, decision->gateway)->origin);
  if (decision->collected_at != PT_NO_INDEX)
    check_votes (program, decision, diagnostics);
}

void
pt_decide_report_stop (const PtProgram *program, PtIndex gateway, PtDiagnostics *diagnostics)
{
  g_autofree char *label = pt_report_node_label (program, gateway);

  pt_report_at (pt_diagnostics_add (diagnostics, PT_CODE_D15, label, NULL),
                &pt_program_node (program, gateway)->origin);
}
