/* pt-label-editor.c: types a label where it stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-label-editor.h"

#include <glib/gi18n-lib.h>
#include <partitur/draw.h>

struct _PtLabelEditor
{
  GtkWidget parent_instance;

  GtkWidget *text;
  GtkCssProvider *font;
  gboolean open;
  gboolean composing; /* an input method has begun a character: Enter belongs to it */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PtLabelEditor, pt_label_editor, GTK_TYPE_WIDGET)

static GtkTextBuffer *
buffer_of (PtLabelEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static gboolean
key_pressed_cb (PtLabelEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  if (enter && (state & GDK_SHIFT_MASK) != 0)
    gtk_text_buffer_insert_at_cursor (buffer_of (self), "\n", 1);
  else if (enter || keyval == GDK_KEY_Tab)
    pt_label_editor_close (self, TRUE);
  else if (keyval == GDK_KEY_Escape)
    pt_label_editor_close (self, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
preedit_changed_cb (PtLabelEditor *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
focus_left_cb (PtLabelEditor *self)
{
  pt_label_editor_close (self, TRUE);
}

static void
add_controllers (PtLabelEditor *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->text, key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (self->text, focus);
}

static void
pt_label_editor_init (PtLabelEditor *self)
{
  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_justification (GTK_TEXT_VIEW (self->text), GTK_JUSTIFY_CENTER);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 2);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Label"), -1);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  self->font = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (self->text),
                                  GTK_STYLE_PROVIDER (self->font),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_swapped (self->text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  add_controllers (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
pt_label_editor_dispose (GObject *object)
{
  PtLabelEditor *self = PT_LABEL_EDITOR (object);

  self->open = FALSE;
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->font);
  G_OBJECT_CLASS (pt_label_editor_parent_class)->dispose (object);
}

static void
pt_label_editor_class_init (PtLabelEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_label_editor_dispose;
  gtk_widget_class_set_css_name (widget_class, "labeleditor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[DONE] = g_signal_new ("done", PT_TYPE_LABEL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

GtkWidget *
pt_label_editor_new (void)
{
  return g_object_new (PT_TYPE_LABEL_EDITOR, NULL);
}

static void
set_font (PtLabelEditor *self, double size)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (number, sizeof number, "%.2f", size);
  css = g_strdup_printf ("textview { font: %spx \"%s\"; }", number, PT_FONT_FAMILY);
  gtk_css_provider_load_from_data (self->font, css, -1);
}

void
pt_label_editor_open (PtLabelEditor *self, const char *text, double font_size)
{
  GtkTextIter start, end;

  set_font (self, font_size);
  pt_label_editor_set_text (self, text);
  self->open = TRUE;
  self->composing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  gtk_text_buffer_select_range (buffer_of (self), &end, &start);
  gtk_widget_grab_focus (self->text);
}

/* Closed before it is hidden: hiding takes the focus away, which would close it once more. */
void
pt_label_editor_close (PtLabelEditor *self, gboolean commit)
{
  if (!self->open)
    return;
  self->open = FALSE;
  g_signal_emit (self, signals[DONE], 0, commit);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
pt_label_editor_is_open (PtLabelEditor *self)
{
  return self->open;
}

char *
pt_label_editor_dup_text (PtLabelEditor *self)
{
  char *text;

  g_object_get (buffer_of (self), "text", &text, NULL);
  return g_strstrip (text);
}

void
pt_label_editor_set_text (PtLabelEditor *self, const char *text)
{
  gtk_text_buffer_set_text (buffer_of (self), text != NULL ? text : "", -1);
}
