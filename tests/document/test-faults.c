/* test-faults.c: every step of saving and of keeping a history may fail, and nothing is lost
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The functions that reach the disk are this program's own: they count their calls and let one of
 * them, or a row of them, fail or kill the program.
 */
#include <partitur/history.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "kept-documents.h"
#include "random-edits.h"

/* --- a disk that fails --- */

static struct
{
  GThread *thread; /* whose calls count; NULL: all is well */
  int first, last; /* which calls fail, from 1 */
  int code;        /* with which errno; 0: the program is killed */
  int n_calls;
} fault;

static void
arm (int first, int last, int code)
{
  fault.first = first;
  fault.last = last;
  fault.code = code;
  fault.n_calls = 0;
  fault.thread = g_thread_self ();
}

/* Returns: whether the fault was reached */
static gboolean
disarm (void)
{
  fault.thread = NULL;
  return fault.n_calls >= fault.first;
}

/* Whether the call that asks has to fail. */
static gboolean
fails (void)
{
  if (fault.thread == NULL || fault.thread != g_thread_self ())
    return FALSE;
  fault.n_calls++;
  if (fault.n_calls < fault.first || fault.n_calls > fault.last)
    return FALSE;
  if (fault.code == 0)
    raise (SIGKILL);
  errno = fault.code;
  return TRUE;
}

#define REAL(name) ((__typeof__ (&name))dlsym (RTLD_NEXT, G_STRINGIFY (name)))

ssize_t
write (int fd, const void *data, size_t size)
{
  return fails () ? -1 : REAL (write) (fd, data, size);
}

/* Not all of it, as a disk that fills up: the caller has to come back. */
static size_t
part_of (size_t size)
{
  return fault.thread == g_thread_self () && size > 1 ? size / 2 : size;
}

static ssize_t
write_somewhere (int fd, const void *data, size_t size, off64_t offset)
{
  static ssize_t (*real) (int, const void *, size_t, off64_t);

  if (real == NULL)
    real = (__typeof__ (real))dlsym (RTLD_NEXT, "pwrite64");
  return fails () ? -1 : real (fd, data, part_of (size), offset);
}

#undef pwrite64
ssize_t pwrite64 (int fd, const void *data, size_t size, off64_t offset);

ssize_t
pwrite64 (int fd, const void *data, size_t size, off64_t offset)
{
  return write_somewhere (fd, data, size, offset);
}

int
fsync (int fd)
{
  return fails () ? -1 : REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  return fails () ? -1 : REAL (fdatasync) (fd);
}

int
rename (const char *from, const char *to)
{
  return fails () ? -1 : REAL (rename) (from, to);
}

int
fchmod (int fd, mode_t mode)
{
  return fails () ? -1 : REAL (fchmod) (fd, mode);
}

int
fchown (int fd, uid_t owner, gid_t group)
{
  return fails () ? -1 : REAL (fchown) (fd, owner, group);
}

int
flock (int fd, int operation)
{
  return fails () ? -1 : REAL (flock) (fd, operation);
}

/* --- what is at stake --- */

#define SOURCE "<a name=\"old\">\n  <b id=\"one\"/>\n  <b id=\"two\"><c/></b>\n</a>\n"

static const int codes[] = { EIO, ENOSPC, EACCES, EDQUOT };

typedef struct
{
  char *folder, *path;
  GFile *file;
} Place;

static void
place_init (Place *place)
{
  place->folder = g_build_filename (history_root, "place", NULL);
  place->path = g_build_filename (place->folder, "a.bpmn", NULL);
  place->file = g_file_new_for_path (place->path);
  g_mkdir (place->folder, 0700);
  assert_true (g_file_set_contents (place->path, SOURCE, -1, NULL));
}

static void
place_clear (Place *place)
{
  history_remove_tree (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_object_unref (place->file);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static gboolean
holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strcmp (text, expected) == 0;
}

static void
assert_comes_back (PtDocument *document)
{
  g_autofree char *copy = history_copy (pt_history_get_id (document), -1);
  g_autoptr (PtDocument) restored = history_restore (copy);
  g_autoptr (GBytes) expected = pt_document_to_bytes (document, NULL);
  g_autoptr (GBytes) bytes = restored ? pt_document_to_bytes (restored, NULL) : NULL;

  g_unlink (copy);
  if (restored == NULL || !g_bytes_equal (expected, bytes))
    fail_msg ("expected\n%s\nbut got\n%s", (const char *)g_bytes_get_data (expected, NULL),
              bytes ? (const char *)g_bytes_get_data (bytes, NULL) : "nothing");
  pt_history_give_up (restored);
}

/* --- a save that fails --- */

/* Returns: whether there was a step @n to fail */
static gboolean
save_with_fault (int n, int code)
{
  Place place;
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gboolean reached, saved;

  place_init (&place);
  document = open_kept (place.path);
  rename_root (document, "new");
  arm (n, n, code);
  saved = pt_document_save (document, place.file, &error);
  reached = disarm ();

  assert_true (saved == (error == NULL));
  assert_true (saved == !pt_document_get_modified (document));
  assert_int_equal (count_files (place.folder), 1);
  if (!saved)
    {
      assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_WRITE));
      assert_true (holds (place.path, SOURCE));
      rename_root (document, "newer");
      assert_comes_back (document);
    }
  assert_true (pt_document_save (document, place.file, NULL));
  assert_false (holds (place.path, SOURCE));
  assert_int_equal (count_files (place.folder), 1);
  place_clear (&place);
  return reached;
}

