/* test-refused.c: what an engine would refuse, never begin or never end is said before
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"
#include "compiler-test.h"

#define MESSAGE "<messageEventDefinition messageRef='M'/>"
/* A sub-process T, with an event sub-process in it. */
#define AROUND(inside)                                                                             \
  "<subProcess id='T'>" START ("I") TASK ("W", "Work") END ("J") FLOW ("i1", "I", "W")             \
      FLOW ("i2", "W", "J") inside "</subProcess>"
#define HANDLER(attributes, inside)                                                                \
  "<subProcess id='H' triggeredByEvent='true'><startEvent id='HS' " attributes ">" MESSAGE         \
  "</startEvent>" TASK ("HW", "Help") END ("HE") FLOW ("h1", "HS", "HW") FLOW ("h2", "HW", "HE")   \
      inside "</subProcess>"
#define BESIDE "isInterrupting='false'"
#define AT_BORDER                                                                                  \
  "<boundaryEvent id='B' attachedToRef='T'><timerEventDefinition><timeDuration>P1D</timeDuration>" \
  "</timerEventDefinition></boundaryEvent>" END ("BE") FLOW ("b1", "B", "BE")
#define CHOICE(first, second)                                                                      \
  "<eventBasedGateway id='T'/>" first second END ("E2") FLOW ("c1", "T", "X")                      \
      FLOW ("c2", "T", "Y") FLOW ("c3", "Y", "E2")
#define CATCH(id, message)                                                                         \
  "<intermediateCatchEvent id='" id "'><messageEventDefinition messageRef='" message               \
  "'/></intermediateCatchEvent>"
#define LINKED(type, id) "<" type " id='" id "'><linkEventDefinition name='A'/></" type ">"
#define LEAP(before, throw, catch, after, flow)                                                    \
  LINKED ("intermediateThrowEvent", throw)                                                         \
  LINKED ("intermediateCatchEvent", catch)                                                         \
  FLOW (flow "1", before, throw) FLOW (flow "2", catch, after)

static const struct
{
  const char *inside; /* of the process, between start and end: T */
  const char *target, *code;
  gboolean is_found;
} rows[] = {
  { AROUND (HANDLER (BESIDE, "")) AT_BORDER, "flowable", "X01", TRUE },
  { AROUND (HANDLER (BESIDE, "")) AT_BORDER, "camunda7", "X01", FALSE },
  { AROUND (HANDLER (BESIDE, "")), "flowable", "X01", FALSE },
  { AROUND (HANDLER (BESIDE, "")), "spiff", "X01", TRUE },
  { TASK ("T", "Work") HANDLER (BESIDE, ""), "spiff", "X01", FALSE },
  { TASK ("T", "Work")
        HANDLER ("",
                 "<subProcess id='K' triggeredByEvent='true'><startEvent id='KS'>" MESSAGE
                 "</startEvent></subProcess>"),
    "flowable", "X01", TRUE },
  { CHOICE (CATCH ("X", "M"), CATCH ("Y", "M")) FLOW ("c4", "X", "E"), "camunda8", "X37", TRUE },
  { CHOICE (CATCH ("X", "M"), CATCH ("Y", "N")) FLOW ("c4", "X", "E"), "camunda8", "X37", TRUE },
  { CHOICE (CATCH ("X", "M"), CATCH ("Y", "O")) FLOW ("c4", "X", "E"), "camunda8", "X37", FALSE },
  { CHOICE (CATCH ("X", "M"), "<receiveTask id='Y' messageRef='M'/>") FLOW ("c4", "X", "E"),
    "camunda7", "X37", TRUE },
  { TASK ("T", "Work") "<startEvent id='S2'>" MESSAGE "</startEvent>" FLOW (
        "s2",
        "S2",
        "T") "<startEvent id='S3'><messageEventDefinition messageRef='N'/></startEvent>" FLOW ("s3",
                                                                                               "S3",
                                                                                               "T"),
    "camunda7", "X20", TRUE },
  { TASK ("T", "Work") "<startEvent id='S2'>" MESSAGE "</startEvent>" FLOW (
        "s2",
        "S2",
        "T") "</process><process id='Q' isExecutable='true'><startEvent id='S3'>" MESSAGE
             "</startEvent>" END ("E3") FLOW ("s3", "S3", "E3") "</process><process id='R'>",
    "camunda7", "X20", TRUE },
  { "<callActivity id='T' name='Check' calledElement=''/>", "camunda7", "X06", TRUE },
  { "<callActivity id='T' calledElement='GT'/>", "camunda7", "X62", FALSE },
  { "<intermediateCatchEvent id='T' name='nach 3 Werktagen'><timerEventDefinition/>"
    "</intermediateCatchEvent>",
    "camunda7", "T03", TRUE },
  { "<intermediateCatchEvent id='T' name='-3 days'><timerEventDefinition/>"
    "</intermediateCatchEvent>",
    "camunda7", "T03", TRUE },
  { "<intermediateCatchEvent id='T' name='3 days'><timerEventDefinition/>"
    "</intermediateCatchEvent>",
    "camunda7", "T03", FALSE },
  { "<intermediateCatchEvent id='T'><timerEventDefinition><timeDate "
    "language='http://www.mvel.org/2.0'"
    " xsi:type='tFormalExpression'>someDay</timeDate></timerEventDefinition></"
    "intermediateCatchEvent>",
    "camunda8", "X44", TRUE },
  { "<endEvent id='T'><errorEventDefinition errorRef='F'/></endEvent>", "flowable", "X76", TRUE },
  { AROUND (
        "<endEvent id='X'><errorEventDefinition errorRef='F'/></endEvent>") "<boundaryEvent id='B' "
                                                                            "attachedToRef='T'><"
                                                                            "errorEventDefinition "
                                                                            "errorRef='F'/></"
                                                                            "boundaryEvent>",
    "flowable", "X76", FALSE },
};

