/* pt-comparison-picture.c: what changed between two versions, as one drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-picture.h"

#define LEGEND_HEIGHT 34.0
#define LEGEND_STEP 24.0 /* behind a sign, and between an entry and the next */
#define LEGEND_MARGIN 11.0
#define LEGEND_LEAST_WIDTH 640.0

/** Picture: what is drawn of a comparison. */
typedef struct
{
  PtComparison *comparison;
  PtProcessGraph *before, *after;
  PtAspect aspects;
  gboolean overlaid;
} Picture;

static GArray *
former_of (const Picture *self, PtDiagram *diagram)
{
  return self->overlaid ? pt_comparison_former_figures (self->comparison, self->before, self->after,
                                                        diagram, self->aspects)
                        : g_array_new (FALSE, FALSE, sizeof (PtFormerFigure));
}

/* ----- painting ----- */

static void
paint_marks (PtSheet *sheet, PtDiagram *diagram, cairo_t *cr, gpointer data)
{
  const Picture *self = data;
  g_autoptr (GArray) former = former_of (self, diagram);
  PtDifferenceKind kind;

  for (guint i = 0; i < former->len; i++)
    pt_difference_draw_former (cr, sheet->painter, &g_array_index (former, PtFormerFigure, i), 1);
  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = diagram->elements->pdata[i];
      if (figure->element != NULL
          && pt_comparison_mark (self->comparison, figure->element->node, self->aspects, &kind))
        pt_difference_draw (cr, kind, FALSE, figure, 1);
    }
}

static void
paint_legend (PtSheet *sheet, cairo_t *cr, gpointer data)
{
  const Picture *self = data;
  double x = LEGEND_MARGIN, y = LEGEND_HEIGHT / 2;

  for (PtDifferenceKind kind = 0; kind < PT_N_DIFFERENCE_KINDS; kind++)
    {
      if (pt_comparison_count (self->comparison, kind, self->aspects) == 0)
        continue;
      pt_difference_draw_badge (cr, kind, FALSE, (PtPoint){ x, y }, 1);
      x += LEGEND_STEP / 2
           + pt_painter_draw_note (sheet->painter, cr, pt_difference_kind_heading (kind),
                                   (PtPoint){ x + LEGEND_STEP / 2, y });
      x += LEGEND_STEP;
    }
}

/* ----- the sheet ----- */

static GHashTable *
index_diagrams (GPtrArray *diagrams)
{
  GHashTable *by_node = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *diagram = diagrams->pdata[i];

      g_hash_table_insert (by_node, diagram->node, diagram);
    }
  return by_node;
}

/* The new ones in their order, each beside what it was, then those that are gone. */
static GPtrArray *
list_diagrams (const Picture *self)
{
  GPtrArray *olds = pt_process_graph_get_diagrams (self->before);
  GPtrArray *news = pt_process_graph_get_diagrams (self->after);
  g_autoptr (GHashTable) by_node = index_diagrams (olds);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < news->len; i++)
    {
      PtDiagram *diagram = news->pdata[i];
      const PtCompared *old = pt_comparison_match (self->comparison, diagram->node);

      if (!self->overlaid)
        g_ptr_array_add (list, old != NULL ? g_hash_table_lookup (by_node, old->node) : NULL);
      g_ptr_array_add (list, diagram);
    }
  for (guint i = 0; i < olds->len; i++)
    {
      PtDiagram *diagram = olds->pdata[i];

      if (pt_comparison_match (self->comparison, diagram->node) != NULL)
        continue;
      g_ptr_array_add (list, diagram);
      if (!self->overlaid)
        g_ptr_array_add (list, NULL);
    }
  return list;
}

static void
make_room (PtSheet *sheet, const Picture *self)
{
  for (guint i = 0; i < sheet->diagrams->len; i++)
    {
      PtDiagram *diagram = sheet->diagrams->pdata[i];
      g_autoptr (GArray) former = diagram != NULL ? former_of (self, diagram) : NULL;
      PtBounds *extents = &g_array_index (sheet->extents, PtBounds, i);
      if (diagram == NULL)
        continue;
      for (guint j = 0; j < former->len; j++)
        *extents = pt_bounds_union (
            *extents,
            pt_difference_extents (g_array_index (former, PtFormerFigure, j).figure, 1));
      *extents = pt_bounds_grow (*extents, PT_PICTURE_MARGIN);
    }
  sheet->foot_height = LEGEND_HEIGHT;
  pt_sheet_measure (sheet);
  sheet->width = MAX (sheet->width, LEGEND_LEAST_WIDTH);
}

GBytes *
pt_picture_write_comparison (PtComparison *comparison,
                             PtProcessGraph *before,
                             PtProcessGraph *after,
                             PtAspect aspects,
                             PtComparisonView view,
                             PtPictureFormat format,
                             const char *title,
                             GError **error)
{
  Picture self = { comparison, before, after, aspects, view == PT_COMPARISON_OVERLAY };
  g_autoptr (GPtrArray) diagrams = list_diagrams (&self);
  g_autoptr (PtSheet) sheet = pt_sheet_new (diagrams, PT_PICTURE_MARGIN);

  sheet->n_columns = self.overlaid ? 1 : 2;
  sheet->over = paint_marks;
  sheet->foot = paint_legend;
  sheet->data = &self;
  make_room (sheet, &self);
  return pt_picture_write_sheet (sheet, format, 1, title, error);
}
