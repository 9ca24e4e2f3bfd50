/* pt-transplant.h: copies of elements in another document, or in the same one under new ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

typedef struct
{
  PtDraft *draft;
  GHashTable *ids; /* old id → new id, both owned */
  GHashTable *skip; /* set of xmlNode: elements to leave out */
  PtPoint shift;    /* of everything drawn */
} PtTransplant;

/** pt_transplant_reserve: gives a new id to @node and all within that have one */
void pt_transplant_reserve (PtTransplant *self, const xmlNode *node);
/**
 * pt_transplant_copy:
 * @node: of another tree
 *
 * Copies it with the namespaces of the draft's document, new ids, and references that follow them;
 * references to what is neither copied nor there are left out.
 *
 * Returns: (transfer full): a loose element
 */
xmlNode *pt_transplant_copy (PtTransplant *self, const xmlNode *node);
