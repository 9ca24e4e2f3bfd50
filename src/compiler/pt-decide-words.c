/* pt-decide-words.c: the words that answers are given with
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-decide.h"

#include <partitur/letter-case.h>

/* Folded forms; a language is a few more words. */
static const struct
{
  const char *text;
  PtAnswer answer;
} answers[] = {
  /* English, German, French, Spanish, Italian, Swedish and Danish, Portuguese, Polish */
  { "yes", PT_ANSWER_YES },
  { "y", PT_ANSWER_YES },
  { "true", PT_ANSWER_YES },
  { "ok", PT_ANSWER_YES },
  { "okay", PT_ANSWER_YES },
  { "ja", PT_ANSWER_YES },
  { "oui", PT_ANSWER_YES },
  { "si", PT_ANSWER_YES },
  { "sim", PT_ANSWER_YES },
  { "tak", PT_ANSWER_YES },
  { "wahr", PT_ANSWER_YES },
  { "vrai", PT_ANSWER_YES },
  { "no", PT_ANSWER_NO },
  { "n", PT_ANSWER_NO },
  { "false", PT_ANSWER_NO },
  { "not ok", PT_ANSWER_NO },
  { "not okay", PT_ANSWER_NO },
  { "nok", PT_ANSWER_NO },
  { "nein", PT_ANSWER_NO },
  { "nicht ok", PT_ANSWER_NO },
  { "non", PT_ANSWER_NO },
  { "nej", PT_ANSWER_NO },
  { "nao", PT_ANSWER_NO },
  { "nie", PT_ANSWER_NO },
  { "falsch", PT_ANSWER_NO },
  { "faux", PT_ANSWER_NO },
  { "else", PT_ANSWER_ELSE },
  { "otherwise", PT_ANSWER_ELSE },
  { "default", PT_ANSWER_ELSE },
  { "in all other cases", PT_ANSWER_ELSE },
  { "all others", PT_ANSWER_ELSE },
  { "sonst", PT_ANSWER_ELSE },
  { "ansonsten", PT_ANSWER_ELSE },
  { "andernfalls", PT_ANSWER_ELSE },
  { "standard", PT_ANSWER_ELSE },
  { "sinon", PT_ANSWER_ELSE },
  { "autrement", PT_ANSWER_ELSE },
  { "si no", PT_ANSWER_ELSE },
  { "altrimenti", PT_ANSWER_ELSE },
  { "annars", PT_ANSWER_ELSE },
  { "ellers", PT_ANSWER_ELSE },
  { "senao", PT_ANSWER_ELSE },
  { "j", PT_ANSWER_YES },
  { "in allen anderen fallen", PT_ANSWER_ELSE },
  { "i alla andra fall", PT_ANSWER_ELSE },
  { "dans tous les autres cas", PT_ANSWER_ELSE },
  { "in tutti gli altri casi", PT_ANSWER_ELSE },
  { "en los demas casos", PT_ANSWER_ELSE },
};

/* Appends the characters of @text that @keep says, with one space for each run of others between.
 */
static char *
squeeze (const char *text, gboolean (*keep) (gunichar c))
{
  GString *line = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!keep (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      gap = FALSE;
    }
  return g_string_free (line, FALSE);
}

static gboolean
is_visible (gunichar c)
{
  return !g_unichar_isspace (c);
}

char *
pt_answer_fold (const char *text)
{
  g_autofree char *words = squeeze (text, g_unichar_isalnum);
  g_autofree char *lower = pt_case_fold (words);
  g_autofree char *plain = g_str_to_ascii (lower, "C");

  /* a script without Latin letters would fold to nothing */
  return strchr (plain, '?') ? g_steal_pointer (&lower) : g_steal_pointer (&plain);
}

char *
pt_answer_on_one_line (const char *text)
{
  return squeeze (text, is_visible);
}

PtAnswer
pt_answer_read (const char *label)
{
  g_autofree char *folded = pt_answer_fold (label);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (folded, answers[i].text))
      return answers[i].answer;
  return PT_ANSWER_OTHER;
}
