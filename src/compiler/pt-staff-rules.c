/* pt-staff-rules.c: rules that contradict each other, the roles file, or the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

#include <partitur/letter-case.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_HOLDERS_TOLD 5

static PtDiagnostic *
about_bond (const PtStaff *self, PtDiagnostic *finding, const PtStaffBond *bond)
{
  for (guint i = 0; i < bond->works->len; i++)
    pt_staff_say_at (self, finding,
                     pt_staff_work (self, g_array_index (bond->works, guint, i))->node);
  return finding;
}

static void
offer_to_drop (PtDiagnostic *finding, const PtStaffBond *bond)
{
  if (bond->id != NULL)
    pt_diagnostic_add_fix (finding, PT_FIX_REMOVE_RULE, bond->id, bond->id,
                           bond->in_roles ? "roles" : "process", NULL);
}

/* ----- RR01: one person and two -------------------------------------------------------------- */

/* Each work knows one it must be done with; the last in the row stands for all of them. */
static guint
root_of (const guint *with, guint work)
{
  while (with[work] != work)
    work = with[work];
  return work;
}

static guint *
unite (const PtStaff *self)
{
  guint *with = g_new (guint, self->works->len + 1);

  for (guint i = 0; i < self->works->len; i++)
    with[i] = i;
  for (guint i = 0; i < self->bonds->len; i++)
    {
      const PtStaffBond *bond = pt_staff_bond (self, i);

      for (guint k = 1;
           bond->type == PT_RULE_SAME_PERSON && bond->weight == 0 && k < bond->works->len; k++)
        with[root_of (with, g_array_index (bond->works, guint, k))]
            = root_of (with, g_array_index (bond->works, guint, 0));
    }
  return with;
}

static PtStaffBond *
find_same (const PtStaff *self, const guint *with, guint root)
{
  for (guint i = 0; i < self->bonds->len; i++)
    {
      PtStaffBond *bond = pt_staff_bond (self, i);

      if (bond->type == PT_RULE_SAME_PERSON
          && root_of (with, g_array_index (bond->works, guint, 0)) == root)
        return bond;
    }
  return NULL;
}

static void
say_contradiction (PtStaff *self, PtStaffBond *apart, PtStaffBond *same, guint a, guint b)
{
  PtDiagnostic *finding
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RR01, pt_staff_work (self, a)->label,
                            pt_staff_work (self, b)->label, same->label, apart->label, NULL);

  pt_staff_say_at (self, finding, pt_staff_work (self, a)->node);
  pt_staff_say_at (self, finding, pt_staff_work (self, b)->node);
  offer_to_drop (finding, same);
  offer_to_drop (finding, apart);
  apart->is_said = TRUE;
}

static void
check_contradiction (PtStaff *self, const guint *with, PtStaffBond *bond)
{
  for (guint i = 0; i < bond->works->len && !bond->is_said; i++)
    for (guint k = 0; k < i && !bond->is_said; k++)
      {
        guint a = g_array_index (bond->works, guint, k);
        guint b = g_array_index (bond->works, guint, i);
        PtStaffBond *same = root_of (with, a) == root_of (with, b)
                                ? find_same (self, with, root_of (with, a))
                                : NULL;

        if (same != NULL
            && g_array_index (bond->groups, guint, k) != g_array_index (bond->groups, guint, i))
          say_contradiction (self, bond, same, a, b);
      }
}

static void
check_contradictions (PtStaff *self)
{
  g_autofree guint *with = unite (self);

  for (guint i = 0; i < self->bonds->len; i++)
    {
      PtStaffBond *bond = pt_staff_bond (self, i);

      if (bond->weight == 0
          && (bond->type == PT_RULE_SEPARATE_TASKS || bond->type == PT_RULE_SEPARATE_ROLES))
        check_contradiction (self, with, bond);
    }
}

/* ----- RR03: words --------------------------------------------------------------------------  */

/* Returns: (transfer full): all tags of the program's tasks, %NULL-terminated */
static GPtrArray *
all_tags (const PtStaff *self)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->program->nodes->len; i++)
    {
      const char *words = pt_program_node (self->program, i)->tags;
      g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

      for (guint k = 0; list[k] != NULL; k++)
        if (*list[k] != '\0'
            && !g_ptr_array_find_with_equal_func (tags, list[k], g_str_equal, NULL))
          g_ptr_array_add (tags, g_strdup (list[k]));
    }
  g_ptr_array_add (tags, NULL);
  return tags;
}

static gboolean
is_used (const GPtrArray *tags, const char *tag)
{
  return g_strv_contains ((const char *const *)tags->pdata, tag);
}

