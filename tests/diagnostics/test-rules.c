/* test-rules.c: a project sets severities
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <partitur/diagnostics.h>

/* Loads @text as a rules file. Returns: the error's message, or %NULL when it was accepted */
static char *
load (PtRules *rules, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("rules-XXXXXX", &stream, NULL);
  gboolean accepted;

  assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  accepted = pt_rules_load (rules, file, &error);
  assert_true (g_file_delete (file, NULL, NULL));
  assert_int_equal (accepted, error == NULL);
  return accepted ? NULL : g_strdup (error->message);
}

static void
without_a_file_the_table_decides (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();

  for (guint i = 0; i < PT_N_CODES; i++)
    assert_int_equal (pt_rules_get (rules, (PtCode)i), pt_code_info ((PtCode)i)->severity);
}

static void
a_file_sets_severities (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();

  assert_null (load (rules, "# house rules\n[rules]\nRD07 = off\nrh04=error\nRX02 = info \n"));
  assert_int_equal (pt_rules_get (rules, PT_CODE_RD07), PT_SEVERITY_OFF);
  assert_int_equal (pt_rules_get (rules, PT_CODE_RH04), PT_SEVERITY_ERROR);
  assert_int_equal (pt_rules_get (rules, PT_CODE_RX02), PT_SEVERITY_INFO);
  assert_int_equal (pt_rules_get (rules, PT_CODE_RD02), PT_SEVERITY_ERROR);
}

static void
assert_refused (const char *text, const char *naming)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autofree char *message = load (rules, text);

  assert_non_null (message);
  assert_non_null (strstr (message, "rules-")); /* the file */
  assert_non_null (strstr (message, naming));
  assert_int_equal (pt_rules_get (rules, PT_CODE_RD07), PT_SEVERITY_INFO);
}

static void
a_faulty_file_is_refused_whole (void **state)
{
  assert_refused ("[rules]\nRD07=off\nRD02=loud\n", "RD02: “loud”");
  assert_refused ("[rules]\nRD07=off\nRD02=loud\n", "off, info, warning or error");
  assert_refused ("[severities]\nRD07=off\n", "[rules]");
  assert_refused ("RD07=off\n", "group");
}

static void
unknown_codes_are_told (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  const PtRuleFault *fault;

  assert_null (load (rules, "[rules]\nRD07=off\nXX99 = off\n"));
  assert_int_equal (pt_rules_get (rules, PT_CODE_RD07), PT_SEVERITY_OFF);
  assert_int_equal (pt_rules_get_faults (rules)->len, 1);
  fault = pt_rules_get_faults (rules)->pdata[0];
  assert_string_equal (fault->name, "XX99");
  assert_int_equal (fault->line, 3);
  assert_non_null (fault->file);
}

static void
an_alias_sets_all_it_stands_for (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();

  assert_null (load (rules, "[rules]\nbpmnlint:event-based-gateway = info\n"));
  assert_int_equal (pt_rules_get (rules, PT_CODE_B20), PT_SEVERITY_INFO);
  assert_int_equal (pt_rules_get (rules, PT_CODE_B21), PT_SEVERITY_INFO);
  assert_int_equal (pt_rules_get (rules, PT_CODE_B22), pt_code_info (PT_CODE_B22)->severity);
}

/* Also what sets the severity that the table has, where the rules below say something else. */
static void
rules_on_top_count_more (void **state)
{
  g_autoptr (PtRules) below = pt_rules_new ();
  g_autoptr (PtRules) above = pt_rules_new ();

  pt_rules_set (below, "RD07", "error");
  pt_rules_set (below, "RH04", "off");
  pt_rules_set (above, "RD07", "info");
  pt_rules_merge (below, above);
  assert_int_equal (pt_rules_get (below, PT_CODE_RD07), PT_SEVERITY_INFO);
  assert_int_equal (pt_rules_get (below, PT_CODE_RH04), PT_SEVERITY_OFF);
}

