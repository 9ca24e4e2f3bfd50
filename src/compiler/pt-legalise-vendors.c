/* pt-legalise-vendors.c: settings that are meant for another engine, and processes for none
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

#include "pt-report.h"

#include <string.h>

static gboolean
is_read (const PtTarget *target, const PtVendor *vendor)
{
  for (guint i = 0; target->reads[i]; i++)
    if (target->reads[i] == vendor)
      return TRUE;
  return FALSE;
}

static gboolean
has_settings (const PtCarried *carried, const PtVendor *vendor)
{
  return (carried->foreign && strstr (carried->foreign, vendor->uri))
         || (carried->extensions && strstr (carried->extensions, vendor->uri));
}

gboolean
pt_legalise_has_own_settings (PtLegalise *self, const PtNode *node)
{
  return self->target->reads && has_settings (&node->carried, self->target->reads[0]);
}

void
pt_legalise_vendors (PtLegalise *self)
{
  if (!self->target->reads)
    return;
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    for (guint k = 0; pt_vendors[k]; k++)
      if (has_settings (&pt_program_node (self->program, i)->carried, pt_vendors[k])
          && !is_read (self->target, pt_vendors[k]) && pt_legalise_is_played (self, i))
        pt_legalise_report (self, PT_CODE_X46, i, pt_vendors[k]->label);
}

/* An engine wants at least one process to play. */
void
pt_legalise_players (PtLegalise *self)
{
  if (!self->target->reads || self->program->scopes->len == 0)
    return;
  for (PtIndex i = 0; i < self->program->scopes->len; i++)
    if (pt_program_scope (self->program, i)->executable)
      return;
  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X51,
                                    pt_target_get_label (self->target), NULL),
                &pt_program_scope (self->program, 0)->origin);
}
