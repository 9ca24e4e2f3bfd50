/* pt-roles-pane.c: the roles file beside the drawing: units, roles, and who holds them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-away-popover.h"
#include "pt-entry-popover.h"
#include "pt-roles-commands.h"
#include "pt-roles-list.h"
#include "pt-roles-pane.h"
#include "pt-roles-row.h"

#define MANY 500 /* lines of an organisation that is not unfolded at once */

struct _PtRolesPane
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkDropDown *order;
  GtkEditable *search;
  GtkListView *view;
  GtkMenuButton *add_button, *entry_button;
  GtkBox *sections;

  GtkSingleSelection *selection; /* (nullable): as long as the page has a roles file */
  PtPage *page;                  /* (nullable) */
  PtDocument *roles;             /* (nullable): that is followed */
};

G_DEFINE_FINAL_TYPE (PtRolesPane, pt_roles_pane, GTK_TYPE_WIDGET)

PtRolesItem *
pt_roles_pane_get_selected (PtRolesPane *self)
{
  GtkTreeListRow *row
      = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  g_autoptr (PtRolesItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item; /* the model holds it */
}

/* --- filling --- */

static GListModel *
children_cb (gpointer item, gpointer user_data)
{
  GListModel *children = pt_roles_item_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static GListModel *
list_roles (PtRolesPane *self)
{
  PtCompilation *compilation = pt_live_compiler_get (pt_page_get_compiler (self->page));
  g_autoptr (PtRoster) roster = pt_roster_new (self->roles);

  return pt_roles_list_new (roster,
                            compilation != NULL ? pt_compilation_get_diagnostics (compilation)
                                                : NULL,
                            (PtRolesOrder)gtk_drop_down_get_selected (self->order),
                            gtk_editable_get_text (self->search));
}

static gboolean
is_same (PtRolesItem *item, const char *id, const char *held)
{
  return g_str_equal (pt_roles_item_get_id (item), id)
         && g_strcmp0 (pt_roles_item_get_held (item), held) == 0;
}

/* The line that was chosen before stays it, wherever it is now. */
static void
select_again (PtRolesPane *self, const char *id, const char *held)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      g_autoptr (PtRolesItem) item = gtk_tree_list_row_get_item (row);

      if (is_same (item, id, held))
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static gboolean
is_large (PtDocument *roles)
{
  guint n = 0;

  for (xmlNode *node = pt_xml_first_element (pt_document_get_root (roles));
       node != NULL && n <= MANY; node = pt_xml_next_element (node))
    n++;
  return n > MANY;
}

static void
update_selected (PtRolesPane *self)
{
  PtRolesItem *item = pt_roles_pane_get_selected (self);
  g_autoptr (GMenuModel) menu = pt_roles_commands_menu (self->roles, item);

  gtk_menu_button_set_menu_model (self->entry_button, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry_button), item != NULL);
}

static void
refill (PtRolesPane *self)
{
  PtRolesItem *selected = pt_roles_pane_get_selected (self);
  g_autofree char *id = selected != NULL ? g_strdup (pt_roles_item_get_id (selected)) : NULL;
  g_autofree char *held = selected != NULL ? g_strdup (pt_roles_item_get_held (selected)) : NULL;
  GtkTreeListModel *tree
      = gtk_tree_list_model_new (list_roles (self), FALSE, !is_large (self->roles), children_cb,
                                 NULL, NULL);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  g_object_unref (tree);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view holds it */
  if (id != NULL)
    select_again (self, id, held);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_selected),
                           self, G_CONNECT_SWAPPED);
  update_selected (self);
}

static void
refill_cb (PtRolesPane *self)
{
  if (self->roles != NULL)
    refill (self);
}

