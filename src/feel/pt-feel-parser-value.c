/* pt-feel-parser-value.c: literals, lists and ranges, and what stands behind a value
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-parser.h"

#include <glib/gi18n-lib.h>

#define MAX_ATTEMPTS 50 /* at reading a bracket behind a range as that of a filter */

/* ----- lists and ranges ---------------------------------------------------------------------- */

/* Items separated by commas, up to @end. Returns: FALSE on an error */
gboolean
pt_parser_items (PtFeelParser *self,
                 GPtrArray *items,
                 PtFeelTokenKind end,
                 const char *end_text,
                 PtFeelNode *(*parse_item) (PtFeelParser *))
{
  if (pt_parser_accept (self, end))
    return TRUE;
  do
    {
      PtFeelNode *item = parse_item (self);

      if (!item)
        return FALSE;
      g_ptr_array_add (items, item);
    }
  while (pt_parser_accept (self, PT_TOKEN_COMMA));
  return pt_parser_require (self, end, end_text);
}

/* Behind the dots. A parenthesis in front of a range or a bracket the wrong way round leaves the
 * bound out. */
PtFeelNode *
pt_parser_range_end (PtFeelParser *self, gboolean open_low, PtFeelNode *low, guint at)
{
  gboolean outer = self->ends_range, open_high;
  PtFeelNode *high, *range;

  self->ends_range = TRUE;
  high = pt_parser_expression (self, PT_BIND_SUM);
  self->ends_range = outer;
  open_high = pt_parser_sees (self, PT_TOKEN_CLOSE) || pt_parser_sees (self, PT_TOKEN_BRACKET);
  if (!high)
    return NULL;
  if (!open_high && !pt_parser_sees (self, PT_TOKEN_BRACKET_END))
    return pt_parser_expected (self, _ ("“]” or “)” at the end of the range"));
  pt_parser_advance (self);
  range = pt_feel_node_new (self->pool, PT_FORM_RANGE, at, 2, low, high);
  range->open_low = open_low;
  range->open_high = open_high;
  return range;
}

static PtFeelNode *
parse_list (PtFeelParser *self, PtFeelNode *first, guint at)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (first)
    g_ptr_array_add (items, first);
  if (first && !pt_parser_accept (self, PT_TOKEN_COMMA))
    {
      if (!pt_parser_require (self, PT_TOKEN_BRACKET_END, "]"))
        return NULL;
    }
  else if (!pt_parser_items (self, items, PT_TOKEN_BRACKET_END, "]", pt_parser_whole))
    return NULL;
  return pt_parser_node (self, PT_FORM_LIST, at, items);
}

static PtFeelNode *
parse_bracket (PtFeelParser *self)
{
  guint at = self->token.at;
  PtFeelNode *first;

  pt_parser_advance (self);
  if (pt_parser_sees (self, PT_TOKEN_BRACKET_END))
    return parse_list (self, NULL, at);
  first = pt_parser_whole (self);
  if (!first)
    return NULL;
  if (pt_parser_accept (self, PT_TOKEN_DOTS))
    return pt_parser_range_end (self, FALSE, first, at);
  return parse_list (self, first, at);
}

static PtFeelNode *
parse_open_range (PtFeelParser *self)
{
  guint at = self->token.at;
  PtFeelNode *low;

  pt_parser_advance (self);
  low = pt_parser_expression (self, PT_BIND_SUM);
  if (!low || !pt_parser_require (self, PT_TOKEN_DOTS, ".."))
    return NULL;
  return pt_parser_range_end (self, TRUE, low, at);
}

/* ----- tests: comparisons without a left side ------------------------------------------------ */

gboolean
pt_parser_sees_comparison (const PtFeelParser *self)
{
  return self->token.kind >= PT_TOKEN_EQ && self->token.kind <= PT_TOKEN_GE;
}

