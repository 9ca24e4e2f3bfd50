/* pt-bind-holders.c: whether somebody is there to play the roles
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-bind.h"
#include "pt-report.h"

#include <partitur/assignment.h>

static gboolean
has_persons (const PtBind *self)
{
  return pt_roster_get_persons (self->roster)->len > 0;
}

static void
add_players (PtBind *self, PtDiagnostic *diagnostic, PtIndex role)
{
  const GArray *players = g_ptr_array_index (self->players, role);

  for (guint i = 0; i < players->len; i++)
    pt_report_at (diagnostic,
                  &pt_program_node (self->program, g_array_index (players, PtIndex, i))->origin);
}

/* An assignment may name others who can do it instead. */
static gboolean
has_somebody (const PtBind *self, PtIndex node)
{
  const char *text = pt_program_node (self->program, node)->assignment;
  g_autoptr (PtAssignment) assignment = text ? pt_assignment_parse (text, NULL, NULL) : NULL;
  g_autoptr (PtAuthority) authority = NULL;
  GPtrArray *persons = pt_roster_get_persons (self->roster);

  if (!assignment)
    return FALSE;
  authority = pt_authority_new (self->roster, assignment, self->day, PT_DEPUTIES_WHEN_AWAY);
  for (guint i = 0; i < persons->len; i++)
    if (pt_authority_admits (authority, persons->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
check_internal (PtBind *self, PtIndex role)
{
  const GArray *players = g_ptr_array_index (self->players, role);
  g_autofree char *day = pt_roster_format_day (self->day);
  const PtProgramRole *entry = pt_program_role (self->program, role);
  PtDiagnostic *finding = NULL;

  if (!has_persons (self) || entry->n_holders > 0)
    return;
  for (guint i = 0; i < players->len; i++)
    {
      PtIndex player = g_array_index (players, PtIndex, i);

      if (has_somebody (self, player))
        continue;
      if (!finding)
        finding = pt_diagnostics_add (self->diagnostics, PT_CODE_RH01, entry->name, day, NULL);
      pt_report_at (finding, &pt_program_node (self->program, player)->origin);
    }
}

static void
check_system (PtBind *self, PtIndex role)
{
  const PtRole *source = g_ptr_array_index (self->sources, role), *owner = source->owner;
  g_autofree char *day = pt_roster_format_day (self->day);
  gboolean held
      = owner
        && (!has_persons (self) || pt_roster_count_holders (self->roster, owner, self->day) > 0);

  if (!held)
    add_players (self,
                 pt_diagnostics_add (self->diagnostics, PT_CODE_RX05, source->name,
                                     owner ? owner->name : "", owner ? day : "", NULL),
                 role);
}

/* Nobody knows the people of an external role. */
static void (*const checks[]) (PtBind *self, PtIndex role) = {
  [PT_ROLE_INTERNAL] = check_internal,
  [PT_ROLE_EXTERNAL] = NULL,
  [PT_ROLE_SYSTEM] = check_system,
};

void
pt_bind_check_holders (PtBind *self)
{
  gboolean any = FALSE;

  for (guint i = 0; self->roster && i < self->program->roles->len; i++)
    {
      const GArray *players = g_ptr_array_index (self->players, i);
      PtRoleKind kind = pt_bind_kind (self, i);

      any |= players->len > 0 && kind == PT_ROLE_INTERNAL;
      if (players->len > 0 && checks[kind])
        checks[kind](self, i);
    }
  if (any && !has_persons (self))
    pt_diagnostics_add (self->diagnostics, PT_CODE_RH00, pt_roster_get_name (self->roster), NULL);
}
