/* pt-place-row.h: a row of a list that says something about an element of the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <partitur/diagnostics.h>

G_BEGIN_DECLS

/** pt_place_row_new: @id: (nullable): of the element. With one, the row can be activated. */
GtkWidget *pt_place_row_new (const char *text, const char *id);
/** pt_place_row_set_up: makes such a row of @row */
void pt_place_row_set_up (AdwActionRow *row, const char *text, const char *id);
/** pt_place_row_new_for: the same of what @diagnostic says, and first of all is about */
GtkWidget *pt_place_row_new_for (const PtDiagnostic *diagnostic);
/** pt_place_row_get_id: Returns: (transfer none) (nullable) */
const char *pt_place_row_get_id (GtkWidget *row);

G_END_DECLS
