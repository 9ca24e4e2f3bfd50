/* test-load.c: which files are BPMN, and the new one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <libxml/xmlschemas.h>

#include <partitur/bpmn.h>

/* The schemas shipped with the program; asking for them by name links them in. */
GResource *pt_schemas_get_resource (void);

static PtDocument *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return pt_bpmn_load_bytes (bytes, "order.bpmn", error);
}

static void
assert_refused (const char *text, int code, const char *said)
{
  g_autoptr (GError) error = NULL;

  assert_null (load (text, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, code));
  if (!strstr (error->message, said))
    fail_msg ("“%s” does not say “%s”", error->message, said);
}

static void
other_vocabularies_are_refused_by_name (void **state)
{
  assert_refused ("<definitions/>", PT_DOCUMENT_ERROR_VOCABULARY, "without a namespace");
  assert_refused ("<other xmlns='urn:x'/>", PT_DOCUMENT_ERROR_VOCABULARY, "“other” of “urn:x”");
  assert_refused ("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'/>",
                  PT_DOCUMENT_ERROR_VOCABULARY, "order.bpmn");
  assert_refused ("<process xmlns='" PT_NS_BPMN "'/>", PT_DOCUMENT_ERROR_VOCABULARY, "process");
  assert_refused ("<definitions xmlns='" PT_NS_BPMN "'>", PT_DOCUMENT_ERROR_SYNTAX, "");
}

/* Each with a root of its kind, and what the message calls it. */
static const struct
{
  const char *text, *called;
} strangers[] = {
  { "<x:html xmlns:x='http://www.w3.org/1999/xhtml'/>", "web page" },
  { "<definitions xmlns='http://schema.omg.org/spec/BPMN/2.0'/>", "beta of BPMN 2.0" },
  { "<definitions xmlns='http://www.omg.org/bpmn20'/>", "draft of BPMN 2.0" },
  { "<definitions xmlns='http://www.omg.org/spec/BPMN/20200101/MODEL'/>", "another edition" },
  { "<task xmlns='" PT_NS_BPMN "'/>", "part of a process" },
  { "<BPMNPlane xmlns='" PT_NS_BPMNDI "'/>", "part of a drawing" },
  { "<bpmn:BpmnDiagram xmlns:bpmn='http://stp.eclipse.org/bpmn'/>", "BPMN 1" },
  { "<Package xmlns='http://www.wfmc.org/2008/XPDL2.1'/>", "XPDL" },
  { "<Package/>", "XPDL" },
  { "<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'/>", "CMMN" },
  { "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'/>", "DMN" },
  { "<process xmlns='http://docs.oasis-open.org/wsbpel/2.0/process/executable'/>", "BPEL" },
  { "<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG" },
  { "<mxfile/>", "diagrams.net" },
  { "<AML/>", "ARIS file; export" },
  { "<process-definition xmlns='urn:jbpm.org:jpdl-3.2'/>", "jPDL file" },
  { "<organisation xmlns='urn:partitur:roles:1'/>", "roles file" },
};

static void
strangers_are_called_by_name (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    assert_refused (strangers[i].text, PT_DOCUMENT_ERROR_VOCABULARY, strangers[i].called);
}

static void
any_prefix_is_accepted (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document
      = load ("<é:definitions xmlns:é='" PT_NS_BPMN "'><é:process id='p'/></é:definitions>",
              &error);
  g_autoptr (PtProcessGraph) graph = document ? pt_process_graph_new (document) : NULL;

  assert_null (error);
  assert_int_equal (pt_process_graph_get (graph, "p")->type, PT_BPMN_PROCESS);
}

static void
a_missing_file_is_an_error (void **state)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/order.bpmn");
  g_autoptr (GError) error = NULL;

  assert_null (pt_bpmn_load (file, NULL, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_READ));
}

static xmlParserInput *
open_schema (const char *url, const char *id, xmlParserCtxt *context)
{
  g_autofree char *name = g_path_get_basename (url);
  g_autofree char *path = g_strconcat ("/org/partitur/schemas/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (pt_schemas_get_resource (), path, 0, NULL);
  xmlParserInputBuffer *buffer;

  assert_non_null (bytes);
  buffer = xmlParserInputBufferCreateMem (g_bytes_get_data (bytes, NULL),
                                          (int)g_bytes_get_size (bytes), XML_CHAR_ENCODING_NONE);
  return xmlNewIOInputStream (context, buffer, XML_CHAR_ENCODING_NONE);
}

static void
the_new_document_is_valid (void **state)
{
  xmlExternalEntityLoader loader = xmlGetExternalEntityLoader ();
  g_autoptr (PtDocument) document = pt_bpmn_new ();

  xmlSetExternalEntityLoader (open_schema);
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt ("BPMN20.xsd");
  xmlSchema *schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (schema);

  assert_non_null (schema);
  assert_int_equal (xmlSchemaValidateDoc (validator, pt_document_get_root (document)->doc), 0);
  xmlSchemaFreeValidCtxt (validator);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
  xmlSetExternalEntityLoader (loader);
}

static void
the_new_document_has_one_process_and_its_diagram (void **state)
{
  g_autoptr (PtDocument) document = pt_bpmn_new ();
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  const PtDiagram *diagram = g_ptr_array_index (diagrams, 0);
  g_autofree char *executable = NULL;

  assert_false (pt_document_get_modified (document));
  assert_int_equal (diagrams->len, 1);
  assert_int_equal (diagram->element->type, PT_BPMN_PROCESS);
  assert_int_equal (diagram->elements->len, 0);
  executable = pt_xml_attribute (diagram->element->node, "isExecutable");
  assert_string_equal (executable, "false");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (other_vocabularies_are_refused_by_name),
    cmocka_unit_test (strangers_are_called_by_name),
    cmocka_unit_test (any_prefix_is_accepted),
    cmocka_unit_test (a_missing_file_is_an_error),
    cmocka_unit_test (the_new_document_is_valid),
    cmocka_unit_test (the_new_document_has_one_process_and_its_diagram),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
