/* test-tools.c: the tools that choose, move and make room, driven by a pointer and keys
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hands.h"

#include <string.h>

static const PtNodeSpec timer = { .type = PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                                  .event_definition = PT_BPMN_TIMER_EVENT_DEFINITION };

/* ----- select --------------------------------------------------------------------------------- */

static void
a_click_selects_and_empty_space_clears (void **state)
{
  Hands *h = *state;

  hands_click (h, 250, 200, PT_MOD_NONE);
  assert_selected (h, "check");
  assert_int_equal (count_marks (h, PT_MARK_HANDLE), 8);
  hands_click (h, 450, 200, PT_MOD_NONE);
  assert_selected (h, "pack");
  hands_click (h, 900, 600, PT_MOD_NONE);
  assert_null (pt_editor_get_selection (h->editor)[0]);
  assert_untouched (h);
}

static void
ctrl_click_toggles (void **state)
{
  Hands *h = *state;

  hands_click (h, 250, 200, PT_MOD_NONE);
  hands_click (h, 450, 200, PT_MOD_CTRL);
  assert_int_equal (g_strv_length ((char **)pt_editor_get_selection (h->editor)), 2);
  assert_int_equal (count_marks (h, PT_MARK_HANDLE), 0);
  hands_click (h, 250, 200, PT_MOD_CTRL);
  assert_selected (h, "pack");
}

static void
a_double_click_asks_for_the_label (void **state)
{
  Hands *h = *state;

  hands_double_click (h, 250, 200);
  assert_string_equal (h->labelled, "check");
  hands_double_click (h, 900, 600);
  assert_string_equal (h->labelled, "check");
}

static void
hover_follows_and_costs_nothing_when_it_stays (void **state)
{
  Hands *h = *state;
  guint n;

  hands_move (h, 250, 200, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_HOVER), 1);
  n = h->n_overlays;
  hands_move (h, 255, 205, PT_MOD_NONE);
  assert_int_equal (h->n_overlays, n);
  hands_do (h, (PtInput){ .kind = PT_INPUT_LEAVE });
  assert_int_equal (count_marks (h, PT_MARK_HOVER), 0);
}

static void
tab_walks_in_reading_order_and_out_of_it (void **state)
{
  static const char *const order[] = { "firm", "sales", "store", "take", "send", "customer" };
  Hands *h = *state;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      assert_true (hands_key (h, PT_KEY_TAB, PT_MOD_NONE));
      assert_selected (h, order[i]);
    }
  hands_key (h, PT_KEY_TAB, PT_MOD_SHIFT);
  assert_selected (h, "send");
  hands_key (h, PT_KEY_TAB, PT_MOD_NONE);
  assert_false (hands_key (h, PT_KEY_TAB, PT_MOD_NONE));
  assert_null (pt_editor_get_selection (h->editor)[0]);
}

/* ----- move ----------------------------------------------------------------------------------- */

static void
a_drag_below_the_threshold_is_a_click (void **state)
{
  Hands *h = *state;

  hands_drag (h, 150, 400, 153, 402, PT_MOD_NONE);
  assert_selected (h, "alone");
  assert_untouched (h);
  assert_false (pt_document_can_undo (h->document));
}

static void
moving_is_one_step (void **state)
{
  Hands *h = *state;

  hands_pull (h, 150, 400, 150, 620, PT_MOD_CTRL);
  assert_untouched (h);
  assert_true (count_marks (h, PT_MARK_GHOST) == 1);
  hands_release (h, 150, 620, PT_MOD_CTRL);
  assert_bounds (h, "alone", 100, 580, 100, 80);
  assert_one_step (h);
}

static void
moving_snaps_to_other_centres_then_to_the_grid (void **state)
{
  Hands *h = *state;

  /* 250 is the centre of the task above; 5 off is within 7. */
  hands_pull (h, 150, 400, 255, 634, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_GUIDE), 1);
  hands_release (h, 255, 634, PT_MOD_NONE);
  assert_bounds (h, "alone", 200, 590, 100, 80);
  pt_document_undo (h->document);

  /* Ctrl takes both away. */
  hands_drag (h, 150, 400, 255, 634, PT_MOD_CTRL);
  assert_bounds (h, "alone", 205, 594, 100, 80);
}

