/* pt-history-folder.c: where histories are, and how they are called
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-history-private.h"

#define ENDING ".history"
#define KEY_LENGTH 24 /* of the hash of a URI: enough that no two files of a user share it */

char *
pt_history_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "partitur", "history", NULL);
}

static GPtrArray *
list_ending (const char *ending)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = pt_history_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ending))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

GPtrArray *
pt_history_folder_list (void)
{
  return list_ending (ENDING);
}

GPtrArray *
pt_history_folder_list_aside (void)
{
  return list_ending (PT_HISTORY_ASIDE);
}

/* What the names of all histories of a file begin with; one without a file is alone. */
static char *
make_key (const char *uri)
{
  g_autofree char *hash = uri ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1) : NULL;

  return hash ? g_strndup (hash, KEY_LENGTH)
              : g_strdup_printf ("untitled-%08x%08x", g_random_int (), g_random_int ());
}

gboolean
pt_history_folder_is_of (const char *path, const char *uri)
{
  g_autofree char *key = make_key (uri);
  g_autofree char *name = g_path_get_basename (path);

  return g_str_has_prefix (name, key);
}

char *
pt_history_folder_path (const char *uri)
{
  g_autofree char *folder = pt_history_folder ();
  g_autofree char *key = make_key (uri);

  return g_strdup_printf ("%s/%s" ENDING, folder, key);
}

char *
pt_history_hash_bytes (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

char *
pt_history_hash_file (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes ? pt_history_hash_bytes (bytes) : NULL;
}

char *
pt_file_hash (GFile *file)
{
  return pt_history_hash_file (file, NULL);
}
