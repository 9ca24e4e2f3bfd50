/* pt-sheet.h: diagrams below each other on one sheet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/draw.h>

typedef struct _PtSheet PtSheet;

/** PtSheetOver: paints above @diagram, in its units */
typedef void (*PtSheetOver) (PtSheet *self, PtDiagram *diagram, cairo_t *cr, gpointer data);
/** PtSheetFoot: paints at the foot of the sheet, its upper left corner at 0, 0 */
typedef void (*PtSheetFoot) (PtSheet *self, cairo_t *cr, gpointer data);

/** PtSheet: what goes on one page, measured. In diagram units. Several diagrams have titles. */
struct _PtSheet
{
  PtPainter *painter;
  GPtrArray *diagrams; /* of PtDiagram; NULL leaves a hole */
  GArray *extents;     /* of PtBounds, one for each diagram */
  GPtrArray *titles;   /* of PangoLayout, NULL when there is only one diagram */
  PtTextSink sink;     /* (nullable) */
  gpointer sink_data;
  double margin;
  guint n_columns;
  double column_width;
  double width, height;
  PtSheetOver over; /* (nullable) */
  PtSheetFoot foot; /* (nullable) */
  double foot_height;
  gpointer data; /* for both */
};

/** PtSheetStep: told before each diagram how far it is moved. */
typedef void (*PtSheetStep) (PtPoint offset, gpointer data);

/** pt_sheet_new: @diagrams: (element-type PtDiagram): kept by reference. Returns: (transfer full)
 */
PtSheet *pt_sheet_new (GPtrArray *diagrams, double margin);
void pt_sheet_free (PtSheet *self);
/** pt_sheet_set_text_sink: as pt_painter_set_text_sink(), for labels and titles */
void pt_sheet_set_text_sink (PtSheet *self, PtTextSink sink, gpointer data);
/** pt_sheet_measure: to be called again after columns, extents or foot were changed */
void pt_sheet_measure (PtSheet *self);
/** pt_sheet_paint: Paints everything, the upper left corner of the sheet at 0, 0. @step: (nullable)
 */
void pt_sheet_paint (PtSheet *self, cairo_t *cr, PtSheetStep step, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSheet, pt_sheet_free)
