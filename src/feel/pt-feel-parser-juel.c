/* pt-feel-parser-juel.c: expressions of engines in Java (Unified Expression Language, JSR 245) read
 * as FEEL
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What both languages can say is written down in FEEL, with brackets around each part, and parsed.
 */
#include <partitur/feel.h>

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DEPTH 50
#define MAX_LENGTH 4096 /* bytes */

typedef struct
{
  char *text;       /* (owned): in FEEL */
  gboolean is_test; /* by its shape */
  gboolean is_path; /* names and dots only */
} Said;

typedef enum
{
  TOKEN_END, /* or what is no token */
  TOKEN_NUMBER,
  TOKEN_TEXT,
  TOKEN_WORD,
  TOKEN_SIGN
} TokenKind;

typedef struct
{
  const char *at;
  TokenKind kind;
  char *token; /* (owned) */
  int depth;
  gboolean failed;
} Reader;

static const struct
{
  const char *sign, *word;
  int binding;
  const char *feel;
  gboolean is_test;
} operators[] = {
  { "||", "or", 1, "or", TRUE }, { "&&", "and", 2, "and", TRUE }, { "==", "eq", 3, "=", TRUE },
  { "!=", "ne", 3, "!=", TRUE }, { "<", "lt", 4, "<", TRUE },     { "<=", "le", 4, "<=", TRUE },
  { ">", "gt", 4, ">", TRUE },   { ">=", "ge", 4, ">=", TRUE },   { "+", "+", 5, "+", FALSE },
  { "-", "-", 5, "-", FALSE },   { "*", "*", 6, "*", FALSE },     { "/", "div", 6, "/", FALSE },
};

/* What stands before the value, between it and the argument, and behind. */
static const struct
{
  const char *name;
  guint n_arguments;
  const char *before, *between, *after;
  gboolean is_test;
} methods[] = {
  { "equals", 1, "(", " = ", ")", TRUE },
  { "equalsIgnoreCase", 1, "(lower case(", ") = lower case(", "))", TRUE },
  { "startsWith", 1, "starts with(", ", ", ")", TRUE },
  { "endsWith", 1, "ends with(", ", ", ")", TRUE },
  { "toLowerCase", 0, "lower case(", NULL, ")", FALSE },
  { "toUpperCase", 0, "upper case(", NULL, ")", FALSE },
  { "length", 0, "string length(", NULL, ")", FALSE },
  { "size", 0, "count(", NULL, ")", FALSE },
};

/* Words that are no names in FEEL, or mean something else there. */
static const char *const refused[]
    = { "mod",      "instanceof", "execution", "task",   "between", "in",    "if",
        "then",     "else",       "for",       "return", "some",    "every", "external",
        "function", "date",       "time",      "item",   "partial", NULL };

/* ----- tokens --------------------------------------------------------------------------------- */

static GRegex *
token_regex (void)
{
  static gsize once = 0;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("\\s*(?:(\\d+(?:\\.\\d+)?)"
                           "|('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
                           "|([A-Za-z_]\\w*)"
                           "|(\\|\\||&&|[=!<>]=|[-+*/<>!?:().,\\[\\]]))",
                           G_REGEX_ANCHORED | G_REGEX_DOTALL, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return regex;
}

static void
advance (Reader *self)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  g_clear_pointer (&self->token, g_free);
  self->kind = TOKEN_END;
  if (!g_regex_match (token_regex (), self->at, 0, &match))
    return;
  self->kind = g_match_info_get_match_count (match) - 1;
  self->token = g_match_info_fetch (match, self->kind);
  g_match_info_fetch_pos (match, 0, NULL, &end);
  self->at += end;
}

static gboolean
accept (Reader *self, TokenKind kind, const char *token)
{
  if (self->kind != kind || strcmp (self->token, token) != 0)
    return FALSE;
  advance (self);
  return TRUE;
}

static void
expect (Reader *self, const char *sign)
{
  if (!accept (self, TOKEN_SIGN, sign))
    self->failed = TRUE;
}

/* ----- values --------------------------------------------------------------------------------- */

static Said read_expression (Reader *self);

