/* test-phrases.c: times as they are told in six languages
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "src/compiler/pt-time-read.h"

typedef struct
{
  const char *text;
  const char *iso; /* NULL: nobody could tell an engine */
} Phrase;

static void
check (const Phrase *phrases, guint n)
{
  guint wrong = 0;

  assert_true (n >= 40);
  for (guint i = 0; i < n; i++)
    {
      PtTimeKind kind = PT_TIME_NONE;
      g_autofree char *iso = NULL;

      pt_time_read (phrases[i].text, &kind, &iso);
      if (g_strcmp0 (iso, phrases[i].iso) == 0)
        continue;
      print_error ("%s: %s, not %s\n", phrases[i].text, iso ? iso : "nothing",
                   phrases[i].iso ? phrases[i].iso : "nothing");
      wrong++;
    }
  assert_int_equal (wrong, 0);
}

static const Phrase english[] = {
  { "3 days", "P3D" },
  { "three days", "P3D" },
  { "a week", "P1W" },
  { "two weeks", "P2W" },
  { "fourteen days", "P14D" },
  { "twenty-four hours", "PT24H" },
  { "forty-eight hours", "PT48H" },
  { "ninety minutes", "PT90M" },
  { "30 min", "PT30M" },
  { "1½ h", "PT1H30M" },
  { "1 1/2 hours", "PT1H30M" },
  { "two and a half hours", "PT2H30M" },
  { "an hour and a half", "PT1H30M" },
  { "half an hour", "PT30M" },
  { "quarter of an hour", "PT15M" },
  { "a quarter of an hour", "PT15M" },
  { "three quarters of an hour", "PT45M" },
  { "within 5 days", "P5D" },
  { "after one month", "P1M" },
  { "six months", "P6M" },
  { "1 year", "P1Y" },
  { "payment due after 14 days", "P14D" },
  { "2 hours 15 minutes", "PT2H15M" },
  { "half a day", "PT12H" },
  { "every Monday at 9", "R/2024-01-01T09:00:00/P1W" },
  { "every Tuesday at half past nine", "R/2024-01-02T09:30:00/P1W" },
  { "every Friday at quarter to five", "R/2024-01-05T04:45:00/P1W" },
  { "every second Tuesday at 14:00", "R/2024-01-02T14:00:00/P2W" },
  { "every other Monday", "R/2024-01-01T00:00:00/P2W" },
  { "every second day", "R/P2D" },
  { "every third day", "R/P3D" },
  { "every second", "R/PT1S" },
  { "every 30 seconds", "R/PT30S" },
  { "every two weeks on Thursday at 8 am", "R/2024-01-04T08:00:00/P2W" },
  { "on the 15th of every month", "R/2024-01-15T00:00:00/P1M" },
  { "every day at 6 in the morning", "R/2024-01-01T06:00:00/P1D" },
  { "every hour", "R/PT1H" },
  { "Mondays at 8", "R/2024-01-01T08:00:00/P1W" },
  { "December 24, 2026", "2026-12-24T00:00:00" },
  { "24th of December 2026", "2026-12-24T00:00:00" },
  { "12/24/2026", "2026-12-24T00:00:00" },
  { "24/12/2026 at 5 pm", "2026-12-24T17:00:00" },
  { "end of month", NULL },
  { "3 business days", NULL },
  { "05/06/2026", NULL },
  { "next Monday", NULL },
  { "once a day", NULL },
  { "3 days ago", NULL },
};

static void
test_english (void **state)
{
  check (english, G_N_ELEMENTS (english));
}

