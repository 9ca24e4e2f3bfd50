/* pt-what-if.h: what would become of the activities if somebody were away, shown on the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/candidates.h>

#include "pt-page.h"

G_BEGIN_DECLS

/**
 * PtWhatIf: Persons who are taken to be away. As long as there are any, activities that nobody may
 * do any more are red, those with deputies or a single person left amber, a notice over the drawing
 * says so, and Escape or its button ends it. Worked out in a thread, anew after every change;
 * written nowhere.
 *
 * Signal: `changed (PtWhatIf *self)`: who is away, or what comes of it.
 */
#define PT_TYPE_WHAT_IF (pt_what_if_get_type ())
G_DECLARE_FINAL_TYPE (PtWhatIf, pt_what_if, PT, WHAT_IF, GObject)

/** pt_what_if_new: @page: not kept alive; pt_what_if_close() comes before it goes */
PtWhatIf *pt_what_if_new (PtPage *page);
void pt_what_if_close (PtWhatIf *self);
/** pt_what_if_set_away: @person: id in the roles file */
void pt_what_if_set_away (PtWhatIf *self, const char *person, gboolean away);
gboolean pt_what_if_is_away (PtWhatIf *self, const char *person);
/** pt_what_if_is_on: Returns: whether anybody is taken to be away */
gboolean pt_what_if_is_on (PtWhatIf *self);
/** pt_what_if_end: everybody is back */
void pt_what_if_end (PtWhatIf *self);

G_END_DECLS
