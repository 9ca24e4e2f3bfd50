/* pt-label-places.c: where the label of a figure may stand
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/layout.h>

/* Between a shape, or a flow, and its label. */
#define GAP 5.0
/* The same where the nearest places are taken, ring by ring. */
static const double wide_gaps[PT_LABEL_RINGS] = { 16, 28, 44, 64 };
/* Where there is hardly more room than for the label itself. */
#define TIGHT_GAP 1.0
#define TIGHT_RING 1
/* More for an envelope in the middle of a flow. */
#define ENVELOPE_GAP 13.0
/* Of one flow. */
#define MOST_SEGMENTS 6

/** Places: what was found so far. */
typedef struct
{
  PtBounds *all;
  guint n;
  PtPoint size; /* of the label */
} Places;

static void
add (Places *places, double x, double y)
{
  if (places->n < PT_LABEL_MOST_PLACES)
    places->all[places->n++] = (PtBounds){ x, y, places->size.x, places->size.y };
}

/* ----- around shapes -------------------------------------------------------------------------- */

static void
add_around (Places *places, PtBounds shape, double gap)
{
  PtPoint size = places->size, center = pt_bounds_center (shape);
  double left = shape.x - gap - size.x, right = shape.x + shape.width + gap;
  double above = shape.y - gap - size.y, below = shape.y + shape.height + gap;
  double over_right = center.x + GAP, over_left = center.x - GAP - size.x;
  double higher = center.y - GAP - size.y, lower = center.y + GAP;
  const PtPoint spots[] = {
    { center.x - size.x / 2, below },
    { center.x - size.x / 2, above },
    { right, center.y - size.y / 2 },
    { left, center.y - size.y / 2 },
    /* Between flows that leave on all sides. */
    { over_right, below },
    { over_left, below },
    { over_right, above },
    { over_left, above },
    { right, higher },
    { right, lower },
    { left, higher },
    { left, lower },
    { right, below },
    { left, below },
    { right, above },
    { left, above },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    add (places, spots[i].x, spots[i].y);
}

/* Along the edges of a shape, not only at their middles and ends. */
static void
add_all_around (Places *places, PtBounds shape, double gap)
{
  static const double shares[] = { 0.25, 0.75, 0, 1 };
  PtPoint size = places->size;
  double left = shape.x - gap - size.x, right = shape.x + shape.width + gap;
  double above = shape.y - gap - size.y, below = shape.y + shape.height + gap;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double x = left + (right - left) * shares[i], y = above + (below - above) * shares[i];
      add (places, x, below);
      add (places, x, above);
      add (places, right, y);
      add (places, left, y);
    }
}

static void
add_around_ring (Places *places, PtBounds shape, guint ring)
{
  if (ring == 0)
    add_around (places, shape, GAP);
  else
    add_all_around (places, shape, wide_gaps[ring - 1]);
  add_around (places, shape, wide_gaps[ring]);
  if (ring == TIGHT_RING)
    add_around (places, shape, TIGHT_GAP);
}

/* Groups have no body, and what they hold is often near to their edge. */
static void
add_along_top (Places *places, PtBounds shape)
{
  double left = shape.x + GAP, right = shape.x + shape.width - GAP - places->size.x;
  double middle = shape.x + (shape.width - places->size.x) / 2;
  const double rows[]
      = { shape.y + GAP, shape.y - GAP - places->size.y,
          shape.y + shape.height - GAP - places->size.y, shape.y + shape.height + GAP };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      add (places, middle, rows[i]);
      add (places, left, rows[i]);
      add (places, right, rows[i]);
    }
}

static void
add_in_middle (Places *places, PtBounds shape)
{
  add (places, shape.x + (shape.width - places->size.x) / 2,
       shape.y + (shape.height - places->size.y) / 2);
}

/* ----- along flows ---------------------------------------------------------------------------- */

/* Above and below a segment that runs sideways, to the right and left of one that runs up or down.
 */
static void
add_beside (Places *places, PtPoint a, PtPoint b, double share, double gap)
{
  PtPoint size = places->size, at = { a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };

  if (ABS (b.x - a.x) >= ABS (b.y - a.y))
    {
      add (places, at.x - size.x / 2, at.y - gap - size.y);
      add (places, at.x - size.x / 2, at.y + gap);
    }
  else
    {
      add (places, at.x + gap, at.y - size.y / 2);
      add (places, at.x - gap - size.x, at.y - size.y / 2);
    }
}

static double
segment_length (const PtPoint *points, guint i)
{
  return pt_point_distance (points[i], points[i + 1]);
}

/* The longest segment that is shorter than segment @than, or as long and behind it.
 * Returns: @n when there is none */
static guint
next_longest (const PtPoint *points, guint n, guint than)
{
  double limit = than < n ? segment_length (points, than) : G_MAXDOUBLE;
  guint found = n;

  for (guint i = 0; i + 1 < n; i++)
    {
      double length = segment_length (points, i);
      gboolean is_next = length < limit - 0.5 || (than < n && i > than && length < limit + 0.5);
      if (is_next && (found == n || length > segment_length (points, found) + 0.5))
        found = i;
    }
  return found;
}

static guint
longest_segments (const PtDiagramElement *flow, guint longest[MOST_SEGMENTS])
{
  guint n = flow->n_waypoints, found = 0, segment = n;

  while (found < MOST_SEGMENTS && (segment = next_longest (flow->waypoints, n, segment)) < n)
    longest[found++] = segment;
  return found;
}

/* Nearer to the ends and farther from the flow, ring by ring. */
static void
add_along_flow (Places *places, const PtDiagramElement *flow, guint ring)
{
  static const double shares[][7] = {
    { 0.5, 0.4, 0.6, 0.3, 0.7, 0.15, 0.85 },
    { 0.45, 0.55, 0.35, 0.65, 0.22, 0.78, 0.08 },
    { 0.5, 0.4, 0.6, 0.3, 0.7, 0.15, 0.85 },
    { 0.5, 0.4, 0.6, 0.25, 0.75, 0.1, 0.9 },
  };
  double gap
      = (ring < 2 ? GAP : wide_gaps[2 * ring - 4]) + (flow->message_visible ? ENVELOPE_GAP : 0);
  guint longest[MOST_SEGMENTS], n = longest_segments (flow, longest);

  for (guint s = 0; s < G_N_ELEMENTS (shares[ring]); s++)
    for (guint i = 0; i < n; i++)
      {
        const PtPoint *segment = &flow->waypoints[longest[i]];
        add_beside (places, segment[0], segment[1], shares[ring][s], gap);
      }
}

/* ----- by figure ------------------------------------------------------------------------------ */

guint
pt_label_places (const PtDiagramElement *figure,
                 PtPoint size,
                 guint ring,
                 PtBounds all[PT_LABEL_MOST_PLACES])
{
  Places places = { all, 0, size };
  PtFamily family = figure->element != NULL ? pt_element_family (figure->element) : PT_FAMILY_NONE;

  if (figure->is_edge)
    add_along_flow (&places, figure, ring);
  else
    switch (family)
      {
      case PT_FAMILY_EVENT:
      case PT_FAMILY_GATEWAY:
      case PT_FAMILY_DATA:
      case PT_FAMILY_CONVERSATION:
        add_around_ring (&places, figure->bounds, ring);
        break;
      case PT_FAMILY_ARTIFACT:
        if (ring == 0)
          add_along_top (&places, figure->bounds);
        break;
      default:
        break;
      }
  if (places.n == 0 && ring == 0)
    add_in_middle (&places, figure->bounds);
  return places.n;
}
