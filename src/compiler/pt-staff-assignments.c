/* pt-staff-assignments.c: what assignments name: people, and what others did before
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-staff.h"

#include <glib/gi18n-lib.h>

/* ----- RD11: people by name ---------------------------------------------------------------------- */

/* Returns: (nullable): the first role that @person holds on the day */
static const PtRole *
role_of_person (const PtStaff *self, const PtPerson *person)
{
  for (guint i = 0; i < person->holds->len; i++)
    {
      const PtHold *hold = person->holds->pdata[i];

      if (!hold->deputy && pt_hold_covers (hold, &self->day))
        return hold->role;
    }
  return NULL;
}


/* What follows a "not" is its part, and visited after it. */
static PtAssignment *
find_person (PtAssignment *assignment)
{
  if (assignment->kind == PT_ASSIGNMENT_PERSON)
    return assignment;
  for (guint i = 0; assignment->kind != PT_ASSIGNMENT_NOT && assignment->parts != NULL
                    && i < assignment->parts->len;
       i++)
    {
      PtAssignment *found = find_person (assignment->parts->pdata[i]);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const PtPerson *
person_named (const PtStaff *self, const char *name)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);
  const PtPerson *person = pt_roster_get_person (self->roster, name);

  for (guint i = 0; person == NULL && i < persons->len; i++)
    if (g_strcmp0 (((const PtPerson *)persons->pdata[i])->name, name) == 0)
      person = persons->pdata[i];
  return person;
}

/* The same expression with a role where the person is. */
static char *
with_role (PtAssignment *assignment, PtAssignment *part, const PtRole *role)
{
  char *name = part->name, *text;

  part->kind = PT_ASSIGNMENT_ROLE;
  part->name = (char *)role->id;
  text = pt_assignment_to_string (assignment);
  part->kind = PT_ASSIGNMENT_PERSON;
  part->name = name;
  return text;
}

static void
check_person (PtStaff *self, PtStaffWork *work)
{
  PtAssignment *part = find_person (work->assignment);
  const PtPerson *person = part != NULL ? person_named (self, part->name) : NULL;
  const PtRole *role;
  g_autofree char *text = NULL;
  PtDiagnostic *finding;

  if (person == NULL)
    return;
  finding = pt_staff_say (self, PT_CODE_RD11, work->node, work->label, person->name);
  role = role_of_person (self, person);
  if (role == NULL)
    return;
  text = with_role (work->assignment, part, role);
  pt_diagnostic_add_fix (finding, PT_FIX_SET_ASSIGNMENT, text,
                         pt_program_node (self->program, work->node)->origin.logical, NULL);
}

/* ----- RD12: who starts -------------------------------------------------------------------------- */

static gboolean
has_start_work (const PtStaff *self, PtIndex process)
{
  for (guint i = 0; i < self->works->len; i++)
    if (pt_staff_work (self, i)->process == process && pt_staff_work (self, i)->is_start)
      return TRUE;
  return FALSE;
}

/* The lane of the first task is the likeliest one. */
static void
offer_lane (PtStaff *self, PtIndex process, PtIndex start, PtDiagnostic *finding)
{
  const char *id = pt_program_node (self->program, start)->origin.logical;

  for (guint i = 0; id != NULL && i < self->works->len; i++)
    {
      PtIndex lane = pt_program_node (self->program, pt_staff_work (self, i)->node)->lane;

      if (pt_staff_work (self, i)->process != process || lane == PT_NO_INDEX)
        continue;
      pt_diagnostic_add_fix (finding, PT_FIX_MOVE_TO_LANE,
                             pt_program_lane (self->program, lane)->name,
                             pt_program_lane (self->program, lane)->origin.logical, id, NULL);
      return;
    }
}

static gboolean
has_lanes (const PtStaff *self, PtIndex process)
{
  for (guint i = 0; i < self->program->lanes->len; i++)
    if (pt_program_process_of (self->program, pt_program_lane (self->program, i)->scope)
        == process)
      return TRUE;
  return FALSE;
}

/* A message or a time starts a process by itself. */
static void
check_start (PtStaff *self, PtIndex number)
{
  const PtNode *node = pt_program_node (self->program, number);
  g_autofree char *label = NULL;

  if (node->type != PT_BPMN_START_EVENT || node->n_event_definitions > 0
      || node->lane != PT_NO_INDEX || node->origin.logical == NULL
      || pt_program_scope (self->program, node->scope)->parent != PT_NO_INDEX
      || !pt_program_scope (self->program, node->scope)->executable
      || !has_lanes (self, node->scope) || has_start_work (self, node->scope))
    return;
  label = pt_staff_process_label (self, node->scope);
  offer_lane (self, node->scope, number, pt_staff_say (self, PT_CODE_RD12, number, label));
}

/* ----- RD14: what may not have been done --------------------------------------------------------- */

static gboolean
looks_back (PtAssignmentKind kind)
{
  return kind == PT_ASSIGNMENT_SAME_AS || kind == PT_ASSIGNMENT_ABOVE
         || kind == PT_ASSIGNMENT_UNIT_OF;
}

