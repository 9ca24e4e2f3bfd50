/* pt-feel-parser.c: tokens to a syntax tree, by operator precedence (V. Pratt, "Top down operator
 * precedence", 1973)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-parser.h"

#include <glib/gi18n-lib.h>

static PtFeelNode *parse_infixes (PtFeelParser *self, PtFeelNode *left, int binding);
static PtFeelNode *parse_between (PtFeelParser *self, PtFeelNode *left);
static PtFeelNode *parse_in (PtFeelParser *self, PtFeelNode *left);
static PtFeelNode *parse_instance (PtFeelParser *self, PtFeelNode *left);

/* ----- small steps --------------------------------------------------------------------------- */

gpointer
pt_parser_fail (PtFeelParser *self, guint at, const char *message)
{
  int column = pt_feel_column (self->lexer.text, at);

  if (*self->error)
    return NULL;
  if (self->column)
    *self->column = column;
  /* Translators: a fault in an expression; the rest says what was expected */
  g_set_error (self->error, PT_FEEL_ERROR, PT_FEEL_ERROR_SYNTAX, _ ("column %d: %s"), column,
               message);
  return NULL;
}

void
pt_parser_advance (PtFeelParser *self)
{
  self->token = pt_feel_lexer_next (&self->lexer);
  if (self->lexer.count > PT_FEEL_MAX_TOKENS)
    pt_parser_fail (self, self->token.at, _ ("the expression is too long"));
  if (self->token.kind == PT_TOKEN_BROKEN)
    pt_parser_fail (self, self->token.at, self->lexer.message);
}

gboolean
pt_parser_accept (PtFeelParser *self, PtFeelTokenKind kind)
{
  if (self->token.kind != kind)
    return FALSE;
  pt_parser_advance (self);
  return TRUE;
}

gpointer
pt_parser_expected (PtFeelParser *self, const char *what)
{
  gboolean at_end = self->token.kind == PT_TOKEN_END;
  g_autofree char *found = NULL, *message = NULL;

  if (*self->error)
    return NULL;
  found = g_strndup (self->lexer.text + self->token.at, self->token.length);
  /* Translators: a fault in an expression: “expected a value, found “)”” */
  message = at_end ? g_strdup_printf (_ ("expected %s, found the end"), what)
                   : g_strdup_printf (_ ("expected %s, found “%s”"), what, found);
  return pt_parser_fail (self, self->token.at, message);
}

gboolean
pt_parser_require (PtFeelParser *self, PtFeelTokenKind kind, const char *text)
{
  g_autofree char *quoted = NULL;

  if (pt_parser_accept (self, kind))
    return TRUE;
  quoted = g_strdup_printf ("“%s”", text);
  return pt_parser_expected (self, quoted) != NULL;
}

const char *
pt_parser_text (PtFeelParser *self)
{
  return pt_feel_pool_text (self->pool, self->lexer.text + self->token.at, self->token.length);
}

gboolean
pt_parser_sees_word (const PtFeelParser *self, const char *word)
{
  return self->token.kind == PT_TOKEN_WORD && self->token.length == strlen (word)
         && strncmp (self->lexer.text + self->token.at, word, self->token.length) == 0;
}

PtFeelNode *
pt_parser_node (PtFeelParser *self, PtFeelForm form, guint at, const GPtrArray *args)
{
  PtFeelNode *node = pt_feel_node_new (self->pool, form, at, 0);

  node->n_args = args->len;
  node->args = pt_feel_pool_alloc (self->pool, args->len * sizeof (PtFeelNode *));
  if (args->len > 0)
    memcpy (node->args, args->pdata, args->len * sizeof (PtFeelNode *));
  pt_feel_node_measure (node);
  return node;
}

PtFeelNode *
pt_parser_whole (PtFeelParser *self)
{
  return pt_parser_expression (self, PT_BIND_NONE);
}

/* ----- operators ----------------------------------------------------------------------------- */

typedef struct
{
  int binding;
  PtFeelOperator op;
  PtFeelNode *(*parse) (PtFeelParser *self, PtFeelNode *left); /* (nullable): not a plain operand */
} Infix;

