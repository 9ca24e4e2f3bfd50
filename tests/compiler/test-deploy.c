/* test-deploy.c: what an engine would refuse when it is given the file is written otherwise, or told
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#define CALL(called) "<callActivity id='M' name='Pay' calledElement='" called "'/>"
#define STRAIGHT(middle)                                                                           \
  START ("S") middle END ("E") FLOW ("f1", "S", "M") FLOW ("f2", "M", "E")
#define SIGNAL(type, id, ref)                                                                      \
  "<" type " id='" id "'><signalEventDefinition signalRef='" ref "'/></" type ">"
#define UNDO(id, activity)                                                                         \
  "<intermediateThrowEvent id='" id "'><compensateEventDefinition activityRef='" activity "'/>"    \
  "</intermediateThrowEvent>"
#define UNDONE(id, host)                                                                           \
  "<boundaryEvent id='" id "' attachedToRef='" host "'><compensateEventDefinition "                \
  "activityRef='" host "'/></boundaryEvent>"                                                       \
  "<task id='" id "_U' name='Undo' isForCompensation='true'/>"                                     \
  "<association id='" id "_A' sourceRef='" id "' targetRef='" id "_U'/>"
#define INNER                                                                                      \
  "<subProcess id='I' name='Inside'>" START ("IS") TASK ("A", "Book") END ("IE")                   \
      FLOW ("g1", "IS", "A") FLOW ("g2", "A", "IE") "</subProcess>"

/* What becomes of @body, errors or not. */
static char *
compile_to (const char *body, const char *target, const char *code, gboolean *is_told)
{
  g_autoptr (Drawing) drawing = drawing_new (body);
  const PtCompileOptions options = { .target = pt_target_find (target), .emit = TRUE, .force = TRUE };
  g_autoptr (PtCompilation) compilation = pt_compile (drawing->graph, NULL, &options);
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  GBytes *xml = pt_compilation_get_xml (compilation);

  *is_told = FALSE;
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const char *told = pt_code_info (pt_diagnostics_get (found, i)->code)->code;

      assert_string_not_equal (told, "E01");
      *is_told |= g_strcmp0 (told, code) == 0;
    }
  return xml ? g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml)) : g_strdup ("");
}

