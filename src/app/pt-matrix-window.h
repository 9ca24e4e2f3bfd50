/* pt-matrix-window.h: tables of the roles of a process: who answers for what, who hands on to whom
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

/** PtMatrixWindow: Follows the page as it is edited. A cell leads to its activities in the drawing.
 */
#define PT_TYPE_MATRIX_WINDOW (pt_matrix_window_get_type ())
G_DECLARE_FINAL_TYPE (PtMatrixWindow, pt_matrix_window, PT, MATRIX_WINDOW, AdwWindow)

/** pt_matrix_window_open: @parent: what it stands over. Closes with @page. */
void pt_matrix_window_open (PtWindow *parent, PtPage *page);

G_END_DECLS
