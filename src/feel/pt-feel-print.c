/* pt-feel-print.c: printing a syntax tree: what all dialects have in common, and FEEL itself
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-private.h"

#include <glib/gi18n-lib.h>

void
pt_feel_print_refuse (PtFeelPrinter *printer, const char *what)
{
  if (!printer->error)
    /* Translators: 1 a function or operator, 2 a language such as JUEL */
    g_set_error (&printer->error, PT_FEEL_ERROR, PT_FEEL_ERROR_UNSUPPORTED,
                 _ ("“%s” has no equal in %s"), what, printer->dialect->label);
}

void
pt_feel_print_list (PtFeelPrinter *printer, const PtFeel *node, guint first)
{
  for (guint i = first; i < node->args->len; i++)
    {
      if (i > first)
        g_string_append (printer->out, ", ");
      pt_feel_print_node (printer, pt_feel_arg (node, i), PT_BIND_NONE);
    }
}

/* Operators associate to the left, so an equal binding on the right needs parentheses. */
static void
print_binary (PtFeelPrinter *printer, const PtFeel *node, int binding)
{
  int own = printer->dialect->operators[node->op].binding;
  const char *symbol = printer->dialect->operators[node->op].symbol;

  if (!symbol)
    {
      pt_feel_print_refuse (printer, pt_feel_dialect_feel.operators[node->op].symbol);
      return;
    }
  if (own < binding)
    g_string_append_c (printer->out, '(');
  pt_feel_print_node (printer, pt_feel_arg (node, 0), own);
  g_string_append_printf (printer->out, " %s ", symbol);
  pt_feel_print_node (printer, pt_feel_arg (node, 1), own + 1);
  if (own < binding)
    g_string_append_c (printer->out, ')');
}

static void
print_negation (PtFeelPrinter *printer, const PtFeel *node, int binding)
{
  gboolean wrap = binding > PT_BIND_PREFIX;

  g_string_append (printer->out, wrap ? "(-" : "-");
  /* two minus signs in a row are an operator in some dialects */
  pt_feel_print_node (printer, pt_feel_arg (node, 0), PT_BIND_POSTFIX);
  if (wrap)
    g_string_append_c (printer->out, ')');
}

void
pt_feel_print_node (PtFeelPrinter *printer, const PtFeel *node, int binding)
{
  if (printer->dialect->print (printer, node, binding))
    return;
  switch (node->kind)
    {
    case PT_FEEL_BINARY:
      print_binary (printer, node, binding);
      break;
    case PT_FEEL_NEGATION:
      print_negation (printer, node, binding);
      break;
    case PT_FEEL_NOT:
      g_string_append (printer->out, printer->dialect->not_symbol);
      g_string_append_c (printer->out, '(');
      pt_feel_print_list (printer, node, 0);
      g_string_append_c (printer->out, ')');
      break;
    case PT_FEEL_PATH:
      pt_feel_print_node (printer, pt_feel_arg (node, 0), PT_BIND_POSTFIX);
      g_string_append_printf (printer->out, ".%s", node->text);
      break;
    default:
      g_string_append (printer->out, node->text);
    }
}

char *
pt_feel_print (const PtFeel *self, const PtFeelDialect *dialect, GError **error)
{
  PtFeelPrinter printer = { dialect, g_string_new (NULL), NULL };

  pt_feel_print_node (&printer, self, PT_BIND_NONE);
  if (printer.error)
    g_propagate_error (error, printer.error);
  return g_string_free (printer.out, printer.error != NULL);
}

/* ----- FEEL
 * --------------------------------------------------------------------------------------- */

static void
print_between (PtFeelPrinter *printer, const PtFeel *node)
{
  static const char *const words[] = { "", " between ", " and " };

  for (guint i = 0; i < 3; i++)
    {
      g_string_append (printer->out, words[i]);
      pt_feel_print_node (printer, pt_feel_arg (node, i),
                          i == 0 ? PT_BIND_COMPARISON : PT_BIND_SUM);
    }
}

