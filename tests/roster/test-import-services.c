/* test-import-services.c: people from address books, identity services and other programs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-case.h"

/* ----- address books: the values of RFC 6350's examples ------------------------------------------
 */

static void
address_books_are_read (void **state)
{
  check_import (
      "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Simon Perreault\r\nN:Perreault;Simon;;;ing. jr,M.Sc.\r\n"
      "BDAY:--0203\r\nGENDER:M\r\nLANG;PREF=1:fr\r\nORG;TYPE=work:Viagenie\r\n"
      "ADR;TYPE=work:;Suite D2-630;2875 Laurier;\r\n Quebec;QC;G1V 2M2;Canada\r\n"
      "TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+1-418-656-9254;ext=102\r\n"
      "EMAIL;TYPE=work:simon.perreault@viagenie.ca\r\nTZ:-0500\r\n"
      "URL;TYPE=home:http://nomis80.org\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:The Doe family\r\n"
      "UID:urn:uuid:2d0f2a1b\r\n"
      "MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af\r\n"
      "MEMBER:urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:John Doe\r\n"
      "UID:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af\r\n"
      "ORG:ABC\\, Inc.;North American Division;Marketing\r\nROLE:Project Leader\r\n"
      "RELATED;TYPE=x-manager:urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\r\nVERSION:4.0\r\nitem1.FN:Jane Doe\r\n"
      "UID:urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519\r\nTITLE:Research "
      "Scientist\r\nEND:VCARD\r\n",
      PT_IMPORT_VCARD,
      "U Viagenie<-\nU ABC, Inc.<-\nU North American Division<ABC, Inc.\n"
      "U Marketing<North American Division\n"
      "R The Doe family\nR Project Leader\nR Research Scientist\n"
      "P simon-perreault|Simon Perreault|simon.perreault@viagenie.ca|Viagenie|-\n"
      "P john-doe|John Doe|-|Marketing|b8767877-b4a1-4c70-9acc-505d3819e519|The Doe family|Project "
      "Leader\n"
      "P b8767877-b4a1-4c70-9acc-505d3819e519|Jane Doe|-|-|-|The Doe family|Research Scientist\n",
      "");
}

static void
a_broken_card_is_named (void **state)
{
  Result result = import_into ("",
                               "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n"
                               "BEGIN:VCARD\nEMAIL:b@x.example\nEND:VCARD\n"
                               "BEGIN:VCARD\nFN:Carl\nnonsense\nEND:VCARD\n"
                               "BEGIN:VCARD\nFN:Dora\n"
                               "BEGIN:VCARD\nFN:Eve\nEND:VCARD\n",
                               PT_IMPORT_VCARD, NULL);
  g_autofree char *found = summary_of (result.document);

  assert_string_equal (found, "P Ann|Ann|-|-|-\nP Carl|Carl|-|-|-\nP Eve|Eve|-|-|-\n");
  assert_string_equal (result.findings->str, "4: the card has no name (FN)\n"
                                             "9: it has no “:” between a name and a value\n"
                                             "11: the card has no end (END:VCARD)\n");
  result_clear (&result);
}

/* ----- identity services: the values of RFC 7643's examples --------------------------------------
 */

#define ENTERPRISE "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
#define SCIM_USER                                                                                  \
  "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"" ENTERPRISE "\"],"              \
  "\"id\":\"2819c223-7f76-453a-919d-413861904646\",\"externalId\":\"701984\","                     \
  "\"userName\":\"bjensen@example.com\",\"name\":{\"formatted\":\"Ms. Barbara J Jensen, III\"},"   \
  "\"displayName\":\"Babs Jensen\",\"emails\":[{\"value\":\"babs@jensen.org\",\"type\":\"home\"}," \
  "{\"value\":\"bjensen@example.com\",\"type\":\"work\",\"primary\":true}],"                       \
  "\"title\":\"Tour Guide\",\"active\":true,\"groups\":[{\"value\":\"e9e30dba\","                  \
  "\"display\":\"Tour Guides\"}],\"" ENTERPRISE "\":{\"employeeNumber\":\"701984\","               \
  "\"organization\":\"Universal Studios\",\"division\":\"Theme Park\","                            \
  "\"department\":\"Tour Operations\",\"manager\":{\"value\":\"26118915\","                        \
  "\"displayName\":\"John Smith\"}}}"

