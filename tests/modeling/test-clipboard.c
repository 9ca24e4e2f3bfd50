/* test-clipboard.c: copies, within a drawing and across
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static char *
copy (Drawing *d, const char *a, const char *b, const char *c)
{
  const char *ids[] = { a, b, c, NULL };

  return pt_modeling_copy (d->graph, ids);
}

static void
pasted_elements_have_their_own_ids (void **state)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;
  Drawing d;

  drawing_open (&d, "process.bpmn");
  text = copy (&d, "Look", "Worth", "Mend");
  ids = pt_modeling_paste (d.graph, diagram (&d), text, (PtPoint){ 420, 400 });
  assert_int_equal (g_strv_length (ids), 3);
  assert_string_equal (element (&d, ids[0])->name, "Look at it");
  assert_bounds (bounds_of (&d, ids[0]), 240, 360, 100, 80);
  assert_non_null (flow_between (&d, ids[0], ids[1], PT_BPMN_SEQUENCE_FLOW));
  assert_non_null (flow_between (&d, ids[1], ids[2], PT_BPMN_SEQUENCE_FLOW));
  assert_null (element (&d, ids[1])->default_flow);
  assert_int_equal (element (&d, ids[1])->outgoing->len, 1);
  assert_one_step (&d);
  drawing_close (&d);
}

static void
a_pool_is_copied_whole (void **state)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;
  PtElement *pool;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  text = copy (&d, "Shop", NULL, NULL);
  ids = pt_modeling_paste (d.graph, diagram (&d), text, (PtPoint){ 600, 1400 });
  assert_int_equal (g_strv_length (ids), 1);
  pool = element (&d, ids[0]);
  assert_int_equal (pool->type, PT_BPMN_PARTICIPANT);
  assert_true (pool->process != NULL && pool->process != element (&d, "ShopProcess"));
  assert_one_step (&d);
  drawing_close (&d);
}

static void
what_is_pasted_joins_the_container_below (void **state)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  text = copy (&d, "Check", "OrderRef", NULL);
  ids = pt_modeling_paste (d.graph, diagram (&d), text, (PtPoint){ 350, 480 });
  assert_ptr_equal (element (&d, ids[0])->lane, element (&d, "Ship"));
  assert_one_step (&d);
  g_clear_pointer (&ids, g_strfreev);
  ids = pt_modeling_paste (d.graph, diagram (&d), text, (PtPoint){ 700, 850 });
  assert_ptr_equal (element (&d, ids[0])->process, element (&d, "BankProcess"));
  assert_one_step (&d);
  assert_null (pt_modeling_paste (d.graph, diagram (&d), text, (PtPoint){ 700, 2000 }));
  drawing_close (&d);
}

static void
another_document_takes_them (void **state)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;
  Drawing from, to;

  drawing_open (&from, "collaboration.bpmn");
  drawing_open (&to, "process.bpmn");
  text = copy (&from, "Pick", "Pack", NULL);
  ids = pt_modeling_paste (to.graph, diagram (&to), text, (PtPoint){ 500, 700 });
  assert_true (g_strv_length (ids) == 2);
  assert_int_equal (element (&to, ids[0])->boundary_events->len, 1);
  assert_one_step (&to);
  drawing_close (&from);
  drawing_close (&to);
}

static void
an_event_is_not_copied_without_its_host (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_null (copy (&d, "Lost", NULL, NULL));
  assert_null (copy (&d, "Nobody", NULL, NULL));
  drawing_close (&d);
}

static void
other_texts_are_not_pasted (void **state)
{
  Drawing d;

  drawing_open (&d, "process.bpmn");
  assert_null (pt_modeling_paste (d.graph, diagram (&d), "hello", (PtPoint){ 0, 0 }));
  assert_null (pt_modeling_paste (d.graph, diagram (&d), "<definitions xmlns='" PT_NS_BPMN "'/>",
                                  (PtPoint){ 0, 0 }));
  assert_original (&d);
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (pasted_elements_have_their_own_ids),
    cmocka_unit_test (a_pool_is_copied_whole),
    cmocka_unit_test (what_is_pasted_joins_the_container_below),
    cmocka_unit_test (another_document_takes_them),
    cmocka_unit_test (an_event_is_not_copied_without_its_host),
    cmocka_unit_test (other_texts_are_not_pasted),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
