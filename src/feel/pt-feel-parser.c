/* pt-feel-parser.c: tokens to a syntax tree, by operator precedence (V. Pratt, "Top down operator
 * precedence", 1973)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const PtToken *token; /* the one looked at */
  int depth;
  int *column;
  GError **error;
} Parser;

static PtFeel *parse_expression (Parser *self, int binding);
static PtFeel *parse_between (Parser *self, PtFeel *left);
static PtFeel *parse_in (Parser *self, PtFeel *left);

/* ----- small steps
 * -------------------------------------------------------------------------------- */

static gboolean
sees (const Parser *self, const char *text)
{
  return (self->token->kind == PT_TOKEN_SYMBOL || self->token->kind == PT_TOKEN_KEYWORD)
         && g_str_equal (self->token->text, text);
}

static gboolean
accept (Parser *self, const char *text)
{
  if (!sees (self, text))
    return FALSE;
  self->token++;
  return TRUE;
}

static gpointer
expected (Parser *self, const char *what)
{
  gboolean at_end = self->token->kind == PT_TOKEN_END;
  /* Translators: a fault in an expression: “expected a value, found “)”” */
  g_autofree char *message
      = at_end ? g_strdup_printf (_ ("expected %s, found the end"), what)
               : g_strdup_printf (_ ("expected %s, found “%s”"), what, self->token->text);

  if (*self->error)
    return NULL;
  return pt_feel_error (self->column, self->token->column, self->error, message);
}

static gboolean
require (Parser *self, const char *text)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", text);

  return accept (self, text) || expected (self, quoted);
}

/* ----- values
 * ------------------------------------------------------------------------------------- */

/* Adds expressions separated by commas, up to @end, to the arguments of @list. */
static PtFeel *
parse_items (Parser *self, PtFeel *owned, const char *end, PtFeel *(*parse_item) (Parser *))
{
  g_autoptr (PtFeel) list = owned;

  if (accept (self, end))
    return g_steal_pointer (&list);
  do
    {
      PtFeel *item = parse_item (self);

      if (!item)
        return NULL;
      g_ptr_array_add (list->args, item);
    }
  while (accept (self, ","));
  return require (self, end) ? g_steal_pointer (&list) : NULL;
}

static PtFeel *
parse_whole (Parser *self)
{
  return parse_expression (self, PT_BIND_NONE);
}

/* Behind the bracket that opens a range or a list: `1..5]`, `1, 2]`. A parenthesis in front of a
 * range or a bracket the wrong way round leaves the bound out. */
static PtFeel *
parse_range_end (Parser *self, gboolean open_low, PtFeel *owned_low)
{
  g_autoptr (PtFeel) low = owned_low;
  g_autoptr (PtFeel) high = parse_expression (self, PT_BIND_SUM);
  gboolean open_high = sees (self, ")") || sees (self, "[");
  PtFeel *range;

  if (!high)
    return NULL;
  if (!open_high && !sees (self, "]"))
    return expected (self, _ ("“]” or “)” at the end of the range"));
  self->token++;
  range = pt_feel_node (PT_FEEL_RANGE, NULL, g_steal_pointer (&low), g_steal_pointer (&high), NULL);
  range->open_low = open_low;
  range->open_high = open_high;
  return range;
}

static PtFeel *
parse_bracket (Parser *self)
{
  g_autoptr (PtFeel) first = NULL;
  PtFeel *list;

  if (accept (self, "]"))
    return pt_feel_node (PT_FEEL_LIST, NULL, NULL);
  first = parse_whole (self);
  if (!first)
    return NULL;
  if (accept (self, ".."))
    return parse_range_end (self, FALSE, g_steal_pointer (&first));
  list = pt_feel_node (PT_FEEL_LIST, NULL, g_steal_pointer (&first), NULL);
  if (accept (self, ","))
    return parse_items (self, list, "]", parse_whole);
  if (!require (self, "]"))
    g_clear_pointer (&list, pt_feel_unref);
  return list;
}

static PtFeel *
parse_parenthesis (Parser *self)
{
  g_autoptr (PtFeel) inner = parse_whole (self);

  if (!inner)
    return NULL;
  if (accept (self, ".."))
    return parse_range_end (self, TRUE, g_steal_pointer (&inner));
  return require (self, ")") ? g_steal_pointer (&inner) : NULL;
}

