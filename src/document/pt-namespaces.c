/* pt-namespaces.c: which prefix means what, where; elements that fit in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-namespaces.h"

#include "pt-document-private.h"
#include "pt-xml.h"

#include <string.h>

xmlNs *
pt_namespaces_resolve (const xmlNode *node, const char *prefix)
{
  return xmlSearchNs (node->doc, (xmlNode *)node, (const xmlChar *)prefix);
}

static gboolean
declares (const xmlNs *ns, const char *ns_uri, gboolean prefixed)
{
  return ns->href && strcmp ((const char *)ns->href, ns_uri) == 0 && (ns->prefix || !prefixed);
}

static xmlNs *
find_above (const xmlNode *node, const char *ns_uri, gboolean prefixed)
{
  if (strcmp (ns_uri, (const char *)XML_XML_NAMESPACE) == 0)
    return pt_namespaces_resolve (node, "xml");

  for (const xmlNode *at = node; at && at->type == XML_ELEMENT_NODE; at = at->parent)
    for (xmlNs *ns = at->nsDef; ns; ns = ns->next)
      if (declares (ns, ns_uri, prefixed)
          && pt_namespaces_resolve (node, (const char *)ns->prefix) == ns)
        return ns;
  return NULL;
}

static gboolean
prefix_is_free (PtDocument *document, xmlNode *node, const char *prefix)
{
  return pt_namespaces_resolve (node, prefix) == NULL
         && pt_namespaces_resolve (pt_document_get_root (document), prefix) == NULL;
}

static char *
choose_prefix (PtDocument *document, xmlNode *node, const char *hint)
{
  const char *stem = hint ? hint : "ns";
  char *prefix = g_strdup (stem);

  for (guint number = 1; !prefix_is_free (document, node, prefix); number++)
    {
      g_free (prefix);
      prefix = g_strdup_printf ("%s%u", stem, number);
    }
  return prefix;
}

/* Journals a declaration. @prefix: (nullable): NULL for the default namespace */
static xmlNs *
declare (PtDocument *document, xmlNode *node, const char *ns_uri, const char *prefix)
{
  g_autofree char *name = g_strconcat ("xmlns", prefix ? ":" : NULL, prefix, NULL);
  xmlNs *ns = xmlNewNs (NULL, (const xmlChar *)ns_uri, (const xmlChar *)prefix);
  PtEdit edit = { .kind = PT_EDIT_NAMESPACE, .change = PT_CHANGE_ATTRIBUTE, .node = node };

  edit.parent = pt_xml_parent_element (node);
  edit.name = (const char *)xmlDictLookup (document->tree->dict, (const xmlChar *)name, -1);
  edit.declaration.ns = ns;
  g_hash_table_insert (document->declared, ns, node);
  pt_journal_make (document, edit);
  return ns;
}

static xmlNs *
declare_on_root (PtDocument *document, xmlNode *node, const char *ns_uri, const char *hint)
{
  g_autofree char *prefix = choose_prefix (document, node, hint);

  return declare (document, pt_document_get_root (document), ns_uri, prefix);
}

/* A loose subtree sees nothing of the root's declarations yet, but will. */
static xmlNs *
find_on_root (PtDocument *document, xmlNode *node, const char *ns_uri, gboolean prefixed)
{
  xmlNs *ns = find_above (pt_document_get_root (document), ns_uri, prefixed);

  return ns && pt_namespaces_resolve (node, (const char *)ns->prefix) == NULL ? ns : NULL;
}

xmlNs *
pt_namespaces_find (PtDocument *document, xmlNode *node, const char *ns_uri, gboolean prefixed)
{
  xmlNs *ns = find_above (node, ns_uri, prefixed);

  return ns ? ns : find_on_root (document, node, ns_uri, prefixed);
}

xmlNs *
pt_namespaces_need (PtDocument *document,
                    xmlNode *node,
                    const char *ns_uri,
                    const char *hint,
                    gboolean prefixed)
{
  xmlNs *ns = pt_namespaces_find (document, node, ns_uri, prefixed);

  return ns ? ns : declare_on_root (document, node, ns_uri, hint);
}

/* --- elements in a new place --- */

static const char *
meaning (const xmlNs *ns)
{
  return ns && ns->href ? (const char *)ns->href : "";
}

static void
settle (PtDocument *document, xmlNode *node, const xmlNs *ns)
{
  const char *prefix = ns ? (const char *)ns->prefix : NULL;

  if (strcmp (meaning (pt_namespaces_resolve (node, prefix)), meaning (ns)) != 0)
    declare (document, node, meaning (ns), prefix);
}

void
pt_namespaces_settle (PtDocument *document, xmlNode *top)
{
  for (xmlNode *node = top; node; node = pt_xml_next_in (node, top))
    if (node->type == XML_ELEMENT_NODE)
      {
        settle (document, node, node->ns);
        for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
          if (attribute->ns)
            settle (document, node, attribute->ns);
      }
}

xmlNode *
pt_document_make_element (PtDocument *self,
                          xmlNode *context,
                          const char *ns_uri,
                          const char *hint,
                          const char *name)
{
  xmlNs *ns = context->ns;

  if (ns == NULL || !declares (ns, ns_uri ? ns_uri : "", FALSE))
    ns = ns_uri && *ns_uri ? pt_namespaces_need (self, context, ns_uri, hint, FALSE) : NULL;
  return xmlNewDocNode (self->tree, ns, (const xmlChar *)name, NULL);
}
