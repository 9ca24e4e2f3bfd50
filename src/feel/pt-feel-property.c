/* pt-feel-property.c: what stands behind a dot: entries of contexts, parts of dates (10.3.2.15)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-eval.h"

#include <glib/gi18n-lib.h>

/* ----- parts --------------------------------------------------------------------------------- */

static PtFeelValue
year_of (const PtFeelValue *value)
{
  return pt_feel_number (value->moment->year);
}

static PtFeelValue
month_of (const PtFeelValue *value)
{
  return pt_feel_number (value->moment->month);
}

static PtFeelValue
day_of (const PtFeelValue *value)
{
  return pt_feel_number (value->moment->day);
}

static PtFeelValue
weekday_of (const PtFeelValue *value)
{
  return pt_feel_number (pt_calendar_weekday (value->moment));
}

static PtFeelValue
hour_of (const PtFeelValue *value)
{
  return pt_feel_number (value->moment->nanos / PT_NANOS / 3600);
}

static PtFeelValue
minute_of (const PtFeelValue *value)
{
  return pt_feel_number (value->moment->nanos / PT_NANOS / 60 % 60);
}

static PtFeelValue
second_of (const PtFeelValue *value)
{
  return pt_feel_number (value->moment->nanos / PT_NANOS % 60);
}

static PtFeelValue
offset_of (const PtFeelValue *value)
{
  if (value->moment->clock == PT_CLOCK_ANY)
    return PT_FEEL_NULL;
  return pt_feel_decimal (PT_FEEL_KIND_DAYS,
                          pt_decimal_from_int (pt_moment_offset (value->moment)));
}

static PtFeelValue
zone_of (const PtFeelValue *value)
{
  if (value->moment->clock != PT_CLOCK_ZONE)
    return PT_FEEL_NULL;
  return pt_feel_string (pt_zone_get_name (value->moment->zone));
}

/* Of a duration: whole @unit of it, of which @of make the next larger one (0: none). */
static PtFeelValue
part_of (const PtFeelValue *value, gint64 unit, gint64 of)
{
  gint64 whole, nanos;

  if (!pt_decimal_split (value->decimal, &whole, &nanos))
    return PT_FEEL_NULL;
  return pt_feel_number (of ? whole / unit % of : whole / unit);
}

static PtFeelValue
years_of (const PtFeelValue *value)
{
  return part_of (value, 12, 0);
}

static PtFeelValue
months_of (const PtFeelValue *value)
{
  return part_of (value, 1, 12);
}

static PtFeelValue
days_of (const PtFeelValue *value)
{
  return part_of (value, 86400, 0);
}

static PtFeelValue
hours_of (const PtFeelValue *value)
{
  return part_of (value, 3600, 24);
}

static PtFeelValue
minutes_of (const PtFeelValue *value)
{
  return part_of (value, 60, 60);
}

static PtFeelValue
seconds_of (const PtFeelValue *value)
{
  return part_of (value, 1, 60);
}

static PtFeelValue
start_of (const PtFeelValue *value)
{
  return pt_feel_value_ref (&value->range->low);
}

static PtFeelValue
end_of (const PtFeelValue *value)
{
  return pt_feel_value_ref (&value->range->high);
}

static PtFeelValue
start_included_of (const PtFeelValue *value)
{
  return pt_feel_boolean (!value->range->open_low);
}

static PtFeelValue
end_included_of (const PtFeelValue *value)
{
  return pt_feel_boolean (!value->range->open_high);
}

#define DAY (1 << PT_FEEL_KIND_DATE | 1 << PT_FEEL_KIND_DATE_TIME)
#define CLOCK (1 << PT_FEEL_KIND_TIME | 1 << PT_FEEL_KIND_DATE_TIME)

