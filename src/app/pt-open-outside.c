/* pt-open-outside.c: a file shown by another program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pt-open-outside.h"

typedef struct
{
  GtkWindow *parent;
  GFile *file;
  gboolean is_folder; /* of the file that was wanted */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->file);
  g_free (request);
}

static void open_outside (GtkWindow *parent, GFile *file, gboolean is_folder);

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GFile) folder = g_file_get_parent (request->file);

  if (g_str_equal (response, "folder") && folder != NULL)
    open_outside (request->parent, folder, TRUE);
  request_free (request);
}

/* @request: (transfer full) */
static void
say_where (Request *request)
{
  g_autofree char *name = g_file_get_parse_name (request->file);
  g_autofree char *body = g_strdup_printf (
      request->is_folder
          ? _ ("This computer has no program that shows folders. You find it here:\n%s")
          : _ ("This computer has no program set up for it. It is plain text, which any text editor can "
               "change; then read it again from disk. You find it here:\n%s"),
      name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      request->parent,
      request->is_folder ? _ ("The Folder Cannot Be Shown") : _ ("The File Cannot Be Opened From Here"),
      body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  if (!request->is_folder)
    adw_message_dialog_add_response (dialog, "folder", _ ("Show in _Folder"));
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
shown_cb (GObject *parent, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (parent), result, &error))
    {
      request_free (request);
      return;
    }
  g_debug ("no program for a file: %s", error->message);
  say_where (request);
}

static void
open_outside (GtkWindow *parent, GFile *file, gboolean is_folder)
{
  Request *request = g_new0 (Request, 1);
  g_autofree char *uri = g_file_get_uri (file);

  *request = (Request){ g_object_ref (parent), g_object_ref (file), is_folder };
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, request);
}

void
pt_open_outside (GtkWindow *parent, GFile *file)
{
  open_outside (parent, file, FALSE);
}
