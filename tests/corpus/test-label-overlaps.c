/* test-label-overlaps.c: labels of which no file says where they stand, counted where they are
 * crossed
 *
 * Every file of the corpus, and of the project, is drawn without the places that it gives to
 * labels.
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <partitur/draw.h>

#include "../draw/unplaced.h"
#include "corpus-files.h"

/* Everything is compared with everything. */
#define MOST_FIGURES 2000
/* Touching is no crossing, and what fonts measure is not exact. */
#define TOLERANCE 0.5
/* Of a thousand labels: other fonts than ours take other room. */
#define MOST_CROSSED 1.0

/** Count: labels, and how many of them stand on what. */
typedef struct
{
  guint labels, crossed;
  guint on_texts, on_bodies, on_lines;
} Count;

/* ----- what crosses a label ---------------------------------------------------------------------
 */

static gboolean
line_crosses (PtPoint a, PtPoint b, PtBounds label)
{
  double length = pt_point_distance (a, b);
  guint n = (guint)CLAMP (length, 1, 1e5);
  for (guint i = 0; i <= n; i++)
    if (pt_bounds_contains_point (label, (PtPoint){ a.x + (b.x - a.x) * i / n,
                                                    a.y + (b.y - a.y) * i / n }))
      return TRUE;
  return FALSE;
}

static gboolean
frame_crosses (PtBounds frame, PtBounds label)
{
  return pt_bounds_intersects (frame, label) && !pt_bounds_contains (frame, label);
}

static gboolean
is_frame (const PtDiagramElement *figure)
{
  PtFamily family = figure->element != NULL ? pt_element_family (figure->element) : PT_FAMILY_NONE;
  return family == PT_FAMILY_POOL || family == PT_FAMILY_LANE || figure->is_expanded
         || (family == PT_FAMILY_ARTIFACT && figure->element->type == PT_BPMN_GROUP);
}

static gboolean
is_shown (const PtDiagramElement *figure)
{
  return !figure->is_hidden && (figure->is_edge || figure->bounds.width > 0);
}

static void
count_figure (Count *count, const PtDiagramElement *figure, PtBounds label, gboolean is_own)
{
  if (figure->is_edge)
    for (guint i = 1; i < figure->n_waypoints; i++)
      count->on_lines += line_crosses (figure->waypoints[i - 1], figure->waypoints[i], label);
  else if (is_frame (figure))
    count->on_lines += frame_crosses (figure->bounds, label);
  else if (!is_own)
    count->on_bodies += pt_bounds_intersects (figure->bounds, label);
}

static guint
sum_of (const Count *count)
{
  return count->on_texts + count->on_bodies + count->on_lines;
}

static void
count_label (Count *count, PtDiagram *diagram, const PtBounds *labels, guint index)
{
  PtBounds label = pt_bounds_grow (labels[index], -TOLERANCE);
  const PtDiagramElement *figure = diagram->elements->pdata[index];
  guint before = sum_of (count);

  for (guint i = 0; i < diagram->elements->len; i++)
    if (is_shown (diagram->elements->pdata[i]))
      {
        count_figure (count, diagram->elements->pdata[i], label, i == index);
        count->on_texts += i != index && pt_bounds_intersects (labels[i], label);
      }
  count->labels++;
  if (sum_of (count) == before)
    return;
  count->crossed++;
  if (g_getenv ("PARTITUR_LIST") != NULL)
    fprintf (stderr, "  %s at %.0f,%.0f, %.0f × %.0f\n", pt_element_display_name (figure->element),
             label.x, label.y, label.width, label.height);
}

/* Annotations stand where the file puts them. */
static gboolean
has_label_to_place (const PtDiagramElement *figure)
{
  return pt_painter_has_outside_label (figure) && !is_frame (figure)
         && (figure->element == NULL || figure->element->type != PT_BPMN_TEXT_ANNOTATION);
}

static void
count_diagram (Count *count, PtDiagram *diagram)
{
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_paper);
  guint n = diagram->elements->len;
  g_autofree PtBounds *labels = g_new0 (PtBounds, n + 1);

  for (guint i = 0; i < n; i++)
    labels[i] = pt_painter_label_bounds (painter, diagram->elements->pdata[i]);
  for (guint i = 0; i < n && n <= MOST_FIGURES; i++)
    if (has_label_to_place (diagram->elements->pdata[i]) && labels[i].width > 0)
      count_label (count, diagram, labels, i);
}

static void
count_file (Count *count, GFile *file)
{
  g_autoptr (PtDocument) document = unplaced_load (file);
  if (document == NULL)
    return;
  Count before = *count;
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  for (guint i = 0; i < diagrams->len; i++)
    count_diagram (count, diagrams->pdata[i]);
  if (g_getenv ("PARTITUR_LIST") != NULL && count->crossed > before.crossed)
    fprintf (stderr, "%4u of %4u %s\n", count->crossed - before.crossed,
             count->labels - before.labels, g_file_peek_path (file));
}

static void
check_files (GPtrArray *files)
{
  Count count = { 0 };

  for (guint i = 0; i < files->len; i++)
    count_file (&count, files->pdata[i]);
  fprintf (stderr, "%u labels, %u of them crossed: by %u lines, %u bodies, %u texts\n",
           count.labels, count.crossed, count.on_lines, count.on_bodies, count.on_texts);
  assert_true (count.labels > 0);
  assert_true (count.crossed * 1000.0 / count.labels < MOST_CROSSED);
}

static void
few_labels_of_the_corpus_are_crossed (void **state)
{
  g_autoptr (GPtrArray) files = corpus_files ();
  if (files != NULL)
    check_files (files);
}

static void
few_labels_of_our_own_files_are_crossed (void **state)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) examples = g_file_new_for_path (g_getenv ("PT_EXAMPLES"));
  g_autoptr (GFile) fixtures = g_file_new_for_path (g_getenv ("PT_FIXTURES"));

  corpus_find (examples, files);
  corpus_find (fixtures, files);
  check_files (files);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (few_labels_of_the_corpus_are_crossed),
    cmocka_unit_test (few_labels_of_our_own_files_are_crossed),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
