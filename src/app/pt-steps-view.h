/* pt-steps-view.h: the way from the drawing to the executable file, step by step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/** PtStepsView: Signals `picked` and `settle` as of #PtStepRow. */
#define PT_TYPE_STEPS_VIEW (pt_steps_view_get_type ())
G_DECLARE_FINAL_TYPE (PtStepsView, pt_steps_view, PT, STEPS_VIEW, GtkWidget)

void pt_steps_view_set_compilation (PtStepsView *self, PtCompilation *compilation);

G_END_DECLS
