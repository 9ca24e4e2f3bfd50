/* test-recovery.c: work survives a kill, a restart, and other programs that write the same file
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
#include <partitur/history.h>
#include <partitur/modeling.h>
#include <partitur/roster-edit.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../src/app/pt-notice.h"
#include "../../src/app/pt-recovery.h"
#include "pt-desk.h"

#define DRAW                                                                                       \
  "--draw" /* the program to be killed: draws in the file named next, or in a new process */

static char *home;         /* state directory and files */
static const char *myself; /* the path of this program */

/* --- what the window shows --- */

static gboolean
is_named (gpointer page)
{
  return pt_process_graph_get (pt_page_get_graph (page), "Task_1") != NULL
         && g_strcmp0 (pt_process_graph_get (pt_page_get_graph (page), "Task_1")->name,
                       "Check the order")
                == 0;
}

static gboolean
is_unmodified (gpointer page)
{
  return !pt_document_get_modified (pt_page_get_document (page));
}

static gboolean
has_no_dialog (gpointer window)
{
  return !pt_desk_has_dialog (window);
}

/* The notice that holds @text. */
static GtkWidget *
find_text (GtkWidget *parent, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (PT_IS_NOTICE (child) && strstr (pt_notice_get_text (PT_NOTICE (child)), text) != NULL)
        return child;
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* --- the program to be killed --- */

static void
draw (PtPage *page)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *button = pt_desk_find (window, "Task:");
  int from_x, from_y, to_x, to_y;

  pt_desk_on_screen (button, gtk_widget_get_width (button) / 2.0,
                     gtk_widget_get_height (button) / 2.0, &from_x, &from_y);
  pt_desk_on_screen (GTK_WIDGET (pt_page_get_canvas (page)), 400, 300, &to_x, &to_y);
  pt_desk_drag (from_x, from_y, to_x, to_y);
  pt_desk_spin (300);
  pt_desk_xdotool ("type --delay 20 'Check the order'");
  pt_desk_xdotool ("key Return");
  pt_desk_wait (is_named, page);
}

G_NORETURN static void
draw_until_killed (const char *path)
{
  PtWindow *window = pt_desk_open ();

  if (path == NULL)
    pt_window_new_process (window);
  else
    pt_desk_open_file (window, path);
  pt_desk_spin (300);
  draw (pt_window_get_page (window));
  puts ("drawn");
  fflush (stdout);
  for (;;)
    pt_desk_spin (1000);
}

static void
drawn_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *line
      = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (stream), result, NULL, NULL);

  assert_string_equal (line, "drawn");
  *(gboolean *)user_data = TRUE;
}

/* Has somebody draw. Returns: (transfer full): when they have drawn */
static GSubprocess *
have_drawn (const char *path)
{
  GSubprocess *process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, myself, DRAW, path, NULL);
  g_autoptr (GDataInputStream) lines
      = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  gboolean drawn = FALSE;

  g_data_input_stream_read_line_async (lines, 0, NULL, drawn_cb, &drawn);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  return process;
}

/* Takes @process. */
static void
be_killed (GSubprocess *process)
{
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
  g_object_unref (process);
}

/* --- files --- */

static char *
copy_example (const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("PT_FIXTURES"), "modeling", name, NULL);
  g_autofree char *text = NULL;
  gsize size;
  char *to = g_build_filename (home, name, NULL);

  assert_true (g_file_get_contents (from, &text, &size, NULL));
  assert_true (g_file_set_contents (to, text, (gssize)size, NULL));
  return to;
}

static void
rename_process (PtPage *page, const char *name)
{
  PtDocument *document = pt_page_get_document (page);

  pt_document_begin (document, "Rename");
  pt_document_set_attribute (document, pt_document_get_root (document), NULL, "name", name);
  pt_document_commit (document);
}

static void
write_other (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  other = g_strconcat (text, "<!-- somebody else was here -->\n", NULL);
  assert_true (g_file_set_contents (path, other, -1, NULL));
}

static gboolean
mentions_somebody_else (const char *path)
{
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return strstr (text, "somebody else") != NULL;
}

/* --- tests --- */

