/* test-robust.c: FEEL: where evaluation ends, and whatever may come
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feel-test.h"

static void
test_limits (void **state)
{
  static const char *const texts[] = {
    "for i in 1..1000000000000 return i",
    "for i in 1..100000, j in 1..100000 return i",
    "count(for i in 1..1000000000 return i)",
    "some i in 1..1000000000000 satisfies i < 0",
    "{f: function(g, n) g(g, n + 1), r: f(f, 1)}.r",
    "{f: function(g, s) g(g, s + s), r: f(f, \"abcdefgh\")}.r",
    "for i in 1..1000000 return [partial[-1]]",
    "for i in 1..1000000 return (function(f) function() f)(partial[-1])",
    "{f: function(g, l) g(g, concatenate(l, l)), r: f(f, [1, 2, 3])}.r",
    "string length(replace(string join(for i in 1..9000 return \"aaaaaaaaaa\", \"\"), \"a\", "
    "string join(for i in 1..9000 return \"bbbbbbbbbb\", \"\")))",
    "matches(string join(for i in 1..5000 return \"a\", \"\") + \"b\", \"^(a|aa)+$\")",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (PtFeelFault) fault = { 0 };
      gint64 start = g_get_monotonic_time ();
      g_auto (PtFeelValue) value = evaluate_in (texts[i], NULL, NULL, &fault);

      if (!pt_feel_is_null (&value) || !fault.message)
        fail_msg ("%s has a value", texts[i]);
      if (g_get_monotonic_time () - start > 60 * G_TIME_SPAN_SECOND)
        fail_msg ("%s takes too long", texts[i]);
    }
}

/* ----- whatever comes ------------------------------------------------------------------------ */

static char *
random_text (GRand *rand)
{
  static const char *const words[] = {
    "1",
    "0.5",
    "-",
    "+",
    "*",
    "/",
    "**",
    "=",
    "!=",
    "<",
    ">=",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ".",
    "..",
    "and",
    "or",
    "not(",
    "if",
    "then",
    "else",
    "for",
    "in",
    "return",
    "some",
    "every",
    "satisfies",
    "x",
    "y",
    "item",
    "partial",
    "a b",
    "\"s\"",
    "null",
    "true",
    "between",
    "instance of",
    "number",
    "list<number>",
    "function(x)",
    "@\"2026-11-27\"",
    "@\"P1D\"",
    "date and time(",
    "sum(",
    "count(",
    "sort(",
    "string(",
    "matches(",
    "get value(",
    "range(",
    "1..3",
    "[1, 2]",
    "{a: 1}",
    "é",
    "🐎",
    "//",
    "/*",
    "\"",
    "\\",
    "'",
    "?",
    "abs",
  };
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 24);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      if (g_rand_int_range (rand, 0, 4) > 0)
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

/* A sentence of the grammar: “E” stands for an expression. */
static void
append_expression (GString *text, GRand *rand, int depth)
{
  static const char *const leaves[] = { "1",
                                        "0.5",
                                        "-3",
                                        "x",
                                        "y",
                                        "a b",
                                        "item",
                                        "\"s\"",
                                        "null",
                                        "true",
                                        "abs",
                                        "[]",
                                        "{}",
                                        "@\"2026-11-27\"",
                                        "@\"P1M\"",
                                        "@\"12:00:00Z\"",
                                        "@\"2026-11-27T12:00:00@Europe/Paris\"",
                                        "missing",
                                        "1e20" };
  static const char *const forms[] = {
    "E + E",
    "E - E",
    "E * E",
    "E / E",
    "E ** 2",
    "E = E",
    "E != E",
    "E < E",
    "E >= E",
    "E and E",
    "E or E",
    "not(E)",
    "-E",
    "(E)",
    "[E, E]",
    "{a: E, b: E}",
    "E[E]",
    "E[item = E]",
    "E[1]",
    "E.a",
    "E.year",
    "if E then E else E",
    "for x in E return E",
    "for x in E, y in x return E",
    "for i in 1..4 return E",
    "some x in E satisfies E",
    "every x in E satisfies E",
    "E between E and E",
    "E in [E..E)",
    "E in (E, < E)",
    "E in (E)",
    "E instance of number",
    "E instance of list<Any>",
    "[E..E]",
    "(< E)",
    "(function(x, y) E)(E, E)",
    "(function(x: number) E)(E)",
    "count(E)",
    "sum(E, E)",
    "min(E)",
    "mean(E)",
    "string(E)",
    "string length(E)",
    "contains(E, E)",
    "substring(E, E)",
    "matches(E, E)",
    "replace(E, E, E)",
    "split(E, \",\")",
    "append(E, E)",
    "concatenate(E, E)",
    "flatten(E)",
    "distinct values(E)",
    "reverse(E)",
    "sort(E, function(x, y) E)",
    "sublist(E, E, E)",
    "remove(E, E)",
    "index of(E, E)",
    "list contains(E, E)",
    "get value(E, \"a\")",
    "get entries(E)",
    "context put(E, \"a\", E)",
    "context merge([E, E])",
    "date(E)",
    "time(E)",
    "date and time(E, E)",
    "duration(E)",
    "years and months duration(E, E)",
    "day of week(E)",
    "before(E, E)",
    "overlaps(E, E)",
    "includes(E, E)",
    "round up(E, E)",
    "modulo(E, E)",
    "sqrt(E)",
    "abs(n: E)",
    "floor(E)",
    "all(E)",
    "any(E, E)",
    "median(E, E)",
    "mode(E)",
    "stddev(E)",
    "is(E, E)",
    "number(E)",
    "range(E)",
    "union(E, E)",
    "insert before(E, 1, E)",
    "list replace(E, 1, E)",
  };
  gboolean is_leaf = depth == 0 || g_rand_int_range (rand, 0, 4) == 0;
  const char *form = is_leaf ? leaves[g_rand_int_range (rand, 0, G_N_ELEMENTS (leaves))]
                             : forms[g_rand_int_range (rand, 0, G_N_ELEMENTS (forms))];

  for (; *form; form++)
    if (*form == 'E' && !g_ascii_isalpha (form[1]))
      append_expression (text, rand, depth - 1);
    else
      g_string_append_c (text, *form);
}

