/* pt-numeral.h: numbers as people write them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PT_NUMERAL: the expression of a number in digits, groups of three with a sign between them, or
 * with a fraction behind a point or a comma. Where both are meant by “1.500”, it is a thousand and
 * a half. */
#define PT_NUMERAL                                                                                 \
  "\\d{1,3}(?:[.,'’\\x{a0}\\x{202f} ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?"

/** pt_numeral_plain: @text: what %PT_NUMERAL matched. Returns: (transfer full): the same with a
 * point and without groups, as FEEL and g_ascii_strtod() read it */
char *pt_numeral_plain (const char *text);

G_END_DECLS
