/* pt-explanation.h: what a code means, an example and the ways out, as `partitur explain` tells it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/diagnostics.h>

G_BEGIN_DECLS

/** pt_explanation_new: Returns: a popover for a button */
GtkWidget *pt_explanation_new (PtCode code);

G_END_DECLS
