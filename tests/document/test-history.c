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

#include "history-source.h"
#include "kept-documents.h"
#include "random-edits.h"

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

/* --- damaged in the middle --- */

/* Five steps of one length each, then a crash; the third is damaged. Returns: (transfer full): the
 * path of its history */
static char *
leave_damaged (PtDocument *document, GBytes **before)
{
  char *path = history_path (pt_history_get_id (document));
  gssize third = 0;

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("step %d", i);

      if (i == 3)
        {
          third = history_length (pt_history_get_id (document));
          *before = pt_document_to_bytes (document, NULL);
        }
      rename_root (document, name);
    }
  g_object_unref (document);
  history_damage (path, (gsize)third + 40);
  return path;
}

static PtUnfinished *
only_unfinished (GPtrArray **all)
{
  *all = pt_history_list_unfinished ();
  assert_int_equal ((*all)->len, 1);
  return g_ptr_array_index (*all, 0);
}

/* What stands before the damage comes back, the user learns how much that is, and the rest stays on
 * the disk. */
static void
test_damaged_in_the_middle (void **state)
{
  g_autoptr (GBytes) before = NULL;
  g_autofree char *path = leave_damaged (keep (load (SOURCE)), &before);
  g_autofree char *damaged = NULL, *kept = NULL;
  g_autoptr (GPtrArray) all = NULL, again = NULL;
  PtUnfinished *unfinished = only_unfinished (&all);
  PtDocument *document;
  gsize length, n_kept;

  assert_true (g_file_get_contents (path, &damaged, &length, NULL));
  assert_int_equal (unfinished->n_steps, 5);
  document = pt_unfinished_restore (unfinished, NULL);
  assert_non_null (document);
  assert_same (before, document);
  assert_int_equal (unfinished->n_lost, 3);
  assert_true (g_file_get_contents (unfinished->aside, &kept, &n_kept, NULL));
  assert_int_equal (n_kept, length);
  assert_memory_equal (kept, damaged, length);

  rename_root (document, "after all"); /* and its history goes on */
  g_clear_pointer (&before, g_bytes_unref);
  before = pt_document_to_bytes (document, NULL);
  g_object_unref (document);
  unfinished = only_unfinished (&again);
  assert_int_equal (unfinished->n_steps, 3);
  document = pt_unfinished_restore (unfinished, NULL);
  assert_same (before, document);
  assert_int_equal (unfinished->n_lost, 0);
  pt_history_give_up (document);
  g_object_unref (document);
}

/* Without what it began with nothing comes back, and somebody may still want to look into it. */
static void
test_damaged_beginning (void **state)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = leave_damaged (keep (load (SOURCE)), &before);
  g_autoptr (GPtrArray) all = NULL;
  PtUnfinished *unfinished = only_unfinished (&all);

  history_damage (path, 60);
  assert_null (pt_unfinished_restore (unfinished, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA));
  assert_null (strchr (error->message, '/'));
  assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A history whose head is gone, and one that was set aside. */
static void
test_damaged_ones_wait_their_time (void **state)
{
  static const gsize places[] = { 2, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GBytes) before = NULL;
      g_autofree char *path = leave_damaged (keep (load (SOURCE)), &before);
      g_autofree char *aside = g_strconcat (path, ".damaged", NULL);

      if (places[i] > 0)
        history_damage (path, places[i]);
      else
        assert_int_equal (g_rename (path, aside), 0);
      assert_int_equal (history_count (), 1);
      history_age (places[i] > 0 ? path : aside, PT_HISTORY_MAX_DAYS - 1);
      pt_history_prune ();
      pt_history_clear ();
      assert_int_equal (history_count (), 1);
      history_age (places[i] > 0 ? path : aside, PT_HISTORY_MAX_DAYS + 1);
      pt_history_prune ();
      assert_int_equal (history_count (), 0);
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
    FRESH (test_damaged_in_the_middle),
    FRESH (test_damaged_beginning),
    FRESH (test_damaged_ones_wait_their_time),
  };

  return cmocka_run_group_tests (tests, history_setup, history_teardown);
}
