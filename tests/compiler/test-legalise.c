/* test-legalise.c: what a target cannot play is rewritten or said, and nothing else is touched
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legalise-case.h"

/* ----- a plain process ------------------------------------------------------------------------ */

static void
test_plain (void **state)
{
  for (const PtTarget *const *target = pt_target_get_all (); *target; target++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");
      g_autofree char *before = NULL, *after = NULL;

      pt_program_index (self.program);
      before = pt_program_to_text (self.program);
      legalise (&self, pt_target_get_id (*target));
      after = pt_program_to_text (self.program);
      assert_string_equal (before, after);
      assert_int_equal (pt_diagnostics_get_length (self.diagnostics), 0);
      free_case (&self);
    }
}

static void
test_targets (void **state)
{
  const PtTarget *const *all = pt_target_get_all ();

  assert_ptr_equal (pt_target_find ("bpmn"), all[0]);
  assert_string_equal (pt_target_get_id (all[1]), "camunda7");
  assert_string_equal (pt_target_get_label (all[1]), "Camunda 7 (Operaton, CIB seven)");
  assert_null (pt_target_find ("nothing"));
}

/* What nobody plays may be drawn as it likes. */
static void
test_external_process (void **state)
{
  Case self = make_case (PT_BPMN_COMPLEX_GATEWAY, NULL);

  pt_program_scope (self.program, self.process)->executable = FALSE;
  add_process (self.program, "Ours");
  legalise (&self, "camunda7");
  assert_int_equal (pt_diagnostics_get_length (self.diagnostics), 0);
  free_case (&self);
}

/* Camunda 7 reads what is not connected, too. */
static void
test_loose_gateway (void **state)
{
  Case loose = make_case (PT_BPMN_TASK, "Work");

  add_node (loose.program, loose.process, PT_BPMN_EXCLUSIVE_GATEWAY, "Loose", "Left over?");
  expect_at (&loose, "camunda7", "X30", 1, "Loose");
  free_case (&loose);
  expect_and_free (make_case (PT_BPMN_EXCLUSIVE_GATEWAY, "Through?"), "camunda7", "X30", 0);
}

/* ----- refusals ------------------------------------------------------------------------------- */

static void
test_refusals (void **state)
{
  Case self = make_case (PT_BPMN_COMPLEX_GATEWAY, "Two of three");
  const PtFix *fix;

  expect (&self, "camunda7", "X01", 1);
  fix = g_ptr_array_index (find_code (self.diagnostics, "X01")->fixes, 0);
  assert_int_equal (fix->kind, PT_FIX_REPLACE);
  assert_string_equal (fix->args[1], "Middle");
  assert_string_equal (fix->args[2], "inclusiveGateway");
  free_case (&self);
  expect_and_free (make_case (PT_BPMN_AD_HOC_SUB_PROCESS, "Anything"), "camunda7", "X01", 1);
  expect_and_free (make_case (PT_BPMN_COMPLEX_GATEWAY, "Two of three"), "bpmn", "X01", 0);
}

/* ----- repetition ----------------------------------------------------------------------------- */

static Case
make_loop (gboolean before)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Ask");

  middle (&self)->loop = PT_LOOP_STANDARD;
  middle (&self)->loop_text = "answer = \"maybe\"";
  middle (&self)->loop_test_before = before;
  show (&middle (&self)->figure, 200, 60, 100, 80);
  return self;
}

