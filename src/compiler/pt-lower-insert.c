/* pt-lower-insert.c: nodes and flows that nobody drew, and places for them on the diagram
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lower.h"

#define GAP 50.0     /* between the drawn node and the inserted one */
#define MAX_SHIFTS 8 /* tries to find a free place above or below */
#define MARGIN 20.0  /* between an inserted node and the border of its pool */
#define HEADER 30.0  /* with the name of a pool or lane */

/* ----- places
 * ------------------------------------------------------------------------------------- */

static gboolean
is_free (const PtProgram *program, PtIndex near, PtBounds bounds)
{
  const PtNode *drawn = pt_program_node (program, near);

  for (guint i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (node->scope == drawn->scope && node->figure.shown
          && node->figure.diagram == drawn->figure.diagram
          && pt_bounds_intersects (node->figure.bounds, bounds))
        return FALSE;
    }
  return TRUE;
}

/* Beside the drawn node at its height, else a little lower or higher. */
static PtBounds
find_place (const PtProgram *program, PtIndex near, double width, double height, PtSide side)
{
  PtBounds drawn = pt_program_node (program, near)->figure.bounds;
  PtBounds first = {
    .x = side == PT_SIDE_BEFORE ? drawn.x - GAP - width : drawn.x + drawn.width + GAP,
    .y = drawn.y + (drawn.height - height) / 2,
    .width = width,
    .height = height,
  };

  for (int i = 0; i < MAX_SHIFTS; i++)
    {
      PtBounds bounds = first;

      bounds.y += (i % 2 ? (i + 1) / 2 : -(i / 2)) * (height + GAP / 2);
      if (is_free (program, near, bounds))
        return bounds;
    }
  return first;
}

static PtFigure
place_node (const PtProgram *program, PtBpmnType type, PtIndex near, PtSide side)
{
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
  const PtFigure *drawn = &pt_program_node (program, near)->figure;
  PtFigure figure = { .is_horizontal = TRUE, .is_marker_visible = TRUE };

  if (!drawn->shown)
    return figure;
  figure.shown = TRUE;
  figure.diagram = drawn->diagram;
  figure.bounds = find_place (program, near, info->width, info->height, side);
  return figure;
}

static void
widen (PtFigure *figure, guint diagram, double left, double right)
{
  if (!figure->shown || figure->diagram != diagram)
    return;
  figure->bounds.x -= left;
  figure->bounds.width += left + right;
}

/* Inserted nodes stand to the left and right of drawn ones: a pool that is too narrow for them grows
 * with its lanes. */
static void
make_room (PtProgram *program, const PtNode *node)
{
  PtIndex process = pt_program_process_of (program, node->scope);
  PtIndex pool = pt_program_scope (program, process)->participant;
  PtFigure *figure = pool == PT_NO_INDEX ? NULL : &pt_program_pool (program, pool)->figure;
  PtFigure *around
      = node->lane == PT_NO_INDEX ? figure : &pt_program_lane (program, node->lane)->figure;
  PtBounds inside = node->figure.bounds;
  guint diagram = node->figure.diagram;
  double left, right;

  if (!node->figure.shown || node->scope != process || !around || !around->shown
      || around->diagram != diagram || !around->is_horizontal)
    return;
  left = MAX (0, around->bounds.x + HEADER + MARGIN - inside.x);
  right = MAX (0, inside.x + inside.width + MARGIN - around->bounds.x - around->bounds.width);
  if (figure)
    widen (figure, diagram, left, right);
  for (guint i = 0; i < program->lanes->len; i++)
    if (pt_program_process_of (program, pt_program_lane (program, i)->scope) == process)
      widen (&pt_program_lane (program, i)->figure, diagram, left, right);
}

/* The middle of the side of @bounds that looks towards @other. */
static PtPoint
facing_side (PtBounds bounds, PtPoint other)
{
  PtPoint center = pt_bounds_center (bounds);
  double dx = (other.x - center.x) * bounds.height, dy = (other.y - center.y) * bounds.width;

  if (ABS (dx) >= ABS (dy))
    return (PtPoint){ dx < 0 ? bounds.x : bounds.x + bounds.width, center.y };
  return (PtPoint){ center.x, dy < 0 ? bounds.y : bounds.y + bounds.height };
}

