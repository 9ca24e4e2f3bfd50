/* pt-sound-loops.c: loops without a way in or out
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cannot be reached from a start, and what cannot reach an end, is found by two walks.
 */
#include "pt-sound.h"

static gboolean
begins (const PtNode *node)
{
  return node->type == PT_BPMN_START_EVENT || (node->instantiate && node->n_in == 0);
}

static gboolean
ends (const PtNode *node)
{
  return node->type == PT_BPMN_END_EVENT || node->n_out == 0;
}

/* From all nodes of the scope that @is_origin says yes of. */
static gboolean *
walk_from_all (PtSound *self, const PtWays *ways, gboolean (*is_origin) (const PtNode *node))
{
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (PtIndex));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PtIndex node = g_array_index (self->nodes, PtIndex, i);

      if (is_origin (pt_program_node (self->program, node)))
        g_array_append_val (origins, node);
    }
  return pt_sound_walk_all (self, ways, origins, PT_NO_INDEX);
}

/* Those that lead back to @node and that it leads to. */
static gboolean *
loop_of (PtSound *self, PtIndex node)
{
  gboolean *loop = pt_sound_walk (self, &self->next, node, PT_NO_INDEX);
  g_autofree gboolean *back = pt_sound_walk (self, &self->previous, node, PT_NO_INDEX);

  for (guint i = 0; i < self->nodes->len; i++)
    loop[i] = loop[i] && back[i];
  return loop;
}

/* Each costs two walks; a drawing with more of them has other troubles. */
#define MAX_TRIED 256

static gboolean
may_be_in_loop (const PtSound *self, PtIndex node)
{
  return self->next.first[node] < self->next.first[node + 1]
         && self->previous.first[node] < self->previous.first[node + 1]
         && pt_sound_takes_part (pt_program_node (self->program, node));
}

static gboolean
is_loop (PtSound *self, const gboolean *loop)
{
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    n += loop[i];
  return n > 1;
}

/* A finding for each loop among the nodes that are not @fine. */
static gboolean
say_loops (PtSound *self, const gboolean *fine, PtCode code)
{
  g_autofree gboolean *said = pt_sound_set_new (self);
  gboolean all_fine = TRUE;
  guint n_tried = 0;

  for (guint i = 0; i < self->nodes->len && n_tried < MAX_TRIED; i++)
    {
      PtIndex node = g_array_index (self->nodes, PtIndex, i);
      g_autofree gboolean *loop = NULL;
      g_autofree char *list = NULL;

      if (fine[i] || said[i] || !may_be_in_loop (self, node))
        continue;
      n_tried++;
      loop = loop_of (self, node);
      if (!is_loop (self, loop))
        continue;
      all_fine = FALSE;
      list = pt_sound_list (self, loop);
      pt_sound_say (self, code, node, list, NULL);
      for (guint j = 0; j < self->nodes->len; j++)
        said[j] |= loop[j];
    }
  return all_fine;
}

gboolean
pt_sound_check_ways (PtSound *self)
{
  g_autofree gboolean *reached = walk_from_all (self, &self->next, begins);
  g_autofree gboolean *ending = walk_from_all (self, &self->previous, ends);
  gboolean has_entry = say_loops (self, reached, PT_CODE_S111);

  /* what cannot be entered need not be left */
  for (guint i = 0; i < self->nodes->len; i++)
    ending[i] |= !reached[i];
  return say_loops (self, ending, PT_CODE_S102) && has_entry;
}
