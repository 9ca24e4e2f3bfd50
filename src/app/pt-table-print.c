/* pt-table-print.c: a table of roles into a file, or through the desktop's print dialog
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/paper.h>

#include "pt-table-print.h"

/* --- files --- */

gboolean
pt_table_write (const PtMatrix *matrix, const char *title, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  PtTableFormat format;
  g_autoptr (GBytes) bytes = NULL;

  if (!pt_table_format_from_name (name, &format))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _ ("“%s” does not end in .csv, .html or .pdf: the ending says what is written."),
                   display);
      return FALSE;
    }
  bytes = pt_table_write_file (matrix, format, title, error);
  return bytes != NULL
         && g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

/* --- paper --- */

typedef struct
{
  const PtMatrix *matrix;
  const char *title;
  PtTablePages *pages; /* (nullable): until the paper is known */
} Job;

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Job *job = user_data;

  g_clear_pointer (&job->pages, pt_table_pages_free);
  job->pages = pt_table_pages_new (job->matrix, job->title, gtk_print_context_get_width (context),
                                   gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int)pt_table_pages_get_n (job->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%x");

  pt_table_pages_draw (job->pages, (guint)page, gtk_print_context_get_cairo_context (context),
                       date);
}

gboolean
pt_table_print_run (PtMatrix *matrix, const char *title, GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Job job = { matrix, title, NULL };
  GtkPrintOperationResult result;

  if (pt_table_wants_landscape (matrix))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), &job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &job);
  result
      = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  g_clear_pointer (&job.pages, pt_table_pages_free);
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
