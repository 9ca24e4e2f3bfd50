/* test-sound.c: what is said of processes that cannot be played to their end, and how it is mended
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#define AND(id) "<parallelGateway id='" id "'/>"
#define OR(id) "<inclusiveGateway id='" id "'/>"

/* A split into two tasks and what joins them. */
#define BETWEEN(split, join)                                                                       \
  START ("S") split TASK ("A", "Pack") TASK ("B", "Bill") join END ("E") FLOW ("F1", "S", "X")     \
  FLOW ("F2", "X", "A") FLOW ("F3", "X", "B") FLOW ("F4", "A", "Y") FLOW ("F5", "B", "Y")          \
  FLOW ("F6", "Y", "E")

#define CATCH(id)                                                                                  \
  "<intermediateCatchEvent id='" id "'><timerEventDefinition><timeDuration>P1D</timeDuration>"     \
  "</timerEventDefinition></intermediateCatchEvent>"
#define LINK(tag, id) "<" tag " id='" id "' name='On'><linkEventDefinition name='On'/></" tag ">"

/* A loop from X to Y and back, with B behind it. */
#define LOOP(entry, exit)                                                                          \
  START ("S") entry TASK ("A", "Check") exit TASK ("B", "Send") END ("E") FLOW ("F1", "S", "X")    \
  FLOW ("F2", "X", "A") FLOW ("F3", "A", "Y") FLOW ("F4", "Y", "X") FLOW ("F5", "Y", "B")          \
  FLOW ("F6", "B", "E")

#define BESIDE(cancel, target)                                                                     \
  START ("S") TASK ("A", "Pay") "<boundaryEvent id='R' attachedToRef='A' cancelActivity='" cancel  \
  "'><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"               \
  "</boundaryEvent>" TASK ("B", "Thank") END ("E") END ("E2") FLOW ("F1", "S", "A")               \
  FLOW ("F2", "A", "B") FLOW ("F3", "B", "E") FLOW ("F4", "R", target)

static const struct
{
  const char *body;
  const char *codes; /* of the S series, in order */
} cases[] = {
  { BETWEEN (XOR ("X", "Which?"), XOR ("Y", "")), "" },
  { BETWEEN (AND ("X"), AND ("Y")), "" },
  { BETWEEN (OR ("X"), OR ("Y")), "" },
  { BETWEEN (XOR ("X", "Which?"), OR ("Y")), "" },
  { BETWEEN (AND ("X"), OR ("Y")), "" },
  { BETWEEN (XOR ("X", "Which?"), AND ("Y")), "S101 " },
  { BETWEEN (OR ("X"), AND ("Y")), "S101 " },
  { BETWEEN (AND ("X"), XOR ("Y", "")), "S103 " },
  { BETWEEN (OR ("X"), XOR ("Y", "")), "S103 " },
  { LOOP (XOR ("X", ""), XOR ("Y", "All right?")), "" },
  { LOOP (AND ("X"), XOR ("Y", "All right?")), "S106 " },
  { LOOP (XOR ("X", ""), AND ("Y")), "S107 " },
  { LOOP (XOR ("X", ""), OR ("Y")), "S107 " },
  /* no way out, no way in */
  { START ("S") TASK ("A", "Check") TASK ("B", "Correct") FLOW ("F1", "S", "A")
        FLOW ("F2", "A", "B") FLOW ("F3", "B", "A"),
    "S102 " },
  { START ("S") END ("E") FLOW ("F1", "S", "E") TASK ("A", "Check") TASK ("B", "Correct")
        FLOW ("F2", "A", "B") FLOW ("F3", "B", "A"),
    "S111 " },
  /* both ways to one end */
  { START ("S") AND ("X") TASK ("A", "Pack") TASK ("B", "Bill") END ("E") FLOW ("F1", "S", "X")
        FLOW ("F2", "X", "A") FLOW ("F3", "X", "B") FLOW ("F4", "A", "E") FLOW ("F5", "B", "E"),
    "S105 " },
  /* and to an end each */
  { START ("S") AND ("X") TASK ("A", "Pack") TASK ("B", "Bill") END ("E") END ("E2")
        FLOW ("F1", "S", "X") FLOW ("F2", "X", "A") FLOW ("F3", "X", "B") FLOW ("F4", "A", "E")
            FLOW ("F5", "B", "E2"),
    "" },
  /* an end that ends all */
  { START ("S") AND ("X") TASK ("A", "Pack") TASK ("B", "Bill")
        "<endEvent id='E'><terminateEventDefinition/></endEvent>" END ("E2") FLOW ("F1", "S", "X")
            FLOW ("F2", "X", "A") FLOW ("F3", "X", "B") FLOW ("F4", "A", "E") FLOW ("F5", "B", "E2"),
    "" },
  { BESIDE ("false", "E2"), "" },
  { BESIDE ("true", "B"), "" },
  { BESIDE ("false", "B"), "S110 " },
  /* what happens only together with another element, in a net that is searched whole */
  { START ("S") OR ("X") TASK ("A", "Pack") "<eventBasedGateway id='G'/>" CATCH ("C1") CATCH ("C2")
        OR ("Y") END ("E") FLOW ("F1", "S", "X") FLOW ("F2", "X", "A") FLOW ("F3", "X", "G")
            FLOW ("F4", "G", "C1") FLOW ("F5", "G", "C2") FLOW ("F6", "A", "Y") FLOW ("F7", "C1", "Y")
                FLOW ("F8", "C2", "Y") FLOW ("F9", "Y", "E"),
    "" },
  { BETWEEN (OR ("X"), OR ("Y")) LINK ("intermediateThrowEvent", "L1") LINK ("intermediateCatchEvent", "L2")
        END ("E2") FLOW ("F7", "X", "L1") FLOW ("F8", "L2", "E2"),
    "" },
  { BETWEEN (OR ("X"), OR ("Y")) "<boundaryEvent id='R' attachedToRef='A'><compensateEventDefinition/>"
        "</boundaryEvent><task id='U' isForCompensation='true'/>"
        "<association id='N' sourceRef='R' targetRef='U'/>",
    "" },
  /* inside of a sub-process */
  { START ("S9") "<subProcess id='P1'>" BETWEEN (XOR ("X", "Which?"), AND ("Y")) "</subProcess>"
                END ("E9") FLOW ("G1", "S9", "P1"),
    "S101 " },
};

