/* pt-time-read.c: words that tell a time, put together to a duration, a date or a cycle
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are read from left to right into what they say: an amount of each unit, a day, a time of
 * day, whether it repeats. Whatever does not fit together makes the whole unclear: it is better to
 * ask than to guess a deadline.
 */
#include "pt-time-read.h"

#include "pt-time-words.h"

#include <math.h>

#define UNSET (-1)

typedef struct
{
  double pending; /* a number whose unit has not come yet, or UNSET */
  gboolean pending_is_article, pending_is_soft, pending_is_half, pending_is_ordinal;
  gboolean pending_is_nth, is_bare; /* "every third …"; a unit without a number */
  gboolean pending_is_digits;       /* "20", not "twenty" */
  int last_unit;                    /* or UNSET, when it was the clock */
  gboolean expects_hour;            /* after "at" */
  gboolean every, has_period, vague;
  double amounts[PT_N_UNITS];
  int weekday;
  int month, day, year;
  int minutes; /* since midnight */
} Reading;

/* ----- reading words
 * ------------------------------------------------------------------------------ */

static void
set_once (Reading *self, int *field, int value)
{
  if (*field != UNSET)
    self->vague = TRUE;
  *field = value;
}

static double
take_pending (Reading *self)
{
  double value = self->pending;

  self->pending = UNSET;
  self->pending_is_article = self->pending_is_soft = self->pending_is_half = FALSE;
  self->pending_is_ordinal = self->pending_is_nth = self->pending_is_digits = FALSE;
  return value;
}

/* "every hour at 15" is no time of day. */
static gboolean
has_time (const Reading *self)
{
  return self->amounts[PT_UNIT_HOUR] > 0 || self->amounts[PT_UNIT_MINUTE] > 0
         || self->amounts[PT_UNIT_SECOND] > 0;
}

/* 9.30 on the clock has no fraction: the point stands between hours and minutes. */
static void
set_clock (Reading *self, double value)
{
  int hours = (int)value, minutes = (int)lround ((value - hours) * 100);

  if (hours > 24 || minutes > 59 || has_time (self))
    self->vague = TRUE;
  set_once (self, &self->minutes, hours * 60 + minutes);
  self->last_unit = UNSET;
}

/* "twenty-four", "soixante-dix", "quatre-vingts": the parts of a number add up. */
static gboolean
adds_up (double before, double value)
{
  if (before == 4 && value == 20)
    return FALSE;
  return (before == 10 && value >= 7 && value <= 9)
         || (before >= 20 && before <= 90 && fmod (before, 10) == 0 && value >= 1 && value <= 9)
         || ((before == 60 || before == 80) && value >= 10 && value <= 19);
}

/* A number behind a month or "at" has found its place already. */
static void
read_number (Reading *self, PtTimeToken token)
{
  gboolean is_article = self->pending_is_soft;

  if (self->pending != UNSET && !is_article && !self->pending_is_ordinal && !self->pending_is_half
      && !self->pending_is_nth && !self->pending_is_digits && token.word == PT_WORD_NUMBER
      && (adds_up (self->pending, token.value) || (self->pending == 4 && token.value == 20)))
    {
      self->pending = self->pending == 4 && token.value == 20 ? 80 : self->pending + token.value;
      return;
    }
  if (is_article)
    take_pending (self);
  if (self->pending != UNSET)
    self->vague = TRUE;
  if (self->expects_hour)
    set_clock (self, token.value);
  else if (self->month != UNSET && self->day == UNSET && token.value <= 31)
    self->day = (int)token.value;
  else if (self->month != UNSET && self->year == UNSET && token.value >= 1900)
    self->year = (int)token.value;
  else
    {
      self->pending = token.value;
      self->pending_is_digits = token.word == PT_WORD_DIGITS;
    }
  self->expects_hour = FALSE;
}

/* "half an hour" and "eine halbe Stunde" are a half; other articles beside numbers are not. */
static void
read_article (Reading *self, PtTimeToken token)
{
  if (self->pending_is_half)
    return;
  if (self->pending_is_soft)
    take_pending (self);
  if (self->pending != UNSET)
    self->vague = TRUE;
  if (self->expects_hour)
    {
      set_clock (self, 1);
      self->expects_hour = FALSE;
      return;
    }
  self->pending = 1;
  self->pending_is_article = TRUE;
}

static void
read_soft_article (Reading *self, PtTimeToken token)
{
  if (self->pending != UNSET)
    return;
  read_article (self, token);
  self->pending_is_soft = self->pending != UNSET;
}

/* A part of the hour, or of what stood before. */
static void
read_plus (Reading *self, PtTimeToken token)
{
  if (self->pending != UNSET)
    self->pending += token.value;
  else if (self->last_unit != UNSET)
    self->amounts[self->last_unit] += token.value;
  else if (self->minutes != UNSET)
    self->minutes += (int)(token.value * 60);
  else
    self->vague = TRUE;
  if (self->last_unit != UNSET)
    self->is_bare = FALSE;
}

