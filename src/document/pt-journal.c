/* pt-journal.c: the history of a document: transactions, undo, redo and the saved mark
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-document-private.h"
#include "pt-history-private.h"

/* What undo takes back at once. */
typedef struct
{
  guint64 serial; /* no other step ever has it */
  char *name;
  GArray *edits; /* of PtEdit */
} PtStep;

#define NEVER_SAVED G_MAXUINT /* the saved state was cut off: no way leads back to it */

struct _PtJournal
{
  GPtrArray *steps; /* of PtStep */
  guint done;       /* how many of them are in the tree; the rest can be redone */
  guint saved;      /* how many were when it was saved */
  guint64 serial;
  gboolean emitting;

  guint64 n_made; /* steps so far */
  PtStep *open;   /* (nullable): the outermost transaction */
  GArray *marks;  /* of guint: how many edits there were at each nested begin */
};

static void
step_free (PtStep *step)
{
  g_free (step->name);
  g_array_unref (step->edits);
  g_free (step);
}

static PtStep *
step_new (const char *name)
{
  PtStep *step = g_new0 (PtStep, 1);

  step->name = g_strdup (name);
  step->edits = g_array_new (FALSE, FALSE, sizeof (PtEdit));
  g_array_set_clear_func (step->edits, (GDestroyNotify)pt_edit_clear);
  return step;
}

PtJournal *
pt_journal_new (void)
{
  PtJournal *self = g_new0 (PtJournal, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)step_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
pt_journal_free (PtJournal *self)
{
  g_clear_pointer (&self->open, step_free);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->marks);
  g_free (self);
}

gboolean
pt_journal_is_open (PtJournal *self)
{
  return self->open != NULL;
}

/* --- telling --- */

static void
describe (GArray *changes, const PtEdit *edit, gboolean forward)
{
  PtChange change = pt_edit_describe (edit, forward);

  if (!edit->silent)
    g_array_append_val (changes, change);
}

static void
tell (PtDocument *document, GArray *changes, gboolean was_modified)
{
  PtJournal *self = document->journal;

  self->serial++;
  self->emitting = TRUE;
  pt_document_emit (document, changes, was_modified);
  self->emitting = FALSE;
}

/* --- transactions --- */

void
pt_document_begin (PtDocument *self, const char *name)
{
  PtJournal *journal = self->journal;

  g_return_if_fail (!journal->emitting);

  if (journal->open == NULL)
    journal->open = step_new (name);
  g_array_append_val (journal->marks, journal->open->edits->len);
}

void
pt_journal_make (PtDocument *document, PtEdit edit)
{
  GArray *edits = document->journal->open->edits;

  if (document->history)
    pt_history_note (document->history, &edit);
  pt_edit_apply (document, &edit, TRUE);
  g_array_append_val (edits, edit);
}

static void
cut_redo (PtJournal *self)
{
  if (self->saved > self->done)
    self->saved = NEVER_SAVED;
  g_ptr_array_set_size (self->steps, self->done);
}

static void
finish_step (PtDocument *document, PtStep *step)
{
  PtJournal *self = document->journal;
  gboolean was_modified = pt_document_get_modified (document);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PtChange));

  for (guint i = 0; i < step->edits->len; i++)
    describe (changes, &g_array_index (step->edits, PtEdit, i), TRUE);
  cut_redo (self);
  step->serial = ++self->n_made;
  g_ptr_array_add (self->steps, step);
  self->done++;
  if (document->history)
    pt_history_commit (document->history, step->name);
  tell (document, changes, was_modified);
}

static PtStep *
close_transaction (PtDocument *document)
{
  g_array_set_size (document->journal->marks, 0);
  pt_ids_release_reserved (document->ids);
  return g_steal_pointer (&document->journal->open);
}

void
pt_journal_commit_step (PtDocument *document)
{
  finish_step (document, close_transaction (document));
}

static void
commit_outermost (PtDocument *document)
{
  PtStep *step = close_transaction (document);

  if (step->edits->len > 0)
    finish_step (document, step);
  else
    step_free (step);
}

void
pt_document_commit (PtDocument *self)
{
  GArray *marks = self->journal->marks;

  g_return_if_fail (marks->len > 0);

  g_array_set_size (marks, marks->len - 1);
  if (marks->len == 0)
    commit_outermost (self);
}

