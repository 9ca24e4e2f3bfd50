/* pt-window.c: a window with one tab per open process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-close.h"
#include "pt-recent.h"
#include "pt-window.h"

#define TOAST_TURN 600 /* ms: from one toast that comes or goes to the next */

struct _PtWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  AdwToast *toast;   /* (nullable): the newest, until it is dismissed */
  gint64 toast_turn; /* ms: when toasts came or went last, or will go */
  GtkStack *stack;
  AdwTabView *tabs;
  GtkPopoverMenu *recent_popover;
  GtkWidget *undo_button, *redo_button;
};

G_DEFINE_FINAL_TYPE (PtWindow, pt_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- the page in front --- */

static void
update_title (PtWindow *self)
{
  PtPage *page = pt_window_get_page (self);
  const char *title = page != NULL ? pt_page_get_title (page) : "Partitur";
  const char *subtitle = "";

  if (page != NULL && pt_page_is_modified (page))
    subtitle = _ ("Not saved yet");
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
set_step_tooltip (GtkWidget *button, const char *verb, const char *name)
{
  g_autofree char *text = name != NULL ? g_strdup_printf ("%s: %s", verb, name) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, text);
}

static void
update_undo_tooltips (PtWindow *self)
{
  PtPage *page = pt_window_get_page (self);

  set_step_tooltip (self->undo_button, _ ("Undo"), page ? pt_page_get_undo_name (page) : NULL);
  set_step_tooltip (self->redo_button, _ ("Redo"), page ? pt_page_get_redo_name (page) : NULL);
}

static void
update (PtWindow *self)
{
  update_title (self);
  update_undo_tooltips (self);
  pt_window_update_actions (self);
}

static void
selected_page_changed_cb (PtWindow *self)
{
  PtPage *page = pt_window_get_page (self);

  update (self);
  /* A page that changed while another one was in front asked for a new size when nobody listened.
   */
  gtk_widget_queue_resize (GTK_WIDGET (self->tabs));
  if (page != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (pt_page_get_canvas (page)));
}

static void
n_pages_changed_cb (PtWindow *self)
{
  gboolean any = adw_tab_view_get_n_pages (self->tabs) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "tabs" : "welcome");
}

static void
page_changed_cb (PtPage *page, gpointer user_data)
{
  PtWindow *self = user_data;
  AdwTabPage *tab = adw_tab_view_get_page (self->tabs, GTK_WIDGET (page));
  g_autofree char *title = NULL;

  title
      = g_strdup_printf ("%s%s", pt_page_is_modified (page) ? "• " : "", pt_page_get_title (page));
  adw_tab_page_set_title (tab, title);
  if (page == pt_window_get_page (self))
    update (self);
}

static void
page_message_cb (PtPage *page, const char *text, gpointer user_data)
{
  pt_window_toast (user_data, text);
}

/* A tab may be dragged to another window: it talks to the one it is in. */
static void
page_attached_cb (AdwTabView *tabs, AdwTabPage *tab, int position, gpointer user_data)
{
  GtkWidget *page = adw_tab_page_get_child (tab);

  g_signal_connect (page, "changed", G_CALLBACK (page_changed_cb), user_data);
  g_signal_connect (page, "message", G_CALLBACK (page_message_cb), user_data);
}

static void
page_detached_cb (AdwTabView *tabs, AdwTabPage *tab, int position, gpointer user_data)
{
  g_signal_handlers_disconnect_by_data (adw_tab_page_get_child (tab), user_data);
}

static AdwTabView *
create_window_cb (AdwTabView *tabs, gpointer user_data)
{
  PtWindow *window = pt_window_new (PT_APPLICATION (gtk_window_get_application (user_data)));

  gtk_window_present (GTK_WINDOW (window));
  return window->tabs;
}

/* --- closing --- */

