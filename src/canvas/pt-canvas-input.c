/* pt-canvas-input.c: from GTK's events to the editor's
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-canvas-private.h"

#include <math.h>

#include "pt-replace-menu.h"
#include "tools/pt-editor-private.h"

#define PAN_STEP 50.0 /* pixels, by Ctrl and an arrow */
#define PAN_STEP_FAR 200.0
#define SMOOTH_ZOOM_STEP 0.08 /* wheel steps a pixel of a touchpad */

/* ----- pointer -------------------------------------------------------------------------------- */

static PtModifiers
modifiers_of (PtCanvas *self, GdkModifierType state)
{
  PtModifiers modifiers = PT_MOD_NONE;

  if ((state & GDK_SHIFT_MASK) != 0)
    modifiers |= PT_MOD_SHIFT;
  if ((state & GDK_CONTROL_MASK) != 0)
    modifiers |= PT_MOD_CTRL;
  if ((state & GDK_ALT_MASK) != 0)
    modifiers |= PT_MOD_ALT;
  if (self->space_held)
    modifiers |= PT_MOD_SPACE;
  return modifiers;
}

static PtInput
input_of (PtCanvas *self, PtInputKind kind, double x, double y, GdkModifierType state)
{
  return (PtInput){ .kind = kind,
                    .at = pt_view_to_diagram (&self->view, x, y),
                    .zoom = self->view.zoom,
                    .modifiers = modifiers_of (self, state) };
}

void
pt_canvas_update_cursor (PtCanvas *self)
{
  const char *name = g_intern_string (pt_editor_cursor (self->editor));

  if (self->space_held && !self->editor->dragging)
    name = g_intern_static_string ("grab");
  if (name == self->cursor)
    return;
  self->cursor = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* Whether a drag is on decides about the pad too. */
static gboolean
hand_over (PtCanvas *self, const PtInput *input)
{
  gboolean dragging = self->editor->dragging;
  gboolean used = pt_editor_handle (self->editor, input);

  if (dragging != self->editor->dragging)
    pt_canvas_update_pad (self);
  pt_canvas_update_cursor (self);
  return used;
}

static void
move_pointer (PtCanvas *self, double x, double y, GdkModifierType state)
{
  PtInput input = input_of (self, PT_INPUT_MOTION, x, y, state);

  self->pointer = (PtPoint){ x, y };
  hand_over (self, &input);
}

void
pt_canvas_touch_pointer (PtCanvas *self)
{
  if (!self->editor->pressed)
    move_pointer (self, self->pointer.x, self->pointer.y, 0);
}

static GdkModifierType
state_of (gpointer controller)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
}

/* Where nothing can be edited, the hand has hold of the paper, and a click still selects. */
static void
select_at (PtCanvas *self, PtPoint at)
{
  PtHit hit = pt_scene_hit (self->scene, at, 1 / self->view.zoom);
  const char *const ids[]
      = { hit.figure != NULL && hit.figure->element != NULL ? hit.figure->element->id : NULL,
          NULL };

  pt_editor_select (self->editor, ids);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PtCanvas *self)
{
  PtInput input = input_of (self, PT_INPUT_PRESS, x, y, state_of (gesture));

  if (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) != GTK_WIDGET (self))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  pt_canvas_commit_label (self);
  input.button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  input.n_press = (guint)n_press;
  if (self->read_only && input.button == GDK_BUTTON_PRIMARY)
    select_at (self, input.at);
  if (!self->read_only || input.button != GDK_BUTTON_SECONDARY)
    hand_over (self, &input);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PtCanvas *self)
{
  PtInput input = input_of (self, PT_INPUT_RELEASE, x, y, state_of (gesture));

  hand_over (self, &input);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, PtCanvas *self)
{
  pt_editor_cancel (self->editor);
  pt_canvas_update_pad (self);
}

/* The motion controller only follows mice and pens; a finger is followed by the gesture. */
static void
update_cb (GtkGesture *gesture, GdkEventSequence *sequence, PtCanvas *self)
{
  double x, y;

  if (sequence != NULL && gtk_gesture_get_point (gesture, sequence, &x, &y))
    move_pointer (self, x, y, state_of (gesture));
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, PtCanvas *self)
{
  move_pointer (self, x, y, state_of (motion));
}

static void
leave_cb (GtkEventControllerMotion *motion, PtCanvas *self)
{
  PtInput input = input_of (self, PT_INPUT_LEAVE, self->pointer.x, self->pointer.y, 0);

  hand_over (self, &input);
}

