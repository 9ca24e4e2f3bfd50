/* pt-label-paint.c: labels on a surface, or line by line for formats that write text themselves
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <pango/pangocairo.h>

#include "pt-label.h"
#include "pt-path.h"

#define HALO_OPACITY 0.78
#define HALO_MARGIN 2.0
#define HALO_EDGE 1.0

/** LinePlace: told the place of a line within the text's box, and its base line. */
typedef void (*LinePlace) (PangoLayoutLine *line, PtBounds place, double base, gpointer data);

static void
for_each_line (const PtLabel *label, LinePlace tell, gpointer data)
{
  PangoLayoutIter *iter = pango_layout_get_iter (label->text->layout);
  do
    {
      PangoRectangle logical;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      PtBounds place
          = { (double)logical.x / PANGO_SCALE - label->text->x, (double)logical.y / PANGO_SCALE,
              (double)logical.width / PANGO_SCALE, (double)logical.height / PANGO_SCALE };
      tell (pango_layout_iter_get_line_readonly (iter), place,
            (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE, data);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
add_to_halo (PangoLayoutLine *line, PtBounds place, double base, gpointer data)
{
  PangoRectangle ink;
  pango_layout_line_get_extents (line, &ink, NULL);
  place.x -= HALO_MARGIN;
  place.width += 2 * HALO_MARGIN;
  place.y = base + (double)ink.y / PANGO_SCALE - HALO_EDGE;
  place.height = (double)ink.height / PANGO_SCALE + 2 * HALO_EDGE;
  pt_path_rectangle (data, place);
}

/* Line by line and no higher than the letters, so that it covers no more than it must: a label
 * often stands close to the circle that it names. */
void
pt_label_halo (const PtLabel *label, cairo_t *cr, const PtFigureColors *colors)
{
  cairo_save (cr);
  cairo_translate (cr, label->bounds.x, label->bounds.y);
  cairo_new_path (cr);
  for_each_line (label, add_to_halo, cr);
  pt_color_set_with_alpha (cr, colors->ground, HALO_OPACITY);
  cairo_fill (cr);
  cairo_restore (cr);
}

static guint32
text_color (const PtLabel *label, const PtFigureColors *colors)
{
  return label->outside ? colors->text : colors->inside;
}

/* Where the upper left corner of the text's box is painted, before turning. */
static PtPoint
origin_of (const PtLabel *label)
{
  return (PtPoint){ label->bounds.x,
                    label->bounds.y + (label->rotated ? label->bounds.height : 0) };
}

void
pt_label_paint (const PtLabel *label, cairo_t *cr, const PtFigureColors *colors)
{
  PtPoint origin = origin_of (label);
  cairo_save (cr);
  cairo_translate (cr, origin.x, origin.y);
  if (label->rotated)
    cairo_rotate (cr, -G_PI / 2);
  cairo_move_to (cr, -label->text->x, 0);
  pt_color_set (cr, text_color (label, colors));
  pango_cairo_show_layout (cr, label->text->layout);
  cairo_restore (cr);
}

static int
by_offset (gconstpointer a, gconstpointer b)
{
  const PangoGlyphItem *s = *(PangoGlyphItem *const *)a, *t = *(PangoGlyphItem *const *)b;
  return s->item->offset - t->item->offset;
}

/* What a line shows, in reading order: runs are in the order they are seen, and the run that stands
 * for what was elided still names all of it. */
static char *
line_text (PangoLayoutLine *line, const char *text)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  for (GSList *l = line->runs; l != NULL; l = l->next)
    g_ptr_array_add (runs, l->data);
  g_ptr_array_sort (runs, by_offset);

  GString *shown = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      const PangoItem *item = ((PangoGlyphItem *)runs->pdata[i])->item;
      if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        g_string_append (shown, "…");
      else
        g_string_append_len (shown, text + item->offset, item->length);
    }
  g_string_replace (shown, "\u2028", "", 0);
  return g_strchomp (g_string_free (shown, FALSE));
}

/** Teller: what handing over a line needs. */
typedef struct
{
  const PtLabel *label;
  guint32 color;
  PtTextSink sink;
  gpointer data;
} Teller;

static void
tell_line (PangoLayoutLine *line, PtBounds place, double base, gpointer data)
{
  const Teller *teller = data;
  const PtLabel *label = teller->label;
  PtPoint origin = origin_of (label);
  g_autofree char *shown = line_text (line, pango_layout_get_text (label->text->layout));
  PtTextLine told = { .text = shown,
                      .x = origin.x + (label->rotated ? base : place.x),
                      .y = origin.y + (label->rotated ? -place.x : base),
                      .width = place.width,
                      .size = pt_text_font_size (label->text),
                      .rotated = label->rotated,
                      .font = &label->text->font,
                      .color = teller->color,
                      .whole = label->text->is_elided ? label->text->source : NULL };
  teller->sink (&told, teller->data);
}

void
pt_label_tell (const PtLabel *label, const PtFigureColors *colors, PtTextSink sink, gpointer data)
{
  Teller teller = { label, text_color (label, colors), sink, data };
  for_each_line (label, tell_line, &teller);
}
