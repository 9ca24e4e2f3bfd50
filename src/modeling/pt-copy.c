/* pt-copy.c: elements as BPMN text for a clipboard
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is copied is a small BPMN file of its own: one process holds the loose elements, copied
 * pools stand in a collaboration with their processes, and a diagram shows all of it. Further
 * diagrams show the insides that have their own.
 */
#include "pt-clipboard.h"

#include "pt-selection.h"

#include <libxml/parser.h>

typedef struct
{
  PtSelection *selection;
  xmlDoc *doc;
  xmlNode *definitions, *collaboration, *process, *plane;
  GHashTable *done; /* set of PtElement that are in the copy by themselves */
} Copy;

static xmlNode *
add_child (xmlNode *parent, xmlNs *ns, const char *name, const char *id)
{
  xmlNode *node = xmlNewChild (parent, ns, (const xmlChar *)name, NULL);

  xmlNewProp (node, BAD_CAST "id", (const xmlChar *)id);
  return node;
}

static void
make_frame (Copy *copy)
{
  xmlNs *model, *di;
  xmlNode *diagram;

  copy->doc = xmlNewDoc (BAD_CAST "1.0");
  copy->definitions = xmlNewDocNode (copy->doc, NULL, BAD_CAST "definitions", NULL);
  xmlDocSetRootElement (copy->doc, copy->definitions);
  model = xmlNewNs (copy->definitions, BAD_CAST PT_NS_BPMN, BAD_CAST "bpmn");
  di = xmlNewNs (copy->definitions, BAD_CAST PT_NS_BPMNDI, BAD_CAST "bpmndi");
  xmlSetNs (copy->definitions, model);
  xmlNewProp (copy->definitions, BAD_CAST "targetNamespace", BAD_CAST PT_NS_PARTITUR);
  copy->collaboration
      = add_child (copy->definitions, model, "collaboration", PT_CLIPBOARD_COLLABORATION);
  copy->process = add_child (copy->definitions, model, "process", PT_CLIPBOARD_PROCESS);
  diagram = add_child (copy->definitions, di, "BPMNDiagram", "Clipboard_Diagram");
  copy->plane = add_child (diagram, di, "BPMNPlane", "Clipboard_Plane");
  xmlNewProp (copy->plane, BAD_CAST "bpmnElement", BAD_CAST PT_CLIPBOARD_COLLABORATION);
}

static void
take_node (Copy *copy, const xmlNode *node, xmlNode *parent)
{
  xmlAddChild (parent, xmlDocCopyNode ((xmlNode *)node, copy->doc, 1));
}

static void
take_figure (Copy *copy, const PtElement *element)
{
  if (element->figure != NULL)
    take_node (copy, element->figure->node, copy->plane);
}

/* Whether @element stands in the copy because something around it does. */
static gboolean
is_within_copied (const Copy *copy, const PtElement *element)
{
  for (const PtElement *up = element->parent; up != NULL; up = up->parent)
    if (g_hash_table_contains (copy->done, up))
      return TRUE;
  return FALSE;
}

/* The diagrams that show the inside of what is copied. */
static void
take_diagrams (Copy *copy, PtProcessGraph *graph)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (diagrams, i);

      if (diagram->element != NULL
          && (g_hash_table_contains (copy->done, diagram->element)
              || is_within_copied (copy, diagram->element)))
        take_node (copy, diagram->node, copy->definitions);
    }
}

/* In the order of the schema: nodes come before the flows between them. */
static void
take_top (Copy *copy, PtElement *element)
{
  if (!g_hash_table_add (copy->done, element))
    return;
  if (element->type == PT_BPMN_PARTICIPANT)
    {
      take_node (copy, element->node, copy->collaboration);
      if (element->process != NULL && g_hash_table_add (copy->done, element->process))
        xmlAddPrevSibling (copy->process, xmlDocCopyNode (element->process->node, copy->doc, 1));
      return;
    }
  if (element->ref != NULL && element->ref->type == PT_BPMN_DATA_OBJECT
      && g_hash_table_add (copy->done, element->ref))
    take_node (copy, element->ref->node, copy->process);
  take_node (copy, element->node, copy->process);
}

static gboolean
is_taken (const Copy *copy, PtElement *end)
{
  return end != NULL
         && (g_hash_table_contains (copy->selection->inside, end)
             || g_hash_table_contains (copy->done, end));
}

static void
take_flow (Copy *copy, PtElement *flow)
{
  if (!is_taken (copy, flow->source) || !is_taken (copy, flow->target)
      || !g_hash_table_add (copy->done, flow))
    return;
  if (!is_within_copied (copy, flow))
    take_node (copy, flow->node,
               flow->type == PT_BPMN_MESSAGE_FLOW ? copy->collaboration : copy->process);
  take_figure (copy, flow);
}

static void
take_flows (Copy *copy)
{
  GPtrArray *all = copy->selection->all;

  for (guint i = 0; i < all->len; i++)
    {
      PtElement *element = g_ptr_array_index (all, i);

      for (guint j = 0; element->outgoing != NULL && j < element->outgoing->len; j++)
        take_flow (copy, g_ptr_array_index (element->outgoing, j));
      for (guint j = 0; element->incoming != NULL && j < element->incoming->len; j++)
        take_flow (copy, g_ptr_array_index (element->incoming, j));
    }
}

static void
fill (Copy *copy)
{
  GPtrArray *all = copy->selection->all, *tops = copy->selection->tops;
  guint taken;

  for (guint i = 0; i < tops->len; i++)
    {
      PtElement *top = g_ptr_array_index (tops, i);

      take_top (copy, top);
      for (guint j = 0; top->boundary_events != NULL && j < top->boundary_events->len; j++)
        take_top (copy, g_ptr_array_index (top->boundary_events, j));
    }
  for (guint i = 0; i < all->len; i++)
    take_figure (copy, g_ptr_array_index (all, i));
  do /* what is linked to a flow comes once that is taken */
    {
      taken = g_hash_table_size (copy->done);
      take_flows (copy);
    }
  while (g_hash_table_size (copy->done) > taken);
}

/* An event does not stand on an edge that is not copied. */
static void
drop_orphans (PtSelection *selection)
{
  for (guint i = selection->tops->len; i-- > 0;)
    {
      PtElement *top = g_ptr_array_index (selection->tops, i);

      if (top->attached_to == NULL)
        continue;
      g_ptr_array_remove_index (selection->tops, i);
      g_ptr_array_remove (selection->all, top);
      g_hash_table_remove (selection->inside, top);
    }
}

char *
pt_modeling_copy (PtProcessGraph *graph, const char *const *ids)
{
  g_autoptr (PtSelection) selection = pt_selection_new (graph, ids);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  Copy copy = { .selection = selection, .done = done };
  xmlChar *text = NULL;
  int size = 0;
  char *result;

  drop_orphans (selection);
  if (selection->tops->len == 0)
    return NULL;
  make_frame (&copy);
  fill (&copy);
  take_diagrams (&copy, graph);
  xmlDocDumpMemoryEnc (copy.doc, &text, &size, "UTF-8");
  result = g_strndup ((const char *)text, (gsize)size);
  xmlFree (text);
  xmlFreeDoc (copy.doc);
  return result;
}
