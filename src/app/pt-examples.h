/* pt-examples.h: the example processes that come with the program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** pt_examples_find: Returns: (transfer full) (nullable): where the example @name lies on this
 * computer */
GFile *pt_examples_find (const char *name);

G_END_DECLS
