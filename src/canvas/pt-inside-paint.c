/* pt-inside-paint.c: arrows on the figures into which one can go
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-inside-paint.h"

#include "pt-mark-paint.h"
#include "tools/pt-inside.h"

#define SIZE PT_INSIDE_MARK_SIZE
#define RADIUS 4.0

static void
trace_square (cairo_t *cr)
{
  const double far = SIZE - RADIUS;

  cairo_new_sub_path (cr);
  cairo_arc (cr, far, RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, far, far, RADIUS, 0, G_PI_2);
  cairo_arc (cr, RADIUS, far, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, RADIUS, RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* From the upper left to the lower right: inwards. */
static void
trace_arrow (cairo_t *cr)
{
  const double near = SIZE * 0.28, far = SIZE * 0.72, wing = SIZE * 0.30;

  cairo_move_to (cr, near, near);
  cairo_line_to (cr, far, far);
  cairo_move_to (cr, far, far - wing);
  cairo_line_to (cr, far, far);
  cairo_line_to (cr, far - wing, far);
}

static GskRenderNode *
build_node (const PtInk *ink)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  GdkRGBA accent = pt_color_of (ink->accent, 1), background = pt_color_of (ink->background, 1);

  trace_square (cr);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_fill (cr);
  trace_arrow (cr);
  gdk_cairo_set_source_rgba (cr, &background);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return node;
}

static void
ensure_node (PtInsidePaint *self, const PtInk *ink)
{
  if (self->node != NULL && self->accent == ink->accent && self->background == ink->background)
    return;
  pt_inside_clear (self);
  self->node = build_node (ink);
  self->accent = ink->accent;
  self->background = ink->background;
}

static void
append_arrow (PtInsidePaint *self, GtkSnapshot *snapshot, PtBounds mark, const PtView *view)
{
  PtPoint at = pt_view_from_diagram (view, (PtPoint){ mark.x, mark.y });

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at.x, at.y));
  gtk_snapshot_scale (snapshot, view->zoom, view->zoom);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

void
pt_inside_snapshot (PtInsidePaint *self,
                    GtkSnapshot *snapshot,
                    PtScene *scene,
                    const PtView *view,
                    const PtInk *ink)
{
  g_autoptr (GPtrArray) figures = NULL;

  if (view->zoom < PT_ZOOM_READABLE)
    return;
  ensure_node (self, ink);
  figures = pt_scene_query (scene, pt_view_visible (view));
  for (guint i = 0; i < figures->len; i++)
    {
      PtBounds mark = pt_inside_mark (g_ptr_array_index (figures, i));

      if (!pt_bounds_is_empty (mark))
        append_arrow (self, snapshot, mark, view);
    }
}

void
pt_inside_clear (PtInsidePaint *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}
