/* pt-inference-row.h: something that was read into the drawing, and what the group thinks of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/** PtInferenceRow: a row as of pt_place_row_new(). Signal `settle (PtInferenceState state, const
 * char *value)`: what the user thinks of it; @value: (nullable): another reading. */
#define PT_TYPE_INFERENCE_ROW (pt_inference_row_get_type ())
G_DECLARE_FINAL_TYPE (PtInferenceRow, pt_inference_row, PT, INFERENCE_ROW, AdwActionRow)

/** pt_inference_row_new: @inference: has to live as long as the row */
GtkWidget *pt_inference_row_new (const PtInference *inference);
const PtInference *pt_inference_row_get (GtkWidget *row);

G_END_DECLS
