/* pt-print.h: the diagram through the desktop's print dialog
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-page.h"

G_BEGIN_DECLS

/** pt_print_operation_new: Returns: (transfer full): a print job of one page that shows @diagram
 * fitted to the sheet, which lies on its side where that shows more. The diagram must outlive the
 * job. */
GtkPrintOperation *pt_print_operation_new (PtDiagram *diagram, const char *title);

/** pt_print_run: Shows the print dialog, with preview, for what @page shows. Settings are
 * remembered while the program runs. */
gboolean pt_print_run (PtPage *page, GtkWindow *parent, GError **error);

G_END_DECLS
