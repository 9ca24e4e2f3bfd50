/* test-translate.c: FEEL in JUEL, Python and JavaScript: how it is said, what is refused, and,
 * where the interpreters are there, whether it means the same
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feel-test.h"

#include <gio/gio.h>

typedef char *(*Translate) (const PtFeel *feel, GError **error);

static void
check_says (const Pair *pairs, guint n, Translate translate)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PtFeel) feel = parse (pairs[i].text, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *said = translate (feel, &error);

      if (g_strcmp0 (said, pairs[i].result) != 0)
        fail_msg ("%s: %s", pairs[i].text, said ? said : error->message);
    }
}

static void
check_refuses (const Pair *pairs, guint n, Translate translate)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PtFeel) feel = parse (pairs[i].text, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *said = translate (feel, &error);

      if (said)
        fail_msg ("%s: %s", pairs[i].text, said);
      assert_true (g_error_matches (error, PT_FEEL_ERROR, PT_FEEL_ERROR_UNSUPPORTED));
      if (!strstr (error->message, pairs[i].result))
        fail_msg ("%s: %s", pairs[i].text, error->message);
    }
}

/* ----- JUEL ---------------------------------------------------------------------------------- */

static void
test_juel (void **state)
{
  static const Pair pairs[] = {
    { "amount > 100", "${amount > 100}" },
    { "a = \"x\" and b != null", "${a == 'x' && b != null}" },
    { "a or not(b)", "${a || b == false}" },
    { "not(a and b > 1)", "${a == false || b <= 1}" },
    { "not(a <= b)", "${a > b}" },
    { "a <= b", "${a != null && b != null && a <= b}" },
    { "(a or b) and c", "${(a || b) && c}" },
    { "x between 1 and 10", "${x >= 1 && x <= 10}" },
    { "not(x between 1 and 10)", "${x < 1 || x > 10}" },
    { "x in (1..10]", "${x > 1 && x <= 10}" },
    { "x in (1, 2) and y", "${(x == 1 || x == 2) && y}" },
    { "not(x in (1, 2))", "${x != 1 && x != 2}" },
    { "x in [\"a\", \"b\"]", "${x == 'a' || x == 'b'}" },
    { "x in (< 5, [10..20))", "${x < 5 || x >= 10 && x < 20}" },
    { "x in []", "${false}" },
    { "s = \"it's \\\\\"", "${s == 'it\\'s \\\\'}" },
    { "starts with(name, \"A\")", "${name != null && name.startsWith('A')}" },
    { "not(starts with(name, \"A\"))", "${name != null && !name.startsWith('A')}" },
    { "list contains(order.tags, \"vip\")", "${order.tags != null && order.tags.contains('vip')}" },
    { "count(items) > 3", "${items != null && items.size() > 3}" },
    { "x * 2 > y", "${x != null && y != null && x * 2 > y}" },
    { "-x * 2 = y - (z + 1)",
      "${(x != null ? -x * 2 : null) == (y != null && z != null ? y - (z + 1) : null)}" },
    { "creditOk = true", "${creditOk == true}" },
    { "(x > 1) = false", "${x <= 1}" },
    { "if a then b > 1 else c", "${a ? b > 1 : c}" },
    { "x > 0.5", "${x > 0.5}" },
    { "007 = x", "${7 == x}" },
    { "l[1] = \"a\"", "${(l != null ? l[0] : null) == 'a'}" },
  };

  check_says (pairs, G_N_ELEMENTS (pairs), pt_feel_to_juel);
}

static void
test_juel_refuses (void **state)
{
  static const Pair pairs[] = {
    { "a = sort(l)", "column 5: “sort” has no equal in JUEL" },
    { "2 ** 3 > x", "column 3: “**”" },
    { "x in listOrValue", "“in”" },
    { "a + \"s\" = b", "“+ between texts”" },
    { "[1, 2] = x", "“[ … ]”" },
    { "empty = 1", "“empty”" },
    { "x = 12345678901234567890", "“12345678901234567890”" },
    { "contains(a)", "“contains”" },
    { "x / 3 > 1", "multiply both sides" },
    { "x * 0.19 > 1", "“0.19”" },
    { "some i in l satisfies i > 1", "“some”" },
    { "count(for i in l return i) > 1", "“for”" },
    { "x instance of number", "“instance of”" },
    { "(a = b) = c", "a test as a value" },
    { "{a: 1}.a = 1", "“{”" },
    { "@\"2026-11-27\" > d", "“@”" },
  };

  check_refuses (pairs, G_N_ELEMENTS (pairs), pt_feel_to_juel);
}

/* ----- from JUEL ------------------------------------------------------------------------------ */

