/* pt-roles-row.c: a line of the roles pane as one sees it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-roles-row.h"
#include "pt-severity-icon.h"

struct _PtRolesRow
{
  GtkWidget parent_instance;

  GtkTreeExpander *expander;
  GtkImage *icon, *severity;
  GtkLabel *swatch, *name, *detail;
  PtRolesItem *item; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PtRolesRow, pt_roles_row, GTK_TYPE_WIDGET)

enum
{
  DROPPED,
  MENU,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

GtkWidget *
pt_roles_row_new (void)
{
  return g_object_new (PT_TYPE_ROLES_ROW, NULL);
}

PtRolesItem *
pt_roles_row_get_item (PtRolesRow *self)
{
  return self->item;
}

/* --- showing --- */

static void
show_problem (PtRolesRow *self)
{
  PtSeverity severity;
  const char *problem = pt_roles_item_get_problem (self->item, &severity);

  gtk_widget_set_visible (GTK_WIDGET (self->severity), problem != NULL);
  if (problem != NULL)
    pt_severity_icon_show (self->severity, severity);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), problem);
}

static void
show_color (PtRolesRow *self)
{
  int color = pt_roles_item_get_color (self->item);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (color >= 0)
    pango_attr_list_insert (attributes,
                            pango_attr_foreground_new ((guint16)((color >> 16 & 0xff) * 257),
                                                       (guint16)((color >> 8 & 0xff) * 257),
                                                       (guint16)((color & 0xff) * 257)));
  gtk_label_set_attributes (self->swatch, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), color >= 0);
  pango_attr_list_unref (attributes);
}

static void
say (PtRolesRow *self)
{
  PtSeverity severity;
  const char *problem = pt_roles_item_get_problem (self->item, &severity);
  g_autofree char *text
      = g_strjoin (", ", pt_roles_item_get_name (self->item), pt_roles_item_get_word (self->item),
                   pt_roles_item_get_detail (self->item), problem, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show (PtRolesRow *self)
{
  gtk_image_set_from_icon_name (self->icon, pt_roles_item_get_icon (self->item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), pt_roles_item_get_word (self->item));
  gtk_label_set_label (self->name, pt_roles_item_get_name (self->item));
  show_color (self);
  gtk_label_set_label (self->detail, pt_roles_item_get_detail (self->item));
  show_problem (self);
  say (self);
}

static void
forget_item (PtRolesRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, G_CALLBACK (show), self);
  g_clear_object (&self->item);
}

void
pt_roles_row_set (PtRolesRow *self, GtkTreeListRow *row)
{
  forget_item (self);
  gtk_tree_expander_set_list_row (self->expander, row);
  if (row == NULL)
    return;
  self->item = gtk_tree_list_row_get_item (row);
  g_signal_connect_object (self->item, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/* --- dragging --- */

static GdkContentProvider *
prepare_cb (PtRolesRow *self)
{
  return self->item != NULL && pt_roles_item_get_kind (self->item) != PT_ROLES_UNIT
             ? gdk_content_provider_new_typed (PT_TYPE_ROLES_ITEM, self->item)
             : NULL;
}

static void
drag_begin_cb (PtRolesRow *self, GdkDrag *drag)
{
  GtkWidget *label = gtk_label_new (pt_roles_item_get_name (self->item));

  gtk_widget_add_css_class (label, "dragged-role");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

/* Only a person is at home on a role. */
static GdkDragAction
drop_motion_cb (PtRolesRow *self, double x, double y, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  PtRolesItem *dragged = value != NULL ? g_value_get_object (value) : NULL;

  return dragged != NULL && pt_roles_item_get_kind (dragged) == PT_ROLES_PERSON
                 && pt_roles_item_get_kind (self->item) == PT_ROLES_ROLE
             ? GDK_ACTION_COPY
             : 0;
}

static gboolean
drop_cb (PtRolesRow *self, const GValue *value)
{
  PtRolesItem *dragged = g_value_get_object (value);

  if (dragged == NULL || pt_roles_item_get_kind (dragged) != PT_ROLES_PERSON
      || pt_roles_item_get_kind (self->item) != PT_ROLES_ROLE)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, dragged);
  return TRUE;
}

static void
add_dragging (PtRolesRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PT_TYPE_ROLES_ITEM, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- class --- */

static void
menu_cb (PtRolesRow *self, int n_press, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static void
add_menu (PtRolesRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
pt_roles_row_dispose (GObject *object)
{
  PtRolesRow *self = PT_ROLES_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  forget_item (self);
  G_OBJECT_CLASS (pt_roles_row_parent_class)->dispose (object);
}

static void
pt_roles_row_class_init (PtRolesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pt_roles_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rolesrow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  signals[DROPPED] = g_signal_new ("dropped", PT_TYPE_ROLES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, PT_TYPE_ROLES_ITEM);
  signals[MENU] = g_signal_new ("menu", PT_TYPE_ROLES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
pt_roles_row_init (PtRolesRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->expander = GTK_TREE_EXPANDER (gtk_tree_expander_new ());
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->swatch = GTK_LABEL (gtk_label_new ("●"));
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  self->severity = GTK_IMAGE (gtk_image_new ());
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_label_set_width_chars (self->name, 12);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->swatch));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->severity));
  gtk_tree_expander_set_child (self->expander, box);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
  add_dragging (self);
  add_menu (self);
}
