/* test-staff.c: whether the people of a roles file can play a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each finding is looked for in a process and a roles file that have it, and in nearly the same
 * ones that do not. What one click can do is done: then the finding is gone, and undone it is back.
 */
#include "staff-case.h"

static const PtDiagnostic *
find (const Case *self, const char *code)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (self->compilation);

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    if (g_str_equal (pt_code_info (pt_diagnostics_get (found, i)->code)->code, code))
      return pt_diagnostics_get (found, i);
  return NULL;
}

static char *
all_text (const Case *self)
{
  return pt_diagnostics_to_text (pt_compilation_get_diagnostics (self->compilation), "test");
}

/* ----- findings ------------------------------------------------------------------------------ */

static const struct
{
  const char *code, *body, *with, *without, *other_body;
} cases[] = {
#include "staff-cases.h"
};

static void
test_findings (void **state)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Case) with = { 0 }, without = { 0 };
      const char *other = cases[i].other_body != NULL ? cases[i].other_body : cases[i].body;
      g_autofree char *text = NULL, *other_text = NULL;

      case_init (&with, cases[i].body, cases[i].with);
      case_init (&without, other, cases[i].without != NULL ? cases[i].without : cases[i].with);
      text = all_text (&with);
      other_text = all_text (&without);
      if (find (&with, cases[i].code) == NULL)
        print_error ("row %u: no %s in\n%s", i, cases[i].code, text);
      if (find (&without, cases[i].code) != NULL)
        print_error ("row %u: %s in\n%s", i, cases[i].code, other_text);
      n_wrong += find (&with, cases[i].code) == NULL || find (&without, cases[i].code) != NULL;
    }
  assert_int_equal (n_wrong, 0);
}

/* ----- fixes --------------------------------------------------------------------------------- */

static void
try_fix (guint i, guint number, gboolean *tested, guint *n_wrong)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  const PtFix *fix;
  PtDocument *changed;
  PtFixKind kind;

  case_init (&self, cases[i].body, cases[i].with);
  /* What lies in a lane already need not be moved there. */
  if (g_str_equal (cases[i].code, "RD12"))
    assert_true (
        pt_modeling_move (self.drawing->graph, (const char *const[]){ "S", NULL }, 0, -400, NULL));
  before = g_strjoinv ("|", find (&self, cases[i].code)->args);
  fix = find (&self, cases[i].code)->fixes->pdata[number];
  kind = fix->kind;
  if (!pt_compiler_apply_fix (self.drawing->graph, self.roles, fix, &error))
    {
      print_error ("%s, fix %u (%s): %s\n", cases[i].code, number, pt_fix_kind_id (kind),
                   error->message);
      (*n_wrong)++;
      return;
    }
  changed = pt_document_can_undo (self.roles) ? self.roles : self.drawing->document;
  compile (&self);
  if (find (&self, cases[i].code) != NULL)
    {
      after = g_strjoinv ("|", find (&self, cases[i].code)->args);
      if (g_str_equal (before, after))
        {
          g_autofree char *text = all_text (&self);

          print_error ("%s is still there after fix %u (%s):\n%s", cases[i].code, number,
                       pt_fix_kind_id (kind), text);
          (*n_wrong)++;
        }
    }
  /* One step: what was done before, laying out the drawing, is the next to be undone. */
  pt_document_undo (changed);
  assert_true (pt_document_can_undo (self.drawing->document));
  assert_false (pt_document_can_undo (self.roles));
  compile (&self);
  if (find (&self, cases[i].code) == NULL)
    fail_msg ("%s is gone after fix %u (%s) was undone", cases[i].code, number,
              pt_fix_kind_id (kind));
  tested[kind] = TRUE;
}

static void
test_fixes (void **state)
{
  gboolean tested[PT_N_FIXES] = { FALSE };
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Case) self = { 0 };

      case_init (&self, cases[i].body, cases[i].with);
      for (guint k = 0;
           find (&self, cases[i].code) != NULL && k < find (&self, cases[i].code)->fixes->len; k++)
        try_fix (i, k, tested, &n_wrong);
    }
  assert_int_equal (n_wrong, 0);
  for (guint kind = PT_FIX_ADD_DEPUTY; kind < PT_FIX_ENTER_NAME; kind++)
    if (!tested[kind])
      fail_msg ("%s is not tested", pt_fix_kind_id (kind));
}

/* ----- wording ------------------------------------------------------------------------------- */

static void
assert_message (const char *body, const char *entries, const char *code, const char *expected)
{
  g_auto (Case) self = { 0 };
  g_autofree char *text = NULL;

  case_init (&self, body, entries);
  assert_non_null (find (&self, code));
  text = pt_diagnostic_message (find (&self, code));
  assert_string_equal (text, expected);
}

/* The measure of it all: who, which rule, until when, and what would help. */
static void
test_wording (void **state)
{
  assert_message (
      PAIR,
      ROLES PERSON ("a", "Petra Kurz",
                    HOLDS ("clerk") HOLDS ("boss") "<away from='2026-07-06' until='2026-07-24'/>")
          PERSON ("b", "Jo Lang", HOLDS ("clerk") "<holds role='boss' as='deputy'/>") APART,
      "RS03",
      "From 2026-07-06 to 2026-07-24 “Purchase” cannot be finished: “Enter” and “Sign” must be "
      "done "
      "by different people (rule apart, IC-7), and in the absence of Petra Kurz, only Jo Lang may "
      "do "
      "“Enter” and “Sign”. Ways out: one more holder of “Clerk”; one more holder of “Boss”; move "
      "the absence of Petra Kurz; drop rule apart, IC-7.");
  assert_message (
      MAYBE_PAIR, ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) APART, "RS02",
      "If “Large?” is “yes”, “Purchase” gets stuck: “Enter” and “Sign” must be done by "
      "different people (rule apart, IC-7), and only Ann may do “Enter” and “Sign”. Ways "
      "out: one more holder of “Clerk”; one more holder of “Boss”; drop rule apart, "
      "IC-7.");
}

