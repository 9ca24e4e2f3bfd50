/* test-plain.c: a place for files that say nothing about places
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "routes.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  PtProcessGraph *graph;
  GPtrArray *placed;
  GHashTable *by_id; /* id → PtPlaced */
} Plan;

static void
plan_root (Plan *plan, PtDocument *document, const char *root)
{
  assert_non_null (document);
  plan->graph = pt_process_graph_new (document);
  plan->placed = pt_layout_plain (pt_process_graph_get (plan->graph, root));
  plan->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < plan->placed->len; i++)
    {
      PtPlaced *placed = g_ptr_array_index (plan->placed, i);

      assert_false (g_hash_table_contains (plan->by_id, placed->element->id));
      g_hash_table_insert (plan->by_id, (gpointer)placed->element->id, placed);
    }
}

static void
plan_clear (Plan *plan)
{
  g_ptr_array_unref (plan->placed);
  g_hash_table_unref (plan->by_id);
  g_object_unref (plan->graph);
}

static void
plan_claim (Plan *plan)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "layout", "claim.bpmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);

  plan_root (plan, document, "Insurance");
}

static PtPlaced *
placed (Plan *plan, const char *id)
{
  PtPlaced *found = g_hash_table_lookup (plan->by_id, id);

  if (found == NULL)
    fail_msg ("%s has no place", id);
  return found;
}

static PtBounds
place (Plan *plan, const char *id)
{
  return placed (plan, id)->bounds;
}

/* --- what always holds --- */

static gboolean
is_frame (const PtElement *element)
{
  PtFamily family = pt_element_family (element);

  return family == PT_FAMILY_POOL || family == PT_FAMILY_LANE || family == PT_FAMILY_FLOW;
}

static void
assert_no_overlaps (Plan *plan)
{
  for (guint i = 0; i < plan->placed->len; i++)
    for (guint j = i + 1; j < plan->placed->len; j++)
      {
        PtPlaced *a = g_ptr_array_index (plan->placed, i), *b = g_ptr_array_index (plan->placed, j);

        if (is_frame (a->element) || is_frame (b->element)
            || a->element->parent != b->element->parent || a->element->attached_to == b->element
            || b->element->attached_to == a->element)
          continue;
        if (pt_bounds_intersects (pt_bounds_grow (a->bounds, -0.1), b->bounds))
          fail_msg ("%s and %s overlap", a->element->id, b->element->id);
      }
}

/* Sequence flows through free cells and channels meet no shape but their ends. */
static void
assert_flows_are_clear (Plan *plan)
{
  for (guint i = 0; i < plan->placed->len; i++)
    {
      PtPlaced *flow = g_ptr_array_index (plan->placed, i);

      if (flow->element->type != PT_BPMN_SEQUENCE_FLOW)
        continue;
      assert_right_angles (flow->waypoints);
      for (guint j = 0; j < plan->placed->len; j++)
        {
          PtPlaced *shape = g_ptr_array_index (plan->placed, j);
          PtRouteEnd end = { .bounds = shape->bounds };

          if (is_frame (shape->element) || shape->element->parent != flow->element->parent
              || shape->element == flow->element->source || shape->element == flow->element->target
              || shape->element->attached_to != NULL)
            continue;
          for (guint k = 0; k + 1 < flow->waypoints->len; k++)
            if (crosses (&end, point (flow->waypoints, k), point (flow->waypoints, k + 1)))
              fail_msg ("%s runs through %s", flow->element->id, shape->element->id);
        }
    }
}

static void
assert_content_is_inside (Plan *plan)
{
  for (guint i = 0; i < plan->placed->len; i++)
    {
      PtPlaced *inner = g_ptr_array_index (plan->placed, i), *outer;
      PtElement *parent = inner->element->parent;

      if (inner->waypoints != NULL || parent == NULL)
        continue;
      outer
          = g_hash_table_lookup (plan->by_id, parent->participant != NULL ? parent->participant->id
                                                                          : parent->id);
      if (outer != NULL && !pt_bounds_contains (outer->bounds, inner->bounds))
        fail_msg ("%s sticks out of %s", inner->element->id, outer->element->id);
    }
}

static void
the_laid_out_file_is_readable (void **state)
{
  Plan plan;

  plan_claim (&plan);
  assert_no_overlaps (&plan);
  assert_flows_are_clear (&plan);
  assert_content_is_inside (&plan);
  plan_clear (&plan);
}

static void
everything_is_placed (void **state)
{
  static const char *const ids[]
      = { "Insurer", "Holder", "Garage",  "Front", "Office", "Expert", "Payment", "Reported",
          "Late",    "Settle", "Compute", "File",  "Hint",   "Remark", "A1",      "A2",
          "M1",      "M2",     "C11",     "C13",   "I3",     "R3",     "Loose1",  "Loose2" };
  Plan plan;

  plan_claim (&plan);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    assert_non_null (placed (&plan, ids[i]));
  plan_clear (&plan);
}

static void
columns_grow_along_the_flows (void **state)
{
  static const char *const pairs[][2]
      = { { "Reported", "Register" }, { "Register", "Assess" }, { "Assess", "Covered" },
          { "Covered", "Both" },      { "Both", "Settle" },     { "Both", "Order" },
          { "Settle", "Joined" },     { "Joined", "Closed" },   { "In", "Compute" },
          { "Compute", "Enough" },    { "Enough", "Transfer" } };
  Plan plan;

  plan_claim (&plan);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      PtBounds a = place (&plan, pairs[i][0]), b = place (&plan, pairs[i][1]);

      assert_true (b.x >= a.x + a.width + 20);
    }
  plan_clear (&plan);
}