/* Returns: (transfer full): what a text between quotes says */
static char *
unquote (const char *token)
{
  GString *out = g_string_new (NULL);
  gsize n = strlen (token);

  for (gsize i = 1; i + 1 < n; i++)
    {
      if (token[i] == '\\')
        i++;
      g_string_append_c (out, token[i]);
    }
  return g_string_free (out, FALSE);
}

static Said
refuse (Reader *self)
{
  self->failed = TRUE;
  return (Said){ g_strdup ("null"), FALSE, FALSE };
}

/* execution.getVariable ('name') and its like: a name said in a longer way. */
static Said
read_variable (Reader *self)
{
  g_autofree char *name = NULL;

  expect (self, ".");
  if (!accept (self, TOKEN_WORD, "getVariable"))
    return refuse (self);
  expect (self, "(");
  if (self->kind != TOKEN_TEXT)
    return refuse (self);
  name = unquote (self->token);
  advance (self);
  expect (self, ")");
  if (!g_regex_match_simple ("^[A-Za-z_]\\w*$", name, 0, 0))
    return refuse (self);
  return (Said){ g_steal_pointer (&name), FALSE, TRUE };
}

static Said
read_word (Reader *self)
{
  g_autofree char *word = g_steal_pointer (&self->token);
  gboolean is_truth = strcmp (word, "true") == 0 || strcmp (word, "false") == 0;
  gboolean is_path = !is_truth && strcmp (word, "null") != 0;

  advance (self);
  if (strcmp (word, "execution") == 0)
    return read_variable (self);
  if (g_strv_contains (refused, word))
    return refuse (self);
  return (Said){ g_steal_pointer (&word), is_truth, is_path };
}

static Said
read_literal (Reader *self)
{
  g_autofree char *text = self->kind == TOKEN_TEXT ? unquote (self->token) : NULL;
  char *said = text ? pt_feel_quote (text) : g_strdup (self->token);

  advance (self);
  return (Said){ said, FALSE, FALSE };
}

static Said
read_primary (Reader *self)
{
  Said inner;

  if (self->kind == TOKEN_NUMBER || self->kind == TOKEN_TEXT)
    return read_literal (self);
  if (self->kind == TOKEN_WORD)
    return read_word (self);
  if (!accept (self, TOKEN_SIGN, "("))
    return refuse (self);
  inner = read_expression (self);
  expect (self, ")");
  inner.is_path = FALSE;
  return inner;
}

static Said
read_method (Reader *self, Said value, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    if (strcmp (name, methods[i].name) == 0)
      {
        Said argument = methods[i].n_arguments ? read_expression (self) : (Said){ NULL };
        g_autofree char *before = value.text, *between = argument.text;

        expect (self, ")");
        return (Said){ g_strconcat (methods[i].before, before,
                                    between ? methods[i].between : methods[i].after, between,
                                    between ? methods[i].after : NULL, NULL),
                       methods[i].is_test, FALSE };
      }
  g_free (value.text);
  return refuse (self);
}

static Said
read_member (Reader *self, Said value)
{
  g_autofree char *name = self->kind == TOKEN_WORD ? g_steal_pointer (&self->token) : NULL;
  g_autofree char *before = NULL;

  if (!name)
    {
      self->failed = TRUE;
      return value;
    }
  advance (self);
  if (accept (self, TOKEN_SIGN, "("))
    return read_method (self, value, name);
  before = value.text;
  return (Said){ g_strconcat (before, ".", name, NULL), FALSE, value.is_path };
}

/* Lists count from 0 here and from 1 in FEEL. */
static Said
read_item (Reader *self, Said value)
{
  g_autofree char *before = value.text;
  gint64 index = 0;

  if (self->kind != TOKEN_NUMBER
      || !g_ascii_string_to_signed (self->token, 10, 0, G_MAXINT - 1, &index, NULL))
    self->failed = TRUE;
  advance (self);
  expect (self, "]");
  return (Said){ g_strdup_printf ("%s[%" G_GINT64_FORMAT "]", before, index + 1), FALSE, FALSE };
}

static Said
read_postfix (Reader *self)
{
  Said value = read_primary (self);

  while (!self->failed)
    if (accept (self, TOKEN_SIGN, "."))
      value = read_member (self, value);
    else if (accept (self, TOKEN_SIGN, "["))
      value = read_item (self, value);
    else
      break;
  return value;
}

/* ----- operators ------------------------------------------------------------------------------ */