static void
drawing_survives_a_kill (void **state)
{
  PtWindow *window;
  PtPage *page;

  be_killed (have_drawn (NULL));
  window = pt_desk_open ();
  pt_recovery_offer (window);
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "restore.png");
  pt_desk_press (pt_desk_find_dialog (window), "_Restore");
  pt_desk_wait (pt_desk_has_page, window);
  pt_desk_wait (has_no_dialog, window);
  page = pt_window_get_page (window);
  assert_true (is_named (page));
  assert_true (pt_document_get_modified (pt_page_get_document (page)));
  pt_desk_picture (GTK_WIDGET (window), "restored.png");

  gtk_widget_grab_focus (GTK_WIDGET (pt_page_get_canvas (page)));
  for (guint i = 0; i < 20 && pt_document_can_undo (pt_page_get_document (page)); i++)
    pt_desk_xdotool ("key ctrl+z");
  assert_false (is_named (page));
  assert_false (pt_document_can_undo (pt_page_get_document (page)));
  pt_desk_xdotool ("key ctrl+shift+z");
  assert_true (pt_document_can_undo (pt_page_get_document (page)));
  pt_history_give_up (pt_page_get_document (page));
  pt_desk_close (window);
}

static void
assert_is_drawn (PtPage *page)
{
  assert_int_equal (pt_process_graph_get_diagrams (pt_page_get_graph (page))->len, 1);
  assert_true (pt_document_can_undo (pt_page_get_document (page)));
}

/* Nobody's work is not asked for, and the next time the drawing is there again, with what was done
 * to it to be redone. */
static void
file_without_a_drawing_gets_it_every_time (void **state)
{
  g_autofree char *path = g_build_filename (home, "undrawn-again.bpmn", NULL);

  assert_true (g_file_set_contents (
      path,
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:t'>"
      "<process id='P'><task id='Task_1' name='Alone'/></process></definitions>",
      -1, NULL));
  for (guint i = 0; i < 3; i++)
    {
      PtWindow *window = pt_desk_open ();
      PtPage *page = pt_desk_open_file (window, path);

      assert_is_drawn (page);
      assert_false (pt_page_is_modified (page));
      assert_int_equal (pt_document_can_redo (pt_page_get_document (page)), i == 2);
      if (i == 1)
        {
          assert_true (pt_modeling_rename (pt_page_get_graph (page), "Task_1", "Together"));
          assert_true (pt_page_is_modified (page));
          pt_history_give_up (pt_page_get_document (page));
        }
      pt_desk_close (window);
    }
}

static gboolean
count_page (PtPage *page, gpointer data)
{
  ++*(guint *)data;
  return FALSE;
}

/* What was made for a file without a drawing gives way to somebody's work on the same file. */
static void
work_takes_the_place_of_a_made_drawing (void **state)
{
  g_autofree char *path = g_build_filename (home, "undrawn.bpmn", NULL);
  PtWindow *window;
  guint n = 0;

  assert_true (g_file_set_contents (
      path,
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:t'>"
      "<process id='P'><startEvent id='Start_1' name='Begun'/></process></definitions>",
      -1, NULL));
  be_killed (have_drawn (path));
  window = pt_desk_open ();
  pt_desk_open_file (window, path);
  assert_false (is_named (pt_window_get_page (window)));
  pt_recovery_offer (window);
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  pt_desk_press (pt_desk_find_dialog (window), "_Restore");
  pt_desk_wait (has_no_dialog, window);
  pt_desk_spin (1000);
  assert_true (is_named (pt_window_get_page (window)));
  pt_window_find (window, count_page, &n);
  assert_int_equal (n, 1);
  pt_history_give_up (pt_page_get_document (pt_window_get_page (window)));
  pt_desk_close (window);
}

