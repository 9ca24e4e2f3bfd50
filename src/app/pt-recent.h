/* pt-recent.h: the processes opened lately
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pt_recent_add: remembers @file for this program and the desktop */
void pt_recent_add (GFile *file);
/** pt_recent_menu: Returns: (transfer full): at most ten files, newest first, as `win.open-uri`
 * items */
GMenu *pt_recent_menu (void);

G_END_DECLS
