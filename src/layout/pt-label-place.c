/* pt-label-place.c: where a label stands when the file does not say
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/layout.h>

/* Between a shape, or a flow, and its label. */
#define GAP 5.0

static PtBounds
below (PtBounds shape, PtPoint size)
{
  return (PtBounds){ shape.x + (shape.width - size.x) / 2, shape.y + shape.height + GAP, size.x,
                     size.y };
}

static PtBounds
at_top_of (PtBounds shape, PtPoint size)
{
  return (PtBounds){ shape.x + (shape.width - size.x) / 2, shape.y + GAP, size.x, size.y };
}

static PtBounds
in_middle_of (PtBounds shape, PtPoint size)
{
  return (PtBounds){ shape.x + (shape.width - size.x) / 2, shape.y + (shape.height - size.y) / 2,
                     size.x, size.y };
}

static guint
longest_segment (const PtPoint *points, guint n)
{
  guint longest = 0;
  for (guint i = 1; i + 1 < n; i++)
    if (pt_point_distance (points[i], points[i + 1])
        > pt_point_distance (points[longest], points[longest + 1]) + 0.5)
      longest = i;
  return longest;
}

/* Above a segment that runs sideways, to the right of one that runs up or down. An envelope in the
 * middle of a message flow needs more room. */
static PtBounds
beside_flow (const PtDiagramElement *flow, PtPoint size)
{
  double gap = flow->message_visible ? GAP + 10 : GAP;
  guint i = longest_segment (flow->waypoints, flow->n_waypoints);
  PtPoint a = flow->waypoints[i], b = flow->waypoints[i + 1];
  PtPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };

  if (ABS (b.x - a.x) >= ABS (b.y - a.y))
    return (PtBounds){ middle.x - size.x / 2, middle.y - gap - size.y, size.x, size.y };
  return (PtBounds){ middle.x + gap, middle.y - size.y / 2, size.x, size.y };
}

PtBounds
pt_label_place (const PtDiagramElement *figure, PtPoint size)
{
  if (figure->is_edge)
    return figure->n_waypoints >= 2 ? beside_flow (figure, size) : at_top_of (figure->bounds, size);

  switch (figure->element != NULL ? pt_element_family (figure->element) : PT_FAMILY_NONE)
    {
    case PT_FAMILY_EVENT:
    case PT_FAMILY_GATEWAY:
    case PT_FAMILY_DATA:
    case PT_FAMILY_CONVERSATION:
      return below (figure->bounds, size);
    case PT_FAMILY_ARTIFACT:
      return at_top_of (figure->bounds, size);
    default:
      return in_middle_of (figure->bounds, size);
    }
}
