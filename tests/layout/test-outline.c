/* test-outline.c: lines leave each outline where they should
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
#include <partitur/layout.h>

static const PtBounds box = { 100, 200, 80, 60 }; /* centre 140, 230 */

static void
assert_crop (PtOutline outline, PtPoint outside, double x, double y)
{
  PtPoint p = pt_outline_crop (outline, box, pt_bounds_center (box), outside);

  if (fabs (p.x - x) > 1e-6 || fabs (p.y - y) > 1e-6)
    fail_msg ("outline %d: %g %g instead of %g %g", outline, p.x, p.y, x, y);
}

static void
level_and_upright_lines_meet_the_extremes (void **state)
{
  for (PtOutline outline = PT_OUTLINE_RECTANGLE; outline <= PT_OUTLINE_DIAMOND; outline++)
    {
      assert_crop (outline, (PtPoint){ 300, 230 }, 180, 230);
      assert_crop (outline, (PtPoint){ 0, 230 }, 100, 230);
      assert_crop (outline, (PtPoint){ 140, 0 }, 140, 200);
      assert_crop (outline, (PtPoint){ 140, 500 }, 140, 260);
    }
}

static void
slanted_lines_meet_the_outline (void **state)
{
  /* towards the corner of the bounds */
  assert_crop (PT_OUTLINE_RECTANGLE, (PtPoint){ 220, 290 }, 180, 260);
  assert_crop (PT_OUTLINE_DIAMOND, (PtPoint){ 220, 290 }, 160, 245);
  assert_crop (PT_OUTLINE_ELLIPSE, (PtPoint){ 220, 290 }, 140 + 40 * M_SQRT1_2,
               230 + 30 * M_SQRT1_2);
}

static void
rounded_corners_are_round (void **state)
{
  PtPoint p
      = pt_outline_crop (PT_OUTLINE_ROUNDED, box, pt_bounds_center (box), (PtPoint){ 220, 290 });

  assert_true (fabs (pt_point_distance (p, (PtPoint){ 170, 250 }) - 10) < 1e-6);
  assert_crop (PT_OUTLINE_ROUNDED, (PtPoint){ 180 + 40, 230 + 10 }, 180, 235);
}

static void
a_line_that_stays_inside_is_not_cropped (void **state)
{
  assert_crop (PT_OUTLINE_ELLIPSE, (PtPoint){ 145, 232 }, 145, 232);
  assert_crop (PT_OUTLINE_RECTANGLE, (PtPoint){ 140, 230 }, 140, 230);
}

static void
cropped_points_are_on_the_outline (void **state)
{
  for (PtOutline outline = PT_OUTLINE_RECTANGLE; outline <= PT_OUTLINE_DIAMOND; outline++)
    for (int degree = 0; degree < 360; degree += 7)
      {
        double angle = degree * M_PI / 180;
        PtPoint center = pt_bounds_center (box);
        PtPoint far = { center.x + 300 * cos (angle), center.y + 300 * sin (angle) };
        PtPoint p = pt_outline_crop (outline, box, center, far);
        PtPoint in = { p.x - cos (angle) * 1e-6, p.y - sin (angle) * 1e-6 };
        PtPoint out = { p.x + cos (angle) * 1e-6, p.y + sin (angle) * 1e-6 };

        assert_true (pt_outline_contains (outline, box, in));
        assert_false (pt_outline_contains (outline, box, out));
      }
}

static void
families_have_their_outline (void **state)
{
  assert_int_equal (pt_outline_of (PT_FAMILY_ACTIVITY), PT_OUTLINE_ROUNDED);
  assert_int_equal (pt_outline_of (PT_FAMILY_EVENT), PT_OUTLINE_ELLIPSE);
  assert_int_equal (pt_outline_of (PT_FAMILY_GATEWAY), PT_OUTLINE_DIAMOND);
  assert_int_equal (pt_outline_of (PT_FAMILY_POOL), PT_OUTLINE_RECTANGLE);
  assert_int_equal (pt_outline_of (PT_FAMILY_DATA), PT_OUTLINE_RECTANGLE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (level_and_upright_lines_meet_the_extremes),
    cmocka_unit_test (slanted_lines_meet_the_outline),
    cmocka_unit_test (rounded_corners_are_round),
    cmocka_unit_test (a_line_that_stays_inside_is_not_cropped),
    cmocka_unit_test (cropped_points_are_on_the_outline),
    cmocka_unit_test (families_have_their_outline),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
