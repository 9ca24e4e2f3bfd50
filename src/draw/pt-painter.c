/* pt-painter.c: the notation, painted once for screen and paper
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/draw.h>

#include "pt-brush.h"
#include "pt-label.h"

#define LABEL_REACH 3.0
#define NOTE_WIDTH 600.0
#define NOTE_HEIGHT 20.0
/* Of diagrams that are painted in turns; more are made anew when they are painted again. */
#define MOST_PLANS 8

struct _PtPainter
{
  GObject parent_instance;

  PtInk ink;
  PtTextCache *texts;
  GHashTable *plans; /* PtDiagram → PtLabelPlan */
  PtTextSink sink;
  gpointer sink_data;
};

G_DEFINE_FINAL_TYPE (PtPainter, pt_painter, G_TYPE_OBJECT)

static const PtPaint family_painters[] = {
  [PT_FAMILY_NONE] = pt_paint_unknown,
  [PT_FAMILY_PLANE] = pt_paint_unknown,
  [PT_FAMILY_POOL] = pt_paint_pool,
  [PT_FAMILY_LANE] = pt_paint_lane,
  [PT_FAMILY_ACTIVITY] = pt_paint_activity,
  [PT_FAMILY_EVENT] = pt_paint_event,
  [PT_FAMILY_GATEWAY] = pt_paint_gateway,
  [PT_FAMILY_DATA] = pt_paint_data_object,
  [PT_FAMILY_ARTIFACT] = pt_paint_group,
  [PT_FAMILY_FLOW] = pt_paint_flow,
  [PT_FAMILY_CONVERSATION] = pt_paint_conversation,
  [PT_FAMILY_CHOREOGRAPHY] = pt_paint_choreography,
};

/* Types that look unlike the rest of their family; and data that some tools draw where the standard
 * draws only references to it. */
static const struct
{
  PtBpmnType type;
  PtPaint paint;
} type_painters[] = {
  { PT_BPMN_DATA_STORE_REFERENCE, pt_paint_data_store },
  { PT_BPMN_DATA_STORE, pt_paint_data_store },
  { PT_BPMN_DATA_OBJECT, pt_paint_data_object },
  { PT_BPMN_MESSAGE, pt_paint_message },
  { PT_BPMN_TEXT_ANNOTATION, pt_paint_annotation },
};

static void
pt_painter_finalize (GObject *object)
{
  PtPainter *self = PT_PAINTER (object);
  g_hash_table_unref (self->plans);
  pt_text_cache_free (self->texts);
  G_OBJECT_CLASS (pt_painter_parent_class)->finalize (object);
}

static void
pt_painter_class_init (PtPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_painter_finalize;
}

static void
pt_painter_init (PtPainter *self)
{
  self->texts = pt_text_cache_new ();
  self->plans = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)pt_label_plan_free);
}

PtPainter *
pt_painter_new (const PtInk *ink)
{
  PtPainter *self = g_object_new (PT_TYPE_PAINTER, NULL);
  self->ink = *ink;
  return self;
}

void
pt_painter_set_ink (PtPainter *self, const PtInk *ink)
{
  self->ink = *ink;
}

const PtInk *
pt_painter_get_ink (PtPainter *self)
{
  return &self->ink;
}

void
pt_painter_set_text_sink (PtPainter *self, PtTextSink sink, gpointer data)
{
  self->sink = sink;
  self->sink_data = data;
}

static PtPaint
painter_of (const PtDiagramElement *figure)
{
  PtBpmnType type = pt_figure_type (figure);
  PtFamily family = pt_figure_family (figure);
  if (figure->is_edge != (family == PT_FAMILY_FLOW))
    return pt_paint_unknown;
  if (pt_figure_is_band (figure))
    return pt_paint_band;
  for (guint i = 0; i < G_N_ELEMENTS (type_painters); i++)
    if (type_painters[i].type == type)
      return type_painters[i].paint;
  return family_painters[family];
}

static void
paint_body (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure, PtDetail detail)
{
  PtBrush brush;
  cairo_save (cr);
  pt_brush_init (&brush, cr, &self->ink, figure, detail);
  painter_of (figure) (&brush);
  cairo_restore (cr);
}

/* ===== labels ==================================================================================
 */

/* A plan of a diagram that is no more may be met at the address of another, but not with its
 * version. */
static PtLabelPlan *
known_plan (PtPainter *self, PtDiagram *diagram)
{
  PtLabelPlan *plan = g_hash_table_lookup (self->plans, diagram);
  return plan != NULL && pt_label_plan_is_current (plan) ? plan : NULL;
}

/* Returns: (nullable): none where nobody counts the changes */
static PtLabelPlan *
plan_of (PtPainter *self, PtDiagram *diagram)
{
  if (diagram == NULL || diagram->version == 0)
    return NULL;
  PtLabelPlan *plan = known_plan (self, diagram);
  if (plan != NULL)
    return plan;
  if (g_hash_table_size (self->plans) >= MOST_PLANS)
    g_hash_table_remove_all (self->plans);
  plan = pt_label_plan_new (diagram, &pt_label_survey, self->texts);
  g_hash_table_replace (self->plans, diagram, plan);
  return plan;
}

static PtLabel
label_of (PtPainter *self, const PtDiagramElement *figure)
{
  return pt_label_of (self->texts, plan_of (self, figure->diagram), figure);
}

GPtrArray *
pt_painter_update (PtPainter *self, PtDiagram *diagram, const PtGraphChange *change)
{
  PtLabelPlan *plan = diagram != NULL ? g_hash_table_lookup (self->plans, diagram) : NULL;
  GPtrArray *moved = plan != NULL ? pt_label_plan_update (plan, change) : NULL;
  return moved != NULL ? moved : g_ptr_array_new ();
}

