/* test-words.c: times in words, ISO 8601 and what is neither
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "src/compiler/pt-time-due.h"
#include "src/compiler/pt-time-read.h"

typedef struct
{
  const char *text;
  PtTimeKind kind;
  const char *iso;
} Case;

static void
check_words (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      PtTimeKind kind = PT_TIME_NONE;
      g_autofree char *iso = NULL;
      PtTimeReading reading = pt_time_read (cases[i].text, &kind, &iso);

      if (reading != PT_TIME_READ_WORDS || kind != cases[i].kind
          || g_strcmp0 (iso, cases[i].iso) != 0)
        fail_msg ("%s: reading %d, kind %d, %s", cases[i].text, reading, kind,
                  iso ? iso : "nothing");
    }
}

static void
test_durations (void **state)
{
  static const Case cases[] = {
    { "after 3 days", PT_TIME_DURATION, "P3D" },
    { "2 days", PT_TIME_DURATION, "P2D" },
    { "72 hours", PT_TIME_DURATION, "PT72H" },
    { "72h", PT_TIME_DURATION, "PT72H" },
    { "3 Tage", PT_TIME_DURATION, "P3D" },
    { "nach 2 Wochen", PT_TIME_DURATION, "P2W" },
    { "nach zwei Wochen und drei Tagen", PT_TIME_DURATION, "P17D" },
    { "1 day 2 hours", PT_TIME_DURATION, "P1DT2H" },
    { "2 hours and 30 minutes", PT_TIME_DURATION, "PT2H30M" },
    { "1.5 hours", PT_TIME_DURATION, "PT1H30M" },
    { "1,5 Stunden", PT_TIME_DURATION, "PT1H30M" },
    { "half an hour", PT_TIME_DURATION, "PT30M" },
    { "eine halbe Stunde", PT_TIME_DURATION, "PT30M" },
    { "anderthalb Tage", PT_TIME_DURATION, "P1DT12H" },
    { "a week", PT_TIME_DURATION, "P1W" },
    { "within one month", PT_TIME_DURATION, "P1M" },
    { "half a year", PT_TIME_DURATION, "P6M" },
    { "14 days without an answer", PT_TIME_DURATION, "P14D" },
    { "wait 3 days for the customer's payment", PT_TIME_DURATION, "P3D" },
    { "fünf Minuten", PT_TIME_DURATION, "PT5M" },
    { "90 sec", PT_TIME_DURATION, "PT90S" },
    { "Frist: 30 Tage", PT_TIME_DURATION, "P30D" },
    { "3 jours", PT_TIME_DURATION, "P3D" },
    { "after 1,000 days", PT_TIME_DURATION, "P1000D" },
    { "nach 1.000 Tagen", PT_TIME_DURATION, "P1000D" },
    { "10 000 seconds", PT_TIME_DURATION, "PT10000S" },
    { "up to 3 days", PT_TIME_DURATION, "P3D" },
    { "twenty five days", PT_TIME_DURATION, "P25D" },
    { "1 month 14 days", PT_TIME_DURATION, "P1M14D" },
  };

  check_words (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void **state)
{
  static const Case cases[] = {
    { "on 2026-12-24", PT_TIME_DATE, "2026-12-24T00:00:00" },
    { "2026-12-24 14:30", PT_TIME_DATE, "2026-12-24T14:30:00" },
    { "24.12.2026", PT_TIME_DATE, "2026-12-24T00:00:00" },
    { "am 24.12.2026 um 9 Uhr", PT_TIME_DATE, "2026-12-24T09:00:00" },
    { "am 24. Dezember 2026 um 9.30 Uhr", PT_TIME_DATE, "2026-12-24T09:30:00" },
    { "24 December 2026 at 5 pm", PT_TIME_DATE, "2026-12-24T17:00:00" },
    { "December 24, 2026", PT_TIME_DATE, "2026-12-24T00:00:00" },
    { "Thursday, 24 December 2026", PT_TIME_DATE, "2026-12-24T00:00:00" },
    { "1. März 2027", PT_TIME_DATE, "2027-03-01T00:00:00" },
  };

  check_words (cases, G_N_ELEMENTS (cases));
}

static void
test_cycles (void **state)
{
  static const Case cases[] = {
    { "every Monday 9:00", PT_TIME_CYCLE, "R/2024-01-01T09:00:00/P1W" },
    { "jeden Montag um 9 Uhr", PT_TIME_CYCLE, "R/2024-01-01T09:00:00/P1W" },
    { "freitags um 17 Uhr", PT_TIME_CYCLE, "R/2024-01-05T17:00:00/P1W" },
    { "Sundays", PT_TIME_CYCLE, "R/2024-01-07T00:00:00/P1W" },
    { "daily at 8", PT_TIME_CYCLE, "R/2024-01-01T08:00:00/P1D" },
    { "täglich um 8:15", PT_TIME_CYCLE, "R/2024-01-01T08:15:00/P1D" },
    { "every day at noon", PT_TIME_CYCLE, "R/2024-01-01T12:00:00/P1D" },
    { "every day at 12 am", PT_TIME_CYCLE, "R/2024-01-01T00:00:00/P1D" },
    { "every 3 days", PT_TIME_CYCLE, "R/P3D" },
    { "alle 2 Stunden", PT_TIME_CYCLE, "R/PT2H" },
    { "every hour", PT_TIME_CYCLE, "R/PT1H" },
    { "hourly", PT_TIME_CYCLE, "R/PT1H" },
    { "monthly", PT_TIME_CYCLE, "R/P1M" },
    { "every month on the 15th at 9:00", PT_TIME_CYCLE, "R/2024-01-15T09:00:00/P1M" },
    { "on the 1st of every month", PT_TIME_CYCLE, "R/2024-01-01T00:00:00/P1M" },
    { "jeden 1. des Monats", PT_TIME_CYCLE, "R/2024-01-01T00:00:00/P1M" },
    { "every 2 weeks on Tuesday at 10:00", PT_TIME_CYCLE, "R/2024-01-02T10:00:00/P2W" },
    { "every Wednesday at 5 o'clock", PT_TIME_CYCLE, "R/2024-01-03T05:00:00/P1W" },
  };

  check_words (cases, G_N_ELEMENTS (cases));
}

static void
test_unclear (void **state)
{
  static const char *const texts[] = {
    "end of month",
    "Ende des Monats",
    "3 working days",
    "in 5 Werktagen",
    "3-5 days",
    "soon",
    "Wait",
    "",
    "Monday",
    "at 9:00",
    "24 December",
    "31.02.2026",
    "every Monday and Friday",
    "twice a day",
    "before 3 days",
    "Q3 2026",
    "every morning",
    "every day at 25:00",
    "3 days at 9:00",
    "0 days",
    "every Monday every 3 hours",
    "1.5 months",
    "every year on 24 December",
    "um 3 Tage verlängern",
    "9 9 9 days",
    "the 3rd day",
    "twenty or 5 days",
    "after 20 to 5 days",
    "20 5 days",
    "within one month or 2 weeks",
    "3 Tage oder 4 Stunden",
    "3 days or 4 hours",
    "14 days, 2 weeks",
    "5 days (120 hours)",
    "every hour at 15",
    "99999999999999 days",
    "3 Tage vorher",
    "tre giorni fa",
    "hace 3 días",
    "för 3 dagar sedan",
    "less than 2 days left",
    "2 Tage ohne Wochenende",
    "8 heures ouvrées",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PtTimeKind kind = PT_TIME_NONE;
      g_autofree char *iso = NULL;
      PtTimeReading reading = pt_time_read (texts[i], &kind, &iso);

      if (reading != PT_TIME_READ_UNCLEAR || iso)
        fail_msg ("%s: reading %d, %s", texts[i], reading, iso ? iso : "nothing");
    }
}

static void
test_iso (void **state)
{
  static const struct
  {
    const char *text;
    PtTimeReading reading;
    PtTimeKind kind;
    const char *iso;
  } cases[] = {
    { "P3D", PT_TIME_READ_ISO, PT_TIME_DURATION, "P3D" },
    { " PT1H30M ", PT_TIME_READ_ISO, PT_TIME_DURATION, "PT1H30M" },
    { "PT0.5S", PT_TIME_READ_ISO, PT_TIME_DURATION, "PT0.5S" },
    { "P1Y2M3DT4H5M6S", PT_TIME_READ_ISO, PT_TIME_DURATION, "P1Y2M3DT4H5M6S" },
    { "2026-12-24T14:30:00Z", PT_TIME_READ_ISO, PT_TIME_DATE, "2026-12-24T14:30:00Z" },
    { "2026-12-24T14:30", PT_TIME_READ_ISO, PT_TIME_DATE, "2026-12-24T14:30" },
    { "2026-12-24", PT_TIME_READ_ISO, PT_TIME_DATE, "2026-12-24T00:00:00" },
    { "R3/PT10M", PT_TIME_READ_ISO, PT_TIME_CYCLE, "R3/PT10M" },
    { "R/2026-01-01T09:00:00+01:00/P1D", PT_TIME_READ_ISO, PT_TIME_CYCLE,
      "R/2026-01-01T09:00:00+01:00/P1D" },
    { "0 0 9-17 * * MON-FRI", PT_TIME_READ_FOREIGN, PT_TIME_CYCLE, "0 0 9-17 * * MON-FRI" },
    { "0 0/5 * * * ?", PT_TIME_READ_FOREIGN, PT_TIME_CYCLE, "0 0/5 * * * ?" },
    { "${dueDate}", PT_TIME_READ_FOREIGN, PT_TIME_NONE, "${dueDate}" },
    { "=now() + duration(\"P2D\")", PT_TIME_READ_FOREIGN, PT_TIME_NONE,
      "=now() + duration(\"P2D\")" },
    { "P2H", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "PT", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "P3X", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "R/3D", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "R/2026-13-45T99:00:00/P1D", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "R3/2026-02-30T09:00:00/P1D", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "R/P1D/2026-02-30T09:00:00", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "2026-02-30", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "2026-13-01T10:00:00", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "2026-12-24T25:00:00Z", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
    { "2026-12-24T14h", PT_TIME_READ_BROKEN, PT_TIME_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PtTimeKind kind = PT_TIME_NONE;
      g_autofree char *iso = NULL;
      PtTimeReading reading = pt_time_read (cases[i].text, &kind, &iso);

      if (reading != cases[i].reading || kind != cases[i].kind
          || g_strcmp0 (iso, cases[i].iso) != 0)
        fail_msg ("%s: reading %d, kind %d, %s", cases[i].text, reading, kind,
                  iso ? iso : "nothing");
    }
}

/* Deadlines in names and annotations. */
static void
test_deadlines (void **state)
{
  static const struct
  {
    const char *text, *words, *iso; /* NULL: no deadline */
  } cases[] = {
    { "Decide within 3 days", "3 days", "P3D" },
    { "Decide within 3 days after receipt, if possible", "3 days", "P3D" },
    { "Within two weeks: answer", "two weeks", "P2W" },
    { "Antwort innerhalb von 10 Tagen", "10 tagen", "P10D" },
    { "Binnen einer Woche entscheiden", "einer woche", "P1W" },
    { "Svara inom 5 dagar", "5 dagar", "P5D" },
    { "Rispondere entro 3 giorni", "3 giorni", "P3D" },
    { "Répondre dans un délai de 15 jours", "15 jours", "P15D" },
    { "Répondre sous 48 heures", "48 heures", "PT48H" },
    { "Responder en un plazo de 30 días", "30 días", "P30D" },
    { "Enter no later than 24 December 2026", "24 december 2026", "2026-12-24T00:00:00" },
    { "Notwithin 3 days", NULL, NULL },
    { "Répondre sous 5 jours ouvrés", NULL, NULL },
    { "Rispondere entro 5 giorni lavorativi", NULL, NULL },
    { "Responder en un plazo de 5 días hábiles", NULL, NULL },
    { "Decide within budget", NULL, NULL },
    { "Wait 3 days", NULL, NULL },
    { "Within every day", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PtTimeKind kind;
      g_autofree char *iso = NULL;
      g_autofree char *words = pt_time_read_due (cases[i].text, &kind, &iso);

      if (g_strcmp0 (words, cases[i].words) != 0 || g_strcmp0 (iso, cases[i].iso) != 0)
        fail_msg ("%s: “%s”, %s", cases[i].text, words ? words : "", iso ? iso : "nothing");
    }
}

/* Of a text as long as a book the beginning is a name; nothing is cut within a letter. */
static void
test_long_texts (void **state)
{
  g_autofree char *letters = g_strnfill (10000000, 'x');
  g_autofree char *late = g_strconcat (letters, " within 3 days", NULL);
  g_autoptr (GString) accents = g_string_new ("within 3 days a");
  PtTimeKind kind;
  char *iso;

  assert_null (pt_time_read_due (late, &kind, &iso));
  assert_null (iso);
  for (guint i = 0; i < 1000; i++)
    g_string_append (accents, "é");
  {
    g_autofree char *words = pt_time_read_due (accents->str, &kind, &iso);

    assert_true (g_utf8_validate (words, -1, NULL));
    assert_string_equal (iso, "P3D");
    g_free (iso);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_durations),  cmocka_unit_test (test_dates),
    cmocka_unit_test (test_cycles),     cmocka_unit_test (test_unclear),
    cmocka_unit_test (test_iso),        cmocka_unit_test (test_deadlines),
    cmocka_unit_test (test_long_texts),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
