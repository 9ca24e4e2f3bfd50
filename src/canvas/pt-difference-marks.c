/* pt-difference-marks.c: what differs from another version, marked on the canvas
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-difference-marks.h"

struct _PtDifferenceMarks
{
  PtComparison *comparison;
  PtAspect aspects;
  GArray *former; /* (nullable): of PtFormerFigure */
};

/* What painting one mark needs to know. */
typedef struct
{
  GtkSnapshot *snapshot;
  PtPainter *painter;
  const PtView *view;
  PtBounds visible;
} Brush;

PtDifferenceMarks *
pt_difference_marks_new (PtComparison *comparison, PtAspect aspects, GArray *former)
{
  PtDifferenceMarks *self = g_new0 (PtDifferenceMarks, 1);

  self->comparison = pt_comparison_ref (comparison);
  self->aspects = aspects;
  self->former = former != NULL ? g_array_ref (former) : NULL;
  return self;
}

void
pt_difference_marks_free (PtDifferenceMarks *self)
{
  pt_comparison_unref (self->comparison);
  g_clear_pointer (&self->former, g_array_unref);
  g_free (self);
}

PtBounds
pt_difference_marks_extents (PtDifferenceMarks *self)
{
  PtBounds all = { 0 };

  for (guint i = 0; self->former != NULL && i < self->former->len; i++)
    all = pt_bounds_union (all,
                           g_array_index (self->former, PtFormerFigure, i).figure->bounds);
  return all;
}

/* Returns: (transfer full) (nullable): to paint in diagram units; %NULL for what is out of view */
static cairo_t *
begin (const Brush *brush, PtBounds area)
{
  PtPoint at = pt_view_from_diagram (brush->view, (PtPoint){ area.x, area.y });
  double zoom = brush->view->zoom;
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float)at.x, (float)at.y, (float)(area.width * zoom),
                                             (float)(area.height * zoom));
  graphene_rect_t window
      = GRAPHENE_RECT_INIT (0, 0, (float)brush->view->width, (float)brush->view->height);
  PtPoint origin = pt_view_from_diagram (brush->view, (PtPoint){ 0, 0 });
  cairo_t *cr;

  if (!pt_bounds_intersects (area, brush->visible)
      || !graphene_rect_intersection (&rect, &window, &rect))
    return NULL;
  cr = gtk_snapshot_append_cairo (brush->snapshot, &rect);
  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, zoom, zoom);
  return cr;
}

static void
paint_mark (const Brush *brush, const PtDiagramElement *figure, PtDifferenceKind kind)
{
  double pixel = 1 / brush->view->zoom;
  cairo_t *cr = begin (brush, pt_difference_extents (figure, pixel));

  if (cr == NULL)
    return;
  pt_difference_draw (cr, kind, pt_painter_get_ink (brush->painter)->dark, figure, pixel);
  cairo_destroy (cr);
}

static void
paint_former (const Brush *brush, const PtFormerFigure *former)
{
  double pixel = 1 / brush->view->zoom;
  PtBounds area = pt_bounds_union (pt_painter_extents (brush->painter, former->figure),
                                   pt_difference_extents (former->figure, pixel));
  cairo_t *cr = begin (brush, area);

  if (cr == NULL)
    return;
  pt_difference_draw_former (cr, brush->painter, former, pixel);
  cairo_destroy (cr);
}

void
pt_difference_marks_snapshot (PtDifferenceMarks *self,
                              GtkSnapshot *snapshot,
                              PtPainter *painter,
                              PtScene *scene,
                              const PtView *view)
{
  Brush brush = { snapshot, painter, view, pt_view_visible (view) };
  double reach = pt_difference_reach (1 / view->zoom);
  g_autoptr (GPtrArray) figures = pt_scene_query (scene, pt_bounds_grow (brush.visible, reach));

  for (guint i = 0; self->former != NULL && i < self->former->len; i++)
    paint_former (&brush, &g_array_index (self->former, PtFormerFigure, i));
  for (guint i = 0; i < figures->len; i++)
    {
      const PtDiagramElement *figure = figures->pdata[i];
      PtDifferenceKind kind;

      if (figure->element != NULL
          && pt_comparison_mark (self->comparison, figure->element->node, self->aspects, &kind))
        paint_mark (&brush, figure, kind);
    }
}
