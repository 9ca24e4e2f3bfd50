/* pt-containers.c: what an element dropped somewhere becomes part of
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-containers.h"

#define ROOM 10.0 /* between a container's edge and what it holds */

/* Data associations stand in their activity, which holds nothing else. */
static PtElement *
container_above (const PtElement *element)
{
  PtElement *up = element->parent;

  while (up != NULL && pt_element_family (up) != PT_FAMILY_PLANE
         && !pt_element_is_a (up, PT_BPMN_SUB_PROCESS))
    up = up->parent;
  return up;
}

PtElement *
pt_container_of (const PtElement *dropped_on, PtBpmnType type)
{
  switch (pt_element_family (dropped_on))
    {
    case PT_FAMILY_POOL:
    case PT_FAMILY_LANE:
      return dropped_on->process;
    case PT_FAMILY_ARTIFACT: /* a group surrounds, it does not hold */
    case PT_FAMILY_FLOW:
      return container_above (dropped_on);
    case PT_FAMILY_PLANE:
      return (PtElement *)dropped_on;
    case PT_FAMILY_ACTIVITY:
      return pt_element_is_a (dropped_on, PT_BPMN_SUB_PROCESS) ? (PtElement *)dropped_on : NULL;
    default:
      return NULL;
    }
}

PtDiagramElement *
pt_container_drawn (PtDiagram *diagram, const PtElement *container)
{
  const PtElement *frame = container->type == PT_BPMN_PROCESS ? container->participant : container;

  return frame != NULL && frame != diagram->element ? pt_diagram_find (diagram, frame) : NULL;
}

static gboolean
is_held (const PtElement *element)
{
  PtFamily family = pt_element_family (element);

  return family != PT_FAMILY_NONE && family != PT_FAMILY_FLOW;
}

/* A pool that stands in a process by mistake may show that very process. */
static gboolean
is_misplaced_pool (const PtElement *element)
{
  if (pt_element_family (element) != PT_FAMILY_POOL)
    return FALSE;
  for (const PtElement *up = element->parent; up != NULL; up = up->parent)
    if (up->type == PT_BPMN_PROCESS)
      return TRUE;
  return FALSE;
}

void
pt_container_collect (PtDiagram *diagram, const PtElement *container, GPtrArray *inside)
{
  const PtElement *holder
      = pt_element_family (container) == PT_FAMILY_POOL ? container->process : container;

  for (guint i = 0; holder != NULL && holder->children != NULL && i < holder->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (holder->children, i);

      if (is_held (child) && pt_diagram_find (diagram, child) != NULL)
        g_ptr_array_add (inside, child);
      if ((is_held (child) || pt_element_is_a (child, PT_BPMN_LANE_SET))
          && !is_misplaced_pool (child))
        pt_container_collect (diagram, child, inside);
    }
}

/* --- room --- */

static void
add_need (PtBounds *needs, PtDiagram *diagram, const PtElement *element)
{
  const PtDiagramElement *figure = pt_diagram_find (diagram, element);

  if (figure != NULL && !figure->is_hidden && !figure->is_edge
      && pt_element_family (element) != PT_FAMILY_LANE && is_held (element))
    *needs = pt_bounds_union (*needs, pt_bounds_grow (figure->bounds, ROOM));
}

/* A lane needs what it lists itself; lanes within it have lines of their own. */
static gboolean
is_needed_by (const PtElement *container, const PtElement *child)
{
  return pt_element_family (container) != PT_FAMILY_LANE || child->lane == container;
}

PtBounds
pt_container_needs (const PtDiagramElement *figure)
{
  PtElement *container = figure->element;
  PtElement *holder = container != NULL ? pt_container_of (container, PT_BPMN_TASK) : NULL;
  PtBounds needs = { 0 };

  if (holder == NULL || pt_element_family (container) == PT_FAMILY_ARTIFACT)
    return needs;
  for (guint i = 0; holder->children != NULL && i < holder->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (holder->children, i);

      if (is_needed_by (container, child))
        add_need (&needs, figure->diagram, child);
    }
  return needs;
}
