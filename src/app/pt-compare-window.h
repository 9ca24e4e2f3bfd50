/* pt-compare-window.h: two versions of a process, and what changed, to look at
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <partitur/canvas.h>

#include "pt-versions-pair.h"

G_BEGIN_DECLS

/**
 * PtCompareWindow: Both versions side by side, which scroll and zoom as one, or the new one with
 * what is gone painted faintly; at the side the differences in words, all or those of one aspect.
 * Choosing one shows it in both. F8 and Shift+F8 go from one to the next.
 */
#define PT_TYPE_COMPARE_WINDOW (pt_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (PtCompareWindow, pt_compare_window, PT, COMPARE_WINDOW, AdwWindow)

/** pt_compare_window_new: @pair: (transfer full) */
GtkWidget *pt_compare_window_new (GtkWindow *parent, PtVersionsPair *pair);

G_END_DECLS