static char *
codes_of (const PtDiagnostics *found)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const char *code = pt_code_info (pt_diagnostics_get (found, i)->code)->code;

      if (code[0] == 'S')
        g_string_append_printf (codes, "%s ", code);
    }
  return g_string_free (codes, FALSE);
}

static PtCompilation *
check (const Drawing *drawing)
{
  const PtCompileOptions options = { 0 };

  return pt_compile (drawing->graph, NULL, &options);
}

static Drawing *
draw (const char *body)
{
  g_autofree char *process = g_strdup_printf (PROCESS ("P", "%s"), body);

  return drawing_new (process);
}

static void
each_fault_has_its_code (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Drawing *drawing = draw (cases[i].body);
      g_autoptr (PtCompilation) compilation = check (drawing);
      g_autofree char *codes = codes_of (pt_compilation_get_diagnostics (compilation));

      if (!g_str_equal (codes, cases[i].codes))
        fail_msg ("%s gives %s, not %s", cases[i].body, codes, cases[i].codes);
      drawing_free (drawing);
    }
}

static const PtDiagnostic *
find_sound (const PtDiagnostics *found)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    if (pt_code_info (pt_diagnostics_get (found, i)->code)->code[0] == 'S')
      return pt_diagnostics_get (found, i);
  return NULL;
}

static void
assert_mends (const char *body, guint n)
{
  Drawing *drawing = draw (body);
  g_autoptr (PtCompilation) before = check (drawing);
  const PtDiagnostic *finding = find_sound (pt_compilation_get_diagnostics (before));
  g_autoptr (PtCompilation) after = NULL;
  g_autofree char *codes = NULL;

  assert_true (pt_compiler_apply_fix (drawing->graph, NULL, finding->fixes->pdata[n], NULL));
  after = check (drawing);
  codes = codes_of (pt_compilation_get_diagnostics (after));
  if (*codes != '\0')
    fail_msg ("fix %u of %s leaves %s", n, body, codes);
  pt_document_undo (drawing->document);
  assert_false (pt_document_can_undo (drawing->document));
  drawing_free (drawing);
}

static void
each_repair_mends (void **state)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Drawing *drawing = draw (cases[i].body);
      g_autoptr (PtCompilation) compilation = check (drawing);
      const PtDiagnostic *finding = find_sound (pt_compilation_get_diagnostics (compilation));

      for (guint k = 0; finding && k < finding->fixes->len; k++, n++)
        assert_mends (cases[i].body, k);
      drawing_free (drawing);
    }
  assert_in_range (n, 8, 100);
}

