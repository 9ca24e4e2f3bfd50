/* test-style.c: each rule of good drawing finds what it is about, and nothing else; its fix works
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#include <partitur/modeling.h>

#include "../../src/compiler/pt-style-words.h"

#define AND(id) "<parallelGateway id='" id "'/>"
#define OR(id, name) ELEMENT ("inclusiveGateway", id, name)
#define NAMED_END(id, name) ELEMENT ("endEvent", id, name)
#define EVENT(tag, id, name, definition)                                                           \
  "<" tag " id='" id "' name='" name "'>" definition "</" tag ">"
#define STRAIGHT(task) START ("S") task END ("E") FLOW ("a", "S", "T") FLOW ("b", "T", "E")
#define CHOICE(question, yes, no)                                                                  \
  START ("S")                                                                                      \
  XOR ("G", question) NAMED_END ("A", "Accepted") NAMED_END ("R", "Rejected")                      \
      FLOW ("f0", "S", "G") NAMED ("f1", "G", "A", yes) NAMED ("f2", "G", "R", no)
#define SHAPE(of, x, y, w, h)                                                                      \
  "<di:BPMNShape xmlns:di='" PT_NS_BPMNDI "' id='s_" of "' bpmnElement='" of                       \
  "'><dc:Bounds xmlns:dc='" PT_NS_DC "' x='" #x "' y='" #y "' width='" #w "' height='" #h          \
  "'/></di:BPMNShape>"
#define EDGE(of, x1, y1, x2, y2)                                                                   \
  "<di:BPMNEdge xmlns:di='" PT_NS_BPMNDI "' id='s_" of "' bpmnElement='" of                        \
  "'><w:waypoint xmlns:w='" PT_NS_DI "' x='" #x1 "' y='" #y1 "'/><w:waypoint xmlns:w='" PT_NS_DI   \
  "' x='" #x2 "' y='" #y2 "'/></di:BPMNEdge>"
#define DIAGRAM(of, figures)                                                                       \
  "<di:BPMNDiagram xmlns:di='" PT_NS_BPMNDI "' id='D_" of "'><di:BPMNPlane id='P_" of              \
  "' bpmnElement='" of "'>" figures "</di:BPMNPlane></di:BPMNDiagram>"

static PtCompilation *
compile (PtProcessGraph *graph, PtRules *rules)
{
  const PtCompileOptions options = { .rules = rules };

  return pt_compile (graph, NULL, &options);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full): the codes of the findings that begin with @letter, sorted */
static char *
codes_of (PtCompilation *compilation, char letter)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const char *code = pt_code_info (pt_diagnostics_get (found, i)->code)->code;

      if (*code == letter)
        g_ptr_array_add (codes, (gpointer)code);
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return g_strjoinv (" ", (char **)codes->pdata);
}

static char *
style_of (const char *body)
{
  g_autoptr (Drawing) drawing = drawing_new (body);
  g_autoptr (PtCompilation) compilation = compile (drawing->graph, NULL);

  return codes_of (compilation, 'M');
}

/* ----- the rules -------------------------------------------------------------------------------
 */

