/* pt-graph-memory.c: where views lie
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"

gpointer
pt_graph_alloc (PtProcessGraph *self, gsize size)
{
  if (self->is_reading)
    return pt_arena_alloc (self->arena, size);
  self->n_alone++;
  return g_malloc0 (size);
}

gpointer
pt_graph_copy (PtProcessGraph *self, gconstpointer data, gsize size)
{
  return memcpy (pt_graph_alloc (self, size), data, size);
}

void
pt_graph_free (PtProcessGraph *self, gconstpointer thing)
{
  if (thing == NULL || self->n_alone == 0 || pt_arena_owns (self->arena, thing))
    return;
  self->n_alone--;
  g_free ((gpointer)thing);
}

void
pt_graph_set_text (PtProcessGraph *self, const char **place, const char *text)
{
  pt_graph_free (self, *place);
  if (text == NULL)
    *place = NULL;
  else if (self->is_reading)
    *place = pt_arena_text (self->arena, text, strlen (text));
  else
    *place = pt_graph_copy (self, text, strlen (text) + 1);
}
