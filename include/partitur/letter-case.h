/* letter-case.h: words in small letters
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nearly all that is compared is plain ASCII, where small letters are the folded ones, and what
 * Unicode says of each letter need not be looked up. Inline, for every name of a drawing goes
 * through them. */

/** pt_case_fold: @text: UTF-8. Returns: (transfer full): as g_utf8_casefold() */
static inline char *
pt_case_fold (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);
}

/** pt_case_lower: @text: UTF-8. Returns: (transfer full): as g_utf8_strdown(), but ASCII becomes
 * the same in every locale */
static inline char *
pt_case_lower (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_strdown (text, -1);
}

G_END_DECLS
