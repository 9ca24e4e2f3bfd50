/* pt-finding-list.h: the findings of a compilation in groups by severity, as far as they are looked
 * for
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compiler.h>

G_BEGIN_DECLS

/**
 * PtFindingList: A list model of #PtFindingHeading, each followed by the #PtFinding of its severity
 * in the order of the drawing: what stands in the way first, what is let pass last and folded at
 * first. A group that nothing is in has no heading.
 */
#define PT_TYPE_FINDING_LIST (pt_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (PtFindingList, pt_finding_list, PT, FINDING_LIST, GObject)

PtFindingList *pt_finding_list_new (void);
void pt_finding_list_set_compilation (PtFindingList *self, PtCompilation *compilation);
/** pt_finding_list_set_search: only findings with all words of @text stay: in their wording or code
 */
void pt_finding_list_set_search (PtFindingList *self, const char *text);
/** pt_finding_list_toggle: hides or shows the findings of a severity; the heading stays */
void pt_finding_list_toggle (PtFindingList *self, PtSeverity severity);
/** pt_finding_list_find: Returns: whether @diagnostic stands in the list: at @position (out) */
gboolean
pt_finding_list_find (PtFindingList *self, const PtDiagnostic *diagnostic, guint *position);

G_END_DECLS
