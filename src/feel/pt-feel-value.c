/* pt-feel-value.c: making values and looking at them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-object.h"

#include "pt-feel-node.h"

const char *
pt_feel_kind_get_label (PtFeelKind kind)
{
  static const char *const labels[] = {
    [PT_FEEL_KIND_NULL] = "Null",
    [PT_FEEL_KIND_BOOLEAN] = "boolean",
    [PT_FEEL_KIND_NUMBER] = "number",
    [PT_FEEL_KIND_DAYS] = "days and time duration",
    [PT_FEEL_KIND_MONTHS] = "years and months duration",
    [PT_FEEL_KIND_STRING] = "string",
    [PT_FEEL_KIND_DATE] = "date",
    [PT_FEEL_KIND_TIME] = "time",
    [PT_FEEL_KIND_DATE_TIME] = "date and time",
    [PT_FEEL_KIND_LIST] = "list",
    [PT_FEEL_KIND_CONTEXT] = "context",
    [PT_FEEL_KIND_RANGE] = "range",
    [PT_FEEL_KIND_FUNCTION] = "function",
    [PT_FEEL_KIND_ANY] = "Any",
  };

  return labels[kind];
}

PtFeelValue
pt_feel_value_ref (const PtFeelValue *self)
{
  pt_feel_hold (self);
  return *self;
}

void
pt_feel_value_clear (PtFeelValue *self)
{
  pt_feel_drop (self);
  *self = PT_FEEL_NULL;
}

/* ----- the end ------------------------------------------------------------------------------- */

static void
free_list (PtFeelList *self)
{
  for (guint i = 0; i < self->n; i++)
    pt_feel_drop (&self->items[i]);
  g_free (self->items);
}

static void
free_context (PtFeelContext *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      pt_feel_key_unref (self->entries[i].name);
      pt_feel_drop (&self->entries[i].value);
    }
  g_free (self->entries);
  g_free (self->index);
}

static void
free_range (PtFeelRange *self)
{
  pt_feel_drop (&self->low);
  pt_feel_drop (&self->high);
}

static void
free_function (PtFeelFunction *self)
{
  if (self->origin == PT_FUNCTION_HOST)
    {
      g_strfreev (self->names);
      if (self->destroy)
        self->destroy (self->user_data);
    }
  if (self->origin != PT_FUNCTION_NODE)
    return;
  for (guint i = 0; i < self->node->function->n_captured; i++)
    pt_feel_drop (&self->captured[i]);
  g_free (self->captured);
  pt_feel_drop (&self->variables);
  pt_feel_unref (self->owner);
}

void
pt_feel_object_free (PtFeelValue *value)
{
  switch (value->kind)
    {
    case PT_FEEL_KIND_LIST:
      free_list (value->list);
      break;
    case PT_FEEL_KIND_CONTEXT:
      free_context (value->context);
      break;
    case PT_FEEL_KIND_RANGE:
      free_range (value->range);
      break;
    case PT_FEEL_KIND_FUNCTION:
      free_function (value->function);
      break;
    default:
      break;
    }
  g_free (value->object);
}

/* ----- simple values ------------------------------------------------------------------------- */

PtFeelValue
pt_feel_boolean (gboolean truth)
{
  return (PtFeelValue){ .kind = PT_FEEL_KIND_BOOLEAN, .truth = truth != FALSE };
}

PtFeelValue
pt_feel_number (gint64 number)
{
  return pt_feel_decimal (PT_FEEL_KIND_NUMBER, pt_decimal_from_int (number));
}

static PtFeelValue
new_string (gsize length)
{
  PtFeelValue value = { .kind = PT_FEEL_KIND_STRING };

  value.string = g_malloc (sizeof (PtFeelString) + length + 1);
  g_atomic_ref_count_init (&value.string->refs);
  value.string->length = (guint)length;
  value.string->hash = 0;
  value.string->text[length] = '\0';
  return value;
}

