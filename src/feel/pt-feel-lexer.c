/* pt-feel-lexer.c: an expression as tokens, one at a time (10.3.1.2)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-lexer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char text[12];
  PtFeelTokenKind kind;
} Row;

/* Longer ones before those they begin with. */
static const Row symbols[] = {
  { "**", PT_TOKEN_POWER },      { "..", PT_TOKEN_DOTS }, { "!=", PT_TOKEN_NE },
  { "<=", PT_TOKEN_LE },         { ">=", PT_TOKEN_GE },   { "->", PT_TOKEN_ARROW },
  { "(", PT_TOKEN_OPEN },        { ")", PT_TOKEN_CLOSE }, { ",", PT_TOKEN_COMMA },
  { ".", PT_TOKEN_DOT },         { "=", PT_TOKEN_EQ },    { "<", PT_TOKEN_LT },
  { ">", PT_TOKEN_GT },          { "+", PT_TOKEN_PLUS },  { "-", PT_TOKEN_MINUS },
  { "*", PT_TOKEN_TIMES },       { "/", PT_TOKEN_SLASH }, { "[", PT_TOKEN_BRACKET },
  { "]", PT_TOKEN_BRACKET_END }, { "{", PT_TOKEN_BRACE }, { "}", PT_TOKEN_BRACE_END },
  { ":", PT_TOKEN_COLON },       { "@", PT_TOKEN_AT },
};

static const Row keywords[] = {
  { "and", PT_TOKEN_AND },
  { "or", PT_TOKEN_OR },
  { "not", PT_TOKEN_NOT },
  { "between", PT_TOKEN_BETWEEN },
  { "in", PT_TOKEN_IN },
  { "true", PT_TOKEN_TRUE },
  { "false", PT_TOKEN_FALSE },
  { "null", PT_TOKEN_NULL },
  { "if", PT_TOKEN_IF },
  { "then", PT_TOKEN_THEN },
  { "else", PT_TOKEN_ELSE },
  { "for", PT_TOKEN_FOR },
  { "return", PT_TOKEN_RETURN },
  { "some", PT_TOKEN_SOME },
  { "every", PT_TOKEN_EVERY },
  { "satisfies", PT_TOKEN_SATISFIES },
  { "instance", PT_TOKEN_INSTANCE },
  { "function", PT_TOKEN_FUNCTION },
};

/* ----- characters ---------------------------------------------------------------------------- */

/* Rules 27 to 29 of the grammar, but for “?”, which stands alone. */
static gboolean
is_word_start (gunichar c)
{
  static const gunichar ranges[][2] = {
    { 0xc0, 0xd6 },     { 0xd8, 0xf6 },     { 0xf8, 0x2ff },    { 0x370, 0x37d },
    { 0x37f, 0x1fff },  { 0x200c, 0x200d }, { 0x2070, 0x218f }, { 0x2c00, 0x2fef },
    { 0x3001, 0xd7ff }, { 0xf900, 0xfdcf }, { 0xfdf0, 0xfffd }, { 0x10000, 0xeffff },
  };

  if (c < 0x80)
    return g_ascii_isalpha ((char)c) || c == '_';
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return !g_unichar_isspace (c);
  return FALSE;
}

gboolean
pt_feel_is_word_char (gunichar c)
{
  return is_word_start (c) || (c < 0x80 && g_ascii_isdigit ((char)c)) || c == 0xb7
         || (c >= 0x300 && c <= 0x36f) || c == 0x203f || c == 0x2040;
}