static void
read_nth (Reading *self, PtTimeToken token)
{
  if (self->pending != UNSET || !self->every)
    self->vague = TRUE;
  self->pending = token.value;
  self->pending_is_nth = TRUE;
}

static void
read_half (Reading *self, PtTimeToken token)
{
  if (self->pending != UNSET && !self->pending_is_article)
    self->vague = TRUE;
  self->pending = 0.5;
  self->pending_is_article = self->pending_is_soft = FALSE;
  self->pending_is_half = TRUE;
}

static void
read_ordinal (Reading *self, PtTimeToken token)
{
  if (self->month != UNSET)
    {
      read_number (self, token);
      return;
    }
  if (self->every && self->amounts[PT_UNIT_MONTH] > 0 && self->day == UNSET)
    {
      self->day = (int)token.value;
      return;
    }
  if (self->pending != UNSET)
    self->vague = TRUE;
  self->pending = token.value;
  self->pending_is_ordinal = TRUE;
}

static void
read_suffix (Reading *self, PtTimeToken token)
{
  if (self->pending != UNSET)
    self->pending_is_ordinal = TRUE;
}

/* "3 days 4 hours" are one time; "14 days, 2 weeks" and "5 days, 120 hours" say one twice. */
static gboolean
says_more (const Reading *self, PtTimeUnit unit, double amount)
{
  static const double seconds[PT_N_UNITS]
      = { [PT_UNIT_YEAR] = 366 * 86400., [PT_UNIT_MONTH] = 31 * 86400., [PT_UNIT_WEEK] = 7 * 86400.,
          [PT_UNIT_DAY] = 86400.,        [PT_UNIT_HOUR] = 3600.,        [PT_UNIT_MINUTE] = 60.,
          [PT_UNIT_SECOND] = 1. };

  for (guint before = 0; before < PT_N_UNITS; before++)
    if (self->amounts[before] > 0 && (unit <= before || amount * seconds[unit] >= seconds[before]))
      return FALSE;
  return TRUE;
}

static void
add_amount (Reading *self, PtTimeUnit unit, double amount)
{
  if (!says_more (self, unit, amount))
    self->vague = TRUE;
  self->amounts[unit] = amount;
  self->has_period = TRUE;
  self->last_unit = unit;
}

/* "the 15th of every month": a day, not fifteen months. */
static void
read_unit (Reading *self, PtTimeToken token)
{
  PtTimeUnit unit = (PtTimeUnit)token.value;
  gboolean is_day_of_month = self->pending_is_ordinal && unit == PT_UNIT_MONTH;

  if (unit == PT_UNIT_HOUR && self->minutes != UNSET && self->pending == UNSET
      && self->last_unit == UNSET) /* "à 9 heures" */
    return;
  if (self->pending_is_ordinal && !is_day_of_month)
    self->vague = TRUE;
  if (is_day_of_month)
    set_once (self, &self->day, (int)take_pending (self));
  if (self->pending != UNSET)
    add_amount (self, unit, take_pending (self));
  else if (self->has_period)
    self->vague = TRUE;
  else
    {
      add_amount (self, unit, 1);
      self->is_bare |= !self->every && !is_day_of_month;
    }
}

static void
read_every (Reading *self, PtTimeToken token)
{
  self->every = TRUE;
}

static void
read_periodic (Reading *self, PtTimeToken token)
{
  self->every = TRUE;
  add_amount (self, (PtTimeUnit)token.value, 1);
}

static void
read_weekday (Reading *self, PtTimeToken token)
{
  if (self->pending_is_nth)
    add_amount (self, PT_UNIT_WEEK, take_pending (self));
  set_once (self, &self->weekday, (int)token.value);
}

static void
read_weekdays (Reading *self, PtTimeToken token)
{
  self->every = TRUE;
  read_weekday (self, token);
}

static void
read_month (Reading *self, PtTimeToken token)
{
  set_once (self, &self->month, (int)token.value);
  if (self->pending != UNSET)
    set_once (self, &self->day, (int)take_pending (self));
}

static void
read_at (Reading *self, PtTimeToken token)
{
  self->expects_hour = TRUE;
}

static void
read_oclock (Reading *self, PtTimeToken token)
{
  if (self->pending != UNSET)
    set_clock (self, take_pending (self));
}

static void
read_half_day (Reading *self, int noon)
{
  int hours = self->pending != UNSET ? (int)take_pending (self) : UNSET;

  if (hours == UNSET && self->minutes == UNSET)
    return;
  if (hours != UNSET)
    set_once (self, &self->minutes, hours * 60);
  if (self->minutes > 12 * 60 + 59)
    self->vague = TRUE;
  else
    self->minutes = self->minutes % (12 * 60) + noon;
}

