/* pt-placement.h: a new node on its way to its place
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-tool.h"

G_BEGIN_DECLS

/** PtPlacement: ghost, guides and verdict of a node that is about to be made. */
typedef struct _PtPlacement PtPlacement;

/** pt_placement_new: @spec: copied. Returns: (transfer full) */
PtPlacement *pt_placement_new (PtEditor *editor, const PtNodeSpec *spec);
void pt_placement_free (PtPlacement *self);
/** pt_placement_move: Returns: whether it may be put at @input's place */
PtVerdict pt_placement_move (PtPlacement *self, const PtInput *input);
/** pt_placement_commit: makes the node where it was last moved to, or says why not.
 *  Returns: (transfer full) (nullable): its id */
char *pt_placement_commit (PtPlacement *self);
void pt_placement_overlay (PtPlacement *self, GArray *overlay);

G_END_DECLS
