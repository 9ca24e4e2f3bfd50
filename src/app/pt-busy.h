/* pt-busy.h: a word about work in a thread that takes long, with a way to give it up
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

typedef struct _PtBusy PtBusy;

/** pt_busy_begin: When pt_busy_end() has not come after a moment, @window says @text.
 *  @cancellable: (nullable): what its button cancels; without one there is no button.
 *  Returns: (transfer full): for pt_busy_end() */
PtBusy *pt_busy_begin (PtWindow *window, const char *text, GCancellable *cancellable);
/** pt_busy_end: The work is done or given up; frees @self. */
void pt_busy_end (PtBusy *self);

G_END_DECLS
