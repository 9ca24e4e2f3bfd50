/* test-diagrams.c: several diagrams in a file: what shows the inside of what
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <partitur/bpmn.h>
#include <string.h>
#include <time.h>

static PtProcessGraph *
open_levels (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_FIXTURES"), "modeling", "levels.bpmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);

  assert_non_null (document);
  return pt_process_graph_new (document);
}

static PtProcessGraph *
open_text (const char *model, const char *diagrams)
{
  g_autofree char *text = g_strconcat ("<definitions xmlns='" PT_NS_BPMN "' xmlns:di='" PT_NS_BPMNDI
                                       "' xmlns:dc='" PT_NS_DC "' xmlns:d='" PT_NS_DI
                                       "' targetNamespace='urn:example'>",
                                       model, diagrams, "</definitions>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (bytes, "text", NULL);

  assert_non_null (document);
  return pt_process_graph_new (document);
}

static PtDiagram *
diagram_called (PtProcessGraph *graph, const char *id)
{
  GPtrArray *all = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < all->len; i++)
    if (strcmp (((PtDiagram *)g_ptr_array_index (all, i))->id, id) == 0)
      return g_ptr_array_index (all, i);
  fail_msg ("there is no diagram %s", id);
  return NULL;
}

static void
assert_leads (PtProcessGraph *graph, const char *id, const char *diagram_id)
{
  PtDiagram *found = pt_figure_inside_diagram (pt_process_graph_get (graph, id)->figure);

  if (found == NULL || strcmp (found->id, diagram_id) != 0)
    fail_msg ("%s leads to %s", id, found != NULL ? found->id : "nothing");
}

static void
sub_processes_calls_and_empty_pools_lead_inside (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_levels ();

  assert_leads (graph, "Sub_Pack", "Diagram_Pack");
  assert_leads (graph, "Sub_Wrap", "Diagram_Wrap");
  assert_leads (graph, "Call_Bill", "Diagram_Bill");
  assert_leads (graph, "Pool_Carrier", "Diagram_Carry");
  assert_null (pt_figure_inside_diagram (pt_process_graph_get (graph, "Pool_Shop")->figure));
  assert_null (pt_figure_inside_element (pt_process_graph_get (graph, "Task_Pick")->figure));
}

static void
a_path_leads_from_the_outermost_diagram_down (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_levels ();
  g_autoptr (GPtrArray) path = pt_diagram_path (diagram_called (graph, "Diagram_Wrap"));
  g_autoptr (GPtrArray) called = pt_diagram_path (diagram_called (graph, "Diagram_Bill"));

  assert_int_equal (path->len, 3);
  assert_ptr_equal (path->pdata[0], diagram_called (graph, "Diagram_Works"));
  assert_ptr_equal (path->pdata[1], diagram_called (graph, "Diagram_Pack"));
  assert_ptr_equal (path->pdata[2], diagram_called (graph, "Diagram_Wrap"));
  assert_int_equal (called->len, 1);
}

static void
one_begins_with_what_is_no_inside (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_levels ();

  assert_ptr_equal (pt_process_graph_first_diagram (graph),
                    diagram_called (graph, "Diagram_Works"));
}

static void
assert_title (PtProcessGraph *graph, const char *id, const char *title)
{
  g_autofree char *found = pt_diagram_title (diagram_called (graph, id));

  assert_string_equal (found, title);
}

static void
diagrams_are_called_by_what_they_show (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_levels ();

  assert_title (graph, "Diagram_Works", "The works");
  assert_title (graph, "Diagram_Pack", "Pack goods");
  assert_title (graph, "Diagram_Bill", "Billing");
  assert_title (graph, "Diagram_Bill_Again", "Billing, once more");
  pt_document_begin (pt_process_graph_get_document (graph), "Unname");
  pt_document_set_attribute (pt_process_graph_get_document (graph),
                             diagram_called (graph, "Diagram_Works")->node, NULL, "name", NULL);
  pt_document_commit (pt_process_graph_get_document (graph));
  assert_title (graph, "Diagram_Works", "Shop, Carrier");
}

static void
a_figure_is_the_one_that_is_worked_on (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_levels ();
  PtElement *task = pt_process_graph_get (graph, "Task_Write");
  g_autoptr (GPtrArray) figures = pt_element_figures (task);

  assert_int_equal (figures->len, 2);
  assert_string_equal (task->figure->id, "Task_Write_di");
  pt_process_graph_set_shown (graph, diagram_called (graph, "Diagram_Bill_Again"));
  assert_string_equal (task->figure->id, "Task_Write_again");
  assert_string_equal (pt_element_first_figure (task)->id, "Task_Write_di");
  pt_process_graph_set_shown (graph, NULL);
  assert_string_equal (task->figure->id, "Task_Write_di");
}

static void
a_shown_diagram_that_goes_is_shown_no_more (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_levels ();
  PtDocument *document = pt_process_graph_get_document (graph);
  PtDiagram *shown = diagram_called (graph, "Diagram_Bill_Again");

  pt_process_graph_set_shown (graph, shown);
  pt_document_begin (document, "Remove");
  pt_document_remove (document, shown->node);
  pt_document_commit (document);
  assert_null (pt_process_graph_get_shown (graph));
  assert_string_equal (pt_process_graph_get (graph, "Task_Write")->figure->id, "Task_Write_di");
}

static const char *const shut_model
    = "<collaboration id='C'><participant id='A' processRef='P'/><participant id='B'/>"
      "<messageFlow id='M' sourceRef='In' targetRef='B'/></collaboration>"
      "<process id='P'><subProcess id='S'><task id='In'/><boundaryEvent id='Ev' "
      "attachedToRef='In'/>"
      "</subProcess><task id='Out'/></process>";
static const char *const shut_drawing
    = "<di:BPMNDiagram id='D'><di:BPMNPlane bpmnElement='C'>"
      "<di:BPMNShape id='S_di' bpmnElement='S' isExpanded='false'><dc:Bounds x='0' y='0' "
      "width='100'"
      " height='80'/></di:BPMNShape>"
      "<di:BPMNShape bpmnElement='In'><dc:Bounds x='500' y='0' width='9' "
      "height='9'/></di:BPMNShape>"
      "<di:BPMNShape bpmnElement='Ev'><dc:Bounds x='500' y='0' width='9' "
      "height='9'/></di:BPMNShape>"
      "<di:BPMNShape bpmnElement='Out'><dc:Bounds x='0' y='200' width='9' height='9'/>"
      "</di:BPMNShape><di:BPMNShape bpmnElement='B'><dc:Bounds x='0' y='300' width='99'"
      " height='60'/></di:BPMNShape>"
      "<di:BPMNEdge bpmnElement='M'><d:waypoint x='500' y='5'/><d:waypoint x='50' y='300'/>"
      "</di:BPMNEdge></di:BPMNPlane></di:BPMNDiagram>";

static void
what_lies_in_a_shut_sub_process_is_hidden (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_text (shut_model, shut_drawing);
  PtDocument *document = pt_process_graph_get_document (graph);
  xmlNode *frame = pt_process_graph_get (graph, "S")->figure->node;
  static const char *const hidden[] = { "In", "Ev", "M" }, *const seen[] = { "S", "Out", "B" };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    assert_true (pt_process_graph_get (graph, hidden[i])->figure->is_hidden);
  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    assert_false (pt_process_graph_get (graph, seen[i])->figure->is_hidden);
  assert_true (pt_diagram_bounds (diagram_called (graph, "D")).width < 200);

  pt_document_begin (document, "Open");
  pt_document_set_attribute (document, frame, NULL, "isExpanded", "true");
  pt_document_commit (document);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    assert_false (pt_process_graph_get (graph, hidden[i])->figure->is_hidden);
}

/* One that does not say whether it is open shows what is drawn in it. */
static void
content_opens_what_leaves_it_open (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_text (
      "<process id='P'><subProcess id='S'><task id='In'/></subProcess></process>",
      "<di:BPMNDiagram id='D'><di:BPMNPlane bpmnElement='P'><di:BPMNShape bpmnElement='S'/>"
      "<di:BPMNShape bpmnElement='In'/></di:BPMNPlane></di:BPMNDiagram>");

  assert_false (pt_process_graph_get (graph, "In")->figure->is_hidden);
}

