/* pt-replace-menu.h: what else an element could be
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include <partitur/tools.h>

G_BEGIN_DECLS

/**
 * pt_replace_menu_popup:
 * Opens a list of the types element @id can be turned into, as a child of @parent that points at
 * @at; with a search field when there are more than five. Up and down choose, Enter takes, Escape
 * closes.
 */
void
pt_replace_menu_popup (GtkWidget *parent, const GdkRectangle *at, PtEditor *editor, const char *id);
/** pt_type_icon: Returns: (transfer none): name of the symbolic icon of a node of @type */
const char *pt_type_icon (PtBpmnType type, PtBpmnType event_definition);

G_END_DECLS
