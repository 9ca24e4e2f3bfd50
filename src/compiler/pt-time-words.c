/* pt-time-words.c: the words that times are told with, in the languages groups draw in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A language is rows in the table. Words are compared after case folding and without accents, so
 * "März" and "marz" are one row; a row holds for every language that has the word.
 */
#include "pt-time-words.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct
{
  const char *words; /* separated by spaces */
  PtTimeWord word;
  double value;
} Row;

static const Row lexicon[] = {
  /* numbers */
  { "a an ein eine einen einem einer eines un une", PT_WORD_ARTICLE, 1 },
  { "one eins", PT_WORD_NUMBER, 1 },
  { "two zwei zwo deux", PT_WORD_NUMBER, 2 },
  { "three drei trois", PT_WORD_NUMBER, 3 },
  { "four vier quatre", PT_WORD_NUMBER, 4 },
  { "five funf fuenf cinq", PT_WORD_NUMBER, 5 },
  { "six sechs", PT_WORD_NUMBER, 6 },
  { "seven sieben sept", PT_WORD_NUMBER, 7 },
  { "eight acht huit", PT_WORD_NUMBER, 8 },
  { "nine neun neuf", PT_WORD_NUMBER, 9 },
  { "ten zehn dix", PT_WORD_NUMBER, 10 },
  { "eleven elf onze", PT_WORD_NUMBER, 11 },
  { "twelve zwolf zwoelf douze", PT_WORD_NUMBER, 12 },
  { "fourteen vierzehn quatorze", PT_WORD_NUMBER, 14 },
  { "fifteen funfzehn fuenfzehn quinze", PT_WORD_NUMBER, 15 },
  { "twenty zwanzig vingt", PT_WORD_NUMBER, 20 },
  { "thirty dreissig trente", PT_WORD_NUMBER, 30 },
  { "half halb halbe halben halber halbes", PT_WORD_HALF, 0.5 },
  { "anderthalb eineinhalb", PT_WORD_NUMBER, 1.5 },
  { "st nd rd th", PT_WORD_SUFFIX, 0 },

  /* units */
  { "year years yr yrs jahr jahre jahren jahres an ans annee annees", PT_WORD_UNIT, PT_UNIT_YEAR },
  { "month months monat monate monaten monats mois", PT_WORD_UNIT, PT_UNIT_MONTH },
  { "week weeks wk wks woche wochen semaine semaines", PT_WORD_UNIT, PT_UNIT_WEEK },
  { "day days d tag tage tagen tages jour jours", PT_WORD_UNIT, PT_UNIT_DAY },
  { "hour hours hr hrs h stunde stunden std heure heures", PT_WORD_UNIT, PT_UNIT_HOUR },
  { "minute minutes min mins minuten", PT_WORD_UNIT, PT_UNIT_MINUTE },
  { "second seconds sec secs s sekunde sekunden sek seconde secondes", PT_WORD_UNIT,
    PT_UNIT_SECOND },

  /* repetition */
  { "every each jede jeden jeder jedes jedem alle chaque tous toutes", PT_WORD_EVERY, 0 },
  { "yearly annually jahrlich jaehrlich", PT_WORD_PERIODIC, PT_UNIT_YEAR },
  { "monthly monatlich", PT_WORD_PERIODIC, PT_UNIT_MONTH },
  { "weekly wochentlich woechentlich", PT_WORD_PERIODIC, PT_UNIT_WEEK },
  { "daily taglich taeglich", PT_WORD_PERIODIC, PT_UNIT_DAY },
  { "hourly stundlich stuendlich", PT_WORD_PERIODIC, PT_UNIT_HOUR },

  /* days and months */
  { "monday mon montag lundi", PT_WORD_WEEKDAY, 0 },
  { "tuesday tue tues dienstag mardi", PT_WORD_WEEKDAY, 1 },
  { "wednesday wed mittwoch mercredi", PT_WORD_WEEKDAY, 2 },
  { "thursday thu thurs donnerstag jeudi", PT_WORD_WEEKDAY, 3 },
  { "friday fri freitag vendredi", PT_WORD_WEEKDAY, 4 },
  { "saturday sat samstag sonnabend samedi", PT_WORD_WEEKDAY, 5 },
  { "sunday sun sonntag dimanche", PT_WORD_WEEKDAY, 6 },
  { "mondays montags", PT_WORD_WEEKDAYS, 0 },
  { "tuesdays dienstags", PT_WORD_WEEKDAYS, 1 },
  { "wednesdays mittwochs", PT_WORD_WEEKDAYS, 2 },
  { "thursdays donnerstags", PT_WORD_WEEKDAYS, 3 },
  { "fridays freitags", PT_WORD_WEEKDAYS, 4 },
  { "saturdays samstags sonnabends", PT_WORD_WEEKDAYS, 5 },
  { "sundays sonntags", PT_WORD_WEEKDAYS, 6 },
  { "january januar janner jan janvier", PT_WORD_MONTH, 1 },
  { "february februar feb fevrier", PT_WORD_MONTH, 2 },
  { "march marz maerz mars", PT_WORD_MONTH, 3 },
  { "april apr avril", PT_WORD_MONTH, 4 },
  { "may mai", PT_WORD_MONTH, 5 },
  { "june juni jun juin", PT_WORD_MONTH, 6 },
  { "july juli jul juillet", PT_WORD_MONTH, 7 },
  { "august aug aout", PT_WORD_MONTH, 8 },
  { "september sep sept septembre", PT_WORD_MONTH, 9 },
  { "october oktober oct okt octobre", PT_WORD_MONTH, 10 },
  { "november nov novembre", PT_WORD_MONTH, 11 },
  { "december dezember dec dez decembre", PT_WORD_MONTH, 12 },

  /* the clock */
  { "at um gegen", PT_WORD_AT, 0 },
  { "oclock uhr", PT_WORD_OCLOCK, 0 },
  { "am", PT_WORD_AM, 0 },
  { "pm", PT_WORD_PM, 0 },
  { "noon midday mittag mittags", PT_WORD_CLOCK, 12 * 60 },
  { "midnight mitternacht", PT_WORD_CLOCK, 0 },

  /* what nobody can tell an engine */
  { "end ende beginning begin start anfang beginn middle mitte last letzte letzten letzter first "
    "erste "
    "ersten erster next nachste nachsten nachster naechste naechsten naechster before vor bevor "
    "avant "
    "until till bis working business workday workdays weekday weekdays werktag werktage werktagen "
    "werktags arbeitstag arbeitstage arbeitstagen ouvrable ouvrables morning mornings evening "
    "evenings "
    "night morgens vormittags nachmittags abends nachts quarter quarterly quartal quartals other "
    "once "
    "twice einmal zweimal few several some couple einige einigen mehrere soon bald later spater "
    "spaeter tomorrow morgen today heute season holiday holidays",
    PT_WORD_VAGUE, 0 },
};

