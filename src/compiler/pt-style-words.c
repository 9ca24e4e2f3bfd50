/* pt-style-words.c: whether a label says what is done
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-style-words.h"

#include <partitur/letter-case.h>

#include <string.h>

typedef enum
{
  ENGLISH,
  GERMAN,
} Language;

typedef struct
{
  Language language;
  const char *noun, *verb;
  gsize length;      /* of the noun */
  gboolean is_thing; /* too: only alone, or with what it is done to, it surely is no thing */
} Noun;

static const Noun nouns[] = {
#define PT_NOUN(language, noun, verb) { language, noun, verb, sizeof (noun) - 1, FALSE },
#define PT_THING(language, noun, verb) { language, noun, verb, sizeof (noun) - 1, TRUE },
#define PT_VERB(language, verb)
#include "pt-style-words.def"
#undef PT_NOUN
#undef PT_THING
#undef PT_VERB
};

static const struct
{
  Language language;
  const char *verb;
} verbs[] = {
#define PT_NOUN(language, noun, verb)
#define PT_THING(language, noun, verb)
#define PT_VERB(language, verb) { language, verb },
#include "pt-style-words.def"
#undef PT_NOUN
#undef PT_THING
#undef PT_VERB
};

/* A word that ends so is most likely a verb where it begins an English label. */
static const char *const verb_endings[] = { "ate", "ify", "ize", "ise" };
/* What a German word ends in before the s that joins it to the next. */
static const char *const joined[]
    = { "ung", "ion", "heit", "keit", "schaft", "tät", "rag", "ang", "aub" };
/* What begins a German verb rather than names what something is done to. */
static const char *const german_prefixes[]
    = { "vor", "nach", "wieder", "rück", "weiter", "zwischen", "gegen", "neu", "über", "unter" };
static const char *const german_articles[] = { "der ", "des ", "von ", "vom ", "einer ", "eines " };

/* ----- words -----------------------------------------------------------------------------------
 */

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

guint
pt_words_count (const char *label)
{
  gboolean inside = FALSE;
  guint n = 0, depth = 0;

  for (const char *at = label; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_joined = inside && (c == '-' || c == '\'' || c == 0x2019 || c == '/' || c == '.');

      if (c == '(' || c == '[')
        depth++;
      else if ((c == ')' || c == ']') && depth > 0)
        depth--;
      if (is_word (c) && !inside && depth == 0)
        n++;
      inside = is_word (c) || is_joined;
    }
  return n;
}

/* Returns: (transfer full): the words of @label with single spaces, as they were written */
static char *
one_line (const char *label)
{
  static const char spaces[] = " \t\n\r";
  GString *text = g_string_sized_new (strlen (label));

  for (const char *at = label + strspn (label, spaces); *at; at += strspn (at, spaces))
    {
      gsize length = strcspn (at, spaces);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, at, (gssize)length);
      at += length;
    }
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): the same in lower case */
static char *
fold (const char *label)
{
  g_autofree char *line = one_line (label);

  return pt_case_lower (line);
}

static gboolean
is_verb (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].verb, word) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (verb_endings); i++)
    if (g_str_has_suffix (word, verb_endings[i]))
      return TRUE;
  return FALSE;
}

static char *
first_word (const char *folded)
{
  return g_strndup (folded, strcspn (folded, " "));
}

gboolean
pt_words_begin_with_verb (const char *label)
{
  g_autofree char *folded = strlen (label) > PT_WORDS_MAX ? g_strdup ("") : fold (label);
  g_autofree char *first = first_word (folded);

  return is_verb (first);
}

/* ----- proposals -------------------------------------------------------------------------------
 */

static char *
capitalize (const char *text)
{
  gunichar first = g_unichar_toupper (g_utf8_get_char (text));
  char letter[7] = { 0 };

  g_unichar_to_utf8 (first, letter);
  return g_strconcat (letter, g_utf8_next_char (text), NULL);
}

static char *
put_first (const char *verb, const char *rest)
{
  g_autofree char *text = g_strconcat (verb, *rest ? " " : "", rest, NULL);

  return capitalize (text);
}

/* ----- English ---------------------------------------------------------------------------------
 */

/* "Approval of the invoice" */
static gboolean
is_noun_of (const Noun *noun, const char *line, const char *folded, char **proposal)
{
  gsize length = strlen (noun->noun);

  if (!g_str_has_prefix (folded, noun->noun) || !g_str_has_prefix (folded + length, " of "))
    return FALSE;
  *proposal = put_first (noun->verb, line + length + strlen (" of "));
  return TRUE;
}

