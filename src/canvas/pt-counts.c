/* pt-counts.c: numbers beside the names of pools and lanes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-counts.h"

#include "pt-mark-paint.h"
#include "tools/pt-editor-private.h"

#define STRIP 30.0      /* diagram units: where a pool or lane has its name */
#define FROM_END 16.0   /* diagram units: from the end of the strip */
#define SIZE 18.0       /* pixels */
#define SMALLEST 0.4    /* zoom: below that a strip is too narrow for it */
#define SOME_COLOR 0x5e5c64
#define NONE_COLOR 0xb5670a

void
pt_count_free (PtCount *self)
{
  g_free (self->text);
  g_free (self);
}

/* At the lower end of the strip, or the right one where the strip lies on top. */
static PtPoint
place_of (const PtDiagramElement *figure, const PtView *view)
{
  PtBounds bounds = figure->bounds;
  PtPoint at = { bounds.x + STRIP / 2, bounds.y + bounds.height - FROM_END };

  if (!figure->is_horizontal)
    at = (PtPoint){ bounds.x + bounds.width - FROM_END, bounds.y + STRIP / 2 };
  return pt_view_from_diagram (view, at);
}

static void
paint_count (GtkSnapshot *snapshot, const PtCount *count, PtPoint at)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float)(at.x - SIZE), (float)(at.y - SIZE), (float)(2 * SIZE),
                                     (float)(2 * SIZE)));
  GdkRGBA color = pt_color_of (count->n > 0 ? SOME_COLOR : NONE_COLOR, 1);
  g_autofree char *text = g_strdup_printf ("%u", count->n);
  cairo_text_extents_t extents;

  cairo_arc (cr, at.x, at.y, SIZE / 2 - 0.5, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_select_font_face (cr, PT_FONT_FAMILY, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, count->n < 100 ? 10 : 8);
  cairo_text_extents (cr, text, &extents);
  cairo_move_to (cr, at.x - extents.width / 2 - extents.x_bearing,
                 at.y - extents.height / 2 - extents.y_bearing);
  cairo_show_text (cr, text);
  cairo_destroy (cr);
}

static gboolean
is_shown (const PtDiagramElement *figure, const PtView *view)
{
  return figure != NULL && !figure->is_edge && view->zoom >= SMALLEST;
}

void
pt_counts_snapshot (GHashTable *counts, GtkSnapshot *snapshot, PtEditor *editor, const PtView *view)
{
  GHashTableIter iter;
  const char *id;
  const PtCount *count;

  if (counts == NULL)
    return;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&count))
    {
      const PtDiagramElement *figure = pt_editor_figure (editor, id);
      PtPoint at;

      if (!is_shown (figure, view))
        continue;
      at = place_of (figure, view);
      if (at.x > -SIZE && at.y > -SIZE && at.x < view->width + SIZE && at.y < view->height + SIZE)
        paint_count (snapshot, count, at);
    }
}

const char *
pt_counts_text_at (GHashTable *counts, PtEditor *editor, const PtView *view, PtPoint at)
{
  GHashTableIter iter;
  const char *id;
  const PtCount *count;

  if (counts == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&count))
    {
      const PtDiagramElement *figure = pt_editor_figure (editor, id);

      if (is_shown (figure, view) && pt_point_distance (place_of (figure, view), at) <= SIZE / 2)
        return count->text;
    }
  return NULL;
}
