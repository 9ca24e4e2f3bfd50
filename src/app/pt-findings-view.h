/* pt-findings-view.h: the findings in groups, with a search, and the ways out of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/**
 * PtFindingsView: Signals: `picked (PtDiagnostic *diagnostic)`: the user looks at it; `fix`,
 * `fix-all` and `play` as of #PtFindingRow.
 */
#define PT_TYPE_FINDINGS_VIEW (pt_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (PtFindingsView, pt_findings_view, PT, FINDINGS_VIEW, GtkWidget)

void pt_findings_view_set_compilation (PtFindingsView *self, PtCompilation *compilation);
/** pt_findings_view_outdate: until another compilation comes, nothing of this one can be chosen */
void pt_findings_view_outdate (PtFindingsView *self);
/** pt_findings_view_show: brings @diagnostic into view */
void pt_findings_view_show (PtFindingsView *self, const PtDiagnostic *diagnostic);

G_END_DECLS
