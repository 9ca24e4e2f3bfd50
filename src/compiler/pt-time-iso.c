/* pt-time-iso.c: telling ISO 8601, and what engines take beside it, from words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-time-read.h"

#include <stdio.h>

#define DURATION                                                                                   \
  "P(?=\\d|T\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+([.,]\\d+)?S)?)?"
#define DATE "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?(Z|[+-]\\d{2}(:?\\d{2})?)?)?"

/* Kinds of text, the strict ones first. */
static const struct
{
  const char *pattern;
  PtTimeReading reading;
  PtTimeKind kind; /* %PT_TIME_NONE: as the file says */
} forms[] = {
  { "^" DURATION "$", PT_TIME_READ_ISO, PT_TIME_DURATION },
  { "^" DATE "$", PT_TIME_READ_ISO, PT_TIME_DATE },
  { "^R\\d*/(" DATE "/)?" DURATION "(/" DATE ")?$", PT_TIME_READ_ISO, PT_TIME_CYCLE },
  { "^([$#]\\{.*\\}|=.+)$", PT_TIME_READ_FOREIGN, PT_TIME_NONE },
  { "^([0-9*?/,LW#-]+ +){3,5}[0-9*?/,A-Z#-]+( +[0-9A-Z*?/,L#-]+){1,2}$", PT_TIME_READ_FOREIGN,
    PT_TIME_CYCLE },
  { "^(P(T|\\d)|R\\d*/|\\d{4}-?\\d{2}-?\\d{2}T)\\S*$", PT_TIME_READ_BROKEN, PT_TIME_NONE },
};

static gpointer
compile_forms (gpointer unused)
{
  GRegex **regexes = g_new (GRegex *, G_N_ELEMENTS (forms));

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      regexes[i] = g_regex_new (forms[i].pattern, G_REGEX_OPTIMIZE | G_REGEX_DOTALL, 0, NULL);
      g_assert (regexes[i]);
    }
  return regexes;
}

static int
find_form (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  GRegex **regexes = g_once (&once, compile_forms, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_regex_match (regexes[i], text, 0, NULL))
      return i;
  return -1;
}

/* Whether the day of the date at @text is in the calendar and its time on the clock. */
static gboolean
is_possible (const char *text)
{
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;

  sscanf (text, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second);
  return year > 0 && g_date_valid_dmy (day, month, year) && hour < 24 && minute < 60 && second < 60;
}

/* A cycle has a date at its beginning, its end or nowhere. */
static gboolean
are_dates_possible (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);

  for (guint i = 0; parts[i]; i++)
    if (g_ascii_isdigit (*parts[i]) && !is_possible (parts[i]))
      return FALSE;
  return TRUE;
}

PtTimeReading
pt_time_read (const char *text, PtTimeKind *kind, char **iso)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  int form = find_form (bare);
  PtTimeReading reading = form >= 0 ? forms[form].reading : PT_TIME_READ_UNCLEAR;

  *iso = NULL;
  if (reading == PT_TIME_READ_ISO && !are_dates_possible (bare))
    return PT_TIME_READ_BROKEN;
  if (form >= 0 && forms[form].kind != PT_TIME_NONE)
    *kind = forms[form].kind;
  if (reading == PT_TIME_READ_UNCLEAR)
    return pt_time_read_words (bare, kind, iso) ? PT_TIME_READ_WORDS : PT_TIME_READ_UNCLEAR;
  if (reading == PT_TIME_READ_ISO && *kind == PT_TIME_DATE && !strchr (bare, 'T'))
    *iso = g_strconcat (bare, "T00:00:00", NULL);
  else if (reading != PT_TIME_READ_BROKEN)
    *iso = g_steal_pointer (&bare);
  return reading;
}
