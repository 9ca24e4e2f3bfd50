/* pt-xml.c: small moves on libxml2 trees
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-xml.h"

#include "pt-gap.h"

#include <partitur/document.h>

#include <libxml/parserInternals.h>
#include <string.h>

static gboolean
in_namespace (const xmlNs *ns, const char *ns_uri)
{
  return g_strcmp0 (ns ? (const char *)ns->href : NULL, ns_uri) == 0;
}

gboolean
pt_xml_is (const xmlNode *node, const char *ns_uri, const char *name)
{
  return node && node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0
         && in_namespace (node->ns, ns_uri);
}

xmlAttr *
pt_xml_find_attribute (const xmlNode *node, const char *ns_uri, const char *name)
{
  xmlAttr *attribute = node->properties;

  while (attribute
         && (strcmp ((const char *)attribute->name, name) != 0
             || !in_namespace (attribute->ns, ns_uri)))
    attribute = attribute->next;
  return attribute;
}

/* libxml2 allocates with its own functions; ours is freed with g_free(). */
static char *
take_xml_string (xmlChar *text)
{
  char *copy = g_strdup (text ? (const char *)text : "");

  xmlFree (text);
  return copy;
}

/* Entities are refused when a file is loaded, so a value is one text node or, when empty, none. */
const char *
pt_xml_value (const xmlAttr *attribute)
{
  return attribute->children && attribute->children->content
             ? (const char *)attribute->children->content
             : "";
}

const char *
pt_xml_peek (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node->properties; a; a = a->next)
    if (!a->ns && a->name[0] == (xmlChar)name[0] && strcmp ((const char *)a->name, name) == 0)
      return pt_xml_value (a);
  return NULL;
}

char *
pt_xml_dup_value (const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;

  if (text == NULL)
    return g_strdup ("");
  if (text->type == XML_TEXT_NODE && text->next == NULL)
    return g_strdup ((const char *)text->content);
  return take_xml_string (xmlNodeListGetString (attribute->doc, text, 1));
}

char *
pt_xml_dup_qname (const xmlNs *ns, const xmlChar *name)
{
  return ns && ns->prefix ? g_strdup_printf ("%s:%s", ns->prefix, name)
                          : g_strdup ((const char *)name);
}

char *
pt_xml_attribute (const xmlNode *node, const char *name)
{
  xmlAttr *attribute
      = node->type == XML_ELEMENT_NODE ? pt_xml_find_attribute (node, NULL, name) : NULL;

  return attribute ? pt_xml_dup_value (attribute) : NULL;
}

/* White space between elements parts the words in them, so here somebody does read it. */
char *
pt_xml_text (const xmlNode *node)
{
  PtSource *source = node->doc ? node->doc->_private : NULL;
  const xmlNode *child = node->children;
  GString *text;

  if (child && child->next == NULL && child->type == XML_TEXT_NODE && child->content)
    return g_strstrip (g_strdup ((const char *)child->content));
  if (source == NULL || pt_xml_first_element (node) == NULL)
    return g_strstrip (take_xml_string (xmlNodeGetContent (node)));
  text = g_string_new (NULL);
  pt_gap_append_text (source, node, text);
  return g_strstrip (g_string_free (text, FALSE));
}

static xmlNode *
skip_to_element (xmlNode *node)
{
  while (node && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

xmlNode *
pt_xml_first_element (const xmlNode *parent)
{
  return skip_to_element (parent->children);
}

xmlNode *
pt_xml_next_element (const xmlNode *node)
{
  return skip_to_element (node->next);
}

xmlNode *
pt_xml_parent_element (const xmlNode *node)
{
  return node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
}

void
pt_xml_link (xmlNode *parent, xmlNode *before, xmlNode *node)
{
  node->parent = parent;
  node->next = before;
  node->prev = before ? before->prev : parent->last;
  *(node->prev ? &node->prev->next : &parent->children) = node;
  *(before ? &before->prev : &parent->last) = node;
}

void
pt_xml_unlink (xmlNode *node)
{
  *(node->prev ? &node->prev->next : &node->parent->children) = node->next;
  *(node->next ? &node->next->prev : &node->parent->last) = node->prev;
  node->parent = node->prev = node->next = NULL;
}

xmlNode *
pt_xml_next_in (const xmlNode *node, const xmlNode *top)
{
  if (node->type == XML_ELEMENT_NODE && node->children)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node == top ? NULL : node->next;
}

gboolean
pt_xml_is_blank (const xmlNode *node)
{
  return node && node->type == XML_TEXT_NODE
         && (node->content == NULL
             || node->content[strspn ((const char *)node->content, " \t\r\n")] == '\0');
}

char *
pt_xml_clean (const char *text)
{
  g_autofree char *valid = text ? g_utf8_make_valid (text, -1) : NULL;
  GString *clean;

  if (valid == NULL)
    return NULL;
  clean = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    if (IS_CHAR (g_utf8_get_char (at)))
      g_string_append_len (clean, at, g_utf8_next_char (at) - at);
  return g_string_free (clean, FALSE);
}