static void
file_survives_a_kill (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  PtWindow *window;

  be_killed (have_drawn (path));
  be_killed (have_drawn (NULL));
  window = pt_desk_open ();
  pt_recovery_offer (window);
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "restore-two.png");
  pt_desk_press (pt_desk_find_dialog (window), "_Restore");
  pt_desk_wait (pt_desk_has_page, window);
  pt_desk_wait (has_no_dialog, window);
  for (guint i = 0; i < 2; i++)
    {
      PtPage *page = pt_window_get_page (window);

      assert_true (is_named (page));
      pt_history_give_up (pt_page_get_document (page));
      pt_desk_xdotool ("key ctrl+Page_Up");
    }
  pt_desk_close (window);
  window = pt_desk_open ();
  pt_recovery_offer (window);
  pt_desk_spin (1000);
  assert_null (pt_desk_find_dialog (window));
  pt_desk_close (window);
}

static gboolean
asks_again (gpointer window)
{
  GtkWindow *dialog = pt_desk_find_dialog (window);

  return dialog != NULL && pt_desk_find_button (GTK_WIDGET (dialog), "_Discard for Good") != NULL;
}

static gboolean
offers_work (gpointer window)
{
  GtkWindow *dialog = pt_desk_find_dialog (window);

  return dialog != NULL && pt_desk_find_button (GTK_WIDGET (dialog), "Decide _Later") != NULL;
}

/* Presses @label where the offer shows, and waits for what comes then. */
static void
answer_offer (PtWindow *window, const char *label, gboolean (*then) (gpointer))
{
  pt_desk_wait (offers_work, window);
  pt_desk_spin (500);
  pt_desk_press (pt_desk_find_dialog (window), label);
  pt_desk_wait (then, window);
  pt_desk_spin (500);
}

static void
kept_work_is_discarded_only_after_a_second_question (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  AdwMessageDialog *dialog;
  PtWindow *window;

  be_killed (have_drawn (path));
  window = pt_desk_open ();
  pt_recovery_offer (window);
  answer_offer (window, "_Discard", asks_again);
  pt_desk_press (pt_desk_find_dialog (window), "_Keep It");
  answer_offer (window, "Decide _Later", has_no_dialog);

  pt_recovery_offer (window); /* the next start: nothing ended unexpectedly since */
  pt_desk_wait (offers_work, window);
  dialog = ADW_MESSAGE_DIALOG (pt_desk_find_dialog (window));
  assert_null (strstr (adw_message_dialog_get_body (dialog), "unexpectedly"));
  answer_offer (window, "_Discard", asks_again);
  pt_desk_picture (GTK_WIDGET (window), "discard.png");
  pt_desk_press (pt_desk_find_dialog (window), "_Discard for Good");
  pt_desk_wait (has_no_dialog, window);
  pt_recovery_offer (window);
  pt_desk_spin (1000);
  assert_null (pt_desk_find_dialog (window));
  pt_desk_close (window);
}

static gboolean
says_changed (gpointer window)
{
  return pt_desk_find_button (GTK_WIDGET (window), "_Reload") != NULL;
}

static gboolean
says_gone (gpointer window)
{
  return pt_desk_find_button (GTK_WIDGET (window), "_Save Again") != NULL;
}

static gboolean
says_nothing (gpointer window)
{
  return !says_changed (window) && !says_gone (window);
}

static void
change_of_others_is_noticed (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  PtWindow *window = pt_desk_open ();
  PtPage *page = pt_desk_open_file (window, path);

  rename_process (page, "mine");
  write_other (path);
  pt_desk_wait (says_changed, window);
  pt_desk_picture (GTK_WIDGET (window), "changed-on-disk.png");

  /* saving asks */
  pt_desk_xdotool ("key ctrl+s");
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "save-over.png");
  pt_desk_press (pt_desk_find_dialog (window), "_Cancel");
  pt_desk_wait (has_no_dialog, window);
  assert_true (mentions_somebody_else (path));
  assert_true (pt_document_get_modified (pt_page_get_document (page)));

  /* keeping mine, it does not */
  pt_desk_press (window, "_Keep Mine");
  pt_desk_wait (says_nothing, window);
  assert_true (mentions_somebody_else (path));
  pt_desk_xdotool ("key ctrl+s");
  pt_desk_wait (is_unmodified, page);
  assert_false (mentions_somebody_else (path));
  pt_desk_spin (600);
  assert_true (says_nothing (window));
  pt_desk_close (window);
}

