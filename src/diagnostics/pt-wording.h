/* pt-wording.h: filling the placeholders of a message
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/** pt_wording_collect: Returns: (transfer full): the strings of @list up to %NULL, copied */
GStrv pt_wording_collect (va_list *list);