static void
read_am (Reading *self, PtTimeToken token)
{
  read_half_day (self, 0);
}

static void
read_pm (Reading *self, PtTimeToken token)
{
  read_half_day (self, 12 * 60);
}

static void
read_clock (Reading *self, PtTimeToken token)
{
  set_once (self, &self->minutes, (int)token.value);
  self->expects_hour = FALSE;
}

static void
read_date (Reading *self, PtTimeToken token)
{
  int date = (int)token.value;

  set_once (self, &self->year, date / 10000);
  set_once (self, &self->month, date / 100 % 100);
  set_once (self, &self->day, date % 100);
}

static void
read_vague (Reading *self, PtTimeToken token)
{
  self->vague = TRUE;
}

/* "2 to 3 days", but "up to 3 days" */
static void
read_to (Reading *self, PtTimeToken token)
{
  self->vague |= self->pending != UNSET && !self->pending_is_article;
}

static void (*const readers[]) (Reading *self, PtTimeToken token) = {
  [PT_WORD_VAGUE] = read_vague,
  [PT_WORD_NUMBER] = read_number,
  [PT_WORD_DIGITS] = read_number,
  [PT_WORD_TO] = read_to,
  [PT_WORD_ARTICLE] = read_article,
  [PT_WORD_SOFT_ARTICLE] = read_soft_article,
  [PT_WORD_HALF] = read_half,
  [PT_WORD_PLUS] = read_plus,
  [PT_WORD_NTH] = read_nth,
  [PT_WORD_SECOND] = read_nth,
  [PT_WORD_ORDINAL] = read_ordinal,
  [PT_WORD_SUFFIX] = read_suffix,
  [PT_WORD_UNIT] = read_unit,
  [PT_WORD_EVERY] = read_every,
  [PT_WORD_PERIODIC] = read_periodic,
  [PT_WORD_WEEKDAY] = read_weekday,
  [PT_WORD_WEEKDAYS] = read_weekdays,
  [PT_WORD_MONTH] = read_month,
  [PT_WORD_AT] = read_at,
  [PT_WORD_OCLOCK] = read_oclock,
  [PT_WORD_AM] = read_am,
  [PT_WORD_PM] = read_pm,
  [PT_WORD_CLOCK] = read_clock,
  [PT_WORD_DATE] = read_date,
};

/* A number left over is an hour or a day when it repeats and none was said: "every Monday 9",
 * "every month on the 15th". */
static void
place_leftover (Reading *self)
{
  gboolean ordinal = self->pending_is_ordinal;

  if (self->pending == UNSET || self->pending_is_article)
    return;
  if (self->every && ordinal && self->amounts[PT_UNIT_MONTH] > 0 && self->day == UNSET)
    self->day = (int)take_pending (self);
  else if (self->every && !ordinal && self->minutes == UNSET)
    set_clock (self, take_pending (self));
  else
    self->vague = TRUE;
}

/* ----- writing ISO 8601
 * --------------------------------------------------------------------------- */

/* What a fraction of a unit is made of: half a day is twelve hours. */
static const struct
{
  PtTimeUnit smaller; /* the unit itself: has no fixed parts */
  int n;
} parts[PT_N_UNITS] = {
  [PT_UNIT_YEAR] = { PT_UNIT_MONTH, 12 },   [PT_UNIT_MONTH] = { PT_UNIT_MONTH, 0 },
  [PT_UNIT_WEEK] = { PT_UNIT_DAY, 7 },      [PT_UNIT_DAY] = { PT_UNIT_HOUR, 24 },
  [PT_UNIT_HOUR] = { PT_UNIT_MINUTE, 60 },  [PT_UNIT_MINUTE] = { PT_UNIT_SECOND, 60 },
  [PT_UNIT_SECOND] = { PT_UNIT_SECOND, 0 },
};

/* Turns fractions into smaller units. Returns: whether it comes out even */
static gboolean
split_fractions (double *amounts)
{
  for (guint unit = 0; unit < PT_N_UNITS; unit++)
    {
      double whole = floor (amounts[unit]), rest = amounts[unit] - whole;

      if (rest == 0)
        continue;
      if (parts[unit].n == 0)
        return FALSE;
      amounts[unit] = whole;
      amounts[parts[unit].smaller] += round (rest * parts[unit].n * 1000) / 1000;
    }
  return TRUE;
}

/* Weeks stand alone in ISO 8601; beside others they are days. */
static void
settle_weeks (double *amounts)
{
  double others = 0;

  for (guint unit = 0; unit < PT_N_UNITS; unit++)
    if (unit != PT_UNIT_WEEK)
      others += amounts[unit];
  if (others == 0)
    return;
  amounts[PT_UNIT_DAY] += 7 * amounts[PT_UNIT_WEEK];
  amounts[PT_UNIT_WEEK] = 0;
}

