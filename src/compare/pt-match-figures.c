/* pt-match-figures.c: a figure is that of its element, whatever its own id
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-match.h"

#include <string.h>

/* --- diagrams --- */

static gboolean
is_free (const PtEntry *entry, PtEntryKind kind)
{
  return entry->kind == kind && entry->match == NULL;
}

/* @queues: key → queue of PtEntry, in document order
 * @size: of a key that @queues own a copy of, else 0 */
static void
enqueue (GHashTable *queues, gconstpointer key, gsize size, PtEntry *entry)
{
  GQueue *queue = g_hash_table_lookup (queues, key);

  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (queues, size > 0 ? g_memdup2 (key, size) : (gpointer)key, queue);
    }
  g_queue_push_tail (queue, entry);
}

/* Returns: (nullable): the first of @key that has no partner yet */
static PtEntry *
dequeue (GHashTable *queues, gconstpointer key)
{
  GQueue *queue = g_hash_table_lookup (queues, key);
  PtEntry *entry = queue != NULL ? g_queue_pop_head (queue) : NULL;

  while (entry != NULL && entry->match != NULL)
    entry = g_queue_pop_head (queue);
  return entry;
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

/* Ids may be there several times: then the order tells. */
static void
match_diagram_ids (GPtrArray *befores, GPtrArray *afters)
{
  g_autoptr (GHashTable) queues
      = g_hash_table_new_full (pt_id_hash, g_str_equal, NULL, (GDestroyNotify)g_queue_free);

  for (guint i = 0; i < afters->len; i++)
    {
      PtEntry *after = afters->pdata[i];

      if (after->face.id != NULL)
        enqueue (queues, after->face.id, 0, after);
    }
  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i];
      PtEntry *after = before->face.id != NULL ? dequeue (queues, before->face.id) : NULL;

      if (after != NULL)
        pt_versions_match (before, after);
    }
}

/* Several diagrams may show the same process: then the order tells. */
static void
match_shown_whole (PtVersions *versions, GPtrArray *befores, GPtrArray *afters)
{
  g_autoptr (GHashTable) queues
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_queue_free);

  for (guint i = 0; i < afters->len; i++)
    {
      PtEntry *shown = pt_catalog_shown (versions->sides[PT_AFTER], afters->pdata[i]);

      if (shown != NULL)
        enqueue (queues, shown, 0, afters->pdata[i]);
    }
  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i], *after = NULL;
      PtEntry *shown = pt_catalog_shown (versions->sides[PT_BEFORE], before);

      if (before->match == NULL && shown != NULL && shown->match != NULL)
        after = dequeue (queues, shown->match);
      if (after != NULL)
        pt_versions_match (before, after);
    }
}

static void
match_diagrams (PtVersions *versions)
{
  g_autoptr (GPtrArray) befores = diagrams_in (versions->sides[PT_BEFORE]);
  g_autoptr (GPtrArray) afters = diagrams_in (versions->sides[PT_AFTER]);

  match_diagram_ids (befores, afters);
  match_shown_whole (versions, befores, afters);
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
index_figures (PtCatalog *catalog)
{
  GHashTable *queues
      = g_hash_table_new_full (hash_key, equal_keys, g_free, (GDestroyNotify)g_queue_free);

  for (guint i = 0; i < catalog->entries->len; i++)
    {
      PtEntry *entry = catalog->entries->pdata[i];
      Key key = { NULL, entry->parent };

      if (!is_free (entry, PT_ENTRY_FIGURE))
        continue;
      key.shown = pt_catalog_shown (catalog, entry);
      enqueue (queues, &key, sizeof key, entry);
    }
  return queues;
}

/* Elements are matched by id first, so that the same id is the same element. */
static gboolean
shows_the_same (PtVersions *versions, const PtEntry *before, const PtEntry *after)
{
  const char *from = pt_tree_value (before->face.node, "bpmnElement");
  const char *to = pt_tree_value (after->face.node, "bpmnElement");

  return from == to
         || (from != NULL && to != NULL
             && pt_versions_agree (versions, before->face.node, after->face.node, "bpmnElement",
                                   NULL, from, to));
}

/* What is left shows the same, in order: the bands of a choreography may show one participant
 * often. */
static void
match_shown (PtVersions *versions, GHashTable *queues, PtEntry *before)
{
  const PtEntry *shown = pt_catalog_shown (versions->sides[PT_BEFORE], before);
  Key key = { shown != NULL ? shown->match : NULL, before->parent->match };
  gboolean is_gone = shown != NULL && key.shown == NULL;
  PtEntry *after = !is_gone ? dequeue (queues, &key) : NULL;

  if (after != NULL)
    pt_versions_match (before, after);
}

/* Most often it is the one that comes next, and there is nothing to look up. */
static PtEntry *
find_figure (PtVersions *versions, const PtEntry *before, guint next)
{
  PtCatalog *catalog = versions->sides[PT_AFTER];
  PtEntry *after = next < catalog->entries->len ? catalog->entries->pdata[next] : NULL;

  if (before->face.id == NULL)
    return NULL;
  if (after == NULL || after->face.id == NULL || strcmp (after->face.id, before->face.id) != 0)
    after = pt_catalog_by_id (catalog, before->face.id);
  return after != NULL && is_free (after, PT_ENTRY_FIGURE) ? after : NULL;
}

static gboolean
match_figure_id (PtVersions *versions, PtEntry *before, guint next)
{
  PtEntry *after = find_figure (versions, before, next);

  if (after == NULL || before->parent->match != after->parent)
    return FALSE;
  before->is_same = pt_versions_same_source (versions, before, after);
  if (!before->is_same && !shows_the_same (versions, before, after))
    return FALSE;
  pt_versions_match (before, after);
  return TRUE;
}

/* Returns: how many figures of the old version have found no partner */
static guint
match_figure_ids (PtVersions *versions)
{
  const GPtrArray *befores = versions->sides[PT_BEFORE]->entries;
  guint next = 0, n_left = 0;

  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i];

      if (!is_free (before, PT_ENTRY_FIGURE))
        continue;
      if (match_figure_id (versions, before, next))
        next = before->match->index + 1;
      else
        n_left++;
    }
  return n_left;
}

void
pt_match_figures (PtVersions *versions)
{
  const GPtrArray *befores = versions->sides[PT_BEFORE]->entries;
  g_autoptr (GHashTable) queues = NULL;

  match_diagrams (versions);
  if (match_figure_ids (versions) == 0)
    return;
  queues = index_figures (versions->sides[PT_AFTER]);
  for (guint i = 0; i < befores->len; i++)
    if (is_free (befores->pdata[i], PT_ENTRY_FIGURE))
      match_shown (versions, queues, befores->pdata[i]);
}