static void
add_pointer (PtCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (click, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (click, "update", G_CALLBACK (update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  self->motion = GTK_EVENT_CONTROLLER_MOTION (motion);
}

PtPoint
pt_canvas_get_paste_point (PtCanvas *self)
{
  PtPoint at = { self->view.width / 2, self->view.height / 2 };

  if (gtk_event_controller_motion_contains_pointer (self->motion))
    at = self->pointer;
  return pt_view_to_diagram (&self->view, at.x, at.y);
}

/* ----- wheel and pinch ------------------------------------------------------------------------ */

/* Without Ctrl the scrolled window around it scrolls. */
static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, PtCanvas *self)
{
  PtPoint under = pt_view_to_diagram (&self->view, self->pointer.x, self->pointer.y);
  double zoom = self->view.zoom;

  if ((state_of (scroll) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL && fabs (dy) >= 1)
    zoom = pt_view_step_zoom (zoom, -dy, PT_ZOOM_WHEEL_STEPS);
  else
    zoom *= exp (-dy * SMOOTH_ZOOM_STEP * log (PT_ZOOM_MAX / PT_ZOOM_MIN) / PT_ZOOM_WHEEL_STEPS);
  pt_canvas_zoom_around (self, zoom, under, self->pointer.x, self->pointer.y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, PtCanvas *self)
{
  double x, y;

  pt_editor_cancel (self->editor);
  self->pinch_zoom = self->view.zoom;
  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    self->pinch_point = pt_view_to_diagram (&self->view, x, y);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, PtCanvas *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    pt_canvas_zoom_around (self, self->pinch_zoom * scale, self->pinch_point, x, y);
}

static void
add_zoom (PtCanvas *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/* ----- drops from the palette ----------------------------------------------------------------- */

static PtPoint
drop_place (PtCanvas *self, double x, double y)
{
  move_pointer (self, x, y, 0);
  return pt_view_to_diagram (&self->view, x, y);
}

/* A forbidden drop is taken as well: it says why nothing came of it. */
static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, PtCanvas *self)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (self->read_only)
    return 0;
  if (value != NULL)
    pt_editor_preview_drop (self->editor, g_value_get_boxed (value), drop_place (self, x, y));
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target, PtCanvas *self)
{
  pt_editor_preview_drop (self->editor, NULL, (PtPoint){ 0, 0 });
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PtCanvas *self)
{
  g_autofree char *id = NULL;

  if (self->read_only)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  id = pt_editor_drop (self->editor, g_value_get_boxed (value), drop_place (self, x, y));
  return id != NULL;
}

static void
add_drop (PtCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (PT_TYPE_NODE_SPEC, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ----- space bar ------------------------------------------------------------------------------ */

static gboolean
key_pressed_cb (GtkEventControllerKey *key,
                guint keyval,
                guint code,
                GdkModifierType state,
                PtCanvas *self)
{
  if (keyval != GDK_KEY_space || pt_label_editor_is_open (PT_LABEL_EDITOR (self->label_editor)))
    return GDK_EVENT_PROPAGATE;
  self->space_held = TRUE;
  pt_canvas_update_cursor (self);
  return GDK_EVENT_STOP;
}

static void
let_go_of_space (PtCanvas *self)
{
  self->space_held = FALSE;
  pt_canvas_update_cursor (self);
}

static void
key_released_cb (GtkEventControllerKey *key,
                 guint keyval,
                 guint code,
                 GdkModifierType state,
                 PtCanvas *self)
{
  if (keyval == GDK_KEY_space)
    let_go_of_space (self);
}

void
pt_canvas_add_controllers (PtCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (key, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (let_go_of_space), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_pointer (self);
  add_zoom (self);
  add_drop (self);
}

/* ----- keys ----------------------------------------------------------------------------------- */

/* While a label is typed every key is the label's. */
static gboolean
is_typing (PtCanvas *self)
{
  return pt_label_editor_is_open (PT_LABEL_EDITOR (self->label_editor));
}

static gboolean
editor_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  PtCanvas *self = PT_CANVAS (widget);
  PtInput input = { .kind = PT_INPUT_KEY, .zoom = self->view.zoom };
  gboolean used;

  if (is_typing (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(uu)", &input.key, &input.modifiers);
  if (self->read_only && input.key != PT_KEY_TAB)
    return GDK_EVENT_PROPAGATE;
  used = hand_over (self, &input);
  if (used && input.key == PT_KEY_TAB)
    {
      const char *id = pt_editor_get_selection (self->editor)[0];

      pt_canvas_reveal (self, id);
      pt_proxies_focus (self->proxies, id);
    }
  return used;
}

static gboolean
tool_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  PtCanvas *self = PT_CANVAS (widget);

  if (is_typing (self) || self->read_only)
    return GDK_EVENT_PROPAGATE;
  pt_editor_set_tool (self->editor, g_variant_get_uint32 (args));
  return GDK_EVENT_STOP;
}

static gboolean
pan_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  PtCanvas *self = PT_CANVAS (widget);
  double dx, dy;

  if (is_typing (self))
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(dd)", &dx, &dy);
  pt_canvas_scroll_to (self, self->view.x + dx, self->view.y + dy);
  return GDK_EVENT_STOP;
}

static gboolean
replace_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  PtCanvas *self = PT_CANVAS (widget);
  const char *const *ids = pt_editor_get_selection (self->editor);
  const PtDiagramElement *figure = pt_editor_figure (self->editor, ids[0]);
  PtPoint at;

  if (is_typing (self) || self->read_only || figure == NULL || ids[1] != NULL)
    return GDK_EVENT_PROPAGATE;
  at = pt_view_from_diagram (&self->view, (PtPoint){ figure->bounds.x, figure->bounds.y });
  pt_replace_menu_popup (widget,
                         &(GdkRectangle){ (int)at.x, (int)at.y,
                                          (int)(figure->bounds.width * self->view.zoom),
                                          (int)(figure->bounds.height * self->view.zoom) },
                         self->editor, ids[0]);
  return GDK_EVENT_STOP;
}

static void
bind_editor_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    PtKey key;
    PtModifiers modifiers;
  } keys[] = {
    { GDK_KEY_Escape, 0, PT_KEY_ESCAPE, 0 },
    { GDK_KEY_Return, 0, PT_KEY_ENTER, 0 },
    { GDK_KEY_KP_Enter, 0, PT_KEY_ENTER, 0 },
    { GDK_KEY_F2, 0, PT_KEY_ENTER, 0 },
    { GDK_KEY_e, 0, PT_KEY_ENTER, 0 },
    { GDK_KEY_Delete, 0, PT_KEY_DELETE, 0 },
    { GDK_KEY_BackSpace, 0, PT_KEY_DELETE, 0 },
    { GDK_KEY_Tab, 0, PT_KEY_TAB, 0 },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, PT_KEY_TAB, PT_MOD_SHIFT },
    { GDK_KEY_Tab, GDK_SHIFT_MASK, PT_KEY_TAB, PT_MOD_SHIFT },
    { GDK_KEY_Left, 0, PT_KEY_LEFT, 0 },
    { GDK_KEY_Right, 0, PT_KEY_RIGHT, 0 },
    { GDK_KEY_Up, 0, PT_KEY_UP, 0 },
    { GDK_KEY_Down, 0, PT_KEY_DOWN, 0 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, PT_KEY_LEFT, PT_MOD_SHIFT },
    { GDK_KEY_Right, GDK_SHIFT_MASK, PT_KEY_RIGHT, PT_MOD_SHIFT },
    { GDK_KEY_Up, GDK_SHIFT_MASK, PT_KEY_UP, PT_MOD_SHIFT },
    { GDK_KEY_Down, GDK_SHIFT_MASK, PT_KEY_DOWN, PT_MOD_SHIFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].keyval, keys[i].state, editor_key_cb, "(uu)",
                                  keys[i].key, keys[i].modifiers);
}

static void
bind_pan_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keyval;
    int x, y;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i].keyval, GDK_CONTROL_MASK, pan_key_cb, "(dd)",
                                    keys[i].x * PAN_STEP, keys[i].y * PAN_STEP);
      gtk_widget_class_add_binding (klass, keys[i].keyval, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                    pan_key_cb, "(dd)", keys[i].x * PAN_STEP_FAR,
                                    keys[i].y * PAN_STEP_FAR);
    }
}

void
pt_canvas_add_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keyval;
    PtToolKind tool;
  } tools[] = { { GDK_KEY_v, PT_TOOL_SELECT },
                { GDK_KEY_h, PT_TOOL_HAND },
                { GDK_KEY_l, PT_TOOL_LASSO },
                { GDK_KEY_c, PT_TOOL_CONNECT },
                { GDK_KEY_s, PT_TOOL_SPACE } };

  bind_editor_keys (klass);
  bind_pan_keys (klass);
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_class_add_binding (klass, tools[i].keyval, 0, tool_key_cb, "u", tools[i].tool);
  gtk_widget_class_add_binding (klass, GDK_KEY_r, 0, replace_key_cb, NULL);
}