/* Where the task happens, but the other one does not, or only later. */
static gboolean
comes_without (const PtStaffRun *run, PtIndex node, PtIndex other)
{
  if (!(run->watched & 1))
    return FALSE;
  if (!(run->watched & 2))
    return TRUE;
  for (guint i = 0; i < run->nodes->len; i++)
    {
      PtIndex at = g_array_index (run->nodes, PtIndex, i);

      if (at == node || at == other)
        return at == node;
    }
  return FALSE;
}

/* Returns: (nullable): the label of a task of the same process that is probably meant */
static const char *
suggest_task (const PtStaff *self, const PtStaffWork *work, const char *name)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < self->works->len; i++)
    {
      const PtStaffWork *other = pt_staff_work (self, i);

      if (other->process == work->process && !other->is_start && other != work)
        g_ptr_array_add (labels, other->label);
    }
  g_ptr_array_add (labels, NULL);
  return pt_suggest (name, (const char *const *)labels->pdata);
}

/* A name that is none of another task would be a rule that says nothing. */
static void
say_unknown (PtStaff *self, const PtStaffWork *work, const char *name)
{
  const char *meant = suggest_task (self, work, name);
  gboolean is_itself = pt_staff_find_work (self, work->process, name) != G_MAXUINT;
  g_autofree char *fault
      = is_itself ? pt_staff_fill (_ ("“{1}” is the task itself"), name)
                  : pt_staff_fill (_ ("the process has no task of people called “{1}”[ (did you "
                                      "mean “{2}”?)]"),
                                   name, meant ? meant : "");
  g_autofree char *expression = pt_assignment_to_string (work->assignment);
  const char *at = strstr (expression, name);
  g_autofree char *column
      = g_strdup_printf ("%ld", at ? g_utf8_pointer_to_offset (expression, at) + 1 : 1L);

  pt_staff_say (self, PT_CODE_RD10, work->node, work->label, column, fault);
}

static void
check_relation (PtStaff *self, const PtStaffWork *work, const PtRelation *relation)
{
  guint other = pt_staff_find_work (self, work->process, relation->name);
  const PtStaffWork *before = other != G_MAXUINT ? pt_staff_work (self, other) : NULL;
  PtIndex nodes[] = { work->node, before != NULL ? before->node : PT_NO_INDEX };
  g_autoptr (PtStaffRuns) runs = NULL;

  if ((before == NULL || before == work) && looks_back (relation->kind) && relation->name != NULL)
    say_unknown (self, work, relation->name);
  if (before == NULL || before == work || relation->negated || !looks_back (relation->kind))
    return;
  runs = pt_staff_runs_new (self->maker, self->program, work->process, nodes, 2,
                            self->effort.cancellable);
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const PtStaffRun *run = runs->runs->pdata[i];
      g_autofree char *path = NULL;

      if (!comes_without (run, work->node, before->node))
        continue;
      path = pt_staff_tell_run (self, run);
      pt_staff_say (self, PT_CODE_RD14, work->node, work->label, before->label, path);
      return;
    }
}

static void
check_relations (PtStaff *self, const PtStaffWork *work)
{
  GPtrArray *alternatives = pt_authority_get_alternatives (work->authority);

  for (guint i = 0; i < alternatives->len; i++)
    {
      const PtAlternative *alternative = alternatives->pdata[i];

      for (guint k = 0; k < alternative->relations->len; k++)
        check_relation (self, work, &g_array_index (alternative->relations, PtRelation, k));
    }
}

/* ----- all ------------------------------------------------------------------------------------- */

/* ----- RD17: who answers, is asked and is told
 * ---------------------------------------------------- */

static void
check_role_id (PtStaff *self, PtIndex i, const char *id)
{
  g_autofree char *label = pt_report_node_label (self->program, i);
  g_autofree char *what = NULL;
  const PtRole *meant, *other;

  if (*id == '\0' || pt_roster_get_role (self->roster, id) != NULL)
    return;
  meant = pt_roster_suggest_role (self->roster, id);
  if (meant == NULL)
    pt_roster_find_role (self->roster, id, &meant, &other);
  what = pt_staff_fill (_ ("the roles file has no role with the id “{1}”[; “{2}” may be meant]"),
                        id, meant != NULL ? meant->id : "");
  pt_staff_say (self, PT_CODE_RD17, i, label, what);
}

static void
check_role_ids (PtStaff *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  const char *const words[] = { node->accountable, node->consulted, node->informed };

  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    {
      g_auto (GStrv) ids = g_strsplit (words[k] != NULL ? words[k] : "", " ", -1);

      for (guint n = 0; ids[n] != NULL; n++)
        check_role_id (self, i, ids[n]);
    }
}

void
pt_staff_check_assignments (PtStaff *self)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      check_person (self, pt_staff_work (self, i));
      check_relations (self, pt_staff_work (self, i));
    }
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      check_start (self, i);
      check_role_ids (self, i);
    }
}
