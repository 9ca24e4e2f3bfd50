/* test-edits.c: opening roles files, and each edit as one undo step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/roster-edit.h>

#include "roster-test.h"

static char *
text_of (PtDocument *document)
{
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, NULL);

  assert_non_null (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_text (PtDocument *document, const char *expected)
{
  g_autofree char *text = text_of (document);

  assert_string_equal (text, expected);
}

static void
assert_refused (const char *text, const char *message)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("x-XXXXXX.roles.xml", &stream, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = NULL;

  assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  document = pt_roster_load (file, NULL, &error);
  assert_true (g_file_delete (file, NULL, NULL));
  assert_null (document);
  assert_int_equal (error->domain, PT_DOCUMENT_ERROR);
  assert_non_null (strstr (error->message, message));
}

static void
another_kind_of_file_is_refused (void **state)
{
  assert_refused ("<definitions/>",
                  "begins with <definitions>, but a roles file begins with <organisation xmlns=");
  assert_refused ("<organisation/>", "is not a roles file");
  assert_refused ("<organisation xmlns='urn:partitur:roles:1'>", "");
}

static void
a_new_file_is_empty_and_valid (void **state)
{
  g_autoptr (PtDocument) named = pt_roster_new_document ("Meyer & Söhne");
  g_autoptr (PtDocument) unnamed = pt_roster_new_document (NULL);
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = findings_of (named, 2026, "RF", messages);

  assert_string_equal (found, "");
  assert_text (
      named,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<organisation xmlns=\"urn:partitur:roles:1\" "
      "version=\"1.0\" name=\"Meyer &amp; Söhne\">\n</organisation>\n");
  assert_text (
      unnamed,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<organisation xmlns=\"urn:partitur:roles:1\" "
      "version=\"1.0\">\n</organisation>\n");
}

static void
a_role_is_added_as_one_step (void **state)
{
  g_autoptr (PtDocument) document = document_of ("  <role id=\"a\"/>\n  <person id=\"p\"/>");
  g_autofree char *before = text_of (document);
  g_autofree char *id = pt_roster_add_role (document, "Käufer & Co", PT_ROLE_EXTERNAL);
  g_autofree char *other = pt_roster_add_role (document, "Kaufer, Co.", PT_ROLE_INTERNAL);

  assert_string_equal (id, "kaufer-co");
  assert_string_equal (other, "kaufer-co-2");
  assert_text (document, ORGANISATION
               "  <role id=\"a\"/>\n"
               "  <role id=\"kaufer-co\" name=\"Käufer &amp; Co\" kind=\"external\"/>\n"
               "  <role id=\"kaufer-co-2\" name=\"Kaufer, Co.\"/>\n"
               "  <person id=\"p\"/>\n</organisation>\n");
  assert_string_equal (pt_document_get_undo_name (document), "Add role “Kaufer, Co.”");
  pt_document_undo (document);
  pt_document_undo (document);
  assert_false (pt_document_can_undo (document));
  assert_text (document, before);
}

static void
the_first_role_stands_before_the_persons (void **state)
{
  g_autoptr (PtDocument) document = document_of ("  <unit id=\"u\"/>\n  <person id=\"p\"/>");
  g_autofree char *id = pt_roster_add_role (document, "1st level", PT_ROLE_INTERNAL);

  assert_string_equal (id, "role-1st-level");
  assert_text (document, ORGANISATION
               "  <unit id=\"u\"/>\n  <role id=\"role-1st-level\" name=\"1st level\"/>\n"
               "  <person id=\"p\"/>\n</organisation>\n");
}

static void
ids_avoid_those_of_other_entries (void **state)
{
  g_autoptr (PtDocument) document = document_of ("<unit id=\"sales\"/>");
  g_autofree char *sales = pt_roster_add_role (document, "Sales", PT_ROLE_INTERNAL);
  g_autofree char *foreign = pt_roster_add_role (document, "営業", PT_ROLE_SYSTEM);

  assert_string_equal (sales, "sales-2");
  assert_string_equal (foreign, "role");
}

static void
an_alias_is_added_as_one_step (void **state)
{
  g_autoptr (PtDocument) document = document_of ("<role id=\"a\" name=\"Buyer\"/>");
  g_autoptr (PtRoster) roster = NULL;
  const PtRole *role, *other;

  pt_roster_add_alias (document, "a", "Einkauf <DE>");
  roster = pt_roster_new (document);
  assert_int_equal (pt_roster_find_role (roster, "einkauf <de>", &role, &other),
                    PT_ROLE_MATCH_FOLDED);
  assert_string_equal (pt_document_get_undo_name (document), "Add alias “Einkauf <DE>”");
  pt_document_undo (document);
  assert_false (pt_document_get_modified (document));
}

static void
a_role_is_renamed_by_id_or_name (void **state)
{
  g_autoptr (PtDocument) document
      = document_of ("<role id=\"a\" name=\"Buyer\"/><role id=\"b\"/><unit id=\"u\"/>");

  assert_true (pt_roster_rename_role (document, "Buyer", "Purchaser"));
  assert_true (pt_roster_rename_role (document, "b", "Beta"));
  assert_false (pt_roster_rename_role (document, "Buyer", "Purchaser"));
  assert_false (pt_roster_rename_role (document, "u", "Unit"));
  assert_text (document,
               ORGANISATION "<role id=\"a\" name=\"Purchaser\"/><role id=\"b\" name=\"Beta\"/>"
                            "<unit id=\"u\"/>\n</organisation>\n");
  pt_document_undo (document);
  assert_string_equal (pt_document_get_undo_name (document), "Rename role “Buyer”");
}

static const char *const referring
    = "<organisation xmlns=\"urn:partitur:roles:1\" version=\"1.0\">\n"
      "  <role id=\"buyer\" name=\"Buyer\" deputy=\"cfo\"/>\n"
      "  <role id=\"cfo\" name=\"CFO\"/>\n"
      "  <role id=\"head\" name=\"Head\" is-a=\"buyer cfo\"/>\n"
      "  <person id=\"ann\" name=\"Ann\">\n"
      "    <holds role=\"buyer\"/>\n"
      "    <holds role=\"cfo\" from=\"2026-01-01\"/>\n"
      "  </person>\n"
      "</organisation>\n";

static PtDocument *
open_referring (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (referring, strlen (referring));

  return pt_roster_load_bytes (bytes, "x.roles.xml", NULL);
}

static void
what_refers_to_a_role_goes_with_it_as_one_step (void **state)
{
  g_autoptr (PtDocument) document = open_referring ();
  guint n;

  assert_true (pt_roster_remove_all (document, "cfo", &n));
  assert_int_equal (n, 3);
  assert_text (document, "<organisation xmlns=\"urn:partitur:roles:1\" version=\"1.0\">\n"
                         "  <role id=\"buyer\" name=\"Buyer\"/>\n"
                         "  <role id=\"head\" name=\"Head\" is-a=\"buyer\"/>\n"
                         "  <person id=\"ann\" name=\"Ann\">\n"
                         "    <holds role=\"buyer\"/>\n"
                         "  </person>\n"
                         "</organisation>\n");
  pt_document_undo (document);
  assert_text (document, referring);
  assert_false (pt_roster_remove_all (document, "nobody", &n));
  assert_int_equal (n, 0);
  assert_false (pt_document_can_undo (document));
}

static void
who_holds_a_role_no_longer_does (void **state)
{
  g_autoptr (PtDocument) document = open_referring ();

  assert_false (pt_roster_remove_hold (document, "ann", 2));
  assert_false (pt_roster_remove_hold (document, "head", 0));
  assert_false (pt_document_can_undo (document));
  assert_true (pt_roster_remove_hold (document, "ann", 0));
  assert_true (pt_document_can_undo (document));
  pt_document_undo (document);
  assert_text (document, referring);
  assert_false (pt_document_can_undo (document));
}

/* Who stood in, or held it once, still did. */
static void
only_that_hold_goes (void **state)
{
  g_autoptr (PtDocument) document
      = document_of ("<role id=\"a\"/><person id=\"p\"><holds role=\"a\"/><away/>"
                     "<holds role=\"a\" as=\"deputy\"/></person>");

  assert_true (pt_roster_remove_hold (document, "p", 1));
  assert_text (document, ORGANISATION "<role id=\"a\"/><person id=\"p\"><holds role=\"a\"/><away/>"
                                      "</person>\n</organisation>\n");
}

