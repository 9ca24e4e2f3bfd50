/* pt-token.h: a token that goes along a path, and the way it came
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "tools/pt-view.h"

#include <partitur/tools.h>

G_BEGIN_DECLS

typedef struct _PtToken PtToken;

/** pt_token_new: @ids: where it was, one after the other; it lies at the last one
 *  @start: when it sets out from the one before, in monotonic time; 0: it is there already */
PtToken *pt_token_new (const char *const *ids, gint64 start);
void pt_token_free (PtToken *self);
/** pt_token_is_moving: Returns: whether it is still on its way */
gboolean pt_token_is_moving (const PtToken *self);
void pt_token_snapshot (const PtToken *self,
                        GtkSnapshot *snapshot,
                        PtEditor *editor,
                        const PtView *view,
                        const PtInk *ink);

G_END_DECLS
