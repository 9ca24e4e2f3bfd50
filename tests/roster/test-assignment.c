/* test-assignment.c: expressions of who may do a task: reading, writing, and who is admitted
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/assignment.h>

#include "roster-test.h"

/* ----- reading and writing ---------------------------------------------------------------------
 */

static PtAssignment *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  guint column = 0;
  PtAssignment *assignment = pt_assignment_parse (text, &column, &error);

  if (error != NULL)
    fail_msg ("%s: column %u: %s", text, column, error->message);
  return assignment;
}

static void
expressions_are_written_in_one_way (void **state)
{
  static const struct
  {
    const char *text, *written; /* NULL: as it was */
  } cases[] = {
    { "role(buyer)", NULL },
    { "  ROLE ( Purchase   approver ) ", "role(Purchase   approver)" },
    { "role(Einkäufer)", NULL },
    { "skill(sap-mm, 2)", NULL },
    { "skill(sap-mm,1)", "skill(sap-mm)" },
    { "role(a)and skill(b)or unit(c)", "role(a) and skill(b) or unit(c)" },
    { "role(a) and (skill(b) or unit(c))", NULL },
    { "(role(a) or role(b)) or role(c)", "role(a) or role(b) or role(c)" },
    { "role(a) and ((role(b) and role(c)))", "role(a) and role(b) and role(c)" },
    { "role(a) and not same-as(Enter invoice)", NULL },
    { "not (role(a) or role(b)) and initiator", NULL },
    { "not (not initiator)", NULL },
    { "not not initiator", "not (not initiator)" },
    { "above(t1) or unit-of(t2) or from-field(case owner)", NULL },
    { "role(\"Sales (EU), \\\"north\\\"\")", NULL },
    { "role(\"Buyer\")", "role(Buyer)" },
    { "role(a)\n  and\tperson(p.kurz)", "role(a) and person(p.kurz)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PtAssignment) assignment = parse (cases[i].text);
      g_autofree char *written = pt_assignment_to_string (assignment);
      g_autoptr (PtAssignment) again = parse (written);
      g_autofree char *written_again = pt_assignment_to_string (again);

      assert_string_equal (written, cases[i].written ? cases[i].written : cases[i].text);
      assert_string_equal (written_again, written);
    }
}

static void
faults_have_a_column (void **state)
{
  static const struct
  {
    const char *text;
    guint column;
    const char *message;
  } cases[] = {
    { "", 1,
      "expected role(…), skill(…), unit(…), person(…), same-as(…), above(…), unit-of(…), "
      "initiator, from-field(…) or “not”" },
    { "role(a) and", 12, NULL },
    { "role(a) xor role(b)", 9, "expected “and”, “or” or the end" },
    { "role", 5, "expected a name in brackets behind “role”" },
    { "role()", 6, "expected a name" },
    { "role(  )", 8, "expected a name" },
    { "role(ä, b)", 7, "expected “)”" },
    { "role(a", 7, "expected “)”" },
    { "role(\"a)", 6, "expected a second quotation mark" },
    { "skill(a, high)", 10, "expected a level: a whole number from 1" },
    { "skill(a, 0)", 10, NULL },
    { "skill(a, 99999999999999999999)", 10, NULL },
    { "(role(a)", 9, "expected “and”, “or” or “)”" },
    { "role(a) and rolle(b)", 13, "“rolle” is not known (did you mean “role”?)" },
    { "role(a) and initator", 13, "“initator” is not known (did you mean “initiator”?)" },
    { "role(a))", 8, NULL },
    { "role(Müller) and and", 18, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint column = 0;

      assert_null (pt_assignment_parse (cases[i].text, &column, &error));
      assert_true (g_error_matches (error, PT_ASSIGNMENT_ERROR, PT_ASSIGNMENT_ERROR_SYNTAX));
      if (column != cases[i].column)
        fail_msg ("%s: column %u: %s", cases[i].text, column, error->message);
      if (cases[i].message != NULL)
        assert_string_equal (error->message, cases[i].message);
    }
}

static void
hostile_expressions_are_refused (void **state)
{
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autoptr (GString) negations = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("initiator");
  g_autoptr (GString) plain = g_string_new ("role(r)");

  for (guint i = 0; i < 100000; i++)
    g_string_append (negations, "not ");
  for (guint i = 0; i < 12; i++)
    g_string_append_printf (wide, " and (same-as(a%u) or above(b%u))", i, i);
  for (guint i = 0; i < 500; i++)
    g_string_append_printf (plain, " and (role(a%u) or unit(b%u))", i, i);
  assert_null (pt_assignment_parse (deep, NULL, NULL));
  assert_null (pt_assignment_parse (negations->str, NULL, NULL));
  assert_null (pt_assignment_parse (wide->str, NULL, NULL));
  pt_assignment_free (parse (plain->str));
}

static void
the_first_role_asked_for_is_found (void **state)
{
  g_autoptr (PtAssignment) some = parse ("not role(x) and (skill(s) or role(y)) and role(z)");
  g_autoptr (PtAssignment) none = parse ("not role(x) and initiator");

  assert_string_equal (pt_assignment_get_role (some), "y");
  assert_null (pt_assignment_get_role (none));
}

/* ----- who is admitted -------------------------------------------------------------------------
 */

/* In March 2026: Kurz is away with Lang as deputy from the 10th to the 12th, and the whole of 20
 * March without one. */
static const char staff[]
    = "<skill id='sap' name='SAP purchasing'/>"
      "<unit id='acme'/><unit id='buying' name='Purchasing' within='acme'/><unit id='sales'/>"
      "<role id='buyer' name='Buyer'/><role id='senior' name='Senior buyer' is-a='buyer'/>"
      "<role id='approver' name='Approver' deputy='cfo'/><role id='cfo' name='CFO'/>"
      "<person id='kurz' name='Petra Kurz' unit='buying'><holds role='buyer'/><holds "
      "role='approver'/>"
      "<can skill='sap' level='2'/>"
      "<away from='2026-03-10' until='2026-03-12' deputy='lang'/>"
      "<away from='2026-03-20' until='2026-03-20'/></person>"
      "<person id='lang' name='Jo Lang' unit='buying'><can skill='sap' "
      "until='2026-03-15'/></person>"
      "<person id='weiss' name='Mia Weiß' unit='acme'><holds role='cfo'/></person>"
      "<person id='alt' name='Ole Alt' unit='sales'>"
      "<holds role='senior' from='2026-03-05' until='2026-03-25'/></person>"
      "<person id='neu' name='Ina Neu' unit='sales'><holds role='buyer' as='deputy'/></person>"
      "<person id='fort' name='Kai Fort' active='false'><holds role='buyer'/></person>";

static GDate
march (GDateDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_MARCH, 2026);
  return date;
}

static void
append_alternative (const PtAlternative *alternative, GString *text)
{
  for (guint i = 0; i < alternative->persons->len; i++)
    {
      const PtPerson *person = alternative->persons->pdata[i];
      gboolean deputy = g_ptr_array_find (alternative->deputies, person, NULL);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", person->id, deputy ? "*" : "");
    }
  for (guint i = 0; i < alternative->relations->len; i++)
    {
      const PtRelation *relation = &g_array_index (alternative->relations, PtRelation, i);

      g_string_append_printf (text, "%s%d %s", relation->negated ? " -" : " +", relation->kind,
                              relation->name ? relation->name : "");
    }
}

/* Returns: (transfer full): ids, those of deputies with an asterisk, and relations; "|" between
 * alternatives */
static char *
admitted (const char *entries, const char *expression, GDateDay day, PtDeputies deputies)
{
  g_autoptr (PtRoster) roster = roster_of (entries);
  g_autoptr (PtAssignment) assignment = parse (expression);
  GDate date = march (day);
  g_autoptr (PtAuthority) authority = pt_authority_new (roster, assignment, &date, deputies);
  GPtrArray *alternatives = pt_authority_get_alternatives (authority);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < alternatives->len; i++)
    {
      if (i > 0)
        g_string_append (text, " | ");
      append_alternative (alternatives->pdata[i], text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_admitted (const char *expression, GDateDay day, const char *expected)
{
  g_autofree char *found = admitted (staff, expression, day, PT_DEPUTIES_WHEN_AWAY);

  assert_string_equal (found, expected);
}

static void
roles_admit_holders_of_special_kinds_too (void **state)
{
  assert_admitted ("role(buyer)", 1, "kurz");
  assert_admitted ("role(buyer)", 5, "kurz alt");
  assert_admitted ("role(Buyer)", 25, "kurz alt");
  assert_admitted ("role(buyer)", 26, "kurz");
  assert_admitted ("role(senior)", 5, "alt");
  assert_admitted ("role(senior)", 1, "");
  assert_admitted ("role(nobody)", 1, "");
}

static void
deputies_stand_in_while_a_holder_is_away (void **state)
{
  g_autofree char *spare = admitted (staff, "role(buyer)", 1, PT_DEPUTIES_ALWAYS);

  assert_admitted ("role(buyer)", 10, "lang* alt neu*");
  assert_admitted ("role(buyer)", 20, "alt neu*");
  assert_admitted ("role(approver)", 9, "kurz");
  assert_admitted ("role(approver)", 10, "lang* weiss*");
  assert_admitted ("role(approver)", 20, "weiss*");
  assert_string_equal (spare, "kurz neu*");
}

static void
skills_have_levels_and_expire (void **state)
{
  assert_admitted ("skill(sap)", 15, "kurz lang");
  assert_admitted ("skill(SAP purchasing)", 16, "kurz");
  assert_admitted ("skill(sap, 2)", 1, "kurz");
  assert_admitted ("skill(sap, 3)", 1, "");
  assert_admitted ("role(buyer) and skill(sap)", 10, "lang*");
  assert_admitted ("role(buyer) and skill(sap, 2)", 10, "");
}

static void
units_hold_their_parts (void **state)
{
  assert_admitted ("unit(acme)", 1, "kurz lang weiss");
  assert_admitted ("unit(Purchasing)", 1, "kurz lang");
  assert_admitted ("unit(acme) and not unit(buying)", 1, "weiss");
  assert_admitted ("person(lang) or person(Mia Weiß)", 1, "lang weiss");
}

static void
not_excludes (void **state)
{
  assert_admitted ("not role(buyer)", 5, "lang weiss neu");
  assert_admitted ("not (role(buyer) or unit(sales))", 5, "lang weiss");
  assert_admitted ("not (role(buyer) and unit(sales))", 5, "kurz lang weiss neu");
  assert_admitted ("not role(nobody)", 1, "kurz lang weiss alt neu");
}

static void
relations_are_given_back (void **state)
{
  assert_admitted ("role(buyer) and not same-as(enter)", 1, "kurz -7 enter");
  assert_admitted ("role(buyer) and not (same-as(a) or above(b))", 1, "kurz -7 a -8 b");
  assert_admitted ("role(buyer) or unit(sales) or initiator", 1,
                   "kurz alt neu | kurz lang weiss alt neu +10 ");
  assert_admitted ("(role(buyer) or initiator) and from-field(owner)", 1,
                   "kurz +11 owner | kurz lang weiss alt neu +10  +11 owner");
}

static void
those_stood_in_for_are_named (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (staff);
  g_autoptr (PtAssignment) assignment = parse ("role(approver)");
  GDate date = march (10);
  g_autoptr (PtAuthority) authority
      = pt_authority_new (roster, assignment, &date, PT_DEPUTIES_WHEN_AWAY);
  const PtPerson *weiss = pt_roster_get_person (roster, "weiss");
  g_autoptr (GPtrArray) for_whom = pt_authority_get_stands_in_for (authority, weiss);

  assert_true (pt_authority_is_deputy (authority, weiss));
  assert_int_equal (for_whom->len, 1);
  assert_ptr_equal (for_whom->pdata[0], pt_roster_get_person (roster, "kurz"));
}

/* ----- why not the others ----------------------------------------------------------------------
 */

static char *
bars_of (const char *id, const char *expression, GDateDay day)
{
  g_autoptr (PtRoster) roster = roster_of (staff);
  g_autoptr (PtAssignment) assignment = parse (expression);
  GDate date = march (day);
  g_autoptr (PtAuthority) authority
      = pt_authority_new (roster, assignment, &date, PT_DEPUTIES_WHEN_AWAY);
  const PtPerson *person = pt_roster_get_person (roster, id);
  g_autoptr (GArray) bars = pt_authority_get_bars (authority, person);
  GString *text = g_string_new (NULL);

  assert_int_equal (bars->len == 0, pt_authority_admits (authority, person));
  for (guint i = 0; i < bars->len; i++)
    {
      g_autofree char *sentence = pt_bar_describe (&g_array_index (bars, PtBar, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", sentence);
    }
  return g_string_free (text, FALSE);
}

static void
everybody_else_hears_why (void **state)
{
  static const struct
  {
    const char *id, *expression;
    GDateDay day;
    const char *bars;
  } cases[] = {
    { "kurz", "role(buyer)", 1, "" },
    { "kurz", "role(buyer)", 11, "is away from 2026-03-10 until 2026-03-12" },
    { "fort", "role(buyer)", 1, "is no longer active" },
    { "weiss", "role(buyer)", 1, "does not hold the role “Buyer”" },
    { "alt", "role(buyer)", 1, "holds the role “Buyer” from 2026-03-05 until 2026-03-25 only" },
    { "neu", "role(buyer)", 1, "only stands in for “Buyer”, and nobody is away" },
    { "weiss", "skill(sap)", 1, "lacks the skill “SAP purchasing”" },
    { "lang", "skill(sap, 2)", 1, "has the skill “SAP purchasing”, but not at level 2" },
    { "lang", "skill(sap)", 16, "had the skill “SAP purchasing” until 2026-03-15" },
    { "neu", "unit(acme)", 1, "does not belong to “acme”" },
    { "neu", "person(kurz)", 1, "is not Petra Kurz" },
    { "kurz", "not role(buyer)", 1, "is excluded by “not Buyer”" },
    { "kurz", "role(ghost)", 1, "cannot be “ghost”, which is not in the roles file" },
    { "weiss", "role(buyer) and skill(sap) and unit(acme)", 1,
      "does not hold the role “Buyer”; lacks the skill “SAP purchasing”" },
    { "neu", "role(cfo) or unit(acme) and initiator", 1,
      "does not hold the role “CFO”; does not belong to “acme”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bars = bars_of (cases[i].id, cases[i].expression, cases[i].day);

      assert_string_equal (bars, cases[i].bars);
    }
}

static void
unknown_names_are_found_with_what_was_meant (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (staff);
  g_autoptr (PtAssignment) assignment
      = parse ("role(byuer) and skill(welding) and unit(Purchasing) and not same-as(anything)");
  g_autoptr (GArray) faults = pt_assignment_check (assignment, roster);

  assert_int_equal (faults->len, 2);
  assert_string_equal (g_array_index (faults, PtAssignmentFault, 0).meant, "buyer");
  assert_int_equal (g_array_index (faults, PtAssignmentFault, 0).part->column, 1);
  assert_null (g_array_index (faults, PtAssignmentFault, 1).meant);
  assert_int_equal (g_array_index (faults, PtAssignmentFault, 1).part->column, 17);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (expressions_are_written_in_one_way),
    cmocka_unit_test (faults_have_a_column),
    cmocka_unit_test (hostile_expressions_are_refused),
    cmocka_unit_test (the_first_role_asked_for_is_found),
    cmocka_unit_test (roles_admit_holders_of_special_kinds_too),
    cmocka_unit_test (deputies_stand_in_while_a_holder_is_away),
    cmocka_unit_test (skills_have_levels_and_expire),
    cmocka_unit_test (units_hold_their_parts),
    cmocka_unit_test (not_excludes),
    cmocka_unit_test (relations_are_given_back),
    cmocka_unit_test (those_stood_in_for_are_named),
    cmocka_unit_test (everybody_else_hears_why),
    cmocka_unit_test (unknown_names_are_found_with_what_was_meant),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
