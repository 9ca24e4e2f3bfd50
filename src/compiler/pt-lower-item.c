/* pt-lower-item.c: what events refer to, and what is only carried along
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-definition-types.h"
#include "pt-lower.h"

/* ----- definitions
 * -------------------------------------------------------------------------------- */

static void
lower_definition (PtLower *self, const PtElement *element, const PtDefinitionType *type)
{
  PtOrigin origin = pt_lower_origin (self, element);
  PtIndex index = pt_program_add_definition (self->program, element->type);
  PtDefinition *definition = pt_program_definition (self->program, index);

  pt_lower_remember (self, element, index);
  definition->origin = origin;
  definition->name = pt_program_string (self->program, element->name);
  if (type->code)
    definition->code = pt_lower_attribute (self, element->node, type->code);
  definition->item = pt_lower_attribute (self, element->node, type->item);
  definition->is_used = pt_element_is_named (element);
  definition->carried = pt_lower_carried (self, element);
}

void
pt_lower_definitions (PtLower *self)
{
  const PtElement *root = pt_process_graph_get_definitions (self->graph);

  for (guint i = 0; root->children && i < root->children->len; i++)
    {
      const PtElement *element = g_ptr_array_index (root->children, i);
      const PtDefinitionType *type = pt_definition_type (element->type);

      if (type)
        lower_definition (self, element, type);
    }
}

/* ----- items
 * -------------------------------------------------------------------------------------- */

/* Types that have arrays of their own, or no place in an executable file. */
static const PtBpmnType not_items[] = {
  PT_BPMN_FLOW_NODE,      PT_BPMN_SEQUENCE_FLOW, PT_BPMN_MESSAGE_FLOW,
  PT_BPMN_LANE_SET,       PT_BPMN_LANE,          PT_BPMN_PARTICIPANT,
  PT_BPMN_PROCESS,        PT_BPMN_COLLABORATION, PT_BPMN_EVENT_DEFINITION,
  PT_BPMN_MESSAGE,        PT_BPMN_SIGNAL,        PT_BPMN_ERROR,
  PT_BPMN_ESCALATION,     PT_BPMN_DEFINITIONS,   PT_BPMN_RESOURCE,
  PT_BPMN_CATEGORY_VALUE, PT_BPMN_OPERATION,
};

static gboolean
is_item (const PtElement *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_items); i++)
    if (pt_element_is_a (element, not_items[i]))
      return FALSE;
  return TRUE;
}

/* Data that stands within an activity, an event or an input/output specification goes along with
 * those: only what is drawn of it is an item of its own. */
static gboolean
stands_in_other (const PtElement *element)
{
  return pt_element_is_a (element, PT_BPMN_DATA_ASSOCIATION) || element->type == PT_BPMN_DATA_INPUT
         || element->type == PT_BPMN_DATA_OUTPUT
         || (element->type == PT_BPMN_PROPERTY && element->parent->type != PT_BPMN_PROCESS);
}

/* The scope an item is emitted in: that of its container, or of the node it stands in. */
static PtIndex
scope_of (PtLower *self, const PtElement *container, gboolean in_node)
{
  const PtNode *node;

  if (pt_lower_is (self, container, PT_BPMN_PROCESS))
    return pt_lower_index (self, container);
  if (!pt_lower_is (self, container, PT_BPMN_FLOW_NODE))
    return PT_NO_INDEX;
  node = pt_program_node (self->program, pt_lower_index (self, container));
  return in_node || node->inner == PT_NO_INDEX ? node->scope : node->inner;
}

static void
add_item (PtLower *self, const PtElement *element)
{
  gboolean in_other = stands_in_other (element);
  PtOrigin origin = pt_lower_origin (self, element);
  PtIndex index = pt_program_add_item (self->program);
  PtItem *item = PT_PROGRAM_AT (self->program->items, PtItem, index);

  item->origin = origin;
  item->type = element->type;
  item->scope = scope_of (self, element->parent, in_other);
  item->in_collaboration = pt_element_is_a (element->parent, PT_BPMN_COLLABORATION);
  item->source = element->source ? pt_program_string (self->program, element->source->id) : NULL;
  item->target = element->target ? pt_program_string (self->program, element->target->id) : NULL;
  item->figure = pt_lower_figure (self, element);
  if (!in_other)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      pt_lower_xml (text, element->node);
      item->xml = pt_program_string (self->program, text->str);
    }
}

/* An association in the air says nothing; one at an element of another kind of file is none of
 * ours. */
static gboolean
is_whole (PtLower *self, const PtElement *element)
{
  if (element->type != PT_BPMN_ASSOCIATION || (element->source && element->target))
    return TRUE;
  pt_lower_offer_delete (pt_lower_report (self, element,
                                          element->source ? PT_CODE_B02 : PT_CODE_B01, NULL),
                         element);
  return FALSE;
}

/* Choreographies and what is in them are not compiled. */
static gboolean
is_compiled (PtLower *self, const PtElement *container)
{
  return container->type == PT_BPMN_DEFINITIONS || container->type == PT_BPMN_COLLABORATION
         || pt_lower_is (self, container, PT_BPMN_PROCESS)
         || pt_lower_is (self, container, PT_BPMN_FLOW_NODE);
}

static void
add_io_specification (PtLower *self, const PtElement *process)
{
  const xmlNode *specification = pt_element_child_node (process, PT_BPMN_IO_SPECIFICATION);
  g_autoptr (GString) text = NULL;
  PtItem *item;
  PtIndex index;

  if (!specification)
    return;
  text = g_string_new (NULL);
  pt_lower_xml (text, specification);
  index = pt_program_add_item (self->program);
  item = PT_PROGRAM_AT (self->program->items, PtItem, index);
  item->type = PT_BPMN_IO_SPECIFICATION;
  item->origin.id = pt_program_make_id (self->program, "ioSpecification");
  item->scope = pt_lower_index (self, process);
  item->xml = pt_program_string (self->program, text->str);
}

void
pt_lower_items (PtLower *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->type == PT_BPMN_PROCESS)
        add_io_specification (self, element);
      if (!element->parent || !is_item (element) || !is_compiled (self, element->parent))
        continue;
      if ((!stands_in_other (element) || element->figure) && is_whole (self, element))
        add_item (self, element);
    }
}
