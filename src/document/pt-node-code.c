/* pt-node-code.c: fresh subtrees as data, and back
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-node-code.h"

#include "pt-document-private.h"
#include "pt-namespaces.h"
#include "pt-xml.h"

#include <string.h>

#define KNOWN_NODE 0 /* in place of a node's type */

/* --- to data --- */

static GVariant *
encode_declarations (const xmlNode *node)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(msms)"));
  for (const xmlNs *ns = node->nsDef; ns; ns = ns->next)
    g_variant_builder_add (&builder, "(msms)", ns->prefix, ns->href);
  return g_variant_builder_end (&builder);
}

static GVariant *
encode_attributes (const xmlNode *node)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(msmsss)"));
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    {
      const xmlNs *ns = attribute->ns;
      g_autofree char *value = pt_xml_dup_value (attribute);

      g_variant_builder_add (&builder, "(msmsss)", ns ? ns->prefix : NULL, ns ? ns->href : NULL,
                             attribute->name, value);
    }
  return g_variant_builder_end (&builder);
}

static guint32
count_children (const xmlNode *node)
{
  guint32 n = 0;

  for (const xmlNode *child = node->children; child; child = child->next)
    n++;
  return n;
}

static void
add_entry (GVariantBuilder *builder, const xmlNode *node)
{
  gboolean is_element = node->type == XML_ELEMENT_NODE;
  const xmlNs *ns = is_element ? node->ns : NULL;
  GVariant *declarations
      = is_element ? encode_declarations (node) : g_variant_new ("a(msms)", NULL);
  GVariant *attributes = is_element ? encode_attributes (node) : g_variant_new ("a(msmsss)", NULL);

  g_variant_builder_add (builder, "(yusmsms@a(msms)@a(msmsss)ms)", (guchar)node->type,
                         is_element ? count_children (node) : 0,
                         node->name ? node->name : BAD_CAST "", ns ? ns->prefix : NULL,
                         ns ? ns->href : NULL, declarations, attributes,
                         is_element ? NULL : node->content);
}

static void
add_known (GVariantBuilder *builder, guint32 number)
{
  g_variant_builder_add (builder, PT_NODE_CODE_TYPE, KNOWN_NODE, number, "", NULL, NULL, NULL, NULL,
                         NULL);
}

void
pt_node_encode (PtNumbers *numbers, xmlNode *top, GVariantBuilder *builder)
{
  guint32 number = pt_numbers_get (numbers, top);

  if (number)
    {
      add_known (builder, number);
      return;
    }
  add_entry (builder, top);
  pt_numbers_add (numbers, top);
  if (top->type == XML_ELEMENT_NODE)
    for (xmlNode *child = top->children; child; child = child->next)
      pt_node_encode (numbers, child, builder);
}

/* --- and back --- */

typedef struct
{
  PtDocument *document;
  PtNumbers *numbers;
  GVariantIter iter;
  gsize n_left; /* entries */
} PtDecoder;

static gboolean
is_same (const xmlNs *ns, const char *prefix, const char *href)
{
  return g_strcmp0 ((const char *)ns->prefix, prefix) == 0
         && g_strcmp0 ((const char *)ns->href, href) == 0;
}

static xmlNs *
find_in_force (const xmlNode *node, const char *prefix, const char *href)
{
  for (const xmlNode *at = node; at; at = pt_xml_parent_element (at))
    for (xmlNs *ns = at->nsDef; ns; ns = ns->next)
      if (is_same (ns, prefix, href))
        return ns;
  return NULL;
}

static xmlNs *
find_declared (PtDocument *document, const char *prefix, const char *href)
{
  GHashTableIter iter;
  gpointer ns;

  g_hash_table_iter_init (&iter, document->declared);
  while (g_hash_table_iter_next (&iter, &ns, NULL))
    if (is_same (ns, prefix, href))
      return ns;
  return NULL;
}

/* It was in force somewhere once; where its user is put, it is declared again if need be. */
static xmlNs *
declare_nowhere (PtDocument *document, const char *prefix, const char *href)
{
  xmlNs *ns = xmlNewNs (NULL, (const xmlChar *)href, (const xmlChar *)prefix);

  g_hash_table_insert (document->declared, ns, pt_document_get_root (document));
  return ns;
}

