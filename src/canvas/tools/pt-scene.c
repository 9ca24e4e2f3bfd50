/* pt-scene.c: a grid over the figures of one diagram, for hit tests and for culling
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every figure is listed in all cells its extents touch. One that touches more cells than
 * MAX_CELLS_OF_ITEM is listed apart, so that a figure of absurd size costs no more than another.
 */
#include "pt-scene.h"

#include <math.h>

#include <partitur/hash.h>
#include <partitur/layout.h>

#include "pt-facts.h"

#define MAX_CELLS_OF_ITEM 256
#define FAR_CELL 1e6

typedef struct
{
  int x0, y0, x1, y1;
} CellRange;

typedef struct
{
  PtDiagramElement *figure;
  PtBounds extents;
  CellRange range;
  guint stamp; /* of the last query that met it, so that none meets it twice */
} Item;

struct _PtScene
{
  PtDiagram *diagram;
  PtPainter *painter;
  GHashTable *items; /* PtDiagramElement → Item */
  GHashTable *cells; /* cell key → GPtrArray of Item */
  GPtrArray *wide;   /* Item */
  GPtrArray *moved;  /* PtDiagramElement: whose labels the last change moved */
  guint stamp;
};

/* ----- cells ---------------------------------------------------------------------------------- */

static int
cell_index (double position, double size)
{
  return (int)CLAMP (floor (position / size), -FAR_CELL, FAR_CELL);
}

int
pt_cell_column (double x)
{
  return cell_index (x, PT_CELL_WIDTH);
}

int
pt_cell_row (double y)
{
  return cell_index (y, PT_CELL_HEIGHT);
}

gint64
pt_cell_key (int column, int row)
{
  return (gint64)((guint64)(guint32)column << 32 | (guint32)row);
}

static CellRange
cell_range (PtBounds b)
{
  return (CellRange){ pt_cell_column (b.x), pt_cell_row (b.y), pt_cell_column (b.x + b.width),
                      pt_cell_row (b.y + b.height) };
}

static gint64
range_size (CellRange r)
{
  return ((gint64)r.x1 - r.x0 + 1) * ((gint64)r.y1 - r.y0 + 1);
}

static GPtrArray *
get_cell (PtScene *self, int x, int y, gboolean create)
{
  gint64 key = pt_cell_key (x, y);
  GPtrArray *cell = g_hash_table_lookup (self->cells, &key);

  if (cell == NULL && create)
    {
      cell = g_ptr_array_new ();
      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
    }
  return cell;
}

/* ----- items ---------------------------------------------------------------------------------- */

static void
list_item (PtScene *self, Item *item)
{
  if (range_size (item->range) > MAX_CELLS_OF_ITEM)
    {
      g_ptr_array_add (self->wide, item);
      return;
    }
  for (int x = item->range.x0; x <= item->range.x1; x++)
    for (int y = item->range.y0; y <= item->range.y1; y++)
      g_ptr_array_add (get_cell (self, x, y, TRUE), item);
}

static void
unlist_item (PtScene *self, Item *item)
{
  if (range_size (item->range) > MAX_CELLS_OF_ITEM)
    {
      g_ptr_array_remove_fast (self->wide, item);
      return;
    }
  for (int x = item->range.x0; x <= item->range.x1; x++)
    for (int y = item->range.y0; y <= item->range.y1; y++)
      g_ptr_array_remove_fast (get_cell (self, x, y, FALSE), item);
}

static void
drop_figure (PtScene *self, PtDiagramElement *figure)
{
  Item *item = g_hash_table_lookup (self->items, figure);

  if (item == NULL)
    return;
  unlist_item (self, item);
  g_hash_table_remove (self->items, figure);
}

static void
put_figure (PtScene *self, PtDiagramElement *figure)
{
  Item *item = g_hash_table_lookup (self->items, figure);

  if (figure->is_hidden)
    {
      drop_figure (self, figure);
      return;
    }
  if (item != NULL)
    unlist_item (self, item);
  else
    {
      item = g_new0 (Item, 1);
      item->figure = figure;
      g_hash_table_insert (self->items, figure, item);
    }
  item->extents = pt_painter_extents (self->painter, figure);
  item->range = cell_range (item->extents);
  list_item (self, item);
}