PtFeelNode *
pt_parser_test (PtFeelParser *self)
{
  PtFeelTokenKind kind = self->token.kind;
  guint at = self->token.at;
  PtFeelNode *operand, *test;

  if (!pt_parser_sees_comparison (self))
    return self->is_unary ? pt_parser_whole (self) : pt_parser_expression (self, PT_BIND_SUM);
  pt_parser_advance (self);
  operand = pt_parser_expression (self, PT_BIND_SUM);
  if (!operand)
    return NULL;
  test = pt_feel_node_new (self->pool, PT_FORM_TEST, at, 1, operand);
  test->op = (guint8)(PT_FEEL_EQ + (kind - PT_TOKEN_EQ));
  return test;
}

static PtFeelNode *
parse_parenthesis (PtFeelParser *self)
{
  guint at = self->token.at;
  PtFeelNode *inner;

  pt_parser_advance (self);
  inner = pt_parser_sees_comparison (self) ? pt_parser_test (self) : pt_parser_whole (self);
  if (!inner)
    return NULL;
  if (inner->form != PT_FORM_TEST && pt_parser_accept (self, PT_TOKEN_DOTS))
    return pt_parser_range_end (self, TRUE, inner, at);
  return pt_parser_require (self, PT_TOKEN_CLOSE, ")") ? inner : NULL;
}

/* ----- values -------------------------------------------------------------------------------- */

static PtFeelNode *
parse_number (PtFeelParser *self)
{
  PtFeelNode *node = pt_feel_node_new (self->pool, PT_FORM_NUMBER, self->token.at, 0);

  node->text = pt_parser_text (self);
  if (pt_decimal_parse (node->text, self->token.length, &node->constant.decimal))
    node->constant.kind = PT_FEEL_KIND_NUMBER;
  pt_parser_advance (self);
  return node;
}

static PtFeelNode *
parse_string_as (PtFeelParser *self, PtFeelForm form)
{
  PtFeelNode *node = pt_feel_node_new (self->pool, form, self->token.at, 0);
  GString *text = g_string_sized_new (self->token.length);
  guint at;
  const char *fault = pt_feel_lexer_decode (&self->lexer, &self->token, text, &at);

  node->text = pt_feel_pool_text (self->pool, text->str, text->len);
  node->length = (guint)text->len;
  g_string_free (text, TRUE);
  if (fault)
    return pt_parser_fail (self, at, fault);
  pt_parser_advance (self);
  pt_feel_node_own (self->pool, node);
  return node;
}

static PtFeelNode *
parse_string (PtFeelParser *self)
{
  PtFeelNode *node = parse_string_as (self, PT_FORM_STRING);

  if (node)
    node->constant = pt_feel_string_len (node->text, node->length);
  return node;
}

/* @"…": a date, time, date and time or duration, by its writing. */
static PtFeelNode *
parse_at (PtFeelParser *self)
{
  static const PtFeelKind kinds[] = { PT_FEEL_KIND_DATE, PT_FEEL_KIND_DATE_TIME, PT_FEEL_KIND_TIME,
                                      PT_FEEL_KIND_DAYS, PT_FEEL_KIND_MONTHS };
  guint at = self->token.at;
  PtFeelNode *node;

  pt_parser_advance (self);
  if (!pt_parser_sees (self, PT_TOKEN_STRING))
    return pt_parser_expected (self, _ ("a date, time or duration in quotation marks after “@”"));
  node = parse_string_as (self, PT_FORM_AT);
  for (guint i = 0; node && i < G_N_ELEMENTS (kinds) && pt_feel_is_null (&node->constant); i++)
    node->constant = pt_feel_read (kinds[i], node->text);
  if (node)
    node->at = at;
  return node;
}

static PtFeelNode *
parse_constant (PtFeelParser *self)
{
  PtFeelNode *node = pt_feel_node_new (self->pool, PT_FORM_CONSTANT, self->token.at, 0);

  node->text = pt_parser_text (self);
  if (!pt_parser_sees (self, PT_TOKEN_NULL))
    node->constant = pt_feel_boolean (pt_parser_sees (self, PT_TOKEN_TRUE));
  pt_parser_advance (self);
  return node;
}

