/* test-compare.c: two versions in a window: marked, listed, filtered, walked through, not edited
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the window go to the folder in PT_PICTURES, for people to look at.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <partitur/modeling.h>
#include <stdio.h>

#include "../../src/app/pt-compare-window.h"
#include "../../src/app/pt-compare.h"
#include "../../src/app/pt-difference-item.h"
#include "pt-desk.h"

static GtkWindow *
compare_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (PT_IS_COMPARE_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
has_compare_window (gpointer data)
{
  return compare_window () != NULL;
}

static GtkWidget *
find_widget (GtkWidget *parent, GType type, guint *n)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (parent), type) && (*n)-- == 0)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, n);
  return found;
}

static GtkSingleSelection *
selection_of (GtkWindow *window)
{
  guint first = 0;
  GtkWidget *list = find_widget (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW, &first);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static guint
count_listed (GtkWindow *window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (selection_of (window)));
}

static PtCanvas *
canvas_of (GtkWindow *window, guint side)
{
  return PT_CANVAS (find_widget (GTK_WIDGET (window), PT_TYPE_CANVAS, &side));
}

/* The button that chooses @target. */
static GtkWidget *
find_choice (GtkWidget *parent, const char *target)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (parent)
      && gtk_actionable_get_action_target_value (GTK_ACTIONABLE (parent)) != NULL)
    {
      g_autofree char *own = g_variant_print (
          gtk_actionable_get_action_target_value (GTK_ACTIONABLE (parent)), FALSE);

      if (g_str_equal (own, target))
        return parent;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_choice (child, target);
  return found;
}

static void
press_toggle (GtkWindow *window, const char *target)
{
  GtkWidget *button = find_choice (GTK_WIDGET (window), target);
  int x, y;

  assert_non_null (button);
  pt_desk_on_screen (button, gtk_widget_get_width (button) / 2.0,
                     gtk_widget_get_height (button) / 2.0, &x, &y);
  pt_desk_xdotool ("mousemove %d %d", x, y);
  pt_desk_xdotool ("click 1");
}

static void
choose (GtkWindow *window, const char *name, const char *value)
{
  gtk_widget_activate_action (GTK_WIDGET (window), name, "s", value);
  pt_desk_spin (100);
}

static PtElement *
named (PtPage *page, const char *name)
{
  GPtrArray *elements = pt_process_graph_get_elements (pt_page_get_graph (page));

  for (guint i = 0; i < elements->len; i++)
    if (g_strcmp0 (((PtElement *)elements->pdata[i])->name, name) == 0)
      return elements->pdata[i];
  fail_msg ("nothing is named %s", name);
  return NULL;
}

/* Renamed, moved, gone, and new: one of each. */
static void
edit (PtPage *page)
{
  PtProcessGraph *graph = pt_page_get_graph (page);
  PtNodeSpec spec = { PT_BPMN_USER_TASK, PT_BPMN_NONE, "Thank the customer" };
  g_autofree char *id = g_strdup (named (page, "Ship goods")->id);
  g_autofree char *gone = g_strdup (named (page, "Send reminder")->id);
  g_autofree char *moved = g_strdup (named (page, "Enter order")->id);
  const char *const to_delete[] = { gone, NULL }, *const to_move[] = { moved, NULL };
  g_autofree char *made = NULL;

  pt_modeling_rename (graph, id, "Send goods");
  pt_modeling_move (graph, to_move, 0, 20, NULL);
  pt_modeling_delete (graph, to_delete);
  made = pt_modeling_append (graph, named (page, "Book payment")->id, &spec);
}

static GtkWindow *
open_comparison (PtWindow *window)
{
  g_autoptr (GFile) file
      = g_file_new_build_filename (g_getenv ("PT_EXAMPLES"), "order-to-cash.bpmn", NULL);

  pt_window_open (window, file);
  pt_desk_wait (pt_desk_has_page, window);
  edit (pt_window_get_page (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "compare-saved", NULL);
  pt_desk_wait (has_compare_window, NULL);
  pt_desk_spin (300);
  return compare_window ();
}

static void
close_both (PtWindow *window, GtkWindow *view)
{
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *)&view);
  gtk_window_destroy (view);
  for (guint i = 0; i < 100 && view != NULL; i++)
    pt_desk_spin (20);
  assert_null (view);
  pt_desk_close (window);
}

