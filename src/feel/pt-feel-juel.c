/* pt-feel-juel.c: FEEL in the Unified Expression Language (JSR 245, as the JUEL of the engines
 * reads it)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-private.h"

#include <glib/gi18n-lib.h>

/* Functions that are methods of the Java value they get first. */
static const struct
{
  const char *name, *method;
  guint n_args;
} methods[] = {
  { "contains", "contains", 2 },      { "list contains", "contains", 2 },
  { "starts with", "startsWith", 2 }, { "ends with", "endsWith", 2 },
  { "upper case", "toUpperCase", 1 }, { "lower case", "toLowerCase", 1 },
  { "string length", "length", 1 },   { "count", "size", 1 },
};

/* Words an identifier may not be (JSR 245, 1.17), beside those FEEL reserves too. */
static const char *const reserved[]
    = { "eq", "ne", "lt", "gt", "le", "ge", "empty", "div", "mod", "instanceof", NULL };

/* ----- what has to be said with other words
 * -------------------------------------------------------- */

static PtFeel *
compare (PtFeelOperator op, const PtFeel *value, PtFeel *operand)
{
  return pt_feel_binary (op, pt_feel_ref ((PtFeel *)value), pt_feel_ref (operand));
}

static PtFeel *
within (const PtFeel *value, PtFeel *low, PtFeel *high, gboolean open_low, gboolean open_high)
{
  return pt_feel_binary (PT_FEEL_AND, compare (open_low ? PT_FEEL_GT : PT_FEEL_GE, value, low),
                         compare (open_high ? PT_FEEL_LT : PT_FEEL_LE, value, high));
}

static PtFeel *
either (PtFeel *left, PtFeel *right)
{
  return left ? pt_feel_binary (PT_FEEL_OR, left, right) : right;
}

/* Adds the tests of @node's arguments from @first on to @tests with “or”. Whether a name holds a
 * value or a list is known only when it runs: then there is no one way to say it. */
static PtFeel *
expand_tests (PtFeelPrinter *printer,
              const PtFeel *value,
              const PtFeel *node,
              guint first,
              PtFeel *tests)
{
  for (guint i = first; i < node->args->len; i++)
    {
      PtFeel *test = pt_feel_arg (node, i);

      if (test->kind == PT_FEEL_RANGE)
        tests = either (tests, within (value, pt_feel_arg (test, 0), pt_feel_arg (test, 1),
                                       test->open_low, test->open_high));
      else if (test->kind == PT_FEEL_TEST)
        tests = either (tests, compare (test->op, value, pt_feel_arg (test, 0)));
      else if (test->kind == PT_FEEL_LIST)
        tests = expand_tests (printer, value, test, 0, tests);
      else if (test->kind <= PT_FEEL_CONSTANT || test->kind == PT_FEEL_NEGATION)
        tests = either (tests, compare (PT_FEEL_EQ, value, test));
      else
        pt_feel_print_refuse (printer, "in");
    }
  return tests;
}

static void
print_expanded (PtFeelPrinter *printer, const PtFeel *node, int binding)
{
  const PtFeel *value = pt_feel_arg (node, 0);
  g_autoptr (PtFeel) tests
      = node->kind == PT_FEEL_BETWEEN
            ? within (value, pt_feel_arg (node, 1), pt_feel_arg (node, 2), FALSE, FALSE)
            : expand_tests (printer, value, node, 1, NULL);

  if (tests)
    pt_feel_print_node (printer, tests, binding);
  else
    g_string_append (printer->out, "false");
}

/* ----- values
 * ------------------------------------------------------------------------------------- */

static void
print_call (PtFeelPrinter *printer, const PtFeel *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (node->text, methods[i].name) && node->args->len == methods[i].n_args)
      {
        pt_feel_print_node (printer, pt_feel_arg (node, 0), PT_BIND_POSTFIX);
        g_string_append_printf (printer->out, ".%s(", methods[i].method);
        pt_feel_print_list (printer, node, 1);
        g_string_append_c (printer->out, ')');
        return;
      }
  pt_feel_print_refuse (printer, node->text);
}

static void
print_string (PtFeelPrinter *printer, const char *text)
{
  g_string_append_c (printer->out, '\'');
  for (const char *at = text; *at; at++)
    {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (printer->out, '\\');
      g_string_append_c (printer->out, *at);
    }
  g_string_append_c (printer->out, '\'');
}

static gboolean
is_joined_text (const PtFeel *node)
{
  return node->kind == PT_FEEL_BINARY && node->op == PT_FEEL_ADD
         && (pt_feel_arg (node, 0)->kind == PT_FEEL_STRING
             || pt_feel_arg (node, 1)->kind == PT_FEEL_STRING);
}

/* A whole number is a Java long there. */
static gboolean
is_too_large (const PtFeel *node)
{
  return node->kind == PT_FEEL_NUMBER && !strchr (node->text, '.') && strlen (node->text) > 18;
}

static gboolean
print_juel (PtFeelPrinter *printer, const PtFeel *node, int binding)
{
  switch (node->kind)
    {
    case PT_FEEL_STRING:
      print_string (printer, node->text);
      return TRUE;
    case PT_FEEL_CALL:
      print_call (printer, node);
      return TRUE;
    case PT_FEEL_BETWEEN:
    case PT_FEEL_IN:
      print_expanded (printer, node, binding);
      return TRUE;
    case PT_FEEL_LIST:
    case PT_FEEL_RANGE:
      pt_feel_print_refuse (printer, node->kind == PT_FEEL_LIST ? "[ … ]" : "..");
      return TRUE;
    case PT_FEEL_NAME:
    case PT_FEEL_PATH:
    case PT_FEEL_NUMBER:
      if (g_strv_contains (reserved, node->text) || is_too_large (node))
        pt_feel_print_refuse (printer, node->text);
      return FALSE;
    case PT_FEEL_BINARY:
      if (is_joined_text (node))
        pt_feel_print_refuse (printer, _ ("+ between texts"));
      return FALSE;
    default:
      return FALSE;
    }
}

const PtFeelDialect pt_feel_dialect_juel = {
  .label = "JUEL",
  .operators = {
    [PT_FEEL_OR] = { "||", PT_BIND_OR },
    [PT_FEEL_AND] = { "&&", PT_BIND_AND },
    [PT_FEEL_EQ] = { "==", PT_BIND_EQUALITY },
    [PT_FEEL_NE] = { "!=", PT_BIND_EQUALITY },
    [PT_FEEL_LT] = { "<", PT_BIND_COMPARISON },
    [PT_FEEL_LE] = { "<=", PT_BIND_COMPARISON },
    [PT_FEEL_GT] = { ">", PT_BIND_COMPARISON },
    [PT_FEEL_GE] = { ">=", PT_BIND_COMPARISON },
    [PT_FEEL_ADD] = { "+", PT_BIND_SUM },
    [PT_FEEL_SUBTRACT] = { "-", PT_BIND_SUM },
    [PT_FEEL_MULTIPLY] = { "*", PT_BIND_PRODUCT },
    [PT_FEEL_DIVIDE] = { "/", PT_BIND_PRODUCT },
  },
  .not_symbol = "!",
  .print = print_juel,
};
