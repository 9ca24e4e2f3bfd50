/* pt-draw-missing.c: what a file has but does not draw gets its figure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-attach.h"
#include "pt-containers.h"
#include "pt-di-writer.h"
#include "pt-draw-container.h"
#include "pt-flow-repair.h"
#include "pt-growth.h"
#include "pt-new-flow.h"
#include "pt-new-node.h"
#include "pt-planes.h"
#include "pt-tiling.h"

#include <glib/gi18n-lib.h>

#define MARGIN 20.0
#define STEP 20.0

/* One element and where it goes. */
typedef struct
{
  PtDraft *draft;
  PtDiagram *diagram;
  PtElement *element;
  PtBounds bounds;
} PtDrawing;

/* --- where it belongs --- */

static gboolean
has_place (const PtDiagramElement *figure)
{
  return figure != NULL
         && (figure->is_edge ? figure->n_waypoints > 0 : !pt_bounds_is_empty (figure->bounds));
}

static PtDiagram *
diagram_of_any (GPtrArray *elements)
{
  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->figure != NULL)
        return element->figure->diagram;
    }
  return NULL;
}

/* The diagram that shows what lies beside @element, or of lanes what lies in their process. */
static PtDiagram *
find_diagram (const PtElement *element)
{
  PtDiagram *diagram;

  if (element->figure != NULL)
    return element->figure->diagram;
  diagram = diagram_of_any (element->parent->children);
  if (diagram == NULL && element->type == PT_BPMN_LANE && element->process != NULL)
    diagram = diagram_of_any (element->process->children);
  return diagram;
}

/* --- a free place --- */

static const PtDiagramElement *
shape_of (PtDiagram *diagram, const PtElement *element)
{
  const PtDiagramElement *figure = element != NULL ? pt_diagram_find (diagram, element) : NULL;

  return has_place (figure) && !figure->is_edge ? figure : NULL;
}

static gboolean
is_free (const PtDrawing *self, PtBounds place)
{
  GPtrArray *siblings = self->element->parent->children;
  PtBounds room = pt_bounds_grow (place, MARGIN / 2);

  for (guint i = 0; i < siblings->len; i++)
    {
      const PtDiagramElement *figure = shape_of (self->diagram, g_ptr_array_index (siblings, i));

      if (figure != NULL && pt_bounds_intersects (room, figure->bounds))
        return FALSE;
    }
  return TRUE;
}

static PtBounds
bounds_of_siblings (const PtDrawing *self)
{
  GPtrArray *siblings = self->element->parent->children;
  PtBounds all = { 0 };

  for (guint i = 0; i < siblings->len; i++)
    {
      const PtDiagramElement *figure = shape_of (self->diagram, g_ptr_array_index (siblings, i));

      if (figure != NULL)
        all = pt_bounds_union (all, figure->bounds);
    }
  return all;
}

/* Within its lane, else its pool or sub-process, else beside what is drawn. */
static PtBounds
find_room (const PtDrawing *self)
{
  const PtDiagramElement *lane = shape_of (self->diagram, self->element->lane);
  const PtDiagramElement *frame
      = lane != NULL ? lane : pt_container_drawn (self->diagram, self->element->parent);

  return has_place (frame) && !frame->is_edge ? frame->bounds : bounds_of_siblings (self);
}

static PtBounds
find_free (const PtDrawing *self, PtPoint size)
{
  PtBounds room = find_room (self), all = bounds_of_siblings (self);
  PtBounds place = { room.x + PT_LANE_HEADER + MARGIN, room.y + MARGIN, size.x, size.y };

  for (; place.y + size.y + MARGIN <= room.y + room.height; place.y += STEP)
    for (place.x = room.x + PT_LANE_HEADER + MARGIN;
         place.x + size.x + MARGIN <= room.x + room.width; place.x += STEP)
      if (is_free (self, place))
        return place;
  return (PtBounds){ room.x + PT_LANE_HEADER + MARGIN,
                     MAX (all.y + all.height, room.y) + MARGIN + MARGIN / 2, size.x, size.y };
}

/* On the lower edge of the host, beside those that sit there. */
static PtBounds
find_edge (const PtDrawing *self, const PtDiagramElement *host, PtPoint size)
{
  GPtrArray *others = host->element->boundary_events;
  guint before = 0;
  double right = host->bounds.x + host->bounds.width;

  while (before < others->len && g_ptr_array_index (others, before) != self->element)
    before++;
  return (PtBounds){ MAX (right - size.x - 10 - before * (size.x + 6), host->bounds.x),
                     host->bounds.y + host->bounds.height - size.y / 2, size.x, size.y };
}

