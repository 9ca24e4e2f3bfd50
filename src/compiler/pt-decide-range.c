/* pt-decide-range.c: labels that say between which numbers something lies
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-decide-range.h"

#include <partitur/letter-case.h>

#include "pt-numeral.h"

#include <math.h>
#include <string.h>

/* What stands before or behind a number, folded. */
static const struct
{
  const char *op;
  const char *const before[30];
  const char *const behind[40];
} bounds[] = {
  { "<", { "<",           "less than",    "fewer than",    "under",
           "below",       "smaller than", "weniger als",   "unter",
           "kleiner als", "kleiner",      "mindre än",     "lägre än",
           "moins de",    "inférieur à",  "inférieure à",  "en dessous de",
           "meno di",     "inferiore a",  "sotto",         "sotto i",
           "menos de",    "inferior a",   "por debajo de", NULL } },
  { "<=",
    { "<=",         "≤",     "=<",          "up to",   "at most", "no more than", "not more than",
      "max",        "max.",  "maximum",     "bis",     "bis zu",  "höchstens",    "maximal",
      "upp till",   "högst", "som mest",    "jusqu'à", "jusqu’à", "au plus",      "fino a",
      "al massimo", "hasta", "como máximo", NULL },
    { "or less",      "or fewer",     "and less",      "or under",     "and under",
      "or below",     "and below",    "or younger",    "and younger",  "or lower",
      "and lower",    "or smaller",   "oder weniger",  "und weniger",  "oder jünger",
      "und jünger",   "oder kleiner", "oder darunter", "und darunter", "oder niedriger",
      "eller mindre", "eller färre",  "eller lägre",   "eller yngre",  "och yngre",
      "eller under",  "ou moins",     "et moins",      "ou inférieur", "o meno",
      "o inferiore",  "o menos",      "o inferior",    "y menos",      NULL } },
  { ">", { ">",          "more than",   "over",    "above",       "greater than", "larger than",
           "exceeds",    "mehr als",    "über",    "größer als",  "größer",       "mer än",
           "över",       "större än",   "plus de", "supérieur à", "supérieure à", "au-dessus de",
           "più di",     "superiore a", "oltre",   "oltre i",     "más de",       "mayor que",
           "superior a", NULL } },
  { ">=",
    { ">=",
      "≥",
      "=>",
      "at least",
      "no less than",
      "not less than",
      "from",
      "min",
      "min.",
      "minimum",
      "mindestens",
      "ab",
      "minst",
      "från",
      "au moins",
      "à partir de",
      "dès",
      "almeno",
      "a partire da",
      "al menos",
      "a partir de",
      "desde",
      NULL },
    { "or more",     "and more",     "and above",   "and up",    "or above",    "or over",
      "and over",    "or older",     "and older",   "or higher", "and higher",  "or larger",
      "oder mehr",   "und mehr",     "oder älter",  "und älter", "oder höher",  "und höher",
      "oder größer", "oder darüber", "und darüber", "eller mer", "eller fler",  "eller högre",
      "och högre",   "eller äldre",  "och äldre",   "och uppåt", "eller över",  "ou plus",
      "et plus",     "ou supérieur", "o più",       "e oltre",   "o superiore", "o más",
      "y más",       "o superior",   "+",           NULL } },
  { "=",
    { "", "=", "exactly", "genau", "exakt", "exactement", "esattamente", "exactamente", NULL },
    { "", NULL } },
};

static const char *const openings[]
    = { "",   "between", "from", "zwischen", "von", "mellan", "från", "entre",
        "de", "tra",     "fra",  "da",       "di",  "desde",  NULL };
static const char *const separators[]
    = { "-",      "–",   "—", "..", "...", "…",  "to", "till", "until", "and",   "bis", "und",
        "bis zu", "och", "à", "et", "a",   "al", "e",  "ed",   "y",     "hasta", NULL };

#define MAX_LENGTH 200 /* bytes: what is longer is a sentence */

/* ----- words ---------------------------------------------------------------------------------- */

