/* pt-tiling.c: a pool and its lanes, which always fill it without gaps
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-tiling.h"

#include "pt-containers.h"
#include "pt-lane-members.h"

#include <math.h>

#define SLACK 2.0 /* lines of other tools meet only nearly */

static void
collect_lanes (PtTiling *tiling, PtDiagram *diagram)
{
  g_autoptr (GPtrArray) lanes = pt_lane_collect (tiling->process);

  for (guint i = 0; i < lanes->len; i++)
    {
      PtDiagramElement *figure = pt_diagram_find (diagram, g_ptr_array_index (lanes, i));

      if (figure != NULL)
        g_ptr_array_add (tiling->lanes, figure);
    }
}

PtTiling *
pt_tiling_new (PtDraft *draft, PtElement *member)
{
  PtTiling *tiling;
  gboolean is_pool = member->type == PT_BPMN_PARTICIPANT;
  PtElement *pool = is_pool ? member : NULL;

  if (member->figure == NULL)
    return NULL;
  if (!is_pool && member->process != NULL)
    pool = member->process->participant;
  tiling = g_new0 (PtTiling, 1);
  tiling->draft = draft;
  tiling->process = member->process;
  tiling->vertical = !member->figure->is_horizontal;
  tiling->lanes = g_ptr_array_new ();
  if (pool != NULL)
    tiling->pool = pt_diagram_find (member->figure->diagram, pool);
  if (tiling->process != NULL)
    collect_lanes (tiling, member->figure->diagram);
  return tiling;
}

void
pt_tiling_free (PtTiling *tiling)
{
  g_ptr_array_unref (tiling->lanes);
  g_free (tiling);
}

PtBounds
pt_tiling_turn (const PtTiling *tiling, PtBounds b)
{
  return tiling->vertical ? (PtBounds){ b.y, b.x, b.height, b.width } : b;
}

PtBounds
pt_tiling_bounds (const PtTiling *tiling, const PtDiagramElement *figure)
{
  return pt_tiling_turn (tiling, pt_draft_bounds (tiling->draft, figure));
}

PtBounds
pt_tiling_extent (const PtTiling *tiling)
{
  PtBounds all = { 0 };

  if (tiling->pool != NULL)
    return pt_tiling_bounds (tiling, tiling->pool);
  for (guint i = 0; i < tiling->lanes->len; i++)
    all = pt_bounds_union (all, pt_tiling_bounds (tiling, g_ptr_array_index (tiling->lanes, i)));
  return all;
}

/* --- sides --- */

double
pt_side_of (PtBounds b, PtSide side)
{
  const double sides[PT_N_SIDES] = { b.x, b.y, b.x + b.width, b.y + b.height };

  return sides[side];
}

static PtBounds
with_side (PtBounds b, PtSide side, double value)
{
  switch (side)
    {
    case PT_SIDE_LEFT:
      return (PtBounds){ value, b.y, b.x + b.width - value, b.height };
    case PT_SIDE_TOP:
      return (PtBounds){ b.x, value, b.width, b.y + b.height - value };
    case PT_SIDE_RIGHT:
      return (PtBounds){ b.x, b.y, value - b.x, b.height };
    case PT_SIDE_BOTTOM:
    default:
      return (PtBounds){ b.x, b.y, b.width, value - b.y };
    }
}

void
pt_tiling_set_side (PtTiling *tiling, PtDiagramElement *figure, PtSide side, double value)
{
  PtBounds b = with_side (pt_tiling_bounds (tiling, figure), side, value);

  pt_draft_place (tiling->draft, figure, pt_tiling_turn (tiling, b));
}

static gboolean
is_at (double a, double b)
{
  return fabs (a - b) <= SLACK;
}

static PtSide
opposite (PtSide side)
{
  return (side + 2) % PT_N_SIDES;
}

/* --- lines --- */

