/* pt-bpmn-load.c: BPMN files opened, and a new one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include <partitur/bpmn.h>

/* Takes @document; hands it on when it is BPMN. */
static PtDocument *
accept_bpmn (PtDocument *document, GError **error)
{
  g_autoptr (PtDocument) loaded = document;

  if (!loaded)
    return NULL;

  const xmlNode *root = pt_document_get_root (loaded);
  if (pt_xml_is (root, PT_NS_BPMN, "definitions"))
    return g_steal_pointer (&loaded);

  const char *name = pt_document_get_name (loaded);
  if (root->ns && root->ns->href)
    g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_VOCABULARY,
                 /* Translators: a file name, an XML element and its namespace, the wanted ones */
                 _ ("“%s” is not a BPMN 2.0 file: it begins with the element “%s” of “%s”, where "
                    "“definitions” of “%s” is expected"),
                 name, (const char *)root->name, (const char *)root->ns->href, PT_NS_BPMN);
  else
    g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_VOCABULARY,
                 /* Translators: a file name, an XML element, the namespace that is wanted */
                 _ ("“%s” is not a BPMN 2.0 file: it begins with the element “%s” without a "
                    "namespace, where “definitions” of “%s” is expected"),
                 name, (const char *)root->name, PT_NS_BPMN);
  return NULL;
}

PtDocument *
pt_bpmn_load (GFile *file, GCancellable *cancellable, GError **error)
{
  return accept_bpmn (pt_document_load (file, cancellable, error), error);
}

PtDocument *
pt_bpmn_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  return accept_bpmn (pt_document_load_bytes (bytes, name, error), error);
}

PtDocument *
pt_bpmn_new (void)
{
  static const char skeleton[]
      = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<bpmn:definitions xmlns:bpmn=\"" PT_NS_BPMN "\"\n"
        "                  xmlns:bpmndi=\"" PT_NS_BPMNDI "\"\n"
        "                  xmlns:dc=\"" PT_NS_DC "\"\n"
        "                  xmlns:di=\"" PT_NS_DI "\"\n"
        "                  xmlns:xsi=\"" PT_NS_XSI "\"\n"
        "                  id=\"Definitions_1\"\n"
        "                  targetNamespace=\"urn:partitur:definitions\"\n"
        "                  exporter=\"Partitur\" exporterVersion=\"" PT_VERSION "\">\n"
        "  <bpmn:process id=\"Process_1\" isExecutable=\"false\"/>\n"
        "  <bpmndi:BPMNDiagram id=\"BPMNDiagram_1\">\n"
        "    <bpmndi:BPMNPlane id=\"BPMNPlane_1\" bpmnElement=\"Process_1\"/>\n"
        "  </bpmndi:BPMNDiagram>\n"
        "</bpmn:definitions>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (skeleton, sizeof skeleton - 1);
  g_autoptr (GError) error = NULL;
  /* Translators: the name of a document that has no file yet */
  PtDocument *document = pt_bpmn_load_bytes (bytes, _ ("Untitled"), &error);

  g_assert_no_error (error);
  return document;
}
