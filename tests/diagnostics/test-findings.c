/* test-findings.c: findings are worded, listed, sorted, and shown as text and JSON
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <partitur/diagnostics.h>

static void
assert_message (const PtDiagnostic *diagnostic, const char *expected)
{
  g_autofree char *message = pt_diagnostic_message (diagnostic);

  assert_string_equal (message, expected);
}

static void
arguments_fill_the_message_in_order (void **state)
{
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (NULL);

  assert_message (pt_diagnostics_add (list, PT_CODE_RD05, "Purchasing", "Buyer", "Approver", NULL),
                  "“Purchasing” could be the role “Buyer” or the role “Approver”.");
  assert_message (pt_diagnostics_add (list, PT_CODE_RH01, "Käufer", "2026-03-01", NULL),
                  "The role “Käufer” has no holder on 2026-03-01: its work would wait for ever.");
}

static void
an_optional_part_needs_its_argument (void **state)
{
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (NULL);

  assert_message (
      pt_diagnostics_add (list, PT_CODE_RD02, "Byer", "Buyer", NULL),
      "A lane or pool is called “Byer”, but the roles file has no such role. Did you mean “Buyer”?");
  assert_message (pt_diagnostics_add (list, PT_CODE_RD02, "Byer", "", NULL),
                  "A lane or pool is called “Byer”, but the roles file has no such role.");
  assert_message (pt_diagnostics_add (list, PT_CODE_RD02, "Byer", NULL),
                  "A lane or pool is called “Byer”, but the roles file has no such role.");
}

static void
arguments_are_never_patterns (void **state)
{
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (NULL);

  assert_message (pt_diagnostics_add (list, PT_CODE_RD03, "{2}[x{3}]", "%s\n  B", NULL),
                  "“{2}[x{3}]” is read as the role “%s B”.");
}

static void
places_elements_and_fixes_are_kept (void **state)
{
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (NULL);
  PtDiagnostic *diagnostic = pt_diagnostics_add (list, PT_CODE_RD01, "Pay", NULL);
  PtFix *fix;

  pt_diagnostic_add_element (diagnostic, "Task_1");
  pt_diagnostic_add_element (diagnostic, NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_MOVE_TO_LANE, "Sales", "Lane_1", "Task_1", NULL);
  pt_diagnostic_set_place (diagnostic, "a.xml", 3, 4);
  pt_diagnostic_set_place (diagnostic, diagnostic->file, 5, 6);
  assert_int_equal (diagnostic->elements->len, 1);
  assert_int_equal (diagnostic->trace->len, 0);
  assert_string_equal (diagnostic->file, "a.xml");
  assert_int_equal (diagnostic->line, 5);
  fix = diagnostic->fixes->pdata[0];
  assert_int_equal (g_strv_length (fix->args), 3);
  assert_string_equal (fix->args[2], "Task_1");
}

static PtDiagnostics *
sample (void)
{
  PtDiagnostics *list = pt_diagnostics_new (NULL);
  PtDiagnostic *last = pt_diagnostics_add (list, PT_CODE_RD07, "Finance", NULL);
  PtDiagnostic *other
      = pt_diagnostics_add (list, PT_CODE_RF10, "office", "Europe/Berlyn", "Europe/Berlin", NULL);
  PtDiagnostic *first = pt_diagnostics_add (list, PT_CODE_RD02, "Byer", "Buyer", NULL);

  pt_diagnostic_add_element (last, "Lane_3");
  pt_diagnostic_set_place (other, "acme.roles.xml", 2, 3);
  pt_diagnostic_set_place (first, NULL, 12, 5);
  pt_diagnostic_add_element (first, "Lane_1");
  pt_diagnostic_add_trace (first, "Start");
  pt_diagnostic_add_trace (first, "Task_1");
  pt_diagnostic_add_fix (first, PT_FIX_RENAME, "Buyer", "Lane_1", NULL);
  return list;
}

static void
sorting_goes_by_place_and_is_stable (void **state)
{
  g_autoptr (PtDiagnostics) list = sample ();

  pt_diagnostic_set_place (pt_diagnostics_add (list, PT_CODE_RD03, "A", "B", NULL), NULL, 12, 5);
  pt_diagnostic_set_place (pt_diagnostics_add (list, PT_CODE_RD01, "T", NULL), NULL, 12, 1);
  pt_diagnostics_sort (list);
  assert_int_equal (pt_diagnostics_get_length (list), 5);
  assert_int_equal (pt_diagnostics_get (list, 0)->code, PT_CODE_RD01);
  assert_int_equal (pt_diagnostics_get (list, 1)->code, PT_CODE_RD02);
  assert_int_equal (pt_diagnostics_get (list, 2)->code, PT_CODE_RD03);
  assert_int_equal (pt_diagnostics_get (list, 3)->code, PT_CODE_RF10);
  assert_int_equal (pt_diagnostics_get (list, 4)->code, PT_CODE_RD07);
}

static void
what_was_found_is_known_even_if_not_listed (void **state)
{
  g_autoptr (PtRules) rules = pt_rules_new ();
  g_autoptr (PtDiagnostics) list = NULL;
  g_autoptr (PtDiagnostics) other = pt_diagnostics_new (NULL);

  assert_true (pt_rules_set (rules, "RS09", "off"));
  list = pt_diagnostics_new (rules);
  pt_diagnostics_add (list, PT_CODE_RS09, "Order", NULL);
  assert_int_equal (pt_diagnostics_get_length (list), 0);
  assert_true (pt_diagnostics_has (list, PT_CODE_RS09));
  assert_false (pt_diagnostics_has (list, PT_CODE_S113));
  pt_diagnostics_append (other, list);
  assert_true (pt_diagnostics_has (other, PT_CODE_RS09));
}

static void
appending_copies (void **state)
{
  PtDiagnostics *from = sample ();
  g_autoptr (PtDiagnostics) list = sample ();
  g_autofree char *text = NULL;
  g_autofree char *once = pt_diagnostics_to_text (from, "order.bpmn");
  g_autofree char *twice = g_strconcat (once, once, NULL);

  pt_diagnostics_append (list, from);
  pt_diagnostics_unref (from);
  text = pt_diagnostics_to_text (list, "order.bpmn");
  assert_string_equal (text, twice);
}

static void
counts_go_by_severity (void **state)
{
  g_autoptr (PtDiagnostics) list = sample ();

  assert_int_equal (pt_diagnostics_count (list, PT_SEVERITY_ERROR), 2);
  assert_int_equal (pt_diagnostics_count (list, PT_SEVERITY_WARNING), 0);
  assert_int_equal (pt_diagnostics_count (list, PT_SEVERITY_INFO), 1);
}

static void
text_is_one_finding_a_line_with_its_fixes (void **state)
{
  g_autoptr (PtDiagnostics) list = sample ();
  g_autofree char *text = NULL;

  pt_diagnostics_sort (list);
  text = pt_diagnostics_to_text (list, "order.bpmn");
  assert_string_equal (text, "order.bpmn:12:5: error RD02: A lane or pool is called “Byer”, but the "
                             "roles file has no such role. Did you mean “Buyer”?\n"
                             "  way out: Rename the lane, let its name be an alias of the role, or "
                             "add the role to the roles file.\n"
                             "  fix: Rename to “Buyer”\n"
                             "acme.roles.xml:2:3: error RF10: The calendar “office” names an "
                             "unknown time zone, “Europe/Berlyn”. Did "
                             "you mean “Europe/Berlin”?\n"
                             "  way out: Write the name of a large city in the same zone, for "
                             "example Europe/Berlin or America/New_York.\n"
                             "order.bpmn: info RD07: The lane “Finance” has no work in it.\n");
}

static void
a_file_keeps_the_spelling_of_the_caller (void **state)
{
  g_autoptr (PtDiagnostics) list = sample ();
  g_autofree char *text = pt_diagnostics_to_text (list, "./acme.roles.xml");

  assert_non_null (strstr (text, "./acme.roles.xml:2:3: error RF10"));
}

static void
a_file_may_be_unknown (void **state)
{
  g_autoptr (PtDiagnostics) list = sample ();
  g_autofree char *text = pt_diagnostics_to_text (list, NULL);
  g_autoptr (JsonNode) node = pt_diagnostics_to_json (list, NULL);

  assert_true (g_str_has_prefix (text, "info RD07: "));
  assert_non_null (strstr (text, "\nacme.roles.xml:2:3: error RF10"));
  assert_non_null (strstr (text, "\nerror RD02: "));
  assert_false (json_object_has_member (json_node_get_object (node), "file"));
}

static void
json_has_the_shape_of_the_contract (void **state)
{
  g_autoptr (PtDiagnostics) list = sample ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  pt_diagnostics_sort (list);
  node = pt_diagnostics_to_json (list, "order.bpmn");
  text = json_to_string (node, FALSE);
  assert_string_equal (
      text,
      "{\"file\":\"order.bpmn\",\"diagnostics\":["
      "{\"code\":\"RD02\",\"severity\":\"error\",\"message\":\"A lane or pool is called "
      "“Byer”, but the roles file has no such role. Did you mean “Buyer”?\",\"elements\":[\"Lane_1\"],\"line\":12,\"column\":5,"
      "\"trace\":[\"Start\",\"Task_1\"],\"fixes\":[{\"id\":\"rename\",\"label\":\"Rename to "
      "“Buyer”\"}]},"
      "{\"code\":\"RF10\",\"severity\":\"error\",\"message\":\"The calendar “office” names an "
      "unknown time "
      "zone, “Europe/Berlyn”. Did you mean "
      "“Europe/Berlin”?\",\"file\":\"acme.roles.xml\",\"line\":2,"
      "\"column\":3},"
      "{\"code\":\"RD07\",\"severity\":\"info\",\"message\":\"The lane “Finance” has no work in "
      "it.\","
      "\"elements\":[\"Lane_3\"]}]}");
}

static PtDiagnostics *
so_many (guint n)
{
  PtDiagnostics *list = pt_diagnostics_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("Task_%u", i);
      PtDiagnostic *finding = pt_diagnostics_add (list, PT_CODE_RD01, id, NULL);

      pt_diagnostic_add_element (finding, id);
      pt_diagnostic_set_place (finding, NULL, (int)i + 1, 1);
    }
  return list;
}

static void
of_very_many_alike_one_stands_for_the_rest (void **state)
{
  g_autoptr (PtDiagnostics) list = so_many (1003);
  const PtDiagnostic *rest = pt_diagnostics_get (list, 1000);

  pt_diagnostics_add (list, PT_CODE_RD07, "Finance", NULL);
  assert_int_equal (pt_diagnostics_get_length (list), 1002);
  assert_int_equal (rest->code, PT_CODE_RD01);
  assert_int_equal (rest->severity, PT_SEVERITY_ERROR);
  assert_message (rest, "… and 3 more of the same kind.");
  assert_int_equal (rest->elements->len, 3);
  assert_string_equal (rest->elements->pdata[0], "Task_1000");
  assert_string_equal (rest->elements->pdata[2], "Task_1002");
  assert_int_equal (pt_diagnostics_count (list, PT_SEVERITY_ERROR), 1003);
}

static void
a_thousand_are_listed_one_by_one (void **state)
{
  g_autoptr (PtDiagnostics) list = so_many (1000);

  assert_int_equal (pt_diagnostics_get_length (list), 1000);
  assert_int_equal (pt_diagnostics_get (list, 999)->more, 0);
}

static void
appending_very_many_keeps_their_number (void **state)
{
  g_autoptr (PtDiagnostics) list = so_many (600);
  g_autoptr (PtDiagnostics) other = so_many (1500);

  pt_diagnostics_append (list, other);
  assert_int_equal (pt_diagnostics_get_length (list), 1001);
  assert_int_equal (pt_diagnostics_get (list, 1000)->more, 1100);
  assert_int_equal (pt_diagnostics_get (list, 1000)->elements->len, 1100);
  assert_int_equal (pt_diagnostics_count (list, PT_SEVERITY_ERROR), 2100);
}

static void
json_of_nothing_is_an_empty_list (void **state)
{
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (NULL);
  g_autoptr (JsonNode) node = pt_diagnostics_to_json (list, "-");
  g_autofree char *text = json_to_string (node, FALSE);

  assert_string_equal (text, "{\"file\":\"-\",\"diagnostics\":[]}");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (arguments_fill_the_message_in_order),
    cmocka_unit_test (an_optional_part_needs_its_argument),
    cmocka_unit_test (arguments_are_never_patterns),
    cmocka_unit_test (places_elements_and_fixes_are_kept),
    cmocka_unit_test (sorting_goes_by_place_and_is_stable),
    cmocka_unit_test (what_was_found_is_known_even_if_not_listed),
    cmocka_unit_test (appending_copies),
    cmocka_unit_test (counts_go_by_severity),
    cmocka_unit_test (text_is_one_finding_a_line_with_its_fixes),
    cmocka_unit_test (a_file_keeps_the_spelling_of_the_caller),
    cmocka_unit_test (a_file_may_be_unknown),
    cmocka_unit_test (json_has_the_shape_of_the_contract),
    cmocka_unit_test (of_very_many_alike_one_stands_for_the_rest),
    cmocka_unit_test (a_thousand_are_listed_one_by_one),
    cmocka_unit_test (appending_very_many_keeps_their_number),
    cmocka_unit_test (json_of_nothing_is_an_empty_list),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