static void
test_from_juel (void **state)
{
  static const Pair pairs[] = {
    { "${approved}", "approved" },
    { "#{!approved}", "approved != true" },
    { "${ amount > 1000 && !(kind == 'new') }", "amount > 1000 and not(kind = \"new\")" },
    { "${a gt 5 or b ne null and c le d.e}", "a > 5 or b != null and c <= d.e" },
    { "${x - 1 - y * 2 == -3.50}", "x - 1 - y * 2 = -3.50" },
    { "${clarified.equals('yes')}", "clarified = \"yes\"" },
    { "${!clarified.equals(\"it's\")}", "not(clarified = \"it's\")" },
    { "${execution.getVariable('kind') == \"a\\\"b\"}", "kind = \"a\\\"b\"" },
    { "${empty items}", "items = null or items = \"\" or items = []" },
    { "${not empty o.items && items[0] == 1}",
      "not(o.items = null or o.items = \"\" or o.items = []) and items[1] = 1" },
    { "${items.size() >= 2}", "count(items) >= 2" },
    { "${name.toLowerCase().startsWith('a')}", "starts with(lower case(name), \"a\")" },
    { "${a ? b > 1 : c == 'é'}", "if a then b > 1 else c = \"é\"" },
  };
  static const char *const refused[] = { "amount > 1",
                                         "${a",
                                         "${}",
                                         "${a b}",
                                         "${a > }",
                                         "${bean.go(1)}",
                                         "${f:g(a)}",
                                         "${'a' + b}",
                                         "${a % 2}",
                                         "${a mod 2 == 0}",
                                         "${a}${b}",
                                         "${in > 1}",
                                         "${empty (a)}",
                                         "${a[b]}",
                                         "${a[1.5]}",
                                         "${a ? b}",
                                         "${(((a)}",
                                         "${'a}",
                                         "${a.}",
                                         "${a & b}",
                                         "${a.b('x')}",
                                         "${task.name}",
                                         "${a == 'b' ; c}" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PtFeel) feel = pt_feel_parse_juel (pairs[i].text, &error);
      g_autofree char *said = feel ? pt_feel_to_string (feel) : NULL;

      if (g_strcmp0 (said, pairs[i].result) != 0)
        fail_msg ("%s: %s", pairs[i].text, said ? said : error->message);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PtFeel) feel = pt_feel_parse_juel (refused[i], &error);

      if (feel)
        fail_msg ("%s", refused[i]);
      assert_true (g_error_matches (error, PT_FEEL_ERROR, PT_FEEL_ERROR_UNSUPPORTED));
    }
}

/* ----- Python and JavaScript ----------------------------------------------------------------- */

static void
test_python (void **state)
{
  static const Pair pairs[] = {
    { "amount > 100", "amount is not None and amount > 100" },
    { "a or not(b)", "a is True or b is False" },
    { "order.total = 1", "(order or {}).get(\"total\") == 1" },
    { "if a then 1 else 2", "1 if a is True else 2" },
    { "some i in l satisfies i > 1", "l is not None and any(i is not None and i > 1 for i in l)" },
    { "not(every i in l satisfies i > 1)",
      "l is not None and any(i is not None and i <= 1 for i in l)" },
    { "class = 1", NULL },
  };
  static const Pair refused[] = {
    { "class = 1", "“class” has no equal in Python" },
    { "l[a > 1] = null", "“a”" },
    { "len > 1", "“len”" },
    { "for i in l return partial", "“partial”" },
    { "x * 1.19 > 10", "whole numbers" },
    { "date(\"2026-11-27\") = d", "“date”" },
  };

  check_says (pairs, G_N_ELEMENTS (pairs) - 1, pt_feel_to_python);
  check_refuses (refused, G_N_ELEMENTS (refused), pt_feel_to_python);
}

static void
test_javascript (void **state)
{
  static const Pair pairs[] = {
    { "amount > 100", "amount != null && amount > 100" },
    { "a or not(b)", "a === true || b === false" },
    { "order.total = 1", "(order?.total ?? null) === 1" },
    { "if a then 1 else 2", "a === true ? 1 : 2" },
    { "every i in l satisfies i > 1", "l != null && l.every(i => i != null && i > 1)" },
  };
  static const Pair refused[] = {
    { "typeof = 1", "“typeof” has no equal in JavaScript" },
    { "x = 1234567890123456", "“1234567890123456”" },
    { "x ** 2 > 1", "“**”" },
  };

  check_says (pairs, G_N_ELEMENTS (pairs), pt_feel_to_javascript);
  check_refuses (refused, G_N_ELEMENTS (refused), pt_feel_to_javascript);
}

/* ----- meaning ------------------------------------------------------------------------------- */

