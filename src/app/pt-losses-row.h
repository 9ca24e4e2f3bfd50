/* pt-losses-row.h: an engine to choose, and what it would make of the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <partitur/compiler.h>

G_BEGIN_DECLS

/** PtLossesRow: Signals: `chosen ()`; `picked (const char *id)`: the element that a loss is about.
 */
#define PT_TYPE_LOSSES_ROW (pt_losses_row_get_type ())
G_DECLARE_FINAL_TYPE (PtLossesRow, pt_losses_row, PT, LOSSES_ROW, AdwExpanderRow)

/** pt_losses_row_new: @group: (nullable): another row, of which only one can be chosen */
PtLossesRow *pt_losses_row_new (const PtTarget *target, PtLossesRow *group);
const PtTarget *pt_losses_row_get_target (PtLossesRow *self);
/** pt_losses_row_choose: marks it as the chosen one, which is not told */
void pt_losses_row_choose (PtLossesRow *self);
/** pt_losses_row_set_losses: @found: (nullable): from pt_compiler_losses(); %NULL while they are
 * worked out. @is_playable: whether nothing else stands in the way */
void pt_losses_row_set_losses (PtLossesRow *self, PtDiagnostics *found, gboolean is_playable);

G_END_DECLS
