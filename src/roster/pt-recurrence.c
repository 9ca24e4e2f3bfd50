/* pt-recurrence.c: days that come again, a subset of RFC 5545's RRULE
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-private.h"

#include <glib/gi18n-lib.h>
#include <partitur/calendar.h>
#include <stdio.h>
#include <string.h>

#define N_DAYS 7
#define MOST_YEARS 400    /* after so many the weekdays of a year come again */
#define MOST_COUNT 100000 /* days that are counted, at most */
#define MOST_INTERVAL 10000

G_DEFINE_QUARK (pt - recurrence - error - quark, pt_recurrence_error)

typedef enum
{
  WEEKLY,
  YEARLY,
} Frequency;

struct _PtRecurrence
{
  Frequency frequency;
  gboolean has_frequency;
  guint interval, count;
  GDate start, until; /* invalid: open */
  guint months;       /* bit n for month n; 0 for all */
  guint32 days;       /* bit n for day n of the month; 0 for all */
  guint32 last_days;  /* bit n for the n-th day from the end */
  guint weekdays;     /* bit n for weekday n, whichever it is; 0 for all */
  GArray *nth;        /* of Nth: counted weekdays */
};

/* "4TH": the fourth Thursday; "-1MO": the last Monday. */
typedef struct
{
  int n;
  GDateWeekday weekday;
} Nth;

static const char *const weekday_names[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* ----- reading ---------------------------------------------------------------------------------
 */

static gboolean
read_number (const char *text, int least, int most, int *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (*text == '+' ? text + 1 : text, 10, least, most, &value, NULL)
      || value == 0)
    return FALSE;
  *number = (int)value;
  return TRUE;
}

static gboolean
read_frequency (PtRecurrence *self, const char *value)
{
  self->has_frequency = TRUE;
  self->frequency = strcmp (value, "YEARLY") == 0 ? YEARLY : WEEKLY;
  return self->frequency == YEARLY || strcmp (value, "WEEKLY") == 0;
}

static gboolean
read_interval (PtRecurrence *self, const char *value)
{
  return read_number (value, 1, MOST_INTERVAL, (int *)&self->interval);
}

static gboolean
read_count (PtRecurrence *self, const char *value)
{
  return read_number (value, 1, MOST_COUNT, (int *)&self->count);
}

