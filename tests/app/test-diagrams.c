/* test-diagrams.c: a file with several levels in its window: into a sub-process and out of it again
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Driven by real clicks and keys. Pictures of the window go to the folder in PT_PICTURES.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "pt-desk.h"

static PtWindow *the_window;

static PtCanvas *
canvas (void)
{
  return pt_page_get_canvas (pt_window_get_page (the_window));
}

static PtEditor *
editor (void)
{
  return pt_canvas_get_editor (canvas ());
}

static PtElement *
element (const char *id)
{
  return pt_process_graph_get (pt_editor_get_graph (editor ()), id);
}

static void
open_levels (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_FIXTURES"), "modeling", "levels.bpmn", NULL);

  the_window = pt_desk_open ();
  pt_desk_open_file (the_window, path);
  pt_desk_spin (200);
}

static gboolean
is_at_cb (gpointer id)
{
  PtDiagram *diagram = pt_editor_get_diagram (editor ());

  return diagram != NULL && strcmp (diagram->id, id) == 0;
}

static gboolean
is_at (const char *id)
{
  return is_at_cb ((gpointer)id);
}

static void
wait_for (gboolean (*done) (gpointer), const char *word)
{
  pt_desk_wait (done, (gpointer)word);
  pt_desk_spin (200);
}

static void
wait_at (const char *id)
{
  wait_for (is_at_cb, id);
}

/* --- clicks --- */

static void
click (GtkWidget *widget, double x, double y, int button)
{
  int screen_x, screen_y;

  pt_desk_on_screen (widget, x, y, &screen_x, &screen_y);
  pt_desk_xdotool ("mousemove %d %d", screen_x, screen_y);
  pt_desk_spin (100);
  pt_desk_xdotool ("click %d", button);
  pt_desk_spin (200);
}

static void
click_widget (GtkWidget *widget)
{
  assert_non_null (widget);
  click (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0, 1);
}

static void
click_tooltip (const char *tooltip)
{
  click_widget (pt_desk_find (GTK_WIDGET (the_window), tooltip));
}

/* At (@dx, @dy) from the lower right corner of figure @id. */
static void
click_corner (const char *id, double dx, double dy)
{
  PtBounds b = element (id)->figure->bounds;
  double x, y;

  pt_canvas_from_diagram (canvas (), (PtPoint){ b.x + b.width - dx, b.y + b.height - dy }, &x, &y);
  click (GTK_WIDGET (canvas ()), x, y, 1);
}

static void
click_arrow (const char *id)
{
  click_corner (id, 14, 14);
}

/* --- the journey --- */

static gboolean
is_renamed (gpointer name)
{
  return g_strcmp0 (element ("Task_Fold")->name, name) == 0;
}

static void
down_edit_undo_and_up (void **state)
{
  open_levels ();
  assert_true (is_at ("Diagram_Works"));
  pt_desk_picture (GTK_WIDGET (the_window), "levels-1.png");

  click_arrow ("Sub_Pack");
  wait_at ("Diagram_Pack");
  pt_desk_picture (GTK_WIDGET (the_window), "levels-2.png");

  /* by the keyboard: select, and go in */
  click_corner ("Sub_Wrap", 50, 60);
  assert_true (pt_editor_is_selected (editor (), "Sub_Wrap"));
  pt_desk_xdotool ("key alt+Down");
  wait_at ("Diagram_Wrap");

  click_corner ("Task_Fold", 50, 60);
  pt_desk_xdotool ("key F2");
  pt_desk_spin (300);
  pt_desk_xdotool ("key ctrl+a");
  pt_desk_xdotool ("type --delay 20 'Fold it'");
  pt_desk_xdotool ("key Return");
  wait_for (is_renamed, "Fold it");
  pt_desk_picture (GTK_WIDGET (the_window), "levels-3.png");

  pt_desk_xdotool ("key alt+Up");
  wait_at ("Diagram_Pack");
  assert_true (pt_editor_is_selected (editor (), "Sub_Wrap"));

  /* what is undone is shown */
  pt_desk_xdotool ("key ctrl+z");
  wait_for (is_renamed, "Fold paper");
  wait_at ("Diagram_Wrap");
  assert_false (pt_document_get_modified (pt_page_get_document (pt_window_get_page (the_window))));

  click_tooltip ("Back to The works");
  wait_at ("Diagram_Works");
  pt_desk_close (the_window);
}

