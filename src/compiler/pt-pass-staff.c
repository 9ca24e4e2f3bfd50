/* pt-pass-staff.c: whether the people of a roles file can play the program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What takes time with the size of the file comes first, what a solver must be asked for after it,
 * so that little is missing when the time is over.
 */
#include "pt-passes.h"
#include "pt-staff.h"

#define DEFAULT_MILLISECONDS 10000

/* What is seen without asking a solver. */
static void (*const checks[]) (PtStaff *self) = {
  pt_staff_check_holders,     pt_staff_check_skills,  pt_staff_check_rules, pt_staff_check_votes,
  pt_staff_check_assignments, pt_staff_check_outside,
};

/* What has time. */
static void (*const late_checks[]) (PtStaff *self) = {
  pt_staff_check_handoffs,
  pt_staff_check_load,
};

static void
check_processes (PtStaff *self)
{
  for (PtIndex scope = 0; scope < self->program->scopes->len; scope++)
    {
      const PtScope *process = pt_program_scope (self->program, scope);

      if (process->parent == PT_NO_INDEX && process->executable)
        pt_staff_check_process (self, scope);
    }
}

void
pt_staff_init (PtStaff *self,
               const PtProgram *program,
               PtRoster *roster,
               const GDate *day,
               PtDiagnostics *diagnostics,
               guint milliseconds,
               GCancellable *cancellable)
{
  gint64 patience = milliseconds > 0 ? milliseconds : DEFAULT_MILLISECONDS;

  *self
      = (PtStaff){ .program = program, .roster = roster, .day = *day, .diagnostics = diagnostics };
  if (!g_date_valid (day))
    g_date_set_time_t (&self->day, g_get_real_time () / G_USEC_PER_SEC);
  self->effort.cancellable = cancellable;
  self->effort.deadline = g_get_monotonic_time () + patience * G_TIME_SPAN_MILLISECOND;
  self->maker = pt_net_maker_new (program);
  pt_staff_read_works (self);
  pt_staff_read_bonds (self);
}

void
pt_staff_clear (PtStaff *self)
{
  g_clear_pointer (&self->bonds, g_ptr_array_unref);
  g_clear_pointer (&self->works, g_ptr_array_unref);
  g_clear_pointer (&self->maker, pt_net_maker_free);
}

void
pt_pass_staff (const PtProgram *program,
               PtRoster *roster,
               const GDate *day,
               guint milliseconds,
               PtDiagnostics *diagnostics,
               GCancellable *cancellable)
{
  g_auto (PtStaff) self = { 0 };

  if (roster == NULL || pt_roster_get_persons (roster)->len == 0)
    return;
  pt_staff_init (&self, program, roster, day, diagnostics, milliseconds, cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (checks) && !g_cancellable_is_cancelled (cancellable); i++)
    checks[i](&self);
  if (!g_cancellable_is_cancelled (cancellable))
    check_processes (&self);
  for (guint i = 0; i < G_N_ELEMENTS (late_checks) && !g_cancellable_is_cancelled (cancellable);
       i++)
    late_checks[i](&self);
}
