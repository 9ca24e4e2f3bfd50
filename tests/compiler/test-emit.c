/* test-emit.c: programs made by hand as executable files
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compiler-test.h"
#include "program-builder.h"

#include "../../src/compiler/pt-emission.h"

#define XMLNS " xmlns=\"" PT_NS_BPMN "\" "

/* A sale: a pool with two lanes and a customer, a decision, a system's job, a sub-process with a
 * timer on it, several instances, data, notes and what the file carries besides. */
static PtProgram *
make_sale (void)
{
  PtProgram *program = pt_program_new ("sale.bpmn");
  PtIndex process = add_process (program, "Sale"), inner, event, i;
  PtIndex start, check, credit, post, pack, reject, done, refused, late, item, flow, no;
  PtIndex clerk = add_role (program, "clerk", "Clerk", PT_ROLE_INTERNAL);
  PtIndex erp = add_role (program, "erp", "ERP system", PT_ROLE_SYSTEM);
  PtLane *lane;
  PtDecision *decision;

  program->target_namespace = "urn:test";
  program->definitions_id = "Definitions_1";
  program->collaboration_id = "Collaboration_1";
  pt_program_scope (program, process)->name = "Sale";
  pt_program_scope (program, process)->carried.documentation = "From order to parcel";
  pt_program_scope (program, process)->participant = 0;

  i = pt_program_add_pool (program);
  pt_program_pool (program, i)->origin = drawn (program, "Pool_us");
  pt_program_pool (program, i)->name = "Us";
  pt_program_pool (program, i)->process = process;
  show (&pt_program_pool (program, i)->figure, 0, 0, 900, 400);
  pt_program_pool (program, i)->figure.is_horizontal = TRUE;
  i = pt_program_add_pool (program);
  pt_program_pool (program, i)->origin = drawn (program, "Pool_customer");
  pt_program_pool (program, i)->name = "Customer";
  pt_program_pool (program, i)->multiple = TRUE;
  show (&pt_program_pool (program, i)->figure, 0, 420, 900, 60);
  for (guint k = 0; k < 2; k++)
    {
      i = pt_program_add_lane (program);
      lane = pt_program_lane (program, i);
      lane->origin = drawn (program, k ? "Lane_erp" : "Lane_clerk");
      lane->name = k ? "ERP system" : "Clerk";
      lane->scope = process;
      lane->role = k ? erp : clerk;
      show (&lane->figure, 30, k * 200, 870, 200);
    }

  start = add_event (program, process, PT_BPMN_START_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION,
                     "Start", "Order");
  check = add_node (program, process, PT_BPMN_USER_TASK, "1 check", "Check <credit> & \"terms\"");
  credit = add_node (program, process, PT_BPMN_EXCLUSIVE_GATEWAY, "Credit", "Credit OK?");
  post = add_node (program, process, PT_BPMN_SERVICE_TASK, "Post", "Post invoice");
  pack = add_node (program, process, PT_BPMN_SUB_PROCESS, "Pack", "Pack goods");
  reject = add_event (program, process, PT_BPMN_END_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION,
                      "Reject", "Order rejected");
  done = add_node (program, process, PT_BPMN_END_EVENT, "Done", NULL);
  late = add_event (program, process, PT_BPMN_BOUNDARY_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION,
                    "Late", "after 2 days");
  refused = add_event (program, process, PT_BPMN_END_EVENT, PT_BPMN_ERROR_EVENT_DEFINITION,
                       "Refused", "Too late");

  i = pt_program_add_definition (program, PT_BPMN_MESSAGE);
  pt_program_definition (program, i)->origin = drawn (program, "Message_order");
  pt_program_definition (program, i)->name = "Order";
  pt_program_definition (program, i)->item = "Item_order";
  pt_program_node (program, start)->reference = i;
  i = pt_program_add_definition (program, PT_BPMN_ERROR);
  pt_program_definition (program, i)->origin = drawn (program, "Error_late");
  pt_program_definition (program, i)->name = "Too late";
  pt_program_definition (program, i)->code = "too-late";
  pt_program_node (program, refused)->reference = i;

  pt_program_node (program, check)->role = clerk;
  pt_program_node (program, check)->lane = 0;
  pt_program_node (program, check)->carried.extensions
      = "<o:hint xmlns:o=\"urn:other\" level=\"2\">Ask twice</o:hint>";
  pt_program_node (program, check)->carried.foreign = "xmlns:o=\"urn:other\" o:colour=\"blue\"";
  pt_program_node (program, post)->role = erp;
  pt_program_node (program, post)->lane = 1;
  pt_program_node (program, post)->topic = "postInvoice";
  pt_program_node (program, post)->loop = PT_LOOP_PARALLEL;
  pt_program_node (program, post)->loop_text = "positions";
  pt_program_node (program, post)->loop_is_collection = TRUE;
  pt_program_node (program, post)->loop_element = "position";
  pt_program_node (program, late)->host = pack;
  pt_program_node (program, late)->time_kind = PT_TIME_DURATION;
  pt_program_node (program, late)->time_iso = "P2D";

  i = pt_program_add_decision (program);
  decision = pt_program_decision (program, i);
  decision->variable = "creditOk";
  decision->question = "Credit OK?";
  decision->is_boolean = TRUE;
  decision->gateway = credit;
  decision->collected_at = check;
  add_asked (program, 0, check, "creditOk", "Credit OK?", "boolean");
  pt_program_node (program, credit)->decision = i;

  inner = add_inner_scope (program, pack);
  event = add_node (program, inner, PT_BPMN_START_EVENT, "Pack_start", NULL);
  item = add_node (program, inner, PT_BPMN_MANUAL_TASK, "Wrap", "Wrap");
  pt_program_node (program, item)->role = clerk;
  add_flow (program, event, item, "Flow_wrap");
  event = add_node (program, inner, PT_BPMN_END_EVENT, "Pack_end", NULL);
  add_flow (program, item, event, "Flow_wrapped");

  flow = add_flow (program, start, check, "Flow_order");
  route (program, &pt_program_flow (program, flow)->figure, 100, 100, 160, 100);
  add_flow (program, check, credit, "Flow_checked");
  flow = add_flow (program, credit, post, "Flow_yes");
  pt_program_flow (program, flow)->name = "yes";
  pt_program_flow (program, flow)->condition = "creditOk = true";
  no = add_flow (program, credit, reject, "Flow_no");
  pt_program_flow (program, no)->name = "no";
  pt_program_node (program, credit)->default_flow = no;
  add_flow (program, post, pack, "Flow_pack");
  add_flow (program, pack, done, "Flow_done");
  add_flow (program, late, refused, "Flow_late");

  i = pt_program_add_message_flow (program);
  PT_PROGRAM_AT (program->message_flows, PtMessageFlow, i)->origin = drawn (program, "Order_flow");
  PT_PROGRAM_AT (program->message_flows, PtMessageFlow, i)->source_pool = 1;
  PT_PROGRAM_AT (program->message_flows, PtMessageFlow, i)->target_node = start;

  add_item (program, PT_NO_INDEX, PT_BPMN_ITEM_DEFINITION, "Item_order",
            "<itemDefinition" XMLNS
            "id=\"Item_order\" xmlns:x=\"urn:types\" structureRef=\"x:Order\"/>");
  add_item (program, process, PT_BPMN_DATA_OBJECT, "Data_order",
            "<b:dataObject xmlns:b=\"" PT_NS_BPMN
            "\" id=\"Data_order\" itemSubjectRef=\"Item_order\"/>");
  add_item (program, process, PT_BPMN_TEXT_ANNOTATION, "Note",
            "<textAnnotation" XMLNS "id=\"Note\"><text>Only by\nletter</text></textAnnotation>");
  add_item (program, process, PT_BPMN_ASSOCIATION, "Note_of",
            "<association" XMLNS "id=\"Note_of\" sourceRef=\"1 check\" targetRef=\"Note\"/>");

  i = pt_program_add_plane (program);
  PT_PROGRAM_AT (program->planes, PtPlane, i)->origin = drawn (program, "Diagram_1");
  PT_PROGRAM_AT (program->planes, PtPlane, i)->element = "Collaboration_1";
  show (&pt_program_node (program, start)->figure, 64, 82, 36, 36);
  show (&pt_program_node (program, check)->figure, 160, 60, 100, 80);
  pt_program_node (program, check)->figure.attributes = " bioc:fill=\"#ffffff\"";
  show (&pt_program_node (program, credit)->figure, 310.5, 75, 50, 50);
  pt_program_node (program, credit)->figure.is_marker_visible = TRUE;
  show (&PT_PROGRAM_AT (program->items, PtItem, 2)->figure, 160, 10, 100, 30);
  pt_program_seal (program);
  return program;
}

