/* pt-comparison-figures.c: how what is gone was drawn
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

static void
add_gone (const PtComparison *self, const PtDiagram *before, GPtrArray *gone)
{
  for (guint i = 0; i < before->elements->len; i++)
    {
      PtDiagramElement *figure = before->elements->pdata[i];

      if (figure->element != NULL && pt_comparison_match (self, figure->element->node) == NULL)
        g_ptr_array_add (gone, figure);
    }
}

/* With one diagram each, both are the same, whatever has become of what they show. */
GPtrArray *
pt_comparison_gone_figures (PtComparison *self,
                            PtProcessGraph *before,
                            PtProcessGraph *after,
                            const PtDiagram *diagram)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (before);
  gboolean alone = diagrams->len == 1 && pt_process_graph_get_diagrams (after)->len == 1;
  GPtrArray *gone = g_ptr_array_new ();

  for (guint i = 0; i < diagrams->len; i++)
    if (alone || shows_same (self, diagrams->pdata[i], diagram))
      add_gone (self, diagrams->pdata[i], gone);
  return gone;
}