static const Phrase german[] = {
  { "3 Tage", "P3D" },
  { "drei Tage", "P3D" },
  { "eine Woche", "P1W" },
  { "zwei Wochen", "P2W" },
  { "vierzehn Tage", "P14D" },
  { "vierundzwanzig Stunden", "PT24H" },
  { "achtundvierzig Stunden", "PT48H" },
  { "neunzig Minuten", "PT90M" },
  { "30 Min.", "PT30M" },
  { "1½ Std.", "PT1H30M" },
  { "anderthalb Stunden", "PT1H30M" },
  { "zweieinhalb Stunden", "PT2H30M" },
  { "zwei und eine halbe Stunde", "PT2H30M" },
  { "eine halbe Stunde", "PT30M" },
  { "eine Viertelstunde", "PT15M" },
  { "eine Dreiviertelstunde", "PT45M" },
  { "nach 5 Tagen", "P5D" },
  { "binnen eines Monats", "P1M" },
  { "in sechs Monaten", "P6M" },
  { "1 Jahr", "P1Y" },
  { "innerhalb von zehn Minuten", "PT10M" },
  { "einen halben Tag", "PT12H" },
  { "sechzig Sekunden", "PT60S" },
  { "jeden Montag um 9 Uhr", "R/2024-01-01T09:00:00/P1W" },
  { "jeden zweiten Dienstag um 14 Uhr", "R/2024-01-02T14:00:00/P2W" },
  { "jeden Mittwoch um halb zehn", "R/2024-01-03T09:30:00/P1W" },
  { "freitags um Viertel nach acht", "R/2024-01-05T08:15:00/P1W" },
  { "jeden Freitag um Viertel vor 5", "R/2024-01-05T04:45:00/P1W" },
  { "jeden zweiten Tag", "R/P2D" },
  { "alle drei Tage", "R/P3D" },
  { "alle 30 Sekunden", "R/PT30S" },
  { "alle zwei Wochen", "R/P2W" },
  { "jeden 15. des Monats", "R/2024-01-15T00:00:00/P1M" },
  { "am 1. jedes Monats um 7 Uhr", "R/2024-01-01T07:00:00/P1M" },
  { "täglich um 6 Uhr", "R/2024-01-01T06:00:00/P1D" },
  { "täglich um 8 Uhr abends", "R/2024-01-01T20:00:00/P1D" },
  { "stündlich", "R/PT1H" },
  { "montags", "R/2024-01-01T00:00:00/P1W" },
  { "wöchentlich", "R/P1W" },
  { "24. Dezember 2026", "2026-12-24T00:00:00" },
  { "24.12.2026 um 14.30 Uhr", "2026-12-24T14:30:00" },
  { "am 1. März 2027 um 9 Uhr", "2027-03-01T09:00:00" },
  { "Ende des Monats", NULL },
  { "3 Werktage", NULL },
  { "bis Freitag", NULL },
  { "nächsten Montag", NULL },
  { "in einigen Tagen", NULL },
};

static void
test_german (void **state)
{
  check (german, G_N_ELEMENTS (german));
}

static const Phrase swedish[] = {
  { "3 dagar", "P3D" },
  { "om tre dagar", "P3D" },
  { "en vecka", "P1W" },
  { "två veckor", "P2W" },
  { "fjorton dagar", "P14D" },
  { "tjugofyra timmar", "PT24H" },
  { "fyrtioåtta timmar", "PT48H" },
  { "nittio minuter", "PT90M" },
  { "30 min", "PT30M" },
  { "1½ timme", "PT1H30M" },
  { "en och en halv timme", "PT1H30M" },
  { "två och en halv timme", "PT2H30M" },
  { "en halv timme", "PT30M" },
  { "en halvtimme", "PT30M" },
  { "en kvart", "PT15M" },
  { "tre kvart", "PT45M" },
  { "inom 5 dagar", "P5D" },
  { "efter en månad", "P1M" },
  { "om sex månader", "P6M" },
  { "ett år", "P1Y" },
  { "ett dygn", "P1D" },
  { "tio sekunder", "PT10S" },
  { "2 timmar och 15 minuter", "PT2H15M" },
  { "en halv dag", "PT12H" },
  { "varje måndag kl 9", "R/2024-01-01T09:00:00/P1W" },
  { "varannan tisdag klockan 14", "R/2024-01-02T14:00:00/P2W" },
  { "varje onsdag kl halv tio", "R/2024-01-03T09:30:00/P1W" },
  { "varje fredag kvart över åtta", "R/2024-01-05T08:15:00/P1W" },
  { "varje fredag kvart i fem", "R/2024-01-05T04:45:00/P1W" },
  { "varannan dag", "R/P2D" },
  { "var tredje dag", "R/P3D" },
  { "varannan vecka", "R/P2W" },
  { "varje timme", "R/PT1H" },
  { "på måndagar kl 8", "R/2024-01-01T08:00:00/P1W" },
  { "den 15:e varje månad", "R/2024-01-15T00:00:00/P1M" },
  { "dagligen kl 6", "R/2024-01-01T06:00:00/P1D" },
  { "varje dag kl 8 på kvällen", "R/2024-01-01T20:00:00/P1D" },
  { "varje månad", "R/P1M" },
  { "veckovis", "R/P1W" },
  { "24 december 2026", "2026-12-24T00:00:00" },
  { "den 24 december 2026 klockan 14.30", "2026-12-24T14:30:00" },
  { "2026-12-24 kl 9", "2026-12-24T09:00:00" },
  { "slutet av månaden", NULL },
  { "3 arbetsdagar", NULL },
  { "nästa måndag", NULL },
  { "om några dagar", NULL },
  { "i morgon", NULL },
};

