/* pt-tints.h: colours laid over figures
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/canvas.h>

#include "tools/pt-view.h"

G_BEGIN_DECLS

/** pt_tints_snapshot: @tints: (nullable): see pt_canvas_set_tints() */
void
pt_tints_snapshot (GHashTable *tints, GtkSnapshot *snapshot, PtScene *scene, const PtView *view);

G_END_DECLS
