/* pt-catalog-find.c: finding elements of one version: by id, by node, by what they refer to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "pt-catalog.h"

static guint
hash_id (gconstpointer id)
{
  return (guint)pt_hash_string (id);
}

/* Backwards, so that of twins the first one is found first. */
static void
index_twins (PtCatalog *self)
{
  self->by_id = g_hash_table_new (hash_id, g_str_equal);
  for (guint i = self->entries->len; i-- > 0;)
    {
      PtEntry *entry = self->entries->pdata[i];

      if (entry->face.id == NULL || *entry->face.id == '\0')
        continue;
      entry->twin = g_hash_table_lookup (self->by_id, entry->face.id);
      g_hash_table_replace (self->by_id, (gpointer)entry->face.id, entry);
    }
}

PtEntry *
pt_catalog_first (PtCatalog *self, const char *id)
{
  if (self->by_id == NULL)
    index_twins (self);
  return g_hash_table_lookup (self->by_id, id);
}

/* The document knows its ids already. */
PtEntry *
pt_catalog_by_id (PtCatalog *self, const char *id)
{
  const xmlNode *node = pt_document_get_by_id (self->document, id);
  PtEntry *entry = node != NULL ? pt_catalog_find (self, node) : NULL;

  return node != NULL && entry == NULL ? pt_catalog_first (self, id) : entry;
}

PtEntry *
pt_catalog_lookup (PtCatalog *self, const char *reference)
{
  PtEntry *entry = pt_catalog_by_id (self, reference);
  g_autofree char *stripped = NULL;
  const char *local;

  if (entry != NULL)
    return entry;
  stripped = g_strstrip (g_strdup (reference));
  local = pt_bpmn_local_reference (stripped);
  entry = pt_catalog_by_id (self, stripped);
  return entry == NULL && local != NULL ? pt_catalog_by_id (self, local) : entry;
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

/* --- figures --- */

static const char *
shown_by (const PtEntry *entry)
{
  if (entry->kind == PT_ENTRY_FIGURE)
    return pt_tree_value (entry->face.node, "bpmnElement");
  if (entry->kind == PT_ENTRY_DIAGRAM)
    for (xmlNode *child = pt_xml_first_element (entry->face.node); child;
         child = pt_xml_next_element (child))
      if (pt_xml_is (child, PT_NS_BPMNDI, "BPMNPlane"))
        return pt_tree_value (child, "bpmnElement");
  return NULL;
}

PtEntry *
pt_catalog_shown (PtCatalog *self, const PtEntry *entry)
{
  const char *shown = shown_by (entry);
  PtEntry *element = shown != NULL ? pt_catalog_lookup (self, shown) : NULL;

  return element != NULL && element->kind == PT_ENTRY_ELEMENT ? element : NULL;
}

/* --- lanes --- */

void
pt_catalog_for_members (PtCatalog *self, PtLaneFunc is_left_out, PtMemberFunc func, gpointer data)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      PtEntry *lane = self->entries->pdata[i];

      if (lane->face.type != PT_BPMN_LANE || (is_left_out != NULL && is_left_out (lane, data)))
        continue;
      for (xmlNode *child = pt_xml_first_element (lane->face.node); child;
           child = pt_xml_next_element (child))
        {
          const char *text
              = pt_xml_is (child, PT_NS_BPMN, "flowNodeRef") ? pt_tree_leaf (child) : NULL;

          if (text != NULL)
            func (lane, text, pt_catalog_lookup (self, text), data);
        }
    }
}

/* Lanes of lanes come later, so that the innermost one stays noted. */
static void
note_lane (PtEntry *lane, const char *reference, PtEntry *node, gpointer data)
{
  if (node != NULL)
    node->lane = lane;
}

PtEntry *
pt_catalog_lane (PtCatalog *self, const PtEntry *entry)
{
  if (!self->knows_lanes)
    pt_catalog_for_members (self, NULL, note_lane, NULL);
  self->knows_lanes = TRUE;
  return entry->lane;
}