static void
nodes_stand_in_their_lanes (void **state)
{
  static const char *const members[][2]
      = { { "Reported", "Front" }, { "Assess", "Expert" }, { "Assess", "Office" },
          { "Settle", "Payment" }, { "Ask", "Front" },     { "Hint", "Expert" } };
  Plan plan;
  PtBounds office, expert, payment;

  plan_claim (&plan);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    assert_true (pt_bounds_contains (place (&plan, members[i][1]), place (&plan, members[i][0])));
  office = place (&plan, "Office");
  expert = place (&plan, "Expert");
  payment = place (&plan, "Payment");
  assert_true (office.y == expert.y && expert.y + expert.height == payment.y);
  assert_true (office.y + office.height == payment.y + payment.height);
  assert_true (expert.x == office.x + 30);
  plan_clear (&plan);
}

static void
boundary_events_stand_on_the_lower_edge (void **state)
{
  Plan plan;
  PtBounds host;
  PtPoint center;

  plan_claim (&plan);
  host = place (&plan, "Assess");
  center = pt_bounds_center (place (&plan, "Late"));
  assert_true (center.y == host.y + host.height);
  assert_true (center.x >= host.x && center.x <= host.x + host.width);
  plan_clear (&plan);
}

static void
the_same_file_gives_the_same_places (void **state)
{
  Plan a, b;

  plan_claim (&a);
  plan_claim (&b);
  assert_int_equal (a.placed->len, b.placed->len);
  for (guint i = 0; i < a.placed->len; i++)
    {
      PtPlaced *x = g_ptr_array_index (a.placed, i), *y = g_ptr_array_index (b.placed, i);

      assert_string_equal (x->element->id, y->element->id);
      assert_memory_equal (&x->bounds, &y->bounds, sizeof x->bounds);
      if (x->waypoints != NULL)
        assert_memory_equal (x->waypoints->data, y->waypoints->data,
                             x->waypoints->len * sizeof (PtPoint));
    }
  plan_clear (&a);
  plan_clear (&b);
}

/* --- large ones --- */

typedef void (*WriteFlows) (GString *xml, guint n);

static void
write_flow (GString *xml, guint i, guint from, guint to)
{
  g_string_append_printf (xml, "<sequenceFlow id='f%u' sourceRef='n%u' targetRef='n%u'/>", i, from,
                          to);
}

static void
write_chain (GString *xml, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    write_flow (xml, i, i, i + 1);
  write_flow (xml, n, n - 1, 0);
}

static void
write_star (GString *xml, guint n)
{
  for (guint i = 1; i < n; i++)
    write_flow (xml, i, 0, i);
}

/* Every node leads to the next and far ahead; branches of all lengths. */
static void
write_ladder (GString *xml, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    {
      write_flow (xml, 2 * i, i, i + 1);
      write_flow (xml, 2 * i + 1, i, (i * 7 + 13) % n);
    }
}

static void
write_nothing (GString *xml, guint n)
{
}

static void
plan_generated (Plan *plan, WriteFlows write, guint n)
{
  g_autoptr (GString) xml = g_string_new ("<definitions xmlns='" PT_NS_BPMN
                                          "' targetNamespace='urn:example:large'><process id='P'>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PtDocument) document = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml, "<task id='n%u'/>", i);
  write (xml, n);
  g_string_append (xml, "</process></definitions>");
  bytes = g_bytes_new (xml->str, xml->len);
  document = pt_bpmn_load_bytes (bytes, "generated", NULL);
  plan_root (plan, document, "P");
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const PtPlaced *x = *(const PtPlaced *const *)a, *y = *(const PtPlaced *const *)b;

  if (x->bounds.x != y->bounds.x)
    return x->bounds.x < y->bounds.x ? -1 : 1;
  return (x->bounds.y > y->bounds.y) - (x->bounds.y < y->bounds.y);
}

/* All tasks are alike, so in a column only neighbours need to be compared. */
static void
assert_columns_have_room (Plan *plan, guint n)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < plan->placed->len; i++)
    if (((PtPlaced *)g_ptr_array_index (plan->placed, i))->waypoints == NULL)
      g_ptr_array_add (nodes, g_ptr_array_index (plan->placed, i));
  assert_int_equal (nodes->len, n);
  g_ptr_array_sort (nodes, by_place);
  for (guint i = 0; i + 1 < nodes->len; i++)
    {
      PtPlaced *a = g_ptr_array_index (nodes, i), *b = g_ptr_array_index (nodes, i + 1);

      assert_false (pt_bounds_intersects (pt_bounds_grow (a->bounds, -0.1), b->bounds));
    }
}

static void
large_files_are_laid_out (void **state)
{
  static const struct
  {
    WriteFlows write;
    guint n;
  } shapes[] = {
    { write_chain, 10000 }, { write_star, 10000 }, { write_ladder, 3000 }, { write_nothing, 10000 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      gint64 start = g_get_monotonic_time ();
      Plan plan;

      plan_generated (&plan, shapes[i].write, shapes[i].n);
      if (g_getenv ("PT_SHOW_TIMES") != NULL)
        fprintf (stderr, "shape %u: %g ms\n", i, (g_get_monotonic_time () - start) / 1000.0);
      assert_columns_have_room (&plan, shapes[i].n);
      plan_clear (&plan);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_laid_out_file_is_readable),
    cmocka_unit_test (everything_is_placed),
    cmocka_unit_test (columns_grow_along_the_flows),
    cmocka_unit_test (nodes_stand_in_their_lanes),
    cmocka_unit_test (boundary_events_stand_on_the_lower_edge),
    cmocka_unit_test (the_same_file_gives_the_same_places),
    cmocka_unit_test (large_files_are_laid_out),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