static PtFeelNode *
parse_name (PtFeelParser *self)
{
  PtFeelNode *node = pt_feel_node_new (self->pool, PT_FORM_NAME, self->token.at, 0);

  pt_feel_node_set_text (node, pt_parser_take_name (self, FALSE));
  pt_parser_resolve (self, node);
  return node;
}

static PtFeelNode *
parse_not (PtFeelParser *self)
{
  PtFeelNode *callee = pt_feel_node_new (self->pool, PT_FORM_NAME, self->token.at, 0), *call;

  pt_feel_node_set_text (callee, pt_parser_text (self));
  pt_parser_resolve (self, callee);
  pt_parser_advance (self);
  if (!pt_parser_accept (self, PT_TOKEN_OPEN))
    return pt_parser_expected (self, _ ("“(” after “not”"));
  call = pt_parser_call (self, callee);
  if (!call || call->n_args != 2 || call->binders)
    return call;
  return pt_feel_node_new (self->pool, PT_FORM_NOT, callee->at, 1, call->args[1]);
}

static PtFeelNode *
parse_negation (PtFeelParser *self)
{
  guint at = self->token.at;
  PtFeelNode *inner;

  pt_parser_advance (self);
  inner = pt_parser_expression (self, PT_BIND_PREFIX);
  return inner ? pt_feel_node_new (self->pool, PT_FORM_NEGATION, at, 1, inner) : NULL;
}

static PtFeelNode *(*const prefixes[PT_N_TOKENS]) (PtFeelParser *self) = {
  [PT_TOKEN_NUMBER] = parse_number,
  [PT_TOKEN_STRING] = parse_string,
  [PT_TOKEN_AT] = parse_at,
  [PT_TOKEN_WORD] = parse_name,
  [PT_TOKEN_TRUE] = parse_constant,
  [PT_TOKEN_FALSE] = parse_constant,
  [PT_TOKEN_NULL] = parse_constant,
  [PT_TOKEN_OPEN] = parse_parenthesis,
  [PT_TOKEN_BRACKET] = parse_bracket,
  [PT_TOKEN_BRACKET_END] = parse_open_range,
  [PT_TOKEN_BRACE] = pt_parser_context,
  [PT_TOKEN_MINUS] = parse_negation,
  [PT_TOKEN_NOT] = parse_not,
  [PT_TOKEN_IF] = pt_parser_if,
  [PT_TOKEN_FOR] = pt_parser_for,
  [PT_TOKEN_SOME] = pt_parser_some,
  [PT_TOKEN_EVERY] = pt_parser_every,
  [PT_TOKEN_FUNCTION] = pt_parser_function,
};

/* A known name may begin with a keyword: “in stock”. */
static PtFeelNode *
parse_prefix (PtFeelParser *self)
{
  guint end;

  if (self->token.kind > PT_TOKEN_AND && pt_parser_find_name (self, FALSE, &end))
    return parse_name (self);
  if (prefixes[self->token.kind])
    return prefixes[self->token.kind](self);
  return pt_parser_expected (self, _ ("a value"));
}

/* ----- behind a value: .name, (arguments), [filter] ------------------------------------------ */

static PtFeelNode *
parse_path (PtFeelParser *self, PtFeelNode *value)
{
  PtFeelNode *path;

  if (self->token.kind != PT_TOKEN_WORD && self->token.kind < PT_TOKEN_AND)
    return pt_parser_expected (self, _ ("a name after “.”"));
  path = pt_feel_node_new (self->pool, PT_FORM_PATH, self->token.at, 1, value);
  pt_feel_node_set_text (path, pt_parser_take_name (self, TRUE));
  return path;
}

/* Whether the token is the name of an argument: a name with a colon behind it. */
static gboolean
sees_argument_name (PtFeelParser *self)
{
  const char *text = self->lexer.text + self->token.at;

  if (self->token.kind != PT_TOKEN_WORD && self->token.kind < PT_TOKEN_AND)
    return FALSE;
  for (gsize n; (n = pt_feel_word_length (text)) > 0;)
    text += n + pt_feel_space_length (text + n);
  return *text == ':';
}

