/* test-findings.c: what the window says about a process while it is drawn, and the ways out it offers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "../../src/app/pt-examples.h"
#include "../../src/app/pt-executable.h"
#include "../../src/app/pt-open-outside.h"
#include "../../src/app/pt-page-private.h"
#include "../../src/app/pt-source-pane.h"
#include "pt-desk.h"

static gboolean
has_roles (gpointer page)
{
  return pt_page_get_roles (page) != NULL;
}

static gboolean
has_no_dialog (gpointer window)
{
  return pt_desk_find_dialog (window) == NULL;
}

static PtPage *
open_example (PtWindow *window, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_EXAMPLES"), name, NULL);
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (has_roles, page);
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  return page;
}

static void
rename_one (PtPage *page, PtBpmnType type, const char *name)
{
  assert_true (
      pt_modeling_rename (pt_page_get_graph (page), pt_desk_find_type (page, type)->id, name));
}

/* --- tests --- */

static gboolean
has_parallel (gpointer page)
{
  return pt_desk_find_type (page, PT_BPMN_PARALLEL_GATEWAY) != NULL;
}

static gboolean
has_named_parallel (gpointer page)
{
  return g_strcmp0 (pt_desk_find_type (page, PT_BPMN_PARALLEL_GATEWAY)->name, "chls") == 0;
}

static void
letters_after_a_drop_are_its_name (void **state)
{
  PtWindow *window = pt_desk_open ();
  GtkWidget *entry, *canvas;
  int from_x, from_y, to_x, to_y;
  PtPage *page;

  g_action_group_activate_action (G_ACTION_GROUP (window), "new", NULL);
  pt_desk_spin (300);
  page = pt_window_get_page (window);
  entry = pt_desk_find (GTK_WIDGET (window), "Parallel");
  canvas = GTK_WIDGET (pt_page_get_canvas (page));
  pt_desk_on_screen (entry, 20, 20, &from_x, &from_y);
  pt_desk_on_screen (canvas, 500, 400, &to_x, &to_y);
  pt_desk_drag (from_x, from_y, to_x, to_y);
  pt_desk_wait (has_parallel, page);
  pt_desk_spin (300);
  pt_desk_xdotool ("type --delay 20 chls");
  pt_desk_xdotool ("key Return");
  pt_desk_wait (has_named_parallel, page);
  assert_int_equal (pt_editor_get_tool (pt_canvas_get_editor (pt_page_get_canvas (page))),
                    PT_TOOL_SELECT);
  pt_desk_close (window);
}

static void
no_fix_of_an_older_drawing_can_be_chosen (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "incident.bpmn");
  GtkWidget *fix = pt_desk_find (GTK_WIDGET (page->pane), "Use the time");

  assert_non_null (fix);
  assert_true (gtk_widget_is_sensitive (fix));
  rename_one (page, PT_BPMN_TASK, "Something else");
  assert_false (pt_desk_is_current (page));
  assert_false (gtk_widget_is_sensitive (pt_desk_find (GTK_WIDGET (page->pane), "Use the time")));
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (100);
  assert_true (gtk_widget_is_sensitive (pt_desk_find (GTK_WIDGET (page->pane), "Use the time")));
  pt_desk_close (window);
}

static void
a_new_error_is_said_and_led_to (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "incident.bpmn");
  PtEditor *editor = pt_canvas_get_editor (pt_page_get_canvas (page));
  g_autofree char *lane = g_strdup (pt_desk_find_type (page, PT_BPMN_LANE)->id);

  assert_string_equal (pt_problem_chip_get_text (page->problems), "No problems");
  pt_page_show_pane (page, FALSE);
  assert_true (gtk_widget_get_mapped (GTK_WIDGET (page->problems)));
  assert_true (pt_modeling_rename (pt_page_get_graph (page), lane, "Somebody"));
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (100);
  assert_non_null (strstr (pt_problem_chip_get_text (page->problems), "new problem"));
  assert_null (pt_editor_get_selection (editor)[0]);
  pt_desk_picture (GTK_WIDGET (window), "new-problem.png");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  pt_desk_xdotool ("key F4");
  assert_non_null (pt_editor_get_selection (editor)[0]);
  assert_true (gtk_widget_has_focus (GTK_WIDGET (pt_page_get_canvas (page))));
  assert_null (strstr (pt_problem_chip_get_text (page->problems), "new"));
  pt_desk_xdotool ("key ctrl+z");
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (100);
  assert_string_equal (pt_problem_chip_get_text (page->problems), "No problems");
  pt_desk_close (window);
}

