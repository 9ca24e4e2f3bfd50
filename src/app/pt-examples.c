/* pt-examples.c: the example processes that come with the program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-examples.h"

#define PACKED "/org/partitur/Partitur/examples/"

static gboolean
make_folder (GFile *folder, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &own)
      || g_error_matches (own, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
unpack (const char *name, GFile *folder, GError **error)
{
  g_autofree char *uri = g_strconcat ("resource://" PACKED, name, NULL);
  g_autoptr (GFile) packed = g_file_new_for_uri (uri);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GError) own = NULL;

  if (g_file_copy (packed, file, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &own)
      || g_error_matches (own, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

GFile *
pt_examples_unpack (const char *name, GError **error)
{
  g_auto (GStrv) names = g_resources_enumerate_children (PACKED, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GFile) folder
      = g_file_new_build_filename (g_get_user_data_dir (), "partitur", "examples", NULL);

  if (names == NULL || !make_folder (folder, error))
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    if (!unpack (names[i], folder, error))
      return NULL;
  return g_file_get_child (folder, name);
}
