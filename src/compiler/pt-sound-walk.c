/* pt-sound-walk.c: walks along the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-sound.h"

typedef struct
{
  PtIndex from, to;
} Pair;

static void
add_pair (GArray *pairs, PtIndex from, PtIndex to)
{
  Pair pair = { from, to };

  g_array_append_val (pairs, pair);
}

/* Thrown links lead to the one that catches them on the same level. */
static void
add_links (const PtProgram *program, GArray *pairs)
{
  g_autoptr (GHashTable) caught = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);

  for (int pass = 0; pass < 2; pass++)
    for (PtIndex i = 0; i < program->nodes->len; i++)
      {
        const PtNode *node = pt_program_node (program, i);
        g_autofree char *key = node->link ? g_strdup_printf ("%u %s", node->scope, node->link) : NULL;
        gpointer found;

        if (key && pass == 0 && node->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT)
          g_hash_table_insert (caught, g_steal_pointer (&key), GUINT_TO_POINTER (i));
        else if (key && pass == 1 && node->type == PT_BPMN_INTERMEDIATE_THROW_EVENT
                 && g_hash_table_lookup_extended (caught, key, NULL, &found))
          add_pair (pairs, i, GPOINTER_TO_UINT (found));
      }
}

static GArray *
find_pairs (const PtProgram *program)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (PtIndex i = 0; i < program->flows->len; i++)
    add_pair (pairs, pt_program_flow (program, i)->source, pt_program_flow (program, i)->target);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (node->host != PT_NO_INDEX && pt_program_node (program, node->host)->scope == node->scope)
        add_pair (pairs, node->host, i);
    }
  add_links (program, pairs);
  return pairs;
}

static void
sort_ways (PtWays *ways, const GArray *pairs, guint n_nodes, gboolean backwards)
{
  ways->first = g_new0 (guint, n_nodes + 2);
  ways->to = g_new (PtIndex, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      ways->first[(backwards ? pair->to : pair->from) + 2]++;
    }
  for (guint i = 2; i < n_nodes + 2; i++)
    ways->first[i] += ways->first[i - 1];
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      ways->to[ways->first[(backwards ? pair->to : pair->from) + 1]++]
          = backwards ? pair->from : pair->to;
    }
}

void
pt_sound_find_ways (PtSound *self)
{
  g_autoptr (GArray) pairs = find_pairs (self->program);

  sort_ways (&self->next, pairs, self->program->nodes->len, FALSE);
  sort_ways (&self->previous, pairs, self->program->nodes->len, TRUE);
}

gboolean *
pt_sound_set_new (const PtSound *self)
{
  return g_new0 (gboolean, self->nodes->len + 1);
}

gboolean
pt_sound_takes_part (const PtNode *node)
{
  return !node->triggered_by_event && !node->for_compensation
         && (node->type != PT_BPMN_BOUNDARY_EVENT
             || node->event_definition != PT_BPMN_COMPENSATE_EVENT_DEFINITION);
}

gboolean *
pt_sound_walk_all (const PtSound *self, const PtWays *ways, GArray *from, PtIndex but)
{
  gboolean *seen = pt_sound_set_new (self);

  for (guint i = 0; i < from->len; i++)
    pt_sound_in (self, seen, g_array_index (from, PtIndex, i)) = TRUE;
  for (guint i = 0; i < from->len; i++)
    {
      PtIndex at = g_array_index (from, PtIndex, i);

      for (guint j = ways->first[at]; j < ways->first[at + 1]; j++)
        if (!pt_sound_in (self, seen, ways->to[j]) && ways->to[j] != but)
          {
            pt_sound_in (self, seen, ways->to[j]) = TRUE;
            g_array_append_val (from, ways->to[j]);
          }
    }
  return seen;
}

gboolean *
pt_sound_walk (const PtSound *self, const PtWays *ways, PtIndex from, PtIndex but)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PtIndex));

  g_array_append_val (all, from);
  return pt_sound_walk_all (self, ways, all, but);
}

GArray *
pt_sound_order (const PtSound *self, const PtWays *ways, PtIndex from)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  g_autofree gboolean *seen = NULL;

  g_array_append_val (order, from);
  seen = pt_sound_walk_all (self, ways, order, PT_NO_INDEX);
  return order;
}
