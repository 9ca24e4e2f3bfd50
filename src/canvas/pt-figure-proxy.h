/* pt-figure-proxy.h: one figure for assistive technology
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** PtFigureProxy: an invisible list item that can have the focus; it stands where the figure
 * stands. */
#define PT_TYPE_FIGURE_PROXY (pt_figure_proxy_get_type ())
G_DECLARE_FINAL_TYPE (PtFigureProxy, pt_figure_proxy, PT, FIGURE_PROXY, GtkWidget)

GtkWidget *pt_figure_proxy_new (const char *id);
const char *pt_figure_proxy_get_id (PtFigureProxy *self);
/** pt_figure_proxy_describe: @findings: (nullable): what is said about it */
void pt_figure_proxy_describe (PtFigureProxy *self,
                               const PtDiagramElement *figure,
                               const char *findings);

G_END_DECLS
