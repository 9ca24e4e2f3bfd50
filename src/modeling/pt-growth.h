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
