/* pt-feel-print.c: a syntax tree as FEEL, in one fixed format
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-parser.h"

static void print (GString *out, const PtFeelNode *node, int binding);

static const struct
{
  const char *symbol;
  int binding;
} operators[PT_FEEL_N_OPERATORS] = {
  [PT_FEEL_OR] = { "or", PT_BIND_OR },           [PT_FEEL_AND] = { "and", PT_BIND_AND },
  [PT_FEEL_EQ] = { "=", PT_BIND_COMPARISON },    [PT_FEEL_NE] = { "!=", PT_BIND_COMPARISON },
  [PT_FEEL_LT] = { "<", PT_BIND_COMPARISON },    [PT_FEEL_LE] = { "<=", PT_BIND_COMPARISON },
  [PT_FEEL_GT] = { ">", PT_BIND_COMPARISON },    [PT_FEEL_GE] = { ">=", PT_BIND_COMPARISON },
  [PT_FEEL_ADD] = { "+", PT_BIND_SUM },          [PT_FEEL_SUBTRACT] = { "-", PT_BIND_SUM },
  [PT_FEEL_MULTIPLY] = { "*", PT_BIND_PRODUCT }, [PT_FEEL_DIVIDE] = { "/", PT_BIND_PRODUCT },
  [PT_FEEL_POWER] = { "**", PT_BIND_POWER },
};

/* ----- parts --------------------------------------------------------------------------------- */

static void
print_list (GString *out, const PtFeelNode *node, guint first)
{
  for (guint i = first; i < node->n_args; i++)
    {
      if (i > first)
        g_string_append (out, ", ");
      if (node->form == PT_FORM_CALL && node->n_binders > 0)
        g_string_append_printf (out, "%s: ", node->binders[i - first].name);
      print (out, node->args[i], PT_BIND_NONE);
    }
}

static void
print_quoted (GString *out, const char *text)
{
  g_autofree char *quoted = pt_feel_quote (text);

  g_string_append (out, quoted);
}

/* Words with single spaces can stand as they are. */
static gboolean
is_plain_key (const char *name)
{
  gsize n;

  while ((n = pt_feel_word_length (name)) > 0)
    {
      name += n;
      if (*name == '\0')
        return TRUE;
      if (*name++ != ' ')
        return FALSE;
    }
  return FALSE;
}

static void
print_context (GString *out, const PtFeelNode *node)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < node->n_args; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      if (is_plain_key (node->binders[i].name))
        g_string_append (out, node->binders[i].name);
      else
        print_quoted (out, node->binders[i].name);
      g_string_append (out, ": ");
      print (out, node->args[i], PT_BIND_NONE);
    }
  g_string_append_c (out, '}');
}

static void
print_range (GString *out, const PtFeelNode *node)
{
  if (node->form == PT_FORM_RANGE)
    g_string_append_c (out, node->open_low ? '(' : '[');
  print (out, node->args[0], PT_BIND_SUM);
  g_string_append (out, "..");
  print (out, node->args[1], PT_BIND_SUM);
  if (node->form == PT_FORM_RANGE)
    g_string_append_c (out, node->open_high ? ')' : ']');
}

/* Without its parentheses, as behind “in”. */
static void
print_test (GString *out, const PtFeelNode *node)
{
  if (node->form != PT_FORM_TEST)
    {
      print (out, node, PT_BIND_SUM);
      return;
    }
  g_string_append_printf (out, "%s ", operators[node->op].symbol);
  print (out, node->args[0], PT_BIND_SUM);
}

static void
print_tests (GString *out, const PtFeelNode *node, guint first)
{
  for (guint i = first; i < node->n_args; i++)
    {
      if (i > first)
        g_string_append (out, ", ");
      print_test (out, node->args[i]);
    }
}

/* ----- operators ----------------------------------------------------------------------------- */

/* Operators associate to the left, so an equal binding on the right needs parentheses. */
static void
print_binary (GString *out, const PtFeelNode *node)
{
  int own = operators[node->op].binding;

  print (out, node->args[0], own);
  g_string_append_printf (out, " %s ", operators[node->op].symbol);
  print (out, node->args[1], own + 1);
}

static void
print_between (GString *out, const PtFeelNode *node)
{
  static const char *const words[] = { "", " between ", " and " };

  for (guint i = 0; i < 3; i++)
    {
      g_string_append (out, words[i]);
      print (out, node->args[i], i == 0 ? PT_BIND_COMPARISON : PT_BIND_SUM);
    }
}

static void
print_in (GString *out, const PtFeelNode *node)
{
  gboolean one = node->n_args == 2;

  print (out, node->args[0], PT_BIND_COMPARISON);
  g_string_append (out, one ? " in " : " in (");
  print_tests (out, node, 1);
  if (!one)
    g_string_append_c (out, ')');
}

/* ----- forms with words ---------------------------------------------------------------------- */

static void
print_if (GString *out, const PtFeelNode *node)
{
  static const char *const words[] = { "if ", " then ", " else " };

  for (guint i = 0; i < 3; i++)
    {
      g_string_append (out, words[i]);
      print (out, node->args[i], PT_BIND_NONE);
    }
}

static void
print_loop (GString *out, const PtFeelNode *node)
{
  g_string_append (out, node->form == PT_FORM_FOR    ? "for "
                        : node->form == PT_FORM_SOME ? "some "
                                                     : "every ");
  for (guint i = 0; i < node->n_binders; i++)
    {
      g_string_append_printf (out, "%s%s in ", i > 0 ? ", " : "", node->binders[i].name);
      print (out, node->args[i], PT_BIND_NONE);
    }
  g_string_append (out, node->form == PT_FORM_FOR ? " return " : " satisfies ");
  print (out, node->args[node->n_binders], PT_BIND_NONE);
}

