/* pt-stage-build.c: making the render nodes of a stage
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes are relative to their cell: render nodes hold floats, which would lose whole units in
 * far-away diagrams.
 */
#include "pt-stage-private.h"

#include <math.h>

#define ALIGNED 0.5

/* ----- full detail ---------------------------------------------------------------------------- */

/* @area: in pixels, relative to @origin */
static GskRenderNode *
paint (PtStage *self, const PtStageItem *item, PtBounds area, PtPoint origin, double zoom)
{
  double left = floor (area.x), top = floor (area.y);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (left, top, ceil (area.x + area.width) - left,
                                               ceil (area.y + area.height) - top);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_translate (cr, -origin.x, -origin.y);
  cairo_scale (cr, zoom, zoom);
  if (item->layer == LAYER_LABELS)
    pt_painter_draw_outside_label (self->painter, cr, item->figure);
  else
    pt_painter_draw_body (self->painter, cr, item->figure);
  cairo_destroy (cr);
  return node;
}

static PtBounds
intersection (PtBounds a, PtBounds b)
{
  double left = fmax (a.x, b.x), top = fmax (a.y, b.y);
  double right = fmin (a.x + a.width, b.x + b.width);
  double bottom = fmin (a.y + a.height, b.y + b.height);

  return (PtBounds){ left, top, fmax (right - left, 0), fmax (bottom - top, 0) };
}

static GPtrArray *
items_of_cell (PtStage *self, const PtStageCell *cell, Layer layer)
{
  GPtrArray *items = g_ptr_array_copy (cell->items[layer], NULL, NULL);
  PtBounds bounds = pt_stage_cell_bounds (cell);

  for (guint i = 0; i < self->tiled->len; i++)
    {
      PtStageItem *item = g_ptr_array_index (self->tiled, i);

      if (item->layer == layer && pt_bounds_intersects (item->extents, bounds))
        g_ptr_array_add (items, item);
    }
  pt_stage_sort (items);
  return items;
}

static PtBounds
pixels_of (PtBounds b, PtPoint origin, double zoom)
{
  return (PtBounds){ b.x * zoom - origin.x, b.y * zoom - origin.y, b.width * zoom,
                     b.height * zoom };
}

static GskRenderNode *
paint_tile (PtStage *self, const PtStageCell *cell, const PtStageItem *item, double zoom)
{
  PtPoint origin = pt_stage_cell_origin (cell->x, cell->y, zoom);
  PtPoint next = pt_stage_cell_origin (cell->x + 1, cell->y + 1, zoom);
  PtBounds tile = { 0, 0, next.x - origin.x, next.y - origin.y };

  return paint (self, item, intersection (pixels_of (item->extents, origin, zoom), tile), origin,
                zoom);
}

static GskRenderNode *
node_of_item (PtStage *self, const PtStageCell *cell, PtStageItem *item, double zoom)
{
  PtPoint origin = pt_stage_cell_origin (cell->x, cell->y, zoom);

  if (item->tiled)
    return paint_tile (self, cell, item, zoom);
  if (item->node == NULL || item->zoom != zoom)
    {
      g_clear_pointer (&item->node, gsk_render_node_unref);
      item->node = paint (self, item, pixels_of (item->extents, origin, zoom), origin, zoom);
      item->zoom = zoom;
    }
  return gsk_render_node_ref (item->node);
}

static GskRenderNode *
collect (GPtrArray *nodes)
{
  if (nodes->len == 0)
    return NULL;
  return gsk_container_node_new ((GskRenderNode **)nodes->pdata, nodes->len);
}

static GPtrArray *
node_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)gsk_render_node_unref);
}

void
pt_stage_build_cell (PtStage *self, PtStageCell *cell, double zoom)
{
  if (cell->full_zoom == zoom)
    return;
  if (cell->full_zoom == 0)
    self->n_built++;
  cell->full_zoom = zoom;
  for (int layer = 0; layer < N_LAYERS; layer++)
    {
      g_autoptr (GPtrArray) items = items_of_cell (self, cell, layer);
      g_autoptr (GPtrArray) nodes = node_array_new ();

      for (guint i = 0; i < items->len; i++)
        g_ptr_array_add (nodes, node_of_item (self, cell, g_ptr_array_index (items, i), zoom));
      g_clear_pointer (&cell->full[layer], gsk_render_node_unref);
      cell->full[layer] = collect (nodes);
    }
}

/* ----- low detail ----------------------------------------------------------------------------- */

/* Where rectangles go: whole pixels, or adjacent lines look uneven. */
typedef struct
{
  GPtrArray *nodes;
  double zoom;
  double x, y; /* origin, in pixels */
} Sink;

static GdkRGBA
rgba (guint32 color)
{
  return (GdkRGBA){ ((color >> 16) & 0xff) / 255.0f, ((color >> 8) & 0xff) / 255.0f,
                    (color & 0xff) / 255.0f, 1.0f };
}

