/* pt-journal.h: the history of a document: transactions, undo, redo and the saved mark
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-edit.h"

G_BEGIN_DECLS

typedef struct _PtJournal PtJournal;

PtJournal *pt_journal_new (void);
void pt_journal_free (PtJournal *self);

/* Applies @edit and takes it into the open transaction. */
void pt_journal_make (PtDocument *document, PtEdit edit);

gboolean pt_journal_is_open (PtJournal *self);

G_END_DECLS
