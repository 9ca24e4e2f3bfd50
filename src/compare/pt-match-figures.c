/* pt-match-figures.c: a figure is that of its element, whatever its own id
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-match.h"

/* --- diagrams --- */

static gboolean
is_free (const PtEntry *entry, PtEntryKind kind)
{
  return entry->kind == kind && entry->match == NULL;
}

static PtEntry *
with_id (PtVersions *versions, const PtEntry *before)
{
  PtEntry *after = before->face.id != NULL
                       ? g_hash_table_lookup (versions->sides[PT_AFTER]->by_id, before->face.id)
                       : NULL;

  return after != NULL && is_free (after, before->kind) ? after : NULL;
}

/* Several diagrams may show the same process: then the order tells. */
static PtEntry *
diagram_of (const GPtrArray *afters, const PtEntry *shown)
{
  for (guint i = 0; i < afters->len; i++)
    {
      PtEntry *after = afters->pdata[i];

      if (is_free (after, PT_ENTRY_DIAGRAM) && after->shows == shown)
        return after;
    }
  return NULL;
}

static GPtrArray *
diagrams_in (const PtCatalog *catalog)
{
  GPtrArray *diagrams = g_ptr_array_new ();

  for (guint i = 0; i < catalog->entries->len; i++)
    if (is_free (catalog->entries->pdata[i], PT_ENTRY_DIAGRAM))
      g_ptr_array_add (diagrams, catalog->entries->pdata[i]);
  return diagrams;
}

static void
match_diagrams (PtVersions *versions)
{
  g_autoptr (GPtrArray) befores = diagrams_in (versions->sides[PT_BEFORE]);
  g_autoptr (GPtrArray) afters = diagrams_in (versions->sides[PT_AFTER]);

  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *after = with_id (versions, befores->pdata[i]);

      if (after != NULL)
        pt_versions_match (befores->pdata[i], after);
    }
  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i];
      PtEntry *shown = before->shows != NULL ? before->shows->match : NULL;
      PtEntry *after = before->match == NULL ? diagram_of (afters, shown) : NULL;

      if (after != NULL)
        pt_versions_match (before, after);
    }
  /* A process that became a collaboration is drawn on the same sheet. */
  if (befores->len == 1 && afters->len == 1 && ((PtEntry *)befores->pdata[0])->match == NULL)
    pt_versions_match (befores->pdata[0], afters->pdata[0]);
}

/* --- figures --- */

/* A figure by what it shows and where. */
typedef struct
{
  const PtEntry *shown, *diagram;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->shown) * 31 + g_direct_hash (key->diagram);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *left = a, *right = b;

  return left->shown == right->shown && left->diagram == right->diagram;
}

/* Returns: key → queue of PtEntry */
static GHashTable *
index_figures (const PtCatalog *catalog)
{
  GHashTable *queues
      = g_hash_table_new_full (hash_key, equal_keys, g_free, (GDestroyNotify)g_queue_free);

  for (guint i = 0; i < catalog->entries->len; i++)
    {
      PtEntry *entry = catalog->entries->pdata[i];
      Key key = { entry->shows, entry->parent };
      GQueue *queue;

      if (!is_free (entry, PT_ENTRY_FIGURE))
        continue;
      queue = g_hash_table_lookup (queues, &key);
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (queues, g_memdup2 (&key, sizeof key), queue);
        }
      g_queue_push_tail (queue, entry);
    }
  return queues;
}

static gboolean
shows_the_same (const PtEntry *before, const PtEntry *after)
{
  return (before->shows != NULL ? before->shows->match == after->shows : after->shows == NULL)
         && before->parent->match == after->parent;
}

/* What is left shows the same, in order: the bands of a choreography may show one participant
 * often. */
static void
match_shown (GHashTable *queues, PtEntry *before)
{
  Key key = { before->shows != NULL ? before->shows->match : NULL, before->parent->match };
  gboolean is_gone = before->shows != NULL && key.shown == NULL;
  GQueue *queue = !is_gone ? g_hash_table_lookup (queues, &key) : NULL;

  if (queue != NULL && !g_queue_is_empty (queue))
    pt_versions_match (before, g_queue_pop_head (queue));
}

void
pt_match_figures (PtVersions *versions)
{
  const GPtrArray *befores = versions->sides[PT_BEFORE]->entries;
  g_autoptr (GHashTable) queues = NULL;

  match_diagrams (versions);
  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i];
      PtEntry *after = is_free (before, PT_ENTRY_FIGURE) ? with_id (versions, before) : NULL;

      if (after != NULL && shows_the_same (before, after))
        pt_versions_match (before, after);
    }
  queues = index_figures (versions->sides[PT_AFTER]);
  for (guint i = 0; i < befores->len; i++)
    if (is_free (befores->pdata[i], PT_ENTRY_FIGURE))
      match_shown (queues, befores->pdata[i]);
}