static void
guides_reach_as_far_as_pixels_do (void **state)
{
  Hands *h = *state;
  const PtPoint from = { 150, 400 }, to = { 240, 634 };

  /* 10 units off is 5 pixels at zoom 0.5. */
  hands_do (h, (PtInput){ PT_INPUT_PRESS, from, 0.5, 1, 1 });
  hands_do (h, (PtInput){ PT_INPUT_MOTION, to, 0.5 });
  hands_do (h, (PtInput){ PT_INPUT_RELEASE, to, 0.5 });
  assert_float_equal (hands_figure (h, "alone")->bounds.x, 200, 0.01);
}

static void
flows_are_previewed_and_follow (void **state)
{
  Hands *h = *state;
  const PtDiagramElement *flow;

  hands_pull (h, 250, 200, 250, 100, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_ROUTE), 2);
  assert_untouched (h);
  hands_release (h, 250, 100, PT_MOD_NONE);
  flow = hands_figure (h, "f2");
  assert_float_equal (flow->waypoints[0].y, hands_figure (h, "check")->bounds.y + 40, 0.01);
  assert_one_step (h);
}

static void
a_drop_into_a_sub_process_changes_the_parent (void **state)
{
  Hands *h = *state;

  hands_pull (h, 150, 400, 400, 420, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_ALLOWED), 1);
  hands_release (h, 400, 420, PT_MOD_NONE);
  assert_string_equal (pt_process_graph_get (h->graph, "alone")->parent->id, "sub");
  assert_one_step (h);
}

static void
a_node_dropped_on_a_flow_goes_into_it (void **state)
{
  Hands *h = *state;
  const PtElement *alone;

  hands_pull (h, 150, 400, 350, 202, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_ALLOWED), 1);
  hands_release (h, 350, 202, PT_MOD_NONE);
  alone = pt_process_graph_get (h->graph, "alone");
  assert_int_equal (alone->incoming->len, 1);
  assert_int_equal (alone->outgoing->len, 1);
  assert_one_step (h);
}

static void
a_boundary_event_keeps_to_an_edge (void **state)
{
  Hands *h = *state;
  g_autofree char *id = pt_editor_drop (h->editor, &timer, (PtPoint){ 170, 430 });
  PtBounds b;

  hands_drag (h, 170, 440, 60, 390, PT_MOD_NONE); /* beside the task: it stays on the edge */
  b = hands_figure (h, id)->bounds;
  assert_float_equal (b.x + 18, 100, 0.01); /* now on the left edge */
  hands_drag (h, b.x + 18, b.y + 18, 290, 170, PT_MOD_NONE);
  assert_string_equal (pt_process_graph_get (h->graph, id)->attached_to->id, "check");
}

static void
a_drop_out_of_the_pool_is_refused (void **state)
{
  Hands *h = *state;

  hands_pull (h, 250, 140, 250, 700, PT_MOD_NONE);
  hands_release (h, 250, 700, PT_MOD_NONE);
  assert_untouched (h);
  assert_non_null (h->said);
}

static void
a_move_to_the_other_lane_changes_the_lane (void **state)
{
  Hands *h = *state;

  hands_drag (h, 250, 140, 250, 270, PT_MOD_CTRL);
  assert_string_equal (pt_process_graph_get (h->graph, "take")->lane->id, "store");
  assert_one_step (h);
}

static void
a_pool_carries_all_it_holds (void **state)
{
  Hands *h = *state;

  hands_drag (h, 115, 200, 145, 160, PT_MOD_CTRL);
  assert_bounds (h, "firm", 130, 40, 600, 250);
  assert_bounds (h, "store", 160, 165, 570, 125);
  assert_bounds (h, "take", 230, 62, 100, 80);
  assert_one_step (h);
}

static void
arrows_nudge (void **state)
{
  Hands *h = *state;

  hands_click (h, 150, 400, PT_MOD_NONE);
  hands_key (h, PT_KEY_RIGHT, PT_MOD_NONE);
  hands_key (h, PT_KEY_UP, PT_MOD_SHIFT);
  assert_bounds (h, "alone", 101, 350, 100, 80);
}

static void
labels_move_by_themselves (void **state)
{
  Hands *h = *state;
  PtBounds before = pt_painter_label_bounds (h->painter, hands_figure (h, "start")), after;
  PtPoint from = pt_bounds_center (before);

  hands_drag (h, from.x, from.y, from.x + 30, from.y + 40, PT_MOD_NONE);
  after = pt_painter_label_bounds (h->painter, hands_figure (h, "start"));
  assert_float_equal (after.x + after.width / 2, from.x + 30, 1);
  assert_float_equal (after.y + after.height / 2, from.y + 40, 1);
  assert_bounds (h, "start", 100, 182, 36, 36);
  assert_one_step (h);
}

