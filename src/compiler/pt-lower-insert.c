/* pt-lower-insert.c: nodes and flows that nobody drew, and places for them on the diagram
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/hash.h>
#include <partitur/layout.h>

#include "pt-lower.h"

#define GAP 50.0     /* between the drawn node and the inserted one */
#define MAX_SHIFTS 8 /* tries to find a free place above or below */
#define MARGIN 20.0  /* between an inserted node and the border of its pool */
#define HEADER 30.0  /* with the name of a pool or lane */

/* ----- places
 * ------------------------------------------------------------------------------------- */

struct _PtPlaces
{
  PtProgram *program;
  GHashTable *grounds; /* (nullable): key of scope and diagram → PtGround; none until asked for */
  GPtrArray *lanes;    /* by process scope: (nullable) GArray of PtIndex of its lanes */
};

static PtGround *
ground_at (GHashTable *grounds, const PtNode *node)
{
  gint64 key = (gint64)((guint64)node->scope << 32 | node->figure.diagram);
  PtGround *ground = g_hash_table_lookup (grounds, &key);

  if (!ground)
    {
      ground = pt_ground_new ();
      g_hash_table_insert (grounds, g_memdup2 (&key, sizeof key), ground);
    }
  return ground;
}

static void
take (GHashTable *grounds, const PtNode *node)
{
  if (node->figure.shown)
    pt_ground_take (ground_at (grounds, node), node->figure.bounds);
}

/* Most drawings are complete: who stands where is asked only when something is to be put in. */
static PtGround *
ground_of (PtPlaces *self, const PtNode *node)
{
  if (!self->grounds)
    {
      self->grounds = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free,
                                             (GDestroyNotify)pt_ground_free);
      for (PtIndex i = 0; i < self->program->nodes->len; i++)
        take (self->grounds, pt_program_node (self->program, i));
    }
  return ground_at (self->grounds, node);
}

static void
group_lanes (PtPlaces *self)
{
  PtProgram *program = self->program;

  g_ptr_array_set_size (self->lanes, (int)program->scopes->len);
  for (PtIndex i = 0; i < program->lanes->len; i++)
    {
      PtIndex process = pt_program_process_of (program, pt_program_lane (program, i)->scope);
      GArray *lanes = self->lanes->pdata[process];

      if (!lanes)
        self->lanes->pdata[process] = lanes = g_array_new (FALSE, FALSE, sizeof (PtIndex));
      g_array_append_val (lanes, i);
    }
}

static void
free_indices (GArray *indices)
{
  g_clear_pointer (&indices, g_array_unref);
}

PtPlaces *
pt_places_new (PtProgram *program)
{
  PtPlaces *self = g_new0 (PtPlaces, 1);

  self->program = program;
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify)free_indices);
  group_lanes (self);
  return self;
}

void
pt_places_free (PtPlaces *self)
{
  g_clear_pointer (&self->grounds, g_hash_table_unref);
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/* Beside the drawn node at its height, else a little lower or higher. */
static PtBounds
find_place (PtPlaces *self, PtIndex near, double width, double height, PtSide side)
{
  const PtNode *node = pt_program_node (self->program, near);
  PtGround *ground = ground_of (self, node);
  PtBounds drawn = node->figure.bounds;
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
      if (pt_ground_is_free (ground, bounds))
        return bounds;
    }
  return first;
}

static PtFigure
place_node (PtPlaces *self, PtBpmnType type, PtIndex near, PtSide side)
{
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
  const PtFigure *drawn = &pt_program_node (self->program, near)->figure;
  PtFigure figure = { .is_horizontal = TRUE, .is_marker_visible = TRUE };

  if (!drawn->shown)
    return figure;
  figure.shown = TRUE;
  figure.diagram = drawn->diagram;
  figure.bounds = find_place (self, near, info->width, info->height, side);
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
make_room (PtPlaces *self, const PtNode *node)
{
  PtProgram *program = self->program;
  PtIndex process = pt_program_process_of (program, node->scope);
  PtIndex pool = pt_program_scope (program, process)->participant;
  PtFigure *figure = pool == PT_NO_INDEX ? NULL : &pt_program_pool (program, pool)->figure;
  PtFigure *around
      = node->lane == PT_NO_INDEX ? figure : &pt_program_lane (program, node->lane)->figure;
  PtBounds inside = node->figure.bounds;
  guint diagram = node->figure.diagram;
  const GArray *lanes = self->lanes->pdata[process];
  double left, right;

  if (!node->figure.shown || node->scope != process || !around || !around->shown
      || around->diagram != diagram || !around->is_horizontal)
    return;
  left = MAX (0, around->bounds.x + HEADER + MARGIN - inside.x);
  right = MAX (0, inside.x + inside.width + MARGIN - around->bounds.x - around->bounds.width);
  if (left + right == 0)
    return;
  if (figure)
    widen (figure, diagram, left, right);
  for (guint i = 0; lanes && i < lanes->len; i++)
    widen (&pt_program_lane (program, g_array_index (lanes, PtIndex, i))->figure, diagram, left,
           right);
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

static PtIndex
insert (PtProgram *program, PtBpmnType type, const char *prefix, PtIndex near)
{
  PtOrigin origin = pt_program_node (program, near)->origin;
  PtIndex index = pt_program_add_node (program);
  PtNode *node = pt_program_node (program, index);

  node->origin.id = derive_id (program, prefix, &origin);
  node->origin.near = origin.logical ? origin.logical : origin.near;
  node->type = type;
  return index;
}

PtIndex
pt_lower_insert (PtPlaces *places, PtBpmnType type, const char *prefix, PtIndex near, PtSide side)
{
  PtIndex index = insert (places->program, type, prefix, near);
  PtNode *node = pt_program_node (places->program, index);
  const PtNode *drawn = pt_program_node (places->program, near);

  node->scope = drawn->scope;
  node->lane = drawn->lane;
  node->figure = place_node (places, type, near, side);
  if (node->figure.shown)
    pt_ground_take (ground_of (places, node), node->figure.bounds);
  make_room (places, node);
  return index;
}

PtIndex
pt_lower_insert_within (PtProgram *program, PtBpmnType type, const char *prefix, PtIndex activity)
{
  PtIndex index = insert (program, type, prefix, activity);

  pt_program_node (program, index)->scope = pt_program_node (program, activity)->inner;
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

/* What led to @node leads to @gateway now, and from there @between to @node. */
static void
hand_over_in (PtProgram *program, PtIndex node, PtIndex gateway, PtIndex between)
{
  PtNode *from = pt_program_node (program, node), *to = pt_program_node (program, gateway);

  to->first_in = from->first_in;
  to->n_in = from->n_in;
  from->first_in = program->in->len;
  to->first_out = program->out->len;
  from->n_in = to->n_out = 1;
  g_array_append_val (program->in, between);
  g_array_append_val (program->out, between);
}

static void
hand_over_out (PtProgram *program, PtIndex node, PtIndex gateway, PtIndex between)
{
  PtNode *from = pt_program_node (program, node), *to = pt_program_node (program, gateway);

  to->first_out = from->first_out;
  to->n_out = from->n_out;
  from->first_out = program->out->len;
  to->first_in = program->in->len;
  from->n_out = to->n_in = 1;
  g_array_append_val (program->out, between);
  g_array_append_val (program->in, between);
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
    hand_over_in (program, node, gateway, pt_lower_connect (program, gateway, node));
  else
    hand_over_out (program, node, gateway, pt_lower_connect (program, node, gateway));
}
