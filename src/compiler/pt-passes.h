/* pt-passes.h: the passes between lower and emit
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each takes a sealed program and gives a new sealed one (transfer full). The first four take it
 * over: what nobody else holds is changed instead of copied. All may run in any thread. What they
 * find is appended to @diagnostics, without places: those stand in program->places.
 */
#pragma once

#include <partitur/compiler.h>

G_BEGIN_DECLS

/** pt_pass_decide: Labels of splits become conditions over decision variables; what is FEEL already
 *  is checked and kept. */
PtProgram *pt_pass_decide (PtProgram *program, PtDiagnostics *diagnostics);

/** pt_pass_time: What timers say in words becomes ISO 8601. */
PtProgram *pt_pass_time (PtProgram *program, PtDiagnostics *diagnostics);

/**
 * pt_pass_bind:
 * @roster: (nullable): NULL takes the names on the drawing as roles and checks none
 * @day: holders as of this day
 *
 * Lanes, pools and performers become roles; plain tasks become user or service tasks.
 */
PtProgram *
pt_pass_bind (PtProgram *program, PtRoster *roster, const GDate *day, PtDiagnostics *diagnostics);

/** pt_pass_type: What a case knows gets a type, and whoever tells it is found; expressions are held
 *  against that, and whether what is read has been written. */
PtProgram *pt_pass_type (PtProgram *program, PtDiagnostics *diagnostics);

/** pt_pass_sound: Whether the processes and sub-processes can be completed from every situation
 * they get into, without two tokens meeting; changes nothing. What it does not decide it says. */
void
pt_pass_sound (const PtProgram *program, PtDiagnostics *diagnostics, GCancellable *cancellable);

/**
 * pt_pass_staff:
 * @program: after bind
 * @roster: (nullable): without one, or without people in it, nothing is looked at
 * @milliseconds: how long it may take, 0 for ten seconds; what was not decided then is said
 *
 * Whether these people can play the program: under all rules, on all paths, on @day and in the year
 * behind it, and in spite of absences; changes nothing.
 */
void pt_pass_staff (const PtProgram *program,
                    PtRoster *roster,
                    const GDate *day,
                    guint milliseconds,
                    PtDiagnostics *diagnostics,
                    GCancellable *cancellable);

/** pt_pass_style: Whether the drawing keeps the rules by which drawings are easy to read; changes
 *  nothing. */
void pt_pass_style (const PtProgram *program, PtDiagnostics *diagnostics, GCancellable *cancellable);

/** pt_pass_legalise: Rewrites what @target cannot play into what it can, or says that there is no
 *  such thing. */
PtProgram *
pt_pass_legalise (const PtProgram *program, const PtTarget *target, PtDiagnostics *diagnostics);

G_END_DECLS
