/* test-roster.c: the snapshot says what the file says
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roster-test.h"

static void
assert_day (const GDate *day, const char *expected)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", day);
  assert_string_equal (text, expected);
}

static const PtPerson *
person_at (const PtRoster *roster, guint i)
{
  return pt_roster_get_persons (roster)->pdata[i];
}

static void
the_sample_is_read (void **state)
{
  g_autoptr (PtDocument) document = load_fixture ("acme.roles.xml");
  g_autoptr (PtRoster) roster = pt_roster_new (document);
  const PtRole *buyer = pt_roster_get_role (roster, "buyer");
  const PtRole *erp = pt_roster_get_role (roster, "erp");
  const PtRole *supplier = pt_roster_get_role (roster, "supplier");
  const PtPerson *kurz = person_at (roster, 0);
  GDate as_of;

  assert_string_equal (pt_roster_get_name (roster), "acme.roles.xml");
  assert_true (pt_roster_get_as_of (roster, &as_of));
  assert_day (&as_of, "2026-03-01");
  assert_int_equal (pt_roster_get_units (roster)->len, 2);
  assert_int_equal (pt_roster_get_roles (roster)->len, 5);
  assert_int_equal (pt_roster_get_persons (roster)->len, 3);
  assert_string_equal (buyer->name, "Buyer");
  assert_int_equal (buyer->kind, PT_ROLE_INTERNAL);
  assert_string_equal (buyer->aliases->pdata[0], "Einkäufer");
  assert_string_equal (buyer->unit->within->name, "Acme");
  assert_ptr_equal (buyer->unit->head, kurz);
  assert_int_equal (buyer->holds->len, 2);
  assert_int_equal (erp->kind, PT_ROLE_SYSTEM);
  assert_ptr_equal (erp->owner, buyer);
  assert_int_equal (supplier->kind, PT_ROLE_EXTERNAL);
  assert_string_equal (supplier->channel, "mail");
  assert_string_equal (kurz->mail, "p.kurz@acme.example");
  assert_true (kurz->active);
  assert_int_equal (kurz->holds->len, 2);
  assert_null (pt_roster_get_role (roster, "p.kurz"));
}

static void
holds_have_spans_and_deputies (void **state)
{
  g_autoptr (PtDocument) document = load_fixture ("acme.roles.xml");
  g_autoptr (PtRoster) roster = pt_roster_new (document);
  const PtHold *limited = person_at (roster, 0)->holds->pdata[1];
  const PtHold *deputy = person_at (roster, 1)->holds->pdata[1];

  assert_string_equal (limited->role->id, "approver");
  assert_ptr_equal (limited->person, person_at (roster, 0));
  assert_false (g_date_valid (&limited->from));
  assert_day (&limited->until, "2026-06-30");
  assert_false (limited->deputy);
  assert_true (deputy->deputy);
}

static void
a_snapshot_outlives_its_document (void **state)
{
  g_autoptr (PtDocument) document
      = document_of ("<role id='a' name='Alpha'><alias>One</alias></role>");
  g_autoptr (PtRoster) roster = pt_roster_new (document);
  g_autoptr (PtRoster) again = pt_roster_ref (roster);
  const PtRole *role, *other;

  pt_document_begin (document, "Rename");
  pt_document_set_attribute (document, pt_document_get_by_id (document, "a"), NULL, "name", "Beta");
  pt_document_commit (document);
  g_clear_object (&document);
  assert_string_equal (pt_roster_get_role (again, "a")->name, "Alpha");
  assert_int_equal (pt_roster_find_role (again, "one", &role, &other), PT_ROLE_MATCH_FOLDED);
}

static void
wrong_entries_are_left_out (void **state)
{
  g_autoptr (PtRoster) roster
      = roster_of ("<role name='no id'/><role id='a'/><role id='a' name='second'/>"
                   "<role id='b' kind='unknown' unit='none' owner='none'/>"
                   "<roel id='c'/>"
                   "<person id='p'><holds role='none'/><holds role='a' from='soon'/>"
                   "<holds/><holds role='b'/></person><person/>");
  const PtRole *b = pt_roster_get_role (roster, "b");
  GDate as_of;

  assert_int_equal (pt_roster_get_roles (roster)->len, 2);
  assert_string_equal (pt_roster_get_role (roster, "a")->name, "a");
  assert_int_equal (b->kind, PT_ROLE_INTERNAL);
  assert_null (b->unit);
  assert_null (b->owner);
  assert_int_equal (pt_roster_get_persons (roster)->len, 1);
  assert_int_equal (person_at (roster, 0)->holds->len, 1);
  assert_false (pt_roster_get_as_of (roster, &as_of));
}

static void
everything_that_is_said_is_read (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (
      "<calendar id='c' zone='Europe/Berlin'><work days='mon,wed' from='08:00' "
      "until='12:00'/></calendar>"
      "<skill id='s'/><unit id='u' calendar='c'/><unit id='v' within='u'/>"
      "<role id='a' spare='2' cost='54.50' is-a='b c b' deputy='b' reports-to='c'/><role id='b'/>"
      "<role id='c'/>"
      "<person id='p' unit='v' manager='q' fte='0.8'><holds role='a' share='0.5'/>"
      "<can skill='s' level='3' until='2026-06-30'/>"
      "<away from='2026-07-01' until='2026-07-05' deputy='q' why='Leave'/></person>"
      "<person id='q' manager='r'/><person id='r'/>"
      "<rule id='x' type='at-most' n='2' weight='40' roles='a b' tags='t1 t2' tasks='Task_1' "
      "why='W'/>"
      "<rule id='y' type='superior' weight='hard'/>");
  const PtRole *a = pt_roster_get_role (roster, "a");
  const PtPerson *p = pt_roster_get_person (roster, "p"), *q = pt_roster_get_person (roster, "q");
  const PtRule *x = pt_roster_get_rules (roster)->pdata[0];
  const PtRule *y = pt_roster_get_rules (roster)->pdata[1];
  const PtAbility *ability = p->abilities->pdata[0];
  const PtAbsence *absence = p->absences->pdata[0];
  const PtHold *hold = p->holds->pdata[0];

  assert_int_equal (a->spare, 2);
  assert_float_equal (a->cost, 54.5, 1e-9);
  assert_int_equal (a->is_a->len, 2);
  assert_ptr_equal (a->deputy, pt_roster_get_role (roster, "b"));
  assert_ptr_equal (a->reports_to->kinds->pdata[0], a);
  assert_float_equal (p->fte, 0.8, 1e-9);
  assert_float_equal (hold->share, 0.5, 1e-9);
  assert_true (pt_person_is_above (pt_roster_get_person (roster, "r"), p));
  assert_false (pt_person_is_above (p, q));
  assert_string_equal (pt_person_get_calendar (p)->id, "c");
  assert_int_equal (ability->level, 3);
  assert_day (&ability->until, "2026-06-30");
  assert_ptr_equal (absence->deputy, q);
  assert_ptr_equal (q->stands_in->pdata[0], absence);
  assert_string_equal (absence->why, "Leave");
  assert_int_equal (x->type, PT_RULE_AT_MOST);
  assert_int_equal (x->n, 2);
  assert_int_equal (x->weight, 40);
  assert_int_equal (x->roles->len, 2);
  assert_string_equal (x->tags->pdata[1], "t2");
  assert_string_equal (x->tasks->pdata[0], "Task_1");
  assert_int_equal (y->type, PT_RULE_SUPERIOR);
  assert_int_equal (y->weight, 0);
}

static void
circles_are_cut (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (
      "<unit id='u' within='v'/><unit id='v' within='w'/><unit id='w' within='u'/>"
      "<unit id='x' within='x'/><unit id='y' within='u'/>"
      "<role id='a' is-a='b c'/><role id='b' is-a='c a'/><role id='c' is-a='a'/>"
      "<role id='d' is-a='d' deputy='d' reports-to='d'/>"
      "<person id='p' manager='q'/><person id='q' manager='p'/>"
      "<person id='s' manager='s'><away from='2026-07-01' until='2026-07-05' deputy='s'/>"
      "</person>");
  const PtUnit *y = pt_roster_get_unit (roster, "y");
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (roster, pt_roster_get_role (roster, "c"));

  assert_true (pt_unit_is_within (y, pt_roster_get_unit (roster, "w")));
  assert_false (pt_unit_is_within (y, pt_roster_get_unit (roster, "x")));
  assert_null (pt_roster_get_unit (roster, "w")->within);
  assert_int_equal (kinds->len, 3);
  assert_int_equal (pt_roster_get_role (roster, "d")->is_a->len, 0);
  assert_null (pt_roster_get_role (roster, "d")->deputy);
  assert_false (
      pt_person_is_above (pt_roster_get_person (roster, "s"), pt_roster_get_person (roster, "s")));
}

static void
days_of_change_are_listed (void **state)
{
  g_autoptr (PtRoster) roster = roster_of (
      "<skill id='s'/><role id='r'/><person id='p'><holds role='r' from='2026-03-02' "
      "until='2026-03-31'/><can skill='s' until='2026-03-31'/>"
      "<away from='2026-03-10' until='2026-03-12'/></person>"
      "<person id='q'><holds role='r' from='2020-01-01' until='2030-01-01'/></person>");
  static const char *const expected[]
      = { "2026-03-01", "2026-03-02", "2026-03-10", "2026-03-13", "2026-04-01" };
  g_autoptr (GArray) days = NULL;
  GDate from, until;

  g_date_clear (&from, 1);
  g_date_clear (&until, 1);
  g_date_set_dmy (&from, 1, G_DATE_MARCH, 2026);
  g_date_set_dmy (&until, 1, G_DATE_JUNE, 2026);
  days = pt_roster_change_points (roster, &from, &until);
  assert_int_equal (days->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < days->len; i++)
    assert_day (&g_array_index (days, GDate, i), expected[i]);
}

/* ----- holders by day
 * ----------------------------------------------------------------------------- */

