/* pt-diagram-bands.h: the bands of choreography activities, found by where they are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-graph-private.h"

/** pt_bands_free: Forgets what pt_diagram_bands_within() remembers of one diagram. */
void pt_bands_free (PtBands *self);