/* Returns: (transfer full): in small letters, with single spaces and without any at the ends */
static char *
fold (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *small = pt_case_lower (copy);
  g_auto (GStrv) words = g_strsplit_set (small, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (*words[i] && strcmp (words[i], "\302\240") != 0)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static gboolean
is_currency (const char *word)
{
  static const char *const all[] = { "€",   "$",   "£",   "¥",  "eur", "euro", "euros", "usd",
                                     "sek", "chf", "fr.", "kr", "kr.", "gbp",  NULL };

  return g_strv_contains (all, word);
}

/* A currency may stand before the number. Returns: (transfer full): @words without it */
static char *
drop_currency (const char *words, char **unit)
{
  const char *last = strrchr (words, ' ');

  if (!is_currency (last ? last + 1 : words))
    return g_strdup (words);
  g_free (*unit);
  *unit = g_strdup (last ? last + 1 : words);
  return last ? g_strndup (words, (gsize)(last - words)) : g_strdup ("");
}

/* What is left of @words when they end with one of @all. Returns: (transfer full) (nullable) */
static char *
drop_ending (const char *words, const char *const *all)
{
  for (guint i = 0; all[i]; i++)
    if (g_str_has_suffix (words, all[i]))
      {
        gsize left = strlen (words) - strlen (all[i]);

        if (left == 0 || words[left - 1] == ' ' || !*all[i] || g_ascii_ispunct (*all[i]))
          return fold (words, left);
      }
  return NULL;
}

/* What would go on after it says more than the number. */
static gboolean
begins_with_conjunction (const char *words)
{
  static const char *const all[]
      = { "and ", "or ", "und ", "oder ", "och ", "eller ", "et ", "ou ", "e ", "o ", "y " };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_has_prefix (words, all[i]))
      return TRUE;
  return FALSE;
}

/* Two words at most, and no sign: more is a sentence. */
static gboolean
is_unit (const char *words)
{
  const char *space = strchr (words, ' ');

  return !begins_with_conjunction (words) && !strpbrk (words, "<>=+?!,;:&|")
         && (!space || !strchr (space + 1, ' '));
}

/* ----- numbers -------------------------------------------------------------------------------- */

static gpointer
compile_numeral (gpointer unused)
{
  GRegex *regex = g_regex_new (PT_NUMERAL, G_REGEX_OPTIMIZE, 0, NULL);

  g_assert (regex);
  return regex;
}

/* Compiled once: every label is looked at. */
static const GRegex *
numeral (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, compile_numeral, NULL);
}

/* ----- scales ----------------------------------------------------------------------------------
 */

/* Words behind a number that multiply it; the short ones only with a currency, for “5 m” are
 * metres. */
static const struct
{
  double factor;
  gboolean is_short;
  const char *words; /* with a space around each */
} scales[] = {
  { 1e3, FALSE, " thousand tausend tsd tsd. tusen mille mila mil k tkr t€ teur keur k€ k$ k£ " },
  { 1e6, FALSE,
    " million millions millionen mio mio. miljon miljoner milj milj. milione milioni millón "
    "millones "
    "mkr mn meur m€ mio€ " },
  { 1e6, TRUE, " m " },
  { 1e9, FALSE,
    " billion billions milliarde milliarden mrd mrd. miljard miljarder milliard milliards "
    "miliardo miliardi " },
  { 1e2, FALSE, " hundred hundert hundra " },
  { 12, FALSE, " dozen dutzend dussin douzaine dozzina docena " },
};

/* What is left of @unit without a word that multiplies, and without “of” behind it. Returns:
 * (transfer full)
 */
static char *
take_scale (const char *unit, gboolean is_money, double *factor)
{
  g_auto (GStrv) words = g_strsplit (unit, " ", 2);
  g_autofree char *word = words[0] ? g_strdup_printf (" %s ", words[0]) : g_strdup ("");
  const char *rest = words[0] && words[1] ? words[1] : "";

  *factor = 1;
  for (guint i = 0; i < G_N_ELEMENTS (scales) && *factor == 1; i++)
    if (*word && strstr (scales[i].words, word)
        && (!scales[i].is_short || is_money || is_currency (rest)))
      *factor = scales[i].factor;
  if (*factor == 1)
    return g_strdup (unit);
  for (guint i = 0; i < 2; i++)
    if (g_str_has_prefix (rest, i == 0 ? "de " : "d'"))
      rest += i == 0 ? strlen ("de ") : strlen ("d'");
  return g_strdup (rest);
}

