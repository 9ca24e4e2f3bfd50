/* pt-open-outside.h: a file shown by another program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pt_open_outside: Opens @file with the program the desktop has for it. Where there is none, says so over
 * @parent, where the file lies, and offers to show its folder. */
void pt_open_outside (GtkWindow *parent, GFile *file);

G_END_DECLS
