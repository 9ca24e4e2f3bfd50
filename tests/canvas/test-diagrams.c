/* test-diagrams.c: from one diagram to another with the pointer and the keys
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hands.h"

#include <string.h>

static Hands *
open_levels (void)
{
  Hands *hands = hands_open ("../modeling/levels.bpmn");

  pt_editor_set_diagram (hands->editor, pt_process_graph_first_diagram (hands->graph));
  return hands;
}

static void
assert_at_diagram (Hands *hands, const char *id)
{
  PtDiagram *diagram = pt_editor_get_diagram (hands->editor);

  assert_non_null (diagram);
  assert_string_equal (diagram->id, id);
  assert_ptr_equal (pt_process_graph_get_shown (hands->graph), diagram);
}

static void
assert_path (Hands *hands, const char *const *ids)
{
  GPtrArray *path = pt_editor_get_path (hands->editor);

  assert_int_equal (path->len, g_strv_length ((char **)ids));
  for (guint i = 0; i < path->len; i++)
    assert_string_equal (((PtDiagram *)g_ptr_array_index (path, i))->id, ids[i]);
}

static PtElement *
element (Hands *hands, const char *id)
{
  return pt_process_graph_get (hands->graph, id);
}

/* The arrow at the lower right of figure @id. */
static PtPoint
arrow_of (Hands *hands, const char *id)
{
  PtBounds b = element (hands, id)->figure->bounds;

  return (PtPoint){ b.x + b.width - 14, b.y + b.height - 14 };
}

static void
click_arrow (Hands *hands, const char *id)
{
  PtPoint at = arrow_of (hands, id);

  hands_click (hands, at.x, at.y, PT_MOD_NONE);
}

static void
a_click_on_the_arrow_leads_inside (void **state)
{
  static const char *const path[] = { "Diagram_Works", "Diagram_Pack", "Diagram_Wrap", NULL };
  Hands *hands = open_levels ();

  click_arrow (hands, "Sub_Pack");
  assert_at_diagram (hands, "Diagram_Pack");
  click_arrow (hands, "Sub_Wrap");
  assert_at_diagram (hands, "Diagram_Wrap");
  assert_path (hands, path);
  assert_false (pt_document_can_undo (hands->document));
  hands_close (hands);
}

static void
a_click_beside_the_arrow_selects (void **state)
{
  Hands *hands = open_levels ();

  hands_click (hands, 320, 200, PT_MOD_NONE);
  assert_at_diagram (hands, "Diagram_Works");
  assert_true (pt_editor_is_selected (hands->editor, "Sub_Pack"));
  hands_close (hands);
}

static void
two_clicks_on_the_sign_lead_inside_elsewhere_they_rename (void **state)
{
  Hands *hands = open_levels ();

  hands_double_click (hands, 320, 190);
  assert_at_diagram (hands, "Diagram_Works");
  assert_string_equal (hands->labelled, "Sub_Pack");
  hands_double_click (hands, 320, 232);
  assert_at_diagram (hands, "Diagram_Pack");
  hands_close (hands);
}

static void
one_comes_out_where_one_went_in (void **state)
{
  Hands *hands = open_levels ();

  assert_false (pt_editor_go_outside (hands->editor));
  assert_true (pt_editor_go_inside (hands->editor, "Sub_Pack"));
  assert_true (pt_editor_go_outside (hands->editor));
  assert_at_diagram (hands, "Diagram_Works");
  assert_true (pt_editor_is_selected (hands->editor, "Sub_Pack"));
  hands_close (hands);
}

/* A called process has no place of its own above it. */
static void
one_comes_back_from_what_was_called (void **state)
{
  Hands *hands = open_levels ();

  assert_true (pt_editor_go_inside (hands->editor, "Call_Bill"));
  assert_at_diagram (hands, "Diagram_Bill");
  assert_true (pt_editor_go_outside (hands->editor));
  assert_at_diagram (hands, "Diagram_Works");
  assert_true (pt_editor_is_selected (hands->editor, "Call_Bill"));

  pt_editor_set_diagram (hands->editor, pt_element_get_diagram (element (hands, "Process_Bill")));
  assert_false (pt_editor_go_outside (hands->editor));
  hands_close (hands);
}

