/* pt-drop-target.h: where something would land
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-tool.h"

G_BEGIN_DECLS

/** PtDropTarget: valid until the next change of the document. */
typedef struct
{
  PtDiagramElement *figure; /* (nullable): NULL for the open plane */
  const PtElement *element; /* (nullable): of the figure, or the plane's */
  PtVerdict verdict;
  const char *reason; /* (nullable): why not, translated */
} PtDropTarget;

/** PtDropQuest: what looks for a place. */
typedef struct
{
  PtBpmnType type;
  gboolean attaches; /* may become a boundary event of an activity */
  gboolean splits;   /* may go into a sequence flow */
  GHashTable *moved; /* (nullable): set of ids that are under way themselves and no target */
} PtDropQuest;

/**
 * pt_drop_target_find:
 * What takes @quest at @at: a pool, lane or expanded sub-process, a sequence flow that it would
 * split, an activity that it would be attached to, or the open plane.
 */
PtDropTarget pt_drop_target_find (PtEditor *editor, PtPoint at, const PtDropQuest *quest);

/** pt_drop_target_content: Returns: (nullable): what becomes the parent of an element dropped there
 */
const PtElement *pt_drop_target_content (const PtDropTarget *self);
/** pt_drop_target_is_host: whether an element of @type would be attached to the target's edge */
gboolean pt_drop_target_is_host (const PtDropTarget *self, PtBpmnType type);
/** pt_drop_target_mark: adds the verdict as a mark around the target */
void pt_drop_target_mark (GArray *overlay, const PtDiagramElement *figure, PtVerdict verdict);

/** pt_snap_to_frame: Returns: the point of the frame of @bounds nearest to @p */
PtPoint pt_snap_to_frame (PtBounds bounds, PtPoint p);

G_END_DECLS
