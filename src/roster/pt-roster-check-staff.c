/* pt-roster-check-staff.c: who holds the roles on the day, who looks after systems
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

static gboolean
has_persons (const PtRosterCheck *self)
{
  return pt_roster_get_persons (self->roster)->len > 0;
}

static void
place_at_role (const PtRosterCheck *self, PtDiagnostic *diagnostic, const PtRole *role)
{
  pt_diagnostic_add_element (diagnostic, role->id);
  pt_roster_check_place (self, diagnostic, pt_document_get_by_id (self->document, role->id));
}

static void
check_internal (const PtRosterCheck *self, const PtRole *role)
{
  g_autofree char *day = pt_roster_format_day (self->day);

  if (has_persons (self) && pt_roster_count_holders (self->roster, role, self->day) == 0)
    place_at_role (self,
                   pt_diagnostics_add (self->diagnostics, PT_CODE_RH01, role->name, day, NULL),
                   role);
}

static void
check_external (const PtRosterCheck *self, const PtRole *role)
{
  if (role->channel == NULL)
    place_at_role (self, pt_diagnostics_add (self->diagnostics, PT_CODE_RX02, role->name, NULL),
                   role);
}

static void
check_system (const PtRosterCheck *self, const PtRole *role)
{
  g_autofree char *day = pt_roster_format_day (self->day);
  PtDiagnostic *diagnostic;

  if (role->owner == NULL)
    diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RX05, role->name, "", "", NULL);
  else if (has_persons (self)
           && pt_roster_count_holders (self->roster, role->owner, self->day) == 0)
    diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RX05, role->name, role->owner->name,
                                     day, NULL);
  else
    return;
  place_at_role (self, diagnostic, role);
}

static void (*const checks_by_kind[]) (const PtRosterCheck *, const PtRole *) = {
  [PT_ROLE_INTERNAL] = check_internal,
  [PT_ROLE_EXTERNAL] = check_external,
  [PT_ROLE_SYSTEM] = check_system,
};

static void
check_that_somebody_is_there (const PtRosterCheck *self)
{
  if (!has_persons (self))
    pt_roster_check_place (self,
                           pt_diagnostics_add (self->diagnostics, PT_CODE_RH00,
                                               pt_roster_get_name (self->roster), NULL),
                           pt_document_get_root (self->document));
}

/* Somebody who left: spans that are over are history, those that are not are forgotten. */
static void
check_leaver (const PtRosterCheck *self, const PtPerson *person)
{
  for (guint i = 0; i < person->holds->len; i++)
    {
      const PtHold *hold = person->holds->pdata[i];
      PtDiagnostic *diagnostic;

      if (g_date_valid (&hold->until) && g_date_compare (&hold->until, self->day) < 0)
        continue;
      diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RH04, person->name,
                                       hold->role->name, NULL);
      pt_diagnostic_add_element (diagnostic, person->id);
      pt_diagnostic_add_element (diagnostic, hold->role->id);
      pt_roster_check_place (self, diagnostic, pt_document_get_by_id (self->document, person->id));
    }
}

void
pt_roster_check_staff (const PtRosterCheck *self)
{
  GPtrArray *roles = pt_roster_get_roles (self->roster);
  GPtrArray *persons = pt_roster_get_persons (self->roster);

  check_that_somebody_is_there (self);
  for (guint i = 0; i < roles->len; i++)
    {
      const PtRole *role = roles->pdata[i];

      checks_by_kind[role->kind](self, role);
    }
  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];

      if (!person->active)
        check_leaver (self, person);
    }
}
