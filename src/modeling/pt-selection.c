/* pt-selection.c: elements asked for, with all that goes where they go
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-selection.h"

#include "pt-containers.h"

void
pt_selection_free (PtSelection *selection)
{
  g_ptr_array_unref (selection->tops);
  g_ptr_array_unref (selection->all);
  g_hash_table_unref (selection->inside);
  g_free (selection);
}

static PtElement *
find_shape (PtProcessGraph *graph, const char *id)
{
  PtElement *element = pt_process_graph_get (graph, id);

  if (element != NULL && element->type == PT_BPMN_LANE && element->process != NULL
      && element->process->participant != NULL)
    element = element->process->participant;
  if (element == NULL || element->figure == NULL || element->figure->is_edge)
    return NULL;
  return element;
}

static gboolean
lies_in_another (const PtElement *element, GHashTable *asked)
{
  for (const PtElement *up = element->parent; up != NULL; up = up->parent)
    if (g_hash_table_contains (asked, up)
        || (up->participant != NULL && g_hash_table_contains (asked, up->participant)))
      return TRUE;
  return element->attached_to != NULL && g_hash_table_contains (asked, element->attached_to);
}

static void
take (PtSelection *selection, PtElement *element)
{
  if (g_hash_table_add (selection->inside, element))
    g_ptr_array_add (selection->all, element);
}

/* With what it contains, and with the boundary events on all of that. */
static void
take_whole (PtSelection *selection, PtElement *element)
{
  PtDiagram *diagram = element->figure->diagram;
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();

  pt_container_collect (diagram, element, inside);
  g_ptr_array_insert (inside, 0, element);
  for (guint i = 0; i < inside->len; i++)
    {
      PtElement *part = g_ptr_array_index (inside, i);

      take (selection, part);
      for (guint j = 0; part->boundary_events != NULL && j < part->boundary_events->len; j++)
        if (pt_diagram_find (diagram, g_ptr_array_index (part->boundary_events, j)) != NULL)
          take (selection, g_ptr_array_index (part->boundary_events, j));
    }
}

PtSelection *
pt_selection_new (PtProcessGraph *graph, const char *const *ids)
{
  PtSelection *selection = g_new (PtSelection, 1);
  g_autoptr (GHashTable) asked = g_hash_table_new (NULL, NULL);

  *selection
      = (PtSelection){ g_ptr_array_new (), g_ptr_array_new (), g_hash_table_new (NULL, NULL) };
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PtElement *element = find_shape (graph, ids[i]);

      if (element != NULL && g_hash_table_add (asked, element))
        g_ptr_array_add (selection->tops, element);
    }
  for (guint i = selection->tops->len; i-- > 0;)
    if (lies_in_another (g_ptr_array_index (selection->tops, i), asked))
      g_ptr_array_remove_index (selection->tops, i);
  for (guint i = 0; i < selection->tops->len; i++)
    take_whole (selection, g_ptr_array_index (selection->tops, i));
  return selection;
}
