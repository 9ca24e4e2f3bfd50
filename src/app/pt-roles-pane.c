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

  GListModel *lines;             /* (nullable): of PtRolesItem: what stands at the top */
  GtkSingleSelection *selection; /* (nullable): of the tree of these */
  PtPage *page;                  /* (nullable) */
  PtDocument *roles;             /* (nullable): that is followed */
  PtRoster *roster;              /* (nullable): of roles, read when it is asked for */
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

static PtRoster *
get_roster (PtRolesPane *self)
{
  if (self->roster == NULL)
    self->roster = pt_roster_new (self->roles);
  return self->roster;
}

static GListModel *
list_roles (PtRolesPane *self)
{
  return pt_roles_list_new (get_roster (self),
                            (PtRolesOrder)gtk_drop_down_get_selected (self->order),
                            gtk_editable_get_text (self->search));
}

static void
select_row (PtRolesPane *self,
            gboolean (*is_it) (PtRolesItem *item, gconstpointer data),
            gconstpointer data)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      g_autoptr (PtRolesItem) item = gtk_tree_list_row_get_item (row);

      if (is_it (item, data))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static gboolean
is_same (PtRolesItem *item, gconstpointer other)
{
  return pt_roles_item_is_same (item, (PtRolesItem *)other);
}

/* The entry itself, not where it stands below a role. */
static gboolean
is_entry (PtRolesItem *item, gconstpointer id)
{
  return pt_roles_item_get_held (item) == NULL && g_str_equal (pt_roles_item_get_id (item), id);
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
  g_autoptr (GMenuModel) menu = NULL;

  if (self->roles == NULL)
    return;
  menu = pt_roles_commands_menu (get_roster (self), item);
  gtk_menu_button_set_menu_model (self->entry_button, menu);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry_button), item != NULL);
}

/* Takes effect on the lines, which tell of it themselves. */
static void
show_problems (PtRolesPane *self)
{
  PtCompilation *compilation = pt_live_compiler_get (pt_page_get_compiler (self->page));

  if (self->lines != NULL && compilation != NULL)
    pt_roles_list_set_problems (self->lines, pt_compilation_get_diagnostics (compilation));
}

/* In another order, or of another file: with new lines. */
static void
refill (PtRolesPane *self)
{
  PtRolesItem *selected = pt_roles_pane_get_selected (self);
  g_autoptr (PtRolesItem) before = selected != NULL ? g_object_ref (selected) : NULL;
  GtkTreeListModel *tree;

  self->lines = list_roles (self);
  tree = gtk_tree_list_model_new (self->lines, FALSE, !is_large (self->roles), children_cb, NULL,
                                  NULL); /* it holds the lines */
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  g_object_unref (tree);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view holds it */
  if (before != NULL)
    select_row (self, is_same, before);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_selected),
                           self, G_CONNECT_SWAPPED);
  update_selected (self);
  show_problems (self);
}

/* The file was edited: lines that stay keep their place, what is unfolded stays so, and what was
 * chosen stays chosen, wherever it is now. */
static void
renew (PtRolesPane *self)
{
  PtRolesItem *selected = pt_roles_pane_get_selected (self);
  g_autoptr (PtRolesItem) before = selected != NULL ? g_object_ref (selected) : NULL;
  g_autoptr (GListModel) fresh = list_roles (self);

  pt_roles_list_renew (self->lines, fresh);
  if (before != NULL && pt_roles_pane_get_selected (self) == NULL)
    select_row (self, is_same, before);
  update_selected (self);
}

static void
refill_cb (PtRolesPane *self)
{
  if (self->roles != NULL)
    refill (self);
}

static void
roles_changed_cb (PtRolesPane *self)
{
  g_clear_pointer (&self->roster, pt_roster_unref);
  renew (self);
}

static void
search_stopped_cb (PtRolesPane *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
follow (PtRolesPane *self, PtDocument *roles)
{
  if (self->roles != NULL)
    g_signal_handlers_disconnect_by_func (self->roles, G_CALLBACK (roles_changed_cb), self);
  g_clear_pointer (&self->roster, pt_roster_unref);
  g_set_object (&self->roles, roles);
  if (roles != NULL)
    g_signal_connect_object (roles, "changed", G_CALLBACK (roles_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
is_unfolded (PtRolesPane *self)
{
  GListModel *tree = gtk_single_selection_get_model (self->selection);

  return gtk_tree_list_model_get_autoexpand (GTK_TREE_LIST_MODEL (tree));
}

/* Of the same file read anew, lines stay as they are unfolded. */
static void
show (PtRolesPane *self, PtDocument *roles)
{
  gboolean is_first = self->roles == NULL;

  if (self->roles == roles)
    return;
  follow (self, roles);
  gtk_stack_set_visible_child_name (self->stack, roles != NULL ? "roles" : "none");
  if (roles != NULL && (is_first || is_unfolded (self) == is_large (roles)))
    refill (self);
  else if (roles != NULL)
    renew (self);
}

void
pt_roles_pane_roles_changed (PtRolesPane *self)
{
  show (self, self->page != NULL ? pt_page_get_roles (self->page) : NULL);
}

void
pt_roles_pane_update (PtRolesPane *self)
{
  if (self->roles != NULL)
    show_problems (self);
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
  select_row (self, is_same, item);
  menu = pt_roles_commands_menu (get_roster (self), item);
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
    select_row (self, is_entry, id);
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
  const PtPerson *person
      = item != NULL ? pt_roster_get_person (get_roster (self), pt_roles_item_get_id (item)) : NULL;
  GtkWidget *popover;

  if (person == NULL)
    return;
  popover = pt_away_popover_new (get_roster (self), person);
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
  pt_roles_pane_roles_changed (self);
}

/* --- class --- */

static void
pt_roles_pane_dispose (GObject *object)
{
  PtRolesPane *self = PT_ROLES_PANE (object);
  GtkWidget *child;

  self->page = NULL;
  self->selection = NULL;
  self->lines = NULL;
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
