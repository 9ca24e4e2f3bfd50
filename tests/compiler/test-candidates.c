/* test-candidates.c: who may do an activity, why not the others, and what if somebody were away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "staff-case.h"

#include <partitur/candidates.h>

/* Everything that may be the matter with somebody. */
#define CROWD                                                                                      \
  SKILL                                                                                            \
  "<unit id='u' name='Purchasing'/>" ROLES                                                         \
  "<role id='senior' name='Senior clerk' is-a='clerk'/>" PERSON (                                  \
      "ann", "Ann", HOLDS ("clerk") "<can skill='sap' level='2'/>")                                \
      PERSON ("bea", "Bea", HOLDS ("senior") "<can skill='sap' level='3'/>")                       \
          PERSON ("cem", "Cem", HOLDS ("boss") "<can skill='sap' level='2'/>")                     \
              PERSON ("dan", "Dan", HOLDS ("clerk")) PERSON ("eva", "Eva",                         \
                                                             HOLDS ("clerk") "<can skill='sap'/>") \
                  PERSON ("fay", "Fay",                                                            \
                          HOLDS ("clerk") "<can skill='sap' level='2' "                            \
                                          "until='2026-01-31'/>")                                  \
                      PERSON ("gus", "Gus",                                                        \
                              HOLDS ("clerk") "<can skill='sap' level='2'/>"                       \
                                              "<away from='2026-02-20' "                           \
                                              "until='2026-03-10'/>")                              \
                          PERSON ("hal", "Hal",                                                    \
                                  "<holds role='clerk' from='2026-04-01'/>"                        \
                                  "<can skill='sap' level='2'/>")                                  \
                              PERSON ("ida", "Ida",                                                \
                                      "<holds role='clerk' until='2026-02-28'/>"                   \
                                      "<can skill='sap' level='2'/>")                              \
                                  PERSON ("jan", "Jan",                                            \
                                          "<holds role='clerk' as='deputy'/>"                      \
                                          "<can skill='sap' level='2'/>") "<person id='kim' "      \
                                                                          "name='Kim' "            \
                                                                          "active='false'"         \
                                                                          ">" HOLDS ("clerk") "</" \
                                                                                              "pe" \
                                                                                              "rs" \
                                                                                              "on" \
                                                                                              ">"

static PtCandidates *
candidates_of (Case *self, const char *id, GError **error)
{
  g_autoptr (PtRoster) roster = pt_roster_new (self->roles);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  return pt_candidates_new (pt_compilation_get_program (self->compilation), roster, &day, id, NULL,
                            error);
}

static const char *
reason_of (const GPtrArray *candidates, const char *name)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_str_equal (((const PtCandidate *)candidates->pdata[i])->person->name, name))
      return ((const PtCandidate *)candidates->pdata[i])->reason;
  return NULL;
}

static void
test_reasons (void **state)
{
  static const struct
  {
    const char *name, *reason;
    gboolean may;
  } expected[] = {
    { "Ann", "holds the role “Clerk”, has the skill “SAP”", TRUE },
    { "Bea", "holds “Senior clerk”, which is a kind of “Clerk”, has the skill “SAP”", TRUE },
    { "Jan", "stands in for Gus as “Clerk”, has the skill “SAP”", TRUE },
    { "Cem", "does not hold the role “Clerk”", FALSE },
    { "Dan", "lacks the skill “SAP”", FALSE },
    { "Eva", "has the skill “SAP”, but not at level 2", FALSE },
    { "Fay", "had the skill “SAP” until 2026-01-31", FALSE },
    { "Gus", "is away from 2026-02-20 until 2026-03-10", FALSE },
    { "Hal", "holds the role “Clerk” from 2026-04-01 only", FALSE },
    { "Ida", "holds the role “Clerk” until 2026-02-28 only", FALSE },
    { "Kim", "is no longer active", FALSE },
  };
  g_auto (Case) self = { 0 };
  g_autoptr (PtCandidates) candidates = NULL;

  case_init (&self, SKILLED, CROWD);
  candidates = candidates_of (&self, "A", NULL);
  assert_string_equal (candidates->label, "Enter");
  assert_string_equal (candidates->role, "Clerk");
  assert_int_equal (candidates->may->len + candidates->others->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *reason
          = reason_of (expected[i].may ? candidates->may : candidates->others, expected[i].name);

      if (g_strcmp0 (reason, expected[i].reason) != 0)
        fail_msg ("%s: “%s”, not “%s”", expected[i].name, reason, expected[i].reason);
    }
}

