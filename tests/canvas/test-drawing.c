/* test-drawing.c: the tools that create, connect and bend, driven by a pointer and keys
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hands.h"

#include <string.h>

static const PtNodeSpec task = { .type = PT_BPMN_TASK };
static const PtNodeSpec timer = { .type = PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                                  .event_definition = PT_BPMN_TIMER_EVENT_DEFINITION };
static const PtNodeSpec start = { .type = PT_BPMN_START_EVENT };

/* ----- connect -------------------------------------------------------------------------------- */

static const PtElement *
selected_flow (Hands *h)
{
  const char *const *ids = pt_editor_get_selection (h->editor);

  assert_non_null (ids[0]);
  return pt_process_graph_get (h->graph, ids[0]);
}

static void
two_clicks_connect (void **state)
{
  Hands *h = *state;
  const PtElement *flow;

  pt_editor_set_tool (h->editor, PT_TOOL_CONNECT);
  hands_click (h, 150, 400, PT_MOD_NONE);
  hands_move (h, 250, 210, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_ALLOWED), 1);
  assert_int_equal (count_marks (h, PT_MARK_ROUTE), 1);
  hands_click (h, 250, 210, PT_MOD_NONE);
  flow = selected_flow (h);
  assert_int_equal (flow->type, PT_BPMN_SEQUENCE_FLOW);
  assert_string_equal (flow->source->id, "alone");
  assert_string_equal (flow->target->id, "check");
  assert_int_equal (pt_editor_get_tool (h->editor), PT_TOOL_SELECT);
  assert_one_step (h);
}

static void
one_drag_connects (void **state)
{
  Hands *h = *state;

  pt_editor_set_tool (h->editor, PT_TOOL_CONNECT);
  hands_drag (h, 150, 400, 450, 200, PT_MOD_NONE);
  assert_string_equal (selected_flow (h)->target->id, "pack");
  assert_one_step (h);
}

static void
a_connection_may_be_begun_for_one (void **state)
{
  Hands *h = *state;

  pt_editor_start_connect (h->editor, "alone");
  hands_click (h, 450, 200, PT_MOD_NONE);
  assert_string_equal (selected_flow (h)->source->id, "alone");
}

static void
only_the_way_back_is_legal (void **state)
{
  Hands *h = *state;
  const PtElement *flow;

  /* Nothing leads out of an end event, but the task may lead to it. */
  pt_editor_set_tool (h->editor, PT_TOOL_CONNECT);
  hands_drag (h, 698, 200, 150, 400, PT_MOD_NONE);
  flow = selected_flow (h);
  assert_string_equal (flow->source->id, "alone");
  assert_string_equal (flow->target->id, "end");
}

static void
a_forbidden_connection_says_why (void **state)
{
  Hands *h = *state;
  g_autofree char *task_id = NULL;

  pt_editor_set_tool (h->editor, PT_TOOL_CONNECT);
  hands_pull (h, 118, 200, 698, 200, PT_MOD_NONE); /* from start */
  hands_release (h, 698, 200, PT_MOD_NONE);
  pt_document_undo (h->document);
  hands_pull (h, 698, 200, 118, 200, PT_MOD_NONE); /* to start */
  hands_release (h, 118, 200, PT_MOD_NONE);
  pt_editor_cancel (h->editor);

  /* Between a task and the sub-process's inside nothing is drawn across the border. */
  task_id = pt_editor_drop (h->editor, &task, (PtPoint){ 400, 420 });
  assert_non_null (task_id);
  g_clear_pointer (&h->said, g_free);
  pt_editor_set_tool (h->editor, PT_TOOL_CONNECT);
  hands_pull (h, 150, 400, 400, 420, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_FORBIDDEN), 1);
  hands_release (h, 400, 420, PT_MOD_NONE);
  assert_non_null (h->said);
}

static void
between_pools_a_message_flow_runs (void **state)
{
  Hands *h = *state;

  pt_editor_set_tool (h->editor, PT_TOOL_CONNECT);
  hands_drag (h, 250, 140, 250, 460, PT_MOD_NONE);
  assert_int_equal (selected_flow (h)->type, PT_BPMN_MESSAGE_FLOW);
  assert_one_step (h);
}

/* ----- create --------------------------------------------------------------------------------- */

