/* pt-paste.c: elements from a clipboard
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-clipboard.h"
#include "pt-containers.h"
#include "pt-growth.h"
#include "pt-lane-members.h"
#include "pt-model-writer.h"
#include "pt-new-pool.h"
#include "pt-transplant.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  PtDraft *draft;
  PtDiagram *diagram;
  PtElement *onto;        /* what is below the middle */
  PtElement *container;   /* what holds new nodes in the model */
  xmlNode *collaboration; /* (nullable): what holds new pools */
  PtProcessGraph *source;
  PtTransplant transplant;
  GPtrArray *pasted; /* of char *: ids */
} Paste;

/* --- where --- */

static gboolean
can_hold (const PtDiagramElement *figure)
{
  const PtElement *element = figure->element;

  if (element == NULL || figure->is_edge)
    return FALSE;
  switch (pt_element_family (element))
    {
    case PT_FAMILY_POOL:
    case PT_FAMILY_LANE:
      return element->process != NULL;
    case PT_FAMILY_ACTIVITY:
      return pt_element_is_a (element, PT_BPMN_SUB_PROCESS) && figure->is_expanded;
    default:
      return FALSE;
    }
}

/* The topmost container at @p, for they are painted from the outside in. */
static PtElement *
find_onto (PtDiagram *diagram, PtPoint p)
{
  for (guint i = diagram->elements->len; i-- > 0;)
    {
      PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);

      if (can_hold (figure) && pt_bounds_contains_point (figure->bounds, p))
        return figure->element;
    }
  return diagram->element;
}

static PtElement *
find_child (PtProcessGraph *graph, const char *id)
{
  return pt_process_graph_get (graph, id);
}

static gboolean
is_top_node (const PtElement *element)
{
  PtFamily family = pt_element_family (element);

  return family != PT_FAMILY_NONE && family != PT_FAMILY_FLOW && element->attached_to == NULL;
}

static gboolean
has_pools (PtProcessGraph *source)
{
  PtElement *collaboration = find_child (source, PT_CLIPBOARD_COLLABORATION);

  return collaboration->children != NULL && collaboration->children->len > 0;
}

static gboolean
may_paste (PtProcessGraph *source, PtDiagram *diagram, const PtElement *onto)
{
  PtElement *process = find_child (source, PT_CLIPBOARD_PROCESS);

  if (has_pools (source)
      && pt_rules_contain (diagram->element, PT_BPMN_PARTICIPANT, NULL) != PT_VERDICT_ALLOW)
    return FALSE;
  for (guint i = 0; process->children != NULL && i < process->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (process->children, i);

      if (is_top_node (child) && pt_rules_contain (onto, child->type, NULL) != PT_VERDICT_ALLOW)
        return FALSE;
    }
  return TRUE;
}

/* --- what --- */

static gboolean
is_skipped (const Paste *paste, const PtElement *element)
{
  return g_hash_table_contains (paste->transplant.skip, element->node);
}

static gboolean
is_loose (const Paste *paste, const PtElement *end)
{
  return end == NULL || is_skipped (paste, end);
}

/* Flows to what was not copied, and what is linked to such flows. */
static void
skip_loose_ends (Paste *paste)
{
  GPtrArray *elements = pt_process_graph_get_elements (paste->source);
  gboolean found;

  do
    {
      found = FALSE;
      for (guint i = 0; i < elements->len; i++)
        {
          PtElement *element = g_ptr_array_index (elements, i);

          if (pt_element_family (element) == PT_FAMILY_FLOW
              && (is_loose (paste, element->source) || is_loose (paste, element->target)))
            found |= g_hash_table_add (paste->transplant.skip, element->node);
        }
    }
  while (found);
}

static xmlNode *
insert_copy (Paste *paste, const PtElement *element, xmlNode *parent)
{
  xmlNode *copy = pt_transplant_copy (&paste->transplant, element->node);

  pt_document_insert (paste->draft->document, parent,
                      pt_bpmn_insertion_point (parent, (const char *)copy->name), copy);
  if (is_top_node (element) && element->figure != NULL)
    g_ptr_array_add (paste->pasted, pt_model_id (copy));
  return copy;
}

static PtBounds
shifted (const Paste *paste, PtBounds b)
{
  b.x += paste->transplant.shift.x;
  b.y += paste->transplant.shift.y;
  return b;
}

static void
enter_lane (Paste *paste, const PtElement *element, xmlNode *copy)
{
  const PtElement *decides = element->attached_to != NULL ? element->attached_to : element;
  g_autofree char *id = NULL;
  PtPoint center;

  if (paste->container->type != PT_BPMN_PROCESS || decides->figure == NULL
      || !pt_element_is_a (element, PT_BPMN_FLOW_NODE))
    return;
  id = pt_model_id (copy);
  center = pt_bounds_center (shifted (paste, decides->figure->bounds));
  pt_lane_enter (paste->draft,
                 pt_lane_at (paste->draft, paste->diagram, paste->container, center), id);
}

