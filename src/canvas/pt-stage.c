/* pt-stage.c: the painted diagram, kept from frame to frame
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/hash.h>

#include "pt-stage-private.h"

#include <math.h>

#include "tools/pt-facts.h"
#include "tools/pt-scene.h"

/* Beyond so many painted cells those out of view are dropped: memory must not grow with every pan.
 */
#define MAX_BUILT_CELLS 150
/* Where a diagram of few but far-flung figures is seen as a whole, tiles would be countless. */
#define MAX_VISIBLE_CELLS 1024.0
#define LABEL_REACH 3.0 /* what the halo of a label touches around it */

/* ----- cells ---------------------------------------------------------------------------------- */

PtBounds
pt_stage_cell_bounds (const PtStageCell *cell)
{
  return (PtBounds){ cell->x * PT_CELL_WIDTH, cell->y * PT_CELL_HEIGHT, PT_CELL_WIDTH,
                     PT_CELL_HEIGHT };
}

PtPoint
pt_stage_cell_origin (int x, int y, double zoom)
{
  return (PtPoint){ round (x * PT_CELL_WIDTH * zoom), round (y * PT_CELL_HEIGHT * zoom) };
}

static void
clear_nodes (GskRenderNode **nodes)
{
  for (int i = 0; i < N_LAYERS; i++)
    g_clear_pointer (&nodes[i], gsk_render_node_unref);
}

static void
invalidate_cell (PtStage *self, PtStageCell *cell)
{
  if (cell->full_zoom != 0)
    self->n_built--;
  cell->full_zoom = cell->low_zoom = 0;
  clear_nodes (cell->full);
  clear_nodes (cell->low);
}

static void
cell_free (PtStageCell *cell)
{
  clear_nodes (cell->full);
  clear_nodes (cell->low);
  for (int i = 0; i < N_LAYERS; i++)
    g_ptr_array_unref (cell->items[i]);
  g_free (cell);
}

static PtStageCell *
ensure_cell (PtStage *self, int x, int y)
{
  gint64 key = pt_cell_key (x, y);
  PtStageCell *cell = g_hash_table_lookup (self->cells, &key);

  if (cell != NULL)
    return cell;
  cell = g_new0 (PtStageCell, 1);
  cell->x = x;
  cell->y = y;
  cell->reach = pt_stage_cell_bounds (cell);
  for (int i = 0; i < N_LAYERS; i++)
    cell->items[i] = g_ptr_array_new ();
  g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
  return cell;
}

/* ----- items ---------------------------------------------------------------------------------- */

static Layer
layer_of (const PtDiagramElement *figure)
{
  if (pt_facts_is_container (figure)
      || (figure->is_expanded && pt_facts_family (figure) == PT_FAMILY_ACTIVITY))
    return LAYER_GROUND;
  if (figure->is_edge || pt_facts_is_a (figure, PT_BPMN_GROUP))
    return LAYER_FLOWS;
  return LAYER_NODES;
}

/* A boundary event goes with its host: what is painted later must lie in the same or a later cell.
 */
static PtPoint
home_of (const PtDiagramElement *figure, PtBounds extents)
{
  const PtElement *host = figure->element != NULL ? figure->element->attached_to : NULL;
  PtDiagramElement *shape = host != NULL ? pt_diagram_find (figure->diagram, host) : NULL;
  PtBounds b = shape != NULL ? shape->bounds : extents;

  return (PtPoint){ b.x, b.y };
}

static void
invalidate_tiles (PtStage *self, PtBounds extents)
{
  GHashTableIter iter;
  PtStageCell *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&cell))
    if (pt_bounds_intersects (pt_stage_cell_bounds (cell), extents))
      invalidate_cell (self, cell);
  pt_stage_clear_low (self);
}

/* Puts an item, of which figure, layer and extents are known, where it belongs. */
static void
place_item (PtStage *self, PtStageItem *item)
{
  PtPoint home;
  PtStageCell *cell;

  item->tiled = item->layer == LAYER_GROUND || item->extents.width > PT_CELL_WIDTH
                || item->extents.height > PT_CELL_HEIGHT;
  if (item->tiled)
    {
      g_ptr_array_add (self->tiled, item);
      invalidate_tiles (self, item->extents);
      return;
    }
  home = item->layer == LAYER_NODES ? home_of (item->figure, item->extents)
                                    : (PtPoint){ item->extents.x, item->extents.y };
  item->x = pt_cell_column (home.x);
  item->y = pt_cell_row (home.y);
  cell = ensure_cell (self, item->x, item->y);
  invalidate_cell (self, cell);
  g_ptr_array_add (cell->items[item->layer], item);
  cell->reach = pt_bounds_union (cell->reach, item->extents);
}

