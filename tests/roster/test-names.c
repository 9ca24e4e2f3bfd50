/* test-names.c: roles are found by what a drawing calls them, and similar ones are suggested
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roster-test.h"

#define LOGISTICS                                                                                  \
  "<role id='office' name='Sekretariat'/><role id='head' name='Logistikleiter'/>"                  \
  "<role id='worker' name='Lagerarbeiter'/>"

typedef struct
{
  const char *name;
  PtRoleMatch match;
  const char *role; /* (nullable): its id */
} Finding;

static void
assert_findings (const char *entries, const Finding *findings, guint n)
{
  g_autoptr (PtRoster) roster = roster_of (entries);

  for (guint i = 0; i < n; i++)
    {
      const PtRole *role, *other;
      PtRoleMatch match = pt_roster_find_role (roster, findings[i].name, &role, &other);

      if (match != findings[i].match
          || g_strcmp0 (role != NULL ? role->id : NULL, findings[i].role) != 0)
        fail_msg ("“%s” was found as %d, %s", findings[i].name, match,
                  role != NULL ? role->id : "nothing");
      assert_int_equal (other != NULL, match == PT_ROLE_MATCH_AMBIGUOUS);
    }
}

static void
names_are_found_folded (void **state)
{
  static const Finding findings[] = {
    { "Sekretariat", PT_ROLE_MATCH_EXACT, "office" },
    { "office", PT_ROLE_MATCH_EXACT, "office" },
    { "sekretariat", PT_ROLE_MATCH_FOLDED, "office" },
    { "  SEKRETARIAT\n", PT_ROLE_MATCH_FOLDED, "office" },
    { "Logistikleiter/in", PT_ROLE_MATCH_FOLDED, "head" },
    { "Logistikleiter(in)", PT_ROLE_MATCH_FOLDED, "head" },
    { "Logistik\302\255leiter", PT_ROLE_MATCH_FOLDED, "head" }, /* soft hyphen */
    { "Lagerarbeiter 2", PT_ROLE_MATCH_FOLDED, "worker" },
    { "Lagerarbeiter 12", PT_ROLE_MATCH_FOLDED, "worker" },
    { "Lagerleiter", PT_ROLE_MATCH_NONE, NULL },
    { "Logistikleiter/innen", PT_ROLE_MATCH_NONE, NULL },
    { "2", PT_ROLE_MATCH_NONE, NULL },
    { "", PT_ROLE_MATCH_NONE, NULL },
  };

  assert_findings (LOGISTICS, findings, G_N_ELEMENTS (findings));
}

static void
accents_spaces_and_hyphens_make_no_difference (void **state)
{
  static const Finding findings[] = {
    { "Einka\314\210ufer", PT_ROLE_MATCH_FOLDED, "buyer" }, /* a and a combining diaeresis */
    { "EINKÄUFER", PT_ROLE_MATCH_FOLDED, "buyer" },
    { "Purchase approver", PT_ROLE_MATCH_EXACT, "approver" },
    { "purchase-approver", PT_ROLE_MATCH_FOLDED, "approver" },
    { "Purchase / Approver", PT_ROLE_MATCH_FOLDED, "approver" },
    { "Purchase – approver", PT_ROLE_MATCH_FOLDED, "approver" },
    { "Purchase\nApprover", PT_ROLE_MATCH_FOLDED, "approver" },
    { "GROSSE STRASSE", PT_ROLE_MATCH_FOLDED, "street" },
    { "Einkaufer", PT_ROLE_MATCH_NONE, NULL },
  };

  assert_findings (
      "<role id='buyer'><alias>Einkäufer</alias></role>"
      "<role id='approver' name='Purchase approver'/><role id='street' name='Große Straße'/>",
      findings, G_N_ELEMENTS (findings));
}

static void
two_roles_of_one_name_are_ambiguous (void **state)
{
  static const Finding findings[] = {
    { "Purchasing", PT_ROLE_MATCH_AMBIGUOUS, "a" }, { "Twin", PT_ROLE_MATCH_AMBIGUOUS, "c" },
    { "Buyer", PT_ROLE_MATCH_EXACT, "a" },          { "buyer", PT_ROLE_MATCH_FOLDED, "a" },
    { "lager", PT_ROLE_MATCH_EXACT, "f" },          { "Lager", PT_ROLE_MATCH_EXACT, "e" },
    { "LAGER", PT_ROLE_MATCH_AMBIGUOUS, "e" },
  };

  assert_findings ("<role id='a' name='Buyer'><alias>Purchasing</alias></role>"
                   "<role id='b' name='Approver'><alias>purchasing</alias></role>"
                   "<role id='c' name='Twin'/><role id='d' name='Twin'/>"
                   "<role id='e' name='Lager'/><role id='f' name='lager'/>",
                   findings, G_N_ELEMENTS (findings));
}

static void
numbers_tell_roles_apart_that_have_them (void **state)
{
  static const Finding findings[] = {
    { "Support 1", PT_ROLE_MATCH_EXACT, "s1" },
    { "support 2", PT_ROLE_MATCH_FOLDED, "s2" },
    { "Support 3", PT_ROLE_MATCH_NONE, NULL },
    { "Support", PT_ROLE_MATCH_NONE, NULL },
  };

  assert_findings ("<role id='s1' name='Support 1'/><role id='s2' name='Support 2'/>", findings,
                   G_N_ELEMENTS (findings));
}

