/* pt-type-say.c: what is said of information that does not flow
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-type.h"

#include <glib/gi18n-lib.h>

#include "pt-report.h"

#define MAX_NAMES 8 /* of a way that is told */

/* Who could write it: whoever does something last before the reader, or else the start. */
static gboolean
may_write (const PtNode *node)
{
  return node->origin.logical
         && (pt_type_asks (node) || pt_type_tells (node) || node->type == PT_BPMN_START_EVENT
             || node->type == PT_BPMN_MANUAL_TASK || node->type == PT_BPMN_TASK);
}

static void
offer_writers (PtDiagnostic *finding,
               const PtProgram *program,
               PtWays *ways,
               PtIndex variable,
               PtIndex reader)
{
  const PtVariable *entry = pt_program_variable (program, variable);
  g_auto (PtCollection) writers = pt_type_collect (ways, reader, FALSE, may_write);

  for (guint i = 0; i < writers.nodes->len && entry->origin.logical; i++)
    {
      PtIndex writer = g_array_index (writers.nodes, PtIndex, i);
      g_autofree char *label = pt_report_node_label (program, writer);

      if (writer != reader)
        pt_diagnostic_add_fix (finding, PT_FIX_LET_WRITE, label,
                               pt_program_node (program, writer)->origin.logical, entry->label,
                               entry->origin.logical, NULL);
    }
}

/* Names of what one does on the way; events and gateways without a name say nothing. */
static char *
describe_way (const PtProgram *program, const GArray *way)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; way && i < way->len; i++)
    {
      const PtNode *node = pt_program_node (program, g_array_index (way, PtIndex, i));
      gboolean is_last = i + 1 == way->len;

      if ((!node->name || !*node->name) && !is_last)
        continue;
      n++;
      if (n > MAX_NAMES && !is_last)
        continue;
      if (text->len > 0)
        g_string_append (text, n > MAX_NAMES ? " → … → " : " → ");
      g_autofree char *label = pt_report_label (node->name, node->type, &node->origin);
      g_string_append (text, label);
    }
  return g_string_free (text, FALSE);
}

static void
add_trace (PtDiagnostic *finding, const PtProgram *program, const GArray *way)
{
  for (guint i = 0; way && i < way->len; i++)
    pt_diagnostic_add_trace (finding, pt_program_node (program, g_array_index (way, PtIndex, i))
                                          ->origin.logical);
}

void
pt_type_report_unwritten (const PtProgram *program,
                          PtWays *ways,
                          PtDiagnostics *diagnostics,
                          PtIndex variable,
                          PtIndex reader,
                          gboolean is_never_written,
                          const GArray *way)
{
  const PtVariable *entry = pt_program_variable (program, variable);
  g_autofree char *label = pt_report_node_label (program, reader);
  g_autofree char *path = describe_way (program, way);
  PtDiagnostic *finding
      = pt_diagnostics_add (diagnostics, is_never_written ? PT_CODE_V02 : PT_CODE_V03, entry->label,
                            label, path, NULL);

  pt_report_at (finding, &pt_program_node (program, reader)->origin);
  pt_report_at (finding, &entry->origin);
  add_trace (finding, program, way);
  offer_writers (finding, program, ways, variable, reader);
}

void
pt_type_report_unread (const PtProgram *program,
                       PtDiagnostics *diagnostics,
                       PtIndex variable,
                       PtIndex writer)
{
  const PtVariable *entry = pt_program_variable (program, variable);
  g_autofree char *label = pt_report_node_label (program, writer);
  PtDiagnostic *finding = pt_diagnostics_add (diagnostics, PT_CODE_V04, entry->label, label, NULL);

  pt_report_at (finding, &entry->origin);
  pt_report_at (finding, &pt_program_node (program, writer)->origin);
}
