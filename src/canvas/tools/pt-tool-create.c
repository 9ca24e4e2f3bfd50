/* pt-tool-create.c: places a new node with one click
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"

typedef struct
{
  PtTool parent;
  PtPlacement *placement;
} Create;

static void
create_motion (PtTool *tool, const PtInput *input)
{
  pt_placement_move (((Create *)tool)->placement, input);
}

/* Shift keeps the tool for the next one of the same kind. */
static void
create_place (PtTool *tool, const PtInput *input)
{
  PtEditor *editor = tool->editor;
  PtPlacement *placement = ((Create *)tool)->placement;
  g_autofree char *id = NULL;

  pt_placement_move (placement, input);
  id = pt_placement_commit (placement);
  if (id == NULL)
    return;
  if ((input->modifiers & PT_MOD_SHIFT) != 0)
    {
      pt_editor_select_one (editor, id);
      return;
    }
  pt_editor_set_tool (editor, PT_TOOL_SELECT);
  pt_editor_present (editor, id);
}

static void
create_overlay (PtTool *tool, GArray *overlay)
{
  pt_placement_overlay (((Create *)tool)->placement, overlay);
}

static void
create_dispose (PtTool *tool)
{
  pt_placement_free (((Create *)tool)->placement);
}

static const PtToolClass create_class = {
  .size = sizeof (Create),
  .cursor = "copy",
  .motion = create_motion,
  .click = create_place,
  .release = create_place,
  .overlay = create_overlay,
  .dispose = create_dispose,
};

PtTool *
pt_tool_create_new (PtEditor *editor)
{
  Create *self = pt_tool_new (&create_class, editor);

  self->placement = pt_placement_new (editor, editor->spec);
  return &self->parent;
}
