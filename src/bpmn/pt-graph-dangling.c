/* pt-graph-dangling.c: references that resolve to nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"
#include "pt-node.h"

static const char *const di_attributes[] = { "bpmnElement", "sourceElement", "targetElement",
                                             "choreographyActivityShape", "labelStyle" };

typedef struct
{
  PtProcessGraph *graph;
  GArray *found;
} Search;

static gboolean
is_known (PtProcessGraph *self, const char *value)
{
  const char *colon = strchr (value, ':');

  return pt_document_get_by_id (self->document, value)
         || (colon && pt_document_get_by_id (self->document, colon + 1));
}

static PtElement *
find_holder (PtProcessGraph *self, const xmlNode *node)
{
  PtElement *holder = NULL;

  for (; node && !holder; node = node->parent)
    {
      if (pt_process_graph_get_diagram_by_node (self, node))
        return NULL;
      holder = pt_process_graph_get_by_node (self, node);
    }
  return holder;
}

/* @value lives on among the ids of the graph. */
static void
check (Search *search, xmlNode *node, const char *name, const char *value)
{
  if (!value || !*value || is_known (search->graph, value))
    return;

  PtDanglingReference dangling = { find_holder (search->graph, node), node, name,
                                   pt_graph_intern (search->graph, value)->value };
  g_array_append_val (search->found, dangling);
}

static void
check_row (Search *search, xmlNode *node, const PtReferenceRow *row)
{
  if (!row->is_child)
    {
      check (search, node, row->name, pt_node_attribute (node, row->name));
      return;
    }
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, row->name))
      {
        g_autofree char *value = pt_xml_text (child);
        check (search, child, row->name, value);
      }
}

static void
check_node (Search *search, xmlNode *node)
{
  const GPtrArray *rows = pt_bpmn_type_references (pt_bpmn_type_from_node (node));

  for (guint i = 0; i < rows->len; i++)
    check_row (search, node, g_ptr_array_index (rows, i));
  if (node->ns && g_strcmp0 ((const char *)node->ns->href, PT_NS_BPMNDI) == 0)
    for (guint i = 0; i < G_N_ELEMENTS (di_attributes); i++)
      check (search, node, di_attributes[i], pt_node_attribute (node, di_attributes[i]));
}

static void
check_tree (Search *search, xmlNode *node)
{
  if (pt_bpmn_type_from_node (node) == PT_BPMN_EXTENSION_ELEMENTS)
    return;
  check_node (search, node);
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    check_tree (search, child);
}

GArray *
pt_process_graph_dangling (PtProcessGraph *self)
{
  Search search = { self, g_array_new (FALSE, FALSE, sizeof (PtDanglingReference)) };

  check_tree (&search, pt_document_get_root (self->document));
  return search.found;
}
