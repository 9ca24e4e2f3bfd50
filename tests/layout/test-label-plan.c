/* test-label-plan.c: labels keep clear of everything that is drawn
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
#include <stdio.h>

#include <partitur/layout.h>

#define N_SCENES 300
#define MOST_FLOWS 80

static const PtPoint size = { 60, 14 };
static const PtPoint center = { 200, 200 };

/* ----- drawings made by hand --------------------------------------------------------------------
 */

/** Item: a figure with what a survey says of it. */
typedef struct
{
  PtDiagramElement figure;
  PtElement element;
  PtPoint points[2];
  PtLabelNeeds needs;
} Item;

/** Scene: a diagram of items, in painting order. */
typedef struct
{
  PtDiagram diagram;
  guint n_measured;
} Scene;

static gboolean
is_shown (const PtDiagramElement *figure, gpointer scene)
{
  return TRUE;
}

static gboolean
is_free (const PtDiagramElement *figure, gpointer scene)
{
  return ((const Item *)figure)->needs.size.x > 0;
}

static PtLabelNeeds
measure (const PtDiagramElement *figure, gpointer scene)
{
  ((Scene *)scene)->n_measured++;
  return ((const Item *)figure)->needs;
}

static const PtLabelSurvey survey = { is_shown, is_free, measure };

static Scene *
scene_new (void)
{
  Scene *scene = g_new0 (Scene, 1);
  scene->diagram.version = 1;
  scene->diagram.elements = g_ptr_array_new_with_free_func (g_free);
  return scene;
}

static void
scene_free (Scene *scene)
{
  g_ptr_array_unref (scene->diagram.elements);
  g_free (scene);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtLabelPlan, pt_label_plan_free)

static Item *
add_item (Scene *scene, PtBpmnType type, PtBounds bounds, PtPoint label)
{
  Item *item = g_new0 (Item, 1);
  item->element.type = type;
  item->element.figure = &item->figure;
  item->figure = (PtDiagramElement){ .element = &item->element,
                                     .diagram = &scene->diagram,
                                     .bounds = bounds,
                                     .z = scene->diagram.elements->len };
  item->needs = (PtLabelNeeds){ .solid = bounds, .size = label };
  g_ptr_array_add (scene->diagram.elements, item);
  return item;
}

static Item *
add_flow (Scene *scene, PtPoint from, PtPoint to, PtPoint label)
{
  Item *item = add_item (scene, PT_BPMN_SEQUENCE_FLOW, (PtBounds){ 0 }, label);
  item->points[0] = from;
  item->points[1] = to;
  item->figure.is_edge = TRUE;
  item->figure.waypoints = item->points;
  item->figure.n_waypoints = 2;
  return item;
}

static Item *
add_gateway (Scene *scene)
{
  return add_item (scene, PT_BPMN_EXCLUSIVE_GATEWAY,
                   (PtBounds){ center.x - 25, center.y - 25, 50, 50 }, size);
}

/* A flow that leaves the gateway. */
static Item *
add_spoke (Scene *scene, double dx, double dy)
{
  PtPoint from = { center.x + 25 * ((dx > 0) - (dx < 0)), center.y };
  if (dx == 0)
    from.y += dy > 0 ? 25 : -25;
  return add_flow (scene, from, (PtPoint){ center.x + dx, center.y + dy }, (PtPoint){ 0 });
}

static PtBounds
place_of (PtLabelPlan *plan, const Item *item)
{
  PtBounds place = { 0 };
  assert_true (pt_label_plan_get (plan, &item->figure, &place));
  return place;
}

static PtBounds
only_place (Scene *scene, const Item *item)
{
  g_autoptr (PtLabelPlan) plan = pt_label_plan_new (&scene->diagram, &survey, scene);
  return place_of (plan, item);
}

/* ----- what crosses, told by other means than the plan's ----------------------------------------
 */

