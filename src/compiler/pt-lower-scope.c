/* pt-lower-scope.c: processes and sub-processes, their lanes, and the pools that show them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lower.h"

typedef void (*PtLowerFunc) (PtLower *self, const PtElement *element, PtIndex index);

static void
for_each_child (PtLower *self,
                const PtElement *element,
                PtBpmnType type,
                PtLowerFunc func,
                PtIndex index)
{
  for (guint i = 0; element->children && i < element->children->len; i++)
    {
      const PtElement *child = g_ptr_array_index (element->children, i);

      if (pt_element_is_a (child, type))
        func (self, child, index);
    }
}

/* ----- lanes
 * -------------------------------------------------------------------------------------- */

static void
lower_lane (PtLower *self, const PtElement *element, PtIndex scope, PtIndex parent)
{
  PtOrigin origin = pt_lower_origin (self, element);
  PtIndex index = pt_program_add_lane (self->program);
  PtLane *lane = pt_program_lane (self->program, index);

  pt_lower_remember (self, element, index);
  lane->origin = origin;
  lane->name = pt_lower_name (self, element);
  lane->scope = scope;
  lane->parent = parent;
  lane->carried = pt_lower_carried (self, element);
  lane->figure = pt_lower_figure (self, element);
  for (guint i = 0; element->children && i < element->children->len; i++)
    pt_lower_lanes (self, g_ptr_array_index (element->children, i), scope, index);
}

void
pt_lower_lanes (PtLower *self, const PtElement *lane_set, PtIndex scope, PtIndex parent)
{
  if (!pt_element_is_a (lane_set, PT_BPMN_LANE_SET))
    return;
  for (guint i = 0; lane_set->children && i < lane_set->children->len; i++)
    {
      const PtElement *lane = g_ptr_array_index (lane_set->children, i);

      if (lane->type == PT_BPMN_LANE)
        lower_lane (self, lane, scope, parent);
    }
}

static void
lower_lane_set (PtLower *self, const PtElement *lane_set, PtIndex scope)
{
  pt_lower_lanes (self, lane_set, scope, PT_NO_INDEX);
}

/* ----- scopes
 * ------------------------------------------------------------------------------------- */

static void lower_inside (PtLower *self, const PtElement *element, PtIndex scope);

static void
lower_sub_process (PtLower *self, const PtElement *element, PtIndex parent)
{
  PtIndex node = pt_lower_index (self, element), index = pt_program_add_scope (self->program);
  PtScope *scope = pt_program_scope (self->program, index);

  scope->origin = pt_program_node (self->program, node)->origin;
  scope->name = pt_program_node (self->program, node)->name;
  scope->parent = parent;
  scope->node = node;
  pt_program_node (self->program, node)->inner = index;
  lower_inside (self, element, index);
}

static void
lower_flow_node (PtLower *self, const PtElement *element, PtIndex scope)
{
  pt_lower_node (self, element, scope);
  if (pt_element_is_a (element, PT_BPMN_SUB_PROCESS))
    lower_sub_process (self, element, scope);
}

static void
lower_inside (PtLower *self, const PtElement *element, PtIndex scope)
{
  for_each_child (self, element, PT_BPMN_LANE_SET, lower_lane_set, scope);
  for_each_child (self, element, PT_BPMN_FLOW_NODE, lower_flow_node, scope);
}

static void
lower_process (PtLower *self, const PtElement *element, PtIndex unused)
{
  PtOrigin origin = pt_lower_origin (self, element);
  PtIndex index = pt_program_add_scope (self->program);
  PtScope *scope = pt_program_scope (self->program, index);
  guint n_nodes = self->program->nodes->len;

  pt_lower_remember (self, element, index);
  scope->origin = origin;
  scope->name = pt_lower_name (self, element);
  scope->carried = pt_lower_carried (self, element);
  pt_lower_demand (self, index, element);
  lower_inside (self, element, index);
  pt_program_scope (self->program, index)->executable = self->program->nodes->len > n_nodes;
}

/* A host may stand behind its boundary events in the file, so they meet when all are there. */
static void
attach_boundary_events (PtLower *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->type != PT_BPMN_BOUNDARY_EVENT || !pt_lower_is (self, element, PT_BPMN_EVENT))
        continue;
      pt_lower_check_boundary (self, element);
      if (pt_lower_is (self, element->attached_to, PT_BPMN_ACTIVITY))
        pt_program_node (self->program, pt_lower_index (self, element))->host
            = pt_lower_index (self, element->attached_to);
    }
}

void
pt_lower_scopes (PtLower *self)
{
  const PtElement *root = pt_process_graph_get_definitions (self->graph);

  for_each_child (self, root, PT_BPMN_PROCESS, lower_process, PT_NO_INDEX);
  attach_boundary_events (self);
}

/* ----- pools
 * -------------------------------------------------------------------------------------- */

static void
lower_pool (PtLower *self, const PtElement *element, PtIndex unused)
{
  PtOrigin origin = pt_lower_origin (self, element);
  PtIndex index = pt_program_add_pool (self->program);
  PtPool *pool = pt_program_pool (self->program, index);

  pt_lower_remember (self, element, index);
  pool->origin = origin;
  pool->name = pt_lower_name (self, element);
  pool->process = pt_lower_find (self, element->process, PT_BPMN_PROCESS);
  pool->multiple = element->multiplicity;
  pool->carried = pt_lower_carried (self, element);
  pool->figure = pt_lower_figure (self, element);
  if (pool->process != PT_NO_INDEX
      && pt_program_scope (self->program, pool->process)->participant == PT_NO_INDEX)
    pt_program_scope (self->program, pool->process)->participant = index;
}

static void
lower_collaboration (PtLower *self, const PtElement *element, PtIndex unused)
{
  PtProgram *program = self->program;

  if (element->type != PT_BPMN_COLLABORATION)
    return;
  if (!program->collaboration_id)
    {
      program->collaboration_id = pt_lower_origin (self, element).id;
      program->collaboration_name = pt_lower_name (self, element);
      program->collaboration_carried = pt_lower_carried (self, element);
    }
  for_each_child (self, element, PT_BPMN_PARTICIPANT, lower_pool, PT_NO_INDEX);
}

void
pt_lower_pools (PtLower *self)
{
  const PtElement *root = pt_process_graph_get_definitions (self->graph);

  for_each_child (self, root, PT_BPMN_COLLABORATION, lower_collaboration, PT_NO_INDEX);
}