static void
test_every_step_of_saving_fails (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      int n = 1;

      while (save_with_fault (n, codes[i]))
        n++;
      assert_true (n > 6); /* there was something to fail */
    }
}

static void
save_and_be_killed (const Place *place, int n)
{
  PtDocument *document = open_kept (place->path);

  rename_root (document, "new");
  arm (n, n, 0);
  pt_document_save (document, place->file, NULL);
  _exit (disarm () ? 1 : 0);
}

/* What a killed save leaves: one of the two versions, whole; and the new one is there in any case.
 */
static void
check_after_kill (Place *place)
{
  g_autoptr (PtDocument) document = pt_document_load (place->file, NULL, NULL);
  g_autoptr (GPtrArray) unfinished = pt_history_list_unfinished ();
  g_autofree char *name = NULL;

  assert_non_null (document);
  name = pt_xml_attribute (pt_document_get_root (document), "name");
  if (strcmp (name, "new") == 0)
    {
      assert_int_equal (unfinished->len, 0);
      return;
    }
  assert_true (holds (place->path, SOURCE));
  assert_int_equal (unfinished->len, 1);
  assert_int_equal (((PtUnfinished *)g_ptr_array_index (unfinished, 0))->n_steps, 1);
}

static void
test_killed_at_every_step_of_saving (void **state)
{
  gboolean reached = TRUE;

  for (int n = 1; reached; n++)
    {
      Place place;
      pid_t child;
      int status;

      history_forget_all (NULL);
      place_init (&place);
      child = fork ();
      if (child == 0)
        save_and_be_killed (&place, n);
      waitpid (child, &status, 0);
      reached = WIFSIGNALED (status);
      if (reached)
        check_after_kill (&place);
      else
        assert_int_equal (WEXITSTATUS (status), 0);
      assert_true (reached || n > 6);
      place_clear (&place);
    }
}

/* --- a history that cannot be written --- */

static void
kept_changed_cb (PtDocument *document, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *)user_data)++;
}

/* The disk fails a while, in the middle of the work, and then is well again. */
static void
work_with_fault (guint32 seed, int first, int n, int code)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) bytes = g_bytes_new_static (SOURCE, strlen (SOURCE));
  g_autoptr (PtDocument) document
      = pt_history_keep (pt_document_load_bytes (bytes, "draft", NULL), NULL);
  guint n_changes = 0;

  g_signal_connect (document, "notify::kept", G_CALLBACK (kept_changed_cb), &n_changes);
  rename_root (document, "begin");
  arm (first, first + n, code);
  for (int i = 0; i < 40; i++)
    random_step (rand, document);
  assert_true (disarm ());
  rename_root (document, "end");
  assert_true (pt_history_check (document, NULL));
  assert_true (n_changes >= 2 && n_changes % 2 == 0);
  assert_comes_back (document);
  pt_history_give_up (document);
}

static void
test_history_waits_for_the_disk (void **state)
{
  for (guint32 seed = 0; seed < 12; seed++)
    for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
      work_with_fault (seed, 1 + (int)(seed * 3 + i), (int)seed * 2, codes[i]);
}

static void
test_history_says_why (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (SOURCE, strlen (SOURCE));
  g_autoptr (PtDocument) document
      = pt_history_keep (pt_document_load_bytes (bytes, "draft", NULL), NULL);
  g_autoptr (GError) error = NULL;
  gboolean kept;

  arm (1, 1000, ENOSPC);
  rename_root (document, "new");
  disarm ();
  assert_false (pt_history_check (document, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE));
  assert_string_equal (error->message, "the disk is full");
  g_object_get (document, "kept", &kept, NULL);
  assert_false (kept);
  pt_history_give_up (document);
}

/* That the disk is full may show when a saving thread notes what it is about to write. */
static void
test_history_fails_while_saving (void **state)
{
  Place place;
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (PtSaving) saving = NULL;
  guint n_changes = 0;

  place_init (&place);
  document = open_kept (place.path);
  rename_root (document, "new");
  saving = pt_saving_new (document, pt_document_get_file (document), NULL);
  g_signal_connect (document, "notify::kept", G_CALLBACK (kept_changed_cb), &n_changes);
  arm (1, 1, ENOSPC);
  assert_true (pt_saving_write (saving, FALSE, NULL));
  assert_true (disarm ());
  assert_int_equal (n_changes, 0); /* nobody is told in that thread */
  pt_saving_finish (saving);
  assert_int_equal (n_changes, 1);
  assert_false (pt_history_check (document, NULL));
  pt_history_give_up (document);
  assert_int_equal (n_changes, 2);
  place_clear (&place);
}

