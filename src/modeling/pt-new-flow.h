/* pt-new-flow.h: a new connection with its figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/**
 * pt_new_flow_make:
 * @type: as pt_rules_connect() says
 * @source, @target: elements, or prospects with their node set
 *
 * Makes the connection in the container it belongs to. Returns: (transfer none)
 */
xmlNode *pt_new_flow_make (PtDraft *draft,
                           PtBpmnType type,
                           const PtElement *source,
                           const PtElement *target);

/**
 * pt_new_flow_draw:
 * @waypoints: (nullable) (element-type PtPoint): a route from within one end to within the other;
 * it is cropped at the outlines. Without it, or where it makes no sense, the flow is routed.
 */
void pt_new_flow_draw (PtDraft *draft,
                       PtDiagram *diagram,
                       xmlNode *flow,
                       PtBpmnType type,
                       const PtRouteEnd *from,
                       const PtRouteEnd *to,
                       const GArray *waypoints,
                       gboolean vertical);
/** pt_flow_fit: Returns: (transfer full): @waypoints cropped at both ends, or a new route */
GArray *pt_flow_fit (PtBpmnType type,
                     const PtRouteEnd *from,
                     const PtRouteEnd *to,
                     const GArray *waypoints,
                     gboolean vertical);
/** pt_flow_container: Returns: (nullable): the element whose child a flow of @type becomes */
const PtElement *
pt_flow_container (PtBpmnType type, const PtElement *source, const PtElement *target);