static const struct
{
  const char *body, *codes;
} cases[] = {
  { PROCESS ("P", STRAIGHT (TASK ("T", "Check order"))), "" },
  { PROCESS ("P", CHOICE ("Credit OK?", "yes", "no")), "" },
  /* labels */
  { PROCESS ("P", STRAIGHT (TASK ("T", " "))), "M40" },
  { PROCESS ("P",
             STRAIGHT (EVENT ("intermediateCatchEvent",
                              "T",
                              "",
                              "<timerEventDefinition><timeDuration>P1D</timeDuration>"
                              "</timerEventDefinition>"))),
    "M40" },
  { PROCESS ("P",
             START ("S") END ("E") END ("F") XOR ("G", "OK?") FLOW ("a", "S", "G")
                 NAMED ("b", "G", "E", "yes") NAMED ("c", "G", "F", "no")),
    "M41 M41" },
  { PROCESS ("P", STRAIGHT (TASK ("T", "Check that all of the many documents have come"))), "M42" },
  { PROCESS ("P", STRAIGHT (TASK ("T", "Invoice approval"))), "M43" },
  { PROCESS ("P", CHOICE ("Check credit", "yes", "no")), "M44" },
  { PROCESS ("P",
             START ("S") TASK ("T", "Inform") TASK ("U", "inform") END ("E") FLOW ("a", "S", "T")
                 FLOW ("b", "T", "U") FLOW ("c", "U", "E")),
    "M45" },
  { "<process id='P' name='Check order'>" STRAIGHT (TASK ("T", "Check order")) "</process>",
    "M46" },
  { PROCESS ("P",
             START ("S") XOR ("G", "How much?") NAMED_END ("A", "a") NAMED_END ("B", "b")
                 FLOW ("f0", "S", "G") CONDITION ("f1", "G", "A", "x &lt; 5")
                     CONDITION ("f2", "G", "B", "x &gt;= 5")),
    "M48 M48" },
  /* beginnings and ends */
  { PROCESS ("P",
             START ("S") START ("S2") TASK ("T", "Check order") END ("E") FLOW ("a", "S", "T")
                 FLOW ("a2", "S2", "T") FLOW ("b", "T", "E")),
    "M20 M41 M41" },
  { PROCESS ("P",
             START ("S") XOR ("G", "OK?") NAMED_END ("A", "Done") NAMED_END ("R", "Done")
                 FLOW ("f0", "S", "G") NAMED ("f1", "G", "A", "yes") NAMED ("f2", "G", "R", "no")),
    "M21" },
  { PROCESS ("P",
             START ("S") TASK ("T", "Check order")
                 EVENT ("endEvent", "E", "Done", "<terminateEventDefinition/>") FLOW ("a", "S", "T")
                     FLOW ("b", "T", "E")),
    "M22" },
  { PROCESS ("P",
             START ("S") AND ("G") TASK ("T", "Check order") TASK ("U", "Pack goods")
                 EVENT ("endEvent", "E", "Done", "<terminateEventDefinition/>")
                     NAMED_END ("F", "Packed") FLOW ("a", "S", "G") FLOW ("b", "G", "T")
                         FLOW ("c", "G", "U") FLOW ("d", "T", "E") FLOW ("e", "U", "F")),
    "" },
  { PROCESS ("P",
             STRAIGHT ("<adHocSubProcess id='T' name='Research'>" ELEMENT ("startEvent", "X", "x")
                           TASK ("Y", "Ask around") "</adHocSubProcess>")),
    "M23" },
  { PROCESS ("P",
             STRAIGHT (
                 "<subProcess id='T' name='Check'>" START ("S1")
                     EVENT ("endEvent", "E1", "Broken", "<errorEventDefinition errorRef='Er'/>")
                         FLOW ("x", "S1", "E1") "</subProcess>")) "<error id='Er' name='Broken'/>",
    "M24" },
  { PROCESS ("P",
             STRAIGHT ("<subProcess id='T' name='Check'>" START ("S1") END ("E1")
                           FLOW ("x", "S1", "E1") "</subProcess>")
                 EVENT ("boundaryEvent",
                        "B' attachedToRef='T",
                        "Broken",
                        "<escalationEventDefinition escalationRef='Es'/>") NAMED_END ("F", "Failed")
                     FLOW ("y", "B", "F")) "<escalation id='Es' name='Broken' escalationCode='1'/>",
    "M25 M41" },
  { PROCESS ("P",
             STRAIGHT (EVENT (
                 "intermediateThrowEvent",
                 "T",
                 "Changed",
                 "<signalEventDefinition signalRef='Si'/>"))) "<signal id='Si' name='Changed'/>",
    "M26" },
  { PROCESS ("P",
             STRAIGHT ("<subProcess id='T' name='Check'>" START ("S1") XOR ("G", "OK?")
                           NAMED_END ("A", "Fine") NAMED_END ("R", "Faulty") FLOW ("f0", "S1", "G")
                               NAMED ("f1", "G", "A", "yes")
                                   NAMED ("f2", "G", "R", "no") "</subProcess>")),
    "M27" },
  { "<collaboration id='C'><participant id='Po' name='Buyer' "
    "processRef='P'/></collaboration>" PROCESS ("P", START ("S") END ("E") FLOW ("a", "S", "E")),
    "M28" },
  /* gateways */
  { PROCESS ("P",
             START ("S") OR ("G", "What is needed?") NAMED_END ("A", "a") NAMED_END ("B", "b")
                 FLOW ("f0", "S", "G") NAMED ("f1", "G", "A", "ink")
                     NAMED ("f2", "G", "B", "pens")),
    "M08" },
  { PROCESS ("P",
             START ("S") "<complexGateway id='G' name='How?'/>" NAMED_END ("A", "a")
                 NAMED_END ("B", "b") FLOW ("f0", "S", "G") NAMED ("f1", "G", "A", "x")
                     NAMED ("f2", "G", "B", "y")),
    "M09" },
  { PROCESS ("P",
             START ("S") XOR ("G", "Paid?") TASK ("T", "Ship") TASK ("U", "Remind") OR ("J", "")
                 END ("E") FLOW ("f0", "S", "G") NAMED ("f1", "G", "T", "yes")
                     NAMED ("f2", "G", "U", "no") FLOW ("f3", "T", "J") FLOW ("f4", "U", "J")
                         FLOW ("f5", "J", "E")),
    "M10" },
  /* not an exclusive one in fact: an inclusive split may take both ways */
  { PROCESS ("P",
             START ("S") OR ("G", "What?") TASK ("T", "Ship") TASK ("U", "Remind") OR ("J", "")
                 END ("E") FLOW ("f0", "S", "G") NAMED ("f1", "G", "T", "x")
                     NAMED ("f2", "G", "U", "y") FLOW ("f3", "T", "J") FLOW ("f4", "U", "J")
                         FLOW ("f5", "J", "E")),
    "M08" },
  /* what is defined for all */
  { PROCESS ("P", STRAIGHT (TASK ("T", "Check order"))) "<message id='M' name='Order'/>", "M70" },
  { PROCESS (
        "P",
        STRAIGHT (
            "<sendTask id='T' name='Send order' messageRef='M'/>"
            "<receiveTask id='T2' name='Get order' messageRef='M2'/>")) "<message id='M' "
                                                                        "name='Order'/><message "
                                                                        "id='M2' name='Order'/>",
    "M71" },
  { PROCESS ("P",
             STRAIGHT ("<sendTask id='T' name='Send order' messageRef='M'/>")) "<message id='M'/>",
    "M72" },
  /* the picture */
  { PROCESS ("P", STRAIGHT (TASK ("T", "Check order")))
        DIAGRAM ("P",
                 SHAPE ("S", 100, 100, 36, 36) SHAPE ("T", 120, 80, 100, 80)
                     SHAPE ("E", 300, 100, 36, 36) EDGE ("a", 136, 118, 120, 118)
                         EDGE ("b", 220, 118, 300, 118)),
    "M60" },
  { PROCESS ("P",
             STRAIGHT (TASK ("T", "Check order")) TASK ("U", "Pack goods") END ("F")
                 FLOW ("c", "U", "F"))
        DIAGRAM ("P",
                 SHAPE ("S", 0, 100, 36, 36) SHAPE ("T", 400, 80, 100, 80)
                     SHAPE ("E", 600, 100, 36, 36) SHAPE ("U", 200, 80, 100, 80)
                         SHAPE ("F", 200, 300, 36, 36) EDGE ("a", 36, 118, 400, 118)
                             EDGE ("b", 500, 118, 600, 118) EDGE ("c", 220, 160, 218, 300)),
    "M41 M41 M61" },
};

