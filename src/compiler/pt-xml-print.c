/* pt-xml-print.c: a tree as indented text, with the lines its elements get
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-xml-print.h"

#include <string.h>

typedef struct
{
  GString *text;
  int line;
  PtXmlPrintFunc func;
  gpointer data;
} Printer;

static void
put (Printer *self, const char *text)
{
  for (const char *c = text; (c = strchr (c, '\n')); c++)
    self->line++;
  g_string_append (self->text, text);
}

/* What must be written as a reference; what XML 1.0 does not allow at all is left out. */
static const char *
reference_for (char c, gboolean in_attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return in_attribute ? NULL : "&gt;";
    case '"':
      return in_attribute ? "&quot;" : NULL;
    case '\n':
      return in_attribute ? "&#10;" : NULL;
    case '\t':
      return in_attribute ? "&#9;" : NULL;
    case '\r':
      return "&#13;";
    default:
      return (unsigned char)c < ' ' ? "" : NULL;
    }
}

static void
put_escaped (Printer *self, const char *text, gboolean in_attribute)
{
  for (const char *c = text; *c; c++)
    {
      const char *reference = reference_for (*c, in_attribute);

      if (reference)
        g_string_append (self->text, reference);
      else
        g_string_append_c (self->text, *c);
      if (*c == '\n' && !in_attribute)
        self->line++;
    }
}

static void
put_name (Printer *self, const xmlNs *ns, const xmlChar *name)
{
  if (ns && ns->prefix)
    g_string_append_printf (self->text, "%s:", (const char *)ns->prefix);
  g_string_append (self->text, (const char *)name);
}

static void
put_attribute (Printer *self, const xmlAttr *attribute)
{
  xmlChar *value = xmlNodeListGetString (attribute->doc, attribute->children, 1);

  put (self, " ");
  put_name (self, attribute->ns, attribute->name);
  put (self, "=\"");
  put_escaped (self, value ? (const char *)value : "", TRUE);
  put (self, "\"");
  xmlFree (value);
}

static void
put_start_tag (Printer *self, const xmlNode *element)
{
  put (self, "<");
  put_name (self, element->ns, element->name);
  for (const xmlNs *ns = element->nsDef; ns; ns = ns->next)
    {
      g_string_append_printf (self->text, ns->prefix ? " xmlns:%s=\"" : " xmlns%s=\"",
                              ns->prefix ? (const char *)ns->prefix : "");
      put_escaped (self, (const char *)ns->href, TRUE);
      put (self, "\"");
    }
  for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
    put_attribute (self, attribute);
}

static gboolean
is_text (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* Whether white space between the children may be chosen freely. */
static gboolean
has_element_content (const xmlNode *element)
{
  gboolean has_elements = FALSE;

  for (const xmlNode *child = element->children; child; child = child->next)
    {
      if (is_text (child) && !xmlIsBlankNode (child))
        return FALSE;
      has_elements |= !is_text (child);
    }
  return has_elements;
}

static void
indent (Printer *self, int depth)
{
  g_string_append_printf (self->text, "%*s", 2 * depth, "");
}

static void put_node (Printer *self, const xmlNode *node, int depth);

static void
put_children (Printer *self, const xmlNode *element, int depth)
{
  gboolean free_form = depth >= 0 && has_element_content (element);

  for (const xmlNode *child = element->children; child; child = child->next)
    {
      if (free_form && is_text (child))
        continue;
      if (free_form)
        {
          put (self, "\n");
          indent (self, depth + 1);
        }
      put_node (self, child, free_form ? depth + 1 : -1);
    }
  if (free_form)
    {
      put (self, "\n");
      indent (self, depth);
    }
}

static void
put_element (Printer *self, const xmlNode *element, int depth)
{
  int first = self->line;

  put_start_tag (self, element);
  if (element->children)
    {
      put (self, ">");
      put_children (self, element, depth);
      put (self, "</");
      put_name (self, element->ns, element->name);
      put (self, ">");
    }
  else
    put (self, "/>");
  self->func (element, first, self->line, self->data);
}

/* @depth is negative inside text, where nothing is indented. */
static void
put_node (Printer *self, const xmlNode *node, int depth)
{
  if (node->type == XML_ELEMENT_NODE)
    put_element (self, node, depth);
  else if (is_text (node))
    put_escaped (self, (const char *)node->content, FALSE);
  else if (node->type == XML_COMMENT_NODE)
    {
      put (self, "<!--");
      put (self, (const char *)node->content);
      put (self, "-->");
    }
}

GBytes *
pt_xml_print (xmlDoc *doc, PtXmlPrintFunc func, gpointer data)
{
  Printer self = { g_string_new (NULL), 1, func, data };

  put (&self, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  put_node (&self, xmlDocGetRootElement (doc), 0);
  put (&self, "\n");
  return g_string_free_to_bytes (self.text);
}
