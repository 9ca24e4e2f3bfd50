/* pt-resize.c: the size of shapes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-containers.h"
#include "pt-tiling.h"

#include <glib/gi18n-lib.h>

static void
resize_tile (PtDraft *draft, PtDiagramElement *figure, PtBounds bounds)
{
  g_autoptr (PtTiling) tiling = pt_tiling_new (draft, figure->element);
  PtBounds wanted = pt_tiling_turn (tiling, bounds);

  for (PtSide side = 0; side < PT_N_SIDES; side++)
    pt_tiling_move_line (tiling, side, pt_side_of (pt_tiling_bounds (tiling, figure), side),
                         pt_side_of (wanted, side));
  pt_draft_lanes_changed (draft, figure->element->process);
}

/* The side that was dragged gives way when the result would be too small. */
static void
keep_least (double *start, double *size, double old_start, double old_size, double least)
{
  double end = *start + *size;

  if (*size >= least)
    return;
  if (*start != old_start && end == old_start + old_size)
    *start = end - least;
  *size = least;
}

static PtBounds
legal_bounds (const PtDiagramElement *figure, PtBounds wanted)
{
  PtBounds b = wanted, old = figure->bounds;
  PtBounds needs = pt_container_needs (figure);
  PtPoint least = pt_rules_min_size (figure);

  keep_least (&b.x, &b.width, old.x, old.width, least.x);
  keep_least (&b.y, &b.height, old.y, old.height, least.y);
  return pt_bounds_is_empty (needs) ? b : pt_bounds_union (b, needs);
}

static gboolean
has_one_size (const PtElement *element)
{
  PtFamily family = pt_element_family (element);

  return family == PT_FAMILY_EVENT || family == PT_FAMILY_GATEWAY || family == PT_FAMILY_DATA;
}

gboolean
pt_modeling_resize (PtProcessGraph *graph, const char *id, PtBounds bounds)
{
  PtElement *element = pt_process_graph_get (graph, id);
  PtDiagramElement *figure = element != NULL ? element->figure : NULL;
  PtFamily family;
  PtDraft *draft;

  if (figure == NULL || figure->is_edge || has_one_size (element))
    return FALSE;
  family = pt_element_family (element);
  draft = pt_draft_begin (graph, _ ("Resize"));
  if (family == PT_FAMILY_POOL || family == PT_FAMILY_LANE)
    resize_tile (draft, figure, bounds);
  else
    pt_draft_place_host (draft, figure, legal_bounds (figure, bounds));
  return pt_draft_commit (draft);
}