static void
tab_answered_cb (gboolean may_close, gpointer user_data)
{
  AdwTabPage *tab = user_data;
  GtkWidget *tabs = gtk_widget_get_ancestor (adw_tab_page_get_child (tab), ADW_TYPE_TAB_VIEW);

  adw_tab_view_close_page_finish (ADW_TAB_VIEW (tabs), tab, may_close);
  g_object_unref (tab);
}

static gboolean
close_page_cb (AdwTabView *tabs, AdwTabPage *tab, gpointer user_data)
{
  pt_close_ask (user_data, PT_PAGE (adw_tab_page_get_child (tab)), tab_answered_cb,
                g_object_ref (tab));
  return GDK_EVENT_STOP;
}

static PtPage *
find_modified_page (PtWindow *self)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->tabs, i);
      PtPage *page = PT_PAGE (adw_tab_page_get_child (tab));

      if (pt_close_needs_asking (page))
        return page;
    }
  return NULL;
}

/* Somebody changed their mind: tabs that were given up before are asked for again. */
static void
forget_answers (PtWindow *self)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    pt_close_forget (PT_PAGE (adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tabs, i))));
}

static void
window_answered_cb (gboolean may_close, gpointer user_data)
{
  g_autoptr (PtWindow) self = user_data;

  if (may_close)
    gtk_window_close (GTK_WINDOW (self));
  else
    forget_answers (self);
}

/* Asks about one unsaved tab after the other; the last answer closes the window. */
static gboolean
pt_window_close_request (GtkWindow *window)
{
  PtWindow *self = PT_WINDOW (window);
  PtPage *page = find_modified_page (self);

  if (page == NULL)
    return GTK_WINDOW_CLASS (pt_window_parent_class)->close_request (window);
  adw_tab_view_set_selected_page (self->tabs,
                                  adw_tab_view_get_page (self->tabs, GTK_WIDGET (page)));
  pt_close_ask (self, page, window_answered_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

/* --- pages --- */

PtPage *
pt_window_add (PtWindow *self, const PtOpened *opened)
{
  PtDocument *document = pt_process_graph_get_document (opened->graph);
  PtPage *page = pt_page_new (document, opened->graph, pt_window_settings (self));
  AdwTabPage *tab = adw_tab_view_append (self->tabs, GTK_WIDGET (page));
  int line, column;

  adw_tab_view_set_selected_page (self->tabs, tab);
  pt_page_find_roles (page);
  page_changed_cb (page, self);
  if (pt_document_get_strays (document, &line, &column) > 0)
    pt_window_toast (
        self,
        _ ("Some letters of the file are not in UTF-8, as it claims. See the list of findings."));
  if (opened->drawn && pt_document_get_file (document) != NULL)
    {
      pt_page_tell_made (page);
      pt_window_toast (self,
                       _ ("The file had no drawing, so one was made. Undo takes it out again."));
    }
  return page;
}

PtPage *
pt_window_find (PtWindow *self, gboolean (*is_it) (PtPage *page, gpointer data), gpointer data)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    {
      AdwTabPage *tab = adw_tab_view_get_nth_page (self->tabs, i);
      PtPage *page = PT_PAGE (adw_tab_page_get_child (tab));

      if (is_it (page, data))
        return page;
    }
  return NULL;
}

void
pt_window_show_page (PtWindow *self, PtPage *page)
{
  adw_tab_view_set_selected_page (self->tabs,
                                  adw_tab_view_get_page (self->tabs, GTK_WIDGET (page)));
  gtk_window_present (GTK_WINDOW (self));
}

void
pt_window_replace (PtWindow *self, PtPage *old, PtPage *page)
{
  AdwTabPage *tab = adw_tab_view_get_page (self->tabs, GTK_WIDGET (old));
  int position = adw_tab_view_get_page_position (self->tabs, tab);

  pt_close_agree (old);
  adw_tab_view_close_page (self->tabs, tab);
  adw_tab_view_reorder_page (self->tabs, adw_tab_view_get_page (self->tabs, GTK_WIDGET (page)),
                             position);
}

PtPage *
pt_window_get_page (PtWindow *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tabs);

  return tab != NULL ? PT_PAGE (adw_tab_page_get_child (tab)) : NULL;
}

