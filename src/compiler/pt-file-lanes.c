/* pt-file-lanes.c: what lanes list, and what nodes list as their flows
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"

#include <string.h>

static PtElement *
find_target (PtFile *self, const char *reference)
{
  const char *local = pt_bpmn_local_reference (reference);
  PtElement *found = pt_process_graph_get (self->graph, reference);

  return found || !local ? found : pt_process_graph_get (self->graph, local);
}

static void
offer_removal (PtFile *self, PtDiagnostic *diagnostic, const char *value, const xmlNode *node)
{
  g_autofree char *path = pt_file_path (self, node);

  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_REFERENCE, value, path, (const char *)node->name,
                         NULL);
}

/* ----- lanes ---------------------------------------------------------------------------------- */

static void
report_foreign (PtFile *self, xmlNode *entry, const PtElement *lane, const PtElement *target)
{
  g_autofree char *label = pt_file_label (self, lane->node);
  g_autofree char *other = pt_file_label (self, target->node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_F12, label, other, NULL);

  offer_removal (self, diagnostic, other, entry);
  pt_file_place (self, diagnostic, entry);
}

static void
report_twice (PtFile *self, xmlNode *entry, const PtElement *lane, const PtElement *target)
{
  g_autofree char *label = pt_file_label (self, target->node);
  g_autofree char *first = pt_file_label (self, target->lane->node);
  g_autofree char *second = pt_file_label (self, lane->node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_F13, label, first, second, NULL);

  pt_diagnostic_add_element (diagnostic, target->id);
  offer_removal (self, diagnostic, second, entry);
  pt_file_place (self, diagnostic, entry);
}

/* A lane and one within it may both list a node; so may lanes of two sets, which divide the process
 * by different questions. */
static gboolean
are_rivals (const PtElement *lane, const PtElement *other)
{
  if (pt_element_is_within (lane, other) || pt_element_is_within (other, lane))
    return FALSE;
  while (lane->parent->parent && lane->parent->parent->type == PT_BPMN_LANE)
    lane = lane->parent->parent;
  while (other->parent->parent && other->parent->parent->type == PT_BPMN_LANE)
    other = other->parent->parent;
  return lane->parent == other->parent;
}

static void
check_member (PtFile *self, xmlNode *entry, const PtElement *lane)
{
  g_autofree char *reference = pt_xml_text (entry);
  const PtElement *target = find_target (self, reference);

  if (!target)
    return;
  if (!target->process || target->process != lane->process)
    report_foreign (self, entry, lane, target);
  else if (target->lane && target->lane != lane && target->lane->parent && lane->parent
           && are_rivals (lane, target->lane))
    report_twice (self, entry, lane, target);
}

void
pt_file_check_lane (PtFile *self, xmlNode *node, PtBpmnType type)
{
  const PtElement *lane
      = type == PT_BPMN_LANE ? pt_process_graph_get_by_node (self->graph, node) : NULL;

  if (!lane)
    return;
  for (xmlNode *child = pt_xml_first_element (node); child && !pt_file_is_full (self);
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "flowNodeRef"))
      check_member (self, child, lane);
}

/* ----- flows ---------------------------------------------------------------------------------- */

static void
check_entry (PtFile *self, xmlNode *node, xmlNode *entry)
{
  g_autofree char *reference = pt_xml_text (entry);
  g_autofree char *label = NULL;
  PtDiagnostic *diagnostic;

  if (find_target (self, reference))
    return;
  label = pt_file_label (self, node);
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_F18, label, reference, NULL);
  offer_removal (self, diagnostic, reference, entry);
  pt_file_place (self, diagnostic, entry);
}

void
pt_file_check_flows (PtFile *self, xmlNode *node, PtBpmnType type)
{
  if (!pt_bpmn_type_is_a (type, PT_BPMN_FLOW_NODE))
    return;
  for (xmlNode *child = pt_xml_first_element (node); child && !pt_file_is_full (self);
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "incoming") || pt_xml_is (child, PT_NS_BPMN, "outgoing"))
      check_entry (self, node, child);
}
