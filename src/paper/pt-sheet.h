/* pt-sheet.h: diagrams below each other on one sheet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/draw.h>

/** PtSheet: what goes on one page, measured. In diagram units. */
typedef struct
{
  PtPainter *painter;
  GPtrArray *diagrams; /* of PtDiagram */
  GArray *extents;     /* of PtBounds, one for each diagram */
  double margin;
  double width, height;
} PtSheet;

/** PtSheetStep: told before each diagram how far it is moved. */
typedef void (*PtSheetStep) (PtPoint offset, gpointer data);

/** pt_sheet_new: @diagrams: (element-type PtDiagram): kept by reference. Returns: (transfer full)
 */
PtSheet *pt_sheet_new (GPtrArray *diagrams, double margin);
void pt_sheet_free (PtSheet *self);
/** pt_sheet_paint: Paints everything, the upper left corner of the sheet at 0, 0. @step: (nullable)
 */
void pt_sheet_paint (PtSheet *self, cairo_t *cr, PtSheetStep step, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSheet, pt_sheet_free)
