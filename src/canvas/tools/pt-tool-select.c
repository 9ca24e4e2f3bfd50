/* pt-tool-select.c: the tool at rest: selects, and hands over to the drag that fits what was
 * grabbed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-inside.h"
#include "pt-overlay.h"

typedef struct
{
  PtTool parent;
  PtPart part; /* under the pointer */
  guint handle;
} Select;

/* Pools and lanes are held at their header and frame; their inside is open ground. */
static gboolean
is_open_ground (const PtHit *hit)
{
  return hit->figure == NULL || pt_facts_id (hit->figure) == NULL
         || (hit->part == PT_PART_BODY && pt_facts_is_band (hit->figure));
}

static void
select_motion (PtTool *tool, const PtInput *input)
{
  Select *self = (Select *)tool;
  PtHit hit = pt_editor_hit (tool->editor, input);

  self->part = is_open_ground (&hit) ? PT_PART_NONE : hit.part;
  self->handle = hit.index;
  pt_editor_set_hover (tool->editor, hit.figure != NULL ? pt_facts_id (hit.figure) : NULL);
}

/* ----- drags ---------------------------------------------------------------------------------- */

static PtTool *
drag_shape (PtEditor *editor, const PtHit *hit)
{
  const char *id = pt_facts_id (hit->figure);

  if (!pt_editor_is_selected (editor, id))
    pt_editor_select_one (editor, id);
  return pt_drag_move_new (editor, hit->figure);
}

static PtTool *
drag_edge (PtEditor *editor, const PtInput *press, const PtHit *hit)
{
  PtHit part = *hit;

  if (hit->part == PT_PART_BODY)
    part = pt_handle_hit (hit->figure, press->at, PT_HIT_TOLERANCE / press->zoom);
  if (part.figure == NULL)
    return NULL;
  pt_editor_select_one (editor, pt_facts_id (hit->figure));
  return pt_drag_bend_new (editor, &part);
}

static PtTool *
select_drag (PtTool *tool, const PtInput *press)
{
  PtEditor *editor = tool->editor;
  PtHit hit = pt_editor_hit (editor, press);

  if ((press->modifiers & PT_MOD_SHIFT) != 0)
    return pt_drag_lasso_new (editor, TRUE);
  if (is_open_ground (&hit))
    return pt_drag_hand_new (editor);
  if (hit.part == PT_PART_LABEL)
    {
      pt_editor_select_one (editor, pt_facts_id (hit.figure));
      return pt_drag_label_new (editor, hit.figure);
    }
  if (hit.part == PT_PART_HANDLE)
    return pt_drag_resize_new (editor, hit.figure, hit.index);
  if (hit.figure->is_edge)
    return drag_edge (editor, press, &hit);
  return drag_shape (editor, &hit);
}

/* ----- clicks --------------------------------------------------------------------------------- */

/* Twice on the sign of a shut sub-process opens it, as once on the arrow does. */
static gboolean
wants_inside (const PtHit *hit, const PtInput *press)
{
  if (hit->part == PT_PART_INSIDE)
    return press->modifiers == PT_MOD_NONE;
  return press->n_press == 2 && hit->part == PT_PART_BODY && pt_inside_is_offered (hit->figure)
         && pt_bounds_contains_point (pt_inside_sign (hit->figure), press->at);
}

static void
select_click (PtTool *tool, const PtInput *press)
{
  PtEditor *editor = tool->editor;
  PtHit hit = pt_editor_hit (editor, press);
  const char *id = hit.figure != NULL ? pt_facts_id (hit.figure) : NULL;
  gboolean add = (press->modifiers & (PT_MOD_CTRL | PT_MOD_SHIFT)) != 0;

  if (id != NULL && wants_inside (&hit, press))
    pt_editor_go_inside (editor, id);
  else if (press->n_press == 2 && id != NULL)
    pt_editor_ask_label (editor, id);
  else if (add && id != NULL)
    pt_editor_add_to_selection (editor, id, TRUE);
  else if (!add && id != NULL)
    pt_editor_select_one (editor, id);
  else if (!add)
    pt_editor_select (editor, NULL);
}

static const char *
select_get_cursor (PtTool *tool)
{
  static const char *const cursors[] = {
    [PT_PART_NONE] = "default",       [PT_PART_BODY] = "move",     [PT_PART_BORDER] = "move",
    [PT_PART_LABEL] = "move",         [PT_PART_HANDLE] = NULL,     [PT_PART_WAYPOINT] = "crosshair",
    [PT_PART_SEGMENT] = "all-scroll", [PT_PART_INSIDE] = "pointer"
  };
  Select *self = (Select *)tool;

  return self->part == PT_PART_HANDLE ? pt_handle_cursor (self->handle) : cursors[self->part];
}

static const PtToolClass select_class = {
  .size = sizeof (Select),
  .motion = select_motion,
  .drag = select_drag,
  .click = select_click,
  .get_cursor = select_get_cursor,
};

PtTool *
pt_tool_select_new (PtEditor *editor)
{
  return pt_tool_new (&select_class, editor);
}