static void
test_swedish (void **state)
{
  check (swedish, G_N_ELEMENTS (swedish));
}

static const Phrase italian[] = {
  { "3 giorni", "P3D" },
  { "entro 5 giorni", "P5D" },
  { "tre giorni", "P3D" },
  { "una settimana", "P1W" },
  { "due settimane", "P2W" },
  { "quattordici giorni", "P14D" },
  { "ventiquattro ore", "PT24H" },
  { "quarantotto ore", "PT48H" },
  { "novanta minuti", "PT90M" },
  { "30 min", "PT30M" },
  { "1½ h", "PT1H30M" },
  { "un'ora e mezza", "PT1H30M" },
  { "due ore e mezza", "PT2H30M" },
  { "mezz'ora", "PT30M" },
  { "un quarto d'ora", "PT15M" },
  { "tre quarti d'ora", "PT45M" },
  { "dopo un mese", "P1M" },
  { "tra sei mesi", "P6M" },
  { "un anno", "P1Y" },
  { "fra dieci minuti", "PT10M" },
  { "2 ore e 15 minuti", "PT2H15M" },
  { "trenta secondi", "PT30S" },
  { "mezza giornata", "PT12H" },
  { "ogni lunedì alle 9", "R/2024-01-01T09:00:00/P1W" },
  { "ogni secondo martedì alle 14", "R/2024-01-02T14:00:00/P2W" },
  { "ogni mercoledì alle nove e mezza", "R/2024-01-03T09:30:00/P1W" },
  { "ogni venerdì alle otto e un quarto", "R/2024-01-05T08:15:00/P1W" },
  { "ogni venerdì alle cinque meno un quarto", "R/2024-01-05T04:45:00/P1W" },
  { "ogni due giorni", "R/P2D" },
  { "ogni tre ore", "R/PT3H" },
  { "ogni giorno alle ore 6", "R/2024-01-01T06:00:00/P1D" },
  { "tutti i giorni alle 8 di sera", "R/2024-01-01T20:00:00/P1D" },
  { "ogni ora", "R/PT1H" },
  { "il 15 di ogni mese", "R/2024-01-15T00:00:00/P1M" },
  { "ogni 15 del mese", "R/2024-01-15T00:00:00/P1M" },
  { "mensilmente", "R/P1M" },
  { "ogni due settimane", "R/P2W" },
  { "ogni giorno a mezzogiorno", "R/2024-01-01T12:00:00/P1D" },
  { "24 dicembre 2026", "2026-12-24T00:00:00" },
  { "24/12/2026 alle 14:30", "2026-12-24T14:30:00" },
  { "il 24 dicembre 2026 alle ore 9", "2026-12-24T09:00:00" },
  { "fine del mese", NULL },
  { "3 giorni lavorativi", NULL },
  { "lunedì prossimo", NULL },
  { "05/06/2026", NULL },
  { "tra qualche giorno", NULL },
};

static void
test_italian (void **state)
{
  check (italian, G_N_ELEMENTS (italian));
}