static PtFeel *
parse_not (Parser *self)
{
  g_autoptr (PtFeel) inner = NULL;

  if (!accept (self, "("))
    return expected (self, _ ("“(” after “not”"));
  inner = parse_whole (self);
  if (!inner || !require (self, ")"))
    return NULL;
  return pt_feel_node (PT_FEEL_NOT, NULL, g_steal_pointer (&inner), NULL);
}

static PtFeel *
parse_negation (Parser *self)
{
  PtFeel *inner = parse_expression (self, PT_BIND_PREFIX);

  return inner ? pt_feel_node (PT_FEEL_NEGATION, NULL, inner, NULL) : NULL;
}

static PtFeel *
parse_open_range (Parser *self)
{
  PtFeel *low = parse_expression (self, PT_BIND_SUM);

  if (!low)
    return NULL;
  if (!require (self, ".."))
    {
      pt_feel_unref (low);
      return NULL;
    }
  return parse_range_end (self, TRUE, low);
}

static const struct
{
  const char *text;
  PtFeel *(*parse) (Parser *self);
} prefixes[] = {
  { "(", parse_parenthesis }, { "[", parse_bracket }, { "]", parse_open_range },
  { "-", parse_negation },    { "not", parse_not },
};

/* What FEEL has beyond comparisons, and this reader does not. */
static gboolean
sees_construct (const Parser *self)
{
  static const char *const words[] = { "if", "for", "some", "every", "function" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (self->token->kind == PT_TOKEN_NAME && g_str_equal (self->token->text, words[i])
        && (self->token[1].kind == PT_TOKEN_NAME || self->token[1].kind == PT_TOKEN_NUMBER))
      return TRUE;
  return FALSE;
}

static PtFeel *
parse_literal (Parser *self)
{
  const PtToken *token = self->token++;

  switch (token->kind)
    {
    case PT_TOKEN_NUMBER:
      return pt_feel_node (PT_FEEL_NUMBER, token->text, NULL);
    case PT_TOKEN_STRING:
      return pt_feel_node (PT_FEEL_STRING, token->text, NULL);
    case PT_TOKEN_NAME:
      if (accept (self, "("))
        return parse_items (self, pt_feel_node (PT_FEEL_CALL, token->text, NULL), ")", parse_whole);
      return pt_feel_node (PT_FEEL_NAME, token->text, NULL);
    default:
      return pt_feel_node (PT_FEEL_CONSTANT, token->text, NULL);
    }
}

static gboolean
sees_literal (const Parser *self)
{
  return self->token->kind == PT_TOKEN_NUMBER || self->token->kind == PT_TOKEN_STRING
         || self->token->kind == PT_TOKEN_NAME || sees (self, "true") || sees (self, "false")
         || sees (self, "null");
}

static PtFeel *
parse_prefix (Parser *self)
{
  if (sees_construct (self))
    return expected (self, _ ("a comparison, since “if”, “for”, “some” and “every” are not understood"));
  if (sees_literal (self))
    return parse_literal (self);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (accept (self, prefixes[i].text))
      return prefixes[i].parse (self);
  return expected (self, _ ("a value"));
}

static PtFeel *
parse_path (Parser *self, PtFeel *owned)
{
  g_autoptr (PtFeel) value = owned;

  while (value && accept (self, "."))
    {
      if (self->token->kind != PT_TOKEN_NAME)
        return expected (self, _ ("a name after “.”"));
      value = pt_feel_node (PT_FEEL_PATH, self->token->text, value, NULL);
      self->token++;
    }
  return g_steal_pointer (&value);
}

/* ----- operators
 * ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *text;
  int binding;
  PtFeelOperator op;
  PtFeel *(*parse) (Parser *self, PtFeel *left); /* (nullable): instead of a plain operand */
} Infix;

static const Infix infixes[] = {
  { "or", PT_BIND_OR, PT_FEEL_OR },
  { "and", PT_BIND_AND, PT_FEEL_AND },
  { "=", PT_BIND_COMPARISON, PT_FEEL_EQ },
  { "!=", PT_BIND_COMPARISON, PT_FEEL_NE },
  { "<", PT_BIND_COMPARISON, PT_FEEL_LT },
  { "<=", PT_BIND_COMPARISON, PT_FEEL_LE },
  { ">", PT_BIND_COMPARISON, PT_FEEL_GT },
  { ">=", PT_BIND_COMPARISON, PT_FEEL_GE },
  { "between", PT_BIND_COMPARISON, 0, parse_between },
  { "in", PT_BIND_COMPARISON, 0, parse_in },
  { "+", PT_BIND_SUM, PT_FEEL_ADD },
  { "-", PT_BIND_SUM, PT_FEEL_SUBTRACT },
  { "*", PT_BIND_PRODUCT, PT_FEEL_MULTIPLY },
  { "/", PT_BIND_PRODUCT, PT_FEEL_DIVIDE },
  { "**", PT_BIND_POWER, PT_FEEL_POWER },
};

