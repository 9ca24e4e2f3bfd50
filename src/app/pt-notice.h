/* pt-notice.h: a line above the drawing that says something until it is answered
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PtNotice: Signal `closed ()`: the user does not want to see it any longer. */
#define PT_TYPE_NOTICE (pt_notice_get_type ())
G_DECLARE_FINAL_TYPE (PtNotice, pt_notice, PT, NOTICE, GtkBox)

GtkWidget *pt_notice_new (const char *text);

/** pt_notice_add: a button with @label (with mnemonic) before the one that closes; it calls
 * @clicked with
 *  @user_data only. */
void pt_notice_add (PtNotice *self, const char *label, GCallback clicked, gpointer user_data);

/** pt_notice_get_text: Returns: (transfer none) */
const char *pt_notice_get_text (PtNotice *self);

G_END_DECLS
