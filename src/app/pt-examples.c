/* pt-examples.c: the example processes that come with the program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-examples.h"

/* Installed, or beside the sources when run from the build folder. */
GFile *
pt_examples_find (const char *name)
{
  const char *const folders[] = { PT_DATADIR "/examples", "data/examples" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_file_new_for_path (path);
    }
  return NULL;
}
