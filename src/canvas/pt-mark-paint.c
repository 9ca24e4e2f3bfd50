/* pt-mark-paint.c: painting the editor's overlay and the grid
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes are pixels, whatever the zoom. Frames go through GTK's own border and colour nodes, which
 * cost no painting; only diamonds and lines are painted.
 */
#include "pt-mark-paint.h"

#include <math.h>

#include "tools/pt-overlay.h"

#define OK_COLOR 0x26a269
#define ERROR_COLOR 0xe01b24
#define TASK_RADIUS 10.0 /* diagram units */
#define GRID_STEP 10.0
#define GRID_STEP_FAR 50.0
#define LEAST_DOT_DISTANCE 6.0 /* pixels */
#define DOT_ALPHA 0.25

/* How each kind of mark looks. An accent colour of 0 stands for the ink's accent. */
typedef struct
{
  guint32 color;
  double width;   /* of the line, in pixels */
  double outside; /* distance from the shape, in pixels */
  double line_alpha, fill_alpha;
  gboolean dashed;
} Look;

static const Look looks[] = {
  [PT_MARK_SELECTED] = { 0, 2, 3, 1.0, 0.0, FALSE },
  [PT_MARK_HOVER] = { 0, 1, 2, 0.6, 0.0, FALSE },
  [PT_MARK_HANDLE] = { 0, 1, 0, 1.0, 1.0, FALSE },
  [PT_MARK_GHOST] = { 0, 1.5, 0, 0.9, 0.12, FALSE },
  [PT_MARK_ROUTE] = { 0, 1.5, 0, 0.9, 0.0, TRUE },
  [PT_MARK_GUIDE] = { 0, 1, 0, 0.55, 0.0, FALSE },
  [PT_MARK_LASSO] = { 0, 1, 0, 0.9, 0.1, FALSE },
  [PT_MARK_ALLOWED] = { OK_COLOR, 2, 3, 1.0, 0.08, FALSE },
  [PT_MARK_FORBIDDEN] = { ERROR_COLOR, 2, 3, 1.0, 0.08, FALSE },
};

GdkRGBA
pt_color_of (guint32 color, double alpha)
{
  return (GdkRGBA){ (float)((color >> 16) & 0xff) / 255.0f, (float)((color >> 8) & 0xff) / 255.0f,
                    (float)(color & 0xff) / 255.0f, (float)alpha };
}

/* What painting one mark needs to know. */
typedef struct
{
  GtkSnapshot *snapshot;
  const PtView *view;
  const Look *look;
  guint32 color;
  double alpha; /* of all */
} Brush;

static GdkRGBA
line_color (const Brush *brush)
{
  return pt_color_of (brush->color, brush->look->line_alpha * brush->alpha);
}

static GdkRGBA
fill_color (const Brush *brush)
{
  return pt_color_of (brush->color, brush->look->fill_alpha * brush->alpha);
}

static graphene_rect_t
window_rect (const Brush *brush, PtBounds b, double outside)
{
  PtPoint at = pt_view_from_diagram (brush->view, (PtPoint){ b.x, b.y });
  double zoom = brush->view->zoom;

  return GRAPHENE_RECT_INIT (round (at.x - outside), round (at.y - outside),
                             round (b.width * zoom + 2 * outside),
                             round (b.height * zoom + 2 * outside));
}

/* ----- frames --------------------------------------------------------------------------------- */

static float
radius_of (const Brush *brush, PtFamily family, const graphene_rect_t *rect)
{
  if (family == PT_FAMILY_EVENT)
    return fminf (rect->size.width, rect->size.height) / 2;
  if (family == PT_FAMILY_ACTIVITY || family == PT_FAMILY_CHOREOGRAPHY)
    return (float)(TASK_RADIUS * brush->view->zoom + brush->look->outside);
  return 0;
}

static void
add_rounded (const Brush *brush, const graphene_rect_t *rect, float radius)
{
  GskRoundedRect outline;
  GdkRGBA line = line_color (brush), fill = fill_color (brush);
  const float w = (float)brush->look->width;
  const float widths[] = { w, w, w, w };
  const GdkRGBA colors[] = { line, line, line, line };

  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  if (fill.alpha > 0)
    {
      gtk_snapshot_push_rounded_clip (brush->snapshot, &outline);
      gtk_snapshot_append_color (brush->snapshot, &fill, rect);
      gtk_snapshot_pop (brush->snapshot);
    }
  gtk_snapshot_append_border (brush->snapshot, &outline, widths, colors);
}

