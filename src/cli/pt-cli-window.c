/* pt-cli-window.c: the designer's window, a program of its own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "pt-cli.h"

#define PROGRAM "partitur-window"

/* In a build folder it stands beside this program, installed among those that nobody calls by name. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (PT_LIBEXECDIR, PROGRAM, NULL);
}

PtExit
pt_cli_window (char *argv[])
{
  g_autofree char *program = find_program ();

  execv (program, argv);
  g_printerr (_ ("partitur: the window cannot be opened, for “%s” does not start: %s\n"), program,
              g_strerror (errno));
  return PT_EXIT_IO;
}
