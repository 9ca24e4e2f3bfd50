/* pt-paint-data.c: data objects, stores and messages (10.4, 8.4.11)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-brush.h"

#define FOLD 12.0
#define ARROW_SIZE 15.0
#define COLLECTION_SIZE 12.0
/* Height of the ellipse at the top of a store, and of the rings below it, as shares of its height.
 */
#define LID_SHARE 0.26
#define RING_SHARE 0.11
#define N_RINGS 2

static void
paint_fold (PtBrush *brush, double fold)
{
  PtBounds box = brush->box;
  cairo_move_to (brush->cr, box.x + box.width - fold, box.y);
  cairo_line_to (brush->cr, box.x + box.width - fold, box.y + fold);
  cairo_line_to (brush->cr, box.x + box.width, box.y + fold);
  pt_brush_stroke (brush, brush->colors.line, PT_LINE_FLOW, PT_DASH_SOLID);
}

static gboolean
is_collection (const PtElement *data)
{
  return data->is_collection || (data->ref != NULL && data->ref->is_collection);
}

static void
paint_signs (PtBrush *brush)
{
  PtBounds box = brush->box;
  PtBounds arrow = { box.x + 3, box.y + 3, ARROW_SIZE, ARROW_SIZE };
  PtBounds bars = { box.x + (box.width - COLLECTION_SIZE) / 2,
                    box.y + box.height - COLLECTION_SIZE - 3, COLLECTION_SIZE, COLLECTION_SIZE };
  PtBpmnType type = brush->element->type;

  if (type == PT_BPMN_DATA_INPUT || type == PT_BPMN_DATA_OUTPUT)
    pt_brush_symbol (brush, PT_SYMBOL_LINK, arrow, type == PT_BPMN_DATA_OUTPUT);
  if (is_collection (brush->element))
    pt_brush_symbol (brush, PT_SYMBOL_INSTANCES_PARALLEL, bars, FALSE);
}

void
pt_paint_data_object (PtBrush *brush)
{
  double fold = MIN (FOLD, MIN (brush->box.width, brush->box.height) / 3);
  pt_path_sheet (brush->cr, brush->box, fold);
  pt_brush_body (brush, PT_LINE_FLOW, PT_DASH_SOLID);
  if (brush->plain)
    return;
  paint_fold (brush, fold);
  paint_signs (brush);
}

static void
paint_rings (PtBrush *brush, PtBounds lid)
{
  for (guint i = 0; i <= N_RINGS; i++)
    {
      cairo_new_path (brush->cr);
      pt_path_half_ellipse (brush->cr, lid, TRUE);
      pt_brush_stroke (brush, brush->colors.line, PT_LINE_FLOW, PT_DASH_SOLID);
      lid.y += brush->box.height * RING_SHARE;
    }
}

void
pt_paint_data_store (PtBrush *brush)
{
  PtBounds lid = brush->box, bottom = brush->box;
  lid.height = bottom.height = brush->box.height * LID_SHARE;
  bottom.y += brush->box.height - bottom.height;

  cairo_new_path (brush->cr);
  pt_path_half_ellipse (brush->cr, bottom, TRUE);
  pt_path_half_ellipse (brush->cr, lid, FALSE);
  cairo_close_path (brush->cr);
  pt_brush_body (brush, PT_LINE_FLOW, PT_DASH_SOLID);
  if (!brush->plain)
    paint_rings (brush, lid);
}

void
pt_paint_message (PtBrush *brush)
{
  pt_brush_envelope (brush, brush->box, brush->element->initiating);
}
