/* pt-trail-bar.c: the way to the diagram in view, and the way to all others
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-trail-bar.h"

#define NAME_CHARS 32 /* of a diagram, before it is cut short */
#define INDENT 18

struct _PtTrailBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *steps;
  GtkMenuButton *chooser;
  GtkListBox *list;
  PtCanvas *canvas; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PtTrailBar, pt_trail_bar, GTK_TYPE_WIDGET)

static PtEditor *
editor_of (PtTrailBar *self)
{
  return pt_canvas_get_editor (self->canvas);
}

static PtProcessGraph *
graph_of (PtTrailBar *self)
{
  return pt_editor_get_graph (editor_of (self));
}

/* Rows and buttons keep the place of their diagram: diagrams may go while a popover is open, and
 * then all of them are made anew. */
static guint
place_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "pt-place"));
}

static void
set_place (GtkWidget *widget, guint place)
{
  g_object_set_data (G_OBJECT (widget), "pt-place", GUINT_TO_POINTER (place));
}

/* --- the path --- */

static void
step_clicked_cb (PtTrailBar *self, GtkWidget *button)
{
  GPtrArray *path = pt_editor_get_path (editor_of (self));
  guint place = place_of (button);

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (place < path->len)
    pt_canvas_go_back_to (self->canvas, g_ptr_array_index (path, place));
}

static GtkWidget *
make_label (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  return label;
}

static void
describe_step (GtkWidget *button, const char *title, gboolean is_last)
{
  /* Translators: %s is the name of a process or sub-process one can go back to */
  g_autofree char *text = is_last ? NULL : g_strdup_printf (_ ("Back to %s"), title);
  const char *description = is_last ? _ ("In view") : text;

  gtk_widget_set_tooltip_text (button, is_last ? title : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  if (is_last)
    gtk_widget_add_css_class (button, "current");
}

static void
add_step (PtTrailBar *self, GPtrArray *path, guint place)
{
  g_autofree char *title = pt_diagram_title (g_ptr_array_index (path, place));
  GtkWidget *button = gtk_button_new ();

  if (place > 0)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (sign, "dim-label");
      gtk_box_append (self->steps, sign);
    }
  gtk_button_set_child (GTK_BUTTON (button), make_label (title));
  gtk_widget_add_css_class (button, "flat");
  describe_step (button, title, place + 1 == path->len);
  set_place (button, place);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (step_clicked_cb), self);
  gtk_box_append (self->steps, button);
}

static void
show_path (PtTrailBar *self)
{
  GPtrArray *path = pt_editor_get_path (editor_of (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, child);
  for (guint i = 0; i < path->len; i++)
    add_step (self, path, i);
}

/* --- all diagrams --- */

static const char *
kind_of (const PtDiagram *diagram)
{
  if (diagram->element == NULL)
    return _ ("Shows nothing of this file");
  return pt_bpmn_type_label (diagram->element->type);
}

/* A name, and below it in small letters what it is. */
static GtkWidget *
make_texts (const char *title, const char *kind, guint depth)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = make_label (title), *below = gtk_label_new (kind);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), below);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_start (texts, (int)depth * INDENT);
  return texts;
}

static void
add_row (PtTrailBar *self, GtkWidget *texts, const char *title, guint place, gboolean is_shown)
{
  GtkWidget *row = gtk_list_box_row_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *sign = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_opacity (sign, is_shown ? 1 : 0);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), sign);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  set_place (row, place);
  gtk_list_box_append (self->list, row);
  if (is_shown)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
add_diagram (PtTrailBar *self, PtDiagram *diagram, guint place)
{
  g_autoptr (GPtrArray) path = pt_diagram_path (diagram);
  g_autofree char *title = pt_diagram_title (diagram);

  add_row (self, make_texts (title, kind_of (diagram), path->len - 1), title, place,
           diagram == pt_editor_get_diagram (editor_of (self)));
}

static void
add_undrawn (PtTrailBar *self, const PtElement *process, guint place)
{
  g_autofree char *title = pt_element_display_name (process);

  add_row (self, make_texts (title, _ ("Not drawn yet"), 0), title, place, FALSE);
}

