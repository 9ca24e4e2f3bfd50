/* pt-time-idioms.c: turns of speech that are not read word by word
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is put into words that are: “une heure et demie” becomes “une heure plushalf”, “14h30”
 * becomes “14:30”. The texts are folded already: small letters without accents.
 */
#include "pt-time-words.h"

#define WEEKDAYS_FR "lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?"
#define WEEKDAYS_ES "lunes|martes|miercoles|jueves|viernes|sabados?|domingos?"

/* In this order. A row is only tried when the text has the hint in it. */
static const struct
{
  const char *hint, *pattern, *words;
} idioms[] = {
  /* what apostrophes join */
  { "'s", "'s\\b", "s" },
  { "'", "\\b(un|l|d|mezz|quart)['’](?=[a-z])", "\\1 " },
  { "clock", "o ?['’] ?clock", "oclock" },

  /* fractions */
  { "1/2", "(\\d) 1/2\\b", "\\1.5" },
  { "1/2", "(?<![\\d/])1/2(?!/)", "0.5" },
  { "1/4", "(\\d) 1/4\\b", "\\1.25" },
  { "1/4", "(?<![\\d/])1/4(?!/)", "0.25" },
  { "3/4", "(\\d) 3/4\\b", "\\1.75" },
  { "3/4", "(?<![\\d/])3/4(?!/)", "0.75" },

  /* the clock */
  { "h", "\\b(\\d{1,2}) ?h ?(\\d{2})\\b", "\\1:\\2" },
  { "past", "\\bhalf past (\\w+)", "at \\1 plushalf" },
  { "past", "\\b(a )?quarter past (\\w+)", "at \\2 plusquarter" },
  { "quarter to", "\\b(a )?quarter to (\\w+)", "at \\2 minusquarter" },
  { "viertel nach", "viertel nach (\\w+)", "um \\1 plusquarter" },
  { "viertel vor", "viertel vor (\\w+)", "um \\1 minusquarter" },
  { "kvart over", "kvart over (\\w+)", "kl \\1 plusquarter" },
  { "kvart i", "kvart i (\\w+)", "kl \\1 minusquarter" },
  { "halb",
    "(um )?\\bhalb (\\d{1,2}|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)\\b",
    "um \\2 minushalf" },
  { "halv", "\\b(kl|klockan) halv (\\w+)", "kl \\2 minushalf" },
  { "quarto", "\\bmeno un quarto\\b", "minusquarter" },
  { "quarto", "\\be un quarto\\b(?! d)", "plusquarter" },
  /* Italian “alle 9” is a time of day, German “alle 9 Tage” are many */
  { "alle ",
    "\\balle (?=(\\d{1,2}([:.]\\d{2})?|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|"
    "dodici)\\b(?! *(sek|min(?!us)|stund|std|tag|woch|monat|jahr)))",
    "at " },
  { "cuarto", "\\bmenos cuarto\\b", "minusquarter" },
  { "cuarto", "\\by cuarto\\b", "plusquarter" },
  { "quart", "\\bmoins le quart\\b", "minusquarter" },
  { "quart", "\\bet quart\\b", "plusquarter" },
  { "ore", "\\b(alle|ad|dalle) ore\\b", "at" },
  { "ore", "\\bore (?=\\d{1,2}[:.]\\d{2})", "at " },
  { "a la", "\\ba las?\\b", "at" },
  { "de la", "\\bde la manana\\b", "am" },
  { "de la", "\\bde la (tarde|noche)\\b", "pm" },
  { "matin", "\\bdu matin\\b", "am" },
  { "du soir", "\\bdu soir\\b", "pm" },
  { "apres-midi", "\\bde l apres-midi\\b", "pm" },
  { "mattin", "\\b(di mattina|del mattino)\\b", "am" },
  { "sera", "\\b(di|della) sera\\b", "pm" },
  { "pomeriggio", "\\bdel pomeriggio\\b", "pm" },
  { "pa ", "\\bpa (morgonen|formiddagen)\\b", "am" },
  { "pa ", "\\bpa (kvallen|eftermiddagen)\\b", "pm" },
  { "uhr", "\\buhr (morgens|vormittags|fruh)\\b", "uhr am" },
  { "uhr", "\\buhr (nachmittags|abends)\\b", "uhr pm" },
  { "in the", "\\bin the morning\\b", "am" },
  { "in the", "\\bin the (afternoon|evening)\\b", "pm" },

  /* parts of an hour, and of a day */
  { "quarter", "\\bthree quarters of an hour\\b", "45 minutes" },
  { "quarter", "\\b(a )?quarter( of an)? hour\\b", "15 minutes" },
  { "viertelstunde", "\\b(einer? )?dreiviertelstunde\\b", "45 minuten" },
  { "viertelstunde", "\\b(einer? )?(alle |jede )?viertelstunde\\b", "\\2 15 minuten" },
  { "kvart", "\\btre kvart\\b", "45 minuter" },
  { "kvart", "\\b(en |varje )?kvart(s timme)?\\b", "\\1 15 minuter" },
  { "quarti", "\\btre quarti d ora\\b", "45 minuti" },
  { "quarto", "\\bun quarto d ora\\b", "15 minuti" },
  { "cuarto", "\\btres cuartos de hora\\b", "45 minutos" },
  { "cuarto", "\\bun cuarto de hora\\b", "15 minutos" },
  { "quart", "\\btrois quarts d heure\\b", "45 minutes" },
  { "quart", "\\b(un )?(tous les )?quarts? d heure\\b", "\\2 15 minutes" },
  { "mezz", "\\bmezz ?ora\\b", "30 minuti" },
  { "mezz", "\\bmezza giornata\\b", "12 ore" },
  { "media", "\\bmedia hora\\b", "30 minutos" },
  { "medio", "\\bmedio dia\\b(?! de)", "12 horas" },
  { "demi", "\\bdemi-?(heure|journee)", "demi \\1" },
  { "halvtimm", "\\bhalvtimme\\b", "halv timme" },
  { "half", "\\band a half\\b", "plushalf" },
  { "halb", "\\bund ein(e|en)? halb(e|en|es)?\\b", "plushalf" },
  { "halv", "\\boch en halv\\b", "plushalf" },
  { "halv", "\\boch ett halvt\\b", "plushalf" },
  { "mezz", "\\be mezz[ao]\\b", "plushalf" },
  { "medi", "\\by medi[ao]\\b", "plushalf" },
  { "demi", "\\bet demie?\\b", "plushalf" },

  /* numbers of two parts */
  { "und",
    "\\b(eins?|zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun)und"
    "(zwanzig|dreissig|vierzig|funfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig)",
    "\\2 plus \\1" },
  { "io",
    "\\b(trettio|fyrtio|femtio|sextio|sjuttio|attio|nittio)"
    "(ett|en|tva|tre|fyra|fem|sex|sju|atta|nio)\\b",
    "\\1 plus \\2" },
  { "tjugo", "\\btjugo(ett|en|tva|tre|fyra|fem|sex|sju|atta|nio)\\b", "tjugo plus \\1" },
  { "nt",
    "\\b(vent|trent|quarant|cinquant|sessant|settant|ottant|novant)[ia]?"
    "(uno|due|tre|quattro|cinque|sei|sette|otto|nove)\\b",
    "\\1i plus \\2" },
  { "veinti", "\\bveinti(un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\\b",
    "veinte plus \\1" },
  { "ochenta", "\\bochenta y\\b", "ochenta plus" },
  { "nta y", "\\b(\\w+nta) y\\b", "\\1 plus" },
  { "once", "\\bonce (?=ano|mes|semana|dia|hora|minuto|segundo)", "11 " },
  { "due", "\\bdue (?=ann|mes|settiman|giorn|or[ae]|minut|second)", "2 " },

  /* repetition */
  { "varann", "\\bvarannan\\b", "varje andra" },
  { "vartann", "\\bvartannat\\b", "varje andra" },
  { "var", "\\bvar (?=(andra|tredje|fjarde)\\b)", "varje " },
  { "sur deux", "\\bun (" WEEKDAYS_FR "|jour|mois) sur deux\\b", "chaque deuxieme \\1" },
  { "sur deux", "\\bune semaine sur deux\\b", "chaque deuxieme semaine" },
  { "cada dos", "\\bcada dos (?=" WEEKDAYS_ES ")", "cada segundo " },
  { "les", "\\bles (?=" WEEKDAYS_FR ")", "chaque " },
  { "los", "\\blos (?=" WEEKDAYS_ES ")", "cada " },
  { "other", "\\bevery other\\b", "every second" },
  { " year", "\\b(a|per) year\\b(?! and)", "\\0" },
  { "par an", "\\bpar an\\b", "chaque annee" },
  { " an", "\\b(un|deux|trois|quatre|cinq|\\d+) an\\b", "\\1 annee" },

  /* a day of every month */
  { "mon", "\\b(\\d{1,2})(?:\\.|st|nd|rd|th)?(?: day)? of (?:the|every|each) month\\b",
    "monthly on \\1." },
  { "mon", "\\b(\\d{1,2})\\.? (?:des|eines|jedes|im|in jedem|jeden|eines jeden) monats?\\b",
    "monatlich am \\1." },
  { "mois", "\\b(\\d{1,2}|1er) (?:du|de chaque) mois\\b", "mensuel \\1." },
  { "mese", "\\b(\\d{1,2}) (?:del|di ogni) mese\\b", "mensile \\1." },
  { "mes", "\\b(\\d{1,2}) (?:del?|de cada) mes\\b", "mensual \\1." },
  { "manad", "\\b(\\d{1,2})(?::?[ae])? (?:i )?(?:varje manad|manaden|i manaden)\\b",
    "manatligen \\1." },
};

static gpointer
compile_idioms (gpointer unused)
{
  GRegex **regexes = g_new (GRegex *, G_N_ELEMENTS (idioms));

  for (guint i = 0; i < G_N_ELEMENTS (idioms); i++)
    {
      regexes[i] = g_regex_new (idioms[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (regexes[i]);
    }
  return regexes;
}

char *
pt_time_plain_words (char *text)
{
  static GOnce once = G_ONCE_INIT;
  GRegex **regexes = g_once (&once, compile_idioms, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (idioms); i++)
    if (strstr (text, idioms[i].hint))
      {
        char *plain = g_regex_replace (regexes[i], text, -1, 0, idioms[i].words, 0, NULL);

        if (plain)
          {
            g_free (text);
            text = plain;
          }
      }
  return text;
}
