/* pt-feel-regex.h: regular expressions as FEEL has them (XQuery 1.0 and XPath 2.0 Functions and
 * Operators, 7.6)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pt_feel_regex_new: @flags: letters of “smixq”. Returns: (transfer full) (nullable): %NULL when
 * the pattern or a flag is none */
GRegex *pt_feel_regex_new (const char *pattern, const char *flags);
/** pt_feel_regex_replace: @replacement: with $1, \$ and \\. Returns: (transfer full) (nullable):
 * %NULL when the pattern matches nothing at all, or the replacement is none */
char *pt_feel_regex_replace (const GRegex *self, const char *text, const char *replacement);
/** pt_feel_regex_matches: Returns: 1, 0, or -1 when it takes too long to find out */
int pt_feel_regex_matches (const GRegex *self, const char *text);

G_END_DECLS
