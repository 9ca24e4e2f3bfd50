/* pt-examples.h: the example processes that come with the program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * pt_examples_unpack:
 * The examples are part of the program. To be worked on they are put into the user's data directory, as
 * far as they are not there: what was changed there stays.
 *
 * Returns: (transfer full) (nullable): where the example @name lies now
 */
GFile *pt_examples_unpack (const char *name, GError **error);

G_END_DECLS
