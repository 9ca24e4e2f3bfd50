/* test-inside.c: insides of sub-processes, on diagrams of their own and in place
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static PtDiagram *
own_diagram (Drawing *d, const char *id)
{
  return pt_element_get_diagram (element (d, id));
}

static void
assert_undone (Drawing *d)
{
  assert_valid (d);
  pt_document_undo (d->document);
  assert_false (pt_document_can_undo (d->document));
  assert_original (d);
  assert_consistent (d);
}

static void
assert_no_overlap (Drawing *d, const char *a, const char *b)
{
  if (pt_bounds_intersects (bounds_of (d, a), bounds_of (d, b)))
    fail_msg ("%s lies on %s", a, b);
}

/* --- a diagram of its own --- */

static void
content_moves_to_a_diagram_of_its_own (void **state)
{
  static const char *const content[] = { "Task_Count", "Task_Note", "Flow_K1" };
  Drawing d;
  PtBounds before;

  drawing_open (&d, "levels.bpmn");
  before = bounds_of (&d, "Task_Count");
  assert_true (pt_modeling_give_diagram (d.graph, "Sub_Check"));
  assert_non_null (own_diagram (&d, "Sub_Check"));
  for (guint i = 0; i < G_N_ELEMENTS (content); i++)
    assert_ptr_equal (element (&d, content[i])->figure->diagram, own_diagram (&d, "Sub_Check"));
  assert_false (element (&d, "Sub_Check")->figure->is_expanded);
  assert_bounds (bounds_of (&d, "Sub_Check"), 690, 160, 100, 80);
  assert_bounds (bounds_of (&d, "Task_Count"), before.x, before.y, before.width, before.height);
  assert_at (waypoint (&d, "Flow_C", 1), 690, 200);
  assert_false (pt_modeling_give_diagram (d.graph, "Sub_Check"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
there_and_back_again (void **state)
{
  Drawing d;

  drawing_open (&d, "levels.bpmn");
  assert_true (pt_modeling_give_diagram (d.graph, "Sub_Check"));
  assert_true (pt_modeling_expand (d.graph, "Sub_Check"));
  assert_null (own_diagram (&d, "Sub_Check"));
  assert_true (element (&d, "Sub_Check")->figure->is_expanded);
  assert_true (pt_bounds_contains (bounds_of (&d, "Sub_Check"), bounds_of (&d, "Task_Count")));
  assert_true (pt_bounds_contains (bounds_of (&d, "Sub_Check"), bounds_of (&d, "Task_Note")));
  assert_at (waypoint (&d, "Flow_K1", 0), bounds_of (&d, "Task_Count").x + 100,
             bounds_of (&d, "Task_Count").y + 40);
  assert_no_overlap (&d, "Sub_Check", "End_Order");
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

static void
content_that_is_drawn_nowhere_is_drawn (void **state)
{
  static const char *const text
      = "<definitions xmlns='" PT_NS_BPMN "' targetNamespace='urn:example'><process id='P'>"
        "<subProcess id='S'><task id='A'/><task id='B'/><sequenceFlow id='F' sourceRef='A'"
        " targetRef='B'/></subProcess></process><x:BPMNDiagram xmlns:x='" PT_NS_BPMNDI
        "' id='D'><x:BPMNPlane id='Pl' bpmnElement='P'><x:BPMNShape id='S_di' bpmnElement='S'"
        " isExpanded='false'><c:Bounds xmlns:c='" PT_NS_DC "' x='10' y='10' width='100'"
        " height='80'/></x:BPMNShape></x:BPMNPlane></x:BPMNDiagram></definitions>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  Drawing d;

  drawing_take (&d, pt_bpmn_load_bytes (bytes, "undrawn", NULL));
  assert_true (pt_modeling_give_diagram (d.graph, "S"));
  assert_ptr_equal (element (&d, "F")->figure->diagram, own_diagram (&d, "S"));
  assert_bounds (bounds_of (&d, "S"), 10, 10, 100, 80);
  assert_consistent (&d);
  assert_valid (&d);
  pt_document_undo (d.document);
  assert_original (&d);

  assert_true (pt_modeling_expand (d.graph, "S"));
  assert_ptr_equal (element (&d, "F")->figure->diagram, element (&d, "S")->figure->diagram);
  assert_true (pt_bounds_contains (bounds_of (&d, "S"), bounds_of (&d, "B")));
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

/* What stands in a diagram besides figures is not lost with it. */
static void
styles_and_what_others_put_there_come_along (void **state)
{
  static const char *const text
      = "<definitions xmlns='" PT_NS_BPMN "' xmlns:bd='" PT_NS_BPMNDI "' xmlns:dc='" PT_NS_DC
        "' xmlns:di='" PT_NS_DI "' xmlns:x='urn:x' targetNamespace='urn:example'>"
        "<process id='P'><subProcess id='S'><task id='A' name='a'/></subProcess></process>"
        "<bd:BPMNDiagram><bd:BPMNPlane bpmnElement='P'>"
        "<di:extension><x:first/></di:extension>"
        "<bd:BPMNShape bpmnElement='S' isExpanded='false'>"
        "<dc:Bounds x='10' y='10' width='100' height='80'/></bd:BPMNShape>"
        "</bd:BPMNPlane></bd:BPMNDiagram>"
        "<bd:BPMNDiagram><bd:BPMNPlane bpmnElement='S'>"
        "<di:extension><x:second/></di:extension>"
        "<bd:BPMNShape bpmnElement='A'><dc:Bounds x='0' y='0' width='100' height='80'/>"
        "<bd:BPMNLabel labelStyle='Large'/></bd:BPMNShape></bd:BPMNPlane>"
        "<bd:BPMNLabelStyle id='Large'><dc:Font size='20'/></bd:BPMNLabelStyle></bd:BPMNDiagram>"
        "</definitions>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text)), after = NULL;
  const char *saved;
  Drawing d;

  drawing_take (&d, pt_bpmn_load_bytes (bytes, "styles", NULL));
  assert_float_equal (element (&d, "A")->figure->font->size, 20, 0);
  assert_true (pt_modeling_expand (d.graph, "S"));
  assert_null (own_diagram (&d, "S"));
  assert_non_null (element (&d, "A")->figure->font);
  assert_float_equal (element (&d, "A")->figure->font->size, 20, 0);
  after = pt_document_to_bytes (d.document, NULL);
  saved = g_bytes_get_data (after, NULL);
  assert_non_null (g_strstr_len (saved, (gssize)g_bytes_get_size (after),
                                 "<x:first/><x:second/></di:extension>"));
  pt_document_undo (d.document);
  assert_original (&d);
  assert_consistent (&d);
  drawing_close (&d);
}

/* A style that another diagram names outlives the diagram it stands in; one that nobody names does
 * not. */
static void
styles_outlive_their_diagram (void **state)
{
#define ONE(process, task, style, styles)                                                          \
  "<bd:BPMNDiagram><bd:BPMNPlane bpmnElement='" process "'><bd:BPMNShape bpmnElement='" task "'>"  \
  "<dc:Bounds x='0' y='0' width='100' height='80'/><bd:BPMNLabel labelStyle='" style "'/>"         \
  "</bd:BPMNShape></bd:BPMNPlane>" styles "</bd:BPMNDiagram>"
  static const char *const text
      = "<definitions xmlns='" PT_NS_BPMN "' xmlns:bd='" PT_NS_BPMNDI "' xmlns:dc='" PT_NS_DC
        "' targetNamespace='urn:example'><process id='P'><task id='A' name='a'/></process>"
        "<process id='Q'><task id='B' name='b'/></process>" ONE (
            "P", "A", "Small",
            "<bd:BPMNLabelStyle id='Small'><dc:Font size='8'/></bd:BPMNLabelStyle>"
            "<bd:BPMNLabelStyle id='Large'><dc:Font size='20'/></bd:BPMNLabelStyle>")
            ONE ("Q", "B", "Large", "") "</definitions>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text)), after = NULL;
  Drawing d;

  drawing_take (&d, pt_bpmn_load_bytes (bytes, "styles", NULL));
  assert_float_equal (element (&d, "B")->figure->font->size, 20, 0);
  assert_true (pt_modeling_delete_diagram (d.graph, own_diagram (&d, "P")));
  assert_non_null (element (&d, "B")->figure->font);
  assert_float_equal (element (&d, "B")->figure->font->size, 20, 0);
  after = pt_document_to_bytes (d.document, NULL);
  assert_null (
      g_strstr_len (g_bytes_get_data (after, NULL), (gssize)g_bytes_get_size (after), "Small"));
  pt_document_undo (d.document);
  assert_original (&d);
  assert_consistent (&d);
  drawing_close (&d);
}

static void
a_new_sub_process_gets_an_empty_diagram (void **state)
{
  const PtNodeSpec sub = { .type = PT_BPMN_SUB_PROCESS, .collapsed = TRUE };
  const PtNodeSpec task = { .type = PT_BPMN_TASK };
  g_autofree char *id = NULL, *inside = NULL, *next = NULL;
  PtDiagram *inner;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_add (d.graph, diagram (&d), &sub, NULL, (PtPoint){ 400, 800 });
  assert_true (pt_modeling_give_diagram (d.graph, id));
  inner = own_diagram (&d, id);
  assert_int_equal (inner->elements->len, 0);
  /* put on its shape a task would not be seen */
  assert_null (pt_modeling_add (d.graph, diagram (&d), &task, id, (PtPoint){ 400, 800 }));
  inside = pt_modeling_add (d.graph, inner, &task, NULL, (PtPoint){ 100, 100 });
  assert_non_null (inside);
  assert_ptr_equal (element (&d, inside)->parent, element (&d, id));
  assert_ptr_equal (element (&d, inside)->figure->diagram, inner);
  next = pt_modeling_append (d.graph, inside, &task);
  assert_non_null (next);
  assert_ptr_equal (element (&d, next)->figure->diagram, inner);
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

static void
a_process_without_a_diagram_gets_one (void **state)
{
  static const char *const text
      = "<definitions xmlns='" PT_NS_BPMN "' targetNamespace='urn:example'>"
        "<process id='P'><task id='A'/></process><process id='Q'/></definitions>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  Drawing d;

  drawing_take (&d, pt_bpmn_load_bytes (bytes, "undrawn", NULL));
  assert_true (pt_modeling_give_diagram (d.graph, "P"));
  assert_true (pt_modeling_give_diagram (d.graph, "Q"));
  assert_ptr_equal (element (&d, "A")->figure->diagram, own_diagram (&d, "P"));
  assert_non_null (own_diagram (&d, "Q"));
  assert_false (pt_modeling_give_diagram (d.graph, "A"));
  assert_valid (&d);
  drawing_close (&d);
}

/* --- shut and opened in place --- */

static void
a_shut_sub_process_keeps_what_is_in_it (void **state)
{
  Drawing d;
  PtBounds inside;

  drawing_open (&d, "levels.bpmn");
  inside = bounds_of (&d, "Task_Note");
  assert_true (pt_modeling_collapse (d.graph, "Sub_Check"));
  assert_bounds (bounds_of (&d, "Sub_Check"), 690, 160, 100, 80);
  assert_true (element (&d, "Task_Note")->figure->is_hidden);
  assert_bounds (bounds_of (&d, "Task_Note"), inside.x, inside.y, inside.width, inside.height);
  assert_at (waypoint (&d, "Flow_D", 0), 790, 200);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
what_was_hidden_comes_back_where_it_went (void **state)
{
  const char *const ids[] = { "Sub_Check", NULL };
  Drawing d;

  drawing_open (&d, "levels.bpmn");
  pt_modeling_collapse (d.graph, "Sub_Check");
  assert_true (pt_modeling_move (d.graph, ids, 10, 20, NULL));
  assert_true (pt_modeling_expand (d.graph, "Sub_Check"));
  assert_false (element (&d, "Task_Note")->figure->is_hidden);
  assert_bounds (bounds_of (&d, "Task_Note"), 780, 180, 100, 80);
  assert_true (pt_bounds_contains (bounds_of (&d, "Sub_Check"), bounds_of (&d, "Task_Note")));
  assert_false (pt_modeling_expand (d.graph, "Sub_Check"));
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

/* Its neighbours give way, the pool and its boundary grow. */
static void
an_inside_shown_in_place_makes_room (void **state)
{
  Drawing d;
  double gap;

  drawing_open (&d, "levels.bpmn");
  gap = bounds_of (&d, "Call_Bill").x - 370;
  assert_true (pt_modeling_expand (d.graph, "Sub_Pack"));
  assert_null (own_diagram (&d, "Sub_Pack"));
  assert_ptr_equal (element (&d, "Task_Pick")->figure->diagram,
                    element (&d, "Sub_Pack")->figure->diagram);
  assert_true (pt_bounds_contains (bounds_of (&d, "Sub_Pack"), bounds_of (&d, "End_Pack")));
  assert_near (bounds_of (&d, "Call_Bill").x - bounds_of (&d, "Sub_Pack").x
                   - bounds_of (&d, "Sub_Pack").width,
               gap);
  assert_true (pt_bounds_contains (bounds_of (&d, "Pool_Shop"), bounds_of (&d, "End_Order")));
  assert_no_overlap (&d, "Pool_Shop", "Pool_Carrier");
  assert_near (bounds_of (&d, "Pool_Shop").width, bounds_of (&d, "Pool_Carrier").width);
  /* the one within keeps its own diagram */
  assert_non_null (own_diagram (&d, "Sub_Wrap"));
  assert_consistent (&d);
  assert_undone (&d);
  drawing_close (&d);
}

static void
a_message_from_within_ends_at_the_shape (void **state)
{
  Drawing d;
  g_autofree char *flow = NULL;
  PtElement *message;

  drawing_open (&d, "levels.bpmn");
  flow = pt_modeling_connect (d.graph, "Task_Note", "Pool_Carrier", NULL);
  assert_non_null (flow);
  assert_true (pt_modeling_give_diagram (d.graph, "Sub_Check"));
  message = element (&d, flow);
  assert_ptr_equal (message->figure->diagram, element (&d, "Sub_Check")->figure->diagram);
  assert_false (message->figure->is_hidden);
  assert_near (waypoint (&d, flow, 0).y, 240);
  assert_true (waypoint (&d, flow, 0).x >= 690 && waypoint (&d, flow, 0).x <= 790);
  assert_true (pt_modeling_expand (d.graph, "Sub_Check"));
  assert_near (waypoint (&d, flow, 0).y, bounds_of (&d, "Task_Note").y + 80);
  drawing_close (&d);
}

/* --- what goes, and what is copied --- */

static void
an_inside_goes_with_its_sub_process (void **state)
{
  const char *const ids[] = { "Sub_Pack", NULL };
  Drawing d;

  drawing_open (&d, "levels.bpmn");
  assert_true (pt_modeling_delete (d.graph, ids));
  assert_int_equal (pt_process_graph_get_diagrams (d.graph)->len, 4);
  assert_null (element (&d, "Task_Fold"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
what_is_drawn_twice_goes_twice (void **state)
{
  const char *const ids[] = { "Task_Write", NULL };
  Drawing d;

  drawing_open (&d, "levels.bpmn");
  assert_true (pt_modeling_delete (d.graph, ids));
  assert_int_equal (own_diagram (&d, "Process_Bill")->elements->len, 0);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_drawing_is_changed_where_one_works (void **state)
{
  const char *const ids[] = { "Task_Write", NULL };
  Drawing d;
  GPtrArray *diagrams;

  drawing_open (&d, "levels.bpmn");
  diagrams = pt_process_graph_get_diagrams (d.graph);
  pt_process_graph_set_shown (d.graph, g_ptr_array_index (diagrams, 5));
  assert_true (pt_modeling_move (d.graph, ids, 7, 0, NULL));
  assert_bounds (bounds_of (&d, "Task_Write"), 307, 300, 100, 80);
  pt_process_graph_set_shown (d.graph, g_ptr_array_index (diagrams, 4));
  assert_bounds (bounds_of (&d, "Task_Write"), 100, 100, 100, 80);
  drawing_close (&d);
}

/* Two drawings of one process: an edit on one of them leaves no flow hanging on the other. */
static const char *const twice
    = "<definitions xmlns='" PT_NS_BPMN "' xmlns:i='" PT_NS_BPMNDI "' xmlns:c='" PT_NS_DC
      "' xmlns:d='" PT_NS_DI "' targetNamespace='urn:example'><process id='P'>"
      "<task id='A'/><task id='B'/><task id='C'/>"
      "<sequenceFlow id='F' sourceRef='A' targetRef='B'/></process>"
      "<i:BPMNDiagram id='D1'><i:BPMNPlane id='P1' bpmnElement='P'>%s</i:BPMNPlane></i:BPMNDiagram>"
      "<i:BPMNDiagram id='D2'><i:BPMNPlane id='P2' bpmnElement='P'>%s</i:BPMNPlane></i:BPMNDiagram>"
      "</definitions>";

static char *
drawn_from (const char *prefix, double y)
{
  return g_strdup_printf (
      "<i:BPMNShape id='%sA' bpmnElement='A'><c:Bounds x='0' y='%g' width='100' height='80'/>"
      "</i:BPMNShape><i:BPMNShape id='%sB' bpmnElement='B'><c:Bounds x='300' y='%g' width='100'"
      " height='80'/></i:BPMNShape><i:BPMNShape id='%sC' bpmnElement='C'><c:Bounds x='600' y='%g'"
      " width='100' height='80'/></i:BPMNShape><i:BPMNEdge id='%sF' bpmnElement='F'>"
      "<d:waypoint x='100' y='%g'/><d:waypoint x='300' y='%g'/></i:BPMNEdge>",
      prefix, y, prefix, y, prefix, y, prefix, y + 40, y + 40);
}

static void
open_twice (Drawing *d)
{
  g_autofree char *first = drawn_from ("x", 0), *second = drawn_from ("y", 500);
  g_autofree char *text = g_strdup_printf (twice, first, second);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  drawing_take (d, pt_bpmn_load_bytes (bytes, "twice", NULL));
}

static void
a_flow_drawn_twice_gets_its_other_end_twice (void **state)
{
  g_autoptr (GPtrArray) figures = NULL;
  const PtDiagramElement *other;
  Drawing d;

  open_twice (&d);
  assert_true (pt_modeling_reconnect (d.graph, "F", NULL, "C"));
  figures = pt_element_figures (element (&d, "F"));
  assert_int_equal (figures->len, 2);
  other = g_ptr_array_index (figures, 1);
  assert_at (other->waypoints[other->n_waypoints - 1], 600, 540);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_flow_to_what_is_drawn_once_is_drawn_once (void **state)
{
  const PtNodeSpec task = { .type = PT_BPMN_TASK };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  Drawing d;

  open_twice (&d);
  id = pt_modeling_add (d.graph, diagram (&d), &task, "F", (PtPoint){ 200, 40 });
  figures = pt_element_figures (element (&d, "F"));
  assert_int_equal (figures->len, 1);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
an_inside_is_copied_along (void **state)
{
  const char *const ids[] = { "Sub_Pack", NULL };
  g_autofree char *text = NULL;
  g_auto (GStrv) pasted = NULL;
  Drawing d;
  PtDiagram *inner;

  drawing_open (&d, "levels.bpmn");
  text = pt_modeling_copy (d.graph, ids);
  pasted = pt_modeling_paste (d.graph, pt_process_graph_first_diagram (d.graph), text,
                              (PtPoint){ 320, 290 });
  assert_non_null (pasted);
  assert_int_equal (g_strv_length (pasted), 1);
  inner = own_diagram (&d, pasted[0]);
  assert_non_null (inner);
  assert_int_equal (inner->elements->len, 7);
  assert_int_equal (pt_process_graph_get_diagrams (d.graph)->len, 8);
  for (guint i = 0; i < inner->elements->len; i++)
    assert_true (pt_element_is_within (((PtDiagramElement *)inner->elements->pdata[i])->element,
                                       element (&d, pasted[0])));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
what_is_no_sub_process_any_more_has_no_diagram (void **state)
{
  const PtNodeSpec sub = { .type = PT_BPMN_SUB_PROCESS, .collapsed = TRUE };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_add (d.graph, diagram (&d), &sub, NULL, (PtPoint){ 400, 800 });
  pt_modeling_give_diagram (d.graph, id);
  assert_int_equal (pt_process_graph_get_diagrams (d.graph)->len, 2);
  assert_true (pt_modeling_replace (d.graph, id, PT_BPMN_TRANSACTION, PT_BPMN_NONE));
  assert_int_equal (pt_process_graph_get_diagrams (d.graph)->len, 2);
  assert_true (pt_modeling_replace (d.graph, id, PT_BPMN_TASK, PT_BPMN_NONE));
  assert_int_equal (pt_process_graph_get_diagrams (d.graph)->len, 1);
  assert_consistent (&d);
  drawing_close (&d);
}

/* --- whole diagrams --- */

static void
a_process_is_added_with_its_diagram (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "levels.bpmn");
  id = pt_modeling_add_process (d.graph, "Returns");
  assert_non_null (own_diagram (&d, id));
  assert_string_equal (element (&d, id)->name, "Returns");
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_diagram_is_renamed_as_what_it_shows (void **state)
{
  g_autofree char *title = NULL;
  Drawing d;

  drawing_open (&d, "levels.bpmn");
  assert_true (pt_modeling_rename_diagram (d.graph, own_diagram (&d, "Sub_Pack"), "Stow"));
  assert_string_equal (element (&d, "Sub_Pack")->name, "Stow");
  pt_document_undo (d.document);
  assert_true (pt_modeling_rename_diagram (d.graph, own_diagram (&d, "Process_Bill"), "Bills"));
  title = pt_diagram_title (own_diagram (&d, "Process_Bill"));
  assert_string_equal (title, "Bills");
  assert_string_equal (element (&d, "Process_Bill")->name, "Billing");
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_diagram_goes_with_what_only_it_shows (void **state)
{
  Drawing d;

  drawing_open (&d, "levels.bpmn");
  assert_false (pt_modeling_delete_diagram (d.graph, own_diagram (&d, "Sub_Pack")));
  /* one of two drawings of a process */
  assert_true (pt_modeling_delete_diagram (d.graph, own_diagram (&d, "Process_Bill")));
  assert_non_null (element (&d, "Process_Bill"));
  assert_one_step (&d);
  /* the pools with their processes and all insides; what has its own diagram stays */
  assert_true (pt_modeling_delete_diagram (d.graph, own_diagram (&d, "Works")));
  assert_null (element (&d, "Process_Order"));
  assert_null (element (&d, "Task_Tape"));
  assert_non_null (element (&d, "Process_Carry"));
  assert_int_equal (pt_process_graph_get_diagrams (d.graph)->len, 3);
  assert_one_step (&d);
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (content_moves_to_a_diagram_of_its_own),
    cmocka_unit_test (there_and_back_again),
    cmocka_unit_test (content_that_is_drawn_nowhere_is_drawn),
    cmocka_unit_test (styles_and_what_others_put_there_come_along),
    cmocka_unit_test (styles_outlive_their_diagram),
    cmocka_unit_test (a_new_sub_process_gets_an_empty_diagram),
    cmocka_unit_test (a_process_without_a_diagram_gets_one),
    cmocka_unit_test (a_shut_sub_process_keeps_what_is_in_it),
    cmocka_unit_test (what_was_hidden_comes_back_where_it_went),
    cmocka_unit_test (an_inside_shown_in_place_makes_room),
    cmocka_unit_test (a_message_from_within_ends_at_the_shape),
    cmocka_unit_test (an_inside_goes_with_its_sub_process),
    cmocka_unit_test (what_is_drawn_twice_goes_twice),
    cmocka_unit_test (a_drawing_is_changed_where_one_works),
    cmocka_unit_test (a_flow_drawn_twice_gets_its_other_end_twice),
    cmocka_unit_test (a_flow_to_what_is_drawn_once_is_drawn_once),
    cmocka_unit_test (an_inside_is_copied_along),
    cmocka_unit_test (what_is_no_sub_process_any_more_has_no_diagram),
    cmocka_unit_test (a_process_is_added_with_its_diagram),
    cmocka_unit_test (a_diagram_is_renamed_as_what_it_shows),
    cmocka_unit_test (a_diagram_goes_with_what_only_it_shows),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
