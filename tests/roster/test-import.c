/* test-import.c: people from tables and directories, and once more
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-case.h"

/* ----- tables ----------------------------------------------------------------------------------
 */

static void
tables_are_read (void **state)
{
  check_import ("Name,E-Mail,Department,Role,Manager\r\n"
                "Petra Kurz,p.kurz@acme.example,Purchasing,\"Buyer, Approver\",\r\n"
                "\"Lang, Jo\",j.lang@acme.example,Purchasing,Buyer,p.kurz@acme.example\r\n",
                PT_IMPORT_CSV,
                "U Purchasing<-\nR Buyer\nR Approver\n"
                "P petra-kurz|Petra Kurz|p.kurz@acme.example|Purchasing|-|Buyer|Approver\n"
                "P lang-jo|Lang, Jo|j.lang@acme.example|Purchasing|petra-kurz|Buyer\n",
                "");
}

static void
german_tables_are_read (void **state)
{
  check_import (
      "\xef\xbb\xbfVorname;Nachname;K\xc3\xbcrzel;Rolle;Vorgesetzte;Aktiv;Von;Stellenanteil\n"
      "J\xc3\xbcrgen;Gro\xc3\x9f;jg;Eink\xc3\xa4ufer;;ja;1.3.2026;0,8\n"
      ";\n"
      "Mia;Wei\xc3\x9f;mw;Eink\xc3\xa4ufer|Leitung;jg;nein;;\n",
      PT_IMPORT_CSV,
      "R Eink\xc3\xa4ufer\nR Leitung\n"
      "P jg|J\xc3\xbcrgen Gro\xc3\x9f|-|-|-|Eink\xc3\xa4ufer\n"
      "P !mw|Mia Wei\xc3\x9f|-|-|jg|Eink\xc3\xa4ufer|Leitung\n",
      "");
}

/* "Größe" in the letters of an older Windows */
static void
older_letters_are_read (void **state)
{
  Result result = import_into ("",
                               "Name\tRolle\nJ\xf6rg Gr\xf6\xdf"
                               "e\tPr\xfc"
                               "fer\n",
                               PT_IMPORT_CSV, NULL);
  g_autofree char *found = summary_of (result.document);

  assert_string_equal (found, "R Pr\xc3\xbc"
                              "fer\nP jorg-grosse|J\xc3\xb6rg Gr\xc3\xb6\xc3\x9f"
                              "e|-|-|-|"
                              "Pr\xc3\xbc"
                              "fer\n");
  result_clear (&result);
}

static void
a_broken_row_is_named_and_the_rest_is_used (void **state)
{
  Result result = import_into ("",
                               "id,name,role\n"
                               "a,Ann,Buyer\n"
                               "b,,Buyer\n"
                               "c,\"Carl,Buyer\n"
                               "d,Dora,Buyer,and,more\n"
                               "e,\"Eve\nEvans\",Buyer\n"
                               "f,Fay,Buyer\n",
                               PT_IMPORT_CSV, NULL);
  g_autofree char *found = summary_of (result.document);

  assert_string_equal (found, "R Buyer\nP a|Ann|-|-|-|Buyer\nP e|Eve Evans|-|-|-|Buyer\n"
                              "P f|Fay|-|-|-|Buyer\n");
  assert_string_equal (result.findings->str,
                       "3: it names nobody\n4: a quotation mark is not closed\n"
                       "5: it has more columns than the first row\n");
  result_clear (&result);
}

static void
columns_are_mapped_and_remembered (void **state)
{
  static const char text[] = "Wer,Was\nPetra,Buyer\n";
  Result result = import_into ("", text, PT_IMPORT_CSV, "name=Wer; role=was");
  g_autofree char *map = pt_import_get_map (result.document, "people");
  g_autofree char *none = pt_import_get_map (result.document, "others");
  g_autofree char *found = summary_of (result.document);

  assert_string_equal (found, "R Buyer\nP Petra|Petra|-|-|-|Buyer\n");
  assert_string_equal (map, "name=Wer; role=was");
  assert_null (none);
  result_clear (&result);
}