/* What an older drawing came to is no place to go to. */
static void
nothing_is_led_to_while_checking (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "incident.bpmn");
  PtEditor *editor = pt_canvas_get_editor (pt_page_get_canvas (page));
  g_autofree char *lane = g_strdup (pt_desk_find_type (page, PT_BPMN_LANE)->id);

  assert_true (pt_modeling_rename (pt_page_get_graph (page), lane, "Somebody"));
  pt_desk_wait (pt_desk_is_current, page);
  pt_problem_chip_show_checking (page->problems);
  pt_page_next_problem (page);
  assert_null (pt_editor_get_selection (editor)[0]);
  assert_string_equal (pt_problem_chip_get_text (page->problems), "Checking…");
  pt_problem_chip_update (page->problems, pt_live_compiler_get (page->compiler));
  assert_non_null (strstr (pt_problem_chip_get_text (page->problems), "new problem"));
  pt_page_next_problem (page);
  assert_non_null (pt_editor_get_selection (editor)[0]);
  pt_desk_close (window);
}

/* Shows the executable process. Returns: where its text is scrolled to */
static GtkAdjustment *
show_executable (PtPage *page)
{
  GtkWidget *text = pt_desk_find_kind (GTK_WIDGET (page->pane), "textview");
  GtkWidget *source = gtk_widget_get_ancestor (text, PT_TYPE_SOURCE_PANE);
  GtkWidget *stack = gtk_widget_get_ancestor (source, GTK_TYPE_STACK);

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "executable");
  pt_desk_spin (500);
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
}

static void
the_executable_text_keeps_its_place (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "order-to-cash.bpmn");
  GtkAdjustment *place;
  double before;

  place = show_executable (page);
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place) / 2);
  pt_desk_spin (300);
  before = gtk_adjustment_get_value (place);
  assert_true (before > 100);
  rename_one (page, PT_BPMN_END_EVENT, "Over");
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (500);
  assert_float_equal (gtk_adjustment_get_value (place), before, 60);
  pt_desk_close (window);
}

static void
the_executable_text_follows_what_comes (void **state)
{
  static const PtNodeSpec task = { .type = PT_BPMN_TASK };
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "order-to-cash.bpmn");
  PtElement *gateway = pt_desk_find_type (page, PT_BPMN_EXCLUSIVE_GATEWAY);
  GtkAdjustment *place = show_executable (page);
  g_autofree char *id = NULL;
  GtkTextView *text = GTK_TEXT_VIEW (pt_desk_find_kind (GTK_WIDGET (page->pane), "textview"));
  GdkRectangle seen, line;
  GtkTextIter at;
  int first, last;

  id = pt_modeling_append (pt_page_get_graph (page), gateway->id, &task);
  pt_page_select (page, id);
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (1000);
  assert_true (pt_compilation_get_lines (pt_live_compiler_get (page->compiler), id, &first, &last));
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (text), &at, first - 1);
  gtk_text_view_get_iter_location (text, &at, &line);
  gtk_text_view_get_visible_rect (text, &seen);
  assert_true (line.y > gtk_adjustment_get_page_size (place)); /* it was out of sight */
  assert_in_range (line.y, seen.y, seen.y + seen.height);
  pt_desk_close (window);
}

static void
toasts_leave_the_zoom_box_free (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "incident.bpmn");
  GtkWidget *toast;
  graphene_rect_t box, said;

  pt_window_toast (window, "A longer message that takes up a good part of the width of a window, as it "
                           "is when something has to be explained");
  pt_desk_spin (600);
  toast = pt_desk_find_kind (GTK_WIDGET (window), "toast");
  assert_non_null (toast);
  assert_true (gtk_widget_compute_bounds (toast, GTK_WIDGET (window), &said));
  assert_true (gtk_widget_compute_bounds (GTK_WIDGET (page->zoom_label), GTK_WIDGET (window), &box));
  assert_true (said.origin.y + said.size.height <= box.origin.y);
  pt_desk_picture (GTK_WIDGET (window), "toast.png");
  pt_desk_close (window);
}

