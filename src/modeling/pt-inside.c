/* pt-inside.c: the inside of a sub-process: in its place, shut, or on a diagram of its own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-containers.h"
#include "pt-di-writer.h"
#include "pt-flow-repair.h"
#include "pt-growth.h"
#include "pt-planes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROOM 30.0  /* around what is inside */
#define TITLE 20.0 /* above it, for the name */

static PtElement *
find_sub_process (PtProcessGraph *graph, const char *id)
{
  PtElement *element = pt_process_graph_get (graph, id);

  return element != NULL && pt_element_is_a (element, PT_BPMN_SUB_PROCESS) ? element : NULL;
}

static gboolean
has_content (const PtElement *element)
{
  for (guint i = 0; element->children != NULL && i < element->children->len; i++)
    if (pt_element_is_a (g_ptr_array_index (element->children, i), PT_BPMN_FLOW_ELEMENT))
      return TRUE;
  return FALSE;
}

/* --- flows between the inside and the outside --- */

/* An end that is inside ends at its own figure on @inner, or (NULL) at the frame around it. */
static const PtDiagramElement *
end_figure (const PtElement *end, const PtDiagramElement *frame, PtDiagram *inner)
{
  if (end == NULL)
    return NULL;
  if (!pt_element_is_within (end, frame->element))
    return pt_diagram_find (frame->diagram, end);
  return inner != NULL ? pt_diagram_find (inner, end) : frame;
}

static const PtDiagramElement *
old_figure (const PtElement *end, const PtDiagramElement *frame)
{
  const PtDiagramElement *figure = end != NULL ? pt_diagram_find (frame->diagram, end) : NULL;

  return figure != NULL ? figure : frame;
}

static void
redock (PtDraft *draft, PtDiagramElement *edge, const PtDiagramElement *frame, PtDiagram *inner)
{
  const PtElement *flow = edge->element;
  const PtDiagramElement *from = end_figure (flow->source, frame, inner);
  const PtDiagramElement *to = end_figure (flow->target, frame, inner);
  g_autoptr (GArray) before = pt_di_waypoints (edge), after = NULL;
  PtRouteEnd from_end, to_end;

  if (from == NULL || to == NULL || from->is_edge || to->is_edge)
    return;
  from_end = pt_draft_route_end (draft, from);
  to_end = pt_draft_route_end (draft, to);
  after = pt_route_repair (before, old_figure (flow->source, frame)->bounds,
                           old_figure (flow->target, frame)->bounds, &from_end, &to_end,
                           pt_route_style_of (flow->type), pt_flow_is_vertical (frame->element));
  pt_flow_set_route (draft, edge, after);
}

static gboolean
leads_inside (const PtElement *flow, const PtElement *sub_process)
{
  const PtElement *ends[] = { flow->source, flow->target };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] != NULL && pt_element_is_within (ends[i], sub_process))
      return TRUE;
  return FALSE;
}

/* Message flows and associations may lead from outside to what is inside. */
static void
redock_all (PtDraft *draft, const PtDiagramElement *frame, PtDiagram *inner)
{
  GPtrArray *figures = frame->diagram->elements;

  for (guint i = 0; i < figures->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (figures, i);

      if (figure->is_edge && figure->element != NULL
          && !pt_element_is_within (figure->element, frame->element)
          && leads_inside (figure->element, frame->element))
        redock (draft, figure, frame, inner);
    }
}

/* --- shutting --- */

static void
shut (PtDraft *draft, PtDiagramElement *frame)
{
  const PtBpmnTypeInfo *task = pt_bpmn_type_info (PT_BPMN_TASK);
  PtPoint center = pt_bounds_center (frame->bounds);

  pt_di_set_flag (draft, frame->node, "isExpanded", "false");
  if (frame->is_expanded)
    pt_draft_place_host (draft, frame,
                         (PtBounds){ round (center.x - task->width / 2),
                                     round (center.y - task->height / 2), task->width,
                                     task->height });
}

gboolean
pt_modeling_collapse (PtProcessGraph *graph, const char *id)
{
  PtElement *element = find_sub_process (graph, id);
  PtDraft *draft;

  if (element == NULL || element->figure == NULL || !element->figure->is_expanded)
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Collapse"));
  shut (draft, element->figure);
  return pt_draft_commit (draft);
}

/* --- a diagram of its own --- */

static gboolean
has_own_diagram (const PtElement *element)
{
  return pt_element_get_diagram (element) != NULL;
}

