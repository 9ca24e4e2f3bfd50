/* pt-graph-structure.c: which nodes are elements, and their order and containers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"
#include "pt-sequence.h"

#define ORDER G_STRUCT_OFFSET (PtElementRecord, order)

/* Types whose nodes are elements of the views; all others are read into the element around them. */
static const PtBpmnType element_types[] = {
  PT_BPMN_FLOW_ELEMENT,
  PT_BPMN_ARTIFACT,
  PT_BPMN_ROOT_ELEMENT,
  PT_BPMN_DEFINITIONS,
  PT_BPMN_PARTICIPANT,
  PT_BPMN_LANE_SET,
  PT_BPMN_LANE,
  PT_BPMN_MESSAGE_FLOW,
  PT_BPMN_DATA_ASSOCIATION,
  PT_BPMN_DATA_INPUT,
  PT_BPMN_DATA_OUTPUT,
  PT_BPMN_PROPERTY,
  PT_BPMN_CONVERSATION_LINK,
  PT_BPMN_CONVERSATION_NODE,
  PT_BPMN_CATEGORY_VALUE,
  PT_BPMN_OPERATION,
  PT_BPMN_CORRELATION_KEY,
};

static gboolean
make_elements (gboolean *is_element)
{
  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    for (guint i = 0; i < G_N_ELEMENTS (element_types); i++)
      is_element[type] |= pt_bpmn_type_is_a (type, element_types[i]);
  return TRUE;
}

/* Returns: @type, which @node is of, when that makes it an element; else %PT_BPMN_NONE */
static PtBpmnType
element_type (const xmlNode *node, PtBpmnType type)
{
  static gboolean is_element[PT_BPMN_N_TYPES];
  static gsize made;

  if (g_once_init_enter (&made))
    g_once_init_leave (&made, make_elements (is_element));
  /* A definition within an event belongs to the event; at the root it stands for itself. */
  if (pt_bpmn_type_is_a (type, PT_BPMN_EVENT_DEFINITION)
      && !pt_xml_is (node->parent, PT_NS_BPMN, "definitions"))
    return PT_BPMN_NONE;
  return is_element[type] ? type : PT_BPMN_NONE;
}

/* An input/output specification is no element, but its data inputs and outputs are: they count as
 * children of the activity or process. */
static gboolean
is_transparent (const xmlNode *node)
{
  return pt_bpmn_type_from_node (node) == PT_BPMN_IO_SPECIFICATION;
}

gboolean
pt_graph_is_structural (const xmlNode *node)
{
  PtBpmnType type = pt_bpmn_type_from_node (node);

  return element_type (node, type) != PT_BPMN_NONE || type == PT_BPMN_IO_SPECIFICATION;
}

void
pt_element_free (PtProcessGraph *self, PtElement *element)
{
  PtElementRecord *record = pt_element_record (element);
  GPtrArray **lists[]
      = { &element->children, &element->incoming, &element->outgoing, &element->boundary_events };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
  pt_graph_free (self, element->name);
  pt_graph_free (self, element->data_state);
  pt_graph_free (self, record->references.items);
  pt_graph_free (self, record);
}

/* --- reading in ------------------------------------------------------------------------------- */

static PtElement *
last_within (PtElement *element)
{
  while (element->children && element->children->len > 0)
    element = g_ptr_array_index (element->children, element->children->len - 1);
  return element;
}

/* Returns: (nullable): the last element in @node, itself or below */
static PtElement *
last_element_of (PtProcessGraph *self, const xmlNode *node)
{
  PtElement *element = pt_process_graph_get_by_node (self, node);

  if (element)
    return last_within (element);
  if (is_transparent (node))
    for (const xmlNode *child = node->last; child && !element; child = child->prev)
      element = last_element_of (self, child);
  return element;
}

/* Returns: (nullable): the element that stands before @node in the document */
static PtElement *
element_before (PtProcessGraph *self, const xmlNode *node, PtElement *container)
{
  PtElement *element = NULL;

  if (!container)
    return NULL;
  for (; node != container->node; node = node->parent)
    for (const xmlNode *sibling = node->prev; sibling; sibling = sibling->prev)
      if ((element = last_element_of (self, sibling)))
        return element;
  return container;
}

