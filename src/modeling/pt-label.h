/* pt-label.h: where the text of a label is kept
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_label_write: makes @text (nullable) the label of @node, an element of @type */
void pt_label_write (PtDraft *draft, xmlNode *node, PtBpmnType type, const char *text);
