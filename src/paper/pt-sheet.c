/* pt-sheet.c: diagrams below each other on one sheet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-sheet.h"

#define GAP 40.0

static PtBounds
extents_of (PtSheet *self, guint i)
{
  return i < self->extents->len ? g_array_index (self->extents, PtBounds, i) : (PtBounds){ 0 };
}

static double
row_height (PtSheet *self, guint first)
{
  double height = 0;
  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, extents_of (self, first + i).height);
  return height;
}

void
pt_sheet_measure (PtSheet *self)
{
  self->column_width = self->height = 0;
  for (guint i = 0; i < self->extents->len; i++)
    self->column_width = MAX (self->column_width, extents_of (self, i).width);
  for (guint i = 0; i < self->extents->len; i += self->n_columns)
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

  for (guint i = 0; i < diagrams->len; i++)
    {
      PtBounds extents = pt_painter_diagram_extents (self->painter, diagrams->pdata[i]);
      g_array_append_val (self->extents, extents);
    }
  pt_sheet_measure (self);
  return self;
}

void
pt_sheet_free (PtSheet *self)
{
  g_object_unref (self->painter);
  g_ptr_array_unref (self->diagrams);
  g_array_unref (self->extents);
  g_free (self);
}

static void
paint_diagram (PtSheet *self, cairo_t *cr, guint i, PtPoint at, PtSheetStep step, gpointer data)
{
  PtBounds extents = extents_of (self, i);
  PtPoint offset = { at.x - extents.x, at.y - extents.y };
  if (step != NULL)
    step (offset, data);
  cairo_save (cr);
  cairo_translate (cr, offset.x, offset.y);
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
pt_sheet_paint (PtSheet *self, cairo_t *cr, PtSheetStep step, gpointer data)
{
  double y = self->margin;
  for (guint i = 0; i < self->diagrams->len; i++)
    {
      guint column = i % self->n_columns;
      double x = self->margin + column * (self->column_width + GAP);
      paint_diagram (self, cr, i, (PtPoint){ x, y }, step, data);
      if (column + 1 == self->n_columns || i + 1 == self->diagrams->len)
        y += row_height (self, i - column) + GAP;
    }
  if (self->foot != NULL)
    paint_foot (self, cr, self->height - self->margin - self->foot_height, step, data);
}