/* ----- who could help ------------------------------------------------------------------------ */

/* Whom a role would make no difference to is not proposed for it. */
static void
test_candidates (void **state)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GString) offered = g_string_new (NULL);

  case_init (&self,
             BOTH (USER ("A", "Enter", WORK ("tags='enter'") BY ("role(clerk) and skill(sap, 2)")),
                   USER ("B", "Sign", WORK ("tags='sign'"))),
             SKILL ROLES PERSON ("a", "Ann",
                                 HOLDS ("clerk") HOLDS ("boss") "<can skill='sap' level='2'/>")
                 PERSON ("b", "Bob", "") PERSON ("c", "Cem", "<can skill='sap' level='2'/>")
                     PERSON ("d", "Dora", "<can skill='sap' level='1'/>") APART);
  for (guint i = 0; i < find (&self, "RS01")->fixes->len; i++)
    {
      const PtFix *fix = find (&self, "RS01")->fixes->pdata[i];

      if (fix->kind == PT_FIX_ADD_HOLDER)
        g_string_append_printf (offered, "%s-%s ", fix->args[1], fix->args[2]);
    }
  assert_string_equal (offered->str, "c-clerk b-boss c-boss ");
}

/* Nine who are each needed: five one by one, the others together. */
static void
test_many_are_needed (void **state)
{
  g_autoptr (GString) body = g_string_new (START ("S")), lanes = g_string_new (IN ("S") IN ("E"));
  g_autoptr (GString) entries = g_string_new ("<role id='clerk' name='Clerk'/>");
  g_autofree char *process = NULL, *text = NULL;
  g_auto (Case) self = { 0 };

  g_string_append (body, FLOW ("f0", "S", "A0"));
  for (guint i = 0; i < 9; i++)
    {
      g_string_append_printf (lanes, "<flowNodeRef>A%u</flowNodeRef>", i);
      g_string_append_printf (body,
                              "<userTask id='A%u' name='Task %u'>" BY ("person(p%u)") "</userTask>",
                              i, i, i);
      g_string_append_printf (body, "<sequenceFlow id='g%u' sourceRef='A%u' targetRef='%s%u'/>", i,
                              i, i < 8 ? "A" : "E", i + 1);
      g_string_append_printf (entries,
                              "<person id='p%u' name='Kim%u'><holds role='clerk'/></person>", i, i);
    }
  g_string_append (body, "<endEvent id='E9'/>");
  process = g_strdup_printf (
      "<collaboration id='C'><participant id='PO' name='Acme' processRef='P'/></collaboration>"
      "<process id='P'><laneSet id='ls'><lane id='L' name='Clerk'>%s</lane></laneSet>%s</process>",
      lanes->str, body->str);
  case_init (&self, process, entries->str);
  text = all_text (&self);
  assert_non_null (strstr (text, "without Kim0 it"));
  assert_non_null (strstr (text, "without Kim5, Kim6, Kim7 or Kim8 it"));
}

/* ----- too much ------------------------------------------------------------------------------ */

/* A rule that demands people, of more tasks than paths can be told apart by. */
static void
test_undecided (void **state)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *process = NULL;
  g_auto (Case) self = { 0 };

  for (guint i = 0; i < 66; i++)
    g_string_append_printf (
        body,
        "<userTask id='A%u' name='Task %u'>" WORK (
            "tags='enter'") "</userTask>"
                            "<sequenceFlow id='g%u' sourceRef='A%u' targetRef='A%u'/>",
        i, i, i, i, i + 1);
  process = g_strdup_printf (
      "<collaboration id='C'><participant id='PO' name='Clerk' processRef='P'/></collaboration>"
      "<process id='P'>" START ("S") "%s<userTask id='A66'/>" END ("E") FLOW ("f1", "S", "A0")
          FLOW ("f2", "A66", "E") "</process>",
      body->str);
  case_init (&self, process, ROLES PLENTY "<rule id='r' type='at-least' n='2' tags='enter'/>");
  assert_non_null (find (&self, "RS09"));
}

/* ----- without people ------------------------------------------------------------------------ */

static void
test_no_people (void **state)
{
  g_auto (Case) self = { 0 };
  PtDiagnostics *found;

  case_init (&self, PAIR, ROLES APART);
  found = pt_compilation_get_diagnostics (self.compilation);
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const char *code = pt_code_info (pt_diagnostics_get (found, i)->code)->code;

      assert_true (*code != 'R' || g_str_equal (code, "RH00"));
    }
  assert_non_null (find (&self, "RH00"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_findings),        cmocka_unit_test (test_fixes),
    cmocka_unit_test (test_wording),         cmocka_unit_test (test_candidates),
    cmocka_unit_test (test_many_are_needed), cmocka_unit_test (test_undecided),
    cmocka_unit_test (test_no_people),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
