/* pt-staff-tell.c: conflicts and repairs in words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

#include <glib/gi18n-lib.h>

#define MAX_REPAIRS 6
#define MAX_PARTS 2
#define MAX_CANDIDATES 2

/* ----- rules --------------------------------------------------------------------------------- */

/* 1 the tasks, 2 the rule, 3 the number */
static const char *const sentences[] = {
  [PT_RULE_SEPARATE_ROLES] = N_ ("{1} must be done by different people ({2})"),
  [PT_RULE_SEPARATE_TASKS] = N_ ("{1} must be done by different people ({2})"),
  [PT_RULE_SAME_PERSON] = N_ ("{1} must be done by one person ({2})"),
  [PT_RULE_AT_MOST] = N_ ("{1} must be done by no more people than {3} ({2})"),
  [PT_RULE_AT_LEAST] = N_ ("{1} must be done by at least {3} different people ({2})"),
  [PT_RULE_SAME_UNIT] = N_ ("{1} must be done by people of one unit ({2})"),
  [PT_RULE_OTHER_UNIT] = N_ ("{1} must be done by people of different units ({2})"),
  [PT_RULE_SUPERIOR]
  = N_ ("of {1}, each must be done by a superior of whoever does the one before ({2})"),
};

/* Of the rule's tasks those that have to do with the conflict; all, if that is none. */
static GArray *
works_in_conflict (const PtStaffProblem *problem, const GArray *conflict, const PtStaffBond *bond)
{
  GArray *works = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bond->works->len; i++)
    {
      guint work = g_array_index (bond->works, guint, i);

      if (pt_staff_has_fact (problem, conflict, PT_STAFF_REASON_WORK, work))
        g_array_append_val (works, work);
    }
  if (works->len == 0)
    g_array_append_vals (works, bond->works->data, bond->works->len);
  return works;
}

char *
pt_staff_tell_bond (const PtStaff *self, const GArray *works, const PtStaffBond *bond)
{
  g_autofree char *names = pt_staff_name_works (self, works);
  g_autofree char *n = g_strdup_printf ("%u", bond->n);

  return pt_staff_fill (_ (sentences[bond->type]), names, bond->label, n);
}

static char *
tell_bond (const PtStaffProblem *problem, const GArray *conflict, const PtStaffBond *bond)
{
  g_autoptr (GArray) works = works_in_conflict (problem, conflict, bond);

  return pt_staff_tell_bond (problem->staff, works, bond);
}

/* A rule may stand for several facts. */
static void
tell_bonds (const PtStaffProblem *problem, const GArray *conflict, GPtrArray *clauses)
{
  for (guint i = 0; i < problem->staff->bonds->len; i++)
    if (pt_staff_has_fact (problem, conflict, PT_STAFF_REASON_BOND, i))
      g_ptr_array_add (clauses, tell_bond (problem, conflict, pt_staff_bond (problem->staff, i)));
}

/* ----- people -------------------------------------------------------------------------------- */

static gboolean
are_same_people (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find ((GPtrArray *)b, a->pdata[i], NULL))
      return FALSE;
  return TRUE;
}

static char *
tell_people (const PtStaffProblem *problem, const GArray *works, const GPtrArray *people)
{
  g_autofree char *tasks = pt_staff_name_works (problem->staff, works);
  g_autofree char *names = pt_staff_name_people (people, TRUE);
  guint n_seats = pt_staff_work (problem->staff, g_array_index (works, guint, 0))->n_seats;
  g_autofree char *n = g_strdup_printf ("%u", n_seats);

  if (people->len == 0)
    return pt_staff_fill (_ ("nobody may do {1}"), tasks);
  if (n_seats > 1)
    return pt_staff_fill (_ ("{1} needs {3} people, and only {2} may do it"), tasks, names, n);
  return pt_staff_fill (_ ("only {2} may do {1}"), tasks, names);
}

/* Tasks that the same people may do are told together. */
static void
tell_works (const PtStaffProblem *problem, const GArray *conflict, GPtrArray *clauses)
{
  g_autofree gboolean *told = g_new0 (gboolean, problem->tasks->len + 1);

  for (guint i = 0; i < problem->tasks->len; i++)
    {
      g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint k = i; k < problem->tasks->len; k++)
        {
          guint work = g_array_index (problem->tasks, guint, k);

          if (told[k] || !pt_staff_has_fact (problem, conflict, PT_STAFF_REASON_WORK, work)
              || !are_same_people (problem->people->pdata[i], problem->people->pdata[k]))
            continue;
          told[k] = TRUE;
          g_array_append_val (works, work);
        }
      if (works->len > 0)
        g_ptr_array_add (clauses, tell_people (problem, works, problem->people->pdata[i]));
    }
}

GPtrArray *
pt_staff_find_away (const PtStaffProblem *problem, const GArray *conflict)
{
  GPtrArray *away = g_ptr_array_new ();

  for (guint fact = 0; fact < problem->reasons->len; fact++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, fact);
      gboolean matters = FALSE;

      if (reason->kind != PT_STAFF_REASON_ABSENCE)
        continue;
      for (guint task = 0; task < problem->tasks->len && !matters; task++)
        matters = pt_staff_has_fact (problem, conflict, PT_STAFF_REASON_WORK,
                                     g_array_index (problem->tasks, guint, task))
                  && pt_staff_problem_is_only_away (problem, task, reason->person);
      if (matters)
        g_ptr_array_add (away, (gpointer)reason->person);
    }
  return away;
}

/* ----- the sentence -------------------------------------------------------------------------- */

