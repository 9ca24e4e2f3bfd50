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
  PtSavePlan plan;
  PtSavePart failed;
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
  g_clear_object (&job->plan.process);
  g_clear_object (&job->plan.roles);
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

/* --- the process, and its roles --- */

static void choose_place (Job *job);
static void choose_roles_place (Job *job);
static void save (Job *job);

/* What is said when the process, or the roles file, cannot be written, and where else it can go. */
static const struct
{
  const char *failed, *conflict, *elsewhere;
  void (*choose) (Job *job);
} parts[] = {
  { N_ ("The Process Is Not Saved"), N_ ("Save Over Another Version?"), N_ ("Save _As…"),
    choose_place },
  { N_ ("The Roles File Is Not Saved"), N_ ("Save Over Another Version of the Roles File?"),
    N_ ("Save the Roles File _As…"), choose_roles_place },
};

static guint
row_of (PtSavePart part)
{
  return part == PT_SAVE_ROLES;
}

/* What went wrong always has a way out. What is said about one file counts for that one only. */
static void
failure_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Job *job = user_data;

  if (g_str_equal (response, "save-as"))
    parts[row_of (job->failed)].choose (job);
  else if (g_str_equal (response, "overwrite"))
    {
      job->plan.over |= job->failed;
      save (job);
    }
  else
    job_finish (job, FALSE);
}

static void
ask_after_failure (Job *job, const GError *error)
{
  guint row = row_of (job->failed);
  gboolean conflict = g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_CONFLICT);
  const char *heading = conflict ? _ (parts[row].conflict) : _ (parts[row].failed);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (job->window), heading, error->message));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save-as",
                                    _ (parts[row].elsewhere), NULL);
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
  gboolean saved = pt_page_save_finish (job->page, result, &job->failed, &error);

  if (job->plan.process != NULL && job->failed != PT_SAVE_PROCESS)
    pt_recent_add (job->plan.process);
  if (job->failed == PT_SAVE_ROLES)
    g_clear_object (&job->plan.process); /* that is done */
  if (saved)
    job_finish (job, TRUE);
  else
    ask_after_failure (job, error);
}

static void
save (Job *job)
{
  pt_page_save (job->page, &job->plan, saved_cb, job);
}

/* Somewhere else is another file: what was said about the old place does not count there. */
static void
go_on_at (Job *job, GFile **place, PtSavePart part, GFile *file)
{
  if (file == NULL)
    {
      job_finish (job, FALSE);
      return;
    }
  g_set_object (place, file);
  job->plan.over &= ~part;
  save (job);
}

static void
place_chosen_cb (GFile *file, gpointer user_data)
{
  Job *job = user_data;

  go_on_at (job, &job->plan.process, PT_SAVE_PROCESS, file);
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

static void
roles_place_chosen_cb (GFile *file, gpointer user_data)
{
  Job *job = user_data;

  go_on_at (job, &job->plan.roles, PT_SAVE_ROLES, file);
}

static void
choose_roles_place (Job *job)
{
  GFile *file = pt_document_get_file (pt_page_get_roles (job->page));
  GFile *beside = file != NULL ? file : pt_document_get_file (pt_page_get_document (job->page));
  g_autoptr (GFile) folder = beside != NULL ? g_file_get_parent (beside) : NULL;
  g_autofree char *name = pt_file_with_ending (beside, _ ("process"), ".roles.xml");

  pt_file_dialog (GTK_WINDOW (job->window), PT_FILE_ROLES_SAVE, folder, name, roles_place_chosen_cb,
                  job);
}

void
pt_save (PtWindow *window, PtPage *page, gboolean as, PtSaved saved, gpointer user_data)
{
  GFile *file = pt_document_get_file (pt_page_get_document (page));
  Job *job = job_new (window, page, saved, user_data);

  if (file != NULL && !as)
    go_on_at (job, &job->plan.process, PT_SAVE_PROCESS, file);
  else
    choose_place (job);
}

void
pt_save_roles_as (PtWindow *window, PtPage *page)
{
  choose_roles_place (job_new (window, page, NULL, NULL));
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