static void
print_function (GString *out, const PtFeelNode *node)
{
  g_string_append (out, "function(");
  for (guint i = 0; i < node->function->n_params; i++)
    {
      const PtFeelBinder *param = &node->function->params[i];
      g_autofree char *type = param->type ? pt_feel_type_to_string (param->type) : NULL;

      g_string_append_printf (out, "%s%s%s%s", i > 0 ? ", " : "", param->name, type ? ": " : "",
                              type ? type : "");
    }
  g_string_append (out, ") ");
  print (out, node->args[0], PT_BIND_NONE);
}

static void
print_instance (GString *out, const PtFeelNode *node)
{
  g_autofree char *type = pt_feel_type_to_string (node->type);

  print (out, node->args[0], PT_BIND_INSTANCE);
  g_string_append_printf (out, " instance of %s", type);
}

static void
print_unary_tests (GString *out, const PtFeelNode *node)
{
  if (node->is_negated)
    g_string_append (out, "not(");
  if (node->n_args == 0)
    g_string_append_c (out, '-');
  print_tests (out, node, 0);
  if (node->is_negated)
    g_string_append_c (out, ')');
}

/* ----- all ----------------------------------------------------------------------------------- */

/* How tightly what @node's form consists of holds together. */
static int
binding_of (const PtFeelNode *node)
{
  switch (node->form)
    {
    case PT_FORM_BINARY:
      return operators[node->op].binding;
    case PT_FORM_BETWEEN:
    case PT_FORM_IN:
      return PT_BIND_COMPARISON;
    case PT_FORM_NEGATION:
      return PT_BIND_PREFIX;
    case PT_FORM_INSTANCE:
      return PT_BIND_INSTANCE;
    case PT_FORM_IF:
    case PT_FORM_FOR:
    case PT_FORM_SOME:
    case PT_FORM_EVERY:
    case PT_FORM_FUNCTION:
      return PT_BIND_NONE;
    default:
      return PT_BIND_POSTFIX;
    }
}

static void
print_enclosed (GString *out, const PtFeelNode *node, const char *open, guint first, char close)
{
  g_string_append (out, open);
  print_list (out, node, first);
  g_string_append_c (out, close);
}

static void
print_text (GString *out, const PtFeelNode *node)
{
  g_string_append (out, node->text);
}

static void
print_string (GString *out, const PtFeelNode *node)
{
  if (node->form == PT_FORM_AT)
    g_string_append_c (out, '@');
  print_quoted (out, node->text);
}

static void
print_path (GString *out, const PtFeelNode *node)
{
  print (out, node->args[0], PT_BIND_POSTFIX);
  g_string_append_printf (out, ".%s", node->text);
}

static void
print_call (GString *out, const PtFeelNode *node)
{
  print (out, node->args[0], PT_BIND_POSTFIX);
  print_enclosed (out, node, "(", 1, ')');
}

static void
print_filter (GString *out, const PtFeelNode *node)
{
  print (out, node->args[0], PT_BIND_POSTFIX);
  print_enclosed (out, node, "[", 1, ']');
}

static void
print_items (GString *out, const PtFeelNode *node)
{
  print_enclosed (out, node, "[", 0, ']');
}

static void
print_not (GString *out, const PtFeelNode *node)
{
  print_enclosed (out, node, "not(", 0, ')');
}

static void
print_lone_test (GString *out, const PtFeelNode *node)
{
  g_string_append_c (out, '(');
  print_test (out, node);
  g_string_append_c (out, ')');
}

static void
print_negation (GString *out, const PtFeelNode *node)
{
  g_string_append_c (out, '-');
  print (out, node->args[0], PT_BIND_POSTFIX);
}

static void (*const printers[PT_N_FORMS]) (GString *out, const PtFeelNode *node) = {
  [PT_FORM_NUMBER] = print_text,
  [PT_FORM_STRING] = print_string,
  [PT_FORM_CONSTANT] = print_text,
  [PT_FORM_AT] = print_string,
  [PT_FORM_NAME] = print_text,
  [PT_FORM_PATH] = print_path,
  [PT_FORM_CALL] = print_call,
  [PT_FORM_LIST] = print_items,
  [PT_FORM_CONTEXT] = print_context,
  [PT_FORM_RANGE] = print_range,
  [PT_FORM_STEPS] = print_range,
  [PT_FORM_TEST] = print_lone_test,
  [PT_FORM_NEGATION] = print_negation,
  [PT_FORM_NOT] = print_not,
  [PT_FORM_BINARY] = print_binary,
  [PT_FORM_BETWEEN] = print_between,
  [PT_FORM_IN] = print_in,
  [PT_FORM_INSTANCE] = print_instance,
  [PT_FORM_IF] = print_if,
  [PT_FORM_FOR] = print_loop,
  [PT_FORM_SOME] = print_loop,
  [PT_FORM_EVERY] = print_loop,
  [PT_FORM_FILTER] = print_filter,
  [PT_FORM_FUNCTION] = print_function,
  [PT_FORM_TESTS] = print_unary_tests,
};

static void
print (GString *out, const PtFeelNode *node, int binding)
{
  gboolean wrap = binding_of (node) < binding;

  if (wrap)
    g_string_append_c (out, '(');
  printers[node->form](out, node);
  if (wrap)
    g_string_append_c (out, ')');
}

char *
pt_feel_to_string (const PtFeel *self)
{
  GString *out = g_string_new (NULL);

  print (out, self->root, PT_BIND_NONE);
  return g_string_free (out, FALSE);
}
