/* pt-rehome.h: elements that come to stand in another container
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/**
 * pt_rehome:
 * @elements: (element-type PtElement): what goes into @container, all of one level
 *
 * Moves them in the model, with what hangs on them: data objects, boundary events, flows among
 * them. A flow to something that stays becomes the connection the rules allow now, or goes.
 */
void pt_rehome (PtDraft *draft, GPtrArray *elements, PtElement *container);
