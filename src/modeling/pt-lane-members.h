/* pt-lane-members.h: a node belongs to the innermost lane its centre lies in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_lane_members_update: puts every node that moved, and all nodes of processes whose lanes
 *  changed, into the lane they lie in now; a node outside all lanes stays a member of its own */
void pt_lane_members_update (PtDraft *draft);
/** pt_lane_at: Returns: (transfer none) (nullable): the innermost lane of @process at @p of @diagram */
xmlNode *pt_lane_at (PtDraft *draft, const PtDiagram *diagram, PtElement *process, PtPoint p);
/** pt_lane_enter: lists the node @id in @lane (nullable: then nothing happens) */
void pt_lane_enter (PtDraft *draft, xmlNode *lane, const char *id);
/** pt_lane_leave: takes @node off its lane and the lanes around that */
void pt_lane_leave (PtDraft *draft, const PtElement *node);
/** pt_lane_settle: takes @node off its lanes and, when @container is a process, lists it where it
 * lies there; nothing else is done about its lane in this draft */
void pt_lane_settle (PtDraft *draft, PtElement *node, PtElement *container);
/** pt_lane_share: the same, but lists @node where @other is listed */
void pt_lane_share (PtDraft *draft, PtElement *node, const PtElement *other);
/** pt_lane_forget: takes everything doomed off the lanes of @process */
void pt_lane_forget (PtDraft *draft, PtElement *process);
/** pt_lane_collect: Returns: (transfer container) (element-type PtElement): the lanes of @process,
 *  outer before inner, in document order */
GPtrArray *pt_lane_collect (PtElement *process);