static void
what_is_called_elsewhere_is_said_so (void **state)
{
  Hands *hands = open_levels ();

  pt_document_begin (hands->document, "Call another");
  pt_document_set_attribute (hands->document, element (hands, "Call_Bill")->node, NULL,
                             "calledElement", "far:away");
  pt_document_commit (hands->document);
  assert_false (pt_editor_can_go_inside (hands->editor, "Call_Bill"));
  assert_false (pt_editor_go_inside (hands->editor, "Call_Bill"));
  assert_non_null (hands->said);
  hands_close (hands);
}

/* ----- editing there -------------------------------------------------------------------------- */

static void
what_is_made_inside_is_inside (void **state)
{
  const PtNodeSpec task = { .type = PT_BPMN_TASK };
  g_autofree char *id = NULL;
  Hands *hands = open_levels ();

  pt_editor_go_inside (hands->editor, "Sub_Pack");
  id = pt_editor_drop (hands->editor, &task, (PtPoint){ 300, 400 });
  assert_non_null (id);
  assert_ptr_equal (element (hands, id)->parent, element (hands, "Sub_Pack"));
  assert_ptr_equal (element (hands, id)->figure->diagram, pt_editor_get_diagram (hands->editor));
  hands_drag (hands, 300, 400, 300, 450, PT_MOD_NONE);
  assert_int_equal (element (hands, id)->figure->bounds.y, 410);
  pt_editor_select (hands->editor, (const char *const[]){ "Task_Pick", NULL });
  pt_editor_delete_selection (hands->editor);
  assert_null (element (hands, "Task_Pick"));
  assert_at_diagram (hands, "Diagram_Pack");
  hands_close (hands);
}

/* The sub-process whose inside is shown has no edge here to hang an event on. */
static void
an_event_dropped_inside_stands_free (void **state)
{
  const PtNodeSpec timer = { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION };
  g_autofree char *id = NULL;
  Hands *hands = open_levels ();

  pt_editor_go_inside (hands->editor, "Sub_Pack");
  id = pt_editor_drop (hands->editor, &timer, (PtPoint){ 300, 400 });
  assert_non_null (id);
  assert_null (element (hands, id)->attached_to);
  assert_ptr_equal (element (hands, id)->parent, element (hands, "Sub_Pack"));
  hands_close (hands);
}

static void
a_new_sub_process_is_gone_into_at_once (void **state)
{
  const PtNodeSpec sub = { .type = PT_BPMN_SUB_PROCESS, .collapsed = TRUE };
  g_autofree char *id = NULL;
  Hands *hands = open_levels ();

  id = pt_editor_drop (hands->editor, &sub, (PtPoint){ 320, 290 });
  click_arrow (hands, id);
  assert_ptr_equal (pt_editor_get_diagram (hands->editor)->element, element (hands, id));
  assert_null (hands->said);
  pt_editor_undo (hands->editor);
  assert_at_diagram (hands, "Diagram_Works");
  assert_null (pt_element_get_diagram (element (hands, id)));
  pt_editor_undo (hands->editor);
  assert_false (pt_document_can_undo (hands->document));
  hands_close (hands);
}

static void
content_moves_out_and_that_is_said (void **state)
{
  Hands *hands = open_levels ();

  assert_false (pt_editor_can_go_inside (hands->editor, "Sub_Check"));
  pt_modeling_collapse (hands->graph, "Sub_Check");
  assert_true (pt_editor_can_go_inside (hands->editor, "Sub_Check"));
  assert_true (pt_editor_go_inside (hands->editor, "Sub_Check"));
  assert_ptr_equal (pt_editor_get_diagram (hands->editor)->element, element (hands, "Sub_Check"));
  assert_non_null (hands->said);
  hands_close (hands);
}

