/* pt-comparison-figures.c: how what is gone or drawn elsewhere was drawn
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-comparison.h"

static gboolean
shows_same (const PtComparison *self, const PtDiagram *before, const PtDiagram *after)
{
  const PtCompared *match
      = before->element != NULL ? pt_comparison_match (self, before->element->node) : NULL;

  return match != NULL && after->element != NULL && match->node == after->element->node;
}

/* Returns: whether what @figure shows is gone or drawn elsewhere, as far as that is of @aspects */
static gboolean
is_former (PtComparison *self,
           const PtDiagramElement *figure,
           PtAspect aspects,
           PtDifferenceKind *kind)
{
  const PtCompared *match
      = figure->element != NULL ? pt_comparison_match (self, figure->element->node) : NULL;

  if (figure->element == NULL)
    return FALSE;
  *kind = PT_DIFFERENCE_REMOVED;
  if (match == NULL)
    return (aspects & PT_ASPECT_WORDING) != 0;
  return (aspects & PT_ASPECT_LAYOUT) != 0
         && pt_comparison_mark (self, match->node, PT_ASPECT_LAYOUT, kind)
         && *kind == PT_DIFFERENCE_MOVED;
}

static void
add_former (PtComparison *self, const PtDiagram *before, PtAspect aspects, GArray *former)
{
  for (guint i = 0; i < before->elements->len; i++)
    {
      PtFormerFigure entry = { before->elements->pdata[i], PT_DIFFERENCE_REMOVED };

      if (is_former (self, entry.figure, aspects, &entry.kind))
        g_array_append_val (former, entry);
    }
}

/* With one diagram each, both are the same, whatever has become of what they show. */
GArray *
pt_comparison_former_figures (PtComparison *self,
                              PtProcessGraph *before,
                              PtProcessGraph *after,
                              const PtDiagram *diagram,
                              PtAspect aspects)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (before);
  gboolean alone = diagrams->len == 1 && pt_process_graph_get_diagrams (after)->len == 1;
  GArray *former = g_array_new (FALSE, FALSE, sizeof (PtFormerFigure));

  for (guint i = 0; i < diagrams->len; i++)
    if (alone || shows_same (self, diagrams->pdata[i], diagram))
      add_former (self, diagrams->pdata[i], aspects, former);
  return former;
}
