/* pt-plain-flows.c: sequence flows through free cells, and around taken ones through the channels
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-plain.h"

#define REACH 64        /* cells looked over for a direct way; longer flows take the channels */
#define TRACK_PITCH 6.0 /* between flows in one channel */
#define N_TRACKS 4
#define COLUMN_TRACK 16.0 /* first track, left of a column */
#define ROW_TRACK 36.0    /* first track, below a row: clear of boundary events */

/* What a flow runs between: where it may leave and enter, and its cells. */
typedef struct
{
  PtPlainNode *node; /* of a boundary event: its host */
  PtBounds bounds;
  PtOutline outline;
  gboolean is_gateway, is_boundary;
} End;

typedef struct
{
  PtPlainScope *scope;
  End from, to;
  PtPoint a, b; /* their centres */
  GArray *points;
} Way;

static void
go (Way *way, double x, double y)
{
  PtPoint p = { x, y };

  g_array_append_val (way->points, p);
}

static double
next_track (PtPlainLine *line, double first, double sign)
{
  return first + sign * TRACK_PITCH * (line->n_tracks++ % N_TRACKS);
}

/* A free x in the channel left of @column */
static double
column_track (PtPlainScope *scope, guint column)
{
  PtPlainLine *last = &g_array_index (scope->columns, PtPlainLine, scope->columns->len - 1);

  if (column < scope->columns->len)
    {
      PtPlainLine *line = &g_array_index (scope->columns, PtPlainLine, column);

      return line->start - next_track (line, COLUMN_TRACK, 1);
    }
  return last->start + last->size + next_track (last, COLUMN_TRACK, 1);
}

/* A free y in the channel below @row, or above the first row */
static double
row_track (PtPlainScope *scope, int row)
{
  PtPlainLine *line = &g_array_index (scope->rows, PtPlainLine, MAX (row, 0));

  if (row < 0)
    return line->start - PT_PLAIN_TITLE / 2;
  return line->start + line->size + next_track (line, ROW_TRACK, 1);
}

/* Whether the cells strictly between are free, corner cells (first, last) counted when @closed. */
static gboolean
row_is_free (PtPlainScope *scope, guint row, guint from, guint to)
{
  guint first = MIN (from, to), last = MAX (from, to);

  if (last - first > REACH)
    return FALSE;
  for (guint column = first; column <= last; column++)
    if (!pt_plain_cell_is_free (scope->cells, 0, row, column))
      return FALSE;
  return TRUE;
}

static gboolean
column_is_free (PtPlainScope *scope, guint column, guint from, guint to)
{
  guint first = MIN (from, to), last = MAX (from, to);

  if (last - first > REACH)
    return FALSE;
  for (guint row = first; row <= last; row++)
    if (!pt_plain_cell_is_free (scope->cells, 0, row, column))
      return FALSE;
  return TRUE;
}

/* The row next to @from on the way to @to. */
static guint
towards (guint from, guint to)
{
  return from < to ? from + 1 : from - 1;
}

/* --- ways --- */

static gboolean
try_straight (Way *way)
{
  guint from = way->from.node->column, to = way->to.node->column;

  if (way->from.node->row != way->to.node->row
      || (to > from + 1 && !row_is_free (way->scope, way->from.node->row, from + 1, to - 1)))
    return FALSE;
  go (way, way->b.x, way->b.y);
  return TRUE;
}

/* Out of a gateway up or down, then across. */
static gboolean
try_bend_first (Way *way)
{
  const PtPlainNode *from = way->from.node, *to = way->to.node;

  if (!way->from.is_gateway || from->row == to->row
      || !column_is_free (way->scope, from->column, towards (from->row, to->row), to->row)
      || (to->column > from->column + 1
          && !row_is_free (way->scope, to->row, from->column + 1, to->column - 1)))
    return FALSE;
  go (way, way->a.x, way->b.y);
  go (way, way->b.x, way->b.y);
  return TRUE;
}

/* Across, then up or down into a gateway. */
static gboolean
try_bend_last (Way *way)
{
  const PtPlainNode *from = way->from.node, *to = way->to.node;

  if (!way->to.is_gateway || from->row == to->row
      || !column_is_free (way->scope, to->column, from->row, towards (to->row, from->row))
      || (to->column > from->column + 1
          && !row_is_free (way->scope, from->row, from->column + 1, to->column - 1)))
    return FALSE;
  go (way, way->b.x, way->a.y);
  go (way, way->b.x, way->b.y);
  return TRUE;
}