static PtCompilation *
compile (Drawing *drawing, const char *target)
{
  PtCompileOptions options = { .target = pt_target_find (target), .emit = TRUE, .force = TRUE };

  return pt_compile (drawing->graph, NULL, &options);
}

static Drawing *
draw (const char *inside)
{
  g_autofree char *body = g_strconcat (
      "<message id='M' name='Order'/><message id='N' name='Order'/><message id='O' name='Bill'/>"
      "<error id='F' errorCode='f'/><globalUserTask id='GT' name='Agree'/><process id='P' "
      "isExecutable='true'>",
      START ("S"), inside, END ("E"), FLOW ("f1", "S", "T"), FLOW ("f2", "T", "E"), "</process>",
      NULL);

  return drawing_new (body);
}

static void
test_rows (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Drawing) drawing = draw (rows[i].inside);
      g_autoptr (PtCompilation) compilation = compile (drawing, rows[i].target);
      PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
      g_autofree char *all = pt_diagnostics_to_text (found, NULL);

      if ((count_code (found, rows[i].code) > 0) != rows[i].is_found)
        fail_msg ("row %u (%s, %s):\n%s", i, rows[i].target, rows[i].code, all);
    }
}

/* Names of links are found in the whole process: those within a sub-process get its id. */
static void
test_links (void **state)
{
  g_autoptr (Drawing) drawing
      = draw ("<subProcess id='T'>" START ("I") END ("J")
                  LEAP ("I", "L1", "L2", "J", "l") "</subProcess>" TASK ("A", "Go") TASK ("B", "On")
                      FLOW ("f3", "T", "A") LEAP ("A", "L3", "L4", "B", "m"));
  g_autoptr (PtCompilation) compilation = compile (drawing, "camunda7");
  GBytes *xml = pt_compilation_get_xml (compilation);
  g_autofree char *text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_auto (GStrv) plain = g_strsplit (text, "name=\"A\"", -1);
  g_auto (GStrv) renamed = g_strsplit (text, "name=\"A ", -1);

  assert_int_equal (g_strv_length (plain), 3);
  assert_int_equal (g_strv_length (renamed), 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rows),
    cmocka_unit_test (test_links),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
