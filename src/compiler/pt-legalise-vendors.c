/* pt-legalise-vendors.c: settings that are meant for another engine, and processes for none
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

#include "pt-report.h"
#include "pt-settings.h"

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

/* What has the name of another engine may be read all the same, but not all of it. */
static char *
only_unread (const PtTarget *target, const char *settings)
{
  g_auto (GStrv) all = g_strsplit (settings, ", ", -1);
  g_autoptr (GPtrArray) unread = g_ptr_array_new ();

  for (guint k = 0; all[k] && target->unread; k++)
    if (g_strv_contains (target->unread, all[k]))
      g_ptr_array_add (unread, all[k]);
  g_ptr_array_add (unread, NULL);
  return unread->len > 1 ? g_strjoinv (", ", (char **)unread->pdata) : NULL;
}

/* What every target writes in its own way is not lost. Returns: (transfer full) (nullable) */
static char *
find_lost (PtLegalise *self,
           const PtCarried *carried,
           gboolean by_candidates,
           const PtVendor *vendor)
{
  g_autofree char *settings = vendor == self->target->reads[0] || !has_settings (carried, vendor)
                                  ? NULL
                                  : pt_settings_left (carried, by_candidates, vendor);
  g_autofree char *lost = NULL;

  if (settings)
    lost = is_read (self->target, vendor) ? only_unread (self->target, settings)
                                          : g_steal_pointer (&settings);
  return lost ? g_strdup_printf ("%s (%s)", vendor->label, lost) : NULL;
}

static void
check_node (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  for (guint k = 0; pt_vendors[k]; k++)
    {
      g_autofree char *lost = find_lost (self, &node->carried, node->by_candidates, pt_vendors[k]);

      if (lost)
        pt_legalise_report (self, PT_CODE_X46, i, lost);
    }
}

/* Those of a sub-process are its node's. */
static void
check_process (PtLegalise *self, const PtScope *process)
{
  g_autofree char *label = pt_report_label (process->name, PT_BPMN_PROCESS, &process->origin);

  for (guint k = 0; pt_vendors[k]; k++)
    {
      g_autofree char *lost = find_lost (self, &process->carried, FALSE, pt_vendors[k]);

      if (lost)
        pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X46, label, lost,
                                          pt_target_get_label (self->target), NULL),
                      &process->origin);
    }
}

void
pt_legalise_vendors (PtLegalise *self)
{
  if (!self->target->reads)
    return;
  for (PtIndex i = 0; i < self->program->scopes->len; i++)
    if (pt_program_scope (self->program, i)->executable
        && pt_program_scope (self->program, i)->node == PT_NO_INDEX)
      check_process (self, pt_program_scope (self->program, i));
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_legalise_is_played (self, i))
      check_node (self, i);
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
