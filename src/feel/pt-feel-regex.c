/* pt-feel-regex.c: regular expressions as FEEL has them, in the words of GLib's
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-regex.h"

#include <string.h>

/* Steps one match may take: some milliseconds. */
#define LIMIT "(*LIMIT_MATCH=200000)"

/* Translation: a pattern being rewritten. */
typedef struct
{
  const char *at;
  GString *out;
  gboolean dot_all, strip;
  gboolean is_wrong;
} Translation;

/* ----- escapes ------------------------------------------------------------------------------- */

#define NAME_START "\\p{L}\\p{Nl}:_"
#define NAME_PART NAME_START "\\p{Nd}\\p{Mn}\\p{Mc}.\\-\\x{b7}"

/* Blocks of Unicode by their names without spaces; those in use where people write rules. */
static const struct
{
  const char *name, *range;
} blocks[] = {
  { "IsBasicLatin", "\\x{0}-\\x{7f}" },
  { "IsLatin-1Supplement", "\\x{80}-\\x{ff}" },
  { "IsLatinExtended-A", "\\x{100}-\\x{17f}" },
  { "IsLatinExtended-B", "\\x{180}-\\x{24f}" },
  { "IsIPAExtensions", "\\x{250}-\\x{2af}" },
  { "IsSpacingModifierLetters", "\\x{2b0}-\\x{2ff}" },
  { "IsCombiningDiacriticalMarks", "\\x{300}-\\x{36f}" },
  { "IsGreek", "\\x{370}-\\x{3ff}" },
  { "IsGreekandCoptic", "\\x{370}-\\x{3ff}" },
  { "IsCyrillic", "\\x{400}-\\x{4ff}" },
  { "IsArmenian", "\\x{530}-\\x{58f}" },
  { "IsHebrew", "\\x{590}-\\x{5ff}" },
  { "IsArabic", "\\x{600}-\\x{6ff}" },
  { "IsThai", "\\x{e00}-\\x{e7f}" },
  { "IsHangulJamo", "\\x{1100}-\\x{11ff}" },
  { "IsLatinExtendedAdditional", "\\x{1e00}-\\x{1eff}" },
  { "IsGreekExtended", "\\x{1f00}-\\x{1fff}" },
  { "IsGeneralPunctuation", "\\x{2000}-\\x{206f}" },
  { "IsCurrencySymbols", "\\x{20a0}-\\x{20cf}" },
  { "IsArrows", "\\x{2190}-\\x{21ff}" },
  { "IsMathematicalOperators", "\\x{2200}-\\x{22ff}" },
  { "IsHiragana", "\\x{3040}-\\x{309f}" },
  { "IsKatakana", "\\x{30a0}-\\x{30ff}" },
  { "IsCJKUnifiedIdeographs", "\\x{4e00}-\\x{9fff}" },
  { "IsHangulSyllables", "\\x{ac00}-\\x{d7a3}" },
};

static void
wrong (Translation *self)
{
  self->is_wrong = TRUE;
  self->at += strlen (self->at);
}

