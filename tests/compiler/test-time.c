/* test-time.c: timers of a drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"
#include "src/compiler/pt-passes.h"

#define WAIT(name, time)                                                                           \
  PROCESS ("P", START ("S") TIMER ("intermediateCatchEvent", "T", name, time) END ("E")            \
                    FLOW ("f1", "S", "T") FLOW ("f2", "T", "E"))

#define START_AT(time)                                                                             \
  PROCESS ("P", TIMER ("startEvent", "T", "Begin", time) END ("E") FLOW ("f1", "T", "E"))

#define PLAIN(tag, name) PROCESS ("P", ELEMENT (tag, "T", name) END ("E") FLOW ("f1", "T", "E"))

static Drawing *
time_it (const char *body)
{
  Drawing *drawing = drawing_new (body);

  drawing_take (drawing, pt_pass_time (drawing->program, drawing->found));
  return drawing;
}

static void
test_timers (void **state)
{
  static const struct
  {
    const char *body, *codes;
    PtTimeKind kind;
    const char *iso;
  } cases[] = {
    { WAIT ("Wait", "<timeDuration>P3D</timeDuration>"), "", PT_TIME_DURATION, "P3D" },
    { WAIT ("Wait", "<timeDuration>2 days</timeDuration>"), "T02", PT_TIME_DURATION, "P2D" },
    { WAIT ("after 3 days", ""), "T02", PT_TIME_DURATION, "P3D" },
    { WAIT ("after 3 days", "<timeDuration/>"), "T02", PT_TIME_DURATION, "P3D" },
    { WAIT ("P3D", ""), "", PT_TIME_DURATION, "P3D" },
    { WAIT ("Wait", "<timeDuration>every Monday 9:00</timeDuration>"), "T02", PT_TIME_CYCLE,
      "R/2024-01-01T09:00:00/P1W" },
    { WAIT ("Wait", "<timeDate>P3D</timeDate>"), "T05", PT_TIME_DURATION, "P3D" },
    { WAIT ("Wait", "<timeDuration>end of month</timeDuration>"), "T01", PT_TIME_DURATION, NULL },
    { WAIT ("Wait", "<timeDuration>P2H</timeDuration>"), "T04", PT_TIME_DURATION, NULL },
    { WAIT ("Wait", "<timeDate>${due}</timeDate>"), "", PT_TIME_DATE, "${due}" },
    { WAIT ("Wait", "<timeDate>=due</timeDate>"), "", PT_TIME_DATE, "=due" },
    { WAIT ("Wait", "<timeDuration>=duration(\"P3D\")</timeDuration>"), "", PT_TIME_DURATION,
      "P3D" },
    { WAIT ("Wait", "<timeDate>=date and time(\"2030-01-01T08:00:00Z\")</timeDate>"), "",
      PT_TIME_DATE, "2030-01-01T08:00:00Z" },
    { WAIT ("Wait", "<timeDate>=now() + duration(\"P3D\")</timeDate>"), "", PT_TIME_DATE,
      "=now() + duration(\"P3D\")" },
    { WAIT ("Wait", "<timeDuration>\"P3D\"</timeDuration>"), "", PT_TIME_DURATION, "P3D" },
    { PLAIN ("intermediateCatchEvent", "after 3 days"), "T02", PT_TIME_DURATION, "P3D" },
    { PLAIN ("intermediateCatchEvent", "P3D"), "", PT_TIME_DURATION, "P3D" },
    { PLAIN ("intermediateCatchEvent", "Answer"), "T09", PT_TIME_NONE, NULL },
    { PLAIN ("intermediateCatchEvent", ""), "T09", PT_TIME_NONE, NULL },
    { PLAIN ("intermediateThrowEvent", "after 3 days"), "", PT_TIME_NONE, NULL },
    { PLAIN ("startEvent", "every Monday at 8"), "T10", PT_TIME_NONE, NULL },
    { PLAIN ("startEvent", "after 3 days"), "", PT_TIME_NONE, NULL },
    { PLAIN ("startEvent", "Order came"), "", PT_TIME_NONE, NULL },
    { START_AT ("<timeDate>2030-01-01T08:00:00Z</timeDate>"), "", PT_TIME_DATE,
      "2030-01-01T08:00:00Z" },
    { START_AT ("<timeDate>=due</timeDate>"), "T08", PT_TIME_DATE, "=due" },
    { START_AT ("<timeDate>#{due}</timeDate>"), "T08", PT_TIME_DATE, "#{due}" },
    { START_AT ("<timeDate>#{clock.due}</timeDate>"), "", PT_TIME_DATE, "#{clock.due}" },
    { START_AT ("<timeDate>=now() + duration(\"P3D\")</timeDate>"), "", PT_TIME_DATE,
      "=now() + duration(\"P3D\")" },
    { WAIT ("Wait", "<timeCycle>0 0 9 * * MON</timeCycle>"), "", PT_TIME_CYCLE, "0 0 9 * * MON" },
    { WAIT ("Wait", ""), "T03", PT_TIME_NONE, NULL },
    { WAIT ("", ""), "T03", PT_TIME_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Drawing) drawing = time_it (cases[i].body);
      g_autofree char *codes = drawing_codes (drawing, "T");
      const PtNode *timer = drawing_node (drawing, "T");

      if (!g_str_equal (codes, cases[i].codes) || timer->time_kind != cases[i].kind
          || g_strcmp0 (timer->time_iso, cases[i].iso) != 0)
        fail_msg ("%s: %s, kind %d, %s", cases[i].body, codes, timer->time_kind, timer->time_iso);
    }
}

static void
test_only_timers_are_read (void **state)
{
  g_autoptr (Drawing) drawing = time_it (
      PROCESS ("P", START ("S") "<intermediateCatchEvent id='M' name='3 "
                                "days'><messageEventDefinition/></intermediateCatchEvent>" END ("E")
                                    FLOW ("f1", "S", "M") FLOW ("f2", "M", "E")));

  assert_null (drawing_node (drawing, "M")->time_iso);
  assert_null (drawing_find (drawing, "T02"));
}

static void
test_fix (void **state)
{
  g_autoptr (Drawing) drawing = time_it (WAIT ("after 3 days", ""));
  const PtDiagnostic *found = drawing_find (drawing, "T02");
  const PtFix *fix = g_ptr_array_index (found->fixes, 0);
  g_autofree char *message = pt_diagnostic_message (found);

  assert_string_equal (message, "“after 3 days” is read as P3D.");
  assert_string_equal (g_ptr_array_index (found->elements, 0), "T");
  assert_int_equal (fix->kind, PT_FIX_SET_TIMER);
  assert_string_equal (fix->args[0], "P3D");
  assert_string_equal (fix->args[1], "T");
  assert_string_equal (fix->args[2], "timeDuration");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_timers),
    cmocka_unit_test (test_only_timers_are_read),
    cmocka_unit_test (test_fix),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
