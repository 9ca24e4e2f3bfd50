/* pt-feel-type.c: types, what is of them, and what conforms to them (10.3.2.9)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-object.h"
#include "pt-feel-type-private.h"

PtFeelType *
pt_feel_type_ref (PtFeelType *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
pt_feel_type_unref (PtFeelType *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->item, pt_feel_type_unref);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->types);
  g_free (self);
}

PtFeelType *
pt_feel_type_new (PtFeelKind kind)
{
  PtFeelType *self = g_new0 (PtFeelType, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->any_entries = TRUE;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->types = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_feel_type_unref);
  return self;
}

PtFeelType *
pt_feel_type_new_of (PtFeelKind kind, PtFeelType *item)
{
  PtFeelType *self = pt_feel_type_new (kind);

  self->item = item;
  return self;
}

PtFeelType *
pt_feel_type_new_context (void)
{
  PtFeelType *self = pt_feel_type_new (PT_FEEL_KIND_CONTEXT);

  self->any_entries = FALSE;
  return self;
}

void
pt_feel_type_add_entry (PtFeelType *self, const char *name, PtFeelType *type)
{
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->types, type);
}

PtFeelType *
pt_feel_type_new_function (PtFeelType *result)
{
  PtFeelType *self = pt_feel_type_new_of (PT_FEEL_KIND_FUNCTION, result);

  self->any_entries = FALSE;
  return self;
}

PtFeelKind
pt_feel_type_get_kind (const PtFeelType *self)
{
  return self->kind;
}

PtFeelType *
pt_feel_type_get_entry (const PtFeelType *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (self->names->pdata[i], name))
      return self->types->pdata[i];
  return NULL;
}

/* ----- as text ------------------------------------------------------------------------------- */

static void append_type (GString *out, const PtFeelType *self);

static void
append_entries (GString *out, const PtFeelType *self)
{
  g_string_append_c (out, '<');
  for (guint i = 0; i < self->names->len; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      if (self->kind == PT_FEEL_KIND_CONTEXT)
        g_string_append_printf (out, "%s: ", (char *)self->names->pdata[i]);
      append_type (out, self->types->pdata[i]);
    }
  g_string_append_c (out, '>');
}

static void
append_type (GString *out, const PtFeelType *self)
{
  g_string_append (out, pt_feel_kind_get_label (self->kind));
  if (!self->any_entries)
    append_entries (out, self);
  else if (self->item)
    {
      g_string_append_c (out, '<');
      append_type (out, self->item);
      g_string_append_c (out, '>');
    }
  if (self->kind == PT_FEEL_KIND_FUNCTION && !self->any_entries)
    {
      g_string_append (out, "->");
      append_type (out, self->item);
    }
}

char *
pt_feel_type_to_string (const PtFeelType *self)
{
  GString *out = g_string_new (NULL);

  append_type (out, self);
  return g_string_free (out, FALSE);
}

/* ----- values of a type ---------------------------------------------------------------------- */

static gboolean
holds_items (const PtFeelType *item, const PtFeelList *list)
{
  for (guint i = 0; item && i < list->n; i++)
    if (item->kind != PT_FEEL_KIND_ANY && !pt_feel_type_holds (item, &list->items[i]))
      return FALSE;
  return TRUE;
}

/* Entries may be null, and there may be more of them. */
static gboolean
holds_entries (const PtFeelType *self, const PtFeelValue *value)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const PtFeelValue *entry = pt_feel_context_get (value, self->names->pdata[i]);

      if (!entry)
        return FALSE;
      if (entry->kind != PT_FEEL_KIND_NULL && !pt_feel_type_holds (self->types->pdata[i], entry))
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds_end (const PtFeelType *item, const PtFeelValue *end)
{
  return !item || end->kind == PT_FEEL_KIND_NULL || pt_feel_type_holds (item, end);
}

gboolean
pt_feel_type_holds (const PtFeelType *self, const PtFeelValue *value)
{
  if (self->kind == PT_FEEL_KIND_ANY)
    return value->kind != PT_FEEL_KIND_NULL;
  if (self->kind != value->kind)
    return FALSE;
  switch (self->kind)
    {
    case PT_FEEL_KIND_LIST:
      return holds_items (self->item, value->list);
    case PT_FEEL_KIND_CONTEXT:
      return holds_entries (self, value);
    case PT_FEEL_KIND_RANGE:
      return holds_end (self->item, &value->range->low)
             && holds_end (self->item, &value->range->high);
    case PT_FEEL_KIND_FUNCTION:
      return self->any_entries || value->function->origin == PT_FUNCTION_BUILTIN
             || self->types->len == value->function->n_params;
    default:
      return TRUE;
    }
}

/* ----- conformance --------------------------------------------------------------------------- */

static gboolean
entries_conform (const PtFeelType *self, const PtFeelType *wanted)
{
  if (self->any_entries || wanted->any_entries)
    return TRUE;
  for (guint i = 0; i < wanted->names->len; i++)
    {
      PtFeelType *entry = pt_feel_type_get_entry (self, wanted->names->pdata[i]);

      if (!entry || !pt_feel_type_conforms (entry, wanted->types->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
pt_feel_type_conforms (const PtFeelType *self, const PtFeelType *wanted)
{
  if (wanted->kind == PT_FEEL_KIND_ANY || self->kind == PT_FEEL_KIND_NULL)
    return TRUE;
  if (self->kind != wanted->kind)
    return FALSE;
  if (self->kind == PT_FEEL_KIND_CONTEXT)
    return entries_conform (self, wanted);
  if (self->kind == PT_FEEL_KIND_FUNCTION)
    return self->any_entries || wanted->any_entries || self->types->len == wanted->types->len;
  return !self->item || !wanted->item || pt_feel_type_conforms (self->item, wanted->item);
}

PtFeelValue
pt_feel_type_coerce (const PtFeelType *self, const PtFeelValue *value)
{
  if (value->kind == PT_FEEL_KIND_NULL || pt_feel_type_holds (self, value))
    return pt_feel_value_ref (value);
  if (value->kind == PT_FEEL_KIND_LIST && value->list->n == 1
      && pt_feel_type_holds (self, &value->list->items[0]))
    return pt_feel_value_ref (&value->list->items[0]);
  if (self->kind == PT_FEEL_KIND_LIST && value->kind != PT_FEEL_KIND_LIST
      && (!self->item || pt_feel_type_holds (self->item, value)))
    {
      PtFeelValue list = pt_feel_list_sized (1);

      pt_feel_list_add (&list, pt_feel_value_ref (value));
      return list;
    }
  if (self->kind == PT_FEEL_KIND_DATE_TIME && value->kind == PT_FEEL_KIND_DATE)
    {
      PtFeelMoment moment = pt_moment_at_midnight (value->moment);

      return pt_moment_value (PT_FEEL_KIND_DATE_TIME, &moment);
    }
  return PT_FEEL_NULL;
}
