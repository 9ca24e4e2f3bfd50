/* pt-split.h: a node put onto a sequence flow, and a node taken out of one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_split_point: Returns: the point of the flow's route nearest to @p, for the node's centre */
PtPoint pt_split_point (const PtElement *flow, PtPoint p);
/**
 * pt_split_flow:
 * @node, @id: the new node in the tree; @type: its type; @bounds: where it stands
 *
 * The flow ends at the node from now on, a second one goes on to where it led. Both keep the bends
 * on their side.
 */
void
pt_split_flow (PtDraft *draft, PtElement *flow, xmlNode *node, PtBpmnType type, PtBounds bounds);
/**
 * pt_split_heal:
 * @node: has one flow in and one out, and is going
 * @next: where the flow goes on to
 * @out: the flow that led there; it is going, too
 */
void pt_split_heal (PtDraft *draft, PtElement *in, PtElement *out, PtElement *next);
