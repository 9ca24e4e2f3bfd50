/* pt-unfinished.c: work that a crash left behind, and old histories thrown away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-history-private.h"

void
pt_unfinished_free (PtUnfinished *self)
{
  g_free (self->path);
  g_free (self->id);
  g_free (self->name);
  g_free (self->uri);
  g_free (self->owner);
  g_free (self);
}

/* --- what is unfinished --- */

/* Where nothing stands, what stood there last counts. Returns: (nullable) */
static const char *
last_written (const PtHistoryState *state)
{
  const char *hash = NULL;

  for (guint i = 0; state->uri && i < state->marks->len; i++)
    if (g_array_index (state->marks, PtHistoryMark, i).hash)
      hash = g_array_index (state->marks, PtHistoryMark, i).hash;
  return hash;
}

/* Returns: (nullable) (transfer full) */
static char *
hash_on_disk (const PtHistoryState *state)
{
  g_autoptr (GFile) file = state->uri ? g_file_new_for_uri (state->uri) : NULL;

  if (file && g_file_query_exists (file, NULL))
    return pt_file_hash (file);
  return g_strdup (last_written (state));
}

static guint
count_unsaved (const PtHistoryState *state)
{
  g_autofree char *hash = NULL;

  if (state->closed || state->name == NULL)
    return 0;
  hash = hash_on_disk (state);
  return pt_history_state_unsaved (state, hash);
}

/* Takes from @state. */
static PtUnfinished *
unfinished_new (const char *path, PtHistoryState *state, guint n_steps, gint64 time)
{
  PtUnfinished *self = g_new0 (PtUnfinished, 1);

  self->path = g_strdup (path);
  self->id = g_path_get_basename (path);
  self->name = g_steal_pointer (&state->name);
  self->uri = g_steal_pointer (&state->uri);
  self->owner = g_steal_pointer (&state->owner);
  self->n_steps = n_steps;
  self->time = time;
  return self;
}

/* Keeps the file from others no longer than it takes to read it. Returns: (nullable) */
static PtHistoryState *
read_state (const char *path, gint64 *time)
{
  g_autoptr (PtRecordFile) file = pt_record_file_open (path, NULL);

  *time = file ? pt_record_file_get_time (file) : 0;
  return file ? pt_history_state_read (file, NULL, NULL) : NULL;
}

/* Returns: (nullable): NULL when it is finished, broken, or somebody has it open */
static PtUnfinished *
look_at (const char *path)
{
  gint64 time;
  g_autoptr (PtHistoryState) state = read_state (path, &time);
  guint n_steps = state ? count_unsaved (state) : 0;

  return n_steps > 0 ? unfinished_new (path, state, n_steps, time) : NULL;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const PtUnfinished *left = *(PtUnfinished *const *)a, *right = *(PtUnfinished *const *)b;

  return left->time < right->time ? 1 : left->time > right->time ? -1 : 0;
}

GPtrArray *
pt_history_list_unfinished (void)
{
  g_autoptr (GPtrArray) paths = pt_history_folder_list ();
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_unfinished_free);

  for (guint i = 0; i < paths->len; i++)
    {
      PtUnfinished *unfinished = look_at (g_ptr_array_index (paths, i));

      if (unfinished)
        g_ptr_array_add (all, unfinished);
    }
  g_ptr_array_sort (all, compare_latest_first);
  return all;
}

/* --- restored or discarded --- */

/* What the file held when this document last wrote or read it: what it holds now may be another's.
 */
static void
find_saved (PtDocument *document, const PtHistoryState *state)
{
  g_autofree char *hash = hash_on_disk (state);
  gint64 position = state->uri ? pt_history_state_find (state, hash) : -1;

  pt_journal_set_saved_position (document, position);
  document->file_hash = g_strdup (position >= 0 ? hash : last_written (state));
}

PtDocument *
pt_unfinished_restore (PtUnfinished *self, GError **error)
{
  g_autoptr (PtRecordFile) file = pt_record_file_open (self->path, error);
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (PtNumbers) numbers = NULL;
  g_autoptr (PtHistoryState) state = NULL;
  g_autoptr (GFile) place = NULL;

  if (file == NULL)
    return NULL;
  state = pt_history_state_read (file, &document, &numbers);
  if (state == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, self->path);
      return NULL;
    }
  place = state->uri ? g_file_new_for_uri (state->uri) : NULL;
  pt_record_file_cut (file);
  pt_document_set_file (document, place);
  find_saved (document, state);
  pt_history_attach (document, g_steal_pointer (&file), g_steal_pointer (&numbers),
                     state->n_points);
  pt_history_set_owner (document, state->owner);
  return g_steal_pointer (&document);
}

static void
remove_history (const char *path)
{
  PtRecordFile *file = pt_record_file_open (path, NULL);

  if (file)
    pt_record_file_remove (file);
}

void
pt_unfinished_discard (PtUnfinished *self)
{
  remove_history (self->path);
}

/* --- keeping house --- */

typedef struct
{
  char *path;
  gint64 time;
  goffset size;
} PtOldHistory;

static void
clear_old (gpointer old)
{
  g_free (((PtOldHistory *)old)->path);
}

static int
compare_oldest_first (gconstpointer a, gconstpointer b)
{
  const PtOldHistory *left = a, *right = b;

  return left->time < right->time ? -1 : left->time > right->time;
}

/* Those that nobody has open and nobody has to decide about. */
static GArray *
list_old (void)
{
  g_autoptr (GPtrArray) paths = pt_history_folder_list ();
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PtOldHistory));

  g_array_set_clear_func (all, clear_old);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (PtUnfinished) unfinished = look_at (path);
      g_autoptr (PtRecordFile) file = unfinished ? NULL : pt_record_file_open (path, NULL);
      PtOldHistory old;

      if (file == NULL)
        continue;
      old.path = g_strdup (path);
      old.time = pt_record_file_get_time (file);
      old.size = pt_record_file_get_size (file);
      g_array_append_val (all, old);
    }
  g_array_sort (all, compare_oldest_first);
  return all;
}

static void
prune (gint64 oldest, goffset max_total)
{
  g_autoptr (GArray) all = list_old ();
  goffset total = 0;

  for (guint i = 0; i < all->len; i++)
    total += g_array_index (all, PtOldHistory, i).size;
  for (guint i = 0; i < all->len; i++)
    {
      const PtOldHistory *old = &g_array_index (all, PtOldHistory, i);

      if (old->time >= oldest && total <= max_total)
        continue;
      remove_history (old->path);
      total -= old->size;
    }
}

void
pt_history_prune (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  prune (now - PT_HISTORY_MAX_DAYS * (gint64)(24 * 60 * 60), PT_HISTORY_MAX_TOTAL);
}

void
pt_history_clear (void)
{
  prune (G_MAXINT64, 0);
}
