/* pt-close.h: asking before unsaved work goes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-window.h"

G_BEGIN_DECLS

typedef void (*PtCloseAnswer) (gboolean may_close, gpointer user_data);

/** pt_close_ask: Calls @answer once it is known whether @page may go: at once when all is saved,
 * else after the user chose to save or to give up the changes. */
void pt_close_ask (PtWindow *window, PtPage *page, PtCloseAnswer answer, gpointer user_data);
/** pt_close_needs_asking: whether there is unsaved work the user has not given up yet */
gboolean pt_close_needs_asking (PtPage *page);
/** pt_close_is_agreed: whether the user was asked, or did not have to be, and @page may go */
gboolean pt_close_is_agreed (PtPage *page);
/** pt_close_agree: @page may go without a question, for what is in it is shown elsewhere now */
void pt_close_agree (PtPage *page);
/** pt_close_forget: forgets that the user gave up the changes of @page */
void pt_close_forget (PtPage *page);

G_END_DECLS
