/* test-roles-pane.c: the roles file beside the drawing: edited, undone, and drawn from
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include <partitur/modeling.h>
#include <partitur/roster-edit.h>

#include "../../src/app/pt-day-entry.h"
#include "../../src/app/pt-page-private.h"
#include "pt-desk.h"

static gboolean
has_roles (gpointer page)
{
  return pt_page_get_roles (page) != NULL;
}

static GtkWidget *
find_text (PtPage *page, const char *text)
{
  return pt_desk_find_text (GTK_WIDGET (page->roles_pane), text);
}

/* The example with its roles file, and the pane beside it. */
static PtPage *
open_with_roles (PtWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_EXAMPLES"), "order-to-cash.bpmn", NULL);
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (has_roles, page);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-roles",
                                      g_variant_new_boolean (TRUE));
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (500);
  return page;
}

static void
close_with_roles (PtWindow *window)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-roles",
                                      g_variant_new_boolean (FALSE));
  pt_desk_close (window);
}

/** Wanted: a text that the pane is waited to show, or not to. */
typedef struct
{
  PtPage *page;
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;

  return find_text (wanted->page, wanted->text) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !is_shown (data);
}

static void
wait_for (PtPage *page, const char *text)
{
  pt_desk_wait (is_shown, &((Wanted){ page, text }));
}

static void
wait_until_gone (PtPage *page, const char *text)
{
  pt_desk_wait (is_gone, &((Wanted){ page, text }));
}

/* From the middle of one widget to that of another, as a drag between widgets needs it: slowly. */
static void
drag_to (GtkWidget *from, int x, int y)
{
  int from_x, from_y;

  pt_desk_on_screen (from, gtk_widget_get_width (from) / 2.0, gtk_widget_get_height (from) / 2.0,
                     &from_x, &from_y);
  pt_desk_drag (from_x, from_y, x, y);
  pt_desk_spin (500);
}

/* --- the list --- */

static void
the_organisation_is_shown (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);

  pt_desk_picture (GTK_WIDGET (window), "roles-pane.png");
  assert_non_null (find_text (page, "Halden Lamps"));
  assert_non_null (find_text (page, "Warehouse"));
  assert_non_null (find_text (page, "Yuki Tanaka"));
  assert_non_null (find_text (page, "external"));
  assert_non_null (find_text (page, "system of Application support"));
  close_with_roles (window);
}

static void
without_a_roles_file_one_is_offered (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-roles",
                                      g_variant_new_boolean (TRUE));
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "roles-none.png");
  pt_desk_press (page->roles_pane, "_Make One from the Lanes");
  pt_desk_wait (has_roles, page);
  assert_null (find_text (page, "No Roles File"));
  close_with_roles (window);
}

/* --- editing --- */

static void
open_menu (PtPage *page, const char *row)
{
  int x, y;
  GtkWidget *label = find_text (page, row);

  assert_non_null (label);
  pt_desk_on_screen (label, 8, gtk_widget_get_height (label) / 2.0, &x, &y);
  pt_desk_xdotool ("mousemove %d %d click 3", x, y);
  pt_desk_spin (500);
}

static void
a_role_is_added_and_taken_back (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);

  pt_desk_click (pt_desk_find (GTK_WIDGET (page->roles_pane), "Add a role"));
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "roles-add.png");
  pt_desk_click (find_text (page, "Role…"));
  pt_desk_spin (500);
  pt_desk_xdotool ("type --delay 20 Driver");
  pt_desk_xdotool ("key Return");
  wait_for (page, "Driver");
  assert_string_equal (pt_page_get_undo_name (page), "Add “Driver”");
  assert_false (pt_document_can_undo (page->document));
  pt_desk_spin (500);
  pt_desk_xdotool ("key ctrl+z");
  wait_until_gone (page, "Driver");
  assert_false (pt_document_get_modified (page->roles));
  close_with_roles (window);
}

static guint
count_lanes (PtPage *page, const char *name)
{
  GPtrArray *elements = pt_process_graph_get_elements (page->graph);
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = elements->pdata[i];

      n += element->type == PT_BPMN_LANE && g_strcmp0 (element->name, name) == 0;
    }
  return n;
}

