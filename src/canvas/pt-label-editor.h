/* pt-label-editor.h: types a label where it stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PtLabelEditor:
 *
 * Enter commits, Shift+Enter begins a new line, Escape gives up, losing the focus commits.
 *
 * Signal `done (gboolean commit)`.
 */
#define PT_TYPE_LABEL_EDITOR (pt_label_editor_get_type ())
G_DECLARE_FINAL_TYPE (PtLabelEditor, pt_label_editor, PT, LABEL_EDITOR, GtkWidget)

GtkWidget *pt_label_editor_new (void);
/** pt_label_editor_open: @font_size: in pixels. Shows @text, all of it selected. */
void pt_label_editor_open (PtLabelEditor *self, const char *text, double font_size);
/** pt_label_editor_close: hides it and emits `done`, when it is open */
void pt_label_editor_close (PtLabelEditor *self, gboolean commit);
gboolean pt_label_editor_is_open (PtLabelEditor *self);
/** pt_label_editor_dup_text: Returns: (transfer full) */
char *pt_label_editor_dup_text (PtLabelEditor *self);
void pt_label_editor_set_text (PtLabelEditor *self, const char *text);

G_END_DECLS
