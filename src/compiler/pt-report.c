/* pt-report.c: what findings call the things of a program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"

#include <glib/gi18n-lib.h>

const char *
pt_report_id (const PtOrigin *origin)
{
  return origin->logical ? origin->logical : origin->near;
}

void
pt_report_at (PtDiagnostic *diagnostic, const PtOrigin *origin)
{
  pt_diagnostic_add_element (diagnostic, pt_report_id (origin));
}

char *
pt_report_label (const char *name, PtBpmnType type, const PtOrigin *origin)
{
  const char *id = pt_report_id (origin);
  g_autofree char *stripped = g_strstrip (g_strdup (name ? name : ""));

  if (*stripped)
    return g_steal_pointer (&stripped);
  return id ? g_strdup_printf ("%s %s", pt_bpmn_type_label (type), id)
            : g_strdup (pt_bpmn_type_label (type));
}

char *
pt_report_node_label (const PtProgram *program, PtIndex node)
{
  const PtNode *entry = pt_program_node (program, node);

  return pt_report_label (entry->name, entry->type, &entry->origin);
}

char *
pt_report_flow_label (const PtProgram *program, PtIndex flow)
{
  const PtFlow *entry = pt_program_flow (program, flow);

  g_autofree char *name = g_strstrip (g_strdup (entry->name ? entry->name : ""));
  g_autofree char *target = NULL;

  if (*name || entry->target == PT_NO_INDEX)
    return pt_report_label (name, PT_BPMN_SEQUENCE_FLOW, &entry->origin);
  target = pt_report_node_label (program, entry->target);
  /* Translators: what a sequence flow without a name is called: where it leads */
  return g_strdup_printf (_ ("the flow to %s"), target);
}
