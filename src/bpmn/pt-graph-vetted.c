/* pt-graph-vetted.c: nodes that were looked at and found in order, until they change
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"

gboolean
pt_process_graph_is_vetted (PtProcessGraph *self, const xmlNode *node)
{
  return g_hash_table_contains (self->vetted, node);
}

void
pt_process_graph_vet (PtProcessGraph *self, const xmlNode *node)
{
  g_hash_table_add (self->vetted, (gpointer)node);
}

static void
forget_all_in (GHashTable *vetted, const xmlNode *node)
{
  g_hash_table_remove (vetted, node);
  for (const xmlNode *child = pt_xml_first_element (node); child;
       child = pt_xml_next_element (child))
    forget_all_in (vetted, child);
}

void
pt_graph_forget_vetted (PtProcessGraph *self, const PtChange *change)
{
  if (g_hash_table_size (self->vetted) == 0)
    return;
  if (change->kind == PT_CHANGE_INSERTED || change->kind == PT_CHANGE_REMOVED)
    forget_all_in (self->vetted, change->node);
  else
    g_hash_table_remove (self->vetted, change->node);
}
