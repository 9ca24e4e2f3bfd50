/* test-files.c: what the window says of files that take long, cannot be written or cannot be kept
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
#include <unistd.h>

#include "../../src/app/pt-busy.h"
#include "../../src/app/pt-close.h"
#include "../../src/app/pt-notice.h"
#include "pt-desk.h"

#define NOBODY 65534 /* a user who owns nothing */

static char *folder; /* of the files */

/* --- files --- */

static char *
copy_fixture (const char *name)
{
  g_autofree char *from = g_build_filename (g_getenv ("PT_FIXTURES"), "modeling", name, NULL);
  g_autofree char *text = NULL;
  char *to = g_build_filename (folder, name, NULL);

  assert_true (g_file_get_contents (from, &text, NULL, NULL));
  assert_true (g_file_set_contents (to, text, -1, NULL));
  return to;
}

/* Whoever may write everything becomes somebody who may not. */
static void
be_nobody (void)
{
  if (geteuid () == 0)
    assert_int_equal (seteuid (NOBODY), 0);
}

static void
be_oneself (void)
{
  assert_int_equal (seteuid (getuid ()), 0);
}

static void
rename_process (PtPage *page, const char *name)
{
  PtDocument *document = pt_page_get_document (page);

  pt_document_begin (document, "Rename");
  pt_document_set_attribute (document, pt_document_get_root (document), NULL, "name", name);
  pt_document_commit (document);
}

/* --- what the window shows --- */

static gboolean
has_cancel (gpointer window)
{
  return pt_desk_find_button (window, "_Cancel") != NULL;
}

static gboolean
has_no_cancel (gpointer window)
{
  return !has_cancel (window);
}

static gboolean
says (GtkWidget *parent, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((PT_IS_NOTICE (child) && strstr (pt_notice_get_text (PT_NOTICE (child)), text) != NULL)
        || says (child, text))
      return TRUE;
  return FALSE;
}

/* --- tests --- */

static void
long_work_can_be_given_up (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PtBusy *busy = pt_busy_begin (window, "Opening “one & two.bpmn”…", cancellable);

  assert_false (has_cancel (window));
  pt_desk_wait (has_cancel, window);
  pt_desk_spin (500);
  pt_desk_picture (GTK_WIDGET (window), "busy.png");
  pt_desk_press (window, "_Cancel");
  assert_true (g_cancellable_is_cancelled (cancellable));
  pt_busy_end (busy);
  pt_desk_wait (has_no_cancel, window);
  pt_desk_close (window);
}

static void
short_work_is_not_spoken_of (void **state)
{
  PtWindow *window = pt_desk_open ();

  pt_busy_end (pt_busy_begin (window, "Opening…", NULL));
  pt_desk_spin (1000);
  assert_false (has_cancel (window));
  pt_desk_close (window);
}

/* Pushing a toast out and going while that one still fades ended the program. */
static void
long_work_pushes_older_words_out (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PtBusy *busy;

  busy = pt_busy_begin (window, "Opening…", cancellable);
  pt_window_toast (window, "Older words");
  pt_desk_wait (has_cancel, window);
  pt_busy_end (busy);
  pt_window_toast (window, "Newer words");
  pt_desk_wait (has_no_cancel, window);
  assert_non_null (pt_desk_find_text (GTK_WIDGET (window), "Newer words"));
  pt_desk_close (window);
}

static void
file_without_a_drawing_gets_one (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *path = g_build_filename (folder, "undrawn.bpmn", NULL);
  PtPage *page;

  assert_true (g_file_set_contents (
      path,
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:t'>"
      "<process id='P'><task id='Task_1' name='Alone'/></process></definitions>",
      -1, NULL));
  page = pt_desk_open_file (window, path);
  assert_string_equal (pt_process_graph_get (pt_page_get_graph (page), "Task_1")->name, "Alone");
  assert_int_equal (pt_process_graph_get_diagrams (pt_page_get_graph (page))->len, 1);
  assert_true (pt_document_can_undo (pt_page_get_document (page)));
  pt_document_undo (pt_page_get_document (page));
  assert_int_equal (pt_process_graph_get_diagrams (pt_page_get_graph (page))->len, 0);
  pt_desk_close (window);
}

static void
file_that_may_not_be_written_is_saved_elsewhere (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *path = copy_fixture ("process.bpmn");
  PtPage *page = pt_desk_open_file (window, path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  assert_true (g_file_get_contents (path, &before, NULL, NULL));
  rename_process (page, "Mine");
  assert_int_equal (g_chmod (path, 0444), 0);
  assert_int_equal (g_chmod (folder, 0555), 0);
  be_nobody ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  pt_desk_wait (pt_desk_has_dialog, window);
  be_oneself ();
  pt_desk_spin (300);
  pt_desk_picture (GTK_WIDGET (window), "read-only.png");
  assert_non_null (pt_desk_find_button (GTK_WIDGET (pt_desk_find_dialog (window)), "Save _As…"));
  pt_desk_press (pt_desk_find_dialog (window), "_Cancel");
  assert_true (pt_document_get_modified (pt_page_get_document (page)));
  assert_true (g_file_get_contents (path, &after, NULL, NULL));
  assert_string_equal (before, after);
  assert_int_equal (g_chmod (folder, 0755), 0);
  pt_desk_close (window);
}

/* The folder of histories lies under what is a file. */
static void
work_that_is_not_kept_is_said (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *path = copy_fixture ("levels.bpmn");

  rename_process (pt_desk_open_file (window, path), "Mine");
  pt_desk_spin (300);
  assert_true (says (GTK_WIDGET (window), "would be lost in a crash"));
  pt_desk_picture (GTK_WIDGET (window), "not-kept.png");
  pt_desk_close (window);
}

static gboolean
has_roles (gpointer page)
{
  return pt_page_get_roles (page) != NULL;
}

static void
roles_made_here_are_not_saved_yet (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *path = copy_fixture ("vertical.bpmn");
  PtPage *page = pt_desk_open_file (window, path);

  assert_false (pt_page_is_modified (page));
  pt_page_draft_roles (page);
  pt_desk_wait (has_roles, page);
  assert_false (pt_document_get_modified (pt_page_get_document (page)));
  assert_true (pt_close_needs_asking (page));
  pt_desk_close (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (long_work_can_be_given_up),
    cmocka_unit_test (short_work_is_not_spoken_of),
    cmocka_unit_test (long_work_pushes_older_words_out),
    cmocka_unit_test (file_without_a_drawing_gets_one),
    cmocka_unit_test (file_that_may_not_be_written_is_saved_elsewhere),
    cmocka_unit_test (work_that_is_not_kept_is_said),
    cmocka_unit_test (roles_made_here_are_not_saved_yet),
  };
  g_autofree char *state = NULL;

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-files: no display; tools/test brings one\n");
      return 77;
    }
  folder = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  g_chmod (folder, 0755);
  state = g_build_filename (folder, "state", NULL);
  g_file_set_contents (state, "a file", -1, NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  return cmocka_run_group_tests (tests, NULL, NULL);
}