void
pt_document_cancel (PtDocument *self)
{
  PtJournal *journal = self->journal;
  guint mark;

  g_return_if_fail (journal->marks->len > 0);

  mark = g_array_index (journal->marks, guint, journal->marks->len - 1);
  for (guint i = journal->open->edits->len; i > mark; i--)
    pt_edit_apply (self, &g_array_index (journal->open->edits, PtEdit, i - 1), FALSE);
  g_array_set_size (journal->open->edits, mark);
  if (self->history)
    pt_history_forget (self->history, mark);
  pt_document_commit (self);
}

/* --- undo and redo --- */

static void
replay (PtDocument *document, const PtStep *step, gboolean forward, GArray *changes)
{
  guint n = step->edits->len;

  for (guint i = 0; i < n; i++)
    {
      PtEdit *edit = &g_array_index (step->edits, PtEdit, forward ? i : n - 1 - i);

      pt_edit_apply (document, edit, forward);
      describe (changes, edit, forward);
    }
}

static void
move (PtDocument *document, gboolean forward)
{
  PtJournal *self = document->journal;
  gboolean was_modified = pt_document_get_modified (document);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PtChange));

  g_return_if_fail (self->open == NULL && !self->emitting);

  replay (document, g_ptr_array_index (self->steps, self->done - !forward), forward, changes);
  self->done += forward ? 1 : -1;
  if (document->history)
    pt_history_move (document->history, forward);
  tell (document, changes, was_modified);
}

void
pt_document_undo (PtDocument *self)
{
  if (pt_document_can_undo (self))
    move (self, FALSE);
}

void
pt_document_redo (PtDocument *self)
{
  if (pt_document_can_redo (self))
    move (self, TRUE);
}

gboolean
pt_document_can_undo (PtDocument *self)
{
  return self->journal->done > 0;
}

gboolean
pt_document_can_redo (PtDocument *self)
{
  return self->journal->done < self->journal->steps->len;
}

static const char *
step_name (PtJournal *self, guint index)
{
  return ((PtStep *)g_ptr_array_index (self->steps, index))->name;
}

const char *
pt_document_get_undo_name (PtDocument *self)
{
  return pt_document_can_undo (self) ? step_name (self->journal, self->journal->done - 1) : NULL;
}

const char *
pt_document_get_redo_name (PtDocument *self)
{
  return pt_document_can_redo (self) ? step_name (self->journal, self->journal->done) : NULL;
}

gboolean
pt_document_get_modified (PtDocument *self)
{
  return self->journal->done != self->journal->saved;
}

guint64
pt_document_get_serial (PtDocument *self)
{
  return self->journal->serial;
}

/* --- the saved mark --- */

guint
pt_journal_count (PtJournal *self)
{
  return self->steps->len;
}

static guint64
serial_at (PtJournal *self, guint position)
{
  return position ? ((PtStep *)g_ptr_array_index (self->steps, position - 1))->serial : 0;
}

PtJournalPoint
pt_journal_here (PtJournal *self)
{
  return (PtJournalPoint){ .position = self->done, .step = serial_at (self, self->done) };
}

void
pt_journal_set_saved (PtDocument *document, PtJournalPoint point)
{
  PtJournal *self = document->journal;
  gboolean is_there
      = point.position <= self->steps->len && serial_at (self, point.position) == point.step;

  pt_journal_set_saved_position (document, is_there ? (gint64)point.position : -1);
}

void
pt_journal_set_saved_position (PtDocument *document, gint64 position)
{
  gboolean was_modified = pt_document_get_modified (document);

  document->journal->saved = position >= 0 ? (guint)position : NEVER_SAVED;
  if (was_modified != pt_document_get_modified (document))
    g_object_notify (G_OBJECT (document), "modified");
}

void
pt_journal_go_to (PtDocument *document, guint position)
{
  while (document->journal->done > position)
    pt_document_undo (document);
  while (document->journal->done < MIN (position, document->journal->steps->len))
    pt_document_redo (document);
}

void
pt_document_mark_saved (PtDocument *self)
{
  pt_journal_set_saved (self, pt_journal_here (self->journal));
}
