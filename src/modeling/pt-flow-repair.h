/* pt-flow-repair.h: flows follow their ends
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_flow_repair_all: repairs the routes at every shape that @draft gives another place */
void pt_flow_repair_all (PtDraft *draft);
/** pt_flow_set_route: writes the waypoints of @edge for good: it is not repaired any more; its
 * label moves with the middle of the edge */
void pt_flow_set_route (PtDraft *draft, PtDiagramElement *edge, const GArray *points);
/**
 * pt_flow_redraw_elsewhere:
 * @source, @target: (nullable): the ends it has from now on; NULL for what is not drawn yet
 *
 * Repairs what is drawn of @flow on other diagrams than the one worked on. Where an end is not
 * drawn the flow is drawn no more.
 */
void pt_flow_redraw_elsewhere (PtDraft *draft,
                               PtElement *flow,
                               const PtElement *source,
                               const PtElement *target);
/** pt_flow_is_vertical: whether what surrounds @element flows from top to bottom */
gboolean pt_flow_is_vertical (const PtElement *element);