/* What a rule names: where the words come from. */
typedef struct
{
  const GPtrArray *known; /* %NULL-terminated */
  gboolean are_tags;      /* else tasks */
} Vocabulary;

/* A rule of the roles file may be about other processes: one of its words is missed only where
 * another one is used, or where one is used that it nearly is. */
static void
check_word (PtStaff *self,
            const Vocabulary *of,
            const char *word,
            gboolean is_expected,
            const char *id,
            gboolean in_roles)
{
  const char *meant;
  PtDiagnostic *finding;

  if (*word == '\0' || is_used (of->known, word))
    return;
  meant = pt_suggest (word, (const char *const *)of->known->pdata);
  if (meant == NULL && !is_expected)
    return;
  finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RR03, id != NULL ? id : "",
                                of->are_tags ? word : "", meant != NULL ? meant : "",
                                of->are_tags ? "" : word, NULL);
  pt_diagnostic_add_element (finding, id);
  if (in_roles)
    pt_diagnostic_set_place (finding, pt_roster_get_name (self->roster), 0, 0);
  if (of->are_tags && meant != NULL && id != NULL)
    pt_diagnostic_add_fix (finding, PT_FIX_REPLACE_TAG, meant, word, id,
                           in_roles ? "roles" : "process", NULL);
}

/* Returns: (transfer full): names and ids of the tasks that people do, %NULL-terminated */
static GPtrArray *
all_tasks (const PtStaff *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (self, i);
      const char *id = pt_program_node (self->program, work->node)->origin.logical;

      if (work->is_start)
        continue;
      g_ptr_array_add (names, work->label);
      if (id != NULL)
        g_ptr_array_add (names, (gpointer)id);
    }
  g_ptr_array_add (names, NULL);
  return names;
}

static void
check_rule (PtStaff *self, const Vocabulary *of, const PtRule *rule)
{
  const GPtrArray *words = of->are_tags ? rule->tags : rule->tasks;
  gboolean is_expected = FALSE;

  for (guint i = 0; i < words->len; i++)
    is_expected |= is_used (of->known, words->pdata[i]);
  for (guint i = 0; i < words->len; i++)
    check_word (self, of, words->pdata[i], is_expected, rule->id, TRUE);
}

static void
check_constraint (PtStaff *self, const Vocabulary *of, const PtConstraint *constraint)
{
  const char *text = of->are_tags ? constraint->tags : constraint->tasks;
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    check_word (self, of, words[i], TRUE, constraint->id, FALSE);
}

static void
check_words (PtStaff *self, const Vocabulary *of)
{
  GPtrArray *rules = pt_roster_get_rules (self->roster);

  for (guint i = 0; i < rules->len; i++)
    check_rule (self, of, rules->pdata[i]);
  for (guint i = 0; i < self->program->constraints->len; i++)
    check_constraint (self, of, pt_program_constraint (self->program, i));
}

/* ----- RR04: never together ------------------------------------------------------------------ */

static gboolean
has_two (guint64 set)
{
  return (set & (set - 1)) != 0;
}

static void
check_occurrence (PtStaff *self, PtStaffBond *bond)
{
  g_autofree PtIndex *nodes = g_new (PtIndex, bond->works->len + 1);
  g_autoptr (PtStaffRuns) runs = NULL;

  if (bond->works->len < 2 || bond->works->len > PT_STAFF_MAX_WATCHED || bond->id == NULL
      || bond->type == PT_RULE_AT_LEAST || bond->is_said)
    return;
  for (guint i = 0; i < bond->works->len; i++)
    nodes[i] = pt_staff_work (self, g_array_index (bond->works, guint, i))->node;
  runs = pt_staff_runs_new (self->maker, self->program, bond->process, nodes, bond->works->len,
                            self->effort.cancellable);
  if (!runs->is_complete)
    return;
  for (guint i = 0; i < runs->runs->len; i++)
    if (has_two (((const PtStaffRun *)runs->runs->pdata[i])->watched))
      return;
  offer_to_drop (about_bond (self,
                             pt_diagnostics_add (self->diagnostics, PT_CODE_RR04, bond->label,
                                                 NULL),
                             bond),
                 bond);
}

/* ----- RR06: one's own request --------------------------------------------------------------- */

/* Tags and names that say that something is agreed to. */
static gboolean
approves (const PtStaff *self, const PtStaffWork *work)
{
  const char *tags = pt_program_node (self->program, work->node)->tags;
  g_autofree char *name = pt_case_fold (work->label);

  return pt_staff_has_word (tags, "approve") || pt_staff_has_word (tags, "approval")
         || g_str_has_prefix (name, "approve ");
}

