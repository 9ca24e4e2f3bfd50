/* test-rules.c: what may connect, contain, and become what
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

static void
assert_connects (Drawing *d,
                 const char *source,
                 const char *target,
                 PtVerdict verdict,
                 PtBpmnType type)
{
  PtBpmnType found;
  const char *reason;
  PtVerdict v = pt_rules_connect (element (d, source), element (d, target), &found, &reason);

  if (v != verdict || found != type)
    fail_msg ("%s to %s: verdict %d type %d", source, target, v, found);
  assert_true ((reason != NULL) == (v == PT_VERDICT_FORBID));
}

static void
connections_follow_the_standard (void **state)
{
  static const struct
  {
    const char *source, *target;
    PtVerdict verdict;
    PtBpmnType type;
  } cases[] = {
    { "Check", "Pick", PT_VERDICT_ALLOW, PT_BPMN_SEQUENCE_FLOW },
    { "Check", "Check", PT_VERDICT_ALLOW, PT_BPMN_SEQUENCE_FLOW },
    { "Split", "Split", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "Lost", "Invoice", PT_VERDICT_ALLOW, PT_BPMN_SEQUENCE_FLOW },
    { "Check", "Ordered", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "Closed", "Check", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "Check", "Lost", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "Check", "Wrap", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "PackStart", "PackEnd", PT_VERDICT_ALLOW, PT_BPMN_SEQUENCE_FLOW },
    { "Check", "Book", PT_VERDICT_ALLOW, PT_BPMN_MESSAGE_FLOW },
    { "Check", "Bank", PT_VERDICT_ALLOW, PT_BPMN_MESSAGE_FLOW },
    { "Customer", "Ordered", PT_VERDICT_ALLOW, PT_BPMN_MESSAGE_FLOW },
    { "Shop", "Customer", PT_VERDICT_ALLOW, PT_BPMN_MESSAGE_FLOW },
    { "Check", "Shop", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "Split", "Customer", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "Customer", "Closed", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "Sales", "Customer", PT_VERDICT_IGNORE, PT_BPMN_NONE },
    { "Note", "Check", PT_VERDICT_ALLOW, PT_BPMN_ASSOCIATION },
    { "S1", "Note", PT_VERDICT_ALLOW, PT_BPMN_ASSOCIATION },
    { "Note", "Note", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "OrderRef", "Pick", PT_VERDICT_ALLOW, PT_BPMN_DATA_INPUT_ASSOCIATION },
    { "Pick", "OrderRef", PT_VERDICT_ALLOW, PT_BPMN_DATA_OUTPUT_ASSOCIATION },
    { "OrderRef", "Split", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "OrderRef", "OrderRef", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "OrderRef", "Ordered", PT_VERDICT_FORBID, PT_BPMN_NONE },
    { "OrderRef", "Closed", PT_VERDICT_ALLOW, PT_BPMN_DATA_INPUT_ASSOCIATION },
    { "OrderRef", "Book", PT_VERDICT_FORBID, PT_BPMN_NONE },
  };
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_connects (&d, cases[i].source, cases[i].target, cases[i].verdict, cases[i].type);
  assert_int_equal (pt_rules_connect (NULL, element (&d, "Check"), NULL, NULL), PT_VERDICT_IGNORE);
  drawing_close (&d);
}

static void
containers_take_what_they_can_hold (void **state)
{
  static const struct
  {
    const char *container;
    PtBpmnType type;
    PtVerdict verdict;
  } cases[] = {
    { "Trade", PT_BPMN_PARTICIPANT, PT_VERDICT_ALLOW },
    { "Trade", PT_BPMN_TASK, PT_VERDICT_FORBID },
    { "Trade", PT_BPMN_TEXT_ANNOTATION, PT_VERDICT_ALLOW },
    { "Shop", PT_BPMN_PARTICIPANT, PT_VERDICT_FORBID },
    { "Shop", PT_BPMN_TASK, PT_VERDICT_ALLOW },
    { "Shop", PT_BPMN_LANE, PT_VERDICT_ALLOW },
    { "Customer", PT_BPMN_TASK, PT_VERDICT_FORBID },
    { "Customer", PT_BPMN_LANE, PT_VERDICT_FORBID },
    { "Store", PT_BPMN_USER_TASK, PT_VERDICT_ALLOW },
    { "Store", PT_BPMN_LANE, PT_VERDICT_ALLOW },
    { "Pack", PT_BPMN_TASK, PT_VERDICT_ALLOW },
    { "Pack", PT_BPMN_BOUNDARY_EVENT, PT_VERDICT_ALLOW },
    { "Check", PT_BPMN_TASK, PT_VERDICT_FORBID },
    { "Check", PT_BPMN_BOUNDARY_EVENT, PT_VERDICT_ALLOW },
    { "Check", PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_VERDICT_ALLOW },
    { "Check", PT_BPMN_START_EVENT, PT_VERDICT_FORBID },
    { "Split", PT_BPMN_BOUNDARY_EVENT, PT_VERDICT_FORBID },
    { "S1", PT_BPMN_TASK, PT_VERDICT_ALLOW },
    { "S1", PT_BPMN_END_EVENT, PT_VERDICT_FORBID },
    { "Pack", PT_BPMN_DATA_OBJECT_REFERENCE, PT_VERDICT_ALLOW },
    { "Trade", PT_BPMN_DATA_OBJECT_REFERENCE, PT_VERDICT_FORBID },
    { "Closed", PT_BPMN_TASK, PT_VERDICT_IGNORE },
  };
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *reason;
      PtVerdict v = pt_rules_contain (element (&d, cases[i].container), cases[i].type, &reason);

      if (v != cases[i].verdict)
        fail_msg ("%s with type %d: verdict %d", cases[i].container, cases[i].type, v);
      assert_true ((reason != NULL) == (v == PT_VERDICT_FORBID));
    }
  drawing_close (&d);
}

static gboolean
may_become (Drawing *d, const char *id, PtBpmnType type)
{
  g_autoptr (GArray) types = pt_rules_replacements (element (d, id));

  for (guint i = 0; i < types->len; i++)
    if (g_array_index (types, guint, i) == type)
      return TRUE;
  return FALSE;
}

static void
elements_turn_into_their_like (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (may_become (&d, "Check", PT_BPMN_SERVICE_TASK));
  assert_true (may_become (&d, "Check", PT_BPMN_SUB_PROCESS));
  assert_false (may_become (&d, "Check", PT_BPMN_USER_TASK));
  assert_false (may_become (&d, "Check", PT_BPMN_EXCLUSIVE_GATEWAY));
  assert_false (may_become (&d, "Pack", PT_BPMN_TASK)); /* it holds something */
  assert_true (may_become (&d, "Pack", PT_BPMN_TRANSACTION));
  assert_true (may_become (&d, "Split", PT_BPMN_INCLUSIVE_GATEWAY));
  assert_true (may_become (&d, "Ordered", PT_BPMN_START_EVENT));
  assert_false (may_become (&d, "Ordered", PT_BPMN_END_EVENT)); /* a flow leaves it */
  assert_false (may_become (&d, "Closed", PT_BPMN_START_EVENT));
  assert_true (may_become (&d, "Lost", PT_BPMN_BOUNDARY_EVENT));
  assert_false (may_become (&d, "Lost", PT_BPMN_INTERMEDIATE_CATCH_EVENT));
  assert_true (may_become (&d, "OrderRef", PT_BPMN_DATA_STORE_REFERENCE));
  assert_false (may_become (&d, "Shop", PT_BPMN_LANE));
  drawing_close (&d);
}

