/* pt-inside.h: the arrow on a figure into which one can go
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

#define PT_INSIDE_MARK_SIZE 18.0 /* diagram units */

/** pt_inside_is_offered: whether @figure has an inside that is drawn on another diagram or, for a
 * shut sub-process, can be */
gboolean pt_inside_is_offered (const PtDiagramElement *figure);
/** pt_inside_mark: Returns: where the arrow stands: at the lower right, within the figure; empty
 * where there is none, or no room for it */
PtBounds pt_inside_mark (const PtDiagramElement *figure);
/** pt_inside_sign: Returns: where the sign of a shut sub-process stands, with what stands beside it
 */
PtBounds pt_inside_sign (const PtDiagramElement *figure);

G_END_DECLS
