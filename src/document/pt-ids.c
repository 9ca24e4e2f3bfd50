/* pt-ids.c: the elements of a document by their `id`
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-ids.h"
#include "pt-xml.h"

#include <partitur/document.h>
#include <partitur/hash.h>

#include <string.h>

/* Nearly every id is there once, so only the others pay for a list. */
struct _PtIds
{
  PtArena *arena;       /* of the keys */
  GHashTable *first;    /* id -> xmlNode */
  GHashTable *rivals;   /* id -> GPtrArray of the other xmlNodes with it, by rank */
  GHashTable *reserved; /* set of ids */
};

guint
pt_id_hash (gconstpointer id)
{
  return (guint)pt_hash_bytes (id, strlen (id));
}

/* --- making valid --- */

static gboolean
is_valid (const char *id)
{
  return xmlValidateNCName ((const xmlChar *)id, 0) == 0;
}

char *
pt_id_make_valid (const char *text)
{
  GString *id = g_string_new (NULL);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      char letter[8] = "_";

      memcpy (letter + 1, at, (gsize)(g_utf8_next_char (at) - at));
      g_string_append (id, is_valid (letter) ? letter + 1 : "_");
    }
  if (!is_valid (id->str))
    g_string_prepend_c (id, '_');
  return g_string_free (id, FALSE);
}

/* --- the index --- */

PtIds *
pt_ids_new (PtArena *arena)
{
  PtIds *self = g_new0 (PtIds, 1);

  self->arena = arena;
  self->first = g_hash_table_new (pt_id_hash, g_str_equal);
  self->rivals
      = g_hash_table_new_full (pt_id_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->reserved = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  return self;
}

void
pt_ids_free (PtIds *self)
{
  g_hash_table_unref (self->first);
  g_hash_table_unref (self->rivals);
  g_hash_table_unref (self->reserved);
  g_free (self);
}

xmlNode *
pt_ids_lookup (PtIds *self, const char *id)
{
  return g_hash_table_lookup (self->first, id);
}

gboolean
pt_ids_has_rivals (const PtIds *self)
{
  return g_hash_table_size (self->rivals) > 0;
}

/* Place in the source, fresh elements behind all others: `_private` counts from 1. */
static gsize
rank (const xmlNode *node)
{
  return GPOINTER_TO_SIZE (node->_private) - 1;
}

/* The id as a key: what the source said lives as long as the arena. */
static char *
keep (PtIds *self, const char *id)
{
  return pt_arena_owns (self->arena, id) ? (char *)id
                                         : pt_arena_text (self->arena, id, strlen (id));
}

/* Behind all of the same or a lower rank. */
static guint
place_for (GPtrArray *list, gsize wanted)
{
  guint low = 0, high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rank (g_ptr_array_index (list, middle)) <= wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_rival (PtIds *self, const char *id, xmlNode *node)
{
  GPtrArray *list = g_hash_table_lookup (self->rivals, id);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->rivals, keep (self, id), list);
    }
  g_ptr_array_insert (list, (int)place_for (list, rank (node)), node);
}

void
pt_ids_add (PtIds *self, const char *id, xmlNode *node)
{
  xmlNode *first = pt_ids_lookup (self, id);

  if (first == NULL || rank (node) < rank (first))
    g_hash_table_insert (self->first, first ? (char *)id : keep (self, id), node);
  if (first)
    add_rival (self, id, rank (node) < rank (first) ? first : node);
}

static void
promote_rival (PtIds *self, const char *id, GPtrArray *list)
{
  /* The key stays; only the value is new. */
  g_hash_table_insert (self->first, (char *)id, g_ptr_array_steal_index (list, 0));
}

void
pt_ids_remove (PtIds *self, const char *id, xmlNode *node)
{
  GPtrArray *list = g_hash_table_lookup (self->rivals, id);

  if (pt_ids_lookup (self, id) != node)
    g_ptr_array_remove (list, node);
  else if (list)
    promote_rival (self, id, list);
  else
    g_hash_table_remove (self->first, id);

  if (list && list->len == 0)
    g_hash_table_remove (self->rivals, id);
}

static void
for_subtree (PtIds *self, xmlNode *top, void (*visit) (PtIds *, const char *, xmlNode *))
{
  for (xmlNode *node = top; node; node = pt_xml_next_in (node, top))
    {
      xmlAttr *id
          = node->type == XML_ELEMENT_NODE ? pt_xml_find_attribute (node, NULL, "id") : NULL;

      if (id)
        {
          const xmlNode *text = id->children;
          g_autofree char *joined = text && text->next ? pt_xml_dup_value (id) : NULL;

          visit (self, joined ? joined : text ? (const char *)text->content : "", node);
        }
    }
}

void
pt_ids_add_subtree (PtIds *self, xmlNode *node)
{
  for_subtree (self, node, pt_ids_add);
}

void
pt_ids_remove_subtree (PtIds *self, xmlNode *node)
{
  for_subtree (self, node, pt_ids_remove);
}

static char *
numbered (const char *prefix, guint number)
{
  return g_strdup_printf ("%s_%u", prefix, number);
}

static gboolean
is_taken (PtIds *self, const char *prefix, guint number)
{
  g_autofree char *id = numbered (prefix, number);

  return pt_ids_lookup (self, id) || g_hash_table_contains (self->reserved, id);
}

/* Doubling, then halving: finds a free number behind a taken one in a few looks however many ids
 * there are, and depends on nothing but the ids there are. */
char *
pt_ids_make (PtIds *self, const char *prefix)
{
  guint taken = 0, open = 1;
  char *id;

  while (is_taken (self, prefix, open))
    {
      taken = open;
      open *= 2;
    }
  while (open - taken > 1)
    {
      guint middle = taken + (open - taken) / 2;

      *(is_taken (self, prefix, middle) ? &taken : &open) = middle;
    }
  id = numbered (prefix, open);
  g_hash_table_add (self->reserved, g_strdup (id));
  return id;
}

void
pt_ids_release_reserved (PtIds *self)
{
  g_hash_table_remove_all (self->reserved);
}