PtScene *
pt_scene_new (PtDiagram *diagram, PtPainter *painter)
{
  PtScene *self = g_new0 (PtScene, 1);

  self->diagram = diagram;
  self->painter = g_object_ref (painter);
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->cells = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free,
                                       (GDestroyNotify)g_ptr_array_unref);
  self->wide = g_ptr_array_new ();
  self->moved = g_ptr_array_new ();
  for (guint i = 0; diagram != NULL && i < diagram->elements->len; i++)
    put_figure (self, g_ptr_array_index (diagram->elements, i));
  return self;
}

void
pt_scene_free (PtScene *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->wide);
  g_ptr_array_unref (self->moved);
  g_object_unref (self->painter);
  g_free (self);
}

void
pt_scene_update (PtScene *self, const PtGraphChange *change)
{
  g_ptr_array_unref (self->moved);
  self->moved = pt_painter_update (self->painter, self->diagram, change);
  for (guint i = 0; i < change->removed_figures->len; i++)
    drop_figure (self, g_ptr_array_index (change->removed_figures, i));
  for (guint i = 0; i < change->figures->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (change->figures, i);

      if (figure->diagram == self->diagram)
        put_figure (self, figure);
      else
        drop_figure (self, figure);
    }
  for (guint i = 0; i < self->moved->len; i++)
    put_figure (self, g_ptr_array_index (self->moved, i));
}

GPtrArray *
pt_scene_get_moved_labels (PtScene *self)
{
  return self->moved;
}

guint
pt_scene_get_size (PtScene *self)
{
  return g_hash_table_size (self->items);
}

PtBounds
pt_scene_get_figure_extents (PtScene *self, const PtDiagramElement *figure)
{
  const Item *item = g_hash_table_lookup (self->items, figure);

  return item != NULL ? item->extents : (PtBounds){ 0 };
}

PtBounds
pt_scene_get_extents (PtScene *self)
{
  GHashTableIter iter;
  Item *item;
  PtBounds all = { 0 };

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&item))
    all = pt_bounds_union (all, item->extents);
  return all;
}

/* ----- query ---------------------------------------------------------------------------------- */

static int
compare_z (gconstpointer a, gconstpointer b)
{
  const PtDiagramElement *fa = *(PtDiagramElement *const *)a;
  const PtDiagramElement *fb = *(PtDiagramElement *const *)b;

  return fa->z < fb->z ? -1 : fa->z > fb->z;
}

static void
collect (PtScene *self, GPtrArray *cell, PtBounds area, GPtrArray *found)
{
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      Item *item = g_ptr_array_index (cell, i);

      if (item->stamp != self->stamp && pt_bounds_intersects (item->extents, area))
        g_ptr_array_add (found, item->figure);
      item->stamp = self->stamp;
    }
}

static void
collect_everywhere (PtScene *self, PtBounds area, GPtrArray *found)
{
  GHashTableIter iter;
  GPtrArray *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&cell))
    collect (self, cell, area, found);
}

GPtrArray *
pt_scene_query (PtScene *self, PtBounds area)
{
  GPtrArray *found = g_ptr_array_new ();
  CellRange range = cell_range (area);

  self->stamp++;
  if (range_size (range) > g_hash_table_size (self->cells))
    collect_everywhere (self, area, found);
  else
    for (int x = range.x0; x <= range.x1; x++)
      for (int y = range.y0; y <= range.y1; y++)
        collect (self, get_cell (self, x, y, FALSE), area, found);
  collect (self, self->wide, area, found);
  g_ptr_array_sort (found, compare_z);
  return found;
}

/* ----- hit ------------------------------------------------------------------------------------ */

/* What lies above what under the pointer, whatever the painting order says: a flow that crosses a
 * task must not hide the task, a host not its boundary events. */
typedef enum
{
  RANK_CONTAINER,
  RANK_FLOW,
  RANK_LABEL,
  RANK_SHAPE,
  RANK_BOUNDARY,
} Rank;

static gboolean
hits_line (const PtDiagramElement *figure, PtPoint at, double tolerance)
{
  for (guint i = 0; i + 1 < figure->n_waypoints; i++)
    if (pt_segment_distance (at, figure->waypoints[i], figure->waypoints[i + 1], NULL) <= tolerance)
      return TRUE;
  return FALSE;
}