static const Phrase french[] = {
  { "3 jours", "P3D" },
  { "dans trois jours", "P3D" },
  { "une semaine", "P1W" },
  { "deux semaines", "P2W" },
  { "quatorze jours", "P14D" },
  { "vingt-quatre heures", "PT24H" },
  { "quarante-huit heures", "PT48H" },
  { "quatre-vingt-dix minutes", "PT90M" },
  { "soixante-dix minutes", "PT70M" },
  { "30 min", "PT30M" },
  { "1½ h", "PT1H30M" },
  { "une heure et demie", "PT1H30M" },
  { "deux heures et demie", "PT2H30M" },
  { "une demi-heure", "PT30M" },
  { "un quart d'heure", "PT15M" },
  { "trois quarts d'heure", "PT45M" },
  { "après 5 jours", "P5D" },
  { "dans un mois", "P1M" },
  { "six mois", "P6M" },
  { "un an", "P1Y" },
  { "deux ans", "P2Y" },
  { "2 heures et 15 minutes", "PT2H15M" },
  { "dix-sept jours", "P17D" },
  { "une demi-journée", "PT12H" },
  { "tous les lundis à 9 heures", "R/2024-01-01T09:00:00/P1W" },
  { "un mardi sur deux à 14h", "R/2024-01-02T14:00:00/P2W" },
  { "chaque mercredi à 9h30", "R/2024-01-03T09:30:00/P1W" },
  { "tous les vendredis à huit heures et quart", "R/2024-01-05T08:15:00/P1W" },
  { "chaque vendredi à cinq heures moins le quart", "R/2024-01-05T04:45:00/P1W" },
  { "tous les deux jours", "R/P2D" },
  { "toutes les trois heures", "R/PT3H" },
  { "chaque jour à 6 heures du matin", "R/2024-01-01T06:00:00/P1D" },
  { "chaque jour à 8 heures du soir", "R/2024-01-01T20:00:00/P1D" },
  { "toutes les heures", "R/PT1H" },
  { "tous les 15 du mois", "R/2024-01-15T00:00:00/P1M" },
  { "le 15 de chaque mois", "R/2024-01-15T00:00:00/P1M" },
  { "mensuel", "R/P1M" },
  { "chaque jour à midi", "R/2024-01-01T12:00:00/P1D" },
  { "24 décembre 2026", "2026-12-24T00:00:00" },
  { "1er janvier 2027", "2027-01-01T00:00:00" },
  { "le 24/12/2026 à 14h30", "2026-12-24T14:30:00" },
  { "fin du mois", NULL },
  { "3 jours ouvrables", NULL },
  { "lundi prochain", NULL },
  { "05/06/2026", NULL },
  { "dans quelques jours", NULL },
};

static void
test_french (void **state)
{
  check (french, G_N_ELEMENTS (french));
}

static const Phrase spanish[] = {
  { "3 días", "P3D" },
  { "dentro de dos semanas", "P2W" },
  { "tres días", "P3D" },
  { "una semana", "P1W" },
  { "catorce días", "P14D" },
  { "veinticuatro horas", "PT24H" },
  { "cuarenta y ocho horas", "PT48H" },
  { "noventa minutos", "PT90M" },
  { "once días", "P11D" },
  { "30 min", "PT30M" },
  { "1½ h", "PT1H30M" },
  { "una hora y media", "PT1H30M" },
  { "dos horas y media", "PT2H30M" },
  { "media hora", "PT30M" },
  { "un cuarto de hora", "PT15M" },
  { "tres cuartos de hora", "PT45M" },
  { "después de 5 días", "P5D" },
  { "en un mes", "P1M" },
  { "seis meses", "P6M" },
  { "un año", "P1Y" },
  { "en diez minutos", "PT10M" },
  { "2 horas y 15 minutos", "PT2H15M" },
  { "treinta segundos", "PT30S" },
  { "medio día", "PT12H" },
  { "cada lunes a las 9", "R/2024-01-01T09:00:00/P1W" },
  { "cada dos martes a las 14", "R/2024-01-02T14:00:00/P2W" },
  { "cada miércoles a las nueve y media", "R/2024-01-03T09:30:00/P1W" },
  { "todos los viernes a las ocho y cuarto", "R/2024-01-05T08:15:00/P1W" },
  { "cada viernes a las cinco menos cuarto", "R/2024-01-05T04:45:00/P1W" },
  { "cada dos días", "R/P2D" },
  { "cada tres horas", "R/PT3H" },
  { "todos los días a las 6 de la mañana", "R/2024-01-01T06:00:00/P1D" },
  { "cada día a las 8 de la tarde", "R/2024-01-01T20:00:00/P1D" },
  { "cada hora", "R/PT1H" },
  { "los lunes", "R/2024-01-01T00:00:00/P1W" },
  { "el 15 de cada mes", "R/2024-01-15T00:00:00/P1M" },
  { "cada 15 del mes", "R/2024-01-15T00:00:00/P1M" },
  { "mensualmente", "R/P1M" },
  { "24 de diciembre de 2026", "2026-12-24T00:00:00" },
  { "24/12/2026 a las 14:30", "2026-12-24T14:30:00" },
  { "el 24 de diciembre de 2026 a las 9", "2026-12-24T09:00:00" },
  { "fin de mes", NULL },
  { "3 días hábiles", NULL },
  { "el próximo lunes", NULL },
  { "05/06/2026", NULL },
  { "dentro de algunos días", NULL },
};

static void
test_spanish (void **state)
{
  check (spanish, G_N_ELEMENTS (spanish));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_english), cmocka_unit_test (test_german),
    cmocka_unit_test (test_swedish), cmocka_unit_test (test_italian),
    cmocka_unit_test (test_french),  cmocka_unit_test (test_spanish),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