static PtEmitted *
emit (PtProgram *program, const char *target, PtDiagnostics *diagnostics)
{
  return pt_emit (program, pt_target_find (target), diagnostics);
}

static void
check_golden (const char *target, const char *golden)
{
  g_autoptr (PtProgram) program = make_sale ();
  g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);
  g_autoptr (PtEmitted) emitted = emit (program, target, diagnostics);
  g_autoptr (PtEmitted) again = emit (program, target, diagnostics);
  g_autofree char *text = pt_diagnostics_to_text (diagnostics, "sale");

  assert_golden (emitted->xml, golden);
  assert_true (g_bytes_equal (emitted->xml, again->xml));
  assert_valid (emitted->xml);
  assert_string_equal (text, "");
}

static void
test_bpmn (void **state)
{
  check_golden ("bpmn", "sale.bpmn.expected");
}

static void
test_camunda7 (void **state)
{
  check_golden ("camunda7", "sale.camunda7.expected");
}

/* ----- the source map ------------------------------------------------------------------------- */

static void
check_entry (const xmlNode *element, JsonObject *map)
{
  g_autofree char *id = pt_xml_attribute (element, "id");

  if (id && element->ns
      && g_str_has_prefix ((const char *)element->ns->href, "http://www.omg.org/"))
    assert_true (json_object_has_member (map, id));
  for (const xmlNode *child = pt_xml_first_element (element); child;
       child = pt_xml_next_element (child))
    check_entry (child, map);
}

