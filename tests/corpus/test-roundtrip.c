/* test-roundtrip.c: every file of a corpus opens, or says why not, and is saved as it was
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/document.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "../document/random-edits.h"

#define SKIPPED 77
#define N_STEPS 40

/* Columns of the corpus' INDEX.tsv. */
enum
{
  COLUMN_FILE = 0,
  COLUMN_VERDICT = 9,
  N_COLUMNS = 11
};

typedef void (*Check) (const char *name, GBytes *bytes, PtDocument *document);

static GFile *
corpus_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PARTITUR_CORPUS"), name, NULL);

  return g_file_new_for_path (path);
}

static char **
read_index (void)
{
  g_autoptr (GFile) file = corpus_file ("INDEX.tsv");
  g_autofree char *text = NULL;

  assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return g_strsplit (text, "\n", -1);
}

/* Calls @check for the files that are well-formed, or are not; the document is NULL for the latter.
 */
static void
for_each_file (gboolean well_formed, Check check)
{
  g_auto (GStrv) lines = read_index ();
  guint n_files = 0;

  for (char **line = lines + 1; *line && **line; line++)
    {
      g_auto (GStrv) columns = g_strsplit (*line, "\t", -1);

      assert_int_equal (g_strv_length (columns), N_COLUMNS);
      if ((strcmp (columns[COLUMN_VERDICT], "not-wf") != 0) == well_formed)
        {
          const char *name = columns[COLUMN_FILE];
          g_autoptr (GFile) file = corpus_file (name);
          g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
          g_autoptr (GError) error = NULL;
          g_autoptr (PtDocument) document = pt_document_load (file, NULL, &error);

          if ((document != NULL) != well_formed)
            fail_msg ("%s: %s", name, error ? error->message : "is well-formed after all");
          if (error && (error->domain != PT_DOCUMENT_ERROR || !strstr (error->message, ", line ")))
            fail_msg ("%s: %s", name, error->message);
          check (name, bytes, document);
          n_files++;
        }
    }
  assert_true (n_files > 0);
}

static void
assert_identical (const char *name, GBytes *bytes, PtDocument *document)
{
  g_autoptr (GBytes) saved = pt_document_to_bytes (document, NULL);

  if (saved == NULL || !g_bytes_equal (saved, bytes))
    fail_msg ("%s is not saved as it was", name);
}

/* --- all of it --- */

static void
check_refused (const char *name, GBytes *bytes, PtDocument *document)
{
  assert_null (document);
}

static void
test_refused (void **state)
{
  for_each_file (FALSE, check_refused);
}

static void
check_unedited (const char *name, GBytes *bytes, PtDocument *document)
{
  assert_identical (name, bytes, document);
  assert_true (saves_its_tree (document));
}

static void
test_unedited (void **state)
{
  for_each_file (TRUE, check_unedited);
}

static void
check_edited (const char *name, GBytes *bytes, PtDocument *document)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (name));

  for (int i = 0; i < N_STEPS; i++)
    random_step (rand, document);
  if (!saves_its_tree (document))
    fail_msg ("%s is saved as something else after edits", name);
  undo_all (document);
  assert_identical (name, bytes, document);
}

static void
test_edited (void **state)
{
  for_each_file (TRUE, check_edited);
}

/* --- one attribute, one line --- */

static guint
count_different_lines (GBytes *a, GBytes *b, guint *first)
{
  g_auto (GStrv) before = g_strsplit (g_bytes_get_data (a, NULL), "\n", -1);
  g_auto (GStrv) after = g_strsplit (g_bytes_get_data (b, NULL), "\n", -1);
  guint n = 0;

  assert_int_equal (g_strv_length (before), g_strv_length (after));
  for (guint i = 0; before[i]; i++)
    if (strcmp (before[i], after[i]) != 0 && n++ == 0)
      *first = i + 1;
  return n;
}

static GBytes *
terminated (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_bytes_new_take (g_strndup (data, length), length + 1);
}

static void
check_one_line (const char *name, GBytes *bytes, PtDocument *document)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (name));
  xmlNode *node = random_element (rand, document, NULL);
  g_autoptr (GBytes) before = terminated (bytes);
  g_autoptr (GBytes) saved = NULL, after = NULL;
  guint found = 0;
  int line, column;

  assert_true (pt_document_get_position (document, node, &line, &column));
  pt_document_begin (document, "Rename");
  pt_document_set_attribute (document, node, NULL, "name", "nobody has this name yet");
  pt_document_commit (document);
  saved = pt_document_to_bytes (document, NULL);
  after = terminated (saved);
  if (count_different_lines (before, after, &found) != 1 || found < (guint)line)
    fail_msg ("%s: a rename of the element in line %d is seen in line %u and others", name, line,
              found);
}

static void
test_one_line (void **state)
{
  for_each_file (TRUE, check_one_line);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_refused),
    cmocka_unit_test (test_unedited),
    cmocka_unit_test (test_edited),
    cmocka_unit_test (test_one_line),
  };

  setlocale (LC_ALL, "");
  if (g_getenv ("PARTITUR_CORPUS") == NULL)
    {
      fprintf (stderr, "skipped: PARTITUR_CORPUS does not name a corpus\n");
      return SKIPPED;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
