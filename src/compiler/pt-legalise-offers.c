/* pt-legalise-offers.c: who is offered what, and what a target does not see to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

#include "pt-report.h"

#include <string.h>

/* "a b" as "a, b". */
static char *
with_commas (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  return g_strjoinv (", ", words);
}

/* ----- offers ---------------------------------------------------------------------------------- */

static void
report_lane (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  const char *role
      = node->role != PT_NO_INDEX ? pt_program_role (self->program, node->role)->id : "";

  pt_legalise_report (self, PT_CODE_X66, i, role);
}

static void
report_users (PtLegalise *self, PtIndex i)
{
  g_autofree char *users = with_commas (pt_program_node (self->program, i)->users);

  pt_legalise_report (self, PT_CODE_X64, i, users);
}

/* What the file says for this engine in its own words goes along as it is. */
static void
check_due (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  const char *due = node->due_iso ? node->due_iso : node->due_text;

  if (due && self->target->reads && node->type == PT_BPMN_USER_TASK
      && !(self->target->due_date && node->due_iso) && !pt_legalise_has_own_settings (self, node))
    pt_legalise_report (self, PT_CODE_X67, i, due);
}

static void
check_node (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  gboolean by_lane = (self->target->lacks & PT_LACK_GROUPS) != 0;

  if (by_lane && (node->groups || node->users))
    report_lane (self, i);
  else if (!by_lane && node->users)
    report_users (self, i);
}

/* ----- promises -------------------------------------------------------------------------------- */

static PtIndex
find_node (PtLegalise *self, const char *id)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (strcmp (pt_program_node (self->program, i)->origin.id, id) == 0)
      return i;
  return PT_NO_INDEX;
}

static void
report_promise (PtLegalise *self, const PtPromise *promise)
{
  g_auto (GStrv) ids = g_strsplit (promise->nodes ? promise->nodes : "", " ", -1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  PtDiagnostic *finding;
  g_autofree char *names = NULL;

  for (guint i = 0; ids[i]; i++)
    {
      PtIndex node = find_node (self, ids[i]);
      g_autofree char *label
          = node != PT_NO_INDEX ? pt_report_node_label (self->program, node) : NULL;

      if (label)
        g_ptr_array_add (labels, g_strdup_printf ("“%s”", label));
    }
  g_ptr_array_add (labels, NULL);
  names = g_strjoinv (", ", (char **)labels->pdata);
  finding = pt_diagnostics_add (self->diagnostics, PT_CODE_X65, promise->label, names,
                                pt_target_get_label (self->target), NULL);
  for (guint i = 0; ids[i]; i++)
    if (find_node (self, ids[i]) != PT_NO_INDEX)
      pt_report_at (finding, &pt_program_node (self->program, find_node (self, ids[i]))->origin);
}

void
pt_legalise_offers (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_legalise_is_played (self, i))
      {
        check_node (self, i);
        check_due (self, i);
      }
  for (guint i = 0; i < self->program->promises->len; i++)
    {
      const PtPromise *promise = PT_PROGRAM_AT (self->program->promises, PtPromise, i);

      if (pt_program_scope (self->program, promise->process)->executable
          && !(promise->is_kept && !(self->target->lacks & PT_LACK_DOERS)))
        report_promise (self, promise);
    }
}
