/* pt-feel-parser-form.c: forms with words (if, for, some, function …), contexts, filters, types
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-parser.h"

#include <glib/gi18n-lib.h>

static PtFeelBinder *
copy_binders (PtFeelParser *self, const GArray *binders)
{
  gsize size = binders->len * sizeof (PtFeelBinder);
  PtFeelBinder *copy = pt_feel_pool_alloc (self->pool, size);

  if (size > 0)
    memcpy (copy, binders->data, size);
  return copy;
}

/* ----- if ------------------------------------------------------------------------------------ */

PtFeelNode *
pt_parser_if (PtFeelParser *self)
{
  guint at = self->token.at;
  PtFeelNode *test, *yes, *no;

  pt_parser_advance (self);
  test = pt_parser_whole (self);
  if (!test || !pt_parser_require (self, PT_TOKEN_THEN, "then"))
    return NULL;
  yes = pt_parser_whole (self);
  if (!yes || !pt_parser_require (self, PT_TOKEN_ELSE, "else"))
    return NULL;
  no = pt_parser_whole (self);
  return no ? pt_feel_node_new (self->pool, PT_FORM_IF, at, 3, test, yes, no) : NULL;
}

/* ----- loops --------------------------------------------------------------------------------- */

/* What stands behind “in”: a list, or two ends of steps. */
static PtFeelNode *
parse_domain (PtFeelParser *self)
{
  guint at = self->token.at;
  PtFeelNode *first = pt_parser_whole (self), *last;

  if (!first || !pt_parser_accept (self, PT_TOKEN_DOTS))
    return first;
  last = pt_parser_expression (self, PT_BIND_SUM);
  return last ? pt_feel_node_new (self->pool, PT_FORM_STEPS, at, 2, first, last) : NULL;
}

static gboolean
parse_iterator (PtFeelParser *self, GPtrArray *args, GArray *binders)
{
  PtFeelBinder binder = { .name = pt_parser_new_name (self, TRUE) };
  PtFeelNode *domain;

  if (!binder.name || !pt_parser_require (self, PT_TOKEN_IN, "in"))
    return FALSE;
  domain = parse_domain (self);
  if (!domain)
    return FALSE;
  binder.slot = pt_parser_declare (self, binder.name);
  g_ptr_array_add (args, domain);
  g_array_append_val (binders, binder);
  return binder.slot >= 0;
}

/* Iterators, and what they have in common behind @word. */
static PtFeelNode *
parse_loop (PtFeelParser *self, PtFeelForm form, PtFeelTokenKind word, const char *text)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GArray) binders = g_array_new (FALSE, TRUE, sizeof (PtFeelBinder));
  guint at = self->token.at, n_visible = self->visible->len;
  PtFeelNode *body = NULL, *node;
  int partial = PT_SLOT_VARIABLES;

  pt_parser_advance (self);
  do
    if (!parse_iterator (self, args, binders))
      return NULL;
  while (pt_parser_accept (self, PT_TOKEN_COMMA));
  if (form == PT_FORM_FOR)
    partial = pt_parser_declare (self, "partial");
  if (pt_parser_require (self, word, text))
    body = pt_parser_whole (self);
  pt_parser_forget (self, n_visible);
  if (!body)
    return NULL;
  g_ptr_array_add (args, body);
  node = pt_parser_node (self, form, at, args);
  node->slot = partial;
  node->n_binders = binders->len;
  node->binders = copy_binders (self, binders);
  return node;
}

PtFeelNode *
pt_parser_for (PtFeelParser *self)
{
  return parse_loop (self, PT_FORM_FOR, PT_TOKEN_RETURN, "return");
}

PtFeelNode *
pt_parser_some (PtFeelParser *self)
{
  return parse_loop (self, PT_FORM_SOME, PT_TOKEN_SATISFIES, "satisfies");
}

PtFeelNode *
pt_parser_every (PtFeelParser *self)
{
  return parse_loop (self, PT_FORM_EVERY, PT_TOKEN_SATISFIES, "satisfies");
}

/* ----- filters ------------------------------------------------------------------------------- */

