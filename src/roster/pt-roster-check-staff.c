/* pt-roster-check-staff.c: who holds the roles on the day, who looks after systems
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

#define MOST_OFFERED 3

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

  PtDiagnostic *diagnostic;

  if (!has_persons (self) || pt_roster_count_holders (self->roster, role, self->day) > 0)
    return;
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RH01, role->name, day, NULL);
  place_at_role (self, diagnostic, role);
  pt_roster_check_offer_holders (self, diagnostic, role);
}

static void
check_external (const PtRosterCheck *self, const PtRole *role)
{
  static const char *const channels[] = { "mail", "portal" };
  PtDiagnostic *diagnostic;

  if (role->channel != NULL)
    return;
  diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RX02, role->name, NULL);
  place_at_role (self, diagnostic, role);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_CHANNEL, channels[i], role->id, NULL);
}

/* Roles of people, those of the system's own unit first. */
static void
offer_owners (const PtRosterCheck *self, PtDiagnostic *diagnostic, const PtRole *system)
{
  GPtrArray *roles = pt_roster_get_roles (self->roster);
  guint n = 0;

  if (!pt_roster_check_take (self, 100 * roles->len))
    return;
  for (int near = TRUE; near >= FALSE; near--)
    for (guint i = 0; i < roles->len && n < MOST_OFFERED; i++)
      {
        const PtRole *role = roles->pdata[i];

        if (role->kind != PT_ROLE_INTERNAL || near != (role->unit == system->unit)
            || (has_persons (self) && pt_roster_count_holders (self->roster, role, self->day) == 0))
          continue;
        pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_OWNER, role->name, system->id, role->id,
                               NULL);
        n++;
      }
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
  if (role->owner != NULL)
    pt_roster_check_offer_holders (self, diagnostic, role->owner);
  else
    offer_owners (self, diagnostic, role);
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

void
pt_roster_check_staff (const PtRosterCheck *self)
{
  GPtrArray *roles = pt_roster_get_roles (self->roster);

  check_that_somebody_is_there (self);
  for (guint i = 0; i < roles->len; i++)
    {
      const PtRole *role = roles->pdata[i];

      checks_by_kind[role->kind](self, role);
    }
}
