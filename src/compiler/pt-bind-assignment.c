/* pt-bind-assignment.c: tasks that say by an expression who may do them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-bind.h"
#include "pt-report.h"

#include <glib/gi18n-lib.h>
#include <partitur/assignment.h>

/* ----- findings --------------------------------------------------------------------------------
 */

static PtDiagnostic *
report (PtBind *self, PtIndex node, guint column, const char *fault)
{
  g_autofree char *label = pt_report_node_label (self->program, node);
  g_autofree char *at = g_strdup_printf ("%u", column);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RD10, label, at, fault, NULL);

  pt_report_at (diagnostic, &pt_program_node (self->program, node)->origin);
  return diagnostic;
}

static const char *
word_missing (PtAssignmentKind kind)
{
  switch (kind)
    {
    case PT_ASSIGNMENT_SKILL:
      return _ ("the roles file has no skill “{1}”[ (did you mean “{2}”?)]");
    case PT_ASSIGNMENT_UNIT:
      return _ ("the roles file has no unit “{1}”[ (did you mean “{2}”?)]");
    case PT_ASSIGNMENT_PERSON:
      return _ ("the roles file has no person “{1}”[ (did you mean “{2}”?)]");
    default:
      return _ ("the roles file has no role “{1}”[ (did you mean “{2}”?)]");
    }
}

/* The expression as it would be with the name that is probably meant. */
static void
offer_meant (PtBind *self,
             PtDiagnostic *diagnostic,
             const PtAssignment *assignment,
             const PtAssignmentFault *fault,
             PtIndex node)
{
  PtAssignment *part = (PtAssignment *)fault->part;
  const char *id = pt_program_node (self->program, node)->origin.logical;
  char *name = part->name;
  g_autofree char *repaired = NULL;

  if (fault->meant == NULL || id == NULL)
    return;
  part->name = (char *)fault->meant;
  repaired = pt_assignment_to_string (assignment);
  part->name = name;
  pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_ASSIGNMENT, repaired, id, NULL);
}

static void
check_names (PtBind *self, PtIndex node, const PtAssignment *assignment)
{
  g_autoptr (GArray) faults = pt_assignment_check (assignment, self->roster);

  for (guint i = 0; i < faults->len; i++)
    {
      const PtAssignmentFault *fault = &g_array_index (faults, PtAssignmentFault, i);
      const char *const args[]
          = { fault->part->name, fault->meant != NULL ? fault->meant : "", NULL };
      g_autofree char *sentence = pt_wording_fill (word_missing (fault->part->kind), args);

      offer_meant (self, report (self, node, fault->part->column, sentence), assignment, fault,
                   node);
    }
}

/* ----- the role --------------------------------------------------------------------------------
 */

typedef struct
{
  PtBind *bind;
  PtIndex drawn;
  gboolean has_drawn;
} Roles;

static void
note_role (const PtAssignment *part, gpointer data)
{
  Roles *self = data;
  PtIndex role;

  if (part->kind != PT_ASSIGNMENT_ROLE)
    return;
  role = pt_bind_match (self->bind, part->name).role;
  self->has_drawn |= role != PT_NO_INDEX && role == self->drawn;
}

PtIndex
pt_bind_role_of_assignment (PtBind *self, PtIndex node, PtIndex drawn)
{
  const char *text = pt_program_node (self->program, node)->assignment;
  g_autoptr (GError) error = NULL;
  guint column = 0;
  g_autoptr (PtAssignment) assignment = pt_assignment_parse (text, &column, &error);
  Roles roles = { self, drawn, FALSE };
  const char *role;

  if (assignment == NULL)
    {
      report (self, node, column, error->message);
      return drawn;
    }
  if (self->roster)
    check_names (self, node, assignment);
  role = pt_assignment_get_role (assignment);
  if (role == NULL)
    return drawn;
  pt_assignment_foreach (assignment, note_role, &roles);
  return roles.has_drawn ? drawn : pt_bind_match (self, role).role;
}
