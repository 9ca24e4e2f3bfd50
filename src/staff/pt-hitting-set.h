/* pt-hitting-set.h: the cheapest set that shares something with each of several sets
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/staff.h>

G_BEGIN_DECLS

/** PtHittingSets: sets of numbers that have a cost. */
typedef struct _PtHittingSets PtHittingSets;

/** pt_hitting_sets_new: @costs: (array length=n): by number, above 0; stays the caller's */
PtHittingSets *pt_hitting_sets_new (const guint *costs, guint n);
void pt_hitting_sets_free (PtHittingSets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtHittingSets, pt_hitting_sets_free)

/** pt_hitting_sets_add: from now on something of @set (transfer full) (element-type guint) is
 * needed */
void pt_hitting_sets_add (PtHittingSets *self, GArray *set);
/** pt_hitting_sets_block: from now on not all of @set (copied) */
void pt_hitting_sets_block (PtHittingSets *self, const GArray *set);
/** pt_hitting_sets_cheapest: @found: (out) (transfer full) (nullable): ascending. Branch and bound.
 *  Returns: whether there is one */
PtAnswer pt_hitting_sets_cheapest (PtHittingSets *self, const PtEffort *effort, GArray **found);

G_END_DECLS
