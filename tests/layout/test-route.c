/* test-route.c: new connections
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "routes.h"

static GArray *
route (PtRouteEnd from, PtRouteEnd to, PtRouteStyle style, gboolean vertical)
{
  return pt_route (&from, &to, style, vertical);
}

static void
neighbours_in_a_row_get_a_straight_line (void **state)
{
  g_autoptr (GArray) r = route (task_at (0, 0), task_at (150, 0), PT_ROUTE_ORTHOGONAL, FALSE);

  assert_int_equal (r->len, 2);
  assert_point (point (r, 0), 100, 40);
  assert_point (point (r, 1), 150, 40);
}

static void
a_step_runs_across_in_the_middle (void **state)
{
  g_autoptr (GArray) r = route (task_at (0, 0), task_at (200, 200), PT_ROUTE_ORTHOGONAL, FALSE);

  assert_int_equal (r->len, 4);
  assert_point (point (r, 0), 100, 40);
  assert_point (point (r, 1), 150, 40);
  assert_point (point (r, 2), 150, 240);
  assert_point (point (r, 3), 200, 240);
}

static void
a_vertical_diagram_is_the_mirror_image (void **state)
{
  g_autoptr (GArray) r = route (task_at (0, 0), task_at (200, 200), PT_ROUTE_ORTHOGONAL, TRUE);

  assert_int_equal (r->len, 4);
  assert_point (point (r, 0), 50, 80);
  assert_point (point (r, 1), 50, 140);
  assert_point (point (r, 2), 250, 140);
  assert_point (point (r, 3), 250, 200);
}

static void
gateways_are_left_and_entered_with_one_bend (void **state)
{
  g_autoptr (GArray) out
      = route (gateway_at (0, 0), task_at (150, 200), PT_ROUTE_ORTHOGONAL, FALSE);
  g_autoptr (GArray) in = route (task_at (0, 0), gateway_at (200, 200), PT_ROUTE_ORTHOGONAL, FALSE);

  assert_int_equal (out->len, 3);
  assert_point (point (out, 0), 25, 50);
  assert_point (point (out, 1), 25, 240);
  assert_point (point (out, 2), 150, 240);
  assert_int_equal (in->len, 3);
  assert_point (point (in, 0), 100, 40);
  assert_point (point (in, 1), 225, 40);
  assert_point (point (in, 2), 225, 200);
}

static void
a_loop_leaves_right_and_returns_below (void **state)
{
  g_autoptr (GArray) r = route (task_at (0, 0), task_at (0, 0), PT_ROUTE_ORTHOGONAL, FALSE);

  assert_int_equal (r->len, 5);
  assert_right_angles (r);
  assert_point (point (r, 0), 100, 40);
  assert_point (last_point (r), 50, 80);
}

static void
boundary_events_are_left_away_from_their_host (void **state)
{
  PtRouteEnd event = { .bounds = { 62, 62, 36, 36 },
                       .outline = PT_OUTLINE_ELLIPSE,
                       .is_boundary = TRUE,
                       .host = { 0, 0, 100, 80 } };
  g_autoptr (GArray) down = route (event, task_at (150, 200), PT_ROUTE_ORTHOGONAL, FALSE);
  g_autoptr (GArray) beside = route (event, task_at (150, 0), PT_ROUTE_ORTHOGONAL, FALSE);

  assert_int_equal (down->len, 3);
  assert_point (point (down, 0), 80, 98);
  assert_point (point (down, 1), 80, 240);
  assert_point (last_point (down), 150, 240);
  assert_int_equal (beside->len, 4);
  assert_point (point (beside, 0), 80, 98);
  assert_point (last_point (beside), 200, 80);
  assert_right_angles (beside);
}

static void
messages_run_straight_between_pools (void **state)
{
  PtRouteEnd pool = { .bounds = { 0, 300, 600, 60 } };
  g_autoptr (GArray) r = route (task_at (200, 100), pool, PT_ROUTE_MESSAGE, FALSE);
  g_autoptr (GArray) step = route (task_at (0, 0), task_at (300, 300), PT_ROUTE_MESSAGE, FALSE);

  assert_int_equal (r->len, 2);
  assert_point (point (r, 0), 250, 180);
  assert_point (point (r, 1), 250, 300);
  assert_int_equal (step->len, 4);
  assert_point (point (step, 0), 50, 80);
  assert_point (last_point (step), 350, 300);
}

static void
associations_are_straight (void **state)
{
  g_autoptr (GArray) r = route (task_at (0, 0), task_at (200, 200), PT_ROUTE_STRAIGHT, FALSE);

  assert_int_equal (r->len, 2);
  assert_int_equal (pt_route_style_of (PT_BPMN_ASSOCIATION), PT_ROUTE_STRAIGHT);
  assert_int_equal (pt_route_style_of (PT_BPMN_DATA_INPUT_ASSOCIATION), PT_ROUTE_STRAIGHT);
  assert_int_equal (pt_route_style_of (PT_BPMN_SEQUENCE_FLOW), PT_ROUTE_ORTHOGONAL);
  assert_int_equal (pt_route_style_of (PT_BPMN_MESSAGE_FLOW), PT_ROUTE_MESSAGE);
}

static PtRouteEnd
kind_at (guint kind, double x, double y)
{
  switch (kind)
    {
    case 0:
      return gateway_at (x, y);
    case 1:
      return (PtRouteEnd){ .bounds = { x, y, 36, 36 }, .outline = PT_OUTLINE_ELLIPSE };
    case 2:
      return (PtRouteEnd){ .bounds = { x, y, 36, 50 } };
    default:
      return task_at (x, y);
    }
}

/* Every pair of kinds, the second all around the first, in both directions of reading. */
static void
every_route_is_decent (void **state)
{
  for (guint kinds = 0; kinds < 16; kinds++)
    for (int angle = 0; angle < 360; angle += 3)
      for (int far = 130; far < 400; far += 90)
        for (int style = 0; style < 4; style++)
          {
            double x = 300 + far * cos (angle * M_PI / 180),
                   y = 300 + far * sin (angle * M_PI / 180);
            PtRouteEnd from = kind_at (kinds % 4, 300, 300), to = kind_at (kinds / 4, x, y);
            g_autoptr (GArray) r = NULL;

            if (pt_bounds_intersects (pt_bounds_grow (from.bounds, 1), to.bounds))
              continue;
            r = pt_route (&from, &to, style & 1 ? PT_ROUTE_MESSAGE : PT_ROUTE_ORTHOGONAL,
                          style > 1);
            assert_decent (r, &from, &to);
          }
}