static const struct
{
  const char *body, *target;
  const char *code;  /* (nullable): is told */
  const char *other; /* (nullable): a code that is not */
  const char *has;   /* (nullable): stands in the file */
  const char *lacks; /* (nullable): does not */
} cases[] = {
  /* what is called may be worked out, where the engine reads the notation */
  { PROCESS ("P", STRAIGHT (CALL ("${kind}"))), "camunda7", NULL, "X63",
    "calledElement=\"${kind}\"", NULL },
  { PROCESS ("P", STRAIGHT (CALL ("#{kind}"))), "flowable", NULL, "F21",
    "calledElement=\"#{kind}\"", NULL },
  { PROCESS ("P", STRAIGHT (CALL ("=kind"))), "camunda8", NULL, "X63", "processId=\"=kind\"",
    " calledElement=" },
  { PROCESS ("P", STRAIGHT (CALL ("${kind}"))), "camunda8", "X63", NULL, NULL, NULL },
  { PROCESS ("P", STRAIGHT (CALL ("${kind}"))), "spiff", "X63", "F21", NULL, NULL },
  { PROCESS ("P", STRAIGHT (CALL ("=kind"))), "camunda7", "X63", NULL, NULL, "=kind" },
  { PROCESS ("P", STRAIGHT (CALL ("Q"))) PROCESS ("Q", STRAIGHT (TASK ("M", "Do"))), "spiff", NULL,
    "X63", "calledElement=\"Q\"", NULL },
  /* of a name there is one signal */
  { "<signal id='A' name='go'/><signal id='B' name='go'/>" PROCESS (
        "P",
        STRAIGHT (SIGNAL ("intermediateCatchEvent", "M", "B"))),
    "camunda7", NULL, NULL, "signalRef=\"A\"", "id=\"B\"" },
  { "<signal id='A' name='go'/><signal id='B' name='stop'/>" PROCESS (
        "P",
        STRAIGHT (SIGNAL ("intermediateCatchEvent", "M", "B"))),
    "flowable", NULL, NULL, "signalRef=\"B\"", NULL },
  /* a system that is asked from outside needs a topic */
  { PROCESS ("P", STRAIGHT ("<serviceTask id='M' name='Pay' camunda:type='external'/>")),
    "camunda7", NULL, NULL, "camunda:topic=", NULL },
  { PROCESS ("P", STRAIGHT ("<serviceTask id='M' name='Pay' camunda:class='org.X'/>")), "camunda7",
    NULL, NULL, "camunda:class=", "camunda:topic=" },
  /* what a message carries has a name that Flowable does not find */
  { "<itemDefinition id='I'/><message id='A' name='go' itemRef='I'/>" PROCESS (
        "P",
        STRAIGHT ("<receiveTask id='M' name='Go' messageRef='A'/>")),
    "flowable", NULL, NULL, "<bpmn:message id=\"A\"", "itemRef=" },
  { "<itemDefinition id='I'/><message id='A' name='go' itemRef='I'/>" PROCESS (
        "P",
        STRAIGHT ("<receiveTask id='M' name='Go' messageRef='A'/>")),
    "camunda7", NULL, NULL, "itemRef=\"I\"", NULL },
  /* nothing begins or ends among what is done in any order */
  { PROCESS ("P",
             STRAIGHT ("<adHocSubProcess id='M' name='Any'>" TASK ("A", "Do") END ("X")
                           FLOW ("g", "A", "X") "</adHocSubProcess>")),
    "camunda8", "X01", NULL, NULL, NULL },
  { PROCESS ("P",
             STRAIGHT (
                 "<adHocSubProcess id='M' name='Any'>" TASK ("A", "Do") "</adHocSubProcess>")),
    "camunda8", NULL, "X01", NULL, NULL },
  /* what is undone is near, and something undoes it */
  { PROCESS ("P",
             START ("S") INNER UNDO ("M", "A") END ("E") FLOW ("f1", "S", "I") FLOW ("f2", "I", "M")
                 FLOW ("f3", "M", "E")),
    "bpmn", "B35", "B36", NULL, NULL },
  { PROCESS ("P",
             START ("S") INNER UNDO ("M", "I") END ("E") FLOW ("f1", "S", "I") FLOW ("f2", "I", "M")
                 FLOW ("f3", "M", "E")),
    "bpmn", NULL, "B35", "activityRef=\"I\"", NULL },
  { PROCESS ("P",
             START ("S") TASK ("A", "Book") UNDO ("M", "A") END ("E") FLOW ("f1", "S", "A")
                 FLOW ("f2", "A", "M") FLOW ("f3", "M", "E")),
    "bpmn", "B36", "B35", NULL, NULL },
  { PROCESS ("P",
             START ("S") TASK ("A", "Book") UNDONE ("B", "A") END ("E") FLOW ("f1", "S", "A")
                 FLOW ("f2",
                       "A",
                       "E") "<subProcess id='I' triggeredByEvent='true'>"
                            "<startEvent id='IS'><errorEventDefinition/></startEvent>" UNDO ("M",
                                                                                             "A")
                                END ("IE") FLOW ("g1", "IS", "M")
                                    FLOW ("g2", "M", "IE") "</subProcess>"),
    "bpmn", NULL, "B35", "activityRef=\"A\"", NULL },
  { PROCESS ("P", STRAIGHT (TASK ("M", "Book")) UNDONE ("B", "M") UNDONE ("C", "M")), "camunda7",
    "X37", NULL, NULL, NULL },
  /* links have names, if only their ids */
  { PROCESS ("P",
             START ("S") "<intermediateThrowEvent id='T' name='On'><linkEventDefinition name=''/>"
                         "</intermediateThrowEvent><intermediateCatchEvent id='C' name='On'>"
                         "<linkEventDefinition name=''/></intermediateCatchEvent>" END ("E")
                             FLOW ("f1", "S", "T") FLOW ("f2", "C", "E")),
    "camunda8", NULL, NULL, " name=\"On\"/>", "name=\"\"" },
  /* what catches it undoes what it stands at, and names nothing */
  { PROCESS ("P", STRAIGHT (TASK ("M", "Book")) UNDONE ("B", "M")), "camunda8", NULL, "B36", NULL,
    "activityRef" },
};

static void
test_cases (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_told, is_other;
      g_autofree char *text
          = compile_to (cases[i].body, cases[i].target, cases[i].code, &is_told);
      g_autofree char *again
          = compile_to (cases[i].body, cases[i].target, cases[i].other, &is_other);

      if (is_told != (cases[i].code != NULL) || is_other
          || (cases[i].has && !strstr (text, cases[i].has))
          || (cases[i].lacks && strstr (text, cases[i].lacks)))
        fail_msg ("row %u (%s): told %d, other %d\n%s", i, cases[i].target, is_told, is_other,
                  text);
      assert_string_equal (text, again);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_cases) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
