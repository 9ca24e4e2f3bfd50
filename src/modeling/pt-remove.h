/* pt-remove.h: taking elements out of model and diagrams
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_remove_diagram: takes @diagram out, if it is not out already; label styles of it that others
 * name go to one of those */
void pt_remove_diagram (PtDraft *draft, PtDiagram *diagram);
/** pt_remove_diagrams: takes the diagrams out that were made to show what is in @element */
void pt_remove_diagrams (PtDraft *draft, const PtElement *element);
/** pt_remove_figures: takes what shows @element from all diagrams, and its own diagrams out */
void pt_remove_figures (PtDraft *draft, const PtElement *element);
/** pt_remove_flow: takes a flow out, with the traces it left at its ends; notes it as doomed */
void pt_remove_flow (PtDraft *draft, PtElement *flow);
/** pt_remove_flows_of: the same for all flows at @element */
void pt_remove_flows_of (PtDraft *draft, const PtElement *element);
/** pt_remove_data_object: takes the data object out that @reference, which is going, refers to,
 * unless another reference needs it */
void pt_remove_data_object (PtDraft *draft, const PtElement *reference);