/* Behind the bracket. Entries of the item are names here, and so is “item”. */
PtFeelNode *
pt_parser_filter (PtFeelParser *self, PtFeelNode *list)
{
  guint n_visible = self->visible->len;
  int slot = pt_parser_declare (self, "item");
  PtFeelVisible entries = { NULL, slot, self->frames->len - 1 };
  PtFeelNode *test, *node;

  g_array_append_val (self->visible, entries);
  test = slot >= 0 ? pt_parser_whole (self) : NULL;
  pt_parser_forget (self, n_visible);
  if (!test || !pt_parser_require (self, PT_TOKEN_BRACKET_END, "]"))
    return NULL;
  node = pt_feel_node_new (self->pool, PT_FORM_FILTER, list->at, 2, list, test);
  node->slot = slot;
  return node;
}

/* ----- functions ----------------------------------------------------------------------------- */

static gboolean
parse_parameter (PtFeelParser *self, GArray *params)
{
  PtFeelBinder param = { .name = pt_parser_new_name (self, FALSE) };

  if (!param.name)
    return FALSE;
  if (pt_parser_accept (self, PT_TOKEN_COLON))
    param.type = pt_parser_type (self);
  param.slot = pt_parser_declare (self, param.name);
  g_array_append_val (params, param);
  return param.slot >= 0 && !*self->error;
}

static gboolean
parse_parameters (PtFeelParser *self, GArray *params)
{
  if (!pt_parser_require (self, PT_TOKEN_OPEN, "("))
    return FALSE;
  if (pt_parser_accept (self, PT_TOKEN_CLOSE))
    return TRUE;
  do
    if (!parse_parameter (self, params))
      return FALSE;
  while (pt_parser_accept (self, PT_TOKEN_COMMA));
  return pt_parser_require (self, PT_TOKEN_CLOSE, ")");
}

static PtFeelNode *
parse_body (PtFeelParser *self)
{
  if (pt_parser_sees_word (self, "external"))
    {
      PtFeelLexer behind = self->lexer;

      if (pt_feel_lexer_next (&behind).kind == PT_TOKEN_BRACE)
        return pt_parser_fail (self, self->token.at,
                               _ ("functions written in other languages (“external”) are not run"));
    }
  return pt_parser_whole (self);
}

/* The frame is closed and its slots and captures are kept at the node. */
static void
close_frame (PtFeelParser *self, PtFeelFrame *function)
{
  PtFeelOpenFrame *frame = pt_parser_frame (self);
  gsize size = frame->captured->len * sizeof (PtFeelCapture);

  function->n_slots = frame->n_slots;
  function->n_captured = frame->captured->len;
  function->captured = pt_feel_pool_alloc (self->pool, size);
  if (size > 0)
    memcpy (function->captured, frame->captured->data, size);
  g_array_unref (frame->captured);
  g_array_set_size (self->frames, self->frames->len - 1);
}

PtFeelNode *
pt_parser_function (PtFeelParser *self)
{
  PtFeelNode *node = pt_feel_node_new (self->pool, PT_FORM_FUNCTION, self->token.at, 1, NULL);
  PtFeelOpenFrame frame = { 0, g_array_new (FALSE, FALSE, sizeof (PtFeelCapture)) };
  g_autoptr (GArray) params = g_array_new (FALSE, TRUE, sizeof (PtFeelBinder));
  guint n_visible = self->visible->len;

  node->function = pt_feel_pool_alloc (self->pool, sizeof (PtFeelFrame));
  pt_feel_node_own (self->pool, node);
  g_array_append_val (self->frames, frame);
  pt_parser_advance (self);
  if (parse_parameters (self, params))
    node->args[0] = parse_body (self);
  pt_parser_forget (self, n_visible);
  node->function->n_params = params->len;
  node->function->params = copy_binders (self, params);
  close_frame (self, node->function);
  pt_feel_node_measure (node);
  return node->args[0] ? node : NULL;
}

/* ----- contexts ------------------------------------------------------------------------------ */

