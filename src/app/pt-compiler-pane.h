/* pt-compiler-pane.h: what the compiler finds while one draws, and the executable process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-page.h"

G_BEGIN_DECLS

#define PT_TYPE_COMPILER_PANE (pt_compiler_pane_get_type ())
G_DECLARE_FINAL_TYPE (PtCompilerPane, pt_compiler_pane, PT, COMPILER_PANE, GtkWidget)

/** pt_compiler_pane_set_page: @page: (nullable): whose compiler it shows; not kept alive */
void pt_compiler_pane_set_page (PtCompilerPane *self, PtPage *page);
/** pt_compiler_pane_outdate: what is shown tells of an older drawing: no fix of it can be chosen */
void pt_compiler_pane_outdate (PtCompilerPane *self);
/** pt_compiler_pane_show_checking: says that a new result takes a moment */
void pt_compiler_pane_show_checking (PtCompilerPane *self);
/** pt_compiler_pane_show_finding: brings @diagnostic, one of the result that is shown, into view */
void pt_compiler_pane_show_finding (PtCompilerPane *self, const PtDiagnostic *diagnostic);
/** pt_compiler_pane_show_part: @part: the name of a page of it, which gets the focus */
void pt_compiler_pane_show_part (PtCompilerPane *self, const char *part);
/** pt_compiler_pane_update: shows a new result */
void pt_compiler_pane_update (PtCompilerPane *self, PtCompilation *compilation);
/** pt_compiler_pane_roles_changed, _selection_changed: the page has another roles file, another
 * selection */
void pt_compiler_pane_roles_changed (PtCompilerPane *self);
void pt_compiler_pane_selection_changed (PtCompilerPane *self);

G_END_DECLS