static guint
count (const char *entries, GDateDay day, GDateMonth month)
{
  g_autofree char *text = g_strconcat ("<role id='r'/><role id='other'/>", entries, NULL);
  g_autoptr (PtRoster) roster = roster_of (text);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, 2026);
  return pt_roster_count_holders (roster, pt_roster_get_role (roster, "r"), &date);
}

static void
spans_include_both_ends (void **state)
{
  static const char span[]
      = "<person id='p'><holds role='r' from='2026-03-02' until='2026-06-30'/></person>";
  static const char day[]
      = "<person id='p'><holds role='r' from='2026-03-02' until='2026-03-02'/></person>";

  assert_int_equal (count (span, 1, G_DATE_MARCH), 0);
  assert_int_equal (count (span, 2, G_DATE_MARCH), 1);
  assert_int_equal (count (span, 30, G_DATE_JUNE), 1);
  assert_int_equal (count (span, 1, G_DATE_JULY), 0);
  assert_int_equal (count (day, 1, G_DATE_MARCH), 0);
  assert_int_equal (count (day, 2, G_DATE_MARCH), 1);
  assert_int_equal (count (day, 3, G_DATE_MARCH), 0);
}

static void
open_ends_are_open (void **state)
{
  assert_int_equal (count ("<person id='p'><holds role='r'/></person>", 1, G_DATE_MARCH), 1);
  assert_int_equal (count ("<person id='p'><holds role='r' until='2026-03-01'/></person>", 1,
                           G_DATE_MARCH),
                    1);
  assert_int_equal (count ("<person id='p'><holds role='r' until='2026-03-01'/></person>", 2,
                           G_DATE_MARCH),
                    0);
  assert_int_equal (count ("<person id='p'><holds role='r' from='2026-03-02'/></person>", 1,
                           G_DATE_MARCH),
                    0);
}