static gboolean
hits_label (PtScene *self, const PtDiagramElement *figure, PtPoint at)
{
  PtBounds label;

  if (!pt_facts_has_outer_label (figure))
    return FALSE;
  label = pt_painter_label_bounds (self->painter, figure);
  return !pt_bounds_is_empty (label) && pt_bounds_contains_point (label, at);
}

static gboolean
hits_frame (PtBounds bounds, PtPoint at, double tolerance)
{
  return pt_bounds_contains_point (pt_bounds_grow (bounds, tolerance), at)
         && !pt_bounds_contains_point (pt_bounds_grow (bounds, -tolerance), at);
}

/* The strip of a pool or lane its label stands in; all of a pool that shows no process. */
static gboolean
hits_header (const PtDiagramElement *figure, PtPoint at)
{
  PtBounds strip = figure->bounds;

  if (!pt_facts_is_band (figure) || !pt_bounds_contains_point (strip, at))
    return FALSE;
  if (figure->element->type == PT_BPMN_PARTICIPANT && figure->element->process == NULL)
    return TRUE;
  if (figure->is_horizontal)
    strip.width = PT_HEADER_SIZE;
  else
    strip.height = PT_HEADER_SIZE;
  return pt_bounds_contains_point (strip, at);
}

static PtPart
hit_container (const PtDiagramElement *figure, PtPoint at, double tolerance)
{
  if (hits_header (figure, at) || hits_frame (figure->bounds, at, tolerance))
    return PT_PART_BORDER;
  return pt_bounds_contains_point (figure->bounds, at) ? PT_PART_BODY : PT_PART_NONE;
}

static PtPart
hit_shape (const PtDiagramElement *figure, PtPoint at)
{
  PtOutline outline = pt_outline_of (pt_facts_family (figure));

  return pt_outline_contains (outline, figure->bounds, at) ? PT_PART_BODY : PT_PART_NONE;
}

static PtPart
hit_figure (PtScene *self, const PtDiagramElement *figure, PtPoint at, double tolerance, Rank *rank)
{
  PtPart part;

  *rank = RANK_CONTAINER;
  if (pt_facts_is_container (figure))
    return hit_container (figure, at, tolerance);
  if (pt_facts_is_a (figure, PT_BPMN_GROUP))
    return hits_frame (figure->bounds, at, tolerance) ? PT_PART_BORDER : PT_PART_NONE;

  *rank = figure->is_edge                                                   ? RANK_FLOW
          : figure->element != NULL && figure->element->attached_to != NULL ? RANK_BOUNDARY
                                                                            : RANK_SHAPE;
  if (figure->is_edge)
    part = hits_line (figure, at, tolerance) ? PT_PART_BODY : PT_PART_NONE;
  else
    part = hit_shape (figure, at);
  if (part != PT_PART_NONE)
    return part;
  *rank = RANK_LABEL;
  return hits_label (self, figure, at) ? PT_PART_LABEL : PT_PART_NONE;
}

PtHit
pt_scene_hit_filtered (PtScene *self,
                       PtPoint at,
                       double tolerance,
                       PtSceneFilter filter,
                       gpointer data)
{
  PtBounds area = pt_bounds_grow ((PtBounds){ at.x, at.y, 0, 0 }, MAX (tolerance, 0.5));
  g_autoptr (GPtrArray) found = pt_scene_query (self, area);
  PtHit best = { NULL, PT_PART_NONE, 0 };
  Rank best_rank = RANK_CONTAINER;

  for (guint i = 0; i < found->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (found, i);
      Rank rank;
      PtPart part;

      if (filter != NULL && !filter (figure, data))
        continue;
      part = hit_figure (self, figure, at, tolerance, &rank);
      if (part == PT_PART_NONE || (best.figure != NULL && rank < best_rank))
        continue;
      best = (PtHit){ figure, part, 0 };
      best_rank = rank;
    }
  return best;
}

PtHit
pt_scene_hit (PtScene *self, PtPoint at, double tolerance)
{
  return pt_scene_hit_filtered (self, at, tolerance, NULL, NULL);
}
