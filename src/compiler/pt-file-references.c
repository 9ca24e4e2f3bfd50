/* pt-file-references.c: references that do not lead where they should
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"
#include "pt-expression.h"
#include "pt-references.h"

#include <string.h>

void
pt_file_offer_reference (PtFile *self,
                         PtDiagnostic *diagnostic,
                         const PtDanglingReference *reference,
                         const char *meant)
{
  g_autofree char *path = pt_file_path (self, reference->node);

  if (meant)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REPLACE_REFERENCE, meant, path, reference->attribute,
                           reference->value ? reference->value : "", NULL);
}

/* ----- which finding it is -------------------------------------------------------------------- */

/* Those whose loss has a finding of its own. */
static const struct
{
  PtBpmnType type;
  const char *name;
  gboolean whatever; /* also when it is of the wrong kind */
} reported_elsewhere[] = {
  { PT_BPMN_SEQUENCE_FLOW, "sourceRef", TRUE },
  { PT_BPMN_SEQUENCE_FLOW, "targetRef", TRUE },
  { PT_BPMN_MESSAGE_FLOW, "sourceRef", TRUE },
  { PT_BPMN_MESSAGE_FLOW, "targetRef", TRUE },
  { PT_BPMN_ASSOCIATION, "sourceRef", TRUE },
  { PT_BPMN_ASSOCIATION, "targetRef", TRUE },
  { PT_BPMN_BOUNDARY_EVENT, "attachedToRef", TRUE },
  { PT_BPMN_FLOW_NODE, "incoming" },
  { PT_BPMN_FLOW_NODE, "outgoing" },
  { PT_BPMN_NONE, "bpmnElement" },
};

/* What an engine may know, or another file. */
static const char *const known_elsewhere[] = {
  "calledElement",         "calledChoreographyRef", "calledCollaborationRef",
  "supportedInterfaceRef", "structureRef",          "type",
  "loopDataInputRef",      "loopDataOutputRef",     NULL,
};

/* What says nothing about how a process runs. */
static const char *const silent[] = {
  "flowNodeRef",
  "partitionElementRef",
  "categoryValueRef",
  "supports",
  "definitionalCollaborationRef",
  "choreographyRef",
  "participantRef",
  "initiatingParticipantRef",
  "innerParticipantRef",
  "outerParticipantRef",
  "messageFlowRef",
  "innerMessageFlowRef",
  "outerMessageFlowRef",
  "innerConversationNodeRef",
  "outerConversationNodeRef",
  "sourceElement",
  "targetElement",
  "labelStyle",
  "choreographyActivityShape",
  NULL,
};

static gboolean
is_reported_elsewhere (const PtDanglingReference *reference)
{
  gboolean is_text = strcmp ((const char *)reference->node->name, reference->attribute) == 0;
  PtBpmnType type = pt_bpmn_type_from_node (is_text ? reference->node->parent : reference->node);

  for (guint i = 0; i < G_N_ELEMENTS (reported_elsewhere); i++)
    if (strcmp (reported_elsewhere[i].name, reference->attribute) == 0
        && (type == reported_elsewhere[i].type
            || pt_bpmn_type_is_a (type, reported_elsewhere[i].type)))
      return reference->kind != PT_DANGLING_WRONG || reported_elsewhere[i].whatever;
  return FALSE;
}

static gboolean
is_worked_out (const PtDanglingReference *reference)
{
  return strcmp (reference->attribute, "calledElement") == 0
         && pt_expression_is_marked (reference->value);
}

static PtCode
code_of (const PtDanglingReference *reference)
{
  if (reference->kind == PT_DANGLING_WRONG)
    return PT_CODE_F22;
  if (reference->kind == PT_DANGLING_FOREIGN
      || g_strv_contains (known_elsewhere, reference->attribute))
    return PT_CODE_F21;
  return g_strv_contains (silent, reference->attribute)
                 || pt_bpmn_type_from_node (reference->node) == PT_BPMN_CONVERSATION_LINK
             ? PT_CODE_F20
             : PT_CODE_B03;
}

/* ----- reporting ------------------------------------------------------------------------------ */

static const char *
kind_of (const xmlNode *node)
{
  PtBpmnType type = pt_bpmn_type_from_node (node);

  return type != PT_BPMN_NONE ? pt_bpmn_type_label (type) : (const char *)node->name;
}

static PtDiagnostic *
add (PtFile *self, const PtDanglingReference *reference, const char *meant)
{
  const PtElement *holder = reference->element;
  const xmlNode *named
      = holder && holder->type != PT_BPMN_DEFINITIONS ? holder->node : reference->node;
  g_autofree char *label = pt_file_label (self, named);

  if (reference->kind == PT_DANGLING_WRONG)
    return pt_diagnostics_add (self->diagnostics, PT_CODE_F22, label, reference->value,
                               reference->attribute, kind_of (reference->target),
                               reference->wanted != PT_BPMN_NONE
                                   ? pt_bpmn_type_label (reference->wanted)
                                   : reference->wanted_tags,
                               NULL);
  return pt_diagnostics_add (self->diagnostics, code_of (reference), label, reference->value,
                             reference->attribute, meant ? meant : "", NULL);
}

static void
report (PtFile *self, const PtDanglingReference *reference)
{
  g_autofree char *meant = reference->kind == PT_DANGLING_WRONG
                               ? NULL
                               : pt_suggestions_find (self->suggestions, reference);
  PtDiagnostic *diagnostic = add (self, reference, meant);
  g_autofree char *path = pt_file_path (self, reference->node);

  pt_file_place (self, diagnostic, reference->node);
  pt_file_offer_reference (self, diagnostic, reference, meant);
  /* what may be found elsewhere is none the better for being removed */
  if (diagnostic->code != PT_CODE_F21)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_REFERENCE, reference->value, path,
                           reference->attribute, NULL);
}

void
pt_file_check_references (PtFile *self)
{
  g_autoptr (GArray) references = pt_process_graph_dangling (self->graph);

  for (guint i = 0; i < references->len && !pt_file_is_full (self); i++)
    {
      const PtDanglingReference *reference = &g_array_index (references, PtDanglingReference, i);

      if (!is_reported_elsewhere (reference) && !is_worked_out (reference))
        report (self, reference);
    }
}
