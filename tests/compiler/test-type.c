/* test-type.c: what a case knows, and whether it is known where it is needed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"
#include "src/compiler/pt-passes.h"

#define USER(id, name) ELEMENT ("userTask", id, name)
#define SERVICE(id, name) ELEMENT ("serviceTask", id, name)
#define DATA(id, name)                                                                             \
  "<dataObject id='" id "_object'/><dataObjectReference id='" id "' name='" name                   \
  "' dataObjectRef='" id "_object'/>"
#define TYPED(id, name, item)                                                                      \
  "<dataObject id='" id "_object' itemSubjectRef='" item "'/><dataObjectReference id='" id         \
  "' name='" name "' dataObjectRef='" id "_object'/>"
#define NUMBER "<itemDefinition id='number' structureRef='xsd:decimal'/>"
#define TEXT "<itemDefinition id='text' structureRef='java.lang.String'/>"
#define DOES(tag, id, name, data) "<" tag " id='" id "' name='" name "'>" data "</" tag ">"
#define READS(data)                                                                                \
  "<dataInputAssociation><sourceRef>" data                                                         \
  "</sourceRef><targetRef>nowhere</targetRef></dataInputAssociation>"
#define WRITES(data)                                                                               \
  "<dataOutputAssociation><targetRef>" data "</targetRef></dataOutputAssociation>"
#define PATH4(a, b, c) FLOW ("f1", "S", a) FLOW ("f2", a, b) FLOW ("f3", b, c) FLOW ("f4", c, "E")
#define ROW(a, b, c) START ("S") END ("E") PATH4 (a, b, c)
/* A, then what is between two gateways, then Z */
#define FORK(gateway, flows)                                                                       \
  START ("S") END ("E1") END ("E2") gateway FLOW ("f1", "S", "A") FLOW ("f2", "A", "G") flows

static Drawing *
type (const char *body)
{
  Drawing *drawing = drawing_new (body);

  drawing_take (drawing, pt_pass_decide (drawing->program, drawing->found));
  drawing_take (drawing, pt_pass_time (drawing->program, drawing->found));
  drawing_take (drawing, pt_pass_bind (drawing->program, NULL, NULL, drawing->found));
  drawing_take (drawing, pt_pass_type (drawing->program, drawing->found));
  return drawing;
}

/* What is known and who tells it. */
static char *
knowledge (const Drawing *drawing)
{
  static const char *const kinds[] = { "variable ", "reads ", "writes ", "asks ", NULL };

  return drawing_text (drawing, kinds);
}

typedef struct
{
  const char *body, *codes, *lines; /* lines: those that must be there, separated by ; */
} Case;

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Drawing) drawing = type (cases[i].body);
      g_autofree char *codes = drawing_codes (drawing, "V");
      g_autofree char *text = knowledge (drawing);
      g_autofree char *framed = g_strconcat ("\n", text, NULL);
      g_auto (GStrv) lines = g_strsplit (cases[i].lines, ";", -1);

      if (!g_str_equal (codes, cases[i].codes))
        {
          g_autofree char *found = pt_diagnostics_to_text (drawing->found, "test");

          fail_msg ("%s\ncodes %s, not %s\n%s", cases[i].body, codes, cases[i].codes, found);
        }
      for (guint k = 0; lines[k]; k++)
        {
          g_autofree char *line = g_strconcat ("\n", lines[k], "\n", NULL);

          if (!strstr (framed, line))
            fail_msg ("%s\nno line “%s” in\n%s", cases[i].body, lines[k], text);
        }
    }
}

