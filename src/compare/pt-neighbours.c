/* pt-neighbours.c: what elements of one version have to do with each other
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-neighbours.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint32 from;
  PtNeighbour to;
} Arc;

guint32
pt_neighbours_label (const char *name)
{
  return g_str_hash (name) << 1;
}

guint32
pt_neighbours_container (void)
{
  return pt_neighbours_label ("..");
}

gboolean
pt_neighbours_is_end (guint32 label)
{
  guint32 name = label & ~PT_NEIGHBOUR_INCOMING;

  return name == pt_neighbours_label ("sourceRef") || name == pt_neighbours_label ("targetRef");
}

/* --- reading references --- */

static void
add_arc (GArray *arcs, const PtEntry *from, guint32 label, const PtEntry *to)
{
  Arc out = { from->index, { label, to->index } };
  Arc in = { to->index, { label | PT_NEIGHBOUR_INCOMING, from->index } };

  g_array_append_val (arcs, out);
  g_array_append_val (arcs, in);
}

static void
add_reference (PtCatalog *catalog,
               GArray *arcs,
               const PtEntry *owner,
               const char *name,
               const char *value)
{
  const PtEntry *to = pt_catalog_lookup (catalog, value);

  if (to != NULL && to != owner && to->kind == PT_ENTRY_ELEMENT)
    add_arc (arcs, owner, pt_neighbours_label (name), to);
}

static gboolean
is_repetition (const xmlNode *node)
{
  return pt_xml_is (node, PT_NS_BPMN, "incoming") || pt_xml_is (node, PT_NS_BPMN, "outgoing");
}

static void
read_references (PtCatalog *catalog, GArray *arcs, const PtEntry *owner, const xmlNode *node)
{
  const char *text = pt_tree_leaf (node);
  PtBpmnType type;

  if (is_repetition (node))
    return;
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (a->ns == NULL && pt_bpmn_is_reference (node, (const char *)a->name))
      add_reference (catalog, arcs, owner, (const char *)a->name, pt_tree_attribute (a));
  if (text != NULL && *text != '\0' && pt_bpmn_is_reference (node, NULL))
    add_reference (catalog, arcs, owner, (const char *)node->name, text);
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    if (!pt_catalog_is_entry (child, &type) && type != PT_BPMN_NONE)
      read_references (catalog, arcs, owner, child);
}

static GArray *
read_arcs (PtCatalog *catalog)
{
  GArray *arcs = g_array_new (FALSE, FALSE, sizeof (Arc));

  for (guint i = 0; i < catalog->entries->len; i++)
    {
      const PtEntry *entry = catalog->entries->pdata[i];

      if (entry->kind != PT_ENTRY_ELEMENT)
        continue;
      if (entry->parent != NULL)
        add_arc (arcs, entry, pt_neighbours_container (), entry->parent);
      read_references (catalog, arcs, entry, entry->face.node);
    }
  return arcs;
}

/* --- rows --- */

static int
compare_rows (const void *a, const void *b)
{
  const PtNeighbour *x = a, *y = b;

  return x->label != y->label ? (x->label > y->label) - (x->label < y->label)
                              : (x->other > y->other) - (x->other < y->other);
}

PtNeighbours *
pt_neighbours_new (PtCatalog *catalog)
{
  g_autoptr (GArray) arcs = read_arcs (catalog);
  guint n = catalog->entries->len;
  g_autofree guint *next = g_new (guint, n + 1);
  PtNeighbours *self = g_new0 (PtNeighbours, 1);

  self->first = g_new0 (guint, n + 1);
  self->rows = g_new (PtNeighbour, arcs->len + 1);
  for (guint i = 0; i < arcs->len; i++)
    self->first[g_array_index (arcs, Arc, i).from + 1]++;
  for (guint i = 0; i < n; i++)
    self->first[i + 1] += self->first[i];
  memcpy (next, self->first, (n + 1) * sizeof *next);
  for (guint i = 0; i < arcs->len; i++)
    {
      const Arc *arc = &g_array_index (arcs, Arc, i);

      self->rows[next[arc->from]++] = arc->to;
    }
  for (guint i = 0; i < n; i++)
    qsort (&self->rows[self->first[i]], self->first[i + 1] - self->first[i], sizeof *self->rows,
           compare_rows);
  return self;
}

void
pt_neighbours_free (PtNeighbours *self)
{
  g_free (self->first);
  g_free (self->rows);
  g_free (self);
}