static void
test_map_is_complete (void **state)
{
  g_autoptr (PtProgram) program = make_sale ();
  g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);
  g_autoptr (PtEmitted) emitted = emit (program, "bpmn", diagnostics);
  g_autoptr (JsonNode) map = pt_source_map_to_json (emitted->map);
  g_autoptr (PtDocument) document = pt_document_load_bytes (emitted->xml, "emitted", NULL);
  JsonObject *object = json_node_get_object (map);

  check_entry (pt_document_get_root (document), object);
  assert_string_equal (json_object_get_string_member (object, "_1_check"), "1 check");
  assert_string_equal (json_object_get_string_member (object, "_1_check_di"), "1 check");
  assert_true (json_object_get_null_member (object, "Interface_erp"));
}

static void
test_lines (void **state)
{
  g_autoptr (PtProgram) program = make_sale ();
  g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);
  g_autoptr (PtEmitted) emitted = emit (program, "bpmn", diagnostics);
  g_autofree char *text
      = g_strndup (g_bytes_get_data (emitted->xml, NULL), g_bytes_get_size (emitted->xml));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int first, last;

  assert_true (pt_source_map_get_lines (emitted->map, "Pack", &first, &last));
  assert_non_null (strstr (lines[first - 1], "<bpmn:subProcess id=\"Pack\""));
  assert_non_null (strstr (lines[last - 1], "</bpmn:subProcess>"));
  assert_string_equal (pt_source_map_get_logical_at (emitted->map, first), "Pack");
  assert_string_equal (pt_source_map_get_logical_at (emitted->map, last), "Pack");
  assert_true (pt_source_map_get_lines (emitted->map, "Wrap", &first, &last));
  assert_string_equal (pt_source_map_get_logical_at (emitted->map, first), "Wrap");
  assert_false (pt_source_map_get_lines (emitted->map, "nobody", &first, &last));
  assert_null (pt_source_map_get_logical_at (emitted->map, 1));
  assert_null (pt_source_map_get_logical_at (emitted->map, 100000));
}

/* ----- ids ------------------------------------------------------------------------------------ */

static void
test_ids (void **state)
{
  g_autoptr (PtSourceMap) map = pt_source_map_new ();
  g_autofree char *endless = g_strnfill (300, 'x');

  assert_string_equal (pt_source_map_take_id (map, "Task_1", NULL, NULL), "Task_1");
  assert_string_equal (pt_source_map_take_id (map, "Task_1", NULL, NULL), "Task_1_2");
  assert_string_equal (pt_source_map_take_id (map, "{a} b:c", NULL, NULL), "_a__b_c");
  assert_string_equal (pt_source_map_take_id (map, "Prüfen", NULL, NULL), "Prüfen");
  assert_string_equal (pt_source_map_take_id (map, "1", NULL, NULL), "_1");
  assert_string_equal (pt_source_map_take_id (map, "", NULL, NULL), "_");
  assert_true (strlen (pt_source_map_take_id (map, endless, NULL, NULL)) <= 255);
}

/* ----- what is carried ------------------------------------------------------------------------ */