static void
move_out (PtDraft *draft, PtElement *element)
{
  PtDiagramElement *frame = element->figure;
  g_autoptr (GPtrArray) inside
      = frame != NULL ? pt_plane_inside (draft->graph, frame->diagram, element) : NULL;
  xmlNode *plane;

  if (frame != NULL)
    shut (draft, frame);
  if ((inside == NULL || inside->len == 0) && pt_plane_draw_plainly (draft, element))
    return;
  plane = pt_plane_new (draft, element->id);
  pt_plane_insert (draft, plane);
  if (inside == NULL || inside->len == 0)
    return;
  pt_plane_move (draft, inside, plane);
  redock_all (draft, frame, NULL);
}

gboolean
pt_modeling_give_diagram (PtProcessGraph *graph, const char *id)
{
  PtElement *element = pt_process_graph_get (graph, id);
  PtDraft *draft;

  if (element == NULL
      || (!pt_element_is_a (element, PT_BPMN_SUB_PROCESS)
          && pt_element_family (element) != PT_FAMILY_PLANE)
      || has_own_diagram (element))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Open in own diagram"));
  move_out (draft, element);
  return pt_draft_commit (draft);
}

/* --- room for an opened sub-process --- */

/* How far what stands beyond each side of the frame gives way. */
typedef struct
{
  PtBounds frame; /* as it is */
  double right, up, down;
} Push;

static PtBounds
pushed (const Push *push, PtBounds b, gboolean is_container)
{
  double right = push->frame.x + push->frame.width, bottom = push->frame.y + push->frame.height;
  PtBounds then = b;

  if (b.x >= right - 1)
    then.x += push->right;
  else if (is_container && b.x + b.width > right)
    then.width += push->right;
  if (b.y >= bottom - 1)
    then.y += push->down;
  else if (b.y + b.height <= push->frame.y + 1)
    then.y -= push->up;
  else if (is_container)
    {
      double up = b.y <= push->frame.y ? push->up : 0;

      then.y -= up;
      then.height += up + (b.y + b.height >= bottom ? push->down : 0);
    }
  return then;
}

static gboolean
is_container (const PtDiagramElement *figure)
{
  PtFamily family = pt_element_family (figure->element);

  return family == PT_FAMILY_POOL || family == PT_FAMILY_LANE
         || (figure->is_expanded && pt_element_is_a (figure->element, PT_BPMN_SUB_PROCESS));
}

/* Shapes that stand beside the frame by themselves: what is inside, and boundary events, follow. */
static gboolean
stands_beside (const PtDiagramElement *figure, const PtDiagramElement *frame)
{
  return figure != frame && !figure->is_edge && figure->element != NULL
         && figure->element->attached_to == NULL
         && !pt_element_is_within (figure->element, frame->element);
}

static gboolean
is_room_taken (const PtDiagramElement *frame, PtBounds bounds)
{
  GPtrArray *figures = frame->diagram->elements;

  for (guint i = 0; i < figures->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (figures, i);

      if (stands_beside (figure, frame) && !is_container (figure) && !figure->is_hidden
          && pt_bounds_intersects (figure->bounds, bounds))
        return TRUE;
    }
  return FALSE;
}

static void
push_all (PtDraft *draft, const PtDiagramElement *frame, const Push *push)
{
  GPtrArray *figures = frame->diagram->elements;

  for (guint i = 0; i < figures->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (figures, i);

      if (!stands_beside (figure, frame))
        continue;
      pt_draft_place_host (draft, figure, pushed (push, figure->bounds, is_container (figure)));
      if (figure->element->type == PT_BPMN_PARTICIPANT)
        pt_draft_lanes_changed (draft, figure->element->process);
    }
}

static void
open_frame (PtDraft *draft, PtDiagramElement *frame, PtBounds bounds)
{
  PtBounds now = frame->bounds;
  Push push = { now, MAX (bounds.x + bounds.width - now.x - now.width, 0),
                MAX (now.y - bounds.y, 0), MAX (bounds.y + bounds.height - now.y - now.height, 0) };

  if (is_room_taken (frame, pt_bounds_grow (bounds, ROOM / 2)))
    push_all (draft, frame, &push);
  pt_draft_place_host (draft, frame, bounds);
  pt_di_set_flag (draft, frame->node, "isExpanded", "true");
  pt_growth_hold (draft, frame->diagram, frame->element->parent, bounds);
}

/* --- opening in place --- */