static void
a_drop_from_the_palette_makes_a_node (void **state)
{
  Hands *h = *state;
  g_autofree char *id = NULL;

  assert_int_equal (pt_editor_preview_drop (h->editor, &task, (PtPoint){ 900, 203 }),
                    PT_VERDICT_ALLOW);
  assert_int_equal (count_marks (h, PT_MARK_GHOST), 1);
  assert_int_equal (count_marks (h, PT_MARK_GUIDE), 1);
  assert_untouched (h);
  id = pt_editor_drop (h->editor, &task, (PtPoint){ 900, 203 });
  assert_non_null (id);
  assert_bounds (h, id, 850, 160, 100, 80); /* in line with the others */
  assert_selected (h, id);
  assert_string_equal (h->labelled, id);
  assert_int_equal (count_marks (h, PT_MARK_GHOST), 0);
  assert_one_step (h);
}

static void
a_click_places_what_was_chosen (void **state)
{
  Hands *h = *state;

  pt_editor_create (h->editor, &task);
  assert_int_equal (pt_editor_get_tool (h->editor), PT_TOOL_CREATE);
  hands_move (h, 150, 620, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_GHOST), 1);
  hands_click (h, 150, 620, PT_MOD_NONE);
  assert_int_equal (pt_editor_get_tool (h->editor), PT_TOOL_SELECT);
  assert_string_equal (h->labelled, pt_editor_get_selection (h->editor)[0]);
  assert_one_step (h);
}

static void
a_drop_on_a_flow_splits_it (void **state)
{
  Hands *h = *state;
  g_autofree char *id = NULL;
  const PtElement *node;

  pt_editor_preview_drop (h->editor, &timer, (PtPoint){ 350, 201 });
  assert_int_equal (count_marks (h, PT_MARK_ALLOWED), 1);
  id = pt_editor_drop (h->editor, &timer, (PtPoint){ 350, 201 });
  node = pt_process_graph_get (h->graph, id);
  assert_int_equal (node->incoming->len, 1);
  assert_int_equal (node->outgoing->len, 1);
  assert_string_equal (((PtElement *)g_ptr_array_index (node->incoming, 0))->id, "f2");
  assert_string_equal (((PtElement *)g_ptr_array_index (node->outgoing, 0))->target->id, "pack");
  assert_one_step (h);
}

static void
an_event_on_a_task_is_attached_to_it (void **state)
{
  Hands *h = *state;
  g_autofree char *id = pt_editor_drop (h->editor, &timer, (PtPoint){ 170, 430 });
  const PtElement *event;

  assert_non_null (id);
  event = pt_process_graph_get (h->graph, id);
  assert_int_equal (event->type, PT_BPMN_BOUNDARY_EVENT);
  assert_string_equal (event->attached_to->id, "alone");
  assert_float_equal (hands_figure (h, id)->bounds.y + 18, 440, 0.01);
  assert_one_step (h);
}

static void
an_event_moved_onto_a_task_is_attached_to_it (void **state)
{
  Hands *h = *state;
  g_autofree char *id = pt_editor_drop (h->editor, &timer, (PtPoint){ 170, 620 });
  const PtElement *event = pt_process_graph_get (h->graph, id);

  assert_null (event->attached_to);
  hands_drag (h, 170, 620, 170, 430, PT_MOD_NONE);
  event = pt_process_graph_get (h->graph, id);
  assert_int_equal (event->type, PT_BPMN_BOUNDARY_EVENT);
  assert_string_equal (event->attached_to->id, "alone");
  assert_float_equal (hands_figure (h, id)->bounds.y + 18, 440, 0.01);
}

/* Or the letters of the name would be shortcuts. */
static void
all_that_can_be_named_is_named_at_once (void **state)
{
  static const PtBpmnType types[]
      = { PT_BPMN_EXCLUSIVE_GATEWAY, PT_BPMN_PARALLEL_GATEWAY,      PT_BPMN_TASK,
          PT_BPMN_END_EVENT,         PT_BPMN_DATA_OBJECT_REFERENCE, PT_BPMN_DATA_STORE_REFERENCE,
          PT_BPMN_TEXT_ANNOTATION,   PT_BPMN_EVENT_BASED_GATEWAY };
  Hands *h = *state;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const PtNodeSpec spec = { .type = types[i] };
      g_autofree char *id = pt_editor_drop (h->editor, &spec, (PtPoint){ 170 + 150 * i, 620 });

      assert_non_null (id);
      assert_string_equal (h->labelled, id);
    }
}

static void
what_a_place_does_not_take_is_refused (void **state)
{
  Hands *h = *state;

  assert_int_equal (pt_editor_preview_drop (h->editor, &start, (PtPoint){ 900, 900 }),
                    PT_VERDICT_FORBID);
  assert_true (count_marks (h, PT_MARK_FORBIDDEN) > 0);
  assert_null (pt_editor_drop (h->editor, &start, (PtPoint){ 900, 900 }));
  assert_non_null (h->said);
  assert_untouched (h);
}