/* Returns: (transfer full): as FEEL writes it */
static char *
scale (const char *number, double factor)
{
  double scaled = round (g_ascii_strtod (number, NULL) * factor * 1000) / 1000;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (factor == 1)
    return g_strdup (number);
  return g_strdup (
      g_ascii_formatd (buffer, sizeof buffer, scaled == floor (scaled) ? "%.0f" : "%.12g", scaled));
}

/* ----- ranges --------------------------------------------------------------------------------- */

static PtRange *
range_new (char *test, char *unit, gboolean is_exact)
{
  PtRange *self = g_new (PtRange, 1);

  *self = (PtRange){ test, unit, is_exact };
  return self;
}

/* @before, @behind: (transfer none): what stands around the number */
static PtRange *
read_bound (const char *before, const char *behind, const char *number)
{
  g_autofree char *unit = g_strdup ("");
  g_autofree char *word = drop_currency (before, &unit);
  g_autofree char *left = NULL, *scaled = NULL;
  double factor;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      gboolean is_before = g_strv_contains (bounds[i].before, word);
      g_autofree char *rest = is_before       ? g_strdup (behind)
                              : *word != '\0' ? NULL
                                              : drop_ending (behind, bounds[i].behind);

      if (!rest || (!is_before && !*bounds[i].behind) || !is_unit (rest))
        continue;
      left = take_scale (rest, *unit != '\0', &factor);
      scaled = scale (number, factor);
      return range_new (g_strdup_printf ("%s %s", bounds[i].op, scaled),
                        g_strdup (*left ? left : unit),
                        *word == '\0' && strcmp (bounds[i].op, "=") == 0);
    }
  return NULL;
}

static PtRange *
read_between (const char *before, const char *middle, const char *behind, char *const numbers[2])
{
  g_autofree char *unit = g_strdup ("");
  g_autofree char *word = drop_currency (before, &unit);
  g_autofree char *separator = drop_currency (middle, &unit);
  g_autofree char *first = drop_ending (separator, separators);
  g_autofree char *left = NULL, *from = NULL, *to = NULL;
  double factor;

  if (!g_strv_contains (openings, word) || !first || !is_unit (behind)
      || (*first && *behind && strcmp (first, behind) != 0) || !is_unit (first))
    return NULL;
  left = take_scale (*behind ? behind : first, *unit != '\0', &factor);
  from = scale (numbers[0], factor);
  to = scale (numbers[1], factor);
  return range_new (g_strdup_printf ("[%s..%s]", from, to), g_strdup (*left ? left : unit), FALSE);
}

PtRange *
pt_range_read (const char *label)
{
  g_autoptr (GMatchInfo) match = NULL;
  char *numbers[3] = { NULL }, *around[4] = { NULL };
  int begin, end = 0, last = 0;
  guint n = 0;
  PtRange *range = NULL;

  if (!strpbrk (label, "0123456789") || strlen (label) > MAX_LENGTH
      || !g_utf8_validate (label, -1, NULL))
    return NULL;
  for (g_regex_match (numeral (), label, 0, &match); n < 3 && g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 0);

      g_match_info_fetch_pos (match, 0, &begin, &end);
      around[n] = fold (label + last, (gsize)(begin - last));
      numbers[n++] = pt_numeral_plain (number);
      last = end;
    }
  around[n] = fold (label + last, strlen (label + last));
  if (n == 1)
    range = read_bound (around[0], around[1], numbers[0]);
  else if (n == 2)
    range = read_between (around[0], around[1], around[2], numbers);
  for (guint i = 0; i < 4; i++)
    g_free (around[i]);
  for (guint i = 0; i < 3; i++)
    g_free (numbers[i]);
  return range;
}

void
pt_range_free (PtRange *self)
{
  g_free (self->test);
  g_free (self->unit);
  g_free (self);
}

char *
pt_range_to_feel (const PtRange *self, const char *variable)
{
  return g_strdup_printf (*self->test == '[' ? "%s in %s" : "%s %s", variable, self->test);
}