static void
test_types (void **state)
{
  static const Case cases[] = {
    /* the file says it */
    { NUMBER PROCESS ("P", TYPED ("D", "Net total", "number")
                               DOES ("userTask", "A", "Enter", WRITES ("D"))
                                   DOES ("serviceTask", "B", "Post", READS ("D")) USER ("C", "See")
                                       ROW ("A", "B", "C")),
      "",
      "variable netTotal label=\"Net total\" type=number process=P;writes A netTotal drawn;asks A "
      "netTotal;reads B netTotal drawn" },
    /* a question */
    { PROCESS ("P",
               USER ("A", "Check") FORK (XOR ("G", "Way?"), NAMED ("l", "G", "E1", "left")
                                                                NAMED ("r", "G", "E2", "right"))),
      "", "variable way label=Way? type=string values=left|right process=P;asks A way" },
    /* the other side of a comparison */
    { PROCESS ("P",
               USER ("A", "Check") FORK (XOR ("G", ""), CONDITION ("l", "G", "E1", "total &gt; 5")
                                                            FLOW ("r", "G", "E2"))),
      "", "variable total label=total type=number process=P;asks A total;reads G total" },
    { PROCESS ("P",
               USER ("A", "Check")
                   FORK (XOR ("G", ""), CONDITION ("l", "G", "E1", "day &gt; date(\"2026-01-01\")")
                                            FLOW ("r", "G", "E2"))),
      "", "variable day label=day type=date process=P" },
    { PROCESS ("P",
               USER ("A", "Check")
                   FORK (XOR ("G", ""), CONDITION ("l", "G", "E1", "country in (\"DE\", \"SE\")")
                                            FLOW ("r", "G", "E2"))),
      "", "variable country label=country type=string process=P" },
    /* what a system did last, it tells */
    { PROCESS ("P", SERVICE ("A", "Score")
                        FORK (XOR ("G", ""),
                              CONDITION ("l", "G", "E1", "score &gt; 5") FLOW ("r", "G", "E2"))),
      "", "writes A score" },
    /* nobody before */
    { PROCESS ("P", START ("S") END ("E1") END ("E2") XOR ("G", "") FLOW ("f1", "S", "G")
                        CONDITION ("l", "G", "E1", "total &gt; 5") FLOW ("r", "G", "E2")),
      "V05", "reads G total" },
    /* drawn as it is read */
    { NUMBER PROCESS ("P",
                      TYPED ("D", "Total", "number") DOES ("userTask", "A", "Enter", WRITES ("D"))
                          FORK (XOR ("G", ""),
                                CONDITION ("l", "G", "E1", "Total &gt; 5") FLOW ("r", "G", "E2"))),
      "", "variable Total label=Total type=number process=P;asks A Total;reads G Total" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* On each way the last who can be asked, not the one drawn nearest. */
static void
test_every_way (void **state)
{
  static const Case cases[] = {
    { PROCESS ("P", START ("S") XOR ("X", "") USER ("A", "By mail") USER ("B", "By phone")
                        XOR ("J", "") SERVICE ("C", "Store") XOR ("G", "OK?") END ("E1") END ("E2")
                            FLOW ("1", "S", "X") CONDITION ("2", "X", "A", "mail = true")
                                FLOW ("3", "X", "B") FLOW ("4", "A", "J") FLOW ("5", "B", "J")
                                    FLOW ("6", "J", "C") FLOW ("7", "C", "G")
                                        NAMED ("8", "G", "E1", "yes") NAMED ("9", "G", "E2", "no")),
      "V05", "asks A ok;asks B ok" },
    /* inside of a sub-process */
    { PROCESS ("P", START ("S") "<subProcess id='U'><startEvent id='s'/><userTask id='a' "
                                "name='Ask'/><endEvent id='e'/>" FLOW ("i", "s", "a")
                                    FLOW ("j", "a", "e") "</subProcess>" XOR ("G", "OK?") END (
                                        "E1") END ("E2") FLOW ("1", "S", "U") FLOW ("2", "U", "G")
                                        NAMED ("8", "G", "E1", "yes") NAMED ("9", "G", "E2", "no")),
      "", "asks a ok" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_expressions (void **state)
{
  static const struct
  {
    const char *body, *message;
  } cases[] = {
    { TEXT PROCESS ("P", TYPED ("D", "State", "text") DOES ("userTask", "A", "Enter", WRITES ("D"))
                             FORK (XOR ("G", ""), CONDITION ("l", "G", "E1", "state &gt; 100")
                                                      FLOW ("r", "G", "E2"))),
      "column 7: a string cannot be compared with a number" },
    { PROCESS ("P", START ("S") END (
                        "E") "<userTask id='A' name='Count'><multiInstanceLoop"
                             "Characteristics><loopCardinality>3 +</loopCardinality>"
                             "</multiInstanceLoopCharacteristics></userTask>" FLOW ("1", "S", "A")
                                 FLOW ("2", "A", "E")),
      "column" },
    { PROCESS ("P", START ("S") END ("E") "<userTask id='A' name='Count'><multiInstanceLoop"
                                          "Characteristics><loopCardinality>\"three\""
                                          "</loopCardinality></multiInstanceLoopCharacteristics>"
                                          "</userTask>" FLOW ("1", "S", "A") FLOW ("2", "A", "E")),
      "its value is no number" },
    { PROCESS ("P", START ("S") END ("E") TIMER ("intermediateCatchEvent", "T", "Wait",
                                                 "<timeDuration>=due +</timeDuration>")
                        FLOW ("1", "S", "T") FLOW ("2", "T", "E")),
      "column 7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Drawing) drawing = type (cases[i].body);
      const PtDiagnostic *found = drawing_find (drawing, "V01");
      g_autofree char *message = found ? pt_diagnostic_message (found) : NULL;

      if (!found || !strstr (message, cases[i].message) || found->elements->len == 0)
        fail_msg ("%s: %s", cases[i].body, message ? message : "no finding");
    }
}

/* What engines count with in a language of their own is theirs. */
static void
test_foreign_expressions (void **state)
{
  g_autoptr (Drawing) drawing = type (
      PROCESS ("P", START ("S") END ("E") "<userTask id='A' name='Count'><multiInstanceLoop"
                                          "Characteristics><loopCardinality language='mvel'>"
                                          "($ in x)</loopCardinality></multiInstanceLoop"
                                          "Characteristics></userTask>" FLOW ("1", "S", "A")
                                              FLOW ("2", "A", "E")));

  assert_null (drawing_find (drawing, "V01"));
}

static void
test_spelling (void **state)
{
  g_autoptr (Drawing) drawing
      = type (PROCESS ("P", DATA ("D", "Amount") DOES ("userTask", "A", "Enter", WRITES ("D"))
                                FORK (XOR ("G", ""), CONDITION ("l", "G", "E1", "amuont &gt; 100")
                                                         FLOW ("r", "G", "E2"))));
  const PtDiagnostic *found = drawing_find (drawing, "V06");
  g_autofree char *message = found ? pt_diagnostic_message (found) : NULL;

  assert_non_null (found);
  assert_non_null (strstr (message, "“amount”"));
}

static void
test_flow (void **state)
{
  static const Case cases[] = {
    { PROCESS ("P", DATA ("D", "Order") DOES ("userTask", "A", "Enter", WRITES ("D"))
                        SERVICE ("B", "Log") DOES ("serviceTask", "C", "Post", READS ("D"))
                            ROW ("A", "B", "C")),
      "", "reads C order drawn" },
    { PROCESS ("P", DATA ("D", "Order") USER ("A", "Enter") SERVICE ("B", "Log")
                        DOES ("serviceTask", "C", "Post", READS ("D")) ROW ("A", "B", "C")),
      "V02", "reads C order drawn" },
    { PROCESS ("P",
               DATA ("D", "Order") DOES ("userTask", "A", "Enter", READS ("D")) SERVICE ("B", "Log")
                   DOES ("serviceTask", "C", "Post", WRITES ("D")) ROW ("A", "B", "C")),
      "V03", "reads A order drawn" },
    { PROCESS ("P", DATA ("D", "Order") DOES ("userTask", "A", "Enter", WRITES ("D"))
                        SERVICE ("B", "Log") SERVICE ("C", "Post") ROW ("A", "B", "C")),
      "V04", "writes A order drawn" },
    /* a store is there before the case */
    { PROCESS ("P", "<dataStoreReference id='D' name='Customers'/>" DOES ("userTask", "A",
                                                                          "Look up", READS ("D"))
                        SERVICE ("B", "Log") SERVICE ("C", "Post") ROW ("A", "B", "C")),
      "", "reads A customers drawn" },
    /* an input of the process is given */
    { PROCESS ("P", "<ioSpecification><dataInput id='D' name='order'/><inputSet/><outputSet/>"
                    "</ioSpecification>" DOES ("userTask", "A", "Look up", READS ("D"))
                        SERVICE ("B", "Log") SERVICE ("C", "Post") ROW ("A", "B", "C")),
      "", "reads A order drawn" },
    /* one way leads past the writer */
    { PROCESS ("P",
               DATA ("D", "Order") START ("S") XOR ("X", "")
                   DOES ("userTask", "A", "Enter", WRITES ("D")) XOR ("J", "")
                       DOES ("serviceTask", "C", "Post", READS ("D")) END ("E") FLOW ("1", "S", "X")
                           CONDITION ("2", "X", "A", "new = true") FLOW ("3", "X", "J")
                               FLOW ("4", "A", "J") FLOW ("5", "J", "C") FLOW ("6", "C", "E")),
      "V05 V03", "reads C order drawn" },
    /* all branches are through when they come together */
    { PROCESS ("P", DATA ("D", "Order") START ("S") ELEMENT ("parallelGateway", "X", "")
                        DOES ("userTask", "A", "Enter", WRITES ("D")) USER ("B", "Other")
                            ELEMENT ("parallelGateway", "J", "")
                                DOES ("serviceTask", "C", "Post", READS ("D")) END ("E")
                                    FLOW ("1", "S", "X") FLOW ("2", "X", "A") FLOW ("3", "X", "B")
                                        FLOW ("4", "A", "J") FLOW ("5", "B", "J")
                                            FLOW ("6", "J", "C") FLOW ("7", "C", "E")),
      "", "reads C order drawn" },
    /* when the time is up, the work was not done */
    { PROCESS ("P", DATA ("D", "Order") START ("S")
                        DOES ("userTask", "A", "Enter",
                              WRITES ("D")) "<boundaryEvent id='T' name='2 days' attachedToRef='A'>"
                                            "<timerEventDefinition/></boundaryEvent>" DOES (
                                                "serviceTask", "C", "Post", READS ("D")) END ("E")
                                                FLOW ("1", "S", "A") FLOW ("2", "A", "E")
                                                    FLOW ("3", "T", "C") FLOW ("4", "C", "E")),
      "V03", "reads C order drawn" },
    /* in a loop the first time counts */
    { PROCESS ("P", DATA ("D", "Order") START ("S") XOR ("J", "")
                        DOES ("serviceTask", "C", "Post", READS ("D"))
                            DOES ("userTask", "A", "Enter", WRITES ("D")) XOR ("X", "") END ("E")
                                FLOW ("1", "S", "J") FLOW ("2", "J", "C") FLOW ("3", "C", "A")
                                    FLOW ("4", "A", "X") CONDITION ("5", "X", "J", "again = true")
                                        FLOW ("6", "X", "E")),
      "V03", "reads C order drawn" },
    /* two states are one thing; inside of a sub-process counts */
    { PROCESS ("P", DATA ("D", "Order") DATA ("D2", "Order") START (
                        "S") "<subProcess id='U'><startEvent id='s'/>" DOES ("userTask", "a",
                                                                             "Enter", WRITES ("D"))
                        END ("e") FLOW ("i", "s", "a")
                            FLOW ("j", "a", "e") "</subProcess>" DOES ("serviceTask", "C", "Post",
                                                                       READS ("D2")) END ("E")
                                FLOW ("1", "S", "U") FLOW ("2", "U", "C") FLOW ("3", "C", "E")),
      "", "reads C order drawn;writes a order drawn" },
    /* an arrow through a flow */
    { PROCESS ("P", DATA ("D", "Order") USER ("A", "Enter") SERVICE ("B", "Log") SERVICE ("C", "x")
                        ROW ("A", "B", "C") "<association id='as' sourceRef='f2' targetRef='D'/>"),
      "", "writes A order drawn;reads B order drawn" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Every finding names the way, and offers the one who could write it. */
static void
test_way_and_fix (void **state)
{
  g_autoptr (Drawing) drawing = type (
      PROCESS ("P", DATA ("D", "Order") USER ("A", "Enter") SERVICE ("B", "Log")
                        DOES ("serviceTask", "C", "Post", READS ("D")) ROW ("A", "B", "C")));
  const PtDiagnostic *found = drawing_find (drawing, "V02");
  g_autofree char *message = pt_diagnostic_message (found);
  static const char *const way[] = { "S", "A", "B", "C" };
  const PtFix *fix = g_ptr_array_index (found->fixes, 0);

  assert_string_equal (message,
                       "“Post” needs “Order”, but nobody writes it on the way Enter → Log → Post.");
  assert_int_equal (found->trace->len, 4);
  for (guint i = 0; i < 4; i++)
    assert_string_equal (g_ptr_array_index (found->trace, i), way[i]);
  assert_int_equal (fix->kind, PT_FIX_LET_WRITE);
  assert_string_equal (fix->args[1], "B");
  assert_string_equal (fix->args[3], "D");
}

/* ----- mappings ------------------------------------------------------------------------------- */

static void
test_mappings (void **state)
{
  static const struct
  {
    const char *target, *text;
  } rows[] = {
    { "camunda7", "<camunda:inputParameter name=\"order\">${execution.getVariable('order')}" },
    { "camunda7", "<camunda:outputParameter name=\"receipt\">" },
    { "camunda8", "<zeebe:input source=\"=order\" target=\"order\"/>" },
    { "camunda8", "<zeebe:output source=\"=receipt\" target=\"receipt\"/>" },
    { "flowable", "<flowable:externalWorkerInParameter source=\"order\" target=\"order\"/>" },
    { "flowable", "<flowable:externalWorkerOutParameter source=\"receipt\" target=\"receipt\"/>" },
    { "spiff",
      "<spiffworkflow:parameter id=\"order\" type=\"any\" value=\"locals().get('order')\"/>" },
    { "spiff", "resultVariable=\"receipt\"" },
    { "bpmn", "<bpmn:dataOutputAssociation" },
    { "camunda7", "<camunda:formField id=\"order\" label=\"Order\" type=\"string\"/>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Drawing) drawing = drawing_new (
          PROCESS ("P", DATA ("D", "Order") DATA ("R", "Receipt") DOES ("userTask", "A", "Enter",
                                                                        WRITES ("D"))
                            DOES ("serviceTask", "B", "Post", READS ("D") WRITES ("R"))
                                DOES ("sendTask", "C", "Tell", READS ("R")) ROW ("A", "B", "C")));
      const PtCompileOptions options
          = { .target = pt_target_find (rows[i].target), .emit = TRUE, .force = TRUE };
      g_autoptr (PtCompilation) compilation = pt_compile (drawing->graph, NULL, &options);
      GBytes *xml = pt_compilation_get_xml (compilation);

      assert_non_null (xml);
      if (!g_strstr_len (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml), rows[i].text))
        fail_msg ("%s: no %s in\n%.*s", rows[i].target, rows[i].text, (int)g_bytes_get_size (xml),
                  (const char *)g_bytes_get_data (xml, NULL));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_types),       cmocka_unit_test (test_every_way),
    cmocka_unit_test (test_expressions), cmocka_unit_test (test_foreign_expressions),
    cmocka_unit_test (test_spelling),    cmocka_unit_test (test_flow),
    cmocka_unit_test (test_way_and_fix), cmocka_unit_test (test_mappings),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
