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
