/* test-window.c: the whole program in its window: draw, name, undo, compile, print, close
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
#include <glib/gstdio.h>
#include <stdio.h>

#include "../../src/app/pt-print.h"
#include "pt-desk.h"

static gboolean
is_compiled (gpointer page)
{
  PtCompilation *compilation = pt_live_compiler_get (pt_page_get_compiler (page));

  return compilation != NULL
         && pt_compilation_get_serial (compilation)
                == pt_document_get_serial (pt_page_get_document (page));
}

static gboolean
is_emitted (gpointer page)
{
  return is_compiled (page)
         && pt_compilation_get_xml (pt_live_compiler_get (pt_page_get_compiler (page))) != NULL;
}

static PtPage *
open_example (PtWindow *window, const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("PT_EXAMPLES"), name, NULL);

  pt_window_open (window, file);
  pt_desk_wait (pt_desk_has_page, window);
  pt_desk_wait (is_compiled, pt_window_get_page (window));
  pt_desk_spin (300);
  return pt_window_get_page (window);
}

static gboolean
has_task (gpointer page)
{
  return pt_desk_find_type (page, PT_BPMN_TASK) != NULL;
}

static gboolean
has_named_task (gpointer page)
{
  return g_strcmp0 (pt_desk_find_type (page, PT_BPMN_TASK)->name, "Check the order") == 0;
}

static gboolean
has_no_task (gpointer page)
{
  return !has_task (page);
}

/* Drags the palette entry that begins with @tooltip to a place on the canvas. */
static void
drag_from_palette (PtWindow *window, const char *tooltip, double x, double y)
{
  GtkWidget *button = pt_desk_find (GTK_WIDGET (window), tooltip);
  GtkWidget *canvas = GTK_WIDGET (pt_page_get_canvas (pt_window_get_page (window)));
  int from_x, from_y, to_x, to_y;

  assert_non_null (button);
  pt_desk_on_screen (button, gtk_widget_get_width (button) / 2.0,
                     gtk_widget_get_height (button) / 2.0, &from_x, &from_y);
  pt_desk_on_screen (canvas, x, y, &to_x, &to_y);
  pt_desk_drag (from_x, from_y, to_x, to_y);
}

/* --- tests --- */

static void
welcome_page_loads (void **state)
{
  PtWindow *window = pt_desk_open ();

  assert_null (pt_window_get_page (window));
  assert_non_null (pt_desk_find (GTK_WIDGET (window), "New process"));
  assert_non_null (pt_window_settings (window));
  assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "show-grid"));
  pt_desk_picture (GTK_WIDGET (window), "welcome.png");
  pt_desk_close (window);
}

static void
task_is_dragged_named_and_undone (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  PtPage *page;

  g_action_group_activate_action (G_ACTION_GROUP (window), "new", NULL);
  pt_desk_spin (300);
  page = pt_window_get_page (window);
  before = pt_document_to_bytes (pt_page_get_document (page), NULL);

  drag_from_palette (window, "Task:", 400, 300);
  pt_desk_wait (has_task, page);
  pt_desk_spin (300);
  pt_desk_xdotool ("type --delay 20 'Check the order'");
  pt_desk_xdotool ("key Return");
  pt_desk_wait (has_named_task, page);
  pt_desk_picture (GTK_WIDGET (window), "new-task.png");

  for (guint i = 0; i < 50 && pt_document_can_undo (pt_page_get_document (page)); i++)
    pt_desk_xdotool ("key ctrl+z");
  pt_desk_wait (has_no_task, page);
  after = pt_document_to_bytes (pt_page_get_document (page), NULL);
  assert_true (g_bytes_equal (before, after));
  pt_desk_close (window);
}

/* What became of pt_page_write_executable(). */
typedef struct
{
  gboolean ended, written;
} Written;

static void
written_cb (GObject *page, GAsyncResult *result, gpointer user_data)
{
  Written *self = user_data;

  self->written = pt_page_write_executable_finish (PT_PAGE (page), result, NULL);
  self->ended = TRUE;
}

static gboolean
has_ended (gpointer written)
{
  return ((Written *)written)->ended;
}

static gboolean
write_executable (PtPage *page, GFile *file, GCancellable *cancellable)
{
  Written written = { FALSE, FALSE };

  pt_page_write_executable (page, file, cancellable, written_cb, &written);
  pt_desk_wait (has_ended, &written);
  return written.written;
}

static void
example_compiles_in_the_pane (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "order-to-cash.bpmn");
  g_autofree char *folder = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  g_autoptr (GFile) out = g_file_new_build_filename (folder, "out.bpmn", NULL);
  g_autoptr (GFile) map = g_file_new_build_filename (folder, "out.bpmn.map.json", NULL);
  g_autoptr (GCancellable) given_up = g_cancellable_new ();
  g_autofree char *reason = NULL;

  assert_non_null (pt_page_get_roles (page));
  g_cancellable_cancel (given_up);
  pt_page_set_target (page, pt_target_find ("camunda7"));
  pt_desk_wait (is_emitted, page);
  assert_true (pt_page_is_executable (page, &reason));
  assert_false (write_executable (page, pt_document_get_file (pt_page_get_document (page)), NULL));
  assert_false (write_executable (page, out, given_up));
  assert_false (g_file_query_exists (out, NULL));
  assert_true (write_executable (page, out, NULL));
  assert_true (g_file_query_exists (out, NULL));
  assert_true (g_file_query_exists (map, NULL));
  pt_desk_picture (GTK_WIDGET (window), "window.png");

  g_file_delete (out, NULL, NULL);
  g_file_delete (map, NULL, NULL);
  g_rmdir (folder);
  pt_desk_close (window);
}

