/* pt-bind-offers.c: whom an engine offers a task, and what has to be seen to while a case runs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Engines know groups and users, no expressions. A role is a group, so what only asks for roles is
 * offered to groups; whoever else may is named. What people have to do with each other in a case is
 * noted apart: it is a promise that a target keeps or does not.
 */
#include "pt-bind.h"
#include "pt-next.h"
#include "pt-staff.h"

#include <glib/gi18n-lib.h>
#include <partitur/assignment.h>

#include <string.h>

/* ----- whom it is offered ---------------------------------------------------------------------- */

typedef struct
{
  PtStaff *staff;
  GPtrArray *groups, *users; /* of const char*: ids */
} Offer;

static void
add (GPtrArray *ids, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer)id);
}

static void
add_people (Offer *self, const GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    add (self->users, ((const PtPerson *)people->pdata[i])->id);
}

/* Holders of a special kind of a role may do what is asked of the general one; who stands in is in
 * neither group. */
static void
offer_role (Offer *self, const PtAssignment *part)
{
  const PtRole *role = NULL, *other;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (PtAuthority) authority = NULL;
  GPtrArray *alternatives;

  pt_roster_find_role (self->staff->roster, part->name, &role, &other);
  if (role == NULL)
    return;
  kinds = pt_roster_get_kinds_of (self->staff->roster, role);
  for (guint i = 0; i < kinds->len; i++)
    add (self->groups, ((const PtRole *)kinds->pdata[i])->id);
  authority = pt_authority_new (self->staff->roster, part, &self->staff->day, PT_DEPUTIES_WHEN_AWAY);
  alternatives = pt_authority_get_alternatives (authority);
  for (guint i = 0; i < alternatives->len; i++)
    add_people (self, ((const PtAlternative *)alternatives->pdata[i])->deputies);
}

static void
offer_people (Offer *self, const PtAssignment *part)
{
  g_autoptr (PtAuthority) authority = pt_authority_new (self->staff->roster, part,
                                                        &self->staff->day, PT_DEPUTIES_WHEN_AWAY);
  g_autoptr (GPtrArray) people = pt_staff_people_of (authority);

  add_people (self, people);
}

/* Returns: whether @part, or what it denies, only says what people have to do with a case */
static gboolean
is_relation (const PtAssignment *part)
{
  if (part->kind == PT_ASSIGNMENT_NOT)
    return is_relation (part->parts->pdata[0]);
  return pt_assignment_is_relation (part->kind);
}

/* Returns: (nullable): the one role that is asked for, when nothing else is but relations */
static const PtAssignment *
role_of (const PtAssignment *part)
{
  const PtAssignment *role = NULL;

  if (part->kind == PT_ASSIGNMENT_ROLE)
    return part;
  if (part->kind != PT_ASSIGNMENT_AND)
    return NULL;
  for (guint i = 0; i < part->parts->len; i++)
    {
      const PtAssignment *inner = part->parts->pdata[i];

      if (is_relation (inner))
        continue;
      if (role != NULL || inner->kind != PT_ASSIGNMENT_ROLE)
        return NULL;
      role = inner;
    }
  return role;
}

static void
offer_part (Offer *self, const PtAssignment *part)
{
  const PtAssignment *role = role_of (part);

  if (role != NULL)
    offer_role (self, role);
  else
    offer_people (self, part);
}

static const char *
join (PtProgram *program, GPtrArray *ids)
{
  g_autofree char *text = NULL;

  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);
  text = g_strjoinv (" ", (char **)ids->pdata);
  g_ptr_array_remove_index (ids, ids->len - 1);
  return pt_program_string (program, text);
}

