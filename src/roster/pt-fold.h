/* pt-fold.h: names as people mean them, without what makes no difference
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * pt_fold:
 * Unicode case folding and NFC; spaces, hyphens and slashes become one space, those at the ends and
 * soft hyphens go; "(in)" and "/in" go.
 *
 * Returns: (transfer full)
 */
char *pt_fold (const char *name);

/** pt_fold_drop_number: @folded: a folded name
 *  Returns: (transfer full) (nullable): without the number at its end; %NULL when there is none, or
 *  nothing else */
char *pt_fold_drop_number (const char *folded);
