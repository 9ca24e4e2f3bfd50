/* pt-pass-bind.c: lanes, pools and performers become roles
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-passes.h"

#include "pt-bind.h"
#include "pt-decide.h"

static void
find_divided_processes (PtBind *self)
{
  const PtProgram *program = self->program;

  self->has_lanes = g_new0 (gboolean, program->scopes->len);
  for (guint i = 0; i < program->lanes->len; i++)
    self->has_lanes[pt_program_process_of (program, pt_program_lane (program, i)->scope)] = TRUE;
}

/* What an external party does in its pool is its own business. */
static void
leave_external_pools (PtBind *self)
{
  for (guint i = 0; i < self->program->pools->len; i++)
    {
      const PtPool *pool = pt_program_pool (self->program, i);

      if (pool->process != PT_NO_INDEX && pool->role != PT_NO_INDEX
          && pt_bind_kind (self, pool->role) == PT_ROLE_EXTERNAL)
        pt_program_scope (self->program, pool->process)->executable = FALSE;
    }
}

static void
report_unchecked (PtBind *self)
{
  if (!self->roster && self->program->nodes->len > 0)
    pt_diagnostics_add (self->diagnostics, PT_CODE_RD16, NULL);
}

/* ----- who is asked
 * ------------------------------------------------------------------------------- */

static gboolean
is_user_task (const PtNode *node)
{
  return node->type == PT_BPMN_USER_TASK;
}

/* A plain task may have turned out to be a system's, and systems are not asked. */
static void
find_collectors_again (PtBind *self)
{
  PtProgram *program = self->program;

  for (guint i = 0; i < program->decisions->len; i++)
    {
      PtDecision *decision = pt_program_decision (program, i);

      if (decision->collected_at == PT_NO_INDEX
          || is_user_task (pt_program_node (program, decision->collected_at)))
        continue;
      decision->collected_at
          = pt_decide_teller (program, decision->gateway, decision->question, is_user_task);
      if (decision->collected_at == PT_NO_INDEX
          && pt_program_scope (program,
                               pt_program_process_of (program,
                                                      pt_program_node (program, decision->gateway)
                                                          ->scope))
                 ->executable)
        pt_decide_report_uncollected (program, i, self->diagnostics);
    }
}

PtProgram *
pt_pass_bind (PtProgram *program, PtRoster *roster, const GDate *day, PtDiagnostics *diagnostics)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) players = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  PtBind self = {
    .program = pt_program_open (program),
    .roster = roster,
    .day = day,
    .diagnostics = diagnostics,
    .sources = sources,
    .players = players,
  };

  find_divided_processes (&self);
  pt_bind_match_names (&self);
  leave_external_pools (&self);
  report_unchecked (&self);
  pt_bind_check_lanes (&self);
  pt_bind_tasks (&self);
  pt_bind_check_holders (&self);
  pt_bind_offers (&self);
  find_collectors_again (&self);
  pt_program_seal (self.program);
  g_free (self.lanes);
  g_free (self.pools);
  g_free (self.has_lanes);
  return self.program;
}
