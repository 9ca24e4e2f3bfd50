/* pt-finding-row.h: a finding in the list: its wording, what it means, and the ways out
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "pt-finding.h"

G_BEGIN_DECLS

/** PtFindingRow: Signals, when the user wants it: `fix (PtFix *fix)`; `fix-all (guint code, guint
 * kind)`: such a fix for all findings of a code; `play (PtDiagnostic *diagnostic)`: its trace. */
#define PT_TYPE_FINDING_ROW (pt_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (PtFindingRow, pt_finding_row, PT, FINDING_ROW, GtkWidget)

GtkWidget *pt_finding_row_new (void);
/** pt_finding_row_set_finding: @finding: (nullable) */
void pt_finding_row_set_finding (PtFindingRow *self, PtFinding *finding);

G_END_DECLS