static PtElement *
find_or_make (PtProcessGraph *self, xmlNode *node)
{
  PtElement *element = g_hash_table_lookup (self->lost_elements, node);

  if (element)
    g_hash_table_remove (self->lost_elements, node);
  else
    element = pt_graph_alloc (self, sizeof (PtElementRecord));
  pt_element_record (element)->gone = FALSE;
  element->node = node;
  g_hash_table_insert (self->element_by_node, node, element);
  return element;
}

static void
put_into (PtElement *element, PtElement *container)
{
  element->parent = container;
  pt_element_record (element)->depth = container ? pt_element_record (container)->depth + 1 : 0;
  if (element->type != PT_BPMN_PARTICIPANT)
    element->process = NULL;
  if (!container)
    return;
  if (element->type != PT_BPMN_PARTICIPANT && container->type != PT_BPMN_PARTICIPANT)
    element->process = container->type == PT_BPMN_PROCESS ? container : container->process;
  if (!container->children)
    container->children = g_ptr_array_new ();

  /* Siblings are in document order, too. */
  guint order = pt_element_record (element)->order;
  g_ptr_array_insert (container->children, pt_sequence_index (container->children, ORDER, order),
                      element);
}

/* Returns: the last element read: @before when there is none in @node */
static PtElement *
read_tree (PtProcessGraph *self, xmlNode *node, PtElement *container, PtElement *before)
{
  PtBpmnType node_type = pt_bpmn_type_from_node (node);
  PtBpmnType type = element_type (node, node_type);
  PtElement *inner = container;

  if (type != PT_BPMN_NONE)
    {
      guint index
          = before
                ? pt_sequence_index (self->elements, ORDER, pt_element_record (before)->order) + 1
                : 0;
      inner = find_or_make (self, node);
      inner->type = type;
      pt_sequence_insert (self->elements, ORDER, index, inner);
      put_into (inner, container);
      for (PtStage stage = 0; stage < PT_N_STAGES; stage++)
        pt_graph_touch (self, inner, stage);
      before = inner;
    }
  else if (node_type != PT_BPMN_IO_SPECIFICATION)
    return before;

  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    before = read_tree (self, child, inner, before);
  return before;
}

void
pt_graph_read_in (PtProcessGraph *self, xmlNode *node)
{
  const xmlNode *around = node->parent;
  PtElement *container = NULL;

  if (!pt_graph_is_structural (node))
    return;
  while (around && around->type == XML_ELEMENT_NODE && is_transparent (around))
    around = around->parent;
  container = pt_process_graph_get_by_node (self, around);
  if (!container && node != pt_document_get_root (self->document))
    return;

  read_tree (self, node, container, element_before (self, node, container));
  if (container)
    {
      pt_graph_mark_changed (self, container);
      pt_graph_touch_figures_of (self, container);
    }
}

/* --- taking out ------------------------------------------------------------------------------- */

static void
lose (PtProcessGraph *self, PtElement *element)
{
  PtElementRecord *record = pt_element_record (element);

  pt_graph_drop_id (self, element);
  pt_graph_set_references (self, &record->references);
  g_hash_table_remove (self->element_by_node, element->node);
  g_hash_table_insert (self->lost_elements, element->node, element);
  record->gone = TRUE;
  pt_graph_mark_changed (self, element);
  if (element->children)
    g_ptr_array_set_size (element->children, 0);
}

static void
take_element_out (PtProcessGraph *self, PtElement *element)
{
  guint first = pt_sequence_index (self->elements, ORDER, pt_element_record (element)->order);
  guint last
      = pt_sequence_index (self->elements, ORDER, pt_element_record (last_within (element))->order);

  if (element->parent && !pt_element_record (element->parent)->gone)
    {
      g_ptr_array_remove (element->parent->children, element);
      pt_graph_mark_changed (self, element->parent);
      pt_graph_touch_figures_of (self, element->parent);
      if (pt_element_is_a (element, PT_BPMN_DATA_ASSOCIATION))
        pt_graph_touch (self, element->parent, PT_STAGE_INVERSE);
    }
  /* What is below it stands behind it without a gap. */
  for (guint i = first; i <= last; i++)
    lose (self, g_ptr_array_index (self->elements, i));
  g_ptr_array_remove_range (self->elements, first, last - first + 1);
}

void
pt_graph_take_out (PtProcessGraph *self, xmlNode *node)
{
  PtElement *element = pt_process_graph_get_by_node (self, node);

  if (element)
    take_element_out (self, element);
  else if (is_transparent (node))
    for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
      pt_graph_take_out (self, child);
}
