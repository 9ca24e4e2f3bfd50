/* pt-history-keep.c: a history begun, or continued
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-history-private.h"

#define MAX_RECORDS (32 * 1024 * 1024) /* bytes behind the base: longer ones are not continued */
#define PATIENCE 5                     /* looks at a history that somebody is just reading */
#define PAUSE (20 * G_TIME_SPAN_MILLISECOND)

/* --- continued --- */

/* Whether the document from the history is what the file holds, byte for byte. */
static gboolean
leads_to (PtDocument *document, GBytes *bytes)
{
  g_autoptr (GBytes) written = pt_document_to_bytes (document, NULL);

  return written && g_bytes_equal (written, bytes);
}

/* Work that was neither saved nor given up is not for this document to continue. */
static gint64
find_position (PtRecordFile *file, const char *hash)
{
  g_autoptr (PtHistoryState) state = pt_history_state_read (file, NULL, NULL);
  gint64 position = state ? pt_history_state_find (state, hash) : -1;

  if (position < 0 || state->size > MAX_RECORDS)
    return -1;
  return state->closed || position == (gint64)state->done ? position : -1;
}

static void
take_over (PtDocument *to, const PtDocument *from)
{
  g_free (to->name);
  to->name = g_strdup (from->name);
  g_set_object (&to->file, from->file);
  to->file_hash = g_strdup (from->file_hash);
}

/* Takes @file. Returns: (transfer full) (nullable) */
static PtDocument *
continue_history (PtRecordFile *file, PtDocument *loaded)
{
  gint64 position = find_position (file, loaded->file_hash);
  g_autoptr (PtHistoryState) state = NULL;
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (PtNumbers) numbers = NULL;

  if (position >= 0)
    state = pt_history_state_read (file, &document, &numbers);
  if (state == NULL)
    {
      pt_record_file_close (file);
      return NULL;
    }
  pt_record_file_cut (file);
  take_over (document, loaded);
  pt_history_attach (document, file, g_steal_pointer (&numbers), state->n_points);
  pt_history_set_owner (document, state->owner);
  pt_journal_go_to (document, (guint)position);
  pt_journal_set_saved_position (document, position);
  return leads_to (document, loaded->source->original) ? g_steal_pointer (&document) : NULL;
}

/* --- which one --- */

/* @busy: (out): whether somebody else has it */
static PtRecordFile *
open_patiently (const char *path, gboolean *busy)
{
  for (int i = 0; i < PATIENCE; i++)
    {
      g_autoptr (GError) error = NULL;
      PtRecordFile *file = pt_record_file_open (path, &error);

      if (file || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY)
          || pt_record_file_is_mine (path))
        return file;
      g_usleep (PAUSE);
    }
  *busy = TRUE;
  return NULL;
}

/* Returns: (transfer full) (nullable): the document from one of the histories of @loaded's file */
static PtDocument *
find_history (PtDocument *loaded, const char *uri, gboolean *shared)
{
  g_autoptr (GPtrArray) paths = pt_history_folder_list ();

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      gboolean is_of = pt_history_folder_is_of (path, uri);
      PtRecordFile *file = is_of ? open_patiently (path, shared) : NULL;
      PtDocument *document = file ? continue_history (file, loaded) : NULL;

      if (document)
        return document;
    }
  return NULL;
}

/* --- begun --- */

static void
begin_history (PtDocument *document, PtRecordFile *file, const char *owner)
{
  gsize size;
  const void *data = g_bytes_get_data (document->source->original, &size);
  guint32 point;

  pt_record_file_append (file, PT_RECORD_BASE, data, size);
  pt_history_attach (document, file, pt_numbers_new (document), 0);
  point = pt_history_point (document->history);
  pt_history_written (document->history, point, document->file_hash);
  if (owner)
    pt_history_set_owner (document, owner);
  else
    pt_history_place (document->history);
}

/* Somebody else may take the name that was free a moment ago. Returns: (nullable) */
static PtRecordFile *
create_file (const char *uri, GError **error)
{
  for (int i = 0; i < PATIENCE; i++)
    {
      g_autofree char *path = pt_history_folder_choose (uri);
      PtRecordFile *file = NULL;

      g_clear_error (error);
      file = pt_record_file_create (path, error);
      if (file || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        return file;
    }
  return NULL;
}

PtDocument *
pt_history_keep (PtDocument *loaded, const char *owner)
{
  g_autoptr (PtDocument) document = loaded;
  g_autofree char *uri = loaded->file ? g_file_get_uri (loaded->file) : NULL;
  PtDocument *continued;
  gboolean shared = FALSE;
  PtRecordFile *file;

  g_return_val_if_fail (pt_journal_count (loaded->journal) == 0, g_steal_pointer (&document));

  pt_document_get_file_hash (loaded);
  continued = uri ? find_history (loaded, uri, &shared) : NULL;
  if (continued)
    return continued;
  file = create_file (uri, &document->unkept);
  if (file)
    begin_history (document, file, owner);
  document->is_shared = shared;
  return g_steal_pointer (&document);
}

gboolean
pt_history_is_shared (PtDocument *document)
{
  return document->is_shared;
}
