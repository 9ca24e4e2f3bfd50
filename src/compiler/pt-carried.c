/* pt-carried.c: what an executable file takes over as text, and how that is made to fit
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"

#include "pt-references.h"
#include "pt-schema.h"

#include <libxml/parser.h>
#include <string.h>

/* ----- taking over ---------------------------------------------------------------------------- */

static xmlDoc *
parse (const char *text)
{
  return xmlReadMemory (text, (int)strlen (text), NULL, NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE
                            | XML_PARSE_NODICT);
}

static void
set_value (xmlNode *element, xmlAttr *attribute, const char *value)
{
  if (attribute)
    {
      xmlSetNsProp (element, attribute->ns, attribute->name, (const xmlChar *)value);
      return;
    }
  xmlNodeSetContent (element, NULL);
  xmlAddChild (element, xmlNewDocText (element->doc, (const xmlChar *)value));
}

/* Names of this file lose their prefix, others get the one their namespace has in the emitted file.
 */
static char *
requalify (PtEmission *self, const char *uri, const char *prefixed)
{
  const char *colon = strchr (prefixed, ':');
  g_autofree char *prefix = g_strndup (prefixed, colon - prefixed);
  const char *chosen;

  if (!uri || strcmp (uri, PT_NS_BPMN) == 0
      || g_strcmp0 (uri, self->program->target_namespace) == 0)
    return g_strdup (colon + 1);
  chosen = (const char *)pt_emission_namespace (self, uri, prefix)->prefix;
  return g_strconcat (chosen, colon, NULL);
}

static void
requalify_reference (const PtReference *reference, gpointer data)
{
  g_autofree char *value = NULL;

  if (reference->id == reference->value || pt_emission_id_of_text (data, reference->value))
    return;
  value = requalify (data, reference->uri, reference->value);
  set_value (reference->element, reference->attribute, value);
}

/* The value of xsi:type is a qualified name too, in whatever element. */
static void
requalify_type (PtEmission *self, xmlNode *element)
{
  xmlAttr *type = xmlHasNsProp (element, (const xmlChar *)"type", (const xmlChar *)PT_NS_XSI);
  g_autofree char *name = NULL, *prefix = NULL, *value = NULL;
  const char *colon;
  xmlNs *ns;

  if (!type || !type->children)
    return;
  name = g_strdup ((const char *)type->children->content);
  colon = strchr (name, ':');
  prefix = colon ? g_strndup (name, colon - name) : NULL;
  ns = xmlSearchNs (element->doc, element, (const xmlChar *)prefix);
  if (!ns || (colon && strcmp (prefix, "xml") == 0))
    return;
  value
      = g_strdup_printf ("%s:%s",
                         (const char *)pt_emission_namespace (self, (const char *)ns->href, prefix)
                             ->prefix,
                         colon ? colon + 1 : name);
  set_value (element, type, value);
}

static xmlNs *
adopt_ns (PtEmission *self, const xmlNs *ns, const xmlNode *element)
{
  if (ns && xmlStrEqual (ns->href, XML_XML_NAMESPACE))
    return xmlSearchNs (self->doc, self->root, (const xmlChar *)"xml");
  return ns ? pt_emission_namespace (self, (const char *)ns->href, (const char *)ns->prefix) : NULL;
}

static void
adopt_id (PtEmission *self, xmlNode *element, const PtOrigin *origin)
{
  g_autofree char *id = pt_xml_attribute (element, "id");
  const char *emitted;

  if (!id)
    return;
  if (g_strcmp0 (id, origin->id) == 0)
    emitted = pt_emission_id (self, origin);
  else
    emitted = pt_source_map_take_id (self->map, id, id, origin->logical);
  if (!g_hash_table_contains (self->by_text, id))
    g_hash_table_insert (self->by_text, g_strdup (id), (gpointer)emitted);
  xmlSetProp (element, (const xmlChar *)"id", (const xmlChar *)emitted);
}

static void
qualify (PtEmission *self, xmlNode *element)
{
  requalify_type (self, element);
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    qualify (self, child);
}

