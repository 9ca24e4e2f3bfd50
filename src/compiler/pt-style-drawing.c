/* pt-style-drawing.c: rules of the picture: what lies on top of each other, and unusual sizes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes are sorted from left to right, so that each is compared with its neighbours only.
 */
#include "pt-report.h"
#include "pt-style.h"

#include <math.h>
#include <stdlib.h>

#define SLACK 2.0 /* shapes that touch do not overlap */
#define MAX_LOOKS                                                                                  \
  1000 /* neighbours that one shape or flow is compared with, so that time is bounded */

typedef struct
{
  PtIndex node;
  const PtFigure *figure;
} Shape;

/* ----- shapes ----------------------------------------------------------------------------------
 */

/* Whether it lies in a sub-process that is drawn shut on the same sheet. */
static gboolean
is_hidden (const PtProgram *program, const PtNode *node)
{
  for (PtIndex scope = node->scope; scope != PT_NO_INDEX;
       scope = pt_program_scope (program, scope)->parent)
    {
      PtIndex owner = pt_program_scope (program, scope)->node;
      const PtFigure *around
          = owner == PT_NO_INDEX ? NULL : &pt_program_node (program, owner)->figure;

      if (around && around->shown && around->diagram == node->figure.diagram
          && !around->is_expanded)
        return TRUE;
    }
  return FALSE;
}

static int
compare_shapes (gconstpointer a, gconstpointer b)
{
  const Shape *left = a, *right = b;

  if (left->figure->diagram != right->figure->diagram)
    return left->figure->diagram < right->figure->diagram ? -1 : 1;
  if (left->figure->bounds.x != right->figure->bounds.x)
    return left->figure->bounds.x < right->figure->bounds.x ? -1 : 1;
  return left->node < right->node ? -1 : left->node > right->node;
}

/* Events at the edge of an activity lie on top of it as they should. */
static GArray *
collect_shapes (const PtStyle *self)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (Shape));

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      const Shape shape = { i, &node->figure };

      if (pt_style_is_drawn (node) && node->figure.shown && node->type != PT_BPMN_BOUNDARY_EVENT
          && !is_hidden (self->program, node))
        g_array_append_val (shapes, shape);
    }
  g_array_sort (shapes, compare_shapes);
  return shapes;
}

/* Whether @inner is somewhere in the sub-process @outer. */
static gboolean
is_inside (const PtProgram *program, PtIndex outer, PtIndex inner)
{
  for (PtIndex scope = pt_program_node (program, inner)->scope; scope != PT_NO_INDEX;
       scope = pt_program_scope (program, scope)->parent)
    if (pt_program_scope (program, scope)->node == outer)
      return TRUE;
  return FALSE;
}

/* What is opened, a called process say, shows things that belong to others. */
static gboolean
shows (const Shape *outer, const Shape *inner)
{
  return outer->figure->is_expanded
         && pt_bounds_contains (outer->figure->bounds, inner->figure->bounds);
}

static gboolean
overlap (PtBounds a, PtBounds b)
{
  return MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x) > SLACK
         && MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y) > SLACK;
}

static void
say_overlap (PtStyle *self, const Shape *first, const Shape *second)
{
  const PtNode *node = pt_program_node (self->program, second->node);
  g_autofree char *label = pt_report_node_label (self->program, second->node);
  PtDiagnostic *finding = pt_style_say (self, PT_CODE_M60, first->node, label, NULL);

  pt_report_at (finding, &node->origin);
}

void
pt_style_check_overlaps (PtStyle *self)
{
  g_autoptr (GArray) shapes = collect_shapes (self);

  for (guint i = 0; i < shapes->len; i++)
    {
      const Shape *shape = &g_array_index (shapes, Shape, i);

      for (guint k = i + 1; k < MIN (shapes->len, i + MAX_LOOKS); k++)
        {
          const Shape *other = &g_array_index (shapes, Shape, k);

          if (other->figure->diagram != shape->figure->diagram
              || other->figure->bounds.x > shape->figure->bounds.x + shape->figure->bounds.width)
            break;
          if (!overlap (shape->figure->bounds, other->figure->bounds)
              || is_inside (self->program, shape->node, other->node)
              || is_inside (self->program, other->node, shape->node) || shows (shape, other)
              || shows (other, shape))
            continue;
          say_overlap (self, shape, other);
          break; /* one is enough to look there */
        }
    }
}

/* ----- flows that run through shapes -----------------------------------------------------------
 */

/* Whether the straight line from @a to @b gets into @box (Liang and Barsky 1984). */
static gboolean
cuts (PtPoint a, PtPoint b, PtBounds box)
{
  const double delta[4] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  const double room[4]
      = { a.x - box.x, box.x + box.width - a.x, a.y - box.y, box.y + box.height - a.y };
  double from = 0, to = 1;

  for (guint side = 0; side < 4; side++)
    {
      double at = room[side] / delta[side];

      if (delta[side] == 0 && room[side] <= 0)
        return FALSE;
      if (delta[side] < 0)
        from = MAX (from, at);
      else if (delta[side] > 0)
        to = MIN (to, at);
    }
  return from < to;
}

