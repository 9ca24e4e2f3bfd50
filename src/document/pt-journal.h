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

/* Commits the outermost transaction as a step even when it holds no edits. */
void pt_journal_commit_step (PtDocument *document);

/* How many steps there are, with those that can be redone. */
guint pt_journal_count (PtJournal *self);

/* A state of the tree that somebody wants to speak of later. */
typedef struct
{
  guint position; /* how many steps were done */
  guint64 step;   /* the last of them; 0: none */
} PtJournalPoint;

PtJournalPoint pt_journal_here (PtJournal *self);

/* Says that @point is what stands in the document's file, if a way still leads there. */
void pt_journal_set_saved (PtDocument *document, PtJournalPoint point);

/* The same for the state after @position steps; with -1 for none that undo or redo leads to. */
void pt_journal_set_saved_position (PtDocument *document, gint64 position);

/* Undoes and redoes until @position steps are done. */
void pt_journal_go_to (PtDocument *document, guint position);

G_END_DECLS