static void
a_role_is_renamed (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);

  pt_desk_click (find_text (page, "Warehouse"));
  pt_desk_xdotool ("key F2");
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "roles-rename.png");
  pt_desk_xdotool ("key ctrl+a");
  pt_desk_xdotool ("type --delay 20 Stock");
  pt_desk_xdotool ("key Return");
  wait_for (page, "Stock");
  assert_null (find_text (page, "Warehouse"));
  assert_int_equal (count_lanes (page, "Stock"), 1);
  assert_int_equal (count_lanes (page, "Warehouse"), 0);
  pt_desk_spin (300);
  pt_desk_xdotool ("key ctrl+z"); /* both come back together */
  wait_for (page, "Warehouse");
  assert_int_equal (count_lanes (page, "Warehouse"), 1);
  assert_null (pt_page_get_undo_name (page));
  assert_false (pt_page_is_modified (page));
  pt_page_redo (page);
  wait_for (page, "Stock");
  assert_int_equal (count_lanes (page, "Stock"), 1);
  assert_null (pt_page_get_redo_name (page));
  close_with_roles (window);
}

static void
a_role_is_removed_with_its_holders (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  g_autoptr (PtRoster) roster = NULL;

  open_menu (page, "Warehouse");
  pt_desk_picture (GTK_WIDGET (window), "roles-menu.png");
  pt_desk_click (find_text (page, "Remove"));
  wait_until_gone (page, "Warehouse");
  roster = pt_roster_new (page->roles);
  assert_int_equal (pt_roster_get_person (roster, "y.tanaka")->holds->len, 0);
  pt_page_undo (page);
  wait_for (page, "Warehouse");
  assert_false (pt_document_get_modified (page->roles));
  close_with_roles (window);
}

static guint
count_holds (PtPage *page, const char *person)
{
  g_autoptr (PtRoster) roster = pt_roster_new (page->roles);

  return pt_roster_get_person (roster, person)->holds->len;
}

static const PtHold *
first_hold (PtRoster *roster, const char *person)
{
  return pt_roster_get_person (roster, person)->holds->pdata[0];
}

/* Who also stands in for the others no longer does, but holds the role as before. */
static void
only_the_chosen_line_is_no_longer_held (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  g_autoptr (PtRoster) roster = NULL;

  pt_roster_add_part (page->roles, "y.tanaka", "holds", "role", "warehouse", "as", "deputy", NULL);
  pt_desk_spin (300);
  assert_int_equal (count_holds (page, "y.tanaka"), 2);
  open_menu (page, "Yuki Tanaka"); /* the first of the two lines */
  pt_desk_click (find_text (page, "No Longer Holds This Role"));
  pt_desk_spin (500);
  assert_int_equal (count_holds (page, "y.tanaka"), 1);
  roster = pt_roster_new (page->roles);
  assert_true (first_hold (roster, "y.tanaka")->deputy);
  pt_page_undo (page);
  assert_int_equal (count_holds (page, "y.tanaka"), 2);
  close_with_roles (window);
}

/* --- what is unfolded and where one looks --- */

static GtkWidget *
view_of (PtPage *page)
{
  return gtk_widget_get_ancestor (pt_desk_find_kind (GTK_WIDGET (page->roles_pane), "rolesrow"),
                                  GTK_TYPE_LIST_VIEW);
}

static GtkTreeListModel *
tree_of (PtPage *page)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (view_of (page)));

  return GTK_TREE_LIST_MODEL (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection)));
}

static void
fold (PtPage *page, const char *id)
{
  GtkTreeListModel *tree = tree_of (page);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, i);
      g_autoptr (PtRolesItem) item = gtk_tree_list_row_get_item (row);

      if (g_str_equal (pt_roles_item_get_id (item), id))
        {
          gtk_tree_list_row_set_expanded (row, FALSE);
          return;
        }
    }
  fail_msg ("no line %s", id);
}

static void
the_list_stays_as_it_is_unfolded (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  GtkTreeListModel *tree = tree_of (page);
  PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);

  fold (page, "warehouse");
  assert_null (find_text (page, "Yuki Tanaka"));
  pt_modeling_rename (page->graph, lane->id, "Complaints");
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  assert_ptr_equal (tree_of (page), tree);
  assert_null (find_text (page, "Yuki Tanaka"));
  g_free (pt_roster_add_role (page->roles, "Driver", PT_ROLE_INTERNAL));
  pt_roster_set (page->roles, "warehouse", "name", "Stock");
  wait_for (page, "Driver");
  wait_for (page, "Stock");
  assert_null (find_text (page, "Yuki Tanaka"));
  assert_non_null (find_text (page, "Mateo Delgado"));
  close_with_roles (window);
}

