/* pt-diagram-order.c: the order in which figures are painted, and what decides it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"
#include "pt-sequence.h"

#define Z G_STRUCT_OFFSET (PtDiagramElement, z)

/* A lane as wide as its pool but for the pool's header is one of several above each other. */
#define MAX_HEADER 60

typedef enum
{
  LAYER_POOLS,
  LAYER_LANES,
  LAYER_EXPANDED,
  LAYER_GROUPS,
  LAYER_NODES,
  LAYER_EDGES,
  LAYER_BOUNDARY_EVENTS,
  LAYER_MESSAGES,
} Layer;

/* What a call activity calls is drawn inside it like the content of a sub-process. */
static gboolean
is_nesting (const PtElement *element)
{
  return pt_element_is_a (element, PT_BPMN_SUB_PROCESS) || element->type == PT_BPMN_CALL_ACTIVITY
         || pt_element_is_a (element, PT_BPMN_SUB_CHOREOGRAPHY);
}

static Layer
shape_layer (const PtDiagramElement *figure)
{
  const PtElement *element = figure->element;

  if (!element || pt_figure_record (figure)->is_band)
    return LAYER_NODES;
  if (element->type == PT_BPMN_PARTICIPANT)
    return LAYER_POOLS;
  if (element->type == PT_BPMN_LANE)
    return LAYER_LANES;
  if (is_nesting (element) && figure->is_expanded)
    return LAYER_EXPANDED;
  if (element->type == PT_BPMN_GROUP)
    return LAYER_GROUPS;
  if (element->type == PT_BPMN_BOUNDARY_EVENT)
    return LAYER_BOUNDARY_EVENTS;
  if (element->type == PT_BPMN_MESSAGE)
    return LAYER_MESSAGES;
  return LAYER_NODES;
}

/* Within a layer containers come by depth, and the bands of a choreography task above it. */
static guint
paint_class (const PtDiagramElement *figure)
{
  Layer layer = figure->is_edge ? LAYER_EDGES : shape_layer (figure);
  guint depth = 0;

  if (layer == LAYER_LANES || layer == LAYER_EXPANDED)
    depth = pt_element_record (figure->element)->depth;
  else if (layer == LAYER_NODES)
    depth = pt_figure_record (figure)->is_band;
  return layer << 16 | depth;
}

/* Whether figures of @class are pools or lanes. */
static gboolean
is_container_class (guint class)
{
  return class >> 16 <= LAYER_LANES;
}

