/* pt-carried.c: what an executable file takes over as text
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"

#include "pt-references.h"

#include <libxml/parser.h>
#include <string.h>

/* ----- taking over ---------------------------------------------------------------------------- */

static xmlDoc *
parse (const char *text)
{
  return xmlReadMemory (text, (int)strlen (text), NULL, NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE
                            | XML_PARSE_NODICT);
}

void
pt_emission_set_value (xmlNode *element, xmlAttr *attribute, const char *value)
{
  if (attribute)
    {
      xmlSetNsProp (element, attribute->ns, attribute->name, (const xmlChar *)value);
      return;
    }
  xmlNodeSetContent (element, NULL);
  xmlAddChild (element, xmlNewDocText (element->doc, (const xmlChar *)value));
}

/* Names of this file lose their prefix, others get the one their namespace has in the emitted file.
 */
static char *
requalify (PtEmission *self, const char *uri, const char *prefixed)
{
  const char *colon = strchr (prefixed, ':');
  g_autofree char *prefix = g_strndup (prefixed, colon - prefixed);
  const char *chosen;

  if (!uri || strcmp (uri, PT_NS_BPMN) == 0
      || g_strcmp0 (uri, self->program->target_namespace) == 0)
    return g_strdup (colon + 1);
  chosen = (const char *)pt_emission_namespace (self, uri, prefix)->prefix;
  return g_strconcat (chosen, colon, NULL);
}

static void
requalify_reference (const PtReference *reference, gpointer data)
{
  g_autofree char *value = NULL;

  if (reference->id == reference->value || pt_emission_id_of_text (data, reference->value))
    return;
  value = requalify (data, reference->uri, reference->value);
  pt_emission_set_value (reference->element, reference->attribute, value);
}

/* The value of xsi:type is a qualified name too, in whatever element. */
static void
requalify_type (PtEmission *self, xmlNode *element)
{
  xmlAttr *type = xmlHasNsProp (element, (const xmlChar *)"type", (const xmlChar *)PT_NS_XSI);
  g_autofree char *name = NULL, *prefix = NULL, *value = NULL;
  const char *colon;
  xmlNs *ns;

  if (!type || !type->children)
    return;
  name = g_strdup ((const char *)type->children->content);
  colon = strchr (name, ':');
  prefix = colon ? g_strndup (name, colon - name) : NULL;
  ns = xmlSearchNs (element->doc, element, (const xmlChar *)prefix);
  if (!ns || (colon && strcmp (prefix, "xml") == 0))
    return;
  value
      = g_strdup_printf ("%s:%s",
                         (const char *)pt_emission_namespace (self, (const char *)ns->href, prefix)
                             ->prefix,
                         colon ? colon + 1 : name);
  pt_emission_set_value (element, type, value);
}

static xmlNs *
adopt_ns (PtEmission *self, const xmlNs *ns, const xmlNode *element)
{
  if (ns && xmlStrEqual (ns->href, XML_XML_NAMESPACE))
    return xmlSearchNs (self->doc, self->root, (const xmlChar *)"xml");
  return ns ? pt_emission_namespace (self, (const char *)ns->href, (const char *)ns->prefix) : NULL;
}

static void
adopt_id (PtEmission *self, xmlNode *element, const PtOrigin *origin)
{
  g_autofree char *id = pt_xml_attribute (element, "id");
  const char *emitted;

  if (!id)
    return;
  if (g_strcmp0 (id, origin->id) == 0)
    emitted = pt_emission_id (self, origin);
  else
    emitted = pt_source_map_take_id (self->map, id, id, origin->logical);
  if (!g_hash_table_contains (self->by_text, id))
    g_hash_table_insert (self->by_text, g_strdup (id), (gpointer)emitted);
  xmlSetProp (element, (const xmlChar *)"id", (const xmlChar *)emitted);
}

static void
qualify (PtEmission *self, xmlNode *element)
{
  requalify_type (self, element);
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    qualify (self, child);
}

/* Makes a copy one with the emitted tree: namespaces of the root, ids of the map. */
static void
adopt (PtEmission *self, xmlNode *element, const PtOrigin *origin)
{
  element->ns = adopt_ns (self, element->ns, element);
  for (xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
    attribute->ns = adopt_ns (self, attribute->ns, element);
  if (element->ns == self->bpmn)
    adopt_id (self, element, origin);
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    adopt (self, child, origin);
  xmlFreeNsList (element->nsDef);
  element->nsDef = NULL;
}

static void
carry_element (PtEmission *self, xmlNode *parent, xmlNode *source, const PtOrigin *origin)
{
  xmlNode *copy = xmlDocCopyNode (source, self->doc, 1);
  xmlNode *before = pt_xml_is (parent, PT_NS_BPMN, "extensionElements")
                        ? NULL
                        : pt_bpmn_insertion_point (parent, (const char *)source->name);

  adopt (self, copy, origin);
  if (before)
    xmlAddPrevSibling (before, copy);
  else
    xmlAddChild (parent, copy);
  pt_emission_watch (self, copy, origin);
}

void
pt_emission_carry (PtEmission *self, xmlNode *parent, const char *xml, const PtOrigin *origin)
{
  g_autofree char *text = xml ? g_strconcat ("<x>", xml, "</x>", NULL) : NULL;
  xmlDoc *doc = text ? parse (text) : NULL;
  xmlNode *wrapper = doc ? xmlDocGetRootElement (doc) : NULL;

  g_return_if_fail (!text || wrapper);
  if (!wrapper)
    return;
  qualify (self, wrapper);
  pt_references_foreach (wrapper, requalify_reference, self);
  for (xmlNode *child = pt_xml_first_element (wrapper); child; child = pt_xml_next_element (child))
    carry_element (self, parent, child, origin);
  xmlFreeDoc (doc);
}

/* Colours may come without the declarations that go with them. */
static xmlDoc *
parse_attributes (const char *text)
{
  g_autofree char *plain = g_strconcat ("<x ", text, "/>", NULL);
  g_autofree char *declared
      = g_strconcat ("<x xmlns:color=\"" PT_NS_COLOR "\" xmlns:bioc=\"" PT_NS_BIOC "\" ", text,
                     "/>", NULL);
  xmlDoc *doc = parse (strstr (text, "xmlns") ? plain : declared);

  return doc;
}

void
pt_emission_carry_attributes (PtEmission *self, xmlNode *element, const char *text)
{
  xmlDoc *doc = text ? parse_attributes (text) : NULL;
  xmlNode *wrapper = doc ? xmlDocGetRootElement (doc) : NULL;

  for (xmlAttr *attribute = wrapper ? wrapper->properties : NULL; attribute;
       attribute = attribute->next)
    {
      const char *uri = attribute->ns ? (const char *)attribute->ns->href : NULL;
      xmlChar *value;

      if (!uri || strcmp (uri, PT_NS_BPMN) == 0 || strcmp (uri, PT_NS_XSI) == 0)
        continue;
      value = xmlNodeListGetString (doc, attribute->children, 1);
      pt_emission_set_ns (element, adopt_ns (self, attribute->ns, element),
                          (const char *)attribute->name, value ? (const char *)value : "");
      xmlFree (value);
    }
  xmlFreeDoc (doc);
}

void
pt_emission_watch (PtEmission *self, xmlNode *element, const PtOrigin *origin)
{
  element->_private = (gpointer)origin;
  g_ptr_array_add (self->carried, element);
}
