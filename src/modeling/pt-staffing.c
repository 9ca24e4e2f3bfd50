/* pt-staffing.c: who may do an activity, who else has to do with it, and rules among activities
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-model-writer.h"

#include <glib/gi18n-lib.h>

/* ----- assignments -----------------------------------------------------------------------------
 */

static void
remove_roles (PtDraft *draft, xmlNode *activity)
{
  xmlNode *next;

  for (xmlNode *child = pt_xml_first_element (activity); child != NULL; child = next)
    {
      next = pt_xml_next_element (child);
      if (pt_bpmn_type_is_a (pt_bpmn_type_from_node (child), PT_BPMN_RESOURCE_ROLE))
        pt_document_remove (draft->document, child);
    }
}

static void
add_assignment (PtDraft *draft, xmlNode *activity, const char *text)
{
  xmlNode *owner = pt_model_add (draft, activity, PT_BPMN_POTENTIAL_OWNER);
  xmlNode *assignment = pt_model_add_child (draft, owner, "resourceAssignmentExpression", NULL);
  xmlNode *expression = pt_model_add_child (draft, assignment, "formalExpression", text);

  pt_model_set (draft, expression, "language", PT_ASSIGNMENT_LANGUAGE);
}

static xmlNode *
expression_of (const xmlNode *owner)
{
  xmlNode *assignment = pt_model_find_child (owner, "resourceAssignmentExpression");

  return assignment != NULL ? pt_model_find_child (assignment, "formalExpression") : NULL;
}

/* Returns: (nullable): the expression that says who may, in our language; not one for somebody else
 */
static xmlNode *
find_expression (const xmlNode *activity)
{
  for (xmlNode *child = pt_xml_first_element (activity); child != NULL;
       child = pt_xml_next_element (child))
    {
      xmlNode *expression
          = pt_xml_is (child, PT_NS_BPMN, "potentialOwner") ? expression_of (child) : NULL;
      g_autofree char *language
          = expression != NULL ? pt_xml_attribute (expression, "language") : NULL;

      if (g_strcmp0 (language, PT_ASSIGNMENT_LANGUAGE) == 0)
        return expression;
    }
  return NULL;
}

gboolean
pt_modeling_set_assignment (PtProcessGraph *graph, const char *id, const char *text)
{
  PtElement *element = pt_process_graph_get (graph, id);
  g_autofree char *now = NULL;
  PtDraft *draft;

  if (element == NULL || !pt_element_is_a (element, PT_BPMN_ACTIVITY))
    return FALSE;
  now = pt_element_get_assignment (element);
  draft = pt_draft_begin (graph, _ ("Assignment"));
  if (now != NULL && text != NULL && *text != '\0' && find_expression (element->node) != NULL)
    pt_document_set_text (draft->document, find_expression (element->node), text);
  else
    {
      remove_roles (draft, element->node);
      if (text != NULL && *text != '\0')
        add_assignment (draft, element->node, text);
    }
  return pt_draft_commit (draft);
}

/* ----- extensions ------------------------------------------------------------------------------
 */

static xmlNode *
find_extension (const xmlNode *extensions, const char *tag)
{
  for (xmlNode *child = extensions != NULL ? pt_xml_first_element (extensions) : NULL;
       child != NULL; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_PARTITUR, tag))
      return child;
  return NULL;
}

/* A new one, behind what is there. */
static xmlNode *
add_extension (PtDraft *draft, xmlNode *owner, const char *tag)
{
  xmlNode *extensions = pt_model_find_child (owner, "extensionElements");
  xmlNode *node;

  if (extensions == NULL)
    extensions = pt_model_add_child (draft, owner, "extensionElements", NULL);
  node = pt_document_make_element (draft->document, extensions, PT_NS_PARTITUR, "partitur", tag);
  pt_document_insert (draft->document, extensions, NULL, node);
  return node;
}

/* With the room it stood in, once that is empty. */
static void
remove_extension (PtDraft *draft, xmlNode *node)
{
  xmlNode *extensions = node->parent;

  pt_document_remove (draft->document, node);
  if (pt_xml_first_element (extensions) == NULL)
    pt_document_remove (draft->document, extensions);
}

gboolean
pt_modeling_set_work_note (PtProcessGraph *graph, const char *id, PtWorkNote note, const char *text)
{
  PtElement *element = pt_process_graph_get (graph, id);
  const PtWorkNoteInfo *info = pt_work_note_info (note);
  PtDraft *draft;
  xmlNode *node;

  if (element == NULL || !pt_element_is_a (element, info->type))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Work"));
  node = find_extension (pt_model_find_child (element->node, "extensionElements"), info->tag);
  if (node == NULL && text != NULL && *text != '\0')
    node = add_extension (draft, element->node, info->tag);
  if (node != NULL)
    {
      pt_model_set (draft, node, info->attribute, text != NULL && *text != '\0' ? text : NULL);
      if (node->properties == NULL && pt_xml_first_element (node) == NULL)
        remove_extension (draft, node);
    }
  return pt_draft_commit (draft);
}

/* ----- constraints -----------------------------------------------------------------------------
 */

char *
pt_modeling_add_constraint (PtProcessGraph *graph,
                            const char *process_id,
                            const PtConstraintSpec *spec)
{
  PtElement *process = pt_process_graph_get (graph, process_id);
  g_autofree char *n = spec->n > 0 ? g_strdup_printf ("%u", spec->n) : NULL;
  g_autofree char *weight = spec->weight > 0 ? g_strdup_printf ("%u", spec->weight) : NULL;
  char *id;
  PtDraft *draft;
  xmlNode *node;

  if (process == NULL || process->type != PT_BPMN_PROCESS)
    return NULL;
  draft = pt_draft_begin (graph, _ ("Add rule"));
  node = add_extension (draft, process->node, "constraint");
  id = pt_document_make_id (draft->document, "Constraint");
  pt_model_set (draft, node, "id", id);
  pt_model_set (draft, node, "type", spec->type);
  pt_model_set (draft, node, "tasks", spec->tasks);
  pt_model_set (draft, node, "tags", spec->tags);
  pt_model_set (draft, node, "roles", spec->roles);
  pt_model_set (draft, node, "n", n);
  pt_model_set (draft, node, "weight", weight);
  pt_model_set (draft, node, "why", spec->why);
  pt_draft_commit (draft);
  return id;
}

gboolean
pt_modeling_remove_constraint (PtProcessGraph *graph, const char *id)
{
  PtDocument *document = pt_process_graph_get_document (graph);
  xmlNode *node = pt_document_get_by_id (document, id);
  PtDraft *draft;

  if (node == NULL || !pt_xml_is (node, PT_NS_PARTITUR, "constraint"))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Remove rule"));
  remove_extension (draft, node);
  return pt_draft_commit (draft);
}