/* Behind \p or \P: a category such as Lu, or a block. */
static void
translate_category (Translation *self, char letter, gboolean in_class)
{
  gsize n = strcspn (self->at, "}");
  g_autofree char *name = *self->at == '{' && self->at[n] ? g_strndup (self->at + 1, n - 1) : NULL;

  if (!name)
    {
      wrong (self);
      return;
    }
  self->at += n + 1;
  if (!g_str_has_prefix (name, "Is"))
    {
      g_string_append_printf (self->out, "\\%c{%s}", letter, name);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (g_str_equal (blocks[i].name, name) && !(in_class && letter == 'P'))
      {
        g_string_append_printf (self->out,
                                in_class        ? "%s%s"
                                : letter == 'P' ? "[^%s%s]"
                                                : "[%s%s]",
                                blocks[i].range, "");
        return;
      }
  wrong (self);
}

static void
translate_name_escape (Translation *self, char letter, gboolean in_class)
{
  const char *set = g_ascii_tolower (letter) == 'i' ? NAME_START : NAME_PART;

  if (in_class && g_ascii_isupper (letter))
    wrong (self);
  else
    g_string_append_printf (self->out,
                            in_class                   ? "%s"
                            : g_ascii_isupper (letter) ? "[^%s]"
                                                       : "[%s]",
                            set);
}

/* What stands behind a backslash; other letters have no meaning. */
static void
translate_escape (Translation *self, gboolean in_class)
{
  char letter;

  self->at++;
  while (self->strip && g_ascii_isspace (*self->at))
    self->at++;
  letter = *self->at;
  if (letter)
    self->at++;
  if (letter == 'p' || letter == 'P')
    translate_category (self, letter, in_class);
  else if (letter && strchr ("iIcC", letter))
    translate_name_escape (self, letter, in_class);
  else if (letter
           && (strchr ("nrt\\|.?*+(){}-[]^$sSdDwW", letter)
               || (!in_class && letter >= '1' && letter <= '9')))
    g_string_append_printf (self->out, "\\%c", letter);
  else
    wrong (self);
}

/* ----- classes ------------------------------------------------------------------------------- */

static void translate_class (Translation *self);

/* “[A-Z-[OI]]”: what is subtracted must not stand there. */
static void
translate_subtraction (Translation *self, gsize start)
{
  g_autofree char *class = g_strdup (self->out->str + start);

  g_string_truncate (self->out, start);
  self->at++;
  g_string_append (self->out, "(?!");
  translate_class (self);
  g_string_append_printf (self->out, ")%s]", class);
  if (*self->at == ']')
    self->at++;
  else
    wrong (self);
}

static void
translate_class (Translation *self)
{
  gsize start = self->out->len;
  gboolean is_empty = TRUE;

  g_string_append_c (self->out, *self->at++);
  if (*self->at == '^')
    g_string_append_c (self->out, *self->at++);
  for (;; is_empty = FALSE)
    {
      if (*self->at == '\0' || (*self->at == ']' && is_empty) || *self->at == '[')
        {
          wrong (self);
          return;
        }
      if (*self->at == ']')
        break;
      if (self->at[0] == '-' && self->at[1] == '[')
        {
          translate_subtraction (self, start);
          return;
        }
      if (*self->at == '\\')
        translate_escape (self, TRUE);
      else
        g_string_append_c (self->out, *self->at++);
    }
  g_string_append_c (self->out, *self->at++);
}

/* ----- patterns ------------------------------------------------------------------------------ */

static void
translate_one (Translation *self)
{
  char c = *self->at;

  if (c == '\\')
    translate_escape (self, FALSE);
  else if (c == '[')
    translate_class (self);
  else if (c == '(' && self->at[1] == '?' && self->at[2] != ':')
    wrong (self);
  else if (c == '.' && !self->dot_all)
    {
      g_string_append (self->out, "[^\\n\\r]");
      self->at++;
    }
  else
    g_string_append_c (self->out, *self->at++);
}

/* With the flag x, white space outside of classes does not count. */
static char *
strip_space (const char *pattern)
{
  GString *out = g_string_new (NULL);
  int depth = 0;

  for (const char *at = pattern; *at; at++)
    {
      if (*at == '\\' && at[1] && !g_ascii_isspace (at[1]))
        {
          g_string_append_c (out, *at++);
          g_string_append_c (out, *at);
          continue;
        }
      depth += (*at == '[') - (*at == ']' && depth > 0);
      if (depth > 0 || !g_ascii_isspace (*at))
        g_string_append_c (out, *at);
    }
  return g_string_free (out, FALSE);
}

static char *
translate (const char *pattern, gboolean dot_all, gboolean strip)
{
  g_autofree char *stripped = strip ? strip_space (pattern) : g_strdup (pattern);
  Translation self = { stripped, g_string_new (NULL), dot_all, strip, FALSE };

  while (*self.at)
    translate_one (&self);
  return g_string_free (self.out, self.is_wrong);
}

GRegex *
pt_feel_regex_new (const char *pattern, const char *flags)
{
  GRegexCompileFlags options = G_REGEX_DOLLAR_ENDONLY;
  g_autofree char *translated = NULL, *limited = NULL;
  gboolean plain = strchr (flags, 'q') != NULL;

  if (strspn (flags, "smixq") != strlen (flags))
    return NULL;
  if (strchr (flags, 'i'))
    options |= G_REGEX_CASELESS;
  if (strchr (flags, 'm') && !plain)
    options |= G_REGEX_MULTILINE;
  if (strchr (flags, 's'))
    options |= G_REGEX_DOTALL;
  translated = plain
                   ? g_regex_escape_string (pattern, -1)
                   : translate (pattern, strchr (flags, 's') != NULL, strchr (flags, 'x') != NULL);
  limited = translated ? g_strconcat (LIMIT, translated, NULL) : NULL;
  return limited ? g_regex_new (limited, options, G_REGEX_MATCH_NEWLINE_LF, NULL) : NULL;
}

int
pt_feel_regex_matches (const GRegex *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean matches = g_regex_match_full (self, text, -1, 0, 0, NULL, &error);

  return error ? -1 : matches;
}

/* ----- replacing ----------------------------------------------------------------------------- */

/* As many digits as still name a group. */
static const char *
append_group (const GMatchInfo *match, const char *at, int n_groups, GString *out)
{
  int group = *at++ - '0';
  g_autofree char *text = NULL;

  while (g_ascii_isdigit (*at) && group * 10 + (*at - '0') <= n_groups)
    group = group * 10 + (*at++ - '0');
  text = g_match_info_fetch (match, group);
  if (text)
    g_string_append (out, text);
  return at;
}

typedef struct
{
  const char *replacement;
  int n_groups;
} Replacing;

static gboolean
append_replacement (const GMatchInfo *match, GString *out, gpointer user_data)
{
  const Replacing *self = user_data;

  for (const char *at = self->replacement; *at;)
    if (*at == '$')
      at = append_group (match, at + 1, self->n_groups, out);
    else if (*at == '\\')
      {
        g_string_append_c (out, at[1]);
        at += 2;
      }
    else
      g_string_append_c (out, *at++);
  return FALSE;
}

static gboolean
is_replacement (const char *text)
{
  for (; *text; text++)
    if (*text == '\\')
      {
        if (text[1] != '\\' && text[1] != '$')
          return FALSE;
        text++;
      }
    else if (*text == '$' && !g_ascii_isdigit (text[1]))
      return FALSE;
  return TRUE;
}

char *
pt_feel_regex_replace (const GRegex *self, const char *text, const char *replacement)
{
  Replacing replacing = { replacement, g_regex_get_capture_count (self) };

  if (!is_replacement (replacement) || pt_feel_regex_matches (self, "") != 0)
    return NULL;
  return g_regex_replace_eval (self, text, -1, 0, 0, append_replacement, &replacing, NULL);
}