static char *
join_clauses (const GPtrArray *clauses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < clauses->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *)clauses->pdata[i]);
  return g_string_free (text, FALSE);
}

char *
pt_staff_tell_conflict (const PtStaffProblem *problem, const GArray *conflict)
{
  g_autoptr (GPtrArray) bonds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) works = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) away = pt_staff_find_away (problem, conflict);
  g_autofree char *rules = NULL, *people = NULL, *absent = NULL;

  tell_bonds (problem, conflict, bonds);
  tell_works (problem, conflict, works);
  rules = join_clauses (bonds);
  people = join_clauses (works);
  absent = pt_staff_name_people (away, FALSE);
  if (away->len > 0)
    /* Translators: 1 what the rules demand (may be empty), 2 names of people who are away, 3 who
       may do what: "only Jo may do “Approve”" */
    return pt_staff_fill (_ ("[{1}, and ]in the absence of {2}, {3}"), rules, absent, people);
  return pt_staff_fill (works->len > 0 ? _ ("[{1}, and ]{3}") : "{1}", rules, "", people);
}

/* ----- repairs ------------------------------------------------------------------------------- */

static char *
tell_part (const PtStaffProblem *problem, const PtStaffReason *reason)
{
  switch (reason->kind)
    {
    case PT_STAFF_REASON_BOND:
      return pt_staff_fill (_ ("drop {1}"), pt_staff_bond (problem->staff, reason->index)->label);
    case PT_STAFF_REASON_HOLDER:
      return pt_staff_fill (_ ("one more holder of “{1}”"), reason->role->name);
    case PT_STAFF_REASON_ABSENCE:
      return pt_staff_fill (_ ("move the absence of {1}"), reason->person->name);
    case PT_STAFF_REASON_WORK:
    default:
      g_assert_not_reached ();
    }
}

/* Returns: (transfer full) (nullable): %NULL for one with too many parts */
static char *
tell_repair (const PtStaffProblem *problem, const GArray *repair)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (repair->len > MAX_PARTS)
    return NULL;
  for (guint i = 0; i < repair->len; i++)
    g_ptr_array_add (parts,
                     tell_part (problem,
                                pt_staff_reason (problem, g_array_index (repair, guint, i))));
  return pt_staff_join (parts, FALSE);
}

/* ----- what one click can do ----------------------------------------------------------------- */

static void
offer_holders (const PtStaffProblem *problem,
               const GArray *conflict,
               const PtRole *role,
               PtDiagnostic *finding)
{
  GPtrArray *persons = pt_roster_get_persons (problem->staff->roster);
  guint n = 0;

  for (guint i = 0; i < persons->len && n < MAX_CANDIDATES; i++)
    {
      const PtPerson *person = persons->pdata[i];

      if (!pt_staff_would_help (problem, conflict, person, role))
        continue;
      pt_diagnostic_add_fix (finding, PT_FIX_ADD_HOLDER, person->name, person->id, role->id,
                             role->name, NULL);
      n++;
    }
}

void
pt_staff_offer_to_drop (const PtStaffBond *bond, PtDiagnostic *finding)
{
  if (bond->id)
    pt_diagnostic_add_fix (finding, PT_FIX_REMOVE_RULE, bond->id, bond->id,
                           bond->in_roles ? "roles" : "process", NULL);
}

static void
offer (const PtStaffProblem *problem,
       const GArray *conflict,
       const PtStaffReason *reason,
       PtDiagnostic *finding)
{
  if (reason->kind == PT_STAFF_REASON_HOLDER)
    offer_holders (problem, conflict, reason->role, finding);
  if (reason->kind == PT_STAFF_REASON_BOND)
    pt_staff_offer_to_drop (pt_staff_bond (problem->staff, reason->index), finding);
}

/* About the tasks of the conflict; with fixes for those repairs that are one change. */
static void
add_elements (const PtStaffProblem *problem, const GArray *conflict, PtDiagnostic *finding)
{
  for (guint i = 0; i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));

      if (reason->kind == PT_STAFF_REASON_WORK)
        pt_staff_say_at (problem->staff, finding,
                         pt_staff_work (problem->staff, reason->index)->node);
    }
}

/* The tasks of the conflict alone, so that no other trouble is in the way. */
static GPtrArray *
find_repairs (PtStaffProblem *problem, const GArray *conflict)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  PtStaffCase only;
  GPtrArray *repairs = NULL;

  for (guint i = 0; i < problem->tasks->len; i++)
    if (pt_staff_has_fact (problem, conflict, PT_STAFF_REASON_WORK,
                           g_array_index (problem->tasks, guint, i)))
      g_array_append_val (tasks, i);
  only = (PtStaffCase){ .tasks = (const guint *)(gpointer)tasks->data, .n_tasks = tasks->len };
  pt_staffing_repairs (problem->staffing, &only, MAX_REPAIRS, &problem->staff->effort, &repairs);
  return repairs;
}

char *
pt_staff_offer_repairs (PtStaffProblem *problem, const GArray *conflict, PtDiagnostic *finding)
{
  g_autoptr (GPtrArray) repairs = find_repairs (problem, conflict);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  add_elements (problem, conflict, finding);
  for (guint i = 0; i < repairs->len; i++)
    {
      const GArray *repair = repairs->pdata[i];
      char *text = repair->len > 0 ? tell_repair (problem, repair) : NULL;

      if (text == NULL)
        continue;
      g_ptr_array_add (texts, text);
      if (repair->len == 1)
        offer (problem, conflict, pt_staff_reason (problem, g_array_index (repair, guint, 0)),
               finding);
    }
  return join_clauses (texts);
}
