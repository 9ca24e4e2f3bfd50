/* test-repair.c: routes whose ends move
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "routes.h"

static GArray *
points_of (const double *coordinates, guint n)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PtPoint));

  for (guint i = 0; i + 1 < n; i += 2)
    {
      PtPoint p = { coordinates[i], coordinates[i + 1] };

      g_array_append_val (points, p);
    }
  return points;
}

#define ROUTE(...)                                                                                 \
  points_of ((const double[]){ __VA_ARGS__ }, sizeof ((double[]){ __VA_ARGS__ }) / sizeof (double))

static GArray *
repair (const GArray *points,
        PtRouteEnd from_before,
        PtRouteEnd to_before,
        PtRouteEnd from,
        PtRouteEnd to)
{
  return pt_route_repair (points, from_before.bounds, to_before.bounds, &from, &to,
                          PT_ROUTE_ORTHOGONAL, FALSE);
}

static void
ends_that_move_alike_take_all_bends_along (void **state)
{
  g_autoptr (GArray) before = ROUTE (100, 40, 130, 40, 130, 300, 170, 300, 170, 240, 200, 240);
  g_autoptr (GArray) after
      = repair (before, task_at (0, 0), task_at (200, 200), task_at (30, 50), task_at (230, 250));

  assert_int_equal (after->len, before->len);
  for (guint i = 0; i < after->len; i++)
    assert_point (point (after, i), point (before, i).x + 30, point (before, i).y + 50);
}

static void
the_bend_next_to_the_end_follows (void **state)
{
  /* the user put the step at 120, not in the middle */
  g_autoptr (GArray) before = ROUTE (100, 40, 120, 40, 120, 240, 200, 240);
  g_autoptr (GArray) after
      = repair (before, task_at (0, 0), task_at (200, 200), task_at (0, 0), task_at (250, 260));

  assert_int_equal (after->len, 4);
  assert_point (point (after, 0), 100, 40);
  assert_point (point (after, 1), 120, 40);
  assert_point (point (after, 2), 120, 300);
  assert_point (point (after, 3), 250, 300);
}

static void
a_straight_line_gets_a_step (void **state)
{
  g_autoptr (GArray) before = ROUTE (100, 40, 200, 40);
  PtRouteEnd from = task_at (0, 0), to = task_at (200, 100);
  g_autoptr (GArray) after = repair (before, task_at (0, 0), task_at (200, 0), from, to);

  assert_int_equal (after->len, 4);
  assert_decent (after, &from, &to);
}

static void
a_straight_line_stays_straight_along_itself (void **state)
{
  g_autoptr (GArray) before = ROUTE (100, 30, 200, 30);
  g_autoptr (GArray) after
      = repair (before, task_at (0, 0), task_at (200, 0), task_at (0, 0), task_at (300, 0));

  assert_int_equal (after->len, 2);
  assert_point (point (after, 0), 100, 30);
  assert_point (point (after, 1), 300, 30);
}

static void
a_route_that_would_run_back_is_made_anew (void **state)
{
  g_autoptr (GArray) before = ROUTE (100, 40, 150, 40, 150, 240, 200, 240);
  PtRouteEnd from = task_at (120, 0), to = task_at (200, 200);
  g_autoptr (GArray) after = repair (before, task_at (0, 0), task_at (200, 200), from, to);

  assert_decent (after, &from, &to);
}

static void
a_resized_end_keeps_its_docking_side (void **state)
{
  PtRouteEnd from = { .bounds = { 0, 0, 160, 80 }, .outline = PT_OUTLINE_ROUNDED };
  g_autoptr (GArray) before = ROUTE (100, 40, 180, 40, 180, 240, 300, 240);
  g_autoptr (GArray) after
      = repair (before, task_at (0, 0), task_at (300, 200), from, task_at (300, 200));

  assert_int_equal (after->len, 4);
  assert_point (point (after, 0), 160, 40);
  assert_point (point (after, 1), 180, 40);
}

static void
bends_of_associations_stay (void **state)
{
  g_autoptr (GArray) before = ROUTE (100, 40, 150, 170, 200, 240);
  PtRouteEnd from = task_at (0, 0), to = task_at (260, 300);
  g_autoptr (GArray) after = pt_route_repair (before, from.bounds, (PtBounds){ 200, 200, 100, 80 },
                                              &from, &to, PT_ROUTE_STRAIGHT, FALSE);

  assert_int_equal (after->len, 3);
  assert_point (point (after, 1), 150, 170);
  assert_true (is_on (&from, point (after, 0)));
  assert_true (is_on (&to, point (after, 2)));
}

static void
slants_the_user_drew_stay_slanted (void **state)
{
  g_autoptr (GArray) before = ROUTE (100, 40, 160, 120, 200, 240);
  g_autoptr (GArray) after
      = repair (before, task_at (0, 0), task_at (200, 200), task_at (0, -20), task_at (200, 200));

  assert_int_equal (after->len, 3);
  assert_point (point (after, 1), 160, 120);
}

/* Wherever either end is dragged, what comes out is a decent route. */
static void
every_repair_is_decent (void **state)
{
  g_autoptr (GArray) before = ROUTE (400, 340, 430, 340, 430, 540, 500, 540);
  PtRouteEnd from_before = task_at (300, 300), to_before = task_at (500, 500);

  for (int x = 0; x < 900; x += 37)
    for (int y = 0; y < 900; y += 41)
      for (int source = 0; source < 2; source++)
        {
          PtRouteEnd from = source ? task_at (x, y) : from_before;
          PtRouteEnd to = source ? to_before : task_at (x, y);
          g_autoptr (GArray) after = NULL;

          if (pt_bounds_intersects (pt_bounds_grow (from.bounds, 1), to.bounds))
            continue;
          after = repair (before, from_before, to_before, from, to);
          assert_decent (after, &from, &to);
        }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (ends_that_move_alike_take_all_bends_along),
    cmocka_unit_test (the_bend_next_to_the_end_follows),
    cmocka_unit_test (a_straight_line_gets_a_step),
    cmocka_unit_test (a_straight_line_stays_straight_along_itself),
    cmocka_unit_test (a_route_that_would_run_back_is_made_anew),
    cmocka_unit_test (a_resized_end_keeps_its_docking_side),
    cmocka_unit_test (bends_of_associations_stay),
    cmocka_unit_test (slants_the_user_drew_stay_slanted),
    cmocka_unit_test (every_repair_is_decent),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