static gboolean
is_on_line (const Item *flow, PtBounds box)
{
  double length = pt_point_distance (flow->points[0], flow->points[1]);
  for (double at = 0; at <= length; at += 0.25)
    if (pt_bounds_contains_point (box, pt_polyline_at (flow->points, 2, at / MAX (length, 1))))
      return TRUE;
  return FALSE;
}

static gboolean
is_on_frame (PtBounds frame, PtBounds box)
{
  return pt_bounds_intersects (frame, box) && !pt_bounds_contains (frame, box);
}

static gboolean
is_on_box (PtBounds solid, PtBounds box)
{
  return !pt_bounds_is_empty (solid) && pt_bounds_intersects (solid, box);
}

static gboolean
is_on (const Item *item, PtBounds box)
{
  if (item->figure.is_edge)
    return is_on_line (item, box);
  gboolean is_framed = !pt_bounds_contains (item->needs.solid, item->figure.bounds);
  return is_on_box (item->needs.solid, box) || is_on_box (item->needs.text, box)
         || (is_framed && is_on_frame (item->figure.bounds, box));
}

/* @margin: what is added to @box on all sides. Whether anything that the label of @item has to heed
 * is on it. */
static gboolean
is_crossed (Scene *scene, PtLabelPlan *plan, const Item *item, PtBounds box, double margin)
{
  GPtrArray *all = scene->diagram.elements;
  PtBounds grown = pt_bounds_grow (box, margin), label;

  for (guint i = 0; i < all->len; i++)
    {
      const Item *other = all->pdata[i];
      gboolean is_before = other->figure.z < item->figure.z;
      if (is_on (other, grown)
          || (is_before && pt_label_plan_get (plan, &other->figure, &label)
              && pt_bounds_intersects (label, grown)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_clear_place (Scene *scene, PtLabelPlan *plan, const Item *item)
{
  PtBounds places[PT_LABEL_MOST_PLACES];

  for (guint ring = 0; ring < PT_LABEL_RINGS; ring++)
    {
      guint n = pt_label_places (&item->figure, item->needs.size, ring, places);

      for (guint i = 0; i < n; i++)
        if (!is_crossed (scene, plan, item, places[i], 0.3))
          return TRUE;
    }
  return FALSE;
}

/* ----- drawings made at random ------------------------------------------------------------------
 */

static PtPoint
random_label (GRand *rand)
{
  gboolean has_label = g_rand_int_range (rand, 0, 3) > 0;
  return has_label
             ? (PtPoint){ g_rand_int_range (rand, 15, 95), g_rand_int_range (rand, 1, 4) * 13 }
             : (PtPoint){ 0 };
}

static void
add_random_item (Scene *scene, GRand *rand, double width)
{
  static const PtBpmnType types[] = { PT_BPMN_TASK, PT_BPMN_START_EVENT, PT_BPMN_EXCLUSIVE_GATEWAY,
                                      PT_BPMN_LANE, PT_BPMN_SEQUENCE_FLOW };
  PtBpmnType type = types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))];
  PtPoint at = { g_rand_double_range (rand, 0, width), g_rand_double_range (rand, 0, width) };
  PtPoint to = { at.x + g_rand_int_range (rand, -2, 3) * 80,
                 at.y + g_rand_int_range (rand, 0, 3) * 60 + 5 };

  if (type == PT_BPMN_SEQUENCE_FLOW)
    add_flow (scene, at, to, random_label (rand));
  else if (type == PT_BPMN_TASK)
    add_item (scene, type, (PtBounds){ at.x, at.y, 100, 80 }, (PtPoint){ 0 });
  else if (type == PT_BPMN_LANE)
    {
      Item *lane = add_item (scene, type, (PtBounds){ at.x, at.y, 500, 200 }, (PtPoint){ 0 });
      lane->needs.solid.width = 30;
      lane->needs.text = (PtBounds){ at.x + 60, at.y + 50, 40, 14 };
    }
  else
    add_item (scene, type, (PtBounds){ at.x, at.y, 36, 36 }, random_label (rand));
}

static Scene *
random_scene (guint32 seed, guint n, double width)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Scene *scene = scene_new ();
  for (guint i = 0; i < n; i++)
    add_random_item (scene, rand, width);
  return scene;
}

