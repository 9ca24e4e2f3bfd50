/* test-compare.c: every file of a corpus is like itself, and is known again under other ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../compare/versions.h"
#include "corpus-files.h"

/* Returns: (transfer full): how @document should not differ from itself in other clothes, or NULL
 */
typedef char *(*Check) (PtDocument *document);

static void
for_each_file (Check check)
{
  g_autoptr (GPtrArray) files = corpus_files ();
  guint n = 0, n_faults = 0;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autoptr (PtDocument) document = pt_bpmn_load (files->pdata[i], NULL, NULL);
      g_autofree char *fault = document != NULL ? check (document) : NULL;

      n += document != NULL;
      n_faults += fault != NULL;
      if (fault != NULL)
        fprintf (stderr, "%s\n%s\n", g_file_peek_path (files->pdata[i]), fault);
    }
  assert_int_equal (n_faults, 0);
  assert_true (files == NULL || n > 0);
}

/* --- the same --- */

static char *
check_same (PtDocument *document)
{
  g_autoptr (PtDocument) copy = copy_of (document);
  g_autoptr (PtComparison) comparison = pt_comparison_new (document, copy);

  return pt_comparison_get_length (comparison) > 0
             ? pt_comparison_to_text (comparison, PT_ASPECT_ALL)
             : NULL;
}

static void
test_same (void **state)
{
  for_each_file (check_same);
}

/* --- other ids --- */

static char *
check_anew (PtDocument *document)
{
  g_autoptr (PtDocument) copy = copy_of (document);
  g_autoptr (PtComparison) comparison = NULL;

  make_ids_anew (copy);
  comparison = pt_comparison_new (document, copy);
  return pt_comparison_count (comparison, PT_DIFFERENCE_NEW_ID, PT_ASPECT_ALL)
                 < pt_comparison_get_length (comparison)
             ? pt_comparison_to_text (comparison, PT_ASPECT_ALL)
             : NULL;
}

static void
test_anew (void **state)
{
  for_each_file (check_anew);
}

/* --- other files --- */

/* Returns: how many more elements @after has, told by what came and went */
static int
growth (PtDocument *before, PtDocument *after)
{
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);

  return (int)pt_comparison_count (comparison, PT_DIFFERENCE_ADDED, PT_ASPECT_WORDING)
         - (int)pt_comparison_count (comparison, PT_DIFFERENCE_REMOVED, PT_ASPECT_WORDING);
}

/* Of two files that have little in common every element is told of, or is one of a pair. */
static void
test_strangers (void **state)
{
  g_autoptr (GPtrArray) files = corpus_files ();
  g_autoptr (PtDocument) last = NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autoptr (PtDocument) document = pt_bpmn_load (files->pdata[i], NULL, NULL);

      if (document != NULL && last != NULL && growth (last, document) != -growth (document, last))
        fail_msg ("%s", g_file_peek_path (files->pdata[i]));
      if (document != NULL)
        g_set_object (&last, document);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_same),
    cmocka_unit_test (test_anew),
    cmocka_unit_test (test_strangers),
  };

  setlocale (LC_ALL, "");
  return cmocka_run_group_tests (tests, NULL, NULL);
}
