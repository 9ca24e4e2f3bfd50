/* pt-name-index.h: did-you-mean over a set of names
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/** PtNameIndex: names, folded once, each belonging to something; one thing may have several. */
typedef struct _PtNameIndex PtNameIndex;

PtNameIndex *pt_name_index_new (void);
void pt_name_index_free (PtNameIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtNameIndex, pt_name_index_free)

void pt_name_index_add (PtNameIndex *self, const char *name, gconstpointer owner);

/**
 * pt_name_index_suggest:
 * The owner of the name that was probably meant: the unique nearest one within a
 * Damerau-Levenshtein distance of 2 (names of 5 letters or more) or of a quarter of the letters,
 * else the only one that begins with @word, or that @word begins with (4 letters or more).
 *
 * Returns: (nullable)
 */
gconstpointer pt_name_index_suggest (const PtNameIndex *self, const char *word);
