/* test-decide.c: labels and conditions at gateways
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"
#include "src/compiler/pt-passes.h"

static Drawing *
decide (const char *body)
{
  Drawing *drawing = drawing_new (body);

  drawing_take (drawing, pt_pass_decide (drawing->program, drawing->found));
  return drawing;
}

/* A task, a gateway, and flows out of it to two or three ends. */
#define FORK(gateway, flows)                                                                       \
  PROCESS ("P", START ("S") TASK ("A", "Check credit") gateway END ("E1") END ("E2") END ("E3")    \
                    FLOW ("f1", "S", "A") FLOW ("f2", "A", "G") flows)
#define CREDIT XOR ("G", "Credit OK?")

/* codes; then for each flow out of G: its condition, "-" for none, "default" */
typedef struct
{
  const char *body, *codes, *conditions;
} Case;

static char *
conditions_of (const Drawing *drawing)
{
  const PtProgram *program = drawing->program;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (program, i);
      const PtNode *source = pt_program_node (program, flow->source);

      if (source->n_out < 2)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, source->default_flow == i ? "default"
                             : flow->condition         ? flow->condition
                                                       : "-");
      if (flow->language)
        g_string_append_printf (text, " in %s", flow->language);
    }
  return g_string_free (text, FALSE);
}

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Drawing) drawing = decide (cases[i].body);
      g_autofree char *codes = drawing_codes (drawing, "D");
      g_autofree char *conditions = conditions_of (drawing);

      if (!g_str_equal (codes, cases[i].codes) || !g_str_equal (conditions, cases[i].conditions))
        {
          g_autofree char *text = pt_diagnostics_to_text (drawing->found, "test");

          fail_msg ("%s\ncodes %s\nconditions %s\n%s", cases[i].body, codes, conditions, text);
        }
    }
}