static void
hidden_figures_are_neither_hit_nor_reached (void **state)
{
  Hands *hands = open_levels ();

  pt_modeling_collapse (hands->graph, "Sub_Check");
  hands_click (hands, 640, 200, PT_MOD_NONE); /* where Task_Count was */
  assert_false (pt_editor_is_selected (hands->editor, "Task_Count"));
  pt_editor_select_all (hands->editor);
  assert_false (pt_editor_is_selected (hands->editor, "Task_Count"));
  assert_true (pt_editor_is_selected (hands->editor, "Sub_Check"));
  assert_ptr_equal (pt_editor_find_drawn (hands->editor, "Task_Count"),
                    element (hands, "Sub_Check")->figure);
  hands_close (hands);
}

/* ----- following ------------------------------------------------------------------------------ */

static void
undo_leads_to_where_it_happens (void **state)
{
  Hands *hands = open_levels ();

  pt_editor_go_inside (hands->editor, "Sub_Pack");
  pt_modeling_rename (hands->graph, "Task_Pick", "Take");
  pt_editor_go_outside (hands->editor);
  pt_editor_undo (hands->editor);
  assert_at_diagram (hands, "Diagram_Pack");
  assert_string_equal (element (hands, "Task_Pick")->name, "Pick");
  pt_editor_go_outside (hands->editor);
  pt_editor_redo (hands->editor);
  assert_at_diagram (hands, "Diagram_Pack");
  hands_close (hands);
}

static void
a_lost_inside_gives_way_to_its_outside (void **state)
{
  static const char *const ids[] = { "Sub_Pack", NULL };
  Hands *hands = open_levels ();

  pt_editor_go_inside (hands->editor, "Sub_Pack");
  pt_editor_go_inside (hands->editor, "Sub_Wrap");
  pt_modeling_delete (hands->graph, ids);
  assert_at_diagram (hands, "Diagram_Works");
  hands_close (hands);
}

static void
an_operation_elsewhere_is_followed (void **state)
{
  const PtNodeSpec task = { .type = PT_BPMN_TASK };
  g_autofree char *id = NULL;
  Hands *hands = open_levels ();

  id = pt_modeling_append (hands->graph, "Task_Tape", &task);
  assert_non_null (id);
  assert_at_diagram (hands, "Diagram_Wrap");
  hands_close (hands);
}

static void
what_is_drawn_twice_is_moved_where_it_is_seen (void **state)
{
  Hands *hands = open_levels ();
  GPtrArray *diagrams = pt_process_graph_get_diagrams (hands->graph);

  pt_editor_set_diagram (hands->editor, g_ptr_array_index (diagrams, 5));
  hands_drag (hands, 350, 340, 350, 390, PT_MOD_NONE);
  assert_int_equal (element (hands, "Task_Write")->figure->bounds.y, 350);
  pt_editor_set_diagram (hands->editor, g_ptr_array_index (diagrams, 4));
  assert_int_equal (element (hands, "Task_Write")->figure->bounds.y, 100);
  hands_close (hands);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_click_on_the_arrow_leads_inside),
    cmocka_unit_test (a_click_beside_the_arrow_selects),
    cmocka_unit_test (two_clicks_on_the_sign_lead_inside_elsewhere_they_rename),
    cmocka_unit_test (one_comes_out_where_one_went_in),
    cmocka_unit_test (one_comes_back_from_what_was_called),
    cmocka_unit_test (what_is_called_elsewhere_is_said_so),
    cmocka_unit_test (what_is_made_inside_is_inside),
    cmocka_unit_test (an_event_dropped_inside_stands_free),
    cmocka_unit_test (a_new_sub_process_is_gone_into_at_once),
    cmocka_unit_test (content_moves_out_and_that_is_said),
    cmocka_unit_test (hidden_figures_are_neither_hit_nor_reached),
    cmocka_unit_test (undo_leads_to_where_it_happens),
    cmocka_unit_test (a_lost_inside_gives_way_to_its_outside),
    cmocka_unit_test (an_operation_elsewhere_is_followed),
    cmocka_unit_test (what_is_drawn_twice_is_moved_where_it_is_seen),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
