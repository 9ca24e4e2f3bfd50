/* pt-difference-marks.h: what differs from another version, marked on the canvas
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/draw.h>
#include <partitur/tools.h>

#include "tools/pt-view.h"

G_BEGIN_DECLS

typedef struct _PtDifferenceMarks PtDifferenceMarks;

/** pt_difference_marks_new: see pt_canvas_set_comparison() */
PtDifferenceMarks *
pt_difference_marks_new (PtComparison *comparison, PtAspect aspects, GArray *former);
void pt_difference_marks_free (PtDifferenceMarks *self);
/** pt_difference_marks_extents: Returns: what the former figures take, in diagram units */
PtBounds pt_difference_marks_extents (PtDifferenceMarks *self);
void pt_difference_marks_snapshot (PtDifferenceMarks *self,
                                   GtkSnapshot *snapshot,
                                   PtPainter *painter,
                                   PtScene *scene,
                                   const PtView *view);

G_END_DECLS
