/* test-validate.c: emitted files against the schemas, and their references
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compiler-test.h"

#define HEAD                                                                                       \
  "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "                            \
  "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:o=\"urn:other\" "               \
  "targetNamespace=\"urn:test\">\n"
#define TAIL "\n</definitions>"

static PtDiagnostics *
validate (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  PtDiagnostics *diagnostics = pt_diagnostics_new (NULL);

  pt_validate_bpmn (bytes, diagnostics);
  return diagnostics;
}

static void
test_valid (void **state)
{
  g_autoptr (PtDiagnostics) found = validate (
      HEAD "<process id=\"p\"><startEvent id=\"s\"><outgoing>f</outgoing></startEvent>"
           "<endEvent id=\"e\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/>"
           "</process>" TAIL);

  assert_int_equal (pt_diagnostics_get_length (found), 0);
}

static void
test_breaks_the_schema (void **state)
{
  g_autoptr (PtDiagnostics) found = validate (
      HEAD "<process id=\"p\">\n<startEvent id=\"s\"/>\n<documentation>late</documentation>"
           "</process>" TAIL);
  const PtDiagnostic *finding = find_code (found, "E01");
  g_autofree char *message = pt_diagnostic_message (finding);

  assert_int_equal (count_code (found, "E01"), 1);
  assert_int_equal (finding->line, 4);
  assert_non_null (strstr (message, "'documentation'"));
  assert_null (strstr (message, "http://"));
}

static void
test_is_no_xml (void **state)
{
  g_autoptr (PtDiagnostics) found = validate ("<definitions");

  assert_int_equal (count_code (found, "E01"), 1);
}

static void
test_duplicate_id (void **state)
{
  g_autoptr (PtDiagnostics) found
      = validate (HEAD "<process id=\"p\"><startEvent id=\"p\"/></process>" TAIL);

  assert_int_equal (count_code (found, "E01"), 1);
}

static void
test_dangling (void **state)
{
  g_autoptr (PtDiagnostics) found = validate (
      HEAD "<process id=\"p\"><startEvent id=\"s\"><outgoing>f</outgoing></startEvent>\n"
           "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"gone\"/></process>" TAIL);

  assert_int_equal (count_code (found, "E01"), 0);
  assert_int_equal (count_code (found, "E02"), 1);
  assert_int_equal (find_code (found, "E02")->line, 3);
  assert_string_equal (find_code (found, "E02")->args[0], "gone");
}

/* What another file defines, by prefix or by nature, cannot be looked up here. */
static void
test_outside (void **state)
{
  g_autoptr (PtDiagnostics) found = validate (
      HEAD "<itemDefinition id=\"i\" structureRef=\"o:Order\"/>"
           "<message id=\"m\" itemRef=\"o:Item\"/>"
           "<process id=\"p\"><callActivity id=\"c\" calledElement=\"elsewhere\"/></process>" TAIL);

  assert_int_equal (pt_diagnostics_get_length (found), 0);
}

/* Every reference of the diagram is one too. */
static void
test_diagram (void **state)
{
  g_autoptr (PtDiagnostics) found = validate (
      HEAD
      "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement=\"nothing\"/></bpmndi:BPMNDiagram>" TAIL);

  assert_int_equal (count_code (found, "E02"), 1);
}

static gpointer
validate_in_thread (gpointer data)
{
  g_autoptr (PtDiagnostics) found = validate (HEAD "<process id=\"p\"/>" TAIL);

  return GUINT_TO_POINTER (pt_diagnostics_get_length (found));
}

static void
test_threads (void **state)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("validate", validate_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    assert_ptr_equal (g_thread_join (threads[i]), NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_threads),           cmocka_unit_test (test_valid),
    cmocka_unit_test (test_breaks_the_schema), cmocka_unit_test (test_is_no_xml),
    cmocka_unit_test (test_duplicate_id),      cmocka_unit_test (test_dangling),
    cmocka_unit_test (test_outside),           cmocka_unit_test (test_diagram),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
