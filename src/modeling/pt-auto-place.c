/* pt-auto-place.c: where a node that is added to another one goes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-auto-place.h"

#include "pt-flow-repair.h"

#include <math.h>

#define USUAL_GAP 50.0
#define WIDEST_GAP 250.0
#define MARGIN 30.0     /* to what is in the way */
#define LEAST_STEP 80.0 /* downwards */
#define WIDE_STEP 90.0  /* to the right, where the flow runs down */

/* All is worked out for a flow from left to right; a flow downwards is turned, one that is followed
 * back is mirrored. */
typedef struct
{
  gboolean turn, mirror;
  const PtDiagramElement *lane; /* (nullable): the only one that is looked at */
} View;

static PtBounds
look_at (View view, PtBounds b)
{
  PtBounds r = view.turn ? (PtBounds){ b.y, b.x, b.height, b.width } : b;

  if (view.mirror)
    r.x = -r.x - r.width;
  return r;
}

static PtPoint
look_away (View view, PtPoint p)
{
  PtPoint q = { view.mirror ? -p.x : p.x, p.y };

  return view.turn ? (PtPoint){ q.y, q.x } : q;
}

static double
right_of (PtBounds b)
{
  return b.x + b.width;
}

static double
bottom_of (PtBounds b)
{
  return b.y + b.height;
}

/* --- the usual gap --- */

static void
count_gaps (GHashTable *counts, View view, const PtDiagramElement *figure, GPtrArray *flows)
{
  PtBounds here = look_at (view, figure->bounds);

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      PtElement *flow = g_ptr_array_index (flows, i);
      PtElement *other = flow->source == figure->element ? flow->target : flow->source;
      const PtDiagramElement *shape
          = other != NULL ? pt_diagram_find (figure->diagram, other) : NULL;
      PtBounds there;
      int gap;

      if (flow->type != PT_BPMN_SEQUENCE_FLOW || shape == NULL || shape->is_edge)
        continue;
      there = look_at (view, shape->bounds);
      gap = (int)lround (MAX (there.x - right_of (here), here.x - right_of (there)));
      if (gap > 0 && gap <= WIDEST_GAP)
        g_hash_table_insert (counts, GINT_TO_POINTER (gap),
                             GINT_TO_POINTER (
                                 GPOINTER_TO_INT (
                                     g_hash_table_lookup (counts, GINT_TO_POINTER (gap)))
                                 + 1));
    }
}

/* The most frequent gap to the neighbours there are, the smaller one of two. */
static double
usual_gap (View view, const PtDiagramElement *figure)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer gap, count;
  int best = 0, most = 0;

  count_gaps (counts, view, figure, figure->element->outgoing);
  count_gaps (counts, view, figure, figure->element->incoming);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &gap, &count))
    if (GPOINTER_TO_INT (count) > most
        || (GPOINTER_TO_INT (count) == most && GPOINTER_TO_INT (gap) < best))
      {
        most = GPOINTER_TO_INT (count);
        best = GPOINTER_TO_INT (gap);
      }
  return most > 0 ? best : USUAL_GAP;
}

/* --- a free place --- */

/* Returns: (nullable): the figure of @element on @diagram, if it is one that stands in the way. A
 * process holds thousands, so what is at hand is asked first. */
static const PtDiagramElement *
find_in_the_way (PtDiagram *diagram, const PtElement *element)
{
  const PtDiagramElement *figure = element->figure;
  PtFamily family = pt_element_family (element);

  if (figure == NULL || element->attached_to != NULL || family == PT_FAMILY_FLOW
      || family == PT_FAMILY_LANE || family == PT_FAMILY_POOL || element->type == PT_BPMN_GROUP)
    return NULL;
  if (figure->diagram != diagram)
    figure = pt_diagram_find (diagram, element);
  return figure != NULL && !figure->is_edge ? figure : NULL;
}

/* What stands in another lane makes way when this one grows. */
static gboolean
is_in_lane (View view, const PtDiagramElement *figure)
{
  return view.lane == NULL
         || pt_bounds_contains_point (view.lane->bounds, pt_bounds_center (figure->bounds));
}

/* Returns: how far @place must move on to be clear of what stands there; 0 when it is */
static double
step_over (View view, const PtDiagramElement *from, PtBounds place, gboolean upwards)
{
  GPtrArray *siblings = from->element->parent != NULL ? from->element->parent->children : NULL;
  PtBounds room = pt_bounds_grow (place, MARGIN / 2);
  double step = 0;

  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    {
      PtElement *element = g_ptr_array_index (siblings, i);
      const PtDiagramElement *figure = find_in_the_way (from->diagram, element);
      PtBounds there;

      if (figure == NULL || figure == from || !is_in_lane (view, figure))
        continue;
      there = look_at (view, figure->bounds);
      if (pt_bounds_intersects (room, there))
        step = MAX (step, upwards ? bottom_of (place) - there.y + MARGIN
                                  : bottom_of (there) + MARGIN - place.y);
    }
  return step;
}

static PtPoint
find_free (View view, const PtDiagramElement *from, PtBounds place, gboolean upwards)
{
  double least = view.turn ? WIDE_STEP : LEAST_STEP, step;

  while ((step = step_over (view, from, place, upwards)) > 0)
    place.y += (upwards ? -1 : 1) * MAX (step, least);
  return look_away (view, pt_bounds_center (place));
}

/* --- first wishes --- */

static PtPoint
place_beside (const PtDiagramElement *from, PtFamily family, PtPoint size)
{
  PtBounds b = from->bounds;

  if (family == PT_FAMILY_DATA)
    return (PtPoint){ right_of (b) - 10 + size.x / 2, bottom_of (b) + 40 + size.y / 2 };
  return (PtPoint){ right_of (b) + size.x / 2, b.y - 50 - size.y / 2 };
}

PtPoint
pt_auto_place (PtDiagramElement *from,
               const PtElement *prospect,
               PtPoint size,
               gboolean before,
               const PtDiagramElement *lane)
{
  View view = { pt_flow_is_vertical (from->element), before, lane };
  PtFamily family = pt_element_family (prospect);
  const PtElement *host = from->element->attached_to;
  const PtDiagramElement *host_figure = host != NULL ? pt_diagram_find (from->diagram, host) : NULL;
  PtBounds here = look_at (view, from->bounds), place;
  gboolean upwards = FALSE;

  if (family == PT_FAMILY_DATA || family == PT_FAMILY_ARTIFACT)
    return place_beside (from, family, size);
  place = look_at ((View){ view.turn, FALSE, NULL }, (PtBounds){ 0, 0, size.x, size.y });
  place.x = right_of (here) + usual_gap (view, from);
  place.y = pt_bounds_center (here).y - place.height / 2;
  if (host_figure != NULL)
    {
      PtBounds around = look_at (view, host_figure->bounds);

      upwards = pt_bounds_center (here).y < pt_bounds_center (around).y;
      place.y = upwards ? around.y - USUAL_GAP - place.height : bottom_of (around) + USUAL_GAP;
    }
  return find_free (view, from, place, upwards);
}
