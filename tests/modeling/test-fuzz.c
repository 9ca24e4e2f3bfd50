/* test-fuzz.c: random operations keep a drawing whole, and undo takes every one of them back
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../document/history-files.h"
#include "drawing.h"

#ifndef SEEDS
#define SEEDS 6
#endif

typedef struct
{
  Drawing *drawing;
  GRand *rand;
  char *clipboard;
} Player;

static const char *
any_id (Player *p)
{
  GPtrArray *elements = pt_process_graph_get_elements (p->drawing->graph);

  for (guint tries = 0; tries < 50; tries++)
    {
      PtElement *e
          = g_ptr_array_index (elements, g_rand_int_range (p->rand, 0, (gint32)elements->len));

      if (e->id != NULL && e->figure != NULL)
        return e->id;
    }
  return "Nobody";
}

static double
any_shift (Player *p)
{
  return g_rand_int_range (p->rand, -20, 21) * 10;
}

static PtPoint
any_point (Player *p)
{
  return (PtPoint){ g_rand_int_range (p->rand, 0, 1200), g_rand_int_range (p->rand, 0, 1000) };
}

static PtNodeSpec
any_spec (Player *p)
{
  static const PtNodeSpec specs[] = {
    { PT_BPMN_TASK },
    { PT_BPMN_USER_TASK, PT_BPMN_NONE, "Do it" },
    { PT_BPMN_EXCLUSIVE_GATEWAY },
    { PT_BPMN_PARALLEL_GATEWAY },
    { PT_BPMN_END_EVENT },
    { PT_BPMN_START_EVENT },
    { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION },
    { PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION },
    { PT_BPMN_BOUNDARY_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION },
    { PT_BPMN_SUB_PROCESS },
    { PT_BPMN_SUB_PROCESS, .collapsed = TRUE },
    { PT_BPMN_TEXT_ANNOTATION, PT_BPMN_NONE, "Remember" },
    { PT_BPMN_DATA_OBJECT_REFERENCE },
    { PT_BPMN_DATA_STORE_REFERENCE },
    { PT_BPMN_GROUP, PT_BPMN_NONE, "Together" },
    { PT_BPMN_PARTICIPANT },
    { PT_BPMN_PARTICIPANT, .collapsed = TRUE },
    { PT_BPMN_LANE },
  };

  return specs[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (specs))];
}

/* Mostly the one that is being worked on. */
static PtDiagram *
any_diagram (Player *p)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (p->drawing->graph);
  PtDiagram *shown = pt_process_graph_get_shown (p->drawing->graph);

  if (shown != NULL && g_rand_int_range (p->rand, 0, 4) > 0)
    return shown;
  return g_ptr_array_index (diagrams, g_rand_int_range (p->rand, 0, (gint32)diagrams->len));
}

/* --- the moves --- */

static void
play_add (Player *p)
{
  PtNodeSpec spec = any_spec (p);
  PtElement *onto = element (p->drawing, any_id (p));
  PtPoint center = any_point (p);
  gboolean inside = g_rand_boolean (p->rand);

  if (onto != NULL && !onto->figure->is_edge)
    center = pt_bounds_center (onto->figure->bounds);
  g_free (pt_modeling_add (p->drawing->graph, any_diagram (p), &spec,
                           onto != NULL && inside ? onto->id : NULL, center));
}

static void
play_append (Player *p)
{
  PtNodeSpec spec = any_spec (p);

  g_free (pt_modeling_append (p->drawing->graph, any_id (p), &spec));
}

static void
play_prepend (Player *p)
{
  PtNodeSpec spec = any_spec (p);

  g_free (pt_modeling_prepend (p->drawing->graph, any_id (p), &spec));
}

static void
play_connect (Player *p)
{
  const char *from = any_id (p);

  g_free (pt_modeling_connect (p->drawing->graph, from, any_id (p), NULL));
}

static void
play_reconnect (Player *p)
{
  const char *flow = any_id (p), *end = any_id (p);
  gboolean source = g_rand_boolean (p->rand);

  pt_modeling_reconnect (p->drawing->graph, flow, source ? end : NULL, source ? NULL : end);
}