static void
simplifying_drops_what_is_on_the_line (void **state)
{
  const PtPoint points[]
      = { { 0, 0 }, { 0, 0 }, { 5, 0 }, { 10, 0 }, { 10, 8 }, { 10, 8 }, { 20, 8 } };
  g_autoptr (GArray) r = g_array_new (FALSE, FALSE, sizeof (PtPoint));

  g_array_append_vals (r, points, G_N_ELEMENTS (points));
  pt_route_simplify (r);
  assert_int_equal (r->len, 4);
  assert_point (point (r, 1), 10, 0);
  assert_point (point (r, 2), 10, 8);
  assert_point (point (r, 3), 20, 8);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (neighbours_in_a_row_get_a_straight_line),
    cmocka_unit_test (a_step_runs_across_in_the_middle),
    cmocka_unit_test (a_vertical_diagram_is_the_mirror_image),
    cmocka_unit_test (gateways_are_left_and_entered_with_one_bend),
    cmocka_unit_test (a_loop_leaves_right_and_returns_below),
    cmocka_unit_test (boundary_events_are_left_away_from_their_host),
    cmocka_unit_test (messages_run_straight_between_pools),
    cmocka_unit_test (associations_are_straight),
    cmocka_unit_test (every_route_is_decent),
    cmocka_unit_test (simplifying_drops_what_is_on_the_line),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
