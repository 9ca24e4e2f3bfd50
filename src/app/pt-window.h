/* pt-window.h: a window with one tab per open process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-application.h"
#include "pt-opened.h"
#include "pt-page.h"

G_BEGIN_DECLS

#define PT_TYPE_WINDOW (pt_window_get_type ())
G_DECLARE_FINAL_TYPE (PtWindow, pt_window, PT, WINDOW, AdwApplicationWindow)

PtWindow *pt_window_new (PtApplication *application);

/** pt_window_add: Shows @opened in a new tab, and says so when its drawing was made for it.
 * Returns: (transfer none): its page */
PtPage *pt_window_add (PtWindow *self, const PtOpened *opened);
/** pt_window_find: Returns: (nullable): the first page that @is_it says yes of */
PtPage *
pt_window_find (PtWindow *self, gboolean (*is_it) (PtPage *page, gpointer data), gpointer data);
/** pt_window_show_page: brings @page and its window to the front */
void pt_window_show_page (PtWindow *self, PtPage *page);
/** pt_window_replace: closes @old without asking and puts @page where it was */
void pt_window_replace (PtWindow *self, PtPage *old, PtPage *page);
/** pt_window_get_page: Returns: (nullable): the page in front */
PtPage *pt_window_get_page (PtWindow *self);
/** pt_window_get_canvas, pt_window_get_editor: Returns: of the page in front, which there must be
 */
PtCanvas *pt_window_get_canvas (PtWindow *self);
PtEditor *pt_window_get_editor (PtWindow *self);
/** pt_window_toast: A short message that goes away by itself. */
void pt_window_toast (PtWindow *self, const char *text);
/** pt_window_add_toast: @toast: (transfer full) */
void pt_window_add_toast (PtWindow *self, AdwToast *toast);
/** pt_window_dismiss_toast: has @toast go: now, or once what came or went just before is at rest */
void pt_window_dismiss_toast (PtWindow *self, AdwToast *toast);
/** pt_window_say_written: says that @file is there now, in a toast */
void pt_window_say_written (PtWindow *self, GFile *file);
/** pt_window_show_error: A message that stays until it was read. */
void pt_window_show_error (PtWindow *self, const char *heading, const char *body);
/** pt_window_settings: Returns: (nullable) (transfer none): settings, %NULL without installed
 * schema */
GSettings *pt_window_settings (PtWindow *self);

/* pt-window-open.c */

/** pt_window_open: Loads @file in the background into a new tab, and offers to give up when that
 * takes long; a file already open in one of the program's windows is shown. */
void pt_window_open (PtWindow *self, GFile *file);
/** pt_window_new_process: an empty one, in a new tab */
void pt_window_new_process (PtWindow *self);
/** pt_window_reload: opens the file of @page anew in its place, after asking when that costs work
 */
void pt_window_reload (PtWindow *self, PtPage *page);
/** pt_window_restore: Shows @opened as it came from its history, in place of a page that shows its
 * file without changes. */
void pt_window_restore (PtWindow *self, const PtOpened *opened);
/** pt_window_restore_roles: Gives @roles (transfer none), as they came from their history, to the
 * page of the process @owner, which is opened if need be. @owner: a URI, or pt_history_get_id() */
void pt_window_restore_roles (PtWindow *self, PtDocument *roles, const char *owner);

/* pt-window-actions.c */
void pt_window_add_actions (PtWindow *self);
/** pt_window_update_actions: enables what the page in front can do. */
void pt_window_update_actions (PtWindow *self);

G_END_DECLS
