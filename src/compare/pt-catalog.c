/* pt-catalog.c: the elements of one version, in a list and by their ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-catalog.h"

#include <string.h>

/* --- reading where it stands --- */

/* Entities are refused when a file is loaded, so a value is one text node or, when empty, none. */
const char *
pt_attribute_value (const xmlAttr *attribute)
{
  return attribute->children != NULL && attribute->children->content != NULL
             ? (const char *)attribute->children->content
             : "";
}

const char *
pt_node_value (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (a->ns == NULL && strcmp ((const char *)a->name, name) == 0)
      return pt_attribute_value (a);
  return NULL;
}

const char *
pt_leaf_text (const xmlNode *node)
{
  const xmlNode *text = node->children;

  if (text == NULL)
    return "";
  return text->next == NULL && text->type == XML_TEXT_NODE ? (const char *)text->content : NULL;
}

gboolean
pt_is_in (const xmlNode *node, const char *ns_uri)
{
  return node->ns != NULL && node->ns->href != NULL
         && strcmp ((const char *)node->ns->href, ns_uri) == 0;
}

/* --- what is compared by itself --- */

/* Types besides those that are drawn. */
static const PtBpmnType own_types[] = {
  PT_BPMN_ROOT_ELEMENT, PT_BPMN_FLOW_ELEMENT,   PT_BPMN_ARTIFACT,
  PT_BPMN_LANE_SET,     PT_BPMN_CATEGORY_VALUE, PT_BPMN_OPERATION,
  PT_BPMN_PROPERTY,     PT_BPMN_DEFINITIONS,    PT_BPMN_CORRELATION_KEY,
};

static gboolean *
judge_types (void)
{
  gboolean *is_own = g_new0 (gboolean, PT_BPMN_N_TYPES);

  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      is_own[type] = pt_bpmn_type_info (type)->family != PT_FAMILY_NONE;
      for (guint i = 0; i < G_N_ELEMENTS (own_types); i++)
        is_own[type] |= pt_bpmn_type_is_a (type, own_types[i]);
    }
  return is_own;
}

/* An event definition stands by itself only where several events can name it. */
static gboolean
is_own_type (PtBpmnType type, const xmlNode *node)
{
  static gboolean *is_own;

  if (g_once_init_enter (&is_own))
    g_once_init_leave (&is_own, judge_types ());
  return is_own[type]
         && (!pt_bpmn_type_is_a (type, PT_BPMN_EVENT_DEFINITION)
             || pt_xml_is (node->parent, PT_NS_BPMN, "definitions"));
}

static gboolean
is_drawing (const xmlNode *node)
{
  const char *name = (const char *)node->name;

  return pt_is_in (node, PT_NS_BPMNDI)
         && (strcmp (name, "BPMNShape") == 0 || strcmp (name, "BPMNEdge") == 0
             || strcmp (name, "BPMNDiagram") == 0);
}

gboolean
pt_catalog_is_entry (const xmlNode *node, PtBpmnType *type)
{
  *type = pt_bpmn_type_from_node (node);
  return *type != PT_BPMN_NONE ? is_own_type (*type, node) : is_drawing (node);
}

gboolean
pt_catalog_has_entries (const xmlNode *node, PtBpmnType type)
{
  return (type != PT_BPMN_NONE && type != PT_BPMN_EXTENSION_ELEMENTS)
         || pt_xml_is (node, PT_NS_BPMNDI, "BPMNDiagram")
         || pt_xml_is (node, PT_NS_BPMNDI, "BPMNPlane");
}

/* --- reading a tree --- */

static const char *
label_of (const xmlNode *node, PtBpmnType type)
{
  const char *name = pt_node_value (node, type == PT_BPMN_CATEGORY_VALUE ? "value" : "name");

  if (type == PT_BPMN_TEXT_ANNOTATION)
    for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
      if (pt_xml_is (child, PT_NS_BPMN, "text"))
        name = pt_leaf_text (child);
  return name != NULL && *name != '\0' ? name : NULL;
}

