/* pt-staff-runs.h: which activities happen together in one run of a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/net.h>

G_BEGIN_DECLS

#define PT_STAFF_MAX_WATCHED 64

/** PtStaffTurn: where a run could have gone elsewhere. */
typedef struct
{
  PtIndex node; /* the gateway, or the boundary event that occurs */
  PtIndex flow; /* that is taken, or %PT_NO_INDEX for a boundary event */
} PtStaffTurn;

/** PtStaffRun: a way through a process to its end. */
typedef struct
{
  guint64 watched; /* bit n: the n-th activity that is watched happens */
  GArray *nodes;   /* PtIndex: what happens, in order */
  GArray *turns;   /* PtStaffTurn, in order */
} PtStaffRun;

typedef struct
{
  GPtrArray *runs;      /* of PtStaffRun: for each set of watched activities one of the shortest */
  gboolean is_complete; /* there are no other sets */
} PtStaffRuns;

/**
 * pt_staff_runs_new:
 * @watched: (array length=n_watched): at most %PT_STAFF_MAX_WATCHED activities in @process, however
 * deep
 *
 * Plays the nets of the process and its sub-processes. Where several things may happen in any
 * order, and none takes from another what it needs, only one order is tried: a stubborn set of A.
 * Valmari
 * ("Stubborn sets for reduced state space generation", 1989), which keeps all sets of what happens.
 *
 * Returns: (transfer full)
 */
PtStaffRuns *pt_staff_runs_new (PtNetMaker *maker,
                                const PtProgram *program,
                                PtIndex process,
                                const PtIndex *watched,
                                guint n_watched,
                                GCancellable *cancellable);
void pt_staff_runs_free (PtStaffRuns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtStaffRuns, pt_staff_runs_free)

PtStaffRun *pt_staff_run_copy (const PtStaffRun *self);
/** pt_staff_run_free: @self: (nullable) */
void pt_staff_run_free (PtStaffRun *self);

G_END_DECLS
