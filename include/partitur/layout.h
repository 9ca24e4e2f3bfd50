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

/* ----- labels of which the file does not say where they stand ----------------------------------- */

/** At most so many places are looked at for one label, in each of so many rings. */
#define PT_LABEL_MOST_PLACES 96
#define PT_LABEL_RINGS 4

/**
 * pt_label_places:
 * @size: of the label in diagram units
 * @ring: 0: near, up to %PT_LABEL_RINGS - 1: far, for where there is no room nearer
 * @places: (out): the places where the label of @figure may stand, those that readers expect first:
 *   below events, gateways and data, then above, beside, in the corners and once more farther away;
 *   along flows above and below, or right and left of, the middles of their segments, the longest
 *   first, then nearer to the ends; at the upper edge of a group
 *
 * Returns: how many; in the first ring at least one
 */
guint pt_label_places (const PtDiagramElement *figure,
                       PtPoint size,
                       guint ring,
                       PtBounds places[PT_LABEL_MOST_PLACES]);

/** PtLabelNeeds: what a figure takes up on the plane, beside its lines. */
typedef struct
{
  PtBounds solid; /* no label should stand there: a body, or the title strip of what holds other things,
                     of which but the frame counts beyond; empty for a frame without a strip */
  PtBounds text;  /* a text whose place is given: by the file, or inside of the figure; may be empty */
  PtPoint size;   /* of a label of which the place must be found; zero: none */
} PtLabelNeeds;

/**
 * PtLabelSurvey: whoever knows the texts says what stands where.
 *
 * @is_shown: whether @figure is drawn at all
 * @is_free: whether @figure has a label without a given place; asked of all figures, so it should be
 *   quick
 * @measure: only asked of figures that are shown
 */
typedef struct
{
  gboolean (*is_shown) (const PtDiagramElement *figure, gpointer data);
  gboolean (*is_free) (const PtDiagramElement *figure, gpointer data);
  PtLabelNeeds (*measure) (const PtDiagramElement *figure, gpointer data);
} PtLabelSurvey;

/**
 * PtLabelPlan: where the labels of a diagram stand of which the file does not say it.
 *
 * Each label takes the first of its places (pt_label_places()) that nothing crosses: no body, no title
 * strip, no line or frame, no text with a given place, and no label before it in painting order. Where
 * none is free, the one least crossed: a label is better on a line than on a body, and there better
 * than on a text. So a place depends on nothing but the drawing, and moves only when something near
 * does.
 *
 * What there is lies in a grid of several widths (see "hierarchical grid" in C. Ericson, Real-Time
 * Collision Detection, 7.2), so that labels cost about the same in drawings of every size. In a heap of
 * more than a few hundred things at one spot only some are looked at.
 */
typedef struct _PtLabelPlan PtLabelPlan;

/** pt_label_plan_new: @survey: must outlive the plan, like @data and @diagram.
 *  Returns: (transfer full) */
PtLabelPlan *pt_label_plan_new (PtDiagram *diagram, const PtLabelSurvey *survey, gpointer data);
void pt_label_plan_free (PtLabelPlan *self);
/** pt_label_plan_get: Returns: whether @figure has a label with a place of the plan, @place (out) */
gboolean pt_label_plan_get (PtLabelPlan *self, const PtDiagramElement *figure, PtBounds *place);
/** pt_label_plan_try: Returns: where a label of @size would stand best beside @figure, whatever its
 *  label is now */
PtBounds pt_label_plan_try (PtLabelPlan *self, const PtDiagramElement *figure, PtPoint size);
/** pt_label_plan_is_current: Returns: whether nothing was changed since it was made or last updated */
gboolean pt_label_plan_is_current (PtLabelPlan *self);
/**
 * pt_label_plan_update:
 * @change: what the graph of the diagram just told, as the only thing that happened since
 *
 * Places the labels anew that are near to what changed, and those near to labels that moved thereby:
 * with the outcome of a new plan.
 *
 * Returns: (transfer full) (nullable) (element-type PtDiagramElement): figures whose label has another
 *   place now; %NULL, with nothing done, when more happened, so that a new plan is due
 */
GPtrArray *pt_label_plan_update (PtLabelPlan *self, const PtGraphChange *change);

/* ----- free places ------------------------------------------------------------------------------ */

/** PtGround: what of a plane is taken. Asking costs about the same however much there is. */
typedef struct _PtGround PtGround;
/** pt_ground_new: Returns: (transfer full): all of it free */
PtGround *pt_ground_new (void);
void pt_ground_free (PtGround *self);
void pt_ground_take (PtGround *self, PtBounds bounds);
/** pt_ground_is_free: Returns: whether nothing that was taken intersects @bounds; not where there is such
 *  a heap that finding out would take long */
gboolean pt_ground_is_free (PtGround *self, PtBounds bounds);

/* ----- a layout for all --------------------------------------------------------------------------- */

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