/* The only ways from each node on, as "a>b"; gateways by what their id begins with. */
static char *
ways (const PtProgram *program)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (program, i);

      g_string_append_printf (text, "%s>%s%s ", pt_program_node (program, flow->source)->origin.id,
                              pt_program_node (program, flow->target)->origin.id,
                              flow->condition ? "?" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_loop_after (void **state)
{
  Case self = make_loop (FALSE);
  g_autofree char *text = NULL;
  const PtNode *test;

  expect (&self, "camunda7", "X10", 1);
  text = ways (self.program);
  assert_string_equal (text, "Start>Merge_Middle Loop_Middle>End Merge_Middle>Middle "
                             "Middle>Loop_Middle Loop_Middle>Merge_Middle? ");
  assert_int_equal (middle (&self)->loop, PT_LOOP_NONE);
  test = pt_program_node (self.program, pt_program_flow (self.program, 1)->source);
  assert_int_equal (test->default_flow, 1);
  assert_string_equal (test->origin.near, "Middle");
  assert_true (test->figure.shown);
  assert_string_equal (pt_program_flow (self.program, 4)->condition, "${answer == 'maybe'}");
  free_case (&self);
}

static void
test_loop_before (void **state)
{
  Case self = make_loop (TRUE);
  g_autofree char *text = NULL;

  expect (&self, "camunda7", "X10", 1);
  text = ways (self.program);
  assert_string_equal (text, "Start>Merge_Loop_Middle Loop_Middle>End Loop_Middle>Middle? "
                             "Merge_Loop_Middle>Loop_Middle Middle>Merge_Loop_Middle ");
  free_case (&self);
}

static void
test_loop_stays_in_the_standard (void **state)
{
  Case self = make_loop (FALSE);

  legalise (&self, "bpmn");
  assert_int_equal (middle (&self)->loop, PT_LOOP_STANDARD);
  assert_int_equal (pt_diagnostics_get_length (self.diagnostics), 0);
  free_case (&self);
}

static void
test_loops_that_cannot_be (void **state)
{
  Case self = make_loop (FALSE);

  middle (&self)->loop_text = NULL;
  expect (&self, "camunda7", "X04", 1);
  free_case (&self);
  self = make_loop (FALSE);
  middle (&self)->loop_maximum = "3";
  expect (&self, "camunda7", "X03", 1);
  free_case (&self);
  self = make_loop (FALSE);
  add_flow (self.program, self.middle, self.end, "Out_2");
  expect (&self, "camunda7", "X12", 1);
  free_case (&self);
}

static void
test_instances (void **state)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Vote");

  middle (&self)->loop = PT_LOOP_PARALLEL;
  expect (&self, "bpmn", "X05", 1);
  free_case (&self);
  self = make_case (PT_BPMN_USER_TASK, "Vote");
  middle (&self)->loop = PT_LOOP_PARALLEL;
  middle (&self)->loop_text = "3";
  expect (&self, "camunda7", "X05", 0);
  assert_string_equal (middle (&self)->loop_text, "${3}");
  free_case (&self);
}

/* ----- events --------------------------------------------------------------------------------- */

static Case
make_waiting (void)
{
  Case self = make_case (PT_BPMN_RECEIVE_TASK, "Answer");

  pt_program_node (self.program, self.start)->type = PT_BPMN_EVENT_BASED_GATEWAY;
  show (&middle (&self)->figure, 200, 60, 100, 80);
  route (self.program, &pt_program_flow (self.program, 0)->figure, 100, 100, 200, 100);
  return self;
}

static void
test_receive_task_waits (void **state)
{
  Case self = make_waiting ();
  const PtFlow *flow;

  expect (&self, "camunda7", "X11", 1);
  assert_int_equal (middle (&self)->type, PT_BPMN_INTERMEDIATE_CATCH_EVENT);
  assert_int_equal (middle (&self)->event_definition, PT_BPMN_MESSAGE_EVENT_DEFINITION);
  assert_true (middle (&self)->reference != PT_NO_INDEX);
  assert_true (middle (&self)->figure.bounds.width == 36);
  flow = pt_program_flow (self.program, 0);
  assert_true (g_array_index (self.program->waypoints, PtPoint, flow->figure.first_waypoint + 1).x
               == 232);
  free_case (&self);
  expect_and_free (make_waiting (), "bpmn", "X11", 0);
}

static void
test_receive_task_with_boundary (void **state)
{
  Case self = make_waiting ();
  PtIndex late = add_node (self.program, self.process, PT_BPMN_BOUNDARY_EVENT, "Late", NULL);

  pt_program_node (self.program, late)->host = self.middle;
  expect (&self, "camunda7", "X08", 1);
  free_case (&self);
}

