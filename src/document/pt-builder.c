/* pt-builder.c: the tree of a document, built from what the parser reads
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-builder.h"

#include "pt-values.h"
#include "pt-xml.h"

#include <libxml/parserInternals.h>
#include <string.h>

struct _PtBuilder
{
  PtSource *source;
  PtIds *ids;
  xmlParserCtxt *context;
  PtValues *values;
  xmlNode *current; /* (nullable): the innermost open element */
  guint n_done;     /* spans */
  GString *text;    /* what was read of a text or a section so far */
  gboolean in_cdata, in_gap;
  gboolean is_wrong;
};

PtBuilder *
pt_builder_new (PtSource *source, PtIds *ids, xmlParserCtxt *context)
{
  PtBuilder *self = g_new0 (PtBuilder, 1);

  self->source = source;
  self->ids = ids;
  self->context = context;
  self->text = g_string_new (NULL);
  return self;
}

void
pt_builder_free (PtBuilder *self)
{
  g_clear_pointer (&self->values, pt_values_free);
  g_string_free (self->text, TRUE);
  g_free (self);
}

gboolean
pt_builder_is_open (const PtBuilder *self)
{
  return self->current != NULL;
}

/* --- nodes and their spans --- */

static gpointer
allocate (PtBuilder *self, gsize size)
{
  return pt_arena_alloc (self->source->arena, size);
}

/* (nullable): the span of what is read next */
static const PtSpan *
next_span (PtBuilder *self)
{
  return self->n_done < self->source->spans->len
             ? &g_array_index (self->source->spans, PtSpan, self->n_done)
             : NULL;
}

/* Where the parser finds what the scan did not, the tree is of no use any more. */
static gboolean
take_span (PtBuilder *self, xmlElementType type)
{
  const PtSpan *span = next_span (self);

  if (span == NULL || pt_source_type (self->source, span) != type)
    self->is_wrong = TRUE;
  self->n_done += !self->is_wrong;
  return !self->is_wrong;
}

static void
set_content (PtBuilder *self, xmlNode *node, const char *text, gsize length)
{
  node->content = (xmlChar *)pt_arena_text (self->source->arena, text, length);
}

/* (nullable) */
static xmlNode *
make_node (PtBuilder *self, xmlElementType type, const xmlChar *name)
{
  xmlNode *node;

  if (!take_span (self, type))
    return NULL;
  node = allocate (self, sizeof (xmlNode));
  node->type = type;
  node->name = name;
  node->doc = self->context->myDoc;
  node->_private = GSIZE_TO_POINTER (self->n_done);
  if (self->current)
    pt_xml_link (self->current, NULL, node);
  return node;
}

