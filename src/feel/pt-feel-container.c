/* pt-feel-container.c: lists and contexts
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-object.h"

#define INDEXED 16 /* a context of more entries has an index */

/* ----- lists --------------------------------------------------------------------------------- */

PtFeelValue
pt_feel_list_sized (guint size)
{
  PtFeelValue value = { .kind = PT_FEEL_KIND_LIST };

  value.list = g_new0 (PtFeelList, 1);
  g_atomic_ref_count_init (&value.list->refs);
  if (size > 0)
    value.list->items = g_new (PtFeelValue, size);
  value.list->size = size;
  return value;
}

PtFeelValue
pt_feel_list (void)
{
  return pt_feel_list_sized (0);
}

void
pt_feel_list_reserve (PtFeelValue *self, guint more)
{
  if (self->list->size - self->list->n >= more)
    return;
  self->list->size = self->list->n + more;
  self->list->items = g_renew (PtFeelValue, self->list->items, self->list->size);
}

void
pt_feel_list_add (PtFeelValue *self, PtFeelValue item)
{
  PtFeelList *list = self->list;

  if (list->n == list->size)
    {
      list->size = MAX (8, list->size * 2);
      list->items = g_renew (PtFeelValue, list->items, list->size);
    }
  list->items[list->n++] = item;
  list->depth = MAX (list->depth, pt_feel_depth (&item) + 1);
}

guint
pt_feel_list_length (const PtFeelValue *self)
{
  return self->kind == PT_FEEL_KIND_LIST ? self->list->n : 0;
}

const PtFeelValue *
pt_feel_list_get (const PtFeelValue *self, guint index)
{
  return &self->list->items[index];
}

/* ----- keys ---------------------------------------------------------------------------------- */

/* FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, 1991); what strangers name entries is bounded by
 * probing. */
guint
pt_feel_hash (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)text[i]) * 16777619u;
  return hash ? hash : 1;
}

PtFeelString *
pt_feel_key (const char *text, gsize length)
{
  PtFeelValue value = pt_feel_string_len (text, length);

  value.string->hash = pt_feel_hash (text, length);
  return value.string;
}

void
pt_feel_key_unref (PtFeelString *key)
{
  if (g_atomic_ref_count_dec (&key->refs))
    g_free (key);
}

/* ----- contexts ------------------------------------------------------------------------------ */

PtFeelValue
pt_feel_context (void)
{
  PtFeelValue value = { .kind = PT_FEEL_KIND_CONTEXT };

  value.context = g_new0 (PtFeelContext, 1);
  g_atomic_ref_count_init (&value.context->refs);
  return value;
}

static inline gboolean
is_named (const PtFeelEntry *entry, const char *name, gsize length, guint hash)
{
  return entry->name->hash == hash && entry->name->length == length
         && memcmp (entry->name->text, name, length) == 0;
}

static void
index_entry (PtFeelContext *self, guint entry)
{
  guint mask = self->size * 2 - 1;
  guint place = self->entries[entry].name->hash & mask;

  while (self->index[place])
    place = (place + 1) & mask;
  self->index[place] = entry + 1;
}

PtFeelValue *
pt_feel_context_find (const PtFeelContext *self, const char *name, gsize length, guint hash)
{
  if (!self->index)
    {
      for (guint i = 0; i < self->n; i++)
        if (is_named (&self->entries[i], name, length, hash))
          return &self->entries[i].value;
      return NULL;
    }
  for (guint mask = self->size * 2 - 1, place = hash & mask; self->index[place];
       place = (place + 1) & mask)
    if (is_named (&self->entries[self->index[place] - 1], name, length, hash))
      return &self->entries[self->index[place] - 1].value;
  return NULL;
}

/* Sizes are powers of two, so that the index can be masked. */
static void
grow (PtFeelContext *self)
{
  self->size = self->size ? self->size * 2 : 4;
  self->entries = g_renew (PtFeelEntry, self->entries, self->size);
  if (self->size <= INDEXED)
    return;
  g_free (self->index);
  self->index = g_new0 (guint32, self->size * 2);
  for (guint i = 0; i < self->n; i++)
    index_entry (self, i);
}

void
pt_feel_context_put (PtFeelContext *self, PtFeelString *key, PtFeelValue value)
{
  PtFeelValue *found = pt_feel_context_find (self, key->text, key->length, key->hash);

  self->depth = MAX (self->depth, pt_feel_depth (&value) + 1);
  if (found)
    {
      pt_feel_drop (found);
      *found = value;
      return;
    }
  if (self->n == self->size)
    grow (self);
  g_atomic_ref_count_inc (&key->refs);
  self->entries[self->n++] = (PtFeelEntry){ key, value };
  if (self->index)
    index_entry (self, self->n - 1);
}

void
pt_feel_context_set (PtFeelValue *self, const char *name, PtFeelValue value)
{
  PtFeelString *key = pt_feel_key (name, strlen (name));

  pt_feel_context_put (self->context, key, value);
  pt_feel_key_unref (key);
}

PtFeelValue
pt_feel_context_copy (const PtFeelContext *self)
{
  PtFeelValue copy = pt_feel_context ();

  for (guint i = 0; i < self->n; i++)
    pt_feel_context_put (copy.context, self->entries[i].name,
                         pt_feel_value_ref (&self->entries[i].value));
  return copy;
}

const PtFeelValue *
pt_feel_context_get (const PtFeelValue *self, const char *name)
{
  gsize length = strlen (name);

  if (self->kind != PT_FEEL_KIND_CONTEXT)
    return NULL;
  return pt_feel_context_find (self->context, name, length, pt_feel_hash (name, length));
}

guint
pt_feel_context_size (const PtFeelValue *self)
{
  return self->kind == PT_FEEL_KIND_CONTEXT ? self->context->n : 0;
}

const char *
pt_feel_context_name (const PtFeelValue *self, guint index)
{
  return self->context->entries[index].name->text;
}