static void
play_move (Player *p)
{
  const char *ids[] = { any_id (p), any_id (p), NULL };
  double dx = any_shift (p), dy = any_shift (p);

  if (g_rand_boolean (p->rand))
    ids[1] = NULL;
  pt_modeling_move (p->drawing->graph, ids, dx, dy, g_rand_boolean (p->rand) ? any_id (p) : NULL);
}

static void
play_resize (Player *p)
{
  PtElement *e = element (p->drawing, any_id (p));
  PtBounds b;

  if (e == NULL)
    return;
  b = e->figure->bounds;
  if (g_rand_boolean (p->rand))
    b.x += any_shift (p);
  if (g_rand_boolean (p->rand))
    b.y += any_shift (p);
  b.width += any_shift (p);
  b.height += any_shift (p);
  pt_modeling_resize (p->drawing->graph, e->id, b);
}

static void
play_delete (Player *p)
{
  const char *ids[] = { any_id (p), any_id (p), NULL };

  if (g_rand_int_range (p->rand, 0, 3) > 0)
    ids[1] = NULL;
  pt_modeling_delete (p->drawing->graph, ids);
}

static void
play_lanes (Player *p)
{
  switch (g_rand_int_range (p->rand, 0, 3))
    {
    case 0:
      g_free (pt_modeling_add_lane (p->drawing->graph, any_id (p), g_rand_boolean (p->rand)));
      break;
    case 1:
      pt_modeling_divide_lane (p->drawing->graph, any_id (p), 2 + g_rand_boolean (p->rand));
      break;
    default:
      {
        const char *node = any_id (p);

        pt_modeling_move_to_lane (p->drawing->graph, node, any_id (p));
      }
    }
}

static void
play_words (Player *p)
{
  static const char *const names[] = { "Clerk", "", "Wait for it", NULL };

  pt_modeling_rename (p->drawing->graph, any_id (p),
                      names[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (names))]);
  pt_modeling_move_label (p->drawing->graph, any_id (p), (PtBounds){ 10, 10, 90, 20 },
                          any_shift (p), any_shift (p));
}

static void
play_replace (Player *p)
{
  static const PtBpmnType definitions[]
      = { PT_BPMN_NONE, PT_BPMN_MESSAGE_EVENT_DEFINITION, PT_BPMN_TIMER_EVENT_DEFINITION };
  PtElement *e = element (p->drawing, any_id (p));
  g_autoptr (GArray) types = e != NULL ? pt_rules_replacements (e) : NULL;
  PtBpmnType definition = definitions[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (definitions))];

  if (types != NULL && types->len > 0)
    pt_modeling_replace (p->drawing->graph, e->id,
                         g_array_index (types, guint,
                                        g_rand_int_range (p->rand, 0, (gint32)types->len)),
                         definition);
}

static void
play_properties (Player *p)
{
  PtProcessGraph *graph = p->drawing->graph;
  const char *id = any_id (p);
  PtElement *e = element (p->drawing, id);

  pt_modeling_set_documentation (graph, id, g_rand_boolean (p->rand) ? "Why & how" : NULL);
  pt_modeling_set_condition (graph, id, g_rand_boolean (p->rand) ? "amount > 3" : NULL);
  pt_modeling_set_timer (graph, id, "timeDuration", "P3D");
  if (e != NULL && e->source != NULL)
    pt_modeling_set_default (graph, e->source->id, g_rand_boolean (p->rand) ? id : NULL);
}

static void
play_clipboard (Player *p)
{
  const char *ids[] = { any_id (p), any_id (p), any_id (p), NULL };
  char *text = pt_modeling_copy (p->drawing->graph, ids);

  if (text != NULL)
    {
      g_free (p->clipboard);
      p->clipboard = text;
    }
  if (p->clipboard != NULL)
    g_strfreev (
        pt_modeling_paste (p->drawing->graph, any_diagram (p), p->clipboard, any_point (p)));
}

