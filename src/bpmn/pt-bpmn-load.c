/* pt-bpmn-load.c: BPMN files opened, and a new one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include <partitur/bpmn.h>

/* What else may stand at the root, and what to do about it. An asterisk ends a beginning. */
static const struct
{
  const char *namespace;
  const char *text;
} other_vocabularies[] = {
  { "http://schema.omg.org/spec/BPMN/2.0*",
    N_ ("it follows the beta of BPMN 2.0 of 2009; open it in "
        "the program it comes from and export it as BPMN 2.0") },
  { "http://www.omg.org/bpmn20*", N_ ("it follows a draft of BPMN 2.0; open it in the program it "
                                      "comes from and export it as BPMN 2.0") },
  { PT_NS_BPMN, N_ ("it begins with a part of a process; the first tag must be “definitions”") },
  { PT_NS_BPMNDI, N_ ("it begins with a part of a drawing; the first tag must be “definitions”") },
  { PT_NS_DI, N_ ("it begins with a part of a drawing; the first tag must be “definitions”") },
  { PT_NS_DC, N_ ("it begins with a part of a drawing; the first tag must be “definitions”") },
  { "http://www.omg.org/spec/BPMN/2*",
    N_ ("it follows another edition of BPMN than 2.0; open it in the "
        "program it comes from and export it as BPMN 2.0") },
  { "http://bpmn.org/*",
    N_ ("it follows BPMN 1; open it in the program it comes from and export it as "
        "BPMN 2.0") },
  { "http://stp.eclipse.org/bpmn*",
    N_ ("it follows BPMN 1, as the Eclipse modeler wrote it; export it "
        "as BPMN 2.0 from a newer program") },
  { "http://www.wfmc.org/*",
    N_ ("it is an XPDL file, another format for processes; export it as BPMN "
        "2.0 in the program it comes from") },
  { "http://docs.oasis-open.org/wsbpel/*", N_ ("it is a BPEL file, a program for a process engine "
                                               "without a drawing") },
  { "http://schemas.xmlsoap.org/ws/2003/03/business-process*",
    N_ ("it is a BPEL file, a program for a process engine without a drawing") },
  { "http://www.omg.org/spec/CMMN/*",
    N_ ("it is a CMMN file: a case, not a process; open the process that belongs to it, or this "
        "file in a program for cases") },
  { "https://www.omg.org/spec/DMN/*",
    N_ ("it is a DMN file: decision tables, not a process; open the process that uses them, or "
        "this file in a program for decisions") },
  { "http://www.omg.org/spec/DMN/*",
    N_ ("it is a DMN file: decision tables, not a process; open the process that uses them, or "
        "this file in a program for decisions") },
  { "http://www.omg.org/spec/BPSim/*", N_ ("it holds figures for simulation, not a process") },
  { "http://schema.omg.org/spec/XMI/*",
    N_ ("it is an XMI file of a UML program; export the process as "
        "BPMN 2.0 there") },
  { "http://www.w3.org/2000/svg", N_ ("it is an SVG picture; export the process as BPMN 2.0 in the "
                                      "program it comes from") },
  { "http://www.w3.org/1999/xhtml", N_ ("it is a web page") },
  { "http://www.w3.org/2001/XMLSchema", N_ ("it is an XML schema, which says how other files are "
                                            "built") },
  { "http://schemas.microsoft.com/visio/*",
    N_ ("it is a Visio drawing; export the process as BPMN 2.0 "
        "there") },
  { "urn:jbpm.org:jpdl*",
    N_ ("it is a jPDL file, a program for an old process engine; draw the process "
        "anew, or convert it to BPMN 2.0 with a tool of that engine") },
  { "http://graphml.graphdrawing.org/*",
    N_ ("it is a GraphML file: a drawing that does not say what is "
        "a task or an event") },
  { "urn:partitur:roles:*",
    N_ ("it is a roles file; open a process first, and choose the roles file "
        "there") },
};

static gboolean
matches (const char *pattern, const char *namespace)
{
  gsize length = strlen (pattern);

  if (g_str_has_suffix (pattern, "*"))
    return g_ascii_strncasecmp (namespace, pattern, length - 1) == 0;
  return g_ascii_strcasecmp (namespace, pattern) == 0;
}

/* Files of some drawing programs have no namespace but a root of their own. */
static const struct
{
  const char *root;
  const char *text;
} other_roots[] = {
  { "mxfile",
    N_ ("it is a drawing by diagrams.net, which does not say what is a task or an event") },
  { "mxGraphModel", N_ ("it is a drawing by diagrams.net, which does not say what is a task or an "
                        "event") },
  { "AML", N_ ("it is an ARIS file; export the process as BPMN 2.0 there") },
  { "Package", N_ ("it is an XPDL file, another format for processes; export it as BPMN 2.0 in the "
                   "program it comes from") },
};

/* Returns: (nullable): what the file is, as far as known */
static const char *
describe_other (const xmlNode *root)
{
  const char *namespace = root->ns ? (const char *)root->ns->href : NULL;

  for (gsize i = 0; namespace && i < G_N_ELEMENTS (other_vocabularies); i++)
    if (matches (other_vocabularies[i].namespace, namespace))
      return _ (other_vocabularies[i].text);
  for (gsize i = 0; !namespace && i < G_N_ELEMENTS (other_roots); i++)
    if (g_str_equal (other_roots[i].root, root->name))
      return _ (other_roots[i].text);
  return NULL;
}

static void
fail_vocabulary (GError **error, const char *name, const xmlNode *root)
{
  const char *known = describe_other (root);

  if (known)
    g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_VOCABULARY,
                 /* Translators: a file name, what the file is instead */
                 _ ("“%s” is not a BPMN 2.0 file: %s"), name, known);
  else if (root->ns && root->ns->href)
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
}

/* Takes @document; hands it on when it is BPMN. */
static PtDocument *
accept_bpmn (PtDocument *document, GError **error)
{
  g_autoptr (PtDocument) loaded = document;
  const xmlNode *root = loaded ? pt_document_get_root (loaded) : NULL;

  if (!loaded)
    return NULL;
  if (pt_xml_is (root, PT_NS_BPMN, "definitions"))
    return g_steal_pointer (&loaded);
  fail_vocabulary (error, pt_document_get_name (loaded), root);
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

gsize
pt_bpmn_file_ending (const char *name)
{
  static const char *const endings[] = { ".bpmn20.xml", ".bpmn2", ".bpmn" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return strlen (endings[i]);
  return 0;
}
