/* pt-staff-work.c: what people do in a program, and who may
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-next.h"
#include "pt-report.h"
#include "pt-staff.h"

#include <string.h>

#define MAX_SEATS 1000

gboolean
pt_staff_has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  return g_strv_contains ((const char *const *)list, word);
}

/* ----- who may ------------------------------------------------------------------------------- */

GPtrArray *
pt_staff_people_of (const PtAuthority *authority)
{
  GPtrArray *alternatives = pt_authority_get_alternatives (authority);
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < alternatives->len; i++)
    {
      const PtAlternative *alternative = alternatives->pdata[i];

      for (guint k = 0; k < alternative->persons->len; k++)
        if (i == 0 || !g_ptr_array_find (people, alternative->persons->pdata[k], NULL))
          g_ptr_array_add (people, alternative->persons->pdata[k]);
    }
  return people;
}

GPtrArray *
pt_staff_people_on (const PtStaff *self, const PtStaffWork *work, const GDate *day)
{
  g_autoptr (PtAuthority) authority
      = pt_authority_new (self->roster, work->assignment, day, PT_DEPUTIES_WHEN_AWAY);

  return pt_staff_people_of (authority);
}

GPtrArray *
pt_staff_spare_people (const PtStaff *self, const PtStaffWork *work, const GDate *day)
{
  g_autoptr (PtAuthority) spare
      = pt_authority_new (self->roster, work->assignment, day, PT_DEPUTIES_ALWAYS);
  GPtrArray *all = pt_staff_people_of (spare);
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (pt_authority_is_deputy (spare, all->pdata[i]))
      g_ptr_array_add (people, all->pdata[i]);
  g_ptr_array_unref (all);
  return people;
}

/* ----- which --------------------------------------------------------------------------------- */

static gboolean
is_for_people (const PtNode *node)
{
  return node->type == PT_BPMN_USER_TASK || node->type == PT_BPMN_MANUAL_TASK;
}

static gboolean
is_start (const PtProgram *program, const PtNode *node)
{
  return node->type == PT_BPMN_START_EVENT && node->n_event_definitions == 0
         && pt_program_scope (program, node->scope)->parent == PT_NO_INDEX;
}

/* Votes that are cast at the same time need different people, as far as their number is known. A
 * loop needs them only where a rule says so. */
static guint
count_seats (const PtNode *node)
{
  guint64 n = 1;

  if (node->loop != PT_LOOP_PARALLEL || node->loop_is_collection || node->loop_text == NULL
      || !g_ascii_string_to_unsigned (node->loop_text, 10, 1, MAX_SEATS, &n, NULL))
    return 1;
  return (guint)n;
}

static const PtRole *
role_of (const PtStaff *self, PtIndex role)
{
  return role != PT_NO_INDEX
             ? pt_roster_get_role (self->roster, pt_program_role (self->program, role)->id)
             : NULL;
}

static gboolean
names_something_unknown (const PtStaff *self, const PtAssignment *assignment)
{
  g_autoptr (GArray) faults = pt_assignment_check (assignment, self->roster);

  return faults->len > 0;
}

/* One that is not understood was told by the bind pass, and the role counts. */
static PtAssignment *
assignment_of (const PtStaff *self, const PtNode *node, const PtRole *role)
{
  PtAssignment *assignment
      = node->assignment != NULL ? pt_assignment_parse (node->assignment, NULL, NULL) : NULL;

  if (assignment != NULL && role != NULL && names_something_unknown (self, assignment))
    g_clear_pointer (&assignment, pt_assignment_free);
  if (assignment == NULL && role != NULL)
    assignment = pt_assignment_new_role (role->id);
  return assignment;
}

static void
work_free (gpointer data)
{
  PtStaffWork *self = data;

  g_free (self->label);
  g_ptr_array_unref (self->people);
  pt_authority_free (self->authority);
  pt_assignment_free (self->assignment);
  g_free (self);
}

static void
add_work (PtStaff *self, PtIndex number, const PtRole *role, PtAssignment *assignment)
{
  const PtNode *node = pt_program_node (self->program, number);
  PtStaffWork *work = g_new0 (PtStaffWork, 1);

  work->node = number;
  work->process = pt_program_process_of (self->program, node->scope);
  work->label = pt_report_node_label (self->program, number);
  work->n_seats = count_seats (node);
  work->role = role;
  work->assignment = assignment;
  work->authority = pt_authority_new (self->roster, assignment, &self->day, PT_DEPUTIES_WHEN_AWAY);
  work->people = pt_staff_people_of (work->authority);
  work->is_start = node->type == PT_BPMN_START_EVENT;
  g_ptr_array_add (self->works, work);
}

static void
read_node (PtStaff *self, PtIndex number)
{
  const PtNode *node = pt_program_node (self->program, number);
  PtIndex process = pt_program_process_of (self->program, node->scope);
  gboolean starts = is_start (self->program, node);
  /* A start event has no role of its own. */
  const PtRole *role = role_of (self, starts ? pt_role_around (self->program, number) : node->role);
  PtAssignment *assignment;

  if (!pt_program_scope (self->program, process)->executable || (!starts && !is_for_people (node))
      || (role != NULL && role->kind != PT_ROLE_INTERNAL))
    return;
  assignment = assignment_of (self, node, role);
  if (assignment != NULL)
    add_work (self, number, role, assignment);
}

void
pt_staff_read_works (PtStaff *self)
{
  self->works = g_ptr_array_new_with_free_func (work_free);
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    read_node (self, i);
}

guint
pt_staff_find_work (const PtStaff *self, PtIndex process, const char *name)
{
  for (guint i = 0; name != NULL && i < self->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (self, i);
      const PtOrigin *origin = &pt_program_node (self->program, work->node)->origin;

      if (work->process == process && !work->is_start
          && (g_strcmp0 (origin->logical, name) == 0 || strcmp (work->label, name) == 0))
        return i;
    }
  return G_MAXUINT;
}
