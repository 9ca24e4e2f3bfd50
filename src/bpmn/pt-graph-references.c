/* pt-graph-references.c: which references a node makes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"
#include "pt-node.h"

enum
{
  ATTRIBUTE = FALSE,
  CHILD = TRUE
};

static const PtReferenceRow rows[] = {
#define PT_BPMN_REFERENCE(type, form, name, kind, wanted)                                          \
  { PT_BPMN_##type, form, name, PT_REFERENCE_##kind, PT_BPMN_##wanted, NULL },
#include "pt-bpmn-references.def"
#undef PT_BPMN_REFERENCE
};

static const PtReferenceRow di_rows[] = {
  { PT_BPMN_NONE, ATTRIBUTE, "bpmnElement", PT_REFERENCE_FIGURE, PT_BPMN_BASE_ELEMENT, NULL },
  /* Some tools name the element in place of the figure. */
  { PT_BPMN_NONE, ATTRIBUTE, "sourceElement", PT_REFERENCE_NONE, PT_BPMN_BASE_ELEMENT,
    "BPMNShape BPMNEdge" },
  { PT_BPMN_NONE, ATTRIBUTE, "targetElement", PT_REFERENCE_NONE, PT_BPMN_BASE_ELEMENT,
    "BPMNShape BPMNEdge" },
  { PT_BPMN_NONE, ATTRIBUTE, "choreographyActivityShape", PT_REFERENCE_NONE, PT_BPMN_NONE,
    "BPMNShape" },
  { PT_BPMN_NONE, ATTRIBUTE, "labelStyle", PT_REFERENCE_NONE, PT_BPMN_NONE, "BPMNLabelStyle" },
};

static GPtrArray **
index_rows (void)
{
  GPtrArray **index = g_new0 (GPtrArray *, PT_BPMN_N_TYPES);

  for (guint type = 0; type < PT_BPMN_N_TYPES; type++)
    {
      index[type] = g_ptr_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        if (pt_bpmn_type_is_a (type, rows[i].type))
          g_ptr_array_add (index[type], (gpointer)&rows[i]);
    }
  return index;
}

const GPtrArray *
pt_bpmn_type_references (PtBpmnType type)
{
  static GPtrArray **index;

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, index_rows ());
  return index[type];
}

static const PtReferenceRow *
di_row (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (di_rows); i++)
    if (strcmp (di_rows[i].name, name) == 0)
      return &di_rows[i];
  return NULL;
}

const PtReferenceRow *
pt_reference_row (const xmlNode *node, PtBpmnType type, gboolean is_child, const char *name)
{
  const GPtrArray *known = pt_bpmn_type_references (type);

  for (guint i = 0; i < known->len; i++)
    {
      const PtReferenceRow *row = g_ptr_array_index (known, i);
      if (row->is_child == is_child && strcmp (row->name, name) == 0)
        return row;
    }
  return type == PT_BPMN_NONE && !is_child && node->ns
                 && g_strcmp0 ((const char *)node->ns->href, PT_NS_BPMNDI) == 0
             ? di_row (name)
             : NULL;
}

gboolean
pt_reference_row_is_foreign (const PtReferenceRow *row)
{
  return row->wanted == PT_BPMN_NONE && row->wanted_tags == NULL;
}

gboolean
pt_bpmn_is_reference (const xmlNode *node, const char *attribute)
{
  const xmlNode *holder = attribute != NULL ? node : node->parent;
  const PtReferenceRow *row;

  if (attribute == NULL && !pt_xml_is (node, PT_NS_BPMN, (const char *)node->name))
    return FALSE;
  row = pt_reference_row (holder, pt_bpmn_type_from_node (holder), attribute == NULL,
                          attribute != NULL ? attribute : (const char *)node->name);
  return row != NULL && !pt_reference_row_is_foreign (row);
}

const char *
pt_bpmn_local_reference (const char *reference)
{
  const char *colon = strchr (reference, ':');

  return colon != NULL ? colon + 1 : NULL;
}

xmlNode *
pt_bpmn_resolve (PtDocument *document, const char *reference)
{
  const char *local = pt_bpmn_local_reference (reference);
  xmlNode *node = pt_document_get_by_id (document, reference);

  return node == NULL && local != NULL ? pt_document_get_by_id (document, local) : node;
}

static void
collect_child_references (PtProcessGraph *self,
                          PtElement *owner,
                          const xmlNode *node,
                          const PtReferenceRow *row)
{
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, row->name))
      {
        g_autofree char *value = pt_xml_text (child);
        if (*value)
          pt_graph_add_reference (self, row->kind, owner, value);
      }
}

/* Collects the references that @node makes as one of @type: @owner's own node, or that of an event
 * definition within it. */
static void
collect_references (PtProcessGraph *self, PtElement *owner, const xmlNode *node, PtBpmnType type)
{
  const GPtrArray *known = pt_bpmn_type_references (type);

  for (guint i = 0; i < known->len; i++)
    {
      const PtReferenceRow *row = g_ptr_array_index (known, i);
      const char *value = NULL;

      if (row->kind == PT_REFERENCE_NONE)
        continue;
      if (row->is_child)
        collect_child_references (self, owner, node, row);
      else if ((value = pt_xml_peek (node, row->name)) && *value)
        pt_graph_add_reference (self, row->kind, owner, value);
    }
}

void
pt_graph_read_references (PtProcessGraph *self, PtElement *element)
{
  pt_graph_set_id (self, element, pt_xml_peek (element->node, "id"));

  collect_references (self, element, element->node, element->type);
  if (pt_element_is_a (element, PT_BPMN_EVENT))
    for (xmlNode *child = pt_xml_first_element (element->node); child;
         child = pt_xml_next_element (child))
      {
        PtBpmnType type = pt_bpmn_type_from_node (child);
        if (pt_bpmn_type_is_a (type, PT_BPMN_EVENT_DEFINITION))
          collect_references (self, element, child, type);
      }
  pt_graph_set_references (self, &pt_element_record (element)->references);
  pt_graph_touch (self, element, PT_STAGE_LINKS);
}