PtFeelValue
pt_feel_string_len (const char *text, gsize length)
{
  PtFeelValue value = new_string (length);

  memcpy (value.string->text, text, length);
  return value;
}

PtFeelValue
pt_feel_string (const char *text)
{
  return pt_feel_string_len (text, strlen (text));
}

PtFeelValue
pt_feel_string_take (GString *text)
{
  PtFeelValue value = pt_feel_string_len (text->str, text->len);

  g_string_free (text, TRUE);
  return value;
}

PtFeelValue
pt_feel_concat (const PtFeelString *a, const PtFeelString *b)
{
  PtFeelValue value = new_string ((gsize)a->length + b->length);

  memcpy (value.string->text, a->text, a->length);
  memcpy (value.string->text + a->length, b->text, b->length);
  return value;
}

PtFeelValue
pt_feel_read (PtFeelKind kind, const char *text)
{
  PtFeelValue value = PT_FEEL_NULL;

  switch (kind)
    {
    case PT_FEEL_KIND_STRING:
      return g_utf8_validate (text, -1, NULL) ? pt_feel_string (text) : value;
    case PT_FEEL_KIND_BOOLEAN:
      if (g_str_equal (text, "true") || g_str_equal (text, "false"))
        return pt_feel_boolean (*text == 't');
      return value;
    case PT_FEEL_KIND_NUMBER:
      if (pt_decimal_parse (text, strlen (text), &value.decimal))
        value.kind = PT_FEEL_KIND_NUMBER;
      return value;
    case PT_FEEL_KIND_DATE:
    case PT_FEEL_KIND_TIME:
    case PT_FEEL_KIND_DATE_TIME:
      return pt_moment_read (kind, text);
    case PT_FEEL_KIND_DAYS:
    case PT_FEEL_KIND_MONTHS:
      value = pt_duration_read (text);
      return value.kind == kind ? value : PT_FEEL_NULL;
    default:
      return value;
    }
}

PtFeelValue
pt_feel_range (PtFeelValue low, gboolean open_low, PtFeelValue high, gboolean open_high)
{
  PtFeelValue value = { .kind = PT_FEEL_KIND_RANGE };

  value.range = g_new (PtFeelRange, 1);
  *value.range
      = (PtFeelRange){ .open_low = open_low, .open_high = open_high, .low = low, .high = high };
  g_atomic_ref_count_init (&value.range->refs);
  return value;
}

PtFeelValue
pt_feel_host_function (const char *const *parameters,
                       PtFeelCallback callback,
                       gpointer user_data,
                       GDestroyNotify destroy)
{
  PtFeelValue value = { .kind = PT_FEEL_KIND_FUNCTION };
  PtFeelFunction *self = value.function = g_new0 (PtFeelFunction, 1);

  g_atomic_ref_count_init (&self->refs);
  self->origin = PT_FUNCTION_HOST;
  self->names = g_strdupv ((char **)parameters);
  self->n_params = g_strv_length (self->names);
  self->callback = callback;
  self->user_data = user_data;
  self->destroy = destroy;
  return value;
}

/* ----- looking ------------------------------------------------------------------------------- */

gboolean
pt_feel_is_null (const PtFeelValue *self)
{
  return self->kind == PT_FEEL_KIND_NULL;
}

gboolean
pt_feel_is_true (const PtFeelValue *self)
{
  return self->kind == PT_FEEL_KIND_BOOLEAN && self->truth;
}

gboolean
pt_feel_get_int (const PtFeelValue *self, gint64 *number)
{
  return self->kind == PT_FEEL_KIND_NUMBER && pt_decimal_to_int (self->decimal, number);
}

double
pt_feel_get_double (const PtFeelValue *self)
{
  return self->kind == PT_FEEL_KIND_NUMBER ? pt_decimal_to_double (self->decimal) : 0;
}

const char *
pt_feel_get_text (const PtFeelValue *self)
{
  return self->kind == PT_FEEL_KIND_STRING ? self->string->text : NULL;
}
