/* pt-tool-bend.c: drags a bend, a segment or an end of a flow
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <partitur/layout.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-link.h"
#include "pt-overlay.h"
#include "pt-snap.h"
#include "pt-drop-target.h"

#define ALIGNED 0.5 /* how far a segment may be off and still counts as horizontal or vertical */

typedef struct
{
  PtTool parent;
  char *id;
  PtPart part;
  guint index;
  GArray *before, *after; /* PtPoint */
  PtRouteEnd ends[2];
  gboolean docked[2]; /* whether the end is at a shape */
  PtSnap *snap;
  PtGuides guides;
  char *target; /* (nullable): id of the node an end is being hung to */
  PtVerdict verdict;
  const char *reason;
} Bend;

static PtPoint *
point_at (GArray *points, guint i)
{
  return &g_array_index (points, PtPoint, i);
}

static gboolean
is_end (Bend *self)
{
  return self->part == PT_PART_WAYPOINT
         && (self->index == 0 || self->index + 1 == self->before->len);
}

/* ----- a bend --------------------------------------------------------------------------------- */

/* After its neighbour moved, the end at @side (0 first, 1 last) docks where the line to it leaves
 * the shape's centre. */
static void
redock (Bend *self, guint side)
{
  guint last = self->after->len - 1;
  PtPoint *end = point_at (self->after, side == 0 ? 0 : last);
  PtPoint next = *point_at (self->after, side == 0 ? 1 : last - 1);
  const PtRouteEnd *shape = &self->ends[side];

  if (self->docked[side] && fabs (end->x - next.x) > ALIGNED && fabs (end->y - next.y) > ALIGNED)
    *end = pt_outline_crop (shape->outline, shape->bounds, pt_bounds_center (shape->bounds), next);
}

static void
bend_at (Bend *self, guint index, PtPoint at)
{
  *point_at (self->after, index) = at;
  if (index == 1)
    redock (self, 0);
  if (index + 2 == self->after->len)
    redock (self, 1);
}

/* ----- a segment ------------------------------------------------------------------------------ */

/* The end of a segment that was moved across: docks anew while the line still meets the shape, else
 * the flow leaves the shape's centre on the other axis and bends into the line. */
static void
dock_moved_segment (Bend *self, guint side, gboolean horizontal)
{
  const PtRouteEnd *shape = &self->ends[side];
  guint end = side == 0 ? 0 : self->after->len - 1;
  PtPoint at = *point_at (self->after, end);
  PtPoint next = *point_at (self->after, side == 0 ? 1 : end - 1);
  PtPoint center = pt_bounds_center (shape->bounds);
  PtPoint bend = horizontal ? (PtPoint){ center.x, at.y } : (PtPoint){ at.x, center.y };
  PtPoint dock;

  if (!self->docked[side])
    return;
  if (pt_outline_contains (shape->outline, pt_bounds_grow (shape->bounds, -1), bend))
    {
      *point_at (self->after, end) = pt_outline_crop (shape->outline, shape->bounds, bend, next);
      return;
    }
  dock = pt_outline_crop (shape->outline, shape->bounds, center, bend);
  *point_at (self->after, end) = bend;
  if (side == 0)
    g_array_prepend_val (self->after, dock);
  else
    g_array_append_val (self->after, dock);
}

static void
shift_segment (Bend *self, PtPoint at, gboolean horizontal)
{
  guint last = self->after->len - 1;

  for (guint i = self->index; i <= self->index + 1; i++)
    if (horizontal)
      point_at (self->after, i)->y = at.y;
    else
      point_at (self->after, i)->x = at.x;
  if (self->index + 1 == last)
    dock_moved_segment (self, 1, horizontal);
  if (self->index == 0)
    dock_moved_segment (self, 0, horizontal);
}

static void
drag_segment (Bend *self, PtPoint at)
{
  PtPoint a = *point_at (self->before, self->index);
  PtPoint b = *point_at (self->before, self->index + 1);

  if (fabs (a.y - b.y) <= ALIGNED)
    shift_segment (self, at, TRUE);
  else if (fabs (a.x - b.x) <= ALIGNED)
    shift_segment (self, at, FALSE);
  else
    {
      g_array_insert_val (self->after, self->index + 1, at);
      bend_at (self, self->index + 1, at);
    }
}

/* ----- an end --------------------------------------------------------------------------------- */

static gboolean
is_same_kind (PtBpmnType a, PtBpmnType b)
{
  return a == b
         || (pt_bpmn_type_is_a (a, PT_BPMN_DATA_ASSOCIATION)
             && pt_bpmn_type_is_a (b, PT_BPMN_DATA_ASSOCIATION));
}

static void
judge_end (Bend *self, const PtElement *flow, PtDiagramElement *figure)
{
  gboolean first = self->index == 0;
  PtBpmnType type = PT_BPMN_NONE;

  self->reason = NULL;
  self->verdict = pt_rules_connect (first ? figure->element : flow->source,
                                    first ? flow->target : figure->element, &type, &self->reason);
  if (self->verdict != PT_VERDICT_ALLOW || is_same_kind (type, flow->type))
    return;
  self->verdict = PT_VERDICT_FORBID;
  self->reason = _ ("Another kind of flow belongs between these two.");
}

