/* pt-lanes.c: dividing pools and lanes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lanes.h"

#include "pt-di-writer.h"
#include "pt-lane-members.h"
#include "pt-model-writer.h"
#include "pt-tiling.h"

#include <glib/gi18n-lib.h>

#define NEW_LANE_HEIGHT 125.0

static gboolean
has_lanes (const PtElement *holder)
{
  const PtElement *lanes_of
      = pt_element_family (holder) == PT_FAMILY_POOL ? holder->process : holder;

  for (guint i = 0; lanes_of->children != NULL && i < lanes_of->children->len; i++)
    if (pt_element_is_a (g_ptr_array_index (lanes_of->children, i), PT_BPMN_LANE_SET))
      return TRUE;
  return FALSE;
}

/* Makes a lane at @bounds, turned, drawn above the figure @above. */
static xmlNode *
make_lane (PtTiling *tiling,
           xmlNode *lane_set,
           xmlNode *before,
           PtBounds bounds,
           PtDiagramElement *above)
{
  PtDraft *draft = tiling->draft;
  xmlNode *lane = pt_model_add_before (draft, lane_set, PT_BPMN_LANE, before);
  PtNewLane made = { lane, tiling->process, pt_tiling_turn (tiling, bounds) };

  g_array_append_val (draft->new_lanes, made);
  pt_di_add_shape (draft, above->diagram, lane,
                   pt_di_style_of (PT_BPMN_LANE, FALSE, tiling->vertical), made.bounds, above->node,
                   FALSE);
  pt_draft_lanes_changed (draft, tiling->process);
  return lane;
}

/* The part of a pool or lane to the right of its title. */
static PtBounds
inside (PtBounds b)
{
  return (PtBounds){ b.x + PT_LANE_HEADER, b.y, b.width - PT_LANE_HEADER, b.height };
}

/* --- adding --- */

/* A pool without lanes gets two at once: one around what it holds, and the new one. */
static xmlNode *
add_first_lanes (PtTiling *tiling, gboolean above)
{
  PtBounds b = inside (pt_tiling_bounds (tiling, tiling->pool)), held = b, fresh = b;
  xmlNode *set = pt_model_add (tiling->draft, tiling->process->node, PT_BPMN_LANE_SET);
  xmlNode *first, *second;

  pt_tiling_insert (tiling, above ? b.y : b.y + b.height, NEW_LANE_HEIGHT, NULL);
  fresh.height = NEW_LANE_HEIGHT;
  if (above)
    held.y += NEW_LANE_HEIGHT;
  else
    fresh.y += b.height;
  first = make_lane (tiling, set, NULL, above ? fresh : held, tiling->pool);
  second = make_lane (tiling, set, NULL, above ? held : fresh, tiling->pool);
  return above ? first : second;
}

static xmlNode *
add_beside (PtTiling *tiling, PtElement *lane, gboolean above)
{
  PtDiagramElement *figure = lane->figure;
  PtBounds b = pt_tiling_bounds (tiling, figure);
  double y = above ? b.y : b.y + b.height;

  pt_tiling_insert (tiling, y, NEW_LANE_HEIGHT, lane);
  return make_lane (tiling, lane->node->parent,
                    above ? lane->node : pt_xml_next_element (lane->node),
                    (PtBounds){ b.x, y, b.width, NEW_LANE_HEIGHT }, figure);
}

/* Of the lanes that divide the pool itself, the first or last one. */
static PtElement *
outermost_lane (PtTiling *tiling, gboolean first)
{
  PtElement *found = NULL;

  for (guint i = 0; i < tiling->lanes->len; i++)
    {
      PtElement *lane = ((PtDiagramElement *)g_ptr_array_index (tiling->lanes, i))->element;

      if (lane->parent->parent == tiling->process && (found == NULL || !first))
        found = lane;
    }
  return found;
}