static void
selection_is_marked_in_the_executable (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "order-to-cash.bpmn");
  PtElement *gateway = pt_desk_find_type (page, PT_BPMN_EXCLUSIVE_GATEWAY);
  int first, last;

  pt_desk_wait (is_emitted, page);
  pt_page_select (page, gateway->id);
  assert_true (pt_compilation_get_lines (pt_live_compiler_get (pt_page_get_compiler (page)),
                                         gateway->id, &first, &last));
  assert_true (first > 0 && last >= first);
  assert_string_equal (pt_editor_get_selection (
                           pt_canvas_get_editor (pt_page_get_canvas (page)))[0],
                       gateway->id);
  pt_desk_close (window);
}

static void
process_without_roles_says_why_not (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *reason = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "new", NULL);
  pt_desk_spin (300);
  assert_false (pt_page_is_executable (pt_window_get_page (window), &reason));
  assert_non_null (reason);
  pt_desk_close (window);
}

static void
diagram_prints_to_a_file (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "order-to-cash.bpmn");
  PtDiagram *diagram = pt_editor_get_diagram (pt_canvas_get_editor (pt_page_get_canvas (page)));
  g_autoptr (GtkPrintOperation) operation = pt_print_operation_new (diagram, "order-to-cash");
  g_autofree char *folder = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *text = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  assert_int_equal (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                             GTK_WINDOW (window), NULL),
                    GTK_PRINT_OPERATION_RESULT_APPLY);
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_true (g_str_has_prefix (text, "%PDF"));
  g_unlink (path);
  g_rmdir (folder);
  pt_desk_close (window);
}

static void
several_processes_open_in_tabs (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *first = open_example (window, "order-to-cash.bpmn");
  PtPage *second = NULL;
  g_autoptr (GFile) file
      = g_file_new_build_filename (g_getenv ("PT_EXAMPLES"), "incident.bpmn", NULL);

  pt_window_open (window, file);
  for (guint i = 0; i < 200 && (second = pt_window_get_page (window)) == first; i++)
    pt_desk_spin (20);
  assert_ptr_not_equal (first, second);
  pt_desk_wait (is_compiled, second);
  pt_desk_picture (GTK_WIDGET (window), "tabs.png");
  g_action_group_activate_action (G_ACTION_GROUP (window), "close-tab", NULL);
  pt_desk_spin (300);
  assert_ptr_equal (pt_window_get_page (window), first);
  pt_desk_close (window);
}

static void
saved_cb (GObject *page, GAsyncResult *result, gpointer user_data)
{
  PtSavePart failed;

  assert_true (pt_page_save_finish (PT_PAGE (page), result, &failed, NULL));
  assert_int_equal (failed, 0);
}

static gboolean
is_unmodified (gpointer page)
{
  return !pt_document_get_modified (pt_page_get_document (page));
}

static void
process_is_saved_and_no_longer_modified (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "onboarding.bpmn");
  PtElement *task = pt_desk_find_type (page, PT_BPMN_TASK);
  g_autofree char *folder = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "saved.bpmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  pt_modeling_rename (pt_page_get_graph (page), task->id, "Say hello");
  assert_true (pt_document_get_modified (pt_page_get_document (page)));
  pt_page_save (page, &(PtSavePlan){ .process = file }, saved_cb, NULL);
  pt_desk_wait (is_unmodified, page);
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_non_null (strstr (text, "Say hello"));
  g_unlink (path);
  g_rmdir (folder);
  pt_desk_close (window);
}

static void
a_draft_takes_nothing_from_a_roles_file (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window, "order-to-cash.bpmn");
  g_autoptr (PtRoster) before = pt_roster_new (pt_page_get_roles (page));
  g_autoptr (PtRoster) after = NULL;
  PtElement *lane = pt_desk_find_type (page, PT_BPMN_LANE);

  pt_modeling_rename (pt_page_get_graph (page), lane->id, "Complaints");
  pt_page_draft_roles (page);
  after = pt_roster_new (pt_page_get_roles (page));
  assert_int_equal (pt_roster_get_roles (after)->len, pt_roster_get_roles (before)->len + 1);
  assert_int_equal (pt_roster_get_persons (after)->len, pt_roster_get_persons (before)->len);
  pt_desk_close (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (welcome_page_loads),
    cmocka_unit_test (task_is_dragged_named_and_undone),
    cmocka_unit_test (example_compiles_in_the_pane),
    cmocka_unit_test (selection_is_marked_in_the_executable),
    cmocka_unit_test (process_without_roles_says_why_not),
    cmocka_unit_test (diagram_prints_to_a_file),
    cmocka_unit_test (several_processes_open_in_tabs),
    cmocka_unit_test (process_is_saved_and_no_longer_modified),
    cmocka_unit_test (a_draft_takes_nothing_from_a_roles_file),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-window: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
