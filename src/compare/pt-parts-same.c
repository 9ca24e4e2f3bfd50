/* pt-parts-same.c: the quick look that most elements pass: the same in the same order
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "pt-parts.h"

static gboolean
same_string (const xmlChar *a, const xmlChar *b)
{
  return a == b || (a != NULL && b != NULL && strcmp ((const char *)a, (const char *)b) == 0);
}

static gboolean
same_namespace (const xmlNs *a, const xmlNs *b)
{
  return same_string (a != NULL ? a->href : NULL, b != NULL ? b->href : NULL);
}

static gboolean
same_value (const xmlNode *before, const xmlNode *after, const xmlAttr *a, const xmlAttr *b)
{
  const char *from = pt_tree_attribute (a), *to = pt_tree_attribute (b);

  if (pt_qname_is ((const char *)a->name, a->ns != NULL ? (const char *)a->ns->href : NULL))
    return pt_qname_agree (before, after, from, to);
  return strcmp (from, to) == 0;
}

gboolean
pt_parts_attributes_are_same (const xmlNode *before, const xmlNode *after)
{
  const xmlAttr *a = before->properties, *b = after->properties;

  for (; a != NULL && b != NULL; a = a->next, b = b->next)
    if (!same_string (a->name, b->name) || !same_namespace (a->ns, b->ns)
        || !same_value (before, after, a, b))
      return FALSE;
  return a == NULL && b == NULL;
}

static gboolean
is_read_over (const xmlNode *node)
{
  PtBpmnType type;

  switch (node->type)
    {
    case XML_ELEMENT_NODE:
      return pt_catalog_is_entry (node, &type) || pt_xml_is (node, PT_NS_BPMN, "flowNodeRef");
    case XML_TEXT_NODE:
      return pt_tree_is_blank ((const char *)node->content);
    case XML_CDATA_SECTION_NODE:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Of a run of siblings with one tag, which may be long, only the first is judged. */
static const xmlNode *
skip (const xmlNode *node)
{
  const xmlNode *last = NULL;

  for (; node != NULL; node = node->next)
    {
      gboolean alike = last != NULL && node->type == XML_ELEMENT_NODE && node->name == last->name
                       && node->ns == last->ns;

      if (!alike && !is_read_over (node))
        break;
      last = node->type == XML_ELEMENT_NODE ? node : last;
    }
  return node;
}

static gboolean same_part (const xmlNode *before, const xmlNode *after);

static gboolean
same_children (const xmlNode *before, const xmlNode *after)
{
  const xmlNode *a = skip (before->children), *b = skip (after->children);

  for (; a != NULL && b != NULL; a = skip (a->next), b = skip (b->next))
    if (a->type != b->type
        || !(a->type == XML_ELEMENT_NODE ? same_part (a, b) : same_string (a->content, b->content)))
      return FALSE;
  return a == NULL && b == NULL;
}

static gboolean
same_part (const xmlNode *before, const xmlNode *after)
{
  return same_string (before->name, after->name) && same_namespace (before->ns, after->ns)
         && pt_parts_are_same (before, after);
}

gboolean
pt_parts_are_same (const xmlNode *before, const xmlNode *after)
{
  return pt_parts_attributes_are_same (before, after) && same_children (before, after);
}
