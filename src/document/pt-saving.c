/* pt-saving.c: one state of a document on its way into a file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-history-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PtSaving
{
  PtDocument *document;
  GFile *file;
  GBytes *bytes;
  PtJournalPoint point;
  guint32 number; /* of the point in the history */
  char *expected; /* (nullable): hash of what the file should hold now */
  char *hash;     /* (nullable): of `bytes`, once written or compared */
};

static gboolean
is_own_file (PtDocument *document, GFile *file)
{
  return document->file && g_file_equal (document->file, file);
}

static PtSaving *
saving_new (PtDocument *document, GFile *file, const char *expected, GError **error)
{
  GBytes *bytes = pt_document_to_bytes (document, error);
  PtSaving *self;

  if (bytes == NULL)
    return NULL;
  self = g_new0 (PtSaving, 1);
  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  self->bytes = bytes;
  self->point = pt_journal_here (document->journal);
  if (document->history)
    self->number = pt_history_point (document->history);
  self->expected = g_strdup (expected);
  return self;
}

PtSaving *
pt_saving_new (PtDocument *document, GFile *file, GError **error)
{
  const char *expected = is_own_file (document, file) ? pt_document_get_file_hash (document) : NULL;

  return saving_new (document, file, expected, error);
}

void
pt_saving_free (PtSaving *self)
{
  g_object_unref (self->document);
  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
  g_free (self->expected);
  g_free (self->hash);
  g_free (self);
}

GFile *
pt_saving_get_file (PtSaving *self)
{
  return self->file;
}

/* --- before --- */

static const char *
need_hash (PtSaving *self)
{
  if (self->hash == NULL)
    self->hash = pt_history_hash_bytes (self->bytes);
  return self->hash;
}

/* What is not there holds nothing of anybody's; what cannot be read may hold anything. */
static gboolean
check_conflict (PtSaving *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *now = self->expected ? pt_history_hash_file (self->file, &reason) : NULL;
  g_autofree char *name = pt_file_name (self->file);

  if (reason && !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_CONFLICT,
                 /* Translators: file name */
                 _ ("%s cannot be read now, so there is no telling whether another program has "
                    "changed it. Saving would put this version in its place."),
                 name);
  else if (now && strcmp (now, self->expected) != 0 && strcmp (now, need_hash (self)) != 0)
    g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_CONFLICT,
                 /* Translators: file name */
                 _ ("%s was changed by another program since it was opened here. Saving would put "
                    "this version in place of the other one."),
                 name);
  else
    return TRUE;
  return FALSE;
}

/* --- writing --- */

gboolean
pt_saving_write (PtSaving *self, gboolean overwrite, GError **error)
{
  PtHistory *history = self->document->history;
  const char *hash = need_hash (self); /* here, in the thread that has the time */

  if (!overwrite && !check_conflict (self, error))
    return FALSE;
  if (history)
    {
      pt_history_written (history, self->number, hash);
      pt_history_sync (history);
    }
  return pt_write_atomically (self->file, self->bytes, error);
}

void
pt_saving_finish (PtSaving *self)
{
  PtDocument *document = self->document;

  document->was_saved = TRUE;
  g_free (document->file_hash);
  document->file_hash = g_strdup (self->hash);
  pt_document_set_file (document, self->file);
  pt_journal_set_saved (document, self->point);
  if (document->history)
    pt_history_tell_kept (document->history);
}

/* --- what the file holds --- */

const char *
pt_document_get_file_hash (PtDocument *self)
{
  if (self->file_hash == NULL && !self->was_saved)
    self->file_hash = pt_history_hash_bytes (self->source->original);
  return self->file_hash;
}

void
pt_document_overrule (PtDocument *self, const char *hash)
{
  g_free (self->file_hash);
  self->file_hash = g_strdup (hash);
  self->was_saved = TRUE;
  pt_journal_set_saved_position (self, -1);
}

/* --- all at once --- */

gboolean
pt_document_save (PtDocument *self, GFile *file, GError **error)
{
  g_autoptr (PtSaving) saving = saving_new (self, file, NULL, error);

  if (saving == NULL || !pt_saving_write (saving, TRUE, error))
    return FALSE;
  pt_saving_finish (saving);
  return TRUE;
}
