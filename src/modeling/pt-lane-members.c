/* pt-lane-members.c: a node belongs to the innermost lane its centre lies in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lane-members.h"

#include "pt-model-writer.h"

/* --- where lanes lie --- */

static void
collect (PtElement *holder, GPtrArray *lanes)
{
  for (guint i = 0; holder->children != NULL && i < holder->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (holder->children, i);

      if (child->type == PT_BPMN_LANE)
        g_ptr_array_add (lanes, child);
      if (child->type == PT_BPMN_LANE || pt_element_is_a (child, PT_BPMN_LANE_SET))
        collect (child, lanes);
    }
}

GPtrArray *
pt_lane_collect (PtElement *process)
{
  GPtrArray *lanes = g_ptr_array_new ();

  collect (process, lanes);
  return lanes;
}

/* Indexed by "after": [0] is how a lane lay before the draft, [1] how it will lie. */
typedef struct
{
  xmlNode *lane;
  const PtDiagram *diagram; /* (nullable): where it is drawn; NULL for one that comes */
  PtBounds bounds[2];
} Box;

/* Returns: (transfer full) (element-type Box): the lanes of @process that stay or come */
static GArray *
collect_boxes (PtDraft *draft, PtElement *process)
{
  g_autoptr (GPtrArray) lanes = pt_lane_collect (process);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < lanes->len; i++)
    {
      PtElement *lane = g_ptr_array_index (lanes, i);

      if (lane->figure != NULL && !pt_draft_is_doomed (draft, lane))
        {
          Box box = { lane->node,
                      lane->figure->diagram,
                      { lane->figure->bounds, pt_draft_bounds (draft, lane->figure) } };

          g_array_append_val (boxes, box);
        }
    }
  for (guint i = 0; i < draft->new_lanes->len; i++)
    {
      PtNewLane *made = &g_array_index (draft->new_lanes, PtNewLane, i);
      Box box = { made->node, NULL, { { 0 }, made->bounds } };

      if (made->process == process)
        g_array_append_val (boxes, box);
    }
  return boxes;
}

static double
area (PtBounds bounds)
{
  return bounds.width * bounds.height;
}

/* An inner lane is smaller than those around it. What is drawn on another diagram than the lanes lies
 * in none of them. */
static xmlNode *
innermost_at (const GArray *boxes, const PtDiagram *diagram, gboolean after, PtPoint p)
{
  const Box *best = NULL;

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      if ((box->diagram == NULL || box->diagram == diagram)
          && pt_bounds_contains_point (box->bounds[after], p)
          && (best == NULL || area (box->bounds[after]) < area (best->bounds[after])))
        best = box;
    }
  return best != NULL ? best->lane : NULL;
}

xmlNode *
pt_lane_at (PtDraft *draft, const PtDiagram *diagram, PtElement *process, PtPoint p)
{
  g_autoptr (GArray) boxes = collect_boxes (draft, process);

  return innermost_at (boxes, diagram, TRUE, p);
}

/* --- listing --- */

void
pt_lane_enter (PtDraft *draft, xmlNode *lane, const char *id)
{
  if (lane != NULL)
    pt_model_add_child (draft, lane, "flowNodeRef", id);
}

void
pt_lane_leave (PtDraft *draft, const PtElement *node)
{
  for (PtElement *lane = node->lane; lane != NULL; lane = lane->parent)
    if (lane->type == PT_BPMN_LANE && !pt_draft_is_doomed (draft, lane))
      pt_model_drop_reference (draft, lane->node, "flowNodeRef", node->id);
}

static void
forget_in (PtDraft *draft, PtElement *lane, GHashTable *ids)
{
  for (xmlNode *child = pt_xml_first_element (lane->node), *next; child != NULL; child = next)
    {
      g_autofree char *id = NULL;

      next = pt_xml_next_element (child);
      if (!pt_xml_is (child, PT_NS_BPMN, "flowNodeRef"))
        continue;
      id = pt_xml_text (child);
      if (g_hash_table_contains (ids, id))
        pt_document_remove (draft->document, child);
    }
}