static const char *
parse_key (PtFeelParser *self)
{
  GString *text;
  const char *key, *fault;
  guint at;

  if (!pt_parser_sees (self, PT_TOKEN_STRING))
    return pt_parser_new_name (self, FALSE);
  text = g_string_new (NULL);
  fault = pt_feel_lexer_decode (&self->lexer, &self->token, text, &at);
  key = pt_feel_pool_text (self->pool, text->str, text->len);
  g_string_free (text, TRUE);
  if (fault)
    return pt_parser_fail (self, at, fault);
  pt_parser_advance (self);
  return key;
}

/* An entry is visible to those behind it. */
static gboolean
parse_entry (PtFeelParser *self, GPtrArray *args, GArray *entries)
{
  PtFeelBinder entry = { .name = parse_key (self) };
  PtFeelNode *value;

  if (!entry.name || !pt_parser_require (self, PT_TOKEN_COLON, ":"))
    return FALSE;
  value = pt_parser_whole (self);
  if (!value)
    return FALSE;
  entry.slot = pt_parser_declare (self, entry.name);
  g_ptr_array_add (args, value);
  g_array_append_val (entries, entry);
  return entry.slot >= 0;
}

static gboolean
parse_entries (PtFeelParser *self, GPtrArray *args, GArray *entries)
{
  if (pt_parser_accept (self, PT_TOKEN_BRACE_END))
    return TRUE;
  do
    if (!parse_entry (self, args, entries))
      return FALSE;
  while (pt_parser_accept (self, PT_TOKEN_COMMA));
  return pt_parser_require (self, PT_TOKEN_BRACE_END, "}");
}

PtFeelNode *
pt_parser_context (PtFeelParser *self)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (PtFeelBinder));
  guint at = self->token.at, n_visible = self->visible->len;
  gboolean read;
  PtFeelNode *node;

  pt_parser_advance (self);
  read = parse_entries (self, args, entries);
  pt_parser_forget (self, n_visible);
  if (!read)
    return NULL;
  node = pt_parser_node (self, PT_FORM_CONTEXT, at, args);
  node->n_binders = entries->len;
  node->binders = copy_binders (self, entries);
  for (guint i = 0; i < node->n_binders; i++)
    node->binders[i].key = pt_feel_key (node->binders[i].name, strlen (node->binders[i].name));
  pt_feel_node_own (self->pool, node);
  return node;
}

/* ----- types --------------------------------------------------------------------------------- */

static const PtFeelKind named_kinds[]
    = { PT_FEEL_KIND_NULL,      PT_FEEL_KIND_BOOLEAN, PT_FEEL_KIND_NUMBER,  PT_FEEL_KIND_DAYS,
        PT_FEEL_KIND_MONTHS,    PT_FEEL_KIND_STRING,  PT_FEEL_KIND_DATE,    PT_FEEL_KIND_TIME,
        PT_FEEL_KIND_DATE_TIME, PT_FEEL_KIND_LIST,    PT_FEEL_KIND_CONTEXT, PT_FEEL_KIND_RANGE,
        PT_FEEL_KIND_FUNCTION,  PT_FEEL_KIND_ANY };

/* Returns: bytes of the type's name when @text begins with it, or 0 */
static gsize
kind_length (PtFeelKind kind, const char *text)
{
  const char *label = pt_feel_kind_get_label (kind);
  const char *at = text;

  for (; *label; label++)
    if (*label == ' ')
      {
        gsize space = pt_feel_space_length (at);

        if (space == 0)
          return 0;
        at += space;
      }
    else if (*at++ != *label)
      return 0;
  return pt_feel_is_word_char (g_utf8_get_char (at)) ? 0 : (gsize)(at - text);
}

/* The longest: “date and time” rather than “date”. */
static gboolean
find_kind (PtFeelParser *self, PtFeelKind *kind)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (named_kinds); i++)
    {
      gsize length = kind_length (named_kinds[i], self->lexer.text + self->token.at);

      if (length > longest)
        {
          longest = length;
          *kind = named_kinds[i];
        }
    }
  if (longest > 0)
    {
      self->lexer.at = self->token.at + (guint)longest;
      pt_parser_advance (self);
    }
  return longest > 0;
}

