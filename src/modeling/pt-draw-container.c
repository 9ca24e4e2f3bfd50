/* pt-draw-container.c: a pool or lane that is not drawn gets its figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-draw-container.h"

#include "pt-di-writer.h"
#include "pt-growth.h"
#include "pt-tiling.h"

#define MARGIN 20.0
#define POOL_GAP 50.0

static gboolean
is_in_lane (const PtElement *element, const PtElement *lane)
{
  return element->lane != NULL
         && (element->lane == lane || pt_element_is_within (element->lane, lane));
}

static gboolean
lies_in (const PtElement *element, const PtElement *container)
{
  if (container->type == PT_BPMN_LANE)
    return is_in_lane (element, container) || pt_element_is_within (element, container);
  return container->process != NULL && element != container
         && element->process == container->process;
}

/* Pools stand beside each other, and so do the lanes of one set. */
static gboolean
stands_beside (const PtElement *element, const PtElement *container)
{
  return element->type == container->type && element->parent == container->parent;
}

/* What all shapes of a kind take up on the diagram. */
static PtBounds
extent (PtDiagram *diagram,
        const PtElement *container,
        gboolean (*counts) (const PtElement *element, const PtElement *container))
{
  PtBounds all = { 0 };

  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);

      if (!figure->is_edge && figure->element != NULL && counts (figure->element, container))
        all = pt_bounds_union (all, figure->bounds);
    }
  return all;
}

/* The frame that a lane fills from side to side, without the titles. */
static PtBounds
find_frame (PtDiagram *diagram, const PtElement *container, PtBounds beside)
{
  const PtElement *outer = container->parent->parent;
  const PtDiagramElement *figure;
  PtBounds frame;

  if (container->type != PT_BPMN_LANE || !pt_bounds_is_empty (beside))
    return beside;
  if (outer == NULL || outer->type != PT_BPMN_LANE)
    outer = container->process != NULL ? container->process->participant : NULL;
  figure = outer != NULL ? pt_diagram_find (diagram, outer) : NULL;
  frame = figure != NULL ? figure->bounds : (PtBounds){ 0 };
  if (figure != NULL)
    {
      frame.x += PT_LANE_HEADER;
      frame.width -= PT_LANE_HEADER;
    }
  return frame;
}

static PtBounds
around (PtBounds content)
{
  PtBounds bounds = pt_bounds_grow (content, MARGIN);

  bounds.x -= PT_LANE_HEADER;
  bounds.width += PT_LANE_HEADER;
  return bounds;
}

static PtBounds
below (PtDiagram *diagram, const PtElement *container, PtBounds beside)
{
  PtBounds all = pt_diagram_bounds (diagram);
  gboolean is_lane = container->type == PT_BPMN_LANE;
  double width = pt_bpmn_type_info (container->type)->width;

  return (PtBounds){ all.x,
                     is_lane && !pt_bounds_is_empty (beside) ? beside.y + beside.height
                                                             : all.y + all.height + POOL_GAP,
                     width, PT_LANE_LEAST };
}

gboolean
pt_draw_container (PtDraft *draft, PtDiagram *diagram, PtElement *element)
{
  PtBounds content = extent (diagram, element, lies_in);
  PtBounds beside = extent (diagram, element, stands_beside);
  PtBounds frame = find_frame (diagram, element, beside);
  PtBounds bounds
      = pt_bounds_is_empty (content) ? below (diagram, element, beside) : around (content);

  if (pt_diagram_find (diagram, element) != NULL)
    return FALSE;
  if (!pt_bounds_is_empty (frame))
    {
      bounds.width = MAX (frame.width, bounds.x + bounds.width - frame.x);
      bounds.x = frame.x;
    }
  pt_di_add_shape (draft, diagram, element->node, pt_di_style_of (element->type, FALSE, FALSE),
                   bounds, NULL, TRUE);
  if (element->type == PT_BPMN_LANE && element->process != NULL)
    pt_growth_hold (draft, diagram, element->process, bounds);
  return TRUE;
}
