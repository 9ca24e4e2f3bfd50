/* pt-edit-code.h: edits as data, and back
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-edit.h"
#include "pt-numbers.h"

G_BEGIN_DECLS

/* An edit that is about to be applied, as a variant `(yv)`; nodes that appear in it for the first
 * time are written down as they are now and get their numbers. Returns: (transfer floating)
 * (nullable): NULL when @edit is about loose nodes only that were never in the tree: they are
 * written down when they get there, as they are by then */
GVariant *pt_edit_encode (PtNumbers *numbers, const PtEdit *edit);

/* The same edit for a document in the same state.
 * Returns: FALSE when the document is not in the state that @data is about */
gboolean pt_edit_decode (PtDocument *document, PtNumbers *numbers, GVariant *data, PtEdit *edit);

G_END_DECLS
