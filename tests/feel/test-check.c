/* test-check.c: FEEL: types, what can only come to null, and where
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feel-test.h"

/* amount: number; name: string; due: date; paid: boolean; anything; order: context<customer age:
 * number, lines: list<context<price: number>>>; twice: function<number>->number */
static PtFeelScope *
make_scope (void)
{
  PtFeelScope *scope = pt_feel_scope_new ();
  PtFeelType *line = pt_feel_type_new_context ();
  PtFeelType *order = pt_feel_type_new_context ();
  PtFeelType *twice = pt_feel_type_new_function (pt_feel_type_new (PT_FEEL_KIND_NUMBER));

  pt_feel_type_add_entry (line, "price", pt_feel_type_new (PT_FEEL_KIND_NUMBER));
  pt_feel_type_add_entry (order, "customer age", pt_feel_type_new (PT_FEEL_KIND_NUMBER));
  pt_feel_type_add_entry (order, "lines", pt_feel_type_new_of (PT_FEEL_KIND_LIST, line));
  pt_feel_type_add_entry (twice, "", pt_feel_type_new (PT_FEEL_KIND_NUMBER));
  pt_feel_scope_add (scope, "amount", pt_feel_type_new (PT_FEEL_KIND_NUMBER));
  pt_feel_scope_add (scope, "name", pt_feel_type_new (PT_FEEL_KIND_STRING));
  pt_feel_scope_add (scope, "due", pt_feel_type_new (PT_FEEL_KIND_DATE));
  pt_feel_scope_add (scope, "paid", pt_feel_type_new (PT_FEEL_KIND_BOOLEAN));
  pt_feel_scope_add (scope, "anything", NULL);
  pt_feel_scope_add (scope, "order", order);
  pt_feel_scope_add (scope, "twice", twice);
  return scope;
}

static void
test_types (void **state)
{
  static const struct
  {
    const char *text, *type;
  } rows[] = {
    { "1", "number" },
    { "null", "Null" },
    { "amount + 1", "number" },
    { "amount > 1 and paid", "boolean" },
    { "name + \"x\"", "string" },
    { "due + @\"P1M\"", "date" },
    { "due - due", "days and time duration" },
    { "due.year", "number" },
    { "due.timezone", "string" },
    { "@\"P1D\" / @\"PT1H\"", "number" },
    { "anything * 2", "Any" },
    { "[1, 2]", "list<number>" },
    { "[1, \"a\"]", "list<Any>" },
    { "{a: 1, b: a + 1}", "context<a: number, b: number>" },
    { "order.customer age", "number" },
    { "order.lines.price", "list<number>" },
    { "order.lines[price > 10]", "list<context<price: number>>" },
    { "order.lines[1].price", "number" },
    { "for l in order.lines return l.price * amount", "list<number>" },
    { "for i in 1..3 return i", "list<number>" },
    { "if paid then 1 else null", "number" },
    { "if paid then 1 else \"a\"", "Any" },
    { "function(x: number) x + 1", "function<number>->number" },
    { "twice(2)", "number" },
    { "[1..3]", "range<number>" },
    { "[1..3].start", "number" },
    { "string length(name)", "number" },
    { "date(name)", "date" },
    { "amount in [1..3]", "boolean" },
    { "some l in order.lines satisfies l.price > 1", "boolean" },
    { "amount instance of number", "boolean" },
    { "sum(1, 2)", "number" },
    { "sum(order.lines.price)", "number" },
  };
  g_autoptr (PtFeelScope) scope = make_scope ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PtFeel) feel = parse (rows[i].text, scope);
      g_autoptr (GArray) faults = pt_feel_faults_new ();
      g_autoptr (PtFeelType) type = pt_feel_check (feel, scope, faults);
      g_autofree char *text = pt_feel_type_to_string (type);

      if (faults->len > 0)
        fail_msg ("%s: %s", rows[i].text, g_array_index (faults, PtFeelFault, 0).message);
      if (!g_str_equal (text, rows[i].type))
        fail_msg ("%s: %s", rows[i].text, text);
    }
}

static void
test_faults (void **state)
{
  static const struct
  {
    const char *text;
    int column;
    const char *message;
  } rows[] = {
    { "amount + name", 8, "“+” has no result for a number and a string" },
    { "amount > name", 8, "a number cannot be compared with a string" },
    { "paid and amount = \"x\"", 17, "a number cannot be compared with a string" },
    { "amount > null", 8, "a number cannot be compared with a Null" },
    { "amount and paid", 8, "“and” needs true or false" },
    { "missing > 1", 1, "there is nothing called “missing”" },
    { "order.customer", 7, "a context has no “customer”" },
    { "due.hours", 5, "a date has no “hours”" },
    { "name.x", 6, "a string has no “x”" },
    { "nosuch(1)", 1, "there is nothing called “nosuch”" },
    { "string length(amount)", 1, "“string length” does not take such a value as its “string”" },
    { "string length()", 1, "“string length” takes other arguments" },
    { "substring(string: name, from: 1)", 1, "“substring” takes other arguments" },
    { "amount(1)", 1, "only functions can be called" },
    { "twice(1, 2)", 1, "takes 1 arguments, not 2" },
    { "not(amount)", 5, "“not” needs true or false" },
    { "-name", 1, "a string cannot be negative" },
    { "if amount then 1 else 2", 4, "“if” needs true or false" },
    { "every l in order.lines satisfies l.price", 36, "“satisfies” needs true or false" },
    { "order.lines[name]", 13, "a filter needs a test or a number" },
    { "order.lines[prize > 1]", 13, "there is nothing called “prize”" },
    { "[1..\"a\"]", 1, "a range needs two ends of one kind" },
    { "amount in [\"a\"..\"b\"]", 11, "a number cannot be compared with a range" },
    { "amount between 1 and \"z\"", 22, "a number cannot be compared with a string" },
    { "größe + @\"2026-13-01\"", 1, "there is nothing called “größe”" },
    { "amount + @\"2026-13-01\"", 10, "“2026-13-01” is no date, time, duration or number" },
    { "for x in [1] return (function(y: string) y + x)(name)", 44, "“+” has no result" },
  };
  g_autoptr (PtFeelScope) scope = make_scope ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PtFeel) feel = parse (rows[i].text, scope);
      g_autoptr (GArray) faults = pt_feel_faults_new ();
      g_autoptr (PtFeelType) type = pt_feel_check (feel, scope, faults);
      const PtFeelFault *fault;

      if (faults->len == 0)
        fail_msg ("%s: no fault", rows[i].text);
      fault = &g_array_index (faults, PtFeelFault, 0);
      if (fault->column != rows[i].column || !strstr (fault->message, rows[i].message))
        fail_msg ("%s: at %d: %s", rows[i].text, fault->column, fault->message);
    }
}

/* Without a scope, any name may be there. */
static void
test_without_scope (void **state)
{
  g_autoptr (PtFeel) feel = parse ("a + f(b) > c.d", NULL);
  g_autoptr (GArray) faults = pt_feel_faults_new ();
  g_autoptr (PtFeelType) type = pt_feel_check (feel, NULL, faults);

  assert_int_equal (faults->len, 0);
  assert_int_equal (pt_feel_type_get_kind (type), PT_FEEL_KIND_BOOLEAN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_types),
    cmocka_unit_test (test_faults),
    cmocka_unit_test (test_without_scope),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
