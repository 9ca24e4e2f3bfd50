/* pt-planes.c: whole diagrams, and what moves from one to another
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-planes.h"

#include "pt-di-writer.h"
#include "pt-flow-repair.h"

/* --- diagrams --- */

static xmlNode *
make_loose (PtDraft *draft, const char *tag)
{
  xmlNode *root = pt_document_get_root (draft->document);
  xmlNode *node = pt_document_make_element (draft->document, root, PT_NS_BPMNDI, "bpmndi", tag);
  g_autofree char *id = pt_document_make_id (draft->document, tag);

  xmlSetProp (node, BAD_CAST "id", (const xmlChar *)id);
  return node;
}

xmlNode *
pt_plane_new (PtDraft *draft, const char *element_id)
{
  xmlNode *diagram = make_loose (draft, "BPMNDiagram"), *plane = make_loose (draft, "BPMNPlane");

  xmlSetProp (plane, BAD_CAST "bpmnElement", (const xmlChar *)element_id);
  return xmlAddChild (diagram, plane);
}

void
pt_plane_insert (PtDraft *draft, xmlNode *plane)
{
  xmlNode *definitions = pt_document_get_root (draft->document);

  pt_document_insert (draft->document, definitions,
                      pt_bpmn_insertion_point (definitions, "BPMNDiagram"), plane->parent);
}

/* --- figures --- */

/* Its data associations stand in the sub-process, but are drawn beside it. */
static gboolean
is_inside (const PtElement *element, const PtElement *sub_process)
{
  if (element->parent == sub_process && pt_element_is_a (element, PT_BPMN_DATA_ASSOCIATION))
    return FALSE;
  return pt_element_is_within (element, sub_process);
}

GPtrArray *
pt_plane_inside (PtProcessGraph *graph, PtDiagram *diagram, const PtElement *sub_process)
{
  GPtrArray *inside = g_ptr_array_new ();

  for (xmlNode *node = diagram->plane != NULL ? pt_xml_first_element (diagram->plane) : NULL;
       node != NULL; node = pt_xml_next_element (node))
    {
      PtDiagramElement *figure = pt_process_graph_get_figure_by_node (graph, node);

      if (figure != NULL && figure->element != NULL && is_inside (figure->element, sub_process))
        g_ptr_array_add (inside, figure);
    }
  return inside;
}

PtBounds
pt_plane_bounds (GPtrArray *figures)
{
  PtBounds all = { 0 };

  for (guint i = 0; i < figures->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (figures, i);

      all = pt_bounds_union (all, figure->bounds);
      if (figure->has_label)
        all = pt_bounds_union (all, figure->label);
    }
  return all;
}

void
pt_plane_move (PtDraft *draft, GPtrArray *figures, xmlNode *plane)
{
  for (guint i = 0; i < figures->len; i++)
    {
      xmlNode *node = ((PtDiagramElement *)g_ptr_array_index (figures, i))->node;

      pt_document_remove (draft->document, node);
      pt_document_insert (draft->document, plane, NULL, node);
    }
}

static void
move_node (PtDraft *draft, xmlNode *node, xmlNode *parent, xmlNode *before)
{
  pt_document_remove (draft->document, node);
  pt_document_insert (draft->document, parent, before, node);
}

/* There may be one di:extension, in front of all else. */
static void
move_extension (PtDraft *draft, xmlNode *extension, xmlNode *plane)
{
  xmlNode *first = pt_xml_first_element (plane), *child;

  if (first == NULL || !pt_xml_is (first, PT_NS_DI, "extension"))
    {
      move_node (draft, extension, plane, first);
      return;
    }
  while ((child = pt_xml_first_element (extension)) != NULL)
    move_node (draft, child, first, NULL);
}

void
pt_plane_empty (PtDraft *draft, PtDiagram *from, PtDiagram *to)
{
  for (xmlNode *node = pt_xml_first_element (from->plane), *next; node != NULL; node = next)
    {
      next = pt_xml_next_element (node);
      if (pt_xml_is (node, PT_NS_DI, "extension"))
        move_extension (draft, node, to->plane);
      else
        move_node (draft, node, to->plane, NULL);
    }
  for (xmlNode *node = pt_xml_first_element (from->node), *next; node != NULL; node = next)
    {
      next = pt_xml_next_element (node);
      if (node != from->plane)
        move_node (draft, node, to->node, NULL);
    }
}

static void
shift_edge (PtDraft *draft, PtDiagramElement *edge, double dx, double dy)
{
  g_autoptr (GArray) points = pt_di_waypoints (edge);

  for (guint i = 0; i < points->len; i++)
    {
      g_array_index (points, PtPoint, i).x += dx;
      g_array_index (points, PtPoint, i).y += dy;
    }
  if (points->len > 0)
    pt_flow_set_route (draft, edge, points);
}

void
pt_plane_shift (PtDraft *draft, GPtrArray *figures, double dx, double dy)
{
  for (guint i = 0; i < figures->len && (dx != 0 || dy != 0); i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (figures, i);

      if (figure->is_edge)
        shift_edge (draft, figure, dx, dy);
      else
        pt_draft_shift (draft, figure, dx, dy);
    }
}
