/* pt-compare.c: comparing an open process with another version of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-compare.h"

#include <glib/gi18n-lib.h>

#include "pt-busy.h"
#include "pt-compare-window.h"
#include "pt-file-dialog.h"

typedef struct
{
  GFile *other;
  GBytes *now;
  char *title;
  gboolean is_own; /* the other version is the page's own file */
  PtBusy *busy;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->other);
  g_bytes_unref (request->now);
  g_free (request->title);
  g_free (request);
}

static void
compare_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (GError) error = NULL;
  PtVersionsPair *pair
      = pt_versions_pair_new (request->other, request->now, request->title, cancellable, &error);

  if (pair != NULL)
    g_task_return_pointer (task, pair, (GDestroyNotify)pt_versions_pair_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The page's own file is the same process, as it was saved. */
static void
tell_apart (PtVersionsPair *pair, gboolean is_own)
{
  g_autofree char *before = pair->before_title;
  g_autofree char *after = pair->after_title;

  pair->before_title
      = is_own ? g_strdup_printf (_ ("%s, as saved"), before) : g_steal_pointer (&before);
  pair->after_title = g_strdup_printf (_ ("%s, as it is now"), after);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtWindow *window = PT_WINDOW (source);
  const Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (PtVersionsPair) pair = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWidget *view;

  pt_busy_end (request->busy);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pair == NULL)
    {
      pt_window_show_error (window, _ ("The Versions Cannot Be Compared"), error->message);
      return;
    }
  tell_apart (pair, request->is_own);
  view = pt_compare_window_new (GTK_WINDOW (window), g_steal_pointer (&pair));
  gtk_window_present (GTK_WINDOW (view));
}

void
pt_compare_open (PtWindow *window, PtPage *page, GFile *other)
{
  GFile *own = pt_document_get_file (pt_page_get_document (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) now = pt_document_to_bytes (pt_page_get_document (page), &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (window, cancellable, compared_cb, NULL);
  Request *request;

  if (now == NULL)
    {
      pt_window_show_error (window, _ ("The Versions Cannot Be Compared"), error->message);
      return;
    }
  request = g_new0 (Request, 1);
  request->other = g_object_ref (other);
  request->now = g_steal_pointer (&now);
  request->title = g_strdup (pt_page_get_title (page));
  request->is_own = own != NULL && g_file_equal (own, other);
  request->busy = pt_busy_begin (window, _ ("Comparing…"), cancellable);
  g_task_set_task_data (task, request, (GDestroyNotify)request_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, compare_thread);
}

/* --- choosing --- */

typedef struct
{
  PtWindow *window;
  PtPage *page;
} Choice;

static void
chosen_cb (GFile *file, gpointer user_data)
{
  Choice *choice = user_data;

  if (file != NULL)
    pt_compare_open (choice->window, choice->page, file);
  g_object_unref (choice->window);
  g_object_unref (choice->page);
  g_free (choice);
}

void
pt_compare_choose (PtWindow *window, PtPage *page)
{
  GFile *file = pt_document_get_file (pt_page_get_document (page));
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (window);
  choice->page = g_object_ref (page);
  pt_file_dialog (GTK_WINDOW (window), PT_FILE_PROCESS_OPEN, folder, NULL, chosen_cb, choice);
}
