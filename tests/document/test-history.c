/* test-history.c: a document comes back from its history, whatever happened to the program
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

#include "history-files.h"
#include "random-edits.h"

#define SOURCE                                                                                     \
  "<?xml version=\"1.0\"?>\n<p:a xmlns:p=\"urn:p\" xmlns=\"urn:default\">\n"                       \
  "  <p:b id=\"one\" name=\"first\">\n    <c/>\n    <c></c>\n  </p:b>\n\n"                         \
  "  <!-- about two -->\n  <p:b id=\"two\"/> <!-- and after -->\n"                                 \
  "  <q:b xmlns:q=\"urn:q\" q:x=\"y\"><q:c/><c xmlns=\"\"/></q:b>\n"                               \
  "  <script><![CDATA[if (a < b) c]]></script>\n</p:a>\n"

static PtDocument *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_document_load_bytes (bytes, "draft", &error);

  assert_null (error);
  return document;
}

static void
assert_same (GBytes *expected, PtDocument *document)
{
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, NULL);

  if (!g_bytes_equal (expected, bytes))
    fail_msg ("expected\n%.*s\nbut got\n%.*s", (int)g_bytes_get_size (expected),
              (const char *)g_bytes_get_data (expected, NULL), (int)g_bytes_get_size (bytes),
              (const char *)g_bytes_get_data (bytes, NULL));
}

/* What a crash at this moment would leave. Returns: (nullable) */
static PtDocument *
restore_copy (PtDocument *document, gssize length)
{
  g_autofree char *path = history_copy (pt_history_get_id (document), length);
  PtDocument *restored = history_restore (path);

  g_unlink (path);
  return restored;
}

/* --- what comes back --- */

static void
test_everything_comes_back (void **state)
{
  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (PtDocument) document = keep (load (SOURCE));
      g_autoptr (PtDocument) restored = NULL;
      g_autoptr (GBytes) now = NULL;
      g_autoptr (GBytes) base = g_bytes_new_static (SOURCE, strlen (SOURCE));

      for (int i = 0; i < 60; i++)
        random_step (rand, document);
      rename_root (document, "last");
      now = pt_document_to_bytes (document, NULL);
      restored = restore_copy (document, -1);
      assert_non_null (restored);
      assert_same (now, restored);
      assert_string_equal (pt_document_get_undo_name (restored), "Rename");

      while (pt_document_can_undo (document))
        {
          g_autoptr (GBytes) then = NULL;

          pt_document_undo (document);
          pt_document_undo (restored);
          then = pt_document_to_bytes (document, NULL);
          assert_same (then, restored);
        }
      assert_false (pt_document_can_undo (restored));
      assert_same (base, restored);
      redo_all (restored);
      assert_same (now, restored);
      pt_history_give_up (restored);
    }
}

/* A restored document is as good as the first: it can be edited, crash and be restored again. */
static void
test_restored_again_and_again (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (PtDocument) document = keep (load (SOURCE));
  g_autoptr (GBytes) base = pt_document_to_bytes (document, NULL);

  for (int round = 0; round < 30; round++)
    {
      g_autoptr (GBytes) now = NULL;
      PtDocument *restored;

      for (int i = 0; i < 10; i++)
        random_step (rand, document);
      rename_root (document, round % 2 ? "odd" : "even");
      now = pt_document_to_bytes (document, NULL);
      restored = restore_copy (document, -1);
      assert_non_null (restored);
      assert_same (now, restored);
      pt_history_give_up (document);
      g_object_unref (document);
      document = restored;
    }
  undo_all (document);
  assert_same (base, document);
}

/* --- torn at any place --- */

typedef struct
{
  gssize length; /* of the history file when the state was reached */
  GBytes *bytes;
} Moment;

static void
clear_moment (gpointer moment)
{
  g_bytes_unref (((Moment *)moment)->bytes);
}

static void
remember (GArray *moments, PtDocument *document)
{
  Moment moment = { .length = history_length (pt_history_get_id (document)),
                    .bytes = pt_document_to_bytes (document, NULL) };

  g_array_append_val (moments, moment);
}

static GBytes *
state_at (GArray *moments, gssize length)
{
  GBytes *bytes = NULL;

  for (guint i = 0; i < moments->len; i++)
    if (g_array_index (moments, Moment, i).length <= length)
      bytes = g_array_index (moments, Moment, i).bytes;
  return bytes;
}

