/* pt-replace.c: turning an element into another type
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-replace.h"

#include "pt-di-writer.h"
#include "pt-model-writer.h"
#include "pt-new-node.h"
#include "pt-remove.h"

#include <glib/gi18n-lib.h>

/* --- the element --- */

static void
copy_attributes (PtDraft *draft, xmlNode *from, xmlNode *to, PtBpmnType type)
{
  const char *const *known = pt_bpmn_type_attributes (type);

  for (xmlAttr *attribute = from->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *)attribute->name;
      const char *uri = attribute->ns != NULL ? (const char *)attribute->ns->href : NULL;
      xmlChar *value;

      if (uri == NULL && (g_str_equal (name, "id") || !g_strv_contains (known, name)))
        continue;
      value = xmlNodeListGetString (from->doc, attribute->children, 1);
      pt_document_set_attribute (draft->document, to, uri, name,
                                 value != NULL ? (const char *)value : "");
      xmlFree (value);
    }
}

static gboolean
is_event_definition (const xmlNode *node)
{
  return pt_bpmn_type_is_a (pt_bpmn_type_from_node (node), PT_BPMN_EVENT_DEFINITION);
}

static void
move_children (PtDraft *draft,
               xmlNode *from,
               xmlNode *to,
               PtBpmnType type,
               gboolean keep_definitions)
{
  for (xmlNode *child = pt_xml_first_element (from), *next; child != NULL; child = next)
    {
      next = pt_xml_next_element (child);
      if (pt_bpmn_type_allows_child (type, (const char *)child->name)
          && (keep_definitions || !is_event_definition (child)))
        pt_model_reparent (draft, child, to);
    }
}

/* Never two elements with one id in the tree: the new one gets its own when the old one is out. */
xmlNode *
pt_replace_element (PtDraft *draft, const PtElement *element, PtBpmnType type, gboolean keep_definitions)
{
  xmlNode *old = element->node, *parent = old->parent, *fresh;

  fresh = pt_document_make_element (draft->document, parent, PT_NS_BPMN, "bpmn",
                                    pt_bpmn_type_info (type)->tag);
  pt_document_insert (draft->document, parent, old, fresh);
  copy_attributes (draft, old, fresh, type);
  move_children (draft, old, fresh, type, keep_definitions);
  pt_document_remove (draft->document, old);
  pt_model_set (draft, fresh, "id", element->id);
  return fresh;
}

/* Data that the new type cannot read or write. */
static void
drop_data (PtDraft *draft, const PtElement *element, PtBpmnType type)
{
  GPtrArray *lists[] = { element->incoming, element->outgoing };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l] != NULL && i < lists[l]->len; i++)
      {
        PtElement *flow = g_ptr_array_index (lists[l], i);

        if (flow->parent == element
            && !pt_bpmn_type_allows_child (type, pt_bpmn_type_info (flow->type)->tag))
          pt_remove_flow (draft, flow);
      }
}

/* --- its figure --- */

static PtBounds
new_bounds (const PtDiagramElement *figure, PtBpmnType type)
{
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
  PtBounds b = figure->bounds;
  PtPoint center = pt_bounds_center (b);
  gboolean closes = pt_element_is_a (figure->element, PT_BPMN_SUB_PROCESS)
                    && !pt_bpmn_type_is_a (type, PT_BPMN_SUB_PROCESS) && figure->is_expanded;

  if (!closes && pt_element_family (figure->element) != PT_FAMILY_DATA)
    return b;
  return (PtBounds){ center.x - info->width / 2, center.y - info->height / 2, info->width,
                     info->height };
}

static void
redraw (PtDraft *draft, PtDiagramElement *figure, PtBpmnType type)
{
  gboolean was_open = pt_element_is_a (figure->element, PT_BPMN_SUB_PROCESS) && figure->is_expanded;
  PtShapeStyle style = pt_di_style_of (type, !was_open, FALSE);

  pt_di_set_flag (draft, figure->node, "isExpanded", style.is_expanded);
  pt_di_set_flag (draft, figure->node, "isMarkerVisible", style.is_marker_visible);
  pt_draft_place_host (draft, figure, new_bounds (figure, type));
}

/* It may be drawn more than once. What is no sub-process any more has no inside to show. */
static void
redraw_all (PtDraft *draft, const PtElement *element, PtBpmnType type)
{
  g_autoptr (GPtrArray) figures = pt_element_figures (element);

  if (!pt_bpmn_type_is_a (type, PT_BPMN_SUB_PROCESS))
    pt_remove_diagrams (draft, element);
  for (guint i = 0; i < figures->len; i++)
    redraw (draft, g_ptr_array_index (figures, i), type);
}

/* --- the operation --- */

static gboolean
is_replacement (const PtElement *element, PtBpmnType type)
{
  g_autoptr (GArray) types = pt_rules_replacements (element);

  for (guint i = 0; i < types->len; i++)
    if (g_array_index (types, guint, i) == type)
      return TRUE;
  return FALSE;
}

static void
replace (PtDraft *draft, const PtElement *element, PtBpmnType type, PtBpmnType event_definition)
{
  gboolean is_event = pt_element_family (element) == PT_FAMILY_EVENT;
  gboolean keep_definitions = is_event && element->event_definition == event_definition;
  xmlNode *fresh;

  drop_data (draft, element, type);
  fresh = pt_replace_element (draft, element, type, keep_definitions);
  if (is_event && !keep_definitions)
    pt_new_event_definition (draft, fresh, event_definition);
  if (element->type == PT_BPMN_DATA_OBJECT_REFERENCE)
    pt_remove_data_object (draft, element);
  if (type == PT_BPMN_DATA_OBJECT_REFERENCE)
    pt_new_data_object (draft, element->parent->node, fresh);
  redraw_all (draft, element, type);
}

gboolean
pt_modeling_replace (PtProcessGraph *graph,
                     const char *id,
                     PtBpmnType type,
                     PtBpmnType event_definition)
{
  PtElement *element = pt_process_graph_get (graph, id);
  g_autofree char *title = NULL;
  PtDraft *draft;

  if (element == NULL || !is_replacement (element, type)
      || (pt_element_family (element) == PT_FAMILY_EVENT
          && !pt_bpmn_event_allows (type, event_definition)))
    return FALSE;
  title = g_strdup_printf (_ ("Turn into %s"), pt_bpmn_type_label (type));
  draft = pt_draft_begin (graph, title);
  replace (draft, element, type, event_definition);
  return pt_draft_commit (draft);
}
