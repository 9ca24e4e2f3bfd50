/* pt-inside.c: the arrow on a figure into which one can go
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-inside.h"

#define MARK_DISTANCE 5.0 /* from the edge of the figure */
#define SIGN_HEIGHT 22.0
#define SIGN_WIDTH 60.0

/* A shut sub-process may be filled; a process that is not drawn anywhere can be. */
static gboolean
can_be_drawn (const PtElement *inside, const PtDiagramElement *figure)
{
  if (inside->id == NULL)
    return FALSE;
  if (pt_element_is_a (inside, PT_BPMN_SUB_PROCESS))
    return !figure->is_expanded;
  for (guint i = 0; inside->children != NULL && i < inside->children->len; i++)
    if (pt_element_is_a (g_ptr_array_index (inside->children, i), PT_BPMN_FLOW_NODE))
      return inside->type == PT_BPMN_PROCESS;
  return FALSE;
}

gboolean
pt_inside_is_offered (const PtDiagramElement *figure)
{
  const PtElement *inside = figure->is_edge ? NULL : pt_figure_inside_element (figure);

  if (inside == NULL || figure->is_hidden)
    return FALSE;
  return can_be_drawn (inside, figure) || pt_figure_inside_diagram (figure) != NULL;
}

PtBounds
pt_inside_mark (const PtDiagramElement *figure)
{
  const double size = PT_INSIDE_MARK_SIZE, room = size + 2 * MARK_DISTANCE;
  PtBounds b = figure->bounds;

  if (b.width < room || b.height < room || !pt_inside_is_offered (figure))
    return (PtBounds){ 0 };
  return (PtBounds){ b.x + b.width - MARK_DISTANCE - size, b.y + b.height - MARK_DISTANCE - size,
                     size, size };
}

PtBounds
pt_inside_sign (const PtDiagramElement *figure)
{
  PtBounds b = figure->bounds;

  return (PtBounds){ b.x + (b.width - SIGN_WIDTH) / 2, b.y + b.height - SIGN_HEIGHT, SIGN_WIDTH,
                     SIGN_HEIGHT };
}