/* ----- resize --------------------------------------------------------------------------------- */

static void
a_task_is_resized_by_its_corner (void **state)
{
  Hands *h = *state;

  hands_click (h, 150, 400, PT_MOD_NONE);
  hands_pull (h, 200, 440, 237, 463, PT_MOD_CTRL);
  assert_untouched (h);
  hands_release (h, 237, 463, PT_MOD_CTRL);
  assert_bounds (h, "alone", 100, 360, 137, 103);
  assert_one_step (h);
}

static void
nothing_gets_smaller_than_its_least_size (void **state)
{
  Hands *h = *state;
  PtPoint least = pt_rules_min_size (hands_figure (h, "alone"));

  hands_click (h, 150, 400, PT_MOD_NONE);
  hands_drag (h, 100, 360, 800, 800, PT_MOD_CTRL);
  assert_float_equal (hands_figure (h, "alone")->bounds.width, least.x, 0.01);
  assert_float_equal (hands_figure (h, "alone")->bounds.height, least.y, 0.01);
}

static void
a_resized_pool_takes_its_lanes_along (void **state)
{
  Hands *h = *state;

  hands_click (h, 115, 200, PT_MOD_NONE);
  hands_drag (h, 700, 205, 800, 205, PT_MOD_CTRL);
  assert_bounds (h, "firm", 100, 80, 700, 250);
  assert_bounds (h, "sales", 130, 80, 670, 125);
  assert_bounds (h, "store", 130, 205, 670, 125);
  assert_one_step (h);
}

static void
a_resized_lane_leaves_no_gap (void **state)
{
  Hands *h = *state;
  PtBounds sales, store, firm;

  hands_click (h, 145, 140, PT_MOD_NONE);
  assert_selected (h, "sales");
  hands_drag (h, 415, 205, 415, 195, PT_MOD_CTRL);
  sales = hands_figure (h, "sales")->bounds;
  store = hands_figure (h, "store")->bounds;
  firm = hands_figure (h, "firm")->bounds;
  assert_float_equal (sales.height, 115, 0.01);
  assert_float_equal (sales.y + sales.height, store.y, 0.01);
  assert_float_equal (store.y + store.height, firm.y + firm.height, 0.01);
  assert_float_equal (sales.y, firm.y, 0.01);
  assert_one_step (h);
}

/* ----- lasso, hand, space --------------------------------------------------------------------- */

static void
the_lasso_takes_what_is_wholly_inside (void **state)
{
  Hands *h = *state;

  hands_pull (h, 90, 100, 460, 260, PT_MOD_SHIFT);
  assert_int_equal (count_marks (h, PT_MARK_LASSO), 1);
  hands_release (h, 460, 260, PT_MOD_SHIFT);
  assert_true (pt_editor_is_selected (h->editor, "start"));
  assert_true (pt_editor_is_selected (h->editor, "check"));
  assert_false (pt_editor_is_selected (h->editor, "pack"));
  /* Shift adds. */
  hands_drag (h, 540, 100, 640, 260, PT_MOD_SHIFT);
  assert_true (pt_editor_is_selected (h->editor, "decide"));
  assert_true (pt_editor_is_selected (h->editor, "check"));
  /* The tool itself begins anew and is done after one. */
  pt_editor_set_tool (h->editor, PT_TOOL_LASSO);
  hands_drag (h, 660, 100, 760, 260, PT_MOD_NONE);
  assert_selected (h, "end");
  assert_int_equal (pt_editor_get_tool (h->editor), PT_TOOL_SELECT);
}

static void
the_hand_pulls_the_paper (void **state)
{
  Hands *h = *state;

  pt_editor_set_tool (h->editor, PT_TOOL_HAND);
  assert_string_equal (pt_editor_cursor (h->editor), "grab");
  hands_press (h, 250, 200, PT_MOD_NONE);
  hands_move (h, 270, 190, PT_MOD_NONE);
  assert_string_equal (pt_editor_cursor (h->editor), "grabbing");
  assert_float_equal (h->scrolled.x, -20, 0.01);
  assert_float_equal (h->scrolled.y, 10, 0.01);
  hands_release (h, 270, 190, PT_MOD_NONE);
  assert_untouched (h);
}