static gboolean
has_drawn_children (PtDiagram *diagram, const PtElement *element)
{
  for (guint i = 0; element->children && i < element->children->len; i++)
    {
      const PtElement *child = g_ptr_array_index (element->children, i);
      if ((pt_element_is_a (child, PT_BPMN_FLOW_ELEMENT)
           || pt_element_is_a (child, PT_BPMN_ARTIFACT))
          && pt_diagram_find (diagram, child))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_expanded (const PtDiagramElement *figure)
{
  int given = pt_figure_record (figure)->expanded;

  if (given >= 0)
    return given;
  return figure->element && is_nesting (figure->element)
         && has_drawn_children (figure->diagram, figure->element);
}

/* It might be drawn twice on one diagram, and not alike: shut once is shut. */
static gboolean
is_drawn_shut (const PtDiagram *diagram, const PtElement *element)
{
  const PtId *id = pt_element_record (element)->id;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    if (r->kind == PT_REFERENCE_FIGURE
        && ((const PtDiagramElement *)r->owner)->diagram == diagram
        && pt_figure_record (r->owner)->expanded == 0 && pt_reference_target (r) == element)
      return TRUE;
  return FALSE;
}

/* Whether a sub-process around @element is drawn shut on @diagram. What it says itself counts: one
 * that leaves it open is shut only as long as nothing is drawn in it. */
static gboolean
is_shut_in (const PtDiagram *diagram, const PtElement *element)
{
  for (const PtElement *around = element->parent; around; around = around->parent)
    if (is_nesting (around) && is_drawn_shut (diagram, around))
      return TRUE;
  return FALSE;
}

static gboolean
is_hidden_end (PtDiagram *diagram, const PtElement *end)
{
  return end && is_shut_in (diagram, end) && pt_diagram_find (diagram, end);
}

/* Data associations stand in the activity they lead to, beside which they are drawn. */
static gboolean
is_hidden (const PtDiagramElement *figure)
{
  PtElement *element = figure->element;

  if (!element)
    return FALSE;
  if (pt_element_is_a (element, PT_BPMN_DATA_ASSOCIATION))
    element = element->parent;
  return is_shut_in (figure->diagram, element)
         || (figure->is_edge
             && (is_hidden_end (figure->diagram, figure->element->source)
                 || is_hidden_end (figure->diagram, figure->element->target)));
}

static guint
class_at (PtDiagram *diagram, guint index)
{
  return pt_figure_record (g_ptr_array_index (diagram->elements, index))->paint_class;
}

/* Returns: index of the first figure that is not of a class below @class */
static guint
class_start (PtDiagram *diagram, guint class)
{
  guint low = 0, high = diagram->elements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (class_at (diagram, middle) < class)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Returns: (nullable): the figure read from @node, when it is a placed one of @class */
static const PtDiagramElement *
placed_figure (PtProcessGraph *self, const xmlNode *node, guint class)
{
  const PtDiagramElement *figure = pt_process_graph_get_figure_by_node (self, node);

  return figure && pt_figure_record (figure)->placed
                 && pt_figure_record (figure)->paint_class == class
             ? figure
             : NULL;
}

/* Returns: where @figure belongs: next to the nearest of its class before or behind it in the file.
 * Looking both ways at once finds it soon for what is first or last of its kind, as most new ones.
 */
static guint
find_place (PtProcessGraph *self, const PtDiagramElement *figure)
{
  GPtrArray *figures = figure->diagram->elements;
  guint class = pt_figure_record (figure)->paint_class;
  const xmlNode *back = figure->node->prev, *ahead = figure->node->next;

  for (; back && ahead; back = back->prev, ahead = ahead->next)
    {
      const PtDiagramElement *before = placed_figure (self, back, class);
      const PtDiagramElement *behind = placed_figure (self, ahead, class);
      if (before)
        return pt_sequence_index (figures, Z, before->z) + 1;
      if (behind)
        return pt_sequence_index (figures, Z, behind->z);
    }
  return class_start (figure->diagram, back ? class + 1 : class);
}

void
pt_figure_displace (PtDiagramElement *figure)
{
  GPtrArray *figures = figure->diagram->elements;

  if (pt_figure_record (figure)->placed)
    g_ptr_array_remove_index (figures, pt_sequence_index (figures, Z, figure->z));
  pt_figure_record (figure)->placed = FALSE;
}

/* Returns: whether it must move in the painting order */
static gboolean
classify (PtDiagramElement *figure)
{
  PtFigureRecord *record = pt_figure_record (figure);
  guint class;

  figure->is_expanded = is_expanded (figure);
  figure->is_hidden = pt_diagram_record (figure->diagram)->graph->any_shut && is_hidden (figure);
  class = paint_class (figure);
  if (is_container_class (class))
    pt_diagram_record (figure->diagram)->containers_stale = TRUE;
  else
    figure->is_horizontal = record->horizontal != 0;
  if (record->placed && record->paint_class == class)
    return FALSE;
  pt_figure_displace (figure);
  record->paint_class = class;
  return TRUE;
}

void
pt_figure_place (PtProcessGraph *self, PtDiagramElement *figure)
{
  gboolean was_hidden = figure->is_hidden, moves = classify (figure);

  if (moves || figure->is_hidden != was_hidden)
    pt_graph_touch (self, figure->element, PT_STAGE_INVERSE);
  if (!moves)
    return;
  pt_sequence_insert (figure->diagram->elements, Z, find_place (self, figure), figure);
  pt_figure_record (figure)->placed = TRUE;
}

static int
compare_class (gconstpointer a, gconstpointer b)
{
  guint first = pt_figure_record (*(PtDiagramElement *const *)a)->paint_class;
  guint second = pt_figure_record (*(PtDiagramElement *const *)b)->paint_class;

  return first < second ? -1 : first > second;
}

void
pt_diagram_sort (PtProcessGraph *self, PtDiagram *diagram)
{
  g_ptr_array_set_size (diagram->elements, 0);
  for (xmlNode *node = diagram->plane ? pt_xml_first_element (diagram->plane) : NULL; node;
       node = pt_xml_next_element (node))
    {
      PtDiagramElement *figure = pt_process_graph_get_figure_by_node (self, node);
      if (!figure)
        continue;
      pt_figure_record (figure)->placed = FALSE;
      classify (figure);
      pt_figure_record (figure)->placed = TRUE;
      g_ptr_array_add (diagram->elements, figure);
      pt_graph_touch (self, figure->element, PT_STAGE_INVERSE);
    }
  /* A stable sort: what is of one class stays in document order. */
  g_ptr_array_sort (diagram->elements, compare_class);
  pt_sequence_renumber (diagram->elements, Z);
  pt_diagram_record (diagram)->unsorted = FALSE;
}

/* --- directions ------------------------------------------------------------------------------- */

static PtDiagramElement *
find_outer (const PtDiagramElement *lane)
{
  const PtElement *lane_set = lane->element->parent;
  const PtElement *around = lane_set ? lane_set->parent : NULL;

  if (around && around->type == PT_BPMN_LANE)
    return pt_diagram_find (lane->diagram, around);
  return lane->element->process
             ? pt_diagram_find (lane->diagram, lane->element->process->participant)
             : NULL;
}

static gboolean
find_direction (const PtDiagramElement *figure)
{
  int given = pt_figure_record (figure)->horizontal;

  if (given >= 0 || figure->element->type == PT_BPMN_PARTICIPANT)
    return given != 0;

  const PtDiagramElement *outer = find_outer (figure);
  if (!outer)
    return TRUE;
  if (pt_figure_record (outer)->horizontal >= 0 || outer->element->type == PT_BPMN_LANE)
    return outer->is_horizontal;
  return outer->bounds.width - figure->bounds.width <= MAX_HEADER;
}

void
pt_diagram_read_directions (PtProcessGraph *self, PtDiagram *diagram)
{
  pt_diagram_record (diagram)->containers_stale = FALSE;
  for (guint i = 0; i < diagram->elements->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);
      if (!is_container_class (class_at (diagram, i)))
        break;

      /* Outer ones come first, so what a lane takes over is already known. */
      gboolean is_horizontal = find_direction (figure);
      if (is_horizontal != figure->is_horizontal)
        pt_graph_mark_figure_changed (self, figure);
      figure->is_horizontal = is_horizontal;
    }
}