static void
test_torn_at_every_byte (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (PtDocument) document = keep (load (SOURCE));
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  gssize base;

  g_array_set_clear_func (moments, clear_moment);
  remember (moments, document);
  base = history_length (pt_history_get_id (document));
  for (int i = 0; i < 12; i++)
    {
      random_step (rand, document);
      remember (moments, document);
    }
  for (gssize length = 0; length <= history_length (pt_history_get_id (document)); length++)
    {
      g_autoptr (PtDocument) restored = restore_copy (document, length);
      g_autoptr (GBytes) first = g_bytes_ref (g_array_index (moments, Moment, 0).bytes);

      if (restored == NULL)
        continue;
      assert_true (length > base);
      assert_same (state_at (moments, length), restored);
      undo_all (restored);
      assert_same (first, restored);
      pt_history_give_up (restored);
    }
}

/* Bytes that were damaged on the disk are not taken for something else. */
static void
test_damaged_anywhere (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (PtDocument) document = keep (load (SOURCE));
  g_autoptr (GHashTable) states
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  gssize length;

  for (int i = 0; i < 25; i++)
    {
      g_hash_table_add (states, pt_document_to_bytes (document, NULL));
      random_step (rand, document);
    }
  g_hash_table_add (states, pt_document_to_bytes (document, NULL));
  length = history_length (pt_history_get_id (document));
  for (int i = 0; i < 150; i++)
    {
      g_autofree char *path = history_copy (pt_history_get_id (document), -1);
      g_autoptr (PtDocument) restored = NULL;
      g_autoptr (GBytes) bytes = NULL;

      history_damage (path, g_rand_int_range (rand, 0, (gint32)length));
      restored = history_restore (path);
      g_unlink (path);
      if (restored == NULL)
        continue;
      bytes = pt_document_to_bytes (restored, NULL);
      assert_true (g_hash_table_contains (states, bytes));
      pt_history_give_up (restored);
    }
}

/* --- killed --- */

/* Edits without end, telling after each step how many there were. */
static void
edit_until_killed (int out)
{
  PtDocument *document = keep (load (SOURCE));

  for (int i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("step %d", i);

      rename_root (document, name);
      if (write (out, &i, sizeof i) != sizeof i)
        _exit (1);
    }
}

static void
test_killed (void **state)
{
  for (int round = 0; round < 10; round++)
    {
      g_autoptr (GPtrArray) unfinished = NULL;
      g_autoptr (PtDocument) document = NULL;
      g_autofree char *name = NULL;
      int pipe_ends[2], told = 0, last = 0;
      pid_t child;

      assert_int_equal (pipe (pipe_ends), 0);
      child = fork ();
      if (child == 0)
        edit_until_killed (pipe_ends[1]);
      close (pipe_ends[1]);
      for (int i = 0; i < 50 + 37 * round; i++)
        assert_int_equal (read (pipe_ends[0], &told, sizeof told), sizeof told);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      while (read (pipe_ends[0], &told, sizeof told) == sizeof told)
        ;
      close (pipe_ends[0]);

      unfinished = pt_history_list_unfinished ();
      assert_int_equal (unfinished->len, 1);
      document = pt_unfinished_restore (g_ptr_array_index (unfinished, 0), NULL);
      assert_non_null (document);
      name = pt_xml_attribute (pt_document_get_root (document), "name");
      last = atoi (name + strlen ("step "));
      assert_true (last == told || last == told + 1);
      pt_document_undo (document);
      pt_history_give_up (document);
    }
}

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

#define FRESH(test) cmocka_unit_test_setup (test, history_forget_all)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    FRESH (test_everything_comes_back),
    FRESH (test_restored_again_and_again),
    FRESH (test_torn_at_every_byte),
    FRESH (test_damaged_anywhere),
    FRESH (test_killed),
    FRESH (test_undo_survives_a_restart),
    FRESH (test_other_bytes_open_plainly),
    FRESH (test_saved_under_another_name),
    FRESH (test_what_is_offered),
    FRESH (test_written_and_killed),
    FRESH (test_untouched_leaves_nothing),
    FRESH (test_shared),
    FRESH (test_private_and_pruned),
    FRESH (test_clear_keeps_the_unfinished),
  };

  return cmocka_run_group_tests (tests, history_setup, history_teardown);
}