/* A drawing that does not say what it shows can still be worked on. */
static void
a_plane_adrift_shows_what_holds_its_shapes (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_text (
      "<process id='P'><subProcess id='S'><task id='A'/></subProcess></process>",
      "<di:BPMNDiagram id='D'><di:BPMNPlane bpmnElement='Gone'><di:BPMNShape bpmnElement='A'/>"
      "</di:BPMNPlane></di:BPMNDiagram>");
  PtDocument *document = pt_process_graph_get_document (graph);

  assert_ptr_equal (diagram_called (graph, "D")->element, pt_process_graph_get (graph, "S"));
  pt_document_begin (document, "Name");
  pt_document_set_attribute (document, diagram_called (graph, "D")->plane, NULL, "bpmnElement",
                             "P");
  pt_document_commit (document);
  assert_ptr_equal (diagram_called (graph, "D")->element, pt_process_graph_get (graph, "P"));
}

static void
a_diagram_of_nothing_has_a_title (void **state)
{
  g_autoptr (PtProcessGraph) graph
      = open_text ("<process id='P'/>", "<di:BPMNDiagram id='D'><di:BPMNPlane bpmnElement='Gone'/>"
                                        "</di:BPMNDiagram><di:BPMNDiagram/>");
  g_autofree char *title = pt_diagram_title (diagram_called (graph, "D"));

  assert_string_equal (title, "Diagram “D”");
  assert_null (pt_diagram_outside_figure (diagram_called (graph, "D")));
}

