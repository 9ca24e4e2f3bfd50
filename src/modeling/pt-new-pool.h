/* pt-new-pool.h: the first pool, and further ones
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_new_pool_make: Returns: (transfer none): a new participant, drawn around @center; on the
 * drawing of a process the first one takes the process in */
xmlNode *
pt_new_pool_make (PtDraft *draft, PtDiagram *diagram, const PtNodeSpec *spec, PtPoint center);
/** pt_new_pool_wrap: turns the drawing of a process into a collaboration with one pool around it.
 *  Returns: (transfer none): the participant */
xmlNode *pt_new_pool_wrap (PtDraft *draft, PtDiagram *diagram, const char *name, PtPoint center);
/** pt_new_pool_process: Returns: (transfer none): a new process without content */
xmlNode *pt_new_pool_process (PtDraft *draft);
