/* pt-preview.h: how moved shapes and their flows would look
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-tool.h"

G_BEGIN_DECLS

/** PtPreview: plain geometry, taken when a drag begins. */
typedef struct _PtPreview PtPreview;

/** pt_preview_new: @ids: set of ids that move, with all they carry. Returns: (transfer full) */
PtPreview *pt_preview_new (PtEditor *editor, GHashTable *ids);
void pt_preview_free (PtPreview *self);
/** pt_preview_overlay: adds ghosts and routes as they would be after a move by (@dx, @dy) */
void pt_preview_overlay (PtPreview *self, double dx, double dy, GArray *overlay);

G_END_DECLS