void
pt_lane_forget (PtDraft *draft, PtElement *process)
{
  g_autoptr (GPtrArray) lanes = pt_lane_collect (process);
  g_autoptr (GHashTable) ids = g_hash_table_new (pt_id_hash, g_str_equal);
  GHashTableIter iter;
  gpointer doomed;

  g_hash_table_iter_init (&iter, draft->doomed);
  while (g_hash_table_iter_next (&iter, &doomed, NULL))
    if (((PtElement *)doomed)->id != NULL)
      g_hash_table_add (ids, (gpointer)((PtElement *)doomed)->id);
  for (guint i = 0; i < lanes->len; i++)
    if (!pt_draft_is_doomed (draft, g_ptr_array_index (lanes, i)))
      forget_in (draft, g_ptr_array_index (lanes, i), ids);
}

/* --- following --- */

/* A boundary event belongs where its host does. */
static const PtDiagramElement *
deciding_figure (const PtElement *node)
{
  const PtElement *host = node->attached_to;

  return host != NULL && host->figure != NULL ? host->figure : node->figure;
}

static gboolean
may_be_listed (const PtDraft *draft, const PtElement *node)
{
  return node->id != NULL && pt_element_is_a (node, PT_BPMN_FLOW_NODE) && node->process != NULL
         && node->parent == node->process && node->figure != NULL
         && !pt_draft_is_doomed (draft, node) && !g_hash_table_contains (draft->listed, node);
}

void
pt_lane_settle (PtDraft *draft, PtElement *node, PtElement *container)
{
  const PtDiagramElement *figure = deciding_figure (node);
  PtPoint center;

  g_hash_table_add (draft->listed, node);
  pt_lane_leave (draft, node);
  if (container->type != PT_BPMN_PROCESS || !pt_element_is_a (node, PT_BPMN_FLOW_NODE)
      || node->figure == NULL)
    return;
  center = pt_bounds_center (pt_draft_bounds (draft, figure));
  pt_lane_enter (draft, pt_lane_at (draft, figure->diagram, container, center), node->id);
}

void
pt_lane_share (PtDraft *draft, PtElement *node, const PtElement *other)
{
  g_hash_table_add (draft->listed, node);
  pt_lane_leave (draft, node);
  pt_lane_enter (draft, other->lane != NULL ? other->lane->node : NULL, node->id);
}

/* What was drawn in one lane and listed in another, or in none, is not mended by a nudge. */
static gboolean
stays (PtDraft *draft, const PtElement *node, const GArray *boxes, const xmlNode *lane)
{
  const PtDiagramElement *figure = deciding_figure (node);

  if (node->lane != NULL && pt_draft_is_doomed (draft, node->lane))
    return FALSE;
  return lane == innermost_at (boxes, figure->diagram, FALSE, pt_bounds_center (figure->bounds));
}

static void
follow (PtDraft *draft, const PtElement *node, const GArray *boxes)
{
  const PtDiagramElement *figure = deciding_figure (node);
  PtPoint center = pt_bounds_center (pt_draft_bounds (draft, figure));
  xmlNode *lane = innermost_at (boxes, figure->diagram, TRUE, center);

  if (lane == NULL || (node->lane != NULL && node->lane->node == lane)
      || stays (draft, node, boxes, lane))
    return;
  pt_lane_leave (draft, node);
  pt_lane_enter (draft, lane, node->id);
}

static void
follow_all (PtDraft *draft, PtElement *process)
{
  g_autoptr (GArray) boxes = collect_boxes (draft, process);

  for (guint i = 0; process->children != NULL && i < process->children->len; i++)
    {
      PtElement *node = g_ptr_array_index (process->children, i);

      if (may_be_listed (draft, node))
        follow (draft, node, boxes);
    }
}

void
pt_lane_members_update (PtDraft *draft)
{
  g_autoptr (GHashTable) boxes_of
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < draft->lane_processes->len; i++)
    follow_all (draft, g_ptr_array_index (draft->lane_processes, i));
  for (guint i = 0; i < draft->placed->len; i++)
    {
      PtElement *node = ((PtDiagramElement *)g_ptr_array_index (draft->placed, i))->element;
      GArray *boxes;

      if (node == NULL || !may_be_listed (draft, node)
          || g_ptr_array_find (draft->lane_processes, node->process, NULL))
        continue;
      boxes = g_hash_table_lookup (boxes_of, node->process);
      if (boxes == NULL)
        {
          boxes = collect_boxes (draft, node->process);
          g_hash_table_insert (boxes_of, node->process, boxes);
        }
      follow (draft, node, boxes);
    }
}