static void
the_list_stays_where_one_looks (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = open_with_roles (window);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view_of (page)));
  double before;

  for (guint i = 0; i < 60; i++)
    g_free (pt_roster_add_role (page->roles, "Driver", PT_ROLE_INTERNAL));
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place) / 2);
  pt_desk_spin (300);
  before = gtk_adjustment_get_value (place);
  assert_true (before > 100);
  pt_roster_set (page->roles, "warehouse", "name", "Stock");
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  assert_true (ABS (gtk_adjustment_get_value (place) - before) < 2);
  close_with_roles (window);
}

static gboolean
shows_a_problem (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *row = gtk_widget_get_ancestor (find_text (wanted->page, wanted->text),
                                            g_type_from_name ("PtRolesRow"));
  const char *problem = gtk_widget_get_tooltip_text (row);

  return problem != NULL && strstr (problem, "no holder") != NULL;
}

/* A finding comes to a line that is shown already. */
static void
a_new_problem_is_shown_in_its_line (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  Wanted wanted = { page, "Application support" };
  PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);

  assert_false (shows_a_problem (&wanted));
  assert_true (pt_roster_remove_hold (page->roles, "s.kowalska", 0));
  assert_true (pt_modeling_rename (page->graph, lane->id, "Application support"));
  pt_desk_wait (shows_a_problem, &wanted);
  close_with_roles (window);
}

/* --- absences --- */

static GPtrArray *
absences_of (PtRoster *roster, const char *person)
{
  return pt_roster_get_person (roster, person)->absences;
}

static void
an_absence_is_entered_and_taken_back (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  g_autoptr (PtRoster) before = pt_roster_new (page->roles), after = NULL, back = NULL;
  guint n = absences_of (before, "y.tanaka")->len;
  const PtAbsence *absence;

  open_menu (page, "Yuki Tanaka");
  pt_desk_click (find_text (page, "Away…"));
  pt_desk_spin (500);
  pt_desk_xdotool ("key ctrl+a");
  pt_desk_xdotool ("type --delay 20 2031-03-09");
  pt_desk_xdotool ("key Tab Tab"); /* the calendar is between */
  pt_desk_xdotool ("type --delay 20 soon");
  pt_desk_xdotool ("key Return");
  pt_desk_spin (300);
  assert_non_null (find_text (page, "“soon” is not a day"));
  pt_desk_xdotool ("key ctrl+a");
  pt_desk_xdotool ("type --delay 20 2031-03-01");
  pt_desk_xdotool ("key Return");
  pt_desk_spin (300);
  assert_non_null (find_text (page, "The last day comes before the first one."));
  pt_desk_picture (GTK_WIDGET (window), "roles-away.png");
  pt_desk_xdotool ("key ctrl+a");
  pt_desk_xdotool ("type --delay 20 2031-03-14");
  pt_desk_xdotool ("key Return");
  pt_desk_spin (500);
  after = pt_roster_new (page->roles);
  assert_int_equal (absences_of (after, "y.tanaka")->len, n + 1);
  absence = absences_of (after, "y.tanaka")->pdata[n];
  assert_int_equal (g_date_get_day (&absence->until), 14);
  assert_null (absence->deputy);
  assert_string_equal (pt_page_get_undo_name (page), "Add absence");
  open_menu (page, "Yuki Tanaka");
  pt_desk_click (find_text (page, "Away…"));
  pt_desk_spin (500);
  pt_desk_click (pt_desk_find (GTK_WIDGET (page->roles_pane), "Take This Absence Back"));
  pt_desk_spin (500);
  back = pt_roster_new (page->roles);
  assert_int_equal (absences_of (back, "y.tanaka")->len, n);
  close_with_roles (window);
}

static gboolean
can_undo (gpointer page)
{
  return pt_page_get_undo_name (page) != NULL;
}

