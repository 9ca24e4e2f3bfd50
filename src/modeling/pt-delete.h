/* pt-delete.h: removing elements with all that hangs on them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_delete_all: takes @elements (element-type PtElement), whole processes too, out of model and
 *  diagrams, with all within and their own diagrams */
void pt_delete_all (PtDraft *draft, GPtrArray *elements);
