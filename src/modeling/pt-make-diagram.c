/* pt-make-diagram.c: a drawing for a file that has none
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-planes.h"

#include "pt-di-writer.h"

#include <glib/gi18n-lib.h>

static gboolean
is_drawable (const PtPlaced *placed)
{
  return placed->element->id != NULL;
}

/* What something placed lies in directly is drawn opened. */
static GHashTable *
collect_opened (GPtrArray *placed)
{
  GHashTable *opened = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < placed->len; i++)
    {
      PtElement *element = ((PtPlaced *)g_ptr_array_index (placed, i))->element;

      if (pt_element_family (element) != PT_FAMILY_FLOW && element->parent != NULL)
        g_hash_table_add (opened, element->parent);
    }
  return opened;
}

static xmlNode *
make_figure (PtDraft *draft, const PtPlaced *placed, GHashTable *opened)
{
  PtElement *element = placed->element;

  if (placed->waypoints != NULL)
    return pt_di_make_edge (draft, element->node, placed->waypoints);
  return pt_di_make_shape (draft, element->node,
                           pt_di_style_of (element->type, !g_hash_table_contains (opened, element),
                                           FALSE),
                           placed->bounds);
}

/* Built loose and inserted whole: a large file makes one change, not ten thousand. */
static void
add_diagram (PtDraft *draft, PtElement *root, GPtrArray *placed)
{
  g_autoptr (GHashTable) opened = collect_opened (placed);
  xmlNode *plane = pt_plane_new (draft, root->id);

  for (guint i = 0; i < placed->len; i++)
    if (is_drawable (g_ptr_array_index (placed, i)))
      xmlAddChild (plane, make_figure (draft, g_ptr_array_index (placed, i), opened));
  pt_plane_insert (draft, plane);
}

void
pt_plane_fill (PtDraft *draft, PtDiagram *diagram, GPtrArray *placed)
{
  g_autoptr (GHashTable) opened = collect_opened (placed);

  for (guint i = 0; i < placed->len; i++)
    if (is_drawable (g_ptr_array_index (placed, i)))
      pt_document_insert (draft->document, diagram->plane, NULL,
                          make_figure (draft, g_ptr_array_index (placed, i), opened));
}

static gboolean
is_root (const PtElement *element)
{
  return element->id != NULL && pt_element_family (element) == PT_FAMILY_PLANE
         && element->participant == NULL;
}

static PtDiagram *
empty_diagram_of (GPtrArray *diagrams, const PtElement *root)
{
  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (diagrams, i);

      if (diagram->plane != NULL && diagram->element == root)
        return diagram;
    }
  return NULL;
}

gboolean
pt_plane_is_drawn (const PtElement *root)
{
  for (guint i = 0; root->children != NULL && i < root->children->len; i++)
    if (((PtElement *)g_ptr_array_index (root->children, i))->figure != NULL)
      return TRUE;
  return FALSE;
}

gboolean
pt_plane_draw_plainly (PtDraft *draft, PtElement *root)
{
  g_autoptr (GPtrArray) placed = pt_layout_plain (root);
  PtDiagram *diagram = empty_diagram_of (pt_process_graph_get_diagrams (draft->graph), root);

  if (placed->len == 0)
    return FALSE;
  if (diagram != NULL)
    pt_plane_fill (draft, diagram, placed);
  else
    add_diagram (draft, root, placed);
  return TRUE;
}

static gboolean
is_drawn (PtProcessGraph *graph)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < diagrams->len; i++)
    if (((PtDiagram *)g_ptr_array_index (diagrams, i))->elements->len > 0)
      return TRUE;
  return FALSE;
}

gboolean
pt_modeling_make_diagram (PtProcessGraph *graph)
{
  GPtrArray *roots = pt_process_graph_get_definitions (graph)->children;
  g_autoptr (PtDraft) draft = NULL;
  gboolean found = FALSE;

  if (roots == NULL || is_drawn (graph))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Draw"));
  for (guint i = 0; i < roots->len; i++)
    if (is_root (g_ptr_array_index (roots, i)))
      found |= pt_plane_draw_plainly (draft, g_ptr_array_index (roots, i));
  return found && pt_draft_commit (g_steal_pointer (&draft));
}
