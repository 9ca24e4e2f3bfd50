/* pt-attach.h: boundary events on the edge of their host
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_attach_point: Returns: the point of the edge of @host nearest to @p */
PtPoint pt_attach_point (PtBounds host, PtPoint p);
/** pt_attach_wanted: whether an event of @type put at @p onto @host becomes its boundary event; an
 *  opened sub-process takes it inside when it is not near the edge */
gboolean pt_attach_wanted (const PtElement *host, PtBpmnType type, PtPoint p);
/** pt_attach_make: Returns: (transfer none): a new boundary event of @host, docked nearest to @p */
xmlNode *pt_attach_make (PtDraft *draft,
                         PtDiagram *diagram,
                         PtElement *host,
                         const PtNodeSpec *spec,
                         PtPoint p);
/** pt_attach_possible: whether @event, which is there already, can become a boundary event of @host: no
 *  flow leads to it, and both are of one level */
gboolean pt_attach_possible (const PtElement *event, const PtElement *host);
/** pt_attach_existing: makes it one, docked nearest to @p */
void pt_attach_existing (PtDraft *draft, PtElement *event, PtElement *host, PtPoint p);
/** pt_attach_slide: moves a boundary event along the edge of its host, or onto the edge of @onto
 *  (nullable), an activity of the same level */
void pt_attach_slide (PtDraft *draft, PtElement *event, PtElement *onto, double dx, double dy);
