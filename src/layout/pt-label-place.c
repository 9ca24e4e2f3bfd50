/* pt-label-place.c: where a label stands when the file does not say
 *
 * A few places are tried in the order in which readers expect them; the first that nothing crosses
 * is taken, else the one that is crossed least. Only what belongs to the figure is looked at, its
 * flows and what they connect: so a label moves when its own surroundings do, and never because of
 * something far away.
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/layout.h>

/* Between a shape, or a flow, and its label. */
#define GAP 5.0
/* More for an envelope in the middle of a flow. */
#define ENVELOPE_GAP 13.0
/* A figure with more flows has no free side to look for. */
#define MOST_FLOWS 64
#define N_SEGMENTS 3

/** Search: the best place so far. */
typedef struct
{
  const PtDiagramElement *figure;
  GPtrArray *obstacles; /* const PtDiagramElement: bodies and lines that would cross the label */
  PtPoint size;
  PtBounds best;
  guint crossings; /* of @best */
} Search;

/* ===== what is in the way ======================================================================
 */

static gboolean
segment_crosses (PtPoint a, PtPoint b, PtBounds box)
{
  double from = 0, to = 1;
  const double start[] = { a.x, a.y }, step[] = { b.x - a.x, b.y - a.y };
  const double low[] = { box.x, box.y }, high[] = { box.x + box.width, box.y + box.height };

  for (int axis = 0; axis < 2; axis++)
    {
      if (step[axis] == 0 && (start[axis] <= low[axis] || start[axis] >= high[axis]))
        return FALSE;
      if (step[axis] == 0)
        continue;
      double enter = (low[axis] - start[axis]) / step[axis];
      double leave = (high[axis] - start[axis]) / step[axis];
      from = MAX (from, MIN (enter, leave));
      to = MIN (to, MAX (enter, leave));
    }
  return from < to;
}

static guint
count_crossings (const PtDiagramElement *obstacle, PtBounds box)
{
  guint n = 0;
  if (!obstacle->is_edge)
    return pt_bounds_intersects (obstacle->bounds, box);
  for (guint i = 1; i < obstacle->n_waypoints; i++)
    n += segment_crosses (obstacle->waypoints[i - 1], obstacle->waypoints[i], box);
  return n;
}

static void
add_obstacle (Search *search, const PtElement *element)
{
  const PtDiagramElement *figure = element != NULL ? element->figure : NULL;
  if (figure != NULL && figure != search->figure && figure->diagram == search->figure->diagram)
    g_ptr_array_add (search->obstacles, (gpointer)figure);
}

static void
add_flows (Search *search, const GPtrArray *flows)
{
  for (guint i = 0; flows != NULL && i < MIN (flows->len, MOST_FLOWS); i++)
    add_obstacle (search, flows->pdata[i]);
}

static void
add_flows_of (Search *search, const PtElement *node)
{
  if (node == NULL)
    return;
  add_flows (search, node->incoming);
  add_flows (search, node->outgoing);
}

/* Labels may stand in what holds other things, but not on other bodies. */
static void
add_body (Search *search, const PtElement *node)
{
  if (node != NULL && node->figure != NULL && !node->figure->is_expanded
      && pt_element_family (node) != PT_FAMILY_POOL)
    add_obstacle (search, node);
}

/* ===== trying ==================================================================================
 */

static void
try_place (Search *search, double x, double y)
{
  PtBounds box = { x, y, search->size.x, search->size.y };
  guint crossings = 0;

  if (search->crossings == 0)
    return;
  for (guint i = 0; i < search->obstacles->len; i++)
    crossings += count_crossings (search->obstacles->pdata[i], box);
  if (search->figure->is_edge)
    crossings += count_crossings (search->figure, box);
  if (crossings >= search->crossings)
    return;
  search->best = box;
  search->crossings = crossings;
}

