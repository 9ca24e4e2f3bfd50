/* pt-text-balance.h: lines of a label about equally long
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

/** pt_text_balance: Makes @layout narrower as far as that gives no more lines and breaks no word,
 *  where one line is much longer than it must be: a digit alone on the last line looks like a
 * mistake. Leaves a single line, many lines, and lines that the author broke as they are. */
void pt_text_balance (PangoLayout *layout);
