/* pt-editor-input.c: which tool gets which event
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"

#include <math.h>

#include "pt-facts.h"

enum
{
  BUTTON_PRIMARY = 1,
  BUTTON_MIDDLE = 2,
  BUTTON_SECONDARY = 3,
};

#define NUDGE 1.0
#define NUDGE_FAR 10.0

/* ----- pointer -------------------------------------------------------------------------------- */

static void
begin_drag (PtEditor *self, PtTool *drag)
{
  self->dragging = TRUE;
  self->drag = drag;
  pt_editor_queue_overlay (self);
}

static void
ask_context (PtEditor *self, const PtInput *input)
{
  PtHit hit = pt_editor_hit (self, input);
  const char *id = hit.figure != NULL ? pt_facts_id (hit.figure) : NULL;

  if (id != NULL && !pt_editor_is_selected (self, id))
    pt_editor_select_one (self, id);
  pt_editor_ask_context (self, id, input->at);
}

static gboolean
handle_press (PtEditor *self, const PtInput *input)
{
  if (self->pressed)
    return FALSE;
  if (input->button == BUTTON_SECONDARY)
    {
      ask_context (self, input);
      return TRUE;
    }
  self->press = *input;
  self->pressed = TRUE;
  if (input->button == BUTTON_MIDDLE || (input->modifiers & PT_MOD_SPACE) != 0)
    begin_drag (self, pt_drag_hand_new (self));
  return TRUE;
}

static gboolean
has_left_press (PtEditor *self, const PtInput *input)
{
  return pt_point_distance (self->press.at, input->at) * input->zoom >= PT_DRAG_THRESHOLD;
}

static gboolean
handle_motion (PtEditor *self, const PtInput *input)
{
  PtTool *tool;

  if (self->pressed && !self->dragging)
    {
      if (!has_left_press (self, input))
        return TRUE;
      self->dragging = TRUE;
      if (self->tool->klass->drag != NULL)
        begin_drag (self, self->tool->klass->drag (self->tool, &self->press));
    }
  tool = self->drag != NULL ? self->drag : self->tool;
  if (tool->klass->motion != NULL)
    tool->klass->motion (tool, input);
  return TRUE;
}

/* Taken off the editor first: what the drag changes must not look like a change from elsewhere. */
static void
finish_drag (PtEditor *self, const PtInput *input)
{
  g_autoptr (PtTool) drag = g_steal_pointer (&self->drag);

  if (drag->klass->release != NULL)
    drag->klass->release (drag, input);
  pt_editor_queue_overlay (self);
}

static gboolean
handle_release (PtEditor *self, const PtInput *input)
{
  gboolean dragged = self->dragging;

  if (!self->pressed)
    return FALSE;
  self->pressed = self->dragging = FALSE;
  if (self->drag != NULL)
    finish_drag (self, input);
  else if (dragged && self->tool->klass->release != NULL)
    self->tool->klass->release (self->tool, input);
  else if (!dragged && self->tool->klass->click != NULL)
    self->tool->klass->click (self->tool, &self->press);
  return TRUE;
}

static gboolean
handle_leave (PtEditor *self, const PtInput *input)
{
  if (!self->pressed)
    pt_editor_set_hover (self, NULL);
  return TRUE;
}

static gboolean
abort_drag (PtEditor *self)
{
  gboolean had_drag = self->pressed || self->drag != NULL;

  self->pressed = self->dragging = FALSE;
  g_clear_pointer (&self->drag, pt_tool_free);
  if (self->tool->klass->cancel != NULL && self->tool->klass->cancel (self->tool))
    had_drag = TRUE;
  if (had_drag)
    pt_editor_queue_overlay (self);
  return had_drag;
}

void
pt_editor_cancel (PtEditor *self)
{
  abort_drag (self);
}

/* ----- keys ----------------------------------------------------------------------------------- */

static gboolean
press_escape (PtEditor *self, const PtInput *input)
{
  if (abort_drag (self))
    return TRUE;
  if (self->kind != PT_TOOL_SELECT)
    pt_editor_set_tool (self, PT_TOOL_SELECT);
  else if (pt_selection_size (&self->selection) > 0)
    pt_editor_select (self, NULL);
  else
    return FALSE;
  return TRUE;
}

static gboolean
press_enter (PtEditor *self, const PtInput *input)
{
  const char *only = pt_selection_only (&self->selection);

  if (only != NULL)
    pt_editor_ask_label (self, only);
  return only != NULL;
}

static gboolean
press_delete (PtEditor *self, const PtInput *input)
{
  pt_editor_delete_selection (self);
  return TRUE;
}

static gboolean
press_tab (PtEditor *self, const PtInput *input)
{
  pt_editor_select_next (self, (input->modifiers & PT_MOD_SHIFT) == 0);
  return pt_selection_size (&self->selection) > 0;
}

static gboolean
press_arrow (PtEditor *self, const PtInput *input)
{
  double step = (input->modifiers & PT_MOD_SHIFT) != 0 ? NUDGE_FAR : NUDGE;
  double dx = (input->key == PT_KEY_RIGHT) - (input->key == PT_KEY_LEFT);
  double dy = (input->key == PT_KEY_DOWN) - (input->key == PT_KEY_UP);

  if (pt_selection_size (&self->selection) == 0)
    return FALSE;
  pt_editor_nudge_selection (self, dx * step, dy * step);
  return TRUE;
}

/* While a button is held only Escape means anything: all else would change what is being dragged.
 */
static gboolean
handle_key (PtEditor *self, const PtInput *input)
{
  static gboolean (*const keys[]) (PtEditor *, const PtInput *) = {
    [PT_KEY_ESCAPE] = press_escape, [PT_KEY_ENTER] = press_enter, [PT_KEY_DELETE] = press_delete,
    [PT_KEY_TAB] = press_tab,       [PT_KEY_LEFT] = press_arrow,  [PT_KEY_RIGHT] = press_arrow,
    [PT_KEY_UP] = press_arrow,      [PT_KEY_DOWN] = press_arrow
  };

  if (input->key >= G_N_ELEMENTS (keys) || keys[input->key] == NULL)
    return FALSE;
  if (self->pressed && input->key != PT_KEY_ESCAPE)
    return TRUE;
  return keys[input->key](self, input);
}

gboolean
pt_editor_handle (PtEditor *self, const PtInput *input)
{
  static gboolean (*const kinds[]) (PtEditor *, const PtInput *)
      = { [PT_INPUT_PRESS] = handle_press,
          [PT_INPUT_MOTION] = handle_motion,
          [PT_INPUT_RELEASE] = handle_release,
          [PT_INPUT_LEAVE] = handle_leave,
          [PT_INPUT_KEY] = handle_key };

  g_return_val_if_fail (input->kind < G_N_ELEMENTS (kinds), FALSE);

  if (input->zoom > 0)
    self->zoom = input->zoom;
  return kinds[input->kind](self, input);
}