/* Who only stands in comes last. */
static void
test_deputies_last (void **state)
{
  g_auto (Case) self = { 0 };
  g_autoptr (PtCandidates) candidates = NULL;

  case_init (&self, PAIR,
             ROLES PERSON ("a", "Ann", "<holds role='clerk' as='deputy'/>")
                 PERSON ("b", "Bob", HOLDS ("clerk") "<away from='2026-02-01' until='2026-04-01'/>")
                     PERSON ("c", "Cem", HOLDS ("clerk")));
  candidates = candidates_of (&self, "A", NULL);
  assert_int_equal (candidates->may->len, 2);
  assert_string_equal (((PtCandidate *)candidates->may->pdata[0])->person->name, "Cem");
  assert_false (((PtCandidate *)candidates->may->pdata[0])->is_deputy);
  assert_string_equal (((PtCandidate *)candidates->may->pdata[1])->person->name, "Ann");
  assert_true (((PtCandidate *)candidates->may->pdata[1])->is_deputy);
}

static void
test_exclusion_and_conditions (void **state)
{
  g_auto (Case) self = { 0 };
  g_autoptr (PtCandidates) enter = NULL, sign = NULL;

  case_init (&self,
             BOTH (USER ("A", "Enter", WORK ("tags='enter'") BY ("role(clerk) and not person(a)")),
                   USER ("B", "Sign",
                         WORK ("tags='sign'") BY ("role(boss) and not same-as(Enter)"))),
             ROLES PLENTY APART);
  enter = candidates_of (&self, "A", NULL);
  assert_string_equal (reason_of (enter->others, "Ann"), "is excluded by “not Ann”");
  sign = candidates_of (&self, "B", NULL);
  assert_int_equal (sign->conditions->len, 2);
  assert_string_equal (sign->conditions->pdata[0], "not whoever did “Enter”");
  assert_string_equal (sign->conditions->pdata[1],
                       "as rule apart, IC-7 says for “Enter” and “Sign”");
}

/* Ann is the only boss: entering herself, she leaves nobody to sign. */
static void
test_warning (void **state)
{
  g_auto (Case) self = { 0 };
  g_autoptr (PtCandidates) candidates = NULL;

  case_init (&self, PAIR,
             ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss"))
                 PERSON ("b", "Bob", HOLDS ("clerk")) APART);
  candidates = candidates_of (&self, "A", NULL);
  assert_int_equal (candidates->may->len, 2);
  assert_string_equal (((PtCandidate *)candidates->may->pdata[0])->warning,
                       "must not: then nobody could do “Sign”");
  assert_null (((PtCandidate *)candidates->may->pdata[1])->warning);
}

static void
assert_refused (Case *self, const char *id, PtCandidatesError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  assert_null (candidates_of (self, id, &error));
  assert_true (g_error_matches (error, PT_CANDIDATES_ERROR, code));
  assert_string_equal (error->message, message);
}

static void
test_others_do_it (void **state)
{
  g_auto (Case) self = { 0 };

  case_init (&self,
             POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("E")) LANE ("L2", "ERP", IN ("B"))
                       LANE ("L3", "Customer", IN ("K")),
                   START ("S") USER ("A", "Enter",
                                     "") "<serviceTask id='B' name='Book'/>" USER ("K", "Pay", "")
                       END ("E") FLOW ("f1", "S", "A") FLOW ("f2", "A", "B") FLOW ("f3", "B", "K")
                           FLOW ("f4", "K", "E")),
             "<role id='clerk' name='Clerk'/><role id='erp' name='ERP' kind='system'/>"
             "<role id='customer' name='Customer' kind='external'/>" PERSON ("a", "Ann",
                                                                             HOLDS ("clerk")));
  assert_refused (&self, "B", PT_CANDIDATES_ERROR_NO_PEOPLE, "“Book” is done by the system “ERP”");
  assert_refused (&self, "K", PT_CANDIDATES_ERROR_NO_PEOPLE,
                  "“Pay” is done by “Customer”, which is outside the organisation: its people are "
                  "not known");
  assert_refused (&self, "X", PT_CANDIDATES_ERROR_UNKNOWN,
                  "The drawing has no activity with the id “X”");
}

/* ----- what if ------------------------------------------------------------------------------- */

static PtOutlook *
outlook_of (Case *self, const char *ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (PtRoster) roster = pt_roster_new (self->roles);
  g_autoptr (GPtrArray) away = g_ptr_array_new ();
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    g_ptr_array_add (away, (gpointer)pt_roster_get_person (roster, list[i]));
  return pt_outlook_new (pt_compilation_get_program (self->compilation), roster, &day, away,
                         cancellable, error);
}

static void
assert_outlook (const char *body,
                const char *entries,
                const char *away,
                PtStaffed enter,
                PtStaffed sign)
{
  g_auto (Case) self = { 0 };
  g_autoptr (PtOutlook) outlook = NULL;
  PtStaffed found[2];

  case_init (&self, body, entries);
  outlook = outlook_of (&self, away, NULL, NULL);
  found[0] = pt_outlook_find (outlook, "A")->state;
  found[1] = pt_outlook_find (outlook, "B")->state;
  if (found[0] != enter || found[1] != sign)
    fail_msg ("without “%s” in %s: %s %s", away, entries, pt_staffed_id (found[0]),
              pt_staffed_id (found[1]));
}

