/* test-graph.c: what the views say about files we wrote for them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "graph-dump.h"

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "bpmn", name, NULL);
  char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static PtProcessGraph *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (bytes, "test.bpmn", &error);

  if (!document)
    fail_msg ("%s", error->message);
  return pt_process_graph_new (document);
}

static PtProcessGraph *
read_graph (const char *name)
{
  g_autofree char *text = read_fixture (name);

  return read_text (text);
}

static PtElement *
get (PtProcessGraph *graph, const char *id)
{
  PtElement *element = pt_process_graph_get (graph, id);

  if (!element)
    fail_msg ("there is no element %s", id);
  return element;
}

static void
assert_ids (const GPtrArray *elements, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; elements && i < elements->len; i++)
    g_string_append_printf (ids, i ? " %s" : "%s",
                            ((PtElement *)g_ptr_array_index (elements, i))->id);
  assert_string_equal (ids->str, expected);
}

static void
assert_id (const PtElement *element, const char *expected)
{
  assert_string_equal (element ? element->id : "none", expected);
}

/* --- model ------------------------------------------------------------------------------------ */

static void
containers_hold_their_elements (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");
  PtElement *definitions = pt_process_graph_get_definitions (graph);

  assert_null (definitions->parent);
  assert_ids (definitions->children, "msg_order sig_alarm shared_alarm cat collab sell other");
  assert_ids (get (graph, "pack")->children, "pack_start wrap f_wrap on_alarm");
  assert_ids (get (graph, "check")->children, "check_in check_prop da_in da_out");
  assert_ids (get (graph, "lane_desk")->children, "inner_lanes");
  assert_id (get (graph, "wrap")->process, "sell");
  assert_id (get (graph, "wrap")->parent, "pack");
  assert_null (get (graph, "sell")->process);
  assert_true (pt_element_is_within (get (graph, "alarm"), get (graph, "pack")));
  assert_false (pt_element_is_within (get (graph, "pack"), get (graph, "pack")));
  assert_null (pt_process_graph_get (graph, "start_def"));
}

static void
flows_are_resolved_both_ways (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");

  assert_id (get (graph, "f2")->source, "check");
  assert_id (get (graph, "f2")->target, "ok");
  assert_ids (get (graph, "ok")->incoming, "f2");
  assert_ids (get (graph, "ok")->outgoing, "f_yes f_no");
  assert_id (get (graph, "ok")->default_flow, "f_no");
  assert_true (get (graph, "f_yes")->has_condition);
  assert_false (get (graph, "f_no")->has_condition);
  assert_ids (get (graph, "end")->incoming, "f_no f_late");
  assert_null (get (graph, "end")->outgoing);
  assert_ids (get (graph, "customer")->outgoing, "mf");
  assert_id (get (graph, "mf")->ref, "msg_order");
  assert_int_equal (get (graph, "note_link")->association_direction, 1);
}

static void
data_associations_end_at_their_holder (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");

  assert_id (get (graph, "da_in")->source, "form");
  assert_id (get (graph, "da_in")->target, "check");
  assert_id (get (graph, "da_out")->source, "check");
  assert_id (get (graph, "da_out")->target, "archive");
  assert_ids (get (graph, "check")->incoming, "da_in f1");
  assert_ids (get (graph, "check")->outgoing, "da_out f2 note_link");
  assert_null (get (graph, "check_in")->incoming);
  assert_id (get (graph, "form")->ref, "form_object");
  assert_true (get (graph, "form")->is_collection);
  assert_string_equal (get (graph, "form")->data_state, "filled in");
}

static void
lanes_and_pools_know_their_members (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");

  assert_id (get (graph, "start")->lane, "lane_desk");
  assert_id (get (graph, "check")->lane, "lane_clerk");
  assert_id (get (graph, "pack")->lane, "lane_store");
  assert_null (get (graph, "wrap")->lane);
  assert_id (get (graph, "shop")->process, "sell");
  assert_id (get (graph, "sell")->participant, "shop");
  assert_null (get (graph, "customer")->process);
  assert_true (get (graph, "customer")->multiplicity);
  assert_false (get (graph, "shop")->multiplicity);
}

