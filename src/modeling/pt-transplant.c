/* pt-transplant.c: copies of elements in another document, or in the same one under new ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-transplant.h"

#include "pt-model-writer.h"

#include <string.h>

/* --- ids --- */

static char *
make_id (PtTransplant *self, const xmlNode *node)
{
  PtBpmnType type = pt_bpmn_type_from_node (node);
  const char *prefix = type != PT_BPMN_NONE ? pt_model_id_prefix (type) : (const char *)node->name;

  return pt_document_make_id (self->draft->document, prefix);
}

void
pt_transplant_reserve (PtTransplant *self, const xmlNode *node)
{
  char *id = pt_xml_attribute (node, "id");

  if (id != NULL)
    g_hash_table_insert (self->ids, id, make_id (self, node));
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    pt_transplant_reserve (self, child);
}

static const char *
new_id (PtTransplant *self, const char *reference)
{
  const char *local = pt_bpmn_local_reference (reference);
  const char *found = g_hash_table_lookup (self->ids, reference);

  return found == NULL && local != NULL ? g_hash_table_lookup (self->ids, local) : found;
}

/* Returns: (nullable): what @reference must say in the copy; NULL when it would name nothing */
static const char *
follow (PtTransplant *self, const char *reference)
{
  const char *found = new_id (self, reference);

  if (found != NULL)
    return found;
  return pt_bpmn_resolve (self->draft->document, reference) != NULL ? reference : NULL;
}

/* --- references --- */

static gboolean
is_reference (const char *name)
{
  static const char *const others[] = { "default", "bpmnElement", "incoming", "outgoing", NULL };

  return g_str_has_suffix (name, "Ref") || g_strv_contains (others, name);
}

/* A flow that is not copied must not be listed, even where the original is at hand. */
static gboolean
belongs_to_the_original (const char *name)
{
  static const char *const local[]
      = { "default", "incoming", "outgoing", "flowNodeRef", "attachedToRef", NULL };

  return g_strv_contains (local, name);
}

static const char *
translate (PtTransplant *self, const char *name, const char *value)
{
  return belongs_to_the_original (name) ? new_id (self, value) : follow (self, value);
}

/* --- attributes --- */

/* An attribute that has a namespace needs a prefix; an element made in it tells one, unless there
 * is only a default namespace for it. */
static void
copy_foreign (PtTransplant *self, const xmlAttr *attribute, const char *value, xmlNode *copy)
{
  PtDocument *document = self->draft->document;
  xmlNode *probe = pt_document_make_element (document, pt_document_get_root (document),
                                             (const char *)attribute->ns->href,
                                             (const char *)attribute->ns->prefix,
                                             (const char *)attribute->name);

  if (probe->ns != NULL && probe->ns->prefix != NULL)
    xmlNewNsProp (copy, probe->ns, attribute->name, (const xmlChar *)value);
  xmlFreeNode (probe);
}

/* The prefix in xsi:type is that of the document it stands in. */
static char *
translate_type (const xmlNode *copy, const char *value)
{
  const char *colon = strrchr (value, ':');
  const char *local = colon != NULL ? colon + 1 : value;

  return copy->ns != NULL && copy->ns->prefix != NULL
             ? g_strconcat ((const char *)copy->ns->prefix, ":", local, NULL)
             : g_strdup (local);
}

static double
shift_of (const PtTransplant *self, const xmlNode *node, const char *name)
{
  if (!pt_xml_is (node, PT_NS_DC, "Bounds") && !pt_xml_is (node, PT_NS_DI, "waypoint"))
    return 0;
  if (g_str_equal (name, "x"))
    return self->shift.x;
  return g_str_equal (name, "y") ? self->shift.y : 0;
}

static void
copy_own (PtTransplant *self,
          const xmlNode *node,
          const char *name,
          const char *value,
          xmlNode *copy)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double shift = shift_of (self, node, name);
  const char *text = value;

  if (g_str_equal (name, "id"))
    text = new_id (self, value);
  else if (is_reference (name))
    text = translate (self, name, value);
  else if (shift != 0)
    text = g_ascii_formatd (buffer, sizeof buffer, "%.12g", g_ascii_strtod (value, NULL) + shift);
  if (text != NULL)
    xmlNewProp (copy, (const xmlChar *)name, (const xmlChar *)text);
}

static void
copy_attributes (PtTransplant *self, const xmlNode *node, xmlNode *copy)
{
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    {
      const char *name = (const char *)attribute->name;
      xmlChar *raw = xmlNodeListGetString (node->doc, attribute->children, 1);
      const char *value = raw != NULL ? (const char *)raw : "";

      if (attribute->ns == NULL)
        copy_own (self, node, name, value, copy);
      else if (g_str_equal (attribute->ns->href, PT_NS_XSI) && g_str_equal (name, "type"))
        {
          g_autofree char *type = translate_type (copy, value);

          copy_foreign (self, attribute, type, copy);
        }
      else
        copy_foreign (self, attribute, value, copy);
      xmlFree (raw);
    }
}

/* --- elements --- */

static xmlNode *copy_element (PtTransplant *self, const xmlNode *node);

/* Returns: (nullable): NULL for a reference to nothing, and for what is left out */
static xmlNode *
copy_child (PtTransplant *self, const xmlNode *child)
{
  g_autofree char *text = NULL;
  const char *translated;
  xmlNode *copy;

  if (g_hash_table_contains (self->skip, child))
    return NULL;
  if (pt_bpmn_type_from_node (child) != PT_BPMN_NONE || child->ns == NULL
      || !g_str_equal (child->ns->href, PT_NS_BPMN) || !is_reference ((const char *)child->name))
    return copy_element (self, child);
  text = pt_xml_text (child);
  translated = translate (self, (const char *)child->name, text);
  if (translated == NULL)
    return NULL;
  copy = copy_element (self, child);
  xmlNodeSetContent (copy, NULL);
  xmlAddChild (copy, xmlNewText ((const xmlChar *)translated));
  return copy;
}

static void
copy_content (PtTransplant *self, const xmlNode *node, xmlNode *copy)
{
  gboolean has_elements = pt_xml_first_element (node) != NULL;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      gboolean is_text = child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE;
      xmlNode *made = NULL;

      if (child->type == XML_ELEMENT_NODE)
        made = copy_child (self, child);
      else if (is_text && !(has_elements && xmlIsBlankNode (child)))
        made = xmlNewText (child->content);
      if (made != NULL)
        xmlAddChild (copy, made);
    }
}

static xmlNode *
copy_element (PtTransplant *self, const xmlNode *node)
{
  PtDocument *document = self->draft->document;
  const char *uri = node->ns != NULL ? (const char *)node->ns->href : NULL;
  const char *hint = node->ns != NULL ? (const char *)node->ns->prefix : NULL;
  xmlNode *copy = pt_document_make_element (document, pt_document_get_root (document), uri, hint,
                                            (const char *)node->name);

  copy_attributes (self, node, copy);
  copy_content (self, node, copy);
  return copy;
}

xmlNode *
pt_transplant_copy (PtTransplant *self, const xmlNode *node)
{
  return copy_element (self, node);
}