static void
processes_of_which_nothing_is_drawn_are_known (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_text (
      "<process id='P'><task id='A'/></process><process id='Q'><task id='B'/></process>"
      "<process id='R'/>",
      "<di:BPMNDiagram id='D'><di:BPMNPlane bpmnElement='P'><di:BPMNShape bpmnElement='A'/>"
      "</di:BPMNPlane></di:BPMNDiagram>");
  g_autoptr (GPtrArray) undrawn = pt_process_graph_undrawn (graph);

  assert_int_equal (undrawn->len, 1);
  assert_ptr_equal (undrawn->pdata[0], pt_process_graph_get (graph, "Q"));
}

static void
diagrams_are_listed_before_what_is_in_them (void **state)
{
  static const char *const ids[] = { "Diagram_Works", "Diagram_Pack", "Diagram_Wrap",
                                     "Diagram_Carry", "Diagram_Bill", "Diagram_Bill_Again" };
  g_autoptr (PtProcessGraph) graph = open_levels ();
  g_autoptr (GPtrArray) list = pt_process_graph_diagrams_by_depth (graph);

  assert_int_equal (list->len, G_N_ELEMENTS (ids));
  for (guint i = 0; i < list->len; i++)
    assert_string_equal (((PtDiagram *)list->pdata[i])->id, ids[i]);
}

/* Drawn within each other, which no tool should do: the way up ends. */
static void
insides_in_a_circle_have_a_path (void **state)
{
  g_autoptr (PtProcessGraph) graph = open_text (
      "<process id='P'><subProcess id='A'/><subProcess id='B'/></process>",
      "<di:BPMNDiagram id='DA'><di:BPMNPlane bpmnElement='A'><di:BPMNShape bpmnElement='B'/>"
      "</di:BPMNPlane></di:BPMNDiagram>"
      "<di:BPMNDiagram id='DB'><di:BPMNPlane bpmnElement='B'><di:BPMNShape bpmnElement='A'/>"
      "</di:BPMNPlane></di:BPMNDiagram>");
  g_autoptr (GPtrArray) path = pt_diagram_path (diagram_called (graph, "DA"));

  assert_int_equal (path->len, 2);
  assert_non_null (pt_process_graph_first_diagram (graph));
}

