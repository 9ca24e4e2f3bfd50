/* pt-unwrap.h: the last pool goes, its process stays
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_unwrap_candidate: Returns: (nullable): the pool among @tops (element-type PtElement) whose
 * content stays as a plain process when all of @tops go: NULL while other pools remain */
PtElement *pt_unwrap_candidate (PtProcessGraph *graph, GPtrArray *tops);
/** pt_unwrap: takes the frame and the lanes of @pool away, and the collaboration around it; its
 *  drawing is that of its process again */
void pt_unwrap (PtDraft *draft, PtElement *pool);