static void
add_diamond (const Brush *brush, const graphene_rect_t *rect)
{
  double w = rect->size.width, h = rect->size.height;
  graphene_rect_t area = GRAPHENE_RECT_INIT (rect->origin.x - 2, rect->origin.y - 2, w + 4, h + 4);
  cairo_t *cr = gtk_snapshot_append_cairo (brush->snapshot, &area);
  GdkRGBA line = line_color (brush), fill = fill_color (brush);

  cairo_translate (cr, rect->origin.x, rect->origin.y);
  cairo_move_to (cr, w / 2, 0);
  cairo_line_to (cr, w, h / 2);
  cairo_line_to (cr, w / 2, h);
  cairo_line_to (cr, 0, h / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, brush->look->width);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
add_bounds (const Brush *brush, PtBounds bounds, PtFamily family)
{
  graphene_rect_t rect = window_rect (brush, bounds, brush->look->outside);

  if (family == PT_FAMILY_GATEWAY)
    add_diamond (brush, &rect);
  else
    add_rounded (brush, &rect, radius_of (brush, family, &rect));
}

/* White inside, so that a handle shows on any ground. */
static void
add_handle (const Brush *brush, PtBounds bounds)
{
  PtPoint at = pt_view_from_diagram (brush->view, (PtPoint){ bounds.x, bounds.y });
  graphene_rect_t rect
      = GRAPHENE_RECT_INIT (round (at.x - PT_HANDLE_SIZE / 2), round (at.y - PT_HANDLE_SIZE / 2),
                            PT_HANDLE_SIZE, PT_HANDLE_SIZE);
  GdkRGBA white = pt_color_of (0xffffff, 1), line = line_color (brush);

  gtk_snapshot_append_color (brush->snapshot, &line, &rect);
  graphene_rect_inset (&rect, 1.5f, 1.5f);
  gtk_snapshot_append_color (brush->snapshot, &white, &rect);
}

/* ----- lines ---------------------------------------------------------------------------------- */

static graphene_rect_t
line_area (const Brush *brush, const PtMark *mark)
{
  graphene_rect_t rect = window_rect (brush, mark->bounds, brush->look->width + 2);
  graphene_rect_t window = GRAPHENE_RECT_INIT (0, 0, brush->view->width, brush->view->height);

  if (!graphene_rect_intersection (&rect, &window, &rect))
    rect = *graphene_rect_zero ();
  return rect;
}

static void
add_points (const Brush *brush, const PtMark *mark)
{
  static const double dashes[] = { 6, 4 };
  graphene_rect_t area = line_area (brush, mark);
  GdkRGBA line = line_color (brush);
  cairo_t *cr;

  if (area.size.width <= 0 || area.size.height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (brush->snapshot, &area);
  for (guint i = 0; i < mark->points->len; i++)
    {
      PtPoint p = pt_view_from_diagram (brush->view, g_array_index (mark->points, PtPoint, i));

      cairo_line_to (cr, p.x, p.y);
    }
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, brush->look->width);
  if (brush->look->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
add_mark (const Brush *brush, const PtMark *mark)
{
  if (mark->kind == PT_MARK_HANDLE)
    add_handle (brush, mark->bounds);
  else if (mark->points != NULL)
    add_points (brush, mark);
  else
    add_bounds (brush, mark->bounds, mark->family);
}

static gboolean
is_in_view (const PtMark *mark, PtBounds visible)
{
  return pt_bounds_intersects (pt_bounds_grow (mark->bounds, 1), visible);
}

void
pt_marks_snapshot (GtkSnapshot *snapshot, const GArray *marks, const PtView *view, const PtInk *ink)
{
  PtBounds visible = pt_bounds_grow (pt_view_visible (view), PT_HANDLE_SIZE / view->zoom);

  for (guint i = 0; i < marks->len; i++)
    {
      const PtMark *mark = &g_array_index (marks, PtMark, i);
      const Look *look = &looks[mark->kind];
      Brush brush = { snapshot, view, look, look->color != 0 ? look->color : ink->accent, 1 };

      if (is_in_view (mark, visible))
        add_mark (&brush, mark);
    }
}

void
pt_flash_snapshot (GtkSnapshot *snapshot,
                   const PtDiagramElement *figure,
                   const PtView *view,
                   const PtInk *ink,
                   double strength)
{
  static const Look look = { 0, 4, 6, 0.8, 0.15, FALSE };
  Brush brush = { snapshot, view, &look, ink->accent, strength };
  g_autoptr (GArray) overlay = pt_overlay_new ();

  pt_overlay_add_figure (overlay, PT_MARK_SELECTED, figure);
  add_mark (&brush, &g_array_index (overlay, PtMark, 0));
}

/* ----- grid ----------------------------------------------------------------------------------- */

static void
paint_dots (cairo_t *cr, double step, double width, double height)
{
  for (double y = 0; y < height; y += step)
    for (double x = 0; x < width; x += step)
      cairo_rectangle (cr, round (x), round (y), 1, 1);
  cairo_fill (cr);
}

/* One step larger than the window, so that any pan is the same node, shifted by whole pixels. */
static void
build_grid (PtGridPaint *self, const PtView *view, double step, guint32 color)
{
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (0, 0, view->width + step + 1, view->height + step + 1);
  GdkRGBA ink = pt_color_of (color, DOT_ALPHA);
  cairo_t *cr;

  pt_grid_clear (self);
  self->node = gsk_cairo_node_new (&bounds);
  self->zoom = view->zoom;
  self->width = view->width;
  self->height = view->height;
  self->color = color;
  cr = gsk_cairo_node_get_draw_context (self->node);
  gdk_cairo_set_source_rgba (cr, &ink);
  paint_dots (cr, step, bounds.size.width, bounds.size.height);
  cairo_destroy (cr);
}

void
pt_grid_snapshot (PtGridPaint *self, GtkSnapshot *snapshot, const PtView *view, guint32 color)
{
  double step
      = (GRID_STEP * view->zoom >= LEAST_DOT_DISTANCE ? GRID_STEP : GRID_STEP_FAR) * view->zoom;
  graphene_point_t offset;

  if (step < LEAST_DOT_DISTANCE)
    return;
  offset.x = (float)-round (view->x - step * floor (view->x / step));
  offset.y = (float)-round (view->y - step * floor (view->y / step));
  if (self->node == NULL || self->zoom != view->zoom || self->width != view->width
      || self->height != view->height || self->color != color)
    build_grid (self, view, step, color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &offset);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

void
pt_grid_clear (PtGridPaint *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}