/* Each is drawn in the one in front of it, too many for a call for each or a look at all for each. */
static void
a_long_chain_of_insides_is_listed (void **state)
{
  const guint n = 30000;
  clock_t start = clock (), read;
  g_autoptr (GString) model = g_string_new ("<process id='P'>"), diagrams = g_string_new (NULL);
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (GPtrArray) list = NULL, path = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (model, "<subProcess id='S%u'/>", i);
      g_string_append_printf (diagrams,
                              "<di:BPMNDiagram><di:BPMNPlane bpmnElement='S%u'>"
                              "<di:BPMNShape bpmnElement='S%u'/></di:BPMNPlane></di:BPMNDiagram>",
                              n - 1 - i, n - i);
    }
  g_string_append (model, "</process>");
  graph = open_text (model->str, diagrams->str);
  read = clock () - start;
  start = clock ();
  list = pt_process_graph_diagrams_by_depth (graph);
  assert_int_equal (list->len, n);
  for (guint i = 0; i < n; i++)
    assert_ptr_equal (list->pdata[i], pt_process_graph_get_diagrams (graph)->pdata[n - 1 - i]);
  path = pt_diagram_path (list->pdata[n - 1]);
  assert_true (clock () - start < read);
  assert_int_equal (path->len, n);
  assert_ptr_equal (path->pdata[0], list->pdata[0]);
}

/* A prefix has no colon, an id of some tools has. */
static void
a_style_with_a_colon_is_found_behind_a_prefix (void **state)
{
  static const char *const references[] = { "b:c", "a:b:c", "a:c" };
  g_autoptr (GString) shapes = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;
  GPtrArray *figures;

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    g_string_append_printf (shapes, "<di:BPMNShape><di:BPMNLabel labelStyle='%s'/></di:BPMNShape>",
                            references[i]);
  text = g_strdup_printf ("<di:BPMNDiagram id='A'><di:BPMNPlane>%s</di:BPMNPlane></di:BPMNDiagram>"
                          "<di:BPMNDiagram id='B'><di:BPMNLabelStyle id='b:c'><dc:Font size='20'/>"
                          "</di:BPMNLabelStyle></di:BPMNDiagram>"
                          "<di:BPMNDiagram id='C'><di:BPMNLabelStyle id='b:c'><dc:Font size='30'/>"
                          "</di:BPMNLabelStyle></di:BPMNDiagram>",
                          shapes->str);
  graph = open_text ("", text);
  figures = diagram_called (graph, "A")->elements;
  for (guint i = 0; i < 2; i++)
    assert_float_equal (((PtDiagramElement *)figures->pdata[i])->font->size, 20, 0);
  assert_null (((PtDiagramElement *)figures->pdata[2])->font);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (sub_processes_calls_and_empty_pools_lead_inside),
    cmocka_unit_test (a_path_leads_from_the_outermost_diagram_down),
    cmocka_unit_test (one_begins_with_what_is_no_inside),
    cmocka_unit_test (diagrams_are_called_by_what_they_show),
    cmocka_unit_test (a_figure_is_the_one_that_is_worked_on),
    cmocka_unit_test (a_shown_diagram_that_goes_is_shown_no_more),
    cmocka_unit_test (what_lies_in_a_shut_sub_process_is_hidden),
    cmocka_unit_test (content_opens_what_leaves_it_open),
    cmocka_unit_test (a_plane_adrift_shows_what_holds_its_shapes),
    cmocka_unit_test (a_diagram_of_nothing_has_a_title),
    cmocka_unit_test (processes_of_which_nothing_is_drawn_are_known),
    cmocka_unit_test (diagrams_are_listed_before_what_is_in_them),
    cmocka_unit_test (insides_in_a_circle_have_a_path),
    cmocka_unit_test (a_long_chain_of_insides_is_listed),
    cmocka_unit_test (a_style_with_a_colon_is_found_behind_a_prefix),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