static gboolean
has_lanes_within (const PtTiling *tiling, const PtDiagramElement *figure)
{
  if (figure == tiling->pool)
    return tiling->lanes->len > 0;
  for (guint i = 0; i < tiling->lanes->len; i++)
    {
      PtDiagramElement *lane = g_ptr_array_index (tiling->lanes, i);

      if (lane != figure && pt_element_is_within (lane->element, figure->element))
        return TRUE;
    }
  return FALSE;
}

/* How far a @side of @figure may be moved inwards. */
static double
inward_limit (const PtTiling *tiling, const PtDiagramElement *figure, PtSide side)
{
  PtBounds b = pt_tiling_bounds (tiling, figure);
  PtBounds needs = pt_tiling_turn (tiling, pt_container_needs (figure));
  gboolean inward_is_up = side == PT_SIDE_RIGHT || side == PT_SIDE_BOTTOM;
  double least = side == PT_SIDE_LEFT || side == PT_SIDE_RIGHT ? 150 : PT_LANE_LEAST;
  double limit = pt_side_of (b, opposite (side)) + (inward_is_up ? least : -least);
  double need;

  if (pt_bounds_is_empty (needs))
    return limit;
  need = pt_side_of (needs, side);
  if (side == PT_SIDE_LEFT)
    need -= PT_LANE_HEADER;
  return inward_is_up ? fmax (limit, need) : fmin (limit, need);
}

/* Stops a move inwards at the limit; never turns it around, however crowded it is already. */
static double
stop_at_limit (const PtTiling *tiling,
               const PtDiagramElement *figure,
               PtSide side,
               double from,
               double to)
{
  double limit = inward_limit (tiling, figure, side);

  if (side == PT_SIDE_RIGHT || side == PT_SIDE_BOTTOM)
    return to < from ? fmax (to, fmin (from, limit)) : to;
  return to > from ? fmin (to, fmax (from, limit)) : to;
}

static PtDiagramElement *
member_at (const PtTiling *tiling, guint i)
{
  return i < tiling->lanes->len ? g_ptr_array_index (tiling->lanes, i) : tiling->pool;
}

/* Lines across the stack belong to the whole pool; its left one takes the titles along. */
static double
move_across (PtTiling *tiling, PtSide side, double from, double to)
{
  for (guint i = 0; i <= tiling->lanes->len; i++)
    {
      PtDiagramElement *member = member_at (tiling, i);
      double own = member != NULL ? pt_side_of (pt_tiling_bounds (tiling, member), side) : 0;

      if (member != NULL)
        to = from + stop_at_limit (tiling, member, side, own, own + to - from) - own;
    }
  for (guint i = 0; i <= tiling->lanes->len; i++)
    {
      PtDiagramElement *member = member_at (tiling, i);
      double own = member != NULL ? pt_side_of (pt_tiling_bounds (tiling, member), side) : 0;

      if (member != NULL)
        pt_tiling_set_side (tiling, member, side, side == PT_SIDE_RIGHT ? to : own + to - from);
    }
  return to;
}

static double
move_along (PtTiling *tiling, double from, double to)
{
  static const PtSide sides[] = { PT_SIDE_TOP, PT_SIDE_BOTTOM };

  for (guint pass = 0; pass < 2; pass++) /* first asks all, then moves them */
    for (guint i = 0; i <= tiling->lanes->len; i++)
      for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
        {
          PtDiagramElement *member = member_at (tiling, i);

          if (member == NULL
              || !is_at (pt_side_of (pt_tiling_bounds (tiling, member), sides[s]), from))
            continue;
          if (pass == 1)
            pt_tiling_set_side (tiling, member, sides[s], to);
          else if (!has_lanes_within (tiling, member))
            to = stop_at_limit (tiling, member, sides[s], from, to);
        }
  return to;
}

double
pt_tiling_move_line (PtTiling *tiling, PtSide side, double from, double to)
{
  if (from == to)
    return from;
  return side == PT_SIDE_TOP || side == PT_SIDE_BOTTOM ? move_along (tiling, from, to)
                                                       : move_across (tiling, side, from, to);
}

