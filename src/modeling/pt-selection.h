/* pt-selection.h: elements asked for, with all that goes where they go
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/modeling.h>

typedef struct
{
  GPtrArray *tops;    /* of PtElement: what was asked for, nothing twice, nothing within another */
  GPtrArray *all;     /* of PtElement: these, what they contain, and the boundary events on them */
  GHashTable *inside; /* the same as a set */
} PtSelection;

/** pt_selection_new: a lane stands for its pool, whose frame it is part of; edges follow their ends
 * and are left out. Returns: (transfer full) */
PtSelection *pt_selection_new (PtProcessGraph *graph, const char *const *ids);
void pt_selection_free (PtSelection *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSelection, pt_selection_free)
