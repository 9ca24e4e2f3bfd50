/* pt-new-node.c: a new element with its figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-new-node.h"

#include "pt-di-writer.h"
#include "pt-label.h"
#include "pt-lane-members.h"
#include "pt-model-writer.h"

PtPoint
pt_new_node_size (const PtNodeSpec *spec)
{
  gboolean is_closed = spec->collapsed && pt_bpmn_type_is_a (spec->type, PT_BPMN_SUB_PROCESS);
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (is_closed ? PT_BPMN_TASK : spec->type);

  if (spec->type == PT_BPMN_PARTICIPANT && spec->collapsed)
    return (PtPoint){ info->width, 60 };
  return (PtPoint){ info->width, info->height };
}

PtBounds
pt_new_node_bounds (const PtNodeSpec *spec, PtPoint center)
{
  PtPoint size = pt_new_node_size (spec);

  return (PtBounds){ center.x - size.x / 2, center.y - size.y / 2, size.x, size.y };
}

PtElement
pt_new_node_prospect (const PtNodeSpec *spec, PtElement *container)
{
  PtElement prospect = { .type = spec->type, .parent = container };

  prospect.event_definition = spec->event_definition;
  prospect.n_event_definitions = spec->event_definition != PT_BPMN_NONE;
  prospect.process = container->type == PT_BPMN_PROCESS ? container : container->process;
  return prospect;
}

/* The schema asks for a condition and for the name of a link. */
void
pt_new_event_definition (PtDraft *draft, xmlNode *node, PtBpmnType type)
{
  xmlNode *definition;

  if (type == PT_BPMN_NONE)
    return;
  definition = pt_model_add (draft, node, type);
  if (type == PT_BPMN_CONDITIONAL_EVENT_DEFINITION)
    pt_model_add_child (draft, definition, "condition", NULL);
  else if (type == PT_BPMN_LINK_EVENT_DEFINITION)
    pt_model_set (draft, definition, "name", "");
}

void
pt_new_data_object (PtDraft *draft, xmlNode *container, xmlNode *reference)
{
  xmlNode *object = pt_model_add (draft, container, PT_BPMN_DATA_OBJECT);
  g_autofree char *id = pt_model_id (object);

  pt_model_set (draft, reference, "dataObjectRef", id);
}

static void
enter_lane (PtDraft *draft,
            const PtDiagram *diagram,
            PtElement *process,
            xmlNode *node,
            PtBounds bounds)
{
  g_autofree char *id = pt_model_id (node);

  pt_lane_enter (draft, pt_lane_at (draft, diagram, process, pt_bounds_center (bounds)), id);
}

xmlNode *
pt_new_node_make (PtDraft *draft,
                  PtDiagram *diagram,
                  PtElement *container,
                  const PtNodeSpec *spec,
                  PtBounds bounds)
{
  xmlNode *node = pt_model_add (draft, container->node, spec->type);

  if (spec->name != NULL)
    pt_label_write (draft, node, spec->type, spec->name);
  if (spec->type == PT_BPMN_DATA_OBJECT_REFERENCE)
    pt_new_data_object (draft, container->node, node);
  if (pt_bpmn_type_is_a (spec->type, PT_BPMN_EVENT))
    pt_new_event_definition (draft, node, spec->event_definition);
  if (container->type == PT_BPMN_PROCESS && pt_bpmn_type_is_a (spec->type, PT_BPMN_FLOW_NODE)
      && spec->type != PT_BPMN_BOUNDARY_EVENT)
    enter_lane (draft, diagram, container, node, bounds);
  pt_di_add_shape (draft, diagram, node, pt_di_style_of (spec->type, spec->collapsed, FALSE),
                   bounds, NULL, FALSE);
  return node;
}