/* --- room --- */

static void
shift_down (PtTiling *tiling, PtDiagramElement *figure, double by)
{
  pt_draft_shift (tiling->draft, figure, tiling->vertical ? by : 0, tiling->vertical ? 0 : by);
}

static void
shift_with_content (PtTiling *tiling, PtDiagramElement *figure, double by)
{
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();

  pt_container_collect (figure->diagram, figure->element, inside);
  shift_down (tiling, figure, by);
  for (guint i = 0; i < inside->len; i++)
    shift_down (tiling, pt_diagram_find (figure->diagram, g_ptr_array_index (inside, i)), by);
}

static void
insert_into_member (PtTiling *tiling,
                    PtDiagramElement *member,
                    double y,
                    double height,
                    const PtElement *beside)
{
  PtBounds b = pt_tiling_bounds (tiling, member);
  gboolean is_around = member == tiling->pool
                       || (beside != NULL && pt_element_is_within (beside, member->element));

  if (is_around || (b.y < y - SLACK && pt_side_of (b, PT_SIDE_BOTTOM) > y + SLACK))
    pt_tiling_set_side (tiling, member, PT_SIDE_BOTTOM, b.y + b.height + height);
  else if (b.y >= y - SLACK)
    shift_down (tiling, member, height);
}

/* A boundary event goes where its host goes. */
static gboolean
lies_below (PtTiling *tiling, const PtDiagramElement *figure, double y)
{
  const PtElement *host = figure->element->attached_to;
  const PtDiagramElement *decides = host != NULL ? pt_diagram_find (figure->diagram, host) : NULL;

  return pt_bounds_center (pt_tiling_bounds (tiling, decides != NULL ? decides : figure)).y >= y;
}

/* Collected before any of them is moved: a boundary event asks where its host was. */
static GPtrArray *
nodes_below (PtTiling *tiling, PtDiagram *diagram, double y)
{
  GPtrArray *nodes = tiling->process != NULL ? tiling->process->children : NULL;
  GPtrArray *below = g_ptr_array_new ();

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      PtDiagramElement *figure = pt_diagram_find (diagram, g_ptr_array_index (nodes, i));

      if (figure != NULL && !figure->is_edge && lies_below (tiling, figure, y))
        g_ptr_array_add (below, figure);
    }
  return below;
}

void
pt_tiling_insert (PtTiling *tiling, double y, double height, const PtElement *beside)
{
  double bottom = pt_side_of (pt_tiling_extent (tiling), PT_SIDE_BOTTOM);
  g_autoptr (GPtrArray) below
      = nodes_below (tiling,
                     member_at (tiling, tiling->pool != NULL ? tiling->lanes->len : 0)->diagram, y);

  for (guint i = 0; i <= tiling->lanes->len; i++)
    if (member_at (tiling, i) != NULL)
      insert_into_member (tiling, member_at (tiling, i), y, height, beside);
  for (guint i = 0; i < below->len; i++)
    shift_with_content (tiling, g_ptr_array_index (below, i), height);
  pt_tiling_push_pools (tiling, bottom, height);
}

void
pt_tiling_push_pools (PtTiling *tiling, double y, double by)
{
  GPtrArray *siblings;

  if (tiling->pool == NULL || tiling->pool->element->parent == NULL)
    return;
  siblings = tiling->pool->element->parent->children;
  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    {
      PtElement *other = g_ptr_array_index (siblings, i);
      PtDiagramElement *figure = other->type == PT_BPMN_PARTICIPANT
                                     ? pt_diagram_find (tiling->pool->diagram, other)
                                     : NULL;

      if (figure != NULL && figure != tiling->pool
          && pt_tiling_bounds (tiling, figure).y >= y - SLACK)
        shift_with_content (tiling, figure, by);
    }
}