PtBounds
pt_painter_label_place (PtPainter *self, const PtDiagramElement *figure, PtPoint size)
{
  PtLabelPlan *plan = plan_of (self, figure->diagram);
  PtBounds places[PT_LABEL_MOST_PLACES];
  if (plan != NULL)
    return pt_label_plan_try (plan, figure, size);
  pt_label_places (figure, size, 0, places);
  return places[0];
}

static void
put_label (PtPainter *self, cairo_t *cr, const PtLabel *label, const PtFigureColors *colors)
{
  if (self->sink != NULL)
    pt_label_tell (label, colors, self->sink, self->sink_data);
  else
    pt_label_paint (label, cr, colors);
}

static void
paint_label (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure)
{
  PtLabel label = label_of (self, figure);
  if (label.text == NULL)
    return;
  PtFigureColors colors = pt_figure_colors (&self->ink, figure);
  if (label.outside)
    pt_label_halo (&label, cr, &colors);
  put_label (self, cr, &label, &colors);
}

double
pt_painter_draw_note (PtPainter *self, cairo_t *cr, const char *text, PtPoint at)
{
  const PtText *shaped
      = pt_text_cache_get (self->texts, text, PT_TEXT_NOTE, NULL, NOTE_WIDTH, NOTE_HEIGHT);
  if (shaped == NULL)
    return 0;
  PtLabel label = { .text = shaped,
                    .bounds = { at.x, at.y - shaped->height / 2, shaped->width, shaped->height } };
  PtFigureColors colors = { .inside = self->ink.line };
  put_label (self, cr, &label, &colors);
  return shaped->width;
}

void
pt_painter_draw (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure, PtDetail detail)
{
  if (!pt_figure_can_be_painted (figure))
    return;
  paint_body (self, cr, figure, detail);
  if (detail == PT_DETAIL_FULL)
    paint_label (self, cr, figure);
}

void
pt_painter_draw_body (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure)
{
  if (!pt_figure_can_be_painted (figure))
    return;
  paint_body (self, cr, figure, PT_DETAIL_FULL);
  if (!pt_label_is_outside (figure))
    paint_label (self, cr, figure);
}

void
pt_painter_draw_outside_label (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure)
{
  if (pt_figure_can_be_painted (figure) && pt_label_is_outside (figure))
    paint_label (self, cr, figure);
}

gboolean
pt_painter_has_outside_label (const PtDiagramElement *figure)
{
  return pt_figure_can_be_painted (figure) && pt_label_is_outside (figure);
}

static gboolean
is_touched (const PtDiagramElement *figure, const PtBounds *clip)
{
  return clip == NULL || pt_bounds_intersects (pt_label_reach (figure), *clip);
}

static void
draw_each (PtPainter *self,
           cairo_t *cr,
           PtDiagram *diagram,
           const PtBounds *clip,
           void (*draw) (PtPainter *, cairo_t *, const PtDiagramElement *))
{
  for (guint i = 0; i < diagram->elements->len; i++)
    if (is_touched (diagram->elements->pdata[i], clip))
      draw (self, cr, diagram->elements->pdata[i]);
}

void
pt_painter_draw_diagram (PtPainter *self, cairo_t *cr, PtDiagram *diagram, const PtBounds *clip)
{
  draw_each (self, cr, diagram, clip, pt_painter_draw_body);
  draw_each (self, cr, diagram, clip, pt_painter_draw_outside_label);
}

PtBounds
pt_painter_label_bounds (PtPainter *self, const PtDiagramElement *figure)
{
  if (!pt_figure_can_be_painted (figure))
    return (PtBounds){ 0 };
  PtLabelPlan *plan = plan_of (self, figure->diagram);
  PtBounds place;
  if (plan != NULL && pt_label_plan_get (plan, figure, &place))
    return place;
  return pt_label_of (self->texts, plan, figure).bounds;
}

char *
pt_painter_hidden_label (PtPainter *self, const PtDiagramElement *figure)
{
  if (!pt_figure_can_be_painted (figure))
    return NULL;
  PtLabel label = pt_label_of (self->texts, NULL, figure); /* wherever it stands */
  if (label.text != NULL && !label.text->is_elided)
    return NULL;
  g_autofree char *wording = pt_label_wording (figure);
  return wording != NULL && *wording != '\0' ? g_steal_pointer (&wording) : NULL;
}

PtBounds
pt_painter_extents (PtPainter *self, const PtDiagramElement *figure)
{
  PtBounds label = pt_painter_label_bounds (self, figure);
  if (!pt_bounds_is_empty (label))
    label = pt_bounds_grow (label, LABEL_REACH);
  return pt_bounds_union (pt_figure_reach (figure), label);
}

gboolean
pt_painter_label_rotated (const PtDiagramElement *figure)
{
  return pt_label_is_rotated (figure);
}

PtBounds
pt_painter_diagram_extents (PtPainter *self, PtDiagram *diagram)
{
  PtBounds all = { 0 };
  for (guint i = 0; i < diagram->elements->len; i++)
    all = pt_bounds_union (all, pt_painter_extents (self, diagram->elements->pdata[i]));
  return all;
}

guint32
pt_painter_body_color (PtPainter *self, const PtDiagramElement *figure)
{
  if (figure->is_edge)
    return pt_figure_colors (&self->ink, figure).line;
  return pt_figure_fill (&self->ink, figure);
}
