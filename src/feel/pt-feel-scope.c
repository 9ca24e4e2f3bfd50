/* pt-feel-scope.c: the names known where an expression stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-lexer.h"
#include "pt-feel-type-private.h"

#include <string.h>

/* ----- names of several words ---------------------------------------------------------------- */

struct _PtFeelNames
{
  GHashTable *by_word; /* first word → GPtrArray of names */
};

PtFeelNames *
pt_feel_names_new (void)
{
  PtFeelNames *self = g_new (PtFeelNames, 1);

  self->by_word
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
pt_feel_names_free (PtFeelNames *self)
{
  g_hash_table_unref (self->by_word);
  g_free (self);
}

void
pt_feel_names_add (PtFeelNames *self, const char *name)
{
  gsize n = pt_feel_word_length (name);
  g_autofree char *word = g_strndup (name, n);
  GPtrArray *names;

  if (n == 0 || name[n] == '\0')
    return;
  names = g_hash_table_lookup (self->by_word, word);
  if (!names)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->by_word, g_steal_pointer (&word), names);
    }
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

static gboolean
ends_in_word (const char *start, const char *end)
{
  return end > start && pt_feel_is_word_char (g_utf8_get_char (g_utf8_find_prev_char (start, end)));
}

/* Returns: how many bytes of @text are @name, 0 when it does not stand there */
static gsize
match_name (const char *name, const char *text)
{
  const char *n = name, *t = text;

  while (*n)
    {
      gsize name_gap = pt_feel_space_length (n), text_gap = pt_feel_space_length (t);
      gboolean joins
          = ends_in_word (name, n) && pt_feel_is_word_char (g_utf8_get_char (n + name_gap));

      if (joins && (name_gap > 0) != (text_gap > 0))
        return 0;
      n += name_gap;
      t += text_gap;
      if (*n == '\0')
        break;
      if (g_utf8_get_char (n) != g_utf8_get_char (t))
        return 0;
      n = g_utf8_next_char (n);
      t = g_utf8_next_char (t);
    }
  if (ends_in_word (name, n) && pt_feel_is_word_char (g_utf8_get_char (t)))
    return 0;
  return t - text;
}

const char *
pt_feel_names_match (const PtFeelNames *self, const char *text, gsize word, gsize *length)
{
  g_autofree char *first = NULL;
  const GPtrArray *names;
  const char *found = NULL;

  *length = 0;
  if (g_hash_table_size (self->by_word) == 0)
    return NULL;
  first = g_strndup (text, word);
  names = g_hash_table_lookup (self->by_word, first);
  for (guint i = 0; names && i < names->len; i++)
    {
      gsize n = match_name (names->pdata[i], text);

      if (n > *length)
        {
          *length = n;
          found = names->pdata[i];
        }
    }
  return found;
}

/* ----- scopes -------------------------------------------------------------------------------- */

struct _PtFeelScope
{
  GHashTable *variables; /* name → type */
  GHashTable *types;     /* name → type */
  PtFeelNames *names;
};

PtFeelScope *
pt_feel_scope_new (void)
{
  PtFeelScope *self = g_new (PtFeelScope, 1);
  GDestroyNotify unref = (GDestroyNotify)pt_feel_type_unref;

  self->variables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref);
  self->names = pt_feel_names_new ();
  return self;
}

void
pt_feel_scope_free (PtFeelScope *self)
{
  g_hash_table_unref (self->variables);
  g_hash_table_unref (self->types);
  pt_feel_names_free (self->names);
  g_free (self);
}

static void
add_names_of (PtFeelScope *self, const PtFeelType *type)
{
  if (type->item)
    add_names_of (self, type->item);
  for (guint i = 0; i < type->names->len; i++)
    {
      pt_feel_names_add (self->names, type->names->pdata[i]);
      add_names_of (self, type->types->pdata[i]);
    }
}

void
pt_feel_scope_add (PtFeelScope *self, const char *name, PtFeelType *type)
{
  if (!type)
    type = pt_feel_type_new (PT_FEEL_KIND_ANY);
  add_names_of (self, type);
  pt_feel_names_add (self->names, name);
  g_hash_table_insert (self->variables, g_strdup (name), type);
}

static void
add_names_within (PtFeelScope *self, const PtFeelValue *value)
{
  for (guint i = 0; i < pt_feel_list_length (value); i++)
    add_names_within (self, pt_feel_list_get (value, i));
  for (guint i = 0; i < pt_feel_context_size (value); i++)
    {
      const char *name = pt_feel_context_name (value, i);

      pt_feel_names_add (self->names, name);
      add_names_within (self, pt_feel_context_get (value, name));
    }
}

void
pt_feel_scope_add_values (PtFeelScope *self, const PtFeelValue *context)
{
  for (guint i = 0; i < pt_feel_context_size (context); i++)
    pt_feel_scope_add (self, pt_feel_context_name (context, i), NULL);
  add_names_within (self, context);
}

void
pt_feel_scope_add_type (PtFeelScope *self, const char *name, PtFeelType *type)
{
  add_names_of (self, type);
  pt_feel_names_add (self->names, name);
  g_hash_table_insert (self->types, g_strdup (name), type);
}

const PtFeelType *
pt_feel_scope_get (const PtFeelScope *self, const char *name, gboolean *known)
{
  PtFeelType *type = g_hash_table_lookup (self->variables, name);

  if (known)
    *known = type != NULL;
  return type && type->kind != PT_FEEL_KIND_ANY ? type : NULL;
}

PtFeelType *
pt_feel_scope_get_type (const PtFeelScope *self, const char *name)
{
  return g_hash_table_lookup (self->types, name);
}

const PtFeelNames *
pt_feel_scope_names (const PtFeelScope *self)
{
  return self->names;
}