/* Builds the word → row table once. */
static gpointer
build_index (gpointer unused)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lexicon); i++)
    {
      g_auto (GStrv) words = g_strsplit (lexicon[i].words, " ", -1);

      for (guint w = 0; words[w]; w++)
        if (!g_hash_table_contains (index, words[w]))
          g_hash_table_insert (index, g_strdup (words[w]), (gpointer)&lexicon[i]);
    }
  return index;
}

static const Row *
look_up (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_lookup (g_once (&once, build_index, NULL), word);
}

/* ----- groups of digits
 * --------------------------------------------------------------------------- */

/* The named groups of the expression below; the first that matched decides. */
typedef struct
{
  const char *group;
  PtTimeToken (*read) (const char *text);
} Pattern;

static PtTimeToken
read_date (const char *text)
{
  int year = 0, month = 0, day = 0;

  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3)
    sscanf (text, "%2d. %2d. %4d", &day, &month, &year);
  return (PtTimeToken){ PT_WORD_DATE, year * 10000 + month * 100 + day };
}

static PtTimeToken
read_clock (const char *text)
{
  int hour = 0, minute = 0;

  sscanf (text, "%2d:%2d", &hour, &minute);
  return (PtTimeToken){ hour <= 24 && minute < 60 ? PT_WORD_CLOCK : PT_WORD_VAGUE,
                        hour * 60 + minute };
}

static PtTimeToken
read_ordinal (const char *text)
{
  return (PtTimeToken){ PT_WORD_ORDINAL, strtol (text, NULL, 10) };
}

static PtTimeToken
read_number (const char *text)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');

  return (PtTimeToken){ PT_WORD_NUMBER, g_ascii_strtod (point, NULL) };
}

static PtTimeToken
read_word (const char *text)
{
  const Row *row = look_up (text);

  return row ? (PtTimeToken){ row->word, row->value } : (PtTimeToken){ PT_WORD_OTHER, 0 };
}

static const Pattern patterns[] = {
  { "date", read_date },     { "clock", read_clock }, { "ordinal", read_ordinal },
  { "number", read_number }, { "word", read_word },
};

static const char expression[] = "(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\. ?\\d{1,2}\\. ?\\d{4})"
                                 "|(?<clock>\\d{1,2}:\\d{2})(?::\\d{2})?"
                                 "|(?<ordinal>\\d{1,4})\\.(?!\\d)"
                                 "|(?<number>\\d{1,9}(?:[.,]\\d{1,3})?)"
                                 "|(?<word>[a-z]+)";

static gpointer
compile_expression (gpointer unused)
{
  GRegex *regex = g_regex_new (expression, G_REGEX_OPTIMIZE, 0, NULL);

  g_assert (regex);
  return regex;
}

/* Folds case and accents; "o'clock" and "o’clock" become one word. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_strdown (valid, -1);
  g_autofree char *ascii = g_str_to_ascii (lower, "C");
  GString *folded = g_string_new (NULL);

  for (const char *at = ascii; *at; at++)
    if (*at != '\'')
      g_string_append_c (folded, g_ascii_tolower (*at));
  return g_string_free (folded, FALSE);
}

static PtTimeToken
token_of (GMatchInfo *match)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *text = g_match_info_fetch_named (match, patterns[i].group);

      if (text && *text)
        return patterns[i].read (text);
    }
  return (PtTimeToken){ PT_WORD_OTHER, 0 };
}

GArray *
pt_time_tokenize (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  GRegex *regex = g_once (&once, compile_expression, NULL);
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (PtTimeToken));
  g_autofree char *folded = fold (text);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, folded, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      PtTimeToken token = token_of (match);

      if (token.word != PT_WORD_OTHER)
        g_array_append_val (tokens, token);
    }
  return tokens;
}