static char *
duration_to_iso (const Reading *self)
{
  static const char letters[] = "YMWDHMS";
  double amounts[PT_N_UNITS], total = 0;
  GString *iso = g_string_new ("P");

  memcpy (amounts, self->amounts, sizeof amounts);
  if (!split_fractions (amounts))
    return g_string_free (iso, TRUE);
  settle_weeks (amounts);
  for (guint unit = 0; unit < PT_N_UNITS; unit++)
    {
      if (amounts[unit] == 0)
        continue;
      total += amounts[unit];
      if (unit >= PT_UNIT_HOUR && !strchr (iso->str, 'T'))
        g_string_append_c (iso, 'T');
      g_string_append_printf (iso, "%.0f%c", amounts[unit], letters[unit]);
    }
  return g_string_free (iso, total == 0);
}

static char *
date_time_to_iso (int year, int month, int day, int minutes)
{
  if (minutes == UNSET)
    minutes = 0;
  if (minutes >= 24 * 60 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00", year, month, day, minutes / 60,
                          minutes % 60);
}

/* Weekdays of the first week of 2024 are its first seven days. */
static char *
cycle_to_iso (Reading *self)
{
  g_autofree char *period = NULL;
  g_autofree char *start = NULL;
  gboolean by_weekday = self->weekday != UNSET;
  gboolean anchored = by_weekday || self->minutes != UNSET || self->day != UNSET;

  if (by_weekday && !self->has_period)
    self->amounts[PT_UNIT_WEEK] = 1;
  if (by_weekday && (self->amounts[PT_UNIT_WEEK] == 0 || self->day != UNSET))
    return NULL;
  if (self->month != UNSET || (self->day != UNSET && self->amounts[PT_UNIT_MONTH] == 0))
    return NULL;
  period = duration_to_iso (self);
  if (!period || !anchored)
    return period ? g_strconcat ("R/", period, NULL) : NULL;
  start = date_time_to_iso (2024, 1, by_weekday ? self->weekday + 1 : MAX (self->day, 1),
                            self->minutes);
  return start ? g_strconcat ("R/", start, "/", period, NULL) : NULL;
}

static gboolean
settle (Reading *self, PtTimeKind *kind, char **iso)
{
  gboolean has_date = self->year != UNSET && self->month != UNSET && self->day != UNSET;
  gboolean has_place = self->weekday != UNSET || self->minutes != UNSET || self->day != UNSET;

  if (self->every)
    {
      *kind = PT_TIME_CYCLE;
      *iso = cycle_to_iso (self);
    }
  else if (has_date && !self->has_period)
    {
      *kind = PT_TIME_DATE;
      *iso = date_time_to_iso (self->year, self->month, self->day, self->minutes);
    }
  else if (self->has_period && !has_place)
    {
      *kind = PT_TIME_DURATION;
      *iso = duration_to_iso (self);
    }
  return *iso != NULL;
}

static PtTimeWord
word_at (const GArray *tokens, guint i)
{
  return i < tokens->len ? g_array_index (tokens, PtTimeToken, i).word : PT_WORD_OTHER;
}

/* "every second day" and "every second": what follows tells the number from the unit. */
static PtTimeToken
token_at (const GArray *tokens, guint i)
{
  PtTimeToken token = g_array_index (tokens, PtTimeToken, i);
  PtTimeWord next = word_at (tokens, i + 1);

  if (token.word != PT_WORD_SECOND || next == PT_WORD_UNIT || next == PT_WORD_WEEKDAY
      || next == PT_WORD_MONTH)
    return token;
  return (PtTimeToken){ PT_WORD_UNIT, PT_UNIT_SECOND };
}

/* No time lies before its beginning. */
static gboolean
is_negative (const char *text)
{
  text += strspn (text, " \t\r\n");
  return *text == '-' && g_ascii_isdigit (text[1 + strspn (text + 1, " ")]);
}

gboolean
pt_time_read_words (const char *text, PtTimeKind *kind, char **iso)
{
  g_autoptr (GArray) tokens = pt_time_tokenize (text);
  Reading self = { .pending = UNSET,
                   .weekday = UNSET,
                   .month = UNSET,
                   .day = UNSET,
                   .year = UNSET,
                   .minutes = UNSET,
                   .last_unit = UNSET };

  *iso = NULL;
  if (is_negative (text))
    return FALSE;
  for (guint i = 0; i < tokens->len; i++)
    {
      PtTimeToken token = token_at (tokens, i);

      readers[token.word](&self, token);
    }
  place_leftover (&self);
  return !self.vague && !self.is_bare && settle (&self, kind, iso);
}
