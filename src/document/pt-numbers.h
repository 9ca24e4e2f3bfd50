/* pt-numbers.h: stable numbers of a document's nodes, the same in every run of the program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

/* Nodes of the source have the numbers that pt-source.h tells of; fresh ones follow in the order in
 * which they first appear in an edit. 0 stands for no node, and for one that has not appeared. */
typedef struct _PtNumbers PtNumbers;

/* To be made before the tree was changed. */
PtNumbers *pt_numbers_new (PtDocument *document);
void pt_numbers_free (PtNumbers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtNumbers, pt_numbers_free)

/* @node: (nullable) */
guint32 pt_numbers_get (PtNumbers *self, const xmlNode *node);

/* Returns: (nullable): NULL for 0 and for a number nobody has */
xmlNode *pt_numbers_find (PtNumbers *self, guint32 number);

/* Gives a fresh node the next number. */
void pt_numbers_add (PtNumbers *self, xmlNode *node);

/* How many fresh ones there are; and back to that. */
guint pt_numbers_count (PtNumbers *self);
void pt_numbers_rewind (PtNumbers *self, guint count);

G_END_DECLS