/* "20261231", with or without a time behind it; or as the rest of the file writes days. */
static gboolean
read_until (PtRecurrence *self, const char *value)
{
  guint year, month, day;
  int length = 0;

  if (pt_roster_parse_day (value, &self->until))
    return TRUE;
  if (strspn (value, "0123456789") != 8
      || sscanf (value, "%4u%2u%2u%n", &year, &month, &day, &length) != 3)
    return FALSE;
  if ((value[length] != '\0' && value[length] != 'T')
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_set_dmy (&self->until, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

static gboolean
read_month (PtRecurrence *self, const char *item)
{
  int month;

  if (!read_number (item, 1, 12, &month))
    return FALSE;
  self->months |= 1u << month;
  return TRUE;
}

static gboolean
read_day (PtRecurrence *self, const char *item)
{
  int day;

  if (!read_number (item, -31, 31, &day))
    return FALSE;
  if (day > 0)
    self->days |= (guint32)1 << day;
  else
    self->last_days |= (guint32)1 << -day;
  return TRUE;
}

static gboolean
read_weekday (PtRecurrence *self, const char *item)
{
  gsize length = strlen (item);
  g_autofree char *number = length >= 2 ? g_strndup (item, length - 2) : NULL;
  Nth nth = { 0 };

  if (number == NULL || (*number != '\0' && !read_number (number, -53, 53, &nth.n)))
    return FALSE;
  for (guint i = G_DATE_MONDAY; i <= G_DATE_SUNDAY; i++)
    if (strcmp (item + length - 2, weekday_names[i]) == 0)
      nth.weekday = (GDateWeekday)i;
  if (nth.weekday == G_DATE_BAD_WEEKDAY)
    return FALSE;
  if (nth.n == 0)
    self->weekdays |= 1u << nth.weekday;
  else
    g_array_append_val (self->nth, nth);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*read) (PtRecurrence *self, const char *value);
  gboolean is_list;
  const char *expected;
} parts[] = {
  { "FREQ", read_frequency, FALSE, N_ ("WEEKLY or YEARLY") },
  { "INTERVAL", read_interval, FALSE, N_ ("a whole number from 1") },
  { "COUNT", read_count, FALSE, N_ ("a whole number from 1") },
  { "UNTIL", read_until, FALSE, N_ ("a day, such as 20261231") },
  { "BYMONTH", read_month, TRUE, N_ ("months from 1 to 12") },
  { "BYMONTHDAY", read_day, TRUE, N_ ("days from 1 to 31, or from the end, such as -1") },
  { "BYDAY", read_weekday, TRUE,
    N_ ("MO, TU, WE, TH, FR, SA or SU, or counted, such as 4TH or -1MO") },
};

static gboolean
read_value (PtRecurrence *self, guint part, const char *value)
{
  g_auto (GStrv) items = NULL;

  if (!parts[part].is_list)
    return parts[part].read (self, value);
  items = g_strsplit (value, ",", -1);
  for (guint i = 0; items[i] != NULL; i++)
    if (!parts[part].read (self, items[i]))
      return FALSE;
  return items[0] != NULL;
}

/* @text: "BYMONTH=5" */
static gboolean
read_part (PtRecurrence *self, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = g_strndup (text, equals != NULL ? (gsize)(equals - text) : strlen (text));

  for (guint i = 0; i < G_N_ELEMENTS (parts) && equals != NULL; i++)
    if (strcmp (parts[i].name, name) == 0)
      {
        if (read_value (self, i, equals + 1))
          return TRUE;
        g_set_error (error, PT_RECURRENCE_ERROR, PT_RECURRENCE_ERROR_SYNTAX,
                     _ ("%s is “%s”; expected there: %s"), name, equals + 1, _ (parts[i].expected));
        return FALSE;
      }
  g_set_error (error, PT_RECURRENCE_ERROR, PT_RECURRENCE_ERROR_SYNTAX,
               _ ("“%s” is not understood; a rule has FREQ=WEEKLY or FREQ=YEARLY and, parted by "
                  "semicolons, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY or BYDAY"),
               text);
  return FALSE;
}

/* ----- what it leaves to the first day ---------------------------------------------------------
 */

/* RFC 5545, 3.3.10: what the rule does not say, it has from the first day. Returns: %FALSE when it
 * would have to, and there is none */
static gboolean
complete (PtRecurrence *self)
{
  gboolean has_day
      = self->days != 0 || self->last_days != 0 || self->weekdays != 0 || self->nth->len > 0;
  gboolean needs_start = self->interval > 1 || self->count > 0 || !has_day;

  if (!g_date_valid (&self->start))
    return !needs_start;
  if (!has_day && self->frequency == WEEKLY)
    self->weekdays = 1u << g_date_get_weekday (&self->start);
  else if (!has_day)
    {
      self->days = (guint32)1 << g_date_get_day (&self->start);
      if (self->months == 0)
        self->months = 1u << g_date_get_month (&self->start);
    }
  return TRUE;
}

/* The days that are counted end on one that can be worked out once. */
static void
end_count (PtRecurrence *self)
{
  GDate day = self->start;
  guint left = self->count;

  self->count = 0;
  for (guint i = 0; left > 0 && i < MOST_YEARS * 366u; i++)
    {
      if (pt_recurrence_has (self, &day))
        left--;
      if (left > 0)
        g_date_add_days (&day, 1);
    }
  if (!g_date_valid (&self->until) || g_date_compare (&day, &self->until) < 0)
    self->until = day;
}

static gboolean
check (PtRecurrence *self, GError **error)
{
  const char *fault = NULL;

  if (!self->has_frequency)
    fault = _ ("FREQ is missing; expected: FREQ=WEEKLY or FREQ=YEARLY");
  else if (self->frequency == WEEKLY
           && (self->nth->len > 0 || self->days != 0 || self->last_days != 0))
    fault = _ ("with FREQ=WEEKLY, days are given by BYDAY, not counted");
  else if (!complete (self))
    fault = _ ("the rule does not say on which days; it needs a first day “from” for that");
  if (fault == NULL)
    return TRUE;
  g_set_error_literal (error, PT_RECURRENCE_ERROR, PT_RECURRENCE_ERROR_SYNTAX, fault);
  return FALSE;
}

PtRecurrence *
pt_recurrence_parse (const char *text, const GDate *start, GError **error)
{
  g_autoptr (PtRecurrence) self = g_new0 (PtRecurrence, 1);
  g_auto (GStrv) items = g_strsplit (text, ";", -1);

  self->interval = 1;
  self->nth = g_array_new (FALSE, FALSE, sizeof (Nth));
  g_date_clear (&self->start, 1);
  g_date_clear (&self->until, 1);
  if (start != NULL)
    self->start = *start;
  for (guint i = 0; items[i] != NULL; i++)
    if (!read_part (self, g_strstrip (items[i]), error))
      return NULL;
  if (!check (self, error))
    return NULL;
  if (self->count > 0)
    end_count (self);
  return g_steal_pointer (&self);
}

void
pt_recurrence_free (PtRecurrence *self)
{
  g_array_unref (self->nth);
  g_free (self);
}

/* ----- asking ----------------------------------------------------------------------------------
 */

static gboolean
lies_in_span (const PtRecurrence *self, const GDate *day)
{
  return (!g_date_valid (&self->start) || g_date_compare (&self->start, day) <= 0)
         && (!g_date_valid (&self->until) || g_date_compare (day, &self->until) <= 0);
}

/* Whether the week or year of @day is one of those that count. Weeks begin on Monday. */
static gboolean
lies_in_interval (const PtRecurrence *self, const GDate *day)
{
  guint32 first, now;

  if (self->interval == 1)
    return TRUE;
  if (self->frequency == YEARLY)
    return (g_date_get_year (day) - g_date_get_year (&self->start)) % self->interval == 0;
  first = (g_date_get_julian (&self->start) - 1) / N_DAYS;
  now = (g_date_get_julian (day) - 1) / N_DAYS;
  return (now - first) % self->interval == 0;
}

/* Whether @day is the n-th of its weekday among @length days, of which it is the @number-th from 1.
 */
static gboolean
is_nth (const Nth *nth, guint number, guint length)
{
  return nth->n > 0 ? (number - 1) / N_DAYS + 1 == (guint)nth->n
                    : (length - number) / N_DAYS + 1 == (guint)-nth->n;
}

static gboolean
fits_weekday (const PtRecurrence *self, const GDate *day)
{
  GDateWeekday weekday = g_date_get_weekday (day);
  gboolean of_month = self->months != 0;
  guint number = of_month ? g_date_get_day (day) : g_date_get_day_of_year (day);
  guint length = of_month ? g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day))
                 : g_date_is_leap_year (g_date_get_year (day)) ? 366
                                                               : 365;

  if ((self->weekdays == 0 && self->nth->len == 0) || self->weekdays & 1u << weekday)
    return TRUE;
  for (guint i = 0; i < self->nth->len; i++)
    {
      const Nth *nth = &g_array_index (self->nth, Nth, i);

      if (nth->weekday == weekday && is_nth (nth, number, length))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fits_day (const PtRecurrence *self, const GDate *day)
{
  guint number = g_date_get_day (day);
  guint length = g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));

  return (self->days == 0 && self->last_days == 0) || self->days & (guint32)1 << number
         || self->last_days & (guint32)1 << (length - number + 1);
}

gboolean
pt_recurrence_has (const PtRecurrence *self, const GDate *day)
{
  return lies_in_span (self, day) && lies_in_interval (self, day)
         && (self->months == 0 || self->months & 1u << g_date_get_month (day))
         && fits_day (self, day) && fits_weekday (self, day);
}