/* Whether it has small letters: "HR" is who does it as often as what it is done to. */
static gboolean
is_plain_word (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (g_unichar_islower (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* "Invoice approval": what stands before it is not a verb ("Request approval"). */
static gboolean
ends_in_noun (const Noun *noun, const char *line, const char *folded, char **proposal)
{
  gsize length = strlen (folded), tail = strlen (noun->noun);
  g_autofree char *first = first_word (folded);
  g_autofree char *object = NULL;

  if (strcmp (folded, noun->noun) == 0)
    {
      *proposal = capitalize (noun->verb);
      return TRUE;
    }
  if (noun->is_thing || length <= tail + 1 || folded[length - tail - 1] != ' '
      || !g_str_has_suffix (folded, noun->noun) || is_verb (first) || pt_words_count (folded) > 3)
    return FALSE;
  object = g_strndup (line, length - tail - 1);
  if (is_plain_word (object))
    {
      g_autofree char *lower = pt_case_lower (object);

      *proposal = put_first (noun->verb, lower);
    }
  return TRUE;
}

/* ----- German ----------------------------------------------------------------------------------
 */

/* "Prüfung der Rechnung"; the cases of articles differ, so that the object goes without. */
static gboolean
is_noun_with_article (const Noun *noun, const char *line, const char *folded, char **proposal)
{
  gsize length = strlen (noun->noun);

  if (!g_str_has_prefix (folded, noun->noun) || folded[length] != ' ')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (german_articles); i++)
    if (g_str_has_prefix (folded + length + 1, german_articles[i]))
      {
        const char *object = line + length + 1 + strlen (german_articles[i]);

        *proposal = strchr (object, ' ') ? NULL : g_strdup_printf ("%s %s", object, noun->verb);
        return TRUE;
      }
  return FALSE;
}

/* What is done to what the first @length bytes of @line name. Whether an s at their end is the
 * word's own is known of a few only. */
static char *
propose_german (const Noun *noun, const char *line, gsize length)
{
  g_autofree char *object = g_strndup (line, length);

  if (g_str_has_suffix (object, "-"))
    object[--length] = '\0';
  if (!g_str_has_suffix (object, "s"))
    return g_strdup_printf ("%s %s", object, noun->verb);
  object[length - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (joined); i++)
    if (g_str_has_suffix (object, joined[i]))
      return g_strdup_printf ("%s %s", object, noun->verb);
  return NULL;
}

/* "Rechnungsprüfung": one word, written with a capital as nouns are. */
static gboolean
is_compound (const Noun *noun, const char *line, const char *folded, char **proposal)
{
  gsize length = strlen (folded), tail = strlen (noun->noun);

  if (strchr (folded, ' ') || !g_str_has_suffix (folded, noun->noun)
      || !g_unichar_isupper (g_utf8_get_char (line)))
    return FALSE;
  if (length == tail)
    {
      *proposal = capitalize (noun->verb);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (german_prefixes); i++)
    if (strlen (german_prefixes[i]) == length - tail
        && g_str_has_prefix (folded, german_prefixes[i]))
      return FALSE;
  if (g_utf8_strlen (folded, (gssize)(length - tail)) < 3)
    return FALSE;
  *proposal = propose_german (noun, line, length - tail);
  return TRUE;
}

/* ----- all -------------------------------------------------------------------------------------
 */

static gboolean (*const forms[][2]) (const Noun *noun,
                                     const char *line,
                                     const char *folded,
                                     char **proposal)
    = {
        [ENGLISH] = { is_noun_of, ends_in_noun },
        [GERMAN] = { is_noun_with_article, is_compound },
      };

/* As all forms do. */
static gboolean
begins_or_ends_in (const char *folded, gsize length, const Noun *noun)
{
  const char *tail;

  if (length < noun->length)
    return FALSE;
  tail = folded + length - noun->length;
  if (*folded != *noun->noun && *tail != *noun->noun)
    return FALSE;
  return memcmp (folded, noun->noun, noun->length) == 0
         || memcmp (tail, noun->noun, noun->length) == 0;
}

/* Of nouns that end alike the longest is meant: "Überprüfung" is no "Prüfung". */
gboolean
pt_words_name_no_action (const char *label, char **proposal)
{
  g_autofree char *line = NULL;
  g_autofree char *folded = NULL;
  gsize longest = 0, length;

  *proposal = NULL;
  if (strlen (label) > PT_WORDS_MAX)
    return FALSE;
  line = one_line (label);
  folded = pt_case_lower (line);
  length = strlen (folded);
  if (strlen (line) != length)
    return FALSE; /* lengths differ between cases: the words could not be taken apart */
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      const Noun *noun = &nouns[i];

      if (!begins_or_ends_in (folded, length, noun))
        continue;
      for (guint form = 0; form < G_N_ELEMENTS (forms[0]); form++)
        {
          char *found = NULL;

          if (noun->length <= longest || !forms[noun->language][form](noun, line, folded, &found))
            continue;
          longest = noun->length;
          g_free (*proposal);
          *proposal = found;
        }
    }
  return longest > 0;
}