static void
space_and_the_middle_button_pull_too (void **state)
{
  Hands *h = *state;

  hands_press (h, 250, 200, PT_MOD_SPACE);
  hands_move (h, 280, 200, PT_MOD_SPACE);
  hands_release (h, 280, 200, PT_MOD_SPACE);
  assert_float_equal (h->scrolled.x, -30, 0.01);
  hands_do (h, (PtInput){ .kind = PT_INPUT_PRESS, .at = { 250, 200 }, .button = 2, .n_press = 1 });
  hands_move (h, 250, 240, PT_MOD_NONE);
  hands_release (h, 250, 240, PT_MOD_NONE);
  assert_float_equal (h->scrolled.y, -40, 0.01);
  assert_untouched (h);
}

static void
room_is_made_beyond_the_line (void **state)
{
  Hands *h = *state;

  pt_editor_set_tool (h->editor, PT_TOOL_SPACE);
  hands_drag (h, 350, 100, 400, 105, PT_MOD_NONE);
  assert_bounds (h, "check", 200, 160, 100, 80);
  assert_bounds (h, "pack", 450, 160, 100, 80);
  assert_bounds (h, "end", 730, 182, 36, 36);
  assert_bounds (h, "sub", 300, 320, 400, 200); /* cut by the line */
  assert_int_equal (pt_editor_get_tool (h->editor), PT_TOOL_SPACE);
  assert_one_step (h);
}

static void
room_is_taken_with_ctrl_but_nothing_collides (void **state)
{
  Hands *h = *state;

  pt_editor_set_tool (h->editor, PT_TOOL_SPACE);
  hands_drag (h, 350, 100, 310, 100, PT_MOD_CTRL);
  assert_bounds (h, "pack", 360, 160, 100, 80);
  pt_document_undo (h->document);
  hands_drag (h, 350, 100, 50, 100, PT_MOD_CTRL);
  assert_true (hands_figure (h, "pack")->bounds.x >= 320);
}

static void
room_in_a_pool_keeps_its_lanes_tiled (void **state)
{
  Hands *h = *state;

  pt_editor_set_tool (h->editor, PT_TOOL_SPACE);
  hands_drag (h, 360, 110, 420, 110, PT_MOD_NONE);
  assert_bounds (h, "firm", 100, 80, 660, 250);
  assert_bounds (h, "store", 130, 205, 630, 125);
  assert_bounds (h, "send", 460, 227, 100, 80);
  assert_one_step (h);
}

static void
room_across_lanes_keeps_them_tiled (void **state)
{
  Hands *h = *state;
  PtBounds sales, store, firm;

  pt_editor_set_tool (h->editor, PT_TOOL_SPACE);
  hands_drag (h, 360, 195, 360, 245, PT_MOD_NONE);
  sales = hands_figure (h, "sales")->bounds;
  store = hands_figure (h, "store")->bounds;
  firm = hands_figure (h, "firm")->bounds;
  assert_float_equal (firm.height, 300, 0.01);
  assert_float_equal (sales.height, 175, 0.01);
  assert_float_equal (sales.y + sales.height, store.y, 0.01);
  assert_float_equal (store.height, 125, 0.01);
  assert_bounds (h, "send", 400, 277, 100, 80);
  assert_bounds (h, "customer", 100, 480, 600, 60);
  assert_one_step (h);
}

/* ----- escape and delete ---------------------------------------------------------------------- */

static void
escape_leaves_no_trace (void **state)
{
  static const struct
  {
    PtToolKind tool;
    double x0, y0, x1, y1;
    PtModifiers modifiers;
  } drags[] = {
    { PT_TOOL_SELECT, 150, 400, 400, 600, PT_MOD_NONE }, /* move */
    { PT_TOOL_SELECT, 350, 200, 350, 290, PT_MOD_NONE }, /* bend */
    { PT_TOOL_SELECT, 90, 100, 460, 260, PT_MOD_SHIFT }, /* lasso */
    { PT_TOOL_CONNECT, 150, 400, 450, 200, PT_MOD_NONE },
    { PT_TOOL_SPACE, 350, 100, 420, 100, PT_MOD_NONE },
    { PT_TOOL_HAND, 350, 100, 420, 100, PT_MOD_NONE },
  };
  Hands *h = *state;

  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      pt_editor_set_tool (h->editor, drags[i].tool);
      hands_pull (h, drags[i].x0, drags[i].y0, drags[i].x1, drags[i].y1, drags[i].modifiers);
      assert_true (hands_key (h, PT_KEY_ESCAPE, PT_MOD_NONE));
      hands_release (h, drags[i].x1, drags[i].y1, drags[i].modifiers);
      assert_untouched (h);
      assert_false (pt_document_can_undo (h->document));
      assert_int_equal (count_marks (h, PT_MARK_GHOST) + count_marks (h, PT_MARK_ROUTE), 0);
    }
}

