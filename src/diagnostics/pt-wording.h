/* pt-wording.h: filling the placeholders of a message
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * pt_wording_fill:
 * @pattern: text with {1} {2} … for arguments; a part in [square brackets] is left out when an
 *   argument in it is empty or missing
 * @args: (nullable): %NULL to show the pattern itself: an ellipsis for every argument
 *
 * White space in arguments, line breaks too, becomes a single space.
 *
 * Returns: (transfer full): one line
 */
char *pt_wording_fill (const char *pattern, const char *const *args);

/** pt_wording_collect: Returns: (transfer full): the strings of @list up to %NULL, copied */
GStrv pt_wording_collect (va_list *list);
