/* pt-feel-compare.c: equality, order, what a range holds (10.3.2.13)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-object.h"

static gboolean
is_moment (PtFeelKind kind)
{
  return kind == PT_FEEL_KIND_DATE || kind == PT_FEEL_KIND_TIME || kind == PT_FEEL_KIND_DATE_TIME;
}

static int
string_order (const PtFeelString *a, const PtFeelString *b)
{
  int order = memcmp (a->text, b->text, MIN (a->length, b->length));

  return order ? order : (a->length > b->length) - (a->length < b->length);
}

gboolean
pt_feel_value_order (const PtFeelValue *a, const PtFeelValue *b, int *order)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case PT_FEEL_KIND_NUMBER:
    case PT_FEEL_KIND_DAYS:
    case PT_FEEL_KIND_MONTHS:
      *order = pt_decimal_compare (a->decimal, b->decimal);
      return TRUE;
    case PT_FEEL_KIND_STRING:
      *order = string_order (a->string, b->string);
      return TRUE;
    case PT_FEEL_KIND_DATE:
    case PT_FEEL_KIND_TIME:
    case PT_FEEL_KIND_DATE_TIME:
      return pt_moment_compare (a->moment, b->moment, order);
    default:
      return FALSE;
    }
}

/* ----- equality ------------------------------------------------------------------------------ */

static int
lists_equal (const PtFeelList *a, const PtFeelList *b)
{
  if (a->n != b->n)
    return 0;
  for (guint i = 0; i < a->n; i++)
    if (pt_feel_value_equal (&a->items[i], &b->items[i]) != 1)
      return 0;
  return 1;
}

static int
contexts_equal (const PtFeelContext *a, const PtFeelContext *b)
{
  if (a->n != b->n)
    return 0;
  for (guint i = 0; i < a->n; i++)
    {
      const PtFeelString *name = a->entries[i].name;
      const PtFeelValue *other = pt_feel_context_find (b, name->text, name->length, name->hash);

      if (!other || pt_feel_value_equal (&a->entries[i].value, other) != 1)
        return 0;
    }
  return 1;
}

static int
ranges_equal (const PtFeelRange *a, const PtFeelRange *b)
{
  return a->open_low == b->open_low && a->open_high == b->open_high
         && pt_feel_value_equal (&a->low, &b->low) == 1
         && pt_feel_value_equal (&a->high, &b->high) == 1;
}

int
pt_feel_value_equal (const PtFeelValue *a, const PtFeelValue *b)
{
  int order;

  if (a->kind == PT_FEEL_KIND_NULL || b->kind == PT_FEEL_KIND_NULL)
    return a->kind == b->kind;
  if (a->kind != b->kind)
    return -1;
  if (pt_feel_value_order (a, b, &order))
    return order == 0;
  switch (a->kind)
    {
    case PT_FEEL_KIND_BOOLEAN:
      return a->truth == b->truth;
    case PT_FEEL_KIND_LIST:
      return a->list == b->list || lists_equal (a->list, b->list);
    case PT_FEEL_KIND_CONTEXT:
      return a->context == b->context || contexts_equal (a->context, b->context);
    case PT_FEEL_KIND_RANGE:
      return ranges_equal (a->range, b->range);
    default:
      /* a moment with a clock and one without; functions, unless it is the same one */
      return is_moment (a->kind) ? 0 : a->object == b->object ? 1 : -1;
    }
}

/* ----- ranges -------------------------------------------------------------------------------- */

/* Whether @value is beyond the end @end, seen in the direction of @sign. Returns: -1 when unknown
 */
static int
is_inside (const PtFeelValue *value, const PtFeelValue *end, gboolean open, int sign)
{
  int order;

  if (!pt_feel_value_order (value, end, &order))
    return -1;
  order = order > 0 ? sign : order < 0 ? -sign : 0;
  return order > 0 || (order == 0 && !open);
}

/* A closed end that is null has no meaning; an open one has none to compare with. */
int
pt_feel_range_holds (const PtFeelRange *range, const PtFeelValue *value)
{
  gboolean from_below = range->low.kind == PT_FEEL_KIND_NULL;
  gboolean to_above = range->high.kind == PT_FEEL_KIND_NULL;
  int above, below;

  if (from_below && to_above)
    return -1;
  above = from_below ? 1 : is_inside (value, &range->low, range->open_low, 1);
  below = to_above ? 1 : is_inside (value, &range->high, range->open_high, -1);
  return above < 0 || below < 0 ? -1 : above && below;
}