static void
each_diagram_keeps_its_view (void **state)
{
  double zoom, x, y, x_then, y_then;

  open_levels ();
  pt_canvas_zoom (canvas (), 1.5);
  zoom = pt_canvas_get_zoom (canvas ());
  pt_canvas_from_diagram (canvas (), (PtPoint){ 320, 200 }, &x, &y);
  pt_canvas_go_inside (canvas (), "Sub_Pack");
  pt_desk_spin (200);
  assert_true (pt_canvas_get_zoom (canvas ()) != zoom);
  pt_canvas_go_outside (canvas ());
  pt_desk_spin (200);
  assert_true (pt_canvas_get_zoom (canvas ()) == zoom);
  pt_canvas_from_diagram (canvas (), (PtPoint){ 320, 200 }, &x_then, &y_then);
  assert_int_equal (x, x_then);
  assert_int_equal (y, y_then);
  pt_desk_close (the_window);
}

static GtkWidget *
find_row (GtkWidget *parent, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_LABEL (child) && strcmp (gtk_label_get_label (GTK_LABEL (child)), title) == 0)
        return gtk_widget_get_ancestor (child, GTK_TYPE_LIST_BOX_ROW);
      found = find_row (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
another_diagram_is_chosen_from_the_list (void **state)
{
  GtkWidget *chooser, *row;

  open_levels ();
  chooser = pt_desk_find (GTK_WIDGET (the_window), "All diagrams of this file");
  click_widget (chooser);
  pt_desk_spin (300);
  row = find_row (chooser, "Billing, once more");
  assert_non_null (row);
  gtk_widget_activate (row);
  wait_at ("Diagram_Bill_Again");
  pt_desk_picture (GTK_WIDGET (the_window), "levels-list.png");
  pt_desk_close (the_window);
}

static void
what_is_found_comes_into_view (void **state)
{
  open_levels ();
  pt_page_select (pt_window_get_page (the_window), "Task_Tape");
  wait_at ("Diagram_Wrap");
  assert_true (pt_editor_is_selected (editor (), "Task_Tape"));
  assert_int_equal (pt_editor_get_path (editor ())->len, 3);
  pt_page_select (pt_window_get_page (the_window), "Task_Count");
  wait_at ("Diagram_Works");
  pt_desk_close (the_window);
}

static gboolean
has_own_diagram (gpointer id)
{
  return pt_element_get_diagram (element (id)) != NULL;
}

static gboolean
has_no_own_diagram (gpointer id)
{
  return !has_own_diagram (id);
}

static void
activate (const char *action)
{
  assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (the_window), action));
  g_action_group_activate_action (G_ACTION_GROUP (the_window), action, NULL);
  pt_desk_spin (300);
}

static void
an_inside_moves_out_and_back (void **state)
{
  open_levels ();
  click_corner ("Sub_Check", 300, 10);
  assert_true (pt_editor_is_selected (editor (), "Sub_Check"));
  activate ("move-out");
  wait_for (has_own_diagram, "Sub_Check");
  pt_desk_picture (GTK_WIDGET (the_window), "levels-own.png");
  activate ("go-outside");
  pt_desk_picture (GTK_WIDGET (the_window), "levels-shut.png");
  activate ("expand");
  wait_for (has_no_own_diagram, "Sub_Check");
  pt_desk_picture (GTK_WIDGET (the_window), "levels-place.png");
  activate ("collapse");
  assert_true (element ("Task_Count")->figure->is_hidden);
  pt_desk_close (the_window);
}

static void
diagrams_are_added_and_deleted (void **state)
{
  guint n;

  open_levels ();
  n = pt_process_graph_get_diagrams (pt_editor_get_graph (editor ()))->len;
  activate ("add-process");
  assert_int_equal (pt_process_graph_get_diagrams (pt_editor_get_graph (editor ()))->len, n + 1);
  assert_int_equal (pt_editor_get_diagram (editor ())->elements->len, 0);
  activate ("delete-diagram");
  assert_int_equal (pt_process_graph_get_diagrams (pt_editor_get_graph (editor ()))->len, n);
  assert_true (is_at ("Diagram_Works"));
  pt_canvas_go_inside (canvas (), "Sub_Pack");
  pt_desk_spin (200);
  assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (the_window), "delete-diagram"));
  pt_desk_close (the_window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (down_edit_undo_and_up),
    cmocka_unit_test (each_diagram_keeps_its_view),
    cmocka_unit_test (another_diagram_is_chosen_from_the_list),
    cmocka_unit_test (what_is_found_comes_into_view),
    cmocka_unit_test (an_inside_moves_out_and_back),
    cmocka_unit_test (diagrams_are_added_and_deleted),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-diagrams: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
