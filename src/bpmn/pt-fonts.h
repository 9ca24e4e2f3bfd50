/* pt-fonts.h: the label styles of diagrams
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-graph-private.h"

G_BEGIN_DECLS

/** pt_fonts_read: Returns: (transfer full): id -> PtFont, of the BPMNLabelStyles of the BPMNDiagram
 *  @diagram */
GHashTable *pt_fonts_read (const xmlNode *diagram);
/** pt_fonts_find: Returns: (transfer none) (nullable): the style that @name, the id of a label
 * style or a QName, stands for; lives until its diagram is read again */
const PtFont *pt_fonts_find (PtProcessGraph *graph, const char *name);
/** pt_fonts_forget: to be called when diagrams come or go, or have other styles */
void pt_fonts_forget (PtProcessGraph *graph);
/** pt_fonts_touch_labels: Lets all figures read their labels again, because styles have changed. */
void pt_fonts_touch_labels (PtProcessGraph *graph);

G_END_DECLS
