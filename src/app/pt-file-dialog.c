/* pt-file-dialog.c: choosing a file to open or to write
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-file-dialog.h"

static const struct
{
  const char *title;
  gboolean save;
  const char *filter;
  const char *patterns[4];
} kinds[] = {
  [PT_FILE_PROCESS_OPEN] = { N_ ("Open a Process"),
                             FALSE,
                             N_ ("Processes (BPMN)"),
                             { "*.bpmn", "*.bpmn2", "*.bpmn20.xml" } },
  [PT_FILE_PROCESS_SAVE] = { N_ ("Save the Process"), TRUE, N_ ("Processes (BPMN)"), { "*.bpmn" } },
  [PT_FILE_ROLES_OPEN]
  = { N_ ("Choose a Roles File"), FALSE, N_ ("Roles files"), { "*.roles.xml" } },
  [PT_FILE_ROLES_SAVE]
  = { N_ ("Save the Roles File"), TRUE, N_ ("Roles files"), { "*.roles.xml" } },
  [PT_FILE_EXECUTABLE_SAVE]
  = { N_ ("Write the Executable Process"), TRUE, N_ ("Processes (BPMN)"), { "*.bpmn" } },
  [PT_FILE_PICTURE_SAVE] = { N_ ("Save as Picture"),
                             TRUE,
                             N_ ("Pictures (PDF, SVG, PNG)"),
                             { "*.pdf", "*.svg", "*.png" } },
  [PT_FILE_TABLE_SAVE] = { N_ ("Write the Table"),
                           TRUE,
                           N_ ("Tables (CSV, HTML, PDF)"),
                           { "*.csv", "*.html", "*.pdf" } },
};

typedef struct
{
  PtFileChosen chosen;
  gpointer user_data;
} Request;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  request->chosen (file, request->user_data);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
pt_file_dialog (GtkWindow *parent,
                PtFileKind kind,
                GFile *folder,
                const char *name,
                PtFileChosen chosen,
                gpointer user_data)
{
  static const char *const everything[] = { "*", NULL };
  GtkFileChooserAction action
      = kinds[kind].save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ (kinds[kind].title), parent, action, NULL, NULL);
  Request *request = g_new (Request, 1);

  *request = (Request){ chosen, user_data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), _ (kinds[kind].filter), kinds[kind].patterns);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), everything);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (kinds[kind].save && name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

char *
pt_file_with_ending (GFile *file, const char *fallback, const char *ending)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : g_strdup (fallback);
  char *dot = strchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_strconcat (base, ending, NULL);
}