static void
search_stopped_cb (PtRolesPane *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
follow (PtRolesPane *self, PtDocument *roles)
{
  if (self->roles == roles)
    return;
  if (self->roles != NULL)
    g_signal_handlers_disconnect_by_func (self->roles, G_CALLBACK (refill_cb), self);
  g_set_object (&self->roles, roles);
  if (roles != NULL)
    g_signal_connect_object (roles, "changed", G_CALLBACK (refill_cb), self, G_CONNECT_SWAPPED);
}

void
pt_roles_pane_update (PtRolesPane *self)
{
  follow (self, self->page != NULL ? pt_page_get_roles (self->page) : NULL);
  gtk_stack_set_visible_child_name (self->stack, self->roles != NULL ? "roles" : "none");
  refill_cb (self);
}

/* --- rows --- */

static void
dropped_cb (PtRolesPane *self, PtRolesItem *person, PtRolesRow *row)
{
  pt_roles_commands_hold (self->page, person, pt_roles_item_get_id (pt_roles_row_get_item (row)));
}

static gboolean
take_away (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen acts after the popover has closed, so it may only go a moment later. */
static void
popover_closed_cb (GtkWidget *popover)
{
  g_idle_add (take_away, popover);
}

static void
pop_up (PtRolesPane *self, GtkWidget *popover, GtkWidget *beside)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  if (!gtk_widget_compute_bounds (beside, GTK_WIDGET (self), &area))
    return;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int)area.origin.x, (int)area.origin.y,
                                                (int)area.size.width, (int)area.size.height });
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
menu_cb (PtRolesPane *self, double x, double y, PtRolesRow *row)
{
  PtRolesItem *item = pt_roles_row_get_item (row);
  g_autoptr (GMenuModel) menu = NULL;

  if (item == NULL)
    return;
  select_again (self, pt_roles_item_get_id (item), pt_roles_item_get_held (item));
  menu = pt_roles_commands_menu (self->roles, item);
  pop_up (self, gtk_popover_menu_new_from_model (menu), GTK_WIDGET (row));
}

static void
setup_cb (PtRolesPane *self, GtkListItem *item)
{
  GtkWidget *row = pt_roles_row_new ();

  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (PtRolesPane *self, GtkListItem *item)
{
  pt_roles_row_set (PT_ROLES_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (PtRolesPane *self, GtkListItem *item)
{
  pt_roles_row_set (PT_ROLES_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- actions --- */

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pt_page_choose_roles (PT_ROLES_PANE (widget)->page);
}

static void
draft (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pt_page_draft_roles (PT_ROLES_PANE (widget)->page);
}

static void
add_entered_cb (PtRolesPane *self, const char *text, GtkWidget *popover)
{
  const char *what = g_object_get_data (G_OBJECT (popover), "what");
  g_autofree char *id
      = pt_roles_commands_add (self->page, what, text, pt_roles_pane_get_selected (self));

  if (id != NULL)
    select_again (self, id, NULL);
}

/* s: "role", "external", "system", "person" or "unit" */
static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  GtkWidget *popover = pt_entry_popover_new (_ ("Its name"), "", _ ("_Add"));

  g_object_set_data_full (G_OBJECT (popover), "what", g_variant_dup_string (parameter, NULL),
                          g_free);
  g_signal_connect_object (popover, "entered", G_CALLBACK (add_entered_cb), self,
                           G_CONNECT_SWAPPED);
  pop_up (self, popover, GTK_WIDGET (self->add_button));
}

static GtkWidget *
find_row (GtkWidget *parent, PtRolesItem *item)
{
  GtkWidget *found = NULL;

  if (PT_IS_ROLES_ROW (parent))
    return pt_roles_row_get_item (PT_ROLES_ROW (parent)) == item ? parent : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, item);
  return found;
}

static void
rename_entered_cb (PtRolesPane *self, const char *text, GtkWidget *popover)
{
  pt_roles_commands_rename (self->page, g_object_get_data (G_OBJECT (popover), "id"),
                            g_object_get_data (G_OBJECT (popover), "old"), text);
}

/* Beside the line that is selected. */
static void
pop_up_at_selected (PtRolesPane *self, GtkWidget *popover)
{
  PtRolesItem *item = pt_roles_pane_get_selected (self);
  GtkWidget *row = find_row (GTK_WIDGET (self->view), item);

  g_object_set_data_full (G_OBJECT (popover), "id", g_strdup (pt_roles_item_get_id (item)), g_free);
  g_object_set_data_full (G_OBJECT (popover), "old", g_strdup (pt_roles_item_get_name (item)),
                          g_free);
  pop_up (self, popover, row != NULL ? row : GTK_WIDGET (self->entry_button));
}

static void
rename_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  PtRolesItem *item = pt_roles_pane_get_selected (self);
  GtkWidget *popover;

  if (item == NULL)
    return;
  popover = pt_entry_popover_new (_ ("New name"), pt_roles_item_get_name (item), _ ("_Rename"));
  g_signal_connect_object (popover, "entered", G_CALLBACK (rename_entered_cb), self,
                           G_CONNECT_SWAPPED);
  pop_up_at_selected (self, popover);
}

static void
away_cb (PtRolesPane *self,
         const char *from,
         const char *until,
         const char *deputy,
         GtkWidget *popover)
{
  pt_roles_commands_away (self->page, g_object_get_data (G_OBJECT (popover), "id"), from, until,
                          deputy);
}

static void
back_cb (PtRolesPane *self, guint place, GtkWidget *popover)
{
  pt_roles_commands_back (self->page, g_object_get_data (G_OBJECT (popover), "id"), place);
}

static void
ask_away (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  PtRolesItem *item = pt_roles_pane_get_selected (self);
  g_autoptr (PtRoster) roster = self->roles != NULL ? pt_roster_new (self->roles) : NULL;
  const PtPerson *person = item != NULL && roster != NULL
                               ? pt_roster_get_person (roster, pt_roles_item_get_id (item))
                               : NULL;
  GtkWidget *popover;

  if (person == NULL)
    return;
  popover = pt_away_popover_new (roster, person);
  g_signal_connect_object (popover, "away", G_CALLBACK (away_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  pop_up_at_selected (self, popover);
}

static void
remove_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  PtRolesItem *selected = pt_roles_pane_get_selected (self);
  g_autoptr (PtRolesItem) item = selected != NULL ? g_object_ref (selected) : NULL;

  if (item != NULL) /* its line goes while it is removed */
    pt_roles_commands_remove (self->page, item);
}

/* s: id of a role, for the person that is selected */
static void
hold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  PtRolesItem *item = pt_roles_pane_get_selected (self);

  if (item != NULL)
    pt_roles_commands_hold (self->page, item, g_variant_get_string (parameter, NULL));
}

/* s: "internal", "external" or "system", for the role that is selected */
static void
set_kind (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  PtRolesItem *item = pt_roles_pane_get_selected (self);

  if (item != NULL)
    pt_roles_commands_set_kind (self->page, item, g_variant_get_string (parameter, NULL));
}

/* s: "#rrggbb", or nothing, for the role that is selected */
static void
set_color (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  PtRolesItem *item = pt_roles_pane_get_selected (self);

  if (item != NULL)
    pt_roles_commands_set_color (self->page, item, g_variant_get_string (parameter, NULL));
}

static void
add_lane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtRolesPane *self = PT_ROLES_PANE (widget);
  PtRolesItem *item = pt_roles_pane_get_selected (self);

  if (item != NULL)
    pt_page_add_role_lane (self->page, item, NULL);
}