/* @expected: (nullable): id of the role */
static void
assert_suggestion (const char *entries, const char *name, const char *expected)
{
  g_autoptr (PtRoster) roster = roster_of (entries);
  const PtRole *role = pt_roster_suggest_role (roster, name);

  if (g_strcmp0 (role != NULL ? role->id : NULL, expected) != 0)
    fail_msg ("“%s” suggests %s", name, role != NULL ? role->id : "nothing");
}

static void
slips_of_the_pen_are_recognised (void **state)
{
  assert_suggestion (LOGISTICS, "Sekretariatt", "office");
  assert_suggestion (LOGISTICS, "Sekertariat", "office"); /* neighbours exchanged: one step */
  assert_suggestion (LOGISTICS, "Skretaria", "office");
  assert_suggestion (LOGISTICS, "logistkleiter", "head");
  assert_suggestion (LOGISTICS, "Logistik-Leiter", "head");
  assert_suggestion (LOGISTICS, "Lagerabeiter", "worker");
  assert_suggestion (LOGISTICS, "Lager Arbeiter", "worker");
}

static void
other_roles_are_left_alone (void **state)
{
  assert_suggestion (LOGISTICS, "Lagerleiter", NULL);
  assert_suggestion (LOGISTICS, "Versand", NULL);
  assert_suggestion (LOGISTICS, "Sek", NULL);
  assert_suggestion (LOGISTICS, "", NULL);
  assert_suggestion ("", "Sekretariat", NULL);
}

static void
what_is_found_needs_no_suggestion (void **state)
{
  assert_suggestion (LOGISTICS, "Sekretariat", NULL);
  assert_suggestion (LOGISTICS, "sekretariat 2", NULL);
  assert_suggestion ("<role id='a' name='Clerk'/><role id='b' name='clerk'/>", "CLERK", NULL);
}

static void
a_unique_prefix_is_similar (void **state)
{
  assert_suggestion (LOGISTICS, "Logistik", "head");
  assert_suggestion (LOGISTICS, "Sekretariat Einkauf", "office");
  assert_suggestion (LOGISTICS, "Lag", NULL);
  assert_suggestion (LOGISTICS "<role id='c' name='Logistikchef'/>", "Logistik", NULL);
}

static void
a_tie_is_no_suggestion (void **state)
{
  assert_suggestion ("<role id='a' name='Clerk A'/><role id='b' name='Clerk B'/>", "Clerk C", NULL);
  assert_suggestion ("<role id='a' name='Clerk A'><alias>Clerk B</alias></role>", "Clerk C", "a");
  assert_suggestion ("<role id='a' name='Painter'/><role id='b' name='Pointer'/>", "Paintr", "a");
}

static void
words_are_suggested_by_the_same_measure (void **state)
{
  static const char *const candidates[]
      = { "holds", "can", "away", "separate-roles", "separate-tasks", NULL };
  static const char *const none[] = { NULL };

  assert_string_equal (pt_suggest ("hold", candidates), "holds");
  assert_string_equal (pt_suggest ("Away", candidates), "away");
  assert_string_equal (pt_suggest ("seperate-roles", candidates), "separate-roles");
  assert_null (pt_suggest ("separate", candidates));
  assert_null (pt_suggest ("cat", candidates));
  assert_null (pt_suggest ("hold", none));
}

/* A file made to hurt may hold names without end. */
static void
patience_ends (void **state)
{
  g_autoptr (PtNameIndex) index = pt_name_index_new ();
  g_autofree char *long_name = g_strnfill (100000, 'x');
  guint64 patience = 1000;
  guint tries = 0;

  pt_name_index_add (index, "separate-roles", "a");
  pt_name_index_add (index, long_name, "b");
  long_name[0] = 'y';
  assert_null (pt_name_index_suggest (index, long_name, NULL));
  while (patience > 0 && pt_name_index_suggest (index, "seperate-roles", &patience))
    tries++;
  assert_in_range (tries, 5, 50);
  assert_null (pt_name_index_suggest (index, "seperate-roles", &patience));
  assert_string_equal (pt_name_index_suggest (index, "seperate-roles", NULL), "a");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (names_are_found_folded),
    cmocka_unit_test (accents_spaces_and_hyphens_make_no_difference),
    cmocka_unit_test (two_roles_of_one_name_are_ambiguous),
    cmocka_unit_test (numbers_tell_roles_apart_that_have_them),
    cmocka_unit_test (slips_of_the_pen_are_recognised),
    cmocka_unit_test (other_roles_are_left_alone),
    cmocka_unit_test (what_is_found_needs_no_suggestion),
    cmocka_unit_test (a_unique_prefix_is_similar),
    cmocka_unit_test (a_tie_is_no_suggestion),
    cmocka_unit_test (words_are_suggested_by_the_same_measure),
    cmocka_unit_test (patience_ends),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
