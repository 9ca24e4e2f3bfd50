/* pt-figure.c: facts about a figure that more than one painter needs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-figure.h"

#include <math.h>
#include <string.h>

#define FARTHEST 1e7
#define DEEPEST 64
#define NARROWEST_HEADER 14.0
#define WIDEST_HEADER 45.0
#define SMALL_WIDTH 130.0
#define SMALL_HEIGHT 100.0
#define SHAPE_REACH 3.0
#define FLOW_REACH 8.0

static gboolean
is_near (double v)
{
  return isfinite (v) && fabs (v) < FARTHEST;
}

static gboolean
bounds_are_near (PtBounds b)
{
  return is_near (b.x) && is_near (b.y) && is_near (b.width) && is_near (b.height);
}

gboolean
pt_figure_can_be_painted (const PtDiagramElement *figure)
{
  if (figure->is_hidden)
    return FALSE;
  if (!figure->is_edge)
    return bounds_are_near (figure->bounds) && figure->bounds.width > 0
           && figure->bounds.height > 0;

  for (guint i = 0; i < figure->n_waypoints; i++)
    if (!is_near (figure->waypoints[i].x) || !is_near (figure->waypoints[i].y))
      return FALSE;
  return figure->n_waypoints >= 2;
}

PtBpmnType
pt_figure_type (const PtDiagramElement *figure)
{
  return figure->element != NULL ? figure->element->type : PT_BPMN_NONE;
}

PtFamily
pt_figure_family (const PtDiagramElement *figure)
{
  return figure->element != NULL ? pt_element_family (figure->element) : PT_FAMILY_NONE;
}

/* The figure of @element if it is opaque and on the diagram of @figure. */
static const PtDiagramElement *
opaque_figure (const PtElement *element, const PtDiagramElement *figure)
{
  const PtDiagramElement *under = element->figure;
  if (under == NULL || under == figure || under->is_edge || under->diagram != figure->diagram)
    return NULL;
  PtFamily family = pt_element_family (element);
  gboolean is_body = family == PT_FAMILY_ACTIVITY || family == PT_FAMILY_CHOREOGRAPHY;
  return is_body || under->has_fill ? under : NULL;
}

/* What @element stands on in the model: its lane, then what contains it, then the pool. */
static const PtElement *
next_container (const PtElement *element)
{
  if (element->lane != NULL)
    return element->lane;
  if (element->parent != NULL && element->parent->type == PT_BPMN_PROCESS)
    return element->parent->participant;
  return element->parent;
}

const PtDiagramElement *
pt_figure_ground (const PtDiagramElement *figure)
{
  const PtElement *container = figure->element;
  const PtDiagramElement *found = NULL;
  for (guint depth = 0; container != NULL && found == NULL && depth < DEEPEST; depth++)
    {
      container = next_container (container);
      found = container != NULL ? opaque_figure (container, figure) : NULL;
    }
  return found;
}

gboolean
pt_figure_is_band (const PtDiagramElement *figure)
{
  return figure->band_kind != NULL;
}

static gboolean
is_drawn (const PtElement *element, const PtDiagram *diagram)
{
  return element->figure != NULL && element->figure->diagram == diagram;
}

/* Whether @process has content, but none of it is on @diagram. An empty process is only new. */
static gboolean
hides_its_content (const PtElement *process, const PtDiagram *diagram)
{
  gboolean has_content = FALSE;
  for (guint i = 0; process->children != NULL && i < process->children->len; i++)
    {
      const PtElement *child = process->children->pdata[i];
      gboolean is_lane_set = pt_element_is_a (child, PT_BPMN_LANE_SET);
      if (is_drawn (child, diagram) || (is_lane_set && !hides_its_content (child, diagram)))
        return FALSE;
      has_content = has_content || pt_bpmn_type_info (child->type)->family != PT_FAMILY_NONE;
    }
  return has_content;
}

gboolean
pt_figure_is_black_box (const PtDiagramElement *figure)
{
  if (pt_figure_type (figure) != PT_BPMN_PARTICIPANT || pt_figure_is_band (figure))
    return FALSE;
  const PtElement *process = figure->element->process;
  return process == NULL || hides_its_content (process, figure->diagram);
}

static const PtBpmnType openable[] = {
  PT_BPMN_SUB_PROCESS,
  PT_BPMN_CALL_ACTIVITY,
  PT_BPMN_SUB_CHOREOGRAPHY,
};

