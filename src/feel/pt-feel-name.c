/* pt-feel-name.c: texts as literals, words as variable names
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/feel.h>

char *
pt_feel_quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = text; *at; at++)
    switch (*at)
      {
      case '"':
      case '\\':
        g_string_append_printf (quoted, "\\%c", *at);
        break;
      case '\n':
        g_string_append (quoted, "\\n");
        break;
      case '\r':
        g_string_append (quoted, "\\r");
        break;
      case '\t':
        g_string_append (quoted, "\\t");
        break;
      default:
        g_string_append_c (quoted, *at);
      }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* Words that are no variable in at least one of FEEL, JUEL, Python and JavaScript. */
static const char *const keywords[] = {
  "and",       "as",        "assert",   "async",      "await",     "between",   "break",
  "case",      "catch",     "class",    "const",      "continue",  "date",      "debugger",
  "def",       "default",   "del",      "delete",     "div",       "do",        "duration",
  "elif",      "else",      "empty",    "enum",       "eq",        "every",     "except",
  "execution", "export",    "extends",  "external",   "false",     "finally",   "for",
  "from",      "function",  "ge",       "global",     "gt",        "if",        "implements",
  "import",    "in",        "instance", "instanceof", "interface", "is",        "lambda",
  "le",        "let",       "list",     "lt",         "mod",       "ne",        "new",
  "nonlocal",  "not",       "null",     "of",         "or",        "package",   "pass",
  "private",   "protected", "public",   "raise",      "return",    "satisfies", "some",
  "static",    "super",     "switch",   "task",       "then",      "this",      "throw",
  "time",      "true",      "try",      "typeof",     "var",       "void",      "while",
  "with",      "yield",     NULL,
};

/* Words but the first begin with a capital; a name does not begin with a digit. */
static void
append_letter (GString *name, char c, gboolean starts_word)
{
  if (name->len == 0 && g_ascii_isdigit (c))
    g_string_append_c (name, 'n');
  g_string_append_c (name,
                     starts_word && name->len > 0 ? g_ascii_toupper (c) : g_ascii_tolower (c));
}

char *
pt_feel_make_name (const char *words)
{
  g_autofree char *valid = g_str_is_ascii (words) ? NULL : g_utf8_make_valid (words, -1);
  g_autofree char *ascii = valid ? g_str_to_ascii (valid, "de") : g_strdup (words);
  GString *name = g_string_new (NULL);
  char before = ' ';

  for (const char *at = ascii; *at; at++)
    {
      gboolean camel = g_ascii_islower (before) && g_ascii_isupper (*at);

      if (*at == '\'')
        continue;
      if (g_ascii_isalnum (*at))
        append_letter (name, *at, camel || !g_ascii_isalnum (before));
      before = *at;
    }
  if (name->len == 0)
    g_string_assign (name, "value");
  if (g_strv_contains (keywords, name->str))
    g_string_append (name, "Value");
  return g_string_free (name, FALSE);
}