/* --- tests --- */

static void
differences_are_listed_and_filtered (void **state)
{
  PtWindow *window = pt_desk_open ();
  GtkWindow *view = open_comparison (window);
  guint n = count_listed (view), n_wording, n_layout;

  pt_desk_picture (GTK_WIDGET (view), "compare-sides.png");
  choose (view, "choice.filter", "wording");
  n_wording = count_listed (view);
  choose (view, "choice.filter", "layout");
  n_layout = count_listed (view);
  assert_true (n_wording >= 4);
  assert_true (n_layout >= 1);
  assert_int_equal (n_wording + n_layout, n);
  choose (view, "choice.filter", "all");
  choose (view, "choice.view", "overlay");
  pt_desk_picture (GTK_WIDGET (view), "compare-overlay.png");
  close_both (window, view);
}

static void
next_goes_from_one_to_the_next (void **state)
{
  PtWindow *window = pt_desk_open ();
  GtkWindow *view = open_comparison (window);
  GtkSingleSelection *selection = selection_of (view);
  guint n = count_listed (view);

  gtk_widget_activate_action (GTK_WIDGET (view), "compare.next", NULL);
  assert_int_equal (gtk_single_selection_get_selected (selection), 0);
  gtk_widget_activate_action (GTK_WIDGET (view), "compare.previous", NULL);
  assert_int_equal (gtk_single_selection_get_selected (selection), n - 1);
  for (guint i = 0; i < n; i++)
    {
      PtDifferenceItem *item;
      const PtDifference *difference;

      gtk_widget_activate_action (GTK_WIDGET (view), "compare.next", NULL);
      item = gtk_single_selection_get_selected_item (selection);
      difference = pt_difference_item_get (item);
      if (difference->after != NULL && difference->after->type == PT_BPMN_USER_TASK)
        assert_string_equal (pt_editor_get_selection (
                                 pt_canvas_get_editor (canvas_of (view, 1)))[0],
                             difference->after->id);
    }
  close_both (window, view);
}

static void
keys_and_clicks_choose_a_difference (void **state)
{
  PtWindow *window = pt_desk_open ();
  GtkWindow *view = open_comparison (window);
  GtkSingleSelection *selection = selection_of (view);
  guint n = count_listed (view), first = 0;
  GtkWidget *list = find_widget (GTK_WIDGET (view), GTK_TYPE_LIST_VIEW, &first);
  int x, y;

  pt_desk_on_screen (list, gtk_widget_get_width (list) / 2.0, 20, &x, &y);
  pt_desk_xdotool ("mousemove %d %d", x, y);
  pt_desk_xdotool ("click 1");
  assert_int_equal (gtk_single_selection_get_selected (selection), 0);
  pt_desk_xdotool ("key F8");
  assert_int_equal (gtk_single_selection_get_selected (selection), 1);
  pt_desk_xdotool ("key shift+F8");
  pt_desk_xdotool ("key shift+F8");
  assert_int_equal (gtk_single_selection_get_selected (selection), n - 1);
  press_toggle (view, "'overlay'");
  pt_desk_spin (300);
  assert_false (gtk_widget_get_mapped (GTK_WIDGET (canvas_of (view, 0))));
  press_toggle (view, "'layout'");
  pt_desk_spin (300);
  assert_in_range (count_listed (view), 1, n - 1);
  close_both (window, view);
}

static void
both_sides_scroll_and_zoom_as_one (void **state)
{
  PtWindow *window = pt_desk_open ();
  GtkWindow *view = open_comparison (window);
  PtCanvas *before = canvas_of (view, 0), *after = canvas_of (view, 1);
  PtPoint a, b;

  pt_canvas_zoom (after, 1.5);
  pt_desk_spin (50);
  assert_true (pt_canvas_get_zoom (before) == 1.5);
  pt_canvas_reveal (before, "Task_EnterOrder");
  pt_desk_spin (50);
  pt_canvas_to_diagram (before, 0, 0, &a);
  pt_canvas_to_diagram (after, 0, 0, &b);
  assert_true (pt_point_distance (a, b) < 2);
  close_both (window, view);
}

