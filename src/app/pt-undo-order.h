/* pt-undo-order.h: undo over several documents: what was done last is taken back first
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

/**
 * PtUndoOrder: Follows documents and remembers in which order they were changed. Steps from before
 * a document was added are older than all others.
 */
#define PT_TYPE_UNDO_ORDER (pt_undo_order_get_type ())
G_DECLARE_FINAL_TYPE (PtUndoOrder, pt_undo_order, PT, UNDO_ORDER, GObject)

PtUndoOrder *pt_undo_order_new (void);
/** pt_undo_order_add: of steps that are equally old, those of the document added first are newer */
void pt_undo_order_add (PtUndoOrder *self, PtDocument *document);
/** pt_undo_order_remove: its steps are no longer offered */
void pt_undo_order_remove (PtUndoOrder *self, PtDocument *document);
/** pt_undo_order_get_undo, _get_redo: Returns: (nullable) (transfer none): the document whose step
 * is the next to be undone or done again */
PtDocument *pt_undo_order_get_undo (PtUndoOrder *self);
PtDocument *pt_undo_order_get_redo (PtUndoOrder *self);

/** pt_undo_order_begin, _end: What is done in between, in whatever documents, is undone and done
 * again together. Nests. */
void pt_undo_order_begin (PtUndoOrder *self);
void pt_undo_order_end (PtUndoOrder *self);

/** PtStepFunc: calls pt_document_undo() or pt_document_redo() on @document, or has it called */
typedef void (*PtStepFunc) (PtDocument *document, gpointer user_data);
/** pt_undo_order_undo, _redo: one step by @step, or all of a group, if there is one */
void pt_undo_order_undo (PtUndoOrder *self, PtStepFunc step, gpointer user_data);
void pt_undo_order_redo (PtUndoOrder *self, PtStepFunc step, gpointer user_data);

G_END_DECLS