/* Some tools call every activity expanded that calls; one of the size of a task shows nothing. */
static gboolean
has_room (const PtDiagramElement *figure)
{
  return pt_figure_type (figure) != PT_BPMN_CALL_ACTIVITY || figure->bounds.width > SMALL_WIDTH
         || figure->bounds.height > SMALL_HEIGHT;
}

gboolean
pt_figure_is_open (const PtDiagramElement *figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (openable); i++)
    if (pt_bpmn_type_is_a (pt_figure_type (figure), openable[i]))
      return figure->is_expanded && has_room (figure);
  return FALSE;
}

PtBounds
pt_figure_inside (const PtDiagramElement *figure)
{
  gboolean two_lines = pt_figure_type (figure) == PT_BPMN_TRANSACTION;
  return pt_bounds_grow (figure->bounds, two_lines ? -PT_TRANSACTION_GAP : 0);
}

/* Where the lanes of a pool begin: drawing programs differ in how wide they leave the strip. */
static double
gap_before_lanes (const PtDiagramElement *pool, const PtElement *container, double gap)
{
  for (guint i = 0; container->children != NULL && i < container->children->len; i++)
    {
      const PtElement *child = container->children->pdata[i];
      if (pt_bpmn_type_is_a (child->type, PT_BPMN_LANE_SET))
        gap = gap_before_lanes (pool, child, gap);
      else if (child->type == PT_BPMN_LANE && child->figure != NULL)
        gap = MIN (gap, pool->is_horizontal ? child->figure->bounds.x - pool->bounds.x
                                            : child->figure->bounds.y - pool->bounds.y);
    }
  return gap;
}

static double
header_size (const PtDiagramElement *figure)
{
  const PtElement *inside = figure->element;
  if (inside->type == PT_BPMN_PARTICIPANT)
    inside = inside->process;
  double gap = inside != NULL ? gap_before_lanes (figure, inside, FARTHEST) : FARTHEST;
  double size = gap < FARTHEST ? gap : PT_HEADER_SIZE;
  double available = figure->is_horizontal ? figure->bounds.width : figure->bounds.height;
  return MIN (CLAMP (size, NARROWEST_HEADER, WIDEST_HEADER), available);
}

PtBounds
pt_figure_header (const PtDiagramElement *figure)
{
  PtBounds header = figure->bounds;
  if (pt_figure_is_black_box (figure))
    return header;
  if (figure->is_horizontal)
    header.width = header_size (figure);
  else
    header.height = header_size (figure);
  return header;
}

/* Cuts from @free what @band covers of it, at the top or at the bottom. */
static PtBounds
without_band (PtBounds free, PtBounds band)
{
  double top = free.y, bottom = free.y + free.height;
  if (band.y + band.height / 2 < free.y + free.height / 2)
    top = CLAMP (band.y + band.height, top, bottom);
  else
    bottom = CLAMP (band.y, top, bottom);
  return (PtBounds){ free.x, top, free.width, bottom - top };
}

PtBounds
pt_figure_between_bands (const PtDiagramElement *figure)
{
  PtBounds free = figure->bounds;
  g_autoptr (GPtrArray) bands = NULL;
  if (figure->diagram == NULL)
    return free;
  bands = pt_diagram_bands_within (figure->diagram, pt_bounds_grow (figure->bounds, 1));
  for (guint i = 0; i < bands->len; i++)
    {
      const PtDiagramElement *band = bands->pdata[i];
      if (band->bounds.width >= 0.8 * figure->bounds.width)
        free = without_band (free, band->bounds);
    }
  return free;
}

PtBounds
pt_figure_reach (const PtDiagramElement *figure)
{
  if (!pt_figure_can_be_painted (figure))
    return (PtBounds){ 0 };
  if (!figure->is_edge)
    {
      gboolean sends = pt_figure_is_band (figure) && figure->message_visible;
      double more = sends ? PT_ENVELOPE_DISTANCE + PT_ENVELOPE_HEIGHT : 0;
      return pt_bounds_grow (figure->bounds, SHAPE_REACH + more);
    }
  PtBounds line = pt_points_bounds (figure->waypoints, figure->n_waypoints);
  return pt_bounds_grow (line, figure->message_visible ? PT_ENVELOPE_WIDTH : FLOW_REACH);
}
