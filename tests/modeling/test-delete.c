/* test-delete.c: what goes with an element, and what closes behind it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static gboolean delete (Drawing *d, const char *a, const char *b)
{
  const char *ids[] = { a, b, NULL };

  return pt_modeling_delete (d->graph, ids);
}

static void
a_node_in_a_row_is_healed_over (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (delete (&d, "Look", NULL));
  assert_null (element (&d, "F2"));
  assert_ptr_equal (element (&d, "F1")->target, element (&d, "Worth"));
  assert_int_equal (element (&d, "F1")->figure->n_waypoints, 2);
  assert_at (waypoint (&d, "F1", 1), 395, 120);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
several_in_a_row_are_healed_over_at_once (void **state)
{
  PtNodeSpec spec = { PT_BPMN_TASK };
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_add (d.graph, diagram (&d), &spec, "F2", (PtPoint){ 367, 120 });
  assert_true (delete (&d, "Look", id));
  assert_ptr_equal (element (&d, "F1")->target, element (&d, "Worth"));
  assert_int_equal (element (&d, "Worth")->incoming->len, 1);
  assert_consistent (&d);
  assert_valid (&d);
  drawing_close (&d);
}

static void
a_node_with_more_ways_is_not_healed (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (delete (&d, "Worth", NULL));
  assert_null (element (&d, "F2"));
  assert_null (element (&d, "F3"));
  assert_null (element (&d, "F4"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
no_second_flow_between_the_same_two (void **state)
{
  g_autofree char *id = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  id = pt_modeling_connect (d.graph, "Brought", "Worth", NULL);
  assert_true (delete (&d, "Look", NULL));
  assert_null (element (&d, "F1"));
  assert_non_null (flow_between (&d, "Brought", "Worth", PT_BPMN_SEQUENCE_FLOW));
  assert_consistent (&d);
  drawing_close (&d);
}

static void
a_deleted_flow_leaves_no_trace (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_true (delete (&d, "F4", NULL));
  assert_null (element (&d, "Worth")->default_flow);
  assert_one_step (&d);
  assert_true (delete (&d, "Look", "F1")); /* asked for, so not kept for healing */
  assert_null (element (&d, "F1"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
what_hangs_on_a_node_goes_too (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (delete (&d, "Pick", NULL));
  assert_null (element (&d, "Lost"));
  assert_null (element (&d, "S9"));
  assert_ptr_equal (element (&d, "S3")->target, element (&d, "Pack"));
  assert_one_step (&d);
  assert_true (delete (&d, "Invoice", NULL));
  assert_null (element (&d, "M1"));
  assert_null (element (&d, "A1"));
  assert_non_null (element (&d, "Note"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_sub_process_goes_with_its_content (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (delete (&d, "Pack", NULL));
  assert_null (element (&d, "Wrap"));
  assert_null (element (&d, "S10"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
data_goes_with_its_object_and_associations (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (delete (&d, "OrderRef", NULL));
  assert_null (element (&d, "OrderData"));
  assert_null (element (&d, "D1"));
  assert_null (pt_document_get_by_id (d.document, "CheckIn"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_pool_goes_with_its_process (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (delete (&d, "Bank", NULL));
  assert_null (element (&d, "BankProcess"));
  assert_null (element (&d, "M3"));
  assert_non_null (element (&d, "M1"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
with_the_last_pool_a_plain_process_is_back (void **state)
{
  const char *all[] = { "Customer", "Bank", "Shop", NULL };
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_modeling_delete (d.graph, all));
  assert_null (element (&d, "Trade"));
  assert_null (element (&d, "Lanes"));
  assert_int_equal (diagram (&d)->element->type, PT_BPMN_PROCESS);
  assert_one_step (&d);
  drawing_close (&d);

  drawing_open (&d, "vertical.bpmn");
  assert_true (delete (&d, "Library", NULL));
  assert_ptr_equal (diagram (&d)->element, element (&d, "Lend"));
  assert_non_null (element (&d, "Fetch"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
what_cannot_be_deleted_is_left (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_false (delete (&d, "Nobody", NULL));
  assert_false (delete (&d, "ShopProcess", NULL));
  assert_false (pt_document_can_undo (d.document));
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_node_in_a_row_is_healed_over),
    cmocka_unit_test (several_in_a_row_are_healed_over_at_once),
    cmocka_unit_test (a_node_with_more_ways_is_not_healed),
    cmocka_unit_test (no_second_flow_between_the_same_two),
    cmocka_unit_test (a_deleted_flow_leaves_no_trace),
    cmocka_unit_test (what_hangs_on_a_node_goes_too),
    cmocka_unit_test (a_sub_process_goes_with_its_content),
    cmocka_unit_test (data_goes_with_its_object_and_associations),
    cmocka_unit_test (a_pool_goes_with_its_process),
    cmocka_unit_test (with_the_last_pool_a_plain_process_is_back),
    cmocka_unit_test (what_cannot_be_deleted_is_left),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