static void
events_say_what_they_wait_for (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");
  const PtElement *start = get (graph, "start"), *late = get (graph, "late");
  const PtElement *alarm = get (graph, "alarm");

  assert_int_equal (start->event_definition, PT_BPMN_MESSAGE_EVENT_DEFINITION);
  assert_id (start->event_ref, "msg_order");
  assert_int_equal (late->event_definition, PT_BPMN_TIMER_EVENT_DEFINITION);
  assert_int_equal (late->n_event_definitions, 1);
  assert_true (late->non_interrupting);
  assert_id (late->attached_to, "pack");
  assert_ids (get (graph, "pack")->boundary_events, "late");
  assert_int_equal (alarm->event_definition, PT_BPMN_SIGNAL_EVENT_DEFINITION);
  assert_id (alarm->event_ref, "sig_alarm");
  assert_true (alarm->non_interrupting);
  assert_true (get (graph, "on_alarm")->triggered_by_event);
  assert_int_equal (get (graph, "end")->event_definition, PT_BPMN_NONE);
  assert_int_equal (get (graph, "check")->loop, PT_LOOP_SEQUENTIAL);
}

static void
elements_are_called_by_what_is_written_on_them (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");
  g_autofree char *check = pt_element_display_name (get (graph, "check"));
  g_autofree char *end = pt_element_display_name (get (graph, "end"));
  g_autofree char *text = pt_element_documentation (get (graph, "sell"));

  assert_string_equal (check, "Check order");
  assert_string_equal (end, "End event “end”");
  assert_string_equal (get (graph, "note")->name, "Within\na day");
  assert_string_equal (get (graph, "hurry")->name, "In a hurry");
  assert_string_equal (text, "First line.\n\nSecond line.");
  assert_null (pt_element_documentation (get (graph, "end")));
  assert_non_null (pt_element_child_node (get (graph, "late"), PT_BPMN_EVENT_DEFINITION));
  assert_null (pt_element_child_node (get (graph, "end"), PT_BPMN_EVENT_DEFINITION));
}

/* --- diagrams --------------------------------------------------------------------------------- */

static const PtDiagramElement *
figure (PtProcessGraph *graph, guint diagram, const char *id)
{
  PtDiagram *in = g_ptr_array_index (pt_process_graph_get_diagrams (graph), diagram);

  return pt_diagram_find (in, get (graph, id));
}

static void
containers_are_painted_first (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");
  const PtDiagram *diagram = g_ptr_array_index (pt_process_graph_get_diagrams (graph), 0);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtDiagramElement *next = g_ptr_array_index (diagram->elements, i);
      g_string_append_printf (order, "%s ", next->element->id);
      assert_ptr_equal (next->diagram, diagram);
    }
  assert_string_equal (order->str, "customer shop lane_desk lane_store lane_clerk pack hurry "
                                   "wrap start check ok end form note mf f1 f2 f_no da_in late ");
}

static void
bands_and_messages_lie_above_their_task (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("choreography.bpmn");
  const PtDiagramElement *band = figure (graph, 0, "student");

  assert_string_equal (band->band_kind, "top_initiating");
  assert_true (band->z > figure (graph, 0, "lesson")->z);
  assert_true (figure (graph, 0, "ask")->z > band->z);
  assert_true (figure (graph, 0, "exam")->z < figure (graph, 0, "bell")->z);
  assert_true (figure (graph, 0, "exam")->is_expanded);
  assert_true (figure (graph, 0, "teacher")->message_visible);
  assert_true (get (graph, "ask")->initiating);
  assert_false (get (graph, "answer")->initiating);
  assert_int_equal (get (graph, "lesson")->loop, PT_LOOP_STANDARD);
}

