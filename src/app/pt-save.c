/* pt-save.c: saving a page: where it belongs, or where the user says
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/paper.h>

#include "pt-file-dialog.h"
#include "pt-recent.h"
#include "pt-save.h"

/* What a dialog or a worker thread needs to know when it comes back. */
typedef struct
{
  PtWindow *window;
  PtPage *page;
  PtSaved saved;
  gpointer user_data;
} Job;

static Job *
job_new (PtWindow *window, PtPage *page, PtSaved saved, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job){ g_object_ref (window), g_object_ref (page), saved, user_data };
  return job;
}

static void
job_finish (Job *job, gboolean saved)
{
  if (job->saved != NULL)
    job->saved (saved, job->user_data);
  g_object_unref (job->window);
  g_object_unref (job->page);
  g_free (job);
}

static GFile *
folder_of (PtPage *page)
{
  GFile *file = pt_document_get_file (pt_page_get_document (page));

  return file != NULL ? g_file_get_parent (file) : NULL;
}

/* --- the process itself --- */

static void choose_place (Job *job);
static void saved_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* What went wrong always has a way out. */
static void
failure_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Job *job = user_data;
  GFile *file = pt_document_get_file (pt_page_get_document (job->page));

  if (g_str_equal (response, "save-as"))
    choose_place (job);
  else if (g_str_equal (response, "overwrite"))
    pt_page_save (job->page, file, TRUE, saved_cb, job);
  else
    job_finish (job, FALSE);
}

static void
ask_after_failure (Job *job, const GError *error)
{
  gboolean conflict = g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_CONFLICT);
  const char *heading
      = conflict ? _ ("Save Over Another Version?") : _ ("The Process Is Not Saved");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (job->window), heading, error->message));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save-as", _ ("Save _As…"),
                                    NULL);
  if (conflict)
    {
      adw_message_dialog_add_response (dialog, "overwrite", _ ("Save _Over It"));
      adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (failure_response_cb), job);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  if (!pt_page_save_finish (job->page, result, &error))
    {
      ask_after_failure (job, error);
      return;
    }
  pt_recent_add (pt_document_get_file (pt_page_get_document (job->page)));
  job_finish (job, TRUE);
}

static void
place_chosen_cb (GFile *file, gpointer user_data)
{
  Job *job = user_data;

  if (file != NULL)
    pt_page_save (job->page, file, FALSE, saved_cb, job);
  else
    job_finish (job, FALSE);
}

static void
choose_place (Job *job)
{
  GFile *file = pt_document_get_file (pt_page_get_document (job->page));
  g_autoptr (GFile) folder = folder_of (job->page);
  g_autofree char *name = pt_file_with_ending (file, _ ("process"), ".bpmn");

  pt_file_dialog (GTK_WINDOW (job->window), PT_FILE_PROCESS_SAVE, folder, name, place_chosen_cb,
                  job);
}

void
pt_save (PtWindow *window, PtPage *page, gboolean as, PtSaved saved, gpointer user_data)
{
  GFile *file = pt_document_get_file (pt_page_get_document (page));
  Job *job = job_new (window, page, saved, user_data);

  if (file != NULL && !as)
    pt_page_save (page, file, FALSE, saved_cb, job);
  else
    choose_place (job);
}

/* --- pictures --- */

static gboolean
write_picture (PtPage *page, GFile *file, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  PtEditor *editor = pt_canvas_get_editor (pt_page_get_canvas (page));
  PtDiagram *diagram = editor != NULL ? pt_editor_get_diagram (editor) : NULL;
  PtPictureFormat format;
  g_autoptr (GBytes) bytes = NULL;

  if (diagram == NULL || !pt_picture_format_from_name (base, &format))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” should end in .pdf, .svg or .png: the ending says which kind of "
                      "picture it becomes."),
                   base);
      return FALSE;
    }
  bytes = pt_picture_write (diagram, format, format == PT_PICTURE_PNG ? 2.0 : 1.0,
                            pt_page_get_title (page), error);
  return bytes != NULL && pt_write_atomically (file, bytes, error);
}

static void
picture_chosen_cb (GFile *file, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  if (file != NULL && !write_picture (job->page, file, &error))
    pt_window_show_error (job->window, _ ("The Picture Is Not Written"), error->message);
  else if (file != NULL)
    pt_window_say_written (job->window, file);
  job_finish (job, file != NULL && error == NULL);
}

void
pt_save_picture (PtWindow *window, PtPage *page)
{
  GFile *file = pt_document_get_file (pt_page_get_document (page));
  g_autoptr (GFile) folder = folder_of (page);
  g_autofree char *name = pt_file_with_ending (file, _ ("process"), ".pdf");

  pt_file_dialog (GTK_WINDOW (window), PT_FILE_PICTURE_SAVE, folder, name, picture_chosen_cb,
                  job_new (window, page, NULL, NULL));
}
