/* pt-svg.h: the parts of an SVG that cairo does not write: title and text as text
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-sheet.h"

/**
 * pt_svg_paint:
 * @cr: of a cairo SVG surface
 *
 * Paints @sheet without its text.
 *
 * Returns: (transfer full): the text as SVG, to be added with pt_svg_complete()
 */
GString *pt_svg_paint (PtSheet *sheet, cairo_t *cr, double scale);
/** pt_svg_complete: Inserts @title (nullable) and @text into the document @svg. */
void pt_svg_complete (GByteArray *svg, const char *title, const GString *text);