/* Makes a copy one with the emitted tree: namespaces of the root, ids of the map. */
static void
adopt (PtEmission *self, xmlNode *element, const PtOrigin *origin)
{
  element->ns = adopt_ns (self, element->ns, element);
  for (xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
    attribute->ns = adopt_ns (self, attribute->ns, element);
  if (element->ns == self->bpmn)
    adopt_id (self, element, origin);
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    adopt (self, child, origin);
  xmlFreeNsList (element->nsDef);
  element->nsDef = NULL;
}

static void
carry_element (PtEmission *self, xmlNode *parent, xmlNode *source, const PtOrigin *origin)
{
  xmlNode *copy = xmlDocCopyNode (source, self->doc, 1);
  xmlNode *before = pt_xml_is (parent, PT_NS_BPMN, "extensionElements")
                        ? NULL
                        : pt_bpmn_insertion_point (parent, (const char *)source->name);

  adopt (self, copy, origin);
  if (before)
    xmlAddPrevSibling (before, copy);
  else
    xmlAddChild (parent, copy);
  pt_emission_watch (self, copy, origin);
}

void
pt_emission_carry (PtEmission *self, xmlNode *parent, const char *xml, const PtOrigin *origin)
{
  g_autofree char *text = xml ? g_strconcat ("<x>", xml, "</x>", NULL) : NULL;
  xmlDoc *doc = text ? parse (text) : NULL;
  xmlNode *wrapper = doc ? xmlDocGetRootElement (doc) : NULL;

  g_return_if_fail (!text || wrapper);
  if (!wrapper)
    return;
  qualify (self, wrapper);
  pt_references_foreach (wrapper, requalify_reference, self);
  for (xmlNode *child = pt_xml_first_element (wrapper); child; child = pt_xml_next_element (child))
    carry_element (self, parent, child, origin);
  xmlFreeDoc (doc);
}

/* Colours may come without the declarations that go with them. */
static xmlDoc *
parse_attributes (const char *text)
{
  g_autofree char *plain = g_strconcat ("<x ", text, "/>", NULL);
  g_autofree char *declared
      = g_strconcat ("<x xmlns:color=\"" PT_NS_COLOR "\" xmlns:bioc=\"" PT_NS_BIOC "\" ", text,
                     "/>", NULL);
  xmlDoc *doc = parse (strstr (text, "xmlns") ? plain : declared);

  return doc;
}

void
pt_emission_carry_attributes (PtEmission *self, xmlNode *element, const char *text)
{
  xmlDoc *doc = text ? parse_attributes (text) : NULL;
  xmlNode *wrapper = doc ? xmlDocGetRootElement (doc) : NULL;

  for (xmlAttr *attribute = wrapper ? wrapper->properties : NULL; attribute;
       attribute = attribute->next)
    {
      const char *uri = attribute->ns ? (const char *)attribute->ns->href : NULL;
      xmlChar *value;

      if (!uri || strcmp (uri, PT_NS_BPMN) == 0 || strcmp (uri, PT_NS_XSI) == 0)
        continue;
      value = xmlNodeListGetString (doc, attribute->children, 1);
      pt_emission_set_ns (element, adopt_ns (self, attribute->ns, element),
                          (const char *)attribute->name, value ? (const char *)value : "");
      xmlFree (value);
    }
  xmlFreeDoc (doc);
}

void
pt_emission_watch (PtEmission *self, xmlNode *element, const PtOrigin *origin)
{
  element->_private = (gpointer)origin;
  g_ptr_array_add (self->carried, element);
}

/* ----- making it fit -------------------------------------------------------------------------- */

static const char *
name_of (PtEmission *self, const PtOrigin *origin)
{
  const char *name = g_hash_table_lookup (self->names, origin);

  return name ? name : origin->id ? origin->id : "";
}

static void
report (PtEmission *self, PtCode code, const PtOrigin *origin, const char *what)
{
  PtDiagnostic *finding
      = pt_diagnostics_add (self->diagnostics, code, name_of (self, origin), what, NULL);

  pt_diagnostic_add_element (finding, origin->logical ? origin->logical : origin->near);
}

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
    set_value (reference->element, reference->attribute, id);
}

static void
check_reference (const PtReference *reference, gpointer data)
{
  Settling *settling = data;
  PtEmission *self = settling->emission;

  if (pt_reference_is_outside (reference, NULL) || pt_source_map_has_id (self->map, reference->id))
    return;
  report (self, PT_CODE_X23, settling->origin, reference->id);
  if (reference->attribute)
    xmlRemoveProp (reference->attribute);
  else if (reference->element != settling->piece)
    {
      xmlUnlinkNode (reference->element);
      xmlFreeNode (reference->element);
    }
  else
    set_value (reference->element, NULL, "");
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
  report (self, PT_CODE_X22, carried_around (attribute->parent)->_private,
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

  report (self, PT_CODE_X22, piece->_private, (const char *)piece->name);
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