static const Infix *
seen_infix (const Parser *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (infixes); i++)
    if (sees (self, infixes[i].text))
      return &infixes[i];
  return NULL;
}

static PtFeel *
parse_between (Parser *self, PtFeel *owned)
{
  g_autoptr (PtFeel) value = owned;
  g_autoptr (PtFeel) low = parse_expression (self, PT_BIND_SUM);
  g_autoptr (PtFeel) high = NULL;

  if (!low)
    return NULL;
  if (!accept (self, "and"))
    return expected (self, _ ("“and” between the two bounds"));
  high = parse_expression (self, PT_BIND_SUM);
  if (!high)
    return NULL;
  return pt_feel_node (PT_FEEL_BETWEEN, NULL, g_steal_pointer (&value), g_steal_pointer (&low),
                       g_steal_pointer (&high), NULL);
}

/* What may stand behind `in`: a comparison without left side, a range, a list or a value. */
static PtFeel *
parse_test (Parser *self)
{
  const Infix *infix = seen_infix (self);
  PtFeel *operand, *test;

  if (!infix || infix->op < PT_FEEL_EQ || infix->op > PT_FEEL_GE)
    return parse_expression (self, PT_BIND_SUM);
  self->token++;
  operand = parse_expression (self, PT_BIND_SUM);
  if (!operand)
    return NULL;
  test = pt_feel_node (PT_FEEL_TEST, NULL, operand, NULL);
  test->op = infix->op;
  return test;
}

/* Behind `in (`: one test or several. `(1..5)` is a range. */
static PtFeel *
parse_tests (Parser *self, PtFeel *owned)
{
  g_autoptr (PtFeel) in = owned;
  PtFeel *first = parse_test (self);

  if (!first)
    return NULL;
  if (accept (self, ".."))
    {
      PtFeel *range = parse_range_end (self, TRUE, first);

      if (!range)
        return NULL;
      g_ptr_array_add (in->args, range);
      return g_steal_pointer (&in);
    }
  g_ptr_array_add (in->args, first);
  if (accept (self, ","))
    return parse_items (self, g_steal_pointer (&in), ")", parse_test);
  return require (self, ")") ? g_steal_pointer (&in) : NULL;
}

static PtFeel *
parse_in (Parser *self, PtFeel *left)
{
  g_autoptr (PtFeel) in = pt_feel_node (PT_FEEL_IN, NULL, left, NULL);
  PtFeel *test;

  if (accept (self, "("))
    return parse_tests (self, g_steal_pointer (&in));
  test = parse_test (self);
  if (!test)
    return NULL;
  g_ptr_array_add (in->args, test);
  return g_steal_pointer (&in);
}

static PtFeel *
parse_infix (Parser *self, const Infix *infix, PtFeel *owned)
{
  g_autoptr (PtFeel) left = owned;
  PtFeel *right;

  self->token++;
  if (infix->parse)
    return infix->parse (self, g_steal_pointer (&left));
  right = parse_expression (self, infix->binding + 1);
  return right ? pt_feel_binary (infix->op, g_steal_pointer (&left), right) : NULL;
}

static PtFeel *
parse_expression (Parser *self, int binding)
{
  PtFeel *left;
  const Infix *infix;

  if (++self->depth > PT_FEEL_MAX_DEPTH)
    return expected (self, _ ("an expression that is less deeply nested"));
  left = parse_path (self, parse_prefix (self));
  for (infix = seen_infix (self); left && infix && infix->binding >= binding;
       infix = seen_infix (self))
    left = parse_infix (self, infix, left);
  self->depth--;
  return left;
}

PtFeel *
pt_feel_parse (const char *text, int *column, GError **error)
{
  g_autoptr (GArray) tokens = pt_feel_scan (text, column, error);
  g_autoptr (GError) fault = NULL;
  g_autoptr (PtFeel) result = NULL;
  Parser self = { .column = column, .error = &fault };

  if (!tokens)
    return NULL;
  self.token = &g_array_index (tokens, PtToken, 0);
  result = parse_whole (&self);
  if (result && self.token->kind != PT_TOKEN_END)
    {
      expected (&self, _ ("an operator such as “=” or “and”, or the end"));
      g_clear_pointer (&result, pt_feel_unref);
    }
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  return g_steal_pointer (&result);
}
