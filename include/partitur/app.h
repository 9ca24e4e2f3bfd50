/* app.h: the designer's window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pt_app_run: Opens the window on the files named in @argv, or on the welcome page, and runs until the
 *  last window closes. Returns: the exit status */
int pt_app_run (int argc, char *argv[]);

G_END_DECLS
