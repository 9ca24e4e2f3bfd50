/* pt-parts-pair.c: which children of two elements belong together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/hash.h>

#include "pt-parts.h"

/* What children are told apart by where they have no id, most telling first. */
static const char *const keys[] = { "id", "name", "key", NULL };

typedef guint64 (*Signature) (PtVersions *versions, PtSide side, const xmlNode *node);

static guint64
hash_tag (const xmlNode *node)
{
  return pt_hash_mix (node->ns != NULL ? pt_hash_string ((const char *)node->ns->href) : 0,
                      pt_hash_string ((const char *)node->name));
}

static guint64
whole (PtVersions *versions, PtSide side, const xmlNode *node)
{
  return pt_versions_hash (versions, side, node);
}

/* Returns: 0 where the element has no key */
static guint64
keyed (PtVersions *versions, PtSide side, const xmlNode *node)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *value = pt_tree_value (node, keys[i]);

      if (value != NULL)
        return pt_hash_mix (hash_tag (node), pt_hash_mix (i, pt_hash_string (value)));
    }
  return 0;
}

/* A reference by text is its text: two of them are not one that changed. */
static guint64
tagged (PtVersions *versions, PtSide side, const xmlNode *node)
{
  return hash_tag (node);
}

static const Signature steps[] = { whole, keyed, tagged };

/* Returns: signature → queue of indexes + 1 of those of @after that have no partner */
static GHashTable *
index_after (PtVersions *versions,
             const GPtrArray *after,
             const gboolean *taken,
             Signature signature)
{
  GHashTable *queues
      = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free, (GDestroyNotify)g_queue_free);

  for (guint i = 0; i < after->len; i++)
    {
      gint64 key = taken[i] ? 0 : (gint64)signature (versions, PT_AFTER, after->pdata[i]);
      GQueue *queue = key != 0 ? g_hash_table_lookup (queues, &key) : NULL;

      if (key == 0)
        continue;
      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (queues, g_memdup2 (&key, sizeof key), queue);
        }
      g_queue_push_tail (queue, GUINT_TO_POINTER (i + 1));
    }
  return queues;
}

static guint
pair_by (PtVersions *versions,
         const GPtrArray *before,
         const GPtrArray *after,
         Signature signature,
         int *partners,
         gboolean *taken)
{
  g_autoptr (GHashTable) queues = index_after (versions, after, taken, signature);
  guint n = 0;

  for (guint i = 0; i < before->len; i++)
    {
      gint64 key = partners[i] >= 0 ? 0 : (gint64)signature (versions, PT_BEFORE, before->pdata[i]);
      GQueue *queue = key != 0 ? g_hash_table_lookup (queues, &key) : NULL;
      guint found = queue != NULL ? GPOINTER_TO_UINT (g_queue_pop_head (queue)) : 0;

      if (found == 0)
        continue;
      partners[i] = (int)found - 1;
      taken[found - 1] = TRUE;
      n++;
    }
  return n;
}

int *
pt_parts_pair (PtVersions *versions, const GPtrArray *before, const GPtrArray *after)
{
  int *partners = g_new (int, before->len + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, after->len + 1);
  guint n_left = MIN (before->len, after->len);

  for (guint i = 0; i < before->len; i++)
    partners[i] = -1;
  for (guint step = 0; step < G_N_ELEMENTS (steps) && n_left > 0; step++)
    n_left -= pair_by (versions, before, after, steps[step], partners, taken);
  return partners;
}