/* Behind “<”, up to “>”. */
static PtFeelType *
parse_item_type (PtFeelParser *self, PtFeelKind kind)
{
  g_autoptr (PtFeelType) item = NULL;

  if (!pt_parser_accept (self, PT_TOKEN_LT))
    return pt_feel_type_new (kind);
  item = pt_parser_type (self);
  if (!item || !pt_parser_require (self, PT_TOKEN_GT, ">"))
    return NULL;
  return pt_feel_type_new_of (kind, g_steal_pointer (&item));
}

static gboolean
parse_entry_type (PtFeelParser *self, PtFeelType *context)
{
  const char *name = pt_parser_new_name (self, FALSE);
  PtFeelType *type;

  if (!name || !pt_parser_require (self, PT_TOKEN_COLON, ":"))
    return FALSE;
  type = pt_parser_type (self);
  if (type)
    pt_feel_type_add_entry (context, name, type);
  return type != NULL;
}

static gboolean
parse_parameter_type (PtFeelParser *self, PtFeelType *function)
{
  PtFeelType *type = pt_parser_type (self);

  if (type)
    pt_feel_type_add_entry (function, "", type);
  return type != NULL;
}

static gboolean
parse_type_list (PtFeelParser *self,
                 PtFeelType *type,
                 gboolean (*parse_one) (PtFeelParser *, PtFeelType *))
{
  if (pt_parser_accept (self, PT_TOKEN_GT))
    return TRUE;
  do
    if (!parse_one (self, type))
      return FALSE;
  while (pt_parser_accept (self, PT_TOKEN_COMMA));
  return pt_parser_require (self, PT_TOKEN_GT, ">");
}

static PtFeelType *
parse_context_type (PtFeelParser *self)
{
  g_autoptr (PtFeelType) type = NULL;

  if (!pt_parser_accept (self, PT_TOKEN_LT))
    return pt_feel_type_new (PT_FEEL_KIND_CONTEXT);
  type = pt_feel_type_new_context ();
  return parse_type_list (self, type, parse_entry_type) ? g_steal_pointer (&type) : NULL;
}

static PtFeelType *
parse_function_type (PtFeelParser *self)
{
  g_autoptr (PtFeelType) type = NULL;

  if (!pt_parser_accept (self, PT_TOKEN_LT))
    return pt_feel_type_new (PT_FEEL_KIND_FUNCTION);
  type = pt_feel_type_new_function (NULL);
  if (!parse_type_list (self, type, parse_parameter_type)
      || !pt_parser_require (self, PT_TOKEN_ARROW, "->"))
    return NULL;
  type->item = pt_parser_type (self);
  return type->item ? g_steal_pointer (&type) : NULL;
}

static PtFeelType *
parse_named_type (PtFeelParser *self)
{
  guint at = self->token.at;
  const char *name;
  PtFeelType *type;

  if (!pt_parser_sees (self, PT_TOKEN_WORD))
    return pt_parser_expected (self, _ ("a type such as number, string or date"));
  name = pt_parser_take_name (self, FALSE);
  while (pt_parser_sees (self, PT_TOKEN_DOT))
    {
      pt_parser_advance (self);
      name = pt_feel_pool_text (self->pool, self->lexer.text + at,
                                self->token.at + self->token.length - at);
      pt_parser_advance (self);
    }
  type = self->scope ? pt_feel_scope_get_type (self->scope, name) : NULL;
  if (type)
    return pt_feel_type_ref (type);
  return pt_parser_fail (self, at,
                         _ ("there is no type of this name; expected one such as number, "
                            "string or date"));
}

PtFeelType *
pt_parser_type (PtFeelParser *self)
{
  PtFeelKind kind = PT_FEEL_KIND_ANY;
  PtFeelType *type = NULL;

  if (++self->depth > PT_FEEL_MAX_DEPTH)
    return pt_parser_expected (self, _ ("an expression that is less deeply nested"));
  if (!find_kind (self, &kind))
    type = parse_named_type (self);
  else if (kind == PT_FEEL_KIND_CONTEXT)
    type = parse_context_type (self);
  else if (kind == PT_FEEL_KIND_FUNCTION)
    type = parse_function_type (self);
  else if (kind == PT_FEEL_KIND_LIST || kind == PT_FEEL_KIND_RANGE)
    type = parse_item_type (self, kind);
  else
    type = pt_feel_type_new (kind);
  self->depth--;
  return type;
}