static const Infix infixes[PT_N_TOKENS] = {
  [PT_TOKEN_OR] = { PT_BIND_OR, PT_FEEL_OR },
  [PT_TOKEN_AND] = { PT_BIND_AND, PT_FEEL_AND },
  [PT_TOKEN_EQ] = { PT_BIND_COMPARISON, PT_FEEL_EQ },
  [PT_TOKEN_NE] = { PT_BIND_COMPARISON, PT_FEEL_NE },
  [PT_TOKEN_LT] = { PT_BIND_COMPARISON, PT_FEEL_LT },
  [PT_TOKEN_LE] = { PT_BIND_COMPARISON, PT_FEEL_LE },
  [PT_TOKEN_GT] = { PT_BIND_COMPARISON, PT_FEEL_GT },
  [PT_TOKEN_GE] = { PT_BIND_COMPARISON, PT_FEEL_GE },
  [PT_TOKEN_BETWEEN] = { PT_BIND_COMPARISON, 0, parse_between },
  [PT_TOKEN_IN] = { PT_BIND_COMPARISON, 0, parse_in },
  [PT_TOKEN_PLUS] = { PT_BIND_SUM, PT_FEEL_ADD },
  [PT_TOKEN_MINUS] = { PT_BIND_SUM, PT_FEEL_SUBTRACT },
  [PT_TOKEN_TIMES] = { PT_BIND_PRODUCT, PT_FEEL_MULTIPLY },
  [PT_TOKEN_SLASH] = { PT_BIND_PRODUCT, PT_FEEL_DIVIDE },
  [PT_TOKEN_POWER] = { PT_BIND_POWER, PT_FEEL_POWER },
  [PT_TOKEN_INSTANCE] = { PT_BIND_INSTANCE, 0, parse_instance },
};

static PtFeelNode *
parse_between (PtFeelParser *self, PtFeelNode *left)
{
  PtFeelNode *low = pt_parser_expression (self, PT_BIND_SUM), *high;

  if (!low)
    return NULL;
  if (!pt_parser_accept (self, PT_TOKEN_AND))
    return pt_parser_expected (self, _ ("“and” between the two bounds"));
  high = pt_parser_expression (self, PT_BIND_SUM);
  return high ? pt_feel_node_new (self->pool, PT_FORM_BETWEEN, left->at, 3, left, low, high) : NULL;
}

static PtFeelNode *
parse_instance (PtFeelParser *self, PtFeelNode *left)
{
  PtFeelNode *node = pt_feel_node_new (self->pool, PT_FORM_INSTANCE, left->at, 1, left);

  if (!pt_parser_sees_word (self, "of"))
    return pt_parser_expected (self, _ ("“of” after “instance”"));
  pt_parser_advance (self);
  node->type = pt_parser_type (self);
  pt_feel_node_own (self->pool, node);
  return node->type ? node : NULL;
}

/* Behind `in (`: one test or several. `(1..5)` is a range, and what is no test may go on behind the
 * parenthesis. */
static gboolean
parse_tests (PtFeelParser *self, GPtrArray *args, guint at)
{
  PtFeelNode *first
      = pt_parser_sees_comparison (self) ? pt_parser_test (self) : pt_parser_whole (self);

  if (!first)
    return FALSE;
  if (first->form != PT_FORM_TEST && pt_parser_accept (self, PT_TOKEN_DOTS))
    {
      first = pt_parser_postfix (self, pt_parser_range_end (self, TRUE, first, at));
      first = parse_infixes (self, first, PT_BIND_SUM);
    }
  else if (pt_parser_accept (self, PT_TOKEN_COMMA))
    {
      g_ptr_array_add (args, first);
      return pt_parser_items (self, args, PT_TOKEN_CLOSE, ")", pt_parser_test);
    }
  else if (!pt_parser_require (self, PT_TOKEN_CLOSE, ")"))
    return FALSE;
  else
    first = parse_infixes (self, pt_parser_postfix (self, first), PT_BIND_SUM);
  if (first)
    g_ptr_array_add (args, first);
  return first != NULL;
}

static PtFeelNode *
parse_in (PtFeelParser *self, PtFeelNode *left)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  guint at = self->token.at;
  gboolean is_unary = self->is_unary;
  gboolean read;

  self->is_unary = FALSE;
  g_ptr_array_add (args, left);
  if (pt_parser_accept (self, PT_TOKEN_OPEN))
    read = parse_tests (self, args, at);
  else
    {
      PtFeelNode *test = pt_parser_test (self);

      read = test != NULL;
      g_ptr_array_add (args, test);
    }
  self->is_unary = is_unary;
  return read ? pt_parser_node (self, PT_FORM_IN, left->at, args) : NULL;
}

static PtFeelNode *
parse_infix (PtFeelParser *self, const Infix *infix, PtFeelNode *left)
{
  guint at = self->token.at;
  PtFeelNode *right, *node;

  pt_parser_advance (self);
  if (infix->parse)
    return infix->parse (self, left);
  right = pt_parser_expression (self, infix->binding + 1);
  if (!right)
    return NULL;
  node = pt_feel_node_binary (self->pool, infix->op, left, right);
  node->at = at;
  return node;
}

/* What stands behind @left (nullable) and binds at least so tightly. */
static PtFeelNode *
parse_infixes (PtFeelParser *self, PtFeelNode *left, int binding)
{
  while (left && !*self->error && infixes[self->token.kind].binding > 0
         && infixes[self->token.kind].binding >= binding)
    {
      left = parse_infix (self, &infixes[self->token.kind], left);
      if (left && left->height > PT_FEEL_MAX_HEIGHT)
        return pt_parser_expected (self, _ ("an expression that is less deeply nested"));
    }
  return *self->error ? NULL : left;
}