static gboolean
are_bound (const PtStaff *self, guint a, guint b)
{
  for (guint i = 0; i < self->bonds->len; i++)
    {
      const PtStaffBond *bond = pt_staff_bond (self, i);
      guint n = 0;

      for (guint k = 0; k < bond->works->len; k++)
        n += g_array_index (bond->works, guint, k) == a
             || g_array_index (bond->works, guint, k) == b;
      if (n == 2)
        return TRUE;
    }
  return FALSE;
}

static void
check_own_request (PtStaff *self, guint start, guint work)
{
  const PtStaffWork *begun = pt_staff_work (self, start), *approved = pt_staff_work (self, work);

  for (guint i = 0; i < begun->people->len; i++)
    {
      const PtPerson *person = begun->people->pdata[i];
      g_autofree char *expression = NULL, *without = NULL;
      PtDiagnostic *finding;

      if (!g_ptr_array_find (approved->people, (gpointer)person, NULL))
        continue;
      finding = pt_staff_say (self, PT_CODE_RR06, approved->node, person->name, approved->label);
      expression = pt_assignment_to_string (approved->assignment);
      without = approved->assignment->kind == PT_ASSIGNMENT_OR
                    ? g_strdup_printf ("(%s) and not initiator", expression)
                    : g_strdup_printf ("%s and not initiator", expression);
      pt_diagnostic_add_fix (finding, PT_FIX_SET_ASSIGNMENT, without,
                             pt_program_node (self->program, approved->node)->origin.logical, NULL);
      return;
    }
}

static void
check_own_requests (PtStaff *self)
{
  for (guint start = 0; start < self->works->len; start++)
    for (guint i = 0; pt_staff_work (self, start)->is_start && i < self->works->len; i++)
      if (pt_staff_work (self, i)->process == pt_staff_work (self, start)->process
          && !pt_staff_work (self, i)->is_start && approves (self, pt_staff_work (self, i))
          && !are_bound (self, start, i))
        check_own_request (self, start, i);
}

/* ----- RR08: more people than there are ------------------------------------------------------ */

static GPtrArray *
people_of_bond (const PtStaff *self, const PtStaffBond *bond)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < bond->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (self, g_array_index (bond->works, guint, i));

      for (guint k = 0; k < work->people->len; k++)
        if (!g_ptr_array_find (people, work->people->pdata[k], NULL))
          g_ptr_array_add (people, work->people->pdata[k]);
    }
  return people;
}

static void
offer_first_stranger (PtStaff *self,
                      const PtStaffBond *bond,
                      const GPtrArray *people,
                      PtDiagnostic *finding)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);
  const PtRole *role = pt_staff_work (self, g_array_index (bond->works, guint, 0))->role;

  for (guint i = 0; role != NULL && i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];

      if (!person->active || g_ptr_array_find ((GPtrArray *)people, (gpointer)person, NULL)
          || pt_person_get_absence (person, &self->day) != NULL)
        continue;
      pt_diagnostic_add_fix (finding, PT_FIX_ADD_HOLDER, person->name, person->id, role->id,
                             role->name, NULL);
      return;
    }
}

static void
check_number (PtStaff *self, PtStaffBond *bond)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *needed = NULL, *there = NULL;
  PtDiagnostic *finding;

  if (bond->type != PT_RULE_AT_LEAST || bond->weight > 0)
    return;
  people = people_of_bond (self, bond);
  if (people->len >= bond->n)
    return;
  needed = g_strdup_printf ("%u", bond->n);
  there = g_strdup_printf ("%u", people->len);
  finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RR08, bond->label, needed, there, NULL);
  about_bond (self, finding, bond);
  if (people->len + 1 == bond->n)
    offer_first_stranger (self, bond, people, finding);
  bond->is_said = TRUE;
}

/* ----- all ----------------------------------------------------------------------------------- */

void
pt_staff_check_rules (PtStaff *self)
{
  g_autoptr (GPtrArray) tags = all_tags (self);
  g_autoptr (GPtrArray) tasks = all_tasks (self);

  check_words (self, &(const Vocabulary){ tags, TRUE });
  check_words (self, &(const Vocabulary){ tasks, FALSE });
  check_contradictions (self);
  check_own_requests (self);
  for (guint i = 0; i < self->bonds->len && !pt_effort_is_spent (&self->effort); i++)
    {
      check_number (self, pt_staff_bond (self, i));
      check_occurrence (self, pt_staff_bond (self, i));
    }
}
