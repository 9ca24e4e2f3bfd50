/* pt-table-print.h: a table of roles into a file, or through the desktop's print dialog
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/matrix.h>

G_BEGIN_DECLS

/** pt_table_write: as the ending of @file says: .csv, .html or .pdf; another one is refused */
gboolean pt_table_write (const PtMatrix *matrix, const char *title, GFile *file, GError **error);
/** pt_table_print_run: asks for printer and paper, and prints; @matrix need not stay */
gboolean
pt_table_print_run (PtMatrix *matrix, const char *title, GtkWindow *parent, GError **error);

G_END_DECLS
