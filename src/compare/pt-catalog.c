/* pt-catalog.c: the elements of one version, in a list and by their ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-catalog.h"

#include <string.h>

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

  return pt_tree_is_in (node, PT_NS_BPMNDI)
         && (strcmp (name, "BPMNShape") == 0 || strcmp (name, "BPMNEdge") == 0
             || strcmp (name, "BPMNDiagram") == 0);
}

gboolean
pt_catalog_is_entry (const xmlNode *node, PtBpmnType *type)
{
  *type = pt_bpmn_type_from_node (node);
  return *type != PT_BPMN_NONE ? is_own_type (*type, node) : is_drawing (node);
}

static gboolean
has_entries (const xmlNode *node, PtBpmnType type)
{
  return (type != PT_BPMN_NONE && type != PT_BPMN_EXTENSION_ELEMENTS)
         || pt_xml_is (node, PT_NS_BPMNDI, "BPMNDiagram")
         || pt_xml_is (node, PT_NS_BPMNDI, "BPMNPlane");
}

/* --- reading a tree --- */

#define BLOCK_LENGTH 1024
#define CACHE_SIZE 256 /* more than there are tags in most files */

/* What a tag means. A document keeps each tag and namespace once, so their addresses tell. */
typedef struct
{
  const xmlChar *name;
  const xmlNs *ns;
  const xmlNode *parent; /* (nullable): where the parent matters */
  PtBpmnType type;
  gboolean is_entry, has_entries;
} Sort;

typedef struct
{
  PtCatalog *catalog;
  PtEntry *free; /* in the last block */
  guint n_free;
  Sort cache[CACHE_SIZE];
} Reader;

static const Sort *
sort_of (Reader *reader, const xmlNode *node)
{
  Sort *sort = &reader->cache[((gsize)node->name >> 3) % CACHE_SIZE];

  if (sort->name == node->name && sort->ns == node->ns
      && (sort->parent == NULL || sort->parent == node->parent))
    return sort;
  sort->name = node->name;
  sort->ns = node->ns;
  sort->is_entry = pt_catalog_is_entry (node, &sort->type);
  sort->has_entries = has_entries (node, sort->type);
  sort->parent = pt_bpmn_type_is_a (sort->type, PT_BPMN_EVENT_DEFINITION) ? node->parent : NULL;
  return sort;
}

static const char *
text_of_annotation (const xmlNode *node)
{
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "text"))
      return pt_tree_leaf (child);
  return NULL;
}

static void
read_face (PtEntry *entry, const xmlNode *node, PtBpmnType type)
{
  const char *label = type == PT_BPMN_CATEGORY_VALUE ? "value" : "name";
  const char *name = NULL;

  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (a->ns != NULL)
      continue;
    else if (strcmp ((const char *)a->name, "id") == 0)
      entry->face.id = pt_tree_attribute (a);
    else if (strcmp ((const char *)a->name, label) == 0)
      name = pt_tree_attribute (a);
  if (type == PT_BPMN_TEXT_ANNOTATION)
    name = text_of_annotation (node);
  entry->face.name = name != NULL && *name != '\0' ? name : NULL;
  entry->face.node = node;
  entry->face.type = type;
}

static PtEntryKind
kind_of (const xmlNode *node, PtBpmnType type)
{
  if (type != PT_BPMN_NONE)
    return PT_ENTRY_ELEMENT;
  return strcmp ((const char *)node->name, "BPMNDiagram") == 0 ? PT_ENTRY_DIAGRAM : PT_ENTRY_FIGURE;
}

static PtEntry *
new_entry (Reader *reader)
{
  if (reader->n_free == 0)
    {
      reader->free = g_new0 (PtEntry, BLOCK_LENGTH);
      reader->n_free = BLOCK_LENGTH;
      g_ptr_array_add (reader->catalog->blocks, reader->free);
    }
  reader->n_free--;
  return reader->free++;
}

static PtEntry *
add_entry (Reader *reader, const xmlNode *node, PtBpmnType type, PtEntry *parent)
{
  PtEntry *entry = new_entry (reader);

  read_face (entry, node, type);
  entry->kind = kind_of (node, type);
  entry->index = reader->catalog->entries->len;
  entry->parent = parent;
  g_ptr_array_add (reader->catalog->entries, entry);
  return entry;
}

static gboolean
is_text (const xmlNode *node)
{
  return node->type == XML_CDATA_SECTION_NODE
         || (node->type == XML_TEXT_NODE && !pt_tree_is_blank ((const char *)node->content));
}

/* Depth is bounded by PT_DOCUMENT_MAX_DEPTH. @is_plain: only the root has declared prefixes. */
static void
read_children (Reader *reader, const xmlNode *node, PtEntry *around, gboolean is_plain)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const Sort *sort = child->type == XML_ELEMENT_NODE ? sort_of (reader, child) : NULL;
      gboolean is_entry = sort != NULL && sort->is_entry;
      gboolean goes_on = sort != NULL && sort->has_entries;
      PtEntry *entry = is_entry ? add_entry (reader, child, sort->type, around) : around;

      entry->is_plain = is_entry ? is_plain : entry->is_plain;
      entry->has_parts |= is_entry ? !goes_on : sort != NULL || is_text (child);
      if (goes_on)
        read_children (reader, child, entry, is_plain && child->nsDef == NULL);
    }
}

PtCatalog *
pt_catalog_new (PtDocument *document)
{
  PtCatalog *self = g_new0 (PtCatalog, 1);
  Reader reader = { .catalog = self };
  xmlNode *root = pt_document_get_root (document);

  self->document = g_object_ref (document);
  self->entries = g_ptr_array_new ();
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  read_children (&reader, root, add_entry (&reader, root, pt_bpmn_type_from_node (root), NULL),
                 TRUE);
  return self;
}

void
pt_catalog_free (PtCatalog *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_node, g_hash_table_unref);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->blocks);
  g_object_unref (self->document);
  g_free (self);
}