static void
figures_have_their_geometry_and_looks (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");
  PtDiagram *diagram = g_ptr_array_index (pt_process_graph_get_diagrams (graph), 0);
  const PtDiagramElement *check = figure (graph, 0, "check"), *late = figure (graph, 0, "late");
  const PtDiagramElement *flow = figure (graph, 0, "f_no");
  PtBounds all = pt_diagram_bounds (diagram);

  assert_true (check->has_fill && check->has_stroke);
  assert_int_equal (check->fill, 0xffe0b2);
  assert_int_equal (check->stroke, 0x000080);
  assert_false (late->has_fill);
  assert_true (late->has_label && !check->has_label);
  assert_float_equal (late->label.x, 740, 0);
  assert_int_equal (flow->n_waypoints, 3);
  assert_float_equal (flow->bounds.height, 262, 0);
  assert_true (figure (graph, 0, "ok")->is_marker_visible);
  assert_true (figure (graph, 0, "mf")->message_visible);
  assert_true (figure (graph, 0, "mf")->message_initiating);
  assert_float_equal (all.x, 100, 0);
  assert_float_equal (all.height, 604, 0);
}

static void
what_is_left_open_is_found_from_the_drawing (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("collaboration.bpmn");
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  const PtDiagram *whole = g_ptr_array_index (diagrams, 0),
                  *detail = g_ptr_array_index (diagrams, 1);

  assert_true (figure (graph, 0, "pack")->is_expanded);
  assert_false (figure (graph, 1, "pack")->is_expanded);
  assert_true (figure (graph, 0, "lane_clerk")->is_horizontal);
  assert_id (whole->element, "collab");
  assert_string_equal (whole->name, "Whole");
  assert_id (detail->element, "pack");
  assert_ptr_equal (get (graph, "wrap")->figure, figure (graph, 0, "wrap"));
  assert_ptr_not_equal (figure (graph, 1, "wrap"), figure (graph, 0, "wrap"));
  assert_null (figure (graph, 1, "check"));
}

static void
lanes_side_by_side_are_vertical (void **state)
{
  g_autofree char *text = read_fixture ("collaboration.bpmn");
  g_auto (GStrv) parts = g_strsplit (text, "x=\"130\" y=\"350\" width=\"870\"", 2);
  g_autofree char *narrow = g_strjoinv ("x=\"130\" y=\"350\" width=\"400\"", parts);
  g_autoptr (PtProcessGraph) graph = read_text (narrow);

  assert_false (figure (graph, 0, "lane_store")->is_horizontal);
  assert_true (figure (graph, 0, "lane_desk")->is_horizontal);
}

/* --- odd files -------------------------------------------------------------------------------- */

static void
odd_models_are_read (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("odd.bpmn");

  assert_string_equal (get (graph, "twice")->name, "first");
  assert_ids (get (graph, "twice")->outgoing, "to_nowhere");
  assert_null (get (graph, "to_nowhere")->target);
  assert_string_equal (get (graph, "to_colon")->source->name, "colon");
  assert_string_equal (get (graph, "to_colon")->target->name, "plain");
  assert_ids (get (graph, "b")->incoming, "to_colon loop");
  assert_ids (get (graph, "b")->outgoing, "loop");
  assert_null (get (graph, "self")->attached_to);
  assert_id (get (graph, "round")->lane, "round");
  assert_int_equal (get (graph, "other_prefix")->type, PT_BPMN_TASK);
  assert_null (pt_process_graph_get (graph, "foreign"));
  assert_id (get (graph, "p")->participant, "first_pool");
  assert_id (get (graph, "second_pool")->process, "p");
  assert_id (get (graph, "sub")->default_flow, "loop");
}