static void
appending_places_connects_and_asks (void **state)
{
  Hands *h = *state;
  const char *id;

  hands_click (h, 150, 400, PT_MOD_NONE);
  assert_true (pt_editor_can_append (h->editor));
  pt_editor_append (h->editor, &task);
  id = pt_editor_get_selection (h->editor)[0];
  assert_string_equal (h->labelled, id);
  assert_int_equal (pt_process_graph_get (h->graph, id)->incoming->len, 1);
  assert_one_step (h);
  hands_click (h, 698, 200, PT_MOD_NONE);
  assert_false (pt_editor_can_append (h->editor));
}

/* ----- bend ----------------------------------------------------------------------------------- */

static void
a_segment_is_pulled_across (void **state)
{
  Hands *h = *state;
  const PtDiagramElement *flow;

  hands_drag (h, 350, 142 + 60, 380, 142 + 60, PT_MOD_CTRL); /* the upright middle of f1 */
  flow = hands_figure (h, "f1");
  assert_int_equal (flow->n_waypoints, 4);
  assert_float_equal (flow->waypoints[1].x, 380, 0.01);
  assert_float_equal (flow->waypoints[2].x, 380, 0.01);
  assert_one_step (h);
}

static void
a_straight_flow_gets_a_bow (void **state)
{
  Hands *h = *state;
  const PtDiagramElement *flow;

  hands_drag (h, 350, 200, 350, 290, PT_MOD_CTRL);
  flow = hands_figure (h, "f2");
  assert_int_equal (flow->n_waypoints, 4);
  for (guint i = 0; i + 1 < flow->n_waypoints; i++)
    assert_true (flow->waypoints[i].x == flow->waypoints[i + 1].x
                 || flow->waypoints[i].y == flow->waypoints[i + 1].y);
  assert_float_equal (flow->waypoints[0].y, 240, 0.01); /* leaves the task below */
  assert_one_step (h);
}

static void
a_bend_is_moved (void **state)
{
  Hands *h = *state;
  const PtDiagramElement *flow;

  hands_click (h, 350, 200, PT_MOD_NONE);
  assert_selected (h, "f1");
  assert_int_equal (count_marks (h, PT_MARK_HANDLE), 4);
  hands_drag (h, 350, 142, 330, 172, PT_MOD_CTRL);
  flow = hands_figure (h, "f1");
  assert_float_equal (flow->waypoints[1].x, 330, 0.01);
  assert_float_equal (flow->waypoints[1].y, 172, 0.01);
  assert_one_step (h);
}

static void
an_end_is_hung_to_another_node (void **state)
{
  Hands *h = *state;

  hands_click (h, 350, 200, PT_MOD_NONE);
  assert_selected (h, "f2");
  hands_pull (h, 400, 200, 150, 380, PT_MOD_NONE);
  assert_int_equal (count_marks (h, PT_MARK_ALLOWED), 1);
  hands_release (h, 150, 380, PT_MOD_NONE);
  assert_string_equal (pt_process_graph_get (h->graph, "f2")->target->id, "alone");
  assert_one_step (h);
}

static void
an_end_dropped_nowhere_stays (void **state)
{
  Hands *h = *state;

  hands_click (h, 350, 200, PT_MOD_NONE);
  hands_drag (h, 400, 200, 450, 700, PT_MOD_NONE);
  assert_untouched (h);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    TEST (two_clicks_connect, flow),
    TEST (one_drag_connects, flow),
    TEST (a_connection_may_be_begun_for_one, flow),
    TEST (only_the_way_back_is_legal, flow),
    TEST (a_forbidden_connection_says_why, flow),
    TEST (between_pools_a_message_flow_runs, pools),
    TEST (a_drop_from_the_palette_makes_a_node, flow),
    TEST (a_click_places_what_was_chosen, flow),
    TEST (a_drop_on_a_flow_splits_it, flow),
    TEST (an_event_on_a_task_is_attached_to_it, flow),
    TEST (an_event_moved_onto_a_task_is_attached_to_it, flow),
    TEST (all_that_can_be_named_is_named_at_once, flow),
    TEST (what_a_place_does_not_take_is_refused, pools),
    TEST (appending_places_connects_and_asks, flow),
    TEST (a_segment_is_pulled_across, pools),
    TEST (a_straight_flow_gets_a_bow, flow),
    TEST (a_bend_is_moved, pools),
    TEST (an_end_is_hung_to_another_node, flow),
    TEST (an_end_dropped_nowhere_stays, flow),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
