/* test-codes.c: the tables of findings and fixes are complete and consistent
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <partitur/diagnostics.h>

static const char *
code_at (guint i)
{
  return pt_code_info ((PtCode)i)->code;
}

static void
codes_are_unique_and_well_formed (void **state)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  assert_true (PT_N_CODES > 0);
  for (guint i = 0; i < PT_N_CODES; i++)
    {
      assert_true (g_regex_match_simple ("^[A-Z]{1,2}[0-9]{2,3}$", code_at (i), 0, 0));
      assert_true (g_hash_table_add (seen, (gpointer)code_at (i)));
    }
}

static void
rows_are_complete (void **state)
{
  for (guint i = 0; i < PT_N_CODES; i++)
    {
      const PtCodeInfo *info = pt_code_info ((PtCode)i);
      const char *texts[] = { info->message, info->explanation, info->example, info->repairs };

      assert_true (info->severity <= PT_SEVERITY_ERROR);
      /* what nobody sees unless the rules ask for it says so */
      assert_true (info->severity > PT_SEVERITY_OFF || strstr (info->explanation, "rules"));
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          assert_true (strlen (texts[j]) > 3);
          assert_true (g_utf8_validate (texts[j], -1, NULL));
          assert_null (strchr (texts[j], '\n'));
        }
    }
}

/* Placeholders of a message count 1, 2, 3 … without a gap, and brackets come in pairs. */
static void
messages_are_well_formed (void **state)
{
  for (guint i = 0; i < PT_N_CODES; i++)
    {
      const char *message = pt_code_info ((PtCode)i)->message;
      guint highest = 0, used = 0;
      int depth = 0;

      for (const char *at = message; *at != '\0'; at++)
        {
          if (*at == '{')
            {
              guint n = (guint)g_ascii_digit_value (at[1]);

              assert_true (n >= 1 && n <= 9 && at[2] == '}');
              highest = MAX (highest, n);
              used |= 1u << n;
            }
          depth += (*at == '[') - (*at == ']');
          assert_in_range (depth, 0, 1);
        }
      assert_int_equal (depth, 0);
      assert_int_equal (used, ((1u << (highest + 1)) - 1) & ~1u);
    }
}

static void
codes_are_found_in_any_case (void **state)
{
  PtCode code;

  for (guint i = 0; i < PT_N_CODES; i++)
    {
      g_autofree char *lower = g_ascii_strdown (code_at (i), -1);

      assert_true (pt_code_from_string (lower, &code));
      assert_int_equal (code, i);
    }
  assert_false (pt_code_from_string ("RF0", &code));
  assert_false (pt_code_from_string ("", &code));
}

static void
aliases_are_found (void **state)
{
  g_autoptr (GArray) codes = pt_codes_from_string ("bpmnlint:NO-implicit-end");
  g_autoptr (GArray) none = pt_codes_from_string ("bpmnlint:");
  g_autoptr (GPtrArray) aliases = pt_code_aliases (PT_CODE_B11);
  g_autofree char *text = pt_code_explain (PT_CODE_B11);

  assert_int_equal (codes->len, 1);
  assert_int_equal (g_array_index (codes, PtCode, 0), PT_CODE_B11);
  assert_int_equal (none->len, 0);
  assert_int_equal (aliases->len, 2);
  assert_non_null (strstr (text, "bpmnlint:end-event-required, bpmnlint:no-implicit-end"));
}

static void
severities_have_names (void **state)
{
  PtSeverity severity;

  for (guint i = PT_SEVERITY_OFF; i <= PT_SEVERITY_ERROR; i++)
    {
      assert_true (pt_severity_from_string (pt_severity_to_string ((PtSeverity)i), &severity));
      assert_int_equal (severity, i);
    }
  assert_string_equal (pt_severity_to_string (PT_SEVERITY_WARNING), "warning");
  assert_false (pt_severity_from_string ("Error", &severity));
}

static void
explain_says_everything_readably (void **state)
{
  for (guint i = 0; i < PT_N_CODES; i++)
    {
      const PtCodeInfo *info = pt_code_info ((PtCode)i);
      g_autofree char *text = pt_code_explain ((PtCode)i);

      assert_true (g_str_has_prefix (text, info->code));
      assert_non_null (strstr (text, pt_severity_to_string (info->severity)));
      assert_non_null (strstr (text, info->explanation));
      assert_non_null (strstr (text, info->example));
      assert_non_null (strstr (text, info->repairs));
      assert_false (g_regex_match_simple ("\\{[0-9]\\}", text, 0, 0));
    }
}

static void
explain_shows_the_pattern_of_the_message (void **state)
{
  g_autofree char *text = pt_code_explain (PT_CODE_RD02);

  assert_non_null (strstr (text, "RD02 (error)\n"));
  assert_non_null (strstr (text, "Did you mean “…”?\n\n"));
}

/* Most labels name what the repair makes or takes away; these say all without. */
static gboolean
says_all (PtFixKind kind)
{
  static const PtFixKind kinds[] = { PT_FIX_WRITE_UTF8, PT_FIX_DRAW_ALL, PT_FIX_NEW_ID,
                                     PT_FIX_VALID_ID, PT_FIX_REMOVE_FIGURE, PT_FIX_SWAP_SPAN };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

static void
every_fix_has_id_and_label (void **state)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  char *args[] = { (char *)"one", (char *)"two", (char *)"three", (char *)"four", NULL };

  assert_true (PT_N_FIXES > 0);
  for (guint i = 0; i < PT_N_FIXES; i++)
    {
      PtFix fix = { (PtFixKind)i, args };
      g_autofree char *label = pt_fix_label (&fix);

      assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", pt_fix_kind_id (fix.kind), 0, 0));
      assert_true (g_hash_table_add (seen, (gpointer)pt_fix_kind_id (fix.kind)));
      assert_true (strlen (label) > 3);
      assert_null (strchr (label, '{'));
      assert_int_equal (strstr (label, "one") == NULL,
                        says_all (fix.kind) || pt_fix_question (&fix) != NULL);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (codes_are_unique_and_well_formed),
    cmocka_unit_test (rows_are_complete),
    cmocka_unit_test (messages_are_well_formed),
    cmocka_unit_test (codes_are_found_in_any_case),
    cmocka_unit_test (aliases_are_found),
    cmocka_unit_test (severities_have_names),
    cmocka_unit_test (explain_says_everything_readably),
    cmocka_unit_test (explain_shows_the_pattern_of_the_message),
    cmocka_unit_test (every_fix_has_id_and_label),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
