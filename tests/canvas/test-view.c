/* test-view.c: zoom and pan arithmetic
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "../../src/canvas/tools/pt-view.h"

static PtView
make_view (void)
{
  PtView view = { .zoom = 1, .width = 1280, .height = 800, .scale = 1 };

  view.content = (PtBounds){ -100, 50, 2000, 1000 };
  return view;
}

static void
points_go_there_and_back (void **state)
{
  PtView view = make_view ();

  view.zoom = 1.7;
  pt_view_scroll_to (&view, 33, -20);
  for (int i = 0; i < 10; i++)
    {
      PtPoint p = pt_view_to_diagram (&view, i * 97, i * 41);
      PtPoint back = pt_view_from_diagram (&view, p);

      assert_float_equal (back.x, i * 97, 1e-9);
      assert_float_equal (back.y, i * 41, 1e-9);
    }
}

static void
zoom_keeps_the_point_under_the_pointer (void **state)
{
  PtView view = make_view ();
  PtPoint under = pt_view_to_diagram (&view, 640, 300), now;

  for (int i = 0; i < 8; i++)
    {
      pt_view_pin (&view, pt_view_step_zoom (view.zoom, 1, PT_ZOOM_WHEEL_STEPS), under, 640, 300);
      now = pt_view_from_diagram (&view, under);
      assert_float_equal (now.x, 640, 0.5 + 1e-9);
      assert_float_equal (now.y, 300, 0.5 + 1e-9);
    }
  assert_true (view.zoom > 3);
}

static void
zoom_has_limits (void **state)
{
  PtView view = make_view ();

  pt_view_pin (&view, 100, (PtPoint){ 0, 0 }, 0, 0);
  assert_float_equal (view.zoom, PT_ZOOM_MAX, 1e-9);
  pt_view_pin (&view, 0.001, (PtPoint){ 0, 0 }, 0, 0);
  assert_float_equal (view.zoom, PT_ZOOM_MIN, 1e-9);

  /* A diagram that needs less gets it. */
  view.content.width = 100000;
  pt_view_pin (&view, 0.001, (PtPoint){ 0, 0 }, 0, 0);
  assert_true (view.zoom < 0.02 && view.zoom >= pt_view_fit_zoom (&view));
}

static void
steps_meet_one_and_are_reversible (void **state)
{
  double zoom = 1;

  for (int i = 0; i < 4; i++)
    zoom = pt_view_step_zoom (zoom, 1, PT_ZOOM_KEY_STEPS);
  for (int i = 0; i < 4; i++)
    zoom = pt_view_step_zoom (zoom, -1, PT_ZOOM_KEY_STEPS);
  assert_float_equal (zoom, 1, 1e-9);
  /* Ten steps lead through all of the range. */
  assert_float_equal (pt_view_step_zoom (1, 10, 10), PT_ZOOM_MAX / PT_ZOOM_MIN, 1e-9);
  /* From a zoom between two steps one gets back to them. */
  assert_float_equal (pt_view_step_zoom (1.01, 0, PT_ZOOM_KEY_STEPS), 1, 1e-9);
}

static void
fit_shows_all_and_never_magnifies (void **state)
{
  PtView view = make_view ();
  PtBounds visible;

  pt_view_fit (&view);
  visible = pt_view_visible (&view);
  assert_true (pt_bounds_contains (visible, view.content));
  assert_true (view.zoom < 1);

  view.content = (PtBounds){ 10, 10, 100, 80 };
  pt_view_fit (&view);
  assert_float_equal (view.zoom, 1, 1e-9);
  assert_true (pt_bounds_contains (pt_view_visible (&view), view.content));
}

static void
the_first_view_can_be_read (void **state)
{
  PtView view = make_view (), fitted = view;

  view.content = (PtBounds){ 10, 10, view.width, view.height };
  fitted = view;
  pt_view_fit (&fitted);
  pt_view_begin (&view);
  assert_float_equal (view.zoom, fitted.zoom, 1e-9);
  assert_true (pt_bounds_contains (pt_view_visible (&view), view.content));

  view.content = (PtBounds){ 10, 10, view.width * 50, view.height * 50 };
  pt_view_begin (&view);
  assert_float_equal (view.zoom, PT_ZOOM_READABLE, 1e-9);
  assert_true (pt_bounds_contains (pt_view_visible (&view), (PtBounds){ 10, 10, 100, 80 }));
}

static void
offsets_are_whole_device_pixels (void **state)
{
  PtView view = make_view ();

  view.scale = 2;
  pt_view_scroll_to (&view, 10.3, 20.77);
  assert_float_equal (view.x, 10.5, 1e-9);
  assert_float_equal (view.y, 21.0, 1e-9);
}

static void
scrolling_never_loses_the_content (void **state)
{
  PtView view = make_view ();
  PtPoint lower, upper;

  for (int i = 0; i < 4; i++)
    {
      pt_view_scroll_to (&view, (i & 1) ? 1e6 : -1e6, (i & 2) ? 1e6 : -1e6);
      assert_true (pt_bounds_intersects (pt_view_visible (&view), view.content));
      pt_view_range (&view, &lower, &upper);
      assert_true (view.x >= lower.x && view.x + view.width <= upper.x);
      assert_true (view.y >= lower.y && view.y + view.height <= upper.y);
    }
}

static void
reveal_moves_as_little_as_needed (void **state)
{
  PtView view = make_view ();

  pt_view_scroll_to (&view, 0, 100);
  pt_view_reveal (&view, (PtBounds){ 400, 400, 100, 80 }, 40);
  assert_float_equal (view.x, 0, 1e-9);
  assert_float_equal (view.y, 100, 1e-9);
  pt_view_reveal (&view, (PtBounds){ 1300, 400, 100, 80 }, 40);
  assert_float_equal (view.x, 1300 + 100 + 40 - 1280, 1e-9);
  assert_float_equal (view.y, 100, 1e-9);
  /* What is larger than the window is centred. */
  pt_view_reveal (&view, (PtBounds){ -100, 50, 2000, 1000 }, 0);
  assert_float_equal (view.x + view.width / 2, 900, 1);
}

static void
low_detail_is_for_large_diagrams_far_away (void **state)
{
  assert_true (pt_view_wants_low_detail (0.2, 5000));
  assert_false (pt_view_wants_low_detail (0.5, 5000));
  assert_false (pt_view_wants_low_detail (0.2, 60));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (points_go_there_and_back),
    cmocka_unit_test (zoom_keeps_the_point_under_the_pointer),
    cmocka_unit_test (zoom_has_limits),
    cmocka_unit_test (steps_meet_one_and_are_reversible),
    cmocka_unit_test (fit_shows_all_and_never_magnifies),
    cmocka_unit_test (the_first_view_can_be_read),
    cmocka_unit_test (offsets_are_whole_device_pixels),
    cmocka_unit_test (scrolling_never_loses_the_content),
    cmocka_unit_test (reveal_moves_as_little_as_needed),
    cmocka_unit_test (low_detail_is_for_large_diagrams_far_away),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
