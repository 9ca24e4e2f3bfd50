/* pt-figure-details.h: what is different in how an element is drawn
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-parts.h"

G_BEGIN_DECLS

/** pt_figure_details: what changed from one figure to its match: place, size, route and label as
 * one detail each, whatever it takes to write them. Returns: (transfer full): of PtAlteration */
GPtrArray *pt_figure_details (PtVersions *versions, const PtEntry *before, const PtEntry *after);
/** pt_figure_details_kind: Returns: which kind of difference a detail of a figure is */
PtDifferenceKind pt_figure_details_kind (const PtAlteration *detail);

G_END_DECLS