static PtBounds
find_bounds (const PtDrawing *self, const PtNodeSpec *spec)
{
  const PtDiagramElement *host = shape_of (self->diagram, self->element->attached_to);
  PtPoint size = pt_new_node_size (spec);

  return host != NULL && host->element->boundary_events != NULL ? find_edge (self, host, size)
                                                                : find_free (self, size);
}

/* --- flows --- */

/* The end of a flow at @element, which may just be getting its figure. */
static gboolean
read_end (const PtDrawing *self, const PtElement *element, PtRouteEnd *end)
{
  const PtDiagramElement *figure = shape_of (self->diagram, element);
  const PtElement *host = element->attached_to;

  if (figure == NULL && element != self->element)
    return FALSE;
  if (figure != NULL)
    *end = pt_draft_route_end (self->draft, figure);
  else
    *end = (PtRouteEnd){ .bounds = self->bounds,
                         .outline = pt_outline_of (pt_element_family (element)),
                         .is_gateway = pt_element_family (element) == PT_FAMILY_GATEWAY,
                         .is_boundary = host != NULL,
                         .host = shape_of (self->diagram, host) != NULL
                                     ? shape_of (self->diagram, host)->bounds
                                     : self->bounds };
  return TRUE;
}

static gboolean
draw_flow (const PtDrawing *self, PtElement *flow)
{
  g_autoptr (GArray) points = NULL;
  PtRouteEnd from, to;

  if (flow->source == NULL || flow->target == NULL || has_place (flow->figure)
      || !read_end (self, flow->source, &from) || !read_end (self, flow->target, &to))
    return FALSE;
  points = pt_flow_fit (flow->type, &from, &to, NULL, pt_flow_is_vertical (flow->source));
  if (flow->figure != NULL && flow->figure->is_edge)
    pt_di_set_waypoints (self->draft, flow->figure->node, points);
  else
    pt_di_add_edge (self->draft, self->diagram, flow->node, points);
  return TRUE;
}

static void
draw_flows (const PtDrawing *self, GPtrArray *flows)
{
  for (guint i = 0; flows != NULL && i < flows->len; i++)
    draw_flow (self, g_ptr_array_index (flows, i));
}

/* --- nodes --- */

static gboolean
draw_node (PtDrawing *self)
{
  PtElement *element = self->element;
  const PtNodeSpec spec = { .type = element->type, .collapsed = TRUE };

  if (has_place (element->figure))
    return FALSE;
  self->bounds = find_bounds (self, &spec);
  if (element->figure != NULL)
    pt_di_set_bounds (self->draft, element->figure->node, self->bounds);
  else
    pt_di_add_shape (self->draft, self->diagram, element->node,
                     pt_di_style_of (element->type, TRUE, FALSE), self->bounds, NULL, FALSE);
  pt_growth_hold (self->draft, self->diagram, element->parent, self->bounds);
  draw_flows (self, element->incoming);
  draw_flows (self, element->outgoing);
  return TRUE;
}

/* --- the operation --- */

static gboolean
draw_element (PtDrawing *self)
{
  PtFamily family = pt_element_family (self->element);

  if (family == PT_FAMILY_PLANE)
    return self->element->figure == NULL && !pt_plane_is_drawn (self->element)
           && pt_plane_draw_plainly (self->draft, self->element);
  if (self->diagram == NULL || self->diagram->plane == NULL)
    return FALSE;
  if (family == PT_FAMILY_POOL || family == PT_FAMILY_LANE)
    return pt_draw_container (self->draft, self->diagram, self->element);
  return family == PT_FAMILY_FLOW ? draw_flow (self, self->element) : draw_node (self);
}

gboolean
pt_modeling_draw (PtProcessGraph *graph, const char *id)
{
  PtElement *element = pt_process_graph_get (graph, id);
  PtDrawing self = { .element = element };

  if (element == NULL || element->parent == NULL || element->parent->children == NULL)
    return FALSE;
  self.diagram = find_diagram (element);
  self.draft = pt_draft_begin (graph, _ ("Draw"));
  if (draw_element (&self))
    return pt_draft_commit (self.draft);
  pt_draft_cancel (self.draft);
  return FALSE;
}
