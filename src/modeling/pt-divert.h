/* pt-divert.h: flows of one node that become those of another
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/**
 * pt_divert_flows:
 * @fresh: a prospect with its node set, drawn at @end
 * @before: all sequence flows into @old lead to @fresh from now on, else all out of @old leave @fresh
 *
 * A default flow stays one.
 */
void pt_divert_flows (
    PtDraft *draft, PtElement *old, const PtElement *fresh, const PtRouteEnd *end, gboolean before);