/* One step up or down in a channel where the row before or after it is free. */
static gboolean
try_step (Way *way)
{
  guint from = way->from.node->column, to = way->to.node->column;
  double x;

  if (to == from + 1 || row_is_free (way->scope, way->to.node->row, from + 1, to - 1))
    x = column_track (way->scope, from + 1);
  else if (row_is_free (way->scope, way->from.node->row, from + 1, to - 1))
    x = column_track (way->scope, to);
  else
    return FALSE;
  go (way, x, way->a.y);
  go (way, x, way->b.y);
  go (way, way->b.x, way->b.y);
  return TRUE;
}

/* Through channels only: forwards into the left side of the target, backwards into its lower or
 * upper one. */
static void
go_around (Way *way)
{
  const PtPlainNode *from = way->from.node, *to = way->to.node;
  gboolean forward = to->column > from->column;
  guint row = from->row < to->row ? to->row - 1 : to->row;
  double y = row_track (way->scope, row);
  double x;

  if (from->row == to->row || way->from.is_boundary)
    {
      y = way->from.is_boundary ? row_track (way->scope, from->row) : y;
      go (way, way->a.x, y);
    }
  else
    {
      x = column_track (way->scope, from->column + 1);
      go (way, x, way->a.y);
      go (way, x, y);
    }
  if (!forward && !way->from.is_boundary)
    {
      go (way, way->b.x, y);
      go (way, way->b.x, way->b.y);
      return;
    }
  x = column_track (way->scope, to->column);
  go (way, x, y);
  go (way, x, way->b.y);
  go (way, way->b.x, way->b.y);
}

static void
find_way (Way *way)
{
  static gboolean (*const direct[]) (Way *)
      = { try_straight, try_bend_first, try_bend_last, try_step };

  go (way, way->a.x, way->a.y);
  if (way->to.node->column > way->from.node->column && !way->from.is_boundary)
    for (guint i = 0; i < G_N_ELEMENTS (direct); i++)
      if (direct[i](way))
        return;
  go_around (way);
}

/* --- every flow --- */

static End
end_at (PtPlain *plain, PtElement *element, PtPlainNode *node)
{
  const PtPlaced *placed = g_hash_table_lookup (plain->bounds, element);
  PtFamily family = pt_element_family (element);

  return (End){ node, placed->bounds, pt_outline_of (family), family == PT_FAMILY_GATEWAY,
                element != node->element };
}

static GArray *
route_between (PtPlainScope *scope, End from, End to)
{
  Way way = { scope,
              from,
              to,
              pt_bounds_center (from.bounds),
              pt_bounds_center (to.bounds),
              g_array_new (FALSE, FALSE, sizeof (PtPoint)) };
  PtPoint *p;
  guint last;

  find_way (&way);
  p = &g_array_index (way.points, PtPoint, 0);
  last = way.points->len - 1;
  if (last > 1)
    {
      p[0] = pt_outline_crop (from.outline, from.bounds, p[0], p[1]);
      p[last] = pt_outline_crop (to.outline, to.bounds, p[last], p[last - 1]);
    }
  else
    {
      p[0] = pt_outline_crop (from.outline, from.bounds, way.a, way.b);
      p[1] = pt_outline_crop (to.outline, to.bounds, way.b, way.a);
    }
  pt_route_simplify (way.points);
  return way.points;
}

static void
route_out_of (PtPlain *plain, PtPlainNode *node, PtElement *source)
{
  for (guint i = 0; source->outgoing != NULL && i < source->outgoing->len; i++)
    {
      PtElement *flow = g_ptr_array_index (source->outgoing, i);
      PtPlainNode *target = pt_plain_node_of (plain, node->scope, flow->target);
      g_autoptr (GArray) points = NULL;

      if (flow->type != PT_BPMN_SEQUENCE_FLOW || target == NULL || flow->target == source
          || target->is_satellite)
        continue;
      points = route_between (node->scope, end_at (plain, source, node),
                              end_at (plain, flow->target, target));
      pt_plain_record (plain, flow,
                       pt_points_bounds ((PtPoint *)(gpointer)points->data, points->len),
                       g_array_ref (points));
    }
}

void
pt_plain_route_flows (PtPlain *plain, PtPlainScope *scope)
{
  for (guint i = 0; i < scope->nodes->len; i++)
    {
      PtPlainNode *node = PT_PLAIN_NODE (scope, i);
      GPtrArray *events = node->element->boundary_events;

      if (!node->is_satellite)
        route_out_of (plain, node, node->element);
      for (guint j = 0; events != NULL && j < events->len; j++)
        if (g_hash_table_contains (plain->bounds, g_ptr_array_index (events, j)))
          route_out_of (plain, node, g_ptr_array_index (events, j));
      if (node->inner != NULL)
        pt_plain_route_flows (plain, node->inner);
    }
}
