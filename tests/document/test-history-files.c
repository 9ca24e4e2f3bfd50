/* test-history-files.c: whose history is continued, offered, renamed or thrown away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/history.h>

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "history-source.h"
#include "kept-documents.h"
#include "random-edits.h"

/* --- saved, closed, opened again --- */

static void
test_undo_survives_a_restart (void **state)
{
  g_autofree char *path = history_write_file ("survives.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  g_autoptr (GBytes) base = pt_document_to_bytes (document, NULL);
  g_autoptr (GBytes) saved = NULL;

  rename_root (document, "one");
  rename_root (document, "two");
  save (document);
  saved = pt_document_to_bytes (document, NULL);
  rename_root (document, "three");
  pt_history_give_up (document);
  g_object_unref (document);

  document = open_kept (path);
  assert_same (saved, document);
  assert_false (pt_document_get_modified (document));
  assert_string_equal (pt_document_get_name (document), "survives.bpmn");
  assert_true (pt_document_can_redo (document));
  pt_document_undo (document);
  assert_true (pt_document_get_modified (document));
  pt_document_undo (document);
  assert_same (base, document);
  assert_false (pt_document_can_undo (document));
  redo_all (document);
  assert_string_equal (pt_document_get_undo_name (document), "Rename");
  save (document);
  g_object_unref (document);

  document = open_kept (path);
  assert_true (pt_document_can_undo (document));
  assert_false (pt_document_can_redo (document));
  g_object_unref (document);
}

/* Somebody else's version has no steps of ours; when ours comes back, so do they. */
static void
test_other_bytes_open_plainly (void **state)
{
  g_autofree char *path = history_write_file ("other.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  g_autofree char *ours = NULL;
  gsize length;

  rename_root (document, "one");
  save (document);
  g_object_unref (document);
  assert_true (g_file_get_contents (path, &ours, &length, NULL));

  assert_true (g_file_set_contents (path, "<other/>", -1, NULL));
  document = open_kept (path);
  assert_false (pt_document_can_undo (document));
  assert_false (pt_document_get_modified (document));
  g_object_unref (document);

  assert_true (g_file_set_contents (path, ours, (gssize)length, NULL));
  document = open_kept (path);
  assert_true (pt_document_can_undo (document));
  g_object_unref (document);
}

static void
test_saved_under_another_name (void **state)
{
  g_autofree char *path = history_write_file ("first.bpmn", SOURCE);
  g_autofree char *other = history_write_file ("second.bpmn", "<old/>");
  g_autoptr (GFile) second = g_file_new_for_path (other);
  PtDocument *document = open_kept (path);

  rename_root (document, "one");
  assert_true (pt_document_save (document, second, NULL));
  g_object_unref (document);
  document = open_kept (other);
  assert_true (pt_document_can_undo (document));
  g_object_unref (document);
  document = open_kept (path);
  assert_false (pt_document_can_undo (document));
  g_object_unref (document);
}

/* --- who has to decide --- */

static guint
count_unfinished (void)
{
  g_autoptr (GPtrArray) all = pt_history_list_unfinished ();

  return all->len;
}

static void
test_what_is_offered (void **state)
{
  g_autofree char *path = history_write_file ("offered.bpmn", SOURCE);
  g_autoptr (GPtrArray) unfinished = NULL;
  const PtUnfinished *first;
  PtDocument *document = open_kept (path);

  rename_root (document, "one");
  save (document);
  assert_int_equal (count_unfinished (), 0); /* it is open */
  rename_root (document, "two");
  rename_root (document, "three");
  g_object_unref (document);

  unfinished = pt_history_list_unfinished ();
  assert_int_equal (unfinished->len, 1);
  first = g_ptr_array_index (unfinished, 0);
  assert_int_equal (first->n_steps, 2);
  assert_string_equal (first->name, "offered.bpmn");
  assert_true (g_str_has_suffix (first->uri, "offered.bpmn"));

  /* opened meanwhile, it stays on offer, and the file is as it was saved */
  document = open_kept (path);
  assert_false (pt_document_can_undo (document));
  g_object_unref (document);
  assert_int_equal (count_unfinished (), 1);

  document = pt_unfinished_restore (g_ptr_array_index (unfinished, 0), NULL);
  assert_non_null (document);
  assert_true (pt_document_get_modified (document));
  assert_int_equal (count_unfinished (), 0);
  pt_document_undo (document);
  pt_document_undo (document);
  assert_false (pt_document_get_modified (document));
  redo_all (document);
  g_object_unref (document);
  assert_int_equal (count_unfinished (), 1);
  pt_unfinished_discard (g_ptr_array_index (unfinished, 0));
  assert_int_equal (count_unfinished (), 0);
}

/* Killed after the file was written and before that could be noted: there is nothing to offer. */
static void
test_written_and_killed (void **state)
{
  g_autofree char *path = history_write_file ("written.bpmn", SOURCE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PtDocument *document = open_kept (path);
  PtSaving *saving;

  rename_root (document, "one");
  saving = pt_saving_new (document, file, NULL);
  assert_true (pt_saving_write (saving, FALSE, NULL));
  g_object_unref (document); /* modified, for nobody finished */
  pt_saving_free (saving);
  assert_int_equal (count_unfinished (), 0);
}

static void
test_untouched_leaves_nothing (void **state)
{
  g_autofree char *path = history_write_file ("untouched.bpmn", SOURCE);
  guint before = history_count ();
  PtDocument *document = open_kept (path);
  PtDocument *untitled = keep (load (SOURCE));

  assert_int_equal (history_count (), before + 2);
  rename_root (untitled, "one");
  pt_history_give_up (untitled);
  g_object_unref (document);
  g_object_unref (untitled);
  assert_int_equal (history_count (), before);
}

/* Has the file open until it is told to go. */
static pid_t
open_elsewhere (const char *path, int *end)
{
  int to_child[2], to_parent[2];
  char c = 'x';
  pid_t child;

  assert_int_equal (pipe (to_child), 0);
  assert_int_equal (pipe (to_parent), 0);
  child = fork ();
  if (child == 0)
    {
      PtDocument *document = open_kept (path);

      close (to_child[1]);
      rename_root (document, "theirs");
      c = pt_history_is_shared (document) ? 's' : 'o';
      if (write (to_parent[1], &c, 1) == 1 && read (to_child[0], &c, 1) == 0)
        _exit (0);
      _exit (1);
    }
  assert_int_equal (read (to_parent[0], &c, 1), 1);
  assert_int_equal (c, 'o');
  close (to_parent[0]);
  close (to_parent[1]);
  close (to_child[0]);
  *end = to_child[1];
  return child;
}

/* Both keep their work; who comes second knows that there is another. */
static void
test_shared (void **state)
{
  g_autofree char *path = history_write_file ("shared.bpmn", SOURCE);
  g_autoptr (GPtrArray) unfinished = NULL;
  int end;
  pid_t child = open_elsewhere (path, &end);
  PtDocument *mine = open_kept (path);
  PtDocument *again = open_kept (path);

  assert_true (pt_history_is_shared (mine));
  assert_true (pt_history_is_shared (again));
  rename_root (mine, "mine");
  pt_history_give_up (mine);
  g_object_unref (mine);
  g_object_unref (again);
  close (end);
  waitpid (child, NULL, 0);

  mine = open_kept (path);
  again = open_kept (path); /* this program itself is nobody else */
  assert_false (pt_history_is_shared (mine));
  assert_false (pt_history_is_shared (again));
  g_object_unref (mine);
  g_object_unref (again);
  unfinished = pt_history_list_unfinished ();
  assert_int_equal (unfinished->len, 1);
}

static void
test_private_and_pruned (void **state)
{
  g_autofree char *path = history_write_file ("private.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  g_autofree char *history = history_path (pt_history_get_id (document));
  g_autofree char *folder = pt_history_folder ();
  struct stat info;

  assert_int_equal (stat (history, &info), 0);
  assert_int_equal (info.st_mode & 0777, 0600);
  assert_int_equal (stat (folder, &info), 0);
  assert_int_equal (info.st_mode & 0777, 0700);

  rename_root (document, "one");
  save (document);
  history_age (history, PT_HISTORY_MAX_DAYS + 1);
  pt_history_prune ();
  assert_true (g_file_test (history, G_FILE_TEST_EXISTS)); /* it is open */
  g_object_unref (document);
  history_age (history, PT_HISTORY_MAX_DAYS - 1);
  pt_history_prune ();
  assert_true (g_file_test (history, G_FILE_TEST_EXISTS));
  history_age (history, PT_HISTORY_MAX_DAYS + 1);
  pt_history_prune ();
  assert_false (g_file_test (history, G_FILE_TEST_EXISTS));
}

static void
test_clear_keeps_the_unfinished (void **state)
{
  g_autofree char *path = history_write_file ("clear.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  PtDocument *untitled = keep (load (SOURCE));
  g_autoptr (GPtrArray) unfinished = NULL;

  rename_root (document, "one");
  save (document);
  g_object_unref (document);
  rename_root (untitled, "one");
  g_object_unref (untitled);
  pt_history_clear ();
  assert_int_equal (history_count (), 1);
  unfinished = pt_history_list_unfinished ();
  assert_int_equal (unfinished->len, 1);
  pt_unfinished_discard (g_ptr_array_index (unfinished, 0));
}

/* --- continued --- */

/* The last save counts, also when no way leads back to what it wrote. */
static void
test_own_save_is_known_after_a_crash (void **state)
{
  g_autofree char *path = history_write_file ("cut.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  g_autoptr (GPtrArray) unfinished = NULL;
  g_autofree char *hash = NULL;

  rename_root (document, "saved");
  save (document);
  pt_document_undo (document);
  rename_root (document, "instead");
  g_object_unref (document);

  unfinished = pt_history_list_unfinished ();
  assert_int_equal (unfinished->len, 1);
  document = pt_unfinished_restore (g_ptr_array_index (unfinished, 0), NULL);
  assert_non_null (document);
  hash = pt_file_hash (pt_document_get_file (document));
  assert_string_equal (pt_document_get_file_hash (document), hash);
  assert_true (pt_document_get_modified (document));
  pt_history_give_up (document);
  g_object_unref (document);
}

/* Two windows of one program: what was done last is gone on with, wherever it stands in the folder.
 */
static void
test_latest_is_continued (void **state)
{
  for (int older = 0; older < 2; older++)
    {
      g_autofree char *path = history_write_file ("latest.bpmn", SOURCE);
      PtDocument *documents[2] = { open_kept (path), open_kept (path) };
      g_autofree char *wanted = g_strdup (pt_history_get_id (documents[!older]));

      for (int i = 0; i < 2; i++)
        {
          g_autofree char *history = history_path (pt_history_get_id (documents[i]));

          rename_root (documents[i], "the same");
          save (documents[i]);
          g_object_unref (documents[i]);
          history_age (history, i == older ? 2 : 1);
        }
      documents[0] = open_kept (path);
      assert_true (pt_document_can_undo (documents[0]));
      assert_string_equal (pt_history_get_id (documents[0]), wanted);
      g_object_unref (documents[0]);
      history_forget_all (NULL);
    }
}

/* What cannot be read in the middle of it is no reason to cut off the rest. */
static void
test_damaged_history_is_left_alone (void **state)
{
  g_autofree char *path = history_write_file ("alone.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  g_autofree char *history = history_path (pt_history_get_id (document));
  g_autofree char *before = NULL, *after = NULL;
  gsize begin, length, n_after;

  save (document); /* so that the file is known before the damage */
  begin = (gsize)history_length (pt_history_get_id (document));
  rename_root (document, "one");
  rename_root (document, "two");
  pt_history_give_up (document);
  g_object_unref (document);
  history_damage (history, begin + 40);
  assert_true (g_file_get_contents (history, &before, &length, NULL));

  document = open_kept (path);
  g_object_unref (document);
  assert_true (g_file_get_contents (history, &after, &n_after, NULL));
  assert_int_equal (n_after, length);
  assert_memory_equal (after, before, length);
}

/* --- names --- */

/* A name that is taken is left to who has it, even when nobody could tell beforehand. */
static void
test_taken_name (void **state)
{
  g_autofree char *path = history_write_file ("taken.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  g_autofree char *history = history_path (pt_history_get_id (document));

  g_object_unref (document);
  assert_int_equal (symlink ("/nowhere/at/all", history), 0);
  document = open_kept (path);
  rename_root (document, "one");
  assert_true (pt_history_check (document, NULL));
  pt_history_give_up (document);
  g_object_unref (document);
  assert_true (g_file_test (history, G_FILE_TEST_IS_SYMLINK));
}

/* Saved under a name whose history somebody has by then. */
static void
test_taken_name_when_renamed (void **state)
{
  g_autofree char *path = history_write_file ("renamed.bpmn", SOURCE);
  g_autofree char *other = history_write_file ("other-name.bpmn", SOURCE);
  g_autoptr (GFile) second = g_file_new_for_path (other);
  PtDocument *document = open_kept (other);
  g_autofree char *history = history_path (pt_history_get_id (document));

  g_object_unref (document);
  assert_int_equal (symlink ("/nowhere/at/all", history), 0);
  document = open_kept (path);
  rename_root (document, "one");
  assert_true (pt_document_save (document, second, NULL));
  g_object_unref (document);
  assert_true (g_file_test (history, G_FILE_TEST_IS_SYMLINK));
  document = open_kept (other);
  assert_true (pt_document_can_undo (document));
  g_object_unref (document);
}

/* Somebody tidied up, and somebody else has the name since. */
static void
test_taken_name_after_tidying (void **state)
{
  g_autofree char *path = history_write_file ("tidied.bpmn", SOURCE);
  g_autoptr (PtDocument) first = open_kept (path);
  g_autoptr (PtDocument) second = NULL;

  rename_root (first, "one");
  history_forget_all (NULL);
  second = open_kept (path);
  rename_root (second, "two");
  rename_root (first, "three");
  assert_true (pt_history_check (first, NULL));
  assert_true (pt_history_check (second, NULL));
  assert_int_equal (history_count (), 2);
  pt_history_give_up (first);
  pt_history_give_up (second);
}

/* --- while others look --- */

static int looking; /* atomic */

static gpointer
look_forever (gpointer data)
{
  while (g_atomic_int_get (&looking))
    g_ptr_array_unref (pt_history_list_unfinished ());
  return NULL;
}

static GThread *
begin_looking (void)
{
  g_atomic_int_set (&looking, TRUE);
  return g_thread_new ("look", look_forever, NULL);
}

static void
end_looking (GThread *thread)
{
  g_atomic_int_set (&looking, FALSE);
  g_thread_join (thread);
}

/* Enough steps that it takes a moment to read them. */
static void
edit_much (PtDocument *document)
{
  g_autofree char *long_name = g_strnfill (20000, 'x');

  for (int i = 0; i < 100; i++)
    {
      long_name[i] = 'y';
      rename_root (document, long_name);
    }
}

static void
test_continued_while_others_look (void **state)
{
  g_autofree char *path = history_write_file ("looked-at.bpmn", SOURCE);
  PtDocument *document = open_kept (path);
  GThread *thread;
  guint n_continued = 0;

  edit_much (document);
  save (document);
  g_object_unref (document);
  thread = begin_looking ();
  for (int i = 0; i < 20; i++)
    {
      document = open_kept (path);
      n_continued += pt_document_can_undo (document) && !pt_history_is_shared (document);
      g_object_unref (document);
    }
  end_looking (thread);
  assert_int_equal (n_continued, 20);
}

#define FRESH(test) cmocka_unit_test_setup (test, history_forget_all)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    FRESH (test_undo_survives_a_restart),
    FRESH (test_other_bytes_open_plainly),
    FRESH (test_saved_under_another_name),
    FRESH (test_what_is_offered),
    FRESH (test_written_and_killed),
    FRESH (test_untouched_leaves_nothing),
    FRESH (test_shared),
    FRESH (test_private_and_pruned),
    FRESH (test_clear_keeps_the_unfinished),
    FRESH (test_own_save_is_known_after_a_crash),
    FRESH (test_latest_is_continued),
    FRESH (test_damaged_history_is_left_alone),
    FRESH (test_taken_name),
    FRESH (test_taken_name_when_renamed),
    FRESH (test_taken_name_after_tidying),
    FRESH (test_continued_while_others_look),
  };

  return cmocka_run_group_tests (tests, history_setup, history_teardown);
}
