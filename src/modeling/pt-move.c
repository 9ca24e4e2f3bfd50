/* pt-move.c: moving elements, also into another container or lane
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-attach.h"
#include "pt-containers.h"
#include "pt-growth.h"
#include "pt-rehome.h"
#include "pt-rules.h"
#include "pt-selection.h"
#include "pt-split.h"

#include <glib/gi18n-lib.h>

/* --- where it goes --- */

static PtElement *
new_home (const PtElement *onto, const PtElement *element)
{
  PtElement *home = pt_container_of (onto, element->type);

  return home != NULL && pt_element_family (element) != PT_FAMILY_POOL ? home : element->parent;
}

static gboolean
may_go (const PtSelection *selection, const PtElement *onto, const PtElement *element)
{
  for (const PtElement *up = onto; up != NULL; up = up->parent)
    if (g_hash_table_contains (selection->inside, up))
      return FALSE;
  if (element->attached_to != NULL || pt_element_family (element) == PT_FAMILY_POOL)
    return TRUE;
  return pt_rules_contain (onto, element->type, NULL) == PT_VERDICT_ALLOW;
}

static gboolean
all_may_go (const PtSelection *selection, const PtElement *onto)
{
  for (guint i = 0; i < selection->tops->len; i++)
    if (!may_go (selection, onto, g_ptr_array_index (selection->tops, i)))
      return FALSE;
  return TRUE;
}

static void
rehome_tops (PtDraft *draft, const PtSelection *selection, PtElement *onto)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();
  PtElement *home = NULL;

  for (guint i = 0; i < selection->tops->len; i++)
    {
      PtElement *element = g_ptr_array_index (selection->tops, i);
      GPtrArray *events = element->boundary_events;

      if (element->attached_to != NULL || new_home (onto, element) == element->parent)
        continue;
      home = new_home (onto, element);
      g_ptr_array_add (leaving, element);
      for (guint j = 0; events != NULL && j < events->len; j++)
        g_ptr_array_add (leaving, g_ptr_array_index (events, j));
    }
  if (leaving->len > 0)
    pt_rehome (draft, leaving, home);
}

static void
hold_all (PtDraft *draft, const PtSelection *selection, const PtElement *onto)
{
  for (guint i = 0; i < selection->tops->len; i++)
    {
      PtElement *element = g_ptr_array_index (selection->tops, i);
      PtFamily family = pt_element_family (element);

      if (family != PT_FAMILY_POOL && family != PT_FAMILY_ARTIFACT && element->attached_to == NULL)
        pt_growth_hold (draft, element->figure->diagram, new_home (onto, element),
                        pt_draft_bounds (draft, element->figure));
    }
}

/* --- boundary events on their own, and those that become one --- */

static gboolean
slides (const PtSelection *selection, const PtElement *element)
{
  const PtElement *host = element->attached_to;

  return host != NULL && host->figure != NULL && !g_hash_table_contains (selection->inside, host);
}

/* --- the operations --- */

/* A single node without flows that is dropped on a flow goes into it. */
static gboolean
goes_into_flow (const PtSelection *selection, const PtElement *onto)
{
  const PtElement *element
      = selection->tops->len == 1 ? g_ptr_array_index (selection->tops, 0) : NULL;

  return onto != NULL && onto->type == PT_BPMN_SEQUENCE_FLOW && element != NULL
         && pt_element_is_a (element, PT_BPMN_FLOW_NODE) && element->attached_to == NULL
         && pt_sequence_flows (element->incoming, NULL) == 0
         && pt_sequence_flows (element->outgoing, NULL) == 0;
}

static void
shift_all (PtDraft *draft, const PtSelection *selection, double dx, double dy)
{
  PtDiagram *diagram = ((PtElement *)g_ptr_array_index (selection->tops, 0))->figure->diagram;

  for (guint i = 0; i < selection->all->len; i++)
    {
      PtElement *element = g_ptr_array_index (selection->all, i);
      PtDiagramElement *figure = pt_diagram_find (diagram, element);

      if (!slides (selection, element))
        pt_draft_shift (draft, figure != NULL ? figure : element->figure, dx, dy);
    }
}

/* Last, for a host may have grown. */
static void
slide_all (PtDraft *draft, const PtSelection *selection, PtElement *onto, double dx, double dy)
{
  for (guint i = 0; i < selection->tops->len; i++)
    if (slides (selection, g_ptr_array_index (selection->tops, i)))
      pt_attach_slide (draft, g_ptr_array_index (selection->tops, i), onto, dx, dy);
}

static PtPoint
target_of (const PtElement *element, double dx, double dy)
{
  PtPoint center = pt_bounds_center (element->figure->bounds);

  return (PtPoint){ center.x + dx, center.y + dy };
}

/* A single intermediate event that is dropped on an activity. */
static gboolean
comes_to_edge (const PtSelection *selection, const PtElement *onto, double dx, double dy)
{
  const PtElement *event
      = selection->tops->len == 1 ? g_ptr_array_index (selection->tops, 0) : NULL;

  return onto != NULL && event != NULL && event->attached_to == NULL && event != onto
         && pt_attach_wanted (onto, event->type, target_of (event, dx, dy));
}

static gboolean
move_to_edge (PtProcessGraph *graph, PtElement *event, PtElement *host, double dx, double dy)
{
  PtDraft *draft;

  if (!pt_attach_possible (event, host))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Move"));
  pt_attach_existing (draft, event, host, target_of (event, dx, dy));
  return pt_draft_commit (draft);
}

/* Its centre comes to lie on the flow. */
static void
aim_at_flow (PtElement *element, PtElement *flow, double *dx, double *dy)
{
  PtPoint center = pt_bounds_center (element->figure->bounds);
  PtPoint at = pt_split_point (flow, target_of (element, *dx, *dy));

  *dx = at.x - center.x;
  *dy = at.y - center.y;
}

gboolean
pt_modeling_move (PtProcessGraph *graph,
                  const char *const *ids,
                  double dx,
                  double dy,
                  const char *container)
{
  PtElement *onto = container != NULL ? pt_process_graph_get (graph, container) : NULL, *first;
  g_autoptr (PtSelection) selection = pt_selection_new (graph, ids);
  gboolean into_flow = goes_into_flow (selection, onto);
  PtDraft *draft;

  if (selection->tops->len == 0 || (container != NULL && onto == NULL)
      || (onto != NULL && !all_may_go (selection, onto)))
    return FALSE;
  first = g_ptr_array_index (selection->tops, 0);
  if (comes_to_edge (selection, onto, dx, dy))
    return move_to_edge (graph, first, onto, dx, dy);
  if (into_flow)
    aim_at_flow (first, onto, &dx, &dy);
  draft = pt_draft_begin (graph, _ ("Move"));
  shift_all (draft, selection, dx, dy);
  if (onto != NULL)
    {
      hold_all (draft, selection, onto);
      rehome_tops (draft, selection, onto);
    }
  slide_all (draft, selection, onto, dx, dy);
  if (into_flow)
    pt_split_flow (draft, onto, first->node, first->type, pt_draft_bounds (draft, first->figure));
  return pt_draft_commit (draft);
}
