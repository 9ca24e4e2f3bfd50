/* pt-tool-hand.c: takes hold of the paper and pulls it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"

/* The view answers each step by bringing the point that was grabbed back under the pointer, in
 * whose units the next event then arrives: so the distance to the grabbed point is always the next
 * step. */
static void
hand_motion (PtTool *self, const PtInput *input)
{
  PtPoint grabbed = self->editor->press.at;

  pt_editor_scroll (self->editor, grabbed.x - input->at.x, grabbed.y - input->at.y);
}

static const PtToolClass hand_drag_class = {
  .size = sizeof (PtTool),
  .cursor = "grabbing",
  .motion = hand_motion,
};

PtTool *
pt_drag_hand_new (PtEditor *editor)
{
  return pt_tool_new (&hand_drag_class, editor);
}

static PtTool *
hand_drag (PtTool *self, const PtInput *press)
{
  return pt_drag_hand_new (self->editor);
}

static const PtToolClass hand_class = {
  .size = sizeof (PtTool),
  .cursor = "grab",
  .drag = hand_drag,
};

PtTool *
pt_tool_hand_new (PtEditor *editor)
{
  return pt_tool_new (&hand_class, editor);
}
