/* test-diagram.c: a drawing for files that have none
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static const char *const logical
    = "<definitions xmlns='" PT_NS_BPMN "' targetNamespace='urn:example'>"
      "<process id='P'><startEvent id='S'/><subProcess id='Sub'><task id='In'/></subProcess>"
      "<subProcess id='Shut'/><endEvent id='E'/>"
      "<sequenceFlow id='F1' sourceRef='S' targetRef='Sub'/>"
      "<sequenceFlow id='F2' sourceRef='Sub' targetRef='Shut'/>"
      "<sequenceFlow id='F3' sourceRef='Shut' targetRef='E'/></process>"
      "<process id='Q'><task id='Other'/></process>%s</definitions>";

static void
open_logical (Drawing *d, const char *rest)
{
  g_autofree char *text = g_strdup_printf (logical, rest);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  drawing_take (d, pt_bpmn_load_bytes (bytes, "logical", NULL));
}

static void
a_file_without_a_diagram_gets_one_per_process (void **state)
{
  Drawing d;

  open_logical (&d, "");
  assert_true (pt_modeling_make_diagram (d.graph));
  assert_int_equal (pt_process_graph_get_diagrams (d.graph)->len, 2);
  assert_true (element (&d, "Sub")->figure->is_expanded);
  assert_false (element (&d, "Shut")->figure->is_expanded);
  assert_true (pt_bounds_contains (bounds_of (&d, "Sub"), bounds_of (&d, "In")));
  assert_false (pt_modeling_make_diagram (d.graph));
  assert_consistent (&d);
  assert_valid (&d);
  pt_document_undo (d.document);
  assert_original (&d);
  drawing_close (&d);
}

static void
an_empty_diagram_is_filled (void **state)
{
  Drawing d;

  open_logical (&d, "<di:BPMNDiagram xmlns:di='" PT_NS_BPMNDI "' id='D' name='Overview'>"
                    "<di:BPMNPlane id='Plane' bpmnElement='P'/></di:BPMNDiagram>");
  assert_true (pt_modeling_make_diagram (d.graph));
  assert_string_equal (diagram (&d)->name, "Overview");
  assert_ptr_equal (element (&d, "S")->figure->diagram, diagram (&d));
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

static void
a_drawn_file_is_left_alone (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_false (pt_modeling_make_diagram (d.graph));
  assert_original (&d);
  drawing_close (&d);
}

static void
nothing_to_draw_makes_no_diagram (void **state)
{
  const char *text = "<definitions xmlns='" PT_NS_BPMN "' targetNamespace='urn:example'/>";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  Drawing d;

  drawing_take (&d, pt_bpmn_load_bytes (bytes, "empty", NULL));
  assert_false (pt_modeling_make_diagram (d.graph));
  assert_false (pt_document_can_undo (d.document));
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_file_without_a_diagram_gets_one_per_process),
    cmocka_unit_test (an_empty_diagram_is_filled),
    cmocka_unit_test (a_drawn_file_is_left_alone),
    cmocka_unit_test (nothing_to_draw_makes_no_diagram),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
