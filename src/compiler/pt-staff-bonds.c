/* pt-staff-bonds.c: rules, as far as they concern the processes of a program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules of the roles file hold in every process, each by itself; those of a process only there.
 * What an assignment says of other tasks is a rule, too.
 */
#include "pt-staff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
bond_free (gpointer data)
{
  PtStaffBond *self = data;

  g_free (self->label);
  g_array_unref (self->works);
  g_array_unref (self->groups);
  g_free (self);
}

static PtStaffBond *
bond_new (PtRuleType type, PtIndex process)
{
  PtStaffBond *self = g_new0 (PtStaffBond, 1);

  self->type = type;
  self->process = process;
  self->works = g_array_new (FALSE, FALSE, sizeof (guint));
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static gboolean
has_work (const PtStaffBond *bond, guint work)
{
  for (guint i = 0; i < bond->works->len; i++)
    if (g_array_index (bond->works, guint, i) == work)
      return TRUE;
  return FALSE;
}

static void
add_work (PtStaffBond *bond, guint work, guint group)
{
  if (has_work (bond, work))
    return;
  g_array_append_val (bond->works, work);
  g_array_append_val (bond->groups, group);
}

/* ----- what a rule names --------------------------------------------------------------------- */

/* With several tags, those of one tag are not apart from each other; with one they are. */
static void
add_tagged (PtStaff *self, PtStaffBond *bond, const char *tag, gboolean is_only, guint *group)
{
  (*group)++;
  for (guint i = 0; i < self->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (self, i);

      if (work->process != bond->process
          || !pt_staff_has_word (pt_program_node (self->program, work->node)->tags, tag))
        continue;
      add_work (bond, i, *group);
      *group += is_only;
    }
}

static gboolean
is_kind_of (const PtRole *role, const PtRole *general, guint depth)
{
  if (role == general)
    return TRUE;
  for (guint i = 0; role != NULL && depth > 0 && i < role->is_a->len; i++)
    if (is_kind_of (role->is_a->pdata[i], general, depth - 1))
      return TRUE;
  return FALSE;
}

static void
add_played (PtStaff *self, PtStaffBond *bond, const PtRole *role, gboolean is_only, guint *group)
{
  (*group)++;
  for (guint i = 0; i < self->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (self, i);

      if (work->process != bond->process || work->is_start || !is_kind_of (work->role, role, 16))
        continue;
      add_work (bond, i, *group);
      *group += is_only;
    }
}

static void
add_named (PtStaff *self, PtStaffBond *bond, const char *name, guint *group)
{
  guint work = pt_staff_find_work (self, bond->process, name);

  if (work != G_MAXUINT)
    add_work (bond, work, ++*group);
}

/* ----- rules --------------------------------------------------------------------------------- */

/* How many works a rule must name to say anything. A separation of one task is one of its rounds.
 */
static gboolean
says_something (const PtStaff *self, const PtStaffBond *bond)
{
  if (bond->works->len == 0)
    return FALSE;
  return bond->works->len > 1 || bond->type == PT_RULE_AT_LEAST || bond->type == PT_RULE_AT_MOST
         || (bond->type == PT_RULE_SEPARATE_TASKS
             && pt_program_node (self->program,
                                 pt_staff_work (self, g_array_index (bond->works, guint, 0))->node)
                        ->loop
                    != PT_LOOP_NONE);
}

/* @bond: (transfer full) */
static void
keep (PtStaff *self, PtStaffBond *bond, const char *name, const char *why)
{
  if (!says_something (self, bond))
    {
      bond_free (bond);
      return;
    }
  /* Translators: 1 id of a rule, 2 why there is that rule (may be empty) */
  bond->label = pt_staff_fill (_ ("rule {1}[, {2}]"), name != NULL ? name : _ ("of this process"),
                               why != NULL ? why : "");
  g_ptr_array_add (self->bonds, bond);
}

static void
read_rule (PtStaff *self, const PtRule *rule, PtIndex process)
{
  PtStaffBond *bond = bond_new (rule->type, process);
  guint group = 0, n_names = rule->tags->len + rule->roles->len + rule->tasks->len;

  bond->n = rule->n;
  bond->weight = rule->weight;
  bond->id = rule->id;
  bond->in_roles = TRUE;
  for (guint i = 0; i < rule->tags->len; i++)
    add_tagged (self, bond, rule->tags->pdata[i], n_names == 1, &group);
  for (guint i = 0; i < rule->roles->len; i++)
    add_played (self, bond, rule->roles->pdata[i], n_names == 1, &group);
  for (guint i = 0; i < rule->tasks->len; i++)
    add_named (self, bond, rule->tasks->pdata[i], &group);
  keep (self, bond, rule->id, rule->why);
}

static void
read_constraint (PtStaff *self, const PtConstraint *constraint)
{
  PtStaffBond *bond = bond_new (constraint->type, constraint->process);
  g_auto (GStrv) tags = g_strsplit (constraint->tags ? constraint->tags : "", " ", -1);
  g_auto (GStrv) roles = g_strsplit (constraint->roles ? constraint->roles : "", " ", -1);
  g_auto (GStrv) tasks = g_strsplit (constraint->tasks ? constraint->tasks : "", " ", -1);
  guint group = 0;
  gboolean is_only = g_strv_length (tags) + g_strv_length (roles) + g_strv_length (tasks) == 1;

  bond->n = constraint->n;
  bond->weight = constraint->weight;
  bond->id = constraint->id;
  for (guint i = 0; tags[i] != NULL; i++)
    add_tagged (self, bond, tags[i], is_only, &group);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      const PtRole *role = pt_roster_get_role (self->roster, roles[i]);

      if (role != NULL)
        add_played (self, bond, role, is_only, &group);
    }
  for (guint i = 0; tasks[i] != NULL; i++)
    add_named (self, bond, tasks[i], &group);
  keep (self, bond, constraint->id, constraint->why);
}

