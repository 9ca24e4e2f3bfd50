/* pt-lower-xml.c: parts of a document as XML text that stands for itself
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lower.h"

/* What is being written: the text, and the declarations in scope (xmlNs, innermost last). */
typedef struct
{
  GString *text;
  GPtrArray *scope;
} Writer;

static gboolean
is_declared (const Writer *self, const xmlNs *ns)
{
  for (guint i = self->scope->len; i-- > 0;)
    {
      const xmlNs *other = g_ptr_array_index (self->scope, i);

      if (g_strcmp0 ((const char *)other->prefix, (const char *)ns->prefix) == 0)
        return g_strcmp0 ((const char *)other->href, (const char *)ns->href) == 0;
    }
  return g_strcmp0 ((const char *)ns->prefix, "xml") == 0;
}

static void
append_escaped (GString *text, const char *value)
{
  for (const char *at = value; *at; at++)
    switch (*at)
      {
      case '&':
        g_string_append (text, "&amp;");
        break;
      case '<':
        g_string_append (text, "&lt;");
        break;
      case '>':
        g_string_append (text, "&gt;");
        break;
      case '"':
        g_string_append (text, "&quot;");
        break;
      case '\n':
      case '\r':
      case '\t':
        g_string_append_printf (text, "&#%d;", *at);
        break;
      default:
        g_string_append_c (text, *at);
      }
}

static void
declare (Writer *self, const xmlNs *ns)
{
  if (!ns || is_declared (self, ns))
    return;
  g_string_append_printf (self->text, ns->prefix ? " xmlns:%s=\"" : " xmlns%s=\"",
                          ns->prefix ? (const char *)ns->prefix : "");
  append_escaped (self->text, (const char *)ns->href);
  g_string_append_c (self->text, '"');
  g_ptr_array_add (self->scope, (gpointer)ns);
}

/* Values may be names with a prefix too: xsi:type, itemRef … */
static void
declare_for_value (Writer *self, const xmlNode *node, const char *value)
{
  const char *colon = strchr (value, ':');
  g_autofree char *prefix = colon ? g_strndup (value, colon - value) : NULL;

  if (prefix && !strpbrk (value, " \t\n/") && xmlValidateNCName ((const xmlChar *)prefix, 0) == 0)
    declare (self, xmlSearchNs (node->doc, (xmlNode *)node, (const xmlChar *)prefix));
}

static char *
value_of (const xmlAttr *attribute)
{
  xmlChar *value = xmlNodeListGetString (attribute->doc, attribute->children, 1);
  char *copy = g_strdup (value ? (const char *)value : "");

  xmlFree (value);
  return copy;
}

static void
append_name (GString *text, const xmlNs *ns, const xmlChar *name)
{
  if (ns && ns->prefix)
    g_string_append_printf (text, "%s:", ns->prefix);
  g_string_append (text, (const char *)name);
}

static void
write_attribute (Writer *self, const xmlAttr *attribute)
{
  g_autofree char *value = value_of (attribute);

  declare (self, attribute->ns);
  declare_for_value (self, attribute->parent, value);
  g_string_append_c (self->text, ' ');
  append_name (self->text, attribute->ns, attribute->name);
  g_string_append (self->text, "=\"");
  append_escaped (self->text, value);
  g_string_append_c (self->text, '"');
}

static gboolean
is_text (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* Indentation is the file's business, not that of the part. */
static gboolean
is_indentation (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE && xmlIsBlankNode (node)
         && xmlChildElementCount (node->parent) > 0;
}

static void write_element (Writer *self, const xmlNode *node);

static void
write_content (Writer *self, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      write_element (self, child);
    else if (is_text (child) && !is_indentation (child))
      append_escaped (self->text, (const char *)child->content);
}

/* A name in the text needs its prefix declared on the element itself. */
static void
declare_for_text (Writer *self, const xmlNode *node)
{
  if (node->children && !node->children->next && is_text (node->children))
    declare_for_value (self, node, (const char *)node->children->content);
}

/* An element without a namespace below one with a default namespace must take that back. */
static void
declare_element (Writer *self, const xmlNode *node)
{
  static const xmlNs none = { .type = XML_NAMESPACE_DECL, .href = (const xmlChar *)"" };

  if (node->ns)
    declare (self, node->ns);
  else if (self->scope->len > 0)
    declare (self, &none);
}

static void
write_element (Writer *self, const xmlNode *node)
{
  guint outer = self->scope->len;

  g_string_append_c (self->text, '<');
  append_name (self->text, node->ns, node->name);
  declare_element (self, node);
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    write_attribute (self, attribute);
  declare_for_text (self, node);
  g_string_append_c (self->text, '>');
  write_content (self, node);
  g_string_append (self->text, "</");
  append_name (self->text, node->ns, node->name);
  g_string_append_c (self->text, '>');
  g_ptr_array_set_size (self->scope, outer);
}

void
pt_lower_xml (GString *text, const xmlNode *node)
{
  g_autoptr (GPtrArray) scope = g_ptr_array_new ();
  Writer self = { text, scope };

  write_element (&self, node);
}

static gboolean
is_foreign (const xmlNs *ns)
{
  static const char *const own[] = { PT_NS_BPMN, PT_NS_XSI, NULL };

  return ns && !g_strv_contains (own, (const char *)ns->href)
         && g_strcmp0 ((const char *)ns->prefix, "xml") != 0;
}

char *
pt_lower_foreign (const xmlNode *node)
{
  const xmlAttr *attribute = node->properties;
  g_autoptr (GPtrArray) scope = NULL;
  Writer self = { 0 };

  while (attribute && !is_foreign (attribute->ns))
    attribute = attribute->next;
  if (!attribute)
    return NULL;
  scope = g_ptr_array_new ();
  self = (Writer){ g_string_new (NULL), scope };
  for (; attribute; attribute = attribute->next)
    if (is_foreign (attribute->ns))
      write_attribute (&self, attribute);
  return g_string_free (self.text, FALSE);
}
