/* pt-mark-paint.h: painting the editor's overlay and the grid
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "tools/pt-view.h"

#include <partitur/tools.h>

G_BEGIN_DECLS

/** pt_marks_snapshot: @marks: (element-type PtMark) */
void pt_marks_snapshot (GtkSnapshot *snapshot,
                        const GArray *marks,
                        const PtView *view,
                        const PtInk *ink);
/** pt_flash_snapshot: @strength: 1 to 0 */
void pt_flash_snapshot (GtkSnapshot *snapshot,
                        const PtDiagramElement *figure,
                        const PtView *view,
                        const PtInk *ink,
                        double strength);

/** PtGridPaint: the node of the dots, kept while zoom, size and colour stay. Zeroed at first. */
typedef struct
{
  GskRenderNode *node;
  double zoom, width, height;
  guint32 color;
} PtGridPaint;

void pt_grid_snapshot (PtGridPaint *self, GtkSnapshot *snapshot, const PtView *view, guint32 color);
void pt_grid_clear (PtGridPaint *self);

/** pt_color_of: Returns: 0xRRGGBB as GTK wants it */
GdkRGBA pt_color_of (guint32 color, double alpha);

G_END_DECLS