static void
offer_work (PtBind *self, PtStaff *staff, const PtStaffWork *work)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) users = g_ptr_array_new ();
  Offer offer = { staff, groups, users };
  const PtAssignment *assignment = work->assignment;
  PtNode *node = pt_program_node (self->program, work->node);
  const char *role = work->role != NULL ? work->role->id : NULL;

  if (work->is_start)
    return;
  if (assignment->kind == PT_ASSIGNMENT_OR)
    for (guint i = 0; i < assignment->parts->len; i++)
      offer_part (&offer, assignment->parts->pdata[i]);
  else
    offer_part (&offer, assignment);
  node->users = join (self->program, users);
  if (groups->len == 0 ? users->len > 0
                       : groups->len > 1 || g_strcmp0 (groups->pdata[0], role) != 0)
    node->groups = groups->len > 0 ? join (self->program, groups) : "";
}

/* ----- promises -------------------------------------------------------------------------------- */

static PtIndex
node_of (const PtStaff *staff, const PtStaffBond *bond, guint i)
{
  return pt_staff_work (staff, g_array_index (bond->works, guint, i))->node;
}

static gboolean
leads_to (const PtProgram *program, PtIndex from, PtIndex to)
{
  g_autofree gboolean *stops = g_new0 (gboolean, program->nodes->len + 1);
  g_autoptr (GArray) found = NULL;

  stops[to] = TRUE;
  found = pt_next_nodes (program, from, stops);
  return found->len > 0;
}

/* Returns: whether of every two one comes after the other, so that the later one can be given to who did
 * the earlier one */
static gboolean
is_in_turn (const PtStaff *staff, const PtStaffBond *bond)
{
  for (guint i = 1; i < bond->works->len; i++)
    for (guint k = 0; k < i; k++)
      {
        PtIndex a = node_of (staff, bond, i), b = node_of (staff, bond, k);

        if (!leads_to (staff->program, a, b) && !leads_to (staff->program, b, a))
          return FALSE;
      }
  return TRUE;
}

/* So many tasks, compared with each other, take no time yet. */
#define MAX_TOGETHER 20

/* Whoever begins a case is no task's doer, and one variable keeps one of many at a time. */
static gboolean
is_done_by_one (const PtStaff *staff, const PtStaffBond *bond, guint i)
{
  return !pt_staff_work (staff, g_array_index (bond->works, guint, i))->is_start
         && pt_program_node (staff->program, node_of (staff, bond, i))->loop == PT_LOOP_NONE;
}

static gboolean
can_be_given_on (const PtStaff *staff, const PtStaffBond *bond)
{
  for (guint i = 0; i < bond->works->len; i++)
    if (pt_program_node (staff->program, node_of (staff, bond, i))->doer != NULL)
      return FALSE;
  return is_in_turn (staff, bond);
}

static gboolean
can_be_kept (const PtStaff *staff, const PtStaffBond *bond)
{
  if (bond->works->len > MAX_TOGETHER)
    return FALSE;
  for (guint i = 0; i < bond->works->len; i++)
    if (!is_done_by_one (staff, bond, i))
      return FALSE;
  return bond->type == PT_RULE_SEPARATE_TASKS
         || (bond->type == PT_RULE_SAME_PERSON && can_be_given_on (staff, bond));
}

static const char *
nodes_of (PtBind *self, const PtStaff *staff, const PtStaffBond *bond)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < bond->works->len; i++)
    if (!pt_staff_work (staff, g_array_index (bond->works, guint, i))->is_start)
      add (ids, pt_program_node (self->program, node_of (staff, bond, i))->origin.id);
  return join (self->program, ids);
}

static const char *
variable_of (PtProgram *program, const char *prefix, const PtNode *node)
{
  g_autofree char *name = g_strconcat (prefix, node->origin.id, NULL);

  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_", '_');
  return pt_program_string (program, name);
}

/* The variable is called after the first of the tasks. */
static void
keep_doer (PtBind *self, const PtStaff *staff, const PtStaffBond *bond)
{
  const PtNode *first = pt_program_node (self->program, node_of (staff, bond, 0));
  const char *doer = variable_of (self->program, "doerOf_", first);

  for (guint i = 0; i < bond->works->len; i++)
    pt_program_node (self->program, node_of (staff, bond, i))->doer = doer;
}

