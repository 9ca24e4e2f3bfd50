/* pt-picture.h: writing a sheet to a file, for whoever has put one together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/paper.h>

#include "pt-sheet.h"

#define PT_PICTURE_MARGIN 10.0

/** pt_picture_write_sheet: see pt_picture_write_all() */
GBytes *pt_picture_write_sheet (PtSheet *sheet,
                                PtPictureFormat format,
                                double scale,
                                const char *title,
                                GError **error);

/** pt_picture_append: a cairo_write_func_t whose closure is a #GByteArray */
cairo_status_t pt_picture_append (void *closure, const unsigned char *data, unsigned int length);
/** pt_picture_finish: ends drawing on @surface, which writes what is left of it, and frees both.
 *  Returns: %FALSE with @error */
gboolean pt_picture_finish (cairo_surface_t *surface, cairo_t *cr, GError **error);