static void
drag_end (Bend *self, PtPoint at)
{
  PtEditor *editor = self->parent.editor;
  const PtElement *flow = pt_editor_figure (editor, self->id)->element;
  const PtElement *mine = self->index == 0 ? flow->source : flow->target;
  const PtElement *other = self->index == 0 ? flow->target : flow->source;
  PtDiagramElement *figure = pt_link_figure_at (editor, at, other);

  *point_at (self->after, self->index) = at;
  g_clear_pointer (&self->target, g_free);
  self->verdict = PT_VERDICT_IGNORE;
  if (figure == NULL)
    return;
  self->target = g_strdup (pt_facts_id (figure));
  if (figure->element != mine && flow->source != NULL && flow->target != NULL)
    judge_end (self, flow, figure);
}

/* Let go over its own node, the end docks on the outline, in the direction it was put to. */
static void
dock_end (Bend *self)
{
  guint side = self->index == 0 ? 0 : 1;
  PtPoint *end = point_at (self->after, self->index);
  PtPoint next = *point_at (self->after, side == 0 ? 1 : self->index - 1);
  const PtRouteEnd *shape = &self->ends[side];

  if (self->docked[side])
    *end = pt_outline_crop (shape->outline, shape->bounds, *end, next);
}

/* ----- the drag ------------------------------------------------------------------------------- */

static void
bend_motion (PtTool *tool, const PtInput *input)
{
  Bend *self = (Bend *)tool;
  PtPoint at = pt_snap_point (self->snap, input->at, input, &self->guides);

  g_array_unref (self->after);
  self->after = g_array_copy (self->before);
  if (is_end (self))
    drag_end (self, input->at);
  else if (self->part == PT_PART_SEGMENT)
    drag_segment (self, at);
  else
    bend_at (self, self->index, at);
  if (is_end (self))
    self->guides = (PtGuides){ 0 };
  pt_editor_queue_overlay (tool->editor);
}

static gboolean
is_own_node (Bend *self)
{
  const PtElement *flow = pt_editor_figure (self->parent.editor, self->id)->element;
  const PtElement *mine = self->index == 0 ? flow->source : flow->target;

  return mine != NULL && g_strcmp0 (mine->id, self->target) == 0;
}

static void
release_end (Bend *self)
{
  PtEditor *editor = self->parent.editor;
  gboolean first = self->index == 0;

  if (self->target != NULL && is_own_node (self))
    {
      dock_end (self);
      pt_modeling_set_waypoints (editor->graph, self->id, self->after);
    }
  else if (self->verdict == PT_VERDICT_ALLOW)
    pt_modeling_reconnect (editor->graph, self->id, first ? self->target : NULL,
                           first ? NULL : self->target);
  else if (self->verdict == PT_VERDICT_FORBID)
    pt_editor_say (editor, self->reason);
}

static void
bend_release (PtTool *tool, const PtInput *input)
{
  Bend *self = (Bend *)tool;

  bend_motion (tool, input);
  if (is_end (self))
    {
      release_end (self);
      return;
    }
  pt_route_simplify (self->after);
  pt_modeling_set_waypoints (tool->editor->graph, self->id, self->after);
}

static void
bend_overlay (PtTool *tool, GArray *overlay)
{
  Bend *self = (Bend *)tool;

  pt_drop_target_mark (overlay, pt_editor_figure (tool->editor, self->target), self->verdict);
  pt_overlay_add_points (overlay, PT_MARK_ROUTE, (const PtPoint *)self->after->data,
                         self->after->len);
  pt_guides_overlay (&self->guides, tool->editor, overlay);
}

static void
bend_dispose (PtTool *tool)
{
  Bend *self = (Bend *)tool;

  g_free (self->id);
  g_free (self->target);
  g_array_unref (self->before);
  g_array_unref (self->after);
  pt_snap_free (self->snap);
}

static const PtToolClass bend_class = {
  .size = sizeof (Bend),
  .cursor = "grabbing",
  .motion = bend_motion,
  .release = bend_release,
  .overlay = bend_overlay,
  .dispose = bend_dispose,
};

static void
take_end (Bend *self, guint side, const PtDiagramElement *edge, const PtElement *node)
{
  PtDiagramElement *shape = node != NULL ? pt_diagram_find (edge->diagram, node) : NULL;

  self->docked[side] = shape != NULL && !shape->is_edge;
  if (self->docked[side])
    self->ends[side] = pt_route_end (shape);
}

PtTool *
pt_drag_bend_new (PtEditor *editor, const PtHit *hit)
{
  Bend *self = pt_tool_new (&bend_class, editor);
  const PtDiagramElement *edge = hit->figure;

  self->id = g_strdup (pt_facts_id (edge));
  self->part = hit->part;
  self->index = hit->index;
  self->before = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  g_array_append_vals (self->before, edge->waypoints, edge->n_waypoints);
  self->after = g_array_copy (self->before);
  take_end (self, 0, edge, edge->element->source);
  take_end (self, 1, edge, edge->element->target);
  self->snap = pt_snap_new (editor);
  for (guint i = 0; i < edge->n_waypoints; i++)
    if (i != hit->index && !(hit->part == PT_PART_SEGMENT && i == hit->index + 1))
      pt_snap_add_point (self->snap, edge->waypoints[i]);
  return &self->parent;
}
