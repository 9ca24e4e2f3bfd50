/* pt-severity-icon.h: how bad something is, as a picture
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/diagnostics.h>

G_BEGIN_DECLS

/** pt_severity_icon_show: lets @icon show @severity, which assistive technology says in a word;
 * off: there is nothing to say */
void pt_severity_icon_show (GtkImage *icon, PtSeverity severity);

G_END_DECLS