static void
avoid (PtProgram *program, PtNode *node, const char *mark)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  g_auto (GStrv) before = g_strsplit (node->avoids ? node->avoids : "", " ", -1);

  for (guint i = 0; before[i]; i++)
    if (*before[i])
      add (marks, before[i]);
  add (marks, mark);
  node->avoids = join (program, marks);
}

/* Who takes one of them on is remembered, and gets none of the others. */
static void
keep_apart (PtBind *self, const PtStaff *staff, const PtStaffBond *bond)
{
  for (guint i = 0; i < bond->works->len; i++)
    for (guint k = 0; k < bond->works->len; k++)
      {
        PtNode *node = pt_program_node (self->program, node_of (staff, bond, i));
        PtNode *other = pt_program_node (self->program, node_of (staff, bond, k));

        if (node == other
            || g_array_index (bond->groups, guint, i) == g_array_index (bond->groups, guint, k))
          continue;
        if (!other->mark)
          other->mark = variable_of (self->program, "takenBy_", other);
        avoid (self->program, node, other->mark);
      }
}

/* What only would be better is nobody's duty. */
static void
promise (PtBind *self, const PtStaff *staff, const PtStaffBond *bond)
{
  gboolean is_kept = can_be_kept (staff, bond);
  PtPromise *entry;
  PtIndex number;

  if (bond->weight > 0)
    return;
  if (is_kept && bond->type == PT_RULE_SAME_PERSON)
    keep_doer (self, staff, bond);
  else if (is_kept)
    keep_apart (self, staff, bond);
  number = pt_program_add_promise (self->program);
  entry = PT_PROGRAM_AT (self->program->promises, PtPromise, number);
  entry->type = bond->type;
  entry->process = bond->process;
  entry->label = pt_program_string (self->program, bond->label);
  entry->nodes = nodes_of (self, staff, bond);
  entry->is_kept = is_kept;
}

/* Whether who may do it depends on the case in a way that no rule stands for: in one way of
 * several, or by a field of a form. */
static gboolean
depends_on_case (const PtStaffWork *work)
{
  GPtrArray *alternatives = pt_authority_get_alternatives (work->authority);

  for (guint i = 0; i < alternatives->len; i++)
    {
      const PtAlternative *alternative = alternatives->pdata[i];

      for (guint k = 0; k < alternative->relations->len; k++)
        if (alternatives->len > 1
            || g_array_index (alternative->relations, PtRelation, k).kind
                   == PT_ASSIGNMENT_FROM_FIELD)
          return TRUE;
    }
  return FALSE;
}

static void
promise_assignment (PtBind *self, const PtStaffWork *work)
{
  const PtNode *node = pt_program_node (self->program, work->node);
  g_autofree char *label = NULL;
  PtPromise *entry;
  PtIndex number;

  if (node->assignment == NULL || !depends_on_case (work))
    return;
  label = g_strdup_printf (_ ("the assignment “%s”"), node->assignment);
  number = pt_program_add_promise (self->program);
  entry = PT_PROGRAM_AT (self->program->promises, PtPromise, number);
  entry->type = PT_RULE_SEPARATE_TASKS;
  entry->process = work->process;
  entry->label = pt_program_string (self->program, label);
  entry->nodes = node->origin.id;
}

void
pt_bind_offers (PtBind *self)
{
  PtStaff staff
      = { .program = self->program, .roster = self->roster, .diagnostics = self->diagnostics };

  if (self->roster == NULL)
    return;
  staff.day = *self->day;
  pt_staff_read_works (&staff);
  pt_staff_read_bonds (&staff);
  for (guint i = 0; i < staff.works->len; i++)
    {
      offer_work (self, &staff, pt_staff_work (&staff, i));
      promise_assignment (self, pt_staff_work (&staff, i));
    }
  for (guint i = 0; i < staff.bonds->len; i++)
    promise (self, &staff, pt_staff_bond (&staff, i));
  g_ptr_array_unref (staff.bonds);
  g_ptr_array_unref (staff.works);
}
