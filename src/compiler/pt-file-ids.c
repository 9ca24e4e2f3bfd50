/* pt-file-ids.c: ids that are missing, wrong or there twice
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"

static PtDiagnostic *
report (PtFile *self, xmlNode *node, PtCode code, const char *id, PtFixKind fix)
{
  g_autofree char *label = pt_file_label (self, node);
  g_autofree char *path = pt_file_path (self, node);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, code, label, id, NULL);

  pt_diagnostic_add_fix (diagnostic, fix, path, id, NULL);
  return pt_file_place (self, diagnostic, node);
}

/* The schema asks for no id, but flows, lanes and figures cannot do without. */
static gboolean
needs_id (PtBpmnType type)
{
  static const PtBpmnType types[] = { PT_BPMN_FLOW_NODE, PT_BPMN_SEQUENCE_FLOW,
                                      PT_BPMN_MESSAGE_FLOW, PT_BPMN_PARTICIPANT, PT_BPMN_PROCESS };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (pt_bpmn_type_is_a (type, types[i]))
      return TRUE;
  return FALSE;
}

void
pt_file_check_id (PtFile *self, xmlNode *node, PtBpmnType type)
{
  const char *id = pt_xml_peek (node, "id");

  if (!id || !*id)
    {
      if (needs_id (type) || id)
        report (self, node, PT_CODE_F11, "", PT_FIX_NEW_ID);
    }
  else if (xmlValidateNCName ((const xmlChar *)id, 0) != 0)
    report (self, node, PT_CODE_F10, id, PT_FIX_VALID_ID);
}

void
pt_file_check_same_ids (PtFile *self, xmlNode *node, G_GNUC_UNUSED PtBpmnType type)
{
  const char *id = pt_document_has_doubled_ids (self->document) ? pt_xml_peek (node, "id") : NULL;

  if (id && *id && !g_hash_table_add (self->ids, (gpointer)id))
    report (self, node, PT_CODE_B18, id, PT_FIX_NEW_ID);
}
