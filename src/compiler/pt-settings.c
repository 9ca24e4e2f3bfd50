/* pt-settings.c: what engines call the same thing, each in words of its own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-settings.h"

#include <libxml/parser.h>
#include <string.h>

/* Where an engine keeps it: in an attribute of the element itself, or in one of an extension. */
typedef struct
{
  PtSetting setting;
  const PtVendor *vendor;
  const char *tag;       /* (nullable): the extension */
  const char *attribute; /* (nullable): none: the text of the extension */
  const char *only;      /* (nullable): values that say so, with single spaces; others say more */
} Row;

static const Row rows[] = {
  { PT_SETTING_TOPIC, &pt_vendor_camunda, NULL, "topic" },
  { PT_SETTING_TOPIC, &pt_vendor_flowable, NULL, "topic" },
  { PT_SETTING_TOPIC, &pt_vendor_activiti, NULL, "topic" },
  { PT_SETTING_TOPIC, &pt_vendor_zeebe, "taskDefinition", "type" },
  { PT_SETTING_TOPIC, &pt_vendor_spiff, "serviceTaskOperator", "id" },
  { PT_SETTING_DECISION, &pt_vendor_camunda, NULL, "decisionRef" },
  { PT_SETTING_DECISION, &pt_vendor_zeebe, "calledDecision", "decisionId" },
  { PT_SETTING_DECISION, &pt_vendor_flowable, "field", NULL, "decisionTableReferenceKey" },
  { PT_SETTING_DECISION, &pt_vendor_spiff, "calledDecisionId", NULL },
  { PT_SETTING_RESULT, &pt_vendor_camunda, NULL, "resultVariable" },
  { PT_SETTING_RESULT, &pt_vendor_zeebe, "calledDecision", "resultVariable" },
  { PT_SETTING_DUE, &pt_vendor_camunda, NULL, "dueDate" },
  { PT_SETTING_DUE, &pt_vendor_flowable, NULL, "dueDate" },
  { PT_SETTING_DUE, &pt_vendor_activiti, NULL, "dueDate" },
  { PT_SETTING_DUE, &pt_vendor_zeebe, "taskSchedule", "dueDate" },
  { PT_SETTING_LIST, &pt_vendor_camunda, NULL, "collection" },
  { PT_SETTING_LIST, &pt_vendor_flowable, NULL, "collection" },
  { PT_SETTING_LIST, &pt_vendor_activiti, NULL, "collection" },
  { PT_SETTING_LIST, &pt_vendor_zeebe, "loopCharacteristics", "inputCollection" },
  { PT_SETTING_ENTRY, &pt_vendor_camunda, NULL, "elementVariable" },
  { PT_SETTING_ENTRY, &pt_vendor_flowable, NULL, "elementVariable" },
  { PT_SETTING_ENTRY, &pt_vendor_activiti, NULL, "elementVariable" },
  { PT_SETTING_ENTRY, &pt_vendor_zeebe, "loopCharacteristics", "inputElement" },
  { PT_SETTING_OUTPUT, &pt_vendor_zeebe, "loopCharacteristics", "outputCollection" },
  { PT_SETTING_GIVEN, &pt_vendor_zeebe, "loopCharacteristics", "outputElement" },
  { PT_SETTING_PEOPLE, &pt_vendor_camunda, NULL, "candidateGroups" },
  { PT_SETTING_PEOPLE, &pt_vendor_flowable, NULL, "candidateGroups" },
  { PT_SETTING_PEOPLE, &pt_vendor_activiti, NULL, "candidateGroups" },
  { PT_SETTING_PEOPLE, &pt_vendor_zeebe, "assignmentDefinition", "candidateGroups" },
  { PT_SETTING_OTHER, &pt_vendor_camunda, NULL, "type", "external" },
  { PT_SETTING_OTHER, &pt_vendor_camunda, NULL, "mapDecisionResult", "singleEntry" },
  { PT_SETTING_OTHER, &pt_vendor_flowable, NULL, "type", "external-worker dmn" },
  { PT_SETTING_OTHER, &pt_vendor_zeebe, "userTask", NULL },
};

/* ----- reading -------------------------------------------------------------------------------- */

/* The name of a field stands in an attribute, and what is in it in a child. */
static gboolean
is_extension_of (const Row *row, const xmlNode *node)
{
  const char *name = pt_xml_peek (node, "name");

  return pt_xml_is (node, row->vendor->uri, row->tag)
         && (!row->only || g_strcmp0 (row->only, name) == 0);
}