/* Three clerks, one of whom is the boss, and a deputy of the boss. */
#define OFFICE_OF_FOUR                                                                             \
  ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss")) PERSON ("b", "Bob", HOLDS ("clerk"))   \
      PERSON ("c", "Cem", HOLDS ("clerk")) PERSON ("d", "Dan", "<holds role='boss' as='deputy'/>")

static void
test_states (void **state)
{
  static const struct
  {
    const char *away;
    PtStaffed enter, sign;
  } expected[] = {
    { "", PT_STAFFED_FINE, PT_STAFFED_ONE },
    { "b", PT_STAFFED_FINE, PT_STAFFED_ONE },
    { "b c", PT_STAFFED_ONE, PT_STAFFED_ONE },
    { "a", PT_STAFFED_FINE, PT_STAFFED_DEPUTIES },
    { "a d", PT_STAFFED_FINE, PT_STAFFED_NOBODY },
    { "d", PT_STAFFED_FINE, PT_STAFFED_ONE },
    { "a b c", PT_STAFFED_NOBODY, PT_STAFFED_DEPUTIES },
    { "a b c d", PT_STAFFED_NOBODY, PT_STAFFED_NOBODY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_outlook (PAIR, OFFICE_OF_FOUR, expected[i].away, expected[i].enter, expected[i].sign);
}

/* Each could be done, but not by one and the same person. */
static void
test_rules_leave_nobody (void **state)
{
  g_auto (Case) self = { 0 };
  g_autoptr (PtOutlook) outlook = NULL, usual = NULL;
  const PtProspect *sign;

  case_init (&self, PAIR,
             ROLES PERSON ("a", "Ann", HOLDS ("clerk") HOLDS ("boss"))
                 PERSON ("b", "Bob", HOLDS ("clerk") HOLDS ("boss")) APART);
  usual = outlook_of (&self, "", NULL, NULL);
  assert_int_equal (pt_outlook_find (usual, "B")->state, PT_STAFFED_FINE);
  outlook = outlook_of (&self, "a", NULL, NULL);
  sign = pt_outlook_find (outlook, "B");
  assert_int_equal (sign->state, PT_STAFFED_STUCK);
  assert_int_equal (sign->usual, PT_STAFFED_FINE);
  assert_int_equal (pt_outlook_find (outlook, "A")->state, PT_STAFFED_STUCK);
  assert_string_equal (sign->rules, "rule apart, IC-7");
  assert_int_equal (sign->left->len, 1);
  assert_string_equal (((const PtPerson *)sign->left->pdata[0])->name, "Bob");
}

/* What nobody may do at all does not hide that rules leave nobody for the rest. */
static void
test_nobody_does_not_hide_rules (void **state)
{
  g_auto (Case) self = { 0 };
  g_autoptr (PtOutlook) outlook = NULL;

  case_init (&self,
             POOL (LANE ("L1", "Clerk", IN ("S") IN ("A") IN ("E")) LANE ("L2", "Boss", IN ("B"))
                       LANE ("L3", "Driver", IN ("K")),
                   START ("S") USER ("A", "Enter", WORK ("tags='enter'"))
                       USER ("B", "Sign", WORK ("tags='sign'")) USER ("K", "Drive", "") END ("E")
                           FLOW ("f1", "S", "A") FLOW ("f2", "A", "B") FLOW ("f3", "B", "K")
                               FLOW ("f4", "K", "E")),
             ROLES "<role id='driver' name='Driver'/>" PERSON ("a", "Ann",
                                                               HOLDS ("clerk") HOLDS ("boss")
                                                                   HOLDS ("driver"))
                 PERSON ("b", "Bob", HOLDS ("clerk") HOLDS ("boss")) APART);
  outlook = outlook_of (&self, "a", NULL, NULL);
  assert_int_equal (pt_outlook_find (outlook, "K")->state, PT_STAFFED_NOBODY);
  assert_int_equal (pt_outlook_find (outlook, "K")->usual, PT_STAFFED_ONE);
  assert_int_equal (pt_outlook_find (outlook, "B")->state, PT_STAFFED_STUCK);
}

static void
test_votes_need_seats (void **state)
{
  assert_outlook (VOTED ("3"), ROLES PLENTY, "", PT_STAFFED_ONE, PT_STAFFED_FINE);
  assert_outlook (VOTED ("3"), ROLES PLENTY, "a", PT_STAFFED_NOBODY, PT_STAFFED_FINE);
}

static void
test_cancelled (void **state)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  case_init (&self, PAIR, OFFICE_OF_FOUR);
  g_cancellable_cancel (cancellable);
  assert_null (outlook_of (&self, "a", cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reasons),
    cmocka_unit_test (test_deputies_last),
    cmocka_unit_test (test_exclusion_and_conditions),
    cmocka_unit_test (test_warning),
    cmocka_unit_test (test_others_do_it),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_rules_leave_nobody),
    cmocka_unit_test (test_nobody_does_not_hide_rules),
    cmocka_unit_test (test_votes_need_seats),
    cmocka_unit_test (test_cancelled),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
