/* pt-page.c: a diagram as the page of a print job
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <pango/pangocairo.h>
#include <partitur/paper.h>

#define POINTS_PER_UNIT 0.75
#define FOOTER_SIZE 8.0
#define FOOTER_HEIGHT 12.0
#define FOOTER_GAP 6.0
/* What a title may take of the line when there is a note too. */
#define TITLE_SHARE 0.6

static PangoLayout *
footer_layout (cairo_t *cr, const char *text, double width, PangoAlignment alignment)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (PT_FONT_FAMILY);
  pango_font_description_set_absolute_size (font, FOOTER_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static void
draw_footer (cairo_t *cr,
             const char *text,
             double x,
             double y,
             double width,
             PangoAlignment alignment)
{
  if (text == NULL || width <= 0)
    return;
  g_autoptr (PangoLayout) layout = footer_layout (cr, text, width, alignment);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_content (PtDiagram *diagram, cairo_t *cr, double width, double height)
{
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_paper);
  PtBounds all = pt_painter_diagram_extents (painter, diagram);
  if (pt_bounds_is_empty (all) || width <= 0 || height <= 0)
    return;

  double scale = MIN (POINTS_PER_UNIT, MIN (width / all.width, height / all.height));
  cairo_save (cr);
  cairo_translate (cr, (width - all.width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -all.x, -all.y);
  pt_painter_draw_diagram (painter, cr, diagram, NULL);
  cairo_restore (cr);
}

void
pt_paper_draw_page (PtDiagram *diagram,
                    cairo_t *cr,
                    double width,
                    double height,
                    const char *title,
                    const char *note)
{
  gboolean has_footer = title != NULL || note != NULL;
  double footer = height - FOOTER_HEIGHT;
  double title_width = note != NULL ? width * TITLE_SHARE : width;
  double note_width = title != NULL ? width - title_width - FOOTER_GAP : width;

  draw_content (diagram, cr, width, has_footer ? footer - FOOTER_GAP : height);
  draw_footer (cr, title, 0, footer, title_width, PANGO_ALIGN_LEFT);
  draw_footer (cr, note, width - note_width, footer, note_width, PANGO_ALIGN_RIGHT);
}

gboolean
pt_paper_wants_landscape (PtDiagram *diagram)
{
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_paper);
  PtBounds all = pt_painter_diagram_extents (painter, diagram);
  return all.width > all.height;
}
