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
