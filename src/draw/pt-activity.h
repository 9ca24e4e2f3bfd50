/* pt-activity.h: which symbols an activity carries; its label keeps clear of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-symbol.h"

#include <partitur/bpmn.h>

#define PT_MAX_MARKERS 4

/** pt_activity_icon: Returns: the symbol of its kind at the upper left, or %PT_SYMBOL_NONE */
PtSymbol pt_activity_icon (const PtDiagramElement *figure);
/** pt_activity_markers: Returns: how many of @markers were set, from left to right */
guint pt_activity_markers (const PtDiagramElement *figure, PtSymbol markers[PT_MAX_MARKERS]);