static void
odd_diagrams_are_read (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("odd.bpmn");
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  const PtDiagram *diagram = g_ptr_array_index (diagrams, 0),
                  *empty = g_ptr_array_index (diagrams, 1);
  const PtDiagramElement *second = g_ptr_array_index (diagram->elements, 1);
  const PtDiagramElement *wild = figure (graph, 0, "to_nowhere"), *edge = figure (graph, 0, "loop");

  assert_ptr_equal (diagram->element, get (graph, "twice")->parent); /* it names nothing itself */
  assert_int_equal (diagram->elements->len, 6);
  assert_ptr_equal (get (graph, "twice")->figure, g_ptr_array_index (diagram->elements, 0));
  assert_float_equal (second->bounds.y + second->bounds.width + second->bounds.height, 0, 0);
  assert_int_equal (edge->n_waypoints, 0);
  assert_null (edge->waypoints);
  assert_float_equal (wild->waypoints[0].x, 0, 0);
  assert_float_equal (wild->waypoints[1].x, 1e9, 0);
  assert_float_equal (wild->waypoints[1].y, 7.25, 0);
  assert_null (empty->plane);
  assert_int_equal (empty->elements->len, 0);
}

static void
dangling_references_are_listed (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("odd.bpmn");
  g_autoptr (GArray) dangling = pt_process_graph_dangling (graph);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < dangling->len; i++)
    {
      const PtDanglingReference *d = &g_array_index (dangling, PtDanglingReference, i);
      g_string_append_printf (found, "%s/%s=%s ", d->element ? d->element->id : "-", d->attribute,
                              d->value);
    }
  assert_string_equal (found->str,
                       "to_nowhere/targetRef=nobody self/attachedToRef=self "
                       "round/flowNodeRef=round round/flowNodeRef=nobody -/bpmnElement=nobody ");
}

static void
dangling_references_follow_edits (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph ("odd.bpmn");
  PtDocument *document = pt_process_graph_get_document (graph);
  g_autoptr (GArray) before = pt_process_graph_dangling (graph);

  pt_document_begin (document, "Edit");
  pt_document_set_attribute (document, get (graph, "sub")->node, NULL, "id", "nobody");
  pt_document_commit (document);
  g_autoptr (GArray) after = pt_process_graph_dangling (graph);
  assert_int_equal (before->len, 5);
  assert_int_equal (after->len, 2);
  assert_id (get (graph, "to_nowhere")->target, "nobody");
}

/* --- prefixes --------------------------------------------------------------------------------- */

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

/* Returns: what the views of @text say, without the addresses of nodes */
static char *
say (const char *text)
{
  g_autoptr (PtProcessGraph) graph = read_text (text);
  g_autofree char *dump = dump_graph (graph);
  g_autoptr (GRegex) address = g_regex_new ("0x[0-9a-f]+", 0, 0, NULL);

  return g_regex_replace_literal (address, dump, -1, 0, "@", 0, NULL);
}

static void
prefixes_make_no_difference (void **state)
{
  g_autofree char *prefixed = read_fixture ("collaboration.bpmn");
  g_autofree char *bare = replace (prefixed, "bpmn:", "");
  g_autofree char *defaulted = replace (bare, "xmlns:bpmn=", "xmlns=");
  g_autofree char *renamed = replace (prefixed, "bpmn:", "semantic:");
  g_autofree char *redeclared = replace (renamed, "xmlns:bpmn=", "xmlns:semantic=");
  g_autofree char *expected = say (prefixed), *first = say (defaulted), *second = say (redeclared);

  assert_string_equal (first, expected);
  assert_string_equal (second, expected);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (containers_hold_their_elements),
    cmocka_unit_test (flows_are_resolved_both_ways),
    cmocka_unit_test (data_associations_end_at_their_holder),
    cmocka_unit_test (lanes_and_pools_know_their_members),
    cmocka_unit_test (events_say_what_they_wait_for),
    cmocka_unit_test (elements_are_called_by_what_is_written_on_them),
    cmocka_unit_test (containers_are_painted_first),
    cmocka_unit_test (bands_and_messages_lie_above_their_task),
    cmocka_unit_test (figures_have_their_geometry_and_looks),
    cmocka_unit_test (what_is_left_open_is_found_from_the_drawing),
    cmocka_unit_test (lanes_side_by_side_are_vertical),
    cmocka_unit_test (odd_models_are_read),
    cmocka_unit_test (odd_diagrams_are_read),
    cmocka_unit_test (dangling_references_are_listed),
    cmocka_unit_test (dangling_references_follow_edits),
    cmocka_unit_test (prefixes_make_no_difference),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
