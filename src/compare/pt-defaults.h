/* pt-defaults.h: attributes that say what goes without saying
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

/** pt_default_is: Returns: whether @attribute of @node says what the standard takes it to say when it is
 *  absent */
gboolean pt_default_is (const xmlNode *node, const xmlAttr *attribute);

G_END_DECLS