static void
test_answers (void **state)
{
  static const Case cases[] = {
    { FORK (CREDIT, NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "no")), "D02",
      "creditOk = true; creditOk = false" },
    { FORK (CREDIT, NAMED ("y", "G", "E1", "Nein") NAMED ("n", "G", "E2", "Ja!")), "D02",
      "creditOk = false; creditOk = true" },
    { FORK (CREDIT, NAMED ("y", "G", "E1", "sí") NAMED ("n", "G", "E2", "no")), "D02",
      "creditOk = true; creditOk = false" },
    { FORK (CREDIT, NAMED ("y", "G", "E1", "ok") NAMED ("n", "G", "E2", "not ok")), "D02",
      "creditOk = true; creditOk = false" },
    { FORK (XOR ("G", "Which way?"),
            NAMED ("a", "G", "E1", "by sea") NAMED ("b", "G", "E2", "by air")
                NAMED ("c", "G", "E3", "by  rail ")),
      "D02", "whichWay = \"by sea\"; whichWay = \"by air\"; whichWay = \"by rail\"" },
    { FORK (XOR ("G", ""), NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "no")), "D03 D02",
      "checkCredit = true; checkCredit = false" },
    { FORK (CREDIT, NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "yes")), "D06 D02",
      "creditOk = true; creditOk = true" },
    { FORK (XOR ("G", "Way?"), NAMED ("y", "G", "E1", "sea") NAMED ("n", "G", "E2", "sea")),
      "D06 D02", "way = \"sea\"; way = \"sea\"" },
    { FORK (XOR ("G", "red or blue"),
            NAMED ("a", "G", "E1", "red and round") NAMED ("b", "G", "E2", "delivered in time")),
      "D02", "redOrBlue = \"red and round\"; redOrBlue = \"delivered in time\"" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Out of a task a flow without a condition is always taken; nobody is asked about it. */
static void
test_unconditional_flow_beside_conditional (void **state)
{
  g_autoptr (Drawing) drawing = decide (PROCESS (
      "P", START ("S") TASK ("A", "Decide") TASK ("B", "") TASK ("C", "") FLOW ("f1", "S", "A")
               FLOW ("f2", "A", "B") "<sequenceFlow id='f3' sourceRef='A' targetRef='C'>"
                                     "<conditionExpression>n &gt; 3</conditionExpression>"
                                     "</sequenceFlow>"));
  g_autofree char *codes = drawing_codes (drawing, "D");

  assert_string_equal (codes, "");
  assert_int_equal (drawing->program->decisions->len, 0);
  for (guint i = 0; i < drawing->program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (drawing->program, i);

      if (g_str_equal (flow->origin.id, "f2"))
        assert_string_equal (flow->condition, "true");
    }
}

static void
test_default_flows (void **state)
{
  static const Case cases[] = {
    { FORK (CREDIT, NAMED ("y", "G", "E1", "yes") FLOW ("n", "G", "E2")), "D05 D02",
      "creditOk = true; default" },
    { FORK (XOR ("G", "Way?"), NAMED ("y", "G", "E1", "sea") NAMED ("n", "G", "E2", "otherwise")),
      "D05 D02", "way = \"sea\"; default" },
    { FORK (XOR ("G", "Weg?"), NAMED ("y", "G", "E1", "See") NAMED ("n", "G", "E2", "Luft")
                                   NAMED ("z", "G", "E3", "sonst")),
      "D05 D02", "weg = \"See\"; weg = \"Luft\"; default" },
    { FORK (XOR ("G", "Amount?"),
            CONDITION ("y", "G", "E1", "amount &gt; 100") FLOW ("n", "G", "E2")),
      "D05", "amount > 100; default" },
    { FORK (XOR ("G", "Amount?"),
            CONDITION ("y", "G", "E1", "amount &gt; 100") NAMED ("n", "G", "E2", "small")),
      "D14", "amount > 100; default" },
    { FORK ("<exclusiveGateway id='G' name='Credit OK?' default='n'/>",
            NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "no")),
      "D02", "creditOk = true; default" },
    { FORK ("<exclusiveGateway id='G' name='Amount?' default='n'/>",
            CONDITION ("y", "G", "E1", "amount &gt; 100")
                CONDITION ("n", "G", "E2", "amount &lt;= 100")),
      "D09", "amount > 100; default" },
    { FORK ("<exclusiveGateway id='G' name='Way?' default='n'/>",
            NAMED ("y", "G", "E1", "sea") FLOW ("n", "G", "E2") FLOW ("x", "G", "E3")),
      "D01 D02", "way = \"sea\"; default; -" },
    { FORK (CREDIT, FLOW ("y", "G", "E1") FLOW ("n", "G", "E2")), "D01 D01", "-; -" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

#define IN_LANGUAGE(id, source, target, language, condition)                                       \
  "<sequenceFlow id='" id "' sourceRef='" source "' targetRef='" target "'>"                       \
  "<conditionExpression language='" language "'>" condition                                        \
  "</conditionExpression></sequenceFlow>"

static void
test_conditions (void **state)
{
  static const Case cases[] = {
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "=amount&gt;100")
                        CONDITION ("n", "G", "E2", "amount &lt;=  100")),
      "", "amount > 100; amount <= 100" },
    { FORK (CREDIT,
            NAMED ("y", "G", "E1", "amount &gt; 100") NAMED ("n", "G", "E2", "amount &lt;= 100")),
      "D11 D11", "amount > 100; amount <= 100" },
    { FORK (CREDIT,
            CONDITION ("y", "G", "E1", "${a &gt; 1}") CONDITION ("n", "G", "E2", "#{a &lt;= 1}")),
      "", "${a > 1} in juel; #{a <= 1} in juel" },
    { FORK (CREDIT, IN_LANGUAGE ("y", "G", "E1", "groovy", "a &gt; 1")
                        IN_LANGUAGE ("n", "G", "E2", "groovy", "a &lt; 2")),
      "", "a > 1 in groovy; a < 2 in groovy" },
    { FORK (CREDIT, IN_LANGUAGE ("y", "G", "E1", "http://www.omg.org/spec/FEEL/20140401", "a = 1")
                        CONDITION ("n", "G", "E2", "not(a = 1)")),
      "", "a = 1; not(a = 1)" },
    { FORK (CREDIT,
            CONDITION ("y", "G", "E1", "approved") CONDITION ("n", "G", "E2", "not(approved)")),
      "", "approved; not(approved)" },
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "yes") CONDITION ("n", "G", "E2", "no")), "D02",
      "creditOk = true; creditOk = false" },
    { FORK (CREDIT,
            CONDITION ("y", "G", "E1", "all is well") CONDITION ("n", "G", "E2", "not so well")),
      "D02", "creditOk = \"all is well\"; creditOk = \"not so well\"" },
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "amount &gt; &gt; 1")
                        CONDITION ("n", "G", "E2", "amount &lt; 2")),
      "D04", "-; amount < 2" },
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "= no good") CONDITION ("n", "G", "E2", "a = 2")),
      "D04", "-; a = 2" },
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "= 1 + 1") CONDITION ("n", "G", "E2", "a = 2")),
      "D04", "-; a = 2" },
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "some i in items satisfies i.open")
                        CONDITION ("n", "G", "E2", "if a then b&gt;1 else c")),
      "", "some i in items satisfies i.open; if a then b > 1 else c" },
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "a + 1 &gt; &quot;x&quot;")
                        CONDITION ("n", "G", "E2", "= upper case(1) = a")),
      "D04 D04", "-; -" },
    { FORK (CREDIT, CONDITION ("y", "G", "E1", "= if a then 1 else 2")
                        CONDITION ("n", "G", "E2", "= count(a)")),
      "D04 D04", "-; -" },
    { FORK ("<parallelGateway id='G'/>", CONDITION ("y", "G", "E1", "a = 1") FLOW ("n", "G", "E2")),
      "D08", "-; -" },
    { FORK ("<parallelGateway id='G'/>",
            NAMED ("y", "G", "E1", "one") NAMED ("n", "G", "E2", "two")),
      "", "-; -" },
    { PROCESS ("P", START ("S") TASK ("A", "x") END ("E") CONDITION ("f", "S", "A", "a = 1")
                        FLOW ("g", "A", "E")),
      "D07", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_inclusive (void **state)
{
  static const Case cases[] = {
    { FORK (ELEMENT ("inclusiveGateway", "G", "What is needed?"),
            NAMED ("a", "G", "E1", "transport") NAMED ("b", "G", "E2", "customs papers")
                FLOW ("c", "G", "E3")),
      "D05 D02 D02", "transport = true; customsPapers = true; default" },
    { FORK (ELEMENT ("inclusiveGateway", "G", "Credit OK?"),
            NAMED ("a", "G", "E1", "yes") NAMED ("b", "G", "E2", "no")),
      "D02", "creditOk = true; creditOk = false" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_decision (void **state)
{
  static const char *const kinds[] = { "decision", NULL };
  g_autoptr (Drawing) drawing
      = decide (FORK (CREDIT, NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "no")));
  g_autofree char *text = drawing_text (drawing, kinds);
  g_autofree char *message = pt_diagnostic_message (drawing_find (drawing, "D02"));

  assert_string_equal (text, "decision creditOk question=\"Credit OK?\" is_boolean values=yes|no "
                             "gateway=G collected_at=A\n");
  assert_int_equal (drawing_node (drawing, "G")->decision, 0);
  assert_string_equal (
      message, "“Credit OK?” is read as a question with the answers yes, no. The answer is kept as "
               "creditOk. It is given in “Check credit”.");
}

static void
test_default_fix (void **state)
{
  g_autoptr (Drawing) drawing
      = decide (FORK (CREDIT, NAMED ("y", "G", "E1", "yes") FLOW ("n", "G", "E2")));
  const PtFix *fix = g_ptr_array_index (drawing_find (drawing, "D05")->fixes, 0);

  assert_int_equal (fix->kind, PT_FIX_SET_DEFAULT);
  assert_string_equal (fix->args[1], "G");
  assert_string_equal (fix->args[2], "n");
}

/* The same question is one variable; another one of the same name is not. */
static void
test_variables (void **state)
{
  g_autoptr (Drawing) drawing = decide (
      PROCESS ("P", START ("S") TASK ("A", "x") XOR ("G", "Credit OK?") XOR ("H", "credit ok")
                        XOR ("K", "Credit; O.K.") XOR ("L", "Credit OK") END ("E")
                            FLOW ("f1", "S", "A") FLOW ("f2", "A", "G") NAMED ("a", "G", "H", "yes")
                                NAMED ("b", "G", "E", "no") NAMED ("c", "H", "K", "yes")
                                    NAMED ("d", "H", "E", "no") NAMED ("e", "K", "L", "yes")
                                        NAMED ("f", "K", "E", "no") NAMED ("g", "L", "E", "good")
                                            NAMED ("h", "L", "E", "bad")));
  g_autofree char *conditions = conditions_of (drawing);

  assert_string_equal (
      conditions, "creditOk = true; creditOk = false; creditOk = true; creditOk = false; "
                  "creditOK = true; creditOK = false; creditOk2 = \"good\"; creditOk2 = \"bad\"");
}

static const char *
collector_of (const Drawing *drawing)
{
  PtIndex node = pt_program_decision (drawing->program, 0)->collected_at;

  return node == PT_NO_INDEX ? NULL : pt_program_node (drawing->program, node)->origin.id;
}

#define ASK(id, target) NAMED (id "y", id, target, "yes") NAMED (id "n", id, "E", "no")

static void
test_who_is_asked (void **state)
{
  static const struct
  {
    const char *body, *collector, *codes;
  } cases[] = {
    { PROCESS ("P",
               START ("S") "<userTask id='A'/><serviceTask id='B'/>" XOR ("G", "ok?") END ("E")
                   FLOW ("1", "S", "A") FLOW ("2", "A", "B") FLOW ("3", "B", "G") ASK ("G", "E")),
      "A", "D02" },
    { PROCESS ("P", START ("S") "<serviceTask id='B'/>" XOR ("G", "ok?") END ("E")
                        FLOW ("2", "S", "B") FLOW ("3", "B", "G") ASK ("G", "E")),
      NULL, "D10 D02" },
    { PROCESS ("P",
               START ("S") "<userTask id='A'/><subProcess id='U'>" START ("S2") XOR ("G", "ok?")
                   END ("E") FLOW ("g1", "S2", "G") ASK ("G", "E") "</subProcess>" END ("E9")
                       FLOW ("1", "S", "A") FLOW ("2", "A", "U") FLOW ("3", "U", "E9")),
      "A", "D02" },
    { PROCESS ("P", START ("S") "<userTask id='Z'/><subProcess id='U'>" START (
                        "S2") "<userTask id='A'/>" END ("E2") FLOW ("g1", "S2", "A")
                        FLOW ("g2", "A", "E2") "</subProcess>" XOR ("G", "ok?") END ("E")
                            FLOW ("1", "S", "Z") FLOW ("2", "Z", "U") FLOW ("3", "U", "G")
                                ASK ("G", "E")),
      "A", "D02" },
    { PROCESS ("P", START ("S") "<userTask id='A'/>" END (
                        "E0") "<boundaryEvent id='B' attachedToRef='A'>"
                              "<messageEventDefinition/></boundaryEvent>" XOR ("G", "ok?") END ("E")
                                  FLOW ("1", "S", "A") FLOW ("2", "A", "E0") FLOW ("3", "B", "G")
                                      ASK ("G", "E")),
      "A", "D02" },
    { PROCESS ("P",
               START ("S") XOR ("J", "") "<userTask id='A'/>" XOR ("G", "ok?") END ("E")
                   FLOW ("1", "S", "J") FLOW ("2", "J", "A") FLOW ("3", "A", "G") ASK ("G", "J")),
      "A", "D02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Drawing) drawing = decide (cases[i].body);
      g_autofree char *codes = drawing_codes (drawing, "D");

      assert_string_equal (codes, cases[i].codes);
      assert_int_equal (g_strcmp0 (collector_of (drawing), cases[i].collector), 0);
    }
}

#define CONDITIONAL(name, condition)                                                               \
  PROCESS ("P", "<startEvent id='S' name='" name "'><conditionalEventDefinition>" condition        \
                "</conditionalEventDefinition></startEvent>" END ("E") FLOW ("f", "S", "E"))

static void
test_conditional_events (void **state)
{
  static const struct
  {
    const char *body, *codes, *condition;
  } cases[] = {
    { CONDITIONAL ("low", "<condition>=stock&lt;10</condition>"), "", "stock < 10" },
    { CONDITIONAL ("stock &lt; 10", ""), "", "stock < 10" },
    { CONDITIONAL ("Stock is low", ""), "D11", "stockIsLow = true" },
    { CONDITIONAL ("low", "<condition>${low}</condition>"), "", "${low}" },
    { CONDITIONAL ("low", "<condition>stock &lt; &lt; 1</condition>"), "D04", "stock < < 1" },
    { CONDITIONAL ("", ""), "D12", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Drawing) drawing = decide (cases[i].body);
      g_autofree char *codes = drawing_codes (drawing, "D");

      assert_string_equal (codes, cases[i].codes);
      assert_int_equal (g_strcmp0 (drawing_node (drawing, "S")->condition, cases[i].condition), 0);
    }
}

static void
test_inserted_split_asks_its_task (void **state)
{
  g_autoptr (Drawing) drawing
      = decide (PROCESS ("P", START ("S") TASK ("A", "Check invoice") END ("E") END ("E2")
                                  FLOW ("f1", "S", "A") NAMED ("f2", "A", "E", "ok")
                                      NAMED ("f3", "A", "E2", "not ok")));
  g_autofree char *codes = drawing_codes (drawing, "BD");

  assert_string_equal (codes, "B30 D02");
  assert_string_equal (drawing_flow (drawing, "f3")->condition, "checkInvoice = false");
}

/* ----- who gives the answer ------------------------------------------------------------------- */

static char *
teller_of (const char *first, const char *second, const char *question)
{
  g_autofree char *body = g_strdup_printf (
      PROCESS ("P",
               START ("S") "<userTask id='U' name='%s'/><serviceTask id='T' name='%s'/>"
                           "<exclusiveGateway id='G' name='%s'/>" END ("E1") END ("E2")
                               FLOW ("f1", "S", "U") FLOW ("f2", "U", "T") FLOW ("f3", "T", "G")
                                   NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "no")),
      first, second, question);
  g_autoptr (Drawing) drawing = decide (body);
  PtIndex at = pt_program_decision (drawing->program, 0)->collected_at;

  return g_strdup (pt_program_node (drawing->program, at)->origin.id);
}

/* A system does right before a gateway where it does what is asked, and nobody else has. */
static void
test_systems_answer (void **state)
{
  static const char *const cases[][4] = {
    { "Enter application", "Calculate rating", "Rating good?", "T" },
    { "Enter application", "Check creditworthiness", "Creditworthy?", "T" },
    { "Check the claim", "File the claim", "Claim justified?", "U" },
    { "Decide", "Archive", "Approved?", "U" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *teller = teller_of (cases[i][0], cases[i][1], cases[i][2]);

      assert_string_equal (teller, cases[i][3]);
    }
}

/* Of votes the last would count; and where nothing applies, or what is said is not read, that is
 * told. */
static void
test_surprises (void **state)
{
  static const Case cases[] = {
    { PROCESS ("P",
               START (
                   "S") "<userTask id='A' "
                        "name='Vote'><multiInstanceLoopCharacteristics/></userTask>" XOR ("G",
                                                                                          "Agreed?")
                            END ("E1") END ("E2") FLOW ("f1", "S", "A") FLOW ("f2", "A", "G")
                                NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "no")),
      "D02 D13", "agreed = true; agreed = false" },
    { FORK ("<inclusiveGateway id='G' name='Which?'/>",
            NAMED ("y", "G", "E1", "by mail") NAMED ("n", "G", "E2", "by phone")),
      "D02 D02 D15", "byMail = true; byPhone = true" },
    { FORK (XOR ("G", "Colour?"),
            NAMED ("y", "G", "E1", "red") NAMED ("n", "G", "E2", "blue") FLOW ("r", "G", "E3")),
      "D05 D02", "colour = \"red\"; colour = \"blue\"; default" },
  };
  g_autoptr (Drawing) drawing = NULL;

  check (cases, G_N_ELEMENTS (cases));
  drawing = decide (cases[2].body);
  assert_string_equal (pt_program_decision (drawing->program, 0)->values->pdata[2], "other");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_systems_answer),
    cmocka_unit_test (test_surprises),
    cmocka_unit_test (test_answers),
    cmocka_unit_test (test_unconditional_flow_beside_conditional),
    cmocka_unit_test (test_default_flows),
    cmocka_unit_test (test_conditions),
    cmocka_unit_test (test_inclusive),
    cmocka_unit_test (test_decision),
    cmocka_unit_test (test_default_fix),
    cmocka_unit_test (test_variables),
    cmocka_unit_test (test_who_is_asked),
    cmocka_unit_test (test_conditional_events),
    cmocka_unit_test (test_inserted_split_asks_its_task),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
