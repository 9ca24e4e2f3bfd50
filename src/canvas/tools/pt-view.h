/* pt-view.h: what part of the paper a window shows: zoom and pan as plain arithmetic
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/geometry.h>

G_BEGIN_DECLS

#define PT_ZOOM_MAX 4.0
#define PT_ZOOM_MIN 0.2      /* less only where the whole diagram needs it */
#define PT_ZOOM_KEY_STEPS 10 /* from the least zoom to the greatest, logarithmic */
#define PT_ZOOM_WHEEL_STEPS 20
#define PT_ZOOM_READABLE 0.4 /* below, a label is too small to read */
#define PT_FIT_MARGIN 20.0   /* pixels */

/** PtView: pixels are those of the widget. A diagram point p stands at p × zoom − (x, y). */
typedef struct
{
  double zoom;
  double x, y;
  double width, height; /* of the window */
  int scale;            /* device pixels per pixel */
  PtBounds content;     /* what there is to see, in diagram units */
} PtView;

PtPoint pt_view_to_diagram (const PtView *self, double x, double y);
PtPoint pt_view_from_diagram (const PtView *self, PtPoint point);
/** pt_view_visible: Returns: the part of the diagram in view */
PtBounds pt_view_visible (const PtView *self);

/**
 * pt_view_range:
 * How far one can scroll: at least a strip of the content stays in view. All in pixels.
 */
void pt_view_range (const PtView *self, PtPoint *lower, PtPoint *upper);
/** pt_view_scroll_to: clamped to the range and rounded to whole device pixels: a picture that is
 *  shifted by fractions would have to be drawn anew, and looks blurred. */
void pt_view_scroll_to (PtView *self, double x, double y);

/** pt_view_fit_zoom: Returns: the zoom at which all content is in view, at most 1 */
double pt_view_fit_zoom (const PtView *self);
double pt_view_clamp_zoom (const PtView *self, double zoom);
/** pt_view_step_zoom: Returns: @zoom after @n of @steps equal steps between the usual limits; 1 is
 *  always one of the places one gets to */
double pt_view_step_zoom (double zoom, double n, guint steps);
/** pt_view_pin: zooms and scrolls so that @point stands at (@x, @y): wheel and pinch */
void pt_view_pin (PtView *self, double zoom, PtPoint point, double x, double y);
void pt_view_fit (PtView *self);
/** pt_view_fit_area: brings @area, which may reach beyond the content, into view, never above 1 */
void pt_view_fit_area (PtView *self, PtBounds area);
/** pt_view_begin: the first view of a diagram: all of it, or where its labels would be too small to
 *  read, its upper left corner, at #PT_ZOOM_READABLE */
void pt_view_begin (PtView *self);
/** pt_view_reveal: scrolls as little as needed so that @bounds and @margin pixels around are in
 * view; of what is too large, the middle */
void pt_view_reveal (PtView *self, PtBounds bounds, double margin);

/**
 * pt_view_wants_low_detail:
 * Below #PT_ZOOM_READABLE large diagrams are painted as coloured rectangles.
 * Small ones are cheap enough to look right at every zoom.
 */
gboolean pt_view_wants_low_detail (double zoom, guint n_figures);

G_END_DECLS
