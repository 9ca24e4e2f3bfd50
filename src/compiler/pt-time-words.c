/* pt-time-words.c: the words that times are told with, in the languages groups draw in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A language is rows in the table. Words are compared after case folding and without accents, so
 * "März" and "marz" are one row; a row holds for every language that has the word.
 */
#include "pt-time-words.h"

#include <partitur/letter-case.h>

#include "pt-numeral.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *words; /* separated by spaces */
  PtTimeWord word;
  double value;
} Row;

/* English, German, Swedish, Italian, French, Spanish; “en” is an article in Swedish and a
 * preposition in two others. */
static const Row lexicon[] = {
  /* numbers */
  { "a an ein eine einen einem einer eines un une una", PT_WORD_ARTICLE, 1 },
  { "en ett", PT_WORD_SOFT_ARTICLE, 1 },
  { "one eins uno", PT_WORD_NUMBER, 1 },
  { "two zwei zwo deux tva dos", PT_WORD_NUMBER, 2 },
  { "three drei trois tre tres", PT_WORD_NUMBER, 3 },
  { "four vier quatre fyra quattro cuatro", PT_WORD_NUMBER, 4 },
  { "five funf fuenf cinq fem cinque cinco", PT_WORD_NUMBER, 5 },
  { "six sechs sex sei seis", PT_WORD_NUMBER, 6 },
  { "seven sieben sept sju sette siete", PT_WORD_NUMBER, 7 },
  { "eight acht huit atta otto ocho", PT_WORD_NUMBER, 8 },
  { "nine neun neuf nio nove nueve", PT_WORD_NUMBER, 9 },
  { "ten zehn dix tio dieci diez", PT_WORD_NUMBER, 10 },
  { "eleven elf onze elva undici", PT_WORD_NUMBER, 11 },
  { "twelve zwolf zwoelf douze tolv dodici doce", PT_WORD_NUMBER, 12 },
  { "thirteen dreizehn treize tretton tredici trece", PT_WORD_NUMBER, 13 },
  { "fourteen vierzehn quatorze fjorton quattordici catorce", PT_WORD_NUMBER, 14 },
  { "fifteen funfzehn fuenfzehn quinze femton quindici quince", PT_WORD_NUMBER, 15 },
  { "sixteen sechzehn seize sexton sedici dieciseis", PT_WORD_NUMBER, 16 },
  { "seventeen siebzehn sjutton diciassette diecisiete", PT_WORD_NUMBER, 17 },
  { "eighteen achtzehn arton diciotto dieciocho", PT_WORD_NUMBER, 18 },
  { "nineteen neunzehn nitton diciannove diecinueve", PT_WORD_NUMBER, 19 },
  { "twenty zwanzig vingt vingts tjugo venti veinte", PT_WORD_NUMBER, 20 },
  { "thirty dreissig trente trettio trenta trenti treinta", PT_WORD_NUMBER, 30 },
  { "forty vierzig quarante fyrtio quaranta quaranti cuarenta", PT_WORD_NUMBER, 40 },
  { "fifty funfzig fuenfzig cinquante femtio cinquanta cinquanti cincuenta", PT_WORD_NUMBER, 50 },
  { "sixty sechzig soixante sextio sessanta sessanti sesenta", PT_WORD_NUMBER, 60 },
  { "seventy siebzig sjuttio settanta settanti setenta", PT_WORD_NUMBER, 70 },
  { "eighty achtzig attio ottanta ottanti ochenta", PT_WORD_NUMBER, 80 },
  { "ninety neunzig nittio novanta novanti noventa", PT_WORD_NUMBER, 90 },
  { "hundred hundert cent hundra cento cien", PT_WORD_NUMBER, 100 },
  { "half halb halbe halben halber halbes halv halvt demi demie mezzo mezza", PT_WORD_HALF, 0.5 },
  { "anderthalb eineinhalb", PT_WORD_NUMBER, 1.5 },
  { "zweieinhalb", PT_WORD_NUMBER, 2.5 },
  { "dreieinhalb", PT_WORD_NUMBER, 3.5 },
  { "st nd rd th er", PT_WORD_SUFFIX, 0 },
  { "plushalf", PT_WORD_PLUS, 0.5 },
  { "plusquarter", PT_WORD_PLUS, 0.25 },
  { "minusquarter", PT_WORD_PLUS, -0.25 },
  { "minushalf", PT_WORD_PLUS, -0.5 },

  /* units */
  { "year years yr yrs jahr jahre jahren jahres ans annee annees ar aret anno anni ano anos",
    PT_WORD_UNIT, PT_UNIT_YEAR },
  { "month months monat monate monaten monats mois manad manader manaden mese mesi mes meses",
    PT_WORD_UNIT, PT_UNIT_MONTH },
  { "week weeks wk wks woche wochen semaine semaines vecka veckor veckan settimana settimane "
    "semana "
    "semanas",
    PT_WORD_UNIT, PT_UNIT_WEEK },
  { "day days d tag tage tagen tages jour jours journee dag dagar dagen dygn giorno giorni "
    "giornata "
    "dia dias",
    PT_WORD_UNIT, PT_UNIT_DAY },
  { "hour hours hr hrs h stunde stunden std heure heures timme timmar timmes ora ore hora horas",
    PT_WORD_UNIT, PT_UNIT_HOUR },
  { "minute minutes min mins minuten minut minuter minuto minuti minutos", PT_WORD_UNIT,
    PT_UNIT_MINUTE },
  { "seconds sec secs s sekunde sekunden sek seconde secondes sekund sekunder secondi segundos",
    PT_WORD_UNIT, PT_UNIT_SECOND },

  /* repetition */
  { "every each jede jeden jeder jedes jedem alle chaque tous toutes varje ogni tutti tutte cada "
    "todos todas",
    PT_WORD_EVERY, 0 },
  { "yearly annually jahrlich jaehrlich arligen annuel annuellement annualmente anual anualmente "
    "annuale",
    PT_WORD_PERIODIC, PT_UNIT_YEAR },
  { "monthly monatlich manatligen mensuel mensuelle mensuellement mensile mensilmente mensual "
    "mensualmente",
    PT_WORD_PERIODIC, PT_UNIT_MONTH },
  { "weekly wochentlich woechentlich hebdomadaire veckovis settimanale settimanalmente semanal "
    "semanalmente",
    PT_WORD_PERIODIC, PT_UNIT_WEEK },
  { "daily taglich taeglich dagligen quotidien quotidienne quotidiennement giornaliero "
    "giornalmente quotidianamente diario diariamente",
    PT_WORD_PERIODIC, PT_UNIT_DAY },
  { "hourly stundlich stuendlich", PT_WORD_PERIODIC, PT_UNIT_HOUR },
  { "second secondo seconda segundo segunda", PT_WORD_SECOND, 2 },
  { "zweite zweiten zweiter zweites zweitem andra deuxieme", PT_WORD_NTH, 2 },
  { "third dritte dritten dritter drittes tredje terzo terza tercer tercero tercera troisieme",
    PT_WORD_NTH, 3 },
  { "fourth vierte vierten vierter viertes fjarde quatrieme", PT_WORD_NTH, 4 },

  /* days and months */
  { "monday mon montag lundi mandag lunedi lunes", PT_WORD_WEEKDAY, 0 },
  { "tuesday tue tues dienstag mardi tisdag martedi martes", PT_WORD_WEEKDAY, 1 },
  { "wednesday wed mittwoch mercredi onsdag mercoledi miercoles", PT_WORD_WEEKDAY, 2 },
  { "thursday thu thurs donnerstag jeudi torsdag giovedi jueves", PT_WORD_WEEKDAY, 3 },
  { "friday fri freitag vendredi fredag venerdi viernes", PT_WORD_WEEKDAY, 4 },
  { "saturday sat samstag sonnabend samedi lordag sabato sabado", PT_WORD_WEEKDAY, 5 },
  { "sunday sun sonntag dimanche sondag domenica domingo", PT_WORD_WEEKDAY, 6 },
  { "mondays montags lundis mandagar", PT_WORD_WEEKDAYS, 0 },
  { "tuesdays dienstags mardis tisdagar", PT_WORD_WEEKDAYS, 1 },
  { "wednesdays mittwochs mercredis onsdagar", PT_WORD_WEEKDAYS, 2 },
  { "thursdays donnerstags jeudis torsdagar", PT_WORD_WEEKDAYS, 3 },
  { "fridays freitags vendredis fredagar", PT_WORD_WEEKDAYS, 4 },
  { "saturdays samstags sonnabends samedis lordagar sabados sabati", PT_WORD_WEEKDAYS, 5 },
  { "sundays sonntags dimanches sondagar domingos domeniche", PT_WORD_WEEKDAYS, 6 },
  { "january januar janner jan janvier januari gennaio enero", PT_WORD_MONTH, 1 },
  { "february februar feb fevrier februari febbraio febrero", PT_WORD_MONTH, 2 },
  { "march marz maerz mars marzo", PT_WORD_MONTH, 3 },
  { "april apr avril aprile abril", PT_WORD_MONTH, 4 },
  { "may mai maj maggio mayo", PT_WORD_MONTH, 5 },
  { "june juni jun juin giugno junio", PT_WORD_MONTH, 6 },
  { "july juli jul juillet luglio julio", PT_WORD_MONTH, 7 },
  { "august aug aout augusti agosto", PT_WORD_MONTH, 8 },
  { "september sep septembre settembre septiembre setiembre", PT_WORD_MONTH, 9 },
  { "october oktober oct okt octobre ottobre octubre", PT_WORD_MONTH, 10 },
  { "november nov novembre noviembre", PT_WORD_MONTH, 11 },
  { "december dezember dec dez decembre dicembre diciembre", PT_WORD_MONTH, 12 },

  /* the clock */
  { "at um gegen kl klockan", PT_WORD_AT, 0 },
  { "oclock uhr", PT_WORD_OCLOCK, 0 },
  { "am", PT_WORD_AM, 0 },
  { "pm", PT_WORD_PM, 0 },
  { "noon midday mittag mittags midi mezzogiorno mediodia", PT_WORD_CLOCK, 12 * 60 },
  { "midnight mitternacht minuit midnatt mezzanotte medianoche", PT_WORD_CLOCK, 0 },

  { "to", PT_WORD_TO, 0 },

  /* what nobody can tell an engine */
  { "end ende beginning begin start anfang beginn middle mitte last letzte letzten letzter first "
    "erste ersten erster next nachste nachsten nachster naechste naechsten naechster before vor "
    "bevor avant until till bis working business workday workdays weekday weekdays werktag "
    "werktage "
    "werktagen werktags arbeitstag arbeitstage arbeitstagen ouvrable ouvrables ouvre ouvres "
    "morning "
    "mornings evening evenings night morgens vormittags nachmittags abends nachts quarter "
    "quarterly "
    "quartal quartals other once twice einmal zweimal few several some couple einige einigen "
    "mehrere "
    "or oder eller ou o weekend weekends wochenende wochenenden vorher davor less weniger left "
    "remaining uebrig verbleibend soon bald later spater spaeter tomorrow morgen today heute "
    "season holiday "
    "holidays ago",
    PT_WORD_VAGUE, 0 },
  { "sedan helg helger slutet borjan sista forsta nasta fore innan tills arbetsdag arbetsdagar "
    "vardag vardagar "
    "bankdagar morgon kvall kvartal kvartalet ganger nagra snart senare imorgon idag",
    PT_WORD_VAGUE, 0 },
  { "fa lavorative fine inizio ultimo ultima primo prima prossimo prossima fino lavorativo "
    "lavorativi lavorativa "
    "feriale feriali mattina sera notte trimestre volte alcuni qualche presto domani oggi",
    PT_WORD_VAGUE, 0 },
  { "hace fin finales principio ultimos primer primero primera proximo proxima antes hasta habil "
    "habiles "
    "laborable laborables manana noche veces algunos pronto hoy",
    PT_WORD_VAGUE, 0 },
  { "ouvree ouvrees debut derniere dernier premier prochain prochaine jusqu matin soir nuit fois "
    "quelques bientot "
    "demain aujourd",
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

  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3
      && sscanf (text, "%4d/%2d/%2d", &year, &month, &day) != 3
      && sscanf (text, "%2d. %2d. %4d", &day, &month, &year) != 3)
    sscanf (text, "%2d-%2d-%4d", &day, &month, &year);
  return (PtTimeToken){ PT_WORD_DATE, year * 10000 + month * 100 + day };
}

