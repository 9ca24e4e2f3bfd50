/* pt-usage.c: what many processes together ask of the people and systems of one organisation
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/usage.h>

#include <string.h>

#include "pt-report.h"
#include "pt-staff-amounts.h"
#include "pt-staff.h"

struct _PtUsage
{
  PtRoster *roster;
  GDate day;
  GPtrArray *roles; /* of PtRoleUsage, as in the roster */
  guint n_processes;
};

static void
use_free (gpointer data)
{
  PtUse *self = data;

  g_free (self->file);
  g_free (self->process);
  g_free (self->activity);
  g_free (self->element);
  g_free (self);
}

static void
role_usage_free (gpointer data)
{
  PtRoleUsage *self = data;

  g_ptr_array_unref (self->uses);
  g_free (self);
}

PtUsage *
pt_usage_new (PtRoster *roster, const GDate *day)
{
  PtUsage *self = g_new0 (PtUsage, 1);
  GPtrArray *roles = pt_roster_get_roles (roster);

  self->roster = pt_roster_ref (roster);
  self->day = *day;
  self->roles = g_ptr_array_new_with_free_func (role_usage_free);
  for (guint i = 0; i < roles->len; i++)
    {
      PtRoleUsage *usage = g_new0 (PtRoleUsage, 1);

      usage->role = roles->pdata[i];
      usage->uses = g_ptr_array_new_with_free_func (use_free);
      usage->n_holders = pt_roster_count_holders (roster, usage->role, day);
      g_ptr_array_add (self->roles, usage);
    }
  return self;
}

void
pt_usage_free (PtUsage *self)
{
  pt_roster_unref (self->roster);
  g_ptr_array_unref (self->roles);
  g_free (self);
}

static PtRoleUsage *
usage_of (const PtUsage *self, const char *id)
{
  const PtRole *role = id != NULL ? pt_roster_get_role (self->roster, id) : NULL;

  return role != NULL ? self->roles->pdata[role->index] : NULL;
}

/* ----- what is named ------------------------------------------------------------------------- */

static void
name (PtUsage *self, const PtProgram *program, PtIndex role)
{
  PtRoleUsage *usage
      = role != PT_NO_INDEX ? usage_of (self, pt_program_role (program, role)->id) : NULL;

  if (usage != NULL)
    usage->is_used = TRUE;
}

static void
name_all (PtUsage *self, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids != NULL ? ids : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      PtRoleUsage *usage = usage_of (self, list[i]);

      if (usage != NULL)
        usage->is_used = TRUE;
    }
}

/* Lanes and pools use a role, though nothing may lie in them; so does a responsibility. */
static void
note_names (PtUsage *self, const PtProgram *program)
{
  for (PtIndex i = 0; i < program->lanes->len; i++)
    name (self, program, pt_program_lane (program, i)->role);
  for (PtIndex i = 0; i < program->pools->len; i++)
    name (self, program, pt_program_pool (program, i)->role);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      name (self, program, node->role);
      name_all (self, node->accountable);
      name_all (self, node->consulted);
      name_all (self, node->informed);
    }
}

/* ----- what is done --------------------------------------------------------------------------- */

typedef struct
{
  PtUsage *usage;
  const char *file;
  PtStaff staff;
  double *visits;
} Adding;

static void
add_use (Adding *self, const char *role, PtIndex number, double hours, const PtPerson *alone)
{
  const PtProgram *program = self->staff.program;
  const PtNode *node = pt_program_node (program, number);
  PtIndex process = pt_program_process_of (program, node->scope);
  PtRoleUsage *usage = usage_of (self->usage, role);
  PtUse *use;

  if (usage == NULL)
    return;
  use = g_new0 (PtUse, 1);
  use->file = g_strdup (self->file);
  use->process = pt_staff_process_label (&self->staff, process);
  use->activity = pt_report_node_label (program, number);
  use->element = g_strdup (pt_report_id (&node->origin));
  use->hours = hours * self->visits[number] * pt_program_scope (program, process)->cases_per_week;
  use->alone = alone;
  usage->is_used = TRUE;
  usage->hours += use->hours;
  g_ptr_array_add (usage->uses, use);
}

static void
add_work (Adding *self, const PtStaffWork *work)
{
  double hours = pt_program_node (self->staff.program, work->node)->hours * work->n_seats;
  const PtPerson *alone = work->people->len == 1 ? work->people->pdata[0] : NULL;

  if (work->role != NULL && !work->is_start)
    add_use (self, work->role->id, work->node, hours, alone);
}

/* What systems and people outside do. */
static void
add_node (Adding *self, PtIndex number)
{
  const PtProgram *program = self->staff.program;
  const PtNode *node = pt_program_node (program, number);
  const PtRoleUsage *usage;

  if (node->role == PT_NO_INDEX || !pt_bpmn_type_is_a (node->type, PT_BPMN_ACTIVITY)
      || pt_bpmn_type_is_a (node->type, PT_BPMN_SUB_PROCESS))
    return;
  usage = usage_of (self->usage, pt_program_role (program, node->role)->id);
  if (usage != NULL && usage->role->kind != PT_ROLE_INTERNAL)
    add_use (self, usage->role->id, number, node->hours, NULL);
}

static guint
count_processes (const PtProgram *program)
{
  guint n = 0;

  for (PtIndex i = 0; i < program->scopes->len; i++)
    n += pt_program_scope (program, i)->parent == PT_NO_INDEX
         && pt_program_scope (program, i)->executable;
  return n;
}

void
pt_usage_add (PtUsage *self, const char *file, const PtProgram *program)
{
  Adding adding = { self, file, { .program = program, .roster = self->roster, .day = self->day },
                    pt_staff_visits (program) };

  self->n_processes += count_processes (program);
  note_names (self, program);
  pt_staff_read_works (&adding.staff);
  for (guint i = 0; i < adding.staff.works->len; i++)
    add_work (&adding, pt_staff_work (&adding.staff, i));
  for (PtIndex i = 0; i < program->nodes->len; i++)
    add_node (&adding, i);
  g_ptr_array_unref (adding.staff.works);
  g_free (adding.visits);
}

/* ----- what it comes to ------------------------------------------------------------------------ */

static gboolean
has_work (const PtRole *role, gpointer user_data)
{
  const PtUsage *self = user_data;

  return ((const PtRoleUsage *)self->roles->pdata[role->index])->hours > 0;
}

const GPtrArray *
pt_usage_get_roles (PtUsage *self)
{
  const PtStaffSpan span = { self->day, self->day, self->day };

  for (guint i = 0; i < self->roles->len; i++)
    {
      PtRoleUsage *usage = self->roles->pdata[i];

      usage->capacity = pt_staff_capacity (self->roster, usage->role, &span, has_work, self, NULL);
    }
  return self->roles;
}

guint
pt_usage_get_n_processes (const PtUsage *self)
{
  return self->n_processes;
}

PtRoster *
pt_usage_get_roster (const PtUsage *self)
{
  return self->roster;
}