static void
add_rectangle (Sink *sink, guint32 color, double left, double top, double right, double bottom)
{
  GdkRGBA fill = rgba (color);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (left - sink->x, top - sink->y, fmax (right - left, 1),
                                             fmax (bottom - top, 1));

  g_ptr_array_add (sink->nodes, gsk_color_node_new (&fill, &rect));
}

static void
add_slanted_line (Sink *sink, guint32 color, PtPoint a, PtPoint b)
{
  double left = floor (fmin (a.x, b.x) - sink->x) - 1, top = floor (fmin (a.y, b.y) - sink->y) - 1;
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (left, top, fabs (a.x - b.x) + 3, fabs (a.y - b.y) + 3);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  GdkRGBA ink = rgba (color);

  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, a.x - sink->x, a.y - sink->y);
  cairo_line_to (cr, b.x - sink->x, b.y - sink->y);
  cairo_stroke (cr);
  cairo_destroy (cr);
  g_ptr_array_add (sink->nodes, node);
}

static void
add_segment (Sink *sink, guint32 color, PtPoint a, PtPoint b)
{
  PtPoint from = { round (a.x * sink->zoom), round (a.y * sink->zoom) };
  PtPoint to = { round (b.x * sink->zoom), round (b.y * sink->zoom) };
  gboolean straight = fabs (a.x - b.x) <= ALIGNED || fabs (a.y - b.y) <= ALIGNED || from.x == to.x
                      || from.y == to.y;

  if (straight)
    add_rectangle (sink, color, fmin (from.x, to.x), fmin (from.y, to.y), fmax (from.x, to.x),
                   fmax (from.y, to.y));
  else
    add_slanted_line (sink, color, from, to);
}

/* A body is its outline's colour with the fill inside, as far as there is an inside. */
static void
add_body (PtStage *self, Sink *sink, const PtDiagramElement *figure)
{
  guint32 line = figure->has_stroke ? figure->stroke : pt_painter_get_ink (self->painter)->line;
  double left = round (figure->bounds.x * sink->zoom), top = round (figure->bounds.y * sink->zoom);
  double right = round ((figure->bounds.x + figure->bounds.width) * sink->zoom);
  double bottom = round ((figure->bounds.y + figure->bounds.height) * sink->zoom);

  add_rectangle (sink, line, left, top, right, bottom);
  if (right - left > 2 && bottom - top > 2)
    add_rectangle (sink, pt_painter_body_color (self->painter, figure), left + 1, top + 1,
                   right - 1, bottom - 1);
}

static void
add_frame (PtStage *self, Sink *sink, const PtDiagramElement *figure)
{
  guint32 line = pt_painter_get_ink (self->painter)->line;
  PtBounds b = figure->bounds;
  PtPoint corners[] = { { b.x, b.y },
                        { b.x + b.width, b.y },
                        { b.x + b.width, b.y + b.height },
                        { b.x, b.y + b.height },
                        { b.x, b.y } };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (corners); i++)
    add_segment (sink, line, corners[i], corners[i + 1]);
}

static void
add_item (PtStage *self, Sink *sink, const PtStageItem *item)
{
  const PtDiagramElement *figure = item->figure;
  guint32 color = figure->is_edge ? pt_painter_body_color (self->painter, figure) : 0;

  for (guint i = 0; figure->is_edge && i + 1 < figure->n_waypoints; i++)
    add_segment (sink, color, figure->waypoints[i], figure->waypoints[i + 1]);
  if (figure->is_edge)
    return;
  if (item->layer == LAYER_FLOWS)
    add_frame (self, sink, figure);
  else
    add_body (self, sink, figure);
}

static GskRenderNode *
low_node (PtStage *self, GPtrArray *items, Layer layer, double zoom, PtPoint origin)
{
  g_autoptr (GPtrArray) nodes = node_array_new ();
  Sink sink = { nodes, zoom, origin.x, origin.y };

  for (guint i = 0; i < items->len; i++)
    {
      const PtStageItem *item = g_ptr_array_index (items, i);

      if (item->layer == layer)
        add_item (self, &sink, item);
    }
  return collect (nodes);
}

void
pt_stage_build_low_cell (PtStage *self, PtStageCell *cell, double zoom)
{
  if (cell->low_zoom == zoom)
    return;
  for (int layer = 0; layer < LAYER_LABELS; layer++)
    {
      g_clear_pointer (&cell->low[layer], gsk_render_node_unref);
      pt_stage_sort (cell->items[layer]);
      cell->low[layer] = low_node (self, cell->items[layer], layer, zoom,
                                   pt_stage_cell_origin (cell->x, cell->y, zoom));
    }
  cell->low_zoom = zoom;
}

void
pt_stage_build_low_tiled (PtStage *self, double zoom)
{
  if (self->low_zoom == zoom)
    return;
  pt_stage_clear_low (self);
  pt_stage_sort (self->tiled);
  for (int layer = 0; layer < LAYER_LABELS; layer++)
    self->low[layer] = low_node (self, self->tiled, layer, zoom, (PtPoint){ 0, 0 });
  self->low_zoom = zoom;
}
