/* test-label-moves.c: labels that give way to what changes, as if all had been placed anew
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

#include <partitur/draw.h>
#include <partitur/modeling.h>

#include "unplaced.h"

#define N_EDITS 60

static const char *const examples[] = { "incident", "onboarding", "order-to-cash" };

/** Drawing: a diagram that is edited, and a painter that follows. */
typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  PtDiagram *diagram;
  PtPainter *painter;
  GHashTable *before; /* PtDiagramElement → PtBounds of its label */
  guint n_moved;      /* labels of figures that were not themselves changed */
} Drawing;

static void
note_label (Drawing *self, PtDiagramElement *figure)
{
  PtBounds label = pt_painter_label_bounds (self->painter, figure);
  g_hash_table_insert (self->before, figure, g_memdup2 (&label, sizeof label));
}

static gboolean
is_same (PtBounds a, PtBounds b)
{
  return fabs (a.x - b.x) < 0.01 && fabs (a.y - b.y) < 0.01 && fabs (a.width - b.width) < 0.01
         && fabs (a.height - b.height) < 0.01;
}

/* Whoever is not told of a figure still has what it painted before. */
static void
changed_cb (PtProcessGraph *graph, const PtGraphChange *change, Drawing *self)
{
  g_autoptr (GPtrArray) moved = pt_painter_update (self->painter, self->diagram, change);

  for (guint i = 0; i < change->removed_figures->len; i++)
    g_hash_table_remove (self->before, change->removed_figures->pdata[i]);
  for (guint i = 0; i < change->figures->len; i++)
    note_label (self, change->figures->pdata[i]);
  for (guint i = 0; i < moved->len; i++)
    {
      note_label (self, moved->pdata[i]);
      self->n_moved += !g_ptr_array_find (change->figures, moved->pdata[i], NULL);
    }
}

static void
drawing_open (Drawing *self, const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".bpmn", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("PT_EXAMPLES"), file_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->document = unplaced_load (file);
  assert_non_null (self->document);
  self->graph = pt_process_graph_new (self->document);
  self->diagram = pt_process_graph_first_diagram (self->graph);
  self->painter = pt_painter_new (&pt_ink_light);
  self->before = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < self->diagram->elements->len; i++)
    note_label (self, self->diagram->elements->pdata[i]);
  g_signal_connect (self->graph, "changed", G_CALLBACK (changed_cb), self);
}

static void
drawing_close (Drawing *self)
{
  g_hash_table_unref (self->before);
  g_object_unref (self->painter);
  g_object_unref (self->graph);
  g_object_unref (self->document);
}

/* Compares with a painter that has never seen the drawing, and with what is on the screen. */
static void
check_labels (Drawing *self, const char *what, guint edit)
{
  g_autoptr (PtPainter) fresh = pt_painter_new (&pt_ink_light);

  for (guint i = 0; i < self->diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = self->diagram->elements->pdata[i];
      PtBounds expected = pt_painter_label_bounds (fresh, figure);
      const PtBounds *shown = g_hash_table_lookup (self->before, figure);
      if (!is_same (expected, pt_painter_label_bounds (self->painter, figure)))
        fail_msg ("%s, edit %u: the label of %s is elsewhere", what, edit, figure->id);
      if (shown != NULL && !is_same (expected, *shown))
        fail_msg ("%s, edit %u: nobody was told that the label of %s moved", what, edit,
                  figure->id);
    }
}

static const char *
any_id (Drawing *self, GRand *rand)
{
  GPtrArray *all = self->diagram->elements;
  const PtDiagramElement *figure = all->pdata[g_rand_int_range (rand, 0, (gint32)all->len)];
  return figure->element != NULL ? figure->element->id : NULL;
}

static void
edit_anything (Drawing *self, GRand *rand)
{
  const char *ids[] = { any_id (self, rand), NULL };
  PtBounds shown = { 100, 100, 60, 14 };

  if (ids[0] == NULL)
    return;
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      pt_modeling_rename (self->graph, ids[0], g_rand_boolean (rand) ? "Anything at all" : "");
      break;
    case 1:
      pt_modeling_delete (self->graph, ids);
      break;
    case 2:
      pt_modeling_move_label (self->graph, ids[0], shown, g_rand_double_range (rand, 0, 500), 0);
      break;
    case 3:
      pt_document_undo (self->document);
      break;
    case 4:
      pt_document_redo (self->document);
      break;
    default:
      pt_modeling_move (self->graph, ids, g_rand_double_range (rand, -90, 90),
                        g_rand_double_range (rand, -90, 90), NULL);
      break;
    }
}

static void
labels_follow_edits_as_if_placed_anew (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_moved = 0;

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      Drawing drawing = { 0 };
      drawing_open (&drawing, examples[i]);
      for (guint edit = 0; edit < N_EDITS; edit++)
        {
          edit_anything (&drawing, rand);
          check_labels (&drawing, examples[i], edit);
        }
      n_moved += drawing.n_moved;
      drawing_close (&drawing);
    }
  assert_true (n_moved > 0);
}

/* Without being told of changes a painter places all labels anew. */
static void
a_painter_that_is_not_told_notices (void **state)
{
  Drawing drawing = { 0 };
  drawing_open (&drawing, examples[0]);
  g_signal_handlers_disconnect_by_data (drawing.graph, &drawing);
  g_hash_table_remove_all (drawing.before);
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint edit = 0; edit < N_EDITS / 4; edit++)
    {
      edit_anything (&drawing, rand);
      check_labels (&drawing, examples[0], edit);
    }
  drawing_close (&drawing);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (labels_follow_edits_as_if_placed_anew),
    cmocka_unit_test (a_painter_that_is_not_told_notices),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
