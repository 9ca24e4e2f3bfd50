/* pt-feel-lexer.c: an expression as tokens
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *at;
  int column;
  GArray *tokens;
} Scanner;

/* Longer ones before those they begin with. */
static const char *const symbols[] = { "**", "..", "!=", "<=", ">=", "+", "-", "*", "/",
                                       "=",  "<",  ">",  "(",  ")",  "[", "]", ",", "." };

static const char *const keywords[]
    = { "and", "or", "not", "between", "in", "true", "false", "null" };

/* Functions whose names have spaces: one token when an opening parenthesis follows. The last two
 * are none of the standard, but engines have them. */
static const char *const long_names[] = {
  "date and time",   "years and months duration",
  "string length",   "upper case",
  "lower case",      "substring before",
  "substring after", "starts with",
  "ends with",       "list contains",
  "insert before",   "index of",
  "distinct values", "list replace",
  "met by",          "overlaps before",
  "overlaps after",  "finished by",
  "started by",      "day of year",
  "day of week",     "month of year",
  "week of year",    "get value",
  "get entries",     "is defined",
  "get or else",
};

static void
clear_token (PtToken *token)
{
  g_free (token->text);
}

static void
advance (Scanner *self, gsize bytes)
{
  self->column += g_utf8_strlen (self->at, bytes);
  self->at += bytes;
}

/* Adds a token of the next @bytes bytes and steps over them. */
static void
take (Scanner *self, PtTokenKind kind, gsize bytes)
{
  PtToken token = { kind, g_strndup (self->at, bytes), self->column };

  g_array_append_val (self->tokens, token);
  advance (self, bytes);
}

static gboolean
is_name_start (gunichar c)
{
  return c == '_' || g_unichar_isalpha (c);
}

static gsize
number_length (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (text[n] == '.' && g_ascii_isdigit (text[n + 1]))
    n += 1 + strspn (text + n + 1, "0123456789");
  return n;
}

static gsize
name_length (const char *text)
{
  const char *end = text;

  while (is_name_start (g_utf8_get_char (end)) || g_ascii_isdigit (*end))
    end = g_utf8_next_char (end);
  return end - text;
}

static gsize
long_name_length (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (long_names); i++)
    {
      gsize n = strlen (long_names[i]);

      if (strncmp (text, long_names[i], n) == 0 && text[n + strspn (text + n, " ")] == '(')
        return n;
    }
  return 0;
}

static void
take_name (Scanner *self)
{
  gsize n = long_name_length (self->at);
  g_autofree char *name = NULL;

  if (n > 0)
    {
      take (self, PT_TOKEN_NAME, n);
      return;
    }
  n = name_length (self->at);
  name = g_strndup (self->at, n);
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_equal (name, keywords[i]))
      {
        take (self, PT_TOKEN_KEYWORD, n);
        return;
      }
  take (self, PT_TOKEN_NAME, n);
}

static gboolean
append_unicode (GString *value, const char *digits)
{
  gunichar c = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (digits[i]))
        return FALSE;
      c = c * 16 + g_ascii_xdigit_value (digits[i]);
    }
  if (c == 0 || !g_unichar_validate (c))
    return FALSE;
  g_string_append_unichar (value, c);
  return TRUE;
}

/* Decodes the escape at @escape (behind the backslash). Returns: its length, 0 when there is none
 * such */
static gsize
append_escape (GString *value, const char *escape)
{
  static const char letters[] = "\"\\/nrt", characters[] = "\"\\/\n\r\t";
  const char *found = *escape ? strchr (letters, *escape) : NULL;

  if (found)
    {
      g_string_append_c (value, characters[found - letters]);
      return 1;
    }
  return *escape == 'u' && append_unicode (value, escape + 1) ? 5 : 0;
}

/* Returns: a message when the text at the scanner is no string literal */
static const char *
take_string (Scanner *self)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *at = self->at + 1;
  PtToken token = { PT_TOKEN_STRING, NULL, self->column };

  while (*at && *at != '"')
    {
      gsize n;

      if (*at != '\\')
        {
          g_string_append_c (value, *at++);
          continue;
        }
      n = append_escape (value, at + 1);
      if (n == 0)
        {
          advance (self, at - self->at);
          return _ ("a backslash in a text stands before \", \\, n, r, t or u with four digits");
        }
      at += 1 + n;
    }
  if (*at == '\0')
    return _ ("expected a quotation mark (\") that ends this text");
  token.text = g_strdup (value->str);
  g_array_append_val (self->tokens, token);
  advance (self, at + 1 - self->at);
  return NULL;
}

static gboolean
take_symbol (Scanner *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_has_prefix (self->at, symbols[i]))
      {
        take (self, PT_TOKEN_SYMBOL, strlen (symbols[i]));
        return TRUE;
      }
  return FALSE;
}

static const char *
unknown_character (const char *at)
{
  if (*at == '\'')
    return _ ("texts stand in double quotation marks: \"text\"");
  if (g_str_has_prefix (at, "&&"))
    return _ ("expected “and” instead of “&&”");
  if (g_str_has_prefix (at, "||"))
    return _ ("expected “or” instead of “||”");
  if (*at == '!')
    return _ ("expected “not(…)” instead of “!”");
  return _ ("this character means nothing here; expected a value, a name or an operator");
}

/* Scans one token. Returns: a message on an error */
static const char *
scan_token (Scanner *self)
{
  if (g_ascii_isdigit (*self->at))
    take (self, PT_TOKEN_NUMBER, number_length (self->at));
  else if (*self->at == '.' && g_ascii_isdigit (self->at[1]))
    take (self, PT_TOKEN_NUMBER, 1 + number_length (self->at + 1));
  else if (*self->at == '"')
    return take_string (self);
  else if (is_name_start (g_utf8_get_char (self->at)))
    take_name (self);
  else if (!take_symbol (self))
    return unknown_character (self->at);
  return NULL;
}

static void
skip_space (Scanner *self)
{
  while (*self->at && g_unichar_isspace (g_utf8_get_char (self->at)))
    advance (self, g_utf8_next_char (self->at) - self->at);
}

GArray *
pt_feel_scan (const char *text, int *column, GError **error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (PtToken));
  Scanner self = { text, 1, tokens };

  g_array_set_clear_func (tokens, (GDestroyNotify)clear_token);
  if (!g_utf8_validate (text, -1, NULL))
    return pt_feel_error (column, 1, error, _ ("the text is not valid UTF-8"));
  for (skip_space (&self); *self.at; skip_space (&self))
    {
      const char *message = scan_token (&self);

      if (!message && tokens->len > PT_FEEL_MAX_TOKENS)
        message = _ ("the expression is too long");
      if (message)
        return pt_feel_error (column, self.column, error, message);
    }
  take (&self, PT_TOKEN_END, 0);
  return g_steal_pointer (&tokens);
}
