/* pt-properties.c: what elements say besides their name and place
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-model-writer.h"
#include "pt-new-node.h"

#include <glib/gi18n-lib.h>

static gboolean
has_attribute (PtBpmnType type, const char *name)
{
  return g_strv_contains (pt_bpmn_type_attributes (type), name);
}

gboolean
pt_modeling_set_default (PtProcessGraph *graph, const char *id, const char *flow_id)
{
  PtElement *element = pt_process_graph_get (graph, id);
  PtElement *flow = flow_id != NULL ? pt_process_graph_get (graph, flow_id) : NULL;
  PtDraft *draft;

  if (element == NULL || !has_attribute (element->type, "default")
      || (flow_id != NULL
          && (flow == NULL || flow->source != element || flow->type != PT_BPMN_SEQUENCE_FLOW)))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Default flow"));
  pt_model_set (draft, element->node, "default", flow_id);
  return pt_draft_commit (draft);
}

gboolean
pt_modeling_mark_compensation (PtProcessGraph *graph, const char *id)
{
  PtElement *element = pt_process_graph_get (graph, id);
  PtDraft *draft;

  if (element == NULL || !has_attribute (element->type, "isForCompensation"))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Mark as compensation"));
  pt_model_set (draft, element->node, "isForCompensation", "true");
  return pt_draft_commit (draft);
}

/* A loose element in the namespace has it declared under its usual prefix, if it was not yet. */
static void
declare_xsi (PtDraft *draft)
{
  xmlNode *root = pt_document_get_root (draft->document);

  xmlFreeNode (pt_document_make_element (draft->document, root, PT_NS_XSI, "xsi", "type"));
}

/* The schema's plain expression has no text of its own type; every tool writes formal ones. */
static void
put_expression (PtDraft *draft, xmlNode *parent, const char *tag, const char *text)
{
  gboolean is_new = pt_model_find_child (parent, tag) == NULL;
  xmlNode *expression;
  const char *prefix;
  g_autofree char *type = NULL;

  pt_model_put_child (draft, parent, tag, text);
  expression = pt_model_find_child (parent, tag);
  if (expression == NULL || !is_new)
    return;
  prefix = (const char *)expression->ns->prefix;
  type = prefix != NULL ? g_strconcat (prefix, ":tFormalExpression", NULL)
                        : g_strdup ("tFormalExpression");
  declare_xsi (draft);
  pt_document_set_attribute (draft->document, expression, PT_NS_XSI, "type", type);
}

gboolean
pt_modeling_set_condition (PtProcessGraph *graph, const char *flow_id, const char *text)
{
  PtElement *flow = pt_process_graph_get (graph, flow_id);
  PtDraft *draft;

  if (flow == NULL || flow->type != PT_BPMN_SEQUENCE_FLOW)
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Condition"));
  put_expression (draft, flow->node, "conditionExpression", text);
  return pt_draft_commit (draft);
}

gboolean
pt_modeling_set_timer (PtProcessGraph *graph,
                       const char *event_id,
                       const char *kind,
                       const char *text)
{
  static const char *const kinds[] = { "timeDate", "timeDuration", "timeCycle", NULL };
  PtElement *event = pt_process_graph_get (graph, event_id);
  xmlNode *definition;
  PtDraft *draft;

  if (event == NULL || !g_strv_contains (kinds, kind)
      || !pt_bpmn_event_allows (event->type, PT_BPMN_TIMER_EVENT_DEFINITION)
      || (event->event_definition != PT_BPMN_NONE
          && event->event_definition != PT_BPMN_TIMER_EVENT_DEFINITION))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Timer"));
  if (event->event_definition == PT_BPMN_NONE)
    pt_new_event_definition (draft, event->node, PT_BPMN_TIMER_EVENT_DEFINITION);
  definition = pt_model_find_child (event->node, "timerEventDefinition");
  for (guint i = 0; kinds[i] != NULL; i++)
    put_expression (draft, definition, kinds[i], g_str_equal (kinds[i], kind) ? text : NULL);
  return pt_draft_commit (draft);
}

gboolean
pt_modeling_set_instances (PtProcessGraph *graph, const char *id, const char *tag, const char *text)
{
  static const char *const tags[] = { "loopCardinality", "loopDataInputRef" };
  PtElement *activity = pt_process_graph_get (graph, id);
  xmlNode *loop = activity ? pt_element_child_node (activity, PT_BPMN_MULTI_INSTANCE_LOOP) : NULL;
  gboolean is_list = g_str_equal (tag, tags[1]);
  PtDraft *draft;

  if (loop == NULL || *text == '\0'
      || (is_list && xmlValidateNCName ((const xmlChar *)text, 0) != 0))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("How often"));
  put_expression (draft, loop, tags[0], is_list ? NULL : text);
  pt_model_put_child (draft, loop, tags[1], is_list ? text : NULL);
  return pt_draft_commit (draft);
}

gboolean
pt_modeling_set_documentation (PtProcessGraph *graph, const char *id, const char *text)
{
  PtElement *element = pt_process_graph_get (graph, id);
  PtDraft *draft;

  if (element == NULL)
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Documentation"));
  pt_model_put_child (draft, element->node, "documentation", text);
  return pt_draft_commit (draft);
}