/* Each is tried with all combinations of the values of its variables below. */
static const char *const expressions[] = {
  "x > 1",
  "x >= y",
  "not(x > 1)",
  "not(x >= y)",
  "x = y",
  "x != y",
  "x = null",
  "x != null",
  "not(x = 3)",
  "x < y and y < 10",
  "x < y or y < 2",
  "not(x < y and p)",
  "not(x < y or p)",
  "p",
  "not(p)",
  "p and q",
  "p or q",
  "not(p and not(q))",
  "p = true",
  "p = false",
  "p = q",
  "(x > 1) = true",
  "(x > 1) = false",
  "(x > 1) != true",
  "x between 1 and 3",
  "not(x between 1 and 3)",
  "x between y and 10",
  "not(x between y and 10)",
  "x in (1..3]",
  "not(x in (1..3])",
  "x in (1, 3, > 5)",
  "not(x in (1, 3, > 5))",
  "x in [1, 3]",
  "x in []",
  "not(x in [])",
  "x + y > 3",
  "not(x + y > 3)",
  "x * y - 1 = 2",
  "x - y - 1 != 2",
  "-x < y",
  "-(x - y) = y - x",
  "x + 1 = y",
  "(if x > 1 then y > 1 else p) = true",
  "(if x > 1 then y > 1 else p) = false",
  "get or else(x, 7) > 3",
  "get or else(x, y) = 3",
  "get or else(x, y)",
  "if x > 1 then y else x",
  "not(if x > 1 then y > 1 else p)",
  "if p then x + 1 else null",
  "s = \"ab\"",
  "s != \"ab\"",
  "s < \"b\"",
  "not(s < \"b\")",
  "s in (\"a\", \"ab\")",
  "starts with(s, \"a\")",
  "not(starts with(s, \"a\"))",
  "contains(s, \"b\")",
  "ends with(s, t)",
  "not(ends with(s, t))",
  "upper case(s) = \"AB\"",
  "string length(s) > 1",
  "string length(s) = 2",
  "s + t = \"abc\"",
  "lower case(s + t)",
  "count(l) > 1",
  "not(count(l) > 1)",
  "list contains(l, x)",
  "not(list contains(l, 3))",
  "not(list contains(l, x))",
  "some i in l, j in m satisfies i = j",
  "count(for i in m, j in l return i)",
  "some i in l satisfies i > 2",
  "every i in l satisfies i > 0",
  "not(some i in l satisfies i > 2)",
  "not(every i in l satisfies i > 0)",
  "some i in l, j in l satisfies i + j = 5",
  "count(for i in l return i + x)",
  "for i in 1..3 return i * 2",
  "count(l[item > 1])",
  "l[1]",
  "l[2] = 3",
  "l[9] = null",
  "o.n > 1",
  "o.n = x",
  "o.m = null",
  "not(o.n > 1)",
  "o.in.deep = 1",
  "o.tags[1] = \"v\"",
  "list contains(o.tags, s)",
  "abs(x) > 1",
  "floor(x) = 3",
  "ceiling(x) >= 3",
  "even(x)",
  "not(odd(x))",
  "odd(x)",
  "is defined(x)",
  "x > 0.5",
  "x = 0.5",
  "(x > 1 or p) and (y > 1 or q)",
  "p and (if q then x > 1 else y > 1) or s = \"ab\"",
  "not(not(x > 1))",
  "x = 1 and y = 3 or p",
};

static const struct
{
  const char *name, *values[4]; /* FEEL */
} variables[] = {
  { "x", { "null", "1", "3", "-2" } },
  { "y", { "null", "3", "0" } },
  { "p", { "null", "true", "false" } },
  { "q", { "true", "false" } },
  { "s", { "null", "\"ab\"", "\"b\"" } },
  { "t", { "\"c\"", "\"b\"" } },
  { "l", { "[1, 3]", "[]" } },
  { "m", { "[3]", "null" } },
  { "o", { "{n: 3, tags: [\"v\", \"ab\"], in: {deep: 1}}", "null" } },
};

static gboolean
reads (const PtFeel *feel, const char *name)
{
  g_auto (GStrv) names = pt_feel_variables (feel);

  return g_strv_contains ((const char *const *)names, name);
}

/* One line for the interpreter: variables, expression and what is expected, as JSON, which both
 * read. */
static void
append_json (GString *out, const PtFeelValue *value)
{
  if (value->kind == PT_FEEL_KIND_CONTEXT)
    {
      g_string_append_c (out, '{');
      for (guint i = 0; i < pt_feel_context_size (value); i++)
        {
          const char *name = pt_feel_context_name (value, i);

          g_string_append_printf (out, "%s\"%s\": ", i ? ", " : "", name);
          append_json (out, pt_feel_context_get (value, name));
        }
      g_string_append_c (out, '}');
      return;
    }
  if (value->kind == PT_FEEL_KIND_LIST)
    {
      g_string_append_c (out, '[');
      for (guint i = 0; i < pt_feel_list_length (value); i++)
        {
          g_string_append (out, i ? ", " : "");
          append_json (out, pt_feel_list_get (value, i));
        }
      g_string_append_c (out, ']');
      return;
    }
  {
    g_autofree char *literal = pt_feel_value_to_literal (value);

    g_string_append (out, literal);
  }
}

