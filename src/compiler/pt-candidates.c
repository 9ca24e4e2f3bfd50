/* pt-candidates.c: who may do an activity, and why not the others
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/candidates.h>

#include <glib/gi18n-lib.h>

#include "pt-next.h"
#include "pt-report.h"
#include "pt-staff.h"

#define MAX_ASKED 100
#define PATIENCE 1000 /* milliseconds */

G_DEFINE_QUARK (pt - candidates - error - quark, pt_candidates_error)

/* ----- what is asked about -----------------------------------------------------------------------
 */

static PtIndex
find_node (const PtProgram *program, const char *id)
{
  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (g_strcmp0 (pt_program_node (program, i)->origin.logical, id) == 0)
      return i;
  return PT_NO_INDEX;
}

static guint
work_of (const PtStaff *staff, PtIndex node)
{
  for (guint i = 0; i < staff->works->len; i++)
    if (pt_staff_work (staff, i)->node == node)
      return i;
  return G_MAXUINT;
}

/* 1 the activity, 2 the role; by #PtRoleKind. */
static const char *const by_others[] = {
  [PT_ROLE_INTERNAL] = N_ ("“{1}” is played by “{2}”, but it is nothing that people do by hand"),
  [PT_ROLE_EXTERNAL]
  = N_ ("“{1}” is done by “{2}”, which is outside the organisation: its people are not known"),
  [PT_ROLE_SYSTEM] = N_ ("“{1}” is done by the system “{2}”"),
};

static void
say_no_people (const PtProgram *program, PtIndex number, GError **error)
{
  const PtNode *node = pt_program_node (program, number);
  PtIndex role = pt_role_around (program, number);
  g_autofree char *label = pt_report_node_label (program, number);
  g_autofree char *text = NULL;

  if (!pt_bpmn_type_is_a (node->type, PT_BPMN_ACTIVITY))
    text = pt_staff_fill (_ ("“{1}” is nothing that people do"), label);
  else if (role == PT_NO_INDEX)
    text
        = pt_staff_fill (_ ("Nothing says who does “{1}”: draw it in a lane, or assign it"), label);
  else
    text = pt_staff_fill (_ (by_others[pt_program_role (program, role)->kind]), label,
                          pt_program_role (program, role)->name);
  g_set_error_literal (error, PT_CANDIDATES_ERROR, PT_CANDIDATES_ERROR_NO_PEOPLE, text);
}

/* Returns: the work at @id, or %G_MAXUINT with @error */
static guint
find_work (const PtStaff *staff, const char *id, GError **error)
{
  PtIndex node = find_node (staff->program, id);
  guint work = node != PT_NO_INDEX ? work_of (staff, node) : G_MAXUINT;

  if (node == PT_NO_INDEX && pt_program_get_place (staff->program, id))
    g_set_error_literal (error, PT_CANDIDATES_ERROR, PT_CANDIDATES_ERROR_NO_PEOPLE,
                         _ ("Nobody does this by itself. Select an activity to see who may do it"));
  else if (node == PT_NO_INDEX)
    g_set_error (error, PT_CANDIDATES_ERROR, PT_CANDIDATES_ERROR_UNKNOWN,
                 _ ("The drawing has no activity with the id “%s”"), id);
  else if (work == G_MAXUINT)
    say_no_people (staff->program, node, error);
  return work;
}

/* ----- one person --------------------------------------------------------------------------------
 */

static void
candidate_free (gpointer data)
{
  PtCandidate *self = data;

  g_free (self->reason);
  g_free (self->warning);
  g_free (self);
}

/* @texts: (transfer full): joined as a list */
static char *
join (GPtrArray *texts)
{
  char *joined;

  g_ptr_array_add (texts, NULL);
  /* Translators: between several reasons */
  joined = g_strjoinv (_ (", "), (char **)texts->pdata);
  g_ptr_array_unref (texts);
  return joined;
}

static char *
tell_grounds (const PtAuthority *authority, const PtPerson *person)
{
  g_autoptr (GArray) grounds = pt_authority_get_grounds (authority, person);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < grounds->len; i++)
    g_ptr_array_add (texts, pt_ground_describe (&g_array_index (grounds, PtGround, i)));
  return join (texts);
}

static char *
tell_bars (const PtAuthority *authority, const PtPerson *person)
{
  g_autoptr (GArray) bars = pt_authority_get_bars (authority, person);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bars->len; i++)
    g_ptr_array_add (texts, pt_bar_describe (&g_array_index (bars, PtBar, i)));
  return join (texts);
}

static void
add_person (PtCandidates *self, const PtAuthority *authority, const PtPerson *person)
{
  PtCandidate *candidate = g_new0 (PtCandidate, 1);
  gboolean may = pt_authority_admits (authority, person);

  candidate->person = person;
  candidate->is_deputy = may && pt_authority_is_deputy (authority, person);
  candidate->reason = may ? tell_grounds (authority, person) : tell_bars (authority, person);
  g_ptr_array_add (may ? self->may : self->others, candidate);
}

static int
deputies_last (gconstpointer a, gconstpointer b)
{
  const PtCandidate *one = *(PtCandidate *const *)a, *other = *(PtCandidate *const *)b;

  if (one->is_deputy != other->is_deputy)
    return one->is_deputy ? 1 : -1;
  return (one->person->index > other->person->index) - (one->person->index < other->person->index);
}

/* ----- what the rest of a case decides
 * ------------------------------------------------------------- */

