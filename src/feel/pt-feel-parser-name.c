/* pt-feel-parser-name.c: names: where they end, and what they mean
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"
#include "pt-feel-parser.h"

#include <glib/gi18n-lib.h>

/* ----- where they end ------------------------------------------------------------------------ */

/* Entries of values that have spaces in their names. */
static const PtFeelNames *
property_names (void)
{
  static PtFeelNames *names;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      names = pt_feel_names_new ();
      pt_feel_names_add (names, "time offset");
      pt_feel_names_add (names, "start included");
      pt_feel_names_add (names, "end included");
      g_once_init_leave (&done, 1);
    }
  return names;
}

static void
match (const PtFeelNames *names, const char *text, gsize word, const char **found, gsize *longest)
{
  gsize length;
  const char *name = names ? pt_feel_names_match (names, text, word, &length) : NULL;

  if (!name || length <= *longest)
    return;
  *found = name;
  *longest = length;
}

/* A function whose name has spaces is one only where it is called or given to another. */
static gboolean
is_used_as_function (const char *name, const char *behind)
{
  behind += pt_feel_space_length (behind);
  return *behind == '(' || ((*behind == ',' || *behind == ')') && !strstr (name, " and "));
}

const char *
pt_parser_find_name (PtFeelParser *self, gboolean behind_dot, guint *end)
{
  const char *text = self->lexer.text + self->token.at;
  gsize word = self->token.length, longest = word, before;
  const char *found = NULL, *function = NULL;

  match (self->scope ? pt_feel_scope_names (self->scope) : NULL, text, word, &found, &longest);
  match (self->names, text, word, &found, &longest);
  if (behind_dot)
    match (property_names (), text, word, &found, &longest);
  before = longest;
  if (!behind_dot)
    match (pt_feel_builtin_names (), text, word, &function, &longest);
  if (function && is_used_as_function (function, text + longest))
    found = function;
  else
    longest = before;
  *end = self->token.at + (guint)longest;
  return found ? pt_feel_pool_text (self->pool, found, strlen (found)) : NULL;
}

/* Behind a dot, words that follow each other can only be one name; without a scope they are taken
 * for words of a language. */
static const char *
take_words (PtFeelParser *self)
{
  GString *name = g_string_new (NULL);
  const char *text;

  do
    {
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append_len (name, self->lexer.text + self->token.at, self->token.length);
      pt_parser_advance (self);
    }
  while (pt_parser_sees (self, PT_TOKEN_WORD) && self->scope);
  text = pt_feel_pool_text (self->pool, name->str, name->len);
  g_string_free (name, TRUE);
  return text;
}

const char *
pt_parser_take_name (PtFeelParser *self, gboolean behind_dot)
{
  guint end;
  const char *name = pt_parser_find_name (self, behind_dot, &end);

  if (name)
    self->lexer.at = end;
  else if (behind_dot)
    return take_words (self);
  else
    name = pt_parser_text (self);
  pt_parser_advance (self);
  return name;
}

static gsize
part_length (const char *at)
{
  const char *end = at;

  while (pt_feel_is_word_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end > at ? (gsize)(end - at) : *at && strchr ("./-'+*?", *at) ? 1 : 0;
}

static gboolean
is_in (const char *text)
{
  return text[0] == 'i' && text[1] == 'n' && !pt_feel_is_word_char (g_utf8_get_char (text + 2));
}

/* White space between parts becomes one space. Without an “in”, the first word is the name, so that
 * a fault is found behind it. */
const char *
pt_parser_new_name (PtFeelParser *self, gboolean before_in)
{
  GString *name = g_string_new (NULL);
  guint at = self->token.at;
  const char *text = self->lexer.text;
  const char *result = NULL;
  gsize n;

  while ((n = part_length (text + at)) > 0)
    {
      if (before_in && is_in (text + at) && name->len > 0)
        break;
      g_string_append_len (name, text + at, (gssize)n);
      at += (guint)n;
      n = pt_feel_space_length (text + at);
      if (n > 0 && part_length (text + at + n) > 0)
        g_string_append_c (name, ' ');
      at += (guint)n;
    }
  g_strchomp (name->str);
  if (before_in && !is_in (text + at) && (n = pt_feel_word_length (name->str)) > 0)
    {
      name->str[n] = '\0';
      at = self->token.at + (guint)n;
    }
  if (*name->str && pt_feel_word_length (name->str) > 0)
    {
      result = pt_feel_pool_text (self->pool, name->str, strlen (name->str));
      self->lexer.at = at;
      pt_parser_advance (self);
    }
  g_string_free (name, TRUE);
  return result ? result : pt_parser_expected (self, _ ("a name"));
}

/* ----- what they mean ------------------------------------------------------------------------ */

PtFeelOpenFrame *
pt_parser_frame (PtFeelParser *self)
{
  return &g_array_index (self->frames, PtFeelOpenFrame, self->frames->len - 1);
}

int
pt_parser_declare (PtFeelParser *self, const char *name)
{
  PtFeelVisible visible = { name, (int)pt_parser_frame (self)->n_slots++, self->frames->len - 1 };

  if (name)
    {
      if (!self->names)
        self->names = pt_feel_names_new ();
      pt_feel_names_add (self->names, name);
    }
  if (self->visible->len >= PT_FEEL_MAX_NAMES)
    {
      pt_parser_fail (self, self->token.at, _ ("the expression has too many names"));
      return -1;
    }
  g_array_append_val (self->visible, visible);
  return visible.slot;
}

void
pt_parser_forget (PtFeelParser *self, guint n_visible)
{
  g_array_set_size (self->visible, n_visible);
}

/* A function takes along what it uses of the frame it is made in, through all in between. */
static int
slot_in (PtFeelParser *self, guint level, const PtFeelVisible *visible)
{
  PtFeelOpenFrame *frame = &g_array_index (self->frames, PtFeelOpenFrame, level);
  PtFeelCapture capture;

  if (visible->level == level)
    return visible->slot;
  capture.from = slot_in (self, level - 1, visible);
  for (guint i = 0; i < frame->captured->len; i++)
    if (g_array_index (frame->captured, PtFeelCapture, i).from == capture.from)
      return g_array_index (frame->captured, PtFeelCapture, i).to;
  capture.to = (int)frame->n_slots++;
  g_array_append_val (frame->captured, capture);
  return capture.to;
}

static void
set_filters (PtFeelParser *self, PtFeelNode *node, const int *slots, guint n)
{
  if (n == 0)
    return;
  node->n_filters = n;
  node->filters = pt_feel_pool_alloc (self->pool, n * sizeof (int));
  memcpy (node->filters, slots, n * sizeof (int));
}

void
pt_parser_resolve (PtFeelParser *self, PtFeelNode *node)
{
  int filters[PT_FEEL_MAX_DEPTH];
  guint n_filters = 0, level = self->frames->len - 1;
  gboolean is_variable = FALSE;

  if (self->scope)
    pt_feel_scope_get (self->scope, node->text, &is_variable);
  if (!is_variable)
    node->builtin = pt_feel_builtin_find (node->text);
  if (g_str_equal (node->text, "?"))
    self->uses_input = TRUE;
  for (guint i = self->visible->len; i-- > 0;)
    {
      const PtFeelVisible *visible = &g_array_index (self->visible, PtFeelVisible, i);

      if (!visible->name)
        {
          if (n_filters < G_N_ELEMENTS (filters))
            filters[n_filters++] = slot_in (self, level, visible);
        }
      else if (g_str_equal (visible->name, node->text))
        {
          node->slot = slot_in (self, level, visible);
          break;
        }
    }
  set_filters (self, node, filters, n_filters);
}