static void
without_roles_there_is_a_way_to_them (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page;

  g_action_group_activate_action (G_ACTION_GROUP (window), "new", NULL);
  pt_desk_spin (300);
  page = pt_window_get_page (window);
  assert_null (pt_page_get_roles (page));
  g_action_group_activate_action (G_ACTION_GROUP (window), "make-executable", NULL);
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (300);
  pt_desk_picture (GTK_WIDGET (window), "no-roles.png");
  assert_non_null (
      pt_desk_find_button (GTK_WIDGET (pt_desk_find_dialog (window)), "_Choose a Roles File…"));
  pt_desk_press (pt_desk_find_dialog (window), "_Make One from the Lanes");
  pt_desk_wait (has_roles, page);
  pt_desk_wait (has_no_dialog, window);
  pt_desk_close (window);
}

static void
the_file_is_called_as_on_the_command_line (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "order-to-cash.bpmn");
  g_autofree char *first = NULL, *second = NULL;

  pt_page_set_target (page, pt_target_find ("camunda7"));
  first = pt_executable_file_name (page);
  pt_page_set_target (page, pt_target_find ("flowable"));
  second = pt_executable_file_name (page);
  assert_string_equal (first, "order-to-cash.camunda7.bpmn");
  assert_string_equal (second, "order-to-cash.flowable.bpmn");
  pt_desk_close (window);
}

static void
a_file_without_a_program_is_found_by_hand (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autoptr (GFile) file = g_file_new_for_uri ("no-such-scheme:///somewhere/process.roles.xml");
  GtkWindow *dialog;

  pt_open_outside (GTK_WINDOW (window), file);
  pt_desk_wait (pt_desk_has_dialog, window);
  dialog = pt_desk_find_dialog (window);
  assert_non_null (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                           "process.roles.xml"));
  pt_desk_spin (300);
  pt_desk_press (dialog, "Show in _Folder");
  pt_desk_spin (500);
  pt_desk_wait (pt_desk_has_dialog, window);
  assert_null (pt_desk_find_button (GTK_WIDGET (pt_desk_find_dialog (window)), "Show in _Folder"));
  pt_desk_press (pt_desk_find_dialog (window), "_Close");
  pt_desk_wait (has_no_dialog, window);
  pt_desk_close (window);
}

static GtkWidget *
find_ellipsized (GtkWidget *parent)
{
  if (GTK_IS_LABEL (parent) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (parent))))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_ellipsized (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
what_a_fix_does_is_read_whole (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "incident.bpmn");
  GtkWidget *list;

  rename_one (page, PT_BPMN_LANE, "Those who sit at the service desk in the main building");
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "long-fix.png");
  list = gtk_widget_get_ancestor (pt_desk_find_kind (GTK_WIDGET (page->pane), "findingrow"),
                                  GTK_TYPE_LIST_VIEW);
  assert_non_null (list);
  assert_null (find_ellipsized (list));
  pt_desk_close (window);
}

/* Where nothing is installed, and twice: what was changed stays. */
static void
the_examples_are_always_there (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL, again = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-example", NULL);
  pt_desk_wait (pt_desk_has_page, window);
  pt_desk_wait (has_roles, pt_window_get_page (window));
  file = g_object_ref (pt_document_get_file (pt_page_get_document (pt_window_get_page (window))));
  assert_true (g_file_replace_contents (file, "mine", 4, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                        NULL));
  again = pt_examples_unpack ("order-to-cash.bpmn", &error);
  assert_null (error);
  assert_true (g_file_equal (file, again));
  assert_true (g_file_load_contents (again, NULL, &text, NULL, NULL, NULL));
  assert_string_equal (text, "mine");
  g_file_delete (file, NULL, NULL);
  pt_desk_close (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (letters_after_a_drop_are_its_name),
    cmocka_unit_test (no_fix_of_an_older_drawing_can_be_chosen),
    cmocka_unit_test (a_new_error_is_said_and_led_to),
    cmocka_unit_test (nothing_is_led_to_while_checking),
    cmocka_unit_test (the_executable_text_keeps_its_place),
    cmocka_unit_test (the_executable_text_follows_what_comes),
    cmocka_unit_test (toasts_leave_the_zoom_box_free),
    cmocka_unit_test (without_roles_there_is_a_way_to_them),
    cmocka_unit_test (the_file_is_called_as_on_the_command_line),
    cmocka_unit_test (a_file_without_a_program_is_found_by_hand),
    cmocka_unit_test (what_a_fix_does_is_read_whole),
    cmocka_unit_test (the_examples_are_always_there),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-findings: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