/* --- public --- */

void
pt_roles_pane_set_page (PtRolesPane *self, PtPage *page)
{
  self->page = page;
  pt_roles_pane_update (self);
}

void
pt_roles_pane_add_section (PtRolesPane *self, GtkWidget *section)
{
  gtk_box_append (self->sections, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (self->sections, section);
}

/* --- class --- */

static void
pt_roles_pane_dispose (GObject *object)
{
  PtRolesPane *self = PT_ROLES_PANE (object);
  GtkWidget *child;

  self->page = NULL;
  self->selection = NULL;
  follow (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pt_roles_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "roles.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "roles.draft", NULL, draft);
  gtk_widget_class_install_action (widget_class, "roles.add", "s", add);
  gtk_widget_class_install_action (widget_class, "roles.rename", NULL, rename_selected);
  gtk_widget_class_install_action (widget_class, "roles.away", NULL, ask_away);
  gtk_widget_class_install_action (widget_class, "roles.remove", NULL, remove_selected);
  gtk_widget_class_install_action (widget_class, "roles.hold", "s", hold);
  gtk_widget_class_install_action (widget_class, "roles.set-kind", "s", set_kind);
  gtk_widget_class_install_action (widget_class, "roles.set-color", "s", set_color);
  gtk_widget_class_install_action (widget_class, "roles.add-lane", NULL, add_lane);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "roles.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "roles.remove", NULL);
}

static void
pt_roles_pane_class_init (PtRolesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_roles_pane_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/roles-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PtRolesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PtRolesPane, order);
  gtk_widget_class_bind_template_child (widget_class, PtRolesPane, search);
  gtk_widget_class_bind_template_child (widget_class, PtRolesPane, view);
  gtk_widget_class_bind_template_child (widget_class, PtRolesPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, PtRolesPane, entry_button);
  gtk_widget_class_bind_template_child (widget_class, PtRolesPane, sections);
  gtk_widget_class_bind_template_callback (widget_class, refill_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  install_actions (widget_class);
}

static void
pt_roles_pane_init (PtRolesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
