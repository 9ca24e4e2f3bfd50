/* pt-tool.h: what a tool is
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor has one resting tool. When the pointer leaves the place it was pressed at by more than
 * PT_DRAG_THRESHOLD, the resting tool may hand over to a drag: a tool that lives until the button
 * is released (release) or the drag is aborted (dispose alone). Only release and click may change
 * the document; so an aborted drag leaves no trace. A tool keeps ids or plain geometry from event
 * to event; a change of the document from elsewhere ends every drag.
 */
#pragma once

#include <partitur/tools.h>

G_BEGIN_DECLS

#define PT_DRAG_THRESHOLD 5.0 /* pixels */
#define PT_HIT_TOLERANCE 5.0  /* pixels */

typedef struct _PtTool PtTool;

/** PtToolClass: a state machine; every hook may be NULL. */
typedef struct
{
  gsize size;         /* of the tool's own struct, which begins with a PtTool */
  const char *cursor; /* at rest */

  /** motion: the pointer moved; of a resting tool also while the button is held and no drag took
   * over */
  void (*motion) (PtTool *self, const PtInput *input);
  /** drag: (nullable result): the tool to hand over to; NULL keeps this one at it until release */
  PtTool *(*drag) (PtTool *self, const PtInput *press);
  /** click: pressed and released without a drag */
  void (*click) (PtTool *self, const PtInput *press);
  void (*release) (PtTool *self, const PtInput *input);
  /** cancel: back to rest. Returns: whether something had begun */
  gboolean (*cancel) (PtTool *self);
  void (*overlay) (PtTool *self, GArray *overlay);
  const char *(*get_cursor) (PtTool *self);
  void (*dispose) (PtTool *self);
} PtToolClass;

struct _PtTool
{
  const PtToolClass *klass;
  PtEditor *editor;
};

/** pt_tool_new: Returns: (transfer full): a zeroed tool of @klass */
gpointer pt_tool_new (const PtToolClass *klass, PtEditor *editor);
void pt_tool_free (PtTool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtTool, pt_tool_free)

/* Resting tools */
PtTool *pt_tool_select_new (PtEditor *editor);
PtTool *pt_tool_hand_new (PtEditor *editor);
PtTool *pt_tool_lasso_new (PtEditor *editor);
PtTool *pt_tool_connect_new (PtEditor *editor);
PtTool *pt_tool_space_new (PtEditor *editor);
PtTool *pt_tool_create_new (PtEditor *editor);

/** pt_tool_connect_start: @source_id: where the connection begins that the next click or release
 * ends */
void pt_tool_connect_start (PtTool *self, const char *source_id);

/* Drags. The press they begin with is the editor's. (nullable results) */
PtTool *pt_drag_hand_new (PtEditor *editor);
/** pt_drag_lasso_new: @add: whether what is caught joins the selection */
PtTool *pt_drag_lasso_new (PtEditor *editor, gboolean add);
/** pt_drag_move_new: moves the selection. @grabbed: the figure under the pointer, which snaps */
PtTool *pt_drag_move_new (PtEditor *editor, const PtDiagramElement *grabbed);
PtTool *pt_drag_label_new (PtEditor *editor, const PtDiagramElement *figure);
/** pt_drag_resize_new: @handle: index of the handle */
PtTool *pt_drag_resize_new (PtEditor *editor, const PtDiagramElement *figure, guint handle);
/** pt_drag_bend_new: @hit: a waypoint or segment of an edge */
PtTool *pt_drag_bend_new (PtEditor *editor, const PtHit *hit);

G_END_DECLS
