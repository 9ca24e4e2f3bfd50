/* pt-find-bar.h: finding elements of a process by their name
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "pt-page.h"

G_BEGIN_DECLS

#define PT_TYPE_FIND_BAR (pt_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PtFindBar, pt_find_bar, PT, FIND_BAR, GtkWidget)

/** pt_find_bar_set_page: @page: (nullable): whose elements are searched; not kept alive */
void pt_find_bar_set_page (PtFindBar *self, PtPage *page);
void pt_find_bar_open (PtFindBar *self);

G_END_DECLS
