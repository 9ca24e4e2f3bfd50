/* pt-changes.c: the four changes that everybody may make
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-document-private.h"
#include "pt-gap.h"
#include "pt-indent.h"
#include "pt-namespaces.h"
#include "pt-xml.h"

#include <string.h>

static const char *
intern (PtDocument *self, const char *text)
{
  return text ? (const char *)xmlDictLookup (self->tree->dict, (const xmlChar *)text, -1) : NULL;
}

void
pt_document_set_attribute (PtDocument *self,
                           xmlNode *node,
                           const char *ns_uri,
                           const char *name,
                           const char *value)
{
  xmlAttr *attribute = pt_xml_find_attribute (node, ns_uri, name);
  g_autofree char *old = attribute ? pt_xml_dup_value (attribute) : NULL;
  g_autofree char *new = pt_xml_clean (value);
  PtEdit edit = { .kind = PT_EDIT_ATTRIBUTE, .change = PT_CHANGE_ATTRIBUTE, .node = node };

  g_return_if_fail (pt_journal_is_open (self->journal));

  if (g_strcmp0 (old, new) == 0)
    return;
  edit.attribute.ns = attribute ? attribute->ns : NULL;
  if (ns_uri && !attribute)
    edit.attribute.ns = pt_namespaces_need (self, node, ns_uri, NULL, TRUE);
  edit.parent = pt_xml_parent_element (node);
  edit.name = intern (self, name);
  edit.attribute.ns_uri = intern (self, ns_uri);
  edit.attribute.position = G_MAXUINT;
  edit.attribute.values[0] = g_steal_pointer (&old);
  edit.attribute.values[1] = g_steal_pointer (&new);
  pt_journal_make (self, edit);
}

static gboolean
holds_just_text (const xmlNode *node, const char *text)
{
  g_autofree char *old = NULL;
  xmlChar *content;

  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE)
      return FALSE;
  content = xmlNodeGetContent (node);
  old = g_strdup (content ? (const char *)content : "");
  xmlFree (content);
  return strcmp (old, text) == 0;
}

/* What was written as a CDATA section stays one. */
static xmlNode *
make_text (PtDocument *self, const xmlNode *node, const char *text)
{
  const xmlNode *child = node->children;

  if (child && child->type == XML_CDATA_SECTION_NODE && child->next == NULL
      && strstr (text, "]]>") == NULL)
    return xmlNewCDataBlock (self->tree, (const xmlChar *)text, (int)strlen (text));
  return xmlNewDocText (self->tree, (const xmlChar *)text);
}

void
pt_document_set_text (PtDocument *self, xmlNode *node, const char *text)
{
  g_autofree char *new = pt_xml_clean (text ? text : "");
  PtEdit edit;

  g_return_if_fail (pt_journal_is_open (self->journal));

  if (holds_just_text (node, new))
    return;
  while (pt_xml_first_element (node))
    pt_document_remove (self, pt_xml_first_element (node));

  pt_gap_open_children (self->source, node);
  edit = pt_edit_splice (PT_CHANGE_TEXT, node, node, NULL);
  for (xmlNode *child = node->children; child; child = child->next)
    g_ptr_array_add (edit.splice.runs[0], child);
  if (*new)
    g_ptr_array_add (edit.splice.runs[1], make_text (self, node, new));
  pt_journal_make (self, edit);
}

void
pt_document_drop_strays (PtDocument *self)
{
  PtEdit edit = { .kind = PT_EDIT_ENCODING, .change = PT_CHANGE_ATTRIBUTE };

  g_return_if_fail (pt_journal_is_open (self->journal));

  if ((self->source->n_strays == 0 && self->source->claimed == NULL) || self->source->drop_strays)
    return;
  edit.node = pt_document_get_root (self);
  edit.name = intern (self, "encoding");
  pt_journal_make (self, edit);
}

void
pt_document_insert (PtDocument *self, xmlNode *parent, xmlNode *before, xmlNode *node)
{
  g_return_if_fail (pt_journal_is_open (self->journal));
  g_return_if_fail (node->parent == NULL);
  g_return_if_fail (before == NULL || before->parent == parent);

  pt_indent_insertion (self, parent, before, node);
  pt_namespaces_settle (self, node);
}

void
pt_document_remove (PtDocument *self, xmlNode *node)
{
  g_return_if_fail (pt_journal_is_open (self->journal));
  g_return_if_fail (pt_xml_parent_element (node) != NULL);

  pt_indent_removal (self, node);
}
