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

static gboolean
names (const char *text, const char *prefix, const char *setting)
{
  g_autofree char *name = g_strconcat (prefix, ":", setting, NULL);

  return text && strstr (text, name);
}

/* What has the name of another engine may be read all the same, but not all of it. */
static void
report_unread (PtLegalise *self, PtIndex i, const PtVendor *vendor)
{
  const PtCarried *carried = &pt_program_node (self->program, i)->carried;

  for (guint k = 0; self->target->unread[k]; k++)
    if (names (carried->foreign, vendor->prefix, self->target->unread[k])
        || names (carried->extensions, vendor->prefix, self->target->unread[k]))
      {
        g_autofree char *label
            = g_strdup_printf ("%s (%s)", vendor->label, self->target->unread[k]);

        pt_legalise_report (self, PT_CODE_X46, i, label);
      }
}

static void
check_settings (PtLegalise *self, PtIndex i, const PtVendor *vendor)
{
  if (!is_read (self->target, vendor))
    pt_legalise_report (self, PT_CODE_X46, i, vendor->label);
  else if (vendor != self->target->reads[0] && self->target->unread)
    report_unread (self, i, vendor);
}

void
pt_legalise_vendors (PtLegalise *self)
{
  if (!self->target->reads)
    return;
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    for (guint k = 0; pt_vendors[k]; k++)
      if (has_settings (&pt_program_node (self->program, i)->carried, pt_vendors[k])
          && pt_legalise_is_played (self, i))
        check_settings (self, i, pt_vendors[k]);
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