static void
test_rules (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *codes = style_of (cases[i].body);

      if (!g_str_equal (codes, cases[i].codes))
        fail_msg ("%s:\n“%s” instead of “%s”", cases[i].body, codes, cases[i].codes);
    }
}

/* ----- sizes -----------------------------------------------------------------------------------
 */

/* A row of @n tasks, or a gateway with @n ways that all end for themselves. */
static char *
many (guint n, gboolean in_a_row)
{
  GString *body = g_string_new ("<process id='P'>" START ("N0"));

  if (!in_a_row)
    g_string_append (body, XOR ("G", "Which?") FLOW ("f0", "N0", "G"));
  for (guint i = 1; i <= n; i++)
    if (in_a_row)
      g_string_append_printf (body,
                              "<task id='N%u' name='Do %u'/><sequenceFlow id='f%u' sourceRef='N%u' "
                              "targetRef='N%u'/>",
                              i, i, i, i - 1, i);
    else
      g_string_append_printf (
          body,
          "<endEvent id='N%u' name='End %u'/><sequenceFlow id='f%u' name='way %u' "
          "sourceRef='G' targetRef='N%u'/>",
          i, i, i, i, i);
  g_string_append (body, "</process>");
  return g_string_free (body, FALSE);
}

static void
test_sizes (void **state)
{
  static const struct
  {
    guint n;
    gboolean in_a_row;
    const char *codes;
  } sizes[] = {
    { 10, TRUE, "" }, { 11, TRUE, "M03" }, { 31, TRUE, "M02" }, { 50, TRUE, "M01" },
    { 4, FALSE, "" }, { 5, FALSE, "M05" }, { 8, FALSE, "M04" }, { 46, FALSE, "M02 M04 M06" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *body = many (sizes[i].n, sizes[i].in_a_row);
      g_autofree char *codes = style_of (body);

      assert_string_equal (codes, sizes[i].codes);
    }
}

/* ----- structure -------------------------------------------------------------------------------
 */

#define LOOP                                                                                       \
  START ("S")                                                                                      \
  XOR ("J", "") TASK ("T", "Check order") XOR ("G", "OK?") TASK ("U", "Correct order") END ("E")   \
      FLOW ("a", "S", "J") FLOW ("b", "J", "T") FLOW ("c", "T", "G") NAMED ("d", "G", "E", "yes")  \
          NAMED ("e", "G", "U", "no") FLOW ("f", "U", "J")
#define NESTED                                                                                     \
  START ("S")                                                                                      \
  AND ("A1") XOR ("G", "OK?") TASK ("T", "Ship") TASK ("U", "Remind") XOR ("J", "")                \
      TASK ("V", "Pack goods") AND ("A2") END ("E") FLOW ("a", "S", "A1") FLOW ("b", "A1", "G")    \
          NAMED ("c", "G", "T", "yes") NAMED ("d", "G", "U", "no") FLOW ("e", "T", "J")            \
              FLOW ("f", "U", "J") FLOW ("g", "J", "A2") FLOW ("h", "A1", "V")                     \
                  FLOW ("i", "V", "A2") FLOW ("k", "A2", "E")
/* the split in one branch jumps into the middle of the other */
#define CROSSED                                                                                    \
  START ("S")                                                                                      \
  XOR ("G", "OK?") XOR ("H", "Sure?") TASK ("T", "Ship") TASK ("U", "Remind") XOR ("J", "")        \
      XOR ("K", "") END ("E") FLOW ("a", "S", "G") NAMED ("b", "G", "T", "yes")                    \
          NAMED ("c", "G", "H", "no") FLOW ("d", "T", "J") NAMED ("e", "H", "J", "yes")            \
              NAMED ("f", "H", "U", "no") FLOW ("g", "J", "V") TASK ("V", "Pack goods")            \
                  FLOW ("h", "V", "K") FLOW ("i", "U", "K") FLOW ("k", "K", "E")
#define MIXED                                                                                      \
  START ("S")                                                                                      \
  AND ("G") TASK ("T", "Ship") TASK ("U", "Remind") XOR ("J", "") END ("E") FLOW ("a", "S", "G")   \
      FLOW ("b", "G", "T") FLOW ("c", "G", "U") FLOW ("d", "T", "J") FLOW ("e", "U", "J")          \
          FLOW ("f", "J", "E")

static void
test_structure (void **state)
{
  static const struct
  {
    const char *body, *codes;
  } drawings[] = {
    { PROCESS ("P", LOOP), "" },
    { PROCESS ("P", NESTED), "" },
    { PROCESS ("P", MIXED), "M07" },
    /* ways of one kind that cross over behave as if they did not */
    { PROCESS ("P", CROSSED), "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autofree char *codes = style_of (drawings[i].body);

      if (!g_str_equal (codes, drawings[i].codes))
        fail_msg ("%s:\n“%s” instead of “%s”", drawings[i].body, codes, drawings[i].codes);
    }
}

/* ----- words -----------------------------------------------------------------------------------
 */

static void
test_words (void **state)
{
  static const struct
  {
    const char *label, *proposal; /* "-": a noun without a proposal; NULL: nothing is said */
  } labels[] = {
    { "Approve invoice", NULL },
    { "Invoice approval", "Approve invoice" },
    { "Approval of the invoice", "Approve the invoice" },
    { "Request approval", NULL },
    { "Await approval", NULL },
    { "Claim one-time payment", NULL },
    { "HR evaluation", "-" },
    { "Verification", "Verify" },
    { "Validate registration", NULL },
    { "Bank account", NULL },
    { "Rechnung prüfen", NULL },
    { "Rechnungsprüfung", "Rechnung prüfen" },
    { "Prüfung der Rechnung", "Rechnung prüfen" },
    { "Überprüfung des Antrags", "Antrags überprüfen" },
    { "Kundenbenachrichtigung", "Kunden benachrichtigen" },
    { "Adressprüfung", "-" },
    { "Vorprüfung", NULL },
    { "Sende Bestätigung", NULL },
    { "Bestätigung an Kunden senden", NULL },
    { "Vérifier la facture", NULL },
    { "検証", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *proposal = NULL;
      gboolean said = pt_words_name_no_action (labels[i].label, &proposal);

      if (said != (labels[i].proposal != NULL)
          || (said && !g_str_equal (proposal ? proposal : "-", labels[i].proposal)))
        fail_msg ("%s: %s, %s", labels[i].label, said ? "said" : "not said", proposal);
    }
  assert_int_equal (pt_words_count ("Check the customer's e-mail (if any)"), 4);
}

/* ----- fixes -----------------------------------------------------------------------------------
 */

static const PtDiagnostic *
find (PtCompilation *compilation, const char *code)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    if (g_str_equal (pt_code_info (pt_diagnostics_get (found, i)->code)->code, code))
      return pt_diagnostics_get (found, i);
  return NULL;
}

#define DRAWN_TASKS                                                                                \
  SHAPE ("S", 0, 100, 36, 36)                                                                      \
  SHAPE ("T", 200, 80, 100, 80) SHAPE ("U", 200, 280, 100, 80) SHAPE ("E", 600, 100, 36, 36)       \
      EDGE ("a", 36, 118, 200, 118) EDGE ("b", 300, 118, 600, 118)

static const struct
{
  const char *code, *body;
  PtFixKind kind;
} fixes[] = {
  { "M22",
    PROCESS ("P",
             START ("S") TASK ("T", "Check order")
                 EVENT ("endEvent", "E", "Done", "<terminateEventDefinition/>") FLOW ("a", "S", "T")
                     FLOW ("b", "T", "E")),
    PT_FIX_MAKE_PLAIN },
  { "M23",
    PROCESS ("P",
             STRAIGHT ("<adHocSubProcess id='T' name='Research'>" ELEMENT ("startEvent", "X", "x")
                           TASK ("Y", "Ask around") "</adHocSubProcess>")),
    PT_FIX_DELETE },
  { "M40",
    PROCESS (
        "P",
        STRAIGHT (
            "<callActivity id='T' calledElement='Q'/>")) "<process id='Q' name='Pack'>" START ("S2")
        END ("E2") FLOW ("a2", "S2", "E2") "</process>",
    PT_FIX_RENAME },
  { "M43", PROCESS ("P", STRAIGHT (TASK ("T", "Rechnungsprüfung"))), PT_FIX_RENAME },
  { "M44", PROCESS ("P", CHOICE ("Credit", "yes", "no")), PT_FIX_RENAME },
  { "M48",
    PROCESS ("P",
             START ("S") XOR ("G", "How much?") NAMED_END ("A", "a") NAMED_END ("B", "b")
                 FLOW ("f0", "S", "G") CONDITION ("f1", "G", "A", "x &lt; 5")
                     NAMED ("f2", "G", "B", "else")),
    PT_FIX_RENAME },
  { "M08",
    PROCESS ("P",
             START ("S") OR ("G", "") NAMED_END ("A", "a") NAMED_END ("B", "b")
                 FLOW ("f0", "S", "G") FLOW ("f1", "G", "A") FLOW ("f2", "G", "B")),
    PT_FIX_CHANGE_GATEWAY },
  { "M10",
    PROCESS ("P",
             START ("S") XOR ("G", "Paid?") TASK ("T", "Ship") TASK ("U", "Remind") OR ("J", "")
                 END ("E") FLOW ("f0", "S", "G") NAMED ("f1", "G", "T", "yes")
                     NAMED ("f2", "G", "U", "no") FLOW ("f3", "T", "J") FLOW ("f4", "U", "J")
                         FLOW ("f5", "J", "E")),
    PT_FIX_CHANGE_GATEWAY },
  { "B15",
    PROCESS ("P",
             START ("S") TASK ("T", "Check") TASK ("U", "Correct") XOR ("G", "OK?") END ("E")
                 FLOW ("a", "S", "T") FLOW ("b", "T", "G") NAMED ("c", "G", "E", "yes")
                     NAMED ("d", "G", "U", "no") FLOW ("e", "U", "T")) DIAGRAM ("P", DRAWN_TASKS),
    PT_FIX_INSERT_JOIN },
  { "B19",
    PROCESS ("P",
             START ("S") TASK ("U", "Check") XOR ("T", "OK?") END ("E") FLOW ("a", "S", "T")
                 NAMED ("b", "T", "E", "yes") NAMED ("d", "T", "U", "no") FLOW ("e", "U", "T"))
        DIAGRAM ("P", DRAWN_TASKS),
    PT_FIX_INSERT_JOIN },
  { "B14",
    PROCESS ("P",
             START ("S") TASK ("T", "Check") TASK ("U", "Correct") END ("E") END ("F")
                 FLOW ("a", "S", "T") FLOW ("b", "T", "E") FLOW ("c", "T", "U")
                     FLOW ("d", "U", "F")) DIAGRAM ("P", DRAWN_TASKS),
    PT_FIX_INSERT_SPLIT },
  { "B30",
    PROCESS ("P",
             START ("S") TASK ("T", "Check") TASK ("U", "Correct") END ("E") END ("F")
                 FLOW ("a", "S", "T") NAMED ("b", "T", "E", "yes") NAMED ("c", "T", "U", "no")
                     FLOW ("d", "U", "F")) DIAGRAM ("P", DRAWN_TASKS),
    PT_FIX_INSERT_SPLIT },
  { "S112",
    PROCESS ("P",
             START ("S") XOR ("G", "How much?") NAMED_END ("A", "a") NAMED_END ("B", "b")
                 FLOW ("f0", "S", "G") CONDITION ("f1", "G", "A", "x &lt; 5")
                     CONDITION ("f2", "G", "B", "x &gt; 5")),
    PT_FIX_SET_DEFAULT },
};

static const PtFix *
find_fix (const PtDiagnostic *finding, PtFixKind kind)
{
  for (guint i = 0; i < finding->fixes->len; i++)
    if (((const PtFix *)finding->fixes->pdata[i])->kind == kind)
      return finding->fixes->pdata[i];
  return NULL;
}

static void
check_fix (guint i)
{
  g_autoptr (Drawing) drawing = drawing_new (fixes[i].body);
  g_autoptr (GBytes) before = pt_document_to_bytes (drawing->document, NULL);
  g_autoptr (PtCompilation) first = compile (drawing->graph, NULL);
  g_autoptr (PtCompilation) second = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  const PtDiagnostic *finding = find (first, fixes[i].code);
  const PtFix *fix = finding ? find_fix (finding, fixes[i].kind) : NULL;

  if (!fix)
    fail_msg ("%s offers no %s: %s", fixes[i].code, pt_fix_kind_id (fixes[i].kind), fixes[i].body);
  if (!pt_compiler_apply_fix (drawing->graph, NULL, fix, &error))
    fail_msg ("%s: %s", fixes[i].code, error->message);
  second = compile (drawing->graph, NULL);
  if (find (second, fixes[i].code))
    fail_msg ("%s is not gone", fixes[i].code);
  assert_true (pt_diagnostics_count (pt_compilation_get_diagnostics (second), PT_SEVERITY_ERROR)
               <= pt_diagnostics_count (pt_compilation_get_diagnostics (first), PT_SEVERITY_ERROR));
  pt_document_undo (drawing->document);
  assert_false (pt_document_can_undo (drawing->document));
  after = pt_document_to_bytes (drawing->document, NULL);
  assert_true (g_bytes_equal (before, after));
}

static void
test_fixes (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++)
    check_fix (i);
}

/* The flow that leads on anyhow stays the default one of the new gateway. */
static void
test_default_moves_along (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      "<process id='P'>" START ("S") "<task id='T' name='Check' default='b'/>" TASK ("U", "Correct")
          END ("E") END ("F") FLOW ("a", "S", "T") FLOW ("b", "T", "E")
              CONDITION ("c", "T", "U", "x = 1")
                  FLOW ("d", "U", "F") "</process>" DIAGRAM ("P", DRAWN_TASKS));
  g_autofree char *id
      = pt_modeling_put_between (drawing->graph, "T", PT_BPMN_INCLUSIVE_GATEWAY, FALSE);
  const PtElement *gateway = pt_process_graph_get (drawing->graph, id);

  assert_non_null (gateway);
  assert_string_equal (gateway->default_flow->id, "b");
  assert_null (pt_process_graph_get (drawing->graph, "T")->default_flow);
  assert_int_equal (gateway->outgoing->len, 2);
  assert_int_equal (gateway->incoming->len, 1);
  assert_non_null (gateway->figure);
}