static void
what_has_a_label_can_be_named (void **state)
{
  Drawing d;

  drawing_open (&d, "collaboration.bpmn");
  assert_true (pt_rules_can_name (element (&d, "Check")));
  assert_true (pt_rules_can_name (element (&d, "Sales")));
  assert_true (pt_rules_can_name (element (&d, "Note")));
  assert_true (pt_rules_can_name (element (&d, "S1")));
  assert_false (pt_rules_can_name (element (&d, "A1")));
  assert_false (pt_rules_can_name (element (&d, "D1")));
  assert_false (pt_rules_can_name (element (&d, "ShopProcess")));
  drawing_close (&d);
}

static void
the_least_size_holds_the_content (void **state)
{
  Drawing d;
  PtPoint pool, task, event;

  drawing_open (&d, "collaboration.bpmn");
  pool = pt_rules_min_size (element (&d, "Shop")->figure);
  task = pt_rules_min_size (element (&d, "Check")->figure);
  event = pt_rules_min_size (element (&d, "Closed")->figure);
  assert_true (pool.x >= 938 - 200 && pool.x <= 900);
  assert_true (task.x < 100 && task.y < 80);
  assert_true (event.x == 36 && event.y == 36);
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (connections_follow_the_standard),
    cmocka_unit_test (containers_take_what_they_can_hold),
    cmocka_unit_test (elements_turn_into_their_like),
    cmocka_unit_test (what_has_a_label_can_be_named),
    cmocka_unit_test (the_least_size_holds_the_content),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
