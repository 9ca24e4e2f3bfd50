/* pt-membership.h: who has come into which lane
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-versions.h"

G_BEGIN_DECLS

/** pt_membership_compare: Returns: (transfer full): PtEntry of the new version → GPtrArray of
 * PtAlteration: what its lanes say of an element that both versions have; of a lane, what it lists
 * that is nowhere */
GHashTable *pt_membership_compare (PtVersions *versions);

G_END_DECLS
