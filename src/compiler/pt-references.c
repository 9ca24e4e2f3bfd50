/* pt-references.c: which attributes and elements of BPMN 2.0 refer to others by id
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-references.h"
#include "pt-expression.h"

#include <partitur/bpmn.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  gboolean may_be_outside;
  gboolean may_be_expression;
} Row;

/* Both tables are sorted by name: the types xsd:QName and xsd:IDREF of Semantic.xsd and BPMNDI.xsd.
 */
static const Row attributes[] = {
  { "activityRef" },
  { "attachedToRef" },
  { "bpmnElement" },
  { "calledChoreographyRef", TRUE },
  { "calledCollaborationRef", TRUE },
  { "calledElement", TRUE, TRUE },
  { "categoryValueRef" },
  { "choreographyActivityShape" },
  { "correlationKeyRef" },
  { "correlationPropertyRef" },
  { "dataObjectRef" },
  { "dataStoreRef" },
  { "default" },
  { "definition", TRUE },
  { "definitionalCollaborationRef" },
  { "errorRef" },
  { "escalationRef" },
  { "evaluatesToTypeRef", TRUE },
  { "implementationRef", TRUE },
  { "initiatingParticipantRef" },
  { "innerConversationNodeRef" },
  { "innerMessageFlowRef" },
  { "inputDataRef" },
  { "itemRef" },
  { "itemSubjectRef" },
  { "labelStyle" },
  { "messageRef" },
  { "noneBehaviorEventRef" },
  { "oneBehaviorEventRef" },
  { "operationRef" },
  { "outerConversationNodeRef" },
  { "outerMessageFlowRef" },
  { "outputDataRef" },
  { "parameterRef" },
  { "partitionElementRef" },
  { "processRef" },
  { "signalRef" },
  { "sourceElement" },
  { "sourceRef" },
  { "structureRef", TRUE },
  { "targetElement" },
  { "targetRef" },
};

static const Row elements[] = {
  { "categoryValueRef" },
  { "choreographyRef" },
  { "correlationPropertyRef" },
  { "dataInputRefs" },
  { "dataOutputRefs" },
  { "endPointRef" },
  { "errorRef" },
  { "eventDefinitionRef" },
  { "flowNodeRef" },
  { "inMessageRef" },
  { "incoming" },
  { "innerParticipantRef" },
  { "inputSetRefs" },
  { "interfaceRef" },
  { "loopDataInputRef" },
  { "loopDataOutputRef" },
  { "messageFlowRef" },
  { "optionalInputRefs" },
  { "optionalOutputRefs" },
  { "outMessageRef" },
  { "outerParticipantRef" },
  { "outgoing" },
  { "outputSetRefs" },
  { "participantRef" },
  { "resourceRef" },
  { "source" },
  { "sourceRef" },
  { "supportedInterfaceRef", TRUE },
  { "supports" },
  { "target" },
  { "targetRef" },
  { "whileExecutingInputRefs" },
  { "whileExecutingOutputRefs" },
};

static int
compare_name (const void *name, const void *row)
{
  return strcmp (name, ((const Row *)row)->name);
}

#define FIND(rows, name) bsearch ((name), (rows), G_N_ELEMENTS (rows), sizeof (Row), compare_name)

static gboolean
in_vocabulary (const xmlNs *ns)
{
  return ns
         && (strcmp ((const char *)ns->href, PT_NS_BPMN) == 0
             || strcmp ((const char *)ns->href, PT_NS_BPMNDI) == 0);
}

static void
report (xmlNode *element,
        xmlAttr *attribute,
        const Row *row,
        char *value,
        PtReferenceFunc func,
        gpointer data)
{
  PtReference reference = { element, attribute, value, value, NULL, row->may_be_outside };
  char *colon;
  xmlNs *ns;

  g_strstrip (value);
  if (row->may_be_expression && pt_expression_is_marked (value))
    return;
  colon = strchr (value, ':');
  if (colon)
    {
      *colon = '\0';
      ns = xmlSearchNs (element->doc, element, (const xmlChar *)value);
      *colon = ':';
      reference.id = colon + 1;
      reference.uri = ns ? (const char *)ns->href : NULL;
    }
  func (&reference, data);
}

static void
visit_attributes (xmlNode *element, PtReferenceFunc func, gpointer data)
{
  for (xmlAttr *attribute = element->properties, *next; attribute; attribute = next)
    {
      const Row *row = attribute->ns ? NULL : FIND (attributes, (const char *)attribute->name);
      xmlChar *value;

      next = attribute->next;
      if (!row)
        continue;
      value = xmlNodeListGetString (element->doc, attribute->children, 1);
      report (element, attribute, row, value ? (char *)value : (char[]){ 0 }, func, data);
      xmlFree (value);
    }
}

static void
visit (xmlNode *element, PtReferenceFunc func, gpointer data)
{
  const Row *row;

  if (in_vocabulary (element->ns))
    visit_attributes (element, func, data);
  for (xmlNode *child = pt_xml_first_element (element), *next; child; child = next)
    {
      next = pt_xml_next_element (child);
      visit (child, func, data);
    }
  row = in_vocabulary (element->ns) ? FIND (elements, (const char *)element->name) : NULL;
  if (row && !pt_xml_first_element (element))
    {
      g_autofree char *value = pt_xml_text (element);

      report (element, NULL, row, value, func, data);
    }
}

void
pt_references_foreach (xmlNode *root, PtReferenceFunc func, gpointer data)
{
  visit (root, func, data);
}

gboolean
pt_reference_is_outside (const PtReference *self, const char *target_namespace)
{
  if (self->may_be_outside)
    return TRUE;
  return self->uri && g_strcmp0 (self->uri, target_namespace) != 0
         && strcmp (self->uri, PT_NS_BPMN) != 0;
}

static void
collect (xmlNode *element, GHashTable *ids)
{
  if (in_vocabulary (element->ns))
    {
      char *id = pt_xml_attribute (element, "id");

      if (id)
        g_hash_table_add (ids, id);
    }
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    collect (child, ids);
}

GHashTable *
pt_references_collect_ids (xmlNode *root)
{
  GHashTable *ids = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);

  collect (root, ids);
  return ids;
}
