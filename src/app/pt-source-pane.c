/* pt-source-pane.c: the executable process as text, read only, with the selected element's lines
 * marked
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "pt-source-pane.h"

/* Beyond this a text view gets slow; nobody reads that far, and the file is written whole anyway.
 */
#define MAX_BYTES (4 * 1024 * 1024)

struct _PtSourcePane
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkSourceView *view;
  GtkSourceBuffer *buffer;
  GtkTextTag *mark;
  PtCompilation *compilation; /* (nullable) */
  char *marked;               /* (nullable) */
  GtkTextMark *place;         /* where the marked element begins */
  guint scrolling;            /* source, or 0: of getting there */
  GBytes *shown;              /* (nullable): what the buffer holds, a whole number of letters */
  gboolean is_behind;         /* it shows what was before: nobody looks */
};

G_DEFINE_FINAL_TYPE (PtSourcePane, pt_source_pane, GTK_TYPE_WIDGET)

static guint picked_signal;

/* Returns: whether the lines of the marked element can be seen; what is awaited is to be seen, too */
static gboolean
is_followed (PtSourcePane *self)
{
  GtkTextIter start;
  GdkRectangle seen, line;
  int first, last;

  if (self->compilation == NULL || self->marked == NULL)
    return FALSE;
  if (!pt_compilation_get_lines (self->compilation, self->marked, &first, &last))
    return TRUE;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &seen);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self->buffer), &start, first - 1);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &start, &line);
  return line.y + line.height > seen.y && line.y < seen.y + seen.height;
}

/* The view measures its lines in idle moments of a higher priority: before it is through, it does not
 * know where a line is. */
static gboolean
scroll_cb (gpointer user_data)
{
  PtSourcePane *self = user_data;

  self->scrolling = 0;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), self->place, 0.15, FALSE, 0, 0);
  return G_SOURCE_REMOVE;
}

static void
apply_mark (PtSourcePane *self, gboolean scroll)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;
  int first, last;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->mark, &start, &end);
  if (self->compilation == NULL || self->marked == NULL || self->is_behind
      || !pt_compilation_get_lines (self->compilation, self->marked, &first, &last))
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &start, first - 1);
  gtk_text_buffer_get_iter_at_line (buffer, &end, last);
  gtk_text_buffer_apply_tag (buffer, self->mark, &start, &end);
  gtk_text_buffer_move_mark (buffer, self->place, &start);
  if (scroll && self->scrolling == 0)
    self->scrolling = g_idle_add (scroll_cb, self);
}

static gboolean
is_boundary (const char *text, gsize size, gsize i)
{
  return i == size || ((guchar)text[i] & 0xc0) != 0x80;
}

/* What stands in the text before and after is left alone, so that the reader keeps the place. */
static void
replace_middle (PtSourcePane *self, const char *old, gsize old_size, const char *text, gsize size)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  gsize same = 0, tail = 0, least = MIN (old_size, size);
  GtkTextIter start, end;

  while (same < least && old[same] == text[same])
    same++;
  while (tail < least - same && old[old_size - tail - 1] == text[size - tail - 1])
    tail++;
  while (same > 0 && !is_boundary (old, old_size, same))
    same--;
  while (tail > 0 && !is_boundary (old, old_size, old_size - tail))
    tail--;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)g_utf8_strlen (old, (gssize)same));
  gtk_text_buffer_get_iter_at_offset (
      buffer, &end, (int)g_utf8_strlen (old, (gssize)(old_size - tail)));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + same, (int)(size - tail - same));
}

static void
show_text (PtSourcePane *self, GBytes *xml)
{
  gsize size, old_size = 0;
  const char *text = g_bytes_get_data (xml, &size), *end;
  g_autoptr (GBytes) old = g_steal_pointer (&self->shown);
  const char *old_text = old != NULL ? g_bytes_get_data (old, &old_size) : "";

  g_utf8_validate_len (text, MIN (size, MAX_BYTES), &end);
  self->shown = g_bytes_new_from_bytes (xml, 0, (gsize)(end - text));
  replace_middle (self, old_text, old_size, text, (gsize)(end - text));
}

static void
catch_up (PtSourcePane *self, gboolean follow)
{
  GBytes *xml = self->compilation != NULL ? pt_compilation_get_xml (self->compilation) : NULL;

  self->is_behind = FALSE;
  if (xml != NULL)
    show_text (self, xml);
  apply_mark (self, follow);
}

/* A long text takes its time, which is not spent before somebody looks. */
void
pt_source_pane_set_compilation (PtSourcePane *self, PtCompilation *compilation)
{
  GBytes *xml = compilation != NULL ? pt_compilation_get_xml (compilation) : NULL;
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (self));
  gboolean follow = is_seen && is_followed (self);

  g_clear_pointer (&self->compilation, pt_compilation_unref);
  if (compilation != NULL)
    self->compilation = pt_compilation_ref (compilation);
  gtk_stack_set_visible_child_name (self->stack, xml != NULL ? "text" : "none");
  self->is_behind = TRUE;
  if (is_seen)
    catch_up (self, follow);
}

static void
pt_source_pane_map (GtkWidget *widget)
{
  PtSourcePane *self = PT_SOURCE_PANE (widget);

  if (self->is_behind)
    catch_up (self, TRUE);
  GTK_WIDGET_CLASS (pt_source_pane_parent_class)->map (widget);
}

void
pt_source_pane_mark (PtSourcePane *self, const char *id)
{
  if (g_strcmp0 (id, self->marked) == 0)
    return;
  g_free (self->marked);
  self->marked = g_strdup (id);
  apply_mark (self, TRUE);
}

static void
released_cb (PtSourcePane *self, int n_press, double x, double y)
{
  GtkTextIter at;
  int buffer_x, buffer_y;
  const char *id;

  if (self->compilation == NULL)
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, x, y,
                                         &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &at, buffer_x, buffer_y);
  id = pt_compilation_get_logical_at (self->compilation, gtk_text_iter_get_line (&at) + 1);
  if (id != NULL)
    g_signal_emit (self, picked_signal, 0, id);
}

static void
follow_style (PtSourcePane *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      self->buffer,
      gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita"));
  g_object_set (self->mark, "paragraph-background", dark ? "#3d4d63" : "#d7e6fb", NULL);
}

static void
pt_source_pane_dispose (GObject *object)
{
  PtSourcePane *self = PT_SOURCE_PANE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  g_clear_pointer (&self->marked, g_free);
  g_clear_pointer (&self->shown, g_bytes_unref);
  g_clear_handle_id (&self->scrolling, g_source_remove);
  G_OBJECT_CLASS (pt_source_pane_parent_class)->dispose (object);
}

static void
pt_source_pane_class_init (PtSourcePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_source_pane_dispose;
  widget_class->map = pt_source_pane_map;
  picked_signal = g_signal_new ("picked", PT_TYPE_SOURCE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/source-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PtSourcePane, stack);
  gtk_widget_class_bind_template_child (widget_class, PtSourcePane, view);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
pt_source_pane_init (PtSourcePane *self)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  GtkTextIter start;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  gtk_source_buffer_set_language (self->buffer,
                                  gtk_source_language_manager_get_language (languages, "xml"));
  self->mark = gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self->buffer), NULL, NULL);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self->buffer), &start);
  self->place = gtk_text_buffer_create_mark (GTK_TEXT_BUFFER (self->buffer), NULL, &start, TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (follow_style), self, G_CONNECT_SWAPPED);
  follow_style (self);
}
