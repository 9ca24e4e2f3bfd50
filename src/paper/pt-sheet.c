/* pt-sheet.c: diagrams below each other on one sheet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-sheet.h"

#include <pango/pangocairo.h>

#define GAP 40.0
#define TITLE_SIZE 16.0 /* of the letters */
#define TITLE_HEIGHT 30.0

static const PtFont title_font = { .bold = TRUE };

/* ----- titles --------------------------------------------------------------------------------- */

static PangoLayout *
title_layout (const char *title)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (PT_FONT_FAMILY);
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_absolute_size (font, TITLE_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, title, -1);
  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

static double
width_of (PangoLayout *layout)
{
  PangoRectangle area;

  pango_layout_get_extents (layout, NULL, &area);
  return (double)area.width / PANGO_SCALE;
}

/* With its upper left corner at @x, @y. */
static void
paint_title (PtSheet *self, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  guint32 color = pt_painter_get_ink (self->painter)->line;
  double base = y + (double)pango_layout_get_baseline (layout) / PANGO_SCALE;
  const PtTextLine line = { .text = pango_layout_get_text (layout),
                            .x = x,
                            .y = base,
                            .width = width_of (layout),
                            .size = TITLE_SIZE,
                            .font = &title_font,
                            .color = color };

  if (self->sink != NULL)
    {
      self->sink (&line, self->sink_data);
      return;
    }
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                        (color & 0xff) / 255.0);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* ----- the sheet ------------------------------------------------------------------------------ */

/* One diagram needs no title. */
static void
add_diagram (PtSheet *self, PtDiagram *diagram, gboolean titled)
{
  PtBounds extents = { 0 };
  g_autofree char *title = titled && diagram != NULL ? pt_diagram_title (diagram) : NULL;

  if (diagram != NULL)
    extents = pt_painter_diagram_extents (self->painter, diagram);
  g_array_append_val (self->extents, extents);
  g_ptr_array_add (self->titles, title != NULL ? title_layout (title) : NULL);
}

static void
free_layout (gpointer layout)
{
  g_clear_object (&layout);
}

static double
title_height (PtSheet *self, guint i)
{
  return g_ptr_array_index (self->titles, i) != NULL ? TITLE_HEIGHT : 0;
}

static double
cell_width (PtSheet *self, guint i)
{
  PangoLayout *title = g_ptr_array_index (self->titles, i);

  return MAX (g_array_index (self->extents, PtBounds, i).width,
              title != NULL ? width_of (title) : 0);
}

static double
cell_height (PtSheet *self, guint i)
{
  return title_height (self, i) + g_array_index (self->extents, PtBounds, i).height;
}

static double
row_height (PtSheet *self, guint first)
{
  double height = 0;

  for (guint i = first; i < MIN (first + self->n_columns, self->diagrams->len); i++)
    height = MAX (height, cell_height (self, i));
  return height;
}

void
pt_sheet_measure (PtSheet *self)
{
  self->column_width = self->height = 0;
  for (guint i = 0; i < self->diagrams->len; i++)
    self->column_width = MAX (self->column_width, cell_width (self, i));
  for (guint i = 0; i < self->diagrams->len; i += self->n_columns)
    self->height += row_height (self, i) + (i > 0 ? GAP : 0);
  self->width
      = self->column_width * self->n_columns + GAP * (self->n_columns - 1) + 2 * self->margin;
  self->height += 2 * self->margin + self->foot_height;
}

PtSheet *
pt_sheet_new (GPtrArray *diagrams, double margin)
{
  PtSheet *self = g_new0 (PtSheet, 1);

  self->painter = pt_painter_new (&pt_ink_paper);
  self->diagrams = g_ptr_array_ref (diagrams);
  self->margin = margin;
  self->n_columns = 1;
  self->extents = g_array_new (FALSE, FALSE, sizeof (PtBounds));
  self->titles = g_ptr_array_new_with_free_func (free_layout);
  for (guint i = 0; i < diagrams->len; i++)
    add_diagram (self, diagrams->pdata[i], diagrams->len > 1);
  pt_sheet_measure (self);
  return self;
}

void
pt_sheet_free (PtSheet *self)
{
  g_object_unref (self->painter);
  g_ptr_array_unref (self->diagrams);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->extents);
  g_free (self);
}

/* With its upper left corner at @at, the title included. */
static void
paint_diagram (PtSheet *self, cairo_t *cr, guint i, PtPoint at, PtSheetStep step, gpointer data)
{
  PtBounds extents = g_array_index (self->extents, PtBounds, i);
  PangoLayout *title = g_ptr_array_index (self->titles, i);
  double top = title_height (self, i);
  PtPoint offset = { at.x - extents.x, at.y + top - extents.y };

  if (step != NULL)
    step (offset, data);
  cairo_save (cr);
  cairo_translate (cr, offset.x, offset.y);
  if (title != NULL)
    paint_title (self, cr, title, extents.x, extents.y - top);
  pt_painter_draw_diagram (self->painter, cr, self->diagrams->pdata[i], NULL);
  if (self->over != NULL)
    self->over (self, self->diagrams->pdata[i], cr, self->data);
  cairo_restore (cr);
}

static void
paint_foot (PtSheet *self, cairo_t *cr, double y, PtSheetStep step, gpointer data)
{
  PtPoint offset = { self->margin, y };

  if (step != NULL)
    step (offset, data);
  cairo_save (cr);
  cairo_translate (cr, offset.x, offset.y);
  self->foot (self, cr, self->data);
  cairo_restore (cr);
}

void
pt_sheet_set_text_sink (PtSheet *self, PtTextSink sink, gpointer data)
{
  self->sink = sink;
  self->sink_data = data;
  pt_painter_set_text_sink (self->painter, sink, data);
}

void
pt_sheet_paint (PtSheet *self, cairo_t *cr, PtSheetStep step, gpointer data)
{
  double y = self->margin;

  for (guint i = 0; i < self->diagrams->len; i++)
    {
      guint column = i % self->n_columns;
      double x = self->margin + column * (self->column_width + GAP);

      if (self->diagrams->pdata[i] != NULL)
        paint_diagram (self, cr, i, (PtPoint){ x, y }, step, data);
      if (column + 1 == self->n_columns || i + 1 == self->diagrams->len)
        y += row_height (self, i - column) + GAP;
    }
  if (self->foot != NULL)
    paint_foot (self, cr, self->height - self->margin - self->foot_height, step, data);
}