/* ----- tests ------------------------------------------------------------------------------------
 */

static void
alone_a_label_is_below (void **state)
{
  g_autoptr (Scene) scene = scene_new ();
  PtBounds label = only_place (scene, add_gateway (scene));

  assert_true (label.x + label.width / 2 == center.x && label.y >= 225);
}

/* Each bit a side with a flow. */
static void
no_flow_crosses_the_label_of_its_node (void **state)
{
  static const PtPoint sides[] = { { 150, 0 }, { -150, 0 }, { 0, 150 }, { 0, -150 } };

  for (guint bits = 0; bits < 16; bits++)
    {
      g_autoptr (Scene) scene = scene_new ();
      Item *gateway = add_gateway (scene);
      for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
        if (bits & (1u << side))
          add_spoke (scene, sides[side].x, sides[side].y);
      g_autoptr (PtLabelPlan) plan = pt_label_plan_new (&scene->diagram, &survey, scene);
      assert_false (is_crossed (scene, plan, gateway, place_of (plan, gateway), 0));
    }
}

static void
no_label_is_crossed_that_has_a_clear_place (void **state)
{
  guint n_labels = 0, n_crossed = 0;

  for (guint32 seed = 0; seed < N_SCENES; seed++)
    {
      g_autoptr (Scene) scene = random_scene (seed, 40, 900);
      g_autoptr (PtLabelPlan) plan = pt_label_plan_new (&scene->diagram, &survey, scene);
      for (guint i = 0; i < scene->diagram.elements->len; i++)
        {
          const Item *item = scene->diagram.elements->pdata[i];
          if (item->needs.size.x == 0)
            continue;
          gboolean crossed = is_crossed (scene, plan, item, place_of (plan, item), -0.01);
          if (crossed && has_clear_place (scene, plan, item))
            fail_msg ("scene %u: label %u is crossed and need not be", seed, i);
          n_labels++;
          n_crossed += crossed;
        }
    }
  /* Both kinds were met. */
  assert_true (n_crossed > 0 && n_crossed < n_labels / 2);
}

static void
add_text (Scene *scene, PtBounds bounds)
{
  add_item (scene, PT_BPMN_TEXT_ANNOTATION, bounds, (PtPoint){ 0 })->needs.text = bounds;
}

static void
a_label_is_rather_on_a_line_than_on_a_text (void **state)
{
  g_autoptr (Scene) scene = scene_new ();
  Item *gateway = add_gateway (scene);
  PtBounds places[PT_LABEL_MOST_PLACES];
  pt_label_places (&gateway->figure, size, 0, places);
  PtBounds free = places[1];

  /* Texts all around the place above it, and a line there. */
  add_text (scene, (PtBounds){ free.x - 300, free.y, 300, free.height });
  add_text (scene, (PtBounds){ free.x + free.width, free.y, 300, free.height });
  add_text (scene, (PtBounds){ free.x - 300, free.y - 300, 600, 300 });
  add_text (scene, (PtBounds){ free.x - 300, free.y + free.height, 600, 300 });
  add_flow (scene, (PtPoint){ center.x, 140 }, (PtPoint){ center.x, 175 }, (PtPoint){ 0 });
  PtBounds label = only_place (scene, gateway);
  assert_true (label.x == free.x && label.y == free.y);
}

static void
the_earlier_label_has_the_choice (void **state)
{
  g_autoptr (Scene) scene = scene_new ();
  Item *first = add_gateway (scene), *second = add_gateway (scene);
  second->figure.bounds.y = second->needs.solid.y += 75;
  g_autoptr (PtLabelPlan) plan = pt_label_plan_new (&scene->diagram, &survey, scene);

  assert_true (place_of (plan, first).y == 230);
  assert_false (pt_bounds_intersects (place_of (plan, first), place_of (plan, second)));
}

