/* pt-tool-space.c: pulls the diagram apart along a line, or with Ctrl together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"
#include "pt-room.h"
#include "pt-snap.h"

typedef struct
{
  PtTool parent;
  PtRoom *room;
  PtCut cut;
  double amount;
} Space;

static gboolean
is_same_cut (const PtCut *a, const PtCut *b)
{
  return a->horizontal == b->horizontal && a->side == b->side
         && g_strcmp0 (a->scope, b->scope) == 0;
}

/* The pool under the press keeps the change to itself, as long as it only gets longer. */
static char *
find_scope (PtEditor *editor, const PtInput *input, gboolean horizontal)
{
  PtHit hit = pt_scene_hit (editor->scene, editor->press.at, 0);
  const PtElement *pool = NULL;

  if (!horizontal || (input->modifiers & PT_MOD_SHIFT) != 0)
    return NULL;
  if (hit.figure != NULL && hit.figure->element != NULL)
    pool = pt_facts_pool (hit.figure->element);
  return pool != NULL ? g_strdup (pool->id) : NULL;
}

static PtCut
find_cut (Space *self, const PtInput *input)
{
  PtEditor *editor = self->parent.editor;
  double dx = input->at.x - editor->press.at.x, dy = input->at.y - editor->press.at.y;
  PtCut cut = { .horizontal = fabs (dx) >= fabs (dy), .at = editor->press.at };

  cut.side = (cut.horizontal ? dx : dy) >= 0 ? 1 : -1;
  if ((input->modifiers & PT_MOD_CTRL) != 0)
    cut.side = -cut.side;
  cut.scope = find_scope (editor, input, cut.horizontal);
  return cut;
}

static void
space_motion (PtTool *tool, const PtInput *input)
{
  Space *self = (Space *)tool;
  PtEditor *editor = tool->editor;
  PtCut cut;
  double amount;

  if (!editor->dragging)
    return;
  cut = find_cut (self, input);
  if (self->room == NULL || !is_same_cut (&cut, &self->cut))
    {
      g_clear_pointer (&self->room, pt_room_free);
      self->room = pt_room_new (editor, &cut);
    }
  g_free (self->cut.scope);
  self->cut = cut;
  amount = cut.horizontal ? input->at.x - cut.at.x : input->at.y - cut.at.y;
  if (editor->grid)
    amount = round (amount / PT_GRID) * PT_GRID;
  self->amount = pt_room_limit (self->room, amount);
  pt_editor_queue_overlay (editor);
}

static gboolean
space_cancel (PtTool *tool)
{
  Space *self = (Space *)tool;
  gboolean had_room = self->room != NULL;

  g_clear_pointer (&self->room, pt_room_free);
  return had_room;
}

/* The tool stays armed: one rarely makes room only once. */
static void
space_release (PtTool *tool, const PtInput *input)
{
  Space *self = (Space *)tool;
  g_autoptr (PtRoom) room = g_steal_pointer (&self->room);

  if (room != NULL && self->amount != 0)
    pt_room_commit (room, self->amount);
  pt_editor_queue_overlay (tool->editor);
}

static void
add_line (const PtCut *cut, double offset, PtEditor *editor, GArray *overlay)
{
  PtGuides line = { .has_x = cut->horizontal,
                    .has_y = !cut->horizontal,
                    .x = cut->at.x + offset,
                    .y = cut->at.y + offset };

  pt_guides_overlay (&line, editor, overlay);
}

static void
space_overlay (PtTool *tool, GArray *overlay)
{
  Space *self = (Space *)tool;

  if (self->room == NULL)
    return;
  pt_room_overlay (self->room, self->amount, overlay);
  add_line (&self->cut, 0, tool->editor, overlay);
  add_line (&self->cut, self->amount, tool->editor, overlay);
}

static const char *
space_get_cursor (PtTool *tool)
{
  Space *self = (Space *)tool;

  if (self->room == NULL)
    return "crosshair";
  return self->cut.horizontal ? "ew-resize" : "ns-resize";
}

static void
space_dispose (PtTool *tool)
{
  space_cancel (tool);
  g_free (((Space *)tool)->cut.scope);
}

static const PtToolClass space_class = {
  .size = sizeof (Space),
  .motion = space_motion,
  .release = space_release,
  .cancel = space_cancel,
  .overlay = space_overlay,
  .get_cursor = space_get_cursor,
  .dispose = space_dispose,
};

PtTool *
pt_tool_space_new (PtEditor *editor)
{
  return pt_tool_new (&space_class, editor);
}
