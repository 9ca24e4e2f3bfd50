/* test-target-texts.c: what times, scripts and conditions become for each engine
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legalise-case.h"

/* ----- times ---------------------------------------------------------------------------------- */

static const struct
{
  const char *target;
  PtTimeKind kind;
  const char *drawn;
  const char *code;
  PtTimeKind kind_after;
  const char *after;
} times[] = {
  { "camunda8", PT_TIME_DURATION, "P2D", "", PT_TIME_DURATION, "P2D" },
  { "camunda8", PT_TIME_DATE, "2026-03-01T09:00:00", "X43", PT_TIME_DATE, "2026-03-01T09:00:00Z" },
  { "camunda8", PT_TIME_DATE, "2026-03-01T09:00:00+01:00", "", PT_TIME_DATE,
    "2026-03-01T09:00:00+01:00" },
  { "camunda8", PT_TIME_DURATION, "=wait", "", PT_TIME_DURATION, "=wait" },
  { "camunda8", PT_TIME_DURATION, "${wait}", "X44", PT_TIME_DURATION, "${wait}" },
  { "camunda8", PT_TIME_CYCLE, "R/P1D", "X18", PT_TIME_DURATION, "P1D" },
  { "camunda8", PT_TIME_CYCLE, "R3/2026-03-01T09:00:00Z/P1D", "X18", PT_TIME_DATE,
    "2026-03-01T09:00:00Z" },
  { "camunda8", PT_TIME_CYCLE, "0 0 9 * * *", "X18 X44", PT_TIME_CYCLE, "0 0 9 * * *" },
  { "flowable", PT_TIME_DURATION, "=wait", "", PT_TIME_DURATION, "${wait}" },
  { "flowable", PT_TIME_CYCLE, "R/P1D", "X18", PT_TIME_DURATION, "P1D" },
  { "spiff", PT_TIME_DURATION, "P2D", "", PT_TIME_DURATION, "\"P2D\"" },
  { "spiff", PT_TIME_CYCLE, "R/P1D", "X18", PT_TIME_DURATION, "\"P1D\"" },
  { "spiff", PT_TIME_DATE, "2026-03-01T09:00:00", "", PT_TIME_DATE, "\"2026-03-01T09:00:00\"" },
  { "camunda7", PT_TIME_DURATION, "=wait", "", PT_TIME_DURATION, "${wait}" },
  { "camunda7", PT_TIME_DATE, "=now() + wait", "X44", PT_TIME_DATE, "=now() + wait" },
  { "spiff", PT_TIME_DURATION, "=wait", "", PT_TIME_DURATION, "wait" },
  { "camunda7", PT_TIME_DURATION, "#{wait}", "", PT_TIME_DURATION, "#{wait}" },
  { "bpmn", PT_TIME_DURATION, "=wait", "", PT_TIME_DURATION, "=wait" },
};

static void
test_times (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      Case self = make_event_case (PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION,
                                   "Wait");
      g_autofree char *codes = NULL;

      middle (&self)->time_kind = times[i].kind;
      middle (&self)->time_iso = times[i].drawn;
      legalise (&self, times[i].target);
      codes = codes_of (&self);
      assert_string_equal (codes, times[i].code);
      assert_int_equal (middle (&self)->time_kind, times[i].kind_after);
      assert_string_equal (middle (&self)->time_iso, times[i].after);
      free_case (&self);
    }
}

/* ----- scripts -------------------------------------------------------------------------------- */

static const struct
{
  const char *target, *format, *code;
  PtBpmnType after;
} scripts[] = {
  { "camunda8", "feel", "", PT_BPMN_SCRIPT_TASK },
  { "camunda8", "javascript", "X42", PT_BPMN_SERVICE_TASK },
  { "camunda8", NULL, "X42", PT_BPMN_SERVICE_TASK },
  { "camunda7", NULL, "", PT_BPMN_SCRIPT_TASK },
  { "camunda7", "groovy", "X40", PT_BPMN_SCRIPT_TASK },
  { "camunda7", "basic", "X41", PT_BPMN_SCRIPT_TASK },
  { "flowable", "groovy", "X40", PT_BPMN_SCRIPT_TASK },
  { "flowable", "feel", "X41", PT_BPMN_SCRIPT_TASK },
  { "spiff", "python", "", PT_BPMN_SCRIPT_TASK },
  { "spiff", NULL, "", PT_BPMN_SCRIPT_TASK },
  { "spiff", "groovy", "X41", PT_BPMN_SCRIPT_TASK },
  { "bpmn", "basic", "", PT_BPMN_SCRIPT_TASK },
};

static void
test_scripts (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      Case self = make_case (PT_BPMN_SCRIPT_TASK, "Compute");
      g_autofree char *codes = NULL;

      middle (&self)->script = "1 + 1";
      middle (&self)->script_format = scripts[i].format;
      legalise (&self, scripts[i].target);
      codes = codes_of (&self);
      assert_string_equal (codes, scripts[i].code);
      assert_int_equal (middle (&self)->type, scripts[i].after);
      free_case (&self);
    }
}

/* ----- conditions ----------------------------------------------------------------------------- */

static const struct
{
  const char *target, *drawn, *said;
} conditions[] = {
  { "camunda8", "amount > 100", "=amount > 100" },
  { "camunda7", "amount > 100", "${amount > 100}" },
  { "flowable", "amount > 100", "${amount > 100}" },
  { "spiff", "name = \"x\" and ok", "name == \"x\" and ok is True" },
};

static void
test_conditions (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      Case self = make_case (PT_BPMN_EXCLUSIVE_GATEWAY, "Large?");

      pt_program_flow (self.program, 1)->condition = conditions[i].drawn;
      legalise (&self, conditions[i].target);
      assert_string_equal (pt_program_flow (self.program, 1)->condition, conditions[i].said);
      free_case (&self);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_times),
    cmocka_unit_test (test_scripts),
    cmocka_unit_test (test_conditions),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