static char *
random_expression (GRand *rand)
{
  GString *text = g_string_new (NULL);

  append_expression (text, rand, g_rand_int_range (rand, 1, 6));
  return g_string_free (text, FALSE);
}

/* What parses can be printed, read again as the same, checked, translated and evaluated. */
static void
use (const char *text, const PtFeelScope *scope, const PtFeelValue *variables)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtFeel) feel = pt_feel_parse_in (text, scope, NULL, &error);
  g_autoptr (PtFeel) again = NULL;
  g_autofree char *once = NULL, *twice = NULL, *juel = NULL, *python = NULL, *javascript = NULL;
  g_autofree char *left = NULL, *right = NULL;
  g_autoptr (PtFeelType) type = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (PtFeelValue) value = PT_FEEL_NULL;
  g_auto (PtFeelValue) value_again = PT_FEEL_NULL;
  g_auto (PtFeelFault) fault = { 0 };

  if (!feel)
    {
      assert_true (g_str_has_prefix (error->message, "column "));
      return;
    }
  once = pt_feel_to_string (feel);
  again = pt_feel_compile (once, scope, NULL, &error);
  if (!again)
    fail_msg ("%s: printed as %s: %s", text, once, error->message);
  twice = pt_feel_to_string (again);
  assert_string_equal (once, twice);
  juel = pt_feel_to_juel (feel, NULL);
  python = pt_feel_to_python (feel, NULL);
  javascript = pt_feel_to_javascript (feel, NULL);
  names = pt_feel_variables (feel);
  type = pt_feel_check (feel, NULL, NULL);
  pt_feel_evaluate (feel, variables, &value, &fault);
  pt_feel_evaluate (again, variables, &value_again, NULL);
  left = pt_feel_value_to_literal (&value);
  right = pt_feel_value_to_literal (&value_again);
  if (!g_str_equal (left, right))
    fail_msg ("%s: %s, but compiled %s", text, left, right);
  if (pt_feel_type_get_kind (type) != PT_FEEL_KIND_ANY && !pt_feel_is_null (&value)
      && pt_feel_type_get_kind (type) != value.kind)
    fail_msg ("%s: %s is no %s", text, left, pt_feel_kind_get_label (pt_feel_type_get_kind (type)));
}

static void
test_random_texts (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261127);
  g_auto (PtFeelValue) variables
      = evaluate_in ("{x: 1, y: [1, 2, {a: 3}], abs: 5, \"a b\": 7}", NULL, NULL, NULL);
  g_autoptr (PtFeelScope) scope = pt_feel_scope_new ();

  pt_feel_scope_add_values (scope, &variables);

  for (guint i = 0; i < 60000; i++)
    {
      g_autofree char *text = i % 3 ? random_expression (rand) : random_text (rand);

      use (text, i % 2 ? scope : NULL, &variables);
    }
}

/* Twice the text takes about twice the time: at most four times, as machines are busy. */
static double
seconds_to_parse (guint n)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (PtFeel) feel = NULL;
  gint64 start;

  for (guint i = 0; i < n; i++)
    g_string_append (text, i ? ", a.b + 1" : "1");
  g_string_append_c (text, ']');
  start = g_get_monotonic_time ();
  feel = pt_feel_parse (text->str, NULL, NULL);
  assert_non_null (feel);
  return (double)(g_get_monotonic_time () - start) / G_TIME_SPAN_SECOND;
}

static void
test_long_texts (void **state)
{
  double least = 1e9, most = 1e9;

  for (guint i = 0; i < 5; i++)
    {
      least = MIN (least, seconds_to_parse (2000));
      most = MIN (most, seconds_to_parse (16000));
    }
  assert_true (most < least * 8 * 4);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_limits),
    cmocka_unit_test (test_random_texts),
    cmocka_unit_test (test_long_texts),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
