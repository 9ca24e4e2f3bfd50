/* pt-graph-vetted.c: nodes that were looked at and found in order, until they change
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"

/* How much of a node was looked at. */
#define ALONE GUINT_TO_POINTER (1)
#define WITH_INSIDE GUINT_TO_POINTER (2)

gboolean
pt_process_graph_is_vetted (PtProcessGraph *self, const xmlNode *node, gboolean with_inside)
{
  gpointer vetted = g_hash_table_lookup (self->vetted, node);

  return with_inside ? vetted == WITH_INSIDE : vetted != NULL;
}

void
pt_process_graph_vet (PtProcessGraph *self, const xmlNode *node, gboolean with_inside)
{
  g_hash_table_insert (self->vetted, (gpointer)node, with_inside ? WITH_INSIDE : ALONE);
}

static void
forget_all_in (GHashTable *vetted, const xmlNode *node)
{
  g_hash_table_remove (vetted, node);
  for (const xmlNode *child = pt_xml_first_element (node); child;
       child = pt_xml_next_element (child))
    forget_all_in (vetted, child);
}

/* What is around a change was not touched itself, but no longer stands for all that is in it. */
static void
forget_around (GHashTable *vetted, const xmlNode *node)
{
  for (; node; node = node->parent)
    if (g_hash_table_lookup (vetted, node) == WITH_INSIDE)
      g_hash_table_insert (vetted, (gpointer)node, ALONE);
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
  forget_around (self->vetted, change->parent);
}