static void
test_instantiating (void **state)
{
  Case self = make_case (PT_BPMN_RECEIVE_TASK, "Order");

  middle (&self)->instantiate = TRUE;
  pt_program_flow (self.program, 0)->target = self.end;
  pt_program_node (self.program, self.start)->event_definition = PT_BPMN_SIGNAL_EVENT_DEFINITION;
  expect (&self, "camunda7", "X27", 1);
  assert_int_equal (middle (&self)->type, PT_BPMN_START_EVENT);
  free_case (&self);
  self = make_case (PT_BPMN_EVENT_BASED_GATEWAY, "Either");
  middle (&self)->instantiate = TRUE;
  pt_program_flow (self.program, 0)->target = self.end;
  expect (&self, "camunda7", "X25", 1);
  free_case (&self);
  self = make_case (PT_BPMN_RECEIVE_TASK, "Order");
  middle (&self)->instantiate = TRUE;
  pt_program_flow (self.program, 0)->target = self.end;
  expect (&self, "bpmn", "X27", 0);
  assert_int_equal (count_code (self.diagnostics, "X25"), 0);
  free_case (&self);
}

static void
test_cancel (void **state)
{
  Case self = make_event_case (PT_BPMN_END_EVENT, PT_BPMN_CANCEL_EVENT_DEFINITION, "Stop");
  PtIndex transaction, inner;

  expect (&self, "bpmn", "X26", 1);
  free_case (&self);
  self = make_event_case (PT_BPMN_END_EVENT, PT_BPMN_CANCEL_EVENT_DEFINITION, "Stop");
  transaction = add_node (self.program, self.process, PT_BPMN_TRANSACTION, "Transaction", "Book");
  inner = add_inner_scope (self.program, transaction);
  middle (&self)->scope = inner;
  expect (&self, "camunda7", "X26", 0);
  free_case (&self);
}

static void
test_starts (void **state)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Work");

  add_flow (self.program,
            add_node (self.program, self.process, PT_BPMN_START_EVENT, "Start_2", NULL),
            self.middle, "In_2");
  expect_at (&self, "camunda7", "X07", 1, "Start_2");
  free_case (&self);
  self = make_case (PT_BPMN_USER_TASK, "Work");
  add_event (self.program, self.process, PT_BPMN_START_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION,
             "Start_2", "Order");
  expect_at (&self, "camunda7", "X07", 0, NULL);
  assert_int_equal (count_code (self.diagnostics, "X20"), 0);
  free_case (&self);
  self = make_case (PT_BPMN_USER_TASK, "Work");
  for (guint i = 0; i < 2; i++)
    add_event (self.program, self.process, PT_BPMN_START_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION,
               i ? "Start_3" : "Start_2", "Order");
  expect_at (&self, "camunda7", "X20", 1, "Start_3");
  free_case (&self);
}

static void
test_escalation (void **state)
{
  expect_and_free (make_boundary (PT_BPMN_SERVICE_TASK, PT_BPMN_ESCALATION_EVENT_DEFINITION,
                                  "Help"),
                   "camunda7", "X09", 1);
  expect_and_free (make_boundary (PT_BPMN_USER_TASK, PT_BPMN_ESCALATION_EVENT_DEFINITION, "Help"),
                   "camunda7", "X09", 0);
  expect_and_free (make_boundary (PT_BPMN_SERVICE_TASK, PT_BPMN_ESCALATION_EVENT_DEFINITION,
                                  "Help"),
                   "bpmn", "X09", 0);
}

static void
test_must_interrupt (void **state)
{
  Case self = make_boundary (PT_BPMN_SERVICE_TASK, PT_BPMN_ERROR_EVENT_DEFINITION, "Failed");

  middle (&self)->non_interrupting = TRUE;
  expect (&self, "bpmn", "X19", 1);
  assert_false (middle (&self)->non_interrupting);
  free_case (&self);
  self = make_boundary (PT_BPMN_SERVICE_TASK, PT_BPMN_SIGNAL_EVENT_DEFINITION, "Strike");
  middle (&self)->non_interrupting = TRUE;
  expect (&self, "bpmn", "X19", 0);
  assert_true (middle (&self)->non_interrupting);
  free_case (&self);
}

static void
test_cycles (void **state)
{
  Case self = make_boundary (PT_BPMN_USER_TASK, PT_BPMN_TIMER_EVENT_DEFINITION, "every day");

  middle (&self)->time_kind = PT_TIME_CYCLE;
  expect (&self, "camunda7", "X18", 1);
  free_case (&self);
  self = make_boundary (PT_BPMN_USER_TASK, PT_BPMN_TIMER_EVENT_DEFINITION, "every day");
  middle (&self)->time_kind = PT_TIME_CYCLE;
  middle (&self)->non_interrupting = TRUE;
  expect (&self, "camunda7", "X18", 0);
  free_case (&self);
}