static void
clear_list (PtTrailBar *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
fill_list (PtTrailBar *self)
{
  g_autoptr (GPtrArray) diagrams = pt_process_graph_diagrams_by_depth (graph_of (self));
  g_autoptr (GPtrArray) undrawn = pt_process_graph_undrawn (graph_of (self));

  clear_list (self);
  for (guint i = 0; i < diagrams->len; i++)
    add_diagram (self, g_ptr_array_index (diagrams, i), i);
  for (guint i = 0; i < undrawn->len; i++)
    add_undrawn (self, g_ptr_array_index (undrawn, i), diagrams->len + i);
}

/* Returns: (nullable): the diagram of a process that is drawn only now */
static PtDiagram *
draw_process (PtTrailBar *self, guint place)
{
  g_autoptr (GPtrArray) undrawn = pt_process_graph_undrawn (graph_of (self));
  PtElement *process = place < undrawn->len ? g_ptr_array_index (undrawn, place) : NULL;
  g_autofree char *id = process != NULL ? g_strdup (process->id) : NULL;

  if (id == NULL || !pt_modeling_give_diagram (graph_of (self), id))
    return NULL;
  return pt_element_get_diagram (pt_process_graph_get (graph_of (self), id));
}

static void
row_activated_cb (PtTrailBar *self, GtkListBoxRow *row)
{
  g_autoptr (GPtrArray) diagrams = pt_process_graph_diagrams_by_depth (graph_of (self));
  guint place = place_of (GTK_WIDGET (row));
  PtDiagram *diagram = place < diagrams->len ? g_ptr_array_index (diagrams, place)
                                             : draw_process (self, place - diagrams->len);

  gtk_menu_button_popdown (self->chooser);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (diagram != NULL)
    pt_canvas_set_diagram (self->canvas, diagram);
}

static void
chooser_shown_cb (PtTrailBar *self)
{
  if (self->canvas != NULL)
    fill_list (self);
}

/* What the actions in the popover do is seen on the canvas. */
static void
action_clicked_cb (PtTrailBar *self)
{
  gtk_menu_button_popdown (self->chooser);
}

/* --- following --- */

static gboolean
has_choice (PtTrailBar *self)
{
  g_autoptr (GPtrArray) undrawn = pt_process_graph_undrawn (graph_of (self));

  return pt_process_graph_get_diagrams (graph_of (self))->len + undrawn->len > 1;
}

static void
update (PtTrailBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, has_choice (self));
  show_path (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    fill_list (self);
}

/* A change of the process is seldom one of what is said here; else no button is made anew. */
static gboolean
is_outdated (PtTrailBar *self)
{
  GPtrArray *path = pt_editor_get_path (editor_of (self));
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->steps));

  if (gtk_revealer_get_reveal_child (self->revealer) != has_choice (self))
    return TRUE;
  for (guint i = 0; i < path->len; i++)
    {
      g_autofree char *title = pt_diagram_title (g_ptr_array_index (path, i));
      GtkWidget *label = child != NULL ? gtk_button_get_child (GTK_BUTTON (child)) : NULL;

      if (label == NULL || g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), title) != 0)
        return TRUE;
      child = gtk_widget_get_next_sibling (child);
      child = child != NULL ? gtk_widget_get_next_sibling (child) : NULL;
    }
  return child != NULL;
}

static void
graph_changed_cb (PtTrailBar *self)
{
  if (is_outdated (self) || gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    update (self);
}

void
pt_trail_bar_set_canvas (PtTrailBar *self, PtCanvas *canvas)
{
  if (self->canvas != NULL)
    {
      g_signal_handlers_disconnect_by_data (editor_of (self), self);
      g_signal_handlers_disconnect_by_data (graph_of (self), self);
    }
  self->canvas = canvas;
  if (canvas == NULL)
    return;
  g_signal_connect_object (editor_of (self), "diagram-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (graph_of (self), "changed", G_CALLBACK (graph_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/* --- class --- */

static void
pt_trail_bar_dispose (GObject *object)
{
  GtkWidget *child;

  pt_trail_bar_set_canvas (PT_TRAIL_BAR (object), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pt_trail_bar_parent_class)->dispose (object);
}

static void
pt_trail_bar_class_init (PtTrailBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_trail_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "trailbar");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/partitur/Partitur/trail-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PtTrailBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PtTrailBar, steps);
  gtk_widget_class_bind_template_child (widget_class, PtTrailBar, chooser);
  gtk_widget_class_bind_template_child (widget_class, PtTrailBar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chooser_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, action_clicked_cb);
}

static void
pt_trail_bar_init (PtTrailBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