static void
where_all_labels_have_a_place_nothing_is_measured (void **state)
{
  g_autoptr (Scene) scene = scene_new ();
  PtBounds place;
  Item *gateway = add_gateway (scene);
  gateway->needs.size = (PtPoint){ 0 };
  g_autoptr (PtLabelPlan) plan = pt_label_plan_new (&scene->diagram, &survey, scene);

  assert_false (pt_label_plan_get (plan, &gateway->figure, &place));
  assert_int_equal (scene->n_measured, 0);
  /* But it may get a label. */
  assert_true (pt_label_plan_try (plan, &gateway->figure, size).y >= 225);
}

static void
an_unwatched_change_asks_for_a_new_plan (void **state)
{
  g_autoptr (Scene) scene = random_scene (1, 10, 300);
  g_autoptr (PtLabelPlan) plan = pt_label_plan_new (&scene->diagram, &survey, scene);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  PtGraphChange change = { none, none, none, none };

  scene->diagram.version += 2;
  assert_false (pt_label_plan_is_current (plan));
  assert_null (pt_label_plan_update (plan, &change));
}

/* Returns: milliseconds, of the fastest of three */
static double
time_plan (guint n, double width)
{
  g_autoptr (Scene) scene = random_scene (7, n, width);
  gint64 fastest = G_MAXINT64;

  for (int i = 0; i < 3; i++)
    {
      gint64 start = g_get_monotonic_time ();
      pt_label_plan_free (pt_label_plan_new (&scene->diagram, &survey, scene));
      fastest = MIN (fastest, g_get_monotonic_time () - start);
    }
  return (double)fastest / 1e3;
}

/* As dense, and eight times as large: a cost that grows with the square would be 64 times as high.
 */
static void
cost_grows_with_the_drawing (void **state)
{
  double small = time_plan (1000, 60 * sqrt (1000)), large = time_plan (8000, 60 * sqrt (8000));

  fprintf (stderr, "plans: 1,000 figures %.1f ms, 8,000 figures %.1f ms\n", small, large);
  assert_true (large < 8 * 2.5 * small);
}

/* Thousands of things at one spot, as in a file that gives no coordinates. */
static void
a_heap_is_no_trouble (void **state)
{
  double spread = time_plan (3000, 60 * sqrt (3000)), heap = time_plan (3000, 1);

  fprintf (stderr, "plans: 3,000 figures %.1f ms, at one spot %.1f ms\n", spread, heap);
  assert_true (heap < 20 * spread);
}

static void
labels_of_any_size_find_a_place (void **state)
{
  const double sizes[] = { 1e-3, 1e4, 1e9, 1e300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Scene) scene = random_scene (5, 50, 500);
      Item *gateway = add_gateway (scene);
      gateway->needs.size = (PtPoint){ sizes[i], sizes[i] };
      assert_true (only_place (scene, gateway).width > 0);
    }
}

static void
many_flows_are_no_trouble (void **state)
{
  g_autoptr (Scene) scene = scene_new ();
  Item *gateway = add_gateway (scene);

  for (guint i = 0; i < MOST_FLOWS; i++)
    add_spoke (scene, 150, (double)i * 4 - 160)->needs.size = size;
  g_autoptr (PtLabelPlan) plan = pt_label_plan_new (&scene->diagram, &survey, scene);
  assert_false (is_crossed (scene, plan, gateway, place_of (plan, gateway), 0));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (alone_a_label_is_below),
    cmocka_unit_test (no_flow_crosses_the_label_of_its_node),
    cmocka_unit_test (no_label_is_crossed_that_has_a_clear_place),
    cmocka_unit_test (a_label_is_rather_on_a_line_than_on_a_text),
    cmocka_unit_test (the_earlier_label_has_the_choice),
    cmocka_unit_test (where_all_labels_have_a_place_nothing_is_measured),
    cmocka_unit_test (an_unwatched_change_asks_for_a_new_plan),
    cmocka_unit_test (cost_grows_with_the_drawing),
    cmocka_unit_test (a_heap_is_no_trouble),
    cmocka_unit_test (labels_of_any_size_find_a_place),
    cmocka_unit_test (many_flows_are_no_trouble),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
