/* test-add.c: new elements and connections
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static const PtNodeSpec task = { PT_BPMN_TASK };
static const PtNodeSpec gateway = { PT_BPMN_EXCLUSIVE_GATEWAY };
static const PtNodeSpec pool = { PT_BPMN_PARTICIPANT, PT_BPMN_NONE, "Workshop" };

static char *
add (Drawing *d, const PtNodeSpec *spec, const char *container, double x, double y)
{
  return pt_modeling_add (d->graph, diagram (d), spec, container, (PtPoint){ x, y });
}

static void
a_task_goes_where_it_is_dropped (void **state)
{
  PtNodeSpec spec = { PT_BPMN_USER_TASK, PT_BPMN_NONE, "Call back" };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = add (&d, &spec, NULL, 290, 300);
  assert_string_equal (id, "Task_1");
  assert_int_equal (element (&d, id)->type, PT_BPMN_USER_TASK);
  assert_string_equal (element (&d, id)->name, "Call back");
  assert_bounds (bounds_of (&d, id), 240, 260, 100, 80);
  assert_string_equal (element (&d, id)->figure->id, "Task_1_di");
  assert_string_equal (pt_document_get_undo_name (d.document), "Add User task");
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_node_is_listed_by_the_innermost_lane (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = add (&d, &task, "Shop", 300, 480);
  assert_ptr_equal (element (&d, id)->lane, element (&d, "Ship"));
  assert_ptr_equal (element (&d, id)->parent, element (&d, "ShopProcess"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_sub_process_takes_and_grows (void **state)
{
  g_autofree char *id = NULL;
  PtBounds b;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = add (&d, &task, "Pack", 850, 530);
  assert_ptr_equal (element (&d, id)->parent, element (&d, "Pack"));
  assert_null (element (&d, id)->lane);
  b = bounds_of (&d, "Pack");
  assert_near (b.x + b.width, 920);
  assert_near (b.y + b.height, 590);
  assert_true (pt_bounds_contains (bounds_of (&d, "Ship"), b));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
events_get_what_the_schema_asks_for (void **state)
{
  static const PtNodeSpec events[] = {
    { PT_BPMN_START_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION },
    { PT_BPMN_START_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION },
    { PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_LINK_EVENT_DEFINITION },
    { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION },
    { PT_BPMN_END_EVENT, PT_BPMN_TERMINATE_EVENT_DEFINITION },
  };
  Drawing d;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *id = NULL;

      drawing_open (&d, "process.bpmn");
      id = add (&d, &events[i], NULL, 300, 400);
      assert_int_equal (element (&d, id)->event_definition, events[i].event_definition);
      assert_one_step (&d);
      drawing_close (&d);
    }
}

static void
data_comes_with_its_object (void **state)
{
  PtNodeSpec spec = { PT_BPMN_DATA_OBJECT_REFERENCE, PT_BPMN_NONE, "Bill" };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = add (&d, &spec, NULL, 300, 400);
  assert_non_null (element (&d, id)->ref);
  assert_int_equal (element (&d, id)->ref->type, PT_BPMN_DATA_OBJECT);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
groups_and_notes_keep_their_text (void **state)
{
  PtNodeSpec group = { PT_BPMN_GROUP, PT_BPMN_NONE, "Phase 1" };
  PtNodeSpec note = { PT_BPMN_TEXT_ANNOTATION, PT_BPMN_NONE, "Ask" };
  g_autofree char *a = NULL, *b = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  a = add (&d, &group, NULL, 300, 400);
  assert_string_equal (element (&d, a)->name, "Phase 1");
  assert_one_step (&d);
  b = add (&d, &note, NULL, 300, 400);
  assert_string_equal (element (&d, b)->name, "Ask");
  assert_one_step (&d);
  drawing_close (&d);
}

static void
what_the_rules_forbid_is_not_added (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_null (add (&d, &task, NULL, 0, 0));
  assert_null (add (&d, &task, "Customer", 300, 660));
  assert_null (add (&d, &task, "Check", 300, 150));
  assert_null (add (&d, &pool, "Shop", 300, 150));
  assert_false (pt_document_can_undo (d.document));
  assert_original (&d);
  drawing_close (&d);
}

static void
an_event_docks_to_the_edge_of_a_task (void **state)
{
  PtNodeSpec timer = { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION };
  g_autofree char *id = NULL;
  PtElement *event;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = add (&d, &timer, "Check", 310, 190);
  event = element (&d, id);
  assert_int_equal (event->type, PT_BPMN_BOUNDARY_EVENT);
  assert_ptr_equal (event->attached_to, element (&d, "Check"));
  assert_at (pt_bounds_center (event->figure->bounds), 310, 195);
  assert_ptr_equal (event->lane, element (&d, "Sales"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
an_opened_sub_process_takes_events_inside_and_on_its_edge (void **state)
{
  PtNodeSpec timer = { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION };
  g_autofree char *inside = NULL, *edge = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  inside = add (&d, &timer, "Pack", 740, 480);
  assert_int_equal (element (&d, inside)->type, PT_BPMN_INTERMEDIATE_CATCH_EVENT);
  edge = add (&d, &timer, "Pack", 740, 555);
  assert_int_equal (element (&d, edge)->type, PT_BPMN_BOUNDARY_EVENT);
  assert_consistent (&d);
  drawing_close (&d);
}

static void
a_node_dropped_on_a_flow_splits_it (void **state)
{
  g_autofree char *id = NULL;
  PtElement *second;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = add (&d, &gateway, "F5", 626, 124);
  assert_ptr_equal (element (&d, "F5")->target, element (&d, id));
  second = flow_between (&d, id, "Done", PT_BPMN_SEQUENCE_FLOW);
  assert_non_null (second);
  assert_bounds (bounds_of (&d, id), 601, 95, 50, 50);
  assert_at (waypoint (&d, "F5", 1), 601, 120);
  assert_at (second->figure->waypoints[0], 651, 120);
  assert_at (second->figure->waypoints[1], 652, 120);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
both_halves_keep_their_bends (void **state)
{
  PtNodeSpec event = { PT_BPMN_INTERMEDIATE_THROW_EVENT };
  g_autofree char *id = NULL;
  PtElement *second;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = add (&d, &event, "F4", 422, 190);
  assert_at (pt_bounds_center (bounds_of (&d, id)), 420, 190);
  assert_int_equal (element (&d, "F4")->figure->n_waypoints, 2);
  second = flow_between (&d, id, "Scrapped", PT_BPMN_SEQUENCE_FLOW);
  assert_int_equal (second->figure->n_waypoints, 3);
  assert_at (second->figure->waypoints[1], 420, 220);
  assert_ptr_equal (element (&d, "Worth")->default_flow, element (&d, "F4"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
the_first_pool_takes_the_process_in (void **state)
{
  g_autofree char *id = NULL;
  PtBounds b;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = add (&d, &pool, NULL, 400, 200);
  assert_ptr_equal (element (&d, id)->process, element (&d, "Repair"));
  assert_int_equal (diagram (&d)->element->type, PT_BPMN_COLLABORATION);
  b = bounds_of (&d, id);
  assert_true (pt_bounds_contains (b, bounds_of (&d, "Brought")));
  assert_true (pt_bounds_contains (b, bounds_of (&d, "Scrapped")));
  assert_true (b.x + 30 < bounds_of (&d, "Brought").x);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_second_pool_brings_its_own_process (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = add (&d, &pool, NULL, 500, 1200);
  assert_non_null (element (&d, id)->process);
  assert_true (element (&d, id)->process != element (&d, "ShopProcess"));
  assert_bounds (bounds_of (&d, id), 200, 1075, 600, 250);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_closed_pool_has_no_process (void **state)
{
  PtNodeSpec closed = { PT_BPMN_PARTICIPANT, PT_BPMN_NONE, "Supplier", TRUE };
  g_autofree char *id = NULL, *first = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = add (&d, &closed, NULL, 500, 1200);
  assert_null (element (&d, id)->process);
  assert_one_step (&d);
  drawing_close (&d);

  drawing_open (&d, "process.bpmn"); /* then the process gets a pool, too */
  first = add (&d, &closed, NULL, 400, 200);
  assert_null (element (&d, first)->process);
  assert_non_null (element (&d, "Repair")->participant);
  assert_false (pt_bounds_intersects (bounds_of (&d, first),
                                      element (&d, "Repair")->participant->figure->bounds));
  assert_one_step (&d);
  drawing_close (&d);
}

