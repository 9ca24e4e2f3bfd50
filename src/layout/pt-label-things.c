/* pt-label-things.c: what a figure puts in the way of labels
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-label-things.h"

#define ENVELOPE_WIDTH 26.0
#define ENVELOPE_HEIGHT 18.0
/* A hostile file may have millions; what is behind these may be crossed. */
#define MOST_SEGMENTS 1000

static void
add (GArray *things, PtThing thing)
{
  g_array_append_val (things, thing);
}

/* Associations and data associations: of all lines they suffer a label on them best. */
static PtThingKind
kind_of_line (const PtDiagramElement *flow)
{
  PtBpmnType type = flow->element != NULL ? flow->element->type : PT_BPMN_NONE;
  return pt_route_style_of (type) == PT_ROUTE_STRAIGHT ? PT_THING_DOTS : PT_THING_LINE;
}

static void
add_flow (GArray *things, const PtDiagramElement *flow, gpointer owner)
{
  guint n = MIN (flow->n_waypoints, MOST_SEGMENTS);
  PtThingKind kind = kind_of_line (flow);

  for (guint i = 1; i < n; i++)
    add (things, pt_thing_line (kind, flow->waypoints[i - 1], flow->waypoints[i], owner));
  if (!flow->message_visible)
    return;
  PtPoint middle = pt_polyline_at (flow->waypoints, flow->n_waypoints, 0.5);
  PtBounds envelope = { middle.x - ENVELOPE_WIDTH / 2, middle.y - ENVELOPE_HEIGHT / 2,
                        ENVELOPE_WIDTH, ENVELOPE_HEIGHT };
  add (things, pt_thing_box (PT_THING_BODY, envelope, owner));
}

static void
add_frame (GArray *things, PtBounds b, gpointer owner)
{
  const PtPoint corners[] = {
    { b.x, b.y }, { b.x + b.width, b.y }, { b.x + b.width, b.y + b.height }, { b.x, b.y + b.height }
  };
  const guint n = G_N_ELEMENTS (corners);

  for (guint i = 0; i < n; i++)
    add (things, pt_thing_line (PT_THING_LINE, corners[i], corners[(i + 1) % n], owner));
}

GArray *
pt_label_things (const PtDiagramElement *figure, const PtLabelNeeds *needs, gpointer owner)
{
  GArray *things = g_array_new (FALSE, FALSE, sizeof (PtThing));

  if (figure->is_edge)
    add_flow (things, figure, owner);
  else if (!pt_bounds_contains (needs->solid, figure->bounds))
    add_frame (things, figure->bounds, owner);
  if (!pt_bounds_is_empty (needs->solid))
    add (things, pt_thing_box (PT_THING_BODY, needs->solid, owner));
  if (!pt_bounds_is_empty (needs->text))
    add (things, pt_thing_box (PT_THING_TEXT, needs->text, owner));
  return things;
}
