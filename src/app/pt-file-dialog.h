/* pt-file-dialog.h: choosing a file to open or to write
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PtFileKind: what is chosen; a row of the table in pt-file-dialog.c gives titles and filters. */
typedef enum
{
  PT_FILE_PROCESS_OPEN,
  PT_FILE_PROCESS_SAVE,
  PT_FILE_ROLES_OPEN,
  PT_FILE_ROLES_SAVE,
  PT_FILE_EXECUTABLE_SAVE,
  PT_FILE_PICTURE_SAVE,
  PT_FILE_TABLE_SAVE,
} PtFileKind;

/** PtFileChosen: @file: (nullable): NULL when the user thought better of it */
typedef void (*PtFileChosen) (GFile *file, gpointer user_data);

/**
 * pt_file_dialog:
 * @folder: (nullable): where to begin; @name: (nullable): suggested name
 *
 * Shows the desktop's file chooser over @parent and calls @chosen exactly once.
 */
void pt_file_dialog (GtkWindow *parent,
                     PtFileKind kind,
                     GFile *folder,
                     const char *name,
                     PtFileChosen chosen,
                     gpointer user_data);

/** pt_file_with_ending: Returns: (transfer full): base name of @file (nullable) with its ending
 * replaced, or
 *  @fallback with @ending */
char *pt_file_with_ending (GFile *file, const char *fallback, const char *ending);

G_END_DECLS
