/* pt-executable.h: writing the executable process, and what to do where that cannot be done yet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

/** pt_executable_write: Asks for a place and writes the executable process of @page there. Where
 * something stands in the way it says what, and offers the way to it. */
void pt_executable_write (PtWindow *window, PtPage *page);
/** pt_executable_file_name: Returns: (transfer full): NAME.TARGET.bpmn, as the command line calls it */
char *pt_executable_file_name (PtPage *page);

G_END_DECLS