static void
append_case (GString *out, const PtFeel *feel, const char *said, const PtFeelValue *context)
{
  g_auto (PtFeelValue) line = pt_feel_context ();
  g_auto (PtFeelValue) expected = PT_FEEL_NULL;

  pt_feel_evaluate (feel, context, &expected, NULL);
  if (pt_feel_is_test (feel) && pt_feel_is_null (&expected))
    expected = pt_feel_boolean (FALSE);
  pt_feel_context_set (&line, "variables", pt_feel_value_ref (context));
  pt_feel_context_set (&line, "expression", pt_feel_string (said));
  pt_feel_context_set (&line, "expected", pt_feel_value_ref (&expected));
  append_json (out, &line);
  g_string_append_c (out, '\n');
}

/* All combinations of the values of the variables that @feel reads. */
static void
append_cases (GString *out,
              const PtFeel *feel,
              const char *said,
              guint variable,
              const PtFeelValue *context)
{
  if (variable == G_N_ELEMENTS (variables))
    {
      append_case (out, feel, said, context);
      return;
    }
  for (guint i = 0; i < 4 && variables[variable].values[i]; i++)
    {
      g_autoptr (PtFeel) literal = parse (variables[variable].values[i], NULL);
      g_auto (PtFeelValue) more = pt_feel_context ();
      PtFeelValue value;

      for (guint k = 0; k < pt_feel_context_size (context); k++)
        {
          const char *name = pt_feel_context_name (context, k);

          pt_feel_context_set (&more, name,
                               pt_feel_value_ref (pt_feel_context_get (context, name)));
        }
      pt_feel_evaluate (literal, NULL, &value, NULL);
      pt_feel_context_set (&more, variables[variable].name, value);
      append_cases (out, feel, said, variable + 1, &more);
      if (!reads (feel, variables[variable].name))
        break;
    }
}

static void
check_meaning (const char *program, const char *script, Translate translate)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autoptr (GString) cases = g_string_new (NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (PtFeelValue) none = pt_feel_context ();

  if (!path)
    {
      print_message ("skipped: there is no %s here\n", program);
      skip ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (expressions); i++)
    {
      g_autoptr (PtFeel) feel = parse (expressions[i], NULL);
      g_autofree char *said = translate (feel, &error);

      if (!said)
        fail_msg ("%s: %s", expressions[i], error->message);
      append_cases (cases, feel, said, 0, &none);
    }
  process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                          path, g_str_has_prefix (program, "node") ? "-e" : "-c", script, NULL);
  assert_non_null (process);
  assert_true (g_subprocess_communicate_utf8 (process, cases->str, NULL, &answer, NULL, &error));
  if (!g_str_has_prefix (answer, "all "))
    fail_msg ("%s", answer);
  print_message ("%s: %s", program, answer);
}

static void
test_meaning_in_python (void **state)
{
  check_meaning ("python3",
                 "import json, sys\n"
                 "n = 0\n"
                 "for line in sys.stdin.read().splitlines():\n"
                 "    case = json.loads(line)\n"
                 "    try:\n"
                 "        got = eval(case['expression'], dict(case['variables']))\n"
                 "    except Exception as e:\n"
                 "        got = repr(e)\n"
                 "    n += 1\n"
                 "    if got != case['expected'] or isinstance(got, bool) != "
                 "isinstance(case['expected'], bool):\n"
                 "        print(case, 'got', got)\n"
                 "        sys.exit()\n"
                 "print('all', n, 'agree')\n",
                 pt_feel_to_python);
}

static void
test_meaning_in_javascript (void **state)
{
  check_meaning ("node",
                 "const lines = require('fs').readFileSync(0, 'utf8').trim().split('\\n');\n"
                 "for (const line of lines) {\n"
                 "  const c = JSON.parse(line); let got;\n"
                 "  try { got = Function(...Object.keys(c.variables), 'return ' + c.expression)"
                 "(...Object.values(c.variables)); }\n"
                 "  catch (e) { got = String(e); }\n"
                 "  if (JSON.stringify(got) !== JSON.stringify(c.expected))"
                 " { console.log(line, 'got', got); process.exit(); }\n"
                 "}\n"
                 "console.log('all', lines.length, 'agree');\n",
                 pt_feel_to_javascript);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_juel),
    cmocka_unit_test (test_juel_refuses),
    cmocka_unit_test (test_from_juel),
    cmocka_unit_test (test_python),
    cmocka_unit_test (test_javascript),
    cmocka_unit_test (test_meaning_in_python),
    cmocka_unit_test (test_meaning_in_javascript),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