/* Between slashes Europe writes the day first and America the month: only a number above twelve
 * tells. */
static PtTimeToken
read_slashed (const char *text)
{
  int first = 0, second = 0, year = 0;

  sscanf (text, "%2d/%2d/%4d", &first, &second, &year);
  if (first <= 12 && second <= 12 && first != second)
    return (PtTimeToken){ PT_WORD_VAGUE, 0 };
  return (PtTimeToken){
    PT_WORD_DATE, year * 10000 + (second > 12 ? first * 100 + second : second * 100 + first)
  };
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

#define MOST_DIGITS 12 /* of a number that a time may have */

static PtTimeToken
read_number (const char *text)
{
  g_autofree char *plain = pt_numeral_plain (text);

  return (PtTimeToken){ strlen (plain) <= MOST_DIGITS ? PT_WORD_DIGITS : PT_WORD_VAGUE,
                        g_ascii_strtod (plain, NULL) };
}

static PtTimeToken
read_word (const char *text)
{
  const Row *row = look_up (text);

  return row ? (PtTimeToken){ row->word, row->value } : (PtTimeToken){ PT_WORD_OTHER, 0 };
}

static const Pattern patterns[] = {
  { "date", read_date },       { "slashed", read_slashed }, { "clock", read_clock },
  { "ordinal", read_ordinal }, { "number", read_number },   { "word", read_word },
};

static const char expression[]
    = "(?<date>\\d{4}[-/]\\d{2}[-/]\\d{2}|\\d{1,2}\\. ?\\d{1,2}\\. ?\\d{4}"
      "|\\d{1,2}-\\d{1,2}-\\d{4})"
      "|(?<slashed>\\d{1,2}/\\d{1,2}/\\d{4})"
      "|(?<clock>\\d{1,2}:\\d{2})(?::\\d{2})?"
      "|(?<ordinal>\\d{1,4})\\.(?!\\d)"
      "|(?<number>" PT_NUMERAL ")"
      "|(?<word>[a-z]+)";

static gpointer
compile_expression (gpointer unused)
{
  GRegex *regex = g_regex_new (expression, G_REGEX_OPTIMIZE, 0, NULL);

  g_assert (regex);
  return regex;
}

/* Signs that would be lost with the accents, and words that would become others. */
static const struct
{
  const char *sign, *text;
} signs[] = {
  { "½", " 1/2" },  { "¼", " 1/4" }, { "¾", " 3/4" }, { "’", "'" },
  { "à ", " at " }, { "º", "" },     { "°", "" },
};

/* Small letters without accents, and turns of speech in plain words. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *small = pt_case_lower (valid);
  GString *lower = g_string_new (small);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (lower, signs[i].sign, signs[i].text, 0);
  folded = g_str_to_ascii (lower->str, "C");
  g_string_free (lower, TRUE);
  for (char *at = folded; *at; at++)
    *at = g_ascii_tolower (*at);
  return pt_time_plain_words (g_steal_pointer (&folded));
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
