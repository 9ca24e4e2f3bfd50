/* test-atomic.c: a file is replaced wholly or not at all
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/document.h>

#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static int
setup (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->folder = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.bpmn", NULL);
  *state = fixture;
  return 0;
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

static int
teardown (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture);
  return 0;
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return pt_write_atomically (file, bytes, error);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_string_equal (text, expected);
}

static void
assert_refused (const char *path, const char *reason)
{
  g_autoptr (GError) error = NULL;

  assert_false (write_text (path, "new", &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_WRITE));
  if (!strstr (error->message, reason))
    fail_msg ("%s", error->message);
}

static void
test_new_and_old (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GError) error = NULL;
  struct stat info;

  umask (022);
  assert_true (write_text (fixture->path, "first", &error));
  assert_holds (fixture->path, "first");
  assert_int_equal (stat (fixture->path, &info), 0);
  assert_int_equal (info.st_mode & 07777, 0644);

  assert_int_equal (chmod (fixture->path, 0640), 0);
  assert_true (write_text (fixture->path, "second", &error));
  assert_holds (fixture->path, "second");
  assert_int_equal (stat (fixture->path, &info), 0);
  assert_int_equal (info.st_mode & 07777, 0640);
  assert_int_equal (count_files (fixture->folder), 1);
}

static void
test_links (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autoptr (GError) error = NULL;

  assert_int_equal (symlink ("a.bpmn", link), 0);
  assert_true (write_text (link, "through nothing", &error));
  assert_holds (fixture->path, "through nothing");
  assert_true (write_text (link, "through a file", &error));
  assert_holds (fixture->path, "through a file");
  assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_int_equal (symlink ("loop", loop), 0);
  assert_refused (loop, "link");
}

static void
test_bad_places (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *missing = g_build_filename (fixture->folder, "none", "a.bpmn", NULL);
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *long_path = g_build_filename (fixture->folder, long_name, NULL);
  g_autofree char *below = NULL;

  assert_refused (missing, "the folder does not exist");
  assert_refused (fixture->folder, "a folder has this name");
  assert_refused (long_path, "the name is too long");
  assert_true (write_text (fixture->path, "old", NULL));
  below = g_build_filename (fixture->path, "a.bpmn", NULL);
  assert_refused (below, "the folder does not exist");
  assert_holds (fixture->path, "old");
  assert_int_equal (count_files (fixture->folder), 1);
}

/* The disk fills up half-way: a limit on the size of files does the same to one process. */
static void
test_disk_full (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *large = g_strnfill (1 << 20, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before, tight;
  gboolean written;

  assert_true (write_text (fixture->path, "old", NULL));
  assert_int_equal (getrlimit (RLIMIT_FSIZE, &before), 0);
  signal (SIGXFSZ, SIG_IGN);
  tight = (struct rlimit){ .rlim_cur = 4096, .rlim_max = before.rlim_max };
  assert_int_equal (setrlimit (RLIMIT_FSIZE, &tight), 0);
  written = write_text (fixture->path, large, &error);
  assert_int_equal (setrlimit (RLIMIT_FSIZE, &before), 0);

  assert_false (written);
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_WRITE));
  assert_holds (fixture->path, "old");
  assert_int_equal (count_files (fixture->folder), 1);
}

/* Root may write everywhere, so there is nothing to see as root. */
static void
test_permissions (void **state)
{
  Fixture *fixture = *state;

  if (geteuid () == 0)
    return;
  assert_true (write_text (fixture->path, "old", NULL));
  assert_int_equal (chmod (fixture->path, 0400), 0);
  assert_refused (fixture->path, "not allowed");
  assert_int_equal (chmod (fixture->path, 0600), 0);
  assert_int_equal (chmod (fixture->folder, 0500), 0);
  assert_refused (fixture->path, "not allowed");
  assert_int_equal (chmod (fixture->folder, 0700), 0);
  assert_holds (fixture->path, "old");
}

/* Renaming over a device would be a disaster. */
static void
test_devices (void **state)
{
  struct stat info;

  assert_true (write_text ("/dev/null", "nothing", NULL));
  assert_int_equal (stat ("/dev/null", &info), 0);
  assert_true (S_ISCHR (info.st_mode));
  assert_refused ("/dev/full", "the disk is full");
}

static void
test_save (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/a.bpmn");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a/>", 4);
  g_autoptr (PtDocument) document = pt_document_load_bytes (bytes, "-", NULL);
  g_autoptr (GError) error = NULL;

  pt_document_begin (document, "Name");
  pt_document_set_attribute (document, pt_document_get_root (document), NULL, "name", "x");
  pt_document_commit (document);
  assert_false (pt_document_save (document, nowhere, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_WRITE));
  assert_true (pt_document_get_modified (document));
  assert_null (pt_document_get_file (document));
  assert_true (pt_document_save (document, file, NULL));
  assert_holds (fixture->path, "<a name=\"x\"/>");
  assert_false (pt_document_get_modified (document));
  assert_string_equal (pt_document_get_name (document), "a.bpmn");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown (test, setup, teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    IN_FOLDER (test_new_and_old), IN_FOLDER (test_links),       IN_FOLDER (test_bad_places),
    IN_FOLDER (test_disk_full),   IN_FOLDER (test_permissions), cmocka_unit_test (test_devices),
    IN_FOLDER (test_save),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
