/* pt-badges.h: round badges on the figures that warnings and errors name
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include <partitur/diagnostics.h>
#include <partitur/tools.h>

#include "tools/pt-view.h"

G_BEGIN_DECLS

typedef struct _PtBadges PtBadges;

PtBadges *pt_badges_new (void);
void pt_badges_free (PtBadges *self);
/** pt_badges_set: @diagnostics: (nullable): warnings and errors have a badge; what is but said about
 *  an element is kept for pt_badges_text_of() */
void pt_badges_set (PtBadges *self, PtDiagnostics *diagnostics);
void
pt_badges_snapshot (PtBadges *self, GtkSnapshot *snapshot, PtEditor *editor, const PtView *view);
/** pt_badges_text_at: Returns: (nullable): the messages of the badge at @at, in widget pixels */
const char *pt_badges_text_at (PtBadges *self, PtEditor *editor, const PtView *view, PtPoint at);
/** pt_badges_text_of: Returns: (nullable): the messages about element @id */
const char *pt_badges_text_of (PtBadges *self, const char *id);

G_END_DECLS