PtCanvas *
pt_window_get_canvas (PtWindow *self)
{
  return pt_page_get_canvas (pt_window_get_page (self));
}

PtEditor *
pt_window_get_editor (PtWindow *self)
{
  return pt_canvas_get_editor (pt_window_get_canvas (self));
}

void
pt_window_toast (PtWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  pt_window_add_toast (self, adw_toast_new (escaped));
}

static void
toast_dismissed_cb (PtWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 ends the program when a toast goes while the one before it still fades. */
void
pt_window_dismiss_toast (PtWindow *self, AdwToast *toast)
{
  gint64 now = g_get_monotonic_time () / 1000, at = MAX (now, self->toast_turn + TOAST_TURN);

  self->toast_turn = at;
  if (at > now)
    g_timeout_add_full (G_PRIORITY_DEFAULT, (guint)(at - now), dismiss_cb, g_object_ref (toast),
                        g_object_unref);
  else
    adw_toast_dismiss (toast);
}

/* A newer message takes the place of one that would go by itself. */
void
pt_window_add_toast (PtWindow *self, AdwToast *toast)
{
  if (self->toast != NULL && adw_toast_get_timeout (self->toast) > 0)
    pt_window_dismiss_toast (self, self->toast);
  self->toast_turn = MAX (self->toast_turn, g_get_monotonic_time () / 1000);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
pt_window_say_written (PtWindow *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_ ("Wrote “%s”"), base);

  pt_window_toast (self, text);
}

void
pt_window_show_error (PtWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

GSettings *
pt_window_settings (PtWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return PT_IS_APPLICATION (application)
             ? pt_application_get_settings (PT_APPLICATION (application))
             : NULL;
}

/* --- files from the desktop --- */

static gboolean
files_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, PtWindow *self)
{
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    pt_window_open (self, l->data);
  return TRUE;
}

static void
add_file_drop (PtWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (files_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- class --- */

static void
recent_shown_cb (PtWindow *self)
{
  g_autoptr (GMenu) menu = pt_recent_menu ();

  gtk_popover_menu_set_menu_model (self->recent_popover, G_MENU_MODEL (menu));
}

static void
pt_window_constructed (GObject *object)
{
  PtWindow *self = PT_WINDOW (object);

  G_OBJECT_CLASS (pt_window_parent_class)->constructed (object);
  g_signal_connect_swapped (self->recent_popover, "map", G_CALLBACK (recent_shown_cb), self);
  update (self);
}

static void
pt_window_class_init (PtWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = pt_window_constructed;
  GTK_WINDOW_CLASS (klass)->close_request = pt_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/partitur/Partitur/window.ui");
  gtk_widget_class_bind_template_child (widget_class, PtWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PtWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PtWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PtWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, PtWindow, recent_popover);
  gtk_widget_class_bind_template_child (widget_class, PtWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PtWindow, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_pages_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_window_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_attached_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_detached_cb);
}

static void
pt_window_init (PtWindow *self)
{
  pt_window_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (self->recent_popover), GTK_POS_BOTTOM);
  add_file_drop (self);
}

/* What is shown in every window, and in the next one too: settings that are actions. */
static const char *const remembered[] = { "show-grid", "show-roles", "show-role-colors" };

/* The settings are the application's, which a window has only once it is made. */
static void
follow_settings (PtWindow *self)
{
  GSettings *settings = pt_window_settings (self);

  if (settings == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (remembered); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, remembered[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

PtWindow *
pt_window_new (PtApplication *application)
{
  PtWindow *self = g_object_new (PT_TYPE_WINDOW, "application", application, NULL);

  follow_settings (self);
  return self;
}
