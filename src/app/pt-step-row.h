/* pt-step-row.h: a step of the pipeline: what it is about, and when it is opened, what it decided
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/** PtStepRow: Signals: `picked (const char *id)`: the user looks at an element; `settle
 * (PtInference *inference, PtInferenceState state, const char *value)`: and decides, as for
 * pt_compiler_settle(). */
#define PT_TYPE_STEP_ROW (pt_step_row_get_type ())
G_DECLARE_FINAL_TYPE (PtStepRow, pt_step_row, PT, STEP_ROW, AdwExpanderRow)

PtStepRow *pt_step_row_new (PtPass pass);
void pt_step_row_set_compilation (PtStepRow *self, PtCompilation *compilation);

G_END_DECLS
