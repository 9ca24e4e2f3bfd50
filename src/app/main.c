/* main.c: the program of the window, which “partitur” without a verb becomes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <partitur/app.h>

/* As the command line says it when a file can not be read. */
#define EXIT_NO_DISPLAY 3

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (gtk_init_check ())
    return pt_app_run (argc, argv);
  g_printerr (
      "%s\n", _ ("partitur: there is no display to open a window on. “partitur --help” lists what "
                 "works without one."));
  return EXIT_NO_DISPLAY;
}