/* ----- settings --------------------------------------------------------------------------------
 */

static void
test_settings (void **state)
{
  g_autoptr (Drawing) drawing
      = drawing_new (PROCESS ("P", STRAIGHT (TASK ("T", "Invoice approval"))));
  g_autoptr (GBytes) before = pt_document_to_bytes (drawing->document, NULL);
  g_autoptr (GBytes) after = NULL;
  const struct
  {
    const char *code, *severity, *reason;
    guint errors;
    const char *style;
  } steps[] = {
    { "M43", "error", NULL, 1, "M43" },
    { "M43", NULL, "so they call it here", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (PtCompilation) compilation = NULL;
      g_autofree char *codes = NULL;

      assert_true (steps[i].severity
                       ? pt_modeling_set_rule (drawing->graph, steps[i].code, steps[i].severity)
                       : pt_modeling_exempt (drawing->graph, "T", steps[i].code, steps[i].reason));
      compilation = compile (drawing->graph, NULL);
      codes = codes_of (compilation, 'M');
      assert_string_equal (codes, steps[i].style);
      assert_int_equal (pt_diagnostics_count (pt_compilation_get_diagnostics (compilation),
                                              PT_SEVERITY_ERROR),
                        steps[i].errors);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    pt_document_undo (drawing->document);
  assert_false (pt_document_can_undo (drawing->document));
  after = pt_document_to_bytes (drawing->document, NULL);
  assert_true (g_bytes_equal (before, after));
}

static void
test_settings_go_without_a_trace (void **state)
{
  g_autoptr (Drawing) drawing
      = drawing_new (PROCESS ("P", STRAIGHT (TASK ("T", "Invoice approval"))));

  assert_false (pt_modeling_exempt (drawing->graph, "T", "M43", NULL));
  assert_true (pt_modeling_exempt (drawing->graph, "T", "M43", "x"));
  assert_true (pt_modeling_exempt (drawing->graph, "T", "M43", "y"));
  assert_true (pt_modeling_exempt (drawing->graph, "T", "M43", NULL));
  assert_null (pt_xml_first_element (pt_process_graph_get (drawing->graph, "T")->node));
}

/* However it was written in the file, it can be taken back in one step. */
static void
test_letting_pass_is_taken_back (void **state)
{
  g_autoptr (Drawing) drawing
      = drawing_new (PROCESS ("P", STRAIGHT (TASK ("T", "Invoice approval"))));
  PtProcessGraph *graph = drawing->graph;

  assert_false (pt_compiler_let_pass (graph, "T", PT_CODE_M43, NULL));
  assert_true (pt_compiler_let_pass (graph, "T", PT_CODE_M43, "so they call it here"));
  assert_true (pt_compiler_let_pass (graph, "T", PT_CODE_M43, NULL));
  assert_true (pt_modeling_exempt (graph, "T", "m43", "written by hand"));
  assert_true (pt_compiler_let_pass (graph, "T", PT_CODE_M43, NULL));
  assert_null (pt_xml_first_element (pt_process_graph_get (graph, "T")->node));
  pt_document_undo (drawing->document);
  assert_non_null (pt_xml_first_element (pt_process_graph_get (graph, "T")->node));
  assert_false (pt_compiler_let_pass (graph, "nowhere", PT_CODE_M43, "x"));
}

static void
test_unknown_settings (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      "<process id='P'><extensionElements xmlns:p='" PT_NS_PARTITUR "'>"
      "<p:rule code='bpmnlint:no-implict-end' severity='off'/><p:rule code='M43' severity='loud'/>"
      "</extensionElements>" STRAIGHT (TASK ("T", "Check order")) "</process>");
  g_autoptr (PtCompilation) compilation = compile (drawing->graph, NULL);
  g_autofree char *codes = codes_of (compilation, 'M');
  g_autofree char *message = NULL;

  assert_string_equal (codes, "M90 M91");
  message = pt_diagnostic_message (find (compilation, "M90"));
  assert_non_null (strstr (message, "bpmnlint:no-implicit-end"));
  assert_true (find (compilation, "M90")->line > 0);
}

/* An alias sets all that it stands for. */
static void
test_aliases (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (PROCESS ("P", STRAIGHT (TASK ("T", ""))));
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autoptr (PtCompilation) compilation = NULL;
  g_autofree char *codes = NULL;

  assert_true (pt_rules_set (rules, "bpmnlint:label-required", "off"));
  compilation = compile (drawing->graph, rules);
  codes = codes_of (compilation, 'M');
  assert_string_equal (codes, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rules),
    cmocka_unit_test (test_sizes),
    cmocka_unit_test (test_structure),
    cmocka_unit_test (test_words),
    cmocka_unit_test (test_fixes),
    cmocka_unit_test (test_default_moves_along),
    cmocka_unit_test (test_settings),
    cmocka_unit_test (test_settings_go_without_a_trace),
    cmocka_unit_test (test_letting_pass_is_taken_back),
    cmocka_unit_test (test_unknown_settings),
    cmocka_unit_test (test_aliases),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