static void
wrong_sources_are_refused (void **state)
{
  static const struct
  {
    const char *text;
    PtImportFormat format;
    const char *map, *message;
  } cases[] = {
    { "", PT_IMPORT_CSV, NULL, "the table is empty" },
    { "a,b\n1,2\n", PT_IMPORT_CSV, NULL, "The columns are: a, b" },
    { "a,b\n1,2\n", PT_IMPORT_CSV, "name=c", "the table has no column “c”" },
    { "a,b\n1,2\n", PT_IMPORT_CSV, "nome=a", "“nome=a” maps no column" },
    { "{\"users\": [", PT_IMPORT_KEYCLOAK, NULL, "is not well written (JSON), line 1" },
    { "{\"a\": 1}", PT_IMPORT_KEYCLOAK, NULL, "it has neither “realm” nor “users”" },
    { "nonsense", PT_IMPORT_SCIM, NULL, "is not well written (JSON)" },
    { "<a/>", PT_IMPORT_BONITA, NULL, "it begins with <a>" },
    { "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", PT_IMPORT_BONITA, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PtImported) imported = pt_imported_new ();
      g_autoptr (PtDiagnostics) found = pt_diagnostics_new (NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      assert_false (
          pt_import_read (imported, bytes, "people", cases[i].format, cases[i].map, found, &error));
      if (!strstr (error->message, cases[i].message))
        fail_msg ("%s", error->message);
    }
}

/* ----- directories: the values of RFC 2849's examples -------------------------------------------
 */

static void
directories_are_read (void **state)
{
  check_import ("version: 1\n"
                "dn: cn=Barbara Jensen, ou=Product Development, dc=airius, dc=com\n"
                "objectclass: top\nobjectclass: person\nobjectclass: organizationalPerson\n"
                "cn: Barbara Jensen\ncn: Barbara J Jensen\nsn: Jensen\nuid: bjensen\n"
                "telephonenumber: +1 408 555 1212\n"
                "description:Babs is a big sailing fan, and travels extensively in sea\n"
                " rch of perfect sailing conditions.\n"
                "title:Product Manager, Rod and Reel Division\n"
                "\n"
                "# a comment\n"
                "# that goes\n"
                " on\n"
                "dn: cn=Gern Jensen, ou=Product Testing, dc=airius, dc=com\n"
                "objectclass: top\nobjectclass: inetOrgPerson\ncn: Gern Jensen\nuid: gernj\n"
                "manager: cn=Barbara Jensen,ou=Product Development,dc=airius,dc=com\n"
                "mail: gernj@airius.com\n"
                "jpegphoto:< file:///usr/local/directory/photos/gern.jpg\n"
                "description:: V2hhdCBhIGNhcmVmdWwgcmVhZGVyIHlvdSBhcmUhICBUaGlzIHZhbHVl\n"
                " IGlzIGJhc2UtNjQtZW5jb2RlZC4=\n"
                "\n"
                "dn:: b3U95Za25qWt6YOoLG89QWlyaXVz\n"
                "objectclass: top\nobjectclass: organizationalUnit\nou:: 5Za25qWt6YOo\n"
                "\n"
                "dn: cn=Sailors,ou=groups,dc=airius,dc=com\n"
                "objectclass: groupOfNames\ncn: Sailors\n"
                "member: cn=Barbara Jensen, ou=Product Development, dc=airius, dc=com\n"
                "member: cn=Nobody Known,dc=airius,dc=com\n",
                PT_IMPORT_LDIF,
                "U \xe5\x96\xb6\xe6\xa5\xad\xe9\x83\xa8<-\n"
                "R Product Manager, Rod and Reel Division\nR Sailors\n"
                "P bjensen|Barbara Jensen|-|-|-|Product Manager, Rod and Reel Division|Sailors\n"
                "P gernj|Gern Jensen|gernj@airius.com|-|bjensen\n"
                "P nobody-known|Nobody Known|-|-|-|Sailors\n",
                "");
}

static void
units_and_roles_of_a_directory (void **state)
{
  check_import (
      "dn: ou=acme,dc=example\nobjectClass: organizationalUnit\nou: Acme\n\n"
      "dn: ou=buying,ou=acme,dc=example\nobjectClass: organizationalUnit\nou: Buying\n\n"
      "dn: uid=ann,ou=buying,ou=acme,dc=example\nobjectClass: inetOrgPerson\nuid: ann\ncn: Ann\n\n"
      "dn: cn=Buyer,ou=acme,dc=example\nobjectClass: organizationalRole\ncn: Buyer\n"
      "roleOccupant: uid=ann,ou=buying,ou=acme,dc=example\n\n"
      "dn: cn=Staff,ou=acme,dc=example\nobjectClass: groupOfNames\ncn: Staff\n"
      "member: cn=Buyer,ou=acme,dc=example\n",
      PT_IMPORT_LDIF,
      "U Acme<-\nU Buying<Acme\nR Buyer<Staff\nR Staff\nP ann|Ann|-|Buying|-|Buyer\n", "");
}

static void
a_broken_line_of_a_directory_is_named (void **state)
{
  Result result
      = import_into ("",
                     "dn: uid=a,dc=x\nobjectClass: person\ncn: Ann\nuid: a\n\n"
                     "dn: uid=b,dc=x\nobjectClass: person\nthis is broken\ncn: Ben\nuid: b\n\n"
                     "cn: no name\nobjectClass: person\n\n"
                     "dn: uid=c,dc=x\nchangetype: modify\nadd: cn\ncn: Carl\n-\n\n"
                     "dn: uid=d,dc=x\nobjectClass: person\ncn:: =?=\nuid: d\n\n"
                     "dn: uid=e,dc=x\nobjectClass: person\ncn: Eve\nuid: e\n",
                     PT_IMPORT_LDIF, NULL);
  g_autofree char *found = summary_of (result.document);

  assert_string_equal (found, "P a|Ann|-|-|-\nP b|Ben|-|-|-\nP d|d|-|-|-\nP e|Eve|-|-|-\n");
  assert_non_null (strstr (result.findings->str, "8: it has no “:” between a name and a value\n"));
  assert_non_null (strstr (result.findings->str, "12: it does not begin with “dn:”\n"));
  assert_non_null (strstr (result.findings->str, "15: it is a change of a directory"));
  assert_non_null (strstr (result.findings->str, "23: it is not well encoded (Base64)\n"));
  result_clear (&result);
}

/* What XML cannot hold, keys without letters, values that are no text. */
static void
odd_keys_are_found_again (void **state)
{
  check_import ("dn: uid=a\x02"
                "b,dc=x\nobjectClass: person\ncn: Ann\n\n"
                "dn: uid=c,dc=x\nobjectClass: person\ncn:: t/8=\ncn: Carl\n\n"
                "dn: cn=G,dc=x\nobjectClass: groupOfNames\nmember: ,dc=x\n",
                PT_IMPORT_LDIF, "R G\nP ann|Ann|-|-|-\nP carl|Carl|-|-|-\nP x|x|-|-|-|G\n",
                "7: it is no text\n");
  check_import ("{\"users\":[{\"username\":\" \"},{\"username\":\"\\u0001\"}]}", PT_IMPORT_KEYCLOAK,
                "P person|?|-|-|-\n", "");
}

static void
unreadable_cells_are_named (void **state)
{
  check_import ("Name;until;active\nAnn;31/12/2026;gone\n", PT_IMPORT_CSV, "P Ann|Ann|-|-|-\n",
                "2: it is no day such as 2026-12-31 or 31.12.2026\n"
                "2: whether somebody works here is said by yes or no\n");
}

/* A manager who is nobody is no manager, and that is said. */
static void
unknown_managers_are_named (void **state)
{
  check_import ("Name;manager\nAnn;Bob\nBob;Carl\n", PT_IMPORT_CSV,
                "P Ann|Ann|-|-|Bob\nP Bob|Bob|-|-|-\n", "0: nobody in the list is called “Carl”\n");
}

/* Neither people nor columns go without a word. */
static void
nothing_of_a_table_is_lost (void **state)
{
  check_import ("sep=;\r\nID;Name;Role;Duty\r\nk3;Åsa Öberg;Nurse;night\r\nk3;Jo Doe;Doctor;day\r\n"
                "k3;Åsa Öberg;Head;\r\n",
                PT_IMPORT_CSV,
                "R Nurse\nR Doctor\nR Head\nP k3|Åsa Öberg|-|-|-|Nurse|Head\n"
                "P jo-doe|Jo Doe|-|-|-|Doctor\n",
                "2: nothing says what these columns are; say so by a mapping such as role=COLUMN\n"
                "4: it is the one of “Åsa Öberg” already\n");
}

/* A member by mail address (RFC 6350, 6.6.5) is who has it. */
static void
members_are_known_by_mail (void **state)
{
  check_import (
      "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nUID:urn:uuid:g\nFN:Approver\n"
      "MEMBER:mailto:Jo@x.example\nMEMBER:mailto:else@x.example\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:p\nFN:Jo Doe\nEMAIL:jo@x.example\nEND:VCARD\n",
      PT_IMPORT_VCARD,
      "R Approver\nP else-x-example|else@x.example|-|-|-|Approver\n"
      "P p|Jo Doe|jo@x.example|-|-|Approver\n",
      "");
}

/* What a group of a realm holds, those in it and in the groups within it hold. */
static void
groups_of_a_realm_give_roles (void **state)
{
  check_import (
      "{\"realm\":\"acme\",\"groups\":[{\"name\":\"Bank\",\"path\":\"/"
      "Bank\",\"realmRoles\":[\"clerk\"],"
      "\"subGroups\":[{\"name\":\"Loans\",\"path\":\"/Bank/Loans\",\"realmRoles\":[\"lender\"]}]}],"
      "\"users\":[{\"username\":\"ann\",\"groups\":[\"/Bank/Loans\"]},"
      "{\"username\":\"bob\",\"groups\":[\"/Bank\"]},{\"username\":\"cem\",\"groups\":[\"/"
      "Banking\"]}]}",
      PT_IMPORT_KEYCLOAK,
      "U Bank<-\nU Loans<Bank\nU Banking<-\nR clerk\nR lender\n"
      "P ann|ann|-|Loans|-|clerk|lender\nP bob|bob|-|Bank|-|clerk\nP cem|cem|-|Banking|-\n",
      "");
}

static void
parts_of_names_of_scim_are_joined (void **state)
{
  check_import (
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"id\":\"u1\","
      "\"userName\":\"boss17\",\"name\":{\"givenName\":\"Åsa\",\"familyName\":\"Öberg\"}}",
      PT_IMPORT_SCIM, "P boss17|Åsa Öberg|-|-|-\n", "");
}

/* In a realm and in a table, a person may be called what a role is called. */
static void
a_person_may_have_the_name_of_a_role (void **state)
{
  check_import ("{\"realm\":\"acme\",\"roles\":{\"realm\":[{\"name\":\"admin\"}]},"
                "\"users\":[{\"username\":\"admin\",\"realmRoles\":[\"admin\"]}]}",
                PT_IMPORT_KEYCLOAK, "R admin\nP admin-2|admin|-|-|-|admin\n", "");
}

/* ----- again -----------------------------------------------------------------------------------
 */

static void
what_was_there_is_found_and_kept (void **state)
{
  Result result = import_into (
      "<!-- ours --><role id='buyer' name='Buyer' cost='54.00'><alias>Einkauf</alias></role>"
      "<person id='pk' name='Petra' mail='P@x.example' x:a='1' xmlns:x='urn:x'>"
      "<can skill='none'/></person>",
      "name,mail,role\nPetra Kurz,p@x.example,buyer\n", PT_IMPORT_CSV, NULL);
  g_autoptr (GBytes) bytes = pt_document_to_bytes (result.document, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *found = summary_of (result.document);

  assert_string_equal (found, "R buyer\nP pk|Petra Kurz|p@x.example|-|-|buyer\n");
  assert_non_null (strstr (text, "<!-- ours -->"));
  assert_non_null (strstr (text, "cost='54.00'"));
  assert_non_null (strstr (text, "<alias>Einkauf</alias>"));
  assert_non_null (strstr (text, "x:a='1'"));
  assert_non_null (strstr (text, "<can skill='none'/>"));
  assert_string_equal (result.changes->str,
                       "~role buyer: name: Buyer → buyer\n"
                       "~person pk: name: Petra → Petra Kurz; mail: P@x.example "
                       "→ p@x.example; new: buyer\n");
  pt_document_undo (result.document);
  assert_false (pt_document_can_undo (result.document));
  result_clear (&result);
}

static void
who_vanished_is_named_and_stays (void **state)
{
  static const char *const second[] = { "id,name,role\na,Ann,Approver\nc,Carl,Buyer\n", NULL };
  static const char first[] = "id,name,role\na,Ann,\"Buyer;Approver\"\nb,Ben,Buyer\n";
  Result result = import_into ("<role id='x' name='Ours'/><person id='o' name='Olga'/>", first,
                               PT_IMPORT_CSV, NULL);
  g_autofree char *kept = NULL;
  g_autoptr (PtRoster) roster = NULL;
  const PtHold *hold;

  import_again (&result, second, PT_IMPORT_CSV, NULL, FALSE);
  assert_string_equal (result.changes->str, "+person c\n~person a: no longer: Buyer\n-person b\n");
  kept = summary_of (result.document);
  assert_non_null (strstr (kept, "P a|Ann|-|-|-|Buyer|Approver\nP b|Ben|-|-|-|Buyer\n"));
  import_again (&result, second, PT_IMPORT_CSV, NULL, TRUE);
  assert_string_equal (result.changes->str, "~person a: no longer: Buyer\n-person b\n");
  roster = pt_roster_new (result.document);
  hold = pt_roster_get_person (roster, "b")->holds->pdata[0];
  assert_int_equal (g_date_get_day (&hold->until), 28);
  assert_int_equal (g_date_get_month (&hold->until), G_DATE_FEBRUARY);
  import_again (&result, second, PT_IMPORT_CSV, NULL, TRUE);
  assert_string_equal (result.changes->str, "");
  result_clear (&result);
}

static void
fifty_thousand_come_in (void **state)
{
  g_autoptr (GString) text = g_string_new ("id,name,mail,unit,role,manager\n");
  Result result;
  gint64 start;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "p%u,Person %u,p%u@x.example,Unit %u,Role %u,p%u\n", i, i, i,
                            i % 100, i % 200, i / 10 + (i == 0));
  start = g_get_monotonic_time ();
  result = import_into ("", text->str, PT_IMPORT_CSV, NULL);
  g_test_message ("50,000 people in %.2f s", (double)(g_get_monotonic_time () - start) / 1e6);
  assert_string_equal (result.findings->str, "");
  result_clear (&result);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (tables_are_read),
    cmocka_unit_test (german_tables_are_read),
    cmocka_unit_test (older_letters_are_read),
    cmocka_unit_test (a_broken_row_is_named_and_the_rest_is_used),
    cmocka_unit_test (columns_are_mapped_and_remembered),
    cmocka_unit_test (wrong_sources_are_refused),
    cmocka_unit_test (directories_are_read),
    cmocka_unit_test (units_and_roles_of_a_directory),
    cmocka_unit_test (a_broken_line_of_a_directory_is_named),
    cmocka_unit_test (odd_keys_are_found_again),
    cmocka_unit_test (unreadable_cells_are_named),
    cmocka_unit_test (unknown_managers_are_named),
    cmocka_unit_test (nothing_of_a_table_is_lost),
    cmocka_unit_test (members_are_known_by_mail),
    cmocka_unit_test (groups_of_a_realm_give_roles),
    cmocka_unit_test (parts_of_names_of_scim_are_joined),
    cmocka_unit_test (a_person_may_have_the_name_of_a_role),
    cmocka_unit_test (what_was_there_is_found_and_kept),
    cmocka_unit_test (who_vanished_is_named_and_stays),
    cmocka_unit_test (fifty_thousand_come_in),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
