/* pt-clipboard.c: parts of a drawing on the desktop's clipboard
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-clipboard.h"

void
pt_clipboard_copy (PtCanvas *canvas)
{
  PtEditor *editor = pt_canvas_get_editor (canvas);
  g_autofree char *text
      = pt_modeling_copy (pt_editor_get_graph (editor), pt_editor_get_selection (editor));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (canvas)), text);
}

static void
paste (PtCanvas *canvas, const char *text)
{
  PtEditor *editor = pt_canvas_get_editor (canvas);
  g_auto (GStrv) ids = NULL;

  if (pt_editor_get_diagram (editor) == NULL)
    return;
  ids = pt_modeling_paste (pt_editor_get_graph (editor), pt_editor_get_diagram (editor), text,
                           pt_canvas_get_paste_point (canvas));
  if (ids != NULL)
    pt_editor_select (editor, (const char *const *)ids);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PtCanvas) canvas = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL)
    paste (canvas, text);
}

void
pt_clipboard_paste (PtCanvas *canvas)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (canvas)), NULL, text_read_cb,
                                 g_object_ref (canvas));
}
