/* pt-print.c: the diagram through the desktop's print dialog
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/paper.h>

#include "pt-print.h"

/* What was chosen last time: paper, printer, tray. */
static GtkPrintSettings *last_settings;

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%x");
  g_autofree char *title = NULL;

  g_object_get (operation, "job-name", &title, NULL);
  pt_paper_draw_page (user_data, gtk_print_context_get_cairo_context (context),
                      gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                      title, date);
}

GtkPrintOperation *
pt_print_operation_new (PtDiagram *diagram, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  if (pt_paper_wants_landscape (diagram))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), diagram);
  return operation;
}

gboolean
pt_print_run (PtPage *page, GtkWindow *parent, GError **error)
{
  PtEditor *editor = pt_canvas_get_editor (pt_page_get_canvas (page));
  PtDiagram *diagram = pt_editor_get_diagram (editor);
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintOperationResult result;

  if (diagram == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("There is nothing drawn yet."));
      return FALSE;
    }
  operation = pt_print_operation_new (diagram, pt_page_get_title (page));
  if (last_settings != NULL)
    gtk_print_operation_set_print_settings (operation, last_settings);
  result
      = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
