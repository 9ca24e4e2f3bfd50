/* pt-color.h: arithmetic of colours 0xRRGGBB, and the colours one figure is painted in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/draw.h>

/* Contrast ratios of WCAG 2.1: for text (1.4.3) and for marks and outlines (1.4.11). */
#define PT_CONTRAST_TEXT 4.5
#define PT_CONTRAST_MARK 3.0
/* What keeps a colour that the author chose for a label from vanishing in its ground. */
#define PT_CONTRAST_CHOSEN 2.0

/** PtFigureColors: what a figure is painted in, derived from the ink and the colours of the file.
 */
typedef struct
{
  guint32 fill;   /* body */
  guint32 line;   /* outline, or the flow itself */
  guint32 mark;   /* symbols and markers on the body */
  guint32 inside; /* text on the body */
  guint32 ground; /* what the figure stands on */
  guint32 text;   /* text on the ground */
} PtFigureColors;

/** pt_color_mix: Returns: @a at @share 0, @b at @share 1 */
guint32 pt_color_mix (guint32 a, guint32 b, double share);
/** pt_color_contrast: Returns: contrast ratio of WCAG 2.1, from 1 to 21 */
double pt_color_contrast (guint32 a, guint32 b);
/** pt_color_legible: Returns: @color, moved towards black or white as little as gives it the
 * contrast
 *  @ratio on @ground */
guint32 pt_color_legible (guint32 color, guint32 ground, double ratio);
void pt_color_set (cairo_t *cr, guint32 color);
void pt_color_set_with_alpha (cairo_t *cr, guint32 color, double alpha);

PtFigureColors pt_figure_colors (const PtInk *ink, const PtDiagramElement *figure);
/** pt_figure_fill: Returns: colour of the body of @figure, the file's own adapted to @ink */
guint32 pt_figure_fill (const PtInk *ink, const PtDiagramElement *figure);
