/* pt-finding-heading.h: what stands above the findings of one severity, as an item of a list model
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>

G_BEGIN_DECLS

#define PT_TYPE_FINDING_HEADING (pt_finding_heading_get_type ())
G_DECLARE_FINAL_TYPE (PtFindingHeading, pt_finding_heading, PT, FINDING_HEADING, GObject)

/** pt_finding_heading_new: @count: how many stand below, in words
 *  @folded: whether they are hidden */
PtFindingHeading *pt_finding_heading_new (PtSeverity severity, const char *count, gboolean folded);
/** pt_finding_heading_equal: Returns: whether they look the same */
gboolean pt_finding_heading_equal (const PtFindingHeading *a, const PtFindingHeading *b);
PtSeverity pt_finding_heading_get_severity (PtFindingHeading *self);
/** pt_finding_heading_get_title: Returns: (transfer none): translated: "Blocks executing" */
const char *pt_finding_heading_get_title (PtFindingHeading *self);
const char *pt_finding_heading_get_count (PtFindingHeading *self);
gboolean pt_finding_heading_get_folded (PtFindingHeading *self);

G_END_DECLS