static void
test_several_triggers (void **state)
{
  Case self
      = make_event_case (PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_SIGNAL_EVENT_DEFINITION, "Both");

  middle (&self)->n_event_definitions = 2;
  expect (&self, "bpmn", "X02", 1);
  free_case (&self);
}

static void
test_conditional_event (void **state)
{
  Case self = make_event_case (PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                               PT_BPMN_CONDITIONAL_EVENT_DEFINITION, "Full");
  middle (&self)->condition = "stock > 10";
  legalise (&self, "camunda7");
  assert_string_equal (middle (&self)->condition, "${stock > 10}");
  free_case (&self);
}

/* ----- tasks ---------------------------------------------------------------------------------- */

static void
test_scripts (void **state)
{
  Case self = make_case (PT_BPMN_SCRIPT_TASK, "Compute");

  expect (&self, "camunda7", "X21", 1);
  assert_int_equal (middle (&self)->type, PT_BPMN_SERVICE_TASK);
  free_case (&self);
  self = make_case (PT_BPMN_SCRIPT_TASK, "Compute");
  middle (&self)->script = "x = 1";
  expect (&self, "camunda7", "X21", 0);
  assert_int_equal (middle (&self)->type, PT_BPMN_SCRIPT_TASK);
  free_case (&self);
}

static void
test_calls (void **state)
{
  Case self = make_case (PT_BPMN_CALL_ACTIVITY, "Ship");

  middle (&self)->called = "Shipping";
  expect (&self, "bpmn", "X06", 0);
  free_case (&self);
  expect_and_free (make_case (PT_BPMN_CALL_ACTIVITY, "Ship"), "bpmn", "X06", 1);
}

/* ----- definitions ---------------------------------------------------------------------------- */

/* What people send does not reach a process that waits for it. */
static void
test_messages_of_people (void **state)
{
  for (guint i = 0; i < 2; i++)
    {
      Case self = make_case (i == 0 ? PT_BPMN_USER_TASK : PT_BPMN_SEND_TASK, "Hand over");
      PtIndex other = add_process (self.program, "Other");
      PtIndex waits = add_node (self.program, other, PT_BPMN_RECEIVE_TASK, "Waits", "Take over");
      PtIndex flow = pt_program_add_message_flow (self.program);

      PT_PROGRAM_AT (self.program->message_flows, PtMessageFlow, flow)->source_node = self.middle;
      PT_PROGRAM_AT (self.program->message_flows, PtMessageFlow, flow)->target_node = waits;
      expect_and_free (self, "camunda7", "X29", i == 0 ? 1 : 0);
    }
}

static void
test_messages_are_made (void **state)
{
  Case self = make_event_case (PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION,
                               "Answer");
  PtIndex sender = add_node (self.program, self.process, PT_BPMN_SEND_TASK, "Send", "Answer");
  PtIndex other = add_node (self.program, self.process, PT_BPMN_RECEIVE_TASK, "Other", "Wait");
  PtIndex flow = pt_program_add_message_flow (self.program);
  const PtDefinition *made;

  PT_PROGRAM_AT (self.program->message_flows, PtMessageFlow, flow)->target_node = other;
  PT_PROGRAM_AT (self.program->message_flows, PtMessageFlow, flow)->name = "Parcel";
  expect (&self, "bpmn", "X15", 2);
  made = pt_program_definition (self.program, middle (&self)->reference);
  assert_string_equal (made->name, "Answer");
  assert_string_equal (made->origin.id, "Message_Middle");
  assert_int_equal (pt_program_node (self.program, sender)->reference, middle (&self)->reference);
  made = pt_program_definition (self.program, pt_program_node (self.program, other)->reference);
  assert_string_equal (made->name, "Parcel");
  free_case (&self);
}

static void
test_nameless_message (void **state)
{
  expect_and_free (make_event_case (PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                                    PT_BPMN_MESSAGE_EVENT_DEFINITION, NULL),
                   "bpmn", "X16", 1);
  expect_and_free (make_event_case (PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                                    PT_BPMN_MESSAGE_EVENT_DEFINITION, "Order"),
                   "bpmn", "X16", 0);
}

