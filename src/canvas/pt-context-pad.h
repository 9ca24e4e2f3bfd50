/* pt-context-pad.h: the next steps, beside the selection
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include <partitur/tools.h>

G_BEGIN_DECLS

/** PtContextPad: two columns of buttons: append, connect, change type, delete; lanes for pools. */
#define PT_TYPE_CONTEXT_PAD (pt_context_pad_get_type ())
G_DECLARE_FINAL_TYPE (PtContextPad, pt_context_pad, PT, CONTEXT_PAD, GtkWidget)

GtkWidget *pt_context_pad_new (PtEditor *editor);
/** pt_context_pad_update: fits the buttons to the selection. Returns: whether there are any */
gboolean pt_context_pad_update (PtContextPad *self);

G_END_DECLS
