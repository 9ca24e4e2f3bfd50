/* pt-desk.h: a window on an X server, driven by real pointer and key events
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../../src/app/pt-window.h"

G_BEGIN_DECLS

/** pt_desk_open: Returns: (transfer none): a new window, shown and painted */
PtWindow *pt_desk_open (void);
/** pt_desk_open_small: Returns: (transfer none): one as large as a small screen */
PtWindow *pt_desk_open_small (void);
/** pt_desk_close: closes the window without asking; nothing may keep it alive */
void pt_desk_close (PtWindow *window);
/** pt_desk_spin: lets things happen for @ms milliseconds */
void pt_desk_spin (guint ms);
/** pt_desk_wait: lets things happen until @done says so; fails after half a minute, naming place
 * and @done */
#define pt_desk_wait(done, user_data) pt_desk_wait_at (G_STRLOC, #done, done, user_data)
void pt_desk_wait_at (const char *place,
                      const char *what,
                      gboolean (*done) (gpointer),
                      gpointer user_data);
/** pt_desk_xdotool: runs xdotool with @words (separated by spaces) and lets things happen meanwhile
 */
void pt_desk_xdotool (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** pt_desk_on_screen: where a point of @widget is on the screen */
void pt_desk_on_screen (GtkWidget *widget, double x, double y, int *screen_x, int *screen_y);
/** pt_desk_drag: presses at one screen point, moves in steps, releases at another */
void pt_desk_drag (int from_x, int from_y, int to_x, int to_y);
/** pt_desk_find: Returns: (nullable): the first descendant of @parent whose tooltip begins with
 * @tooltip */
GtkWidget *pt_desk_find (GtkWidget *parent, const char *tooltip);
/** pt_desk_find_button: Returns: (nullable): the descendant of @parent that is a button with @label,
 * mnemonic and all, and is shown: dialogs hold theirs twice, for a wide and for a narrow shape */
GtkWidget *pt_desk_find_button (GtkWidget *parent, const char *label);
/** pt_desk_find_dialog: Returns: (nullable): a dialog that is shown over @window */
GtkWindow *pt_desk_find_dialog (PtWindow *window);
/** pt_desk_find_type: Returns: (nullable): the first element of @type on the page */
PtElement *pt_desk_find_type (PtPage *page, PtBpmnType type);
/** pt_desk_find_text: Returns: (nullable): the first label below @parent that is shown and begins
 * with
 * @text */
GtkWidget *pt_desk_find_text (GtkWidget *parent, const char *text);
/** pt_desk_find_kind: Returns: (nullable): the first widget from @parent down with this name in CSS
 */
GtkWidget *pt_desk_find_kind (GtkWidget *parent, const char *css_name);
/** pt_desk_click: clicks in the middle of @widget */
void pt_desk_click (GtkWidget *widget);
/** pt_desk_press: clicks on that button, which must be there */
void pt_desk_press (gpointer parent, const char *label);
/** pt_desk_has_page, pt_desk_has_dialog: for pt_desk_wait(): whether a #PtWindow shows one */
gboolean pt_desk_has_page (gpointer window);
gboolean pt_desk_has_dialog (gpointer window);
/** pt_desk_open_file: Returns: (transfer none): the page of the first file that @window opens */
PtPage *pt_desk_open_file (PtWindow *window, const char *path);
/** pt_desk_open_unfinished: Returns: (transfer none): a process with a way that never comes
 * together, and three steps after which nothing is said; checked */
PtPage *pt_desk_open_unfinished (PtWindow *window);
/** pt_desk_is_current: for pt_desk_wait(): whether a #PtPage shows what its drawing came to */
gboolean pt_desk_is_current (gpointer page);
/** pt_desk_picture: writes what the screen shows of @window to the file @name in the folder of the
 * environment variable PT_PICTURES, if there is one */
void pt_desk_picture (GtkWidget *window, const char *name);

G_END_DECLS