static void
undo_names_what_people_call_an_entry (void **state)
{
  g_autoptr (PtDocument) document = document_of ("<role id=\"a\" name=\"Buyer\"/><unit id=\"u\"/>");

  assert_true (pt_roster_set (document, "a", "kind", "system"));
  assert_string_equal (pt_document_get_undo_name (document), "Change “Buyer”");
  assert_true (pt_roster_set (document, "u", "head", "p"));
  assert_string_equal (pt_document_get_undo_name (document), "Change “u”");
  assert_true (pt_roster_rename_role (document, "a", "Purchaser"));
  assert_string_equal (pt_document_get_undo_name (document), "Rename role “Buyer”");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (another_kind_of_file_is_refused),
    cmocka_unit_test (a_new_file_is_empty_and_valid),
    cmocka_unit_test (a_role_is_added_as_one_step),
    cmocka_unit_test (the_first_role_stands_before_the_persons),
    cmocka_unit_test (ids_avoid_those_of_other_entries),
    cmocka_unit_test (an_alias_is_added_as_one_step),
    cmocka_unit_test (a_role_is_renamed_by_id_or_name),
    cmocka_unit_test (what_refers_to_a_role_goes_with_it_as_one_step),
    cmocka_unit_test (who_holds_a_role_no_longer_does),
    cmocka_unit_test (only_that_hold_goes),
    cmocka_unit_test (undo_names_what_people_call_an_entry),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
