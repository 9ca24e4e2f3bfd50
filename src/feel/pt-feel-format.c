/* pt-feel-format.c: values as text
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-object.h"

#include <partitur/feel.h>

static void
append_string (GString *out, const char *text)
{
  g_autofree char *quoted = pt_feel_quote (text);

  g_string_append (out, quoted);
}

static gboolean
is_plain_name (const char *name)
{
  return g_regex_match_simple ("^[A-Za-z_][A-Za-z0-9_]*$", name, 0, 0);
}

static void
append_list (GString *out, const PtFeelList *list, gboolean literal)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < list->n; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      pt_feel_value_append (out, &list->items[i], literal);
    }
  g_string_append_c (out, ']');
}

static void
append_context (GString *out, const PtFeelContext *context, gboolean literal)
{
  g_string_append_c (out, '{');
  for (guint i = 0; i < context->n; i++)
    {
      const char *name = context->entries[i].name->text;

      if (i > 0)
        g_string_append (out, ", ");
      if (is_plain_name (name))
        g_string_append (out, name);
      else
        append_string (out, name);
      g_string_append (out, ": ");
      pt_feel_value_append (out, &context->entries[i].value, literal);
    }
  g_string_append_c (out, '}');
}

static void
append_range (GString *out, const PtFeelRange *range, gboolean literal)
{
  g_string_append_c (out, range->open_low ? '(' : '[');
  pt_feel_value_append (out, &range->low, literal);
  g_string_append (out, "..");
  pt_feel_value_append (out, &range->high, literal);
  g_string_append_c (out, range->open_high ? ')' : ']');
}

/* Moments and durations: @"2026-11-27". */
static void
append_temporal (GString *out, const PtFeelValue *value, gboolean literal)
{
  if (literal)
    g_string_append (out, "@\"");
  if (pt_feel_on_heap (value))
    pt_moment_append (out, value->kind, value->moment);
  else
    pt_duration_append (out, value);
  if (literal)
    g_string_append_c (out, '"');
}

void
pt_feel_value_append (GString *out, const PtFeelValue *value, gboolean literal)
{
  switch (value->kind)
    {
    case PT_FEEL_KIND_BOOLEAN:
      g_string_append (out, value->truth ? "true" : "false");
      break;
    case PT_FEEL_KIND_NUMBER:
      pt_decimal_append (out, value->decimal);
      break;
    case PT_FEEL_KIND_STRING:
      append_string (out, value->string->text);
      break;
    case PT_FEEL_KIND_LIST:
      append_list (out, value->list, literal);
      break;
    case PT_FEEL_KIND_CONTEXT:
      append_context (out, value->context, literal);
      break;
    case PT_FEEL_KIND_RANGE:
      append_range (out, value->range, literal);
      break;
    case PT_FEEL_KIND_FUNCTION:
      g_string_append (out, literal ? "null" : "function");
      break;
    case PT_FEEL_KIND_NULL:
    case PT_FEEL_KIND_ANY:
      g_string_append (out, "null");
      break;
    default:
      append_temporal (out, value, literal);
    }
}

char *
pt_feel_value_to_string (const PtFeelValue *self)
{
  GString *out = g_string_new (NULL);

  if (self->kind == PT_FEEL_KIND_STRING)
    g_string_append (out, self->string->text);
  else
    pt_feel_value_append (out, self, FALSE);
  return g_string_free (out, FALSE);
}

char *
pt_feel_value_to_literal (const PtFeelValue *self)
{
  GString *out = g_string_new (NULL);

  pt_feel_value_append (out, self, TRUE);
  return g_string_free (out, FALSE);
}
