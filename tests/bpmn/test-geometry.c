/* test-geometry.c: points, bounds and polylines
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <partitur/geometry.h>

#define NEAR 1e-9

static void
assert_bounds (PtBounds b, double x, double y, double width, double height)
{
  assert_float_equal (b.x, x, NEAR);
  assert_float_equal (b.y, y, NEAR);
  assert_float_equal (b.width, width, NEAR);
  assert_float_equal (b.height, height, NEAR);
}

static void
assert_point (PtPoint p, double x, double y)
{
  assert_float_equal (p.x, x, NEAR);
  assert_float_equal (p.y, y, NEAR);
}

static const PtBounds box = { 10, 20, 100, 50 };

static void
bounds_contain_their_border (void **state)
{
  assert_point (pt_bounds_center (box), 60, 45);
  assert_true (pt_bounds_contains_point (box, (PtPoint){ 10, 20 }));
  assert_true (pt_bounds_contains_point (box, (PtPoint){ 110, 70 }));
  assert_false (pt_bounds_contains_point (box, (PtPoint){ 110.5, 70 }));
  assert_true (pt_bounds_contains (box, box));
  assert_false (pt_bounds_contains (box, (PtBounds){ 10, 20, 100, 51 }));
}

static void
touching_is_not_intersecting (void **state)
{
  assert_true (pt_bounds_intersects (box, (PtBounds){ 109, 69, 5, 5 }));
  assert_false (pt_bounds_intersects (box, (PtBounds){ 110, 20, 5, 5 }));
  assert_false (pt_bounds_intersects (box, (PtBounds){ 0, 0, 5, 5 }));
  assert_true (pt_bounds_intersects (box, (PtBounds){ 0, 30, 500, 0 }));
}

static void
union_ignores_what_is_empty (void **state)
{
  assert_bounds (pt_bounds_union (box, (PtBounds){ 900, 900, 0, 0 }), 10, 20, 100, 50);
  assert_bounds (pt_bounds_union ((PtBounds){ 0 }, box), 10, 20, 100, 50);
  assert_bounds (pt_bounds_union (box, (PtBounds){ -5, 200, 0, 10 }), -5, 20, 115, 190);
}

static void
growing_and_shrinking_keep_the_centre (void **state)
{
  assert_bounds (pt_bounds_grow (box, 5), 5, 15, 110, 60);
  assert_bounds (pt_bounds_grow (box, -10), 20, 30, 80, 30);
  assert_bounds (pt_bounds_grow (box, -30), 40, 45, 40, 0);
}

static void
points_have_bounds (void **state)
{
  const PtPoint points[] = { { 5, 5 }, { -1, 8 }, { 3, 2 } };

  assert_bounds (pt_points_bounds (points, 3), -1, 2, 6, 6);
  assert_true (pt_bounds_is_empty (pt_points_bounds (points, 0)));
  assert_true (pt_bounds_is_empty (pt_points_bounds (points, 1)));
}

static void
distance_ends_with_the_segment (void **state)
{
  PtPoint a = { 0, 0 }, b = { 10, 0 }, nearest;

  assert_float_equal (pt_segment_distance ((PtPoint){ 4, 3 }, a, b, &nearest), 3, NEAR);
  assert_point (nearest, 4, 0);
  assert_float_equal (pt_segment_distance ((PtPoint){ 13, 4 }, a, b, &nearest), 5, NEAR);
  assert_point (nearest, 10, 0);
  assert_float_equal (pt_segment_distance ((PtPoint){ 3, 4 }, a, a, NULL), 5, NEAR);
}

static void
a_polyline_is_walked_by_length (void **state)
{
  const PtPoint line[] = { { 0, 0 }, { 30, 0 }, { 30, 0 }, { 30, 10 } };

  assert_point (pt_polyline_at (line, 4, 0), 0, 0);
  assert_point (pt_polyline_at (line, 4, 0.5), 20, 0);
  assert_point (pt_polyline_at (line, 4, 0.875), 30, 5);
  assert_point (pt_polyline_at (line, 4, 2), 30, 10);
  assert_point (pt_polyline_at (line, 1, 0.5), 0, 0);
  assert_point (pt_polyline_at (line, 0, 0.5), 0, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (bounds_contain_their_border),
    cmocka_unit_test (touching_is_not_intersecting),
    cmocka_unit_test (union_ignores_what_is_empty),
    cmocka_unit_test (growing_and_shrinking_keep_the_centre),
    cmocka_unit_test (points_have_bounds),
    cmocka_unit_test (distance_ends_with_the_segment),
    cmocka_unit_test (a_polyline_is_walked_by_length),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
