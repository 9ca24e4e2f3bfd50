/* pt-palette.c: the tools and elements beside the canvas, to click or to drag
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/canvas.h>

#include "pt-palette.h"

#define N_COLUMNS 2

struct _PtPalette
{
  GtkWidget parent_instance;

  GtkGrid *tools;
  GtkGrid *elements;
  GtkWidget *tool_buttons[PT_TOOL_CREATE];
  PtEditor *editor;   /* (nullable) */
  gboolean following; /* the buttons follow the editor, not the other way round */
};

G_DEFINE_FINAL_TYPE (PtPalette, pt_palette, GTK_TYPE_WIDGET)

static const struct
{
  PtToolKind tool;
  const char *icon;
  const char *tooltip;
} tools[] = {
  { PT_TOOL_SELECT, "pt-select-symbolic", N_ ("Select and move") },
  { PT_TOOL_HAND, "pt-hand-symbolic", N_ ("Move the view (H)") },
  { PT_TOOL_CONNECT, "pt-connect-symbolic", N_ ("Connect two elements (C)") },
  { PT_TOOL_LASSO, "pt-lasso-symbolic", N_ ("Select an area (L)") },
  { PT_TOOL_SPACE, "pt-space-symbolic", N_ ("Make or take room (S)") },
};

static const struct
{
  PtNodeSpec spec;
  const char *icon;
  const char *label;
  const char *tooltip;
} elements[] = {
  { { PT_BPMN_START_EVENT, PT_BPMN_NONE, NULL, FALSE },
    "pt-start-event-symbolic",
    N_ ("Start"),
    N_ ("Start event: where a case begins") },
  { { PT_BPMN_END_EVENT, PT_BPMN_NONE, NULL, FALSE },
    "pt-end-event-symbolic",
    N_ ("End"),
    N_ ("End event: what the case has come to") },
  { { PT_BPMN_TASK, PT_BPMN_NONE, NULL, FALSE },
    "pt-task-symbolic",
    N_ ("Task"),
    N_ ("Task: something a person or a system does") },
  { { PT_BPMN_SUB_PROCESS, PT_BPMN_NONE, NULL, FALSE },
    "pt-sub-process-symbolic",
    N_ ("Sub-process"),
    N_ ("Sub-process: several steps that belong together") },
  { { PT_BPMN_EXCLUSIVE_GATEWAY, PT_BPMN_NONE, NULL, FALSE },
    "pt-exclusive-gateway-symbolic",
    N_ ("Decision"),
    N_ ("Exclusive gateway: one way or the other") },
  { { PT_BPMN_PARALLEL_GATEWAY, PT_BPMN_NONE, NULL, FALSE },
    "pt-parallel-gateway-symbolic",
    N_ ("Parallel"),
    N_ ("Parallel gateway: all ways at the same time, or waiting for all") },
  { { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION, NULL, FALSE },
    "pt-timer-event-symbolic",
    N_ ("Timer"),
    N_ ("Timer event: waiting for a time; on a task: its deadline") },
  { { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, NULL, FALSE },
    "pt-message-event-symbolic",
    N_ ("Message"),
    N_ ("Message event: waiting for a message") },
  { { PT_BPMN_PARTICIPANT, PT_BPMN_NONE, NULL, FALSE },
    "pt-pool-symbolic",
    N_ ("Pool"),
    N_ ("Pool: an organisation or party with a process of its own") },
  { { PT_BPMN_LANE, PT_BPMN_NONE, NULL, FALSE },
    "pt-lane-symbolic",
    N_ ("Lane"),
    N_ ("Lane: a role; drop it on a pool") },
  { { PT_BPMN_DATA_OBJECT_REFERENCE, PT_BPMN_NONE, NULL, FALSE },
    "pt-data-object-symbolic",
    N_ ("Document"),
    N_ ("Data object: a document or piece of information") },
  { { PT_BPMN_DATA_STORE_REFERENCE, PT_BPMN_NONE, NULL, FALSE },
    "pt-data-store-symbolic",
    N_ ("Store"),
    N_ ("Data store: where information is kept") },
  { { PT_BPMN_TEXT_ANNOTATION, PT_BPMN_NONE, NULL, FALSE },
    "pt-annotation-symbolic",
    N_ ("Note"),
    N_ ("Text annotation: a remark for readers") },
  { { PT_BPMN_GROUP, PT_BPMN_NONE, NULL, FALSE },
    "pt-group-symbolic",
    N_ ("Group"),
    N_ ("Group: a frame around things that belong together") },
};

