/* pt-proxies.h: a list of named elements for screen readers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include <partitur/tools.h>

#include "pt-badges.h"
#include "tools/pt-view.h"

G_BEGIN_DECLS

/** PtProxies: the proxies of one canvas, in reading order. Of a large diagram only what is in view.
 */
typedef struct _PtProxies PtProxies;

PtProxies *pt_proxies_new (GtkWidget *canvas);
void pt_proxies_free (PtProxies *self);
/** pt_proxies_sync: makes, drops, orders and describes them as the diagram is now */
void pt_proxies_sync (PtProxies *self, PtEditor *editor, const PtView *view, PtBadges *badges);
/** pt_proxies_allocate: puts those in view where their figures are */
void pt_proxies_allocate (PtProxies *self, PtEditor *editor, const PtView *view);
/** pt_proxies_show_selection: says which are selected */
void pt_proxies_show_selection (PtProxies *self, PtEditor *editor);
/** pt_proxies_focus: Returns: whether the proxy of @id (nullable) took the focus */
gboolean pt_proxies_focus (PtProxies *self, const char *id);
/** pt_proxies_get: Returns: (nullable): the proxy of element @id */
GtkWidget *pt_proxies_get (PtProxies *self, const char *id);

G_END_DECLS
