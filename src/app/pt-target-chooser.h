/* pt-target-chooser.h: the engine that is to play the process, and what each would make of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/** PtTargetChooser: Signals: `chosen (PtTarget *target)`; `picked (const char *id)`: the element
 * that a loss is about. */
#define PT_TYPE_TARGET_CHOOSER (pt_target_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PtTargetChooser, pt_target_chooser, PT, TARGET_CHOOSER, GtkWidget)

/** pt_target_chooser_set_target: shows @target as the chosen one */
void pt_target_chooser_set_target (PtTargetChooser *self, const PtTarget *target);
/** pt_target_chooser_set_compilation: what would be lost of it is worked out in the background once
 * somebody looks */
void pt_target_chooser_set_compilation (PtTargetChooser *self, PtCompilation *compilation);

G_END_DECLS
