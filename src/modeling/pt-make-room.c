/* pt-make-room.c: pulling a drawing apart, or together, along a line
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-draft.h"

#include <glib/gi18n-lib.h>

static PtDiagramElement *
shape_of (PtProcessGraph *graph, const char *id)
{
  PtElement *element = pt_process_graph_get (graph, id);
  PtDiagramElement *figure = element != NULL ? element->figure : NULL;

  return figure != NULL && !figure->is_edge ? figure : NULL;
}

static PtBounds
stretched_bounds (PtBounds b, double dx, double dy, gboolean at_start)
{
  if (at_start)
    return (PtBounds){ b.x + dx, b.y + dy, b.width - dx, b.height - dy };
  return (PtBounds){ b.x, b.y, b.width + dx, b.height + dy };
}

static void
stretch (PtDraft *draft, PtDiagramElement *figure, double dx, double dy, gboolean at_start)
{
  pt_draft_place_host (draft, figure, stretched_bounds (figure->bounds, dx, dy, at_start));
  if (figure->element->process != NULL)
    pt_draft_lanes_changed (draft, figure->element->process);
}

gboolean
pt_modeling_make_room (PtProcessGraph *graph,
                       const char *const *moved,
                       const char *const *stretched,
                       double dx,
                       double dy,
                       gboolean at_start)
{
  gboolean grows = at_start ? dx + dy < 0 : dx + dy > 0;
  PtDraft *draft = pt_draft_begin (graph, grows ? _ ("Make room") : _ ("Take room"));

  for (guint i = 0; stretched[i] != NULL; i++)
    {
      PtDiagramElement *figure = shape_of (graph, stretched[i]);

      if (figure != NULL)
        stretch (draft, figure, dx, dy, at_start);
    }
  for (guint i = 0; moved[i] != NULL; i++)
    {
      PtDiagramElement *figure = shape_of (graph, moved[i]);

      if (figure != NULL)
        pt_draft_shift (draft, figure, dx, dy);
    }
  return pt_draft_commit (draft);
}
