/* test-feel.c: FEEL: what parses into what, and where faults are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feel-test.h"

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
    { "if a>1 then \"x\" else y", "if a > 1 then \"x\" else y" },
    { "(if a then 1 else 2)+3", "(if a then 1 else 2) + 3" },
    { "for i in 1..10,j in l return i*j", "for i in 1..10, j in l return i * j" },
    { "some x in l satisfies x>1", "some x in l satisfies x > 1" },
    { "every x in l,y in x.z satisfies y=x", "every x in l, y in x.z satisfies y = x" },
    { "l[item>1][1].a", "l[item > 1][1].a" },
    { "{a:1,\"b c\":[2],\"+\":{}}", "{a: 1, b c: [2], \"+\": {}}" },
    { "function(a:number,b)a+b", "function(a: number, b) a + b" },
    { "f(b:1,a:2)", "f(b: 1, a: 2)" },
    { "x instance of list<context<a:number>>", "x instance of list<context<a: number>>" },
    { "x instance of function<number>->date and time",
      "x instance of function<number>->date and time" },
    { "@\"2026-11-27\"+duration(\"P1D\")", "@\"2026-11-27\" + duration(\"P1D\")" },
    { "a /* one */ + // two\n b", "a + b" },
    { "x in ]1..limits[2][", "x in (1..limits[2])" },
    { "(>5)", "(> 5)" },
    { "x in (]1..2] + 1)", "x in (1..2] + 1" },
    { "x in (<5) * 2", "x in (< 5) * 2" },
    { "2**-1", "2 ** -1" },
    { "(-a)**2", "-a ** 2" },
    { "1e3", "1e3" },
    { "\"\\d\"", "\"\\\\d\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (PtFeel) feel = parse (pairs[i].text, NULL);
      g_autofree char *once = pt_feel_to_string (feel);
      g_autoptr (PtFeel) again = parse (once, NULL);
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
    { "if paid then 1", 15, "expected “else”, found the end" },
    { "if paid 1", 9, "expected “then”, found “1”" },
    { "for i on l return i", 7, "expected “in”, found “on”" },
    { "for in l", 8, "expected “in”, found “l”" },
    { "some x in l", 12, "expected “satisfies”, found the end" },
    { "{a 1}", 5, "expected “:”, found “}”" },
    { "{a: 1", 6, "expected “}”, found the end" },
    { "x instance number", 12, "“of” after “instance”" },
    { "x instance of nombre", 15, "there is no type of this name" },
    { "function(a", 11, "expected “)”, found the end" },
    { "function() external {java: 1}", 12, "other languages" },
    { "l[1", 4, "expected “]”, found the end" },
    { "f(a: 1, 2)", 9, "a name and “:”" },
    { "@2026", 2, "in quotation marks after “@”" },
    { "\"\\uD83D\"", 2, "no character with this number" },
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
  g_autofree char *deep = g_strnfill (1000, '(');
  g_autofree char *many = g_strnfill (110000, ',');
  g_autofree char *large = g_strnfill (2 * 1024 * 1024, ' ');
  g_autoptr (GString) chain = g_string_new ("a");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;
  g_autoptr (GError) third = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (chain, "+a");
  memset (many, '-', 1);
  for (guint i = 1; i < 110000; i += 2)
    many[i - 1] = '1', many[i] = '+';
  assert_null (pt_feel_parse (large, NULL, &error));
  assert_non_null (strstr (error->message, "too long"));
  assert_null (pt_feel_parse (many, NULL, NULL));
  assert_null (pt_feel_parse (deep, NULL, &other));
  assert_non_null (strstr (other->message, "less deeply nested"));
  assert_null (pt_feel_parse (chain->str, NULL, &third));
  assert_null (pt_feel_parse ("\xff", NULL, NULL));
}

static void
test_tests (void **state)
{
  static const struct
  {
    const char *text;
    gboolean is_test;
  } cases[] = {
    { "a = 1", TRUE },
    { "a and b", TRUE },
    { "not(a)", TRUE },
    { "some x in l satisfies x", TRUE },
    { "a instance of number", TRUE },
    { "[1]", FALSE },
    { "true", TRUE },
    { "false", TRUE },
    { "x between 1 and 2", TRUE },
    { "x in (1,2)", TRUE },
    { "a", FALSE },
    { "a + 1", FALSE },
    { "null", FALSE },
    { "f(x)", FALSE },
    { "\"yes\"", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PtFeel) feel = parse (cases[i].text, NULL);

      assert_int_equal (pt_feel_is_test (feel), cases[i].is_test);
      if (cases[i].is_test)
        assert_true (pt_feel_may_be_test (feel));
    }
}

static void
test_what_may_be_a_test (void **state)
{
  g_autoptr (PtFeel) name = parse ("approved", NULL);
  g_autoptr (PtFeel) path = parse ("order.approved", NULL);
  g_autoptr (PtFeel) call = parse ("f(x)", NULL);
  g_autoptr (PtFeel) choice = parse ("if a then b else c", NULL);
  g_autoptr (PtFeel) sum = parse ("a + 1", NULL);
  g_autoptr (PtFeel) text = parse ("\"yes\"", NULL);

  assert_true (pt_feel_may_be_test (name));
  assert_true (pt_feel_may_be_test (path));
  assert_true (pt_feel_may_be_test (call));
  assert_true (pt_feel_may_be_test (choice));
  assert_false (pt_feel_may_be_test (sum));
  assert_false (pt_feel_may_be_test (text));
}

static void
test_variables (void **state)
{
  g_autoptr (PtFeel) feel = parse ("order.total > limit and f(order, x) = \"limit\" and"
                                   " (for i in l return i + y)[item > 1 and a] = {b: 1, c: b}",
                                   NULL);
  g_auto (GStrv) names = pt_feel_variables (feel);
  g_autofree char *joined = g_strjoinv (" ", names);

  assert_string_equal (joined, "order limit x l y a");
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
      g_autoptr (PtFeel) feel = parse (quoted, NULL);
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
    cmocka_unit_test (test_tests),
    cmocka_unit_test (test_what_may_be_a_test),
    cmocka_unit_test (test_variables),
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_quote),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
