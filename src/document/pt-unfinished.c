/* pt-unfinished.c: work that a crash left behind, and old histories thrown away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-history-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
pt_unfinished_free (PtUnfinished *self)
{
  g_free (self->path);
  g_free (self->aside);
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
  const GPtrArray *written = state->written;

  return state->uri && written->len > 0 ? g_ptr_array_index (written, written->len - 1) : NULL;
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
  return pt_history_state_unsaved (state, hash) + state->n_lost;
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

/* Returns: (nullable): NULL when there is nothing to restore or somebody has it open */
static PtUnfinished *
look_at (const char *path)
{
  g_autoptr (PtRecordFile) file = pt_record_file_look (path, NULL);
  g_autoptr (PtHistoryState) state = file ? pt_history_state_read (file, NULL, NULL) : NULL;
  guint n_steps = state ? count_unsaved (state) : 0;

  if (n_steps == 0 || n_steps == state->n_lost)
    return NULL;
  return unfinished_new (path, state, n_steps, pt_record_file_get_time (file));
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

/* What the file held when this document last wrote or read it: what it holds now may be another's,
 * or a state of this document that no way leads back to. */
static void
find_saved (PtDocument *document, const PtHistoryState *state)
{
  g_autofree char *hash = hash_on_disk (state);
  gint64 position = state->uri ? pt_history_state_find (state, hash) : -1;
  gboolean is_own
      = hash && g_ptr_array_find_with_equal_func (state->written, hash, g_str_equal, NULL);

  pt_journal_set_saved_position (document, position);
  document->file_hash = g_strdup (is_own ? hash : last_written (state));
}

/* What is torn at the end goes; what is damaged stays beside what could be read of it. */
static gboolean
end_here (PtUnfinished *self, PtRecordFile *file, const PtHistoryState *state, GError **error)
{
  self->n_lost = MIN (state->n_lost, self->n_steps);
  if (state->n_lost == 0)
    {
      pt_record_file_cut (file);
      return TRUE;
    }
  g_free (self->aside);
  self->aside = pt_record_file_set_aside (file, PT_HISTORY_ASIDE, error);
  return self->aside != NULL;
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
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("what it began with is damaged, and the steps lead nowhere without"));
      return NULL;
    }
  if (!end_here (self, file, state, error))
    return NULL;
  place = state->uri ? g_file_new_for_uri (state->uri) : NULL;
  pt_document_set_file (document, place);
  find_saved (document, state);
  pt_history_attach (document, g_steal_pointer (&file), g_steal_pointer (&numbers),
                     state->n_points);
  pt_history_set_owner (document, state->owner);
  return g_steal_pointer (&document);
}

void
pt_unfinished_discard (PtUnfinished *self)
{
  PtRecordFile *file = pt_record_file_open (self->path, NULL);

  if (file)
    pt_record_file_remove (file);
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

static void
add_old (GArray *all, const GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      PtOldHistory old;
      GStatBuf info;

      if (g_lstat (path, &info) != 0)
        continue;
      old = (PtOldHistory){ g_strdup (path), info.st_mtime, info.st_size };
      g_array_append_val (all, old);
    }
}

static GArray *
list_old (void)
{
  g_autoptr (GPtrArray) paths = pt_history_folder_list ();
  g_autoptr (GPtrArray) aside = pt_history_folder_list_aside ();
  GArray *all = g_array_new (FALSE, FALSE, sizeof (PtOldHistory));

  g_array_set_clear_func (all, clear_old);
  add_old (all, paths);
  add_old (all, aside);
  g_array_sort (all, compare_oldest_first);
  return all;
}

/* Nobody has to decide about what is finished; what is damaged and may hold work waits its time. */
static gboolean
may_go (PtRecordFile *file, const char *path, gboolean is_overdue)
{
  g_autoptr (PtHistoryState) state = pt_history_state_read (file, NULL, NULL);
  guint n_unsaved;

  if (state == NULL || g_str_has_suffix (path, PT_HISTORY_ASIDE))
    return is_overdue;
  n_unsaved = count_unsaved (state);
  return n_unsaved == 0 || (n_unsaved == state->n_lost && is_overdue);
}

/* Judged and deleted while nobody else has it: what others have open stays. */
static gboolean
remove_old (const char *path, gboolean is_overdue)
{
  g_autoptr (GError) error = NULL;
  PtRecordFile *file = pt_record_file_open (path, &error);
  gboolean goes = file && may_go (file, path, is_overdue);

  if (goes)
    pt_record_file_remove (file);
  else if (file)
    pt_record_file_close (file);
  else if (is_overdue && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    goes = g_unlink (path) == 0;
  return goes;
}

static void
prune (goffset max_total)
{
  gint64 oldest
      = g_get_real_time () / G_USEC_PER_SEC - PT_HISTORY_MAX_DAYS * (gint64)(24 * 60 * 60);
  g_autoptr (GArray) all = list_old ();
  goffset total = 0;

  for (guint i = 0; i < all->len; i++)
    total += g_array_index (all, PtOldHistory, i).size;
  for (guint i = 0; i < all->len; i++)
    {
      const PtOldHistory *old = &g_array_index (all, PtOldHistory, i);
      gboolean is_overdue = old->time < oldest;

      if ((is_overdue || total > max_total) && remove_old (old->path, is_overdue))
        total -= old->size;
    }
}

void
pt_history_prune (void)
{
  prune (PT_HISTORY_MAX_TOTAL);
}

void
pt_history_clear (void)
{
  prune (-1);
}
