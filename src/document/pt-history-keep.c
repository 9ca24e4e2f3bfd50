/* pt-history-keep.c: a history begun, or continued
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-history-private.h"

#define MAX_RECORDS (32 * 1024 * 1024) /* bytes behind the base: longer ones are not continued */

/* --- continued --- */

/* Whether the document from the history is what the file holds, byte for byte. */
static gboolean
leads_to (PtDocument *document, GBytes *bytes)
{
  g_autoptr (GBytes) written = pt_document_to_bytes (document, NULL);

  return written && g_bytes_equal (written, bytes);
}

/* Work that was neither saved nor given up is not for this document to continue, and a damaged
 * history is left as it is. */
static gint64
find_position (const PtHistoryState *state, const char *hash)
{
  gint64 position = state ? pt_history_state_find (state, hash) : -1;

  if (position < 0 || state->n_lost > 0 || state->size > MAX_RECORDS)
    return -1;
  return state->closed || position == (gint64)state->done ? position : -1;
}

/* What was read without being recorded is said to the history now. */
static void
record_way (PtHistory *history, guint from, guint to)
{
  for (; from < to; from++)
    pt_history_move (history, TRUE);
  for (; from > to; from--)
    pt_history_move (history, FALSE);
}

static void
take_over (PtDocument *to, const PtDocument *from)
{
  g_free (to->name);
  to->name = g_strdup (from->name);
  g_set_object (&to->file, from->file);
  to->file_hash = g_strdup (from->file_hash);
}

/* Nothing is written before it is sure that the history leads to what the file holds. Returns:
 * (transfer full) (nullable) */
static PtDocument *
continue_history (PtRecordFile *opened, PtDocument *loaded)
{
  g_autoptr (PtRecordFile) file = opened;
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (PtNumbers) numbers = NULL;
  g_autoptr (PtHistoryState) state = pt_history_state_read (file, &document, &numbers);
  gint64 position = find_position (state, loaded->file_hash);

  if (position < 0)
    return NULL;
  pt_journal_go_to (document, (guint)position);
  if (!leads_to (document, loaded->source->original))
    return NULL;
  pt_record_file_cut (file);
  take_over (document, loaded);
  pt_history_attach (document, g_steal_pointer (&file), g_steal_pointer (&numbers),
                     state->n_points);
  pt_history_set_owner (document, state->owner);
  record_way (document->history, state->done, (guint)position);
  pt_journal_set_saved_position (document, position);
  return g_steal_pointer (&document);
}

/* --- which one --- */

typedef struct
{
  char *path;
  gint64 time; /* of its last record */
} PtCandidate;

static void
clear_candidate (gpointer candidate)
{
  g_free (((PtCandidate *)candidate)->path);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const PtCandidate *left = a, *right = b;

  return left->time < right->time ? 1 : left->time > right->time ? -1 : 0;
}

/* @shared: (out): whether somebody else keeps it */
static void
consider (GArray *all, const char *path, const char *hash, gboolean *shared)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtRecordFile) file = pt_record_file_look (path, &error);
  g_autoptr (PtHistoryState) state = file ? pt_history_state_read (file, NULL, NULL) : NULL;
  PtCandidate candidate;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY) && !pt_record_file_is_mine (path))
    *shared = TRUE;
  if (find_position (state, hash) < 0)
    return;
  candidate = (PtCandidate){ g_strdup (path), pt_record_file_get_time (file) };
  g_array_append_val (all, candidate);
}

static GArray *
list_candidates (const char *uri, const char *hash, gboolean *shared)
{
  g_autoptr (GPtrArray) paths = pt_history_folder_list ();
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PtCandidate));

  g_array_set_clear_func (all, clear_candidate);
  for (guint i = 0; i < paths->len; i++)
    if (pt_history_folder_is_of (g_ptr_array_index (paths, i), uri))
      consider (all, g_ptr_array_index (paths, i), hash, shared);
  g_array_sort (all, compare_latest_first);
  return all;
}

/* Returns: (transfer full) (nullable): the document from the latest history of @loaded's file that
 * leads to it */
static PtDocument *
find_history (PtDocument *loaded, const char *uri, gboolean *shared)
{
  g_autoptr (GArray) all = list_candidates (uri, loaded->file_hash, shared);

  for (guint i = 0; i < all->len; i++)
    {
      PtRecordFile *file = pt_record_file_open (g_array_index (all, PtCandidate, i).path, NULL);
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

PtDocument *
pt_history_keep (PtDocument *loaded, const char *owner)
{
  g_autoptr (PtDocument) document = loaded;
  g_autofree char *uri = loaded->file ? g_file_get_uri (loaded->file) : NULL;
  g_autofree char *path = NULL;
  PtDocument *continued;
  gboolean shared = FALSE;
  PtRecordFile *file;

  g_return_val_if_fail (pt_journal_count (loaded->journal) == 0, g_steal_pointer (&document));

  pt_document_get_file_hash (loaded);
  continued = uri ? find_history (loaded, uri, &shared) : NULL;
  if (continued)
    return continued;
  path = pt_history_folder_path (uri);
  file = pt_record_file_create (path, &document->unkept);
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