static PtProgram *
make_carrier (void)
{
  PtProgram *program = pt_program_new ("carrier.bpmn");
  PtIndex process = add_process (program, "P"), task;

  task = add_node (program, process, PT_BPMN_TASK, "Task", "Work");
  pt_program_node (program, task)->data
      = "<ioSpecification" XMLNS "><dataInput id=\"In\"/></ioSpecification>"
        "<dataInputAssociation" XMLNS
        "><sourceRef>Data</sourceRef><targetRef>In</targetRef></dataInputAssociation>";
  pt_program_node (program, task)->carried.extensions = "<plain/><o:ok xmlns:o=\"urn:other\"/>";
  add_item (program, process, PT_BPMN_DATA_OBJECT_REFERENCE, "Data",
            "<dataObjectReference" XMLNS "id=\"Data\" dataObjectRef=\"gone\"/>");
  add_item (program, process, PT_BPMN_ASSOCIATION, "Link",
            "<association" XMLNS "id=\"Link\" sourceRef=\"Task\" targetRef=\"gone\"/>");
  pt_program_seal (program);
  return program;
}

/* An ioSpecification without sets, what hangs on it, an element without namespace and an
 * association into nothing are left out; the rest stays. */
static void
test_misfits_are_left_out (void **state)
{
  g_autoptr (PtProgram) program = make_carrier ();
  g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);
  g_autoptr (PtEmitted) emitted = emit (program, "bpmn", diagnostics);
  const char *text = g_bytes_get_data (emitted->xml, NULL);

  assert_valid (emitted->xml);
  assert_int_equal (count_code (diagnostics, "X22"), 4);
  assert_true (count_code (diagnostics, "X23") >= 2);
  assert_non_null (strstr (text, "<bpmn:dataObjectReference id=\"Data\"/>"));
  assert_non_null (strstr (text, "<o:ok/>"));
  assert_null (strstr (text, "gone"));
  assert_null (strstr (text, "plain"));
  assert_string_equal (find_code (diagnostics, "X22")->args[0], "Work");
}

/* The id of what stands inside another element is also that of its figure. */
static void
test_inner_figures (void **state)
{
  g_autoptr (PtProgram) program = make_carrier ();
  g_autoptr (PtProgram) copy = pt_program_copy (program);
  g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);
  g_autoptr (PtEmitted) emitted = NULL;
  PtIndex item;

  pt_program_node (copy, 0)->data = "<property" XMLNS "id=\"Prop\"/><dataInputAssociation" XMLNS
                                    "id=\"Reads\"><sourceRef>Data</sourceRef>"
                                    "<targetRef>Prop</targetRef></dataInputAssociation>";
  item = add_item (copy, 0, PT_BPMN_DATA_INPUT_ASSOCIATION, "Reads", NULL);
  route (copy, &PT_PROGRAM_AT (copy->items, PtItem, item)->figure, 0, 0, 10, 10);
  item = pt_program_add_plane (copy);
  PT_PROGRAM_AT (copy->planes, PtPlane, item)->origin = drawn (copy, "Diagram");
  pt_program_seal (copy);
  emitted = emit (copy, "bpmn", diagnostics);
  assert_valid (emitted->xml);
  assert_non_null (strstr (g_bytes_get_data (emitted->xml, NULL),
                           "<bpmndi:BPMNEdge id=\"Reads_di\" bpmnElement=\"Reads\">"));
}

/* A form that is there already stays alone, and that is said. */
static void
test_drawn_form (void **state)
{
  g_autoptr (PtProgram) program = make_sale ();
  g_autoptr (PtProgram) copy = pt_program_copy (program);
  g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);
  g_autoptr (PtEmitted) emitted = NULL;
  const char *text;

  pt_program_node (copy, 1)->carried.foreign
      = "xmlns:camunda=\"" PT_NS_CAMUNDA "\" camunda:formKey=\"check\" camunda:assignee=\"jo\"";
  pt_program_seal (copy);
  emitted = emit (copy, "camunda7", diagnostics);
  text = g_bytes_get_data (emitted->xml, NULL);
  assert_valid (emitted->xml);
  assert_int_equal (count_code (diagnostics, "X28"), 1);
  assert_null (strstr (text, "formData"));
  assert_non_null (strstr (text, "camunda:assignee=\"jo\""));
  assert_null (strstr (text, "candidateGroups"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_bpmn),
    cmocka_unit_test (test_camunda7),
    cmocka_unit_test (test_map_is_complete),
    cmocka_unit_test (test_lines),
    cmocka_unit_test (test_ids),
    cmocka_unit_test (test_misfits_are_left_out),
    cmocka_unit_test (test_inner_figures),
    cmocka_unit_test (test_drawn_form),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