static void
elements_are_let_pass (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autoptr (PtRules) copy = NULL;
  g_autoptr (PtDiagnostics) list = NULL;
  const GPtrArray *passed;

  assert_true (pt_rules_exempt (rules, "rd07", "Lane_1", "why"));
  assert_false (pt_rules_exempt (rules, "RD0", "Lane_1", NULL));
  copy = pt_rules_copy (rules);
  list = pt_diagnostics_new (copy);
  pt_diagnostic_add_element (pt_diagnostics_add (list, PT_CODE_RD07, "Finance", NULL), "Lane_1");
  pt_diagnostic_add_element (pt_diagnostics_add (list, PT_CODE_RD07, "Sales", NULL), "Lane_2");
  pt_diagnostics_let_pass (list);
  assert_int_equal (pt_diagnostics_get_length (list), 1);
  assert_string_equal (pt_diagnostics_get (list, 0)->elements->pdata[0], "Lane_2");
  assert_null (pt_diagnostics_get_reason (list, pt_diagnostics_get (list, 0)));
  passed = pt_diagnostics_get_passed (list);
  assert_int_equal (passed->len, 1);
  assert_string_equal (pt_diagnostics_get_reason (list, passed->pdata[0]), "why");
}

/* What stands for all that are not listed passes only with all that it is about. */
static void
many_are_let_pass_together (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (rules);
  const PtDiagnostic *rest = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("Lane_%u", i);

      pt_diagnostic_add_element (pt_diagnostics_add (list, PT_CODE_RD07, "Finance", NULL), id);
    }
  for (guint i = 0; i < pt_diagnostics_get_length (list) && !rest; i++)
    if (pt_diagnostics_get (list, i)->more > 0)
      rest = pt_diagnostics_get (list, i);
  assert_non_null (rest);
  assert_true (pt_rules_exempt (rules, "RD07", rest->elements->pdata[0], "why"));
  assert_null (pt_diagnostics_get_reason (list, rest));
  for (guint i = 1; i < rest->elements->len; i++)
    assert_true (pt_rules_exempt (rules, "RD07", rest->elements->pdata[i], "because"));
  assert_string_equal (pt_diagnostics_get_reason (list, rest), "why");
}

static void
a_missing_file_is_an_error (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/rules");
  g_autoptr (GError) error = NULL;

  assert_false (pt_rules_load (rules, file, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
}

static void
a_copy_is_independent (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autoptr (PtRules) copy = pt_rules_copy (rules);

  assert_true (pt_rules_set (copy, "RD07", "error"));
  assert_false (pt_rules_set (copy, "RD0", "error"));
  assert_false (pt_rules_set (copy, "RD07", "fatal"));
  assert_int_equal (pt_rules_get (rules, PT_CODE_RD07), PT_SEVERITY_INFO);
  assert_int_equal (pt_rules_get (copy, PT_CODE_RD07), PT_SEVERITY_ERROR);
}

static void
findings_follow_the_rules (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autoptr (PtDiagnostics) list = NULL;
  PtDiagnostic *off;

  pt_rules_set (rules, "RD07", "off");
  pt_rules_set (rules, "RH04", "error");
  list = pt_diagnostics_new (rules);
  off = pt_diagnostics_add (list, PT_CODE_RD07, "Finance", NULL);
  pt_diagnostic_add_element (off, "Lane_1");
  pt_diagnostics_add (list, PT_CODE_RH04, "Jo", "Buyer", NULL);
  assert_int_equal (pt_diagnostics_get_length (list), 1);
  assert_int_equal (pt_diagnostics_get (list, 0)->severity, PT_SEVERITY_ERROR);
  assert_int_equal (off->severity, PT_SEVERITY_OFF);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (without_a_file_the_table_decides),
    cmocka_unit_test (a_file_sets_severities),
    cmocka_unit_test (a_faulty_file_is_refused_whole),
    cmocka_unit_test (unknown_codes_are_told),
    cmocka_unit_test (an_alias_sets_all_it_stands_for),
    cmocka_unit_test (rules_on_top_count_more),
    cmocka_unit_test (elements_are_let_pass),
    cmocka_unit_test (many_are_let_pass_together),
    cmocka_unit_test (a_missing_file_is_an_error),
    cmocka_unit_test (a_copy_is_independent),
    cmocka_unit_test (findings_follow_the_rules),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