static void
play_inside (Player *p)
{
  static gboolean (*const operations[]) (PtProcessGraph *, const char *)
      = { pt_modeling_collapse, pt_modeling_expand, pt_modeling_give_diagram };

  operations[g_rand_int_range (p->rand, 0, G_N_ELEMENTS (operations))](p->drawing->graph,
                                                                       any_id (p));
}

static void
play_diagrams (Player *p)
{
  PtDiagram *diagram = any_diagram (p);

  switch (g_rand_int_range (p->rand, 0, 4))
    {
    case 0:
      g_free (pt_modeling_add_process (p->drawing->graph, NULL));
      break;
    case 1:
      pt_modeling_delete_diagram (p->drawing->graph, diagram);
      break;
    default:
      pt_process_graph_set_shown (p->drawing->graph, diagram);
    }
}

static void
play_undo (Player *p)
{
  guint n = (guint)g_rand_int_range (p->rand, 1, 6);

  for (guint i = 0; i < n; i++)
    pt_document_undo (p->drawing->document);
  for (guint i = g_rand_int_range (p->rand, 0, 6); i > 0; i--)
    pt_document_redo (p->drawing->document);
}

static void (*const moves[]) (Player *)
    = { play_add,     play_add,       play_append, play_append,  play_prepend,    play_connect,
        play_connect, play_reconnect, play_move,   play_move,    play_resize,     play_delete,
        play_lanes,   play_words,     play_undo,   play_replace, play_properties, play_clipboard,
        play_inside,  play_inside,    play_inside, play_diagrams };

/* --- and back from the history --- */

static void
open_kept (Drawing *d, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "modeling", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PtDocument *document = pt_bpmn_load (file, NULL, NULL);

  assert_non_null (document);
  drawing_take (d, pt_history_keep (document, NULL));
}

static void
assert_same (PtDocument *a, PtDocument *b)
{
  g_autoptr (GBytes) bytes_a = pt_document_to_bytes (a, NULL);
  g_autoptr (GBytes) bytes_b = pt_document_to_bytes (b, NULL);

  assert_true (g_bytes_equal (bytes_a, bytes_b));
}

/* What a crash would leave now is the same drawing with the same steps to take back. */
static PtDocument *
restore_now (Drawing *d)
{
  g_autofree char *copy = history_copy (pt_history_get_id (d->document), -1);
  PtDocument *restored = history_restore (copy);

  g_unlink (copy);
  assert_non_null (restored);
  assert_same (d->document, restored);
  return restored;
}

static void
play (const char *name, guint32 seed, guint n_moves)
{
  Drawing d;
  Player p = { &d, g_rand_new_with_seed (seed) };

  PtDocument *restored;

  open_kept (&d, name);
  for (guint i = 0; i < n_moves; i++)
    {
      guint move = (guint)g_rand_int_range (p.rand, 0, G_N_ELEMENTS (moves));

      if (g_getenv ("PT_TRACE") != NULL)
        fprintf (stderr, "%s %u: step %u, move %u\n", name, seed, i, move);
      moves[move](&p);
      assert_consistent (&d);
      if (i % 50 == 0)
        assert_valid (&d);
    }
  assert_valid (&d);
  pt_modeling_rename (d.graph, any_id (&p), "the last word");
  restored = restore_now (&d);
  while (pt_document_can_undo (d.document))
    {
      pt_document_undo (d.document);
      pt_document_undo (restored);
      assert_same (d.document, restored);
    }
  assert_false (pt_document_can_undo (restored));
  g_object_unref (restored);
  assert_original (&d);
  assert_consistent (&d);
  drawing_close (&d);
  g_free (p.clipboard);
  g_rand_free (p.rand);
}

static void
random_operations_keep_it_whole (void **state)
{
  for (guint32 seed = 1; seed <= SEEDS; seed++)
    {
      play ("collaboration.bpmn", seed, 300);
      play ("process.bpmn", seed, 150);
      play ("vertical.bpmn", seed, 150);
      play ("levels.bpmn", seed, 300);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (random_operations_keep_it_whole),
  };

  return cmocka_run_group_tests (tests, history_setup, history_teardown);
}