/* Thrown errors need a code; caught ones without an error mean any. */
static void
test_error_codes (void **state)
{
  Case self = make_event_case (PT_BPMN_END_EVENT, PT_BPMN_ERROR_EVENT_DEFINITION, "Card refused");

  expect (&self, "camunda7", "X17", 1);
  assert_string_equal (pt_program_definition (self.program, middle (&self)->reference)->code,
                       "Card refused");
  free_case (&self);
  self = make_boundary (PT_BPMN_USER_TASK, PT_BPMN_ERROR_EVENT_DEFINITION, "Any");
  expect (&self, "camunda7", "X17", 0);
  assert_int_equal (middle (&self)->reference, PT_NO_INDEX);
  free_case (&self);
}

/* ----- conditions ----------------------------------------------------------------------------- */

static Case
make_split (const char *first, const char *second)
{
  Case self = make_case (PT_BPMN_EXCLUSIVE_GATEWAY, "Large?");
  PtIndex flow = add_flow (self.program, self.middle, self.end, "Out_2");

  pt_program_flow (self.program, 1)->condition = first;
  pt_program_flow (self.program, flow)->condition = second;
  return self;
}

static void
test_conditions_are_translated (void **state)
{
  Case self = make_split ("amount > 100 and country = \"DE\"", "not(amount > 100)");

  legalise (&self, "camunda7");
  assert_string_equal (pt_program_flow (self.program, 1)->condition,
                       "${amount > 100 && country == 'DE'}");
  assert_string_equal (pt_program_flow (self.program, 1)->language, "juel");
  assert_int_equal (pt_diagnostics_get_length (self.diagnostics), 0);
  free_case (&self);
  self = make_split ("amount > 100", "${old}");
  legalise (&self, "bpmn");
  assert_string_equal (pt_program_flow (self.program, 1)->condition, "amount > 100");
  assert_null (pt_program_flow (self.program, 1)->language);
  assert_string_equal (pt_program_flow (self.program, 2)->language, "juel");
  free_case (&self);
}

static void
test_untranslatable (void **state)
{
  Case self = make_split ("date(birth) < today()", "amount > 1");

  expect_at (&self, "camunda7", "X13", 1, "Out");
  free_case (&self);
  self = make_split ("date(birth) < today()", "amount > 1");
  expect_at (&self, "bpmn", "X13", 0, NULL);
  free_case (&self);
}

static void
test_languages (void **state)
{
  Case self = make_split ("a", "b");

  pt_program_flow (self.program, 1)->language = "groovy";
  pt_program_flow (self.program, 2)->language = "http://www.w3.org/1999/XPath";
  expect_at (&self, "camunda7", "X14", 1, "Out");
  assert_int_equal (count_code (self.diagnostics, "X24"), 1);
  free_case (&self);
  self = make_split ("a", "b");
  pt_program_flow (self.program, 1)->language = "groovy";
  expect_at (&self, "bpmn", "X14", 0, NULL);
  free_case (&self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_plain),
    cmocka_unit_test (test_targets),
    cmocka_unit_test (test_external_process),
    cmocka_unit_test (test_loose_gateway),
    cmocka_unit_test (test_refusals),
    cmocka_unit_test (test_loop_after),
    cmocka_unit_test (test_loop_before),
    cmocka_unit_test (test_loop_stays_in_the_standard),
    cmocka_unit_test (test_loops_that_cannot_be),
    cmocka_unit_test (test_instances),
    cmocka_unit_test (test_receive_task_waits),
    cmocka_unit_test (test_receive_task_with_boundary),
    cmocka_unit_test (test_instantiating),
    cmocka_unit_test (test_cancel),
    cmocka_unit_test (test_starts),
    cmocka_unit_test (test_escalation),
    cmocka_unit_test (test_must_interrupt),
    cmocka_unit_test (test_cycles),
    cmocka_unit_test (test_several_triggers),
    cmocka_unit_test (test_conditional_event),
    cmocka_unit_test (test_scripts),
    cmocka_unit_test (test_calls),
    cmocka_unit_test (test_messages_of_people),
    cmocka_unit_test (test_messages_are_made),
    cmocka_unit_test (test_nameless_message),
    cmocka_unit_test (test_error_codes),
    cmocka_unit_test (test_conditions_are_translated),
    cmocka_unit_test (test_untranslatable),
    cmocka_unit_test (test_languages),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
