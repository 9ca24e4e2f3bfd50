/* pt-diagram-actions.h: what a window does with diagrams and with the insides of sub-processes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

void pt_diagram_actions_add (PtWindow *window);
/** pt_diagram_actions_update: after another selection, diagram or page */
void pt_diagram_actions_update (PtWindow *window);

G_END_DECLS