xmlNs *
pt_node_code_namespace (PtDocument *document,
                        const xmlNode *node,
                        const char *prefix,
                        const char *href)
{
  xmlNode *root = pt_document_get_root (document);
  xmlNs *ns;

  if (href == NULL)
    return NULL;
  if (g_strcmp0 (prefix, "xml") == 0)
    return pt_namespaces_resolve (root, prefix);
  ns = find_in_force (node, prefix, href);
  if (ns == NULL)
    ns = find_in_force (root, prefix, href);
  if (ns == NULL)
    ns = find_declared (document, prefix, href);
  return ns ? ns : declare_nowhere (document, prefix, href);
}

static void
decode_names (PtDocument *document, xmlNode *node, GVariant *declarations, GVariant *attributes)
{
  GVariantIter iter;
  const char *prefix, *href, *name, *value;

  g_variant_iter_init (&iter, declarations);
  while (g_variant_iter_next (&iter, "(m&sm&s)", &prefix, &href))
    xmlNewNs (node, (const xmlChar *)href, (const xmlChar *)prefix);
  g_variant_iter_init (&iter, attributes);
  while (g_variant_iter_next (&iter, "(m&sm&s&s&s)", &prefix, &href, &name, &value))
    xmlNewNsProp (node, pt_node_code_namespace (document, node, prefix, href),
                  (const xmlChar *)name, (const xmlChar *)value);
}

/* Returns: (nullable) */
static xmlNode *
make_node (xmlDoc *tree, guchar type, const char *name, const char *content)
{
  const xmlChar *text = (const xmlChar *)content;

  switch (type)
    {
    case XML_ELEMENT_NODE:
      return xmlNewDocNode (tree, NULL, (const xmlChar *)name, NULL);
    case XML_TEXT_NODE:
      return xmlNewDocText (tree, text);
    case XML_CDATA_SECTION_NODE:
      return xmlNewCDataBlock (tree, text, content ? (int)strlen (content) : 0);
    case XML_COMMENT_NODE:
      return xmlNewDocComment (tree, text);
    case XML_PI_NODE:
      return xmlNewDocPI (tree, (const xmlChar *)name, text);
    default:
      return NULL;
    }
}

static xmlNode *decode_subtree (PtDecoder *self, xmlNode *parent, guint depth);

/* Of a node without a parent takes care who has handled nodes in its keeping. */
static void
place (PtDecoder *self, xmlNode *parent, xmlNode *node)
{
  if (parent)
    pt_xml_link (parent, NULL, node);
  else
    g_hash_table_add (self->document->handled, node);
}

/* Returns: (nullable): @node, or NULL when the entries do not hold what it should have */
static xmlNode *
decode_inside (PtDecoder *self, xmlNode *node, guint32 n_children, guint depth)
{
  while (n_children-- > 0)
    if (decode_subtree (self, node, depth + 1) == NULL)
      return NULL;
  return node;
}

/* Takes the next subtree from the entries into @parent (nullable). Returns: (nullable) */
static xmlNode *
decode_subtree (PtDecoder *self, xmlNode *parent, guint depth)
{
  g_autoptr (GVariant) declarations = NULL;
  g_autoptr (GVariant) attributes = NULL;
  const char *name, *prefix, *href, *content;
  guint32 count;
  guchar type;
  xmlNode *node;

  if (depth > PT_DOCUMENT_MAX_DEPTH || self->n_left-- == 0
      || !g_variant_iter_next (&self->iter, "(yu&sm&sm&s@a(msms)@a(msmsss)m&s)", &type, &count,
                               &name, &prefix, &href, &declarations, &attributes, &content))
    return NULL;
  node = type == KNOWN_NODE ? pt_numbers_find (self->numbers, count)
                            : make_node (self->document->tree, type, name, content);
  if (node == NULL || node->parent)
    return NULL;
  place (self, parent, node);
  if (type == KNOWN_NODE)
    return node;
  pt_numbers_add (self->numbers, node);
  if (type != XML_ELEMENT_NODE)
    return node;
  decode_names (self->document, node, declarations, attributes);
  node->ns = pt_node_code_namespace (self->document, node, prefix, href);
  return decode_inside (self, node, count, depth);
}

GPtrArray *
pt_node_decode (PtDocument *document, PtNumbers *numbers, GVariant *entries)
{
  g_autoptr (GPtrArray) tops = g_ptr_array_new ();
  PtDecoder self = { .document = document, .numbers = numbers };

  self.n_left = g_variant_iter_init (&self.iter, entries);
  while (self.n_left > 0)
    {
      xmlNode *top = decode_subtree (&self, NULL, 0);

      if (top == NULL)
        return NULL;
      g_ptr_array_add (tops, top);
    }
  return g_steal_pointer (&tops);
}
