/* pt-calendar-read.c: weekly hours and closed days, as a roles file writes them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "pt-calendar-private.h"
#include "pt-roster-private.h"

#define MINUTES_PER_DAY (24u * 60u)

static const char *const weekdays[] = { "", "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static GDateWeekday
read_weekday (const char *text)
{
  for (guint i = G_DATE_MONDAY; i <= G_DATE_SUNDAY; i++)
    if (strncmp (text, weekdays[i], strlen (weekdays[i])) == 0)
      return (GDateWeekday)i;
  return G_DATE_BAD_WEEKDAY;
}

/* "mon-fri", "sat", "mon,wed,fri", "fri-mon". Returns: bit n for weekday n; 0 when it is wrong */
static guint
read_days (const char *text)
{
  g_auto (GStrv) items = g_strsplit (text, ",", -1);
  guint days = 0;

  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *hyphen = strchr (g_strstrip (items[i]), '-');
      guint first = read_weekday (items[i]);
      guint last = hyphen != NULL ? read_weekday (hyphen + 1) : first;

      if (first == G_DATE_BAD_WEEKDAY || last == G_DATE_BAD_WEEKDAY)
        return 0;
      for (guint day = first; day != last; day = day % 7 + 1)
        days |= 1u << day;
      days |= 1u << last;
    }
  return days;
}

/* "08:30". @minutes: (out) */
static gboolean
read_time (const xmlNode *node, const char *attribute, guint *minutes)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);
  guint hour, minute;
  int length = 0;

  if (text == NULL || sscanf (g_strstrip (text), "%2u:%2u%n", &hour, &minute, &length) != 2
      || text[length] != '\0' || minute > 59 || hour * 60 + minute > MINUTES_PER_DAY)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

void
pt_calendar_read_work (PtCalendar *self, const xmlNode *node)
{
  g_autofree char *text = pt_xml_attribute (node, "days");
  guint days = text != NULL ? read_days (text) : 0;
  PtWorkHours work;

  if (!read_time (node, "from", &work.from) || !read_time (node, "until", &work.until))
    return;
  if (work.until <= work.from)
    work.until += MINUTES_PER_DAY;
  for (guint day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    if (days & 1u << day)
      {
        work.day = (GDateWeekday)day;
        g_array_append_val (self->work, work);
      }
}

gboolean
pt_calendar_read_closure (PtClosure *closure, const xmlNode *node, GError **error)
{
  g_autofree char *rule = pt_xml_attribute (node, "rule");
  gboolean from, until;

  *closure = (PtClosure){ 0 };
  if (!pt_roster_read_day (node, "from", &closure->from, &from)
      || !pt_roster_read_day (node, "until", &closure->until, &until))
    return FALSE;
  if (rule == NULL)
    return from || until;
  closure->rule = pt_recurrence_parse (g_strstrip (rule), from ? &closure->from : NULL, error);
  return closure->rule != NULL;
}
