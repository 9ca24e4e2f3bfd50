/* test-saving.c: saving writes over nobody else's work, with a history and without
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/history.h>

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "kept-documents.h"

static PtDocument *(*const ways_to_open[]) (const char *path) = { open_plain, open_kept };

/* Asks before it writes over something, as the window does. */
static gboolean
save_politely (PtDocument *document, GError **error)
{
  g_autoptr (PtSaving) saving = pt_saving_new (document, pt_document_get_file (document), NULL);

  if (!pt_saving_write (saving, FALSE, error))
    return FALSE;
  pt_saving_finish (saving);
  return TRUE;
}

static void
assert_conflict (PtDocument *document)
{
  g_autoptr (GError) error = NULL;

  rename_root (document, "mine");
  assert_false (save_politely (document, &error));
  assert_true (g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_CONFLICT));
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_string_equal (text, expected);
}

/* After each save of its own the document knows what its file holds. */
static void
test_own_saves_are_known (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways_to_open); i++)
    {
      g_autofree char *path = history_write_file ("known.bpmn", "<a/>");
      g_autoptr (PtDocument) document = ways_to_open[i](path);

      for (int n = 0; n < 3; n++)
        {
          g_autofree char *name = g_strdup_printf ("save %d", n);
          g_autofree char *hash = NULL;

          rename_root (document, name);
          assert_true (save_politely (document, NULL));
          hash = pt_file_hash (pt_document_get_file (document));
          assert_string_equal (pt_document_get_file_hash (document), hash);
        }
    }
}

static void
test_change_of_another (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways_to_open); i++)
    for (int n_saves = 0; n_saves < 2; n_saves++)
      {
        g_autofree char *path = history_write_file ("other.bpmn", "<a/>");
        g_autoptr (PtDocument) document = ways_to_open[i](path);

        rename_root (document, "first");
        if (n_saves > 0)
          assert_true (save_politely (document, NULL));
        assert_true (g_file_set_contents (path, "<theirs/>", -1, NULL));
        assert_conflict (document);
        assert_holds (path, "<theirs/>");
        pt_history_give_up (document);
      }
}

static void
test_what_is_gone_is_nobodys (void **state)
{
  g_autofree char *path = history_write_file ("gone.bpmn", "<a/>");
  g_autoptr (PtDocument) document = open_plain (path);

  rename_root (document, "mine");
  assert_int_equal (g_unlink (path), 0);
  assert_true (save_politely (document, NULL));
  assert_holds (path, "<a name=\"mine\"/>");
}

/* Root may read everything: it is somebody else for a while. */
static void
test_what_cannot_be_read (void **state)
{
  g_autofree char *path = history_write_file ("secret.bpmn", "<a/>");
  g_autoptr (PtDocument) document = open_plain (path);
  uid_t user = geteuid (), other = user == 0 ? 65534 : user;

  assert_int_equal (chmod (history_root, 0777), 0);
  assert_int_equal (chown (path, other, (gid_t)-1), 0);
  assert_int_equal (chmod (path, 0200), 0);
  assert_int_equal (seteuid (other), 0);
  assert_conflict (document);
  assert_int_equal (seteuid (user), 0);
  assert_int_equal (chmod (path, 0600), 0);
  assert_holds (path, "<a/>");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_own_saves_are_known),
    cmocka_unit_test (test_change_of_another),
    cmocka_unit_test (test_what_is_gone_is_nobodys),
    cmocka_unit_test (test_what_cannot_be_read),
  };

  return cmocka_run_group_tests (tests, history_setup, history_teardown);
}