/* Somebody has a history open and lets go of it a moment later: that makes it no finished one. */
static void
test_history_let_go (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (SOURCE, strlen (SOURCE));
  PtDocument *document = pt_history_keep (pt_document_load_bytes (bytes, "draft", NULL), NULL);

  rename_root (document, "new");
  g_object_unref (document);
  arm (1, 1, EWOULDBLOCK);
  pt_history_clear ();
  assert_true (disarm ());
  assert_int_equal (history_count (), 1);
}

/* Somebody tidies up. */
static void
test_folder_vanishes (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (SOURCE, strlen (SOURCE));
  g_autoptr (PtDocument) document
      = pt_history_keep (pt_document_load_bytes (bytes, "draft", NULL), NULL);
  g_autofree char *state_folder = g_build_filename (history_root, "state", NULL);

  rename_root (document, "one");
  history_remove_tree (state_folder);
  rename_root (document, "two");
  assert_true (pt_history_check (document, NULL));
  assert_comes_back (document);
  pt_history_give_up (document);
}

/* A folder that cannot be made: the document is there all the same. */
static void
test_no_folder (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (SOURCE, strlen (SOURCE));
  g_autoptr (PtDocument) document = NULL;
  g_autofree char *state_folder = g_build_filename (history_root, "state", NULL);
  g_autoptr (GError) error = NULL;

  history_remove_tree (state_folder);
  assert_true (g_file_set_contents (state_folder, "in the way", -1, NULL));
  document = pt_history_keep (pt_document_load_bytes (bytes, "draft", NULL), NULL);
  assert_non_null (document);
  assert_false (pt_history_check (document, &error));
  assert_string_equal (error->message, "the folder does not exist");
  rename_root (document, "one");
  assert_true (pt_document_can_undo (document));
  g_unlink (state_folder);
}

/* --- a real disk that is full --- */

/* Ends the test where that may not be mounted. */
static void
mount_small_disk (const char *folder)
{
  g_mkdir_with_parents (folder, 0700);
  if (mount ("tmpfs", folder, "tmpfs", 0, "size=64k") == 0)
    return;
  print_message ("a small disk cannot be mounted here: %s\n", g_strerror (errno));
  skip ();
}

static void
test_full_disk (void **state)
{
  g_autofree char *folder = g_build_filename (history_root, "disk", NULL);
  g_autofree char *path = g_build_filename (folder, "a.bpmn", NULL);
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  mount_small_disk (folder);
  assert_true (g_file_set_contents (path, SOURCE, -1, NULL));
  document = open_kept (path);
  rename_root (document, large);
  assert_false (pt_document_save (document, file, &error));
  assert_non_null (strstr (error->message, "the disk is full"));
  assert_true (holds (path, SOURCE));
  assert_int_equal (count_files (folder), 1);
  assert_comes_back (document);
  pt_history_give_up (document);
  assert_int_equal (umount (folder), 0);
}

static void
test_full_disk_for_histories (void **state)
{
  g_autofree char *folder = pt_history_folder ();
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (SOURCE, strlen (SOURCE));
  PtDocument *document;

  mount_small_disk (folder);
  document = pt_history_keep (pt_document_load_bytes (bytes, "draft", NULL), NULL);
  rename_root (document, "one");
  assert_comes_back (document);
  rename_root (document, large);
  assert_false (pt_history_check (document, NULL));
  pt_document_undo (document);
  assert_false (pt_history_check (document, NULL)); /* what comes later waits, too */
  assert_int_equal (mount ("tmpfs", folder, "tmpfs", MS_REMOUNT, "size=4m"), 0);
  rename_root (document, "two");
  assert_true (pt_history_check (document, NULL));
  assert_comes_back (document);
  pt_history_give_up (document);
  g_object_unref (document);
  g_usleep (1500 * G_TIME_SPAN_MILLISECOND); /* until it is flushed */
  assert_int_equal (umount2 (folder, MNT_DETACH), 0);
}

#define FRESH(test) cmocka_unit_test_setup (test, history_forget_all)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    FRESH (test_every_step_of_saving_fails),
    FRESH (test_killed_at_every_step_of_saving),
    FRESH (test_history_waits_for_the_disk),
    FRESH (test_history_says_why),
    FRESH (test_history_fails_while_saving),
    FRESH (test_history_let_go),
    FRESH (test_folder_vanishes),
    FRESH (test_no_folder),
    FRESH (test_full_disk),
    FRESH (test_full_disk_for_histories),
  };

  return cmocka_run_group_tests (tests, history_setup, history_teardown);
}
