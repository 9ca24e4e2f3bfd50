/* pt-unwrap.c: the last pool goes, its process stays
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-unwrap.h"

#include "pt-lane-members.h"
#include "pt-model-writer.h"
#include "pt-new-pool.h"
#include "pt-remove.h"

static PtElement *
first_pool (GPtrArray *tops)
{
  PtElement *found = NULL;

  for (guint i = 0; i < tops->len; i++)
    {
      PtElement *element = g_ptr_array_index (tops, i);

      if (element->type != PT_BPMN_PARTICIPANT)
        continue;
      if (element->process != NULL)
        return element;
      found = found != NULL ? found : element;
    }
  return found;
}

static PtDiagram *
diagram_of (PtProcessGraph *graph, const PtElement *collaboration)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < diagrams->len; i++)
    if (((PtDiagram *)g_ptr_array_index (diagrams, i))->element == collaboration)
      return g_ptr_array_index (diagrams, i);
  return NULL;
}

PtElement *
pt_unwrap_candidate (PtProcessGraph *graph, GPtrArray *tops)
{
  PtElement *pool = first_pool (tops);
  GPtrArray *siblings = pool != NULL ? pool->parent->children : NULL;

  if (pool == NULL || pool->parent->type != PT_BPMN_COLLABORATION
      || diagram_of (graph, pool->parent) == NULL)
    return NULL;
  for (guint i = 0; i < siblings->len; i++)
    {
      PtElement *other = g_ptr_array_index (siblings, i);
      PtFamily family = pt_element_family (other);

      if (family == PT_FAMILY_CONVERSATION
          || (family == PT_FAMILY_POOL && !g_ptr_array_find (tops, other, NULL)))
        return NULL;
    }
  return pool;
}

static void
remove_lanes (PtDraft *draft, PtElement *process)
{
  g_autoptr (GPtrArray) lanes = pt_lane_collect (process);

  for (guint i = 0; i < lanes->len; i++)
    {
      PtElement *lane = g_ptr_array_index (lanes, i);

      pt_draft_doom (draft, lane);
      pt_remove_flows_of (draft, lane);
      pt_remove_figures (draft, lane);
      if (pt_draft_doom (draft, lane->parent) && lane->parent->parent == process)
        pt_document_remove (draft->document, lane->parent->node);
    }
}

/* What was said about the collaboration is said about the process from now on. */
static void
hand_over (PtDraft *draft, PtElement *collaboration, xmlNode *process)
{
  for (guint i = 0; i < collaboration->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (collaboration->children, i);

      if (pt_element_is_a (child, PT_BPMN_ARTIFACT) && !pt_draft_is_doomed (draft, child))
        pt_model_reparent (draft, child->node, process);
      else if (child->type == PT_BPMN_MESSAGE_FLOW)
        pt_remove_flow (draft, child);
    }
}

void
pt_unwrap (PtDraft *draft, PtElement *pool)
{
  PtElement *collaboration = pool->parent;
  PtDiagram *diagram = diagram_of (draft->graph, collaboration);
  xmlNode *process = pool->process != NULL ? pool->process->node : pt_new_pool_process (draft);
  g_autofree char *id = pt_model_id (process);

  if (pool->process != NULL)
    remove_lanes (draft, pool->process);
  hand_over (draft, collaboration, process);
  pt_remove_flows_of (draft, pool);
  pt_remove_figures (draft, pool);
  pt_draft_doom (draft, pool);
  pt_draft_doom (draft, collaboration);
  pt_document_set_attribute (draft->document, diagram->plane, NULL, "bpmnElement", id);
  pt_document_remove (draft->document, collaboration->node);
}
