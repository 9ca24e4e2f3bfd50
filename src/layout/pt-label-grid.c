/* pt-label-grid.c: lines and boxes on the plane, found by where they are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-label-grid.h"

#include <math.h>
#include <partitur/hash.h>

#define SMALLEST_CELL 128.0
/* How many times wider the cells of the next level are. */
#define FACTOR 4.0
#define N_LEVELS 14
/* A thing is put where it is at most so many cells wide and high. */
#define WIDEST 4.0
#define FARTHEST 1e8 /* where coordinates end that are told apart */

struct _PtLabelGrid
{
  GHashTable *cells;    /* cell key → GPtrArray of PtThing */
  guint n_on[N_LEVELS]; /* things on each level */
  guint stamp;
};

/** Cells: a rectangle of them. */
typedef struct
{
  guint level;
  double size;
  int left, right, top, bottom;
} Cells;

/* ----- things --------------------------------------------------------------------------------- */

PtThing
pt_thing_box (PtThingKind kind, PtBounds box, gpointer owner)
{
  return (PtThing){ .kind = kind,
                    .from = { box.x, box.y },
                    .to = { box.x + box.width, box.y + box.height },
                    .owner = owner };
}

PtThing
pt_thing_line (PtThingKind kind, PtPoint from, PtPoint to, gpointer owner)
{
  return (PtThing){ .kind = kind, .from = from, .to = to, .owner = owner };
}

static gboolean
is_line (const PtThing *thing)
{
  return thing->kind <= PT_THING_LINE;
}

PtBounds
pt_thing_bounds (const PtThing *thing)
{
  PtPoint a = thing->from, b = thing->to;
  return (PtBounds){ MIN (a.x, b.x), MIN (a.y, b.y), ABS (b.x - a.x), ABS (b.y - a.y) };
}

/* Liang and Barsky: from which to which share of the line is within, axis by axis. */
static double
line_overlap (PtPoint a, PtPoint b, PtBounds box)
{
  double from = 0, to = 1;
  const double start[] = { a.x, a.y }, step[] = { b.x - a.x, b.y - a.y };
  const double low[] = { box.x, box.y }, high[] = { box.x + box.width, box.y + box.height };

  for (int axis = 0; axis < 2; axis++)
    {
      if (step[axis] == 0 && (start[axis] <= low[axis] || start[axis] >= high[axis]))
        return 0;
      if (step[axis] == 0)
        continue;
      double enter = (low[axis] - start[axis]) / step[axis];
      double leave = (high[axis] - start[axis]) / step[axis];
      from = MAX (from, MIN (enter, leave));
      to = MIN (to, MAX (enter, leave));
    }
  return MAX (to - from, 0) * pt_point_distance (a, b);
}

double
pt_thing_overlap (const PtThing *thing, PtBounds box)
{
  if (is_line (thing))
    return line_overlap (thing->from, thing->to, box);
  double width = MIN (thing->to.x, box.x + box.width) - MAX (thing->from.x, box.x);
  double height = MIN (thing->to.y, box.y + box.height) - MAX (thing->from.y, box.y);
  return MAX (width, 0) * MAX (height, 0);
}

/* ----- cells ---------------------------------------------------------------------------------- */

static int
cell_of (double position, double size)
{
  return (int)floor (CLAMP (position, -FARTHEST, FARTHEST) / size);
}

static Cells
cells_around (PtBounds box, guint level, double size)
{
  return (Cells){ level,
                  size,
                  cell_of (box.x, size),
                  cell_of (box.x + box.width, size),
                  cell_of (box.y, size),
                  cell_of (box.y + box.height, size) };
}

static Cells
cells_for (PtBounds box)
{
  guint level = 0;
  double size = SMALLEST_CELL;

  for (; level + 1 < N_LEVELS && MAX (box.width, box.height) > WIDEST * size; level++)
    size *= FACTOR;
  return cells_around (box, level, size);
}

static gint64
cell_key (guint level, int column, int row)
{
  return (gint64)((guint64)level << 56 | (guint64)((guint32)column & 0xfffffff) << 28
                  | ((guint32)row & 0xfffffff));
}