char *
pt_modeling_add_lane (PtProcessGraph *graph, const char *id, gboolean above)
{
  PtElement *beside = pt_process_graph_get (graph, id);
  g_autoptr (PtDraft) draft = NULL;
  g_autoptr (PtTiling) tiling = NULL;
  xmlNode *lane = NULL;

  if (beside == NULL || beside->process == NULL || beside->figure == NULL
      || pt_rules_contain (beside, PT_BPMN_LANE, NULL) != PT_VERDICT_ALLOW)
    return NULL;
  draft = pt_draft_begin (graph, _ ("Add lane"));
  tiling = pt_tiling_new (draft, beside);
  if (beside->type == PT_BPMN_PARTICIPANT && has_lanes (beside))
    beside = outermost_lane (tiling, above);
  if (beside != NULL)
    lane = beside->type == PT_BPMN_PARTICIPANT ? add_first_lanes (tiling, above)
                                               : add_beside (tiling, beside, above);
  if (lane == NULL)
    return NULL;
  pt_draft_commit (g_steal_pointer (&draft));
  return pt_model_id (lane);
}

/* --- dividing --- */

static void
divide (PtTiling *tiling, PtElement *element, guint n)
{
  PtDiagramElement *figure = element->figure;
  gboolean is_pool = element->type == PT_BPMN_PARTICIPANT;
  xmlNode *set = pt_model_add (tiling->draft, is_pool ? element->process->node : element->node,
                               is_pool ? PT_BPMN_LANE_SET : PT_BPMN_CHILD_LANE_SET);
  PtBounds b = inside (pt_tiling_bounds (tiling, figure));

  for (guint i = 0; i < n; i++)
    make_lane (tiling, set, NULL, (PtBounds){ b.x, b.y + b.height * i / n, b.width, b.height / n },
               figure);
}

gboolean
pt_modeling_divide_lane (PtProcessGraph *graph, const char *id, guint n)
{
  PtElement *element = pt_process_graph_get (graph, id);
  g_autoptr (PtDraft) draft = NULL;
  g_autoptr (PtTiling) tiling = NULL;

  if (element == NULL || element->process == NULL || element->figure == NULL || n < 2 || n > 3
      || pt_rules_contain (element, PT_BPMN_LANE, NULL) != PT_VERDICT_ALLOW || has_lanes (element))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Divide lane"));
  tiling = pt_tiling_new (draft, element);
  if (pt_tiling_bounds (tiling, element->figure).height < n * PT_LANE_LEAST)
    return FALSE;
  divide (tiling, element, n);
  return pt_draft_commit (g_steal_pointer (&draft));
}

/* --- closing --- */

/* The last lane before @lane that stays, else the first after it. */
static PtElement *
neighbour (PtDraft *draft, PtElement *lane, gboolean *is_upper)
{
  GPtrArray *siblings = lane->parent->children;
  PtElement *upper = NULL, *lower = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < siblings->len; i++)
    {
      PtElement *other = g_ptr_array_index (siblings, i);

      passed |= other == lane;
      if (other->type != PT_BPMN_LANE || other->figure == NULL || pt_draft_is_doomed (draft, other))
        continue;
      if (!passed)
        upper = other;
      else if (lower == NULL)
        lower = other;
    }
  *is_upper = upper != NULL;
  return upper != NULL ? upper : lower;
}

/* Lanes within that go as well are stretched like the others, for their neighbours to take over. */
void
pt_lanes_close_gap (PtDraft *draft, PtElement *lane)
{
  gboolean is_upper = FALSE;
  PtElement *other = lane->figure != NULL ? neighbour (draft, lane, &is_upper) : NULL;
  g_autoptr (PtTiling) tiling = other != NULL ? pt_tiling_new (draft, other) : NULL;
  PtSide side = is_upper ? PT_SIDE_BOTTOM : PT_SIDE_TOP;
  double from, to;

  pt_draft_lanes_changed (draft, lane->process);
  if (tiling == NULL)
    return;
  from = pt_side_of (pt_tiling_bounds (tiling, other->figure), side);
  to = pt_side_of (pt_tiling_bounds (tiling, lane->figure), side);
  to = is_upper ? MAX (from, to)
                : MIN (from, to); /* of several lanes that go the farthest counts */
  for (guint i = 0; i < tiling->lanes->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (tiling->lanes, i);

      if ((figure->element == other || pt_element_is_within (figure->element, other))
          && ABS (pt_side_of (pt_tiling_bounds (tiling, figure), side) - from) <= 2)
        pt_tiling_set_side (tiling, figure, side, to);
    }
}
