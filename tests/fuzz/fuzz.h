/* fuzz.h: one file through the whole program: load, view, draw, check, edit, undo, save
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** fuzz_journey: Takes the @size bytes at @data through everything that opening a file can set off. What
 *  must always hold is asserted: unedited, and edited and undone, the file is saved as it was; what was
 *  edited can be opened again. Ends the process where it does not. */
void fuzz_journey (const guint8 *data, gsize size);

/** fuzz_mutate: Changes the text in @data, of @size bytes and room for @max, as one who knows tags,
 *  values and ids would: for a mutator. Returns: the new size */
gsize fuzz_mutate (guint8 *data, gsize size, gsize max, guint32 seed);

G_END_DECLS