static void
days_are_chosen_in_a_calendar (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  g_autoptr (PtRoster) before = pt_roster_new (page->roles), after = NULL;
  guint n = absences_of (before, "y.tanaka")->len;
  GtkWidget *until;
  const PtAbsence *absence;

  open_menu (page, "Yuki Tanaka");
  pt_desk_click (find_text (page, "Away…"));
  pt_desk_spin (500);
  pt_desk_xdotool ("key ctrl+a");
  pt_desk_xdotool ("type --delay 20 2031-03-09");
  until = gtk_widget_get_next_sibling (
      gtk_widget_get_ancestor (pt_desk_find (GTK_WIDGET (page->roles_pane), "Choose in a Calendar"),
                               PT_TYPE_DAY_ENTRY));
  until = gtk_widget_get_next_sibling (until); /* behind its label */
  pt_desk_click (pt_desk_find (until, "Choose in a Calendar"));
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "roles-calendar.png");
  pt_desk_click (pt_desk_find_text (until, "21"));
  pt_desk_spin (500);
  assert_string_equal (pt_day_entry_get_text (PT_DAY_ENTRY (until)), "2031-03-21");
  gtk_widget_grab_focus (pt_day_entry_get_field (PT_DAY_ENTRY (until)));
  pt_desk_xdotool ("key Return");
  pt_desk_wait (can_undo, page);
  after = pt_roster_new (page->roles);
  assert_int_equal (absences_of (after, "y.tanaka")->len, n + 1);
  absence = absences_of (after, "y.tanaka")->pdata[n];
  assert_int_equal (g_date_get_day (&absence->from), 9);
  assert_int_equal (g_date_get_day (&absence->until), 21);
  pt_page_undo (page);
  assert_null (pt_page_get_undo_name (page));
  close_with_roles (window);
}

/* --- undo over both files --- */

static void
the_last_step_is_undone_first (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);
  g_autofree char *id = g_strdup (lane->id);
  g_autofree char *name = g_strdup (lane->name);

  g_free (pt_roster_add_role (page->roles, "First", PT_ROLE_INTERNAL));
  assert_true (pt_modeling_rename (page->graph, id, "Second"));
  g_free (pt_roster_add_role (page->roles, "Third", PT_ROLE_INTERNAL));
  pt_page_undo (page);
  wait_until_gone (page, "Third");
  assert_string_equal (pt_process_graph_get (page->graph, id)->name, "Second");
  pt_page_undo (page);
  assert_string_equal (pt_process_graph_get (page->graph, id)->name, name);
  assert_non_null (find_text (page, "First"));
  pt_page_undo (page);
  wait_until_gone (page, "First");
  assert_null (pt_page_get_undo_name (page));
  pt_page_redo (page);
  wait_for (page, "First");
  pt_page_redo (page);
  assert_string_equal (pt_process_graph_get (page->graph, id)->name, "Second");
  pt_page_redo (page);
  wait_for (page, "Third");
  assert_null (pt_page_get_redo_name (page));
  close_with_roles (window);
}

/* --- dragging --- */

static void
a_person_dropped_on_a_role_holds_it (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  g_autoptr (PtRoster) roster = NULL;
  GtkWidget *role = find_text (page, "Finance");
  const PtPerson *person;
  int x, y;

  if (find_text (page, "Finance department") == role)
    role = find_text (page, "Warehouse");
  pt_desk_on_screen (role, 20, gtk_widget_get_height (role) / 2.0, &x, &y);
  drag_to (find_text (page, "Ingrid Halden"), x, y);
  pt_desk_picture (GTK_WIDGET (window), "roles-held.png");
  roster = pt_roster_new (page->roles);
  person = pt_roster_get_person (roster, "i.halden");
  assert_int_equal (person->holds->len, 1);
  assert_string_equal (((const PtHold *)person->holds->pdata[0])->role->name, "Warehouse");
  pt_page_undo (page);
  assert_false (pt_document_get_modified (page->roles));
  close_with_roles (window);
}

static void
a_role_dropped_on_a_lane_names_it (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);
  g_autofree char *id = g_strdup (lane->id);
  g_autofree char *name = g_strdup (lane->name);
  PtBounds b = lane->figure->bounds;
  double x, y;
  int to_x, to_y;

  pt_canvas_from_diagram (page->canvas, (PtPoint){ b.x + 60, b.y + b.height / 2 }, &x, &y);
  pt_desk_on_screen (GTK_WIDGET (page->canvas), x, y, &to_x, &to_y);
  drag_to (find_text (page, "Application support"), to_x, to_y);
  pt_desk_picture (GTK_WIDGET (window), "roles-lane.png");
  assert_string_equal (pt_process_graph_get (page->graph, id)->name, "Application support");
  pt_page_undo (page);
  assert_string_equal (pt_process_graph_get (page->graph, id)->name, name);
  assert_null (pt_page_get_undo_name (page));
  close_with_roles (window);
}