/* ----- what assignments say ------------------------------------------------------------------ */

static const struct
{
  PtAssignmentKind kind;
  gboolean negated;
  PtRuleType type;
} relations[] = {
  { PT_ASSIGNMENT_SAME_AS, FALSE, PT_RULE_SAME_PERSON },
  { PT_ASSIGNMENT_SAME_AS, TRUE, PT_RULE_SEPARATE_TASKS },
  { PT_ASSIGNMENT_INITIATOR, FALSE, PT_RULE_SAME_PERSON },
  { PT_ASSIGNMENT_INITIATOR, TRUE, PT_RULE_SEPARATE_TASKS },
  { PT_ASSIGNMENT_ABOVE, FALSE, PT_RULE_SUPERIOR },
  { PT_ASSIGNMENT_UNIT_OF, FALSE, PT_RULE_SAME_UNIT },
  { PT_ASSIGNMENT_UNIT_OF, TRUE, PT_RULE_OTHER_UNIT },
};

static guint
find_start (const PtStaff *self, PtIndex process)
{
  for (guint i = 0; i < self->works->len; i++)
    if (pt_staff_work (self, i)->process == process && pt_staff_work (self, i)->is_start)
      return i;
  return G_MAXUINT;
}

static void
read_relation (PtStaff *self, guint number, const PtRelation *relation)
{
  const PtStaffWork *work = pt_staff_work (self, number);
  guint other = relation->kind == PT_ASSIGNMENT_INITIATOR
                    ? find_start (self, work->process)
                    : pt_staff_find_work (self, work->process, relation->name);

  for (guint i = 0; other != G_MAXUINT && other != number && i < G_N_ELEMENTS (relations); i++)
    {
      PtStaffBond *bond;

      if (relations[i].kind != relation->kind || relations[i].negated != relation->negated)
        continue;
      bond = bond_new (relations[i].type, work->process);
      add_work (bond, other, 1);
      add_work (bond, number, 2);
      bond->label = pt_staff_fill (_ ("assignment of “{1}”"), work->label);
      g_ptr_array_add (self->bonds, bond);
    }
}

/* Where a person may come in by several ways, what each asks for is only known in a case. */
static void
read_relations (PtStaff *self, guint number)
{
  GPtrArray *alternatives = pt_authority_get_alternatives (pt_staff_work (self, number)->authority);
  const PtAlternative *only = alternatives->len == 1 ? alternatives->pdata[0] : NULL;

  for (guint i = 0; only != NULL && i < only->relations->len; i++)
    read_relation (self, number, &g_array_index (only->relations, PtRelation, i));
}

void
pt_staff_read_bonds (PtStaff *self)
{
  GPtrArray *rules = pt_roster_get_rules (self->roster);

  self->bonds = g_ptr_array_new_with_free_func (bond_free);
  for (guint i = 0; i < rules->len; i++)
    for (PtIndex scope = 0; scope < self->program->scopes->len; scope++)
      if (pt_program_scope (self->program, scope)->parent == PT_NO_INDEX)
        read_rule (self, rules->pdata[i], scope);
  for (guint i = 0; i < self->program->constraints->len; i++)
    read_constraint (self, pt_program_constraint (self->program, i));
  for (guint i = 0; i < self->works->len; i++)
    read_relations (self, i);
}