static void
a_resize_is_given_up_too (void **state)
{
  Hands *h = *state;

  hands_click (h, 150, 400, PT_MOD_NONE);
  hands_pull (h, 200, 440, 300, 500, PT_MOD_NONE);
  hands_key (h, PT_KEY_ESCAPE, PT_MOD_NONE);
  hands_release (h, 300, 500, PT_MOD_NONE);
  assert_untouched (h);
  assert_bounds (h, "alone", 100, 360, 100, 80);
}

static void
a_change_from_elsewhere_ends_the_drag (void **state)
{
  Hands *h = *state;
  const char *const gone[] = { "alone", NULL };

  hands_pull (h, 150, 400, 400, 600, PT_MOD_NONE);
  pt_modeling_delete (h->graph, gone);
  assert_int_equal (count_marks (h, PT_MARK_GHOST), 0);
  assert_null (pt_editor_get_selection (h->editor)[0]);
  hands_release (h, 400, 600, PT_MOD_NONE);
  assert_one_step (h);
}

static void
delete_heals_and_is_one_step (void **state)
{
  Hands *h = *state;

  hands_click (h, 450, 200, PT_MOD_NONE);
  hands_key (h, PT_KEY_DELETE, PT_MOD_NONE);
  assert_null (pt_process_graph_get (h->graph, "pack"));
  assert_null (pt_editor_get_selection (h->editor)[0]);
  assert_string_equal (pt_process_graph_get (h->graph, "f2")->target->id, "decide");
  assert_one_step (h);
}

static void
a_copy_stands_beside_the_original (void **state)
{
  Hands *h = *state;
  const char *id;

  hands_click (h, 150, 400, PT_MOD_NONE);
  pt_editor_duplicate (h->editor);
  id = pt_editor_get_selection (h->editor)[0];
  assert_string_not_equal (id, "alone");
  assert_false (
      pt_bounds_intersects (hands_figure (h, id)->bounds, hands_figure (h, "alone")->bounds));
  assert_one_step (h);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    TEST (a_click_selects_and_empty_space_clears, flow),
    TEST (ctrl_click_toggles, flow),
    TEST (a_double_click_asks_for_the_label, flow),
    TEST (hover_follows_and_costs_nothing_when_it_stays, flow),
    TEST (tab_walks_in_reading_order_and_out_of_it, pools),
    TEST (a_drag_below_the_threshold_is_a_click, flow),
    TEST (moving_is_one_step, flow),
    TEST (moving_snaps_to_other_centres_then_to_the_grid, flow),
    TEST (guides_reach_as_far_as_pixels_do, flow),
    TEST (flows_are_previewed_and_follow, flow),
    TEST (a_drop_into_a_sub_process_changes_the_parent, flow),
    TEST (a_node_dropped_on_a_flow_goes_into_it, flow),
    TEST (a_boundary_event_keeps_to_an_edge, flow),
    TEST (a_drop_out_of_the_pool_is_refused, pools),
    TEST (a_move_to_the_other_lane_changes_the_lane, pools),
    TEST (a_pool_carries_all_it_holds, pools),
    TEST (arrows_nudge, flow),
    TEST (labels_move_by_themselves, flow),
    TEST (a_task_is_resized_by_its_corner, flow),
    TEST (nothing_gets_smaller_than_its_least_size, flow),
    TEST (a_resized_pool_takes_its_lanes_along, pools),
    TEST (a_resized_lane_leaves_no_gap, pools),
    TEST (the_lasso_takes_what_is_wholly_inside, flow),
    TEST (the_hand_pulls_the_paper, flow),
    TEST (space_and_the_middle_button_pull_too, flow),
    TEST (room_is_made_beyond_the_line, flow),
    TEST (room_is_taken_with_ctrl_but_nothing_collides, flow),
    TEST (room_in_a_pool_keeps_its_lanes_tiled, pools),
    TEST (room_across_lanes_keeps_them_tiled, pools),
    TEST (escape_leaves_no_trace, flow),
    TEST (a_resize_is_given_up_too, flow),
    TEST (a_change_from_elsewhere_ends_the_drag, flow),
    TEST (delete_heals_and_is_one_step, flow),
    TEST (a_copy_stands_beside_the_original, flow),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