static void
only_active_holders_count (void **state)
{
  assert_int_equal (count ("<person id='p' active='false'><holds role='r'/></person>", 1,
                           G_DATE_MARCH),
                    0);
  assert_int_equal (count ("<person id='p' active='0'><holds role='r'/></person>", 1, G_DATE_MARCH),
                    0);
  assert_int_equal (count ("<person id='p' active='true'><holds role='r'/></person>", 1,
                           G_DATE_MARCH),
                    1);
  assert_int_equal (count ("<person id='p'><holds role='r' as='deputy'/></person>", 1,
                           G_DATE_MARCH),
                    0);
  assert_int_equal (count ("<person id='p'><holds role='r' as='holder'/></person>", 1,
                           G_DATE_MARCH),
                    1);
}

static void
a_person_counts_once (void **state)
{
  static const char entries[]
      = "<person id='p'><holds role='r'/><holds role='other'/><holds role='r'/></person>"
        "<person id='q'><holds role='r' as='deputy'/><holds role='r'/></person>";

  assert_int_equal (count (entries, 1, G_DATE_MARCH), 2);
}

/* ----- large
 * -------------------------------------------------------------------------------------- */

static PtDocument *
large_document (guint n_persons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "<role id=\"r%u\" name=\"Role number %u of many\"/>\n", i, i);
  for (guint i = 0; i < n_persons; i++)
    g_string_append_printf (
        text,
        "<person id=\"p%u\" name=\"Person %u\" manager=\"p%u\"><holds role=\"r%u\"/>"
        "<holds role=\"r%u\" from=\"2026-01-01\" until=\"2026-12-31\"/></person>\n",
        i, i, i / 10, i % 200, (i + 1) % 200);
  return document_of (text->str);
}

static void
an_organisation_of_50000_is_read_and_checked (void **state)
{
  g_autoptr (PtDocument) document = large_document (50000);
  g_autoptr (PtRoster) roster = pt_roster_new (document);
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = findings_of (document, 2026, "", messages);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  assert_int_equal (pt_roster_get_persons (roster)->len, 50000);
  assert_int_equal (pt_roster_count_holders (roster, pt_roster_get_role (roster, "r7"), &day), 500);
  assert_string_equal (messages->str, "The references by “manager” run in a circle: p0 → p0.\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_sample_is_read),
    cmocka_unit_test (holds_have_spans_and_deputies),
    cmocka_unit_test (a_snapshot_outlives_its_document),
    cmocka_unit_test (wrong_entries_are_left_out),
    cmocka_unit_test (everything_that_is_said_is_read),
    cmocka_unit_test (circles_are_cut),
    cmocka_unit_test (days_of_change_are_listed),
    cmocka_unit_test (spans_include_both_ends),
    cmocka_unit_test (open_ends_are_open),
    cmocka_unit_test (only_active_holders_count),
    cmocka_unit_test (a_person_counts_once),
    cmocka_unit_test (an_organisation_of_50000_is_read_and_checked),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
