/* pt-compare.h: comparing an open process with another version of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

/**
 * pt_compare_open:
 * @other: the older version: any process file, or the page's own file for its saved state
 *
 * Loads @other and compares it with what @page shows now, in the background, and then opens a
 * window with both versions and what changed from @other to now. What cannot be read is said. The
 * page may be edited meanwhile, and afterwards: the window keeps showing what it compared.
 */
void pt_compare_open (PtWindow *window, PtPage *page, GFile *other);
/** pt_compare_choose: asks for the file to compare with */
void pt_compare_choose (PtWindow *window, PtPage *page);

G_END_DECLS