static gboolean
is_reloaded (gpointer window)
{
  g_autofree char *name
      = pt_xml_attribute (pt_document_get_root (pt_page_get_document (pt_window_get_page (window))),
                          "name");

  return name == NULL;
}

static void
change_of_others_is_loaded (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  PtWindow *window = pt_desk_open ();
  PtPage *page = pt_desk_open_file (window, path);

  rename_process (page, "mine");
  write_other (path);
  pt_desk_wait (says_changed, window);
  pt_desk_press (window, "_Reload");
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  pt_desk_press (pt_desk_find_dialog (window), "_Reload");
  pt_desk_wait (is_reloaded, window);
  pt_desk_wait (says_nothing, window);
  page = pt_window_get_page (window);
  assert_false (pt_document_get_modified (pt_page_get_document (page)));
  pt_desk_close (window);
}

static void
lost_file_is_noticed (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  PtWindow *window = pt_desk_open ();

  pt_desk_open_file (window, path);
  assert_int_equal (g_unlink (path), 0);
  pt_desk_wait (says_gone, window);
  pt_desk_picture (GTK_WIDGET (window), "gone.png");
  pt_desk_press (window, "_Save Again");
  pt_desk_wait (says_nothing, window);
  assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  pt_desk_close (window);
}

static void
undo_survives_a_restart (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  PtWindow *window = pt_desk_open ();
  PtPage *page = pt_desk_open_file (window, path);

  rename_process (page, "mine");
  pt_desk_xdotool ("key ctrl+s");
  pt_desk_wait (is_unmodified, page);
  pt_desk_close (window);

  window = pt_desk_open ();
  page = pt_desk_open_file (window, path);
  assert_false (pt_document_get_modified (pt_page_get_document (page)));
  gtk_widget_grab_focus (GTK_WIDGET (pt_page_get_canvas (page)));
  pt_desk_xdotool ("key ctrl+z");
  assert_true (is_reloaded (window));
  pt_history_give_up (pt_page_get_document (page));
  pt_desk_close (window);
}

/* --- roles, and several windows --- */

static char *
copy_into_home (const char *name)
{
  g_autoptr (GFile) from = g_file_new_build_filename (g_getenv ("PT_EXAMPLES"), name, NULL);
  g_autoptr (GFile) to = g_file_new_build_filename (home, name, NULL);

  assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  return g_file_get_path (to);
}

static gboolean
has_auditor (gpointer window)
{
  PtPage *page = pt_window_get_page (window);
  PtDocument *roles = page != NULL ? pt_page_get_roles (page) : NULL;

  return roles != NULL && pt_document_get_by_id (roles, "auditor") != NULL;
}

/* The process was not changed, only its roles: it is opened for them. */
static void
roles_come_back_with_their_process (void **state)
{
  g_autofree char *path = copy_into_home ("order-to-cash.bpmn");
  g_autofree char *roles_path = copy_into_home ("order-to-cash.roles.xml");
  PtWindow *window = pt_desk_open ();
  PtPage *page = pt_desk_open_file (window, path);

  assert_non_null (pt_page_get_roles (page));
  g_free (pt_roster_add_role (pt_page_get_roles (page), "Auditor", PT_ROLE_INTERNAL));
  assert_true (has_auditor (window));
  pt_desk_close (window);

  window = pt_desk_open ();
  pt_recovery_offer (window);
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "restore-roles.png");
  pt_desk_press (pt_desk_find_dialog (window), "_Restore");
  pt_desk_wait (has_auditor, window);
  page = pt_window_get_page (window);
  assert_true (pt_document_get_modified (pt_page_get_roles (page)));
  assert_false (pt_document_get_modified (pt_page_get_document (page)));
  pt_document_undo (pt_page_get_roles (page));
  assert_false (has_auditor (window));
  pt_history_give_up (pt_page_get_roles (page));
  pt_desk_close (window);
}

static gboolean
says_shared (gpointer window)
{
  return find_text (window, "is also open in another Partitur") != NULL;
}

