/* pt-palette.h: the tools and elements beside the canvas, to click or to drag
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/tools.h>

G_BEGIN_DECLS

#define PT_TYPE_PALETTE (pt_palette_get_type ())
G_DECLARE_FINAL_TYPE (PtPalette, pt_palette, PT, PALETTE, GtkWidget)

/** pt_palette_set_editor: the editor whose tool the palette shows and sets */
void pt_palette_set_editor (PtPalette *self, PtEditor *editor);

G_END_DECLS
