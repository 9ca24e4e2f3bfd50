/* pt-problem-chip.h: how many problems the process has, always in sight, and the way to them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/**
 * PtProblemChip: Counts errors and warnings of the newest result. When the last change has brought errors
 * that were not there before, it says so until one has gone there or they are gone.
 *
 * Signal `picked (const PtDiagnostic *problem)`: the user wants to go there.
 */
#define PT_TYPE_PROBLEM_CHIP (pt_problem_chip_get_type ())
G_DECLARE_FINAL_TYPE (PtProblemChip, pt_problem_chip, PT, PROBLEM_CHIP, GtkWidget)

void pt_problem_chip_update (PtProblemChip *self, PtCompilation *compilation);
/** pt_problem_chip_show_checking: says that a new result takes a moment; until then it leads nowhere */
void pt_problem_chip_show_checking (PtProblemChip *self);
/** pt_problem_chip_go_on: picks the first new error, else the problem after the one picked before;
 * errors come before warnings */
void pt_problem_chip_go_on (PtProblemChip *self);
/** pt_problem_chip_get_text: Returns: (transfer none): what it says */
const char *pt_problem_chip_get_text (PtProblemChip *self);

G_END_DECLS
