/* pt-window-actions.c: what menus, buttons and shortcuts of a window do
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-clipboard.h"
#include "pt-compare.h"
#include "pt-diagram-actions.h"
#include "pt-examples.h"
#include "pt-executable.h"
#include "pt-file-dialog.h"
#include "pt-matrix-window.h"
#include "pt-print.h"
#include "pt-save.h"
#include "pt-window.h"

static PtPage *
page_of (gpointer window)
{
  return pt_window_get_page (window);
}

/* --- files --- */

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_window_new_process (window);
}

static void
open_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (PtWindow) window = user_data;

  if (file != NULL)
    pt_window_open (window, file);
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  PtPage *page = page_of (window);
  GFile *file = page != NULL ? pt_document_get_file (pt_page_get_document (page)) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  pt_file_dialog (window, PT_FILE_PROCESS_OPEN, folder, NULL, open_chosen_cb,
                  g_object_ref (window));
}

static void
open_uri_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  pt_window_open (window, file);
}

static void
open_example_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = pt_examples_unpack ("order-to-cash.bpmn", &error);

  if (file != NULL)
    pt_window_open (window, file);
  else
    pt_window_show_error (window, _ ("The Example Cannot Be Opened"), error->message);
}

static void
save_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_save (window, page_of (window), FALSE, NULL, NULL);
}

static void
save_as_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_save (window, page_of (window), TRUE, NULL, NULL);
}

static void
reload_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_window_reload (window, page_of (window));
}

static void
print_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;

  if (!pt_print_run (page_of (window), window, &error))
    pt_window_show_error (window, _ ("The Process Is Not Printed"), error->message);
}

static void
export_picture_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_save_picture (window, page_of (window));
}

static void
make_executable_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_executable_write (window, page_of (window));
}

static void
role_matrices_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_matrix_window_open (window, page_of (window));
}

static void
compare_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_compare_choose (window, page_of (window));
}

static void
compare_saved_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  PtPage *page = page_of (window);

  pt_compare_open (window, page, pt_document_get_file (pt_page_get_document (page)));
}

static void
close_tab_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  GtkWidget *page = GTK_WIDGET (page_of (window));
  AdwTabView *tabs = ADW_TAB_VIEW (gtk_widget_get_ancestor (page, ADW_TYPE_TAB_VIEW));

  adw_tab_view_close_page (tabs, adw_tab_view_get_page (tabs, page));
}

/* --- editing --- */

static void
undo_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_page_undo (page_of (window));
}

static void
redo_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_page_redo (page_of (window));
}

static void
cut_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_clipboard_copy (pt_window_get_canvas (window));
  pt_editor_delete_selection (pt_window_get_editor (window));
}

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_clipboard_copy (pt_window_get_canvas (window));
}

static void
paste_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_clipboard_paste (pt_window_get_canvas (window));
}

static void
duplicate_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_editor_duplicate (pt_window_get_editor (window));
}

static void
select_all_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_editor_select_all (pt_window_get_editor (window));
}

static void
delete_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_editor_delete_selection (pt_window_get_editor (window));
}

static void
edit_label_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *const *selection = pt_editor_get_selection (pt_window_get_editor (window));

  if (selection[0] != NULL)
    pt_canvas_edit_label (pt_window_get_canvas (window), selection[0]);
}

/* --- view --- */

static void
zoom_in_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_canvas_zoom_in (pt_window_get_canvas (window));
}

static void
zoom_out_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_canvas_zoom_out (pt_window_get_canvas (window));
}

static void
zoom_normal_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_canvas_zoom (pt_window_get_canvas (window), 1.0);
}

static void
zoom_fit_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_canvas_fit (pt_window_get_canvas (window));
}

static void
next_problem_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_page_next_problem (page_of (window));
}

static void
find_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_page_find (page_of (window));
}

static void
show_pane_changed (GSimpleAction *action, GVariant *state, gpointer window)
{
  g_simple_action_set_state (action, state);
  if (page_of (window) != NULL)
    pt_page_show_pane (page_of (window), g_variant_get_boolean (state));
}

static void
show_part_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_page_show_part (page_of (window), g_variant_get_string (parameter, NULL));
}

static void
fullscreen_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_object_set (window, "fullscreened", !gtk_window_is_fullscreen (window), NULL);
}

static const GActionEntry always[] = {
  { "new", new_activated },
  { "open", open_activated },
  { "open-uri", open_uri_activated, "s" },
  { "open-example", open_example_activated },
  { "fullscreen", fullscreen_activated },
};

static const GActionEntry with_page[] = {
  { "save", save_activated },
  { "save-as", save_as_activated },
  { "reload", reload_activated },
  { "print", print_activated },
  { "export-picture", export_picture_activated },
  { "make-executable", make_executable_activated },
  { "role-matrices", role_matrices_activated },
  { "compare", compare_activated },
  { "compare-saved", compare_saved_activated },
  { "close-tab", close_tab_activated },
  { "undo", undo_activated },
  { "redo", redo_activated },
  { "cut", cut_activated },
  { "copy", copy_activated },
  { "paste", paste_activated },
  { "duplicate", duplicate_activated },
  { "select-all", select_all_activated },
  { "delete", delete_activated },
  { "edit-label", edit_label_activated },
  { "zoom-in", zoom_in_activated },
  { "zoom-out", zoom_out_activated },
  { "zoom-normal", zoom_normal_activated },
  { "zoom-fit", zoom_fit_activated },
  { "find", find_activated },
  { "next-problem", next_problem_activated },
  { "show-part", show_part_activated, "s" },
  { "show-pane", NULL, NULL, "true", show_pane_changed },
};

static void
set_enabled (PtWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_selection_actions (PtWindow *self, gboolean selected)
{
  static const char *const names[] = { "cut", "copy", "duplicate", "delete", "edit-label" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    set_enabled (self, names[i], selected);
}

void
pt_window_update_actions (PtWindow *self)
{
  PtPage *page = pt_window_get_page (self);
  PtDocument *document = page != NULL ? pt_page_get_document (page) : NULL;
  GAction *pane = g_action_map_lookup_action (G_ACTION_MAP (self), "show-pane");

  for (guint i = 0; i < G_N_ELEMENTS (with_page); i++)
    set_enabled (self, with_page[i].name, page != NULL);
  set_enabled (self, "reload", document != NULL && pt_document_get_file (document) != NULL);
  set_enabled (self, "compare-saved", document != NULL && pt_document_get_file (document) != NULL);
  set_enabled (self, "undo", page != NULL && pt_page_get_undo_name (page) != NULL);
  set_enabled (self, "redo", page != NULL && pt_page_get_redo_name (page) != NULL);
  update_selection_actions (self, page != NULL
                                      && pt_editor_get_selection (pt_window_get_editor (self))[0]
                                             != NULL);
  pt_diagram_actions_update (self);
  if (page != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (pane),
                               g_variant_new_boolean (pt_page_is_pane_shown (page)));
}

void
pt_window_add_actions (PtWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), always, G_N_ELEMENTS (always), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), with_page, G_N_ELEMENTS (with_page), self);
  pt_diagram_actions_add (self);
}