static GPtrArray *
ensure_cell (PtLabelGrid *self, gint64 key)
{
  GPtrArray *cell = g_hash_table_lookup (self->cells, &key);

  if (cell == NULL)
    {
      cell = g_ptr_array_new ();
      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
    }
  return cell;
}

/* A slanted line leaves most cells around it alone. */
static gboolean
is_in_cell (const PtThing *thing, const Cells *cells, int column, int row)
{
  PtBounds cell = { column * cells->size, row * cells->size, cells->size, cells->size };
  gboolean is_slanted
      = is_line (thing) && thing->from.x != thing->to.x && thing->from.y != thing->to.y;
  return !is_slanted || line_overlap (thing->from, thing->to, pt_bounds_grow (cell, 1)) > 0;
}

/* Adds @thing to its cells, or removes it. */
static void
enlist (PtLabelGrid *self, PtThing *thing, gboolean remove)
{
  Cells cells = cells_for (pt_thing_bounds (thing));

  self->n_on[cells.level] += remove ? -1u : 1u;
  for (int row = cells.top; row <= cells.bottom; row++)
    for (int column = cells.left; column <= cells.right; column++)
      {
        if (!is_in_cell (thing, &cells, column, row))
          continue;
        GPtrArray *cell = ensure_cell (self, cell_key (cells.level, column, row));
        if (remove)
          g_ptr_array_remove (cell, thing);
        else
          g_ptr_array_add (cell, thing);
      }
}

void
pt_label_grid_add (PtLabelGrid *self, PtThing *thing)
{
  enlist (self, thing, FALSE);
}

void
pt_label_grid_remove (PtLabelGrid *self, PtThing *thing)
{
  enlist (self, thing, TRUE);
}

PtLabelGrid *
pt_label_grid_new (void)
{
  PtLabelGrid *self = g_new0 (PtLabelGrid, 1);
  self->cells = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free,
                                       (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
pt_label_grid_free (PtLabelGrid *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}

/* ----- looking -------------------------------------------------------------------------------- */

static gboolean
visit_cell (PtLabelGrid *self, gint64 key, PtThingVisit visit, gpointer data)
{
  GPtrArray *cell = g_hash_table_lookup (self->cells, &key);

  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      PtThing *thing = cell->pdata[i];
      if (thing->stamp == self->stamp)
        continue;
      thing->stamp = self->stamp;
      if (!visit (thing, data))
        return FALSE;
    }
  return TRUE;
}

static gboolean
visit_level (PtLabelGrid *self, const Cells *cells, PtThingVisit visit, gpointer data)
{
  for (int row = cells->top; row <= cells->bottom; row++)
    for (int column = cells->left; column <= cells->right; column++)
      if (!visit_cell (self, cell_key (cells->level, column, row), visit, data))
        return FALSE;
  return TRUE;
}

static void
visit_all (PtLabelGrid *self, PtThingVisit visit, gpointer data)
{
  GHashTableIter iter;
  const gint64 *key;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    if (!visit_cell (self, *key, visit, data))
      return;
}

/* There may be far more cells in @box than there are things. */
static gboolean
is_worth_looking_up (PtLabelGrid *self, const Cells *cells)
{
  gint64 n = ((gint64)cells->right - cells->left + 1) * ((gint64)cells->bottom - cells->top + 1);
  return n <= g_hash_table_size (self->cells);
}

void
pt_label_grid_query (PtLabelGrid *self, PtBounds box, PtThingVisit visit, gpointer data)
{
  double size = SMALLEST_CELL;

  self->stamp++;
  for (guint level = 0; level < N_LEVELS; level++, size *= FACTOR)
    {
      Cells cells = cells_around (box, level, size);
      if (self->n_on[level] == 0)
        continue;
      if (!is_worth_looking_up (self, &cells))
        {
          visit_all (self, visit, data);
          return;
        }
      if (!visit_level (self, &cells, visit, data))
        return;
    }
}
