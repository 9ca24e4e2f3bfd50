/* pt-trail-bar.h: the way to the diagram in view, and the way to all others
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <partitur/canvas.h>

G_BEGIN_DECLS

/**
 * PtTrailBar: one button a diagram of the path, the outermost first, and a list of all diagrams of
 * the file. To be seen as soon as there is more than one.
 */
#define PT_TYPE_TRAIL_BAR (pt_trail_bar_get_type ())
G_DECLARE_FINAL_TYPE (PtTrailBar, pt_trail_bar, PT, TRAIL_BAR, GtkWidget)

/** pt_trail_bar_set_canvas: @canvas: (nullable) (transfer none): what it leads; NULL before it goes
 */
void pt_trail_bar_set_canvas (PtTrailBar *self, PtCanvas *canvas);

G_END_DECLS
