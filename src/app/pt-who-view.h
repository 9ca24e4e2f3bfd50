/* pt-who-view.h: who may do the selected activity, and why not the others
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-page.h"

G_BEGIN_DECLS

/** PtWhoView: Each person has a toggle that takes them to be away (#PtWhatIf). Worked out in a
 * thread. */
#define PT_TYPE_WHO_VIEW (pt_who_view_get_type ())
G_DECLARE_FINAL_TYPE (PtWhoView, pt_who_view, PT, WHO_VIEW, GtkWidget)

/** pt_who_view_set_page: @page: (nullable): whose selection it follows; not kept alive */
void pt_who_view_set_page (PtWhoView *self, PtPage *page);

G_END_DECLS
