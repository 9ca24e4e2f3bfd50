/* pt-cli-expand.c: the process files in a folder
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-cli.h"

/* So deep, folders are followed; deeper ones are somebody's mistake. */
#define MAX_DEPTH 32

static gboolean
is_process (const char *path)
{
  g_autofree char *map = g_strconcat (path, ".map.json", NULL);

  return pt_bpmn_file_ending (path) > 0 && !g_file_test (map, G_FILE_TEST_EXISTS);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full) (nullable): names in @folder, sorted; hidden ones left out */
static GPtrArray *
list (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
walk (const char *folder, guint depth, GStrvBuilder *paths, GError **error)
{
  g_autoptr (GPtrArray) names = list (folder, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (is_process (path))
            g_strv_builder_add (paths, path);
        }
      else if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && depth < MAX_DEPTH
               && !walk (path, depth + 1, paths, error))
        return FALSE;
    }
  return names != NULL;
}

GStrv
pt_cli_expand (GStrv files, gboolean *is_folder, PtExit *exit)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) found = NULL;

  *is_folder = FALSE;
  for (guint i = 0; files[i] != NULL && error == NULL; i++)
    if (!g_file_test (files[i], G_FILE_TEST_IS_DIR))
      g_strv_builder_add (paths, files[i]);
    else
      *is_folder |= walk (files[i], 0, paths, &error);
  found = g_strv_builder_end (paths);
  if (error == NULL && found[0] == NULL)
    error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("There is no process (*.bpmn) in “%s”."), files[0]);
  if (error == NULL)
    return g_steal_pointer (&found);
  *exit = pt_cli_failure (error);
  return NULL;
}