static void
displace_item (PtStage *self, PtStageItem *item)
{
  g_clear_pointer (&item->node, gsk_render_node_unref);
  if (item->tiled)
    {
      g_ptr_array_remove_fast (self->tiled, item);
      invalidate_tiles (self, item->extents);
    }
  else
    {
      PtStageCell *cell = ensure_cell (self, item->x, item->y);

      g_ptr_array_remove_fast (cell->items[item->layer], item);
      invalidate_cell (self, cell);
    }
}

static void
item_free (PtStageItem *item)
{
  if (item == NULL)
    return;
  item_free (item->label);
  g_clear_pointer (&item->node, gsk_render_node_unref);
  g_free (item);
}

static PtStageItem *
add_item (PtStage *self, PtDiagramElement *figure, Layer layer, PtBounds extents)
{
  PtStageItem *item = g_new0 (PtStageItem, 1);

  item->figure = figure;
  item->layer = layer;
  item->extents = extents;
  place_item (self, item);
  return item;
}

static void
add_figure (PtStage *self, PtDiagramElement *figure)
{
  PtBounds extents = pt_scene_get_figure_extents (self->scene, figure);
  PtStageItem *item;
  PtBounds label = { 0 };

  if (pt_bounds_is_empty (extents))
    return;
  item = add_item (self, figure, layer_of (figure), extents);
  g_hash_table_insert (self->items, figure, item);
  if (pt_painter_has_outside_label (figure))
    label = pt_painter_label_bounds (self->painter, figure);
  if (!pt_bounds_is_empty (label))
    item->label = add_item (self, figure, LAYER_LABELS, pt_bounds_grow (label, LABEL_REACH));
}

static void
remove_figure (PtStage *self, PtDiagramElement *figure)
{
  PtStageItem *item = g_hash_table_lookup (self->items, figure);

  if (item == NULL)
    return;
  displace_item (self, item);
  if (item->label != NULL)
    displace_item (self, item->label);
  g_hash_table_remove (self->items, figure);
}

/* ----- life ----------------------------------------------------------------------------------- */

PtStage *
pt_stage_new (PtScene *scene, PtPainter *painter)
{
  PtStage *self = g_new0 (PtStage, 1);
  g_autoptr (GPtrArray) figures = pt_scene_query (scene, pt_scene_get_extents (scene));

  self->scene = scene;
  self->painter = g_object_ref (painter);
  self->items = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)item_free);
  self->cells
      = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free, (GDestroyNotify)cell_free);
  self->tiled = g_ptr_array_new ();
  for (guint i = 0; i < figures->len; i++)
    add_figure (self, g_ptr_array_index (figures, i));
  return self;
}

void
pt_stage_free (PtStage *self)
{
  if (self == NULL)
    return;
  pt_stage_clear_low (self);
  g_ptr_array_unref (self->tiled);
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->items);
  g_object_unref (self->painter);
  g_free (self);
}

static void
repaint_figures (PtStage *self, GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      remove_figure (self, g_ptr_array_index (figures, i));
      add_figure (self, g_ptr_array_index (figures, i));
    }
}

void
pt_stage_update (PtStage *self, const PtGraphChange *change)
{
  for (guint i = 0; i < change->removed_figures->len; i++)
    remove_figure (self, g_ptr_array_index (change->removed_figures, i));
  repaint_figures (self, change->figures);
  repaint_figures (self, pt_scene_get_moved_labels (self->scene));
}

void
pt_stage_repaint (PtStage *self)
{
  GHashTableIter iter;
  PtStageCell *cell;
  PtStageItem *item;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&cell))
    invalidate_cell (self, cell);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&item))
    for (; item != NULL; item = item->label)
      g_clear_pointer (&item->node, gsk_render_node_unref);
  pt_stage_clear_low (self);
}

void
pt_stage_clear_low (PtStage *self)
{
  clear_nodes (self->low);
  self->low_zoom = 0;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const PtDiagramElement *fa = (*(PtStageItem *const *)a)->figure;
  const PtDiagramElement *fb = (*(PtStageItem *const *)b)->figure;

  return fa->z < fb->z ? -1 : fa->z > fb->z;
}

