/* pt-groups.h: the numbers 0 … n-1 grouped by a key, order kept
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/program.h>

G_BEGIN_DECLS

typedef struct
{
  guint n_keys;
  guint *first; /* by key, and one more */
  guint *members;
} PtGroups;

/** PtGroupKey: Returns: the key of entry @i, below the number of keys; anything else is left out */
typedef guint (*PtGroupKey) (const PtProgram *program, guint i);

PtGroups *pt_groups_new (const PtProgram *program, guint n, guint n_keys, PtGroupKey key);
void pt_groups_free (PtGroups *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtGroups, pt_groups_free)
/** pt_groups_get: Returns: (transfer none) (array length=n) */
const guint *pt_groups_get (const PtGroups *self, guint key, guint *n);

G_END_DECLS
