/* pt-auto-place.h: where a node that is added to another one goes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/**
 * pt_auto_place:
 * @from: the shape that something is added to
 * @prospect, @size: what is added
 * @before: whether it comes before @from in the flow
 * @lane: (nullable): where it is to stay; what stands in other lanes is not in the way
 *
 * Returns: the centre of a free place
 */
PtPoint pt_auto_place (PtDiagramElement *from,
                       const PtElement *prospect,
                       PtPoint size,
                       gboolean before,
                       const PtDiagramElement *lane);
