/* pt-draw-container.h: a pool or lane that is not drawn gets its figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_draw_container: draws @element, a pool or lane, on @diagram behind what lies in it; one of
 * which nothing is drawn goes below the others. Nothing else is moved. Returns: %FALSE when it is
 * drawn there already */
gboolean pt_draw_container (PtDraft *draft, PtDiagram *diagram, PtElement *element);
