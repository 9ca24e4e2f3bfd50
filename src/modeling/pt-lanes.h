/* pt-lanes.h: what becomes of the room of a lane that goes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_lanes_close_gap: the neighbour of the doomed @lane, its upper one where it has one, takes its
 * room */
void pt_lanes_close_gap (PtDraft *draft, PtElement *lane);