static xmlNode *
find_extension (const xmlNode *element, const Row *row)
{
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    for (xmlNode *own
         = pt_xml_is (child, PT_NS_BPMN, "extensionElements") ? pt_xml_first_element (child) : NULL;
         own; own = pt_xml_next_element (own))
      if (is_extension_of (row, own))
        return own;
  return NULL;
}

static char *
read_row (const xmlNode *element, const Row *row)
{
  const xmlNode *holder = row->tag ? find_extension (element, row) : NULL;
  xmlChar *value;
  char *copy;

  if (holder)
    return row->attribute ? pt_xml_attribute (holder, row->attribute) : pt_xml_text (holder);
  if (row->tag)
    return NULL;
  value
      = xmlGetNsProp (element, (const xmlChar *)row->attribute, (const xmlChar *)row->vendor->uri);
  copy = g_strdup ((const char *)value);
  xmlFree (value);
  return copy;
}

char *
pt_setting_read (const xmlNode *element, PtSetting setting)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = rows[i].setting == setting ? read_row (element, &rows[i]) : NULL;

      if (value && *value)
        return g_steal_pointer (&value);
    }
  return NULL;
}

static gboolean
is_name (const char *value)
{
  return *value && *value != '=' && !strstr (value, "${") && !strstr (value, "#{");
}

char *
pt_setting_read_name (const xmlNode *element, PtSetting setting)
{
  g_autofree char *value = pt_setting_read (element, setting);

  return value && is_name (value) ? g_steal_pointer (&value) : NULL;
}

/* ----- what is left --------------------------------------------------------------------------- */

typedef struct
{
  const PtVendor *vendor;
  gboolean by_candidates; /* the groups have become its role */
  GString *names;
} Left;

static gboolean
is_meant (const Left *self, const Row *row, const char *value)
{
  g_auto (GStrv) only = g_strsplit (row->only ? row->only : "", " ", -1);

  if (row->setting == PT_SETTING_PEOPLE)
    return self->by_candidates;
  if (row->only)
    return g_strv_contains ((const char *const *)only, value);
  return row->setting > PT_SETTING_RESULT || is_name (value);
}

static const Row *
find_row (const PtVendor *vendor, const char *tag, const char *attribute)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].vendor == vendor && g_strcmp0 (rows[i].tag, tag) == 0
        && g_strcmp0 (rows[i].attribute, attribute) == 0)
      return &rows[i];
  return NULL;
}

static gboolean
is_known_attribute (const Left *self, const char *tag, const xmlAttr *attribute)
{
  const Row *row = find_row (self->vendor, tag, (const char *)attribute->name);

  return row && is_meant (self, row, pt_xml_value (attribute));
}

static gboolean
is_known_extension (const Left *self, const xmlNode *node)
{
  const char *tag = (const char *)node->name;
  const Row *by_text = find_row (self->vendor, tag, NULL);

  if (by_text)
    return is_extension_of (by_text, node);
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    if (!is_known_attribute (self, tag, attribute))
      return FALSE;
  return node->properties && !pt_xml_first_element (node);
}

static void
add_name (Left *self, const xmlChar *name)
{
  g_auto (GStrv) known = g_strsplit (self->names->str, ", ", -1);

  if (!g_strv_contains ((const char *const *)known, (const char *)name))
    g_string_append_printf (self->names, "%s%s", self->names->len > 0 ? ", " : "", name);
}

static void
add_names (Left *self, const xmlNode *element)
{
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
    if (attribute->ns && g_str_equal (attribute->ns->href, self->vendor->uri)
        && !is_known_attribute (self, NULL, attribute))
      add_name (self, attribute->name);
  for (const xmlNode *child = pt_xml_first_element (element); child;
       child = pt_xml_next_element (child))
    if (child->ns && g_str_equal (child->ns->href, self->vendor->uri)
        && !is_known_extension (self, child))
      add_name (self, child->name);
}

char *
pt_settings_left (const PtCarried *carried, gboolean by_candidates, const PtVendor *vendor)
{
  g_autofree char *text
      = g_strconcat ("<x ", carried->foreign ? carried->foreign : "", ">",
                     carried->extensions ? carried->extensions : "", "</x>", NULL);
  xmlDoc *doc
      = xmlReadMemory (text, (int)strlen (text), NULL, NULL,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  Left left = { vendor, by_candidates, g_string_new (NULL) };
  xmlNode *root = doc ? xmlDocGetRootElement (doc) : NULL;

  if (root)
    add_names (&left, root);
  xmlFreeDoc (doc);
  return g_string_free (left.names, left.names->len == 0);
}