/* Below, above, beside; then in the corners between flows that leave on all sides. */
static void
try_around (Search *search)
{
  PtBounds shape = search->figure->bounds;
  PtPoint size = search->size, center = pt_bounds_center (shape);
  double left = shape.x - GAP - size.x, right = shape.x + shape.width + GAP;
  double above = shape.y - GAP - size.y, below = shape.y + shape.height + GAP;

  try_place (search, center.x - size.x / 2, below);
  try_place (search, center.x - size.x / 2, above);
  try_place (search, right, center.y - size.y / 2);
  try_place (search, left, center.y - size.y / 2);
  try_place (search, center.x + GAP, below);
  try_place (search, center.x - GAP - size.x, below);
  try_place (search, center.x + GAP, above);
  try_place (search, center.x - GAP - size.x, above);
}

/* Above and below a segment that runs sideways, to the right and left of one that runs up or down.
 */
static void
try_beside_segment (Search *search, PtPoint a, PtPoint b)
{
  double gap = GAP + (search->figure->message_visible ? ENVELOPE_GAP : 0);
  PtPoint size = search->size, middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };

  if (ABS (b.x - a.x) >= ABS (b.y - a.y))
    {
      try_place (search, middle.x - size.x / 2, middle.y - gap - size.y);
      try_place (search, middle.x - size.x / 2, middle.y + gap);
    }
  else
    {
      try_place (search, middle.x + gap, middle.y - size.y / 2);
      try_place (search, middle.x - gap - size.x, middle.y - size.y / 2);
    }
}

static double
segment_length (const PtPoint *points, guint i)
{
  return pt_point_distance (points[i], points[i + 1]);
}

/* The longest segment that is shorter than segment @than, the first of its kind before others.
 * Returns:
 * @n when there is none. */
static guint
next_longest (const PtPoint *points, guint n, guint than)
{
  guint found = n;
  for (guint i = 0; i + 1 < n; i++)
    if ((than == n || segment_length (points, i) < segment_length (points, than) - 0.5)
        && (found == n || segment_length (points, i) > segment_length (points, found) + 0.5))
      found = i;
  return found;
}

static void
try_beside_flow (Search *search)
{
  const PtPoint *points = search->figure->waypoints;
  guint n = search->figure->n_waypoints, segment = n;
  for (guint i = 0; i < N_SEGMENTS; i++)
    {
      segment = next_longest (points, n, segment);
      if (segment == n)
        return;
      try_beside_segment (search, points[segment], points[segment + 1]);
    }
}

/* ===== for which figures =======================================================================
 */

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

static PtBounds
place_by (const PtDiagramElement *figure, PtPoint size, void (*try) (Search *))
{
  g_autoptr (GPtrArray) obstacles = g_ptr_array_new ();
  Search search = { figure, obstacles, size, { 0 }, G_MAXUINT };
  const PtElement *element = figure->element;

  if (element != NULL)
    {
      add_flows_of (&search, element);
      add_body (&search, element->attached_to);
      add_body (&search, element->source);
      add_body (&search, element->target);
      add_flows_of (&search, element->source);
      add_flows_of (&search, element->target);
    }
  try (&search);
  return search.best;
}

PtBounds
pt_label_place (const PtDiagramElement *figure, PtPoint size)
{
  if (figure->is_edge)
    return figure->n_waypoints >= 2 ? place_by (figure, size, try_beside_flow)
                                    : at_top_of (figure->bounds, size);

  switch (figure->element != NULL ? pt_element_family (figure->element) : PT_FAMILY_NONE)
    {
    case PT_FAMILY_EVENT:
    case PT_FAMILY_GATEWAY:
    case PT_FAMILY_DATA:
    case PT_FAMILY_CONVERSATION:
      return place_by (figure, size, try_around);
    case PT_FAMILY_ARTIFACT:
      return at_top_of (figure->bounds, size);
    default:
      return in_middle_of (figure->bounds, size);
    }
}