static PtFeelNode *
parse_named (PtFeelParser *self, GArray *names)
{
  PtFeelBinder name = { .name = pt_parser_new_name (self, FALSE) };

  if (!name.name || !pt_parser_require (self, PT_TOKEN_COLON, ":"))
    return NULL;
  g_array_append_val (names, name);
  return pt_parser_whole (self);
}

static gboolean
parse_arguments (PtFeelParser *self, GPtrArray *args, GArray *names)
{
  if (pt_parser_accept (self, PT_TOKEN_CLOSE))
    return TRUE;
  if (!sees_argument_name (self))
    return pt_parser_items (self, args, PT_TOKEN_CLOSE, ")", pt_parser_whole);
  do
    {
      PtFeelNode *arg = sees_argument_name (self)
                            ? parse_named (self, names)
                            : pt_parser_expected (self, _ ("a name and “:”, as with the others"));

      if (!arg)
        return FALSE;
      g_ptr_array_add (args, arg);
    }
  while (pt_parser_accept (self, PT_TOKEN_COMMA));
  return pt_parser_require (self, PT_TOKEN_CLOSE, ")");
}

PtFeelNode *
pt_parser_call (PtFeelParser *self, PtFeelNode *callee)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GArray) names = g_array_new (FALSE, TRUE, sizeof (PtFeelBinder));
  PtFeelNode *call;

  g_ptr_array_add (args, callee);
  if (!parse_arguments (self, args, names))
    return NULL;
  call = pt_parser_node (self, PT_FORM_CALL, callee->at, args);
  if (names->len > 0)
    {
      gsize size = names->len * sizeof (PtFeelBinder);

      call->n_binders = names->len;
      call->binders = memcpy (pt_feel_pool_alloc (self->pool, size), names->data, size);
    }
  return call;
}

/* “[18..limits[1]]” and “[18..21[”: it is a filter if it can be read as one. Returns: (nullable) */
static PtFeelNode *
try_filter (PtFeelParser *self, PtFeelNode *value)
{
  g_autoptr (GError) fault = NULL;
  PtFeelParser before = *self;
  int column;
  PtFeelNode *filter;

  if (self->attempts >= MAX_ATTEMPTS)
    return NULL;
  self->error = &fault;
  self->column = &column;
  self->ends_range = FALSE;
  pt_parser_advance (self);
  filter = pt_parser_filter (self, value);
  self->error = before.error;
  self->column = before.column;
  self->ends_range = TRUE;
  if (!filter)
    {
      self->lexer = before.lexer;
      self->token = before.token;
      self->depth = before.depth;
      self->attempts++;
    }
  return filter;
}

static PtFeelNode *
parse_filter (PtFeelParser *self, PtFeelNode *value)
{
  PtFeelNode *filter;
  gboolean outer = self->ends_range;

  pt_parser_advance (self);
  self->ends_range = FALSE;
  filter = pt_parser_filter (self, value);
  self->ends_range = outer;
  return filter;
}

PtFeelNode *
pt_parser_postfix (PtFeelParser *self, PtFeelNode *value)
{
  PtFeelNode *filter;

  while (value && value->height <= PT_FEEL_MAX_HEIGHT)
    {
      if (pt_parser_accept (self, PT_TOKEN_DOT))
        value = parse_path (self, value);
      else if (pt_parser_accept (self, PT_TOKEN_OPEN))
        value = pt_parser_call (self, value);
      else if (pt_parser_sees (self, PT_TOKEN_BRACKET) && !self->ends_range)
        value = parse_filter (self, value);
      else if (pt_parser_sees (self, PT_TOKEN_BRACKET) && (filter = try_filter (self, value)))
        value = filter;
      else
        return value;
    }
  return value ? pt_parser_expected (self, _ ("an expression that is less deeply nested")) : NULL;
}

PtFeelNode *
pt_parser_value (PtFeelParser *self)
{
  return pt_parser_postfix (self, parse_prefix (self));
}
