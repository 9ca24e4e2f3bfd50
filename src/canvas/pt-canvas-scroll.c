/* pt-canvas-scroll.c: the view of the canvas: scrolling and zooming
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-canvas-private.h"

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

#define LINE_STEP 60.0 /* pixels */
#define PAGE_SHARE 0.9

/* ----- adjustments ---------------------------------------------------------------------------- */

static void
configure_one (GtkAdjustment *adjustment, double value, double lower, double upper, double page)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, lower, upper, LINE_STEP, page * PAGE_SHARE, page);
}

void
pt_canvas_configure_adjustments (PtCanvas *self)
{
  const PtView *view = &self->view;
  PtPoint lower, upper;

  pt_view_range (view, &lower, &upper);
  self->configuring = TRUE;
  configure_one (self->adjustments[0], view->x, lower.x, upper.x, view->width);
  configure_one (self->adjustments[1], view->y, lower.y, upper.y, view->height);
  self->configuring = FALSE;
}

/* Scrolled by a scroll bar or the wheel: that commits a label, as any press elsewhere does. The
 * rounded place is not written back: whoever scrolls by fractions adds them up in the adjustment.
 */
static void
adjusted_cb (PtCanvas *self)
{
  if (self->configuring)
    return;
  pt_canvas_commit_label (self);
  pt_view_scroll_to (&self->view, gtk_adjustment_get_value (self->adjustments[0]),
                     gtk_adjustment_get_value (self->adjustments[1]));
  pt_canvas_view_moved (self);
}

static void
drop_adjustment (PtCanvas *self, int axis)
{
  if (self->adjustments[axis] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[axis], adjusted_cb, self);
  g_clear_object (&self->adjustments[axis]);
}

static void
set_adjustment (PtCanvas *self, int axis, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[axis])
    return;
  drop_adjustment (self, axis);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[axis] = g_object_ref_sink (adjustment);
  pt_canvas_configure_adjustments (self);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjusted_cb), self);
}

void
pt_canvas_scroll_class_init (GObjectClass *klass)
{
  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY, "vscroll-policy");
}

void
pt_canvas_scroll_set_property (PtCanvas *self, guint id, const GValue *value)
{
  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id == PROP_VADJUSTMENT, g_value_get_object (value));
  else
    self->policies[id == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
}

void
pt_canvas_scroll_get_property (PtCanvas *self, guint id, GValue *value)
{
  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id == PROP_VADJUSTMENT]);
  else
    g_value_set_enum (value, self->policies[id == PROP_VSCROLL_POLICY]);
}

void
pt_canvas_scroll_dispose (PtCanvas *self)
{
  drop_adjustment (self, 0);
  drop_adjustment (self, 1);
}

/* ----- the view ------------------------------------------------------------------------------- */

void
pt_canvas_scroll_to (PtCanvas *self, double x, double y)
{
  pt_view_scroll_to (&self->view, x, y);
  pt_canvas_view_changed (self);
}

void
pt_canvas_to_diagram (PtCanvas *self, double x, double y, PtPoint *point)
{
  *point = pt_view_to_diagram (&self->view, x, y);
}

void
pt_canvas_from_diagram (PtCanvas *self, PtPoint point, double *x, double *y)
{
  PtPoint at = pt_view_from_diagram (&self->view, point);

  *x = at.x;
  *y = at.y;
}

double
pt_canvas_get_zoom (PtCanvas *self)
{
  return self->view.zoom;
}

void
pt_canvas_zoom_around (PtCanvas *self, double zoom, PtPoint point, double x, double y)
{
  pt_canvas_commit_label (self);
  pt_view_pin (&self->view, zoom, point, x, y);
  pt_canvas_view_changed (self);
  pt_canvas_touch_pointer (self);
  pt_canvas_emit_zoom (self);
}

void
pt_canvas_follow (PtCanvas *self, PtCanvas *other)
{
  pt_canvas_zoom_around (self, other->view.zoom, pt_view_to_diagram (&other->view, 0, 0), 0, 0);
}

void
pt_canvas_zoom (PtCanvas *self, double zoom)
{
  double x = self->view.width / 2, y = self->view.height / 2;

  pt_canvas_zoom_around (self, zoom, pt_view_to_diagram (&self->view, x, y), x, y);
}

void
pt_canvas_zoom_in (PtCanvas *self)
{
  pt_canvas_zoom (self, pt_view_step_zoom (self->view.zoom, 1, PT_ZOOM_KEY_STEPS));
}

void
pt_canvas_zoom_out (PtCanvas *self)
{
  pt_canvas_zoom (self, pt_view_step_zoom (self->view.zoom, -1, PT_ZOOM_KEY_STEPS));
}

/* Asked for before there is a window, the first allocation chooses the view. */
static void
fit_area (PtCanvas *self, PtBounds area)
{
  pt_canvas_commit_label (self);
  pt_view_fit_area (&self->view, area);
  pt_canvas_view_changed (self);
  pt_canvas_touch_pointer (self);
  pt_canvas_emit_zoom (self);
}

void
pt_canvas_fit (PtCanvas *self)
{
  if (self->view.width <= 0 || self->view.height <= 0)
    {
      self->fitted = FALSE;
      return;
    }
  fit_area (self, self->view.content);
}

void
pt_canvas_fit_with (PtCanvas *self, PtCanvas *other)
{
  if (self->view.width > 0 && self->view.height > 0)
    fit_area (self, pt_bounds_union (self->view.content, other->view.content));
}