static void
print_in (PtFeelPrinter *printer, const PtFeel *node)
{
  gboolean one = node->args->len == 2;

  pt_feel_print_node (printer, pt_feel_arg (node, 0), PT_BIND_COMPARISON);
  g_string_append (printer->out, one ? " in " : " in (");
  if (one)
    pt_feel_print_node (printer, pt_feel_arg (node, 1), PT_BIND_SUM);
  else
    pt_feel_print_list (printer, node, 1);
  if (!one)
    g_string_append_c (printer->out, ')');
}

static void
print_range (PtFeelPrinter *printer, const PtFeel *node)
{
  g_string_append_c (printer->out, node->open_low ? '(' : '[');
  pt_feel_print_node (printer, pt_feel_arg (node, 0), PT_BIND_SUM);
  g_string_append (printer->out, "..");
  pt_feel_print_node (printer, pt_feel_arg (node, 1), PT_BIND_SUM);
  g_string_append_c (printer->out, node->open_high ? ')' : ']');
}

static void
print_compared (PtFeelPrinter *printer, const PtFeel *node, int binding)
{
  gboolean wrap = binding > PT_BIND_COMPARISON;

  if (wrap)
    g_string_append_c (printer->out, '(');
  (node->kind == PT_FEEL_IN ? print_in : print_between) (printer, node);
  if (wrap)
    g_string_append_c (printer->out, ')');
}

static void
print_string (PtFeelPrinter *printer, const PtFeel *node)
{
  g_autofree char *quoted = pt_feel_quote (node->text);

  g_string_append (printer->out, quoted);
}

static void
print_enclosed (PtFeelPrinter *printer, const PtFeel *node, const char *open, char close)
{
  g_string_append (printer->out, open);
  pt_feel_print_list (printer, node, 0);
  g_string_append_c (printer->out, close);
}

static gboolean
print_feel (PtFeelPrinter *printer, const PtFeel *node, int binding)
{
  switch (node->kind)
    {
    case PT_FEEL_STRING:
      print_string (printer, node);
      return TRUE;
    case PT_FEEL_CALL:
      g_string_append (printer->out, node->text);
      print_enclosed (printer, node, "(", ')');
      return TRUE;
    case PT_FEEL_LIST:
      print_enclosed (printer, node, "[", ']');
      return TRUE;
    case PT_FEEL_RANGE:
      print_range (printer, node);
      return TRUE;
    case PT_FEEL_TEST:
      g_string_append_printf (printer->out, "%s ", printer->dialect->operators[node->op].symbol);
      pt_feel_print_node (printer, pt_feel_arg (node, 0), PT_BIND_SUM);
      return TRUE;
    case PT_FEEL_BETWEEN:
    case PT_FEEL_IN:
      print_compared (printer, node, binding);
      return TRUE;
    default:
      return FALSE;
    }
}

const PtFeelDialect pt_feel_dialect_feel = {
  .label = "FEEL",
  .operators = {
    [PT_FEEL_OR] = { "or", PT_BIND_OR },
    [PT_FEEL_AND] = { "and", PT_BIND_AND },
    [PT_FEEL_EQ] = { "=", PT_BIND_COMPARISON },
    [PT_FEEL_NE] = { "!=", PT_BIND_COMPARISON },
    [PT_FEEL_LT] = { "<", PT_BIND_COMPARISON },
    [PT_FEEL_LE] = { "<=", PT_BIND_COMPARISON },
    [PT_FEEL_GT] = { ">", PT_BIND_COMPARISON },
    [PT_FEEL_GE] = { ">=", PT_BIND_COMPARISON },
    [PT_FEEL_ADD] = { "+", PT_BIND_SUM },
    [PT_FEEL_SUBTRACT] = { "-", PT_BIND_SUM },
    [PT_FEEL_MULTIPLY] = { "*", PT_BIND_PRODUCT },
    [PT_FEEL_DIVIDE] = { "/", PT_BIND_PRODUCT },
    [PT_FEEL_POWER] = { "**", PT_BIND_POWER },
  },
  .not_symbol = "not",
  .print = print_feel,
};