PtFeelNode *
pt_parser_expression (PtFeelParser *self, int binding)
{
  PtFeelNode *node;

  if (++self->depth > PT_FEEL_MAX_DEPTH)
    return pt_parser_expected (self, _ ("an expression that is less deeply nested"));
  node = parse_infixes (self, pt_parser_value (self), binding);
  self->depth--;
  return node;
}

/* ----- whole texts --------------------------------------------------------------------------- */

/* Whether a test asks for “?” itself decides how its value is read. */
static PtFeelNode *
parse_unary_test (PtFeelParser *self)
{
  PtFeelNode *test;

  self->uses_input = FALSE;
  test = pt_parser_test (self);
  if (test)
    test->uses_input = self->uses_input;
  return test;
}

static PtFeelNode *
parse_unary (PtFeelParser *self)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();
  PtFeelLexer behind = self->lexer;
  gboolean negated = pt_parser_sees (self, PT_TOKEN_NOT);
  PtFeelNode *node;

  if (pt_parser_sees (self, PT_TOKEN_MINUS) && pt_feel_lexer_next (&behind).kind == PT_TOKEN_END)
    pt_parser_advance (self);
  else if (negated)
    {
      pt_parser_advance (self);
      if (!pt_parser_require (self, PT_TOKEN_OPEN, "("))
        return NULL;
      if (pt_parser_sees (self, PT_TOKEN_CLOSE))
        return pt_parser_expected (self, _ ("a value"));
      if (!pt_parser_items (self, tests, PT_TOKEN_CLOSE, ")", parse_unary_test))
        return NULL;
    }
  else
    do
      {
        PtFeelNode *test = parse_unary_test (self);

        if (!test)
          return NULL;
        g_ptr_array_add (tests, test);
      }
    while (pt_parser_accept (self, PT_TOKEN_COMMA));
  node = pt_parser_node (self, PT_FORM_TESTS, 0, tests);
  node->is_negated = negated;
  return node;
}

static void
parser_clear (PtFeelParser *self)
{
  g_clear_pointer (&self->names, pt_feel_names_free);
  for (guint i = 0; i < self->frames->len; i++)
    g_clear_pointer (&g_array_index (self->frames, PtFeelOpenFrame, i).captured, g_array_unref);
  g_array_unref (self->frames);
  g_array_unref (self->visible);
}

static PtFeelNode *
parse_text (PtFeelParser *self)
{
  PtFeelNode *node;

  pt_parser_advance (self);
  node = self->is_unary ? parse_unary (self) : pt_parser_whole (self);
  if (node && !pt_parser_sees (self, PT_TOKEN_END))
    node = pt_parser_expected (self, _ ("an operator such as “=” or “and”, or the end"));
  return *self->error ? NULL : node;
}

static PtFeel *
parse (const char *text, const PtFeelScope *scope, gboolean is_unary, int *column, GError **error)
{
  PtFeel *feel = g_new0 (PtFeel, 1);
  g_autoptr (GError) fault = NULL;
  PtFeelOpenFrame frame = { 0 };
  PtFeelParser self = { .feel = feel,
                        .pool = &feel->pool,
                        .scope = scope,
                        .is_unary = is_unary,
                        .column = column,
                        .error = &fault };

  g_atomic_ref_count_init (&feel->refs);
  self.visible = g_array_new (FALSE, FALSE, sizeof (PtFeelVisible));
  self.frames = g_array_new (FALSE, FALSE, sizeof (PtFeelOpenFrame));
  g_array_append_val (self.frames, frame);
  self.lexer.text = "";
  if (strlen (text) > PT_FEEL_MAX_LENGTH)
    pt_parser_fail (&self, 0, _ ("the expression is too long"));
  else if (!g_utf8_validate (text, -1, NULL))
    pt_parser_fail (&self, 0, _ ("the text is not valid UTF-8"));
  else
    {
      feel->text = self.lexer.text = pt_feel_pool_text (self.pool, text, strlen (text));
      feel->root = parse_text (&self);
    }
  feel->n_slots = pt_parser_frame (&self)->n_slots;
  parser_clear (&self);
  if (fault)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      g_clear_pointer (&feel, pt_feel_unref);
    }
  return feel;
}

PtFeel *
pt_feel_parse (const char *text, int *column, GError **error)
{
  return parse (text, NULL, FALSE, column, error);
}

PtFeel *
pt_feel_parse_in (const char *text, const PtFeelScope *scope, int *column, GError **error)
{
  return parse (text, scope, FALSE, column, error);
}

PtFeel *
pt_feel_parse_tests (const char *text, const PtFeelScope *scope, int *column, GError **error)
{
  return parse (text, scope, TRUE, column, error);
}

PtFeel *
pt_feel_compile (const char *text, const PtFeelScope *scope, int *column, GError **error)
{
  PtFeel *feel = parse (text, scope, FALSE, column, error);

  if (feel)
    pt_feel_fold (feel);
  return feel;
}