static void
finish_node (PtBuilder *self, xmlElementType type, const xmlChar *name)
{
  xmlNode *node = make_node (self, type, name);

  if (node)
    set_content (self, node, self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
}

/* The parser hands over a text in portions, and sections that touch are one node: what comes behind
 * ends it. */
static void
finish_text (PtBuilder *self)
{
  if (self->in_cdata)
    finish_node (self, XML_CDATA_SECTION_NODE, NULL);
  else if (self->in_gap)
    self->n_done++;
  else if (self->text->len > 0)
    finish_node (self, XML_TEXT_NODE, xmlStringText);
  self->in_cdata = self->in_gap = FALSE;
}

void
pt_builder_text (PtBuilder *self, const char *text, gsize length)
{
  const PtSpan *span;

  if (self->in_cdata)
    finish_text (self);
  span = next_span (self);
  self->in_gap = span && span->gap;
  if (!self->in_gap)
    g_string_append_len (self->text, text, (gssize)length);
}

void
pt_builder_cdata (PtBuilder *self, const char *text, gsize length)
{
  if (!self->in_cdata)
    finish_text (self);
  self->in_cdata = TRUE;
  g_string_append_len (self->text, text, (gssize)length);
}

void
pt_builder_comment (PtBuilder *self, const xmlChar *text)
{
  xmlNode *node;

  finish_text (self);
  node = make_node (self, XML_COMMENT_NODE, xmlStringComment);
  if (node)
    set_content (self, node, (const char *)text, strlen ((const char *)text));
}

void
pt_builder_instruction (PtBuilder *self, const xmlChar *target, const xmlChar *data)
{
  xmlNode *node;

  finish_text (self);
  node = make_node (self, XML_PI_NODE, xmlDictLookup (self->context->dict, target, -1));
  if (node && data)
    set_content (self, node, (const char *)data, strlen ((const char *)data));
}

/* --- namespaces --- */

/* A prefix without a declaration is part of the name. */
static const xmlChar *
whole_name (PtBuilder *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  return prefix && uri == NULL ? xmlDictQLookup (self->context->dict, prefix, name) : name;
}

static void
declare_namespaces (PtBuilder *self, xmlNode *node, int n, const xmlChar **namespaces)
{
  xmlNs **place = &node->nsDef;

  for (int i = 0; i < n; i++, place = &(*place)->next)
    {
      xmlNs *ns = allocate (self, sizeof (xmlNs));

      ns->type = XML_NAMESPACE_DECL;
      ns->prefix = namespaces[2 * i];
      ns->href = namespaces[2 * i + 1];
      *place = ns;
    }
}

/* The parser gives each prefix out of its dictionary, so the same one is at the same place. */
static xmlNs *
find_namespace (PtBuilder *self, xmlNode *node, const xmlChar *prefix)
{
  for (const xmlNode *at = node; at; at = pt_xml_parent_element (at))
    for (xmlNs *ns = at->nsDef; ns; ns = ns->next)
      if (ns->prefix == prefix)
        return ns;
  return xmlSearchNs (node->doc, node, prefix); /* "xml" */
}

/* --- elements --- */

/* What the parser has not copied ends with its quote. What it has is decoded already but for an
 * ampersand, which stands as a reference. */
static xmlNode *
make_value (PtBuilder *self, const char *value, const char *end)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *decoded = NULL;

  if (*end != '\0' || strchr (value, '&') == NULL)
    return pt_values_get (self->values, value, (gsize)(end - value));
  parts = g_strsplit (value, "&#38;", -1);
  decoded = g_strjoinv ("&", parts);
  return pt_values_get (self->values, decoded, strlen (decoded));
}

/* @given: local name, prefix, namespace, value and its end */
static xmlAttr *
make_attribute (PtBuilder *self, xmlNode *node, const xmlChar **given, xmlAttr *previous)
{
  xmlAttr *attribute = allocate (self, sizeof (xmlAttr));

  attribute->type = XML_ATTRIBUTE_NODE;
  attribute->name = whole_name (self, given[0], given[1], given[2]);
  attribute->ns = given[2] ? find_namespace (self, node, given[1]) : NULL;
  attribute->parent = node;
  attribute->doc = node->doc;
  attribute->prev = previous;
  attribute->children = attribute->last
      = make_value (self, (const char *)given[3], (const char *)given[4]);
  *(previous ? &previous->next : &node->properties) = attribute;
  if (attribute->ns == NULL && strcmp ((const char *)attribute->name, "id") == 0)
    pt_ids_add (self->ids, (const char *)attribute->children->content, node);
  return attribute;
}

/* The parser has made the document by now. */
static void
begin_document (PtBuilder *self, xmlNode *root)
{
  self->values = pt_values_new (self->source->arena, root->doc);
  xmlAddChild ((xmlNode *)root->doc, root);
}

void
pt_builder_start (PtBuilder *self,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  const xmlChar **attributes)
{
  xmlAttr *attribute = NULL;
  xmlNode *node;

  finish_text (self);
  node = make_node (self, XML_ELEMENT_NODE, whole_name (self, name, prefix, uri));
  if (node == NULL)
    return;
  if (self->current == NULL)
    begin_document (self, node);
  declare_namespaces (self, node, n_namespaces, namespaces);
  node->ns = uri ? find_namespace (self, node, prefix) : NULL;
  for (int i = 0; i < n_attributes; i++)
    pt_values_expect (self->values, (const char *)attributes[5 * i + 3],
                      (gsize)(attributes[5 * i + 4] - attributes[5 * i + 3]));
  for (int i = 0; i < n_attributes; i++)
    attribute = make_attribute (self, node, attributes + 5 * i, attribute);
  self->current = node;
}

void
pt_builder_end (PtBuilder *self)
{
  finish_text (self);
  if (self->current)
    self->current = pt_xml_parent_element (self->current);
}

gboolean
pt_builder_is_complete (const PtBuilder *self)
{
  return !self->is_wrong && self->n_done == self->source->spans->len;
}

void
pt_builder_free_doc (xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  if (root)
    xmlUnlinkNode (root);
  xmlFreeDoc (doc);
}
