/* test-label-place.c: labels keep clear of the flows and shapes they belong to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <partitur/layout.h>

#define MOST_FLOWS 80

static const PtPoint size = { 60, 14 };
static const PtPoint center = { 200, 200 };

/** Scene: a gateway in the middle with flows that end on it. */
typedef struct
{
  PtDiagram diagram;
  PtElement gateway, flows[MOST_FLOWS];
  PtDiagramElement body, lines[MOST_FLOWS];
  PtPoint points[MOST_FLOWS][2];
  GPtrArray *outgoing;
} Scene;

static Scene *
scene_new (void)
{
  Scene *scene = g_new0 (Scene, 1);
  scene->outgoing = g_ptr_array_new ();
  scene->gateway = (PtElement){ .type = PT_BPMN_EXCLUSIVE_GATEWAY,
                                .figure = &scene->body,
                                .outgoing = scene->outgoing };
  scene->body = (PtDiagramElement){ .element = &scene->gateway,
                                    .diagram = &scene->diagram,
                                    .bounds = { 175, 175, 50, 50 } };
  return scene;
}

static void
scene_free (Scene *scene)
{
  g_ptr_array_unref (scene->outgoing);
  g_free (scene);
}

static PtDiagramElement *
add_flow (Scene *scene, double dx, double dy)
{
  guint i = scene->outgoing->len;
  scene->points[i][0] = (PtPoint){ center.x
                                       + (dx > 0   ? 25
                                          : dx < 0 ? -25
                                                   : 0),
                                   center.y
                                       + (dy > 0   ? 25
                                          : dy < 0 ? -25
                                                   : 0) };
  scene->points[i][1] = (PtPoint){ center.x + dx, center.y + dy };
  scene->flows[i] = (PtElement){ .type = PT_BPMN_SEQUENCE_FLOW,
                                 .figure = &scene->lines[i],
                                 .source = &scene->gateway };
  scene->lines[i] = (PtDiagramElement){ .element = &scene->flows[i],
                                        .diagram = &scene->diagram,
                                        .is_edge = TRUE,
                                        .waypoints = scene->points[i],
                                        .n_waypoints = 2 };
  g_ptr_array_add (scene->outgoing, &scene->flows[i]);
  return &scene->lines[i];
}

static gboolean
is_crossed (const PtDiagramElement *line, PtBounds label)
{
  for (double share = 0; share <= 1; share += 0.001)
    if (pt_bounds_contains_point (pt_bounds_grow (label, -0.5),
                                  pt_polyline_at (line->waypoints, line->n_waypoints, share)))
      return TRUE;
  return FALSE;
}

static void
without_flows_a_label_is_below (void **state)
{
  Scene *scene = scene_new ();
  PtBounds label = pt_label_place (&scene->body, size);

  assert_true (label.x + label.width / 2 == center.x && label.y >= 225);
  scene_free (scene);
}

/* Each bit a side with a flow. */
static void
no_flow_crosses_the_label_of_its_node (void **state)
{
  static const PtPoint sides[] = { { 150, 0 }, { -150, 0 }, { 0, 150 }, { 0, -150 } };

  for (guint bits = 0; bits < 16; bits++)
    {
      Scene *scene = scene_new ();
      for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
        if (bits & (1u << side))
          add_flow (scene, sides[side].x, sides[side].y);
      PtBounds label = pt_label_place (&scene->body, size);
      assert_false (pt_bounds_intersects (label, scene->body.bounds));
      for (guint i = 0; i < scene->outgoing->len; i++)
        if (is_crossed (&scene->lines[i], label))
          fail_msg ("sides %u: flow %u crosses the label", bits, i);
      scene_free (scene);
    }
}

static void
a_label_of_a_flow_keeps_clear_of_its_siblings_and_ends (void **state)
{
  Scene *scene = scene_new ();
  PtDiagramElement *level = add_flow (scene, 200, 0), *close = add_flow (scene, 200, -12);
  PtElement task = { .type = PT_BPMN_TASK };
  PtDiagramElement body
      = { .element = &task, .diagram = &scene->diagram, .bounds = { 400, 160, 100, 80 } };

  task.figure = &body;
  scene->flows[0].target = &task;
  PtBounds label = pt_label_place (level, size);
  assert_false (is_crossed (close, label));
  assert_false (is_crossed (level, label));
  assert_false (pt_bounds_intersects (label, body.bounds));
  assert_false (pt_bounds_intersects (label, scene->body.bounds));
  scene_free (scene);
}

static void
a_boundary_event_is_not_named_on_its_host (void **state)
{
  Scene *scene = scene_new ();
  PtElement host = { .type = PT_BPMN_TASK };
  PtDiagramElement body
      = { .element = &host, .diagram = &scene->diagram, .bounds = { 150, 200, 100, 80 } };

  host.figure = &body;
  scene->gateway.type = PT_BPMN_BOUNDARY_EVENT;
  scene->gateway.attached_to = &host;
  assert_false (pt_bounds_intersects (pt_label_place (&scene->body, size), body.bounds));
  scene_free (scene);
}

static void
many_flows_are_no_trouble (void **state)
{
  Scene *scene = scene_new ();

  for (guint i = 0; i < MOST_FLOWS; i++)
    add_flow (scene, 150, (double)i * 4 - 160);
  for (guint i = 0; i < MOST_FLOWS; i++)
    assert_true (pt_label_place (&scene->lines[i], size).width == size.x);
  assert_true (pt_label_place (&scene->body, size).width == size.x);
  scene_free (scene);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (without_flows_a_label_is_below),
    cmocka_unit_test (no_flow_crosses_the_label_of_its_node),
    cmocka_unit_test (a_label_of_a_flow_keeps_clear_of_its_siblings_and_ends),
    cmocka_unit_test (a_boundary_event_is_not_named_on_its_host),
    cmocka_unit_test (many_flows_are_no_trouble),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