/* Nothing counts as false here; in FEEL its opposite would be nothing, too. */
static Said
negate (Said value)
{
  g_autofree char *text = value.text;

  return (Said){ value.is_test ? g_strdup_printf ("not(%s)", text)
                               : g_strdup_printf ("(%s != true)", text),
                 TRUE, FALSE };
}

static Said
read_empty (Reader *self)
{
  Said value = read_postfix (self);
  g_autofree char *text = value.text;

  self->failed |= !value.is_path;
  return (Said){ g_strdup_printf ("(%s = null or %s = \"\" or %s = [])", text, text, text), TRUE,
                 FALSE };
}

static Said
read_unary (Reader *self)
{
  gboolean opposite = FALSE, negative = FALSE;
  Said value;

  while (!self->failed)
    if (accept (self, TOKEN_SIGN, "!") || accept (self, TOKEN_WORD, "not"))
      opposite = !opposite;
    else if (!negative && accept (self, TOKEN_SIGN, "-"))
      negative = TRUE;
    else
      break;
  self->failed |= opposite && negative;
  value = accept (self, TOKEN_WORD, "empty") ? read_empty (self) : read_postfix (self);
  if (negative)
    {
      g_autofree char *text = value.text;

      return (Said){ g_strdup_printf ("(-%s)", text), FALSE, FALSE };
    }
  return opposite ? negate (value) : value;
}

/* Returns: the row of the operator the reader stands at, or -1 */
static int
find_operator (const Reader *self, int binding)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (operators[i].binding == binding
        && ((self->kind == TOKEN_SIGN && strcmp (self->token, operators[i].sign) == 0)
            || (self->kind == TOKEN_WORD && strcmp (self->token, operators[i].word) == 0)))
      return i;
  return -1;
}

static Said
read_binary (Reader *self, int binding)
{
  Said left;
  int row;

  if (binding > 6)
    return read_unary (self);
  left = read_binary (self, binding + 1);
  while (!self->failed && (row = find_operator (self, binding)) >= 0)
    {
      Said right;
      g_autofree char *before = left.text, *after = NULL;

      advance (self);
      right = read_binary (self, binding + 1);
      after = right.text;
      /* + of texts is refused by JUEL and joins them in FEEL. */
      self->failed |= binding == 5 && (*before == '"' || *after == '"');
      left = (Said){ g_strdup_printf ("(%s %s %s)", before, operators[row].feel, after),
                     operators[row].is_test, FALSE };
    }
  return left;
}

static Said
read_choice (Reader *self, Said test)
{
  g_autofree char *condition = test.text, *yes = NULL, *no = NULL;
  Said first, second;

  first = read_expression (self);
  expect (self, ":");
  second = self->failed ? refuse (self) : read_expression (self);
  yes = first.text;
  no = second.text;
  return (Said){ g_strdup_printf ("(if %s then %s else %s)", condition, yes, no),
                 first.is_test && second.is_test, FALSE };
}

static Said
read_expression (Reader *self)
{
  Said value;

  if (++self->depth > MAX_DEPTH)
    return refuse (self);
  value = read_binary (self, 1);
  if (accept (self, TOKEN_SIGN, "?"))
    value = read_choice (self, value);
  self->depth--;
  return value;
}

PtFeel *
pt_feel_parse_juel (const char *text, GError **error)
{
  gsize n = strlen (text);
  gboolean is_marked = n > 3 && n < MAX_LENGTH && (*text == '$' || *text == '#') && text[1] == '{'
                       && text[n - 1] == '}';
  g_autofree char *inner = is_marked ? g_strndup (text + 2, n - 3) : g_strdup ("");
  Reader reader = { .at = inner };
  g_autofree char *said = NULL;
  PtFeel *feel;

  advance (&reader);
  said = read_expression (&reader).text;
  reader.failed |= reader.kind != TOKEN_END || reader.at[strspn (reader.at, " \t\r\n")] != '\0';
  g_free (reader.token);
  feel = reader.failed ? NULL : pt_feel_parse (said, NULL, NULL);
  if (!feel)
    g_set_error (error, PT_FEEL_ERROR, PT_FEEL_ERROR_UNSUPPORTED, _ ("“%s” has no equal in FEEL"),
                 text);
  return feel;
}
