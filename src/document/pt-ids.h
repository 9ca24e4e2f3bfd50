/* pt-ids.h: the elements of a document by their `id`
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/arena.h>

#include <libxml/tree.h>

G_BEGIN_DECLS

typedef struct _PtIds PtIds;

/* @arena, which must outlive this, keeps the ids: most stand in it already. */
PtIds *pt_ids_new (PtArena *arena);
void pt_ids_free (PtIds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtIds, pt_ids_free)

xmlNode *pt_ids_lookup (PtIds *self, const char *id);
/* Returns: whether an id is there more than once */
gboolean pt_ids_has_rivals (const PtIds *self);

/* With a duplicated id the element that stands first in the source wins; fresh ones come last. */
void pt_ids_add (PtIds *self, const char *id, xmlNode *node);
void pt_ids_remove (PtIds *self, const char *id, xmlNode *node);

/* The same for @node and every element below it. */
void pt_ids_add_subtree (PtIds *self, xmlNode *node);
void pt_ids_remove_subtree (PtIds *self, xmlNode *node);

/* Ids handed out in a transaction stay reserved until it ends, so two asked for in a row differ. */
char *pt_ids_make (PtIds *self, const char *prefix);
void pt_ids_release_reserved (PtIds *self);

G_END_DECLS
