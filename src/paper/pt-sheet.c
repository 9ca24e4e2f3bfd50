/* pt-sheet.c: diagrams below each other on one sheet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-sheet.h"

#define GAP 40.0

PtSheet *
pt_sheet_new (GPtrArray *diagrams, double margin)
{
  PtSheet *self = g_new0 (PtSheet, 1);
  self->painter = pt_painter_new (&pt_ink_paper);
  self->diagrams = g_ptr_array_ref (diagrams);
  self->margin = margin;
  self->extents = g_array_new (FALSE, FALSE, sizeof (PtBounds));

  for (guint i = 0; i < diagrams->len; i++)
    {
      PtBounds extents = pt_painter_diagram_extents (self->painter, diagrams->pdata[i]);
      g_array_append_val (self->extents, extents);
      self->width = MAX (self->width, extents.width);
      self->height += extents.height + (i > 0 ? GAP : 0);
    }
  self->width += 2 * margin;
  self->height += 2 * margin;
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

void
pt_sheet_paint (PtSheet *self, cairo_t *cr, PtSheetStep step, gpointer data)
{
  double y = self->margin;
  for (guint i = 0; i < self->diagrams->len; i++)
    {
      PtBounds extents = g_array_index (self->extents, PtBounds, i);
      PtPoint offset = { self->margin - extents.x, y - extents.y };
      if (step != NULL)
        step (offset, data);
      cairo_save (cr);
      cairo_translate (cr, offset.x, offset.y);
      pt_painter_draw_diagram (self->painter, cr, self->diagrams->pdata[i], NULL);
      cairo_restore (cr);
      y += extents.height + GAP;
    }
}