void
pt_stage_sort (GPtrArray *items)
{
  g_ptr_array_sort (items, compare_items);
}

/* ----- a frame -------------------------------------------------------------------------------- */

/* Whole pixels: a texture is shown as it was painted, and a pan changes nothing but offsets. */
static void
append_at (GtkSnapshot *snapshot, GskRenderNode *node, PtPoint origin, const PtView *view)
{
  graphene_point_t offset = GRAPHENE_POINT_INIT (origin.x - view->x, origin.y - view->y);

  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &offset);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const PtStageCell *ca = *(PtStageCell *const *)a;
  const PtStageCell *cb = *(PtStageCell *const *)b;

  return ca->y != cb->y ? ca->y - cb->y : ca->x - cb->x;
}

/* Cells reach less than another cell beyond their own bounds. */
static GPtrArray *
visible_cells (PtStage *self, PtBounds area, gboolean create)
{
  GPtrArray *cells = g_ptr_array_new ();
  GHashTableIter iter;
  PtStageCell *cell;

  if (create)
    for (int y = pt_cell_row (area.y); y <= pt_cell_row (area.y + area.height); y++)
      for (int x = pt_cell_column (area.x); x <= pt_cell_column (area.x + area.width); x++)
        ensure_cell (self, x, y);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&cell))
    if (pt_bounds_intersects (cell->reach, area))
      g_ptr_array_add (cells, cell);
  g_ptr_array_sort (cells, compare_cells);
  return cells;
}

static void
drop_cells_out_of_view (PtStage *self, PtBounds area)
{
  GHashTableIter iter;
  PtStageCell *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (self->n_built > MAX_BUILT_CELLS && g_hash_table_iter_next (&iter, NULL, (gpointer *)&cell))
    if (cell->full_zoom != 0 && !pt_bounds_intersects (cell->reach, area))
      {
        for (int layer = 0; layer < N_LAYERS; layer++)
          for (guint i = 0; i < cell->items[layer]->len; i++)
            g_clear_pointer (&((PtStageItem *)g_ptr_array_index (cell->items[layer], i))->node,
                             gsk_render_node_unref);
        invalidate_cell (self, cell);
      }
}

static void
snapshot_full (PtStage *self, GtkSnapshot *snapshot, const PtView *view)
{
  PtBounds area = pt_view_visible (view);
  g_autoptr (GPtrArray) cells = visible_cells (self, area, TRUE);

  for (guint i = 0; i < cells->len; i++)
    pt_stage_build_cell (self, g_ptr_array_index (cells, i), view->zoom);
  for (int layer = 0; layer < N_LAYERS; layer++)
    for (guint i = 0; i < cells->len; i++)
      {
        const PtStageCell *cell = g_ptr_array_index (cells, i);

        append_at (snapshot, cell->full[layer], pt_stage_cell_origin (cell->x, cell->y, view->zoom),
                   view);
      }
  drop_cells_out_of_view (self, area);
}

static void
snapshot_low (PtStage *self, GtkSnapshot *snapshot, const PtView *view)
{
  g_autoptr (GPtrArray) cells = visible_cells (self, pt_view_visible (view), FALSE);

  pt_stage_build_low_tiled (self, view->zoom);
  for (guint i = 0; i < cells->len; i++)
    pt_stage_build_low_cell (self, g_ptr_array_index (cells, i), view->zoom);
  for (int layer = 0; layer < N_LAYERS; layer++)
    {
      append_at (snapshot, self->low[layer], (PtPoint){ 0, 0 }, view);
      for (guint i = 0; i < cells->len; i++)
        {
          const PtStageCell *cell = g_ptr_array_index (cells, i);

          append_at (snapshot, cell->low[layer],
                     pt_stage_cell_origin (cell->x, cell->y, view->zoom), view);
        }
    }
}

void
pt_stage_snapshot (PtStage *self, GtkSnapshot *snapshot, const PtView *view)
{
  PtBounds area = pt_view_visible (view);
  double n_cells = (area.width / PT_CELL_WIDTH) * (area.height / PT_CELL_HEIGHT);

  if (pt_view_wants_low_detail (view->zoom, pt_scene_get_size (self->scene))
      || n_cells > MAX_VISIBLE_CELLS)
    snapshot_low (self, snapshot, view);
  else
    snapshot_full (self, snapshot, view);
}