/* Both have it open; the one who saves later is asked. */
static void
second_program_is_noticed (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  GSubprocess *other = have_drawn (path);
  PtWindow *window = pt_desk_open ();
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (says_shared, window);
  pt_desk_picture (GTK_WIDGET (window), "shared.png");
  be_killed (other);
  assert_false (pt_document_can_undo (pt_page_get_document (page)));
  pt_recovery_offer (window);
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  pt_desk_press (pt_desk_find_dialog (window), "_Restore");
  pt_desk_wait (has_no_dialog, window);
  assert_true (is_named (pt_window_get_page (window)));
  pt_history_give_up (pt_page_get_document (pt_window_get_page (window)));
  pt_desk_close (window);
}

static void
one_file_is_open_once (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PtWindow *first = pt_desk_open (), *second;

  pt_desk_open_file (first, path);
  second = pt_desk_open ();
  pt_window_open (second, file);
  pt_desk_spin (1000);
  assert_null (pt_window_get_page (second));
  pt_desk_close (second);
  pt_desk_close (first);
}

/* Loading draws it, which is a step that nobody else may find later. */
static void
file_is_opened_twice_at_once (void **state)
{
  g_autofree char *path = g_build_filename (home, "undrawn.bpmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PtWindow *window = pt_desk_open ();
  g_autoptr (GPtrArray) unfinished = NULL;

  assert_true (g_file_set_contents (
      path,
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:t'>"
      "<process id='P'><task id='Task_1' name='Alone'/></process></definitions>",
      -1, NULL));
  pt_window_open (window, file);
  pt_window_open (window, file);
  pt_desk_wait (pt_desk_has_page, window);
  pt_desk_spin (1000);
  pt_history_give_up (pt_page_get_document (pt_window_get_page (window)));
  pt_desk_close (window);
  unfinished = pt_history_list_unfinished ();
  assert_int_equal (unfinished->len, 0);
}

static void
work_done_while_it_is_loaded_again_stays (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  PtWindow *window = pt_desk_open ();
  PtPage *page = pt_desk_open_file (window, path);

  pt_window_reload (window, page);
  rename_process (page, "mine");
  pt_desk_spin (1000);
  assert_ptr_equal (pt_window_get_page (window), page);
  assert_true (pt_document_get_modified (pt_page_get_document (page)));
  pt_history_give_up (pt_page_get_document (page));
  pt_desk_close (window);
}

static void
page_is_closed_while_it_is_loaded_again (void **state)
{
  g_autofree char *path = copy_example ("process.bpmn");
  PtWindow *window = pt_desk_open ();

  pt_window_reload (window, pt_desk_open_file (window, path));
  pt_desk_xdotool ("key ctrl+w");
  pt_desk_spin (1000);
  assert_null (pt_window_get_page (window));
  pt_desk_close (window);
}

/* --- the group --- */

static int
clean (void **state)
{
  g_autofree char *folder = pt_history_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  return 0;
}

#define FRESH(test) cmocka_unit_test_setup (test, clean)

int
main (int argc, char *argv[])
{
  const struct CMUnitTest tests[] = {
    FRESH (drawing_survives_a_kill),
    FRESH (file_survives_a_kill),
    FRESH (work_takes_the_place_of_a_made_drawing),
    FRESH (file_without_a_drawing_gets_it_every_time),
    FRESH (kept_work_is_discarded_only_after_a_second_question),
    FRESH (change_of_others_is_noticed),
    FRESH (change_of_others_is_loaded),
    FRESH (lost_file_is_noticed),
    FRESH (undo_survives_a_restart),
    FRESH (roles_come_back_with_their_process),
    FRESH (second_program_is_noticed),
    FRESH (one_file_is_open_once),
    FRESH (file_is_opened_twice_at_once),
    FRESH (work_done_while_it_is_loaded_again_stays),
    FRESH (page_is_closed_while_it_is_loaded_again),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-recovery: no display; tools/test brings one\n");
      return 77;
    }
  if (argc > 1 && g_str_equal (argv[1], DRAW))
    draw_until_killed (argv[2]);
  myself = argv[0];
  home = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  return cmocka_run_group_tests (tests, NULL, NULL);
}