static void
users_and_groups_of_scim_are_read (void **state)
{
  check_import (
      "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":3,"
      "\"Resources\":[" SCIM_USER ","
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"id\":\"26118915\","
      "\"userName\":\"jsmith\",\"displayName\":\"John Smith\",\"active\":false},"
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"id\":\"e9e30dba\","
      "\"displayName\":\"Tour Guides\",\"members\":[{\"value\":\"26118915\",\"display\":\"Smith\"},"
      "{\"value\":\"902c246b\",\"type\":\"Group\"}]},"
      "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"id\":\"902c246b\","
      "\"displayName\":\"Night Guides\"}, 7, {\"schemas\":[]}]}",
      PT_IMPORT_SCIM,
      "U Universal Studios<-\nU Theme Park<Universal Studios\nU Tour Operations<Theme Park\n"
      "R Tour Guides\nR Night Guides<Tour Guides\n"
      "P babs-jensen|Babs Jensen|bjensen@example.com|Tour Operations|jsmith|Tour Guides\n"
      "P !jsmith|John Smith|-|-|-|Tour Guides\n",
      "0: it is neither a user nor a group\n0: it has neither “id” nor “userName”\n");
  check_import (SCIM_USER, PT_IMPORT_SCIM,
                "U Universal Studios<-\nU Theme Park<Universal Studios\n"
                "U Tour Operations<Theme Park\nR Tour Guides\n"
                "P babs-jensen|Babs Jensen|bjensen@example.com|Tour Operations|-|Tour Guides\n",
                "0: nobody in the list is called “26118915”\n");
}

#define REALM                                                                                      \
  "{\"realm\":\"acme\",\"groups\":[{\"name\":\"acme\",\"path\":\"/acme\",\"subGroups\":["          \
  "{\"name\":\"buying\",\"path\":\"/acme/buying\",\"subGroups\":[]}]}],"                           \
  "\"roles\":{\"realm\":[{\"name\":\"buyer\"},{\"name\":\"senior\",\"composite\":true,"            \
  "\"composites\":{\"realm\":[\"buyer\"]}},{\"name\":\"offline_access\"},"                         \
  "{\"name\":\"default-roles-acme\"}]}}"
#define REALM_USERS                                                                                \
  "{\"realm\":\"acme\",\"users\":[{\"username\":\"ann\",\"email\":\"a@x.example\","                \
  "\"enabled\":true,\"firstName\":\"Ann\",\"lastName\":\"Lee\",\"realmRoles\":[\"senior\","        \
  "\"offline_access\"],\"groups\":[\"/acme/buying\"]},{\"username\":\"ben\",\"enabled\":false},"   \
  "{\"email\":\"nobody\"},{\"username\":\"service-account-x\"}]}"

static void
a_realm_in_two_files_is_read (void **state)
{
  static const char *const texts[] = { REALM, REALM_USERS, NULL };
  Result result = { document_of (""), g_string_new (NULL), g_string_new (NULL) };
  g_autofree char *found = NULL;

  import_again (&result, texts, PT_IMPORT_KEYCLOAK, NULL, FALSE);
  found = summary_of (result.document);
  assert_string_equal (found, "U acme<-\nU buying<acme\nR buyer\nR senior<buyer\n"
                              "P ann|Ann Lee|a@x.example|buying|-|senior\nP !ben|ben|-|-|-\n");
  assert_string_equal (result.findings->str, "0: it has no “username”\n");
  import_again (&result, texts, PT_IMPORT_KEYCLOAK, NULL, FALSE);
  assert_string_equal (result.changes->str, "");
  result_clear (&result);
}

static void
an_organisation_of_bonita_is_read (void **state)
{
  check_import (
      "<?xml version='1.0' encoding='UTF-8'?>\n"
      "<o:Organization xmlns:o='http://documentation.bonitasoft.com/organization-xml-schema/1.1'>"
      "<users><user userName='walter.bates'><firstName>Walter</firstName><lastName>Bates</lastName>"
      "<professionalData><email>walter.bates@acme.com</email></professionalData>"
      "<manager>helen.kelly</manager></user>\n"
      "<user userName='helen.kelly'><firstName>Helen</firstName><lastName>Kelly</lastName></user>\n"
      "<user><firstName>Nobody</firstName></user></users>"
      "<roles><role name='member'><displayName>Member</displayName></role></roles>"
      "<groups><group name='acme'><displayName>Acme</displayName></group>"
      "<group name='hr' parentPath='/acme'><displayName>Human "
      "Resources</displayName></group></groups>"
      "<memberships><membership><userName>walter.bates</userName><roleName>member</roleName>"
      "<groupName>hr</groupName><groupParentPath>/acme</groupParentPath></membership></memberships>"
      "</o:Organization>",
      PT_IMPORT_BONITA,
      "U Acme<-\nU Human Resources<Acme\nR Member\n"
      "P walter.bates|Walter Bates|walter.bates@acme.com|Human Resources|helen.kelly|Member\n"
      "P helen.kelly|Helen Kelly|-|-|-\n",
      "4: it has no “userName”\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (address_books_are_read),
    cmocka_unit_test (a_broken_card_is_named),
    cmocka_unit_test (users_and_groups_of_scim_are_read),
    cmocka_unit_test (a_realm_in_two_files_is_read),
    cmocka_unit_test (an_organisation_of_bonita_is_read),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
