/* test-lanes.c: lanes come, divide and go, and always fill their pool
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static void
the_first_lane_takes_what_is_there (void **state)
{
  g_autofree char *id = NULL;
  PtElement *held;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = pt_modeling_add_lane (d.graph, "Bank", FALSE);
  assert_bounds (bounds_of (&d, id), 130, 940, 870, 125);
  assert_bounds (bounds_of (&d, "Bank"), 100, 740, 900, 325);
  held = element (&d, "Book")->lane;
  assert_non_null (held);
  assert_true (held != element (&d, id));
  assert_ptr_equal (element (&d, "Paid")->lane, held);
  assert_bounds (held->figure->bounds, 130, 740, 870, 200);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
the_first_lane_may_come_above (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = pt_modeling_add_lane (d.graph, "Bank", TRUE);
  assert_bounds (bounds_of (&d, id), 130, 740, 870, 125);
  assert_bounds (bounds_of (&d, "Book"), 300, 925, 100, 80);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_lane_below_makes_room (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = pt_modeling_add_lane (d.graph, "Sales", FALSE);
  assert_bounds (bounds_of (&d, id), 130, 230, 870, 125);
  assert_bounds (bounds_of (&d, "Back"), 130, 355, 870, 350);
  assert_bounds (bounds_of (&d, "Wrap"), 700, 565, 100, 80);
  assert_bounds (bounds_of (&d, "Lost"), 500, 452, 36, 36);
  assert_bounds (bounds_of (&d, "Shop"), 100, 80, 900, 625);
  assert_bounds (bounds_of (&d, "Customer"), 100, 755, 900, 60);
  assert_bounds (bounds_of (&d, "Book"), 300, 925, 100, 80);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
an_inner_lane_grows_those_around_it (void **state)
{
  g_autofree char *above = NULL, *below = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  above = pt_modeling_add_lane (d.graph, "Store", TRUE);
  assert_bounds (bounds_of (&d, above), 160, 230, 840, 125);
  assert_bounds (bounds_of (&d, "Back"), 130, 230, 870, 475);
  assert_one_step (&d);
  below = pt_modeling_add_lane (d.graph, "Ship", FALSE);
  assert_bounds (bounds_of (&d, below), 160, 580, 840, 125);
  assert_bounds (bounds_of (&d, "Back"), 130, 230, 870, 475);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_lane_dropped_on_a_pool_comes_last (void **state)
{
  PtNodeSpec spec = { PT_BPMN_LANE };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  id = pt_modeling_add (d.graph, diagram (&d), &spec, "Shop", (PtPoint){ 300, 300 });
  assert_bounds (bounds_of (&d, id), 130, 580, 870, 125);
  assert_one_step (&d);
  assert_null (pt_modeling_add_lane (d.graph, "Customer", FALSE));
  assert_null (pt_modeling_add_lane (d.graph, "Check", FALSE));
  drawing_close (&d);
}

static void
a_divided_lane_shares_its_nodes_out (void **state)
{
  PtElement *lane;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_divide_lane (d.graph, "Ship", 2));
  lane = element (&d, "Pack")->lane;
  assert_ptr_equal (lane->parent->parent, element (&d, "Ship"));
  assert_bounds (bounds_of (&d, "Ship"), 160, 380, 840, 200);
  assert_one_step (&d);
  assert_true (pt_modeling_divide_lane (d.graph, "Bank", 3));
  assert_non_null (element (&d, "Book")->lane);
  assert_one_step (&d);
  assert_false (pt_modeling_divide_lane (d.graph, "Ship", 4));
  assert_false (pt_modeling_divide_lane (d.graph, "Store", 3)); /* 150 high: 50 is too little */
  assert_false (pt_modeling_divide_lane (d.graph, "Back", 2));  /* is divided */
  assert_original (&d);
  drawing_close (&d);
}

static void
vertical_lanes_stand_side_by_side (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "vertical.bpmn");
  id = pt_modeling_add_lane (d.graph, "Desk", FALSE);
  assert_bounds (bounds_of (&d, id), 300, 110, 125, 570);
  assert_bounds (bounds_of (&d, "Shelves"), 425, 110, 200, 570);
  assert_bounds (bounds_of (&d, "Fetch"), 475, 400, 100, 80);
  assert_false (element (&d, id)->figure->is_horizontal);
  assert_one_step (&d);
  assert_true (pt_modeling_divide_lane (d.graph, "Desk", 2));
  assert_one_step (&d);
  drawing_close (&d);
}

static gboolean delete (Drawing *d, const char *a, const char *b)
{
  const char *ids[] = { a, b, NULL };

  return pt_modeling_delete (d->graph, ids);
}

static void
the_neighbour_takes_the_room_of_a_deleted_lane (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (delete (&d, "Store", NULL));
  assert_bounds (bounds_of (&d, "Ship"), 160, 230, 840, 350);
  assert_ptr_equal (element (&d, "Pick")->lane, element (&d, "Ship"));
  assert_one_step (&d);
  assert_true (delete (&d, "Back", NULL));
  assert_bounds (bounds_of (&d, "Sales"), 130, 80, 870, 500);
  assert_ptr_equal (element (&d, "Pack")->lane, element (&d, "Sales"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
with_the_last_lane_the_lane_set_goes (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (delete (&d, "Store", "Ship"));
  assert_null (element (&d, "BackLanes"));
  assert_ptr_equal (element (&d, "Pick")->lane, element (&d, "Back"));
  assert_one_step (&d);
  assert_true (delete (&d, "Sales", "Back"));
  assert_null (element (&d, "Lanes"));
  assert_null (element (&d, "Store"));
  assert_null (element (&d, "Pick")->lane);
  assert_one_step (&d);
  drawing_close (&d);
}

/* Other tools' files often list a node in no lane, or in another one than it is drawn in. */
static void
a_nudge_does_not_mend_membership (void **state)
{
  const char *ids[] = { "Pick", NULL };
  PtBounds bounds;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  pt_document_begin (d.document, "List in no lane");
  pt_document_remove (d.document, pt_xml_first_element (element (&d, "Store")->node));
  pt_document_commit (d.document);
  assert_null (element (&d, "Pick")->lane);

  assert_true (pt_modeling_move (d.graph, ids, 1, 1, NULL));
  assert_null (element (&d, "Pick")->lane);

  bounds = bounds_of (&d, "Sales");
  assert_true (pt_modeling_move (d.graph, ids, 0, bounds.y + 60 - bounds_of (&d, "Pick").y, NULL));
  assert_ptr_equal (element (&d, "Pick")->lane, element (&d, "Sales"));
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_first_lane_takes_what_is_there),
    cmocka_unit_test (the_first_lane_may_come_above),
    cmocka_unit_test (a_lane_below_makes_room),
    cmocka_unit_test (an_inner_lane_grows_those_around_it),
    cmocka_unit_test (a_lane_dropped_on_a_pool_comes_last),
    cmocka_unit_test (a_divided_lane_shares_its_nodes_out),
    cmocka_unit_test (vertical_lanes_stand_side_by_side),
    cmocka_unit_test (the_neighbour_takes_the_room_of_a_deleted_lane),
    cmocka_unit_test (with_the_last_lane_the_lane_set_goes),
    cmocka_unit_test (a_nudge_does_not_mend_membership),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
