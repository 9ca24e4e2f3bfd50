/* pt-color.c: arithmetic of colours 0xRRGGBB, and the colours one figure is painted in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-color.h"

#include <math.h>

#include "pt-figure.h"

#define MIX_STEP 0.125

const PtInk pt_ink_light = {
  .line = 0x2a2e37,
  .fill = 0xffffff,
  .background = 0xfafafa,
  .faint = 0xeceef1,
  .accent = 0x1c71d8,
};

const PtInk pt_ink_dark = {
  .line = 0xd6dae0,
  .fill = 0x2d3036,
  .background = 0x1e1f22,
  .faint = 0x2a2c31,
  .accent = 0x78aeed,
  .dark = TRUE,
};

const PtInk pt_ink_paper = {
  .line = 0x000000,
  .fill = 0xffffff,
  .background = 0xffffff,
  .faint = 0xf0f0f0,
  .accent = 0x000000,
};

static guint
channel (guint32 color, int shift)
{
  return color >> shift & 0xff;
}

guint32
pt_color_mix (guint32 a, guint32 b, double share)
{
  guint32 mixed = 0;
  for (int shift = 16; shift >= 0; shift -= 8)
    mixed |= (guint32)lround (channel (a, shift) * (1 - share) + channel (b, shift) * share)
             << shift;
  return mixed;
}

static double
linear (guint value)
{
  double v = value / 255.0;
  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 color)
{
  return 0.2126 * linear (channel (color, 16)) + 0.7152 * linear (channel (color, 8))
         + 0.0722 * linear (channel (color, 0));
}

double
pt_color_contrast (guint32 a, guint32 b)
{
  double la = luminance (a), lb = luminance (b);
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

guint32
pt_color_legible (guint32 color, guint32 ground, double ratio)
{
  guint32 goal = pt_color_contrast (0x000000, ground) > pt_color_contrast (0xffffff, ground)
                     ? 0x000000
                     : 0xffffff;
  guint32 moved = color;
  for (double share = MIX_STEP; share <= 1 && pt_color_contrast (moved, ground) < ratio;
       share += MIX_STEP)
    moved = pt_color_mix (color, goal, share);
  return moved;
}

void
pt_color_set_with_alpha (cairo_t *cr, guint32 color, double alpha)
{
  cairo_set_source_rgba (cr, channel (color, 16) / 255.0, channel (color, 8) / 255.0,
                         channel (color, 0) / 255.0, alpha);
}

void
pt_color_set (cairo_t *cr, guint32 color)
{
  pt_color_set_with_alpha (cr, color, 1);
}

/* The colour of a file as it would have been chosen on dark ground: same hue and saturation,
 * lightness turned over (HSL; adding the same to all channels changes nothing else), white becoming
 * the fill of
 * @ink and black its line. */
static guint32
turned_over (const PtInk *ink, guint32 color)
{
  guint r = channel (color, 16), g = channel (color, 8), b = channel (color, 0);
  int move = 255 - (int)(MAX (r, MAX (g, b)) + MIN (r, MIN (g, b)));
  guint32 turned = 0;
  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double share = ((int)channel (color, shift) + move) / 255.0;
      double from = channel (ink->fill, shift), to = channel (ink->line, shift);
      turned |= (guint32)lround (from + (to - from) * share) << shift;
    }
  return turned;
}

static guint32
adapted (const PtInk *ink, guint32 color)
{
  return ink->dark ? turned_over (ink, color) : color;
}

/* Pools and lanes without a colour of their own let the ground show. */
static gboolean
is_see_through (const PtDiagramElement *figure)
{
  PtFamily family = pt_figure_family (figure);
  return !figure->has_fill && !pt_figure_is_band (figure)
         && (family == PT_FAMILY_POOL || family == PT_FAMILY_LANE);
}

guint32
pt_figure_fill (const PtInk *ink, const PtDiagramElement *figure)
{
  if (figure->has_fill)
    return adapted (ink, figure->fill);
  return is_see_through (figure) ? ink->background : ink->fill;
}

static guint32
ground_of (const PtInk *ink, const PtDiagramElement *figure)
{
  const PtDiagramElement *under = pt_figure_ground (figure);
  return under != NULL ? pt_figure_fill (ink, under) : ink->background;
}

/* What the author chose for the label itself is kept as long as it can be told from its ground. */
static void
set_label_color (const PtInk *ink, const PtDiagramElement *figure, PtFigureColors *colors)
{
  guint32 chosen = adapted (ink, figure->label_color);
  colors->inside = pt_color_legible (chosen, colors->fill, PT_CONTRAST_CHOSEN);
  colors->text = pt_color_legible (chosen, colors->ground, PT_CONTRAST_CHOSEN);
}

/* The inks are legible on their own grounds; only colours of the file need care. Outlines that the
 * file gives are kept on light ground, even faint ones. */
PtFigureColors
pt_figure_colors (const PtInk *ink, const PtDiagramElement *figure)
{
  PtFigureColors colors = { .fill = pt_figure_fill (ink, figure),
                            .line = figure->has_stroke ? adapted (ink, figure->stroke) : ink->line,
                            .ground = ground_of (ink, figure) };
  gboolean tinted = colors.ground != ink->background && colors.ground != ink->fill;
  guint32 line = colors.line;

  colors.mark = colors.inside = colors.text = line;
  if (figure->has_fill || figure->has_stroke)
    {
      colors.mark = pt_color_legible (line, colors.fill, PT_CONTRAST_MARK);
      colors.inside = pt_color_legible (line, colors.fill, PT_CONTRAST_TEXT);
    }
  if (figure->has_stroke || tinted)
    colors.text = pt_color_legible (line, colors.ground, PT_CONTRAST_TEXT);
  if (figure->has_stroke ? ink->dark : tinted)
    colors.line = pt_color_legible (line, colors.ground, PT_CONTRAST_MARK);
  if (figure->has_label_color)
    set_label_color (ink, figure, &colors);
  return colors;
}
