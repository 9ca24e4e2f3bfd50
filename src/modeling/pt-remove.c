/* pt-remove.c: taking elements out of model and diagrams
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-remove.h"

#include "pt-model-writer.h"

#include <partitur/hash.h>
#include <string.h>

/* ----- diagrams ------------------------------------------------------------------------------- */

static void
collect_styles (const xmlNode *node, GHashTable *used)
{
  g_autofree char *style = pt_xml_attribute (node, "labelStyle");
  const char *colon = style != NULL ? strchr (style, ':') : NULL;

  if (style != NULL)
    g_hash_table_add (used, g_strdup (colon != NULL ? colon + 1 : style));
  for (xmlNode *child = pt_xml_first_element (node); child != NULL;
       child = pt_xml_next_element (child))
    collect_styles (child, used);
}

static gboolean
is_style (const xmlNode *node)
{
  return pt_xml_is (node, PT_NS_BPMNDI, "BPMNLabelStyle");
}

static gboolean
has_styles (const xmlNode *diagram)
{
  for (xmlNode *child = pt_xml_first_element (diagram); child != NULL;
       child = pt_xml_next_element (child))
    if (is_style (child))
      return TRUE;
  return FALSE;
}

static void
move_used_styles (PtDraft *draft, const xmlNode *diagram, xmlNode *heir, GHashTable *used)
{
  for (xmlNode *child = pt_xml_first_element (diagram), *next; child != NULL; child = next)
    {
      g_autofree char *id = pt_xml_attribute (child, "id");

      next = pt_xml_next_element (child);
      if (!is_style (child) || id == NULL || !g_hash_table_contains (used, id))
        continue;
      pt_document_remove (draft->document, child);
      pt_document_insert (draft->document, heir, NULL, child);
    }
}

/* A label style stands in one diagram and is named from others, too. */
static void
keep_styles (PtDraft *draft, const xmlNode *diagram)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  xmlNode *heir = NULL;

  if (!has_styles (diagram))
    return;
  for (xmlNode *other = pt_xml_first_element (diagram->parent); other != NULL;
       other = pt_xml_next_element (other))
    if (other != diagram && pt_xml_is (other, PT_NS_BPMNDI, "BPMNDiagram"))
      {
        collect_styles (other, used);
        heir = heir != NULL ? heir : other;
      }
  if (heir != NULL)
    move_used_styles (draft, diagram, heir, used);
}

void
pt_remove_diagram (PtDraft *draft, PtDiagram *diagram)
{
  if (diagram->node->parent == NULL)
    return;
  keep_styles (draft, diagram->node);
  pt_document_remove (draft->document, diagram->node);
}

void
pt_remove_diagrams (PtDraft *draft, const PtElement *element)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (draft->graph);

  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (diagrams, i);

      if (diagram->element == element)
        pt_remove_diagram (draft, diagram);
    }
}

/* What stood on a diagram that has gone is out of the tree already. */
static gboolean
is_in_tree (const PtDiagramElement *figure)
{
  return figure->node->parent != NULL && figure->diagram->node->parent != NULL;
}

/* A sub-process may be shown by a diagram of its own, too. */
void
pt_remove_figures (PtDraft *draft, const PtElement *element)
{
  g_autoptr (GPtrArray) figures = pt_element_figures (element);

  pt_remove_diagrams (draft, element);
  for (guint i = 0; i < figures->len; i++)
    if (is_in_tree (g_ptr_array_index (figures, i)))
      pt_document_remove (draft->document,
                          ((PtDiagramElement *)g_ptr_array_index (figures, i))->node);
}

static void
forget_placeholder (PtDraft *draft, const PtElement *association)
{
  xmlNode *activity = association->node->parent;
  g_autofree char *place = NULL, *name = NULL;
  xmlNode *reference = pt_model_find_child (association->node, "targetRef"), *property;

  if (reference == NULL)
    return;
  place = pt_xml_text (reference);
  property = pt_document_get_by_id (draft->document, place);
  if (property == NULL || property->parent != activity)
    return;
  name = pt_xml_attribute (property, "name");
  for (xmlNode *other = pt_xml_first_element (activity); other; other = pt_xml_next_element (other))
    {
      xmlNode *target
          = pt_xml_is (other, PT_NS_BPMN, "dataInputAssociation") && other != association->node
                ? pt_model_find_child (other, "targetRef")
                : NULL;
      g_autofree char *text = target != NULL ? pt_xml_text (target) : NULL;

      if (g_strcmp0 (text, place) == 0)
        return;
    }
  if (g_strcmp0 (name, "__targetRef_placeholder") == 0)
    pt_document_remove (draft->document, property);
}

static void
remove_flows (PtDraft *draft, GPtrArray *flows)
{
  for (guint i = 0; flows != NULL && i < flows->len; i++)
    pt_remove_flow (draft, g_ptr_array_index (flows, i));
}

void
pt_remove_flows_of (PtDraft *draft, const PtElement *element)
{
  remove_flows (draft, element->incoming);
  remove_flows (draft, element->outgoing);
}

void
pt_remove_flow (PtDraft *draft, PtElement *flow)
{
  PtElement *source = flow->source, *target = flow->target;

  if (!pt_draft_doom (draft, flow))
    return;
  pt_remove_flows_of (draft, flow); /* annotations may be linked to flows */
  pt_remove_figures (draft, flow);
  if (flow->id != NULL && source != NULL)
    pt_model_drop_reference (draft, source->node, "outgoing", flow->id);
  if (flow->id != NULL && target != NULL)
    pt_model_drop_reference (draft, target->node, "incoming", flow->id);
  if (source != NULL && source->default_flow == flow)
    pt_model_set (draft, source->node, "default", NULL);
  if (flow->type == PT_BPMN_DATA_INPUT_ASSOCIATION)
    forget_placeholder (draft, flow);
  pt_document_remove (draft->document, flow->node);
}

void
pt_remove_data_object (PtDraft *draft, const PtElement *reference)
{
  PtElement *object = reference->ref;
  GPtrArray *siblings = reference->parent->children;

  if (object == NULL || object->type != PT_BPMN_DATA_OBJECT || pt_draft_is_doomed (draft, object))
    return;
  for (guint i = 0; i < siblings->len; i++)
    {
      PtElement *other = g_ptr_array_index (siblings, i);

      if (other != reference && other->ref == object && !pt_draft_is_doomed (draft, other))
        return;
    }
  pt_draft_doom (draft, object);
  pt_document_remove (draft->document, object->node);
}
