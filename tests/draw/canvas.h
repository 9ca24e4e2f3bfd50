/* canvas.h: a surface to paint figures on and to look at
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/draw.h>

/** Canvas: a transparent picture of @area in diagram units. */
typedef struct
{
  PtBounds area;
  cairo_surface_t *surface;
  cairo_t *cr;
} Canvas;

static inline Canvas
canvas_new (PtBounds area)
{
  Canvas canvas = { .area = area };
  canvas.surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)area.width, (int)area.height);
  canvas.cr = cairo_create (canvas.surface);
  cairo_translate (canvas.cr, -area.x, -area.y);
  return canvas;
}

static inline void
canvas_clear (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

/** canvas_ink: Returns: bounds of all pixels that were painted, in diagram units */
static inline PtBounds
canvas_ink (Canvas *canvas)
{
  cairo_surface_flush (canvas->surface);
  const guint8 *data = cairo_image_surface_get_data (canvas->surface);
  int stride = cairo_image_surface_get_stride (canvas->surface);
  int left = G_MAXINT, right = -1, top = G_MAXINT, bottom = -1;

  for (int row = 0; row < (int)canvas->area.height; row++)
    {
      const guint32 *pixels = (const guint32 *)(const void *)(data + row * stride);
      for (int column = 0; column < (int)canvas->area.width; column++)
        if (pixels[column] != 0)
          {
            left = MIN (left, column);
            right = MAX (right, column);
            top = MIN (top, row);
            bottom = row;
          }
    }
  if (right < 0)
    return (PtBounds){ 0 };
  return (PtBounds){ canvas->area.x + left, canvas->area.y + top, right - left + 1,
                     bottom - top + 1 };
}

/** canvas_checksum: Returns: (transfer full): equal for equal pictures */
static inline char *
canvas_checksum (Canvas *canvas)
{
  cairo_surface_flush (canvas->surface);
  gsize size = (gsize)cairo_image_surface_get_stride (canvas->surface)
               * (gsize)cairo_image_surface_get_height (canvas->surface);
  return g_compute_checksum_for_data (G_CHECKSUM_MD5,
                                      cairo_image_surface_get_data (canvas->surface), size);
}
