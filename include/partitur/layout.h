/* layout.h: placing nodes, docking and routing flows. Pure geometry over the views; edits nothing.
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** PtOutline: the shape a flow docks to. */
typedef enum
{
  PT_OUTLINE_RECTANGLE,
  PT_OUTLINE_ROUNDED, /* corner radius 10 */
  PT_OUTLINE_ELLIPSE,
  PT_OUTLINE_DIAMOND,
} PtOutline;

/** pt_outline_of: Returns: the outline that figures of @family have */
PtOutline pt_outline_of (PtFamily family);

/**
 * pt_outline_crop:
 * @inside: a point within, usually the centre; @outside: a point beyond the outline
 *
 * Returns: where the straight line between them crosses the outline; @outside itself when it does not
 */
PtPoint pt_outline_crop (PtOutline outline, PtBounds bounds, PtPoint inside, PtPoint outside);
/** pt_outline_contains: Returns: whether @p is inside the outline */
gboolean pt_outline_contains (PtOutline outline, PtBounds bounds, PtPoint p);

/** PtRouteEnd: one end of a connection. */
typedef struct
{
  PtBounds bounds;
  PtOutline outline;
  gboolean is_gateway;         /* flows leave gateways above and below first */
  gboolean is_boundary;        /* a boundary event: flows leave away from the host */
  PtBounds host;               /* of a boundary event */
} PtRouteEnd;

/** pt_route_end: fills a #PtRouteEnd from a figure that is a shape. */
PtRouteEnd pt_route_end (const PtDiagramElement *shape);

typedef enum
{
  PT_ROUTE_ORTHOGONAL, /* sequence flows: right angles, as few bends as reach */
  PT_ROUTE_STRAIGHT,   /* associations and data associations */
  PT_ROUTE_MESSAGE,    /* message flows: straight up or down where the ends overlap, else right angles */
} PtRouteStyle;

PtRouteStyle pt_route_style_of (PtBpmnType flow_type);

/**
 * pt_route:
 * @vertical: whether the diagram flows from top to bottom (vertical pools)
 *
 * Routes a new connection: h:h by default, v:h out of gateways, h:v into them, loops right to bottom,
 * mirrored for vertical diagrams; ends cropped at the outlines; no two equal neighbours.
 *
 * Returns: (transfer full) (element-type PtPoint): at least two points
 */
GArray *pt_route (const PtRouteEnd *from, const PtRouteEnd *to, PtRouteStyle style, gboolean vertical);

/**
 * pt_route_repair:
 * @points: (element-type PtPoint): the route before one or both ends moved
 * @from_before, @to_before: the ends' bounds then
 * @from, @to: the ends now
 *
 * Keeps the bends the user made as far as they still make sense: a route of which both ends moved
 * alike moves along; else the bend next to the moved end follows, right angles stay right angles; a
 * route that would run back through its end is routed anew.
 *
 * Returns: (transfer full) (element-type PtPoint)
 */
GArray *pt_route_repair (const GArray *points, PtBounds from_before, PtBounds to_before,
                         const PtRouteEnd *from, const PtRouteEnd *to, PtRouteStyle style,
                         gboolean vertical);

/** pt_route_simplify: drops repeated points and bends on straight lines, in place. */
void pt_route_simplify (GArray *points);

/**
 * pt_label_place:
 * @size: of the label in diagram units
 *
 * Where the label of @figure stands when the file does not say: below events, gateways and data,
 * beside the middle of the longest segment of a flow; or elsewhere around them where fewer of these
 * cross it: the flows of the figure, of its source and of its target, and the bodies of source, target
 * and host.
 */
PtBounds pt_label_place (const PtDiagramElement *figure, PtPoint size);

/** PtPlaced: a place for one element: bounds for a shape, waypoints for an edge. */
typedef struct
{
  PtElement *element;
  PtBounds bounds;
  GArray *waypoints; /* (nullable) (element-type PtPoint): for edges */
} PtPlaced;

/**
 * pt_layout_plain:
 * @root: a process or collaboration
 *
 * A plain, readable place for everything in @root that can be drawn: pools below each other, lanes as
 * bands, nodes in columns by longest path from the starts (back edges found depth first), rows within
 * lanes, sub-processes expanded around their content, boundary events on the lower edge of their
 * hosts, data above their readers. Deterministic: document order breaks ties. Shapes of one level do
 * not overlap.
 *
 * Returns: (transfer full) (element-type PtPlaced): containers before what they hold
 */
GPtrArray *pt_layout_plain (PtElement *root);

G_END_DECLS
