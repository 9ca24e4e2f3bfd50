/* pt-program-index.c: which flows leave and enter a node, and which process a scope is in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/program.h>

/* One direction of the adjacency: a counting sort of the flows by the node at one of their ends. */
typedef struct
{
  gsize end;          /* of source or target in PtFlow */
  gsize first, count; /* in PtNode */
} Direction;

static const Direction incoming = {
  G_STRUCT_OFFSET (PtFlow, target),
  G_STRUCT_OFFSET (PtNode, first_in),
  G_STRUCT_OFFSET (PtNode, n_in),
};
static const Direction outgoing = {
  G_STRUCT_OFFSET (PtFlow, source),
  G_STRUCT_OFFSET (PtNode, first_out),
  G_STRUCT_OFFSET (PtNode, n_out),
};

#define FIELD(entry, offset) (G_STRUCT_MEMBER (guint, (entry), (offset)))

static gboolean
is_whole (const PtFlow *flow)
{
  return flow->source != PT_NO_INDEX && flow->target != PT_NO_INDEX;
}

static void
count_flows (PtProgram *self, const Direction *direction)
{
  for (guint i = 0; i < self->nodes->len; i++)
    FIELD (pt_program_node (self, i), direction->count) = 0;
  for (guint i = 0; i < self->flows->len; i++)
    {
      PtFlow *flow = pt_program_flow (self, i);

      if (is_whole (flow))
        FIELD (pt_program_node (self, FIELD (flow, direction->end)), direction->count)++;
    }
}

static void
index_direction (PtProgram *self, const Direction *direction, GArray *sorted)
{
  guint next = 0;

  count_flows (self, direction);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self, i);

      FIELD (node, direction->first) = next;
      next += FIELD (node, direction->count);
      FIELD (node, direction->count) = 0;
    }
  g_array_set_size (sorted, next);
  for (guint i = 0; i < self->flows->len; i++)
    {
      PtFlow *flow = pt_program_flow (self, i);
      PtNode *node;

      if (!is_whole (flow))
        continue;
      node = pt_program_node (self, FIELD (flow, direction->end));
      g_array_index (sorted, PtIndex,
                     FIELD (node, direction->first) + FIELD (node, direction->count)++)
          = i;
    }
}

void
pt_program_index (PtProgram *self)
{
  g_return_if_fail (!self->sealed);
  index_direction (self, &incoming, self->in);
  index_direction (self, &outgoing, self->out);
}

void
pt_program_seal (PtProgram *self)
{
  pt_program_index (self);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  self->sealed = TRUE;
}

PtIndex
pt_program_flow_in (const PtProgram *self, PtIndex node, guint k)
{
  const PtNode *entry = pt_program_node (self, node);

  g_return_val_if_fail (k < entry->n_in, PT_NO_INDEX);
  return g_array_index (self->in, PtIndex, entry->first_in + k);
}

PtIndex
pt_program_flow_out (const PtProgram *self, PtIndex node, guint k)
{
  const PtNode *entry = pt_program_node (self, node);

  g_return_val_if_fail (k < entry->n_out, PT_NO_INDEX);
  return g_array_index (self->out, PtIndex, entry->first_out + k);
}

PtIndex
pt_program_process_of (const PtProgram *self, PtIndex scope)
{
  while (pt_program_scope (self, scope)->parent != PT_NO_INDEX)
    scope = pt_program_scope (self, scope)->parent;
  return scope;
}