static const struct
{
  const char *name;
  guint kinds;
  PtFeelValue (*get) (const PtFeelValue *value);
  PtFeelKind kind; /* of what it gives; %PT_FEEL_KIND_ANY: that of a range's ends */
} properties[] = {
  { "year", DAY, year_of, PT_FEEL_KIND_NUMBER },
  { "month", DAY, month_of, PT_FEEL_KIND_NUMBER },
  { "day", DAY, day_of, PT_FEEL_KIND_NUMBER },
  { "weekday", DAY, weekday_of, PT_FEEL_KIND_NUMBER },
  { "hour", CLOCK | DAY, hour_of, PT_FEEL_KIND_NUMBER },
  { "minute", CLOCK | DAY, minute_of, PT_FEEL_KIND_NUMBER },
  { "second", CLOCK | DAY, second_of, PT_FEEL_KIND_NUMBER },
  { "time offset", CLOCK | DAY, offset_of, PT_FEEL_KIND_DAYS },
  { "timezone", CLOCK | DAY, zone_of, PT_FEEL_KIND_STRING },
  { "years", 1 << PT_FEEL_KIND_MONTHS, years_of, PT_FEEL_KIND_NUMBER },
  { "months", 1 << PT_FEEL_KIND_MONTHS, months_of, PT_FEEL_KIND_NUMBER },
  { "days", 1 << PT_FEEL_KIND_DAYS, days_of, PT_FEEL_KIND_NUMBER },
  { "hours", 1 << PT_FEEL_KIND_DAYS, hours_of, PT_FEEL_KIND_NUMBER },
  { "minutes", 1 << PT_FEEL_KIND_DAYS, minutes_of, PT_FEEL_KIND_NUMBER },
  { "seconds", 1 << PT_FEEL_KIND_DAYS, seconds_of, PT_FEEL_KIND_NUMBER },
  { "start", 1 << PT_FEEL_KIND_RANGE, start_of, PT_FEEL_KIND_ANY },
  { "end", 1 << PT_FEEL_KIND_RANGE, end_of, PT_FEEL_KIND_ANY },
  { "start included", 1 << PT_FEEL_KIND_RANGE, start_included_of, PT_FEEL_KIND_BOOLEAN },
  { "end included", 1 << PT_FEEL_KIND_RANGE, end_included_of, PT_FEEL_KIND_BOOLEAN },
};

gboolean
pt_feel_property_kind (PtFeelKind of, const char *name, PtFeelKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if ((properties[i].kinds >> of & 1) && g_str_equal (properties[i].name, name))
      {
        *kind = properties[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* ----- paths --------------------------------------------------------------------------------- */

static PtFeelValue
items_property (PtFeelRun *run, const PtFeelList *list, const PtFeelNode *name)
{
  PtFeelValue result;

  if (run && !pt_run_spend (run, list->n))
    return PT_FEEL_NULL;
  result = pt_feel_list_sized (list->n);
  for (guint i = 0; i < list->n; i++)
    pt_feel_list_add (&result, pt_feel_property (run, &list->items[i], name));
  return result;
}

static PtFeelValue
no_property (PtFeelRun *run, const PtFeelValue *value, const PtFeelNode *name)
{
  PtFeelValue null = PT_FEEL_NULL;

  if (run)
    /* Translators: 1 a kind of value, such as “date”, 2 a name such as “hour” */
    pt_run_fail (run, name->at, &null, _ ("a %s has no “%s”"), pt_feel_kind_get_label (value->kind),
                 name->text);
  return null;
}

PtFeelValue
pt_feel_property (PtFeelRun *run, const PtFeelValue *value, const PtFeelNode *name)
{
  if (value->kind == PT_FEEL_KIND_CONTEXT)
    {
      const PtFeelValue *found
          = pt_feel_context_find (value->context, name->text, name->length, name->hash);

      return found ? pt_feel_value_ref (found) : no_property (run, value, name);
    }
  if (value->kind == PT_FEEL_KIND_LIST)
    return items_property (run, value->list, name);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if ((properties[i].kinds >> value->kind & 1) && g_str_equal (properties[i].name, name->text))
      return properties[i].get (value);
  return no_property (run, value, name);
}

void
pt_eval_path (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  const PtFeelValue *found = pt_feel_borrow (run, node);
  PtFeelValue value;

  if (found)
    {
      *out = pt_feel_value_ref (found);
      return;
    }
  pt_feel_eval (run, node->args[0], &value);
  *out = pt_feel_property (run, &value, node);
  pt_feel_drop (&value);
}