static PtBounds
shrink (PtBounds box)
{
  return (PtBounds){ box.x + SLACK, box.y + SLACK, box.width - 2 * SLACK, box.height - 2 * SLACK };
}

static gboolean
runs_through (const PtStyle *self, const PtFlow *flow, const Shape *shape)
{
  const PtPoint *points
      = PT_PROGRAM_AT (self->program->waypoints, PtPoint, flow->figure.first_waypoint);
  PtBounds box = shrink (shape->figure->bounds);

  for (guint i = 0; i + 1 < flow->figure.n_waypoints; i++)
    if (cuts (points[i], points[i + 1], box))
      return TRUE;
  return FALSE;
}

static PtIndex
host_of (const PtProgram *program, PtIndex node)
{
  PtIndex host = pt_program_node (program, node)->host;

  return host == PT_NO_INDEX ? node : host;
}

/* What it may run through: its ends, what they are attached to, and what is opened around them. */
static gboolean
belongs_to (const PtStyle *self, PtIndex flow, PtIndex node)
{
  const PtProgram *program = self->program;
  PtIndex source = host_of (program, self->source[flow]),
          target = host_of (program, self->target[flow]);

  return node == source || node == target || is_inside (program, node, source)
         || is_inside (program, node, target);
}

/* Returns: the first shape that may reach as far to the right as @x */
static guint
find_first (const GArray *shapes, guint diagram, double x)
{
  guint low = 0, high = shapes->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const PtFigure *figure = g_array_index (shapes, Shape, middle).figure;

      if (figure->diagram < diagram || (figure->diagram == diagram && figure->bounds.x < x))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
check_flow (PtStyle *self, PtIndex i, const GArray *shapes, double widest)
{
  const PtFlow *flow = pt_program_flow (self->program, i);
  const PtPoint *points
      = PT_PROGRAM_AT (self->program->waypoints, PtPoint, flow->figure.first_waypoint);
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
  guint first;

  for (guint k = 0; k < flow->figure.n_waypoints; k++)
    {
      left = MIN (left, points[k].x);
      right = MAX (right, points[k].x);
      top = MIN (top, points[k].y);
      bottom = MAX (bottom, points[k].y);
    }
  first = find_first (shapes, flow->figure.diagram, left - widest);
  for (guint k = first; k < MIN (shapes->len, first + MAX_LOOKS); k++)
    {
      const Shape *shape = &g_array_index (shapes, Shape, k);
      g_autofree char *label = NULL;

      if (shape->figure->diagram != flow->figure.diagram || shape->figure->bounds.x > right)
        break;
      if (shape->figure->bounds.y > bottom
          || shape->figure->bounds.y + shape->figure->bounds.height < top)
        continue;
      if (!runs_through (self, flow, shape) || belongs_to (self, i, shape->node))
        continue;
      label = pt_report_flow_label (self->program, i);
      pt_report_at (pt_style_say (self, PT_CODE_M61, shape->node, label, NULL), &flow->origin);
    }
}

/* Those that show their inside are as wide as it: a flow past them is rare, and looking for it
 * dear. */
static double
drop_opened (const PtStyle *self, GArray *shapes)
{
  double widest = 0;
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const Shape shape = g_array_index (shapes, Shape, i);

      if (pt_program_node (self->program, shape.node)->inner != PT_NO_INDEX
          && shape.figure->is_expanded)
        continue;
      g_array_index (shapes, Shape, n++) = shape;
      widest = MAX (widest, shape.figure->bounds.width);
    }
  g_array_set_size (shapes, n);
  return widest;
}

void
pt_style_check_crossed_shapes (PtStyle *self)
{
  g_autoptr (GArray) shapes = collect_shapes (self);
  double widest = drop_opened (self, shapes);

  for (PtIndex i = 0; i < self->program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (self->program, i);

      if (flow->origin.logical && flow->figure.shown && flow->figure.n_waypoints > 1)
        check_flow (self, i, shapes, widest);
    }
}

/* ----- sizes -----------------------------------------------------------------------------------
 */

void
pt_style_check_shape (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);
  const PtBpmnTypeInfo *usual = pt_bpmn_type_info (entry->type);
  PtBounds bounds = entry->figure.bounds;

  if (!entry->figure.shown || (entry->inner != PT_NO_INDEX && entry->figure.is_expanded)
      || (bounds.width == usual->width && bounds.height == usual->height))
    return;
  pt_style_say (self, PT_CODE_M62, node, NULL);
}
