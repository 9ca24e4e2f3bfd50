/* pt-next.c: where work goes in a program, and in whose hands it is
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-next.h"

static void
push_inside (const PtProgram *program, PtIndex scope, GArray *open)
{
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (node->scope == scope && node->n_in == 0 && node->host == PT_NO_INDEX
          && !node->triggered_by_event && !node->for_compensation)
        g_array_append_val (open, i);
    }
}

/* Where a token goes that leaves @number: along flows, and out of the sub-process when that is
 * over. */
static void
push_next (const PtProgram *program, PtIndex number, GArray *open)
{
  const PtNode *node = pt_program_node (program, number);
  PtIndex around = pt_program_scope (program, node->scope)->node;

  for (guint k = 0; k < node->n_out; k++)
    g_array_append_val (open, pt_program_flow (program, g_array_index (program->out, PtIndex,
                                                                       node->first_out + k))
                                  ->target);
  if (node->n_out == 0 && around != PT_NO_INDEX)
    push_next (program, around, open);
}

GArray *
pt_next_nodes (const PtProgram *program, PtIndex from, const gboolean *stops)
{
  g_autofree gboolean *seen = g_new0 (gboolean, program->nodes->len + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  GArray *next = g_array_new (FALSE, FALSE, sizeof (PtIndex));

  push_next (program, from, open);
  for (guint i = 0; i < open->len; i++)
    {
      PtIndex at = g_array_index (open, PtIndex, i);

      if (at == PT_NO_INDEX || seen[at])
        continue;
      seen[at] = TRUE;
      if (stops[at])
        g_array_append_val (next, at);
      else if (pt_program_node (program, at)->inner != PT_NO_INDEX)
        push_inside (program, pt_program_node (program, at)->inner, open);
      else
        push_next (program, at, open);
    }
  return next;
}

PtIndex
pt_role_around (const PtProgram *program, PtIndex number)
{
  const PtNode *node = pt_program_node (program, number);
  PtIndex pool
      = pt_program_scope (program, pt_program_process_of (program, node->scope))->participant;

  if (node->role != PT_NO_INDEX)
    return node->role;
  for (PtIndex lane = node->lane; lane != PT_NO_INDEX;
       lane = pt_program_lane (program, lane)->parent)
    if (pt_program_lane (program, lane)->role != PT_NO_INDEX)
      return pt_program_lane (program, lane)->role;
  return pool != PT_NO_INDEX ? pt_program_pool (program, pool)->role : PT_NO_INDEX;
}
