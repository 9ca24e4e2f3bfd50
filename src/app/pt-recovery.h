/* pt-recovery.h: work that a crash left behind, offered at the next start
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

/** pt_recovery_is_wanted: whether histories are kept. @settings: (nullable) */
gboolean pt_recovery_is_wanted (GSettings *settings);

/**
 * pt_recovery_offer: Looks for unfinished work in the background; when there is some, asks in
 * @window what to restore. Old histories are thrown away on the way.
 */
void pt_recovery_offer (PtWindow *window);

G_END_DECLS