static void
paste_nodes (Paste *paste)
{
  GPtrArray *children = find_child (paste->source, PT_CLIPBOARD_PROCESS)->children;

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      PtElement *child = g_ptr_array_index (children, i);

      if (is_top_node (child) && child->figure != NULL)
        pt_growth_hold (paste->draft, paste->diagram, paste->container,
                        shifted (paste, child->figure->bounds));
    }
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      PtElement *child = g_ptr_array_index (children, i);

      if (!is_skipped (paste, child))
        enter_lane (paste, child, insert_copy (paste, child, paste->container->node));
    }
}

static void
paste_pools (Paste *paste)
{
  GPtrArray *roots = pt_process_graph_get_definitions (paste->source)->children;
  GPtrArray *pools = find_child (paste->source, PT_CLIPBOARD_COLLABORATION)->children;

  for (guint i = 0; i < roots->len; i++)
    {
      PtElement *root = g_ptr_array_index (roots, i);

      if (root->type == PT_BPMN_PROCESS && g_strcmp0 (root->id, PT_CLIPBOARD_PROCESS) != 0)
        insert_copy (paste, root, pt_document_get_root (paste->draft->document));
    }
  for (guint i = 0; pools != NULL && i < pools->len; i++)
    if (!is_skipped (paste, g_ptr_array_index (pools, i)))
      insert_copy (paste, g_ptr_array_index (pools, i), paste->collaboration);
}

static void
paste_figures (Paste *paste)
{
  PtDiagram *diagram = g_ptr_array_index (pt_process_graph_get_diagrams (paste->source), 0);

  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);

      if (figure->element != NULL && !is_skipped (paste, figure->element))
        pt_document_insert (paste->draft->document, paste->diagram->plane, NULL,
                            pt_transplant_copy (&paste->transplant, figure->node));
    }
}

/* What is on a diagram of its own stays at its place there. */
static void
paste_diagrams (Paste *paste)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (paste->source);
  xmlNode *root = pt_document_get_root (paste->draft->document);

  paste->transplant.shift = (PtPoint){ 0, 0 };
  for (guint i = 1; i < diagrams->len; i++)
    pt_document_insert (paste->draft->document, root, pt_bpmn_insertion_point (root, "BPMNDiagram"),
                        pt_transplant_copy (&paste->transplant,
                                            ((PtDiagram *)g_ptr_array_index (diagrams, i))->node));
}

static void
reserve_ids (Paste *paste)
{
  GPtrArray *roots = pt_process_graph_get_definitions (paste->source)->children;
  GPtrArray *diagrams = pt_process_graph_get_diagrams (paste->source);

  for (guint i = 0; i < roots->len; i++)
    pt_transplant_reserve (&paste->transplant, ((PtElement *)g_ptr_array_index (roots, i))->node);
  for (guint i = 0; i < diagrams->len; i++)
    pt_transplant_reserve (&paste->transplant,
                           ((PtDiagram *)g_ptr_array_index (diagrams, i))->node);
}

/* --- the operation --- */

static PtProcessGraph *
read_clipboard (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (bytes, _ ("clipboard"), NULL);
  g_autoptr (PtProcessGraph) graph = document != NULL ? pt_process_graph_new (document) : NULL;

  if (graph == NULL || find_child (graph, PT_CLIPBOARD_COLLABORATION) == NULL
      || find_child (graph, PT_CLIPBOARD_PROCESS) == NULL
      || pt_process_graph_get_diagrams (graph)->len == 0)
    return NULL;
  return g_steal_pointer (&graph);
}

static void
run (Paste *paste, PtPoint center)
{
  if (has_pools (paste->source))
    paste->collaboration
        = paste->diagram->element->type == PT_BPMN_COLLABORATION
              ? paste->diagram->element->node
              : pt_new_pool_wrap (paste->draft, paste->diagram, NULL, center)->parent;
  skip_loose_ends (paste);
  reserve_ids (paste);
  if (paste->collaboration != NULL)
    paste_pools (paste);
  paste_nodes (paste);
  paste_figures (paste);
  paste_diagrams (paste);
}

char **
pt_modeling_paste (PtProcessGraph *graph, PtDiagram *diagram, const char *text, PtPoint center)
{
  g_autoptr (PtProcessGraph) source = read_clipboard (text);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) skip = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pasted = g_ptr_array_new ();
  Paste paste = { .diagram = diagram, .source = source, .pasted = pasted };
  PtPoint middle;

  if (source == NULL || diagram->element == NULL)
    return NULL;
  pt_process_graph_set_shown (graph, diagram);
  paste.onto = find_onto (diagram, center);
  paste.container = pt_container_of (paste.onto, PT_BPMN_TASK);
  if (paste.container == NULL || !may_paste (source, diagram, paste.onto))
    return NULL;
  middle = pt_bounds_center (
      pt_diagram_bounds (g_ptr_array_index (pt_process_graph_get_diagrams (source), 0)));
  paste.draft = pt_draft_begin (graph, _ ("Paste"));
  paste.transplant = (PtTransplant){
    paste.draft, ids, skip, { round (center.x - middle.x), round (center.y - middle.y) }
  };
  run (&paste, center);
  pt_draft_commit (paste.draft);
  g_ptr_array_add (pasted, NULL);
  return (char **)g_ptr_array_steal (pasted, NULL);
}