static PtEntryKind
kind_of (const xmlNode *node, PtBpmnType type)
{
  if (type != PT_BPMN_NONE)
    return PT_ENTRY_ELEMENT;
  return strcmp ((const char *)node->name, "BPMNDiagram") == 0 ? PT_ENTRY_DIAGRAM : PT_ENTRY_FIGURE;
}

static PtEntry *
add_entry (PtCatalog *self, const xmlNode *node, PtBpmnType type, PtEntry *parent)
{
  PtEntry *entry = g_new0 (PtEntry, 1);

  entry->face = (PtCompared){ node, type, pt_node_value (node, "id"), label_of (node, type) };
  entry->kind = kind_of (node, type);
  entry->index = self->entries->len;
  entry->parent = parent;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/* Depth is bounded by PT_DOCUMENT_MAX_DEPTH. */
static void
read_node (PtCatalog *self, const xmlNode *node, PtEntry *around)
{
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    {
      PtBpmnType type;
      PtEntry *entry
          = pt_catalog_is_entry (child, &type) ? add_entry (self, child, type, around) : around;

      if (pt_catalog_has_entries (child, type))
        read_node (self, child, entry);
    }
}

/* Backwards, so that of twins the first one is found first. */
static void
index_ids (PtCatalog *self)
{
  for (guint i = self->entries->len; i-- > 0;)
    {
      PtEntry *entry = self->entries->pdata[i];

      if (entry->face.id == NULL || *entry->face.id == '\0')
        continue;
      entry->twin = g_hash_table_lookup (self->by_id, entry->face.id);
      g_hash_table_replace (self->by_id, (gpointer)entry->face.id, entry);
    }
}

static const char *
shown_by (const PtEntry *entry)
{
  if (entry->kind == PT_ENTRY_FIGURE)
    return pt_node_value (entry->face.node, "bpmnElement");
  if (entry->kind == PT_ENTRY_DIAGRAM)
    for (xmlNode *child = pt_xml_first_element (entry->face.node); child;
         child = pt_xml_next_element (child))
      if (pt_xml_is (child, PT_NS_BPMNDI, "BPMNPlane"))
        return pt_node_value (child, "bpmnElement");
  return NULL;
}

static void
resolve_figures (PtCatalog *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      PtEntry *entry = self->entries->pdata[i];
      const char *shown = shown_by (entry);

      entry->shows = shown != NULL ? pt_catalog_lookup (self, shown) : NULL;
      if (entry->shows != NULL && entry->shows->kind != PT_ENTRY_ELEMENT)
        entry->shows = NULL;
    }
}

PtCatalog *
pt_catalog_new (PtDocument *document)
{
  PtCatalog *self = g_new0 (PtCatalog, 1);
  xmlNode *root = pt_document_get_root (document);

  self->document = g_object_ref (document);
  self->entries = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  read_node (self, root, add_entry (self, root, pt_bpmn_type_from_node (root), NULL));
  index_ids (self);
  resolve_figures (self);
  return self;
}

void
pt_catalog_free (PtCatalog *self)
{
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->by_node, g_hash_table_unref);
  g_ptr_array_unref (self->entries);
  g_object_unref (self->document);
  g_free (self);
}

/* --- finding --- */

PtEntry *
pt_catalog_lookup (const PtCatalog *self, const char *reference)
{
  PtEntry *entry = g_hash_table_lookup (self->by_id, reference);
  const char *colon = entry == NULL ? strrchr (reference, ':') : NULL;

  return colon != NULL ? g_hash_table_lookup (self->by_id, colon + 1) : entry;
}

PtEntry *
pt_catalog_find (PtCatalog *self, const xmlNode *node)
{
  if (self->by_node == NULL)
    {
      self->by_node = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->entries->len; i++)
        {
          PtEntry *entry = self->entries->pdata[i];

          g_hash_table_insert (self->by_node, (gpointer)entry->face.node, entry);
        }
    }
  return g_hash_table_lookup (self->by_node, node);
}
