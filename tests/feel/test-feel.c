/* test-feel.c: FEEL: what parses into what, where faults are, and what it is in JUEL
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <partitur/feel.h>

typedef struct
{
  const char *text, *result;
} Pair;

static PtFeel *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  PtFeel *feel = pt_feel_parse (text, NULL, &error);

  if (!feel)
    fail_msg ("%s: %s", text, error->message);
  return feel;
}

static void
test_canonical_form (void **state)
{
  static const Pair pairs[] = {
    { "amount>100", "amount > 100" },
    { "  a   =  \"x\"  ", "a = \"x\"" },
    { "a=1 and b=2 or c=3", "a = 1 and b = 2 or c = 3" },
    { "a=1 and (b=2 or c=3)", "a = 1 and (b = 2 or c = 3)" },
    { "((a))", "a" },
    { "1+2*3", "1 + 2 * 3" },
    { "(1+2)*3", "(1 + 2) * 3" },
    { "1-(2-3)", "1 - (2 - 3)" },
    { "1-2-3", "1 - 2 - 3" },
    { "-a*2", "-a * 2" },
    { "-(a+b)", "-(a + b)" },
    { "--a", "-(-a)" },
    { "2**3**2", "2 ** 3 ** 2" },
    { "not(a)", "not(a)" },
    { "not ( a = 1 )", "not(a = 1)" },
    { "order.total>=.5", "order.total >= .5" },
    { "f(1,\"b\",c.d)", "f(1, \"b\", c.d)" },
    { "f()", "f()" },
    { "x between 1 and 10 and y", "x between 1 and 10 and y" },
    { "x in [1..10]", "x in [1..10]" },
    { "x in (1..10)", "x in (1..10)" },
    { "x in ]1..10[", "x in (1..10)" },
    { "x in (1, 2,3)", "x in (1, 2, 3)" },
    { "x in >5", "x in > 5" },
    { "x in (<5, >=10)", "x in (< 5, >= 10)" },
    { "x in [\"a\",\"b\"]", "x in [\"a\", \"b\"]" },
    { "(x in (1,2)) = true", "x in (1, 2) = true" },
    { "list contains(l, \"a\")", "list contains(l, \"a\")" },
    { "is defined(a.b) and get or else(c, 1) = 1", "is defined(a.b) and get or else(c, 1) = 1" },
    { "größe > 3", "größe > 3" },
    { "\"a\\\"b\\\\c\\nd\\u00e9\"", "\"a\\\"b\\\\c\\ndé\"" },
    { "x = null", "x = null" },
    { "[]", "[]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (PtFeel) feel = parse (pairs[i].text);
      g_autofree char *once = pt_feel_to_string (feel);
      g_autoptr (PtFeel) again = parse (once);
      g_autofree char *twice = pt_feel_to_string (again);

      assert_string_equal (once, pairs[i].result);
      assert_string_equal (twice, once);
    }
}

static void
test_faults (void **state)
{
  static const struct
  {
    const char *text;
    int column;
    const char *expectation;
  } faults[] = {
    { "", 1, "expected a value, found the end" },
    { "amount >", 9, "expected a value, found the end" },
    { "amount > > 1", 10, "expected a value, found “>”" },
    { "if paid then 1 else 2", 1, "“if”, “for”, “some” and “every” are not understood, found “if”" },
    { "a or some x in l satisfies x", 6, "found “some”" },
    { "Credit OK", 8, "found “OK”" },
    { "(a", 3, "expected “)”, found the end" },
    { "f(a b)", 5, "expected “)”, found “b”" },
    { "not a", 5, "“(” after “not”" },
    { "x between 1", 12, "“and” between the two bounds" },
    { "x in [1..5", 11, "at the end of the range" },
    { "a.", 3, "a name after “.”" },
    { "a = 'x'", 5, "double quotation marks" },
    { "a && b", 3, "“and” instead of “&&”" },
    { "a || b", 3, "“or” instead of “||”" },
    { "!a", 1, "not(…)" },
    { "a = \"open", 5, "ends this text" },
    { "a = \"x\\q\"", 7, "backslash" },
    { "größe # 3", 7, "means nothing here" },
    { "${a}", 1, "means nothing here" },
    { "[1, 2", 6, "expected “]”, found the end" },
    { "x in (1, ", 10, "expected a value" },
    { "]1, 2", 3, "expected “..”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *prefix = g_strdup_printf ("column %d: ", faults[i].column);
      int column = 0;

      assert_null (pt_feel_parse (faults[i].text, &column, &error));
      assert_true (g_error_matches (error, PT_FEEL_ERROR, PT_FEEL_ERROR_SYNTAX));
      if (column != faults[i].column || !g_str_has_prefix (error->message, prefix)
          || !strstr (error->message, faults[i].expectation))
        fail_msg ("%s: at %d: %s", faults[i].text, column, error->message);
    }
}

static void
test_limits (void **state)
{
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autoptr (GString) chain = g_string_new ("a");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;
  g_autoptr (GError) third = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (chain, "+a");
  assert_null (pt_feel_parse (deep, NULL, &error));
  assert_non_null (strstr (error->message, "too long"));
  deep[1000] = '\0';
  assert_null (pt_feel_parse (deep, NULL, &other));
  assert_non_null (strstr (other->message, "less deeply nested"));
  assert_null (pt_feel_parse (chain->str, NULL, &third));
  assert_null (pt_feel_parse ("\xff", NULL, NULL));
}

static void
test_juel (void **state)
{
  static const Pair pairs[] = {
    { "amount > 100", "${amount > 100}" },
    { "a = \"x\" and b != null", "${a == 'x' && b != null}" },
    { "a or not(b)", "${a || !(b)}" },
    { "a = b < c", "${(a == b) < c}" },
    { "(a or b) and c", "${(a || b) && c}" },
    { "x between 1 and 10", "${x >= 1 && x <= 10}" },
    { "not(x between 1 and 10)", "${!(x >= 1 && x <= 10)}" },
    { "x in (1..10]", "${x > 1 && x <= 10}" },
    { "x in (1, 2) and y", "${(x == 1 || x == 2) && y}" },
    { "x in [\"a\", \"b\"]", "${x == 'a' || x == 'b'}" },
    { "x in (< 5, [10..20))", "${x < 5 || x >= 10 && x < 20}" },
    { "x in []", "${false}" },
    { "s = \"it's \\\\\"", "${s == 'it\\'s \\\\'}" },
    { "starts with(name, \"A\")", "${name.startsWith('A')}" },
    { "list contains(order.tags, \"vip\")", "${order.tags.contains('vip')}" },
    { "count(items) > 3", "${items.size() > 3}" },
    { "-x * 2 / 3 = y - (z + 1)", "${-x * 2 / 3 == y - (z + 1)}" },
    { "creditOk = true", "${creditOk == true}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (PtFeel) feel = parse (pairs[i].text);
      g_autoptr (GError) error = NULL;
      g_autofree char *juel = pt_feel_to_juel (feel, &error);

      assert_null (error);
      assert_string_equal (juel, pairs[i].result);
    }
}

static void
test_juel_refuses (void **state)
{
  static const Pair pairs[] = {
    { "sort(l)", "“sort” has no equal in JUEL" },
    { "2 ** 3 > x", "“**”" },
    { "x in listOrValue", "“in”" },
    { "a + \"s\" = b", "“+ between texts”" },
    { "[1, 2] = x", "“[ … ]”" },
    { "empty = 1", "“empty”" },
    { "x = 12345678901234567890", "“12345678901234567890”" },
    { "contains(a)", "“contains”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (PtFeel) feel = parse (pairs[i].text);
      g_autoptr (GError) error = NULL;

      assert_null (pt_feel_to_juel (feel, &error));
      assert_true (g_error_matches (error, PT_FEEL_ERROR, PT_FEEL_ERROR_UNSUPPORTED));
      if (!strstr (error->message, pairs[i].result))
        fail_msg ("%s: %s", pairs[i].text, error->message);
    }
}

static void
test_tests (void **state)
{
  static const struct
  {
    const char *text;
    gboolean is_test;
  } cases[] = {
    { "a = 1", TRUE },      { "a and b", TRUE }, { "not(a)", TRUE },
    { "true", TRUE },       { "false", TRUE },   { "x between 1 and 2", TRUE },
    { "x in (1,2)", TRUE }, { "a", FALSE },      { "a + 1", FALSE },
    { "null", FALSE },      { "f(x)", FALSE },   { "\"yes\"", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PtFeel) feel = parse (cases[i].text);

      assert_int_equal (pt_feel_is_test (feel), cases[i].is_test);
      if (cases[i].is_test)
        assert_true (pt_feel_may_be_test (feel));
    }
}

static void
test_what_may_be_a_test (void **state)
{
  g_autoptr (PtFeel) name = parse ("approved");
  g_autoptr (PtFeel) path = parse ("order.approved");
  g_autoptr (PtFeel) call = parse ("f(x)");
  g_autoptr (PtFeel) sum = parse ("a + 1");
  g_autoptr (PtFeel) text = parse ("\"yes\"");

  assert_true (pt_feel_may_be_test (name));
  assert_true (pt_feel_may_be_test (path));
  assert_true (pt_feel_may_be_test (call));
  assert_false (pt_feel_may_be_test (sum));
  assert_false (pt_feel_may_be_test (text));
}

static void
test_variables (void **state)
{
  g_autoptr (PtFeel) feel = parse ("order.total > limit and f(order, x) = \"limit\"");
  g_auto (GStrv) names = pt_feel_variables (feel);
  g_autofree char *joined = g_strjoinv (" ", names);

  assert_string_equal (joined, "order limit x");
}

static void
test_names (void **state)
{
  static const Pair pairs[] = {
    { "Credit OK?", "creditOk" },
    { "Is the invoice (really) right?", "isTheInvoiceReallyRight" },
    { "creditOk", "creditOk" },
    { "Größe prüfen", "groessePruefen" },
    { "customer's answer", "customersAnswer" },
    { "3 days late?", "n3DaysLate" },
    { "in", "inValue" },
    { "Default?", "defaultValue" },
    { "???", "value" },
    { "", "value" },
    { "\xff"
      "abc",
      "abc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *name = pt_feel_make_name (pairs[i].text);

      assert_string_equal (name, pairs[i].result);
    }
}

static void
test_quote (void **state)
{
  static const char *const texts[] = { "", "plain", "a \"b\" \\ c\n\t", "é ✓" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *quoted = pt_feel_quote (texts[i]);
      g_autoptr (PtFeel) feel = parse (quoted);
      g_autofree char *again = pt_feel_to_string (feel);

      assert_string_equal (again, quoted);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_canonical_form),
    cmocka_unit_test (test_faults),
    cmocka_unit_test (test_limits),
    cmocka_unit_test (test_juel),
    cmocka_unit_test (test_juel_refuses),
    cmocka_unit_test (test_tests),
    cmocka_unit_test (test_what_may_be_a_test),
    cmocka_unit_test (test_variables),
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_quote),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