static void
a_role_dropped_on_a_task_does_it (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  PtElement *task = pt_desk_find_type (page, PT_BPMN_TASK);
  g_autofree char *id = g_strdup (task->id), *lane = g_strdup (task->lane->name);
  PtPoint middle = pt_bounds_center (task->figure->bounds);
  double x, y;
  int to_x, to_y;

  pt_canvas_from_diagram (page->canvas, middle, &x, &y);
  pt_desk_on_screen (GTK_WIDGET (page->canvas), x, y, &to_x, &to_y);
  drag_to (find_text (page, "Application support"), to_x, to_y);
  task = pt_process_graph_get (page->graph, id);
  assert_string_equal (task->lane->name, lane);
  assert_non_null (pt_element_child_node (task, PT_BPMN_RESOURCE_ROLE));
  pt_page_undo (page);
  assert_null (pt_page_get_undo_name (page));
  close_with_roles (window);
}

static void
a_role_gets_a_lane_by_its_menu (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);

  open_menu (page, "Application support");
  pt_desk_click (find_text (page, "Add Lane for This Role"));
  pt_desk_spin (500);
  assert_int_equal (count_lanes (page, "Application support"), 1);
  pt_page_undo (page);
  assert_int_equal (count_lanes (page, "Application support"), 0);
  assert_null (pt_page_get_undo_name (page));
  close_with_roles (window);
}

/* --- on the drawing --- */

static gboolean
is_tinted (gpointer page)
{
  GHashTable *tints = pt_canvas_get_tints (((PtPage *)page)->canvas, PT_TINTS_ROLES);
  const PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);

  return tints != NULL && g_hash_table_contains (tints, lane->id);
}

static gboolean
is_plain (gpointer page)
{
  return !is_tinted (page);
}

static gboolean
is_blue (gpointer page)
{
  GHashTable *tints = pt_canvas_get_tints (((PtPage *)page)->canvas, PT_TINTS_ROLES);
  const PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);
  const PtTint *tint = tints != NULL ? g_hash_table_lookup (tints, lane->id) : NULL;

  return tint != NULL && tint->color == 0x123456;
}

static void
roles_color_the_drawing_on_demand (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_with_roles (window);
  const PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);
  const PtRole *role = NULL, *other;
  PtRoster *roster = pt_live_compiler_get_roster (page->compiler);
  g_autofree char *id = NULL;

  pt_roster_find_role (roster, lane->name, &role, &other);
  id = g_strdup (role->id);
  assert_true (is_plain (page));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-role-colors",
                                      g_variant_new_boolean (TRUE));
  pt_desk_wait (is_tinted, page);
  pt_desk_picture (GTK_WIDGET (window), "role-colors.png");
  pt_roster_set (pt_page_get_roles (page), id, "color", "#123456");
  pt_desk_wait (is_blue, page);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "show-role-colors",
                                      g_variant_new_boolean (FALSE));
  pt_desk_wait (is_plain, page);
  assert_false (pt_document_get_modified (pt_page_get_document (page)));
  close_with_roles (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_organisation_is_shown),
    cmocka_unit_test (without_a_roles_file_one_is_offered),
    cmocka_unit_test (a_role_is_added_and_taken_back),
    cmocka_unit_test (a_role_is_renamed),
    cmocka_unit_test (a_role_is_removed_with_its_holders),
    cmocka_unit_test (only_the_chosen_line_is_no_longer_held),
    cmocka_unit_test (the_list_stays_as_it_is_unfolded),
    cmocka_unit_test (the_list_stays_where_one_looks),
    cmocka_unit_test (a_new_problem_is_shown_in_its_line),
    cmocka_unit_test (an_absence_is_entered_and_taken_back),
    cmocka_unit_test (days_are_chosen_in_a_calendar),
    cmocka_unit_test (the_last_step_is_undone_first),
    cmocka_unit_test (a_person_dropped_on_a_role_holds_it),
    cmocka_unit_test (a_role_dropped_on_a_lane_names_it),
    cmocka_unit_test (a_role_dropped_on_a_task_does_it),
    cmocka_unit_test (a_role_gets_a_lane_by_its_menu),
    cmocka_unit_test (roles_color_the_drawing_on_demand),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-roles-pane: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
