/* pt-view.c: what part of the paper a window shows
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-view.h"

#include <math.h>

#define KEPT_IN_VIEW 100.0 /* pixels of the content, however far one scrolls */
#define LOW_DETAIL_FIGURES 300

PtPoint
pt_view_to_diagram (const PtView *self, double x, double y)
{
  return (PtPoint){ (self->x + x) / self->zoom, (self->y + y) / self->zoom };
}

PtPoint
pt_view_from_diagram (const PtView *self, PtPoint point)
{
  return (PtPoint){ point.x * self->zoom - self->x, point.y * self->zoom - self->y };
}

PtBounds
pt_view_visible (const PtView *self)
{
  return (PtBounds){ self->x / self->zoom, self->y / self->zoom, self->width / self->zoom,
                     self->height / self->zoom };
}

void
pt_view_range (const PtView *self, PtPoint *lower, PtPoint *upper)
{
  double spare_x = self->width - fmin (KEPT_IN_VIEW, self->width / 2);
  double spare_y = self->height - fmin (KEPT_IN_VIEW, self->height / 2);
  PtBounds c = self->content;

  lower->x = floor (c.x * self->zoom - spare_x);
  lower->y = floor (c.y * self->zoom - spare_y);
  upper->x = ceil ((c.x + c.width) * self->zoom + spare_x);
  upper->y = ceil ((c.y + c.height) * self->zoom + spare_y);
}

static double
whole_pixels (const PtView *self, double value)
{
  int scale = MAX (self->scale, 1);

  return round (value * scale) / scale;
}

void
pt_view_scroll_to (PtView *self, double x, double y)
{
  PtPoint lower, upper;

  pt_view_range (self, &lower, &upper);
  self->x = whole_pixels (self, fmax (lower.x, fmin (x, upper.x - self->width)));
  self->y = whole_pixels (self, fmax (lower.y, fmin (y, upper.y - self->height)));
}

static double
zoom_for (const PtView *self, PtBounds area)
{
  double room_x = fmax (self->width - 2 * PT_FIT_MARGIN, 1);
  double room_y = fmax (self->height - 2 * PT_FIT_MARGIN, 1);

  return fmin (1.0, fmin (room_x / fmax (area.width, 1), room_y / fmax (area.height, 1)));
}

double
pt_view_fit_zoom (const PtView *self)
{
  return zoom_for (self, self->content);
}

double
pt_view_clamp_zoom (const PtView *self, double zoom)
{
  return CLAMP (zoom, fmin (PT_ZOOM_MIN, pt_view_fit_zoom (self)), PT_ZOOM_MAX);
}

double
pt_view_step_zoom (double zoom, double n, guint steps)
{
  double step = log (PT_ZOOM_MAX / PT_ZOOM_MIN) / steps;

  return exp (round (log (zoom) / step + n) * step);
}

void
pt_view_pin (PtView *self, double zoom, PtPoint point, double x, double y)
{
  self->zoom = pt_view_clamp_zoom (self, zoom);
  pt_view_scroll_to (self, point.x * self->zoom - x, point.y * self->zoom - y);
}

void
pt_view_fit_area (PtView *self, PtBounds area)
{
  PtPoint center = pt_bounds_center (area);

  self->zoom = zoom_for (self, area);
  pt_view_scroll_to (self, center.x * self->zoom - self->width / 2,
                     center.y * self->zoom - self->height / 2);
}

void
pt_view_fit (PtView *self)
{
  pt_view_fit_area (self, self->content);
}

void
pt_view_begin (PtView *self)
{
  if (pt_view_fit_zoom (self) >= PT_ZOOM_READABLE)
    pt_view_fit (self);
  else
    pt_view_pin (self, PT_ZOOM_READABLE, (PtPoint){ self->content.x, self->content.y },
                 PT_FIT_MARGIN, PT_FIT_MARGIN);
}

/* One axis: the least change of @at so that the window of @size from there shows @start … @end. */
static double
reveal_axis (double at, double size, double start, double end)
{
  if (end - start > size)
    return (start + end - size) / 2;
  return fmin (fmax (at, end - size), start);
}

void
pt_view_reveal (PtView *self, PtBounds bounds, double margin)
{
  double left = bounds.x * self->zoom - margin, top = bounds.y * self->zoom - margin;
  double right = left + bounds.width * self->zoom + 2 * margin;
  double bottom = top + bounds.height * self->zoom + 2 * margin;

  pt_view_scroll_to (self, reveal_axis (self->x, self->width, left, right),
                     reveal_axis (self->y, self->height, top, bottom));
}

gboolean
pt_view_wants_low_detail (double zoom, guint n_figures)
{
  return zoom < PT_ZOOM_READABLE && n_figures > LOW_DETAIL_FIGURES;
}
