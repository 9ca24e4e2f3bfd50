/* pt-replace.h: turning an element into another type
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_replace_element: puts an element of @type, with the same id and all that it may have as well, in
 *  place of @element in the model; event definitions only if @keep_definitions. Returns: (transfer none) */
xmlNode *pt_replace_element (PtDraft *draft, const PtElement *element, PtBpmnType type,
                             gboolean keep_definitions);