/* --- tools --- */

static void
tool_toggled_cb (GtkToggleButton *button, gpointer user_data)
{
  PtPalette *self = user_data;
  PtToolKind tool = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tool"));

  if (!self->following && self->editor != NULL && gtk_toggle_button_get_active (button))
    pt_editor_set_tool (self->editor, tool);
}

static void
follow_tool (PtPalette *self)
{
  PtToolKind tool = pt_editor_get_tool (self->editor);

  self->following = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tool_buttons[i]), tools[i].tool == tool);
  self->following = FALSE;
}

static void
add_tool (PtPalette *self, guint i)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), tools[i].icon);
  gtk_widget_set_tooltip_text (button, _ (tools[i].tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (tools[i].tooltip), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_set_data (G_OBJECT (button), "tool", GUINT_TO_POINTER (tools[i].tool));
  g_signal_connect (button, "toggled", G_CALLBACK (tool_toggled_cb), self);
  gtk_grid_attach (self->tools, button, i % N_COLUMNS, i / N_COLUMNS, 1, 1);
  self->tool_buttons[i] = button;
}

/* --- elements --- */

static void
element_clicked_cb (GtkButton *button, gpointer user_data)
{
  PtPalette *self = user_data;
  const PtNodeSpec *spec = g_object_get_data (G_OBJECT (button), "spec");

  if (self->editor != NULL)
    pt_editor_create (self->editor, spec);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  return gdk_content_provider_new_typed (PT_TYPE_NODE_SPEC, user_data);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (
      gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button))));

  gtk_drag_source_set_icon (source, icon, 16, 16);
}

static GtkWidget *
element_content (guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (elements[i].icon);
  GtkWidget *label = gtk_label_new (_ (elements[i].label));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 24);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_element (PtPalette *self, guint i)
{
  GtkWidget *button = gtk_button_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_button_set_child (GTK_BUTTON (button), element_content (i));
  gtk_widget_set_tooltip_text (button, _ (elements[i].tooltip));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_set_data (G_OBJECT (button), "spec", (gpointer)&elements[i].spec);
  g_signal_connect (button, "clicked", G_CALLBACK (element_clicked_cb), self);

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), (gpointer)&elements[i].spec);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
  gtk_grid_attach (self->elements, button, i % N_COLUMNS, i / N_COLUMNS, 1, 1);
}

/* --- class --- */

void
pt_palette_set_editor (PtPalette *self, PtEditor *editor)
{
  if (!g_set_object (&self->editor, editor) || editor == NULL)
    return;
  g_signal_connect_object (editor, "tool-changed", G_CALLBACK (follow_tool), self,
                           G_CONNECT_SWAPPED);
  follow_tool (self);
}

static void
pt_palette_dispose (GObject *object)
{
  PtPalette *self = PT_PALETTE (object);

  g_clear_object (&self->editor);
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  G_OBJECT_CLASS (pt_palette_parent_class)->dispose (object);
}

static void
pt_palette_class_init (PtPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_palette_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/partitur/Partitur/palette.ui");
  gtk_widget_class_bind_template_child (widget_class, PtPalette, tools);
  gtk_widget_class_bind_template_child (widget_class, PtPalette, elements);
  gtk_widget_class_set_css_name (widget_class, "palette");
}

static void
pt_palette_init (PtPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    add_tool (self, i);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    add_element (self, i);
}
