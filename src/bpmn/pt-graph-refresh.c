/* pt-graph-refresh.c: from changes of the tree to what the views must read again
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fonts.h"
#include "pt-graph-private.h"

/* --- changes within an element, figure or diagram --------------------------------------------- */

/* Whether the attribute @name of @node has to do with who refers to whom. */
static gboolean
is_about_references (const xmlNode *node, const char *name)
{
  static const char *const others[]
      = { "id", "namespace", "targetNamespace", "typeLanguage", NULL };

  return g_strv_contains (others, name)
         || pt_reference_row (node, pt_bpmn_type_from_node (node), FALSE, name) != NULL;
}

/* @attribute (nullable): the only thing of the element's own node that changed */
static void
touch_element (PtProcessGraph *self, PtElement *element, const char *attribute)
{
  if (!attribute || is_about_references (element->node, attribute))
    pt_graph_touch (self, element, PT_STAGE_REFERENCES);
  pt_graph_touch (self, element, PT_STAGE_FACTS);
}

/* Touches what was read from @node: the nearest view around it. */
static void
touch_view_of (PtProcessGraph *self, const xmlNode *node, const char *attribute)
{
  for (const xmlNode *around = node; around && around->type == XML_ELEMENT_NODE;
       around = around->parent)
    {
      PtElement *element = pt_process_graph_get_by_node (self, around);
      PtDiagramElement *figure = pt_process_graph_get_figure_by_node (self, around);
      PtDiagram *diagram = pt_process_graph_get_diagram_by_node (self, around);

      if (element)
        touch_element (self, element, around == node ? attribute : NULL);
      else if (diagram)
        pt_diagram_read (diagram);
      else if (figure)
        {
          pt_graph_touch_figure (self, figure, PT_FIGURE_STAGE_READ);
          if (around == node)
            pt_graph_touch_figure (self, figure, PT_FIGURE_STAGE_LINK);
        }
      if (element || figure || diagram)
        return;
    }
}

/* --- changes of structure --------------------------------------------------------------------- */

typedef struct
{
  GHashTable *set;
  GPtrArray *nodes; /* in the order of the changes */
} Moved;

static void
add_moved (Moved *moved, xmlNode *node)
{
  if (g_hash_table_add (moved->set, node))
    g_ptr_array_add (moved->nodes, node);
}

static gboolean
is_known (PtProcessGraph *self, const xmlNode *node)
{
  return pt_process_graph_get_by_node (self, node)
         || pt_process_graph_get_figure_by_node (self, node)
         || pt_process_graph_get_diagram_by_node (self, node);
}

/* Whether what came or went has a view of its own, so that it is no part of its parent's. */
static gboolean
stands_alone (PtProcessGraph *self, const PtChange *change)
{
  if (pt_xml_is (change->parent, PT_NS_BPMNDI, "BPMNPlane")
      && pt_process_graph_get_diagram_by_node (self, change->parent->parent))
    return TRUE;
  return is_known (self, change->parent)
         && (change->kind == PT_CHANGE_INSERTED ? pt_graph_is_structural (change->node)
                                                : is_known (self, change->node));
}

static void
note_move (PtProcessGraph *self, Moved *moved, const PtChange *change)
{
  /* A plane is read with its diagram. */
  if (pt_xml_is (change->node, PT_NS_BPMNDI, "BPMNPlane")
      && pt_xml_is (change->parent, PT_NS_BPMNDI, "BPMNDiagram"))
    add_moved (moved, change->parent);
  else
    add_moved (moved, change->node);
  if (!stands_alone (self, change))
    touch_view_of (self, change->parent, NULL);
}

static void
take_out (PtProcessGraph *self, xmlNode *node)
{
  PtDiagramElement *figure = pt_process_graph_get_figure_by_node (self, node);
  PtDiagram *diagram = pt_process_graph_get_diagram_by_node (self, node);

  if (figure)
    pt_figure_take_out (self, figure);
  else if (diagram)
    pt_diagram_take_out (self, diagram);
  else
    pt_graph_take_out (self, node);
}

static void
read_in (PtProcessGraph *self, xmlNode *node)
{
  PtDiagram *diagram
      = node->parent ? pt_process_graph_get_diagram_by_node (self, node->parent->parent) : NULL;

  if (pt_xml_is (node, PT_NS_BPMNDI, "BPMNDiagram")
      && node->parent == pt_document_get_root (self->document))
    {
      pt_diagram_read_in (self, node);
      pt_fonts_touch_labels (self);
    }
  else if (diagram && diagram->plane == node->parent)
    pt_figure_read_in (self, diagram, node);
  else
    pt_graph_read_in (self, node);
}

/* Whether @node stands in the tree and is not read in with another moved one around it. */
static gboolean
is_topmost (PtProcessGraph *self, const Moved *moved, const xmlNode *node)
{
  const xmlNode *root = pt_document_get_root (self->document);

  while (node && node != root)
    {
      node = node->parent;
      if (g_hash_table_contains (moved->set, node))
        return FALSE;
    }
  return node == root;
}

/* What was moved is taken out and, where it stands in the tree now, read in: however it got there.
 */
static void
apply_moves (PtProcessGraph *self, const Moved *moved)
{
  for (guint i = 0; i < moved->nodes->len; i++)
    take_out (self, g_ptr_array_index (moved->nodes, i));
  for (guint i = 0; i < moved->nodes->len; i++)
    {
      xmlNode *node = g_ptr_array_index (moved->nodes, i);
      if (is_topmost (self, moved, node))
        read_in (self, node);
    }
}

void
pt_graph_refresh (PtProcessGraph *self, const PtChange *changes, guint n_changes)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  Moved moved = { set, nodes };

  for (guint i = 0; i < n_changes; i++)
    {
      pt_graph_forget_vetted (self, &changes[i]);
      if (changes[i].kind == PT_CHANGE_INSERTED || changes[i].kind == PT_CHANGE_REMOVED)
        note_move (self, &moved, &changes[i]);
      else
        touch_view_of (self, changes[i].node, changes[i].attribute);
      if (!changes[i].attribute || is_about_references (changes[i].node, changes[i].attribute))
        g_clear_pointer (&self->dangling, g_array_unref);
    }
  apply_moves (self, &moved);
  pt_graph_run_stages (self);
}

void
pt_graph_build (PtProcessGraph *self)
{
  xmlNode *root = pt_document_get_root (self->document);

  self->is_reading = TRUE;
  pt_graph_read_in (self, root);
  for (xmlNode *child = pt_xml_first_element (root); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMNDI, "BPMNDiagram"))
      pt_diagram_read_in (self, child);
  pt_graph_run_stages (self);
  self->is_reading = FALSE;
}
