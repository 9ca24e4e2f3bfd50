/* history-files.h: a state directory for tests, and what can happen to the files in it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/history.h>

#include <glib/gstdio.h>
#include <utime.h>

static char *history_root; /* holds the state directory and the files of the tests */

/* For a group of tests. To run before anything asks where the state directory is. */
static inline int
history_setup (void **state)
{
  g_autofree char *home = NULL;

  history_root = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  home = g_build_filename (history_root, "state", NULL);
  return g_setenv ("XDG_STATE_HOME", home, TRUE) ? 0 : -1;
}

static inline void
history_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      history_remove_tree (child);
    }
  g_remove (path);
}

/* For each test: no histories yet. */
static inline int
history_forget_all (void **state)
{
  g_autofree char *folder = pt_history_folder ();

  history_remove_tree (folder);
  return 0;
}

static inline int
history_teardown (void **state)
{
  history_remove_tree (history_root);
  g_clear_pointer (&history_root, g_free);
  return 0;
}

static inline char *
history_path (const char *id)
{
  g_autofree char *folder = pt_history_folder ();

  return g_build_filename (folder, id, NULL);
}

static inline guint
history_count (void)
{
  g_autofree char *folder = pt_history_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static inline gssize
history_length (const char *id)
{
  g_autofree char *path = history_path (id);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gssize)info.st_size : -1;
}

/* A copy of a history's first @length bytes (-1: all) beside it. Returns: (transfer full): its path
 */
static inline char *
history_copy (const char *id, gssize length)
{
  static guint n_copies;
  g_autofree char *path = history_path (id);
  g_autofree char *name = g_strdup_printf ("copy-%u.history", n_copies++);
  g_autofree char *data = NULL;
  gsize size;
  char *copy = history_path (name);

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_true (g_file_set_contents (copy, data, length < 0 ? (gssize)size : length, NULL));
  return copy;
}

static inline void
history_damage (const char *path, gsize offset)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  data[offset] ^= 0x20;
  g_assert_true (g_file_set_contents (path, data, (gssize)size, NULL));
}

/* The document that the history at @path offers. Returns: (transfer full) (nullable) */
static inline PtDocument *
history_restore (const char *path)
{
  g_autoptr (GPtrArray) all = pt_history_list_unfinished ();

  for (guint i = 0; i < all->len; i++)
    {
      PtUnfinished *unfinished = g_ptr_array_index (all, i);

      if (g_str_equal (unfinished->path, path))
        return pt_unfinished_restore (unfinished, NULL);
    }
  return NULL;
}

/* Makes a file look as if it was written @days ago. */
static inline void
history_age (const char *path, gint64 days)
{
  time_t then = (time_t)(g_get_real_time () / G_USEC_PER_SEC - days * 24 * 60 * 60);
  struct utimbuf times = { .actime = then, .modtime = then };

  g_assert_true (g_utime (path, &times) == 0);
}

/* A file of the user's. Returns: (transfer full): its path */
static inline char *
history_write_file (const char *name, const char *text)
{
  char *path = g_build_filename (history_root, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}