static void
draw_flow (PtProgram *program, PtIndex index)
{
  PtFlow *flow = pt_program_flow (program, index);
  const PtFigure *source = &pt_program_node (program, flow->source)->figure;
  const PtFigure *target = &pt_program_node (program, flow->target)->figure;
  PtPoint points[2];

  if (!source->shown || !target->shown || source->diagram != target->diagram)
    return;
  points[0] = facing_side (source->bounds, pt_bounds_center (target->bounds));
  points[1] = facing_side (target->bounds, pt_bounds_center (source->bounds));
  flow->figure.shown = TRUE;
  flow->figure.diagram = source->diagram;
  flow->figure.first_waypoint = pt_program_add_waypoints (program, points, 2);
  flow->figure.n_waypoints = 2;
}

/* Lets the drawn edge end (before) or begin (after) at the gateway that now stands there. */
static void
redirect_edge (PtProgram *program, const PtFlow *flow, PtIndex gateway, PtSide side)
{
  const PtFigure *figure = &flow->figure, *target = &pt_program_node (program, gateway)->figure;
  guint n = figure->n_waypoints, end, next;

  if (!figure->shown || n < 2 || !target->shown)
    return;
  end = figure->first_waypoint + (side == PT_SIDE_BEFORE ? n - 1 : 0);
  next = side == PT_SIDE_BEFORE ? end - 1 : end + 1;
  *PT_PROGRAM_AT (program->waypoints, PtPoint, end)
      = facing_side (target->bounds, *PT_PROGRAM_AT (program->waypoints, PtPoint, next));
}

/* ----- insertion
 * ---------------------------------------------------------------------------------- */

static const char *
derive_id (PtProgram *program, const char *prefix, const PtOrigin *near)
{
  g_autofree char *base = g_strdup_printf ("%s_%s", prefix, near->id);

  return pt_program_make_id (program, base);
}

PtIndex
pt_lower_insert (PtProgram *program, PtBpmnType type, const char *prefix, PtIndex near, PtSide side)
{
  PtOrigin origin = pt_program_node (program, near)->origin;
  PtFigure figure = place_node (program, type, near, side);
  PtIndex index = pt_program_add_node (program);
  PtNode *node = pt_program_node (program, index);
  const PtNode *drawn = pt_program_node (program, near);

  node->origin.id = derive_id (program, prefix, &origin);
  node->origin.near = origin.logical ? origin.logical : origin.near;
  node->type = type;
  node->scope = drawn->scope;
  node->lane = drawn->lane;
  node->figure = figure;
  make_room (program, node);
  return index;
}

PtIndex
pt_lower_connect (PtProgram *program, PtIndex source, PtIndex target)
{
  PtOrigin from = pt_program_node (program, source)->origin;
  PtOrigin to = pt_program_node (program, target)->origin;
  PtIndex index = pt_program_add_flow (program);
  PtFlow *flow = pt_program_flow (program, index);

  flow->origin.id = derive_id (program, "Flow", from.logical ? &to : &from);
  flow->origin.near = from.logical ? from.logical : to.logical ? to.logical : from.near;
  flow->source = source;
  flow->target = target;
  flow->scope = pt_program_node (program, source)->scope;
  draw_flow (program, index);
  return index;
}

void
pt_lower_divert (PtProgram *program, PtIndex node, PtIndex gateway, PtSide side)
{
  const PtNode *drawn = pt_program_node (program, node);
  gboolean before = side == PT_SIDE_BEFORE;
  guint n = before ? drawn->n_in : drawn->n_out;

  for (guint k = 0; k < n; k++)
    {
      PtIndex index
          = before ? pt_program_flow_in (program, node, k) : pt_program_flow_out (program, node, k);
      PtFlow *flow = pt_program_flow (program, index);

      *(before ? &flow->target : &flow->source) = gateway;
      redirect_edge (program, flow, gateway, side);
    }
  if (before)
    pt_lower_connect (program, gateway, node);
  else
    pt_lower_connect (program, node, gateway);
}
