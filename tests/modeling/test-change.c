/* test-change.c: moving, resizing, renaming, rerouting, replacing, saying more
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static gboolean
move (Drawing *d, const char *id, double dx, double dy, const char *container)
{
  const char *ids[] = { id, NULL };

  return pt_modeling_move (d->graph, ids, dx, dy, container);
}

static void
flows_follow_a_moved_node (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (move (&d, "Scrapped", 30, 20, NULL));
  assert_bounds (bounds_of (&d, "Scrapped"), 562, 222, 36, 36);
  assert_at (waypoint (&d, "F4", 1), 420, 240);
  assert_at (waypoint (&d, "F4", 2), 562, 240);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
labels_move_with_their_shapes (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (move (&d, "Brought", -10, 40, NULL));
  assert_bounds (element (&d, "Brought")->figure->label, 120, 185, 80, 14);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
numbers_that_stay_are_left_alone (void **state)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize size;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  move (&d, "Scrapped", 0.1 + 0.2, 0, NULL);
  bytes = pt_document_to_bytes (d.document, NULL);
  text = g_bytes_get_data (bytes, &size);
  assert_non_null (g_strstr_len (text, size, "<dc:Bounds x=\"532.3\" y=\"202\" width=\"36\""));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_container_takes_all_along (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (move (&d, "Shop", 40, 10, NULL));
  assert_bounds (bounds_of (&d, "Store"), 200, 240, 840, 150);
  assert_bounds (bounds_of (&d, "Wrap"), 740, 450, 100, 80);
  assert_bounds (bounds_of (&d, "Lost"), 540, 337, 36, 36);
  assert_bounds (bounds_of (&d, "Note"), 760, 110, 60, 30);
  assert_at (waypoint (&d, "S9", 1), 558, 380);
  assert_at (waypoint (&d, "A1", 0), 760, 135);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
dragging_a_lane_drags_its_pool (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (move (&d, "Store", 0, -20, NULL));
  assert_bounds (bounds_of (&d, "Shop"), 100, 60, 900, 500);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_node_changes_its_lane_by_its_place (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (move (&d, "Check", 0, 150, NULL));
  assert_ptr_equal (element (&d, "Check")->lane, element (&d, "Store"));
  assert_one_step (&d);
  assert_true (move (&d, "Pick", 0, 130, NULL)); /* with its boundary event */
  assert_ptr_equal (element (&d, "Lost")->lane, element (&d, "Ship"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_boundary_event_slides_along_its_host (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (move (&d, "Lost", -60, 30, NULL));
  assert_at (pt_bounds_center (bounds_of (&d, "Lost")), 458, 345);
  assert_one_step (&d);
  assert_true (move (&d, "Lost", 120, -100, "Search"));
  assert_ptr_equal (element (&d, "Lost")->attached_to, element (&d, "Search"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
an_event_dropped_on_a_task_becomes_its_boundary_event (void **state)
{
  PtNodeSpec timer = { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION, "late" };
  g_autofree char *id = NULL;
  PtElement *event;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_add (d.graph, diagram (&d), &timer, NULL, (PtPoint){ 300, 400 });
  g_free (pt_modeling_connect (d.graph, id, "Done", NULL));
  assert_true (move (&d, id, 0, -235, "Look"));
  event = element (&d, id);
  assert_int_equal (event->type, PT_BPMN_BOUNDARY_EVENT);
  assert_int_equal (event->event_definition, PT_BPMN_TIMER_EVENT_DEFINITION);
  assert_string_equal (event->name, "late");
  assert_at (pt_bounds_center (event->figure->bounds), 300, 160);
  assert_int_equal (event->outgoing->len, 1);
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

static void
an_event_that_flows_lead_to_cannot_become_one (void **state)
{
  PtNodeSpec timer = { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_append (d.graph, "Worth", &timer);
  assert_false (move (&d, id, -150, -100, "Look"));
  drawing_close (&d);
}

static void
another_container_takes_over (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  /* out of the sub-process: its flows to what stays behind go */
  assert_true (move (&d, "Wrap", -500, -10, "Ship"));
  assert_ptr_equal (element (&d, "Wrap")->parent, element (&d, "ShopProcess"));
  assert_ptr_equal (element (&d, "Wrap")->lane, element (&d, "Ship"));
  assert_null (element (&d, "S10"));
  assert_null (element (&d, "S11"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
across_pools_flows_become_messages (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (move (&d, "Invoice", 0, 680, "Bank"));
  assert_ptr_equal (element (&d, "Invoice")->process, element (&d, "BankProcess"));
  assert_null (element (&d, "S5")); /* a gateway cannot send */
  assert_null (element (&d, "Invoice")->lane);
  assert_non_null (element (&d, "M1"));
  assert_one_step (&d);

  assert_true (move (&d, "Search", 100, 560, "Bank"));
  assert_non_null (flow_between (&d, "Search", "Pack", PT_BPMN_MESSAGE_FLOW));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
forbidden_places_refuse (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_false (move (&d, "Check", 0, 500, "Customer"));
  assert_false (move (&d, "Check", 0, 500, "Trade"));
  assert_false (move (&d, "Pack", 10, 0, "Pack"));
  assert_false (move (&d, "Nobody", 10, 0, NULL));
  assert_false (move (&d, "S1", 10, 0, NULL));
  assert_original (&d);
  drawing_close (&d);
}

static void
a_free_node_moved_onto_a_flow_goes_into_it (void **state)
{
  PtNodeSpec spec = { PT_BPMN_TASK };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_add (d.graph, diagram (&d), &spec, NULL, (PtPoint){ 300, 400 });
  assert_true (move (&d, id, 0, -177, "F4"));
  assert_ptr_equal (element (&d, "F4")->target, element (&d, id));
  assert_non_null (flow_between (&d, id, "Scrapped", PT_BPMN_SEQUENCE_FLOW));
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

static void
a_node_finds_a_free_place_in_a_lane (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_move_to_lane (d.graph, "Invoice", "Store"));
  assert_ptr_equal (element (&d, "Invoice")->lane, element (&d, "Store"));
  assert_false (pt_bounds_intersects (bounds_of (&d, "Invoice"), bounds_of (&d, "Search")));
  assert_true (pt_bounds_contains (bounds_of (&d, "Store"), bounds_of (&d, "Invoice")));
  assert_one_step (&d);
  assert_false (pt_modeling_move_to_lane (d.graph, "Invoice", "Check"));
  assert_false (pt_modeling_move_to_lane (d.graph, "Note", "Store"));
  drawing_close (&d);
}

/* --- sizes --- */

static void
a_task_is_resized_with_what_docks_to_it (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_resize (d.graph, "Pick", (PtBounds){ 425, 265, 120, 90 }));
  assert_bounds (bounds_of (&d, "Pick"), 425, 265, 120, 90);
  assert_near (pt_bounds_center (bounds_of (&d, "Lost")).y, 355);
  assert_near (waypoint (&d, "S4", 0).x, 545);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
nothing_gets_smaller_than_it_may (void **state)
{
  PtBounds b;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_resize (d.graph, "Check", (PtBounds){ 290, 115, 5, 5 }));
  b = bounds_of (&d, "Check");
  assert_true (b.width >= 50 && b.height >= 40);
  assert_one_step (&d);
  assert_true (pt_modeling_resize (d.graph, "Pack", (PtBounds){ 590, 400, 100, 100 }));
  assert_true (pt_bounds_contains (bounds_of (&d, "Pack"), bounds_of (&d, "PackEnd")));
  assert_one_step (&d);
  assert_false (pt_modeling_resize (d.graph, "Closed", (PtBounds){ 0, 0, 99, 99 }));
  assert_false (pt_modeling_resize (d.graph, "S1", (PtBounds){ 0, 0, 99, 99 }));
  drawing_close (&d);
}

static void
a_resized_pool_takes_its_lanes_along (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_resize (d.graph, "Shop", (PtBounds){ 90, 60, 960, 540 }));
  assert_bounds (bounds_of (&d, "Shop"), 90, 60, 960, 540);
  assert_bounds (bounds_of (&d, "Sales"), 120, 60, 930, 170);
  assert_bounds (bounds_of (&d, "Back"), 120, 230, 930, 370);
  assert_bounds (bounds_of (&d, "Ship"), 150, 380, 900, 220);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_resized_lane_moves_the_line_it_shares (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_resize (d.graph, "Sales", (PtBounds){ 130, 80, 870, 165 }));
  assert_bounds (bounds_of (&d, "Sales"), 130, 80, 870, 165);
  assert_bounds (bounds_of (&d, "Back"), 130, 245, 870, 335);
  assert_bounds (bounds_of (&d, "Store"), 160, 245, 840, 135);
  assert_bounds (bounds_of (&d, "Shop"), 100, 80, 900, 500);
  assert_one_step (&d);
  /* not over what the neighbour holds */
  assert_true (pt_modeling_resize (d.graph, "Sales", (PtBounds){ 130, 80, 870, 260 }));
  assert_true (pt_bounds_contains (bounds_of (&d, "Store"), bounds_of (&d, "Search")));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
vertical_lanes_share_their_lines_too (void **state)
{
  Drawing d;

  drawing_open (&d, "vertical.bpmn");
  assert_true (pt_modeling_resize (d.graph, "Desk", (PtBounds){ 100, 110, 220, 600 }));
  assert_bounds (bounds_of (&d, "Desk"), 100, 110, 220, 600);
  assert_bounds (bounds_of (&d, "Shelves"), 320, 110, 180, 600);
  assert_bounds (bounds_of (&d, "Library"), 100, 80, 400, 630);
  assert_one_step (&d);
  drawing_close (&d);
}

/* --- words --- */

static void
labels_are_written_where_they_belong (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_rename (d.graph, "Check", "Check\nit & all"));
  assert_string_equal (element (&d, "Check")->name, "Check\nit & all");
  assert_one_step (&d);
  assert_true (pt_modeling_rename (d.graph, "Note", "by post"));
  assert_string_equal (element (&d, "Note")->name, "by post");
  assert_one_step (&d);
  assert_true (pt_modeling_rename (d.graph, "Check", ""));
  assert_null (element (&d, "Check")->name);
  assert_one_step (&d);
  assert_false (pt_modeling_rename (d.graph, "D1", "x"));
  drawing_close (&d);
}

static void
a_role_is_renamed_everywhere (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  pt_modeling_rename (d.graph, "Store", "Customer");
  assert_int_equal (pt_modeling_rename_role (d.graph, "Customer", "Client"), 2);
  assert_string_equal (element (&d, "Store")->name, "Client");
  assert_string_equal (element (&d, "Customer")->name, "Client");
  pt_document_undo (d.document);
  assert_string_equal (element (&d, "Store")->name, "Customer");
  assert_int_equal (pt_modeling_rename_role (d.graph, "Nobody", "x"), 0);
  drawing_close (&d);
}

static void
labels_have_a_place_of_their_own (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (pt_modeling_move_label (d.graph, "Brought", (PtBounds){ 0 }, 5, -60));
  assert_bounds (element (&d, "Brought")->figure->label, 135, 85, 80, 14);
  assert_one_step (&d);
  assert_true (pt_modeling_move_label (d.graph, "F4", (PtBounds){ 700, 80, 60, 14 }, 5, 5));
  assert_bounds (element (&d, "F4")->figure->label, 705, 85, 60, 14);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
properties_are_schema_valid (void **state)
{
  g_autofree char *text = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (pt_modeling_set_documentation (d.graph, "Mend", "Use <good> parts"));
  text = pt_element_documentation (element (&d, "Mend"));
  assert_string_equal (text, "Use <good> parts");
  assert_one_step (&d);
  assert_true (pt_modeling_set_condition (d.graph, "F3", "price < 100"));
  assert_true (element (&d, "F3")->has_condition);
  assert_one_step (&d);
  assert_true (pt_modeling_set_default (d.graph, "Worth", "F3"));
  assert_ptr_equal (element (&d, "Worth")->default_flow, element (&d, "F3"));
  assert_one_step (&d);
  assert_true (pt_modeling_set_default (d.graph, "Worth", NULL));
  assert_null (element (&d, "Worth")->default_flow);
  assert_one_step (&d);
  assert_false (pt_modeling_set_default (d.graph, "Worth", "F1"));
  assert_false (pt_modeling_set_default (d.graph, "Brought", "F1"));
  assert_false (pt_modeling_set_condition (d.graph, "Worth", "x"));
  drawing_close (&d);
}

static void
a_timer_says_one_thing (void **state)
{
  xmlNode *definition;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (pt_modeling_set_timer (d.graph, "Brought", "timeDate", "2024-05-01"));
  assert_int_equal (element (&d, "Brought")->event_definition, PT_BPMN_TIMER_EVENT_DEFINITION);
  assert_valid (&d);
  assert_true (pt_modeling_set_timer (d.graph, "Brought", "timeCycle", "every Monday"));
  definition = pt_element_child_node (element (&d, "Brought"), PT_BPMN_TIMER_EVENT_DEFINITION);
  assert_true (pt_xml_is (pt_xml_first_element (definition), PT_NS_BPMN, "timeCycle"));
  assert_null (pt_xml_next_element (pt_xml_first_element (definition)));
  assert_valid (&d);
  assert_false (pt_modeling_set_timer (d.graph, "Brought", "timeLimit", "x"));
  assert_false (pt_modeling_set_timer (d.graph, "Mend", "timeDate", "x"));
  drawing_close (&d);
}

/* --- routes --- */

static void
waypoints_are_set_as_given (void **state)
{
  const PtPoint drawn[] = { { 600, 120 }, { 620, 120 }, { 620, 60 }, { 670, 60 }, { 670, 102 } };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  Drawing d;

  drawing_open (&d, "process.bpmn");
  g_array_append_vals (points, drawn, G_N_ELEMENTS (drawn));
  assert_true (pt_modeling_set_waypoints (d.graph, "F5", points));
  assert_int_equal (element (&d, "F5")->figure->n_waypoints, 5);
  assert_at (waypoint (&d, "F5", 3), 670, 60);
  assert_one_step (&d);
  assert_false (pt_modeling_set_waypoints (d.graph, "Mend", points));
  drawing_close (&d);
}

static void
a_flow_hangs_to_another_end (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (pt_modeling_reconnect (d.graph, "F4", NULL, "Done"));
  assert_ptr_equal (element (&d, "F4")->target, element (&d, "Done"));
  assert_one_step (&d);
  assert_true (pt_modeling_reconnect (d.graph, "F4", "Look", NULL));
  assert_ptr_equal (element (&d, "F4")->source, element (&d, "Look"));
  assert_null (element (&d, "Worth")->default_flow);
  assert_one_step (&d);
  assert_false (pt_modeling_reconnect (d.graph, "F4", NULL, "Brought"));
  assert_false (pt_modeling_reconnect (d.graph, "F4", "Done", NULL));
  drawing_close (&d);
}

static void
data_hangs_to_another_activity (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_false (pt_modeling_reconnect (d.graph, "A1", NULL, "A1"));
  assert_true (pt_modeling_reconnect (d.graph, "D1", NULL, "Pick"));
  assert_ptr_equal (element (&d, "D1")->target, element (&d, "Pick"));
  assert_one_step (&d);
  drawing_close (&d);
}

/* --- replacing --- */

static void
a_replaced_node_keeps_what_it_can (void **state)
{
  g_autofree char *text = NULL;
  PtElement *check;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_replace (d.graph, "Check", PT_BPMN_BUSINESS_RULE_TASK, PT_BPMN_NONE));
  check = element (&d, "Check");
  text = pt_element_documentation (check);
  assert_int_equal (check->type, PT_BPMN_BUSINESS_RULE_TASK);
  assert_string_equal (check->name, "Check order");
  assert_string_equal (text, "Stock and address.");
  assert_ptr_equal (check->lane, element (&d, "Sales"));
  assert_ptr_equal (element (&d, "S1")->target, check);
  assert_ptr_equal (element (&d, "D1")->target, check);
  assert_bounds (check->figure->bounds, 290, 115, 100, 80);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
replacing_does_not_cross_kinds (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_false (pt_modeling_replace (d.graph, "Check", PT_BPMN_END_EVENT, PT_BPMN_NONE));
  assert_false (pt_modeling_replace (d.graph, "Ordered", PT_BPMN_START_EVENT,
                                     PT_BPMN_CANCEL_EVENT_DEFINITION));
  assert_original (&d);
  drawing_close (&d);
}

static void
events_change_their_definition (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_replace (d.graph, "Ordered", PT_BPMN_START_EVENT,
                                    PT_BPMN_TIMER_EVENT_DEFINITION));
  assert_int_equal (element (&d, "Ordered")->event_definition, PT_BPMN_TIMER_EVENT_DEFINITION);
  assert_int_equal (element (&d, "Ordered")->n_event_definitions, 1);
  assert_one_step (&d);
  assert_true (pt_modeling_replace (d.graph, "Lost", PT_BPMN_BOUNDARY_EVENT,
                                    PT_BPMN_MESSAGE_EVENT_DEFINITION));
  assert_ptr_equal (element (&d, "Lost")->attached_to, element (&d, "Pick"));
  assert_one_step (&d);
  assert_true (
      pt_modeling_replace (d.graph, "Closed", PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_NONE));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
gateways_and_sub_processes_change (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_replace (d.graph, "Split", PT_BPMN_EXCLUSIVE_GATEWAY, PT_BPMN_NONE));
  assert_true (element (&d, "Split")->figure->is_marker_visible);
  assert_one_step (&d);
  assert_true (pt_modeling_replace (d.graph, "Pack", PT_BPMN_TRANSACTION, PT_BPMN_NONE));
  assert_ptr_equal (element (&d, "Wrap")->parent, element (&d, "Pack"));
  assert_true (element (&d, "Pack")->figure->is_expanded);
  assert_one_step (&d);
  assert_true (pt_modeling_replace (d.graph, "Check", PT_BPMN_SUB_PROCESS, PT_BPMN_NONE));
  assert_false (element (&d, "Check")->figure->is_expanded);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
data_changes_with_its_object (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (
      pt_modeling_replace (d.graph, "OrderRef", PT_BPMN_DATA_STORE_REFERENCE, PT_BPMN_NONE));
  assert_null (element (&d, "OrderData"));
  assert_ptr_equal (element (&d, "D1")->source, element (&d, "OrderRef"));
  assert_one_step (&d);
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (flows_follow_a_moved_node),
    cmocka_unit_test (labels_move_with_their_shapes),
    cmocka_unit_test (numbers_that_stay_are_left_alone),
    cmocka_unit_test (a_container_takes_all_along),
    cmocka_unit_test (dragging_a_lane_drags_its_pool),
    cmocka_unit_test (a_node_changes_its_lane_by_its_place),
    cmocka_unit_test (a_boundary_event_slides_along_its_host),
    cmocka_unit_test (an_event_dropped_on_a_task_becomes_its_boundary_event),
    cmocka_unit_test (an_event_that_flows_lead_to_cannot_become_one),
    cmocka_unit_test (another_container_takes_over),
    cmocka_unit_test (across_pools_flows_become_messages),
    cmocka_unit_test (forbidden_places_refuse),
    cmocka_unit_test (a_free_node_moved_onto_a_flow_goes_into_it),
    cmocka_unit_test (a_node_finds_a_free_place_in_a_lane),
    cmocka_unit_test (a_task_is_resized_with_what_docks_to_it),
    cmocka_unit_test (nothing_gets_smaller_than_it_may),
    cmocka_unit_test (a_resized_pool_takes_its_lanes_along),
    cmocka_unit_test (a_resized_lane_moves_the_line_it_shares),
    cmocka_unit_test (vertical_lanes_share_their_lines_too),
    cmocka_unit_test (labels_are_written_where_they_belong),
    cmocka_unit_test (a_role_is_renamed_everywhere),
    cmocka_unit_test (labels_have_a_place_of_their_own),
    cmocka_unit_test (properties_are_schema_valid),
    cmocka_unit_test (a_timer_says_one_thing),
    cmocka_unit_test (waypoints_are_set_as_given),
    cmocka_unit_test (a_flow_hangs_to_another_end),
    cmocka_unit_test (data_hangs_to_another_activity),
    cmocka_unit_test (a_replaced_node_keeps_what_it_can),
    cmocka_unit_test (replacing_does_not_cross_kinds),
    cmocka_unit_test (events_change_their_definition),
    cmocka_unit_test (gateways_and_sub_processes_change),
    cmocka_unit_test (data_changes_with_its_object),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
