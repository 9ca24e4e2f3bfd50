/* pt-executable.c: writing the executable process, and what to do where that cannot be done yet
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-busy.h"
#include "pt-executable.h"
#include "pt-file-dialog.h"

static PtWindow *
window_of (PtPage *page)
{
  return PT_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

/* Being written. */
typedef struct
{
  GFile *file;
  PtBusy *busy;
} Writing;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtPage *page = PT_PAGE (source);
  Writing *writing = user_data;
  g_autoptr (GFile) file = writing->file;
  g_autoptr (GError) error = NULL;
  gboolean written = pt_page_write_executable_finish (page, result, &error);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (page));

  pt_busy_end (writing->busy);
  g_free (writing);
  if (!PT_IS_WINDOW (window) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (written)
    pt_window_say_written (PT_WINDOW (window), file);
  else
    pt_window_show_error (PT_WINDOW (window), _ ("The Executable Process Is Not Written"),
                          error->message);
}

static void
place_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (PtPage) page = user_data;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Writing *writing;

  if (file == NULL)
    return;
  writing = g_new (Writing, 1);
  writing->file = g_object_ref (file);
  writing->busy
      = pt_busy_begin (window_of (page), _ ("Making the process executable…"), cancellable);
  pt_page_write_executable (page, file, cancellable, written_cb, writing);
}

char *
pt_executable_file_name (PtPage *page)
{
  GFile *file = pt_document_get_file (pt_page_get_document (page));
  g_autofree char *ending = pt_target_file_ending (pt_page_get_target (page));

  return pt_file_with_ending (file, _ ("process"), ending);
}

/* --- what stands in the way --- */

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (PtPage) page = user_data;

  if (g_str_equal (response, "draft"))
    pt_page_draft_roles (page);
  else if (g_str_equal (response, "choose"))
    pt_page_choose_roles (page);
  else if (g_str_equal (response, "problem"))
    pt_page_next_problem (page);
}

static void
offer_a_way (PtWindow *window, PtPage *page, const char *reason)
{
  gboolean lacks_roles = pt_page_get_roles (page) == NULL;
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (window), _ ("The Process Cannot Be Executed Yet"), reason));
  const char *way = lacks_roles ? "draft" : "problem";

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  if (lacks_roles)
    adw_message_dialog_add_responses (dialog, "choose", _ ("_Choose a Roles File…"), "draft",
                                      _ ("_Make One from the Lanes"), NULL);
  else
    adw_message_dialog_add_response (dialog, "problem", _ ("_Go to the First One"));
  adw_message_dialog_set_response_appearance (dialog, way, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, way);
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (page));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
pt_executable_write (PtWindow *window, PtPage *page)
{
  GFile *file = pt_document_get_file (pt_page_get_document (page));
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = pt_executable_file_name (page);
  g_autofree char *reason = NULL;

  if (!pt_page_is_executable (page, &reason))
    {
      pt_page_show_pane (page, TRUE);
      offer_a_way (window, page, reason);
      return;
    }
  pt_file_dialog (GTK_WINDOW (window), PT_FILE_EXECUTABLE_SAVE, folder, name, place_chosen_cb,
                  g_object_ref (page));
}
