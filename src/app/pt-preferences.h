/* pt-preferences.h: the preferences window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** pt_preferences_new: @settings: (nullable): NULL leaves nothing to choose */
GtkWidget *pt_preferences_new (GSettings *settings);

G_END_DECLS
