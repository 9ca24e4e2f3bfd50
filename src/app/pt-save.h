/* pt-save.h: saving a page: where it belongs, or where the user says
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

typedef void (*PtSaved) (gboolean saved, gpointer user_data);

/** pt_save: Saves @page to its file, or, with @as or without a file, to one the user chooses. Says
 * what went wrong in the window. @saved: (nullable): called once at the end */
void pt_save (PtWindow *window, PtPage *page, gboolean as, PtSaved saved, gpointer user_data);

/** pt_save_roles_as: Asks for a place and writes the roles file of @page there; from then on it is
 * that file. */
void pt_save_roles_as (PtWindow *window, PtPage *page);

/** pt_save_picture: Asks for a place and writes the diagram as PDF, SVG or PNG. */
void pt_save_picture (PtWindow *window, PtPage *page);

G_END_DECLS