static void
a_trace_is_the_shortest_way_there (void **state)
{
  static const char *const expected[] = { "S", "X", "A" };
  Drawing *drawing = draw (BETWEEN (XOR ("X", "Which?"), AND ("Y")));
  g_autoptr (PtCompilation) compilation = check (drawing);
  const PtDiagnostic *finding = find_sound (pt_compilation_get_diagnostics (compilation));

  assert_int_equal (finding->trace->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_string_equal (finding->trace->pdata[i], expected[i]);
  assert_string_equal (finding->elements->pdata[0], "Y");
  assert_string_equal (finding->elements->pdata[1], "X");
  drawing_free (drawing);
}

/* A supplier who answers an order, by @answers; a customer who waits for that. */
#define TRADE(answers)                                                                             \
  "<collaboration id='C'><participant id='PC' name='Customer' processRef='Customer'/>"             \
  "<participant id='PS' name='Supplier' processRef='Supplier'/>"                                   \
  "<messageFlow id='M1' sourceRef='Order' targetRef='In'/>"                                        \
  "<messageFlow id='M2' sourceRef='Yes' targetRef='Wait'/></collaboration>"                        \
  "<process id='Customer'>" START ("CS") "<sendTask id='Order' name='Order'/>"                     \
  "<receiveTask id='Wait' name='Wait'/>" END ("CE") FLOW ("C1", "CS", "Order")                     \
  FLOW ("C2", "Order", "Wait") FLOW ("C3", "Wait", "CE") "</process><process id='Supplier'>"       \
  "<startEvent id='In'><messageEventDefinition/></startEvent><sendTask id='Yes' name='Confirm'/>"  \
  answers "</process>"

static void
who_waits_in_vain_for_a_message_is_named (void **state)
{
  static const struct
  {
    const char *body, *codes;
  } trades[] = {
    { TRADE (END ("E") FLOW ("F1", "In", "Yes") FLOW ("F2", "Yes", "E")), "" },
    { TRADE (XOR ("X", "On stock?") END ("E") END ("E2") FLOW ("F1", "In", "X")
                 NAMED ("F2", "X", "Yes", "yes") NAMED ("F3", "X", "E2", "no")
                     FLOW ("F4", "Yes", "E")),
      "S114 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (trades); i++)
    {
      Drawing *drawing = drawing_new (trades[i].body);
      g_autoptr (PtCompilation) compilation = check (drawing);
      g_autofree char *codes = codes_of (pt_compilation_get_diagnostics (compilation));
      const PtDiagnostic *finding = find_sound (pt_compilation_get_diagnostics (compilation));

      assert_string_equal (codes, trades[i].codes);
      if (finding)
        {
          assert_string_equal (finding->elements->pdata[0], "Wait");
          assert_string_equal (finding->elements->pdata[1], "Yes");
        }
      drawing_free (drawing);
    }
}

/* More inclusive gateways in a row, each taking its ways at once, than can be looked through. */
static void
what_is_too_much_is_said (void **state)
{
  g_autoptr (GString) body = g_string_new (START ("S") AND ("X") AND ("Y") END ("E")
                                               FLOW ("F1", "S", "X") FLOW ("F2", "Y", "E"));
  Drawing *drawing;
  g_autoptr (PtCompilation) compilation = NULL;
  g_autofree char *codes = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (
        body,
        OR ("O%1$u") OR ("J%1$u") TASK ("A%1$u", "A") TASK ("B%1$u", "B") FLOW (
            "a%1$u", "X", "O%1$u") FLOW ("b%1$u", "O%1$u", "A%1$u") FLOW ("c%1$u", "O%1$u", "B%1$u")
            FLOW ("d%1$u", "A%1$u", "J%1$u") FLOW ("e%1$u", "B%1$u", "J%1$u")
                FLOW ("f%1$u", "J%1$u", "Y"),
        i);
  drawing = draw (body->str);
  compilation = check (drawing);
  codes = codes_of (pt_compilation_get_diagnostics (compilation));
  assert_string_equal (codes, "S113 ");
  drawing_free (drawing);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (each_fault_has_its_code),
    cmocka_unit_test (each_repair_mends),
    cmocka_unit_test (a_trace_is_the_shortest_way_there),
    cmocka_unit_test (who_waits_in_vain_for_a_message_is_named),
    cmocka_unit_test (what_is_too_much_is_said),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
