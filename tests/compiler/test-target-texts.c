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
  { "camunda8", PT_TIME_DURATION, "${wait}", "", PT_TIME_DURATION, "=wait" },
  { "spiff", PT_TIME_DURATION, "#{o.wait}", "", PT_TIME_DURATION, "(o or {}).get(\"wait\")" },
  { "camunda8", PT_TIME_DURATION, "${bean.wait()}", "X44", PT_TIME_DURATION, "${bean.wait()}" },
  { "camunda8", PT_TIME_CYCLE, "R/P1D", "X18", PT_TIME_DURATION, "P1D" },
  { "camunda8", PT_TIME_CYCLE, "R3/2026-03-01T09:00:00Z/P1D", "X18", PT_TIME_DATE,
    "2026-03-01T09:00:00Z" },
  { "camunda8", PT_TIME_CYCLE, "0 0 9 * * *", "X18 X44", PT_TIME_CYCLE, "0 0 9 * * *" },
  { "flowable", PT_TIME_DURATION, "=wait", "", PT_TIME_DURATION, "${wait}" },
  { "flowable", PT_TIME_CYCLE, "R/P1D", "X18", PT_TIME_CYCLE, "R/P1D" },
  { "flowable", PT_TIME_CYCLE, "R/2024-01-01T08:00:00/P1W", "X18", PT_TIME_CYCLE,
    "R/2024-01-01T08:00:00/P7D" },
  { "flowable", PT_TIME_DURATION, "P2W", "", PT_TIME_DURATION, "P14D" },
  { "bpmn", PT_TIME_DURATION, "P2W", "", PT_TIME_DURATION, "P2W" },
  { "camunda7", PT_TIME_CYCLE, "R/2024-01-01T08:00:00/P1M", "X18", PT_TIME_CYCLE,
    "R/2024-01-01T08:00:00/P1M" },
  { "spiff", PT_TIME_CYCLE, "R/2024-01-01T08:00:00/P1D", "X18 X44", PT_TIME_DATE,
    "\"2024-01-01T08:00:00\"" },
  { "camunda8", PT_TIME_CYCLE, "R/2024-01-01T08:00:00/P1D", "X18 X43", PT_TIME_DATE,
    "=(for n in 0..1 return date and time(today() + duration(\"P\" + string(n) + \"D\"), "
    "time(\"08:00:00Z\")))[item > now()][1]" },
  { "camunda8", PT_TIME_CYCLE, "R/2024-01-02T08:00:00/P1W", "X18 X43", PT_TIME_DATE,
    "=(for n in 0..7 return date and time(today() + duration(\"P\" + string(n) + \"D\"), "
    "time(\"08:00:00Z\")))[day of week(item) = \"Tuesday\" and item > now()][1]" },
  { "camunda8", PT_TIME_CYCLE, "R/2024-01-15T08:00:00/P1M", "X18 X43", PT_TIME_DATE,
    "=(for n in 0..62 return date and time(today() + duration(\"P\" + string(n) + \"D\"), "
    "time(\"08:00:00Z\")))[item.day = 15 and item > now()][1]" },
  { "camunda8", PT_TIME_CYCLE, "R/2024-12-24T08:00:00/P1Y", "X18 X43", PT_TIME_DATE,
    "=(for n in 0..366 return date and time(today() + duration(\"P\" + string(n) + \"D\"), "
    "time(\"08:00:00Z\")))[item.month = 12 and item.day = 24 and item > now()][1]" },
  { "camunda8", PT_TIME_CYCLE, "R/2024-01-01T08:00:00/P2W", "X18 X44 X43", PT_TIME_DATE, NULL },
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
      if (times[i].after)
        assert_string_equal (middle (&self)->time_iso, times[i].after);
      free_case (&self);
    }
}

/* Where a time comes again and again, Camunda 8 wants it as cron. */
static const struct
{
  const char *drawn, *after;
} series[] = {
  { "R/2024-01-01T08:00:00/P1D", "0 0 8 * * *" },
  { "R/2024-01-07T08:30:15/P1W", "15 30 8 * * 7" },
  { "R/2024-01-07T08:30/P7D", "0 30 8 * * 7" },
  { "R/2024-03-15T00:00:00/P1M", "0 0 0 15 * *" },
  { "R/2024-12-24/P1Y", "0 0 0 24 12 *" },
  { "R/2024-01-01T00:45:00/PT1H", "0 45 * * * *" },
  { "R/P2D", "R/P2D" },
  { "R/2030-01-01T08:00:00Z/P1D", "R/2030-01-01T08:00:00Z/P1D" },
  { "R5/2024-01-01T08:00:00Z/P1D", "R5/2024-01-01T08:00:00Z/P1D" },
};

static void
test_series (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      Case self = make_event_case (PT_BPMN_START_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION, "Begin");

      middle (&self)->time_kind = PT_TIME_CYCLE;
      middle (&self)->time_iso = series[i].drawn;
      legalise (&self, "camunda8");
      assert_string_equal (middle (&self)->time_iso, series[i].after);
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
    cmocka_unit_test (test_series),
    cmocka_unit_test (test_scripts),
    cmocka_unit_test (test_conditions),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