/* --- append and prepend --- */

static void
an_appended_node_stands_at_the_usual_distance (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "vertical.bpmn");
  id = pt_modeling_append (d.graph, "Fetch", &task); /* the flow runs down here: below it, gap 60 */
  assert_bounds (bounds_of (&d, id), 350, 540, 100, 80);
  assert_non_null (flow_between (&d, "Fetch", id, PT_BPMN_SEQUENCE_FLOW));
  assert_ptr_equal (element (&d, id)->lane, element (&d, "Shelves"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
further_nodes_step_down (void **state)
{
  g_autofree char *id = NULL;
  PtBounds b;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_append (d.graph, "Worth", &task);
  b = bounds_of (&d, id);
  assert_near (b.x, 500);
  assert_true (b.y >= 238 + 30);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_handler_stands_away_from_the_host (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = pt_modeling_append (d.graph, "Lost", &task);
  assert_true (bounds_of (&d, id).y >= 345 + 50);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
notes_and_data_stand_beside (void **state)
{
  PtNodeSpec note = { PT_BPMN_TEXT_ANNOTATION }, data = { PT_BPMN_DATA_OBJECT_REFERENCE };
  g_autofree char *a = NULL, *b = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  a = pt_modeling_append (d.graph, "Mend", &note);
  assert_bounds (bounds_of (&d, a), 600, 0, 100, 30);
  assert_non_null (flow_between (&d, "Mend", a, PT_BPMN_ASSOCIATION));
  assert_one_step (&d);
  b = pt_modeling_append (d.graph, "Mend", &data);
  assert_bounds (bounds_of (&d, b), 590, 200, 36, 50);
  assert_non_null (flow_between (&d, "Mend", b, PT_BPMN_DATA_OUTPUT_ASSOCIATION));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_prepended_node_stands_before (void **state)
{
  PtNodeSpec start = { PT_BPMN_START_EVENT };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_prepend (d.graph, "Mend", &start);
  assert_true (bounds_of (&d, id).x + 36 < 500);
  assert_non_null (flow_between (&d, id, "Mend", PT_BPMN_SEQUENCE_FLOW));
  assert_one_step (&d);
  assert_null (pt_modeling_prepend (d.graph, "Brought", &task));
  assert_null (pt_modeling_append (d.graph, "Done", &task));
  assert_original (&d);
  drawing_close (&d);
}

static void
a_container_grows_for_what_is_appended (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = pt_modeling_append (d.graph, "Join", &task);
  assert_true (pt_bounds_contains (bounds_of (&d, "Shop"), bounds_of (&d, id)));
  assert_one_step (&d);
  drawing_close (&d);
}

/* Another lane would be another role: the lane makes room, and what is below moves down. */
static void
what_is_appended_stays_in_the_lane_of_its_source (void **state)
{
  static const struct
  {
    const char *source, *lane, *below;
  } cases[] = { { "Split", "Sales", "Pick" }, { "Check", "Sales", "Store" }, { "Lost", "Store", "Pack" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = NULL;
      PtBounds below;
      Drawing d;

      drawing_open (&d, "collaboration.bpmn");
      below = bounds_of (&d, cases[i].below);
      id = pt_modeling_append (d.graph, cases[i].source, &task);
      assert_ptr_equal (element (&d, id)->lane, element (&d, cases[i].lane));
      assert_true (pt_bounds_contains (bounds_of (&d, cases[i].lane), bounds_of (&d, id)));
      assert_true (bounds_of (&d, cases[i].below).y > below.y);
      assert_ptr_equal (element (&d, "Pick")->lane, element (&d, "Store"));
      assert_ptr_equal (element (&d, "Pack")->lane, element (&d, "Ship"));
      assert_one_step (&d);
      drawing_close (&d);
    }
}

static void
again_and_again_nothing_is_covered (void **state)
{
  const guint n = 6;
  g_auto (GStrv) ids = g_new0 (char *, n + 1);
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  for (guint i = 0; i < n; i++)
    {
      ids[i] = pt_modeling_append (d.graph, "Split", &task);
      assert_ptr_equal (element (&d, ids[i])->lane, element (&d, "Sales"));
      for (guint j = 0; j < i; j++)
        assert_false (pt_bounds_intersects (bounds_of (&d, ids[i]), bounds_of (&d, ids[j])));
    }
  assert_true (pt_bounds_contains (bounds_of (&d, "Shop"), bounds_of (&d, "Ship")));
  assert_true (bounds_of (&d, "Customer").y
               >= bounds_of (&d, "Shop").y + bounds_of (&d, "Shop").height);
  assert_valid (&d);
  drawing_close (&d);
}

static void
what_is_dropped_in_a_lane_lies_in_it (void **state)
{
  static const PtNodeSpec open = { PT_BPMN_SUB_PROCESS };
  static const struct
  {
    double x, y;
    const char *lane;
  } cases[]
      = { { 720, 228, "Sales" }, { 720, 85, "Sales" }, { 250, 232, "Store" }, { 250, 578, "Ship" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint wide = 0; wide < 2; wide++)
      {
        g_autofree char *id = NULL;
        Drawing d;

        drawing_open (&d, "collaboration.bpmn");
        id = add (&d, wide ? &open : &task, cases[i].lane, cases[i].x, cases[i].y);
        assert_ptr_equal (element (&d, id)->lane, element (&d, cases[i].lane));
        assert_true (pt_bounds_contains (bounds_of (&d, cases[i].lane), bounds_of (&d, id)));
        assert_one_step (&d);
        drawing_close (&d);
      }
}

/* --- connecting --- */

static void
a_connection_is_of_the_type_that_fits (void **state)
{
  static const struct
  {
    const char *source, *target;
    PtBpmnType type;
  } cases[] = { { "Check", "Pick", PT_BPMN_SEQUENCE_FLOW },
                { "Search", "Book", PT_BPMN_MESSAGE_FLOW },
                { "Bank", "Shop", PT_BPMN_MESSAGE_FLOW },
                { "Note", "S1", PT_BPMN_ASSOCIATION },
                { "OrderRef", "Search", PT_BPMN_DATA_INPUT_ASSOCIATION },
                { "Pick", "OrderRef", PT_BPMN_DATA_OUTPUT_ASSOCIATION } };
  Drawing d;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = NULL;

      drawing_open (&d, "collaboration.bpmn");
      id = pt_modeling_connect (d.graph, cases[i].source, cases[i].target, NULL);
      assert_non_null (id);
      assert_int_equal (element (&d, id)->type, cases[i].type);
      assert_ptr_equal (element (&d, id)->source, element (&d, cases[i].source));
      assert_ptr_equal (element (&d, id)->target, element (&d, cases[i].target));
      assert_one_step (&d);
      drawing_close (&d);
    }
}

static void
the_reverse_is_made_when_only_that_is_allowed (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = pt_modeling_connect (d.graph, "Pick", "Ordered", NULL);
  assert_ptr_equal (element (&d, id)->source, element (&d, "Ordered"));
  assert_one_step (&d);
  assert_null (pt_modeling_connect (d.graph, "Closed", "PackStart", NULL));
  assert_null (pt_modeling_connect (d.graph, "Closed", "Nobody", NULL));
  drawing_close (&d);
}

static void
a_drawn_route_is_kept (void **state)
{
  const PtPoint drawn[] = { { 290, 120 }, { 290, 300 }, { 550, 300 }, { 550, 220 } };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  g_array_append_vals (points, drawn, G_N_ELEMENTS (drawn));
  id = pt_modeling_connect (d.graph, "Look", "Scrapped", points);
  assert_at (waypoint (&d, id, 0), 290, 160);
  assert_at (waypoint (&d, id, 1), 290, 300);
  assert_at (waypoint (&d, id, 2), 550, 300);
  assert_at (waypoint (&d, id, 3), 550, 238);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_file_that_does_not_list_flows_stays_so (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "vertical.bpmn");
  id = pt_modeling_connect (d.graph, "Asked", "Fetch", NULL);
  assert_int_equal (count_references (element (&d, "Asked"), "outgoing", id), 0);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_new_file_lists_its_flows (void **state)
{
  PtNodeSpec start = { PT_BPMN_START_EVENT };
  g_autofree char *a = NULL, *b = NULL;
  Drawing d;

  drawing_take (&d, pt_bpmn_new ());
  a = add (&d, &start, NULL, 100, 100);
  b = pt_modeling_append (d.graph, a, &task);
  assert_non_null (b);
  assert_non_null (pt_xml_first_element (element (&d, a)->node));
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

static void
compensation_points_to_what_undoes (void **state)
{
  PtNodeSpec event = { PT_BPMN_BOUNDARY_EVENT, PT_BPMN_COMPENSATE_EVENT_DEFINITION };
  g_autofree char *boundary = NULL, *undo = NULL, *flow = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  boundary = add (&d, &event, "Mend", 550, 160);
  undo = add (&d, &task, NULL, 650, 300);
  flow = pt_modeling_connect (d.graph, boundary, undo, NULL);
  assert_int_equal (element (&d, flow)->type, PT_BPMN_ASSOCIATION);
  assert_true (element (&d, undo)->for_compensation);
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_task_goes_where_it_is_dropped),
    cmocka_unit_test (a_node_is_listed_by_the_innermost_lane),
    cmocka_unit_test (a_sub_process_takes_and_grows),
    cmocka_unit_test (events_get_what_the_schema_asks_for),
    cmocka_unit_test (data_comes_with_its_object),
    cmocka_unit_test (groups_and_notes_keep_their_text),
    cmocka_unit_test (what_the_rules_forbid_is_not_added),
    cmocka_unit_test (an_event_docks_to_the_edge_of_a_task),
    cmocka_unit_test (an_opened_sub_process_takes_events_inside_and_on_its_edge),
    cmocka_unit_test (a_node_dropped_on_a_flow_splits_it),
    cmocka_unit_test (both_halves_keep_their_bends),
    cmocka_unit_test (the_first_pool_takes_the_process_in),
    cmocka_unit_test (a_second_pool_brings_its_own_process),
    cmocka_unit_test (a_closed_pool_has_no_process),
    cmocka_unit_test (an_appended_node_stands_at_the_usual_distance),
    cmocka_unit_test (further_nodes_step_down),
    cmocka_unit_test (a_handler_stands_away_from_the_host),
    cmocka_unit_test (notes_and_data_stand_beside),
    cmocka_unit_test (a_prepended_node_stands_before),
    cmocka_unit_test (a_container_grows_for_what_is_appended),
    cmocka_unit_test (what_is_appended_stays_in_the_lane_of_its_source),
    cmocka_unit_test (again_and_again_nothing_is_covered),
    cmocka_unit_test (what_is_dropped_in_a_lane_lies_in_it),
    cmocka_unit_test (a_connection_is_of_the_type_that_fits),
    cmocka_unit_test (the_reverse_is_made_when_only_that_is_allowed),
    cmocka_unit_test (a_drawn_route_is_kept),
    cmocka_unit_test (a_file_that_does_not_list_flows_stays_so),
    cmocka_unit_test (a_new_file_lists_its_flows),
    cmocka_unit_test (compensation_points_to_what_undoes),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
