/* pt-free-name.h: files under names that are taken by nobody else
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both take @path or, when that is taken, the next of its kind that is free: a number stands before
 * the ending then. Nobody is asked beforehand whether a name is free, for that may change. */

/* Makes an empty file, for the user's eyes only, which is locked (flock), and its folder.
 * @made: (out) (transfer full): its path
 * Returns: a descriptor, or -1 with errno */
int pt_free_name_create (const char *path, char **made);

/* Gives the file at @from another name, on the same file system.
 * Returns: (transfer full) (nullable): it, or NULL with errno */
char *pt_free_name_rename (const char *from, const char *path);

G_END_DECLS
