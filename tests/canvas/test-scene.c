/* test-scene.c: what is where, after changes too
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hands.h"

#include "../../src/canvas/tools/pt-scene.h"

static const char *
id_at (Hands *hands, double x, double y, PtPart *part)
{
  PtHit hit = pt_scene_hit (pt_editor_get_scene (hands->editor), (PtPoint){ x, y }, 5);

  *part = hit.part;
  return hit.figure != NULL ? hit.figure->element->id : "";
}

static void
hits_name_figure_and_part (void **state)
{
  static const struct
  {
    const char *file;
    double x, y;
    const char *id;
    PtPart part;
  } cases[] = {
    { "flow.bpmn", 250, 200, "check", PT_PART_BODY },
    { "flow.bpmn", 350, 203, "f2", PT_PART_BODY },
    { "flow.bpmn", 350, 215, "", PT_PART_NONE },
    { "flow.bpmn", 302, 200, "f2", PT_PART_BODY },    /* beside the task, on its flow */
    { "flow.bpmn", 298, 200, "check", PT_PART_BODY }, /* the flow ends here, the task lies above */
    { "flow.bpmn", 562, 178, "", PT_PART_NONE },      /* in the box of a diamond, outside of it */
    { "flow.bpmn", 585, 200, "decide", PT_PART_BODY },
    { "flow.bpmn", 450, 420, "sub", PT_PART_BODY },
    { "flow.bpmn", 301, 420, "sub", PT_PART_BORDER },
    { "pools.bpmn", 115, 200, "firm", PT_PART_BORDER },
    { "pools.bpmn", 145, 140, "sales", PT_PART_BORDER },
    { "pools.bpmn", 600, 150, "sales", PT_PART_BODY },
    { "pools.bpmn", 250, 140, "take", PT_PART_BODY },
    { "pools.bpmn", 300, 460, "customer", PT_PART_BORDER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Hands *hands = hands_open (cases[i].file);
      PtPart part;

      assert_string_equal (id_at (hands, cases[i].x, cases[i].y, &part), cases[i].id);
      assert_int_equal (part, cases[i].part);
      hands_close (hands);
    }
}

static void
labels_outside_are_hit (void **state)
{
  Hands *hands = hands_open ("flow.bpmn");
  PtBounds label = pt_painter_label_bounds (hands->painter, hands_figure (hands, "start"));
  PtPoint middle = pt_bounds_center (label);
  PtPart part;

  assert_false (pt_bounds_is_empty (label));
  assert_string_equal (id_at (hands, middle.x, middle.y, &part), "start");
  assert_int_equal (part, PT_PART_LABEL);
  hands_close (hands);
}

static void
query_finds_what_touches_in_painting_order (void **state)
{
  Hands *hands = hands_open ("pools.bpmn");
  PtScene *scene = pt_editor_get_scene (hands->editor);
  g_autoptr (GPtrArray) all = pt_scene_query (scene, (PtBounds){ -1e4, -1e4, 2e4, 2e4 });
  g_autoptr (GPtrArray) few = pt_scene_query (scene, (PtBounds){ 240, 130, 10, 10 });
  guint z = 0;

  assert_int_equal (all->len, 8);
  for (guint i = 0; i < all->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (all, i);

      assert_true (i == 0 || figure->z > z);
      z = figure->z;
    }
  assert_int_equal (few->len, 3); /* pool, lane, task */
  assert_string_equal (((PtDiagramElement *)g_ptr_array_index (few, 2))->element->id, "take");
  hands_close (hands);
}

static void
changes_are_followed (void **state)
{
  Hands *hands = hands_open ("flow.bpmn");
  const char *const alone[] = { "alone", NULL };
  guint n = pt_scene_get_size (pt_editor_get_scene (hands->editor));
  PtPart part;

  assert_true (pt_modeling_move (hands->graph, alone, 2000, 1500, NULL));
  assert_string_equal (id_at (hands, 150, 400, &part), "");
  assert_string_equal (id_at (hands, 2150, 1900, &part), "alone");
  assert_true (pt_modeling_delete (hands->graph, alone));
  assert_string_equal (id_at (hands, 2150, 1900, &part), "");
  assert_int_equal (pt_scene_get_size (pt_editor_get_scene (hands->editor)), n - 1);
  pt_document_undo (hands->document);
  pt_document_undo (hands->document);
  assert_string_equal (id_at (hands, 150, 400, &part), "alone");
  assert_int_equal (pt_scene_get_size (pt_editor_get_scene (hands->editor)), n);
  hands_close (hands);
}

static void
figures_of_absurd_size_cost_no_more (void **state)
{
  Hands *hands = hands_open ("flow.bpmn");
  PtPart part;

  assert_true (pt_modeling_resize (hands->graph, "sub", (PtBounds){ 300, 320, 4e6, 3e6 }));
  assert_string_equal (id_at (hands, 2e6, 1e6, &part), "sub");
  assert_string_equal (id_at (hands, 250, 200, &part), "check");
  hands_close (hands);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (hits_name_figure_and_part),
    cmocka_unit_test (labels_outside_are_hit),
    cmocka_unit_test (query_finds_what_touches_in_painting_order),
    cmocka_unit_test (changes_are_followed),
    cmocka_unit_test (figures_of_absurd_size_cost_no_more),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
