/* pt-settle.c: carried elements made to fit: references put right, what breaks the schemas taken
 * out
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"

#include "pt-references.h"
#include "pt-schema.h"

#include <string.h>

/* ----- references ----------------------------------------------------------------------------- */

typedef struct
{
  PtEmission *emission;
  const PtOrigin *origin;
  xmlNode *piece;
} Settling;

/* By now every id is known: what was an id in the drawing becomes the emitted one. */
static void
translate_reference (const PtReference *reference, gpointer data)
{
  const char *id = pt_emission_id_of_text (((Settling *)data)->emission, reference->value);

  if (id && strcmp (id, reference->value) != 0)
    pt_emission_set_value (reference->element, reference->attribute, id);
}

static void
check_reference (const PtReference *reference, gpointer data)
{
  Settling *settling = data;
  PtEmission *self = settling->emission;

  if (pt_reference_is_outside (reference, NULL) || pt_source_map_has_id (self->map, reference->id))
    return;
  pt_emission_report (self, PT_CODE_X23, settling->origin, reference->id);
  if (reference->attribute)
    xmlRemoveProp (reference->attribute);
  else if (reference->element != settling->piece)
    {
      xmlUnlinkNode (reference->element);
      xmlFreeNode (reference->element);
    }
  else
    pt_emission_set_value (reference->element, NULL, "");
}

static void
for_each_reference (PtEmission *self, PtReferenceFunc func)
{
  for (guint i = 0; i < self->carried->len; i++)
    {
      xmlNode *piece = g_ptr_array_index (self->carried, i);
      Settling settling = { self, piece ? piece->_private : NULL, piece };

      if (piece)
        pt_references_foreach (piece, func, &settling);
    }
}

/* ----- misfits -------------------------------------------------------------------------------- */

static xmlNode *
carried_around (xmlNode *node)
{
  while (node && node->type == XML_ELEMENT_NODE && !node->_private)
    node = node->parent;
  return node && node->type == XML_ELEMENT_NODE ? node : NULL;
}

/* What the schema blames: attributes that may go alone, and elements. */
typedef struct
{
  GHashTable *pieces;
  GPtrArray *attributes;
} Misfits;

/* libxml2 names the attribute in its message only: "Element 'x', attribute 'y': …". */
static xmlAttr *
blamed_attribute (const xmlNode *element, const char *message)
{
  g_autoptr (GRegex) named = g_regex_new ("^Element '[^']*', attribute '([^']*)'", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL;

  if (!g_regex_match (named, message ? message : "", 0, &match))
    return NULL;
  name = g_match_info_fetch (match, 1);
  return xmlHasProp (element, (const xmlChar *)name);
}

static void
blame_cb (void *data, xmlErrorPtr error)
{
  Misfits *misfits = data;
  xmlNode *node = error->node;
  xmlNode *piece = carried_around (node);
  xmlAttr *attribute = piece ? blamed_attribute (node, error->message) : NULL;

  if (!piece)
    return;
  if (!attribute)
    g_hash_table_add (misfits->pieces, piece);
  else if (!g_ptr_array_find (misfits->attributes, attribute, NULL))
    g_ptr_array_add (misfits->attributes, attribute);
}

static void
take_out_attribute (PtEmission *self, xmlAttr *attribute)
{
  pt_emission_report (self, PT_CODE_X22, carried_around (attribute->parent)->_private,
                      (const char *)attribute->name);
  xmlRemoveProp (attribute);
}

/* What lies inside goes along. */
static void
forget (PtEmission *self, xmlNode *piece)
{
  for (guint i = 0; i < self->carried->len; i++)
    {
      xmlNode *other = g_ptr_array_index (self->carried, i);

      while (other && other != piece)
        other = other->parent;
      if (other == piece)
        g_ptr_array_index (self->carried, i) = NULL;
    }
}

static void
take_out (PtEmission *self, guint i)
{
  xmlNode *piece = g_ptr_array_index (self->carried, i);
  g_autoptr (GHashTable) ids = pt_references_collect_ids (piece);
  GHashTableIter iter;
  gpointer id;

  pt_emission_report (self, PT_CODE_X22, piece->_private, (const char *)piece->name);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    pt_source_map_drop_id (self->map, id);
  forget (self, piece);
  xmlUnlinkNode (piece);
  xmlFreeNode (piece);
}

/* Returns: whether something had to go, so that others may hang in the air now. */
static gboolean
take_out_misfits (PtEmission *self)
{
  g_autoptr (GHashTable) pieces = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  Misfits misfits = { pieces, attributes };

  if (pt_schema_validate (self->doc, blame_cb, &misfits))
    return FALSE;
  for (guint i = 0; i < attributes->len; i++)
    take_out_attribute (self, g_ptr_array_index (attributes, i));
  for (guint i = 0; i < self->carried->len; i++)
    if (g_ptr_array_index (self->carried, i)
        && g_hash_table_contains (pieces, g_ptr_array_index (self->carried, i)))
      take_out (self, i);
  return attributes->len > 0 || g_hash_table_size (pieces) > 0;
}

void
pt_emission_settle (PtEmission *self)
{
  if (self->carried->len == 0)
    return;
  for_each_reference (self, translate_reference);
  do
    for_each_reference (self, check_reference);
  while (take_out_misfits (self));
}
