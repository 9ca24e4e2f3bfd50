/* pt-match.h: which element of one version is which of the other
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-versions.h"

G_BEGIN_DECLS

/** pt_match: matches the entries of both versions, as compare.h says */
void pt_match (PtVersions *versions);

/** pt_match_fits: Returns: whether one can have become the other and kept its id */
gboolean pt_match_fits (const PtEntry *before, const PtEntry *after);
/** pt_match_next: matches @before with element @next of the new version, when that has the same id
 * and fits. Returns: whether it does */
gboolean pt_match_next (PtVersions *versions, PtEntry *before, guint next);
/** pt_match_neighbours: matches elements that have no partner by name, type and neighbours
 * @by_place: ids were made anew: neighbours alone will do */
void pt_match_neighbours (PtVersions *versions, gboolean by_place);
/** pt_match_figures: matches diagrams and figures, once elements are matched */
void pt_match_figures (PtVersions *versions);

G_END_DECLS