gsize
pt_feel_word_length (const char *text)
{
  const char *end = text;

  if (!is_word_start (g_utf8_get_char (text)))
    return 0;
  while (pt_feel_is_word_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end - text;
}

/* Returns: bytes of a comment; without its end it reaches to the end of the text */
static gsize
comment_length (const char *text)
{
  const char *end;

  if (text[0] != '/')
    return 0;
  if (text[1] == '/')
    return strcspn (text, "\n");
  if (text[1] != '*')
    return 0;
  end = strstr (text + 2, "*/");
  return end ? (gsize)(end + 2 - text) : strlen (text);
}

gsize
pt_feel_space_length (const char *text)
{
  const char *at = text;

  for (;;)
    {
      gsize comment;

      if (*at == ' ' || (*at >= '\t' && *at <= '\r'))
        at++;
      else if ((comment = comment_length (at)) > 0)
        at += comment;
      else if (((guchar)*at >= 0x80 && g_unichar_isspace (g_utf8_get_char (at)))
               || g_str_has_prefix (at, "\xef\xbb\xbf"))
        at = g_utf8_next_char (at);
      else
        return at - text;
    }
}

/* ----- strings ------------------------------------------------------------------------------- */

/* Behind a backslash: u and four, or U and six digits. Returns: its length, or 0 */
static gsize
read_code (const char *at, gunichar *code)
{
  gsize n = *at == 'u' ? 4 : *at == 'U' ? 6 : 0;

  *code = 0;
  for (gsize i = 1; i <= n; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      *code = *code * 16 + g_ascii_xdigit_value (at[i]);
    }
  return n ? n + 1 : 0;
}

/* Behind a backslash, two halves of a character as UTF-16 has them count as one. */
static gsize
read_character (const char *at, gunichar *code)
{
  gsize n = read_code (at, code), m;
  gunichar low;

  if (n == 0 || *code < 0xd800 || *code > 0xdbff || at[n] != '\\')
    return n;
  m = read_code (at + n + 1, &low);
  if (m == 0 || low < 0xdc00 || low > 0xdfff)
    return n;
  *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
  return n + 1 + m;
}

/* A backslash before anything else is itself, as in "\d+". Returns: bytes behind the backslash, or
 * -1 when there is no such character */
static gssize
append_escape (GString *out, const char *escape)
{
  static const char letters[] = "\"\\/'nrt", characters[] = "\"\\/'\n\r\t";
  const char *found = *escape ? strchr (letters, *escape) : NULL;
  gunichar code;
  gsize n;

  if (found)
    {
      g_string_append_c (out, characters[found - letters]);
      return 1;
    }
  n = read_character (escape, &code);
  if (n == 0)
    {
      g_string_append_c (out, '\\');
      return 0;
    }
  if (code == 0 || !g_unichar_validate (code))
    return -1;
  g_string_append_unichar (out, code);
  return (gssize)n;
}

const char *
pt_feel_lexer_decode (const PtFeelLexer *self, const PtFeelToken *token, GString *out, guint *at)
{
  const char *text = self->text + token->at + 1;
  const char *end = text + token->length - 2;

  while (text < end)
    {
      gsize plain = strcspn (text, "\\");
      gssize n;

      plain = MIN (plain, (gsize)(end - text));
      g_string_append_len (out, text, (gssize)plain);
      text += plain;
      if (text == end)
        break;
      n = append_escape (out, text + 1);
      if (n < 0)
        {
          *at = (guint)(text - self->text);
          return _ ("there is no character with this number");
        }
      text += 1 + n;
    }
  return NULL;
}

/* Returns: bytes with both quotation marks, 0 when the second is missing */
static gsize
string_length (const char *text)
{
  const char *at = text + 1;

  for (;;)
    {
      at += strcspn (at, "\"\\");
      if (*at == '"')
        return at + 1 - text;
      if (*at == '\0' || at[1] == '\0')
        return 0;
      at += 2;
    }
}

/* ----- tokens -------------------------------------------------------------------------------- */

static gsize
number_length (const char *text)
{
  gsize n = strspn (text, "0123456789"), exponent;

  if (text[n] == '.' && g_ascii_isdigit (text[n + 1]))
    n += 1 + strspn (text + n + 1, "0123456789");
  exponent = text[n] == 'e' || text[n] == 'E' ? 1 : 0;
  if (exponent && (text[n + 1] == '+' || text[n + 1] == '-'))
    exponent = 2;
  if (exponent && g_ascii_isdigit (text[n + exponent]))
    n += exponent + strspn (text + n + exponent, "0123456789");
  return n;
}

static PtFeelTokenKind
word_kind (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (*text == *keywords[i].text && strncmp (text, keywords[i].text, length) == 0
        && keywords[i].text[length] == '\0')
      return keywords[i].kind;
  return PT_TOKEN_WORD;
}

static const char *
unknown_character (const char *at)
{
  if (*at == '\'')
    return _ ("texts stand in double quotation marks: \"text\"");
  if (*at == '"')
    return _ ("expected a quotation mark (\") that ends this text");
  if (g_str_has_prefix (at, "&&"))
    return _ ("expected “and” instead of “&&”");
  if (g_str_has_prefix (at, "||"))
    return _ ("expected “or” instead of “||”");
  if (*at == '!')
    return _ ("expected “not(…)” instead of “!”");
  return _ ("this character means nothing here; expected a value, a name or an operator");
}

static PtFeelToken
scan_symbol (PtFeelLexer *self, const char *text)
{
  PtFeelToken token = { .at = self->at };

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (*text == symbols[i].text[0] && (!symbols[i].text[1] || text[1] == symbols[i].text[1]))
      {
        token.kind = symbols[i].kind;
        token.length = symbols[i].text[1] ? 2 : 1;
        return token;
      }
  token.kind = PT_TOKEN_BROKEN;
  self->message = unknown_character (text);
  return token;
}

static PtFeelToken
scan (PtFeelLexer *self, const char *text)
{
  PtFeelToken token = { .at = self->at };

  if (*text == '\0')
    return token;
  if (g_ascii_isdigit (*text) || (*text == '.' && g_ascii_isdigit (text[1])))
    {
      token.kind = PT_TOKEN_NUMBER;
      token.length = (guint)(*text == '.' ? 1 + number_length (text + 1) : number_length (text));
    }
  else if (*text == '"' && string_length (text) > 0)
    {
      token.kind = PT_TOKEN_STRING;
      token.length = (guint)string_length (text);
    }
  else if (*text == '?' && !pt_feel_is_word_char (g_utf8_get_char (text + 1)))
    {
      token.kind = PT_TOKEN_WORD;
      token.length = 1;
    }
  else if ((token.length = (guint)pt_feel_word_length (text)) > 0)
    token.kind = word_kind (text, token.length);
  else
    return scan_symbol (self, text);
  return token;
}

PtFeelToken
pt_feel_lexer_next (PtFeelLexer *self)
{
  PtFeelToken token;

  self->at += (guint)pt_feel_space_length (self->text + self->at);
  token = scan (self, self->text + self->at);
  self->at += token.length;
  self->count++;
  return token;
}
