/* pt-counts.h: numbers beside the names of pools and lanes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/canvas.h>

#include "tools/pt-view.h"

G_BEGIN_DECLS

/** pt_counts_snapshot: @counts: (nullable): see pt_canvas_set_counts() */
void
pt_counts_snapshot (GHashTable *counts, GtkSnapshot *snapshot, PtEditor *editor, const PtView *view);
/** pt_counts_text_at: Returns: (nullable): what the count at @at, in widget pixels, means */
const char *
pt_counts_text_at (GHashTable *counts, PtEditor *editor, const PtView *view, PtPoint at);

G_END_DECLS
