/* pt-source-pane.h: the executable process as text, read only, with the selected element's lines
 * marked
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/** PtSourcePane: Signal `picked (const char *id)`: the user clicked into the lines of this element.
 */
#define PT_TYPE_SOURCE_PANE (pt_source_pane_get_type ())
G_DECLARE_FINAL_TYPE (PtSourcePane, pt_source_pane, PT, SOURCE_PANE, GtkWidget)

/** pt_source_pane_set_compilation: @compilation: (nullable): whose emitted text is shown */
void pt_source_pane_set_compilation (PtSourcePane *self, PtCompilation *compilation);
/** pt_source_pane_mark: marks the lines of the element @id (nullable) and scrolls there */
void pt_source_pane_mark (PtSourcePane *self, const char *id);

G_END_DECLS
