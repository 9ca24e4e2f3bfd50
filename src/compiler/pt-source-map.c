/* pt-source-map.c: which drawn element an emitted one comes from, and on which lines it stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-source-map.h"

#include <libxml/tree.h>
#include <string.h>

#define MAX_LENGTH 255

typedef struct
{
  char *id;
  char *logical, *near; /* (nullable) */
  int first, last;      /* 0 until it is written */
} Entry;

struct _PtSourceMap
{
  GPtrArray *entries;     /* of Entry, owned; also those that were dropped, as ids live on */
  GHashTable *by_id;      /* emitted id → Entry */
  GHashTable *by_logical; /* logical id → the written Entry that starts first */
  GPtrArray *by_line;     /* of Entry (nullable): the innermost with a drawn origin; line 1 at 0 */
};

static void
entry_free (Entry *entry)
{
  g_free (entry->id);
  g_free (entry->logical);
  g_free (entry->near);
  g_free (entry);
}

PtSourceMap *
pt_source_map_new (void)
{
  PtSourceMap *self = g_new0 (PtSourceMap, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  self->by_id = g_hash_table_new (pt_id_hash, g_str_equal);
  self->by_logical = g_hash_table_new (pt_id_hash, g_str_equal);
  self->by_line = g_ptr_array_new ();
  return self;
}

void
pt_source_map_free (PtSourceMap *self)
{
  g_hash_table_unref (self->by_logical);
  g_ptr_array_unref (self->by_line);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* ----- ids: of NCNames ("Namespaces in XML 1.0", production 4) -------------------------------- */

static gboolean
is_name_part (const char *character, gsize length)
{
  char name[8] = { 'a' };

  memcpy (name + 1, character, MIN (length, sizeof name - 2));
  return xmlValidateNCName ((const xmlChar *)name, 0) == 0;
}

static char *
make_ncname (const char *text)
{
  GString *name = g_string_new (NULL);

  for (const char *c = text, *next; *c; c = next)
    {
      next = g_utf8_next_char (c);
      if (is_name_part (c, next - c))
        g_string_append_len (name, c, next - c);
      else
        g_string_append_c (name, '_');
    }
  if (xmlValidateNCName ((const xmlChar *)name->str, 0) != 0)
    g_string_prepend_c (name, '_');
  return g_string_free (name, FALSE);
}

/* Keeps the beginning, and tells names apart that only differ after it. */
static char *
shorten (char *name)
{
  g_autofree char *whole = name;
  g_autofree char *beginning = NULL, *digest = NULL;

  if (g_utf8_strlen (name, -1) <= MAX_LENGTH)
    return g_steal_pointer (&whole);
  beginning = g_utf8_substring (name, 0, MAX_LENGTH - 20);
  digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, name, -1);
  return g_strdup_printf ("%s_%.8s", beginning, digest);
}

const char *
pt_source_map_take_id (PtSourceMap *self, const char *base, const char *logical, const char *near)
{
  g_autofree char *name = shorten (make_ncname (base ? base : "Element"));
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (name);
  for (guint n = 2; pt_source_map_has_id (self, entry->id); n++)
    {
      g_free (entry->id);
      entry->id = g_strdup_printf ("%s_%u", name, n);
    }
  entry->logical = g_strdup (logical);
  entry->near = g_strdup (near);
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_id, entry->id, entry);
  return entry->id;
}

void
pt_source_map_drop_id (PtSourceMap *self, const char *id)
{
  g_hash_table_remove (self->by_id, id);
}

gboolean
pt_source_map_has_id (const PtSourceMap *self, const char *id)
{
  return g_hash_table_contains (self->by_id, id);
}

/* ----- lines ---------------------------------------------------------------------------------- */

static void
own_lines (PtSourceMap *self, Entry *entry)
{
  if ((int)self->by_line->len < entry->last)
    g_ptr_array_set_size (self->by_line, entry->last);
  for (int line = entry->first; line <= entry->last; line++)
    {
      gpointer *owner = &g_ptr_array_index (self->by_line, line - 1);

      if (!*owner)
        *owner = entry;
    }
}

void
pt_source_map_set_lines (PtSourceMap *self, const char *id, int first, int last)
{
  Entry *entry = g_hash_table_lookup (self->by_id, id);
  Entry *other;

  if (!entry)
    return;
  entry->first = first;
  entry->last = last;
  if (entry->logical || entry->near)
    own_lines (self, entry);
  other = entry->logical ? g_hash_table_lookup (self->by_logical, entry->logical) : NULL;
  if (entry->logical && (!other || first < other->first))
    g_hash_table_insert (self->by_logical, entry->logical, entry);
}

gboolean
pt_source_map_get_lines (const PtSourceMap *self, const char *logical, int *first, int *last)
{
  const Entry *entry = g_hash_table_lookup (self->by_logical, logical);

  if (!entry)
    return FALSE;
  *first = entry->first;
  *last = entry->last;
  return TRUE;
}

const char *
pt_source_map_get_logical_at (const PtSourceMap *self, int line)
{
  const Entry *entry;

  if (line < 1 || line > (int)self->by_line->len)
    return NULL;
  entry = g_ptr_array_index (self->by_line, line - 1);
  if (!entry)
    return NULL;
  return entry->logical ? entry->logical : entry->near;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = *(Entry *const *)a, *other = *(Entry *const *)b;

  return one->first != other->first ? one->first - other->first : strcmp (one->id, other->id);
}

JsonNode *
pt_source_map_to_json (const PtSourceMap *self)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  g_ptr_array_extend (entries, self->entries, NULL, NULL);
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->first == 0)
        continue;
      if (entry->logical)
        json_object_set_string_member (object, entry->id, entry->logical);
      else
        json_object_set_null_member (object, entry->id);
    }
  json_node_take_object (node, object);
  return node;
}