/* By #PtAssignmentKind: true, and not true. */
static const char *const relations[][2] = {
  [PT_ASSIGNMENT_SAME_AS] = { N_ ("whoever did “{1}”"), N_ ("not whoever did “{1}”") },
  [PT_ASSIGNMENT_ABOVE]
  = { N_ ("somebody above whoever did “{1}”"), N_ ("nobody above whoever did “{1}”") },
  [PT_ASSIGNMENT_UNIT_OF]
  = { N_ ("of the unit of whoever did “{1}”"), N_ ("not of the unit of whoever did “{1}”") },
  [PT_ASSIGNMENT_INITIATOR]
  = { N_ ("whoever started the case"), N_ ("not whoever started the case") },
  [PT_ASSIGNMENT_FROM_FIELD]
  = { N_ ("whom the field “{1}” names"), N_ ("not whom the field “{1}” names") },
};

static void
add_relations (PtCandidates *self, const PtAlternative *alternative)
{
  for (guint i = 0; i < alternative->relations->len; i++)
    {
      const PtRelation *relation = &g_array_index (alternative->relations, PtRelation, i);

      g_ptr_array_add (self->conditions,
                       pt_staff_fill (_ (relations[relation->kind][relation->negated]),
                                      relation->name != NULL ? relation->name : ""));
    }
}

static gboolean
concerns (const PtStaffBond *bond, guint work)
{
  for (guint i = 0; i < bond->works->len; i++)
    if (g_array_index (bond->works, guint, i) == work)
      return TRUE;
  return FALSE;
}

/* What an assignment says of the case was told with its relations. */
static void
add_conditions (PtCandidates *self, const PtStaff *staff, guint work)
{
  GPtrArray *alternatives = pt_authority_get_alternatives (pt_staff_work (staff, work)->authority);

  if (alternatives->len == 1)
    add_relations (self, alternatives->pdata[0]);
  for (guint i = 0; i < staff->bonds->len; i++)
    {
      const PtStaffBond *bond = pt_staff_bond (staff, i);

      if (bond->id != NULL && bond->works->len > 1 && concerns (bond, work))
        {
          g_autofree char *works = pt_staff_name_works (staff, bond->works);

          /* Translators: 1 “rule …” and why it is there, 2 activities it is about */
          g_ptr_array_add (self->conditions,
                           pt_staff_fill (_ ("as {1} says for {2}"), bond->label, works));
        }
    }
}

/* ----- who must not
 * -------------------------------------------------------------------------------- */

static char *
tell_stranded (PtStaffProblem *problem, guint chosen, const GArray *conflict)
{
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;

  for (guint i = 0; i < conflict->len; i++)
    {
      const PtStaffReason *reason = pt_staff_reason (problem, g_array_index (conflict, guint, i));

      if (reason->kind == PT_STAFF_REASON_WORK && reason->index != chosen)
        g_array_append_val (works, reason->index);
    }
  names = pt_staff_name_works (problem->staff, works);
  return works->len > 0 ? pt_staff_fill (_ ("must not: then nobody could do {1}"), names)
                        : g_strdup (_ ("must not: the rules do not let them"));
}

static void
warn (PtCandidates *self, const PtStaff *staff, guint work)
{
  g_autoptr (PtStaffProblem) problem
      = pt_staff_problem_new (staff, pt_staff_work (staff, work)->process, &self->day);
  PtStaffChoice choice = { pt_staff_problem_task (problem, work), 0 };

  if (choice.task == G_MAXUINT
      || pt_staffing_plan (problem->staffing, NULL, &staff->effort, NULL) != PT_ANSWER_YES)
    return;
  for (guint i = 0; i < MIN (self->may->len, MAX_ASKED); i++)
    {
      PtCandidate *candidate = self->may->pdata[i];
      g_autoptr (GArray) conflict = NULL;

      choice.person = candidate->person->index;
      pt_staffing_choice_conflict (problem->staffing, &choice, &staff->effort, &conflict);
      if (conflict != NULL)
        candidate->warning = tell_stranded (problem, work, conflict);
    }
}

/* ----- all
 * ----------------------------------------------------------------------------------------- */

static PtCandidates *
candidates_of (const PtStaff *staff, guint number)
{
  const PtStaffWork *work = pt_staff_work (staff, number);
  GPtrArray *persons = pt_roster_get_persons (staff->roster);
  PtCandidates *self = g_new0 (PtCandidates, 1);

  self->roster = pt_roster_ref (staff->roster);
  self->day = staff->day;
  self->label = g_strdup (work->label);
  self->role = work->role != NULL ? g_strdup (work->role->name) : NULL;
  self->may = g_ptr_array_new_with_free_func (candidate_free);
  self->others = g_ptr_array_new_with_free_func (candidate_free);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < persons->len && !pt_effort_is_spent (&staff->effort); i++)
    add_person (self, work->authority, persons->pdata[i]);
  g_ptr_array_sort (self->may, deputies_last);
  add_conditions (self, staff, number);
  warn (self, staff, number);
  return self;
}

PtCandidates *
pt_candidates_new (const PtProgram *program,
                   PtRoster *roster,
                   const GDate *day,
                   const char *id,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (PtDiagnostics) aside = pt_diagnostics_new (NULL);
  g_auto (PtStaff) staff = { 0 };
  g_autoptr (PtCandidates) self = NULL;
  guint work;

  pt_staff_init (&staff, program, roster, day, aside, PATIENCE, cancellable);
  work = find_work (&staff, id, error);
  if (work != G_MAXUINT)
    self = candidates_of (&staff, work);
  if (self != NULL && g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
pt_candidates_free (PtCandidates *self)
{
  pt_roster_unref (self->roster);
  g_free (self->label);
  g_free (self->role);
  g_ptr_array_unref (self->may);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->conditions);
  g_free (self);
}
