/* pt-label-things.h: what a figure puts in the way of labels
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/layout.h>

#include "pt-label-grid.h"

/**
 * pt_label_things:
 * @figure: one that is shown
 * @needs: what it takes up beside its lines
 * @owner: of the things
 *
 * Returns: (transfer full) (element-type PtThing): the segments of a flow and its envelope; the
 * body of a shape, or its frame and its strip; a text with a given place
 */
GArray *pt_label_things (const PtDiagramElement *figure, const PtLabelNeeds *needs, gpointer owner);