static gboolean
shows_all (PtCanvas *canvas)
{
  PtBounds drawn = pt_diagram_bounds (pt_editor_get_diagram (pt_canvas_get_editor (canvas)));
  PtPoint from, to;

  pt_canvas_to_diagram (canvas, 0, 0, &from);
  pt_canvas_to_diagram (canvas, gtk_widget_get_width (GTK_WIDGET (canvas)),
                        gtk_widget_get_height (GTK_WIDGET (canvas)), &to);
  return pt_bounds_contains ((PtBounds){ from.x, from.y, to.x - from.x, to.y - from.y }, drawn);
}

static void
drawings_at_different_places_are_both_seen_whole (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_EXAMPLES"), "order-to-cash.bpmn", NULL);
  PtPage *page = pt_desk_open_file (window, path);
  GPtrArray *elements = pt_process_graph_get_elements (pt_page_get_graph (page));
  g_autoptr (GPtrArray) pools = g_ptr_array_new ();
  GtkWindow *view;

  for (guint i = 0; i < elements->len; i++)
    if (((PtElement *)elements->pdata[i])->type == PT_BPMN_PARTICIPANT)
      g_ptr_array_add (pools, (gpointer)((PtElement *)elements->pdata[i])->id);
  g_ptr_array_add (pools, NULL);
  assert_true (pt_modeling_move (pt_page_get_graph (page), (const char *const *)pools->pdata, 900,
                                 700, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (window), "compare-saved", NULL);
  pt_desk_wait (has_compare_window, NULL);
  view = compare_window ();
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (view), "compare-moved.png");
  assert_true (shows_all (canvas_of (view, 0)));
  assert_true (shows_all (canvas_of (view, 1)));
  pt_canvas_zoom (canvas_of (view, 1), 2);
  gtk_widget_activate_action (GTK_WIDGET (view), "compare.zoom-fit", NULL);
  pt_desk_spin (200);
  assert_true (shows_all (canvas_of (view, 0)));
  close_both (window, view);
}

static void
nothing_can_be_edited (void **state)
{
  PtWindow *window = pt_desk_open ();
  GtkWindow *view = open_comparison (window);
  PtCanvas *canvas = canvas_of (view, 1);
  PtProcessGraph *graph = pt_editor_get_graph (pt_canvas_get_editor (canvas));
  PtDocument *document = pt_process_graph_get_document (graph);
  guint64 serial = pt_document_get_serial (document);
  int x, y;

  gtk_widget_activate_action (GTK_WIDGET (view), "compare.next", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  pt_desk_on_screen (GTK_WIDGET (canvas), 200, 200, &x, &y);
  pt_desk_drag (x, y, x + 60, y + 30);
  pt_desk_xdotool ("key Delete");
  pt_desk_xdotool ("key F2");
  pt_desk_xdotool ("key Right");
  pt_canvas_edit_label (canvas, "Task_EnterOrder");
  pt_desk_spin (200);
  assert_true (pt_document_get_serial (document) == serial);
  close_both (window, view);
}

static void
count_cb (GdkFrameClock *clock, guint *n)
{
  ++*n;
}

/* Returns: how often it is painted, or could be, within half a second */
static guint
count_frames (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  guint n = 0;
  gulong handler = g_signal_connect (clock, "update", G_CALLBACK (count_cb), &n);

  pt_desk_spin (500);
  g_signal_handler_disconnect (clock, handler);
  return n;
}

static gboolean
is_at_rest (gpointer window)
{
  return count_frames (window) < 5;
}

/* Two requests within a frame are one, and it comes to an end. */
static void
the_window_comes_to_rest (void **state)
{
  PtWindow *window = pt_desk_open ();
  GtkWindow *view = open_comparison (window);

  pt_desk_wait (is_at_rest, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "choice.view", "s", "overlay");
  gtk_widget_activate_action (GTK_WIDGET (view), "choice.view", "s", "sides");
  pt_desk_wait (is_at_rest, view);
  close_both (window, view);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (differences_are_listed_and_filtered),
    cmocka_unit_test (next_goes_from_one_to_the_next),
    cmocka_unit_test (keys_and_clicks_choose_a_difference),
    cmocka_unit_test (both_sides_scroll_and_zoom_as_one),
    cmocka_unit_test (drawings_at_different_places_are_both_seen_whole),
    cmocka_unit_test (nothing_can_be_edited),
    cmocka_unit_test (the_window_comes_to_rest),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-compare: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
