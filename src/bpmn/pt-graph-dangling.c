/* pt-graph-dangling.c: references that resolve to nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"
#include "pt-node.h"

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
check_attributes (Search *search, xmlNode *node, PtBpmnType type)
{
  for (const xmlAttr *a = node->properties; a; a = a->next)
    {
      const PtReferenceRow *row
          = a->ns ? NULL : pt_reference_row (node, type, FALSE, (const char *)a->name);
      if (row)
        check (search, node, row->name, pt_node_attribute (node, row->name));
    }
}

static void
check_tree (Search *search, xmlNode *node)
{
  PtBpmnType type = pt_bpmn_type_from_node (node);

  if (type == PT_BPMN_EXTENSION_ELEMENTS)
    return;
  check_attributes (search, node, type);
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    {
      const PtReferenceRow *row = pt_reference_row (node, type, TRUE, (const char *)child->name);
      if (row && pt_xml_is (child, PT_NS_BPMN, row->name))
        {
          g_autofree char *value = pt_xml_text (child);
          check (search, child, row->name, value);
        }
      else
        check_tree (search, child);
    }
}

GArray *
pt_process_graph_dangling (PtProcessGraph *self)
{
  if (!self->dangling)
    {
      Search search = { self, g_array_new (FALSE, FALSE, sizeof (PtDanglingReference)) };

      check_tree (&search, pt_document_get_root (self->document));
      self->dangling = search.found;
    }
  return g_array_copy (self->dangling);
}
