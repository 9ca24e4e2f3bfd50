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

/* Returns: (nullable): the free one among @afters from @next to @end that has the id of @before */
static PtEntry *
with_id (const GPtrArray *afters, guint next, guint end, const PtEntry *before)
{
  for (guint i = next; i < MIN (end, afters->len) && before->face.id != NULL; i++)
    {
      PtEntry *after = afters->pdata[i];

      if (is_free (after, before->kind) && g_strcmp0 (before->face.id, after->face.id) == 0)
        return after;
    }
  return NULL;
}

/* Several diagrams may show the same process: then the order tells. */
static PtEntry *
diagram_of (PtVersions *versions, const GPtrArray *afters, const PtEntry *shown)
{
  for (guint i = 0; i < afters->len; i++)
    {
      PtEntry *after = afters->pdata[i];

      if (is_free (after, PT_ENTRY_DIAGRAM)
          && pt_catalog_shown (versions->sides[PT_AFTER], after) == shown)
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
      PtEntry *after = with_id (afters, 0, afters->len, befores->pdata[i]);

      if (after != NULL)
        pt_versions_match (befores->pdata[i], after);
    }
  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i];
      PtEntry *shown = pt_catalog_shown (versions->sides[PT_BEFORE], before);
      PtEntry *after = before->match == NULL && shown != NULL
                           ? diagram_of (versions, afters, shown->match)
                           : NULL;

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
index_figures (PtCatalog *catalog)
{
  GHashTable *queues
      = g_hash_table_new_full (hash_key, equal_keys, g_free, (GDestroyNotify)g_queue_free);

  for (guint i = 0; i < catalog->entries->len; i++)
    {
      PtEntry *entry = catalog->entries->pdata[i];
      Key key = { NULL, entry->parent };
      GQueue *queue;

      if (!is_free (entry, PT_ENTRY_FIGURE))
        continue;
      key.shown = pt_catalog_shown (catalog, entry);
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
  GQueue *queue = !is_gone ? g_hash_table_lookup (queues, &key) : NULL;

  if (queue != NULL && !g_queue_is_empty (queue))
    pt_versions_match (before, g_queue_pop_head (queue));
}

/* Most often it is the one that comes next, and there is nothing to look up. */
static PtEntry *
find_figure (PtVersions *versions, const PtEntry *before, guint next)
{
  PtCatalog *catalog = versions->sides[PT_AFTER];
  PtEntry *after = with_id (catalog->entries, next, next + 1, before);

  if (after == NULL && before->face.id != NULL)
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