static PtBounds
around (PtBounds content)
{
  PtBounds b = pt_bounds_grow (content, ROOM);

  b.y -= TITLE;
  b.height += TITLE;
  return b;
}

/* The left side and the middle of the frame stay where the flow comes in. */
static PtBounds
opened_bounds (const PtDiagramElement *frame, PtBounds content)
{
  const PtBpmnTypeInfo *usual = pt_bpmn_type_info (PT_BPMN_SUB_PROCESS);
  PtBounds b = around (content);
  double width = MAX (b.width, usual->width), height = MAX (b.height, usual->height);

  return (PtBounds){ frame->bounds.x,
                     round (frame->bounds.y + frame->bounds.height / 2 - height / 2), width,
                     height };
}

/* From where the content stands to the middle of what the title leaves free. */
static PtPoint
way_into (PtBounds content, PtBounds frame)
{
  PtPoint from = pt_bounds_center (content), to = pt_bounds_center (frame);

  return (PtPoint){ round (to.x - from.x), round (to.y + TITLE / 2 - from.y) };
}

static void
fetch_content (PtDraft *draft, PtDiagramElement *frame, PtDiagram *inner)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  PtBounds content = pt_diagram_bounds (inner), then = opened_bounds (frame, content);
  PtPoint way = way_into (content, then);

  for (xmlNode *node = pt_xml_first_element (inner->plane); node; node = pt_xml_next_element (node))
    {
      PtDiagramElement *figure = pt_process_graph_get_figure_by_node (draft->graph, node);

      if (figure != NULL)
        g_ptr_array_add (figures, figure);
    }
  open_frame (draft, frame, then);
  pt_plane_move (draft, figures, frame->diagram->plane);
  pt_plane_empty (draft, inner, frame->diagram);
  pt_document_remove (draft->document, inner->node);
  pt_plane_shift (draft, figures, way.x, way.y);
  redock_all (draft, frame, inner);
}

static void
uncover_content (PtDraft *draft, PtDiagramElement *frame, GPtrArray *inside)
{
  PtBounds content = around (pt_plane_bounds (inside));

  open_frame (draft, frame, pt_bounds_union (frame->bounds, content));
}

static PtBounds
bounds_of_placed (GPtrArray *placed)
{
  PtBounds all = { 0 };

  for (guint i = 0; i < placed->len; i++)
    all = pt_bounds_union (all, ((PtPlaced *)g_ptr_array_index (placed, i))->bounds);
  return all;
}

static void
shift_placed (GPtrArray *placed, PtPoint way)
{
  for (guint i = 0; i < placed->len; i++)
    {
      PtPlaced *one = g_ptr_array_index (placed, i);

      one->bounds.x += way.x;
      one->bounds.y += way.y;
      for (guint j = 0; one->waypoints != NULL && j < one->waypoints->len; j++)
        {
          g_array_index (one->waypoints, PtPoint, j).x += way.x;
          g_array_index (one->waypoints, PtPoint, j).y += way.y;
        }
    }
}

/* What was drawn nowhere. */
static void
draw_content (PtDraft *draft, PtDiagramElement *frame)
{
  g_autoptr (GPtrArray) placed = pt_layout_plain (frame->element);
  PtBounds content = bounds_of_placed (placed), then = opened_bounds (frame, content);

  open_frame (draft, frame, then);
  shift_placed (placed, way_into (content, then));
  pt_plane_fill (draft, frame->diagram, placed);
}

gboolean
pt_modeling_expand (PtProcessGraph *graph, const char *id)
{
  PtElement *element = find_sub_process (graph, id);
  PtDiagramElement *frame = element != NULL ? element->figure : NULL;
  PtDiagram *inner = element != NULL ? pt_element_get_diagram (element) : NULL;
  g_autoptr (GPtrArray) inside = NULL;
  PtDraft *draft;

  if (frame == NULL || frame->is_edge || frame->diagram == inner)
    return FALSE;
  inside = pt_plane_inside (graph, frame->diagram, element);
  if (frame->is_expanded && (inner == NULL || inside->len > 0))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Show in place"));
  if (inside->len > 0)
    uncover_content (draft, frame, inside);
  else if (inner != NULL)
    fetch_content (draft, frame, inner);
  else if (has_content (element))
    draw_content (draft, frame);
  else
    open_frame (draft, frame, opened_bounds (frame, (PtBounds){ 0 }));
  return pt_draft_commit (draft);
}
