/* pt-window-open.c: from files and histories to pages
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/history.h>

#include "pt-busy.h"
#include "pt-close.h"
#include "pt-recent.h"
#include "pt-recovery.h"
#include "pt-window.h"

/* --- what is open already --- */

static gboolean
has_file (PtPage *page, gpointer file)
{
  GFile *own = pt_document_get_file (pt_page_get_document (page));

  return own != NULL && g_file_equal (own, file);
}

static gboolean
is_owner (PtPage *page, gpointer owner)
{
  PtDocument *document = pt_page_get_document (page);
  GFile *file = pt_document_get_file (document);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  return g_strcmp0 (uri, owner) == 0 || g_strcmp0 (pt_history_get_id (document), owner) == 0;
}

/* In all windows of the program. @window: (out): the one that has it */
static PtPage *
find_anywhere (PtWindow *self,
               gboolean (*is_it) (PtPage *page, gpointer data),
               gpointer data,
               PtWindow **window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      PtPage *page = PT_IS_WINDOW (l->data) ? pt_window_find (l->data, is_it, data) : NULL;

      if (page != NULL)
        {
          *window = l->data;
          return page;
        }
    }
  return NULL;
}

static gboolean
show_if_open (PtWindow *self, GFile *file)
{
  PtWindow *window;
  PtPage *page = find_anywhere (self, has_file, file, &window);

  if (page != NULL)
    pt_window_show_page (window, page);
  return page != NULL;
}

/* --- loading in a worker thread --- */

typedef struct
{
  GFile *file;
  gboolean keep;     /* its history */
  PtPage *old;       /* (nullable): in whose place it comes */
  guint64 serial;    /* of what it showed then */
  PtDocument *roles; /* (nullable): that it is opened for */
  PtBusy *busy;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->file);
  g_clear_object (&loading->old);
  g_clear_object (&loading->roles);
  g_free (loading);
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Loading *loading = task_data;
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_bpmn_load (loading->file, cancellable, &error);

  if (document == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (loading->keep)
    document = pt_history_keep (document, NULL);
  pt_document_get_file_hash (document);
  g_task_return_pointer (task, pt_opened_new (document), (GDestroyNotify)pt_opened_free);
}

/* The window that shows @page, which may have been closed meanwhile. */
static PtWindow *
window_of (PtPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return PT_IS_WINDOW (root) ? PT_WINDOW (root) : NULL;
}

/* In the place of the old one, unless that was closed or worked on meanwhile. Returns: (nullable)
 */
static PtPage *
show_anew (Loading *loading, const PtOpened *opened)
{
  PtWindow *window = window_of (loading->old);
  PtPage *page;

  if (window == NULL)
    return NULL;
  if (pt_document_get_serial (pt_page_get_document (loading->old)) != loading->serial)
    {
      pt_window_toast (window, _ ("It was changed here meanwhile, so it was not loaded again."));
      return NULL;
    }
  page = pt_window_add (window, opened);
  pt_window_replace (window, loading->old, page);
  return page;
}

static PtPage *
show_new (PtWindow *self, Loading *loading, const PtOpened *opened)
{
  return show_if_open (self, loading->file) ? NULL : pt_window_add (self, opened);
}

static void
show (PtWindow *self, Loading *loading, const PtOpened *opened)
{
  PtPage *page
      = loading->old != NULL ? show_anew (loading, opened) : show_new (self, loading, opened);

  if (page == NULL)
    {
      pt_history_give_up (pt_process_graph_get_document (opened->graph));
      return;
    }
  if (loading->roles != NULL)
    pt_page_set_roles (page, loading->roles);
  pt_recent_add (loading->file);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtWindow *self = PT_WINDOW (source);
  Loading *loading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (PtOpened) opened = g_task_propagate_pointer (G_TASK (result), &error);

  pt_busy_end (loading->busy);
  if (opened != NULL && g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    pt_history_give_up (pt_process_graph_get_document (opened->graph));
  else if (opened != NULL)
    show (self, loading, opened);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    pt_window_show_error (self, _ ("The File Cannot Be Opened"), error->message);
}

static PtBusy *
say_opening (PtWindow *self, GFile *file, GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  /* Translators: name of a file */
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), display);

  return pt_busy_begin (self, text, cancellable);
}

static void
load (PtWindow *self, GFile *file, PtPage *old, PtDocument *roles)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, loaded_cb, NULL);
  Loading *loading = g_new0 (Loading, 1);

  loading->file = g_object_ref (file);
  loading->keep = pt_recovery_is_wanted (pt_window_settings (self));
  g_set_object (&loading->old, old);
  loading->serial = old != NULL ? pt_document_get_serial (pt_page_get_document (old)) : 0;
  g_set_object (&loading->roles, roles);
  g_task_set_task_data (task, loading, (GDestroyNotify)loading_free);
  /* What came too late is given up by hand. */
  g_task_set_check_cancellable (task, FALSE);
  loading->busy = say_opening (self, file, cancellable);
  g_task_run_in_thread (task, load_thread);
}

void
pt_window_open (PtWindow *self, GFile *file)
{
  if (!show_if_open (self, file))
    load (self, file, NULL, NULL);
}

void
pt_window_new_process (PtWindow *self)
{
  PtDocument *document = pt_bpmn_new ();
  g_autoptr (PtOpened) opened = NULL;

  if (pt_recovery_is_wanted (pt_window_settings (self)))
    document = pt_history_keep (document, NULL);
  opened = pt_opened_new (document);
  pt_window_add (self, opened);
}

/* --- once more --- */

static void
reload (PtWindow *self, PtPage *page)
{
  load (self, pt_document_get_file (pt_page_get_document (page)), page, NULL);
}

static void
reload_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (PtPage) page = user_data;

  if (g_str_equal (response, "reload"))
    reload (PT_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog))), page);
}

void
pt_window_reload (PtWindow *self, PtPage *page)
{
  AdwMessageDialog *dialog;

  if (!pt_page_is_modified (page))
    {
      reload (self, page);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Reload and Give Up Your Changes?"), NULL));
  adw_message_dialog_format_body (dialog,
                                  _ ("What you changed in “%s” since the last save goes. To have "
                                     "both versions, cancel and save yours "
                                     "under another name first."),
                                  pt_page_get_title (page));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "reload", _ ("_Reload"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (reload_response_cb), g_object_ref (page));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- from histories --- */

void
pt_window_restore (PtWindow *self, const PtOpened *opened)
{
  GFile *file = pt_document_get_file (pt_process_graph_get_document (opened->graph));
  PtPage *old = file != NULL ? pt_window_find (self, has_file, file) : NULL;
  PtPage *page = pt_window_add (self, opened);

  if (old != NULL && !pt_page_is_modified (old))
    pt_window_replace (self, old, page);
}

void
pt_window_restore_roles (PtWindow *self, PtDocument *roles, const char *owner)
{
  PtWindow *window;
  PtPage *page = find_anywhere (self, is_owner, (gpointer)owner, &window);
  g_autoptr (GFile) file = NULL;

  if (page != NULL)
    {
      pt_page_set_roles (page, roles);
      return;
    }
  if (g_uri_peek_scheme (owner) == NULL)
    {
      pt_window_show_error (self, _ ("Not Everything Could Be Restored"),
                            _ ("The roles belong to a process that was never saved. Restore them "
                               "together with it at the next start."));
      return;
    }
  file = g_file_new_for_uri (owner);
  load (self, file, NULL, roles);
}
