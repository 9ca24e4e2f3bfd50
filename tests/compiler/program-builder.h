/* program-builder.h: programs made by hand, for tests of single passes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/program.h>

static inline PtOrigin
drawn (PtProgram *program, const char *id)
{
  const char *kept = pt_program_string (program, id);

  return (PtOrigin){ kept, kept, NULL };
}

static inline PtIndex
add_process (PtProgram *program, const char *id)
{
  PtIndex i = pt_program_add_scope (program);

  pt_program_scope (program, i)->origin = drawn (program, id);
  pt_program_scope (program, i)->executable = TRUE;
  return i;
}

static inline PtIndex
add_node (PtProgram *program, PtIndex scope, PtBpmnType type, const char *id, const char *name)
{
  PtIndex i = pt_program_add_node (program);
  PtNode *node = pt_program_node (program, i);

  node->origin = drawn (program, id);
  node->type = type;
  node->name = pt_program_string (program, name);
  node->scope = scope;
  return i;
}

/* A variable of @process that is asked for at @node. */
static inline PtVariable *
add_asked (PtProgram *program,
           PtIndex process,
           PtIndex node,
           const char *name,
           const char *label,
           const char *type)
{
  PtIndex i = pt_program_add_variable (program, name);
  PtVariable *variable = pt_program_variable (program, i);

  variable->kind = PT_VARIABLE_ANSWER;
  variable->label = pt_program_string (program, label);
  variable->type = type;
  variable->process = process;
  pt_program_add_access (program, node, i, PT_ACCESS_ASK, FALSE);
  pt_program_sort_accesses (program);
  return variable;
}

static inline PtIndex
add_event (PtProgram *program,
           PtIndex scope,
           PtBpmnType type,
           PtBpmnType definition,
           const char *id,
           const char *name)
{
  PtIndex i = add_node (program, scope, type, id, name);

  pt_program_node (program, i)->event_definition = definition;
  pt_program_node (program, i)->n_event_definitions = definition != PT_BPMN_NONE;
  return i;
}

static inline PtIndex
add_flow (PtProgram *program, PtIndex source, PtIndex target, const char *id)
{
  PtIndex i = pt_program_add_flow (program);
  PtFlow *flow = pt_program_flow (program, i);

  flow->origin = drawn (program, id);
  flow->source = source;
  flow->target = target;
  flow->scope = pt_program_node (program, source)->scope;
  return i;
}

static inline PtIndex
add_inner_scope (PtProgram *program, PtIndex node)
{
  PtIndex i = pt_program_add_scope (program);
  PtScope *scope = pt_program_scope (program, i);

  scope->origin = pt_program_node (program, node)->origin;
  scope->parent = pt_program_node (program, node)->scope;
  scope->node = node;
  pt_program_node (program, node)->inner = i;
  return i;
}

static inline PtIndex
add_role (PtProgram *program, const char *id, const char *name, PtRoleKind kind)
{
  PtIndex i = pt_program_add_role (program);

  *pt_program_role (program, i) = (PtProgramRole){ id, name, kind, 1 };
  return i;
}

static inline PtIndex
add_item (PtProgram *program, PtIndex scope, PtBpmnType type, const char *id, const char *xml)
{
  PtIndex i = pt_program_add_item (program);
  PtItem *item = PT_PROGRAM_AT (program->items, PtItem, i);

  item->origin = drawn (program, id);
  item->type = type;
  item->scope = scope;
  item->xml = pt_program_string (program, xml);
  return i;
}

static inline void
show (PtFigure *figure, double x, double y, double width, double height)
{
  figure->shown = TRUE;
  figure->bounds = (PtBounds){ x, y, width, height };
}

static inline void
route (PtProgram *program, PtFigure *figure, double x1, double y1, double x2, double y2)
{
  figure->shown = TRUE;
  figure->n_waypoints = 2;
  figure->first_waypoint
      = pt_program_add_waypoints (program, (PtPoint[]){ { x1, y1 }, { x2, y2 } }, 2);
}
