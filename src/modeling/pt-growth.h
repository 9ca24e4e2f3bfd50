/* pt-growth.h: containers grow to hold what is put into them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_growth_hold: makes the pool or sub-process drawn around what @container (nullable) holds, and
 * those around that, large enough for something at @bounds */
void pt_growth_hold (PtDraft *draft, PtDiagram *diagram, PtElement *container, PtBounds bounds);

/**
 * pt_growth_hold_in_lane:
 * Makes @lane, and the pool around it, large enough for something at @bounds; what lies below moves
 * down, in vertical pools what lies to the right of it moves on.
 *
 * Returns: @bounds, moved along where room was made above them
 */
PtBounds pt_growth_hold_in_lane (PtDraft *draft, PtDiagramElement *lane, PtBounds bounds);
/** pt_growth_pull_into: Returns: @bounds, moved across the flow of @lane so that as much as possible
 *  lies in it, the first line above all */
PtBounds pt_growth_pull_into (const PtDiagramElement *lane, PtBounds bounds);
